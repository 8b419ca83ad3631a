import type { Text } from '../../model.ts';
import { entropy, HOST_BEFORE, matchesOf, percentDecoded } from '../../shared/grammar.ts';
import type { BackendDefinition, Mention } from '../backend.ts';
import { pieces } from '../shared-examples.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';
import type { Verdict } from './connection-key.ts';
import { keyOf40, marked, sampleKey } from './identifiable-keys.ts';

const KEYS_GUIDE = 'https://learn.microsoft.com/azure/azure-functions/function-keys-how-to';

const CALL = new RegExp(
  `${HOST_BEFORE}(?<app>[a-z0-9][a-z0-9-]{0,100})(?:\\.[a-z0-9-]{2,30})?\\.azurewebsites\\.(?:net|us)/(?<path>[^\\s"'<>?]{1,200})\\?(?<query>[^\\s"'<>]{8,600})`,
  'gi',
);

/** Keys are 40 random bytes in base64 or, since 2021, base64url with the mark AzFu. */
const KEY = /^[A-Za-z0-9+/_-]{40,86}={0,2}$/;

const FUNCTION: Verdict = {
  grade: 'restricted',
  why: 'A function key is all that stands between the internet and the function, and it ships in every copy of the app.',
  rule: 'azure-functions-key',
};
const HOST: Verdict = {
  grade: 'administrative',
  why: 'The key is used on the host’s own interface, so it is the master key or a system key.',
  rule: 'azure-functions-master-key',
};

const FORM = keyOf40('AzFu');
const MARKED = marked<Verdict>(FORM, {
  Functi00: FUNCTION,
  Master00: { ...HOST, why: 'Its checksum says that it is the master key of the host.' },
  System00: { ...HOST, why: 'Its checksum says that it is a system key of the host.' },
});

function* recognise(text: Text): Generator<Mention> {
  const seen = new Set<string>();
  for (const { groups = {} } of matchesOf(CALL, text.value)) {
    const { app = '', path = '', query = '' } = groups;
    const code = /(?:^|&)code=([^&#]{20,160})/.exec(query)?.[1] ?? '';
    const secret = percentDecoded(code);
    if (!KEY.test(secret) || seen.has(secret) || entropy(secret) < 4) continue;
    seen.add(secret);
    const isHost = path.startsWith('admin/') || path.startsWith('runtime/') || /(?:^|&)clientId=_master/i.test(query);
    yield credentialMention(text, {
      kind: 'azure-functions-key',
      secret,
      subject: app.toLowerCase(),
      ...(MARKED.keysIn(secret)[0]?.says ?? (isHost ? HOST : FUNCTION)),
    });
  }
  for (const { secret, says } of MARKED.keysIn(text.value)) {
    if (seen.has(secret)) continue;
    seen.add(secret);
    yield credentialMention(text, { kind: 'azure-functions-key', secret, ...says });
  }
}

const key = pieces('q7Zx2Vb9Lm4Kt8Wc1Rf6Yh3Jd5Gm0PsNaEuIoQwErTy', 'AzFu', 'Bk29Xz', '==');

export const azureFunctionsKey: BackendDefinition = {
  kind: 'azure-functions-key',
  title: 'Azure Functions key',
  provider: 'azure',
  type: 'credential',
  docs: [KEYS_GUIDE],
  anchors: ['.azurewebsites.', MARKED.mark],
  examples: [
    {
      text: `x-functions-key: ${sampleKey(FORM, 'Functi00', 56)}`,
      gives: ['azure-functions-key'],
      why: 'in a header: the mark of the service and its checksum',
    },
    {
      text: sampleKey(FORM, 'Master00', 56),
      gives: ['azure-functions-key'],
      why: 'the master key says itself what it is',
    },
    { text: sampleKey(FORM, 'Default0', 56), gives: [], why: 'the checksum of nothing that the service hands out' },
    {
      text: `https://acme-api.azurewebsites.net/api/orders?code=${key}`,
      gives: ['azure-functions-key'],
      why: 'function key',
    },
    {
      text: `https://acme-api.azurewebsites.net/admin/functions/orders?code=${encodeURIComponent(key)}`,
      gives: ['azure-functions-key'],
      why: 'the host’s own interface: master key',
    },
    {
      text: `https://acme-api-x1.westeurope-01.azurewebsites.net/api/orders?name=a&code=${key}`,
      gives: ['azure-functions-key'],
      why: 'regional host name',
    },
    { text: 'https://acme-api.azurewebsites.net/api/orders?code=', gives: [], why: 'the program appends the key' },
    { text: 'https://acme-api.azurewebsites.net/api/orders', gives: [], why: 'a call without a key' },
    { text: 'https://acme-api.azurewebsites.net/api/orders?code=%s', gives: [], why: 'template' },
    {
      text: 'https://acme-api.azurewebsites.net/signin?code=authorization',
      gives: [],
      why: 'OAuth’s parameter of the same name',
    },
  ],
  recognise,
  rules: [
    credentialRule({
      id: 'azure-functions-key',
      title: 'Azure Functions key ships in the app',
      severity: 'medium',
      meaning: 'Whoever unpacks the app can call the function with any input, as often as they like, at your cost.',
      remediation: [
        'Check in the function who the signed-in user is (App Service authentication or a token of yours); do not rely on the key.',
        'Regenerate the key once the app no longer needs it.',
      ],
      references: [KEYS_GUIDE],
    }),
    credentialRule({
      id: 'azure-functions-master-key',
      title: 'Azure Functions master key ships in the app',
      severity: 'critical',
      meaning: 'Whoever unpacks the app can call every function of the host and use its administration interface.',
      remediation: [
        'Renew the master key: az functionapp keys set --key-type masterKey.',
        'Never use it outside your own administration.',
      ],
      references: [KEYS_GUIDE],
    }),
  ],
};
