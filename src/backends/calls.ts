import type { Place, Text } from '../model.ts';

/**
 * Calls of the SDKs by which an app names what it uses: parts of a backend (`collection("users")`), or settings that stand
 * in no resource. Names of classes and methods are those of the SDKs' documentation; where an SDK does not keep them
 * from R8, a message that the method throws tells it.
 */

/** A part of a backend that the app uses, without the name of the backend. */
export interface Usage {
  readonly kind: string;
  /** `/users`, as the backend's own mentions write their paths. */
  readonly path: string;
  readonly place: Place;
  /** Only the backends of the same entry can be meant. */
  readonly sameEntry: boolean;
}

interface Call {
  readonly key: string;
  readonly code?: {
    readonly owner: string;
    readonly method: string;
    readonly parameters?: string;
    readonly telltale?: string;
    readonly nests?: true;
  };
  readonly script?: {
    readonly method: string;
    readonly on?: string;
    readonly modular?: true;
    readonly next?: readonly string[];
    readonly within?: readonly string[];
    readonly more?: true;
    readonly beside: readonly string[];
  };
  readonly assembly?: { readonly type: string; readonly method: string; readonly parameter?: number };
  /** The backend stands in another file of the app: it is configured outside of the script. */
  readonly elsewhere?: true;
  /** Absent where the key is one that a backend reads anyway. */
  readonly usage?: { readonly kind: string; readonly pathOf: (value: string) => string | undefined };
}

const FIRESTORE = { kind: 'firestore', pathOf: (value: string) => firstOf(value) };
const DATABASE = { kind: 'firebase-database', pathOf: (value: string) => wholeOf(value) };
const STORAGE = { kind: 'gcs', pathOf: (value: string) => wholeOf(value) };
const FUNCTIONS = { kind: 'cloud-functions', pathOf: (value: string) => firstOf(value) };
const TABLES = { kind: 'supabase', pathOf: (value: string) => below('/rest/v1', value) };
const PROCEDURES = { kind: 'supabase', pathOf: (value: string) => below('/rest/v1/rpc', value) };
const EDGE_FUNCTIONS = { kind: 'supabase', pathOf: (value: string) => below('/functions/v1', value) };
const BUCKETS = { kind: 'supabase', pathOf: (value: string) => below('/storage/v1', value) };
const CLASSES = { kind: 'parse', pathOf: (value: string) => below('/classes', value) };

/** `users/42/orders` names the collection `users`. */
function firstOf(value: string): string | undefined {
  const first = /^\/?([A-Za-z0-9_-]{1,128})(?:\/|$)/.exec(value)?.[1];
  return first === undefined ? undefined : `/${first}`;
}

function wholeOf(value: string): string | undefined {
  const path = /^\/?((?:[A-Za-z0-9_-]{1,64}\/){0,3}[A-Za-z0-9_-]{1,64})\/?$/.exec(value)?.[1];
  return path === undefined ? undefined : `/${path}`;
}

function below(root: string, value: string): string | undefined {
  return /^[A-Za-z_][A-Za-z0-9_-]{0,62}$/.test(value) ? `${root}/${value}` : undefined;
}

const TWO_STRINGS = 'Ljava/lang/String;Ljava/lang/String;';
const FIREBASE_HOSTS = ['firebase', 'firestore'];
const SUPABASE_HOSTS = ['.supabase.'];

/** What is done next tells tables, buckets, nodes of a database and folders of a bucket from each other. */
const QUERIES = ['select', 'insert', 'update', 'upsert', 'delete'];
const TRANSFERS = [
  'upload',
  'download',
  'getPublicUrl',
  'createSignedUrl',
  'createSignedUrls',
  'createSignedUploadUrl',
  'list',
  'remove',
  'move',
  'copy',
];
const NODE_METHODS = [
  'once',
  'on',
  'push',
  'set',
  'orderByChild',
  'orderByKey',
  'orderByValue',
  'limitToLast',
  'limitToFirst',
  'onDisconnect',
  'transaction',
];
/** Of firebase/database and firebase/storage, as far as no other module of Firebase has a function of that name. */
const NODE_FUNCTIONS = [
  'onValue',
  'onChildAdded',
  'onChildChanged',
  'onChildRemoved',
  'push',
  'set',
  'update',
  'child',
];
const FILE_METHODS = ['putFile', 'putString', 'put', 'getDownloadURL', 'listAll', 'writeToFile', 'updateMetadata'];
const FILE_FUNCTIONS = [
  'uploadBytes',
  'uploadBytesResumable',
  'uploadString',
  'getDownloadURL',
  'getBytes',
  'getBlob',
  'listAll',
  'deleteObject',
];

export const CALLS: readonly Call[] = [
  // com.google.firebase:firebase-common
  code('firebase_project_id', 'com.google.firebase.FirebaseOptions$Builder', 'setProjectId'),
  code('google_storage_bucket', 'com.google.firebase.FirebaseOptions$Builder', 'setStorageBucket'),
  // com.google.firebase:firebase-firestore
  {
    ...code('firestore collection', 'com.google.firebase.firestore.FirebaseFirestore', 'collection', {
      telltale: 'Provided collection path must not be null.',
    }),
    usage: FIRESTORE,
  },
  {
    ...code('firestore collection group', 'com.google.firebase.firestore.FirebaseFirestore', 'collectionGroup', {
      telltale: 'Provided collection ID must not be null.',
    }),
    usage: FIRESTORE,
  },
  {
    ...code('firestore document', 'com.google.firebase.firestore.FirebaseFirestore', 'document'),
    usage: FIRESTORE,
  },
  ...inScripts('Firestore', FIRESTORE, [
    { method: 'collection', modular: true },
    { method: 'collectionGroup', modular: true },
    { method: 'doc', modular: true, more: true },
  ]),
  // com.google.firebase:firebase-database
  {
    ...code('database reference', 'com.google.firebase.database.FirebaseDatabase', 'getReference', {
      telltale: "Can't pass null for argument 'pathString' in FirebaseDatabase.getReference()",
      nests: true,
    }),
    usage: DATABASE,
  },
  {
    ...code('database child', 'com.google.firebase.database.DatabaseReference', 'child', {
      telltale: "Can't pass null for argument 'pathString' in child()",
      nests: true,
    }),
    usage: DATABASE,
  },
  ...inScripts('Database', DATABASE, [
    { method: 'ref', on: 'database' },
    { method: 'ref', next: NODE_METHODS },
    { method: 'ref', modular: true, within: NODE_FUNCTIONS },
  ]),
  // com.google.firebase:firebase-storage
  {
    ...code('storage reference', 'com.google.firebase.storage.FirebaseStorage', 'getReference', { nests: true }),
    usage: STORAGE,
  },
  {
    ...code('storage child', 'com.google.firebase.storage.StorageReference', 'child', {
      telltale: 'childName cannot be null or empty',
      nests: true,
    }),
    usage: STORAGE,
  },
  ...inScripts('Storage', STORAGE, [
    { method: 'ref', on: 'storage' },
    { method: 'ref', next: FILE_METHODS },
    { method: 'ref', modular: true, within: FILE_FUNCTIONS },
  ]),
  // com.google.firebase:firebase-functions
  {
    ...code('callable function', 'com.google.firebase.functions.FirebaseFunctions', 'getHttpsCallable'),
    usage: FUNCTIONS,
  },
  ...inScripts('Functions', FUNCTIONS, [{ method: 'httpsCallable', modular: true }]),
  // io.github.jan-tennert.supabase:postgrest-kt, storage-kt
  { ...code('supabase table', 'io.github.jan.supabase.postgrest.Postgrest', 'from'), usage: TABLES },
  { ...code('supabase table of client', 'io.github.jan.supabase.postgrest.PostgrestKt', 'from'), usage: TABLES },
  { ...code('supabase procedure', 'io.github.jan.supabase.postgrest.Postgrest', 'rpc'), usage: PROCEDURES },
  { ...code('supabase bucket', 'io.github.jan.supabase.storage.Storage', 'from'), usage: BUCKETS },
  { key: 'script table', script: { method: 'from', next: QUERIES, beside: SUPABASE_HOSTS }, usage: TABLES },
  { key: 'script bucket', script: { method: 'from', next: TRANSFERS, beside: SUPABASE_HOSTS }, usage: BUCKETS },
  { key: 'script procedure', script: { method: 'rpc', beside: SUPABASE_HOSTS }, usage: PROCEDURES },
  {
    key: 'script edge function',
    script: { method: 'invoke', on: 'functions', beside: SUPABASE_HOSTS },
    usage: EDGE_FUNCTIONS,
  },
  // com.amazonaws:aws-android-sdk-s3: only overloads that begin with bucket and key
  ...['upload', 'download'].map((method) =>
    code('s3_bucket', 'com.amazonaws.mobileconnectors.s3.transferutility.TransferUtility', method, {
      parameters: TWO_STRINGS,
    }),
  ),
  ...[
    'putObject',
    'getObject',
    'deleteObject',
    'listObjects',
    'listObjectsV2',
    'generatePresignedUrl',
    'getUrl',
  ].flatMap((method) =>
    ['com.amazonaws.services.s3.AmazonS3', 'com.amazonaws.services.s3.AmazonS3Client'].map((owner) =>
      code('s3_bucket', owner, method, { parameters: TWO_STRINGS }),
    ),
  ),
  ...['PutObjectRequest', 'GetObjectRequest', 'DeleteObjectRequest', 'GeneratePresignedUrlRequest'].map((request) =>
    code('s3_bucket', `com.amazonaws.services.s3.model.${request}`, '<init>', { parameters: TWO_STRINGS }),
  ),
  // com.parse:parse
  { ...code('parse class', 'com.parse.ParseQuery', 'getQuery'), usage: CLASSES },
  { ...code('parse object', 'com.parse.ParseObject', 'create'), usage: CLASSES },
  { ...code('parse object made', 'com.parse.ParseObject', '<init>'), usage: CLASSES },
  // .NET: Unity's SDK of Firebase and Xamarin's bindings have the same names, Plugin.Firebase, Google.Cloud.Firestore
  ...inAssemblies(FIRESTORE, {
    'Firebase.Firestore.FirebaseFirestore': ['Collection', 'CollectionGroup'],
    'Google.Cloud.Firestore.FirestoreDb': ['Collection', 'CollectionGroup'],
    'Plugin.Firebase.Firestore.IFirebaseFirestore': ['GetCollection', 'GetCollectionGroup'],
    'Plugin.CloudFirestore.IFirestore': ['Collection', 'CollectionGroup', 'GetCollection', 'GetCollectionGroup'],
  }),
  // FirebaseDatabase.net has the last one
  ...inAssemblies(DATABASE, {
    'Firebase.Database.FirebaseDatabase': ['GetReference'],
    'Firebase.Database.FirebaseClient': ['Child'],
  }),
  ...inAssemblies(STORAGE, { 'Firebase.Storage.FirebaseStorage': ['GetReference'] }),
  ...inAssemblies(FUNCTIONS, { 'Firebase.Functions.FirebaseFunctions': ['GetHttpsCallable'] }),
  assembly('firebase_project_id', 'Firebase.FirebaseOptions/Builder', 'SetProjectId'),
  assembly('google_storage_bucket', 'Firebase.FirebaseOptions/Builder', 'SetStorageBucket'),
  // supabase-csharp: a table is an attribute of its model
  ...inAssemblies(TABLES, {
    'Supabase.Postgrest.Attributes.TableAttribute': ['.ctor'],
    'Postgrest.Attributes.TableAttribute': ['.ctor'],
  }),
  ...inAssemblies(PROCEDURES, { 'Supabase.Client': ['Rpc'] }),
  ...inAssemblies(BUCKETS, { 'Supabase.Storage.Interfaces.IStorageClient`2': ['From'] }),
  // Parse-SDK-dotNET
  ...inAssemblies(CLASSES, {
    'Parse.ParseClassNameAttribute': ['.ctor'],
    'Parse.ParseObject': ['.ctor', 'GetQuery'],
  }),
  // AWSSDK.S3, AWSSDK.DynamoDBv2
  ...[
    'Amazon.S3.Model.PutObjectRequest',
    'Amazon.S3.Model.GetObjectRequest',
    'Amazon.S3.Model.DeleteObjectRequest',
    'Amazon.S3.Model.ListObjectsRequest',
    'Amazon.S3.Model.ListObjectsV2Request',
    'Amazon.S3.Model.GetPreSignedUrlRequest',
    'Amazon.S3.Transfer.TransferUtilityUploadRequest',
    'Amazon.S3.Transfer.TransferUtilityDownloadRequest',
  ].map((type) => assembly('s3_bucket', type, 'set_BucketName')),
  ...['GetItemRequest', 'PutItemRequest', 'UpdateItemRequest', 'DeleteItemRequest', 'QueryRequest', 'ScanRequest'].map(
    (request) => assembly('dynamodb_table', `Amazon.DynamoDBv2.Model.${request}`, 'set_TableName'),
  ),
  assembly('dynamodb_table', 'Amazon.DynamoDBv2.DataModel.DynamoDBTableAttribute', '.ctor'),
  {
    key: 'dynamodb_table',
    assembly: { type: 'Amazon.DynamoDBv2.DocumentModel.Table', method: 'LoadTable', parameter: 1 },
  },
];

function assembly(key: string, type: string, method: string): Call {
  return { key, assembly: { type, method } };
}

function inAssemblies(
  usage: NonNullable<Call['usage']>,
  types: Readonly<Record<string, readonly string[]>>,
): readonly Call[] {
  return Object.entries(types).flatMap(([type, methods]) =>
    methods.map((method) => ({ ...assembly(`${type}::${method}`, type, method), usage })),
  );
}

/**
 * A call in JavaScript: beside the web SDK, whose configuration stands in the same bundle, and beside the modules of React
 * Native Firebase (packages/<service>/lib/index.ts), which is configured by the app's resources.
 */
function inScripts(
  service: string,
  usage: NonNullable<Call['usage']>,
  scripts: readonly Omit<NonNullable<Call['script']>, 'beside'>[],
): readonly Call[] {
  return scripts.flatMap((script, index): readonly Call[] => [
    { key: `script ${service} ${index}`, script: { ...script, beside: FIREBASE_HOSTS }, usage },
    {
      key: `native script ${service} ${index}`,
      script: { ...script, beside: nativeModules(service).map((name) => name.toLowerCase()) },
      usage,
      elsewhere: true,
    },
  ]);
}

function nativeModules(service: string): readonly string[] {
  return [`RNFB${service}`, `RNFBTurbo${service}`];
}

/** For the byte search, beside the backends' own anchors: they tell whose calls a bundle holds. */
export const CALL_ANCHORS: readonly string[] = ['Firestore', 'Database', 'Storage', 'Functions'].flatMap(nativeModules);

function code(
  key: string,
  owner: string,
  method: string,
  more: { readonly parameters?: string; readonly telltale?: string; readonly nests?: true } = {},
): Call {
  return { key, code: { owner: `L${owner.replaceAll('.', '/')};`, method, ...more } };
}

const USAGES = new Map(CALLS.flatMap((call) => (call.usage === undefined ? [] : [[call.key, call] as const])));

/** What an argument that a reader handed on says of a backend's parts. */
export function usageOf(text: Text): Usage | undefined {
  const call = text.key === undefined ? undefined : USAGES.get(text.key);
  const path = call?.usage?.pathOf(text.value);
  if (call?.usage === undefined || path === undefined) return undefined;
  return { kind: call.usage.kind, path, place: text.place, sameEntry: call.script !== undefined && !call.elsewhere };
}
