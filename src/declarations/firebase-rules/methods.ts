import { all, any, type Clock, contains, equals } from './compare.ts';
import { matchesPart, matchesWhole, regexFrom } from './regex.ts';
import {
  anything,
  below,
  constant,
  ERROR,
  FALSE,
  isConst,
  isText,
  maybe,
  NULL,
  type Snapshot,
  something,
  TRUE,
  type Unknown,
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
      if (method === 'size') return constant(receiver.entries.size);
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
    case 'path':
      return undetermined(receiver, ...parameters);
    case 'unknown':
      return ofUnknown(receiver, method, parameters);
    default:
      return ERROR;
  }
}

/** `data.get('field', default)` is the field; anything else hangs on what it is asked of. */
function ofUnknown(receiver: Unknown, method: string, parameters: readonly Value[]): Value {
  const [first] = parameters;
  const { slot } = receiver;
  const known =
    method === 'get' && first?.type === 'const' && typeof first.value === 'string' ? first.value : undefined;
  const result = undetermined(receiver, ...parameters);
  return known === undefined || slot === undefined ? result : { ...result, slot: below(slot, known) };
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

/** Does a text match a pattern: as a whole in Firestore and Storage rules, in any part in the Realtime Database. */
export function matching(
  text: string,
  pattern: string,
  how: { readonly whole: boolean; readonly ignoreCase: boolean },
): Value {
  const regex = regexFrom(pattern, how.ignoreCase);
  const result = regex === undefined ? undefined : how.whole ? matchesWhole(regex, text) : matchesPart(regex, text);
  return result === undefined ? anything('undecided') : constant(result);
}

function ofString(text: string, method: string, parameters: readonly Value[]): Value {
  const [first] = parameters;
  const other = first?.type === 'const' && typeof first.value === 'string' ? first.value : undefined;
  if (method === 'size') return constant(text.length);
  if (method === 'lower' || method === 'toLowerCase') return constant(text.toLowerCase());
  if (method === 'upper' || method === 'toUpperCase') return constant(text.toUpperCase());
  if (method === 'trim') return constant(text.trim());
  if (other === undefined) return undetermined(...parameters);
  if (method === 'matches') return matching(text, other, { whole: true, ignoreCase: false });
  if (method === 'split' && /^[^\\^$.|?*+()[\]{}]+$/.test(other))
    return { type: 'list', items: text.split(other).map(constant) };
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

/** Where anybody can have a verified address. */
const FREE_ADDRESSES = ['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'yahoo.com', 'icloud.com'].map(
  (domain) => `stranger@${domain}`,
);

/**
 * Does a pattern let a stranger's address through? `.*` does, `.*@acme[.]com` does not, others stay unknown. The pattern is
 * never run: it may be built to run for ever.
 */
export function admitsStranger(pattern: string): Value {
  const bare = pattern.replace(/\\/g, '');
  if (/^[\^.*+$]*$/.test(bare) || /^[\^.*+]*@[.*+$]*$/.test(bare)) return TRUE;
  const regex = regexFrom(pattern);
  if (regex !== undefined && FREE_ADDRESSES.some((address) => matchesWhole(regex, address) === true)) return TRUE;
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
function ofSnapshot(snapshot: Snapshot, method: string, parameters: readonly Value[]): Value {
  const { state, origin, value } = snapshot;
  if (value !== undefined) return ofChosen(snapshot, value, method, parameters);
  const own = originsWith(snapshot, parameters);
  if (method === 'exists') return state === 'any' ? maybe([origin]) : constant(state === 'present');
  if (method === 'val') {
    if (state === 'absent') return NULL;
    const found = state === 'present' ? something(origin) : maybe([origin]);
    return snapshot.slot === undefined ? found : { ...found, slot: snapshot.slot };
  }
  if (method === 'getPriority') return state === 'absent' ? NULL : maybe([origin]);
  if (method === 'parent') return snapshot.parent ?? { type: 'snapshot', state: 'any', origin: 'record' };
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
function childOf(snapshot: Snapshot, key: Value | undefined): Value {
  if (key === undefined || isNullKey(key)) return ERROR;
  if (key.type === 'const' && typeof key.value !== 'string') return ERROR;
  if (snapshot.state === 'absent') return { type: 'snapshot', state: 'absent', origin: snapshot.origin };
  const { slot, origin } = snapshot;
  const child = { type: 'snapshot', state: 'any', origin } as const;
  if (slot === undefined || key.type !== 'const') return child;
  return { ...child, slot: below(slot, ...locationKeys(String(key.value))) };
}

function locationKeys(path: string): readonly string[] {
  return path.split('/').filter((key) => key !== '');
}

/** A snapshot of which it has been chosen what it holds. */
function ofChosen(snapshot: Snapshot, value: Value, method: string, parameters: readonly Value[]): Value {
  const [first] = parameters;
  const { origin } = snapshot;
  switch (method) {
    case 'exists':
      return TRUE;
    case 'val':
      return value.type === 'map' ? something(origin) : value;
    case 'getPriority':
      return NULL;
    case 'parent':
      return snapshot.parent ?? { type: 'snapshot', state: 'any', origin: 'record' };
    case 'isString':
      return constant(isText(value));
    case 'isNumber':
      return constant(value.type === 'time' || (value.type === 'const' && typeof value.value === 'number'));
    case 'isBoolean':
      return constant(value.type === 'const' && typeof value.value === 'boolean');
    case 'child':
    case 'hasChild':
      if (first?.type !== 'const' || typeof first.value !== 'string') return undetermined(snapshot, ...parameters);
      return method === 'child'
        ? chosenChild(snapshot, locationKeys(first.value))
        : constant(chosenChild(snapshot, locationKeys(first.value)).state === 'present');
    case 'hasChildren': {
      if (value.type !== 'map') return FALSE;
      if (first === undefined) return constant(value.entries.size > 0);
      if (first.type !== 'list' || first.items.length === 0) return ERROR;
      return all(first.items.map((item) => contains(value, item)));
    }
    default:
      return ERROR;
  }
}

/** The child of a snapshot under one key. */
export function childSnapshot(snapshot: Snapshot, key: string): Snapshot {
  const { state, origin, slot, value } = snapshot;
  if (value !== undefined) return chosenChild(snapshot, [key]);
  if (state === 'absent') return { type: 'snapshot', state, origin, parent: snapshot };
  const child = { type: 'snapshot', state: origin === 'sent' ? 'present' : 'any', origin, parent: snapshot } as const;
  return slot === undefined ? child : { ...child, slot: below(slot, key) };
}

function chosenChild(snapshot: Snapshot, keys: readonly string[]): Snapshot {
  return keys.reduce<Snapshot>((parent, key) => {
    const value = parent.value?.type === 'map' ? parent.value.entries.get(key) : undefined;
    const { origin } = parent;
    if (value === undefined) return { type: 'snapshot', state: 'absent', origin, parent };
    return { type: 'snapshot', state: 'present', origin, value, parent };
  }, snapshot);
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
      return value.slot?.root === 'path' ? constant(type === 'string') : undetermined(value);
    case 'path':
      return constant(type === 'path');
    default:
      return ERROR;
  }
}

function scalarTypes(value: boolean | number | string): readonly string[] {
  if (typeof value === 'boolean') return ['bool'];
  if (typeof value === 'string') return ['string'];
  return Number.isInteger(value) ? ['int', 'number', 'float'] : ['float', 'number'];
}
