import type { Text } from '../../model.ts';
import { entropy, HOST_BEFORE, matchesOf } from '../../shared/grammar.ts';
import type { BackendDefinition, Mention } from '../backend.ts';
import { pieces } from '../shared-examples.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';
import type { Verdict } from './connection-key.ts';
import { keyOf32, marked, sampleKey } from './identifiable-keys.ts';

const CONFIGURE =
  'https://learn.microsoft.com/azure/azure-cache-for-redis/cache-azure-active-directory-for-authentication';

/** StackExchange.Redis's form, which the portal shows: host and port, then options between commas. */
const CONNECTION = new RegExp(
  `${HOST_BEFORE}(?<name>[a-z0-9][a-z0-9-]{0,62})\\.redis\\.cache\\.windows\\.net:(?:6379|6380|10000),(?:[a-z]{2,20}=[^,"'\\s]{0,80},){0,6}password=(?<secret>[A-Za-z0-9+/]{40,52}={0,2})(?![A-Za-z0-9+/=])`,
  'gi',
);

const VERDICT: Verdict = {
  grade: 'administrative',
  why: 'The access key allows every command on the cache, over the internet.',
  rule: 'azure-redis-key',
};

const FORM = keyOf32('AzCa');
const MARKED = marked(FORM, { Access00: VERDICT });

function* recognise(text: Text): Generator<Mention> {
  const seen = new Set<string>();
  for (const { groups = {} } of matchesOf(CONNECTION, text.value)) {
    const { secret = '', name = '' } = groups;
    if (seen.has(secret) || entropy(secret) < 4) continue;
    seen.add(secret);
    yield credentialMention(text, {
      kind: 'azure-redis',
      secret,
      subject: name.toLowerCase(),
      ...VERDICT,
    });
  }
  for (const { secret, says } of MARKED.keysIn(text.value)) {
    if (seen.has(secret)) continue;
    seen.add(secret);
    yield credentialMention(text, { kind: 'azure-redis', secret, ...says });
  }
}

const key = pieces('q7Zx2Vb9Lm4Kt8Wc1Rf6', 'Yh3Jd5Gm0PsNaEuIoQ', 'wErTy', '=');

export const azureRedis: BackendDefinition = {
  kind: 'azure-redis',
  title: 'Azure Cache for Redis access key',
  provider: 'azure',
  type: 'credential',
  docs: [CONFIGURE],
  anchors: ['.redis.cache.windows.net', MARKED.mark],
  examples: [
    { text: sampleKey(FORM, 'Access00', 44), gives: ['azure-redis'], why: 'the mark of the service and its checksum' },
    { text: sampleKey(FORM, 'Default0', 44), gives: [], why: 'the checksum of nothing that the service hands out' },
    {
      text: `acme-cache.redis.cache.windows.net:6380,password=${key},ssl=True,abortConnect=False`,
      gives: ['azure-redis'],
      why: 'connection string of the portal',
    },
    {
      text: `"acme-cache.redis.cache.windows.net:6380,ssl=True,password=${key}"`,
      gives: ['azure-redis'],
      why: 'its options in another order',
    },
    { text: 'acme-cache.redis.cache.windows.net:6380', gives: [], why: 'a host without a key' },
    { text: 'acme-cache.redis.cache.windows.net:6380,password={key},ssl=True', gives: [], why: 'template' },
    {
      text: pieces('acme-cache.redis.cache.windows.net:6380,password=', 'A'.repeat(43), '='),
      gives: [],
      why: 'not random',
    },
  ],
  recognise,
  rules: [
    credentialRule({
      id: 'azure-redis-key',
      title: 'Azure Cache for Redis access key ships in the app',
      severity: 'critical',
      meaning:
        'Whoever unpacks the app can read and change what your servers keep in the cache, sessions of your users included.',
      remediation: [
        'Regenerate both keys: az redis regenerate-keys.',
        'Turn public network access off, and let only your servers speak with the cache.',
      ],
      references: [CONFIGURE],
    }),
  ],
};
