import { all, any, type Clock, equals } from './compare.ts';
import {
  anything,
  constant,
  ERROR,
  FALSE,
  isConst,
  maybe,
  NULL,
  something,
  TRUE,
  undetermined,
  type Value,
} from './values.ts';

const DAY = 86_400_000;
/** firebase.google.com/docs/reference/rules/rules.duration_ */
const UNITS: Readonly<Record<string, number>> = {
  w: 7 * DAY,
  d: DAY,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
  ns: 1e-6,
};

/** `timestamp.date(2026, 1, 31)`, `duration.value(30, 'd')`, `firestore.get(…)`; parameters are free of errors. */
export function callNamespace(name: string, method: string, parameters: readonly Value[]): Value {
  const numbers = parameters.map((parameter) =>
    parameter.type === 'const' && typeof parameter.value === 'number' ? parameter.value : Number.NaN,
  );
  const [first = Number.NaN, second = Number.NaN, third = Number.NaN, fourth = 0] = numbers;
  if (name === 'timestamp' && method === 'date') return timestamp(Date.UTC(first, second - 1, third));
  if (name === 'timestamp' && method === 'value') return timestamp(first);
  if (name === 'duration' && method === 'value') return duration(first * unitOf(parameters[1]));
  if (name === 'duration' && method === 'time')
    return duration(first * 3_600_000 + second * 60_000 + third * 1000 + fourth * 1e-6);
  if (name === 'firestore') return anything('record');
  return undetermined(...parameters);
}

function unitOf(value: Value | undefined): number {
  if (value?.type !== 'const' || typeof value.value !== 'string') return Number.NaN;
  return UNITS[value.value] ?? Number.NaN;
}

function timestamp(ms: number): Value {
  return Number.isFinite(ms) ? { type: 'timestamp', ms } : anything('undecided');
}

function duration(ms: number): Value {
  return Number.isFinite(ms) ? { type: 'duration', ms } : anything('undecided');
}

/** A method of a value; receiver and parameters are free of errors. */
export function callMethod(receiver: Value, method: string, parameters: readonly Value[], clock: Clock): Value {
  const first = parameters[0];
  switch (receiver.type) {
    case 'const':
      return typeof receiver.value === 'string'
        ? ofString(receiver.value, method, parameters)
        : ofScalar(receiver, method);
    case 'own':
      return ofOwn(receiver.what, method, parameters);
    case 'list':
      return ofList(receiver.items, method, parameters);
    case 'map':
      if (method === 'get' && first !== undefined) return mapGet(receiver.entries, first, parameters[1]);
      if (method === 'keys') return { type: 'list', items: [...receiver.entries.keys()].map(constant) };
      return undetermined(receiver, ...parameters);
    case 'snapshot':
      return ofSnapshot(receiver, method, parameters);
    case 'time':
      if (method === 'toMillis') return { ...receiver, numeric: true };
      if (method === 'year') return constant(new Date(clock.now + receiver.offset).getUTCFullYear());
      return anything('undecided');
    case 'timestamp':
      return method === 'toMillis' ? constant(receiver.ms) : anything('undecided');
    case 'duration':
      return anything('undecided');
    case 'namespace':
      return callNamespace(receiver.name, method, parameters);
    case 'unknown':
      return undetermined(receiver, ...parameters);
    default:
      return ERROR;
  }
}

function ofScalar(receiver: Value, method: string): Value {
  return isConst(receiver, null) || method === '' ? ERROR : anything('undecided');
}

/** A map's member under a key, or under a chain of keys (`token.get(['a', 'b'], false)`). */
function mapGet(entries: ReadonlyMap<string, Value>, key: Value, otherwise: Value | undefined): Value {
  if (key.type === 'const' && typeof key.value === 'string') return entries.get(key.value) ?? otherwise ?? ERROR;
  if (key.type !== 'list') return undetermined(key);
  const [first, ...rest] = key.items;
  if (first?.type !== 'const' || typeof first.value !== 'string') return undetermined(key);
  const member = entries.get(first.value);
  if (member === undefined) return otherwise ?? ERROR;
  if (rest.length === 0) return member;
  if (member.type === 'map') return mapGet(member.entries, { type: 'list', items: rest }, otherwise);
  return undetermined(member, key);
}

function ofString(text: string, method: string, parameters: readonly Value[]): Value {
  const [first] = parameters;
  const other = first?.type === 'const' && typeof first.value === 'string' ? first.value : undefined;
  if (method === 'size') return constant(text.length);
  if (method === 'lower' || method === 'toLowerCase') return constant(text.toLowerCase());
  if (method === 'upper' || method === 'toUpperCase') return constant(text.toUpperCase());
  if (method === 'trim') return constant(text.trim());
  if (other === undefined) return undetermined(...parameters);
  if (method === 'contains') return constant(text.includes(other));
  if (method === 'beginsWith') return constant(text.startsWith(other));
  if (method === 'endsWith') return constant(text.endsWith(other));
  return anything('undecided');
}

/** A uid or an address that the file cannot know: no literal is part of it, and only a pattern for everything matches. */
function ofOwn(what: 'uid' | 'email', method: string, parameters: readonly Value[]): Value {
  const [first] = parameters;
  const literal = first?.type === 'const' && typeof first.value === 'string' ? first.value : undefined;
  if (['lower', 'upper', 'trim', 'toLowerCase', 'toUpperCase'].includes(method)) return { type: 'own', what };
  if (literal === undefined) return undetermined({ type: 'own', what }, ...parameters);
  if (method === 'matches') return admitsStranger(literal);
  if (method === 'endsWith' && what === 'email') return literal.length > 4 ? FALSE : anything('account');
  return anything('account');
}

/**
 * Does a pattern let a stranger's address through? `.*` does, `.*@acme[.]com` does not, others stay unknown. The pattern is
 * never run: it may be built to run for ever.
 */
export function admitsStranger(pattern: string): Value {
  const bare = pattern.replace(/\\/g, '');
  if (/^[\^.*+$]*$/.test(bare) || /^[\^.*+]*@[.*+$]*$/.test(bare)) return TRUE;
  return /@(?:[(\w-]|\[)/.test(bare) ? FALSE : anything('account');
}

function ofList(items: readonly Value[], method: string, parameters: readonly Value[]): Value {
  const [first] = parameters;
  const others = first?.type === 'list' ? first.items : undefined;
  const has = (list: readonly Value[]) => (item: Value) => any(list.map((candidate) => equals(candidate, item)));
  if (method === 'size') return constant(items.length);
  if (method === 'toSet') return { type: 'list', items };
  if (others === undefined) return undetermined({ type: 'list', items }, ...parameters);
  if (method === 'hasAny') return any(others.map(has(items)));
  if (method === 'hasAll') return all(others.map(has(items)));
  if (method === 'hasOnly') return all(items.map(has(others)));
  if (method === 'concat' || method === 'union') return { type: 'list', items: [...items, ...others] };
  return undetermined({ type: 'list', items }, ...parameters);
}

const TYPE_TESTS: readonly string[] = ['isString', 'isNumber', 'isBoolean'];

/** firebase.google.com/docs/reference/security/database#ruledatasnapshot-methods */
function ofSnapshot(
  snapshot: Extract<Value, { type: 'snapshot' }>,
  method: string,
  parameters: readonly Value[],
): Value {
  const { state, origin } = snapshot;
  const own = originsWith(snapshot, parameters);
  if (method === 'exists') return state === 'any' ? maybe([origin]) : constant(state === 'present');
  if (method === 'val') {
    if (state === 'absent') return NULL;
    return state === 'present' ? something(origin) : maybe([origin]);
  }
  if (method === 'getPriority') return state === 'absent' ? NULL : maybe([origin]);
  if (method === 'parent') return { type: 'snapshot', state: 'any', origin: 'record' };
  if (method === 'child') return childOf(snapshot, parameters[0]);
  if (TYPE_TESTS.includes(method)) return state === 'absent' ? FALSE : maybe([origin]);
  if (method === 'hasChild' || method === 'hasChildren')
    return state === 'absent' ? FALSE : isNullKey(parameters[0]) ? ERROR : maybe(own);
  return ERROR;
}

function originsWith(snapshot: Value, parameters: readonly Value[]) {
  return undetermined(snapshot, ...parameters).origins;
}

function isNullKey(key: Value | undefined): boolean {
  return key !== undefined && isConst(key, null);
}

/** `child(null)` is an error: `root.child('users').child(auth.uid)` denies whoever is not signed in. */
function childOf(snapshot: Extract<Value, { type: 'snapshot' }>, key: Value | undefined): Value {
  if (key === undefined || isNullKey(key)) return ERROR;
  if (key.type === 'const' && typeof key.value !== 'string') return ERROR;
  return snapshot.state === 'absent' ? snapshot : { ...snapshot, state: 'any' };
}

/** `value is type`, for the types whose answer is known without data. */
export function isOfType(value: Value, type: string): Value {
  switch (value.type) {
    case 'const':
      return constant(value.value !== null && scalarTypes(value.value).includes(type));
    case 'own':
      return constant(type === 'string');
    case 'list':
      return constant(type === 'list' || type === 'set');
    case 'map':
      return constant(type === 'map');
    case 'time':
    case 'timestamp':
      return constant(type === 'timestamp');
    case 'duration':
      return constant(type === 'duration');
    case 'unknown':
      return undetermined(value);
    default:
      return ERROR;
  }
}

function scalarTypes(value: boolean | number | string): readonly string[] {
  if (typeof value === 'boolean') return ['bool'];
  if (typeof value === 'string') return ['string'];
  return Number.isInteger(value) ? ['int', 'number', 'float'] : ['float', 'number'];
}
