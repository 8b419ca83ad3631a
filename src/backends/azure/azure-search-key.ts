import type { Text } from '../../model.ts';
import { entropy, matchesOf } from '../../shared/grammar.ts';
import type { BackendDefinition, Mention } from '../backend.ts';
import { pieces } from '../shared-examples.ts';
import { hostPattern, mentionsByPattern } from '../shared-hosts.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';

const KEYS_GUIDE = 'https://learn.microsoft.com/azure/search/search-security-api-keys';

const HOST = [hostPattern('(?<name>[a-z0-9](?:-?[a-z0-9]){1,59})\\.search\\.(?:windows\\.net|azure\\.cn|azure\\.us)')];
/** 32 hexadecimal digits before 2022; since then 52 characters with the mark AzSe. */
const KEY = /(?<![A-Za-z0-9])(?:[A-Za-z0-9]{42}AzSe[A-Za-z0-9]{6}|[0-9A-F]{32})(?![A-Za-z0-9])/g;
const KEY_ALONE = /^(?:[A-Za-z0-9]{42}AzSe[A-Za-z0-9]{6}|[0-9A-F]{32})$/;

function* recognise(text: Text): Generator<Mention> {
  const service = mentionsByPattern(text, 'azure-search', HOST)[0]?.name;
  if (service === undefined) return;
  const own = [...matchesOf(KEY, text.value)].map((match) => match[0]);
  const beside = (text.around?.() ?? []).map((one) => one.value).filter((value) => KEY_ALONE.test(value));
  for (const secret of new Set([...own, ...beside.slice(0, 2)])) {
    if (entropy(secret) < 3) continue;
    yield credentialMention(text, {
      kind: 'azure-search-key',
      secret,
      subject: service,
      grade: 'restricted',
      why: 'Query keys are made for clients, admin keys change and delete whole indexes, and both look the same.',
      rule: 'azure-search-key',
    });
  }
}

const key = pieces('q7Zx2Vb9Lm4Kt8Wc1Rf6Yh3Jd5Gm0PsNaEuIoQwErT', 'AzSe', 'Bk29Xz');

export const azureSearchKey: BackendDefinition = {
  kind: 'azure-search-key',
  title: 'Azure AI Search key',
  provider: 'azure',
  type: 'credential',
  docs: [KEYS_GUIDE],
  anchors: ['.search.windows.net', '.search.azure.'],
  examples: [
    {
      text: 'https://acme-shop.search.windows.net',
      around: [{ key: 'apiKey', value: key }],
      gives: ['azure-search-key'],
      why: 'address and key stand together',
    },
    {
      text: `{"endpoint":"https://acme-shop.search.windows.net","key":"${key}"}`,
      gives: ['azure-search-key'],
      why: 'both in one string',
    },
    { text: 'https://acme-shop.search.windows.net/indexes/products', gives: [], why: 'an address without a key' },
    { text: key, gives: [], why: 'nothing says which service it opens' },
    { text: `https://%s.search.windows.net ${key}`, gives: [], why: 'template' },
  ],
  recognise,
  rules: [
    credentialRule({
      id: 'azure-search-key',
      title: 'Azure AI Search key ships in the app',
      severity: 'medium',
      precision: 'medium',
      meaning:
        'If it is an admin key, whoever unpacks the app can read, change and delete all indexes. If it is a query key, they can read all documents of every index of the service.',
      remediation: [
        'Compare it with the keys in the portal. If it is an admin key, regenerate it now.',
        'Let your server ask the service, so that each user finds only what is theirs.',
      ],
      references: [KEYS_GUIDE],
    }),
  ],
};
