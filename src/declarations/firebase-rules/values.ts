/** What an expression of rules can stand for while nothing is known of the stored data and of what a request will send. */

/**
 * What an unknown value hangs on: the `record` that is stored, what the caller `sent`, the `path` or id that is asked for, the
 * `account` (which sign-in method it used, an e-mail address nobody checked), being the `owner` (a comparison with the
 * caller's own uid). `undecided`: an expression that this evaluator does not understand.
 */
export type Origin = 'record' | 'sent' | 'path' | 'account' | 'owner' | 'undecided';

/**
 * Something that a caller can choose, and where it stands: a field of what is sent, an id in the path, the address of an account that
 * nobody checked, a document that another rule may let the caller write.
 */
export interface Slot {
  readonly root: 'sent' | 'query' | 'path' | 'email' | `document:${string}`;
  readonly keys: readonly string[];
}

export interface Unknown {
  readonly type: 'unknown';
  readonly origins: readonly Origin[];
  /** Set where the value as a whole is the caller's to choose. */
  readonly slot?: Slot;
  /** It is some value, not null. */
  readonly present: boolean;
  /** Evaluating it may be an error; matters to the Realtime Database, where an error ends the whole rule. */
  readonly mayFail: boolean;
}

/** A Realtime Database snapshot. */
export interface Snapshot {
  readonly type: 'snapshot';
  readonly state: 'absent' | 'present' | 'any';
  readonly origin: Origin;
  readonly slot?: Slot;
  /** What stands there, where a request has been chosen; maps are locations with children. */
  readonly value?: Value;
  readonly parent?: Snapshot;
}

export type Value =
  | { readonly type: 'const'; readonly value: null | boolean | number | string }
  | { readonly type: 'timestamp'; readonly ms: number }
  | { readonly type: 'duration'; readonly ms: number }
  /** The time of the request plus an offset in milliseconds; `numeric` if it is compared with plain numbers. */
  | { readonly type: 'time'; readonly offset: number; readonly numeric: boolean }
  | { readonly type: 'list'; readonly items: readonly Value[] }
  /** All its members are known; what is not there is absent. */
  | { readonly type: 'map'; readonly entries: ReadonlyMap<string, Value> }
  /** The caller's own uid or own verified e-mail address: some string that no rules file names. */
  | { readonly type: 'own'; readonly what: 'uid' | 'email' }
  | Snapshot
  /** A path in an expression; segments that are not known stand as they are. */
  | { readonly type: 'path'; readonly segments: readonly Value[] }
  | { readonly type: 'namespace'; readonly name: string }
  | Unknown
  /** `orFalse`: it may be false instead, and what that hangs on; either way it does not grant. */
  | { readonly type: 'error'; readonly orFalse?: readonly Origin[] };

export const ERROR: Value = { type: 'error' };
export const NULL: Value = { type: 'const', value: null };
export const TRUE: Value = { type: 'const', value: true };
export const FALSE: Value = { type: 'const', value: false };

export function constant(value: null | boolean | number | string): Value {
  return { type: 'const', value };
}

export function mapOf(entries: Readonly<Record<string, Value>>): Value {
  return { type: 'map', entries: new Map(Object.entries(entries)) };
}

/** Some value that is there. */
export function something(...origins: readonly Origin[]): Unknown {
  return { type: 'unknown', origins, present: true, mayFail: false };
}

/** Some value or null, or an error. */
export function anything(...origins: readonly Origin[]): Unknown {
  return { type: 'unknown', origins, present: false, mayFail: true };
}

/** Some value or null, never an error. */
export function maybe(origins: readonly Origin[]): Unknown {
  return { type: 'unknown', origins, present: false, mayFail: false };
}

/** Some value in a place that a caller can fill. */
export function chosen(origin: Origin, slot: Slot): Unknown {
  return { ...something(origin), slot };
}

export function slotOf(value: Value): Slot | undefined {
  return value.type === 'unknown' || value.type === 'snapshot' ? value.slot : undefined;
}

export function below(slot: Slot, ...keys: readonly string[]): Slot {
  return { root: slot.root, keys: [...slot.keys, ...keys] };
}

export function sameSlot(left: Slot, right: Slot): boolean {
  return left.root === right.root && left.keys.join('\0') === right.keys.join('\0');
}

export function isConst(value: Value, wanted: null | boolean | number | string): boolean {
  return value.type === 'const' && value.value === wanted;
}

/** A uid, an address, an id in a path are texts. */
export function isText(value: Value): boolean {
  if (value.type === 'own') return true;
  return value.type === 'unknown'
    ? value.slot?.root === 'path'
    : value.type === 'const' && typeof value.value === 'string';
}

/** What the values hang on, each origin once. */
export function originsOf(...values: readonly Value[]): readonly Origin[] {
  const origins = new Set<Origin>();
  for (const value of values) {
    if (value.type === 'unknown') for (const origin of value.origins) origins.add(origin);
    if (value.type === 'snapshot') origins.add(value.origin);
    if (value.type === 'list') for (const origin of originsOf(...value.items)) origins.add(origin);
    if (value.type === 'path') for (const origin of originsOf(...value.segments)) origins.add(origin);
  }
  return [...origins];
}

/** The result of an operation whose outcome cannot be worked out from these operands. */
export function undetermined(...operands: readonly Value[]): Unknown {
  const origins = originsOf(...operands);
  const owner: readonly Origin[] = operands.some((operand) => operand.type === 'own') ? ['owner'] : [];
  const all = [...origins, ...owner.filter((origin) => !origins.includes(origin))];
  return { ...anything(...(all.length === 0 ? (['undecided'] as const) : all)) };
}
