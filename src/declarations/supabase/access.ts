import type { Audience } from '../../model.ts';
import {
  type ApiRole,
  type Catalogue,
  type DatabaseFunction,
  type Grant,
  grantFor,
  keyOf,
  type Policy,
  type Privilege,
  type Relation,
  rolesOf,
  type Source,
} from './catalogue.ts';
import {
  denies,
  evaluateSql,
  isTrue,
  type Origin,
  type SqlCaller,
  type SqlEnvironment,
  type SqlInlined,
  type SqlValue,
  unknown,
} from './condition.ts';
import { child, list, relationName, type Tree } from './tree.ts';

/** Whether a role may do something with rows, and which statement says so. */
export interface SqlVerdict {
  readonly state: 'open' | 'conditional' | 'unknown' | 'closed';
  readonly origins: readonly Origin[];
  readonly source: Source;
  /** Half a sentence: what lets the role in or keeps it out. */
  readonly because: string;
}

/** Everything an evaluation looks up. */
export interface Judging {
  readonly catalogue: Catalogue;
  /** The query of a SQL function. */
  readonly queryOf: (declared: DatabaseFunction) => Tree | undefined;
}

/** Callers of a role: a fresh account may come from an anonymous sign-in or not. */
export function callersOf(role: ApiRole): readonly SqlCaller[] {
  if (role === 'anon') return [{ role, anonymous: false }];
  return [
    { role, anonymous: false },
    { role, anonymous: true },
  ];
}

export function audienceOf(role: ApiRole): Audience {
  return role === 'anon' ? 'anyone' : 'any-account';
}

const MAX_STEPS = 5_000;
const MAX_INLINING = 8;

/** Columns that are known, for the storage policies of one bucket. */
export type Bindings = Readonly<Record<string, SqlValue>>;

function environmentFor(judging: Judging, caller: SqlCaller, bindings: Bindings, origin: Origin): SqlEnvironment {
  let inlinings = 0;
  const inline = (name: string, parameters: readonly SqlValue[]): SqlInlined | undefined => {
    const declared = functionNamed(judging.catalogue, name, parameters.length);
    const query = declared === undefined || inlinings >= MAX_INLINING ? undefined : judging.queryOf(declared);
    if (declared === undefined || query === undefined) return undefined;
    inlinings++;
    return {
      query,
      column: (path) => {
        const index = declared.parameters.indexOf(path.at(-1) ?? '');
        return index === -1 ? undefined : parameters[index];
      },
    };
  };
  return {
    caller,
    column: (path) => bindings[path.at(-1) ?? ''] ?? unknown(origin),
    inline,
    budget: { steps: MAX_STEPS },
    depth: 0,
  };
}

function functionNamed(catalogue: Catalogue, name: string, arity: number): DatabaseFunction | undefined {
  const [schema, plain] = name.includes('.') ? name.split('.') : ['', name];
  const base = keyOf(catalogue, { schema: schema ?? '', name: plain ?? '' });
  return [...catalogue.functions.values()].find(
    (known) => `${known.schema}.${known.name}` === base && known.parameters.length === arity,
  );
}

const RANK: Readonly<Record<SqlVerdict['state'], number>> = { closed: 0, conditional: 1, unknown: 2, open: 3 };

/** True if whoever has `verdict` has no less than with `other`. */
export function isAsWide(verdict: SqlVerdict, other: SqlVerdict): boolean {
  return RANK[verdict.state] >= RANK[other.state];
}

function widest(verdicts: readonly SqlVerdict[], otherwise: SqlVerdict): SqlVerdict {
  return verdicts.reduce((best, next) => (RANK[next.state] > RANK[best.state] ? next : best), otherwise);
}

/** All have to let the row through. */
function narrowest(verdicts: readonly [SqlVerdict, ...SqlVerdict[]]): SqlVerdict {
  const [first] = verdicts;
  const closed = verdicts.find((verdict) => verdict.state === 'closed');
  if (closed !== undefined) return closed;
  const pending = verdicts.filter((verdict) => verdict.state !== 'open');
  const [one] = pending;
  if (one === undefined) return first;
  const state = pending.some((verdict) => verdict.state === 'unknown') ? 'unknown' : 'conditional';
  return { ...one, state, origins: [...new Set(pending.flatMap((verdict) => verdict.origins))] };
}

function verdictOf(value: SqlValue, source: Source, because: string): SqlVerdict {
  if (isTrue(value)) return { state: 'open', origins: [], source, because };
  if (denies(value)) return { state: 'closed', origins: [], source, because };
  const origins: readonly Origin[] = value.type === 'unknown' ? value.origins : ['owner'];
  // What an account says of itself it can say at will.
  if (origins.every((origin) => origin === 'self')) return { state: 'open', origins, source, because };
  return { state: origins.includes('undecided') ? 'unknown' : 'conditional', origins, source, because };
}

/** Whether a role of the API may do this with a table or view, rows included. */
export function judgeRelation(
  judging: Judging,
  relation: Relation,
  role: ApiRole,
  privilege: Privilege,
  bindings: Bindings = {},
  depth = 0,
): SqlVerdict {
  const { catalogue } = judging;
  const grant = grantFor(catalogue, relation.grants, role, privilege);
  const closed = (because: string): SqlVerdict => ({ state: 'closed', origins: [], source: relation.source, because });
  if (!mayUse(catalogue, relation.schema, role)) return closed(`${role} may not use the schema ${relation.schema}`);
  if (grant === undefined) return closed(`${role} is not granted ${privilege}`);
  return ifGranted(grant, judgeGranted(judging, relation, role, privilege, bindings, grant, depth));
}

/** A grant that Supabase makes by default in some projects only leaves open what it would open. */
function ifGranted(grant: Grant, verdict: SqlVerdict): SqlVerdict {
  if (grant.unsure !== true || verdict.state === 'closed') return verdict;
  const because = `${verdict.because}, but no statement grants access, and projects made since 2026-05-30 grant none by default`;
  return { ...verdict, state: 'unknown', because };
}

function judgeGranted(
  judging: Judging,
  relation: Relation,
  role: ApiRole,
  privilege: Privilege,
  bindings: Bindings,
  grant: Grant,
  depth: number,
): SqlVerdict {
  const { source, kind } = relation;
  if (kind === 'table') return judgeRows(judging, relation, role, privilege, bindings, grant);
  if (kind === 'view') return judgeView(judging, relation, role, privilege, grant, depth);
  if (privilege !== 'select')
    return { state: 'closed', origins: [], source, because: `a ${kind} is not written through the API` };
  return { state: 'open', origins: [], source, because: `a ${kind} has no row level security` };
}

export function mayUse(catalogue: Catalogue, schema: string, role: ApiRole): boolean {
  return [...rolesOf(catalogue, role)].some((known) => catalogue.usage.has(`${schema} ${known}`));
}

function judgeRows(
  judging: Judging,
  relation: Relation,
  role: ApiRole,
  privilege: Privilege,
  bindings: Bindings,
  grant: Grant,
): SqlVerdict {
  const { source } = relation;
  const given = grant.implicit ? 'Supabase’s default privileges let' : 'a grant lets';
  if (relation.rls === 'off')
    return { state: 'open', origins: [], source, because: `row level security is off and ${given} ${role} in` };
  if (relation.rls === 'unknown')
    return {
      state: 'unknown',
      origins: ['undecided'],
      source,
      because: 'a statement built at run time may switch its row level security on',
    };
  const verdicts = callersOf(role).map((caller) => judgePolicies(judging, relation, caller, privilege, bindings));
  return widest(verdicts, verdicts[0] ?? { state: 'closed', origins: [], source, because: 'no policy' });
}

/**
 * PostgreSQL's own combination: one permissive policy and every restrictive one. To change or erase the rows that a filter names,
 * they must be visible too (postgresql.org/docs/current/ddl-rowsecurity.html), and the API always filters.
 */
function judgePolicies(
  judging: Judging,
  relation: Relation,
  caller: SqlCaller,
  privilege: Privilege,
  bindings: Bindings,
): SqlVerdict {
  const own = forCommand(judging, relation, caller, privilege, bindings);
  if (privilege === 'select' || privilege === 'insert') return own;
  return narrowest([own, forCommand(judging, relation, caller, 'select', bindings)]);
}

function forCommand(
  judging: Judging,
  relation: Relation,
  caller: SqlCaller,
  privilege: Privilege,
  bindings: Bindings,
): SqlVerdict {
  const roles = rolesOf(judging.catalogue, caller.role);
  const applying = [...relation.policies.values()].filter(
    (policy) =>
      (policy.command === privilege || policy.command === 'all') && policy.roles.some((role) => roles.has(role)),
  );
  const judge = (policy: Policy) => judgePolicy(judging, policy, caller, privilege, bindings);
  const permissive = applying.filter((policy) => policy.permissive).map(judge);
  const none: SqlVerdict = {
    state: 'closed',
    origins: [],
    source: relation.source,
    because: `row level security is on and no policy lets ${caller.role} ${privilege}`,
  };
  const restrictive = applying.filter((policy) => !policy.permissive).map(judge);
  return narrowest([widest(permissive, permissive[0] ?? none), ...restrictive]);
}

function judgePolicy(
  judging: Judging,
  policy: Policy,
  caller: SqlCaller,
  privilege: Privilege,
  bindings: Bindings,
): SqlVerdict {
  const because = `the policy “${policy.name.slice(0, 80)}”`;
  // Without an expression a permissive policy lets no row through and a restrictive one keeps none out (PostgreSQL, rowsecurity.c).
  const evaluate = (expression: Tree | undefined, origin: Origin) =>
    expression === undefined
      ? verdictOf({ type: 'const', value: !policy.permissive }, policy.source, because)
      : verdictOf(evaluateSql(expression, environmentFor(judging, caller, bindings, origin)), policy.source, because);
  const check = policy.check ?? policy.using;
  if (privilege === 'insert') return evaluate(check, 'sent');
  if (privilege !== 'update') return evaluate(policy.using, 'record');
  return narrowest([evaluate(policy.using, 'record'), evaluate(check, 'sent')]);
}

/** A view shows what its owner sees, past all row level security, unless it is an invoker's. */
function judgeView(
  judging: Judging,
  view: Relation,
  role: ApiRole,
  privilege: Privilege,
  grant: Grant,
  depth: number,
): SqlVerdict {
  const { source } = view;
  const query = child(view.query, 'SelectStmt');
  const because = grant.implicit
    ? `the view runs with its owner’s rights and Supabase’s default privileges let ${role} in`
    : `the view runs with its owner’s rights and a grant lets ${role} in`;
  const undecided: SqlVerdict = {
    state: 'unknown',
    origins: ['undecided'],
    source,
    because: 'a view that is not understood',
  };
  if (query === undefined || depth > 8) return undecided;
  const tables = tablesIn(query);
  if (privilege !== 'select' && !isUpdatable(query))
    return { state: 'closed', origins: [], source, because: 'the view is not updatable' };
  const where = callersOf(role).map((caller) => verdictOf(whereOf(judging, query, caller), source, because));
  const shown = widest(where, where[0] ?? undecided);
  if (!view.invoker) return shown;
  const below = tables.map((name): SqlVerdict => {
    const relation = judging.catalogue.relations.get(keyOf(judging.catalogue, name));
    return relation === undefined ? undecided : judgeRelation(judging, relation, role, privilege, {}, depth + 1);
  });
  return narrowest([shown, ...below]);
}

function whereOf(judging: Judging, query: Tree, caller: SqlCaller): SqlValue {
  const where = child(query, 'whereClause');
  if (where === undefined) return { type: 'const', value: true };
  return evaluateSql(where, environmentFor(judging, caller, {}, 'record'));
}

/** The tables and views of a FROM clause, joins and subqueries in it included. */
export function tablesIn(query: Tree): readonly ReturnType<typeof relationName>[] {
  const found: ReturnType<typeof relationName>[] = [];
  const own = new Set(
    list(child(query, 'withClause'), 'ctes').map((cte) => String(child(cte, 'CommonTableExpr')?.ctename)),
  );
  const visit = (value: unknown, depth: number) => {
    if (typeof value !== 'object' || value === null || depth > 200 || found.length > 200) return;
    for (const [key, part] of Object.entries(value)) {
      if (key !== 'RangeVar') visit(part, depth + 1);
      else {
        const name = relationName(part as Tree);
        if (name.schema !== '' || !own.has(name.name)) found.push(name);
      }
    }
  };
  visit(query, 0);
  return found;
}

/** postgresql.org/docs/current/sql-createview.html#SQL-CREATEVIEW-UPDATABLE-VIEWS */
function isUpdatable(query: Tree): boolean {
  const from = list(query, 'fromClause');
  const [only] = from;
  const plain = [
    'groupClause',
    'havingClause',
    'distinctClause',
    'limitCount',
    'limitOffset',
    'withClause',
    'windowClause',
  ];
  return (
    from.length === 1 &&
    child(only, 'RangeVar') !== undefined &&
    plain.every((field) => query[field] === undefined) &&
    !hasAggregate(query) &&
    query.op === 'SETOP_NONE'
  );
}

const AGGREGATES: readonly string[] = [
  'count',
  'sum',
  'avg',
  'min',
  'max',
  'array_agg',
  'string_agg',
  'json_agg',
  'jsonb_agg',
  'bool_or',
  'bool_and',
];

function hasAggregate(query: Tree): boolean {
  return list(query, 'targetList').some((target) => {
    const name = list(child(target, 'ResTarget', 'val', 'FuncCall'), 'funcname').at(-1);
    const text = child(name, 'String')?.sval;
    return typeof text === 'string' && AGGREGATES.includes(text);
  });
}
