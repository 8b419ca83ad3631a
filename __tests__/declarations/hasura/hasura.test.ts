import { describe, expect, it } from 'vitest';
import { hasuraMetadata } from '../../../src/declarations/hasura/index.ts';
import { demandTotal } from '../hostile.ts';
import { brief, readWith } from '../read.ts';

const TABLE = 'hasura/metadata/databases/default/tables/public_orders.yaml';
const table = (permissions: string) => `table:\n  name: orders\n  schema: public\n${permissions}`;
const select = (role: string, filter: string, more = '') =>
  table(
    `select_permissions:\n  - role: ${role}\n    permission:\n      columns: '*'\n      filter: ${filter}\n${more}`,
  );
const ROLE = {
  'docker-compose.yml':
    'services:\n  hasura:\n    image: hasura/graphql-engine:v2\n    environment:\n      HASURA_GRAPHQL_ADMIN_SECRET: ${S}\n      HASURA_GRAPHQL_UNAUTHORIZED_ROLE: anonymous\n',
};
const read = async (files: Readonly<Record<string, string>>) =>
  (await readWith(hasuraMetadata, files)).declarations.map(brief);

describe('permissions of the unauthorized role', () => {
  it.each([
    ['every row', select('anonymous', '{}'), ['5 /orders anyone list,read open']],
    ['some rows', select('anonymous', '{ published: { _eq: true } }'), ['5 /orders anyone list,read conditional']],
    ['another role', select('editor', '{}'), []],
    ['the administrator', select('admin', '{}'), []],
    [
      'an omitted filter',
      table("select_permissions:\n  - role: anonymous\n    permission:\n      columns: '*'\n"),
      ['5 /orders anyone list,read conditional'],
    ],
    [
      'no column',
      table('select_permissions:\n  - role: anonymous\n    permission:\n      columns: []\n      filter: {}\n'),
      [],
    ],
    [
      'by key alone',
      select('anonymous', '{}', '      query_root_fields:\n        - select_by_pk\n'),
      ['5 /orders anyone read open'],
    ],
    [
      'inserting',
      table('insert_permissions:\n  - role: anonymous\n    permission:\n      check: {}\n      columns: [a]\n'),
      ['5 /orders anyone create open'],
    ],
    [
      'inserting by the backend',
      table('insert_permissions:\n  - role: anonymous\n    permission:\n      check: {}\n      backend_only: true\n'),
      [],
    ],
    [
      'updating',
      table(
        'update_permissions:\n  - role: anonymous\n    permission:\n      columns: [a]\n      filter: {}\n      check: null\n',
      ),
      ['5 /orders anyone overwrite open'],
    ],
    [
      'deleting',
      table('delete_permissions:\n  - role: anonymous\n    permission:\n      filter: {}\n'),
      ['5 /orders anyone delete open'],
    ],
    [
      'deleting one’s own',
      table(
        'delete_permissions:\n  - role: anonymous\n    permission:\n      filter:\n        user_id:\n          _eq: X-Hasura-User-Id\n',
      ),
      ['5 /orders anyone delete conditional'],
    ],
  ])('%s', async (_title, text, expected) => {
    expect(await read({ [TABLE]: text, ...ROLE })).toEqual(expected);
  });

  it.each([
    ['.env', 'HASURA_GRAPHQL_UNAUTHORIZED_ROLE=anonymous', 'open'],
    ['Dockerfile', 'FROM hasura/graphql-engine\nENV HASURA_GRAPHQL_UNAUTHORIZED_ROLE="anonymous"', 'open'],
    ['k8s/hasura.yaml', 'env:\n  - name: HASURA_GRAPHQL_UNAUTHORIZED_ROLE\n    value: "anonymous"', 'open'],
    [
      'compose.yml',
      'services:\n  h:\n    environment:\n      - HASURA_GRAPHQL_UNAUTHORIZED_ROLE=${ROLE:-anonymous}',
      'open',
    ],
    ['run.sh', 'docker run hasura/graphql-engine graphql-engine serve --unauthorized-role anonymous', 'open'],
    ['.env', '# HASURA_GRAPHQL_UNAUTHORIZED_ROLE=anonymous', 'unknown'],
    ['.env', 'HASURA_GRAPHQL_UNAUTHORIZED_ROLE=${ROLE}', 'unknown'],
    ['.env', 'HASURA_GRAPHQL_UNAUTHORIZED_ROLE=visitor', 'unknown'],
  ])('%s: %s → %s', async (path, text, state) => {
    expect(await read({ [TABLE]: select('anonymous', '{}'), [path]: text })).toEqual([
      `5 /orders anyone list,read ${state}`,
    ]);
  });

  it('is public, and user for accounts, where Nhost runs the engine', async () => {
    const path = TABLE.replace('hasura/', 'nhost/');
    expect(await read({ [path]: select('public', '{}') })).toEqual(['5 /orders anyone list,read open']);
    expect(await read({ [path]: select('user', '{}') })).toEqual(['5 /orders any-account list,read open']);
    expect(await read({ [TABLE]: select('user', '{}') })).toEqual(['5 /orders any-account list,read unknown']);
  });

  it('reads metadata in one JSON file, and makes one backend of all tables', async () => {
    const tables = [
      {
        table: { name: 'a', schema: 'public' },
        select_permissions: [{ role: 'anonymous', permission: { columns: '*', filter: {} } }],
      },
    ];
    const { declarations } = await readWith(hasuraMetadata, {
      'hasura/metadata.json': JSON.stringify({ version: 3, sources: [{ name: 'default', tables }] }),
      [TABLE]: select('anonymous', '{}'),
      ...ROLE,
    });
    expect(declarations.map(brief).sort()).toEqual(['1 /a anyone list,read open', '5 /orders anyone list,read open']);
    expect(new Set(declarations.map(({ folder }) => folder))).toEqual(new Set(['hasura']));
  });

  it('reads models of version 3', async () => {
    const model =
      'kind: ModelPermissions\nversion: v1\ndefinition:\n  modelName: Events\n  permissions:\n    - role: admin\n      select:\n        filter: null\n    - role: visitor\n      select:\n        filter: null\n';
    const auth =
      'kind: AuthConfig\nversion: v3\ndefinition:\n  mode:\n    noAuth:\n      role: visitor\n      sessionVariables: {}\n';
    expect(await read({ 'app/metadata/events.hml': model, 'globals/metadata/auth.hml': auth })).toEqual([
      '9 /Events anyone list,read open',
    ]);
    expect(await read({ 'app/metadata/events.hml': model })).toEqual([]);
  });
});

describe('an engine without an admin secret', () => {
  const compose = (environment: string) =>
    `services:\n  hasura:\n    image: hasura/graphql-engine:v2.30\n${environment}`;

  it.each([
    [
      'deployed',
      'docker-compose.prod.yml',
      '    environment:\n      HASURA_GRAPHQL_ENABLE_CONSOLE: "true"\n',
      ['open'],
    ],
    ['perhaps for development only', 'docker-compose.yml', '    environment:\n      X: y\n', ['unknown']],
    ['with a secret', 'docker-compose.prod.yml', '    environment:\n      HASURA_GRAPHQL_ADMIN_SECRET: ${S}\n', []],
    [
      'with a secret in a list',
      'docker-compose.prod.yml',
      '    environment:\n      - HASURA_GRAPHQL_ADMIN_SECRET=x\n',
      [],
    ],
    [
      'a commented secret',
      'docker-compose.prod.yml',
      '    environment:\n      X: y\n      # HASURA_GRAPHQL_ADMIN_SECRET: x\n',
      ['open'],
    ],
    ['settings in a file that is not there', 'docker-compose.prod.yml', '    env_file: .env\n', []],
  ])('%s', async (_title, path, environment, states) => {
    const { declarations } = await readWith(hasuraMetadata, { [path]: compose(environment) });
    expect(declarations.map(({ declaration }) => declaration.state)).toEqual(states);
  });
});

it('says which line is broken, and reads the rest', async () => {
  const { problems } = await readWith(hasuraMetadata, { [TABLE]: 'table:\n  name: a\nselect_permissions: [\n  - x' });
  expect(problems[0]).toMatchObject({ kind: 'malformed', path: TABLE });
});

it('gives a reading of whatever it is handed', async () => {
  await demandTotal(
    hasuraMetadata,
    [TABLE, 'hasura/metadata.json', 'docker-compose.yml', 'a/metadata/x.hml'],
    [
      select('anonymous', '{}'),
      ROLE['docker-compose.yml'],
      'a: &a [*a, *a]\nb: &b [*a, *a, *a]',
      '{"sources":[{"tables":[{"table":"x","select_permissions":[]}]}]}',
    ],
  );
}, 60_000);

it('refuses aliases that multiply', async () => {
  const levels = Array.from(
    { length: 12 },
    (_, level) => `l${level + 1}: &l${level + 1} [${`*l${level}, `.repeat(9)}*l${level}]`,
  );
  const bomb = `l0: &l0 [x]\n${levels.join('\n')}\nselect_permissions: *l12`;
  const { problems } = await readWith(hasuraMetadata, { [TABLE]: bomb });
  expect(problems).toMatchObject([{ kind: 'malformed', path: TABLE }]);
}, 60_000);
