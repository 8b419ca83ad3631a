import { instances, PAGE } from '../wasm.ts';
import { CODE } from './code.ts';
import { BLOCK, FOURS, PAIRS, SHIFTS, THREES, WORDS } from './filter-tables.ts';
import type { Tables } from './tables.ts';

/** The program of assembly.ts with its memory: what is to be looked at is copied there, piece by piece. */
export interface Matcher {
  /** Looks at `PIECE` bytes at most, from `from` on, and says how many literals stand there, `MOST_FOUND` at most. */
  readonly run: (bytes: Uint8Array, from: number) => number;
  /** Two numbers for each literal: its place, counted from `from` on, and its index times 2, plus 1 in UTF-16. */
  readonly found: Int32Array;
}

/** Bytes looked at in one call: they stay in the processor's cache while they are copied and looked at. */
export const PIECE = 128 * 1024;
export const MOST_FOUND = 100_000;

/** Bytes before and behind a piece that a literal may reach to. */
const MARGIN = 512;
const BLOCKS = PIECE / BLOCK + 1;
const RECORD = 8;

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
  readonly confirm: (
    passed: number,
    passedEnd: number,
    at: number,
    start: number,
    end: number,
    fours: number,
    words: number,
    pairs: number,
    literals: number,
    out: number,
    outEnd: number,
  ) => number;
}

const instance = instances<Exports>(CODE);

export function createMatcher({ memory: tables, fours, words, pairs, literals }: Tables): Matcher {
  const at = Math.ceil((tables.length + MARGIN) / BLOCK) * BLOCK;
  const passed = at + PIECE + MARGIN + BLOCK;
  const out = passed + RECORD * BLOCKS;
  const outEnd = out + RECORD * MOST_FOUND;
  const { code, memory } = instance(Math.ceil(outEnd / PAGE));
  const { filter, confirm } = code;
  const all = new Uint8Array(memory);
  all.set(tables);
  return {
    run: (bytes, from) => {
      const before = Math.min(from, MARGIN);
      const size = Math.min(PIECE, bytes.length - from);
      const end = at + Math.min(PIECE + MARGIN, bytes.length - from);
      all.fill(0, at - BLOCK, at);
      all.set(bytes.subarray(from - before, from + end - at), at - before);
      all.fill(0, end, end + BLOCK);
      // Where the bytes end, one zero more: three of them that may be followed by anything end with it.
      const blocks = Math.ceil((size + (from + size === bytes.length ? 1 : 0)) / BLOCK);
      const { three, word, pair } = SHIFTS;
      const passedEnd = filter(FOURS, THREES, three, WORDS, word, PAIRS, pair, at, blocks, passed);
      return (
        (confirm(passed, passedEnd, at, at - before, end, fours, words, pairs, literals, out, outEnd) - out) / RECORD
      );
    },
    found: new Int32Array(memory, out, 2 * MOST_FOUND),
  };
}
