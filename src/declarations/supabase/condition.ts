import type { ApiRole } from './catalogue.ts';
import { child, children, list, nodeOf, type Scalar, scalarOf, strings, type Tree, text } from './tree.ts';

/**
 * What an unknown value hangs on: the stored `record`, what is `sent`, the caller being the `owner`, the `account` it has. `self`: what
 * a user can write about itself and so set as it likes.
 */
export type Origin = 'record' | 'sent' | 'owner' | 'account' | 'self' | 'undecided';

/** What a SQL expression of a policy can stand for while no row is known. */
export type SqlValue =
  | { readonly type: 'const'; readonly value: Scalar }
  /** The caller's own id: a fresh uuid that stands in no statement. */
  | { readonly type: 'own' }
  /** The claims of the caller's token, or a part of them. */
  | { readonly type: 'claims'; readonly path: readonly string[] }
  | { readonly type: 'unknown'; readonly origins: readonly Origin[]; readonly nullable: boolean };

/** A caller whose conditions are evaluated. */
export interface SqlCaller {
  readonly role: ApiRole;
  /** The account comes from an anonymous sign-in. */
  readonly anonymous: boolean;
}

export interface SqlEnvironment {
  readonly caller: SqlCaller;
  /** What a column reference stands for. */
  readonly column: (path: readonly string[]) => SqlValue;
  /** The query of a SQL function with its parameters bound; undefined if its body is not known. */
  readonly inline: (name: string, parameters: readonly SqlValue[]) => SqlInlined | undefined;
  readonly budget: { steps: number };
  readonly depth: number;
}

export interface SqlInlined {
  readonly query: Tree;
  readonly column: (path: readonly string[]) => SqlValue | undefined;
}

const NULL: SqlValue = { type: 'const', value: null };
const TRUE: SqlValue = { type: 'const', value: true };
const FALSE: SqlValue = { type: 'const', value: false };
const MAX_DEPTH = 150;

export function unknown(...origins: readonly Origin[]): SqlValue {
  return { type: 'unknown', origins, nullable: true };
}

function present(...origins: readonly Origin[]): SqlValue {
  return { type: 'unknown', origins, nullable: false };
}

function isNull(value: SqlValue): boolean {
  return value.type === 'const' && value.value === null;
}

export function isTrue(value: SqlValue): boolean {
  return value.type === 'const' && (value.value === true || value.value === 't' || value.value === 'true');
}

/** False or null: a policy lets no row through. */
export function denies(value: SqlValue): boolean {
  return value.type === 'const' && !isTrue(value);
}

function boolean(value: boolean): SqlValue {
  return value ? TRUE : FALSE;
}

/** What a result hangs on that cannot be worked out from these values. */
function depends(...values: readonly SqlValue[]): SqlValue {
  const origins = new Set<Origin>();
  for (const value of values) {
    if (value.type === 'unknown') for (const origin of value.origins) origins.add(origin);
    if (value.type === 'own') origins.add('owner');
    if (value.type === 'claims') origins.add('account');
  }
  return unknown(...(origins.size === 0 ? (['undecided'] as const) : origins));
}

/** The value of an expression for a caller, in SQL's own three-valued logic where it is known. Never throws. */
export function evaluateSql(node: Tree | undefined, environment: SqlEnvironment): SqlValue {
  if (node === undefined) return NULL;
  if (environment.depth >= MAX_DEPTH || environment.budget.steps <= 0) return unknown('undecided');
  environment.budget.steps--;
  const deeper = { ...environment, depth: environment.depth + 1 };
  const raw = (part: Tree | undefined) => evaluateSql(part, deeper);
  const inner = (part: Tree | undefined) => settle(raw(part), environment.caller);
  const [type, content] = nodeOf(node);
  switch (type) {
    case 'A_Const': {
      const value = scalarOf(node);
      return value === undefined ? unknown('undecided') : { type: 'const', value };
    }
    case 'BoolExpr':
      return boolExpression(text(content, 'boolop'), list(content, 'args').map(inner));
    case 'A_Expr':
      return ACCESSORS.includes(operatorName(content))
        ? member(
            operatorName(content),
            raw(child(content, 'lexpr')),
            inner(child(content, 'rexpr')),
            environment.caller,
          )
        : operator(content, inner);
    case 'NullTest':
      return nullTest(inner(child(content, 'arg')), text(content, 'nulltesttype') === 'IS_NULL');
    case 'BooleanTest':
      return booleanTest(inner(child(content, 'arg')), text(content, 'booltesttype'));
    case 'TypeCast':
    case 'CollateClause':
      return raw(child(content, 'arg'));
    case 'ColumnRef':
      return environment.column(strings(list(content, 'fields')));
    case 'FuncCall':
      return call(content, deeper);
    case 'SubLink':
      return subquery(content, deeper);
    case 'SQLValueFunction':
      return valueFunction(text(content, 'op'), environment.caller);
    case 'CoalesceExpr':
      return coalesce(list(content, 'args').map(inner));
    case 'CaseExpr':
      return caseOf(content, inner);
    case 'A_ArrayExpr':
      return depends(...list(content, 'elements').map(inner));
    case 'A_Indirection':
      return indirection(inner(child(content, 'arg')));
    case 'List':
      return depends(...list(content, 'items').map(inner));
    default:
      return unknown('undecided');
  }
}

function indirection(value: SqlValue): SqlValue {
  return isNull(value) ? NULL : depends(value);
}

function boolExpression(kind: string, values: readonly SqlValue[]): SqlValue {
  const open = values.filter((value) => value.type !== 'const');
  if (kind === 'NOT_EXPR') {
    const [value = NULL] = values;
    if (isNull(value)) return NULL;
    return value.type === 'const' ? boolean(!isTrue(value)) : value;
  }
  const and = kind === 'AND_EXPR';
  const decisive = values.find((value) => value.type === 'const' && !isNull(value) && isTrue(value) !== and);
  if (decisive !== undefined) return boolean(!and);
  // `null and x` is null or false, `null or x` is true only if x is.
  if (values.some(isNull)) return and || open.length === 0 ? NULL : depends(...open);
  return open.length === 0 ? boolean(and) : depends(...open);
}

function nullTest(value: SqlValue, wantsNull: boolean): SqlValue {
  if (value.type === 'const') return boolean((value.value === null) === wantsNull);
  if (value.type === 'own' || (value.type === 'unknown' && !value.nullable)) return boolean(!wantsNull);
  return depends(value);
}

function booleanTest(value: SqlValue, test: string): SqlValue {
  if (value.type !== 'const') return depends(value);
  if (test.endsWith('UNKNOWN')) return boolean(isNull(value) === (test === 'IS_UNKNOWN'));
  const wanted = test.endsWith('TRUE');
  const matches = !isNull(value) && isTrue(value) === wanted;
  return boolean(test.startsWith('IS_NOT') ? !matches : matches);
}

function operatorName(content: Tree): string {
  return strings(list(content, 'name')).at(-1) ?? '';
}

function operator(content: Tree, inner: (part: Tree | undefined) => SqlValue): SqlValue {
  const name = operatorName(content);
  const left = inner(child(content, 'lexpr'));
  const right = child(content, 'rexpr');
  switch (text(content, 'kind')) {
    case 'AEXPR_IN':
      return inList(left, list(child(right, 'List'), 'items').map(inner), name === '<>');
    case 'AEXPR_OP_ANY':
      return isNull(left) ? NULL : inList(left, elementsOf(right).map(inner), false);
    case 'AEXPR_DISTINCT':
    case 'AEXPR_NOT_DISTINCT': {
      const same = sameness(left, inner(right));
      const wantsSame = text(content, 'kind') === 'AEXPR_NOT_DISTINCT';
      return same === undefined ? depends(left, inner(right)) : boolean(same === wantsSame);
    }
    case 'AEXPR_OP':
      return binary(name, left, inner(right));
    default:
      return isNull(left) ? NULL : depends(left, inner(right));
  }
}

function elementsOf(node: Tree | undefined): readonly Tree[] {
  const elements = list(child(node, 'A_ArrayExpr'), 'elements');
  return elements.length > 0 || node === undefined ? elements : [node];
}

function inList(left: SqlValue, items: readonly SqlValue[], negated: boolean): SqlValue {
  const results = items.map((item) => binary('=', left, item));
  const found = boolExpression('OR_EXPR', results);
  return negated ? boolExpression('NOT_EXPR', [found]) : found;
}

/** True or false where both sides are known well enough. */
function sameness(left: SqlValue, right: SqlValue): boolean | undefined {
  if (left.type === 'const' && right.type === 'const') return String(left.value) === String(right.value);
  if (left.type === 'own' && right.type === 'own') return true;
  const ownAndConst = (one: SqlValue, other: SqlValue) => one.type === 'own' && other.type === 'const';
  return ownAndConst(left, right) || ownAndConst(right, left) ? false : undefined;
}

function binary(name: string, left: SqlValue, right: SqlValue): SqlValue {
  if (isNull(left) || isNull(right)) return NULL;
  if (name === '=' || name === '<>' || name === '!=') {
    const same = sameness(left, right);
    return same === undefined ? depends(left, right) : boolean(same === (name === '='));
  }
  if (
    left.type === 'const' &&
    right.type === 'const' &&
    typeof left.value === 'number' &&
    typeof right.value === 'number'
  )
    return ordering(name, left.value, right.value);
  return depends(left, right);
}

function ordering(name: string, left: number, right: number): SqlValue {
  if (name === '<') return boolean(left < right);
  if (name === '<=') return boolean(left <= right);
  if (name === '>') return boolean(left > right);
  return name === '>=' ? boolean(left >= right) : unknown('undecided');
}

/** Operators that reach into JSON; those that end in `>>` give text. */
const ACCESSORS: readonly string[] = ['->', '->>', '#>', '#>>'];

function member(name: string, object: SqlValue, key: SqlValue, caller: SqlCaller): SqlValue {
  if (isNull(object) || isNull(key)) return NULL;
  if (object.type !== 'claims' || key.type !== 'const') return depends(object, key);
  const path = [...object.path, ...String(key.value).replace(/[{}]/g, '').split(',')];
  return name.endsWith('>>') ? claim(path, caller) : { type: 'claims', path };
}

/** A part of the token that is used as it is becomes what it holds. */
function settle(value: SqlValue, caller: SqlCaller): SqlValue {
  return value.type === 'claims' ? claim(value.path, caller) : value;
}

/**
 * One claim of the caller's token (supabase.com/docs/guides/auth/jwt-fields). A user edits `user_metadata` at will; `app_metadata` is
 * written by the server alone, and beside the sign-in method a fresh account has none.
 */
function claim(path: readonly string[], caller: SqlCaller): SqlValue {
  const [first, second] = path;
  if (first === 'role') return { type: 'const', value: caller.role };
  if (caller.role === 'anon') return first === 'iss' || first === 'exp' || first === 'ref' ? present('account') : NULL;
  if (first === 'sub') return { type: 'own' };
  if (first === 'is_anonymous') return boolean(caller.anonymous);
  if (first === 'aal') return { type: 'const', value: 'aal1' };
  if (first === 'app_metadata') return second === 'provider' || second === 'providers' ? present('account') : NULL;
  if (first === 'user_metadata') return unknown('self');
  if (first === 'email' || first === 'phone') return unknown('account');
  return first === undefined || ['aud', 'iss', 'exp', 'iat', 'session_id', 'amr'].includes(first)
    ? present('account')
    : NULL;
}

function call(content: Tree, environment: SqlEnvironment): SqlValue {
  const parts = strings(list(content, 'funcname'));
  const name = parts.join('.');
  const { caller } = environment;
  const parameters = list(content, 'args').map((parameter) => settle(evaluateSql(parameter, environment), caller));
  const anonymous = caller.role === 'anon';
  switch (name) {
    case 'auth.uid':
      return anonymous ? NULL : { type: 'own' };
    case 'auth.role':
      return { type: 'const', value: caller.role };
    case 'auth.email':
      return anonymous || caller.anonymous ? NULL : unknown('account');
    case 'auth.jwt':
      return { type: 'claims', path: [] };
    case 'current_setting':
    case 'pg_catalog.current_setting':
      return setting(parameters[0]);
    case 'lower':
    case 'upper':
    case 'trim':
    case 'btrim':
      return parameters[0] ?? NULL;
    default:
      return declared(name, parameters, environment);
  }
}

function setting(name: SqlValue | undefined): SqlValue {
  const text = name?.type === 'const' ? String(name.value) : '';
  if (text === 'request.jwt.claims') return { type: 'claims', path: [] };
  if (text.startsWith('request.jwt.claim.')) return { type: 'claims', path: [text.slice('request.jwt.claim.'.length)] };
  return unknown('undecided');
}

/** A function of the project: its query if that is known, else something that hangs on the data it looks at. */
function declared(name: string, parameters: readonly SqlValue[], environment: SqlEnvironment): SqlValue {
  const inlined = environment.inline(name, parameters);
  if (inlined === undefined) {
    const known = parameters.filter((value) => value.type !== 'const');
    return depends(...known, unknown('record'));
  }
  const column = (path: readonly string[]) => inlined.column(path) ?? unknown('record');
  return rowsOf(inlined.query, { ...environment, column });
}

function valueFunction(op: string, caller: SqlCaller): SqlValue {
  return /_(?:ROLE|USER)$/.test(op) ? { type: 'const', value: caller.role } : unknown('undecided');
}

function coalesce(values: readonly SqlValue[]): SqlValue {
  const rest = values.filter((value) => !isNull(value));
  const [first = NULL] = rest;
  const sure = first.type === 'const' || first.type === 'own' || (first.type === 'unknown' && !first.nullable);
  return sure ? first : depends(...rest);
}

function caseOf(content: Tree, inner: (part: Tree | undefined) => SqlValue): SqlValue {
  const argument = child(content, 'arg');
  const open: SqlValue[] = [];
  for (const branch of children(list(content, 'args'), 'CaseWhen')) {
    const test = inner(child(branch, 'expr'));
    const holds = argument === undefined ? test : binary('=', inner(argument), test);
    if (denies(holds)) continue;
    const result = inner(child(branch, 'result'));
    if (isTrue(holds)) return open.length === 0 ? result : merge([...open, result]);
    open.push(holds, result);
  }
  const otherwise = inner(child(content, 'defresult'));
  return open.length === 0 ? otherwise : merge([...open, otherwise]);
}

function merge(values: readonly SqlValue[]): SqlValue {
  return depends(...values.filter((value) => value.type !== 'const'));
}

/** `exists (…)`, `(select …)`, `x in (select …)` */
function subquery(content: Tree, environment: SqlEnvironment): SqlValue {
  const query = child(content, 'subselect', 'SelectStmt');
  if (query === undefined) return unknown('undecided');
  const kind = text(content, 'subLinkType');
  if (kind === 'EXPR_SUBLINK') return rowsOf(query, environment);
  const from = list(query, 'fromClause').length > 0;
  const where = whereOf(query, environment);
  if (denies(where)) return FALSE;
  if (kind === 'EXISTS_SUBLINK') return from ? depends(where, unknown('record')) : where;
  if (kind !== 'ANY_SUBLINK') return unknown('record');
  const tested = settle(evaluateSql(child(content, 'testexpr'), environment), environment.caller);
  if (isNull(tested)) return NULL;
  return depends(tested, rowsOf(query, environment), unknown('record'));
}

function whereOf(query: Tree, environment: SqlEnvironment): SqlValue {
  const where = child(query, 'whereClause');
  const from = list(query, 'fromClause').length > 0;
  if (where === undefined) return TRUE;
  return evaluateSql(where, from ? { ...environment, column: rowColumn(environment) } : environment);
}

/** Columns within a subquery are columns of its tables, unless the outside knows the name better. */
function rowColumn(environment: SqlEnvironment): SqlEnvironment['column'] {
  return (path) => {
    const outer = environment.column(path);
    return outer.type === 'unknown' ? unknown('record') : outer;
  };
}

/** The one value of a query: null if no row can match, unknown if it comes out of a table. */
export function rowsOf(query: Tree, environment: SqlEnvironment): SqlValue {
  const [target] = children(list(query, 'targetList'), 'ResTarget', 'val');
  if (list(query, 'fromClause').length === 0) {
    const where = whereOf(query, environment);
    if (denies(where)) return NULL;
    return evaluateSql(target, environment);
  }
  if (denies(whereOf(query, environment))) return aggregates(target) ? unknown('record') : NULL;
  return depends(whereOf(query, environment), unknown('record'));
}

/** An aggregate gives a row even where none matches. */
function aggregates(target: Tree | undefined): boolean {
  return target !== undefined && nodeOf(target)[0] !== 'ColumnRef' && nodeOf(target)[0] !== 'A_Const';
}
