import type { Backend, BackendMention, CredentialMention, Neighbour, Operation, Rule, Text } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import type { BackendDefinition, ProbeRequest } from '../backend.ts';
import { compileNames, valuesUnder } from '../names.ts';
import { likeliest, onlyIn, onlyOne, partnersOf, partnersOfFound } from '../pairing.ts';
import { isPlaceholderSecret } from '../placeholders.ts';
import { around, HOST_END, HOST_START, isNamed, matches, spellings, withDetails } from '../recognition.ts';
import { sample } from '../samples.ts';
import { backendMention, credentialMention } from '../shared-mentions.ts';
import { backendRule, credentialRule } from '../shared-rules.ts';
import { closed, jsonObject, opened, undecided, unexpected } from '../verdicts.ts';

const HOST = new RegExp(
  `${HOST_START}([a-z0-9]{10})(?:-dsn|-[123])?\\.(?:algolia\\.net|algolianet\\.com|algolia\\.io)${HOST_END}`,
  'gi',
);
const APP_ID = /^[A-Z0-9]{10}$/;
const KEY = /^[0-9a-f]{32}$/;
const APP_NAMES = ['algolia_app_id', 'algolia_application_id', 'algolia_appid', 'x-algolia-application-id'].flatMap(
  spellings,
);
const SEARCH_NAMES = [
  'algolia_search_key',
  'algolia_search_api_key',
  'algolia_api_key',
  'algolia_key',
  'x_algolia_api_key',
  'algolia_search_only_api_key',
  'algolia_token',
  'algolia_api_token',
];
const ADMIN_NAMES = [
  'algolia_admin_key',
  'algolia_admin_api_key',
  'algolia_write_key',
  'algolia_write_api_key',
  'algolia_monitoring_key',
];
const SEARCH_KEYS = compileNames(SEARCH_NAMES, KEY);
const ADMIN_KEYS = compileNames(ADMIN_NAMES, KEY);

/** The application of Algolia's own documentation, and that of DocSearch. */
const DOCUMENTATION = new Set(['LATENCY', 'B1G2GM9NG0', 'YOURAPPID', 'YOURAPPLIC', 'BH4D9OD16A', 'R2IYF7ETH7']);

function* recognise(text: Text): Generator<BackendMention, void, undefined> {
  const ids = Array.from(matches(text.value, HOST), (match) => (match[1] ?? '').toUpperCase());
  const named = isNamed(text, APP_NAMES) && APP_ID.test(text.value) ? [text.value] : [];
  for (const id of new Set([...ids, ...named])) {
    if (DOCUMENTATION.has(id) || isPlaceholderSecret(id) || new Set(id).size < 4) continue;
    const apiKey = likeliest(partnersOf(text.key, around(text), { self: id, same: appIn, partner: searchKeyIn }), /./);
    yield backendMention(text, { kind: 'algolia', name: id }, withDetails({ apiKey }));
  }
}

function appIn({ key = '', value }: Neighbour): string | undefined {
  if (APP_ID.test(value)) return APP_NAMES.includes(key.toLowerCase()) ? value : undefined;
  return onlyIn(value, HOST)?.toUpperCase();
}

/** A key by its name; without any name by its form. */
function searchKeyIn({ key, value }: Neighbour): string | undefined {
  if (!KEY.test(value)) return undefined;
  return key === undefined || SEARCH_KEYS.keys.includes(key.toLowerCase()) ? value : undefined;
}

function anyKeyIn(neighbour: Neighbour): string | undefined {
  const isAdmin = KEY.test(neighbour.value) && ADMIN_KEYS.keys.includes(neighbour.key?.toLowerCase() ?? '');
  return isAdmin ? neighbour.value : searchKeyIn(neighbour);
}

/** What the rights of a key let its holder do; `search`, `listIndexes` and `settings` are those of a key that ships. */
const RIGHTS: ReadonlyMap<string, readonly Operation[]> = new Map([
  ['browse', ['list', 'read']],
  ['seeUnretrievableAttributes', ['read']],
  ['logs', ['read']],
  ['addObject', ['create', 'overwrite']],
  ['deleteObject', ['delete']],
  ['deleteIndex', ['delete']],
  ['editSettings', ['administer']],
]);

function plan(backend: Backend): readonly ProbeRequest[] {
  const { apiKey } = backend.details;
  if (apiKey === undefined || !/^[A-Za-z0-9]{20,64}$/.test(apiKey) || !APP_ID.test(backend.name)) return [];
  return [
    {
      id: 'algolia-key-rights',
      method: 'GET',
      url: `https://${backend.name.toLowerCase()}.algolia.net/1/keys/${apiKey}`,
      hides: apiKey,
      headers: { 'x-algolia-application-id': backend.name, 'x-algolia-api-key': apiKey },
      audience: 'app-holder',
      read: (answer) => {
        const isRefused = answer.status === 401 || answer.status === 403;
        if (isRefused || (answer.status === 404 && jsonObject(answer.body) !== undefined))
          return closed('The key is not valid any more, or not for this application.');
        if (answer.status !== 200) return unexpected(answer);
        const acl = jsonObject(answer.body)?.acl;
        if (!Array.isArray(acl)) return undecided('The answer holds no list of rights.');
        const can = [...new Set(acl.flatMap((right) => (typeof right === 'string' ? (RIGHTS.get(right) ?? []) : [])))];
        return can.length === 0
          ? closed('The key may search and nothing else.')
          : opened(
              `The key that ships has the rights ${acl.filter((right) => typeof right === 'string' && RIGHTS.has(right)).join(', ')}.`,
              can,
            );
      },
    },
  ];
}

const KEY_READS = 'algolia-key-reads-more';
const KEY_WRITES = 'algolia-key-writes';

function keyRule(given: Pick<Rule, 'id' | 'severity' | 'title' | 'meaning'>): Rule {
  return backendRule({
    ...given,
    knows: 'The service said which rights the key has, with the consent given in `.ajar.yml`; none of them was used.',
    remediation: [
      'Delete the key that shipped: Algolia dashboard, Settings, API Keys.',
      'Ship a key with the right `search` only, restricted to the indices that the app searches; better, a secured key made by a server for each user.',
    ],
    prove:
      'Scan the next build with probes on: the key’s rights are `search`, and at most `listIndexes` and `settings`.',
    cwe: [732, 798],
    mobileTop10: ['M1', 'M8'],
    references: ['https://www.algolia.com/doc/guides/security/api-keys/'],
  });
}

/** Whoever has the app has its key, so what the service said of it is told as a finding of the application. */
function extra({ name, observed }: Backend): readonly { readonly rule: string; readonly message: string }[] {
  const can = observed.filter(({ outcome }) => outcome === 'open').flatMap((one) => one.can);
  if (can.length === 0) return [];
  const changes = can.filter((operation) => operation !== 'list' && operation !== 'read');
  const whose = `Anyone who unpacks the app can ${(changes.length > 0 ? changes : can).join(', ')} in the Algolia application ${name} with the key that ships.`;
  return [{ rule: changes.length > 0 ? KEY_WRITES : KEY_READS, message: whose }];
}

const APP_EXAMPLE = 'Q7ZK3XW9PL';

export const algolia: BackendDefinition = {
  kind: 'algolia',
  title: 'Algolia application',
  provider: 'other',
  type: 'backend',
  docs: ['https://www.algolia.com/doc/guides/security/api-keys/'],
  anchors: ['.algolia.net', '.algolianet.com', '.algolia.io'],
  keys: APP_NAMES,
  examples: [
    {
      text: `https://${APP_EXAMPLE}-dsn.algolia.net/1/indexes/products/query`,
      gives: [`algolia:${APP_EXAMPLE}`],
      why: 'the search host',
    },
    {
      text: `${APP_EXAMPLE.toLowerCase()}-1.algolianet.com`,
      gives: [`algolia:${APP_EXAMPLE}`],
      why: 'a fallback host',
    },
    { text: `https://${APP_EXAMPLE}.algolia.net`, gives: [`algolia:${APP_EXAMPLE}`], why: 'the write host' },
    { text: APP_EXAMPLE, key: 'ALGOLIA_APP_ID', gives: [`algolia:${APP_EXAMPLE}`], why: 'the name says it' },
    { text: APP_EXAMPLE, key: 'algoliaAppId', gives: [`algolia:${APP_EXAMPLE}`], why: 'camel case' },
    {
      text: APP_EXAMPLE,
      key: 'EXPO_PUBLIC_ALGOLIA_APP_ID',
      gives: [`algolia:${APP_EXAMPLE}`],
      why: 'a variable that Expo puts into the bundle',
    },
    { text: 'https://B1G2GM9NG0-dsn.algolia.net', gives: [], why: 'the application of the documentation' },
    { text: 'https://%s-dsn.algolia.net', gives: [], why: 'the SDK’s template' },
    { text: 'YourApplicationID', key: 'ALGOLIA_APP_ID', gives: [], why: 'a placeholder' },
    { text: 'https://www.algolia.com/doc', gives: [], why: 'the vendor’s site' },
    { text: '-dsn.algolia.net', gives: [], why: 'no application' },
    { text: APP_EXAMPLE, key: 'APP_ID', gives: [], why: 'nothing says that it is Algolia’s' },
  ],
  recognise,
  rules: [
    ...accessRules({
      kind: 'algolia',
      word: 'open',
      noun: 'Algolia application',
      knows: 'The application’s id and a key stand in the app; the service said which rights the key has.',
      remediation: [
        'Ship a key with the right `search` only, restricted to the indices that the app searches; better, a secured key made by a server for each user.',
        'Delete the key that shipped: Algolia dashboard, Settings, API Keys.',
      ],
      prove:
        'Run `curl -H "X-Algolia-Application-Id: <id>" -H "X-Algolia-API-Key: <key>" https://<id>.algolia.net/1/keys/<key>`: `acl` must hold `search` only.',
      references: ['https://www.algolia.com/doc/guides/security/api-keys/'],
    }),
    keyRule({
      id: KEY_READS,
      severity: 'medium',
      title: 'The Algolia key that ships reads more than a search shows',
      meaning:
        'Whoever unpacks the app can copy whole indices, attributes that searches leave out among them, or read the logs of other users’ searches.',
    }),
    keyRule({
      id: KEY_WRITES,
      severity: 'critical',
      title: 'The Algolia key that ships can change or erase indices',
      meaning:
        'Whoever unpacks the app can put records of their own into the indices that your users search, or change, erase and configure them.',
    }),
  ],
  extra,
  probing: {
    hosts: ['algolia.net'],
    specs: [
      {
        id: 'algolia-key-rights',
        mode: 'read',
        consent: 'use-credential',
        request: 'GET /1/keys/<key> with the key that ships',
        proves: 'which rights the key has',
        sideEffects: 'none: the key asks for itself; needs the consent `use-credential`',
        reference: 'https://www.algolia.com/doc/rest-api/search/#tag/Api-Keys',
      },
    ],
    plan,
  },
};

const IN_HEADER = /X-Algolia-API-Key["']?\s{0,4}[:=,]\s{0,4}["']?([0-9a-f]{32})(?![0-9A-Za-z])/gi;

function* recogniseKey(text: Text): Generator<CredentialMention, void, undefined> {
  const inHeaders = Array.from(matches(text.value, IN_HEADER), (match) => match[1] ?? '');
  for (const secret of new Set([...valuesUnder(SEARCH_KEYS, text), ...inHeaders])) {
    if (!isPlaceholderSecret(secret)) yield algoliaKey(text, secret, false);
  }
  for (const secret of new Set(valuesUnder(ADMIN_KEYS, text))) {
    if (!isPlaceholderSecret(secret)) yield algoliaKey(text, secret, true);
  }
}

function algoliaKey(text: Text, secret: string, admin: boolean): CredentialMention {
  const subject = onlyOne(partnersOfFound(text, HOST, { self: secret, same: anyKeyIn, partner: appIn }));
  return credentialMention(text, {
    kind: 'algolia-key',
    secret,
    grade: admin ? 'administrative' : 'restricted',
    why: admin
      ? 'Its name says that it is the admin key, which can change and erase every index.'
      : 'Search keys and admin keys look alike; its rights can only be asked of the service.',
    ...(subject === undefined ? {} : { subject }),
    ...(admin ? { rule: 'algolia-admin-key' } : {}),
  });
}

export const algoliaKeyDefinition: BackendDefinition = {
  kind: 'algolia-key',
  title: 'Algolia API key',
  provider: 'other',
  type: 'credential',
  docs: ['https://www.algolia.com/doc/guides/security/api-keys/'],
  anchors: ['X-Algolia-API-Key', ...SEARCH_KEYS.anchors, ...ADMIN_KEYS.anchors],
  keys: [...SEARCH_KEYS.keys, ...ADMIN_KEYS.keys],
  examples: [
    {
      text: sample('hex', 32),
      key: 'ALGOLIA_ADMIN_KEY',
      gives: ['algolia-key'],
      why: 'the name says that it is the admin key',
    },
    { text: sample('hex', 32), key: 'ALGOLIA_SEARCH_KEY', gives: ['algolia-key'], why: 'a search key: inventory' },
    { text: sample('hex', 32), key: 'algoliaApiKey', gives: ['algolia-key'], why: 'undecidable: inventory' },
    { text: `"X-Algolia-API-Key": "${sample('hex', 32)}"`, gives: ['algolia-key'], why: 'in a header' },
    { text: sample('hex', 32), gives: [], why: 'a hash of anything' },
    { text: 'YourSearchOnlyAPIKey', key: 'ALGOLIA_SEARCH_KEY', gives: [], why: 'a placeholder' },
    { text: sample('hex', 40), key: 'ALGOLIA_ADMIN_KEY', gives: [], why: 'too long' },
  ],
  recognise: recogniseKey,
  rules: [
    credentialRule({
      id: 'algolia-admin-key',
      title: 'Algolia admin key ships with the app',
      severity: 'critical',
      precision: 'medium',
      meaning: 'Whoever unpacks the app can read, change and erase every index, and make keys of their own.',
      knows: 'The value stands under the name of the admin key; whether it has those rights only the service can say.',
      revoke: 'Rotate the admin key: Algolia dashboard, Settings, API Keys.',
      instead: 'Ship a search-only key, or a secured key that a server makes for each user.',
      references: ['https://www.algolia.com/doc/guides/security/api-keys/'],
    }),
  ],
};
