import { BLOCK, createFilter, type Filter, PIECE } from './filter/filter.ts';
import { exactKey, threeKey, wordKey } from './filter/keys.ts';
import { lengthOf, standsAt } from './filter/literals.ts';
import { type Lookup, slotOf } from './filter/lookup.ts';
import { compileTables, type Tables } from './filter/tables.ts';
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
}

/**
 * Those in `exact` are found only as they are written. Throws if an anchor is shorter than 4 bytes, or one with a context
 * than 3, or not ASCII.
 */
export function compileAnchors(anchors: readonly string[], exact: readonly (string | Mark)[] = []): AnchorSearch {
  return searchWith(compileTables(anchors, exact));
}

export function searchWith(tables: Tables): AnchorSearch {
  const { starts } = tables.literals;
  const longest = starts.reduce((most, start, index) => Math.max(most, start - (starts[index - 1] ?? 0)), 0);
  const search = { ...tables, filter: createFilter(tables.filter) };
  return { longest: 2 * longest, find: (bytes, limit = 100_000) => findAll(bytes, search, limit) };
}

type Search = Omit<Tables, 'filter'> & { readonly filter: Filter };

function findAll(bytes: Buffer, search: Search, limit: number): FoundAnchor[] {
  const found: FoundAnchor[] = [];
  const { filter } = search;
  for (let from = 0; from < bytes.length && found.length < limit; from += PIECE) {
    const count = 2 * filter.run(bytes, from);
    for (let index = 0; index < count && found.length < limit; index += 2) {
      const at = from + BLOCK * (filter.passed[index] as number);
      confirm(bytes, at, filter.passed[index + 1] as number, search, found);
    }
  }
  if (found.length > limit) found.length = limit;
  return found.sort((left, right) => left.offset - right.offset || left.length - right.length);
}

/** Compares in full what the samples that passed in the block at `at` are of; assembly.ts says what the bits mean. */
function confirm(bytes: Buffer, at: number, passed: number, search: Search, found: FoundAnchor[]): void {
  for (let rest = passed; rest !== 0; rest &= rest - 1) {
    const bit = 31 - Math.clz32(rest & -rest);
    if (bit < 16) {
      const four = at + bit - 3;
      addSamples(bytes, four, 1, search.fours, threeKey(bytes, four), search, found);
    } else if (bit < 20) {
      addWords(bytes, at + 4 * (bit - 16), 1, search, found);
    } else if (bit < 22) {
      const word = at + 8 * (bit - 20);
      addWords(bytes, bytes[word + 1] === 0 ? word : word + 1, 2, search, found);
    } else {
      const pair = at + 4 * (bit - 22);
      addSamples(bytes, pair, 2, search.pairs, exactKey(bytes, pair), search, found);
    }
  }
}

/** `step` is the size of a character. */
function addWords(bytes: Buffer, at: number, step: 1 | 2, search: Search, found: FoundAnchor[]): void {
  const { firsts, nexts, literals, places, guards, guardBits, guardBytes } = search.words;
  const slot = slotOf(search.words, wordKey(bytes, at, step));
  for (let index = (firsts[slot] as number) - 1; index >= 0; index = (nexts[index] as number) - 1) {
    const guard = at + step * (guards[index] as number);
    if (guard < 0 || guard >= bytes.length) continue;
    if (((bytes[guard] as number) | (guardBits[index] as number)) !== guardBytes[index]) continue;
    addLiteral(bytes, at - step * (places[index] as number), step, literals[index] as number, search, found);
  }
}

/** The samples of `key`, whose places count bytes. */
function addSamples(
  bytes: Buffer,
  at: number,
  step: 1 | 2,
  samples: Lookup,
  key: number,
  search: Search,
  found: FoundAnchor[],
): void {
  const { firsts, nexts, literals, places } = samples;
  const first = firsts[slotOf(samples, key)] as number;
  for (let index = first - 1; index >= 0; index = (nexts[index] as number) - 1) {
    addLiteral(bytes, at - (places[index] as number), step, literals[index] as number, search, found);
  }
}

function addLiteral(
  bytes: Buffer,
  offset: number,
  step: 1 | 2,
  literal: number,
  search: Search,
  found: FoundAnchor[],
): void {
  const { literals, contexts } = search;
  if (!standsAt(literals, literal, bytes, offset, step)) return;
  if (!isInContext(bytes, offset, step, contexts.get(literal))) return;
  const length = step * lengthOf(literals, literal);
  found.push({ offset, length, encoding: step === 1 ? 'latin1' : 'utf16le' });
}

function isInContext(bytes: Buffer, offset: number, step: 1 | 2, context: Context | undefined): boolean {
  if (context === undefined) return true;
  const start = offset - step * context.before;
  const encoding = step === 1 ? 'latin1' : 'utf16le';
  return start >= 0 && context.pattern.test(bytes.toString(encoding, start, start + step * CONTEXT_LENGTH));
}
