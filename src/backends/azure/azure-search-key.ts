import type { Neighbour, Text } from '../../model.ts';
import { entropy } from '../../shared/grammar.ts';
import type { BackendDefinition, Mention } from '../backend.ts';
import { onlyIn, onlyOne, type Pairing, partnersAt, partnersOfFound } from '../pairing.ts';
import { pieces } from '../shared-examples.ts';
import { hostPattern, mentionsByPattern } from '../shared-hosts.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';
import type { Verdict } from './connection-key.ts';
import { keyOf39, marked, sampleKey } from './identifiable-keys.ts';

const KEYS_GUIDE = 'https://learn.microsoft.com/azure/search/search-security-api-keys';

const HOST = [hostPattern('(?<name>[a-z0-9](?:-?[a-z0-9]){1,59})\\.search\\.(?:windows\\.net|azure\\.cn|azure\\.us)')];
const NAME = /(?<![A-Za-z0-9.-])([a-z0-9-]{2,60})\.search\.(?:windows\.net|azure\.cn|azure\.us)(?![A-Za-z0-9-])/gi;
/** 32 hexadecimal digits before 2022; since then 52 characters with the mark AzSe. */
const KEY = /(?<![A-Za-z0-9])(?:[A-Za-z0-9]{42}AzSe[A-Za-z0-9]{6}|[0-9A-F]{32})(?![A-Za-z0-9])/g;
const KEY_OR_NAME = new RegExp(`${KEY.source}|${NAME.source}`, 'gi');

const FORM = keyOf39('AzSe');
const MARKED = marked<Verdict>(FORM, {
  PAdmin00: {
    grade: 'administrative',
    why: 'Its checksum says that it is an admin key, which changes and deletes whole indexes.',
    rule: 'azure-search-admin-key',
  },
  Query000: {
    grade: 'restricted',
    why: 'Its checksum says that it is a query key, which is made for clients: it reads the documents of every index.',
  },
});

const UNDECIDED: Verdict = {
  grade: 'restricted',
  why: 'Query keys are made for clients, admin keys change and delete whole indexes, and both look the same.',
  rule: 'azure-search-key',
};

function* recognise(text: Text): Generator<Mention> {
  const seen = new Set<string>();
  for (const { secret, says } of MARKED.keysIn(text.value)) {
    if (seen.has(secret)) continue;
    seen.add(secret);
    yield keyMention(text, secret, says, serviceBeside(text, secret));
  }
  for (const { name } of mentionsByPattern(text, 'azure-search', HOST)) {
    for (const secret of keysBeside(text, name)) {
      if (seen.has(secret) || entropy(secret) < 3) continue;
      seen.add(secret);
      yield keyMention(text, secret, MARKED.keysIn(secret)[0]?.says ?? UNDECIDED, name);
    }
  }
}

function keyMention(text: Text, secret: string, verdict: Verdict, service: string | undefined): Mention {
  const subject = service === undefined ? {} : { subject: service };
  return credentialMention(text, { kind: 'azure-search-key', secret, ...subject, ...verdict });
}

function serviceBeside(text: Text, secret: string): string | undefined {
  return onlyOne(partnersOfFound(text, KEY_OR_NAME, { self: secret, same: keyIn, partner: nameIn }));
}

/** A service has keys of both kinds, so more than one may stand beside its address. */
function keysBeside(text: Text, name: string): readonly string[] {
  const pairing: Pairing = { self: name, same: nameIn, partner: keyIn };
  const found = partnersAt(text, text.value.toLowerCase().indexOf(name), KEY_OR_NAME, pairing);
  return [...new Set(found.map(({ value }) => value))].slice(0, 2);
}

function keyIn({ value }: Neighbour): string | undefined {
  const key = onlyIn(value, KEY);
  return key === value ? key : undefined;
}

function nameIn({ value }: Neighbour): string | undefined {
  return onlyIn(value, NAME)?.toLowerCase();
}

const key = pieces('q7Zx2Vb9Lm4Kt8Wc1Rf6Yh3Jd5Gm0PsNaEuIoQwErT', 'AzSe', 'Bk29Xz');

export const azureSearchKey: BackendDefinition = {
  kind: 'azure-search-key',
  title: 'Azure AI Search key',
  provider: 'azure',
  type: 'credential',
  docs: [KEYS_GUIDE],
  anchors: ['.search.windows.net', '.search.azure.', MARKED.mark],
  examples: [
    {
      text: sampleKey(FORM, 'PAdmin00', 52),
      gives: ['azure-search-key'],
      why: 'an admin key: the mark of the service and its checksum',
    },
    { text: `"${sampleKey(FORM, 'Query000', 52)}"`, gives: ['azure-search-key'], why: 'a query key: inventory' },
    {
      text: 'https://acme-shop.search.windows.net',
      around: [{ key: 'apiKey', value: key }],
      gives: ['azure-search-key'],
      why: 'address and key stand together; its checksum is not known',
    },
    {
      text: `{"endpoint":"https://acme-shop.search.windows.net","key":"${key}"}`,
      gives: ['azure-search-key'],
      why: 'both in one string',
    },
    { text: 'https://acme-shop.search.windows.net/indexes/products', gives: [], why: 'an address without a key' },
    { text: key, gives: [], why: 'a checksum of nothing that the service hands out, and no address beside it' },
    { text: `https://%s.search.windows.net ${key}`, gives: [], why: 'template' },
  ],
  recognise,
  rules: [
    credentialRule({
      id: 'azure-search-admin-key',
      title: 'Azure AI Search admin key ships in the app',
      severity: 'critical',
      meaning: 'Whoever unpacks the app can read, change and delete all indexes of the service.',
      remediation: [
        'Regenerate the admin key: az search admin-key renew --key-kind primary, then secondary.',
        'Let your server ask the service, so that each user finds only what is theirs; at most ship a query key.',
      ],
      references: [KEYS_GUIDE],
    }),
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
