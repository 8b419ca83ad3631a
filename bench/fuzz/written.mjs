// Seeds of formats that no toolchain here writes, and of names or languages that no fixture has: the smallest file of each kind.
const HOST = 'https://acme.firebaseio.com';
const TEXTS = ['acme', HOST];

const lines = (...all) => Buffer.from(`${all.join('\n')}\n`);
const json = (value) => Buffer.from(JSON.stringify(value));

function formats({ writers, dart }) {
  return [
    [
      'BUNDLE-METADATA/com.android.tools.build.obfuscation/proguard.map',
      lines('# pg_map_id: f2b84eb', 'com.acme.Api -> a.b:', '    1:2:void upload(int):3:4 -> a'),
    ],
    ['assets/app.properties', lines(`a.url=${HOST}`, 'storage_bucket: acme\\', '  -two')],
    ['a.nib', writers.nibArchive(TEXTS)],
    ['a.realm', writers.realm(TEXTS)],
    ['global-metadata.dat', writers.unityMetadata(29, TEXTS)],
    ['CAB-acme', writers.unityAssets(TEXTS)],
    ['data.bin', Buffer.from(`\0\x01acme\0${HOST}\xff`, 'latin1')],
    ['snapshot', dart.dartSnapshot('cluster', [...TEXTS, 'größe'])],
    ['snapshot', dart.dartSnapshot('rodata64', [...TEXTS, 'größe'])],
    ['kernel_blob.bin', writers.dartKernel({ 'package:acme/api.dart': `var a = '${HOST}';` }, TEXTS)],
  ];
}

const COMMANDS = [
  'gsutil iam ch allUsers:objectViewer gs://acme-photos',
  'aws s3api put-bucket-acl --bucket "$B" --acl public-read',
  'az storage container create -n photos --account-name acme --public-access blob',
];

const FIRESTORE = [
  "rules_version = '2';",
  'service cloud.firestore { match /databases/{d}/documents {',
  '  function mine(id) { return request.auth.uid == id && request.time < timestamp.date(2027, 1, 1); }',
  '  match /users/{id=**} { allow read: if mine(id) || resource.data.public == true; allow write: if request.auth != null; }',
  '} }',
];

const PERMISSIONS = { find: { '*': true }, get: { requiresAuthentication: true } };

const languages = [
  ['firestore.rules', lines(...FIRESTORE)],
  [
    'database.rules.json',
    lines(
      '{"rules": {".read": false, "users": {"$id": {".read": "auth.uid === $id", ".write": "auth != null && newData.exists()"}}}}',
    ),
  ],
  ['firebase.json', json({ firestore: { rules: 'firestore.rules' }, database: { rules: 'database.rules.json' } })],
  [
    'appwrite.json',
    json({
      projectId: 'acme-prod',
      settings: { auth: { methods: { jwt: true, 'email-password': false, anonymous: false } } },
      collections: [
        { $id: 'users', databaseId: 'main', name: 'Users', $permissions: ['read("any")', 'write("users")'] },
      ],
      buckets: [{ $id: 'b', name: 'Avatars', $permissions: ['delete("guests")'], enabled: false }],
    }),
  ],
  ['deploy.sh', lines('B=acme-uploads', ...COMMANDS, `psql "$URL" -c 'grant select on users to anon'`)],
  [
    '.github/workflows/deploy.yml',
    lines('jobs:', '  a:', '    env: { B: acme-uploads }', '    steps:', `      - run: ${COMMANDS[1]}`),
  ],
  ['.gitlab-ci.yml', lines('deploy:', '  script:', `    - ${COMMANDS[0]}`)],
  ['Makefile', lines('B := acme-uploads', 'deploy:', `\t${COMMANDS[0]}`)],
  [
    'Dockerfile',
    lines('FROM hasura/graphql-engine', 'ENV HASURA_GRAPHQL_UNAUTHORIZED_ROLE=anonymous', `RUN ${COMMANDS[0]}`),
  ],
  ['package.json', json({ scripts: { deploy: COMMANDS[2] } })],
  ['fastlane/Fastfile', lines('lane :a do', `  sh("${COMMANDS[0]}")`, 'end')],
  [
    'schema/order.js',
    lines(
      `const s = { className: 'Order', classLevelPermissions: ${JSON.stringify(PERMISSIONS)} };`,
      'Parse.Schema.create(s);',
    ),
  ],
  ['schema.json', json([{ className: 'Order', fields: {}, classLevelPermissions: PERMISSIONS }])],
  [
    'pb_schema.json',
    json([{ name: 'users', type: 'auth', listRule: '@request.auth.id != ""', viewRule: '', createRule: null }]),
  ],
];

/** Pairs of a name and bytes. `writers` and `dart` are the modules that write formats. */
export const written = (modules) => [...formats(modules), ...languages];
