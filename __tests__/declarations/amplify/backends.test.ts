import { describe, expect, it } from 'vitest';
import { amplify } from '../../../src/declarations/amplify/index.ts';
import { demandTotal } from '../hostile.ts';
import { brief, readWith } from '../read.ts';

const API = 'amplify/backend/api/shop';
const SCHEMA = `${API}/schema.graphql`;
const INPUTS = (mode: string, ...more: readonly string[]) =>
  JSON.stringify({
    version: 1,
    serviceConfiguration: { defaultAuthType: { mode }, additionalAuthTypes: more.map((one) => ({ mode: one })) },
  });
const CLI = (version?: number) =>
  JSON.stringify({ features: { graphqltransformer: { addmissingownerfields: true, transformerversion: version } } });
const POOL = (guests: boolean) =>
  JSON.stringify({ version: '1', cognitoConfig: { allowUnauthenticatedIdentities: guests } });

async function briefs(files: Readonly<Record<string, string>>, kind: string) {
  const { declarations } = await readWith(amplify, files);
  return declarations.filter((one) => one.kind === kind).map(brief);
}

describe('GraphQL schemas of the first generation', () => {
  it.each([
    [
      'a public rule lets the API key do everything',
      '@auth(rules: [{ allow: public }])',
      ['1 /Todo anyone list,read,create,overwrite,delete open'],
    ],
    [
      'operations narrow it',
      '@auth(rules: [{ allow: public, operations: [read] }])',
      ['1 /Todo anyone list,read open'],
    ],
    [
      'one operation needs no list',
      '@auth(rules: [{ allow: public, operations: create }])',
      ['1 /Todo anyone create open'],
    ],
    ['one rule needs no list', '@auth(rules: { allow: public, operations: [get] })', ['1 /Todo anyone read open']],
    [
      'signed in is whoever signs up',
      '@auth(rules: [{ allow: private, operations: [update] }])',
      ['1 /Todo any-account overwrite open'],
    ],
    ['an owner is somebody in particular', '@auth(rules: [{ allow: owner }])', []],
    ['a group is chosen by somebody', '@auth(rules: [{ allow: groups, groups: ["Admin"] }])', []],
    ['a function decides by itself', '@auth(rules: [{ allow: custom, provider: function }])', []],
    ['no rule: denied by the second transformer', '', []],
    ['a rule in a comment is none', '# @auth(rules: [{ allow: public }])', []],
    ['a rule on a field does not open the model', '{ x: Int @auth(rules: [{ allow: public }]) } type X', []],
  ])('%s', async (_title, directives, expected) => {
    const files = { [SCHEMA]: `type Todo @model ${directives}\n{ id: ID! }`, 'amplify/cli.json': CLI(2) };
    expect(await briefs(files, 'appsync')).toEqual(expected);
  });

  it('leaves a type without @model alone', async () => {
    expect(
      await briefs({ [SCHEMA]: 'type Gender @auth(rules: [{ allow: public }]) { male: Boolean }' }, 'appsync'),
    ).toEqual([]);
  });

  it('takes the global rule for models without one of their own', async () => {
    const text = `input AMPLIFY { globalAuthRule: AuthRule = { allow: public } }
type Todo @model { id: ID! }
type Note @model @auth(rules: [{ allow: owner }]) { id: ID! }`;
    expect(await briefs({ [SCHEMA]: text }, 'appsync')).toEqual([
      '2 /Todo anyone list,read,create,overwrite,delete open',
    ]);
  });

  it('knows that a commented global rule is none', async () => {
    const text = '# input AMPLIFY { globalAuthRule: AuthRule = { allow: public } }\ntype Todo @model { id: ID! }';
    expect(await briefs({ [SCHEMA]: text }, 'appsync')).toEqual([]);
  });

  it.each([
    ['first transformer, API key by default', 'API_KEY', 1, ['1 /Todo anyone list,read,create,overwrite,delete open']],
    [
      'first transformer, user pools by default',
      'AMAZON_COGNITO_USER_POOLS',
      1,
      ['1 /Todo any-account list,read,create,overwrite,delete open'],
    ],
    ['first transformer by omission', 'API_KEY', undefined, ['1 /Todo anyone list,read,create,overwrite,delete open']],
    ['second transformer denies', 'API_KEY', 2, []],
  ])('a model without a rule, %s', async (_title, mode, version, expected) => {
    const files = {
      [SCHEMA]: 'type Todo @model { id: ID! }',
      [`${API}/cli-inputs.json`]: INPUTS(mode),
      'amplify/cli.json': CLI(version),
    };
    expect(await briefs(files, 'appsync')).toEqual(expected);
  });

  it('leaves to the default mode what the rules of the first transformer do not speak of', async () => {
    const files = {
      [SCHEMA]: 'type Todo @model @auth(rules: [{ allow: owner, operations: [create, update, delete] }]) { id: ID! }',
      [`${API}/cli-inputs.json`]: INPUTS('AMAZON_COGNITO_USER_POOLS'),
      'amplify/cli.json': CLI(1),
    };
    expect(await briefs(files, 'appsync')).toEqual(['1 /Todo any-account list,read open']);
  });

  it('does not believe in an API key that no config knows', async () => {
    const files = {
      [SCHEMA]: 'type Todo @model @auth(rules: [{ allow: public }]) { id: ID! }',
      [`${API}/cli-inputs.json`]: INPUTS('AWS_IAM'),
    };
    expect(await briefs(files, 'appsync')).toEqual(['1 /Todo anyone list,read,create,overwrite,delete unknown']);
  });

  it.each([
    [true, 'open'],
    [false, 'mitigated'],
    [undefined, 'unknown'],
  ])('guests by IAM, identity pool %s: %s', async (guests, state) => {
    const files = {
      [SCHEMA]: 'type Todo @model @auth(rules: [{ allow: public, provider: iam, operations: [read] }]) { id: ID! }',
      ...(guests === undefined ? {} : { 'amplify/backend/auth/shop/cli-inputs.json': POOL(guests) }),
    };
    expect(await briefs(files, 'appsync')).toEqual([`1 /Todo anyone list,read ${state}`]);
  });

  it('reads the modes of an older project from backend-config.json', async () => {
    const config = {
      api: { shop: { output: { authConfig: { defaultAuthentication: { authenticationType: 'API_KEY' } } } } },
    };
    const files = {
      [SCHEMA]: 'type Todo @model { id: ID! }',
      'amplify/backend/backend-config.json': JSON.stringify(config),
      'amplify/cli.json': CLI(1),
    };
    expect(await briefs(files, 'appsync')).toHaveLength(1);
  });

  it('says where a schema breaks off, and reads the rest', async () => {
    const text = 'type Todo @model @auth(rules: [{ allow: public }]) { id: ID! }\ntype Note @model { id: ID!';
    const { declarations, problems } = await readWith(amplify, { [SCHEMA]: text });
    expect(declarations.map(brief)).toEqual(['1 /Todo anyone list,read,create,overwrite,delete open']);
    expect(problems).toMatchObject([{ kind: 'malformed', path: SCHEMA, line: 2 }]);
  });
});

describe('storage of the first generation', () => {
  const PATH = 'amplify/backend/storage/photos/cli-inputs.json';
  const STORAGE = (access: string, guest: readonly string[], auth: readonly string[]) =>
    JSON.stringify({ bucketName: 'shopphotos', storageAccess: access, guestAccess: guest, authAccess: auth }, null, 1);

  it('gives guests what the CLI makes of READ, CREATE_AND_UPDATE and DELETE', async () => {
    const files = {
      [PATH]: STORAGE('authAndGuest', ['READ', 'CREATE_AND_UPDATE', 'DELETE'], []),
      'amplify/backend/auth/shop/cli-inputs.json': POOL(true),
    };
    expect(await briefs(files, 's3')).toEqual([
      '5 /public/{path=**} anyone list,read open',
      '5 /protected/{path=**} anyone list,read open',
      '6 /public/{path=**} anyone create,overwrite open',
      '6 /uploads/{path=**} anyone create,overwrite open',
      '7 /public/{path=**} anyone delete open',
    ]);
  });

  it('ignores a list for guests where the storage is for accounts', async () => {
    expect(await briefs({ [PATH]: STORAGE('auth', ['READ'], []) }, 's3')).toEqual([]);
  });

  it('knows that a pool without guests keeps them out', async () => {
    const files = {
      [PATH]: STORAGE('authAndGuest', ['DELETE'], []),
      'amplify/backend/auth/shop/cli-inputs.json': POOL(false),
    };
    expect(await briefs(files, 's3')).toEqual(['5 /public/{path=**} anyone delete mitigated']);
  });

  it('is not sure of an overridden template', async () => {
    const files = {
      [PATH]: STORAGE('authAndGuest', ['DELETE'], []),
      'amplify/backend/storage/photos/override.ts':
        'export function override(resources: T) { resources.s3GuestPublicPolicy = x; }',
    };
    expect(await briefs(files, 's3')).toEqual(['5 /public/{path=**} anyone delete conditional']);
  });

  it('reads the parameters of older projects', async () => {
    const parameters = {
      bucketName: 'b',
      s3PermissionsGuestPublic: 's3:PutObject,s3:GetObject',
      s3PermissionsGuestUploads: 'DISALLOW',
    };
    const files = { 'amplify/backend/storage/old/parameters.json': JSON.stringify(parameters) };
    expect(await briefs(files, 's3')).toEqual(['1 /public/{path=**} anyone list,read,create,overwrite open']);
  });

  it('opens only the bucket whose name contains the declared one', async () => {
    const { declarations } = await readWith(amplify, { [PATH]: STORAGE('authAndGuest', ['READ'], []) });
    expect(declarations[0]).toMatchObject({ stem: 'shopphotos', folder: 'amplify/backend/storage/photos' });
  });

  it('says which line of a broken file', async () => {
    const { problems } = await readWith(amplify, { [PATH]: '{\n "storageAccess": \n}' });
    expect(problems).toMatchObject([{ kind: 'malformed', path: PATH, line: 3 }]);
  });
});

describe('the second generation', () => {
  const data = (body: string) => `import { a, defineData } from '@aws-amplify/backend';\n${body}`;

  it.each([
    [
      'a public API key',
      '(allow) => [allow.publicApiKey()]',
      ['2 /Todo anyone list,read,create,overwrite,delete open'],
    ],
    ['a rule without a list', 'allow => allow.publicApiKey().to(["read"])', ['2 /Todo anyone list,read open']],
    [
      'a function with a block',
      '(allow) => { return [allow.authenticated()]; }',
      ['2 /Todo any-account list,read,create,overwrite,delete open'],
    ],
    ['an owner', '(allow) => [allow.owner()]', []],
    ['the beta’s way of saying it', '[a.allow.public()]', ['2 /Todo anyone list,read,create,overwrite,delete open']],
    [
      'guests, where no auth is defined',
      '(allow) => [allow.guest()]',
      ['2 /Todo anyone list,read,create,overwrite,delete unknown'],
    ],
  ])('data: %s', async (_title, rule, expected) => {
    const text = data(
      `export const schema = a.schema({ Todo: a.model({ x: a.string() }).identifier(['x']).authorization(${rule}) });`,
    );
    expect(await briefs({ 'amplify/data/resource.ts': text }, 'appsync')).toEqual(expected);
  });

  it('gives a schema’s rule to models without one, and not to others', async () => {
    const text = data(
      'const schema = a.schema({\n Todo: a.model({}),\n Note: a.model({}).authorization(allow => [allow.owner()]) }).authorization(allow => [allow.publicApiKey()]);',
    );
    expect(await briefs({ 'amplify/data/resource.ts': text }, 'appsync')).toEqual([
      '4 /Todo anyone list,read,create,overwrite,delete open',
    ]);
  });

  it('lets guests in by default, as the constructs do, unless backend.ts says no', async () => {
    const files = {
      'amplify/auth/resource.ts': 'export const auth = defineAuth({ loginWith: { email: true } });',
      'amplify/data/resource.ts': data(
        'const schema = a.schema({ Todo: a.model({}).authorization(allow => [allow.guest().to(["list"])]) });',
      ),
    };
    expect(await briefs(files, 'appsync')).toEqual(['2 /Todo anyone list,read open']);
    const closed = {
      ...files,
      'amplify/backend.ts':
        'const backend = defineBackend({}); const { cfnIdentityPool } = backend.auth.resources.cfnResources;\ncfnIdentityPool.allowUnauthenticatedIdentities = false;',
    };
    expect(await briefs(closed, 'appsync')).toEqual(['2 /Todo anyone list,read mitigated']);
  });

  it('knows that only administrators may make accounts', async () => {
    const files = {
      'amplify/data/resource.ts': data(
        'const schema = a.schema({ Todo: a.model({}).authorization(allow => [allow.authenticated()]) });',
      ),
      'amplify/backend.ts':
        'backend.auth.resources.cfnResources.cfnUserPool.adminCreateUserConfig = { allowAdminCreateUserOnly: true };',
    };
    expect(await briefs(files, 'appsync')).toEqual(['2 /Todo any-account list,read,create,overwrite,delete mitigated']);
  });

  it('reads GraphQL in a text', async () => {
    const text =
      'defineData({ schema: `\ninput AMPLIFY { globalAuthRule: AuthRule = { allow: public } }\ntype Todo @model { id: ID! }` });';
    expect(await briefs({ 'amplify/data/resource.ts': text }, 'appsync')).toEqual([
      '3 /Todo anyone list,read,create,overwrite,delete open',
    ]);
  });

  it('storage: guests, accounts, owners', async () => {
    const text = `export const storage = defineStorage({ name: 'drive', access: (allow) => ({
  'public/*': [allow.guest.to(['read']), allow.authenticated.to(['read', 'write', 'delete'])],
  'own/{entity_id}/*': [allow.entity('identity').to(['read'])],
  'logo.png': [allow.guest.to(['get'])],
}) });`;
    expect(await briefs({ 'amplify/storage/resource.ts': text }, 's3')).toEqual([
      '2 /public/{path=**} anyone list,read open',
      '2 /public/{path=**} any-account list,read,create,overwrite,delete open',
      '4 /logo.png anyone read open',
    ]);
  });

  it('says what is put together in code', async () => {
    const text = 'defineStorage({ name: "x", access: buildAccess() });';
    const { declarations, problems } = await readWith(amplify, { 'amplify/storage/resource.ts': text });
    expect(declarations).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'unresolved', path: 'amplify/storage/resource.ts', line: 1 }]);
  });

  it('says which line of a broken file', async () => {
    const { problems } = await readWith(amplify, {
      'amplify/storage/resource.ts': 'defineStorage(\n{ access: (allow => ({ });',
    });
    expect(problems).toMatchObject([{ kind: 'malformed', path: 'amplify/storage/resource.ts', line: 2 }]);
  });
});

describe('AppSync schemas with directives of the service', () => {
  const read = (text: string) => briefs({ 'schema.graphql': text }, 'appsync');

  it.each([
    [
      'a query for the API key',
      'type Query {\n list: [A] @aws_api_key\n own: A @aws_cognito_user_pools(cognito_groups: ["Admin"])\n}',
      ['2 /Query/list anyone list,read open'],
    ],
    [
      'a mutation by its verb',
      'type Mutation {\n deleteA(id: ID!): A @aws_api_key\n}',
      ['2 /Mutation/deleteA anyone delete open'],
    ],
    [
      'a mutation whose verb says nothing',
      'type Mutation {\n run: A @aws_api_key\n}',
      ['2 /Mutation/run anyone overwrite conditional'],
    ],
    [
      'a directive of the type',
      'type Query @aws_api_key {\n list: [A]\n mine: [A] @aws_iam\n}',
      ['2 /Query/list anyone list,read open'],
    ],
    [
      'no directive: the default mode, which is not known',
      'type Query {\n list: [A]\n}\ntype A @aws_api_key { id: ID! }',
      [],
    ],
    [
      'all accounts',
      'type Query {\n list: [A] @aws_cognito_user_pools\n}',
      ['2 /Query/list any-account list,read open'],
    ],
  ])('%s', async (_title, text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it('leaves other GraphQL alone', async () => {
    expect(await read('type Query { list: [A] }')).toEqual([]);
  });
});

it('gives a reading of whatever it is handed', async () => {
  await demandTotal(
    amplify,
    [
      SCHEMA,
      'amplify/backend/storage/x/cli-inputs.json',
      'amplify/data/resource.ts',
      'schema.graphql',
      'amplify/backend/auth/x/parameters.json',
    ],
    [
      'type Todo @model @auth(rules: [{ allow: public, operations: [read] }]) { id: ID! }',
      'input AMPLIFY { globalAuthRule: AuthRule = { allow: public } }',
      'export const schema = a.schema({ Todo: a.model({}).authorization((allow) => [allow.guest().to(["read"])]) });',
      'defineStorage({ name: "x", access: (allow) => ({ "a/*": [allow.guest.to(["read"])] }) });',
      '{"storageAccess":"authAndGuest","guestAccess":["READ"],"bucketName":"x"}',
      'type Query @aws_api_key { list: [A] }',
    ],
  );
}, 60_000);
