import { instances, PAGE } from '../wasm.ts';
import { CODE } from './code.ts';
import { BLOCK } from './layout.ts';
import type { Tables } from './tables.ts';

/** The program of assembly.ts with its memory: what is to be looked at is copied there, piece by piece. */
export interface Matcher {
  /** Looks at `PIECE` bytes at most, from `from` on, and says how many literals stand there, `MOST_FOUND` at most. */
  readonly run: (bytes: Uint8Array, from: number) => number;
  /** Looks at the UTF-8 of a text of `LONGEST_TEXT` characters at most, which is written where it is looked at. */
  readonly runText: (text: string) => number;
  /** Two numbers for each literal: its place, counted from `from` on, and its index times 2, plus 1 in UTF-16. */
  readonly found: Int32Array;
}

/** Bytes looked at in one call: they stay in the processor's cache while they are copied and looked at. */
export const PIECE = 128 * 1024;
export const MOST_FOUND = 100_000;
/** A character of UTF-16 takes three bytes at most. */
export const LONGEST_TEXT = Math.floor(PIECE / 3);

const BLOCKS = PIECE / BLOCK + 1;
const RECORD = 8;

interface Exports {
  readonly filter: (at: number, blocks: number, out: number) => number;
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

export function createMatcher(tables: Tables): Matcher {
  const { fours, words, pairs, literals } = tables;
  /** Bytes before and behind a piece that a literal may reach to. */
  const margin = rounded(2 * tables.lengths.reduce((longest, length) => Math.max(longest, length), 0));
  const at = rounded(tables.memory.length) + margin + BLOCK;
  const passed = at + PIECE + margin + BLOCK;
  const out = passed + RECORD * BLOCKS;
  const outEnd = out + RECORD * MOST_FOUND;
  const { code, memory } = instance(Math.ceil(outEnd / PAGE));
  const { filter, confirm } = code;
  const all = new Uint8Array(memory);
  all.set(tables.memory);
  const text = Buffer.from(memory, at, PIECE);
  /** `size`: how many of the bytes from `at` on are looked at; those from `start` to `end` are there. */
  const look = (start: number, end: number, size: number): number => {
    all.fill(0, end, end + BLOCK);
    const passedEnd = filter(at, Math.ceil(size / BLOCK), passed);
    const foundEnd = confirm(passed, passedEnd, at, start, end, fours, words, pairs, literals, out, outEnd);
    return (foundEnd - out) / RECORD;
  };
  return {
    run: (bytes, from) => {
      const start = at - Math.min(from, margin);
      const size = Math.min(PIECE, bytes.length - from);
      const end = at + Math.min(PIECE + margin, bytes.length - from);
      all.fill(0, at - BLOCK, at);
      all.set(bytes.subarray(from + start - at, from + end - at), start);
      // Where the bytes end, one zero more: three of them that may be followed by anything end with it.
      return look(start, end, size + (from + size === bytes.length ? 1 : 0));
    },
    runText: (value) => {
      all.fill(0, at - BLOCK, at);
      const size = text.write(value);
      return look(at, at + size, size + 1);
    },
    found: new Int32Array(memory, out, 2 * MOST_FOUND),
  };
}

function rounded(size: number): number {
  return Math.ceil(size / BLOCK) * BLOCK;
}
