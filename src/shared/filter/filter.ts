import { instances, PAGE } from '../wasm.ts';
import { CODE } from './code.ts';

/** The loop of assembly.ts with its memory: what is to be looked at is copied there, piece by piece. */
export interface Filter {
  /** Lets four characters of text pass, given as a word with bit 0x20 of each byte set. */
  readonly addWord: (word: number) => void;
  /** Lets an aligned word of UTF-16 pass as it is. */
  readonly addPair: (word: number) => void;
  /** Lets four bytes in a row pass, each with one of the values given for it; fours of a group should be alike. */
  readonly addFour: (group: number, four: Four) => void;
  /** Of those that pass lets pass what begins with these three bytes, given as a number with bit 0x20 of each set. */
  readonly addThree: (three: number) => void;
  /** Looks at `PIECE` bytes at most and says in how many blocks something passed. */
  readonly run: (bytes: Uint8Array, from: number) => number;
  /** Two numbers for each such block: its index in the piece, and what passed in it (see assembly.ts). */
  readonly passed: Int32Array;
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
const FOURS = 0;
/** Where the bytes go, with room for the block before them; behind them stand zeros. */
const BYTES = 1024;
const PASSED = BYTES + PIECE + 2 * BLOCK;
const BLOCKS = PIECE / BLOCK + 1;
const WORDS = PASSED + 8 * BLOCKS;
const PAIRS = WORDS + 2 ** (WORD_BITS - 3);
const THREES = PAIRS + 2 ** (PAIR_BITS - 3);
const SIZE = THREES + 2 ** (THREE_BITS - 3);

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

const instance = instances<Exports>(CODE, Math.ceil(SIZE / PAGE));

export function createFilter(): Filter {
  const { code, memory } = instance();
  const { filter } = code;
  const all = new Uint8Array(memory);
  return {
    addWord: (word) => setBit(all, WORDS, hashOf(word, WORD_BITS)),
    addPair: (word) => setBit(all, PAIRS, hashOf(word, PAIR_BITS)),
    addThree: (three) => setBit(all, THREES, hashOf(three, THREE_BITS)),
    addFour: (group, four) => {
      for (const [position, values] of four.entries()) {
        for (const value of values) {
          const low = FOURS + 2 * BLOCK * position + (value & 15);
          const high = FOURS + 2 * BLOCK * position + BLOCK + (value >>> 4);
          all[low] = (all[low] as number) | (1 << group);
          all[high] = (all[high] as number) | (1 << group);
        }
      }
    },
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
    passed: new Int32Array(memory, PASSED, 2 * BLOCKS),
  };
}

function hashOf(word: number, bits: number): number {
  return Math.imul(word, HASH) >>> (32 - bits);
}

function setBit(bytes: Uint8Array, table: number, index: number): void {
  const at = table + (index >>> 3);
  bytes[at] = (bytes[at] as number) | (1 << (index & 7));
}
