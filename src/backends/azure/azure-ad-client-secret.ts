import type { Text } from '../../model.ts';
import { entropy, matchesOf } from '../../shared/grammar.ts';
import type { BackendDefinition, Mention } from '../backend.ts';
import { onlyIn, onlyOne, type Pairing, partnersOfFound } from '../pairing.ts';
import { pieces } from '../shared-examples.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';

const CREDENTIALS = 'https://learn.microsoft.com/entra/identity-platform/security-best-practices-for-app-registration';

/** Three characters, a version digit, `Q~`, then the rest: the form that Microsoft Entra ID gives since 2020. */
const FORM = '[A-Za-z0-9_~.-]{3}\\dQ~[A-Za-z0-9_~.-]{31,34}';
const SECRET = new RegExp(`(?<![A-Za-z0-9_~.-])${FORM}(?![A-Za-z0-9_~.-])`, 'g');
const SECRET_ALONE = new RegExp(`^${FORM}$`);
/** The two versions that are about. */
const MARKS = ['7Q~', '8Q~'].map((literal) => ({
  literal,
  context: { before: 3, pattern: new RegExp(`^${FORM}(?![A-Za-z0-9_~.-])`) },
}));
const TENANT = /login\.microsoftonline\.com\/([0-9a-f]{8}-[0-9a-f-]{27}|[a-z0-9-]{1,60}\.onmicrosoft\.com)/gi;
const SECRET_OR_TENANT = new RegExp(`${SECRET.source}|${TENANT.source}`, 'gi');

const KEYS = [
  'client_secret',
  'client-secret',
  'clientsecret',
  'azure_client_secret',
  'azureclientsecret',
  'aad_client_secret',
  'aadclientsecret',
  'azure_ad_client_secret',
  'azuread_client_secret',
  'entra_client_secret',
  'ms_client_secret',
  'microsoft_client_secret',
  'app_secret',
  'appsecret',
];

function* recognise(text: Text): Generator<Mention> {
  const own = [...matchesOf(SECRET, text.value)].map((match) => match[0]);
  const isCounterpart = /login\.microsoftonline\.com|client[-_ ]?secret/i.test(text.value);
  const beside = isCounterpart ? (text.around?.() ?? []).map((one) => one.value) : [];
  for (const secret of new Set([...own, ...beside.filter((value) => SECRET_ALONE.test(value))])) {
    if (entropy(secret) < 3.5) continue;
    const tenant = tenantOf(text, secret);
    yield credentialMention(text, {
      kind: 'azure-ad-client-secret',
      secret,
      ...(tenant === undefined ? {} : { subject: `tenant ${tenant}` }),
      grade: 'administrative',
      why: 'A client secret signs in as the application itself, with all permissions that an administrator gave it.',
      rule: 'azure-ad-client-secret',
    });
  }
}

function tenantOf(text: Text, self: string): string | undefined {
  const pairing: Pairing = {
    self,
    same: ({ value }) => onlyIn(value, SECRET),
    partner: ({ value }) => onlyIn(value, TENANT),
  };
  return onlyOne(partnersOfFound(text, SECRET_OR_TENANT, pairing));
}

const secret = pieces('xT2', '8Q~', 'k9Vb4Lm7Zc1Wf6Yh3Jd5Gp0Rs2Ta8NeUiO');

export const azureAdClientSecret: BackendDefinition = {
  kind: 'azure-ad-client-secret',
  title: 'Microsoft Entra ID client secret',
  provider: 'azure',
  type: 'credential',
  docs: [CREDENTIALS],
  anchors: ['login.microsoftonline.com', 'client_secret', 'clientSecret', 'client-secret', 'client secret'],
  marks: MARKS,
  keys: KEYS,
  examples: [
    { text: `(${secret})`, gives: ['azure-ad-client-secret'], why: 'its form alone' },
    { text: pieces('xT2', '8Q~', 'k9Vb4Lm7Zc1Wf6Yh3Jd5Gp0Rs2'), gives: [], why: 'its form alone, cut off' },
    { text: secret, key: 'clientSecret', gives: ['azure-ad-client-secret'], why: 'the secret under its name' },
    { text: `client_secret=${secret}`, gives: ['azure-ad-client-secret'], why: 'in a form body' },
    { text: secret, key: 'client-secret', gives: ['azure-ad-client-secret'], why: 'the name of a YAML file' },
    {
      text: `azure.active-directory.client-secret=${secret}`,
      gives: ['azure-ad-client-secret'],
      why: 'a property of Spring',
    },
    {
      text: 'https://login.microsoftonline.com/acme.onmicrosoft.com/oauth2/v2.0/token',
      around: [{ value: secret }],
      gives: ['azure-ad-client-secret'],
      why: 'the token address and the secret are strings of one class',
    },
    { text: 'https://login.microsoftonline.com/common', gives: [], why: 'SDK constant' },
    { text: 'client_secret', gives: [], why: 'a parameter’s name' },
    { text: 'YOUR_CLIENT_SECRET', key: 'client_secret', gives: [], why: 'placeholder' },
    { text: 'client_secret=aaa8Q~short', gives: [], why: 'too short' },
    { text: `client_secret=${pieces('aaa', '8Q~', 'a'.repeat(34))}`, gives: [], why: 'not random' },
  ],
  recognise,
  rules: [
    credentialRule({
      id: 'azure-ad-client-secret',
      title: 'Microsoft Entra ID client secret ships in the app',
      severity: 'critical',
      meaning:
        'Whoever unpacks the app can sign in as your application: read mail, files or directories of the whole organisation if it has such permissions, or use the Azure resources it may reach.',
      remediation: [
        'Delete the secret in the app registration and look through the sign-in logs of the service principal.',
        'Make the app a public client (PKCE, no secret); a secret belongs on a server only.',
      ],
      references: [CREDENTIALS, 'https://learn.microsoft.com/entra/identity-platform/msal-client-applications'],
    }),
  ],
};
