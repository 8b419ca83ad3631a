import { BLOCK, createFilter, type Filter, PIECE } from './filter/filter.ts';
import { exactKey, threeKey, wordKey } from './filter/keys.ts';
import { fourSamples, groupsOf, type Literal, pairSamples, type Sample, type Samples } from './filter/samples.ts';
import { slotOf, WORD_LENGTH, type Words, wordSamples } from './filter/words.ts';
import { CONTEXT_LENGTH, type Mark } from './marks.ts';

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

interface Tables {
  readonly filter: Filter;
  readonly words: Words;
  readonly fours: Samples;
  readonly pairs: Samples;
}

/** The shortest anchor, and the shortest literal with a context. */
const SHORTEST = { anchor: 4, mark: 3 };

/**
 * Those in `exact` are found only as they are written. Throws if an anchor is shorter than 4 bytes, or one with a context
 * than 3, or not ASCII.
 */
export function compileAnchors(anchors: readonly string[], exact: readonly (string | Mark)[] = []): AnchorSearch {
  const folded = new Set(anchors.map((anchor) => anchor.toLowerCase()));
  const literals = [
    ...Array.from(folded, (anchor) => literalOf(anchor, SHORTEST.anchor, 0x20)),
    ...Array.from(new Set(exact), (one) =>
      typeof one === 'string'
        ? literalOf(one, SHORTEST.anchor, 0)
        : { ...literalOf(one.literal, SHORTEST.mark, 0), context: one.context },
    ),
  ];
  const tables = tablesOf(literals);
  return {
    longest: 2 * literals.reduce((longest, { bytes }) => Math.max(longest, bytes.length), 0),
    of: { anchors, exact },
    find: (bytes, limit = 100_000) => findAll(bytes, tables, limit),
  };
}

/** `caseBit` is set for letters, where their case is ignored. */
function literalOf(text: string, shortest: number, caseBit: number): Literal {
  const bytes = new Uint8Array(text.length);
  const caseBits = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code > 0x7e) throw new Error(`anchor must be ASCII characters: ${text}`);
    bytes[at] = code;
    if (code >= 0x61 && code <= 0x7a) caseBits[at] = caseBit;
  }
  if (bytes.length < shortest) throw new Error(`anchor must be ${shortest} or more characters: ${text}`);
  return { bytes, caseBits };
}

function tablesOf(literals: readonly Literal[]): Tables {
  const short = literals.filter((literal) => literal.bytes.length < WORD_LENGTH);
  const words = wordSamples(literals.filter((literal) => literal.bytes.length >= WORD_LENGTH));
  const fours = fourSamples(short);
  const pairs = pairSamples(short);
  const filter = createFilter();
  for (const [sample, { bytes }] of words.literals.entries()) {
    filter.addWord(wordKey(bytes, words.places[sample] as number));
  }
  for (const pair of pairs.keys()) filter.addPair(pair);
  for (const three of fours.keys()) filter.addThree(three);
  for (const [group, members] of groupsOf(fours).entries()) {
    for (const four of members) filter.addFour(group, four);
  }
  return { filter, words, fours, pairs };
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
function addWords(bytes: Buffer, at: number, step: 1 | 2, words: Words, found: FoundAnchor[]): void {
  const { firsts, nexts, literals, places, guards, guardBits, guardBytes } = words;
  const slot = slotOf(words, wordKey(bytes, at, step));
  for (let index = (firsts[slot] as number) - 1; index >= 0; index = (nexts[index] as number) - 1) {
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
