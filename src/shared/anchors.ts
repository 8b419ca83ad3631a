import { BLOCK, createFilter, type Filter, PIECE } from './filter/filter.ts';
import { exactKey, threeKey, wordKey } from './filter/keys.ts';
import {
  fourSamples,
  groupsOf,
  type Literal,
  pairSamples,
  type Sample,
  type Samples,
  WORD_LENGTH,
  wordSamples,
} from './filter/samples.ts';
import { byteWeight } from './filter/weights.ts';
import { CONTEXT_LENGTH, type Context, type Mark } from './marks.ts';

/**
 * The one search for all anchors, over bytes. A literal is found as 8-bit text and as UTF-16LE; case of ASCII letters is
 * ignored unless the literal is asked for as it is written.
 *
 * It samples: a literal of 7 or more characters holds four that are an aligned word of 32 bits (in UTF-16 of 64) wherever it
 * begins, so for each of the four alignments one such word of it, the rarest, is looked for. Of a shorter literal four bytes
 * are looked for at every place. What passes that filter is compared in full.
 */
export interface FoundAnchor {
  readonly offset: number;
  readonly length: number;
  readonly encoding: 'latin1' | 'utf16le';
}

export interface AnchorSearch {
  /** Every place of every anchor, ascending; at most `limit` (default 100,000), then it stops. */
  readonly find: (bytes: Buffer, limit?: number) => FoundAnchor[];
  /** Longest anchor in bytes, UTF-16 included: how much of a chunk has to be carried over to the next. */
  readonly longest: number;
  /** What it was compiled from, for another thread to do the same. */
  readonly of: Literals;
}

export interface Literals {
  /** In either case. */
  readonly anchors: readonly string[];
  /** Only as they are written. */
  readonly exact: readonly (string | Mark)[];
}

/**
 * The words that are looked for, by open addressing, and what holds each. In typed arrays, since many blocks come here: with
 * objects, looking again took three times as long as the filter.
 */
interface Lookup {
  readonly shift: number;
  readonly keys: Int32Array;
  /** Index of a slot's first sample plus 1; 0 where the slot is empty. */
  readonly firsts: Int32Array;
  /** How many samples a slot has. */
  readonly counts: Int32Array;
  readonly literals: readonly Literal[];
  /** Where in its literal a sample stands. */
  readonly places: Int32Array;
  /**
   * A character of each sample's literal beside the sample, counted from the sample on, with its case bit: most words that
   * are no anchor are told by it.
   */
  readonly guards: Int32Array;
  readonly guardBits: Uint8Array;
  readonly guardBytes: Uint8Array;
}

interface Tables {
  readonly filter: Filter;
  readonly words: Lookup;
  readonly fours: Samples;
  readonly pairs: Samples;
}

const HASH = 0x9e3779b1 | 0;
const SHORTEST = 3;

/**
 * Those in `exact` are found only as they are written. Throws if an anchor is shorter than 4 bytes, or one with a context
 * than 3, or not ASCII.
 */
export function compileAnchors(anchors: readonly string[], exact: readonly (string | Mark)[] = []): AnchorSearch {
  const folded = new Set(anchors.map((anchor) => checked(anchor).toLowerCase()));
  const literals = [
    ...Array.from(folded, (text) => ({ text, foldsCase: true, context: undefined })),
    ...Array.from(new Set(exact), (one) =>
      typeof one === 'string'
        ? { text: checked(one), foldsCase: false, context: undefined }
        : { text: checked(one.literal, SHORTEST), foldsCase: false, context: one.context },
    ),
  ].map(literalOf);
  const tables = tablesOf(literals);
  return {
    longest: 2 * Math.max(0, ...literals.map((literal) => literal.bytes.length)),
    of: { anchors, exact },
    find: (bytes, limit = 100_000) => findAll(bytes, tables, limit),
  };
}

function checked(anchor: string, shortest = 4): string {
  if (anchor.length >= shortest && /^[\x20-\x7e]+$/.test(anchor)) return anchor;
  throw new Error(`anchor must be ${shortest} or more ASCII characters: ${anchor}`);
}

interface Wanted {
  readonly text: string;
  readonly foldsCase: boolean;
  readonly context: Context | undefined;
}

function literalOf({ text, foldsCase, context }: Wanted): Literal {
  const bytes = new Uint8Array(Buffer.from(text, 'latin1'));
  const caseBits = bytes.map((byte) => (foldsCase && byte >= 0x61 && byte <= 0x7a ? 0x20 : 0));
  return { bytes, caseBits, ...(context === undefined ? {} : { context }) };
}

function tablesOf(literals: readonly Literal[]): Tables {
  const short = literals.filter((literal) => literal.bytes.length < WORD_LENGTH);
  const words = wordSamples(literals.filter((literal) => literal.bytes.length >= WORD_LENGTH));
  const fours = fourSamples(short);
  const pairs = pairSamples(short);
  const filter = createFilter();
  for (const word of words.keys()) filter.addWord(word);
  for (const pair of pairs.keys()) filter.addPair(pair);
  for (const three of fours.keys()) filter.addThree(three);
  for (const [group, members] of groupsOf(fours).entries()) {
    for (const four of members) filter.addFour(group, four);
  }
  return { filter, words: lookupOf(words), fours, pairs };
}

/** Slots for each key: few of them meet another key. */
const ROOM = 4;

function lookupOf(samples: Samples): Lookup {
  const bits = Math.ceil(Math.log2(ROOM * Math.max(1, samples.size)));
  let total = 0;
  for (const ofKey of samples.values()) total += ofKey.length;
  const literals: Literal[] = [];
  const lookup: Lookup = {
    shift: 32 - bits,
    keys: new Int32Array(1 << bits),
    firsts: new Int32Array(1 << bits),
    counts: new Int32Array(1 << bits),
    literals,
    places: new Int32Array(total),
    guards: new Int32Array(total),
    guardBits: new Uint8Array(total),
    guardBytes: new Uint8Array(total),
  };
  for (const [key, ofKey] of samples) {
    const slot = slotOf(lookup, key);
    lookup.keys[slot] = key;
    lookup.firsts[slot] = literals.length + 1;
    lookup.counts[slot] = ofKey.length;
    for (const sample of ofKey) {
      const guard = guardOf(sample);
      lookup.places[literals.length] = sample.at;
      lookup.guards[literals.length] = guard - sample.at;
      lookup.guardBits[literals.length] = sample.literal.caseBits[guard] as number;
      lookup.guardBytes[literals.length] = sample.literal.bytes[guard] as number;
      literals.push(sample.literal);
    }
  }
  return lookup;
}

/** The slot that holds the key, or the empty one where it belongs. */
function slotOf({ keys, firsts, shift }: Lookup, key: number): number {
  let slot = Math.imul(key, HASH) >>> shift;
  while (firsts[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (keys.length - 1);
  return slot;
}

/** Where in its literal the rarer of the characters beside the word stands; every such literal is longer than its words. */
function guardOf({ literal: { bytes }, at }: Sample): number {
  const before = bytes[at - 1];
  const behind = bytes[at + 4];
  if (before === undefined) return at + 4;
  if (behind === undefined) return at - 1;
  return byteWeight(before) < byteWeight(behind) ? at - 1 : at + 4;
}

function findAll(bytes: Buffer, tables: Tables, limit: number): FoundAnchor[] {
  const found: FoundAnchor[] = [];
  const { filter } = tables;
  for (let from = 0; from < bytes.length && found.length < limit; from += PIECE) {
    const count = 2 * filter.run(bytes, from);
    for (let index = 0; index < count && found.length < limit; index += 2) {
      const at = from + BLOCK * (filter.passed[index] as number);
      confirm(bytes, at, filter.passed[index + 1] as number, tables, found);
    }
  }
  if (found.length > limit) found.length = limit;
  return found.sort((left, right) => left.offset - right.offset || left.length - right.length);
}

/** Compares in full what the samples that passed in the block at `at` are of; assembly.ts says what the bits mean. */
function confirm(bytes: Buffer, at: number, passed: number, tables: Tables, found: FoundAnchor[]): void {
  const { words, fours, pairs } = tables;
  for (let rest = passed; rest !== 0; rest &= rest - 1) {
    const bit = 31 - Math.clz32(rest & -rest);
    if (bit < 16) {
      const four = at + bit - 3;
      addSamples(bytes, four, 1, fours.get(threeKey(bytes, four)), found);
    } else if (bit < 20) {
      addWords(bytes, at + 4 * (bit - 16), 1, words, found);
    } else if (bit < 22) {
      const word = at + 8 * (bit - 20);
      addWords(bytes, bytes[word + 1] === 0 ? word : word + 1, 2, words, found);
    } else {
      const pair = at + 4 * (bit - 22);
      addSamples(bytes, pair, 2, pairs.get(exactKey(bytes, pair)), found);
    }
  }
}

/** `step` is the size of a character. */
function addWords(bytes: Buffer, at: number, step: 1 | 2, lookup: Lookup, found: FoundAnchor[]): void {
  const { firsts, counts, literals, places, guards, guardBits, guardBytes } = lookup;
  const slot = slotOf(lookup, wordKey(bytes, at, step));
  const first = (firsts[slot] as number) - 1;
  const end = first + (counts[slot] as number);
  for (let index = first; index < end; index++) {
    const guard = at + step * (guards[index] as number);
    if (guard < 0 || guard >= bytes.length) continue;
    if (((bytes[guard] as number) | (guardBits[index] as number)) !== guardBytes[index]) continue;
    addLiteral(bytes, at - step * (places[index] as number), step, literals[index] as Literal, found);
  }
}

/** Samples whose places count bytes. */
function addSamples(
  bytes: Buffer,
  at: number,
  step: 1 | 2,
  samples: readonly Sample[] | undefined,
  found: FoundAnchor[],
): void {
  for (const sample of samples ?? []) addLiteral(bytes, at - sample.at, step, sample.literal, found);
}

function addLiteral(bytes: Buffer, offset: number, step: 1 | 2, literal: Literal, found: FoundAnchor[]): void {
  if (!standsAt(bytes, offset, step, literal) || !isInContext(bytes, offset, step, literal)) return;
  found.push({ offset, length: step * literal.bytes.length, encoding: step === 1 ? 'latin1' : 'utf16le' });
}

function standsAt(bytes: Buffer, offset: number, step: 1 | 2, { bytes: wanted, caseBits }: Literal): boolean {
  if (offset < 0 || offset + step * wanted.length > bytes.length) return false;
  for (let index = 0; index < wanted.length; index++) {
    const at = offset + step * index;
    if (((bytes[at] as number) | (caseBits[index] as number)) !== wanted[index]) return false;
    if (step === 2 && bytes[at + 1] !== 0) return false;
  }
  return true;
}

function isInContext(bytes: Buffer, offset: number, step: 1 | 2, { context }: Literal): boolean {
  if (context === undefined) return true;
  const start = offset - step * context.before;
  const encoding = step === 1 ? 'latin1' : 'utf16le';
  return start >= 0 && context.pattern.test(bytes.toString(encoding, start, start + step * CONTEXT_LENGTH));
}
