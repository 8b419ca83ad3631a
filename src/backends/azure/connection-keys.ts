import type { Grade, Text } from '../../model.ts';
import { entropy, isPlaceholderName, isTemplate } from '../../shared/grammar.ts';
import type { BackendDefinition, Example, Mention } from '../backend.ts';
import { compileNames, type Names, valuesUnder } from '../names.ts';
import { pieces } from '../shared-examples.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';
import { connectionStringsIn, type Fields, hostOf } from './connection-strings.ts';

/** Credentials that ship as an Azure connection string: a host that says the service, and a member that is the secret. */
interface ConnectionKey {
  readonly kind: string;
  readonly title: string;
  readonly docs: string;
  /** The member that holds the secret, with its equals sign. */
  readonly literal: string;
  readonly hostMembers: readonly string[];
  readonly host: RegExp;
  readonly secret: RegExp;
  readonly end?: RegExp;
  /** Names under which a value of the secret's form is the key by itself. */
  readonly names?: readonly string[];
  /** False where a member that every such string has is missing. */
  readonly accepts?: (fields: Fields) => boolean;
  readonly judge: (fields: Fields) => { readonly grade: Grade; readonly why: string; readonly rule?: string };
  readonly rules: BackendDefinition['rules'];
  readonly examples: readonly Example[];
}

function connectionKey(given: ConnectionKey): BackendDefinition {
  const names = given.names === undefined ? undefined : compileNames(given.names, given.secret);
  return {
    kind: given.kind,
    title: given.title,
    provider: 'azure',
    type: 'credential',
    docs: [given.docs],
    anchors: [given.literal, ...(names?.anchors ?? [])],
    ...(names === undefined ? {} : { keys: names.keys }),
    examples: [...given.examples, { text: given.literal, gives: [], why: 'SDK constant' }],
    recognise: (text) => recogniseKey(text, given, names),
    rules: given.rules,
  };
}

/** A file may hold nothing but the string: its first member is then taken for the name of the rest. */
function wholeOf(text: Text, given: ConnectionKey): string {
  const key = text.key ?? '';
  return given.hostMembers.includes(key.toLowerCase()) ? `${key}=${text.value}` : text.value;
}

function* recogniseKey(text: Text, given: ConnectionKey, names: Names | undefined): Generator<Mention> {
  const seen = new Set<string>();
  const member = given.literal.slice(0, -1).toLowerCase();
  for (const fields of connectionStringsIn(wholeOf(text, given), given.literal, given.end)) {
    const secret = given.secret.exec(fields.get(member) ?? '')?.[0] ?? '';
    const host = given.hostMembers.map((name) => hostOf(fields.get(name))).find((one) => given.host.test(one));
    if (host === undefined || secret === '' || seen.has(secret) || given.accepts?.(fields) === false) continue;
    const name = host.split('.', 1)[0] ?? '';
    if (isTemplate(secret) || isPlaceholderName(secret) || isPlaceholderName(name)) continue;
    seen.add(secret);
    yield credentialMention(text, { kind: given.kind, secret, subject: name, ...given.judge(fields) });
  }
  for (const secret of names === undefined ? [] : valuesUnder(names, text)) {
    if (seen.has(secret) || !isRandom(secret)) continue;
    seen.add(secret);
    yield credentialMention(text, { kind: given.kind, secret, ...given.judge(new Map([[member, secret]])) });
  }
}

const key86 = pieces(
  'kX8vQ2mZ7tR4wL9nB3cH6jD1fG5sP0aY',
  '+uE/iOxKqWzVbTrNyMhJlCdFgSpA2e4U',
  '6I8o0Q1w3R5t7Y9zXcVbNm',
  '==',
);
const key43 = pieces('q7Zx2Vb9Lm4Kt8Wc1Rf6', 'Yh3Jd5Gm0PsNaEuIoQ', 'wErTy', '=');

function isRandom(value: string): boolean {
  return entropy(value) >= 4;
}

const COSMOS = 'https://learn.microsoft.com/azure/cosmos-db/secure-access-to-data';

export const azureCosmosKey = connectionKey({
  kind: 'azure-cosmos-key',
  title: 'Azure Cosmos DB key',
  docs: COSMOS,
  literal: 'AccountKey=',
  hostMembers: ['accountendpoint', 'tableendpoint'],
  host: /\.(?:documents|table\.cosmos|cosmos)\.azure\.(?:com|cn|us)$/,
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
  judge: (fields) => ({
    grade: 'administrative',
    why: `The string holds a key of the whole Cosmos DB account${isRandom(fields.get('accountkey') ?? '') ? '' : ' of little randomness'}; read-only keys look the same, but are rarely built into connection strings.`,
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
  ],
  examples: [
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

const APP_CONFIGURATION = 'https://learn.microsoft.com/azure/azure-app-configuration/concept-enable-rbac';

export const azureAppConfiguration = connectionKey({
  kind: 'azure-app-configuration',
  title: 'Azure App Configuration access key',
  docs: APP_CONFIGURATION,
  literal: 'Secret=',
  hostMembers: ['endpoint'],
  host: /\.azconfig\.io$/,
  secret: /^[A-Za-z0-9+/=_-]{36,100}(?![A-Za-z0-9+/=_-])/,
  accepts: (fields) => fields.has('id'),
  judge: () => ({
    grade: 'privileged',
    why: 'The access key reads all settings of the store, and writes them unless it is a read-only key.',
    rule: 'azure-app-configuration',
  }),
  rules: [
    credentialRule({
      id: 'azure-app-configuration',
      title: 'Azure App Configuration access key ships in the app',
      severity: 'high',
      meaning:
        'Whoever unpacks the app can read the settings of your servers, often with further credentials among them, and may be able to change them.',
      remediation: [
        'Regenerate the access keys: az appconfig credential regenerate.',
        'Turn access keys off and give your servers managed identities; send the app what it needs from an API of yours.',
      ],
      references: [APP_CONFIGURATION],
    }),
  ],
  examples: [
    {
      text: `Endpoint=https://acme-config.azconfig.io;Id=a1-l0-s0:Xk29;Secret=${key43}`,
      gives: ['azure-app-configuration'],
      why: 'connection string',
    },
    {
      text: `"Endpoint=https://acme-config.azconfig.io;Id=a1;Secret=${key43}"`,
      gives: ['azure-app-configuration'],
      why: 'inside code',
    },
    {
      text: `https://acme-config.azconfig.io;Id=a1-l0-s0:Xk29;Secret=${key43}`,
      key: 'Endpoint',
      gives: ['azure-app-configuration'],
      why: 'its first member was read as a name',
    },
    { text: `Endpoint=https://acme-config.azconfig.io;Secret=${key43}`, gives: [], why: 'without the id of the key' },
    { text: 'Endpoint=https://acme-config.azconfig.io;Id={0};Secret={1}', gives: [], why: 'template' },
    { text: `client_id=x;Secret=${key43}`, gives: [], why: 'another service’s' },
  ],
});

const SIGNALR = 'https://learn.microsoft.com/azure/azure-signalr/concept-connection-string';

export const azureAccessKey = connectionKey({
  kind: 'azure-access-key',
  title: 'Azure SignalR, Web PubSub or Communication Services key',
  docs: SIGNALR,
  literal: 'AccessKey=',
  hostMembers: ['endpoint'],
  host: /\.(?:service\.signalr\.net|webpubsub\.azure\.com|communication\.azure\.com)$/,
  secret: /^[A-Za-z0-9+/]{43}=$|^[A-Za-z0-9+/=]{80,90}$/,
  judge: () => ({
    grade: 'privileged',
    why: 'The access key may send as anybody and make tokens for any user of the service.',
    rule: 'azure-access-key',
  }),
  rules: [
    credentialRule({
      id: 'azure-access-key',
      title: 'Access key of an Azure messaging service ships in the app',
      severity: 'critical',
      meaning:
        'Whoever unpacks the app can listen to and send messages, calls or SMS as any of your users, at your cost.',
      remediation: [
        'Regenerate both keys of the service.',
        'Let your server make a token for each user; ship the endpoint only.',
      ],
      references: [SIGNALR, 'https://learn.microsoft.com/azure/communication-services/concepts/authentication'],
    }),
  ],
  examples: [
    {
      text: `Endpoint=https://acme.service.signalr.net;AccessKey=${key43};Version=1.0;`,
      gives: ['azure-access-key'],
      why: 'SignalR',
    },
    {
      text: `endpoint=https://acme.communication.azure.com/;accesskey=${key86}`,
      gives: ['azure-access-key'],
      why: 'Communication Services',
    },
    {
      text: 'Endpoint=https://acme.service.signalr.net;AccessKey=<access-key>;Version=1.0;',
      gives: [],
      why: 'placeholder',
    },
    { text: `Endpoint=http://localhost;AccessKey=${key43};`, gives: [], why: 'the emulator' },
  ],
});

const IOT = 'https://learn.microsoft.com/azure/iot-hub/authenticate-authorize-sas';

export const azureIotHubKey = connectionKey({
  kind: 'azure-iot-hub-key',
  title: 'Azure IoT Hub key',
  docs: IOT,
  literal: 'SharedAccessKey=',
  hostMembers: ['hostname'],
  host: /\.azure-devices\.(?:net|cn|us)$/,
  secret: /^[A-Za-z0-9+/]{43}=$|^[A-Za-z0-9+/]{86}==$/,
  judge: (fields) =>
    fields.has('deviceid')
      ? {
          grade: 'restricted',
          why: 'The key speaks as one device; if every copy of the app ships it, every copy is that device.',
          rule: 'azure-iot-hub-device-key',
        }
      : {
          grade: 'administrative',
          why: `The key belongs to the hub’s policy “${(fields.get('sharedaccesskeyname') ?? '').slice(0, 60)}”, not to a device.`,
          rule: 'azure-iot-hub-key',
        },
  rules: [
    credentialRule({
      id: 'azure-iot-hub-key',
      title: 'Key of an Azure IoT Hub policy ships in the app',
      severity: 'critical',
      meaning: 'Whoever unpacks the app can read what all devices send, command them, and add or remove devices.',
      remediation: [
        'Regenerate the policy’s keys.',
        'Let your server speak with the hub, and give each device a key of its own.',
      ],
      references: [IOT],
    }),
    credentialRule({
      id: 'azure-iot-hub-device-key',
      title: 'Key of an Azure IoT Hub device ships in the app',
      severity: 'medium',
      meaning: 'Whoever unpacks the app can send and receive as this device.',
      remediation: ['Give each installation an identity of its own through the Device Provisioning Service.'],
      references: [IOT],
    }),
  ],
  examples: [
    {
      text: `HostName=acme-hub.azure-devices.net;SharedAccessKeyName=iothubowner;SharedAccessKey=${key43}`,
      gives: ['azure-iot-hub-key'],
      why: 'policy of the hub',
    },
    {
      text: `HostName=acme-hub.azure-devices.net;DeviceId=phone-1;SharedAccessKey=${key43}`,
      gives: ['azure-iot-hub-key'],
      why: 'one device',
    },
    { text: 'HostName=%s;DeviceId=%s;SharedAccessKey=%s', gives: [], why: 'template' },
    {
      text: `Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=${key43}`,
      gives: [],
      why: 'Service Bus, another credential',
    },
  ],
});

const SQL = 'https://learn.microsoft.com/azure/azure-sql/database/logins-create-manage';

export const azureSqlPassword = connectionKey({
  kind: 'azure-sql-password',
  title: 'Azure SQL Database password',
  docs: SQL,
  literal: 'Password=',
  hostMembers: ['server', 'data source', 'address', 'addr', 'network address'],
  host: /\.database\.(?:windows\.net|chinacloudapi\.cn|usgovcloudapi\.net)$/,
  secret: /^[^\s;]{4,128}/,
  end: /["'<>\\`\r\n]/,
  judge: () => ({
    grade: 'administrative',
    why: 'Server, user and password of the database stand together.',
    rule: 'azure-sql-password',
  }),
  rules: [
    credentialRule({
      id: 'azure-sql-password',
      title: 'Azure SQL Database password ships in the app',
      severity: 'critical',
      meaning: 'Whoever unpacks the app can sign in to the database with the rights of this user, often to all tables.',
      remediation: [
        'Change the password and close the server’s firewall to the internet.',
        'Put an API of yours between app and database; use Microsoft Entra authentication there.',
      ],
      references: [SQL],
    }),
  ],
  examples: [
    {
      text: `Server=tcp:acme-prod.database.windows.net,1433;Initial Catalog=orders;User ID=acmeadmin;Password=${pieces('T4k!', 'u9Zq#7')};Encrypt=True;`,
      gives: ['azure-sql-password'],
      why: 'ADO.NET connection string',
    },
    {
      text: `Data Source=acme-prod.database.windows.net;User ID=a;Password=${pieces('T4k!', 'u9Zq#7')}`,
      gives: ['azure-sql-password'],
      why: 'its other names',
    },
    {
      text: 'Server=tcp:acme-prod.database.windows.net,1433;User ID=a;Password={your_password};',
      gives: [],
      why: 'as the portal shows it',
    },
    { text: 'Server=localhost;User ID=sa;Password=T4kuka17;', gives: [], why: 'a database on the developer’s machine' },
  ],
});
