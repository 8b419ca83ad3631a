import { appsync } from '../../src/backends/aws/appsync.ts';
import { cloudfront } from '../../src/backends/aws/cloudfront.ts';
import { cognitoIdentityPool } from '../../src/backends/aws/cognito-identity-pool.ts';
import { s3 } from '../../src/backends/aws/s3.ts';
import { azureBlob } from '../../src/backends/azure/azure-blob.ts';
import { algolia } from '../../src/backends/baas/algolia.ts';
import { appwrite } from '../../src/backends/baas/appwrite.ts';
import { backendless } from '../../src/backends/baas/backendless.ts';
import { elasticsearch } from '../../src/backends/baas/elasticsearch.ts';
import { hasura } from '../../src/backends/baas/hasura.ts';
import { parse } from '../../src/backends/baas/parse.ts';
import { pocketbase } from '../../src/backends/baas/pocketbase.ts';
import { supabase } from '../../src/backends/baas/supabase.ts';
import type { BackendDefinition, ShippedKey } from '../../src/backends/backend.ts';
import { firebaseDatabase } from '../../src/backends/google/firebase-database.ts';
import { firebaseProject } from '../../src/backends/google/firebase-project.ts';
import { firestore } from '../../src/backends/google/firestore.ts';
import { gcs } from '../../src/backends/google/gcs.ts';
import { BACKENDS } from '../../src/backends/registry.ts';
import { sampleJwt } from '../../src/backends/samples.ts';
import { oracleOci } from '../../src/backends/storage/oracle-oci.ts';
import type { Backend, Operation, Outcome } from '../../src/model.ts';
import { createAlgolia } from '../fakes/algolia.ts';
import { createAppsync } from '../fakes/appsync.ts';
import { createAppwrite } from '../fakes/appwrite.ts';
import { createAzureBlob } from '../fakes/azure-blob.ts';
import { createBackendless } from '../fakes/backendless.ts';
import { createCloudFront } from '../fakes/cloudfront.ts';
import { createCognito } from '../fakes/cognito.ts';
import { createElasticsearch } from '../fakes/elasticsearch.ts';
import type { Fake } from '../fakes/fake.ts';
import { createFirebaseDatabase } from '../fakes/firebase-database.ts';
import { createGoogleProject } from '../fakes/firebase-project.ts';
import { createFirestore } from '../fakes/firestore.ts';
import { createGcs } from '../fakes/gcs.ts';
import { createHasura } from '../fakes/hasura.ts';
import { createOracle } from '../fakes/oracle-oci.ts';
import { createParse } from '../fakes/parse.ts';
import { createPocketBase } from '../fakes/pocketbase.ts';
import { createS3 } from '../fakes/s3.ts';
import { createSupabase, ROW } from '../fakes/supabase.ts';
import { PROBED } from './probed.ts';

/** Where everything is left open to strangers, where nothing is, and where there is nothing of that name. */
export type World = 'open' | 'closed' | 'absent';

/** A kind with probes, and the server that stands in for its provider. */
export interface Service {
  readonly definition: BackendDefinition;
  readonly name: string;
  readonly facts?: Partial<Pick<Backend, 'details' | 'paths'>>;
  readonly keys?: readonly ShippedKey[];
  readonly worlds: Readonly<Record<World, () => Fake | Promise<Fake>>>;
  /** What is proved of the open one by reading, and what in write mode. */
  readonly proves: readonly [reading: readonly Operation[], writing: readonly Operation[]];
  /** The only outcomes where nothing is open, and where there is nothing; the best that the provider lets be told. */
  readonly outcomes: Readonly<Record<'closed' | 'absent', readonly Outcome[]>>;
  /** The finding that a name which is free, and which anybody can take, comes to. */
  readonly dangling?: string;
  /** How many names of things, never their contents, the open one hands out; none if absent. */
  readonly names?: number;
  /** How many records the open one holds more, once `create-record` is consented to; none if absent. */
  readonly records?: number;
}

const REGION = 'eu-west-1';
const CLOSED = ['closed'] as const;
const ABSENT = ['absent'] as const;
const UNDECIDED = ['undecided'] as const;
const yes = () => true;
const no = () => false;

const API_KEY = `AIzaSy${'Qw3rTy7UiOp'.repeat(3)}`;
const DA2 = ['da2', 'h4nq7zk2vx5w8ytr3fmb6cdeju'].join('-');
const HEX = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
const APP_ID = 'Qw3rTy7UiOpAsDfGhJk2'.repeat(2);
const POOL = 'eu-west-1:7d3f0c52-91be-4c0a-8e55-2b6a4f9d1e03';
const REF = 'qzrtvwxkplmnbhgfdsja';
const ANON = sampleJwt({ iss: 'supabase', ref: REF, role: 'anon', iat: 1_700_000_000, exp: 2_015_000_000 });
const DISTRIBUTION = 'd3k9q7x2m4ztv8';
const APPSYNC = 'k3f7q2mzv5xw8ytr4hnb6cdeju';
const CLUSTER = 'acme-prod.es.us-east-1.aws.elastic-cloud.com';
const PAR = 'q7Zx2Vb9Lm4Kt8Wc1Rf6Yh3Jd5Gm0PsNaEuIoQwErTyBk29';
const RTDB = 'acme-eu.europe-west1.firebasedatabase.app';
const BACKENDLESS = '7B1E4F3A-52C8-4D9F-FF2A-6C0E9D1B8A00';
const REST_KEY = '9D2C6A41-0B7E-4C35-8F19-E3A5B7C9D100';

const SAS: ShippedKey = {
  kind: 'azure-sas',
  secret: 'not-a-signature',
  details: { permissions: 'rwdl', scope: 'container', query: 'sv=2021-10-04&sr=c&sp=rwdl&sig=bm90LWEtc2lnbmF0dXJl' },
};

const supabaseWith = (sql: string) => createSupabase(REF, ANON, sql);

const SERVICES_OF_THEIR_OWN: readonly Service[] = [
  {
    definition: s3,
    name: 'acme-media',
    facts: { details: { region: REGION } },
    worlds: {
      open: () =>
        createS3({
          'acme-media': { region: REGION, policy: ['s3:*'], acl: [{ group: 'AllUsers', permission: 'FULL_CONTROL' }] },
        }),
      closed: () => createS3({ 'acme-media': { region: REGION } }),
      absent: () => createS3({}),
    },
    proves: [
      ['administer', 'create', 'list'],
      ['administer', 'create', 'list', 'overwrite'],
    ],
    outcomes: { closed: CLOSED, absent: ['undecided', 'absent'] },
    dangling: 's3-dangling',
  },
  {
    definition: cognitoIdentityPool,
    name: POOL,
    worlds: {
      open: () => createCognito({ [POOL]: { guests: true } }),
      closed: () => createCognito({ [POOL]: { guests: false } }),
      absent: () => createCognito({}),
    },
    proves: [[], []],
    outcomes: { closed: CLOSED, absent: ABSENT },
    records: 1,
  },
  {
    definition: appsync,
    name: APPSYNC,
    facts: { details: { region: REGION, apiKey: DA2 } },
    worlds: {
      open: () =>
        createAppsync({ [APPSYNC]: { region: REGION, keys: { [DA2]: 'live' }, schema: { mutations: true } } }),
      closed: () => createAppsync({ [APPSYNC]: { region: REGION, keys: {}, schema: { mutations: true } } }),
      absent: () => createAppsync({}),
    },
    proves: [[], []],
    outcomes: { closed: CLOSED, absent: ABSENT },
  },
  {
    definition: cloudfront,
    name: DISTRIBUTION,
    worlds: {
      open: () =>
        createCloudFront(
          { [DISTRIBUTION]: { bucket: 'acme-media' } },
          { 'acme-media': { region: REGION, policy: ['s3:ListBucket', 's3:GetObject'] } },
        ),
      closed: () =>
        createCloudFront(
          { [DISTRIBUTION]: { bucket: 'acme-media' } },
          { 'acme-media': { region: REGION, policy: ['s3:GetObject'] } },
        ),
      absent: () => createCloudFront({ [DISTRIBUTION]: { bucket: 'acme-media' } }, {}),
    },
    proves: [['list'], ['list']],
    outcomes: { closed: CLOSED, absent: ABSENT },
    dangling: 'cloudfront-dangling',
  },
  {
    definition: azureBlob,
    name: 'acmeprodmedia/photos',
    facts: { details: { cloud: 'core.windows.net' }, paths: ['/canary-name.jpg'] },
    keys: [SAS],
    worlds: {
      open: () =>
        createAzureBlob({
          acmeprodmedia: {
            permitsPublicAccess: true,
            containers: { photos: 'container' },
            tokens: { bm90LWEtc2lnbmF0dXJl: 'rwdl' },
          },
        }),
      closed: () =>
        createAzureBlob({ acmeprodmedia: { permitsPublicAccess: true, containers: { photos: 'private' } } }),
      absent: () => createAzureBlob({}),
    },
    proves: [
      ['list', 'read'],
      ['create', 'delete', 'list', 'overwrite', 'read'],
    ],
    outcomes: { closed: CLOSED, absent: ABSENT },
    dangling: 'azure-blob-dangling',
  },
  {
    definition: azureBlob,
    name: 'acmeprodmedia',
    worlds: {
      open: () =>
        createAzureBlob({ acmeprodmedia: { permitsPublicAccess: true, containers: { photos: 'container' } } }),
      closed: () => createAzureBlob({ acmeprodmedia: { permitsPublicAccess: false, containers: {} } }),
      absent: () => createAzureBlob({}),
    },
    // No account lists its containers to strangers.
    proves: [[], []],
    outcomes: { closed: CLOSED, absent: ABSENT },
    dangling: 'azure-blob-dangling',
  },
  {
    definition: firebaseDatabase,
    name: 'acme-eu',
    facts: { details: { host: RTDB }, paths: ['/users'] },
    worlds: {
      open: () => createFirebaseDatabase({ 'acme-eu': { host: RTDB, rules: { '.read': true, '.write': true } } }),
      closed: () => createFirebaseDatabase({ 'acme-eu': { host: RTDB, rules: {} } }),
      absent: () => createFirebaseDatabase({}),
    },
    proves: [
      ['list', 'read'],
      ['delete', 'list', 'overwrite', 'read'],
    ],
    outcomes: { closed: CLOSED, absent: ABSENT },
  },
  {
    definition: firestore,
    name: 'acme-prod/shop',
    facts: { paths: ['/users'] },
    worlds: {
      open: () => createFirestore({ 'acme-prod/shop': { rules: yes } }),
      closed: () => createFirestore({ 'acme-prod/shop': { rules: no } }),
      absent: () => createFirestore({ 'acme-prod/shop': undefined }),
    },
    proves: [
      ['list', 'read'],
      ['delete', 'list', 'overwrite', 'read'],
    ],
    outcomes: { closed: CLOSED, absent: ABSENT },
  },
  {
    definition: gcs,
    name: 'acme-media',
    facts: { details: { service: 'firebase' } },
    worlds: {
      open: () =>
        createGcs({
          'acme-media': {
            rules: yes,
            iam: ['storage.objects.list', 'storage.objects.create', 'storage.objects.delete'],
          },
        }),
      closed: () => createGcs({ 'acme-media': { rules: no } }),
      absent: () => createGcs({}),
    },
    proves: [
      ['create', 'delete', 'list', 'overwrite', 'read'],
      ['create', 'delete', 'list', 'overwrite', 'read'],
    ],
    // Of the bucket’s existence alone, before anything is tried on it.
    outcomes: { closed: ['closed', 'undecided'], absent: ABSENT },
    dangling: 'gcs-dangling',
  },
  {
    definition: firebaseProject,
    name: 'acme-prod',
    facts: {
      details: { apiKey: API_KEY, appId: '1:932398433474:android:64f0aa11bb22cc33', projectNumber: '932398433474' },
    },
    worlds: {
      open: () =>
        createGoogleProject({
          [API_KEY]: {
            hasGemini: true,
            anonymous: true,
            password: true,
            values: { payments: ['sk', 'live', '4eC39HqLyjWDarjtT1zd'].join('_') },
          },
        }),
      closed: () => createGoogleProject({ [API_KEY]: { values: { colour: 'blue' } } }),
      absent: () => createGoogleProject({}),
    },
    proves: [[], []],
    // That the key is live, and what Remote Config holds, says nothing of access.
    outcomes: { closed: ['undecided', 'closed'], absent: CLOSED },
    records: 1,
  },
  {
    definition: supabase,
    name: REF,
    facts: {
      details: { host: `${REF}.supabase.co`, apiKey: ANON },
      paths: ['/rest/v1/orders', '/storage/v1/avatars'],
    },
    worlds: {
      open: () =>
        supabaseWith(`create table public.orders (name text, data text); insert into public.orders values ${ROW};
          grant all on public.orders to anon;
          insert into storage.buckets values ('avatars');
          insert into storage.objects (bucket_id, name) values ('avatars', 'canary-name-1');
          create policy p on storage.objects for select to anon using (true);`),
      closed: () => supabaseWith('create table public.orders (name text, data text);'),
      absent: async () => ({ ...(await supabaseWith('')), isHost: no }),
    },
    proves: [
      ['list', 'read'],
      ['list', 'read'],
    ],
    // What row-level security hides and what is empty look the same.
    outcomes: { closed: ['closed', 'undecided'], absent: ABSENT },
    names: 1,
  },
  {
    definition: appwrite,
    name: 'acme-prod',
    facts: { details: { host: 'fra.cloud.appwrite.io' }, paths: ['/databases/main/collections/orders'] },
    worlds: {
      open: () => createAppwrite('acme-prod', { 'main/orders': { permissions: ['read("any")', 'delete("any")'] } }),
      closed: () => createAppwrite('acme-prod', { 'main/orders': { permissions: ['read("users")'] } }),
      absent: () => createAppwrite('acme-other', {}),
    },
    proves: [
      ['list', 'read'],
      ['list', 'read'],
    ],
    outcomes: { closed: CLOSED, absent: ABSENT },
    names: 1,
  },
  {
    definition: pocketbase,
    name: 'acme.pockethost.io',
    facts: { paths: ['/orders'] },
    worlds: {
      open: () => createPocketBase({ 'acme.pockethost.io': { orders: { list: 'everybody', delete: 'everybody' } } }),
      closed: () => createPocketBase({ 'acme.pockethost.io': { orders: { list: null, delete: null } } }),
      absent: () => createPocketBase({ 'acme.pockethost.io': {} }),
    },
    proves: [
      ['list', 'read'],
      ['list', 'read'],
    ],
    outcomes: { closed: CLOSED, absent: ['absent', 'undecided'] },
  },
  {
    definition: parse,
    name: 'acmeprod',
    facts: {
      details: { host: 'acmeprod.b4a.io', appId: APP_ID, clientKey: 'Zk81PmQ2w'.repeat(4) },
      paths: ['/classes/Post'],
    },
    worlds: {
      open: () => {
        const everything = { everybody: ['find', 'count', 'get', 'delete'], objects: { a1: true, b2: true } } as const;
        return createParse({ [APP_ID]: { mount: '/parse', classes: { _User: everything, Post: everything } } });
      },
      closed: () => {
        const nothing = { everybody: [], objects: { a1: true } } as const;
        return createParse({ [APP_ID]: { mount: '/parse', classes: { _User: nothing, Post: nothing } } });
      },
      absent: () => createParse({}),
    },
    proves: [
      ['list', 'read'],
      ['list', 'read'],
    ],
    // Keys that no app has are refused like those of an app that was changed.
    outcomes: { closed: CLOSED, absent: CLOSED },
  },
  {
    definition: backendless,
    name: BACKENDLESS,
    facts: { details: { host: 'eu-api.backendless.com', apiKey: REST_KEY }, paths: ['/data/Orders'] },
    worlds: {
      open: () =>
        createBackendless({ [BACKENDLESS]: { Users: { visible: 3, hidden: 0 }, Orders: { visible: 2, hidden: 5 } } }),
      closed: () =>
        createBackendless({ [BACKENDLESS]: { Users: { visible: 0, hidden: 3 }, Orders: { visible: 0, hidden: 5 } } }),
      absent: () => createBackendless({}),
    },
    proves: [
      ['list', 'read'],
      ['list', 'read'],
    ],
    // What permissions hide is not counted, and codes of refusals are not documented.
    outcomes: { closed: UNDECIDED, absent: UNDECIDED },
  },
  {
    definition: hasura,
    name: 'acme-prod',
    worlds: {
      open: () => createHasura({ 'acme-prod': { hasAdminSecret: false } }),
      closed: () => createHasura({ 'acme-prod': { hasAdminSecret: true } }),
      absent: () => createHasura({}),
    },
    proves: [
      ['create', 'delete', 'list', 'overwrite', 'read'],
      ['create', 'delete', 'list', 'overwrite', 'read'],
    ],
    outcomes: { closed: CLOSED, absent: UNDECIDED },
  },
  {
    definition: elasticsearch,
    name: CLUSTER,
    worlds: {
      open: () => createElasticsearch({ [CLUSTER]: { guard: 'none' } }),
      closed: () => createElasticsearch({ [CLUSTER]: { guard: 'security' } }),
      absent: () => createElasticsearch({}),
    },
    proves: [
      ['list', 'read'],
      ['list', 'read'],
    ],
    outcomes: { closed: CLOSED, absent: ABSENT },
  },
  {
    definition: algolia,
    name: 'Q7ZK3XW9PL',
    facts: { details: { apiKey: HEX } },
    worlds: {
      open: () =>
        createAlgolia({ Q7ZK3XW9PL: { [HEX]: ['search', 'browse', 'addObject', 'deleteObject', 'editSettings'] } }),
      closed: () => createAlgolia({ Q7ZK3XW9PL: { [HEX]: ['search', 'listIndexes', 'settings'] } }),
      absent: () => createAlgolia({}),
    },
    proves: [
      ['administer', 'create', 'delete', 'list', 'overwrite', 'read'],
      ['administer', 'create', 'delete', 'list', 'overwrite', 'read'],
    ],
    // An application that is missing refuses the key like one that has revoked it.
    outcomes: { closed: CLOSED, absent: CLOSED },
  },
  {
    definition: oracleOci,
    name: 'axk3mq9zt7vb/acme-media',
    facts: { details: { region: 'eu-frankfurt-1' } },
    keys: [{ kind: 'oracle-par', secret: PAR, details: { scope: 'bucket' } }],
    worlds: {
      open: () =>
        createOracle({
          axk3mq9zt7vb: { 'acme-media': { access: 'ObjectRead', requests: { [PAR]: 'AnyObjectRead' } } },
        }),
      closed: () => createOracle({ axk3mq9zt7vb: { 'acme-media': { access: 'NoPublicAccess' } } }),
      absent: () => createOracle({}),
    },
    proves: [
      ['list', 'read'],
      ['list', 'read'],
    ],
    // A private bucket answers like one that is missing; only a missing namespace is told.
    outcomes: { closed: UNDECIDED, absent: ['absent', 'undecided'] },
  },
];

/** Those that speak the S3 API differ in host names only. */
const IMITATORS: readonly Service[] = BACKENDS.flatMap((definition) => {
  const backend = PROBED.find(({ kind }) => kind === definition.kind);
  const isOwn = SERVICES_OF_THEIR_OWN.some(({ definition: { kind } }) => kind === definition.kind);
  if (backend === undefined || isOwn || definition.probing?.specs[0]?.id !== `${definition.kind}-list`) return [];
  const { name, details } = backend;
  const host = /^(?:(?<bucket>acme-[a-z0-9-]+)\.)?.+$/;
  const grant = [{ group: 'AllUsers', permission: 'FULL_CONTROL' }] as const;
  const showsAcl = definition.probing.specs.length > 1;
  const proved: readonly Operation[] = showsAcl ? ['administer', 'create', 'list'] : ['list'];
  const rule = definition.rules.find(({ id }) => id === `${definition.kind}-dangling`)?.id;
  return [
    {
      definition,
      name,
      facts: { details },
      worlds: {
        open: () => createS3({ [name]: { acl: grant } }, { host }),
        closed: () => createS3({ [name]: {} }, { host }),
        absent: () => createS3({}, { host }),
      },
      proves: [proved, proved],
      outcomes: { closed: CLOSED, absent: ABSENT },
      ...(rule === undefined ? {} : { dangling: rule }),
    },
  ];
});

export const SERVICES: readonly Service[] = [...SERVICES_OF_THEIR_OWN, ...IMITATORS];
