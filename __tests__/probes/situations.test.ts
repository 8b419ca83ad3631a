import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/model.ts';
import { createAlgolia } from '../fakes/algolia.ts';
import { createAppsync } from '../fakes/appsync.ts';
import { createAppwrite, type FakeCollection } from '../fakes/appwrite.ts';
import { createAzureBlob } from '../fakes/azure-blob.ts';
import { createBackendless } from '../fakes/backendless.ts';
import { createCloudFront } from '../fakes/cloudfront.ts';
import { createElasticsearch } from '../fakes/elasticsearch.ts';
import type { Fake } from '../fakes/fake.ts';
import { createGoogleProject, GEMINI } from '../fakes/firebase-project.ts';
import { createFirestore } from '../fakes/firestore.ts';
import { createHasura } from '../fakes/hasura.ts';
import { createOracle } from '../fakes/oracle-oci.ts';
import { createParse, type FakeClass } from '../fakes/parse.ts';
import { createPocketBase } from '../fakes/pocketbase.ts';
import { type Asking, askFake } from '../fakes/serve.ts';
import { SERVICES } from './services.ts';

/** What lies between open and closed, service by service: who may, what hides, and what state the project is in. */
interface Situation {
  readonly kind: string;
  readonly is: string;
  readonly fake: () => Fake;
  /** Probe by probe, in order. */
  readonly outcomes: readonly Outcome[];
  readonly asking?: Partial<Asking>;
  readonly names?: number;
}

const serviceOf = (kind: string) => {
  const service = SERVICES.find(({ definition }) => definition.kind === kind);
  if (service === undefined) throw new Error(kind);
  return service;
};
const detail = (kind: string, name: string) => serviceOf(kind).facts?.details?.[name] ?? '';
const nameOf = (kind: string) => serviceOf(kind).name;

const appwrite = (is: string, collection: FakeCollection, outcomes: readonly Outcome[], names = 0): Situation => ({
  kind: 'appwrite',
  is,
  fake: () => createAppwrite('acme-prod', { 'main/orders': collection }),
  outcomes,
  names,
});

const parse = (is: string, post: FakeClass, outcomes: readonly Outcome[]): Situation => ({
  kind: 'parse',
  is,
  // Of the users nothing may be asked, so that all that is seen is of the class.
  fake: () =>
    createParse({
      [detail('parse', 'appId')]: { mount: '/parse', classes: { _User: { everybody: [], objects: {} }, Post: post } },
    }),
  outcomes: ['closed', ...outcomes],
});

const hasura = (is: string, engine: Parameters<typeof createHasura>[0][string], outcome: Outcome): Situation => ({
  kind: 'hasura',
  is,
  fake: () => createHasura({ 'acme-prod': engine }),
  outcomes: [outcome],
});

const pocketbase = (
  is: string,
  list: 'everybody' | 'nobody' | null,
  remove: typeof list,
  outcomes: readonly Outcome[],
) => ({
  kind: 'pocketbase',
  is,
  fake: () => createPocketBase({ 'acme.pockethost.io': { orders: { list, delete: remove } } }),
  outcomes,
});

type Project = Parameters<typeof createGoogleProject>[0][string];
const google = (is: string, project: Project, outcomes: readonly Outcome[]): Situation => ({
  kind: 'firebase-project',
  is,
  fake: () => createGoogleProject({ [detail('firebase-project', 'apiKey')]: project }),
  // Remote Config, the project's own settings, Gemini, sign-up by e-mail.
  outcomes,
  asking: { consents: { useCredential: true } },
});

const appsync = (
  is: string,
  key: 'live' | 'deleted',
  schema: Parameters<typeof createAppsync>[0][string]['schema'],
  outcomes: readonly Outcome[],
) => ({
  kind: 'appsync',
  is,
  fake: () =>
    createAppsync({
      [nameOf('appsync')]: {
        region: detail('appsync', 'region'),
        keys: { [detail('appsync', 'apiKey')]: key },
        ...(schema === undefined ? {} : { schema }),
      },
    }),
  outcomes,
});

const algolia = (is: string, acl: readonly string[], outcome: Outcome): Situation => ({
  kind: 'algolia',
  is,
  fake: () => createAlgolia({ Q7ZK3XW9PL: { [detail('algolia', 'apiKey')]: acl } }),
  outcomes: [outcome],
});

type OracleBucket = Parameters<typeof createOracle>[0][string][string];
const oracle = (is: string, bucket: OracleBucket, outcomes: readonly Outcome[]): Situation => ({
  kind: 'oracle-oci',
  is,
  fake: () => createOracle({ axk3mq9zt7vb: { 'acme-media': bucket } }),
  outcomes,
});
const PAR = serviceOf('oracle-oci').keys?.[0]?.secret ?? '';

type Account = Parameters<typeof createAzureBlob>[0][string];
const azure = (is: string, account: Account, outcomes: readonly Outcome[]): Situation => ({
  kind: 'azure-blob',
  is,
  fake: () => createAzureBlob({ acmeprodmedia: account }),
  outcomes,
});
const tokens = { bm90LWEtc2lnbmF0dXJl: 'rl' };

const SITUATIONS: readonly Situation[] = [
  appwrite(
    'readable by each document’s own permission',
    { permissions: [], hasDocumentSecurity: true, documents: { a: ['read("any")'], b: [] } },
    ['open'],
  ),
  appwrite(
    'hidden document by document',
    { permissions: [], hasDocumentSecurity: true, documents: { a: ['read("user:1")'] } },
    ['undecided'],
  ),
  appwrite('open and empty', { permissions: ['read("any")'], documents: {} }, ['undecided']),
  appwrite('open to guests by name', { permissions: ['read("guests")'], documents: { a: [] } }, ['open']),
  appwrite('open to writing alone', { permissions: ['create("any")', 'delete("any")'] }, ['closed']),
  appwrite('turned off', { permissions: ['read("any")'], isDisabled: true }, ['absent']),
  {
    kind: 'appwrite',
    is: 'in a project that is blocked',
    fake: () =>
      createAppwrite(
        'acme-prod',
        { 'main/orders': { permissions: ['read("any")'] } },
        { code: 403, type: 'general_resource_blocked' },
      ),
    outcomes: ['undecided'],
  },
  {
    kind: 'appwrite',
    is: 'in a project over its rate',
    fake: () => createAppwrite('acme-prod', {}, { code: 429, type: 'general_rate_limit_exceeded' }),
    outcomes: ['undecided'],
  },
  parse('open', { everybody: ['find', 'count', 'delete'], objects: { a: true } }, ['open', 'undecided']),
  parse('open, its objects hidden by their ACLs', { everybody: ['find', 'count', 'delete'], objects: { a: false } }, [
    'undecided',
    'undecided',
  ]),
  parse('readable, and not to be deleted', { everybody: ['find', 'count', 'get'], objects: { a: true } }, [
    'open',
    'closed',
  ]),
  parse('readable one by one', { everybody: ['get'], objects: { a: true } }, ['closed', 'closed']),
  parse('readable, and not to be counted', { everybody: ['find'], objects: { a: true } }, ['closed', 'closed']),
  {
    kind: 'parse',
    is: 'asked with a client key that was changed',
    fake: () => createParse({ [detail('parse', 'appId')]: { mount: '/parse', clientKey: 'another', classes: {} } }),
    outcomes: ['closed', 'closed', 'closed'],
  },
  {
    kind: 'parse',
    is: 'without the class, on the host that all apps share',
    fake: () => createParse({ [detail('parse', 'appId')]: { classes: {} } }),
    asking: {
      facts: { details: { host: 'parseapi.back4app.com', appId: detail('parse', 'appId') }, paths: ['/classes/Post'] },
    },
    outcomes: ['undecided', 'undecided', 'undecided'],
  },
  hasura('with a role for strangers that reads', { hasAdminSecret: true, unauthorized: ['select'] }, 'undecided'),
  hasura(
    'with a role for strangers that inserts',
    { hasAdminSecret: true, unauthorized: ['select', 'insert'] },
    'undecided',
  ),
  hasura(
    'with a role for strangers that may all',
    { hasAdminSecret: true, unauthorized: ['select', 'insert', 'update', 'delete'] },
    'open',
  ),
  hasura(
    'with a role whose schema is hidden',
    { hasAdminSecret: true, unauthorized: ['select'], isIntrospectionOff: true },
    'undecided',
  ),
  hasura('paused', { hasAdminSecret: false, isPaused: true }, 'undecided'),
  pocketbase('filtered by a rule', 'nobody', 'nobody', ['undecided', 'undecided']),
  pocketbase('readable, deleting locked', 'everybody', null, ['open', 'closed']),
  pocketbase('locked, deleting left open', null, 'everybody', ['closed', 'undecided']),
  {
    kind: 'elasticsearch',
    is: 'behind an access policy of AWS',
    fake: () => createElasticsearch({ 'search-acme-abcdefghij.us-east-1.es.amazonaws.com': { guard: 'iam' } }),
    asking: { name: 'search-acme-abcdefghij.us-east-1.es.amazonaws.com' },
    outcomes: ['closed'],
  },
  {
    kind: 'elasticsearch',
    is: 'open on AWS, and empty',
    fake: () =>
      createElasticsearch({ 'search-acme-abcdefghij.us-east-1.es.amazonaws.com': { guard: 'none', documents: {} } }),
    asking: { name: 'search-acme-abcdefghij.us-east-1.es.amazonaws.com' },
    outcomes: ['open'],
  },
  {
    kind: 'elasticsearch',
    is: 'on a host of its own, which is no provider’s',
    fake: () => createElasticsearch({ 'search.acme-shop.io': { guard: 'none' } }),
    asking: { name: 'search.acme-shop.io' },
    outcomes: [],
  },
  algolia('a search key', ['search'], 'closed'),
  algolia('a key that reads what is hidden', ['search', 'seeUnretrievableAttributes'], 'open'),
  algolia('a key that reads the logs', ['search', 'logs'], 'open'),
  {
    kind: 'algolia',
    is: 'not asked without consent',
    fake: () => createAlgolia({ Q7ZK3XW9PL: { [detail('algolia', 'apiKey')]: ['browse'] } }),
    asking: { consents: {} },
    outcomes: [],
  },
  appsync('with a key that was deleted', 'deleted', { mutations: true }, ['closed']),
  appsync('without a schema', 'live', undefined, ['undecided']),
  appsync('that only reads', 'live', { mutations: false }, ['open', 'undecided']),
  appsync('that hides its schema', 'live', { mutations: true, isIntrospectionOff: true }, ['open', 'closed']),
  google(
    'with a key for the app’s own APIs',
    { restrictedTo: ['identitytoolkit.googleapis.com', 'firebaseremoteconfig.googleapis.com'], hasGemini: true },
    ['undecided', 'undecided', 'closed', 'closed'],
  ),
  google('with a key for Gemini alone', { restrictedTo: [GEMINI], hasGemini: true }, [
    'undecided',
    'undecided',
    'open',
    'undecided',
  ]),
  google('where everybody may sign up', { password: true }, ['undecided', 'undecided', 'closed', 'undecided']),
  {
    kind: 'cloudfront',
    is: 'with a default root object before an open bucket',
    fake: () =>
      createCloudFront(
        { [nameOf('cloudfront')]: { bucket: 'acme-media', rootObject: '<h1>Acme</h1>' } },
        { 'acme-media': { region: 'eu-west-1', policy: ['s3:ListBucket'] } },
      ),
    outcomes: ['closed'],
  },
  {
    kind: 'cloudfront',
    is: 'that nobody has made',
    fake: () => createCloudFront({}, {}),
    outcomes: ['closed'],
  },
  oracle('read object by object', { access: 'ObjectReadWithoutList' }, ['undecided', 'undecided']),
  oracle('private, with a request that lists', { access: 'NoPublicAccess', requests: { [PAR]: 'AnyObjectRead' } }, [
    'undecided',
    'open',
  ]),
  oracle(
    'private, with a request that reads',
    { access: 'NoPublicAccess', requests: { [PAR]: 'AnyObjectReadWithoutList' } },
    ['undecided', 'undecided'],
  ),
  oracle('private, with a request that writes', { access: 'NoPublicAccess', requests: { [PAR]: 'AnyObjectWrite' } }, [
    'undecided',
    'undecided',
  ]),
  // Container, absent blob where it is not listed, the known blob, then the token: list, write, delete.
  azure('public blob by blob', { permitsPublicAccess: true, containers: { photos: 'blob' } }, [
    'closed',
    'open',
    'open',
    'closed',
    'closed',
    'closed',
  ]),
  azure('private, with a token that lists', { permitsPublicAccess: true, containers: { photos: 'private' }, tokens }, [
    'closed',
    'closed',
    'closed',
    'open',
    'closed',
    'closed',
  ]),
  azure(
    'in an account that is disabled',
    { permitsPublicAccess: true, containers: { photos: 'container' }, isDisabled: true },
    ['undecided', 'undecided', 'undecided', 'undecided', 'undecided'],
  ),
  azure('missing in an account that is there', { permitsPublicAccess: true, containers: {}, tokens }, [
    'closed',
    'closed',
    'closed',
    'undecided',
    'undecided',
    'undecided',
  ]),
  {
    kind: 'backendless',
    is: 'on a subdomain of its own',
    fake: () =>
      createBackendless({ acmeprod: { Users: { visible: 0, hidden: 2 }, Orders: { visible: 4, hidden: 0 } } }),
    asking: {
      name: 'acmeprod',
      facts: { details: { host: 'acmeprod.backendless.app' }, paths: ['/data/Orders', '/data/Gone'] },
    },
    outcomes: ['undecided', 'open', 'undecided'],
  },
  {
    kind: 'firestore',
    is: 'closed by default, and open in a database of another name',
    fake: () => createFirestore({ 'acme-prod': { rules: () => false }, 'acme-prod/shop': { rules: () => true } }),
    outcomes: ['open', 'open', 'open', 'open', 'open'],
  },
  {
    kind: 'firestore',
    is: 'open in a database of another name, asked at the default one',
    fake: () => createFirestore({ 'acme-prod': { rules: () => false }, 'acme-prod/shop': { rules: () => true } }),
    asking: { name: 'acme-prod' },
    outcomes: ['closed', 'closed', 'closed', 'closed', 'closed'],
  },
];

describe.each([...new Set(SITUATIONS.map(({ kind }) => kind))])('%s', (kind) => {
  it.each(SITUATIONS.filter((one) => one.kind === kind).map((one) => [one.is, one.outcomes, one] as const))(
    '%s: %j',
    async (_is, outcomes, { fake: create, asking = {}, names }) => {
      const { definition, name, facts = {}, keys = [] } = serviceOf(kind);
      const fake = create();
      const whole = {
        definition,
        name,
        facts,
        keys,
        mode: 'write',
        consents: { useCredential: true },
        ...asking,
      } as const;
      const asked = await askFake(whole, fake);
      expect(asked.observed.map(({ outcome }) => outcome)).toEqual(outcomes);
      expect([fake.mutations(), asked.dataBytes, asked.problems]).toEqual([0, 0, []]);
      expect(asked.names).toBeLessThanOrEqual(names ?? 0);
    },
  );
});
