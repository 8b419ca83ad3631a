import { assertNever } from '../../shared/assert.ts';
import { binary, type Clock, not } from './compare.ts';
import type { Dialect } from './expression.ts';
import { admitsStranger, callMethod, isOfType, matching } from './methods.ts';
import type { Expression, FunctionDeclaration } from './syntax.ts';
import {
  anything,
  below,
  constant,
  ERROR,
  FALSE,
  isConst,
  NULL,
  type Origin,
  originsOf,
  TRUE,
  type Unknown,
  undetermined,
  type Value,
} from './values.ts';

/** Names that an expression sees; functions keep the scope in which they were declared. */
export interface Scope {
  readonly parent?: Scope;
  readonly names: ReadonlyMap<string, Value>;
  readonly functions: ReadonlyMap<string, FunctionDeclaration>;
  /** Where the values of parameters and of `let` come from. */
  readonly sources?: ReadonlyMap<string, Source>;
}

/** An expression in the scope in which it stands. */
export interface Source {
  readonly expression: Expression;
  readonly scope: Scope;
}

/** Documents, by path below the database, of which it has been chosen what they hold. */
export type Documents = ReadonlyMap<string, Value>;

export interface Evaluation {
  readonly dialect: Dialect;
  readonly clock: Clock;
  readonly documents: Documents;
  /** Nodes that may still be evaluated, and how deep the evaluator stands; both bound hostile files. */
  steps: number;
  depth: number;
  calls: number;
}

/** Far above what the service itself evaluates: 1,000 expressions a request (firebase.google.com/docs/rules/rules-language). */
const MAX_STEPS = 20_000;
const MAX_EVALUATION_DEPTH = 1_000;
/** The service refuses deeper call stacks. */
const MAX_CALLS = 20;

const NO_DOCUMENTS: Documents = new Map();

export function evaluationOf(dialect: Dialect, now: number, documents: Documents = NO_DOCUMENTS): Evaluation {
  return { dialect, clock: { now, instants: new Set() }, documents, steps: MAX_STEPS, depth: 0, calls: 0 };
}

/** The value of an expression in three-valued logic; errors are absorbed as the service does. Never throws. */
export function evaluate(expression: Expression, scope: Scope, evaluation: Evaluation): Value {
  if (evaluation.steps <= 0 || evaluation.depth >= MAX_EVALUATION_DEPTH) return anything('undecided');
  evaluation.steps--;
  evaluation.depth++;
  const value = evaluateNode(expression, scope, evaluation);
  evaluation.depth--;
  return value;
}

function evaluateNode(expression: Expression, scope: Scope, evaluation: Evaluation): Value {
  const inner = (part: Expression) => evaluate(part, scope, evaluation);
  switch (expression.kind) {
    case 'literal':
      return constant(expression.value);
    case 'regex':
      return constant(expression.pattern);
    case 'name':
      return (
        lookUp(expression.name, scope)?.value ??
        (isNamespace(expression.name, evaluation) ? namespace(expression.name) : ERROR)
      );
    case 'member':
      return memberOf(inner(expression.object), expression.name, evaluation);
    case 'index':
      return itemOf(inner(expression.object), inner(expression.index), evaluation);
    case 'slice':
      return strict([expression.object, expression.from, expression.to].map(inner));
    case 'call':
      return call(expression.callee, expression.parameters, scope, evaluation);
    case 'list':
      return { type: 'list', items: expression.items.map(inner) };
    case 'map':
      return mapLiteral(expression.entries, inner);
    case 'path':
      return pathOf(expression.segments.map(inner));
    case 'unary':
      return expression.operator === '!'
        ? not(inner(expression.operand))
        : negative(inner(expression.operand), evaluation);
    case 'logical':
      return expression.operator === '&&'
        ? conjunction(expression.operands, inner, evaluation.dialect)
        : disjunction(expression.operands, inner, evaluation.dialect);
    case 'binary':
      if (expression.operator === 'is') return isOfType(inner(expression.left), typeName(expression.right));
      return binary(expression.operator, inner(expression.left), inner(expression.right), evaluation.clock);
    case 'conditional':
      return choice(inner(expression.test), expression.then, expression.otherwise, inner);
    default:
      return assertNever(expression);
  }
}

function typeName(expression: Expression): string {
  return expression.kind === 'name' ? expression.name : '';
}

function negative(value: Value, evaluation: Evaluation): Value {
  return binary('-', constant(0), value, evaluation.clock);
}

/** An error if one of them is, else something that hangs on all of them. */
function strict(values: readonly Value[]): Value {
  return values.some((value) => value.type === 'error') ? ERROR : undetermined(...values);
}

function pathOf(segments: readonly Value[]): Value {
  return segments.some((segment) => segment.type === 'error') ? ERROR : { type: 'path', segments };
}

function mapLiteral(
  entries: readonly (readonly [Expression, Expression])[],
  inner: (part: Expression) => Value,
): Value {
  const members = new Map<string, Value>();
  for (const [key, value] of entries) {
    const name = inner(key);
    if (name.type !== 'const' || typeof name.value !== 'string') return anything('undecided');
    members.set(name.value, inner(value));
  }
  return { type: 'map', entries: members };
}

interface Found {
  readonly value: Value;
}

function lookUp(name: string, scope: Scope): Found | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const value = at.names.get(name);
    if (value !== undefined) return { value };
  }
  return undefined;
}

const NAMESPACES: readonly string[] = ['timestamp', 'duration', 'math', 'latlng', 'hashing', 'firestore'];

function isNamespace(name: string, evaluation: Evaluation): boolean {
  return evaluation.dialect === 'rules' && NAMESPACES.includes(name);
}

function namespace(name: string): Value {
  return { type: 'namespace', name };
}

/** An absent member is an error in Firestore and Storage rules, null in the Realtime Database. */
function memberOf(object: Value, name: string, evaluation: Evaluation): Value {
  const absent = evaluation.dialect === 'rtdb' ? NULL : ERROR;
  if (object.type === 'map') return object.entries.get(name) ?? absent;
  if (object.type === 'unknown') return memberOfUnknown(object, name, evaluation.dialect);
  if (evaluation.dialect === 'rules') return ERROR;
  if (isConst(object, null)) return NULL;
  if (name === 'length' && object.type === 'own') return anything('account');
  if (name === 'length' && object.type === 'const' && typeof object.value === 'string')
    return constant(object.value.length);
  return ERROR;
}

function memberOfUnknown(object: Unknown, name: string, dialect: Dialect): Unknown {
  const { slot, origins } = object;
  const member: Unknown = { type: 'unknown', origins, present: false, mayFail: dialect === 'rules' };
  return slot === undefined ? member : { ...member, slot: below(slot, name) };
}

function itemOf(object: Value, index: Value, evaluation: Evaluation): Value {
  if (object.type === 'error' || index.type === 'error') return ERROR;
  if (index.type === 'const' && typeof index.value === 'string') return memberOf(object, index.value, evaluation);
  if (object.type === 'map' && index.type === 'own') return evaluation.dialect === 'rtdb' ? NULL : ERROR;
  if (object.type === 'list' && index.type === 'const' && typeof index.value === 'number')
    return object.items[index.value] ?? ERROR;
  return undetermined(object, index);
}

function conjunction(operands: readonly Expression[], inner: (part: Expression) => Value, dialect: Dialect): Value {
  const open: Value[] = [];
  for (const [index, operand] of operands.entries()) {
    const value = inner(operand);
    if (isConst(value, false)) return dialect === 'rules' ? FALSE : unlessFailed(FALSE, open);
    if (value.type === 'unknown') open.push(value);
    else if (!isConst(value, true)) {
      const rest = dialect === 'rules' ? operands.slice(index + 1) : [];
      return failedConjunction(value, open, rest, inner);
    }
  }
  return open.length === 0 ? TRUE : merged(open);
}

/** A denial that an error on the way to it turns into an error: negated, the one grants and the other does not. */
function unlessFailed(denial: Value, before: readonly Value[]): Value {
  return before.some(mayFail) ? { type: 'error', orFalse: originsOf(...before) } : denial;
}

function mayFail(value: Value): boolean {
  return value.type === 'error' || (value.type === 'unknown' && value.mayFail);
}

/**
 * An operand before the error may be false, and in Firestore and Storage rules a later false absorbs the error:
 * `!(error && false)` is true.
 */
function failedConjunction(
  value: Value,
  open: readonly Value[],
  rest: readonly Expression[],
  inner: (part: Expression) => Value,
): Value {
  const later = rest.map(inner);
  if (later.some((other) => isConst(other, false))) return FALSE;
  const own = value.type === 'error' ? (value.orFalse ?? []) : [];
  const orFalse = [...new Set([...own, ...originsOf(...open, ...later)])];
  return orFalse.length === 0 ? ERROR : { type: 'error', orFalse };
}

/**
 * Firestore and Storage absorb an error beside a true operand, whatever the order. The Realtime Database goes from left to
 * right, and an error ends the rule.
 */
function disjunction(operands: readonly Expression[], inner: (part: Expression) => Value, dialect: Dialect): Value {
  const open: Unknown[] = [];
  const denials: Unknown[] = [];
  let failed = false;
  for (const operand of operands) {
    const value = inner(operand);
    if (isConst(value, true)) {
      const sure = dialect === 'rules' || [...open, ...denials].every((left) => !left.mayFail);
      return sure ? TRUE : merged([...open, ...denials]);
    }
    if (value.type === 'unknown') open.push(value);
    else if (value.type === 'error' && value.orFalse !== undefined) denials.push(anything(...value.orFalse));
    else if (!isConst(value, false)) {
      if (dialect === 'rtdb') return open.length === 0 ? ERROR : merged([...open, ...denials, value]);
      failed = true;
    }
  }
  if (open.length > 0) return merged([...open, ...denials]);
  if (denials.length > 0) return { type: 'error', orFalse: originsOf(...denials) };
  return failed ? ERROR : FALSE;
}

function merged(values: readonly Value[]): Unknown {
  const origins: readonly Origin[] = originsOf(...values);
  return { type: 'unknown', origins, present: true, mayFail: values.some(mayFail) };
}

function choice(test: Value, then: Expression, otherwise: Expression, inner: (part: Expression) => Value): Value {
  if (isConst(test, true)) return inner(then);
  if (isConst(test, false)) return inner(otherwise);
  if (test.type === 'error' && test.orFalse !== undefined) return afterDenial(inner(otherwise), test.orFalse);
  if (test.type !== 'unknown') return ERROR;
  const [one, other] = [inner(then), inner(otherwise)];
  const bothTrue = isConst(one, true) && isConst(other, true);
  const denies = (value: Value) => value.type === 'error' || isConst(value, false);
  if (bothTrue && !test.mayFail) return TRUE;
  if (denies(one) && denies(other)) return unlessFailed(FALSE, [test, one, other]);
  return merged([test, one, other]);
}

/** The other branch, if the test was false rather than an error. */
function afterDenial(otherwise: Value, orFalse: readonly Origin[]): Value {
  const denies = otherwise.type === 'error' || isConst(otherwise, false);
  return denies ? { type: 'error', orFalse } : merged([anything(...orFalse), otherwise]);
}

function call(callee: Expression, parameters: readonly Expression[], scope: Scope, evaluation: Evaluation): Value {
  if (callee.kind === 'name') return callFunction(callee.name, parameters, scope, evaluation);
  const values = parameters.map((parameter) => evaluate(parameter, scope, evaluation));
  if (callee.kind !== 'member') return ERROR;
  const receiver = evaluate(callee.object, scope, evaluation);
  if (receiver.type === 'error' || values.some((value) => value.type === 'error')) return ERROR;
  const [first] = parameters;
  if (first?.kind === 'regex') return callee.name === 'matches' ? callMatches(receiver, first) : ERROR;
  if (evaluation.dialect === 'rtdb' && callee.name === 'matches') return ERROR;
  return callMethod(receiver, callee.name, values, evaluation.clock);
}

function callMatches(receiver: Value, regex: Extract<Expression, { kind: 'regex' }>): Value {
  if (receiver.type === 'own') return admitsStranger(regex.pattern);
  if (receiver.type === 'unknown') return undetermined(receiver);
  if (receiver.type !== 'const' || typeof receiver.value !== 'string') return ERROR;
  return matching(receiver.value, regex.pattern, { whole: false, ignoreCase: regex.ignoreCase });
}

function callFunction(name: string, parameters: readonly Expression[], scope: Scope, evaluation: Evaluation): Value {
  const entered = enterFunction(name, parameters, scope, evaluation);
  if (entered === 'undecided') return anything('undecided');
  if (entered !== undefined) {
    const result = evaluate(entered.expression, entered.scope, evaluation);
    evaluation.calls--;
    return result;
  }
  const values = parameters.map((parameter) => evaluate(parameter, scope, evaluation));
  if (evaluation.dialect === 'rtdb') return ERROR;
  if (values.some((value) => value.type === 'error')) return ERROR;
  if (name === 'get' || name === 'exists') return lookUpDocument(name, values[0], evaluation.documents);
  if (name === 'getAfter' || name === 'existsAfter') return anything('record');
  if (name === 'debug') return values[0] ?? ERROR;
  return undetermined(...values);
}

/** The body of a declared function with its parameters bound; whoever evaluates it counts the call down. */
export function enterFunction(
  name: string,
  parameters: readonly Expression[],
  scope: Scope,
  evaluation: Evaluation,
): Source | undefined | 'undecided' {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const declared = at.functions.get(name);
    if (declared === undefined) continue;
    if (evaluation.calls >= MAX_CALLS) return 'undecided';
    evaluation.calls++;
    return { expression: declared.result, scope: scopeOfCall(declared, parameters, scope, at, evaluation) };
  }
  return undefined;
}

function scopeOfCall(
  declared: FunctionDeclaration,
  parameters: readonly Expression[],
  caller: Scope,
  declaring: Scope,
  evaluation: Evaluation,
): Scope {
  const names = new Map<string, Value>();
  const sources = new Map<string, Source>();
  const bind = (name: string, expression: Expression, scope: Scope) => {
    names.set(name, evaluate(expression, scope, evaluation));
    sources.set(name, { expression, scope });
  };
  declared.parameters.forEach((parameter, index) => {
    const expression = parameters[index];
    if (expression === undefined) names.set(parameter, ERROR);
    else bind(parameter, expression, caller);
  });
  let scope: Scope = { parent: declaring, names, functions: new Map(), sources };
  for (const binding of declared.bindings) {
    const value = evaluate(binding.value, scope, evaluation);
    scope = {
      parent: scope,
      names: new Map([[binding.name, value]]),
      functions: new Map(),
      sources: new Map([[binding.name, { expression: binding.value, scope }]]),
    };
  }
  return scope;
}

/** What `get()` and `exists()` find at a path. */
function lookUpDocument(name: 'get' | 'exists', path: Value | undefined, documents: Documents): Value {
  const key = documentKey(path);
  const known = key === undefined ? undefined : documents.get(key);
  if (known !== undefined) return name === 'exists' ? TRUE : known;
  if (key === undefined) return anything('record');
  return { ...anything('record'), slot: { root: `document:${key}`, keys: [] } };
}

/** Stands for the caller's own uid in the path of a document. */
export const OWN_UID = '{uid}';

/** `users/{uid}`; undefined where the path cannot be told from the rules alone. */
function documentKey(path: Value | undefined): string | undefined {
  if (path?.type !== 'path') return undefined;
  const [databases, , documents, ...rest] = path.segments;
  if (databases === undefined || !isConst(databases, 'databases')) return undefined;
  if (documents === undefined || !isConst(documents, 'documents')) return undefined;
  const texts = rest.map((segment) => {
    if (segment.type === 'own') return segment.what === 'uid' ? OWN_UID : undefined;
    return segment.type === 'const' && typeof segment.value === 'string' ? segment.value : undefined;
  });
  return texts.includes(undefined) || texts.length === 0 ? undefined : texts.join('/');
}
