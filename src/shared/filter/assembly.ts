/*
 * AssemblyScript, compiled to WebAssembly by scripts/wasm.mjs: the loop that looks at every byte of an artifact. JavaScript
 * has no vector instructions; the same search in it took twice as long when it was replaced.
 *
 * It says where samples of what is looked for may be:
 * - four bytes in a row, at any place, sorted into 8 groups by their nibbles (the method of Teddy in Hyperscan:
 *   https://github.com/intel/hyperscan/blob/master/src/fdr/teddy.c); `confirm` first asks a table of bits for the hash of their
 *   first three;
 * - four characters of text, in either case, that are an aligned word of 32 bits, or of 64 bits in UTF-16LE: a table of bits
 *   holds their hashes;
 * - two characters in UTF-16LE that are an aligned word, the halves of which may belong to different characters: a second
 *   table holds the hashes of those, as they are.
 */

import {
  BELOW_TEXT,
  BLOCK,
  CASE_BITS,
  FACTORS,
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
} from './layout';

const FACTOR: u32 = 0x9e3779b1;

/**
 * Writes for each block of 16 bytes in which something passes its index and what passes: bits 0 to 15 the last bytes of
 * fours, bits 16 to 19 the words of text, bits 20 and 21 the words of UTF-16, bits 22 to 25 the pairs. Gives the end of what
 * it wrote. The 16 bytes before `at` are looked at, too, for fours that reach across.
 */
export function filter(at: usize, blocks: i32, out: usize): usize {
  const low0 = v128.load(FOURS);
  const high0 = v128.load(FOURS, 16);
  const low1 = v128.load(FOURS, 32);
  const high1 = v128.load(FOURS, 48);
  const low2 = v128.load(FOURS, 64);
  const high2 = v128.load(FOURS, 80);
  const low3 = v128.load(FOURS, 96);
  const high3 = v128.load(FOURS, 112);
  const halves = v128.load(HALVES);
  const belowText = v128.load(BELOW_TEXT);
  const caseBits = v128.load(CASE_BITS);
  const factors = v128.load(FACTORS);
  const sevens = v128.load(SEVENS);
  const powers = v128.load(POWERS);
  let end = out;
  let last0 = i8x16.splat(0);
  let last1 = i8x16.splat(0);
  let last2 = i8x16.splat(0);
  for (let block = -1; block < blocks; block++) {
    const place = at + BLOCK * block;
    const bytes = v128.load(place);

    const low = v128.and(bytes, halves);
    const high = v128.and(i16x8.shr_u(bytes, 4), halves);
    const first = v128.and(i8x16.swizzle(low0, low), i8x16.swizzle(high0, high));
    const second = v128.and(i8x16.swizzle(low1, low), i8x16.swizzle(high1, high));
    const third = v128.and(i8x16.swizzle(low2, low), i8x16.swizzle(high2, high));
    const fourth = v128.and(i8x16.swizzle(low3, low), i8x16.swizzle(high3, high));
    const three = v128.and(
      v128.shuffle<u8>(last0, first, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28),
      v128.shuffle<u8>(last1, second, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29),
    );
    const four = v128.and(
      v128.and(three, fourth),
      v128.shuffle<u8>(last2, third, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30),
    );
    last0 = first;
    last1 = second;
    last2 = third;
    if (block < 0) continue;
    let seen = i8x16.bitmask(i8x16.eq(four, i8x16.splat(0))) ^ 0xffff;

    // Only what is text can be a sample; code and noise hold little of it.
    const printable = i8x16.gt_s(bytes, belowText);
    const text = i32x4.bitmask(i32x4.eq(printable, i32x4.splat(-1)));
    if (text !== 0) {
      const hashes = i32x4.shr_u(i32x4.mul(v128.or(bytes, caseBits), factors), 32 - WORD_BITS);
      seen |= (known(WORDS, hashes, sevens, powers) & text) << 16;
    }

    const zero = i8x16.eq(bytes, i8x16.splat(0));
    if (i8x16.bitmask(zero) !== 0) {
      const even = v128.bitselect(printable, zero, i16x8.splat(0x00ff));
      const odd = v128.bitselect(zero, printable, i16x8.splat(0x00ff));
      const pair = i32x4.bitmask(v128.or(i32x4.eq(even, i32x4.splat(-1)), i32x4.eq(odd, i32x4.splat(-1))));
      if (pair !== 0) {
        const hashes = i32x4.shr_u(i32x4.mul(bytes, factors), 32 - PAIR_BITS);
        seen |= (known(PAIRS, hashes, sevens, powers) & pair) << 22;

        const isEven = i64x2.eq(even, i64x2.splat(-1));
        // The first byte belongs to what stands before: a word of UTF-16 at an odd place may be the first of its text.
        const isOdd = i64x2.eq(v128.or(odd, i64x2.splat(0xff)), i64x2.splat(-1));
        const wide = i64x2.bitmask(v128.or(isEven, isOdd));
        if (wide !== 0) {
          const characters = v128.and(v128.bitselect(bytes, i16x8.shr_u(bytes, 8), isEven), i16x8.splat(0x00ff));
          const narrow = i8x16.narrow_i16x8_u(characters, characters);
          const wideHashes = i32x4.shr_u(i32x4.mul(v128.or(narrow, caseBits), factors), 32 - WORD_BITS);
          seen |= (known(WORDS, wideHashes, sevens, powers) & wide) << 20;
        }
      }
    }

    // Written anyway, and written over by the next one: what a processor cannot foresee costs it more.
    store<i32>(end, block);
    store<i32>(end, seen, 4);
    end += (<usize>(seen !== 0)) << 3;
  }
  return end;
}

/** Which of four hashes are in a table. */
function known(table: usize, hashes: v128, sevens: v128, powers: v128): i32 {
  const places = i32x4.shr_u(hashes, 3);
  let found = i8x16.splat(0);
  found = v128.load8_lane(table + i32x4.extract_lane(places, 0), found, 0);
  found = v128.load8_lane(table + i32x4.extract_lane(places, 1), found, 4);
  found = v128.load8_lane(table + i32x4.extract_lane(places, 2), found, 8);
  found = v128.load8_lane(table + i32x4.extract_lane(places, 3), found, 12);
  return i32x4.bitmask(i32x4.neg(v128.and(found, i8x16.swizzle(powers, v128.and(hashes, sevens)))));
}

/*
 * What passed is compared in full. A table of samples is four words: where its slots are, their number minus one, the shift of its
 * hashes, where its samples are. A slot is a key and a sample's index plus 1, 0 where it is empty. A sample is the index plus 1 of
 * another one of the same key, its literal, its place in the literal, and a guard: the place of a character beside the sample, from
 * the sample on (16 bits), its case bit and itself (8 bits each). A literal is where its characters are and their number; a
 * character is a byte and its case bit.
 */

/** What is looked at: its bytes, and behind them four zeros. Places are counted from `base` on. */
let base: usize = 0;
let start: usize = 0;
let end: usize = 0;
/** Where the literals are listed, and where there is no more room for what is found. */
let literals: usize = 0;
let outEnd: usize = 0;

/**
 * Goes through what `filter` wrote from `passed` to `passedEnd`, and writes for each literal that stands there its place, counted from
 * `at` on, and its index times 2, plus 1 in UTF-16. Gives the end of what it wrote, at most `mostOut`. The bytes are those from
 * `first` to `last`; behind them stand four zeros.
 */
export function confirm(
  passed: usize,
  passedEnd: usize,
  at: usize,
  first: usize,
  last: usize,
  fours: usize,
  words: usize,
  pairs: usize,
  all: usize,
  out: usize,
  mostOut: usize,
): usize {
  base = at;
  start = first;
  end = last;
  literals = all;
  outEnd = mostOut;
  let to = out;
  for (let record = passed; record < passedEnd; record += 8) {
    const block = at + BLOCK * load<i32>(record);
    for (let rest = load<i32>(record, 4); rest !== 0; rest &= rest - 1) {
      const bit = ctz(rest);
      if (bit < 16) {
        const four = block + bit - 3;
        const three = (load<u32>(four) & 0x00ffffff) | 0x202020;
        const hash = (three * FACTOR) >>> (32 - THREE_BITS);
        if (((load<u8>(hash >>> 3, THREES) >>> (hash & 7)) & 1) !== 0) to = add(fours, three, four, 1, 1, to);
      } else if (bit < 20) {
        const word = block + 4 * (bit - 16);
        to = add(words, load<u32>(word) | 0x20202020, word, 1, 1, to);
      } else if (bit < 22) {
        const half = block + 8 * (bit - 20);
        const wide = load<u8>(half, 1) === 0 ? half : half + 1;
        to = add(words, narrow(wide) | 0x20202020, wide, 2, 2, to);
      } else {
        const pair = block + 4 * (bit - 22);
        to = add(pairs, load<u32>(pair), pair, 2, 1, to);
      }
    }
  }
  return to;
}

/** The lower bytes of four characters of UTF-16. */
function narrow(at: usize): u32 {
  return load<u8>(at) | (load<u8>(at, 2) << 8) | (load<u8>(at, 4) << 16) | (load<u8>(at, 6) << 24);
}

/** Looks for the literals of which `key` is a sample at `sample`. `step` is the size of a character, `unit` what places count. */
function add(table: usize, key: u32, sample: usize, step: i32, unit: i32, out: usize): usize {
  const slots = <usize>load<i32>(table);
  const mask = load<i32>(table, 4);
  const samples = <usize>load<i32>(table, 12);
  let to = out;
  let slot: i32 = (key * FACTOR) >>> load<i32>(table, 8);
  let index = load<i32>(slots + 8 * slot, 4);
  while (index !== 0 && load<u32>(slots + 8 * slot) !== key) {
    slot = (slot + 1) & mask;
    index = load<i32>(slots + 8 * slot, 4);
  }
  while (index !== 0) {
    const record = samples + 16 * (index - 1);
    index = load<i32>(record);
    const guard = sample + unit * load<i16>(record, 12);
    if (guard < start || guard >= end) continue;
    if ((load<u8>(guard) | load<u8>(record, 14)) !== load<u8>(record, 15)) continue;
    const literal = load<i32>(record, 4);
    const place = sample - unit * load<i32>(record, 8);
    if (!standsAt(literals + 8 * literal, place, step)) continue;
    if (to >= outEnd) return to;
    store<i32>(to, <i32>(place - base));
    store<i32>(to, 2 * literal + step - 1, 4);
    to += 8;
  }
  return to;
}

function standsAt(literal: usize, place: usize, step: i32): bool {
  const characters = <usize>load<i32>(literal);
  const length = load<i32>(literal, 4);
  if (place < start || place + step * length > end) return false;
  for (let index = 0; index < length; index++) {
    const byte = place + step * index;
    const character = characters + 2 * index;
    if ((load<u8>(byte) | load<u8>(character, 1)) !== load<u8>(character)) return false;
    if (step === 2 && load<u8>(byte, 1) !== 0) return false;
  }
  return true;
}
