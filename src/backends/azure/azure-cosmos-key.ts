import { credentialRule } from '../shared-rules.ts';
import { connectionKey, type Verdict } from './connection-key.ts';
import { keyOf64, marked, sampleKey } from './identifiable-keys.ts';
import { key86 } from './sample-keys.ts';

const COSMOS = 'https://learn.microsoft.com/azure/cosmos-db/secure-access-to-data';

const FORM = keyOf64('ACDb');
const WRITES: Verdict = {
  grade: 'administrative',
  why: 'Its checksum says that it is a read-write key of the whole Cosmos DB account.',
  rule: 'azure-cosmos-key',
};
const READS: Verdict = {
  grade: 'privileged',
  why: 'Its checksum says that it is a read-only key of the whole Cosmos DB account.',
  rule: 'azure-cosmos-read-only-key',
};

export const azureCosmosKey = connectionKey({
  kind: 'azure-cosmos-key',
  title: 'Azure Cosmos DB key',
  docs: COSMOS,
  literal: 'AccountKey=',
  hostMembers: ['accountendpoint', 'tableendpoint'],
  host: /\.(?:documents|(?:[a-z]{4,9}\.)?cosmos)\.azure\.(?:com|cn|us)$/,
  secret: /^[A-Za-z0-9+/]{86}==$/,
  names: [
    'cosmos_key',
    'cosmos_db_key',
    'cosmos_account_key',
    'cosmos_db_account_key',
    'cosmos_primary_key',
    'cosmos_db_primary_key',
    'cosmos_master_key',
    'cosmos_db_master_key',
    'documentdb_key',
  ],
  besideHost: ['.documents.azure.', '.cosmos.azure.'],
  marked: [marked(FORM, { MastRW00: WRITES, SystRW00: WRITES, MastRO00: READS, SystRO00: READS })],
  judge: () => ({
    grade: 'administrative',
    why: 'It is a key of the whole Cosmos DB account; read-only keys of its age look the same, but are rarely built in.',
    rule: 'azure-cosmos-key',
  }),
  rules: [
    credentialRule({
      id: 'azure-cosmos-key',
      title: 'Azure Cosmos DB key ships in the app',
      severity: 'critical',
      meaning:
        'Whoever unpacks the app can read, replace and delete everything in the database account, of all your users.',
      remediation: [
        'Regenerate the keys: az cosmosdb keys regenerate --key-kind primary, then secondary, primaryReadonly and secondaryReadonly.',
        'Let your server speak with the database; give clients resource tokens that are limited to one user’s items and end within hours.',
      ],
      references: [COSMOS],
    }),
    credentialRule({
      id: 'azure-cosmos-read-only-key',
      title: 'Read-only key of an Azure Cosmos DB account ships in the app',
      severity: 'critical',
      meaning: 'Whoever unpacks the app can read everything in the database account, of all your users.',
      remediation: [
        'Regenerate the keys: az cosmosdb keys regenerate --key-kind primaryReadonly, then secondaryReadonly.',
        'Let your server speak with the database; give clients resource tokens that are limited to one user’s items and end within hours.',
      ],
      references: [COSMOS],
    }),
  ],
  examples: [
    {
      text: sampleKey(FORM, 'MastRW00', 88),
      gives: ['azure-cosmos-key'],
      why: 'the mark of the service and its checksum',
    },
    { text: `key="${sampleKey(FORM, 'MastRO00', 88)}"`, gives: ['azure-cosmos-key'], why: 'a read-only key, in code' },
    {
      text: 'https://acme-prod.documents.azure.com:443/',
      around: [{ value: key86 }],
      gives: ['azure-cosmos-key'],
      why: 'address and key are strings of the same class',
    },
    {
      text: 'https://acme-prod.documents.azure.com:443/',
      around: [{ key: 'secret', value: `{SharedKey ${key86}}`, at: 1 }],
      gives: ['azure-cosmos-key'],
      why: 'address and key are elements of one XML element, with a word before the key',
    },
    {
      text: '<id>{acme-prod.table.cosmos.azure.com}</id>',
      around: [{ value: `<secret>{SharedKey ${key86}}</secret>`, at: 48 }],
      gives: ['azure-cosmos-key'],
      why: 'the same, read line by line',
    },
    {
      text: 'https://acme-prod.documents.azure.com:443/',
      around: [{ value: `storageKey: ${key86}`, at: 48 }],
      gives: [],
      why: 'the key of another service, beside the address',
    },
    {
      text: 'https://acme-prod.documents.azure.com:443/',
      around: [{ value: `"integrity": "sha512-${key86}", "key": "a"`, at: 48 }],
      gives: [],
      why: 'a digest as long as a key',
    },
    {
      text: 'https://acme-prod.documents.azure.com:443/',
      around: [{ value: `AccountName=acme;AccountKey=${key86};EndpointSuffix=core.windows.net`, at: 48 }],
      gives: [],
      why: 'the connection string of a storage account beside it',
    },
    { text: sampleKey(FORM, 'Default0', 88), gives: [], why: 'the checksum of nothing that the service hands out' },
    {
      text: `AccountEndpoint=https://acme-prod.documents.azure.com:443/;AccountKey=${key86};`,
      gives: ['azure-cosmos-key'],
      why: 'connection string',
    },
    {
      text: `DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=${key86};TableEndpoint=https://acme.table.cosmos.azure.com:443/;`,
      gives: ['azure-cosmos-key'],
      why: 'Table API',
    },
    { text: key86, key: 'cosmosDbKey', gives: ['azure-cosmos-key'], why: 'the key alone under its name' },
    { text: key86, gives: [], why: 'nothing says that it is a key of Cosmos DB' },
    { text: `AccountEndpoint=https://localhost:8081/;AccountKey=${key86};`, gives: [], why: 'the emulator' },
    {
      text: 'AccountEndpoint=https://acme-prod.documents.azure.com:443/;AccountKey=<key>;',
      gives: [],
      why: 'placeholder',
    },
    {
      text: `DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=${key86};EndpointSuffix=core.windows.net`,
      gives: [],
      why: 'a storage account, another credential',
    },
  ],
});
