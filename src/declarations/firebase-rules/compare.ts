import type { BinaryOperator } from './syntax.ts';
import {
  anything,
  constant,
  ERROR,
  FALSE,
  isConst,
  originsOf,
  sameSlot,
  slotOf,
  TRUE,
  undetermined,
  type Value,
} from './values.ts';

/** Equality in three values. Different types are unequal, never an error. */
export function equals(left: Value, right: Value): Value {
  if (left.type === 'error' || right.type === 'error') return withError(left, right);
  if (isSameId(left, right)) return TRUE;
  if (left.type === 'unknown' || right.type === 'unknown') return equalsUnknown(left, right);
  if (left.type === 'snapshot' || right.type === 'snapshot') return undetermined(left, right);
  if (left.type === 'own' && right.type === 'own') return constant(left.what === right.what);
  if (left.type === 'const' && right.type === 'const') return constant(left.value === right.value);
  if (left.type === 'timestamp' && right.type === 'timestamp') return constant(left.ms === right.ms);
  if (left.type === 'time' && right.type === 'time') return constant(left.offset === right.offset);
  if (left.type === 'path' || right.type === 'path') return undetermined(left, right);
  if (left.type === 'duration' && right.type === 'duration') return constant(left.ms === right.ms);
  if (left.type === 'list' && right.type === 'list') return equalsList(left.items, right.items);
  if (left.type === 'map' && right.type === 'map') return undetermined(left, right);
  return FALSE;
}

/** An id in the path is one and the same wherever it stands. */
function isSameId(left: Value, right: Value): boolean {
  const [one, other] = [slotOf(left), slotOf(right)];
  return one?.root === 'path' && other !== undefined && sameSlot(one, other);
}

/** An error, unless what may be an error may be false as well: `(error or false) == false`. */
function withError(left: Value, right: Value): Value {
  if ((left.type === 'error' && !left.orFalse) || (right.type === 'error' && !right.orFalse)) return ERROR;
  const orFalse = (value: Value) => (value.type === 'error' ? (value.orFalse ?? []) : originsOf(value));
  return anything(...new Set([...orFalse(left), ...orFalse(right)]));
}

function equalsUnknown(left: Value, right: Value): Value {
  const never = (one: Value, other: Value) => one.type === 'unknown' && one.present && isConst(other, null);
  if (never(left, right) || never(right, left)) return FALSE;
  const result = undetermined(left, right);
  const mayFail = (left.type === 'unknown' && left.mayFail) || (right.type === 'unknown' && right.mayFail);
  return { ...result, mayFail };
}

function equalsList(left: readonly Value[], right: readonly Value[]): Value {
  if (left.length !== right.length) return FALSE;
  return all(left.map((item, index) => equals(item, right[index] ?? ERROR)));
}

/** True if all are, false if one surely is not. */
export function all(values: readonly Value[]): Value {
  if (values.some((value) => value.type === 'error')) return ERROR;
  if (values.some((value) => isConst(value, false))) return FALSE;
  const open = values.filter((value) => !isConst(value, true));
  return open.length === 0 ? TRUE : undetermined(...open);
}

/** True if one surely is, false if none can be. */
export function any(values: readonly Value[]): Value {
  if (values.some((value) => isConst(value, true))) return TRUE;
  const open = values.filter((value) => !isConst(value, false));
  if (open.some((value) => value.type === 'error')) return ERROR;
  return open.length === 0 ? FALSE : undetermined(...open);
}

export function not(value: Value): Value {
  if (value.type === 'const') return typeof value.value === 'boolean' ? constant(!value.value) : ERROR;
  if (value.type === 'error' && value.orFalse !== undefined) return anything(...value.orFalse);
  if (value.type !== 'unknown') return ERROR;
  const { slot: _, ...rest } = value;
  return rest;
}

/** The clock of one evaluation; it notes the instants at which a comparison turns, so that an expiry can be told. */
export interface Clock {
  readonly now: number;
  readonly instants: Set<number>;
}

export function binary(operator: BinaryOperator, left: Value, right: Value, clock: Clock): Value {
  if (left.type === 'error' || right.type === 'error') return failedComparison(operator, left, right);
  switch (operator) {
    case '==':
      return equals(left, right);
    case '!=':
      return not(equals(left, right));
    case '<':
    case '<=':
    case '>':
    case '>=':
      return order(operator, left, right, clock);
    case 'in':
      return contains(right, left);
    case '+':
    case '-':
      return addOrSubtract(operator, left, right);
    case '*':
    case '/':
    case '%':
      return arithmetic(operator, left, right);
    default:
      return ERROR;
  }
}

/** Only equality takes a boolean, so only it can come of what is an error or false. */
function failedComparison(operator: BinaryOperator, left: Value, right: Value): Value {
  const result = withError(left, right);
  return operator === '==' || operator === '!=' ? result : ERROR;
}

function order(operator: '<' | '<=' | '>' | '>=', left: Value, right: Value, clock: Clock): Value {
  noteInstant(left, right, clock);
  noteInstant(right, left, clock);
  const one = ordered(left, clock);
  const other = ordered(right, clock);
  if (one !== undefined && other !== undefined && typeof one === typeof other) {
    if (operator === '<') return constant(one < other);
    if (operator === '<=') return constant(one <= other);
    return constant(operator === '>' ? one > other : one >= other);
  }
  const open = (value: Value) => value.type === 'unknown' || value.type === 'own';
  return open(left) || open(right) ? undetermined(left, right) : ERROR;
}

function noteInstant(time: Value, limit: Value, clock: Clock): void {
  if (time.type !== 'time') return;
  if (limit.type === 'timestamp') clock.instants.add(limit.ms - time.offset);
  if (limit.type === 'const' && typeof limit.value === 'number') clock.instants.add(limit.value - time.offset);
}

function ordered(value: Value, clock: Clock): number | string | undefined {
  if (value.type === 'time') return clock.now + value.offset;
  if (value.type === 'timestamp' || value.type === 'duration') return value.ms;
  if (value.type === 'const' && (typeof value.value === 'number' || typeof value.value === 'string'))
    return value.value;
  return undefined;
}

/** `item in collection`: a list's items, a map's keys. */
export function contains(collection: Value, item: Value): Value {
  if (collection.type === 'list') return any(collection.items.map((candidate) => equals(candidate, item)));
  if (collection.type === 'map') {
    if (item.type === 'const' && typeof item.value === 'string') return constant(collection.entries.has(item.value));
    return item.type === 'own' ? FALSE : undetermined(item);
  }
  return collection.type === 'unknown' ? undetermined(collection, item) : ERROR;
}

function millisOf(value: Value): number | undefined {
  if (value.type === 'duration' || value.type === 'timestamp') return value.ms;
  return value.type === 'const' && typeof value.value === 'number' ? value.value : undefined;
}

function addOrSubtract(operator: '+' | '-', left: Value, right: Value): Value {
  const sign = operator === '+' ? 1 : -1;
  const by = millisOf(right);
  if (left.type === 'time' && by !== undefined && right.type !== 'timestamp')
    return { ...left, offset: left.offset + sign * by };
  if (left.type === 'timestamp' && right.type === 'duration') return { ...left, ms: left.ms + sign * right.ms };
  if (left.type === 'duration' && right.type === 'timestamp') return { ...right, ms: right.ms + left.ms };
  if (left.type === 'duration' && right.type === 'duration') return { ...left, ms: left.ms + sign * right.ms };
  if (left.type === 'timestamp' && right.type === 'timestamp') return { type: 'duration', ms: left.ms - right.ms };
  return arithmetic(operator, left, right);
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '%', left: Value, right: Value): Value {
  if (left.type !== 'const' || right.type !== 'const') return undetermined(left, right);
  if (typeof left.value === 'number' && typeof right.value === 'number')
    return constant(calculate(operator, left.value, right.value));
  const text = typeof left.value === 'string' || typeof right.value === 'string';
  return operator === '+' && text ? constant(`${left.value}${right.value}`) : ERROR;
}

function calculate(operator: '+' | '-' | '*' | '/' | '%', left: number, right: number): number {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  return operator === '/' ? left / right : left % right;
}
