import type { Provider, Text } from '../../model.ts';
import { entropy, matchesOf } from '../../shared/grammar.ts';
import type { BackendDefinition, Example, Mention } from '../backend.ts';
import { likeliest, type Pairing, partnersAt } from '../pairing.ts';
import { pieces } from '../shared-examples.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';

/** Keys of clouds other than AWS: an id of a known form, and a secret beside it without one. */
interface KeyPair {
  readonly kind: string;
  readonly title: string;
  readonly provider: Provider;
  readonly docs: string;
  readonly anchors: readonly string[];
  readonly id: RegExp;
  readonly secret: RegExp;
  readonly remediation: readonly string[];
  readonly examples: readonly Example[];
}

function keyPair(given: KeyPair): BackendDefinition {
  return {
    kind: given.kind,
    title: given.title,
    provider: given.provider,
    type: 'credential',
    docs: [given.docs],
    anchors: given.anchors,
    examples: given.examples,
    recognise: (text) => recognisePair(text, given),
    rules: [
      credentialRule({
        id: given.kind,
        title: `${given.title} with its secret ships in the app`,
        severity: 'critical',
        meaning:
          'Whoever unpacks the app can act in your cloud account with all the rights of this key: read and erase buckets and databases, start machines at your cost.',
        remediation: given.remediation,
        references: [given.docs],
      }),
    ],
  };
}

function* recognisePair(text: Text, given: KeyPair): Generator<Mention> {
  const seen = new Set<string>();
  const both = new RegExp(`${given.id.source}|${given.secret.source}`, 'g');
  for (const match of matchesOf(given.id, text.value)) {
    const id = match[0];
    if (seen.has(id) || entropy(id) < 3) continue;
    seen.add(id);
    const secret = likeliest(partnersAt(text, match.index, both, pairingOf(given, id)));
    if (secret === undefined) continue;
    yield credentialMention(text, {
      kind: given.kind,
      secret,
      grade: 'privileged',
      why: 'Id and secret stand together, so whoever unpacks the app can sign requests with all rights of the key.',
      rule: given.kind,
    });
  }
}

function pairingOf(given: KeyPair, id: string): Pairing {
  const isId = new RegExp(`^(?:${given.id.source})$`);
  const alone = new RegExp(`^(?:${given.secret.source})$`);
  return {
    self: id,
    same: ({ value }) => (isId.test(value) ? value : undefined),
    partner: ({ value }) => (alone.test(value) && !isId.test(value) && isSecret(value) ? value : undefined),
  };
}

function isSecret(value: string): boolean {
  return entropy(value) >= 3.8 && /[A-Z]/.test(value) && /[a-z]/.test(value) && /\d/.test(value);
}

const ALIBABA = 'https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair';
const alibabaId = pieces('LTAI', '5tQx7Zb9Lm4Kt8Wc1Rf6Yh');
const alibabaSecret = pieces('q7Zx2Vb9Lm4Kt8', 'Wc1Rf6Yh3Jd5Gm0P');

export const alibabaAccessKey = keyPair({
  kind: 'alibaba-access-key',
  title: 'Alibaba Cloud AccessKey',
  provider: 'alibaba',
  docs: ALIBABA,
  anchors: ['LTAI'],
  id: /(?<![A-Za-z0-9])LTAI[A-Za-z0-9]{12,24}(?![A-Za-z0-9])/g,
  secret: /(?<![A-Za-z0-9])[A-Za-z0-9]{30}(?![A-Za-z0-9])/g,
  remediation: [
    'Disable and delete the AccessKey in the RAM console, and look through ActionTrail for what was done with it.',
    'Let your server hand out STS tokens that are limited to one prefix and end within minutes.',
  ],
  examples: [
    {
      text: alibabaId,
      around: [{ key: 'accessKeySecret', value: alibabaSecret }],
      gives: ['alibaba-access-key'],
      why: 'the secret stands beside it',
    },
    {
      text: `{"accessKeyId":"${alibabaId}","accessKeySecret":"${alibabaSecret}"}`,
      gives: ['alibaba-access-key'],
      why: 'JSON in one string',
    },
    { text: `${alibabaId}:${alibabaSecret}`, gives: ['alibaba-access-key'], why: 'both in one string' },
    { text: alibabaId, gives: [], why: 'an id alone opens nothing' },
    { text: 'LTAI', gives: [], why: 'prefix alone' },
    {
      text: alibabaId,
      around: [{ value: 'com_acme_app_feature_upload_ab' }],
      gives: [],
      why: 'the neighbour is a name, not a secret',
    },
  ],
});

const TENCENT = 'https://www.tencentcloud.com/document/product/598/32675';
const tencentId = pieces('AKID', 'z8krbsJ5yKBZQpn74WFkmLPx3gnPhESA');
const tencentSecret = pieces('Gu5t9xGARNpq86', 'cd98joQYCN3Cozk1qA');

export const tencentSecretKey = keyPair({
  kind: 'tencent-secret-key',
  title: 'Tencent Cloud API key',
  provider: 'tencent',
  docs: TENCENT,
  anchors: ['AKID'],
  id: /(?<![A-Za-z0-9])AKID[A-Za-z0-9]{32}(?![A-Za-z0-9])/g,
  secret: /(?<![A-Za-z0-9])[A-Za-z0-9]{32}(?![A-Za-z0-9])/g,
  remediation: [
    'Disable and delete the key in the CAM console, and look through CloudAudit for what was done with it.',
    'Let your server hand out temporary keys (STS) that are limited to one prefix.',
  ],
  examples: [
    {
      text: tencentId,
      around: [{ key: 'secretKey', value: `${tencentSecret.slice(0, 32)}` }],
      gives: ['tencent-secret-key'],
      why: 'the secret stands beside it',
    },
    {
      text: `secretId=${tencentId}&secretKey=${tencentSecret.slice(0, 32)}`,
      gives: ['tencent-secret-key'],
      why: 'both in one string',
    },
    { text: tencentId, gives: [], why: 'an id alone opens nothing' },
    { text: 'AKIDEXAMPLE', gives: [], why: 'sample of the documentation' },
  ],
});
