import { type CredentialMention, MAX_TEXT_LENGTH, type Text } from '../../model.ts';
import type { BackendDefinition } from '../backend.ts';
import { likeliest, type Pairing, partnersAt } from '../pairing.ts';
import { isSampleName } from '../placeholders.ts';
import { around, matches } from '../recognition.ts';
import { sample } from '../samples.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';

const BEGIN = /-----BEGIN (?:RSA )?PRIVATE KEY-----/g;
/** With the start of its body, which tells one key from another. */
const HEAD = new RegExp(`${BEGIN.source}[^-]{0,160}`, 'g');
/** Body of the key, with line breaks as they are, or escaped once or twice, as JSON in source code does it. */
const BODY = /^((?:[A-Za-z0-9+/=\s]|\\{1,4}[nr]){0,8192})/;
/** One line or more of base64 that begins as a PKCS#8 or PKCS#1 key does (DER: SEQUENCE, INTEGER 0). */
const PIECE = /^\s{0,16}MII[A-Za-z0-9+/=\s\\]{40,8192}$/;
const EMAIL =
  /(?<![A-Za-z0-9._-])(?:[a-z0-9-]{1,63}@([a-z][a-z0-9-]{4,28}[a-z0-9])(?:\.[a-z0-9-]{1,63})?\.iam|([a-z][a-z0-9-]{4,28}[a-z0-9])@appspot|\d{6,15}-compute@developer)\.gserviceaccount\.com(?![A-Za-z0-9-])/g;
const HEAD_OR_EMAIL = new RegExp(`${HEAD.source}|${EMAIL.source}`, 'g');

/** Of these the key is published on purpose, for tests. */
const PUBLISHED = new Set(['image-pulling@authenticated-image-pulling.iam.gserviceaccount.com']);

/** An RSA key of 1,024 bits takes some 800 base64 characters; less is a fragment or a placeholder. */
const MIN_BODY = 400;

function* recognise(text: Text): Generator<CredentialMention, void, undefined> {
  for (const match of matches(text.value, BEGIN)) {
    const account = accountOf(text, match.index);
    if (account === undefined) continue;
    const secret = bodyOf(
      text,
      text.value.slice(match.index + match[0].length, match.index + match[0].length + 16_384),
    );
    if (secret === undefined) continue;
    yield credentialMention(text, {
      kind: 'google-service-account',
      secret,
      subject: account.email,
      grade: 'administrative',
      why: whyOf(account.email),
      rule: 'google-service-account-key',
      details: { clientEmail: account.email, ...(account.project === undefined ? {} : { project: account.project }) },
    });
  }
}

/** The e-mail names account and project; it stands in the same JSON, or beside the key where a format takes it apart. */
function accountOf(text: Text, at: number): { readonly email: string; readonly project?: string } | undefined {
  const pairing: Pairing = {
    self: headOf(text.value.slice(at)) ?? '',
    same: ({ value }) => headOf(value),
    partner: ({ value }) => firstOf(value.slice(0, 4096), EMAIL),
  };
  const email = likeliest(partnersAt(text, at, HEAD_OR_EMAIL, pairing, MAX_TEXT_LENGTH));
  const project = [...matches(email ?? '', EMAIL)].map((found) => found[1] ?? found[2])[0];
  if (email === undefined || PUBLISHED.has(email) || (project !== undefined && isSampleName(project))) return undefined;
  return project === undefined ? { email } : { email, project };
}

function headOf(value: string): string | undefined {
  return firstOf(value, HEAD)?.replaceAll(/\s/g, '');
}

function firstOf(value: string, form: RegExp): string | undefined {
  return matches(value, form)[0]?.[0];
}

/** The key's base64 without line breaks; where the code joins it from pieces, those that stand around its first line. */
function bodyOf(text: Text, rest: string): string | undefined {
  const whole = compact(BODY.exec(rest)?.[1] ?? '');
  if (whole.length >= MIN_BODY) return whole;
  const pieces = around(text)
    .map((neighbour) => neighbour.value)
    .filter((value) => PIECE.test(value))
    .map(compact);
  return pieces[0];
}

function compact(body: string): string {
  return body.replaceAll(/\\{1,4}[nr]|\s/g, '');
}

function whyOf(email: string): string {
  if (email.startsWith('firebase-adminsdk')) {
    return 'The Admin SDK’s account of Firebase: no security rule applies to it, it can read, change and erase everything.';
  }
  if (email.includes('@appspot.') || email.includes('-compute@developer.')) {
    return 'A default account of the project, which is an Editor of it unless somebody took that away.';
  }
  return 'The private key of a service account: it acts with every role that the account has, from anywhere.';
}

const BODY_EXAMPLE = `MIIEvQIBADANBgkqhkiG9w0BAQEFAASC${sample('alnum', 600)}==`;
const PEM_EXAMPLE = `${'-----BEGIN PRIVATE'} KEY-----\\n${BODY_EXAMPLE}\\n${'-----END PRIVATE'} KEY-----\\n`;
const JSON_EXAMPLE = `{"type":"service_account","project_id":"acme-prod","private_key":"${PEM_EXAMPLE}","client_email":"firebase-adminsdk-x1y2z@acme-prod.iam.gserviceaccount.com"}`;

export const googleServiceAccount: BackendDefinition = {
  kind: 'google-service-account',
  title: 'Google service account key',
  provider: 'google',
  type: 'credential',
  docs: ['https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys'],
  anchors: ['PRIVATE KEY-----'],
  examples: [
    { text: JSON_EXAMPLE, gives: ['google-service-account'], why: 'the whole key file as one text' },
    {
      text: PEM_EXAMPLE,
      key: 'private_key',
      around: [{ key: 'client_email', value: 'worker@acme-prod.iam.gserviceaccount.com' }],
      gives: ['google-service-account'],
      why: 'a key file taken apart by a JSON reader',
    },
    {
      text: PEM_EXAMPLE.replaceAll('\\n', '\n'),
      around: [{ value: 'acme-prod@appspot.gserviceaccount.com' }],
      gives: ['google-service-account'],
      why: 'the default account of App Engine, strings in code',
    },
    {
      text: `${'-----BEGIN PRIVATE'} KEY-----\n`,
      around: [{ value: 'worker@acme-prod.iam.gserviceaccount.com' }, { value: BODY_EXAMPLE }],
      gives: ['google-service-account'],
      why: 'the code joins the key from pieces',
    },
    {
      text: PEM_EXAMPLE.replaceAll('\\n', '\\\\n'),
      around: [{ value: '932398433474-compute@developer.gserviceaccount.com' }],
      gives: ['google-service-account'],
      why: 'the default account of Compute Engine, JSON within a string',
    },
    {
      text: PEM_EXAMPLE.replaceAll('PRIVATE', 'RSA PRIVATE'),
      around: [{ value: 'worker@acme-prod.iam.gserviceaccount.com' }],
      gives: ['google-service-account'],
      why: 'a key in PKCS#1 form',
    },
    { text: PEM_EXAMPLE, gives: [], why: 'a private key of something else' },
    {
      text: `${'-----BEGIN PRIVATE'} KEY-----\\n...\\n${'-----END PRIVATE'} KEY-----\\n`,
      around: [{ value: 'worker@acme-prod.iam.gserviceaccount.com' }],
      gives: [],
      why: 'a key left out of an example',
    },
    { text: JSON_EXAMPLE.replaceAll('acme-prod', 'your-project-id'), gives: [], why: 'a placeholder' },
    { text: 'worker@acme-prod.iam.gserviceaccount.com', gives: [], why: 'an account’s name opens nothing' },
    {
      text: `${'-----BEGIN PUBLIC'} KEY-----\\nMIIBIjANBgkqhkiG9w0BAQEF`,
      around: [{ value: 'worker@acme-prod.iam.gserviceaccount.com' }],
      gives: [],
      why: 'a public key',
    },
    {
      text: PEM_EXAMPLE,
      around: [{ value: 'image-pulling@authenticated-image-pulling.iam.gserviceaccount.com' }],
      gives: [],
      why: 'a key that Kubernetes publishes for its tests',
    },
  ],
  recognise,
  rules: [
    credentialRule({
      id: 'google-service-account-key',
      title: 'Google service account key ships with the app',
      severity: 'critical',
      precision: 'very-high',
      meaning:
        'Whoever unpacks the app can act as the service account: with the Admin SDK’s account that is to read, change and erase everything in the Firebase project, past every security rule.',
      knows:
        'The private key and the account’s e-mail stand together in the app or the repository; no request was needed.',
      revoke:
        'Delete the key: `gcloud iam service-accounts keys delete <key id> --iam-account=<client_email>`, or in the Cloud console under IAM, Service accounts, Keys.',
      instead:
        'Let the app sign its users in and use the client SDKs under security rules; what needs more belongs on a server, which takes its identity from its platform instead of a key file.',
      references: [
        'https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys',
        'https://cloud.google.com/iam/docs/keys-disable-enable',
      ],
    }),
  ],
};
