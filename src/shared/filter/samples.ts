import { type Four, GROUPS } from './filter.ts';
import { exactKey, threeKey, wordKey } from './keys.ts';
import { byteWeight, wordWeight } from './weights.ts';

/** A literal as 8-bit text; where case is ignored in lower case, with the bit that makes each letter so. */
export interface Literal {
  readonly bytes: Uint8Array;
  readonly caseBits: Uint8Array;
  /** What has to hold of the text around it, for literals that are too short to say much. */
  readonly context?: Context;
}

/** A pattern that is tried on the text from `before` characters before the literal on, some 100 characters. */
export interface Context {
  readonly before: number;
  readonly pattern: RegExp;
}

/** A sample of a literal: `at` is its place in it. */
export interface Sample {
  readonly literal: Literal;
  readonly at: number;
}

/** Samples by what they are looked up with. */
export type Samples = ReadonlyMap<number, readonly Sample[]>;

/** Characters that a literal needs to hold a whole aligned word of four wherever it begins. */
export const WORD_LENGTH = 7;
const WORD = 4;
/** What a sample may be more frequent than another if it is looked for anyway. */
const SHARED_WEIGHT = 25;

/**
 * For each literal of 7 characters or more, and each of the four alignments, the word to look for: one that another literal
 * needs anyway, if it is not a common one, else the rarest.
 */
export function wordSamples(literals: readonly Literal[]): Samples {
  const samples = new Map<number, Sample[]>();
  for (const literal of literals) {
    for (let phase = 0; phase < WORD; phase++) {
      let best = phase;
      let bestScore = Number.POSITIVE_INFINITY;
      for (let at = phase; at + WORD <= literal.bytes.length; at += WORD) {
        const weight = wordWeight(literal.bytes, at);
        if (weight - SHARED_WEIGHT >= bestScore) continue;
        const score = samples.has(wordKey(literal.bytes, at)) ? weight - SHARED_WEIGHT : weight;
        if (score < bestScore) {
          best = at;
          bestScore = score;
        }
      }
      add(samples, wordKey(literal.bytes, best), { literal, at: best });
    }
  }
  return samples;
}

/** For each shorter literal its rarest four bytes, or all three, by the first three of them. */
export function fourSamples(literals: readonly Literal[]): Samples {
  const samples = new Map<number, Sample[]>();
  for (const literal of literals) {
    const places = Array.from({ length: Math.max(0, literal.bytes.length - WORD + 1) }, (_, at) => at);
    const at = rarest(places, (place) => wordWeight(literal.bytes, place)) ?? 0;
    add(samples, threeKey(literal.bytes, at), { literal, at });
  }
  return samples;
}

/**
 * For each shorter literal in UTF-16, at each of the four alignments, the rarest aligned word. Where three characters hold
 * none, the word ends in the next character, whatever that is. Places are in bytes.
 */
export function pairSamples(literals: readonly Literal[]): Samples {
  const samples = new Map<number, Sample[]>();
  for (const literal of literals) {
    const wide = wideBytes(literal.bytes);
    for (let phase = 0; phase < WORD; phase++) {
      const places: number[] = [];
      for (let at = phase; at + WORD <= wide.length; at += WORD) places.push(at);
      const at = rarest(places, (place) => pairWeight(wide, place)) ?? phase;
      const spellings = places.length > 0 ? spellingsOf(wide, at, literal) : withAnyNext(wide);
      for (const spelling of spellings) add(samples, exactKey(spelling, at), { literal, at });
    }
  }
  return samples;
}

function wideBytes(bytes: Uint8Array): Uint8Array {
  const wide = new Uint8Array(2 * bytes.length);
  for (const [index, byte] of bytes.entries()) wide[2 * index] = byte;
  return wide;
}

/** The characters of the word at `at` in either case, where it is ignored. */
function spellingsOf(wide: Uint8Array, at: number, { caseBits }: Literal): readonly Uint8Array[] {
  let spellings = [wide];
  for (const index of [Math.ceil(at / 2), Math.ceil(at / 2) + 1]) {
    const bit = caseBits[index] as number;
    if (bit === 0) continue;
    spellings = spellings.flatMap((spelling) => {
      const other = Uint8Array.from(spelling);
      other[2 * index] = (other[2 * index] as number) ^ bit;
      return [spelling, other];
    });
  }
  return spellings;
}

function withAnyNext(wide: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: 0x7f - 0x20 }, (_, index) => Uint8Array.from([...wide, 0x20 + index]));
}

function pairWeight(wide: Uint8Array, at: number): number {
  return byteWeight(wide[at] as number) + byteWeight(wide[at + 1] as number) + byteWeight(wide[at + 2] as number);
}

function rarest(places: readonly number[], weightAt: (place: number) => number): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const weight = weightAt(place);
    if (weight >= least) continue;
    best = place;
    least = weight;
  }
  return best;
}

function add(samples: Map<number, Sample[]>, key: number, sample: Sample): void {
  const ofKey = samples.get(key);
  if (ofKey) ofKey.push(sample);
  else samples.set(key, [sample]);
}

const ANY_BYTE: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);

function fourOf({ literal: { bytes, caseBits }, at }: Sample): Four {
  return [0, 1, 2, 3].map((index) => {
    const byte = bytes[at + index];
    if (byte === undefined) return ANY_BYTE;
    const caseBit = caseBits[at + index] as number;
    return caseBit === 0 ? [byte] : [byte, byte ^ caseBit];
  });
}

/**
 * Sorts the fours into groups. Those that begin alike lie side by side in alphabetical order, so groups are runs of it, cut
 * where the least passes (by dynamic programming: the best cut of the first n fours into k runs).
 */
export function groupsOf(samples: Samples): readonly (readonly Four[])[] {
  const fours = [...samples.values()].flat().map(fourOf).sort(compare);
  const shares = fours.map((_, from) => sharesFrom(fours, from));
  let best: readonly Cut[] = [{ share: 0, starts: [] }];
  for (let group = 0; group < GROUPS; group++) best = withOneMore(best, shares, fours.length);
  const starts = best[fours.length]?.starts ?? [];
  return starts.map((start, index) => fours.slice(start, starts[index + 1]));
}

/** A way to cut the first fours into runs: where each begins, and how much all of them let pass. */
interface Cut {
  readonly share: number;
  readonly starts: readonly number[];
}

/** For each number of fours the best cut into one run more, or into fewer. */
function withOneMore(best: readonly Cut[], shares: readonly (readonly number[])[], count: number): readonly Cut[] {
  return Array.from({ length: count + 1 }, (_, end) => {
    let least = best[end] ?? { share: Number.POSITIVE_INFINITY, starts: [] };
    for (const [start, former] of best.slice(0, end).entries()) {
      const share = former.share + (shares[start]?.[end - start - 1] ?? 0);
      if (share < least.share) least = { share, starts: [...former.starts, start] };
    }
    return least;
  });
}

/** What runs of one, two, … fours from this one on let pass. */
function sharesFrom(fours: readonly Four[], from: number): readonly number[] {
  const low = [0, 0, 0, 0];
  const high = [0, 0, 0, 0];
  return fours.slice(from).map((four) => {
    for (const [place, values] of four.entries()) {
      for (const value of values) {
        low[place] = (low[place] as number) | (1 << (value & 15));
        high[place] = (high[place] as number) | (1 << (value >>> 4));
      }
    }
    return low.reduce((product, bits, place) => product * shareOf(bits, high[place] as number), 1);
  });
}

/** How often a byte has one of the low nibbles and one of the high ones. */
function shareOf(low: number, high: number): number {
  let share = 0;
  for (let highs = high; highs !== 0; highs &= highs - 1) {
    for (let lows = low; lows !== 0; lows &= lows - 1) share += 1 + byteWeight((bitOf(highs) << 4) | bitOf(lows));
  }
  return share;
}

/** Index of the lowest bit that is set. */
function bitOf(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

function compare(left: Four, right: Four): number {
  for (const [index, values] of left.entries()) {
    const difference = (values[0] as number) - (right[index]?.[0] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
