import type { Neighbour, Place, Text } from '../../model.ts';
import { MAX_NEIGHBOURS, MAX_TEXT_LENGTH } from '../../model.ts';
import type { Entry, Hit, Reading, Wanted } from '../format.ts';

/** What a reader knows of a string before it becomes a text. */
export interface Named {
  readonly value: string;
  readonly key?: string;
  readonly locator: string;
  readonly holder?: string;
  /** `Api.kt:24`, if the format knows it. */
  readonly source?: string;
  /** Byte offset in `entry.bytes`. */
  readonly offset?: number;
  readonly around?: () => readonly Neighbour[];
}

/** Longest anchor there may be; what overlaps where a long string is looked at piece by piece. */
const ANCHOR_REACH = 128;

/**
 * The string as text if it holds an anchor or stands under a wanted name. A string longer than a text may be is handed
 * on as the windows around its anchors.
 */
export function* textReadings(entry: Entry, wanted: Wanted, named: Named): Generator<Reading, void, undefined> {
  const keyWanted = named.key !== undefined && wanted.key(named.key);
  if (named.value.length <= MAX_TEXT_LENGTH) {
    if (named.value.length > 0 && (keyWanted || wanted.text(named.value))) yield textReading(entry, named, named.value);
    return;
  }
  let any = false;
  for (const window of windowsAround(named.value, wanted)) {
    any = true;
    yield textReading(entry, named, window);
  }
  if (keyWanted && !any) yield textReading(entry, named, named.value.slice(0, MAX_TEXT_LENGTH));
}

/** A text that is handed on whatever it holds. */
export function textReading(entry: Entry, named: Named, value: string): Reading {
  const { key, holder, around } = named;
  const place: Place = {
    ...entry.place,
    ...(named.offset === undefined ? {} : { offset: entry.base + named.offset }),
    locator: named.locator,
    ...(named.source === undefined ? {} : { source: named.source }),
  };
  const text: Text = {
    value,
    place,
    ...(key === undefined ? {} : { key }),
    ...(holder === undefined ? {} : { holder }),
    ...(around === undefined ? {} : { around }),
  };
  return { type: 'text', text };
}

/** What may be handed on of an entry, in characters for each of its bytes: strings may be shared, but not without end. */
const MAX_SHARING = 16;
/** Handed on however small the entry is. */
const SMALL = 1 << 20;
/** Characters of neighbours that may be read in all, so that a million texts cannot each ask for a megabyte. */
const MAX_AROUND = 1 << 26;

/** Stops a reader whose entry lets many names share one huge string, and says so. */
export function* bounded(
  entry: Entry,
  readings: Generator<Reading, void, undefined>,
): Generator<Reading, void, undefined> {
  let left = MAX_SHARING * entry.bytes.length + SMALL;
  let aroundLeft = MAX_AROUND;
  for (const reading of readings) {
    if (reading.type !== 'text') {
      yield reading;
      continue;
    }
    const { value, around } = reading.text;
    left -= value.length;
    if (left < 0) {
      yield {
        type: 'problem',
        kind: 'limit',
        reason: 'its strings repeat more often than can be looked at; the rest was left out',
      };
      return;
    }
    const measured = (): readonly Neighbour[] => {
      if (around === undefined || aroundLeft < 0) return [];
      const found = around();
      for (const neighbour of found) aroundLeft -= neighbour.value.length;
      return found;
    };
    yield around === undefined ? reading : { type: 'text', text: { ...reading.text, around: measured } };
  }
}

/** Characters of a neighbour: longer than any key, token or name that is looked for. */
export const MAX_NEIGHBOUR_LENGTH = 4096;

/** Windows whose middle halves tile the string, so that every anchor has room on both sides in one of them. */
function* windowsAround(value: string, wanted: Wanted): Generator<string, void, undefined> {
  const stride = MAX_TEXT_LENGTH / 2;
  const margin = MAX_TEXT_LENGTH / 4;
  for (let start = 0; start < value.length; start += stride) {
    const middle = value.slice(Math.max(0, start - ANCHOR_REACH), start + stride + ANCHOR_REACH);
    if (wanted.text(middle)) yield value.slice(Math.max(0, start - margin), start + stride + margin);
  }
}

/** The items beside `index`, nearest first, itself left out. */
export function nearest<Item>(items: readonly Item[], index: number, limit: number = MAX_NEIGHBOURS): Item[] {
  const found: Item[] = [];
  for (let distance = 1; distance < items.length && found.length < limit; distance += 1) {
    for (const at of [index + distance, index - distance]) {
      const item = items[at];
      if (item !== undefined && found.length < limit) found.push(item);
    }
  }
  return found;
}

/** True if the search saw an anchor that begins in `start` (inclusive) to `end` (exclusive). */
export function hitWithin(hits: readonly Hit[], start: number, end: number): boolean {
  const first = hits[lowerBound(hits.length, (index) => (hits[index]?.offset ?? 0) >= start)];
  return first !== undefined && first.offset < end;
}

/** Smallest index of 0 to `length` for which `reached` holds; it must hold for all after the first. */
export function lowerBound(length: number, reached: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Bytes of a string: first, and after the last. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds which string a byte offset lies in, given where each begins at the earliest and where it really stands. Compilers write strings
 * in ascending order. Whether it is so is only asked where an offset is in none; if not, they are sorted.
 */
function rangeFinder(
  starts: ArrayLike<number>,
  rangeOf: (index: number) => Range | undefined,
): (offset: number) => number | undefined {
  const within = (offset: number, order?: Uint32Array): number | undefined => {
    const after = lowerBound(starts.length, (rank) => (starts[order?.[rank] ?? rank] ?? 0) > offset);
    if (after === 0) return undefined;
    const index = order?.[after - 1] ?? after - 1;
    const range = rangeOf(index);
    return range !== undefined && range.start <= offset && offset < range.end ? index : undefined;
  };
  let sorted: { readonly order: Uint32Array | undefined } | undefined;
  return (offset) => {
    const found = within(offset);
    if (found !== undefined) return found;
    sorted ??= { order: isAscending(starts) ? undefined : orderedBy(starts) };
    return sorted.order && within(offset, sorted.order);
  };
}

function isAscending(starts: ArrayLike<number>): boolean {
  let before = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < starts.length; index += 1) {
    const start = starts[index] ?? 0;
    if (start < before) return false;
    before = start;
  }
  return true;
}

function orderedBy(starts: ArrayLike<number>): Uint32Array {
  const at = (index: number): number => starts[index] ?? 0;
  return new Uint32Array(starts.length).map((_, index) => index).sort((left, right) => at(left) - at(right));
}

/** The strings that hold a hit; none is looked for where there is no hit. */
export function stringsHit(
  hits: readonly Hit[],
  starts: () => ArrayLike<number>,
  rangeOf: (index: number) => Range | undefined,
): { readonly strings: ReadonlySet<number>; readonly loose: readonly Hit[] } {
  const strings = new Set<number>();
  const loose: Hit[] = [];
  if (hits.length === 0) return { strings, loose };
  const find = rangeFinder(starts(), rangeOf);
  for (const hit of hits) {
    const string = find(hit.offset);
    if (string === undefined) loose.push(hit);
    else strings.add(string);
  }
  return { strings, loose };
}

/**
 * Printable runs around the hits, for an entry whose structure cannot be read: better a text without a name than none.
 * Each run is looked at once.
 */
export function* rawTexts(entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  let done = 0;
  for (const hit of entry.hits) {
    const width = hit.encoding === 'utf16le' ? 2 : 1;
    if (hit.offset < done) continue;
    const start = runBorder(entry.bytes, hit.offset, -width, width);
    const end = runBorder(entry.bytes, hit.offset, width, width) + width;
    done = end;
    const value = entry.bytes.toString(hit.encoding, start, end);
    yield* textReadings(entry, wanted, { value, locator: `bytes ${entry.base + start}`, offset: start });
  }
}

/** Offset of the last printable character in one direction, at most a text's length away. */
function runBorder(bytes: Buffer, from: number, step: number, width: number): number {
  let at = from;
  for (let count = 0; count < MAX_TEXT_LENGTH / 2; count += 1) {
    const next = at + step;
    if (next < 0 || next + width > bytes.length) break;
    const code = bytes[next] ?? 0;
    if (code < 0x20 || code > 0x7e || (width === 2 && bytes[next + 1] !== 0)) break;
    at = next;
  }
  return at;
}
