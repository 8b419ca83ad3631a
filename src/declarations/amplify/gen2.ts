import type { Audience, BackendDeclaration, Operation, Problem } from '../../model.ts';
import type { DeclarationReading, RepoFile } from '../language.ts';
import { positionsOf } from '../lines.ts';
import {
  memberOf,
  namesIn,
  parseScript,
  resolved,
  resultOf,
  type ScriptStep,
  type ScriptTree,
  type ScriptValue,
  textOf,
} from '../script.ts';
import { ALL_DATA, type Backdrop, type DataCaller, dataOperations, declareRule } from './data-access.ts';
import { parseGraphQl } from './graphql.ts';
import { rulesIn } from './schema-rules.ts';

const FILE = /^((?:.*\/)?amplify)\/(?!backend\/|#)(?:.*\/)?[^/]+\.(?:ts|js|mjs|cjs)$/;

/** Scripts of `amplify/` as the second generation has them; `amplify/backend/` is the first generation's. */
export function isGen2File(path: string): boolean {
  return FILE.test(path);
}

export function speaksOfBackends(text: string): boolean {
  return /\bdefine(?:Storage|Data|Auth)\s*\(|\.schema\s*\(|\.model\s*\(|allowUnauthenticatedIdentities|allowAdminCreateUserOnly|AllowAdminCreateUserOnly/.test(
    text,
  );
}

interface Source extends RepoFile {
  readonly folder: string;
  readonly position: ReturnType<typeof positionsOf>;
  readonly tree: ScriptTree;
}

/** The scripts of one `amplify/` folder: their names know each other, as imports would. */
interface Project {
  readonly folder: string;
  readonly sources: readonly Source[];
  readonly names: ReadonlyMap<string, ScriptValue>;
  /** The file in which a named value stands. */
  readonly home: WeakMap<ScriptValue, Source>;
  readonly problems: Problem[];
}

export async function readGen2(files: readonly RepoFile[]): Promise<DeclarationReading> {
  const problems: Problem[] = [];
  const sources: Source[] = [];
  for (const file of files) {
    const tree = await parseScript(file.text);
    const position = positionsOf(file.text);
    if (tree.problem !== undefined)
      problems.push({
        kind: 'malformed',
        path: file.path,
        line: position(tree.problem.at).line,
        reason: `The Amplify backend definition is malformed: ${tree.problem.reason}.`,
      });
    sources.push({ ...file, folder: FILE.exec(file.path)?.[1] ?? '', position, tree });
  }
  const folders = [...new Set(sources.map(({ folder }) => folder))];
  const declarations = folders.flatMap((folder) =>
    readProject(
      projectOf(
        folder,
        sources.filter((source) => source.folder === folder),
        problems,
      ),
    ),
  );
  return { declarations, mentions: [], problems };
}

function projectOf(folder: string, sources: readonly Source[], problems: Problem[]): Project {
  const names = new Map<string, ScriptValue>();
  const home = new WeakMap<ScriptValue, Source>();
  for (const source of sources)
    for (const [name, value] of namesIn(source.tree.steps)) {
      home.set(value, source);
      if (!names.has(name)) names.set(name, value);
    }
  return { folder, sources, names, home, problems };
}

function readProject(project: Project): readonly BackendDeclaration[] {
  const found = project.sources.flatMap((source) =>
    callsIn(source.tree.steps).map((call) => ({ call, source: project.home.get(call) ?? source })),
  );
  const backdrop = backdropOf(
    project,
    found.map(({ call }) => call),
  );
  const stores = found.filter(({ call }) => call.method === 'defineStorage');
  return [
    ...stores.flatMap(({ call, source }) => readStorage(project, source, call, backdrop, stores.length === 1)),
    ...found
      .filter(({ call }) => call.method === 'defineData')
      .flatMap(({ call, source }) => readTextSchema(project, source, call, backdrop)),
    ...readSchemas(project, found, backdrop),
  ];
}

type Call = Extract<ScriptValue, { type: 'call' }>;

/** Every call of a script, outer ones first. */
function callsIn(steps: readonly ScriptStep[]): readonly Call[] {
  const found: Call[] = [];
  const visit = (value: ScriptValue | undefined) => {
    if (value === undefined || found.length > 20_000) return;
    if (value.type === 'call') {
      found.push(value);
      visit(value.target);
      for (const argument of value.args) visit(argument);
    } else if (value.type === 'list') for (const item of value.items) visit(item);
    else if (value.type === 'object') for (const member of value.members) visit(member.value);
    else if (value.type === 'function') visitSteps(value.body);
  };
  const visitSteps = (own: readonly ScriptStep[]) => {
    for (const step of own) {
      if (step.type === 'maybe') visitSteps(step.steps);
      else visit(step.value);
    }
  };
  visitSteps(steps);
  return found;
}

/** A chain `a.model({…}).identifier([…]).authorization(…)`: what it begins with, and the calls behind it. */
function chainOf(value: ScriptValue | undefined): { readonly base: Call; readonly links: readonly Call[] } | undefined {
  const links: Call[] = [];
  let at = value;
  while (at?.type === 'call') {
    if (at.target === undefined || at.target.type === 'name') return { base: at, links };
    links.unshift(at);
    at = at.target;
  }
  return undefined;
}

/**
 * The defaults of the constructs let guests in and accounts sign up (aws-amplify/amplify-backend, packages/auth-construct,
 * defaults.ts); `backend.ts` may take that back.
 */
function backdropOf(project: Project, calls: readonly Call[]): Backdrop {
  const sets = project.sources.flatMap(({ tree }) => setsIn(tree.steps));
  const isSet = (ending: RegExp, value: boolean) =>
    sets.some(({ target, value: given }) => ending.test(target) && given.type === 'literal' && given.value === value);
  const onlyAdministrators =
    isSet(/\.allowAdminCreateUserOnly$/, true) ||
    sets.some(({ target, value }) => {
      const own = memberOf(value, 'allowAdminCreateUserOnly')?.value;
      return target.endsWith('.adminCreateUserConfig') && own?.type === 'literal' && own.value === true;
    }) ||
    calls.some(
      ({ method, args: [path, value] }) =>
        method === 'addPropertyOverride' &&
        textOf(path) === 'AdminCreateUserConfig.AllowAdminCreateUserOnly' &&
        value?.type === 'literal' &&
        value.value === true,
    );
  const hasAuth = calls.some(({ method }) => method === 'defineAuth');
  return {
    apiKey: apiKeyOf(project, calls),
    guests: isSet(/\.allowUnauthenticatedIdentities$/, false) ? false : hasAuth ? true : undefined,
    signUp: onlyAdministrators ? false : undefined,
  };
}

function setsIn(steps: readonly ScriptStep[]): readonly Extract<ScriptStep, { type: 'set' }>[] {
  return steps.flatMap((step) => (step.type === 'set' ? [step] : step.type === 'maybe' ? setsIn(step.steps) : []));
}

function apiKeyOf(project: Project, calls: readonly Call[]): boolean | undefined {
  const data = calls.find(({ method }) => method === 'defineData');
  const modes = resolved(memberOf(resolved(data?.args[0], project.names), 'authorizationModes')?.value, project.names);
  if (modes?.type !== 'object' || modes.partial) return undefined;
  const standard = textOf(memberOf(modes, 'defaultAuthorizationMode')?.value);
  return memberOf(modes, 'apiKeyAuthorizationMode') !== undefined || standard === 'apiKey';
}

function spotIn(source: Source, at: number) {
  return { path: source.path, ...source.position(at) };
}

function unresolved(project: Project, source: Source, at: number, what: string): void {
  project.problems.push({
    kind: 'unresolved',
    path: source.path,
    line: source.position(at).line,
    reason: `${what} is put together in code; what it allows is not known.`,
  });
}

/* ---- data ---- */

function readSchemas(
  project: Project,
  found: readonly { readonly call: Call; readonly source: Source }[],
  backdrop: Backdrop,
): readonly BackendDeclaration[] {
  const declarations: BackendDeclaration[] = [];
  const seen = new Set<Call>();
  for (const { call, source } of found) {
    const chain = chainOf(call);
    if (
      chain === undefined ||
      chain.base.method !== 'schema' ||
      chain.base.target === undefined ||
      seen.has(chain.base)
    )
      continue;
    // Outer calls come first, so the first chain that ends in this schema is the whole one.
    seen.add(chain.base);
    const models = resolved(chain.base.args[0], project.names);
    if (models?.type !== 'object') continue;
    const common = chain.links.filter(({ method }) => method === 'authorization');
    for (const { key, at, value } of models.members) {
      const named = resolved(value, project.names);
      const home = (named === undefined ? undefined : project.home.get(named)) ?? source;
      const model = chainOf(named);
      if (model?.base.method !== 'model') continue;
      const own = model.links.filter(({ method }) => method === 'authorization');
      for (const rule of own.length > 0 ? own : common)
        declarations.push(...readRules(project, own.length > 0 ? home : source, key, rule, backdrop));
      if (own.length === 0 && common.length === 0 && value.type === 'unknown')
        unresolved(project, source, at, `The model ${key}`);
    }
  }
  return declarations;
}

/** The argument of `.authorization(…)`: one rule or a list, as a value or given back by a function. */
function readRules(
  project: Project,
  source: Source,
  model: string,
  { args: [given], at }: Call,
  backdrop: Backdrop,
): readonly BackendDeclaration[] {
  const value = resolved(given, project.names);
  const rules = resultOf(value) ?? value;
  const items = rules?.type === 'list' ? rules.items : rules === undefined ? [] : [rules];
  return items.flatMap((item) => {
    const chain = chainOf(resolved(item, project.names));
    if (chain === undefined) {
      unresolved(project, source, at, `The authorization of ${model}`);
      return [];
    }
    const caller = callerOf(chain.base);
    if (caller === undefined) return [];
    const to = chain.links.find(({ method }) => method === 'to')?.args[0];
    const can = to === undefined ? ALL_DATA : dataOperations(textsIn(resolved(to, project.names)));
    if (can.length === 0) return [];
    return [declareRule({ caller, model, can, spot: spotIn(source, chain.base.at) }, backdrop, project.folder)];
  });
}

/** `allow.guest()`, `allow.publicApiKey()`, `allow.authenticated()`, and the names that they had before. */
function callerOf({ method, args }: Call): DataCaller | undefined {
  switch (method) {
    case 'publicApiKey':
      return 'api-key';
    case 'guest':
      return 'guest';
    case 'public':
      return ['iam', 'identityPool'].includes(textOf(args[0]) ?? '') ? 'guest' : 'api-key';
    case 'authenticated':
    case 'private':
      return 'account';
    default:
      return undefined;
  }
}

function textsIn(value: ScriptValue | undefined): readonly string[] {
  const items = value?.type === 'list' ? value.items : value === undefined ? [] : [value];
  return items.flatMap((item) => textOf(item) ?? []);
}

/** `defineData({ schema: '…' })`: the schema as GraphQL text. */
function readTextSchema(
  project: Project,
  source: Source,
  call: Call,
  backdrop: Backdrop,
): readonly BackendDeclaration[] {
  const schema = resolved(memberOf(resolved(call.args[0], project.names), 'schema')?.value, project.names);
  const text = textOf(schema);
  if (schema === undefined || text === undefined) return [];
  const home = project.home.get(schema) ?? source;
  const facts = { version: 2 as const, defaultCaller: undefined };
  return rulesIn(parseGraphQl(text), facts, (at) => spotIn(home, schema.at + 1 + at)).map((rule) =>
    declareRule(rule, backdrop, project.folder),
  );
}

/* ---- storage ---- */

const ACTIONS: ReadonlyMap<string, readonly Operation[]> = new Map([
  ['read', ['list', 'read']],
  ['get', ['read']],
  ['list', ['list']],
  ['write', ['create', 'overwrite']],
  ['delete', ['delete']],
] as const);

function readStorage(
  project: Project,
  source: Source,
  call: Call,
  backdrop: Backdrop,
  only: boolean,
): readonly BackendDeclaration[] {
  const settings = resolved(call.args[0], project.names);
  const access = resolved(memberOf(settings, 'access')?.value, project.names);
  const paths = resolved(resultOf(access), project.names);
  if (access !== undefined && paths?.type !== 'object')
    unresolved(project, source, access.at, 'The access to the storage');
  if (paths?.type !== 'object') return [];
  if (paths.partial) unresolved(project, source, paths.at, 'A path of the storage');
  const name = textOf(memberOf(settings, 'name')?.value)?.toLowerCase() ?? '';
  // Buckets of the second generation are called amplify-…; their own name is in it, though cut off.
  const stem = only || name === '' ? 'amplify-' : name.replace(/[^a-z0-9]/g, '').slice(0, 10);
  return paths.members.flatMap(({ key, value }) => {
    const rules = resolved(value, project.names);
    const items = rules?.type === 'list' ? rules.items : [];
    return items.flatMap((item) => {
      const rule = storageRule(item);
      if (rule === undefined) return [];
      const gate = gateOf(rule.audience, backdrop);
      return [
        {
          kind: 's3',
          stem,
          folder: project.folder,
          declaration: {
            ...spotIn(source, rule.at),
            pattern: `/${key.replace(/^\/+/, '').replace('{entity_id}', '{identity}').replace(/\*$/, '{path=**}')}`,
            audience: rule.audience,
            can: rule.can,
            ...gate,
          },
        },
      ];
    });
  });
}

function gateOf(audience: Audience, { guests, signUp }: Backdrop) {
  if (audience === 'any-account')
    return signUp === false
      ? {
          state: 'mitigated' as const,
          why: 'The path is open to every account, but only administrators make accounts.',
        }
      : {
          state: 'open' as const,
          why: 'The path is open to every signed-in account, and strangers can sign up by default.',
        };
  return guests === false
    ? {
        state: 'mitigated' as const,
        why: 'The path is open to guests, but the identity pool gives guests no credentials.',
      }
    : {
        state: 'open' as const,
        why: 'The path is open to guests, whom the identity pool gives credentials by default.',
      };
}

/** `allow.guest.to(['read'])`, `allow.authenticated.to([…])`; owners and groups are somebody in particular. */
function storageRule(
  value: ScriptValue,
): { readonly audience: Audience; readonly can: readonly Operation[]; readonly at: number } | undefined {
  if (value.type !== 'call' || value.method !== 'to' || value.target?.type !== 'name') return undefined;
  const { path, at } = value.target;
  const audience = path.endsWith('.guest') ? 'anyone' : path.endsWith('.authenticated') ? 'any-account' : undefined;
  const wanted = new Set(textsIn(value.args[0]).flatMap((action) => ACTIONS.get(action) ?? []));
  const can = ALL_DATA.filter((operation) => wanted.has(operation));
  return audience === undefined || can.length === 0 ? undefined : { audience, can, at };
}
