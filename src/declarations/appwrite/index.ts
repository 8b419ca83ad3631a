import type { Node } from 'jsonc-parser';
import type { Audience, BackendDeclaration, Declaration, Operation, Problem } from '../../model.ts';
import { OPERATIONS } from '../../model.ts';
import { itemsOf, membersOf, nodeAt, parseJson, stringOf } from '../json.ts';
import type { DeclarationLanguage, DeclarationReading, RepoFile } from '../language.ts';
import { positionsOf } from '../lines.ts';
import { directoryOf } from '../paths.ts';

/** Appwrite projects as the CLI keeps them: who may do what with collections, tables and buckets. */
export const appwriteConfig: DeclarationLanguage = {
  id: 'appwrite',
  title: 'Appwrite project config',
  docs: [
    'https://appwrite.io/docs/advanced/platform/permissions',
    'https://appwrite.io/docs/tooling/command-line/tables',
    'https://appwrite.io/docs/tooling/command-line/buckets',
  ],
  claims: (path) => /(?:^|\/)appwrite(?:\.config)?\.json$/.test(path),
  read: async (files) => {
    const readings = await Promise.all(files.map(readFile));
    return {
      declarations: readings.flatMap(({ declarations }) => declarations),
      mentions: [],
      problems: readings.flatMap(({ problems }) => problems),
    };
  },
};

async function readFile(file: RepoFile): Promise<DeclarationReading> {
  const { root, problem } = await parseJson(file.text);
  const position = positionsOf(file.text);
  const problems: Problem[] =
    problem === undefined
      ? []
      : [
          {
            kind: 'malformed',
            path: file.path,
            line: position(problem.at).line,
            reason: `The Appwrite config is malformed: ${problem.reason}.`,
          },
        ];
  const project = stringOf(nodeAt(root, 'projectId'));
  const signUp = signUpIn(root);
  const declare = (declaration: Omit<Declaration, 'path' | 'line' | 'column'>, at: number): BackendDeclaration => ({
    kind: 'appwrite',
    ...(project === undefined || !/^[\w.-]{1,36}$/.test(project) ? {} : { name: project }),
    folder: directoryOf(file.path) === '' ? file.path : directoryOf(file.path),
    declaration: { path: file.path, ...position(at), ...declaration },
  });
  const declarations = STORES.flatMap(({ list, patternOf }) =>
    itemsOf(nodeAt(root, list)).flatMap((store) => {
      const pattern = patternOf(store);
      const off = nodeAt(store, 'enabled')?.value === false;
      return grantsIn(nodeAt(store, '$permissions')).map(({ audience, can, at }) =>
        declare({ pattern, audience, can, ...verdictOf(audience, off, signUp) }, at),
      );
    }),
  );
  return { declarations, mentions: [], problems };
}

interface Store {
  readonly list: string;
  readonly patternOf: (store: Node) => string;
}

const idOf = (store: Node, key = '$id') => stringOf(nodeAt(store, key)) ?? '{id}';

/** Ids are often generated; the name beside them tells what they hold. */
function labelOf(store: Node): string {
  const name = stringOf(nodeAt(store, 'name'));
  return name === undefined || name === '' ? idOf(store) : name.replace(/[^\w .-]/g, '_').slice(0, 100);
}

const STORES: readonly Store[] = [
  {
    list: 'collections',
    patternOf: (store) => `/databases/${idOf(store, 'databaseId')}/collections/${labelOf(store)}`,
  },
  { list: 'tables', patternOf: (store) => `/databases/${idOf(store, 'databaseId')}/tables/${labelOf(store)}` },
  { list: 'buckets', patternOf: (store) => `/storage/buckets/${labelOf(store)}` },
];

interface Grant {
  readonly audience: Audience;
  readonly can: readonly Operation[];
  readonly at: number;
}

/** `write` is short for create, update and delete; a permission to read covers listing (appwrite.io/docs, Permissions). */
const ACTIONS: ReadonlyMap<string, readonly Operation[]> = new Map([
  ['read', ['list', 'read']],
  ['create', ['create']],
  ['update', ['overwrite']],
  ['delete', ['delete']],
  ['write', ['create', 'overwrite', 'delete']],
] as const);

/** `users` may carry a condition on the e-mail address, which whoever signs up can meet; teams, labels and members are chosen. */
const AUDIENCES: ReadonlyMap<string, Audience> = new Map([
  ['any', 'anyone'],
  ['guests', 'anyone'],
  ['users', 'any-account'],
  ['users/verified', 'any-account'],
  ['users/unverified', 'any-account'],
  // The names of Appwrite 0.x.
  ['role:all', 'anyone'],
  ['role:guest', 'anyone'],
  ['role:member', 'any-account'],
] as const);

/** One grant for each audience, at its first permission. */
function grantsIn(permissions: Node | undefined): readonly Grant[] {
  const grants = new Map<Audience, { readonly at: number; readonly can: Set<Operation> }>();
  for (const item of itemsOf(permissions)) {
    const [, action = '', role = ''] =
      /^\s*(\w{1,10})\(\s*["']([\w:/]{1,40})["']\s*\)\s*$/.exec(stringOf(item) ?? '') ?? [];
    const audience = AUDIENCES.get(role);
    if (audience === undefined) continue;
    const grant = grants.get(audience) ?? { at: item.offset, can: new Set<Operation>() };
    grants.set(audience, grant);
    for (const operation of ACTIONS.get(action) ?? []) grant.can.add(operation);
  }
  return [...grants].flatMap(([audience, { at, can }]) =>
    can.size === 0 ? [] : [{ audience, at, can: OPERATIONS.filter((operation) => can.has(operation)) }],
  );
}

/** False if every way to make an account is switched off in the project's settings. */
function signUpIn(root: Node | undefined): boolean | undefined {
  const methods = membersOf(nodeAt(root, 'settings', 'auth', 'methods')).filter(
    ({ key }) => key !== 'jwt' && key !== 'invites',
  );
  if (methods.length === 0) return undefined;
  return methods.some(({ value }) => value.value !== false);
}

function verdictOf(audience: Audience, off: boolean, signUp: boolean | undefined): Pick<Declaration, 'state' | 'why'> {
  const who = audience === 'anyone' ? 'everybody, guests included' : 'every account';
  if (off) return { state: 'mitigated', why: `The permissions let in ${who}, but it is disabled for clients.` };
  if (audience === 'any-account' && signUp === false)
    return {
      state: 'mitigated',
      why: 'The permissions let in every account, but all sign-in methods are switched off.',
    };
  const how = audience === 'anyone' ? '' : ', and strangers can sign up by default';
  return { state: 'open', why: `The permissions let in ${who}${how}; they hold for all that lies in it.` };
}
