/** Not to be known from the configuration alone: a variable without a value, what a provider fills in, a data source. */
export const UNKNOWN: unique symbol = Symbol('unknown');

export type Value = string | number | boolean | null | typeof UNKNOWN | readonly Value[] | ReadonlyMap<string, Value>;

/**
 * Stands in a text for a part that is not known, so that the rest of a policy document can be judged. A noncharacter of
 * Unicode: no configuration holds it.
 */
export const UNKNOWN_PART = '\ufdd0';

/**
 * Begins a text that stands for what a provider will give a resource: the resource's address follows. Such a text tells
 * two resources apart, but it is nobody's name.
 */
export const ADDRESS_MARK = '\ufdd1';

/** Longer texts and lists are not built: a configuration can double its own size in every local. */
export const MAX_TEXT = 1 << 20;
export const MAX_ITEMS = 10_000;

export function isMap(value: Value | undefined): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** False for a text of which a part is unknown. */
export function isKnownText(value: Value | undefined): value is string {
  return typeof value === 'string' && !value.includes(UNKNOWN_PART) && !value.includes(ADDRESS_MARK);
}

/** Wholly known: no unknown part at any depth. */
export function isKnown(value: Value): boolean {
  if (value === UNKNOWN) return false;
  if (typeof value === 'string') return isKnownText(value);
  if (isList(value)) return value.every(isKnown);
  return isMap(value) ? [...value.values()].every(isKnown) : true;
}

/** As Terraform converts it into a text; undefined for what it would refuse. */
export function textOf(value: Value): string | undefined {
  if (value === UNKNOWN) return UNKNOWN_PART;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}

export function listOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}

/** True, false or unknown; `"true"` is true (Terraform converts). */
export function truthOf(value: Value | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  return value === 'false' ? false : undefined;
}

/** What JSON.stringify takes; an unknown value becomes the mark of an unknown part. */
export function toPlain(value: Value): unknown {
  if (value === UNKNOWN) return UNKNOWN_PART;
  if (isList(value)) return value.map(toPlain);
  if (isMap(value)) return Object.fromEntries([...value].map(([key, item]) => [key, toPlain(item)]));
  return value;
}

/** The inverse of toPlain for parsed JSON. */
export function fromPlain(plain: unknown, depth = 0): Value {
  if (depth > 100) return UNKNOWN;
  if (plain === UNKNOWN_PART) return UNKNOWN;
  if (typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean' || plain === null)
    return plain;
  if (Array.isArray(plain)) return plain.map((item) => fromPlain(item, depth + 1));
  if (typeof plain !== 'object') return UNKNOWN;
  return new Map(Object.entries(plain).map(([key, item]) => [key, fromPlain(item, depth + 1)]));
}

/** Undefined where unknown parts leave it open. */
export function equal(left: Value, right: Value): boolean | undefined {
  if (left === UNKNOWN || right === UNKNOWN) return undefined;
  if (typeof left === 'string' || typeof right === 'string') {
    if (left === right) return isKnownText(left) ? true : undefined;
    return isKnown(left) && isKnown(right) ? false : undefined;
  }
  if (!isList(left) && !isMap(left)) return left === right;
  const [one, other] = [toPlain(left), toPlain(right)];
  if (!isKnown(left) || !isKnown(right)) return undefined;
  return JSON.stringify(one) === JSON.stringify(other);
}
