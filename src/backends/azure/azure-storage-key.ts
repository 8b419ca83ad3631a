import { type Neighbour, OPERATIONS, type Text } from '../../model.ts';
import { entropy } from '../../shared/grammar.ts';
import type { BackendDefinition, Mention } from '../backend.ts';
import { compileNames, valuesUnder } from '../names.ts';
import { likeliest, onlyOne, type Pairing, partnersOf } from '../pairing.ts';
import { around } from '../recognition.ts';
import { pieces } from '../shared-examples.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';
import { connectionStringsIn } from './connection-strings.ts';
import { keyOf64, marked, sampleKey } from './identifiable-keys.ts';
import { isAccount, storageUrlsIn } from './storage-grammar.ts';

const MANAGE = 'https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage';

/** 64 random bytes in base64. Cosmos DB keys have the same form. */
const KEY = /^[A-Za-z0-9+/]{86}==$/;

/** Key of the emulator, the same on every machine (learn.microsoft.com/azure/storage/common/storage-use-azurite). */
const EMULATOR = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq';

const NAMES = compileNames(
  [
    'account_key',
    'account_access_key',
    'azure_account_key',
    'azure_default_account_key',
    'storage_key',
    'storage_access_key',
    'storage_account_key',
    'azure_storage_key',
    'azure_storage_access_key',
    'azure_storage_account_key',
  ],
  KEY,
);

/** Since 2022 the service marks its keys, and others of the same length carry marks of their own. */
const OWN = marked(keyOf64('+ASt'), { Default0: true });
const OTHERS = /(?:ACDb|\+ABa|\+AMC|APIM)[A-Za-z0-9+/]{6}==$/;

/** `AzureDefaultAccountKey`, `spark.copydata.storageaccountkey`: a longer name that ends so says the same. */
const NAME = /account[-_. ]?(?:access[-_. ]?)?key$/i;

/** Its keys have the same form and the same name. */
const COSMOS = /documents\.azure|cosmos\.azure/i;

function isKey(value: string): boolean {
  return KEY.test(value) && !value.startsWith(EMULATOR) && !OTHERS.test(value) && entropy(value) >= 4.5;
}

function* recognise(text: Text): Generator<Mention> {
  const seen = new Set<string>();
  for (const { secret, account } of [
    ...byConnectionString(text),
    ...byKey(text),
    ...byMark(text),
    ...byNeighbours(text),
  ]) {
    if (seen.has(secret)) continue;
    seen.add(secret);
    yield credentialMention(text, {
      kind: 'azure-storage-key',
      secret,
      ...(account === undefined ? {} : { subject: account }),
      grade: 'administrative',
      why: 'An account key allows everything in every service of the storage account and does not end.',
      rule: 'azure-storage-account-key',
      ...(account === undefined ? {} : { opens: [opened(account)] }),
    });
  }
}

function opened(account: string) {
  return {
    backend: { kind: 'azure-blob', name: account },
    access: { audience: 'app-holder', can: OPERATIONS, evidence: 'implied' },
  } as const;
}

interface Found {
  readonly secret: string;
  readonly account?: string;
}

function found(secret: string, account: string | undefined): readonly Found[] {
  if (!isKey(secret)) return [];
  return account === undefined || !isAccount(account) ? [{ secret }] : [{ secret, account }];
}

function byConnectionString(text: Text): readonly Found[] {
  return connectionStringsIn(text.value, 'AccountKey=').flatMap((fields) => {
    const endpoints = `${fields.get('accountendpoint') ?? ''} ${fields.get('tableendpoint') ?? ''}`;
    if (COSMOS.test(endpoints)) return [];
    return found(fields.get('accountkey') ?? '', fields.get('accountname')?.toLowerCase());
  });
}

function byMark(text: Text): readonly Found[] {
  return OWN.keysIn(text.value).flatMap(({ secret }) => found(secret, accountOf(text, secret)));
}

/** The account beside a key that stands in the text. */
function accountOf(text: Text, secret: string): string | undefined {
  return onlyOne(partnersOf(text.key, around(text), { self: secret, same: keyIn, partner: accountIn }));
}

function byKey(text: Text): readonly Found[] {
  if (COSMOS.test(text.value)) return [];
  const values = NAME.test(text.key ?? '') ? [text.value] : valuesUnder(NAMES, text);
  return values.flatMap((value) => found(value, accountOf(text, value)));
}

/** In code, the key is a string of its own beside the account's address or the pattern of a connection string. */
function byNeighbours(text: Text): readonly Found[] {
  const account = storageUrlsIn(text.value)[0]?.account;
  if (account === undefined) return /AccountKey=(?:%|\{|$|;)/i.test(text.value) ? besidePattern(text) : [];
  const key = likeliest(partnersOf(text.key, around(text), { self: account, same: addressIn, partner: keyIn }));
  return key === undefined ? [] : found(key, account);
}

/** The program fills the pattern with a key and an account; of several accounts nothing tells which. */
function besidePattern(text: Text): readonly Found[] {
  const beside = (partner: Pairing['partner']) =>
    partnersOf(text.key, around(text), { self: text.value, same: () => undefined, partner });
  const key = likeliest(beside(keyIn));
  const account = onlyOne(beside(accountIn));
  return key === undefined ? [] : found(key, account);
}

function keyIn({ value }: Neighbour): string | undefined {
  return isKey(value) ? value : undefined;
}

function addressIn({ value }: Neighbour): string | undefined {
  return value.includes('.core.') ? storageUrlsIn(value)[0]?.account : undefined;
}

function accountIn(neighbour: Neighbour): string | undefined {
  const { key = '', value } = neighbour;
  return /account/i.test(key) && /^[a-z0-9]{3,24}$/.test(value) ? value : addressIn(neighbour);
}

const key = pieces(
  'kX8vQ2mZ7tR4wL9nB3cH6jD1fG5sP0aY',
  '+uE/iOxKqWzVbTrNyMhJlCdFgSpA2e4U',
  '6I8o0Q1w3R5t7Y9zXcVbNm',
  '==',
);
const connection = `DefaultEndpointsProtocol=https;AccountName=acmeprodmedia;AccountKey=${key};EndpointSuffix=core.windows.net`;

export const azureStorageKey: BackendDefinition = {
  kind: 'azure-storage-key',
  title: 'Azure storage account key',
  provider: 'azure',
  type: 'credential',
  docs: [MANAGE],
  anchors: ['.core.windows.net', '.core.chinacloudapi.cn', '.core.usgovcloudapi.net', OWN.mark, ...NAMES.anchors],
  keys: NAMES.keys,
  examples: [
    {
      text: sampleKey(keyOf64('+ASt'), 'Default0', 88),
      gives: ['azure-storage-key'],
      why: 'the mark of the service and its checksum',
    },
    { text: key, key: 'account_key', gives: ['azure-storage-key'], why: 'under a short name, as in YAML' },
    { text: key, key: 'AzureDefaultAccountKey', gives: ['azure-storage-key'], why: 'under a longer name that ends so' },
    { text: `AccountName: "acme", AccountKey: "${key}"`, gives: ['azure-storage-key'], why: 'fields of a literal' },
    {
      text: 'AccountKey',
      key: 'name',
      around: [{ value: key, at: 4 }],
      gives: ['azure-storage-key'],
      why: 'an entry of a dictionary: name and value are two literals',
    },
    {
      text: 'AccountKey',
      key: 'name',
      around: [{ value: key, at: 90 }],
      gives: [],
      why: 'the name of a setting; what stands further on is another’s',
    },
    { text: `azcopy --account-key ${key}`, gives: ['azure-storage-key'], why: 'on a command line' },
    { text: connection, gives: ['azure-storage-key'], why: 'connection string' },
    {
      text: `AccountKey=${key};AccountName=acmeprodmedia`,
      gives: ['azure-storage-key'],
      why: 'its members in another order',
    },
    { text: `{"storage":"${connection}"}`, gives: ['azure-storage-key'], why: 'inside JSON' },
    { text: key, key: 'azure_storage_access_key', gives: ['azure-storage-key'], why: 'the key alone under its name' },
    {
      text: 'DefaultEndpointsProtocol=https;AccountName=%s;AccountKey=%s',
      around: [{ value: 'acmeprodmedia' }, { value: key }],
      gives: ['azure-storage-key'],
      why: 'the program fills the pattern with the string beside it',
    },
    {
      text: 'https://acmeprodmedia.blob.core.windows.net',
      around: [{ value: key }],
      gives: ['azure-storage-key'],
      why: 'address and key are strings of the same class',
    },
    {
      text: `AccountName=devstoreaccount1;AccountKey=${pieces(EMULATOR, '/K1SZFPTOtr/KBHBeksoGMGw==')}`,
      gives: [],
      why: 'the emulator’s well-known key',
    },
    { text: 'AccountKey=', gives: [], why: 'SDK constant' },
    { text: 'AccountName=acme;AccountKey=<your-account-key>;', gives: [], why: 'placeholder' },
    { text: pieces('AccountKey=', 'A'.repeat(86), '=='), gives: [], why: 'not random' },
    {
      text: `AccountEndpoint=https://acme.documents.azure.com:443/;AccountKey=${key};`,
      gives: [],
      why: 'Cosmos DB, another credential',
    },
    { text: key, gives: [], why: 'nothing says that it is a storage key' },
    { text: 'https://acmeprodmedia.blob.core.windows.net', gives: [], why: 'an address without a key' },
  ],
  recognise,
  rules: [
    credentialRule({
      id: 'azure-storage-account-key',
      title: 'Azure storage account key ships in the app',
      severity: 'critical',
      meaning:
        'Whoever unpacks the app can read, replace and delete everything in the storage account: all blobs, files, tables and queues of all your users.',
      remediation: [
        'Rotate both keys now: az storage account keys renew -n ACCOUNT --key primary, then --key secondary. Shipped versions of the app stop working; that is the point.',
        'Turn key access off: az storage account update -n ACCOUNT --allow-shared-key-access false',
        'Let your server hand out a user-delegation SAS for one blob, for minutes, after it has checked who asks.',
        'Look through the storage logs for what was done with the key, from when the first version shipped.',
      ],
      references: [MANAGE, 'https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent'],
    }),
  ],
};
