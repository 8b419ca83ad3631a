import { type CredentialMention, OPERATIONS, type Text } from '../../model.ts';
import { isLocalHost } from '../../shared/grammar.ts';
import type { BackendDefinition, Example } from '../backend.ts';
import { isHole, isPlaceholderPassword, isSampleName } from '../placeholders.ts';
import { matches } from '../recognition.ts';
import { sample } from '../samples.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';

/** A database or broker that is opened by an address with user and password. */
interface UriService {
  readonly kind: string;
  readonly title: string;
  /** Alternatives of the scheme. */
  readonly scheme: string;
  /** JDBC's name of the same database, where it has one. */
  readonly jdbc?: string;
  readonly anchors: readonly string[];
  readonly docs: readonly string[];
  readonly examples: readonly Example[];
}

function definitionOf(service: UriService): BackendDefinition {
  const patterns = [
    // scheme://user:password@host[:port][,host…][/database]
    new RegExp(
      `(?<![A-Za-z0-9+.:-])(?:${service.scheme}):\\/\\/([^\\s:@/"'<>\`\\\\]{0,128}):([^\\s@/"'<>\`\\\\]{1,256})@([A-Za-z0-9[][A-Za-z0-9.:_,\\]-]{0,255})(?:\\/([A-Za-z0-9_-]{1,64}))?`,
      'gi',
    ),
    ...(service.jdbc === undefined
      ? []
      : [
          // jdbc:mysql://host/database?user=…&password=…
          new RegExp(
            `(?<![A-Za-z0-9])jdbc:(?:${service.jdbc}):\\/\\/(?<host>[A-Za-z0-9.-]{1,255})(?::\\d{1,5})?\\/(?<database>[A-Za-z0-9_-]{1,64})\\?(?=[^\\s"'<>]{0,512}?\\buser=(?<user>[^&\\s"'<>]{1,128}))(?=[^\\s"'<>]{0,512}?\\bpassword=(?<password>[^&\\s"'<>]{1,256}))[^\\s"'<>]{0,512}`,
            'gi',
          ),
        ]),
  ];
  return {
    kind: service.kind,
    title: `${service.title} address with password`,
    provider: 'other',
    type: 'credential',
    docs: service.docs,
    anchors: service.anchors,
    examples: service.examples,
    recognise: (text) => recognise(service.kind, patterns, text),
    rules: [
      credentialRule({
        id: service.kind,
        title: `${service.title} address with user and password ships with the app`,
        severity: 'critical',
        meaning:
          'Whoever unpacks the app can log in to the database with the rights of that user: as a rule to read, change and erase everything in it, if the network lets them reach it.',
        knows: 'Scheme, user, password and a public host stand together in one address; no connection was made.',
        revoke: 'Change the password of the user, and take away what it may do beyond its task.',
        instead:
          'Let the app talk to a server of yours which checks who asks; close the database’s port to the internet.',
        references: service.docs,
      }),
    ],
  };
}

function* recognise(
  kind: string,
  patterns: readonly RegExp[],
  text: Text,
): Generator<CredentialMention, void, undefined> {
  for (const pattern of patterns) {
    for (const match of matches(text.value, pattern)) {
      const {
        host = match[3] ?? '',
        user = match[1] ?? '',
        password = match[2] ?? '',
        database = match[4],
      } = match.groups ?? {};
      const server = firstHost(host);
      if (!isReachable(server) || isPlaceholderUser(user) || isPlaceholderPassword(password)) continue;
      const subject = `${user}@${server}${database === undefined ? '' : `/${database}`}`;
      yield credentialMention(text, {
        kind,
        secret: match[0],
        subject,
        grade: 'administrative',
        why: `User and password for ${server} stand in the address.`,
        rule: kind,
        details: { host: server, user, ...(database === undefined ? {} : { database }) },
        ...opensSupabase(server, user),
      });
    }
  }
}

/** Of a replica set's list the first; without port and trailing punctuation. */
function firstHost(hosts: string): string {
  return (hosts.split(',')[0] ?? '')
    .replace(/:\d{1,5}.*$/, '')
    .replace(/[.:-]+$/, '')
    .toLowerCase();
}

/** A host with a dot that is not the developer's own; names without one exist in container networks only. */
function isReachable(host: string): boolean {
  return (
    host.includes('.') &&
    !isLocalHost(host) &&
    !host.split('.').some(isHostPlaceholder) &&
    !/(?:^|\.)example\.(?:com|org|net)$/.test(host)
  );
}

function isHostPlaceholder(label: string): boolean {
  return label.length > 2 && (isSampleName(label) || /^(?:host|hostname|server|cluster|address|example)$/.test(label));
}

/** A user that stands for the reader's own: `<user>`, `DB_USER`, `username`. Empty is Redis's default user. */
function isPlaceholderUser(user: string): boolean {
  return user !== '' && (isHole(user) || /^(?:user|username|login|your.{0,30})$/i.test(user));
}

/** `db.<ref>.supabase.co`, or the pooler with the project in the user: `postgres.<ref>`. */
function opensSupabase(host: string, user: string): Pick<CredentialMention, 'opens'> {
  const ref =
    /^db\.([a-z0-9]{16,32})\.supabase\.co$/.exec(host)?.[1] ??
    (/\.pooler\.supabase\.com$/.test(host) ? /^[a-z_]{1,32}\.([a-z0-9]{16,32})$/.exec(user)?.[1] : undefined);
  if (ref === undefined) return {};
  return {
    opens: [
      {
        backend: { kind: 'supabase', name: ref },
        access: { audience: 'app-holder', can: OPERATIONS, evidence: 'implied' },
      },
    ],
  };
}

const PASSWORD = sample('alnum', 16);

export const mongodbUri: BackendDefinition = definitionOf({
  kind: 'mongodb-uri',
  title: 'MongoDB',
  scheme: 'mongodb(?:\\+srv)?',
  anchors: ['mongodb://', 'mongodb+srv://'],
  docs: [
    'https://www.mongodb.com/docs/manual/reference/connection-string/',
    'https://www.mongodb.com/docs/atlas/security/',
  ],
  examples: [
    {
      text: `mongodb+srv://app:${PASSWORD}@acme-prod.ab1cd.mongodb.net/shop?retryWrites=true`,
      gives: ['mongodb-uri'],
      why: 'a cluster of Atlas',
    },
    {
      text: `mongodb://app:${PASSWORD}@db.acme-shop.io:27017/shop`,
      gives: ['mongodb-uri'],
      why: 'a server of its own',
    },
    {
      text: `mongodb://app:${PASSWORD}@db1.acme-shop.io:27017,db2.acme-shop.io:27017/?replicaSet=rs0`,
      gives: ['mongodb-uri'],
      why: 'a replica set',
    },
    {
      text: `MONGODB_URI=mongodb+srv://admin:${PASSWORD}@acme-prod.ab1cd.mongodb.net`,
      gives: ['mongodb-uri'],
      why: 'in an environment file',
    },
    { text: `mongodb://root:${PASSWORD}@203.0.113.9/admin`, gives: ['mongodb-uri'], why: 'a public address' },
    {
      text: `"mongodb://acme:p%40ss-${PASSWORD}@acme-cosmos.mongo.cosmos.azure.com:10255/?ssl=true"`,
      gives: ['mongodb-uri'],
      why: 'Cosmos DB with the protocol of MongoDB',
    },
    {
      text: 'mongodb+srv://user:<password>@cluster0.ab1cd.mongodb.net/test',
      gives: [],
      why: 'what Atlas shows for copying',
    },
    { text: 'mongodb://username:password@host:27017/db', gives: [], why: 'the documentation’s own example' },
    { text: `mongodb://app:${PASSWORD}@localhost:27017`, gives: [], why: 'a developer’s own machine' },
    { text: `mongodb://app:${PASSWORD}@mongo:27017`, gives: [], why: 'a name inside a container network' },
    { text: 'mongodb://db.acme-shop.io:27017/shop', gives: [], why: 'no password' },
    { text: 'mongodb://$USER:$PASSWORD@db.acme-shop.io', gives: [], why: 'variables' },
  ],
});

export const postgresUri: BackendDefinition = definitionOf({
  kind: 'postgres-uri',
  title: 'PostgreSQL',
  scheme: 'postgres(?:ql)?(?:\\+[a-z0-9]{2,16})?',
  jdbc: 'postgresql',
  anchors: ['postgres://', 'postgresql://', 'postgresql+', 'postgres+'],
  docs: [
    'https://www.postgresql.org/docs/current/libpq-connect.html',
    'https://www.postgresql.org/docs/current/auth-pg-hba-conf.html',
  ],
  examples: [
    {
      text: `postgresql://postgres:${PASSWORD}@db.qzrtvwxkplmnbhgfdsja.supabase.co:5432/postgres`,
      gives: ['postgres-uri'],
      why: 'the database of a Supabase project',
    },
    {
      text: `postgres://postgres.qzrtvwxkplmnbhgfdsja:${PASSWORD}@aws-0-eu-west-1.pooler.supabase.com:6543/postgres`,
      gives: ['postgres-uri'],
      why: 'the pooler of a Supabase project',
    },
    {
      text: `postgres://app:${PASSWORD}@acme-prod.c9x2k1w8.eu-west-1.rds.amazonaws.com/shop`,
      gives: ['postgres-uri'],
      why: 'Amazon RDS',
    },
    {
      text: `postgresql+psycopg2://app:${PASSWORD}@db.acme-shop.io/shop`,
      gives: ['postgres-uri'],
      why: 'SQLAlchemy’s form',
    },
    {
      text: `jdbc:postgresql://db.acme-shop.io:5432/shop?user=app&password=${PASSWORD}`,
      gives: ['postgres-uri'],
      why: 'JDBC',
    },
    {
      text: `postgresql://app:${PASSWORD}@ep-cool-1.eu-central-1.aws.neon.tech/shop?sslmode=require`,
      gives: ['postgres-uri'],
      why: 'Neon',
    },
    {
      text: 'postgresql://postgres:[YOUR-PASSWORD]@db.qzrtvwxkplmnbhgfdsja.supabase.co:5432/postgres',
      gives: [],
      why: 'what the dashboard shows for copying',
    },
    { text: 'postgres://postgres:postgres@db.acme-shop.io/shop', gives: [], why: 'an image’s default' },
    { text: `postgres://app:${PASSWORD}@127.0.0.1:54322/postgres`, gives: [], why: 'the local stack' },
    { text: `postgres://app:${PASSWORD}@db.example.com/shop`, gives: [], why: 'a documentation host' },
    { text: 'postgres://db.acme-shop.io/shop', gives: [], why: 'no password' },
    { text: 'postgres://app:DB_PASSWORD@db.acme-shop.io/shop', gives: [], why: 'a variable’s name' },
  ],
});

export const mysqlUri: BackendDefinition = definitionOf({
  kind: 'mysql-uri',
  title: 'MySQL or MariaDB',
  scheme: '(?:mysql|mariadb|mysqlx)(?:2|\\+[a-z0-9]{2,16})?',
  jdbc: 'mysql|mariadb',
  anchors: ['mysql://', 'mysql2://', 'mysqlx://', 'mariadb://', 'mysql+', 'mariadb+'],
  docs: ['https://dev.mysql.com/doc/refman/8.4/en/connecting-using-uri-or-key-value-pairs.html'],
  examples: [
    { text: `mysql://app:${PASSWORD}@db.acme-shop.io:3306/shop`, gives: ['mysql-uri'], why: 'a server of its own' },
    {
      text: `mysql2://app:${PASSWORD}@acme-prod.c9x2k1w8.eu-west-1.rds.amazonaws.com/shop`,
      gives: ['mysql-uri'],
      why: 'the driver’s name in Ruby',
    },
    {
      text: `jdbc:mysql://db.acme-shop.io/shop?useSSL=true&user=app&password=${PASSWORD}`,
      gives: ['mysql-uri'],
      why: 'JDBC',
    },
    {
      text: `mysql://abcd1234:pscale_pw_${sample('alnum', 32)}@aws.connect.psdb.cloud/shop`,
      gives: ['mysql-uri'],
      why: 'PlanetScale',
    },
    { text: `mysql+pymysql://app:${PASSWORD}@db.acme-shop.io/shop`, gives: ['mysql-uri'], why: 'SQLAlchemy’s form' },
    { text: `mariadb://app:${PASSWORD}@db.acme-shop.io/shop`, gives: ['mysql-uri'], why: 'MariaDB' },
    { text: 'mysql://root:root@localhost:3306/test', gives: [], why: 'a developer’s own machine' },
    { text: 'mysql://user:password@host/db', gives: [], why: 'the documentation’s own example' },
    { text: 'jdbc:mysql://db.acme-shop.io/shop', gives: [], why: 'no password' },
    { text: `mysql://app:${PASSWORD}@db/shop`, gives: [], why: 'a name inside a container network' },
    { text: 'mysql://app:***@db.acme-shop.io/shop', gives: [], why: 'a mask' },
    { text: 'mysql://{user}:{password}@db.acme-shop.io', gives: [], why: 'a template' },
  ],
});

export const redisUri: BackendDefinition = definitionOf({
  kind: 'redis-uri',
  title: 'Redis',
  scheme: 'rediss?',
  anchors: ['redis://', 'rediss://'],
  docs: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  examples: [
    {
      text: `redis://default:${PASSWORD}@redis-12345.c1.eu-west-1-3.ec2.redns.redis-cloud.com:12345`,
      gives: ['redis-uri'],
      why: 'Redis Cloud',
    },
    {
      text: `rediss://default:${PASSWORD}@eu1-acme-12345.upstash.io:6379`,
      gives: ['redis-uri'],
      why: 'Upstash, with TLS',
    },
    { text: `redis://:${PASSWORD}@cache.acme-shop.io:6379/0`, gives: ['redis-uri'], why: 'a password without a user' },
    { text: 'redis://localhost:6379', gives: [], why: 'no password' },
    { text: `redis://:${PASSWORD}@redis:6379`, gives: [], why: 'a name inside a container network' },
    { text: 'redis://user:secret@cache.acme-shop.io', gives: [], why: 'a stand-in' },
  ],
});

export const amqpUri: BackendDefinition = definitionOf({
  kind: 'amqp-uri',
  title: 'Message broker (AMQP)',
  scheme: 'amqps?',
  anchors: ['amqp://', 'amqps://'],
  docs: ['https://www.rabbitmq.com/docs/access-control'],
  examples: [
    {
      text: `amqps://acmeuser:${PASSWORD}@rattlesnake.rmq.cloudamqp.com/acmeuser`,
      gives: ['amqp-uri'],
      why: 'CloudAMQP',
    },
    { text: `amqp://app:${PASSWORD}@mq.acme-shop.io:5672/`, gives: ['amqp-uri'], why: 'a broker of its own' },
    { text: `amqps://app:${PASSWORD}@b-1a2b3c.mq.eu-west-1.amazonaws.com:5671`, gives: ['amqp-uri'], why: 'Amazon MQ' },
    { text: 'amqp://guest:guest@localhost:5672/', gives: [], why: 'the default of a new installation' },
    { text: 'amqp://mq.acme-shop.io', gives: [], why: 'no password' },
    { text: `amqp://app:${PASSWORD}@rabbitmq:5672`, gives: [], why: 'a name inside a container network' },
  ],
});
