import {
  BELOW_TEXT,
  BLOCK,
  CASE_BITS,
  FACTORS,
  FILTER_END,
  FOURS,
  HALVES,
  PAIR_BITS,
  PAIRS,
  POWERS,
  SEVENS,
  THREE_BITS,
  THREES,
  WORD_BITS,
  WORDS,
} from './layout.ts';

/*
 * The tables of the filter, as they lie at the beginning of its memory (assembly.ts).
 */

/** What the filter lets pass. */
export interface Passing {
  /** Four characters of text, given as a word with bit 0x20 of each byte set. */
  readonly words: Iterable<number>;
  /** An aligned word of UTF-16 as it is. */
  readonly pairs: Iterable<number>;
  /** Four bytes in a row, each with one of the values given for it, in groups of such as are alike. */
  readonly fours: readonly (readonly Four[])[];
  /** What fours begin with: three bytes, given as a number with bit 0x20 of each set. */
  readonly threes: Iterable<number>;
}

/** For each of four bytes in a row the values that it may have. */
export type Four = readonly (readonly number[])[];

export const GROUPS = 8;

const HASH = 0x9e3779b1 | 0;

export function filterTables({ words, pairs, fours, threes }: Passing): Uint8Array {
  const tables = new Uint8Array(FILTER_END);
  tables.fill(0x0f, HALVES, HALVES + BLOCK);
  tables.fill(0x1f, BELOW_TEXT, BELOW_TEXT + BLOCK);
  tables.fill(0x20, CASE_BITS, CASE_BITS + BLOCK);
  for (let bit = 0; bit < 8; bit++) tables[POWERS + bit] = 1 << bit;
  for (let lane = 0; lane < BLOCK; lane += 4) {
    tables.set([HASH, HASH >>> 8, HASH >>> 16, HASH >>> 24], FACTORS + lane);
    tables[SEVENS + lane] = 7;
  }
  for (const word of words) setBit(tables, WORDS, hashOf(word, WORD_BITS));
  for (const pair of pairs) setBit(tables, PAIRS, hashOf(pair, PAIR_BITS));
  for (const three of threes) setBit(tables, THREES, hashOf(three, THREE_BITS));
  for (const [group, members] of fours.entries()) for (const four of members) addFour(tables, group, four);
  return tables;
}

function addFour(tables: Uint8Array, group: number, four: Four): void {
  for (const [position, values] of four.entries()) {
    for (const value of values) {
      const low = FOURS + 2 * BLOCK * position + (value & 15);
      const high = FOURS + 2 * BLOCK * position + BLOCK + (value >>> 4);
      tables[low] = (tables[low] as number) | (1 << group);
      tables[high] = (tables[high] as number) | (1 << group);
    }
  }
}

function hashOf(word: number, bits: number): number {
  return Math.imul(word, HASH) >>> (32 - bits);
}

function setBit(bytes: Uint8Array, table: number, index: number): void {
  const at = table + (index >>> 3);
  bytes[at] = (bytes[at] as number) | (1 << (index & 7));
}
