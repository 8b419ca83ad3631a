import type { Setting, Spot } from '../services/verdict.ts';
import { isKnownText, truthOf, UNKNOWN, UNKNOWN_PART } from '../values.ts';

/** A worked-out value that knows its line: in a map that of its key, in a list that of the item. */
export interface Placed {
  readonly spot: Spot;
  readonly value: PlacedValue;
}

export type PlacedValue =
  | string
  | number
  | boolean
  | null
  | typeof UNKNOWN
  | readonly Placed[]
  | ReadonlyMap<string, Placed>;

export function isPlacedMap(value: PlacedValue | undefined): value is ReadonlyMap<string, Placed> {
  return value instanceof Map;
}

export function isPlacedList(value: PlacedValue | undefined): value is readonly Placed[] {
  return Array.isArray(value);
}

/** The value under a chain of keys; undefined if it is left out. Below an unknown value everything is unknown. */
export function member(placed: Placed | undefined, ...keys: readonly string[]): Placed | undefined {
  let at = placed;
  for (const key of keys) {
    if (at === undefined || at.value === UNKNOWN) return at;
    at = isPlacedMap(at.value) ? at.value.get(key) : undefined;
  }
  return at;
}

/** The items of a list; of anything else the value itself, as many fields take one or several. */
export function itemsOf(placed: Placed | undefined): readonly Placed[] {
  if (placed === undefined || placed.value === null) return [];
  return isPlacedList(placed.value) ? placed.value : [placed];
}

export function membersOf(placed: Placed | undefined): readonly (readonly [string, Placed])[] {
  return isPlacedMap(placed?.value) ? [...placed.value] : [];
}

/** A text with its unknown parts marked; undefined where there is none. */
export function textOf(placed: Placed | undefined): string | undefined {
  const value = placed?.value;
  if (value === UNKNOWN) return UNKNOWN_PART;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : undefined;
}

/** A wholly known text. */
export function knownText(placed: Placed | undefined): string | undefined {
  const text = textOf(placed);
  return isKnownText(text) ? text : undefined;
}

/** A switch, with what holds where it is left out. */
export function settingOf(placed: Placed | undefined, fallback: Setting): Setting {
  if (placed === undefined || placed.value === null) return fallback;
  const { value } = placed;
  if (typeof value === 'string') return truthOf(value.toLowerCase()) ?? 'unknown';
  return typeof value === 'boolean' ? value : 'unknown';
}

/** What JSON.stringify takes; an unknown value becomes the mark of an unknown part. */
export function plainOf({ value }: Placed): unknown {
  if (value === UNKNOWN) return UNKNOWN_PART;
  if (isPlacedList(value)) return value.map(plainOf);
  if (isPlacedMap(value)) return Object.fromEntries([...value].map(([key, item]) => [key, plainOf(item)]));
  return value;
}
