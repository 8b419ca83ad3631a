import { CODE } from './code.ts';

/** The loop of assembly.ts with its memory: what is to be looked at is copied there, piece by piece. */
export interface Filter {
  /** Looks at `PIECE` bytes at most and says in how many blocks something passed. */
  readonly run: (bytes: Uint8Array, from: number) => number;
  /** Two numbers for each such block: its index in the piece, and what passed in it (see assembly.ts). */
  readonly passed: Int32Array;
}

/** What passes. */
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

/** Bytes looked at in one call: they stay in the processor's cache while they are copied and looked at. */
export const PIECE = 128 * 1024;
export const BLOCK = 16;
export const GROUPS = 8;

/** Bits of the tables: some hundred for each word that is wanted, and what the processor's first cache holds. */
const WORD_BITS = 18;
const PAIR_BITS = 15;
const THREE_BITS = 15;

const HASH = 0x9e3779b1 | 0;
const PAGE = 64 * 1024;
const FOURS = 0;
const WORDS = 128;
const PAIRS = WORDS + 2 ** (WORD_BITS - 3);
const THREES = PAIRS + 2 ** (PAIR_BITS - 3);
const TABLES = THREES + 2 ** (THREE_BITS - 3);
/** Where the bytes go, with room for the block before them; behind them stand zeros. */
const BYTES = TABLES + BLOCK;
const PASSED = BYTES + PIECE + 2 * BLOCK;
const BLOCKS = PIECE / BLOCK + 1;
const SIZE = PASSED + 8 * BLOCKS;

interface Exports {
  readonly filter: (
    fours: number,
    threes: number,
    threeShift: number,
    words: number,
    shift: number,
    pairs: number,
    pairShift: number,
    at: number,
    blocks: number,
    out: number,
  ) => number;
}

/** What is used of it: the types of Node leave it out, those of the browser bring a thousand other globals. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => WebAssemblyModule;
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: WebAssemblyModule, imports: object) => { readonly exports: unknown };
};
type WebAssemblyModule = object;

/** The tables of the filter, as they lie in its memory. */
export function filterTables({ words, pairs, fours, threes }: Passing): Uint8Array {
  const tables = new Uint8Array(TABLES);
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

let compiled: WebAssemblyModule | undefined;

export function createFilter(tables: Uint8Array): Filter {
  compiled ??= new WebAssembly.Module(Buffer.from(CODE, 'base64'));
  const memory = new WebAssembly.Memory({ initial: Math.ceil(SIZE / PAGE) });
  const { filter } = new WebAssembly.Instance(compiled, { env: { memory } }).exports as Exports;
  const all = new Uint8Array(memory.buffer);
  all.set(tables);
  return {
    run: (bytes, from) => {
      const to = Math.min(from + PIECE, bytes.length);
      const before = Math.min(from, BLOCK);
      const end = BYTES + to - from;
      all.fill(0, BYTES - BLOCK, BYTES);
      all.set(bytes.subarray(from - before, to), BYTES - before);
      all.fill(0, end, end + 2 * BLOCK);
      // Where the bytes end, one zero more: three of them that may be followed by anything end with it.
      const blocks = Math.ceil((to - from + (to === bytes.length ? 1 : 0)) / BLOCK);
      const shifts = { three: 32 - THREE_BITS, word: 32 - WORD_BITS, pair: 32 - PAIR_BITS };
      const out = filter(FOURS, THREES, shifts.three, WORDS, shifts.word, PAIRS, shifts.pair, BYTES, blocks, PASSED);
      return (out - PASSED) >>> 3;
    },
    passed: new Int32Array(memory.buffer, PASSED, 2 * BLOCKS),
  };
}

function hashOf(word: number, bits: number): number {
  return Math.imul(word, HASH) >>> (32 - bits);
}

function setBit(bytes: Uint8Array, table: number, index: number): void {
  const at = table + (index >>> 3);
  bytes[at] = (bytes[at] as number) | (1 << (index & 7));
}
