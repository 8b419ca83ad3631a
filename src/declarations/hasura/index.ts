import type { Node } from 'jsonc-parser';
import type { Audience, BackendDeclaration, Declaration, Operation, Problem } from '../../model.ts';
import { itemsOf, type JsonTree, membersOf, nodeAt, parseJson, stringOf } from '../json.ts';
import type { DeclarationLanguage, DeclarationReading, RepoFile } from '../language.ts';
import { positionsOf } from '../lines.ts';
import { isSample } from '../paths.ts';
import { parseYamlDocuments } from '../yaml.ts';
import { unauthorizedRolesIn, unsecuredServices } from './settings.ts';

/** Hasura: what roles may do with tables, in metadata of both versions, and which role a caller without a token gets. */
export const hasuraMetadata: DeclarationLanguage = {
  id: 'hasura',
  title: 'Hasura metadata',
  docs: [
    'https://hasura.io/docs/2.0/auth/authorization/permissions/',
    'https://hasura.io/docs/2.0/auth/authentication/unauthenticated-access/',
    'https://hasura.io/docs/3.0/recipes/authorization/public-access-role',
  ],
  claims: (path) => isMetadata(path) || isDeployment(path),
  accepts: ({ path, text }) =>
    !isSample(path) &&
    (isMetadata(path)
      ? /_permissions["']?\s*:|kind:\s*(?:ModelPermissions|AuthConfig)/.test(text)
      : /HASURA_GRAPHQL_|hasura\/graphql-engine|--unauthorized-role/.test(text)),
  read: readHasura,
};

function isMetadata(path: string): boolean {
  return /(?:^|\/)metadata\/(?:.*\/)?[^/]+\.ya?ml$|(?:^|\/)(?:hasura[\w.-]{0,40})?metadata[\w.-]{0,40}\.(?:json|ya?ml)$|\.hml$/.test(
    path,
  );
}

function isDeployment(path: string): boolean {
  return /(?:^|\/)(?:Dockerfile[\w.-]{0,40}|\.env[\w.-]{0,40}|[^/]+\.ya?ml|[^/]+\.sh)$/.test(path);
}

interface Role {
  readonly audience: Audience;
  readonly known: boolean;
  readonly who: string;
}

interface Engine {
  /** Roles that a caller without a token has. */
  readonly unauthorized: ReadonlySet<string>;
  /** Nhost starts the engine with the role `public` for guests and gives `user` to every account. */
  readonly nhost: boolean;
}

async function readHasura(files: readonly RepoFile[]): Promise<DeclarationReading> {
  const problems: Problem[] = [];
  const declarations: BackendDeclaration[] = [];
  const unauthorized = new Set(files.filter(({ path }) => !isMetadata(path)).flatMap(unauthorizedRolesIn));
  const metadata: { readonly file: RepoFile; readonly trees: readonly JsonTree[] }[] = [];
  for (const file of files) {
    const position = positionsOf(file.text);
    if (!isMetadata(file.path) && !/hasura\/graphql-engine/.test(file.text)) continue;
    if (!isMetadata(file.path) && !/\.ya?ml$/.test(file.path)) continue;
    const trees = file.path.endsWith('.json') ? [await parseJson(file.text)] : await parseYamlDocuments(file.text);
    for (const { problem } of trees)
      if (problem !== undefined)
        problems.push({
          kind: 'malformed',
          path: file.path,
          line: position(problem.at).line,
          reason: `The Hasura file is malformed: ${problem.reason}.`,
        });
    if (isMetadata(file.path)) metadata.push({ file, trees });
    else declarations.push(...trees.flatMap(({ root }) => declareUnsecured(file, root)));
  }
  for (const { trees } of metadata)
    for (const { root } of trees) {
      const role = stringOf(nodeAt(root, 'definition', 'mode', 'noAuth', 'role'));
      if (stringOf(nodeAt(root, 'kind')) === 'AuthConfig' && role !== undefined) unauthorized.add(role);
    }
  for (const { file, trees } of metadata) {
    const engine: Engine = { unauthorized, nhost: /(?:^|\/)nhost\//.test(file.path) };
    for (const { root } of trees) declarations.push(...readMetadata(file, root, engine));
  }
  return { declarations, mentions: [], problems };
}

/** The folder of the Hasura project, so that all tables stand as one backend. */
function folderOf(path: string): string {
  const [, folder] = /^(.*?)(?:\/)?metadata\//.exec(path) ?? [];
  return folder === undefined || folder === ''
    ? path.split('/').length > 1
      ? (path.split('/')[0] ?? path)
      : path
    : folder;
}

function declareUnsecured(file: RepoFile, root: Node | undefined): readonly BackendDeclaration[] {
  const position = positionsOf(file.text);
  return unsecuredServices(root, file.path).map(({ at, state, why }) => ({
    kind: 'hasura',
    folder: file.path,
    declaration: {
      path: file.path,
      ...position(at),
      pattern: '/',
      audience: 'anyone',
      can: ['list', 'read', 'create', 'overwrite', 'delete', 'administer'],
      state,
      why,
    },
  }));
}

function readMetadata(file: RepoFile, root: Node | undefined, engine: Engine): readonly BackendDeclaration[] {
  const position = positionsOf(file.text);
  const declare = (found: Found): BackendDeclaration => ({
    kind: 'hasura',
    folder: folderOf(file.path),
    declaration: { path: file.path, ...position(found.at), ...found.declaration },
  });
  return [...tablesIn(root).flatMap((table) => readTable(table, engine)), ...readModel(root, engine)].map(declare);
}

interface Found {
  readonly at: number;
  readonly declaration: Omit<Declaration, 'path' | 'line' | 'column'>;
}

/** A table alone, a list of them, or the whole metadata in one file. */
function tablesIn(root: Node | undefined): readonly Node[] {
  if (root === undefined) return [];
  if (root.type === 'array') return itemsOf(root);
  if (nodeAt(root, 'table') !== undefined) return [root];
  const metadata = nodeAt(root, 'metadata') ?? root;
  return [
    ...itemsOf(nodeAt(metadata, 'tables')),
    ...itemsOf(nodeAt(metadata, 'sources')).flatMap((source) => itemsOf(nodeAt(source, 'tables'))),
  ];
}

interface Kind {
  readonly list: string;
  readonly guard: 'filter' | 'check';
  readonly can: readonly Operation[];
}

const KINDS: readonly Kind[] = [
  { list: 'select_permissions', guard: 'filter', can: ['list', 'read'] },
  { list: 'insert_permissions', guard: 'check', can: ['create'] },
  { list: 'update_permissions', guard: 'filter', can: ['overwrite'] },
  { list: 'delete_permissions', guard: 'filter', can: ['delete'] },
];

function readTable(table: Node, engine: Engine): readonly Found[] {
  const named = nodeAt(table, 'table');
  const name = stringOf(nodeAt(named, 'name')) ?? stringOf(named);
  if (name === undefined) return [];
  const schema = stringOf(nodeAt(named, 'schema')) ?? 'public';
  const pattern = schema === 'public' ? `/${name}` : `/${schema}.${name}`;
  return KINDS.flatMap((kind) =>
    itemsOf(nodeAt(table, kind.list)).flatMap((entry) => {
      const roleNode = nodeAt(entry, 'role');
      const role = roleOf(stringOf(roleNode), engine);
      const permission = nodeAt(entry, 'permission');
      if (role === undefined || roleNode === undefined) return [];
      const can = operationsOf(kind, permission);
      if (can.length === 0) return [];
      const verdict = verdictOf(role, nodeAt(permission, kind.guard), kind.guard);
      return [{ at: roleNode.offset, declaration: { pattern, audience: role.audience, can, ...verdict } }];
    }),
  );
}

/** Without columns or root fields there is nothing to see; `backend_only` asks for the admin secret. */
function operationsOf({ list, can }: Kind, permission: Node | undefined): readonly Operation[] {
  if (permission === undefined || nodeAt(permission, 'backend_only')?.value === true) return [];
  const columns = nodeAt(permission, 'columns');
  if (
    list !== 'delete_permissions' &&
    list !== 'insert_permissions' &&
    columns?.type === 'array' &&
    itemsOf(columns).length === 0
  )
    return [];
  const fields = nodeAt(permission, 'query_root_fields');
  if (list !== 'select_permissions' || fields?.type !== 'array') return can;
  const names = itemsOf(fields).map(stringOf);
  if (names.includes('select')) return can;
  return names.includes('select_by_pk') ? ['read'] : [];
}

function roleOf(name: string | undefined, engine: Engine): Role | undefined {
  if (name === undefined || name === 'admin') return undefined;
  if (engine.unauthorized.has(name))
    return { audience: 'anyone', known: true, who: `callers without a token (role ${name})` };
  if (engine.nhost && name === 'public')
    return { audience: 'anyone', known: true, who: 'callers without a token (role public)' };
  if (engine.nhost && name === 'user')
    return {
      audience: 'any-account',
      known: true,
      who: 'every account (role user), and strangers can sign up by default',
    };
  // Names that are usual for it; which role is used stands in the engine's settings.
  if (/^(?:anonymous|anon|public|guest|unauthorized|unauthenticated)$/.test(name))
    return { audience: 'anyone', known: false, who: `the role ${name}` };
  return /^users?$/.test(name) ? { audience: 'any-account', known: false, who: `the role ${name}` } : undefined;
}

function verdictOf({ known, who }: Role, guard: Node | undefined, word: string): Pick<Declaration, 'state' | 'why'> {
  const free = guard?.type === 'object' && membersOf(guard).length === 0;
  if (!free) return { state: 'conditional', why: `What ${who} may do depends on the row or on session variables.` };
  return known
    ? { state: 'open', why: `The ${word} of the permission is empty, so it holds for ${who} and every row.` }
    : { state: 'unknown', why: `The ${word} of the permission is empty for ${who}; who gets that role is not known.` };
}

/** Metadata of version 3: `kind: ModelPermissions`, where a filter of null lets every row through. */
function readModel(root: Node | undefined, engine: Engine): readonly Found[] {
  if (stringOf(nodeAt(root, 'kind')) !== 'ModelPermissions') return [];
  const model = stringOf(nodeAt(root, 'definition', 'modelName'));
  if (model === undefined) return [];
  return itemsOf(nodeAt(root, 'definition', 'permissions')).flatMap((entry) => {
    const roleNode = nodeAt(entry, 'role');
    const role = roleOf(stringOf(roleNode), engine);
    const select = nodeAt(entry, 'select');
    if (role === undefined || roleNode === undefined || select === undefined) return [];
    const filter = nodeAt(select, 'filter');
    const free: Node | undefined =
      filter?.type === 'null' ? { type: 'object', offset: 0, length: 0, children: [] } : filter;
    return [
      {
        at: roleNode.offset,
        declaration: {
          pattern: `/${model}`,
          audience: role.audience,
          can: ['list', 'read'],
          ...verdictOf(role, free, 'filter'),
        },
      },
    ];
  });
}
