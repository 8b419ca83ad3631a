/*
 * AssemblyScript: tables that say what the next bits of the input stand for.
 *
 * An entry, from bit 0: 5 bits how many bits of input it takes, extra bits included; the flags below; from bit 8 how long the code
 * itself is, and two more (see symbols.ts), or in a pointer how many bits its table is looked up with; from bit 16 the literal, the
 * base of a length or distance, or where the pointer's table begins.
 */
import {
  DISTANCE_CODE,
  DISTANCE_ENTRIES,
  DISTANCES,
  FIXED_DISTANCES,
  FIXED_LITERALS,
  LITERAL_CODE,
  LITERAL_ENTRIES,
  LITERALS,
  REPEAT_CODE,
  REPEAT_ENTRIES,
  REPEATS,
  REVERSED,
} from './layout';

export const LITERAL: u32 = 0x8000_0000;
export const SPECIAL: u32 = 0x80;
/** Together with SPECIAL: a table for longer codes; a code that nothing stands for. With SPECIAL alone the block ends. */
export const POINTER: u32 = 0x40;
export const INVALID: u32 = 0x2000;
/** Among the code lengths: the one before comes again. */
export const PREVIOUS: u32 = SPECIAL;
const NOTHING: u32 = SPECIAL | INVALID | 1;

/**
 * How many bits a table is looked up with: no more than its longest code has, but for that of the literals, where a number that
 * never changes makes each symbol faster.
 */
const LITERAL_BITS: u32 = 11;
const MOST_DISTANCE_BITS: u32 = 9;
const MOST_REPEAT_BITS: u32 = 7;
const FIXED_DISTANCE_BITS: u32 = 5;
const MOST_CODE_BITS: u32 = 15;

/** What masks an offset in the table. */
export const LITERAL_MASK: u32 = (4 << LITERAL_BITS) - 4;
export let distanceMask: u32 = 0;
export let repeatMask: u32 = 0;

/** The tables hold the fixed codes. */
let isFixed: bool = false;

/** Section 3.2.6. */
export function fixedTables(): void {
  if (isFixed) return;
  memory.copy(LITERALS, FIXED_LITERALS, 4 << LITERAL_BITS);
  memory.copy(DISTANCES, FIXED_DISTANCES, 4 << FIXED_DISTANCE_BITS);
  distanceMask = maskOf(FIXED_DISTANCE_BITS);
  isFixed = true;
}

export function repeatTable(): bool {
  repeatMask = maskOf(build(REPEAT_CODE, REPEATS, 1, MOST_REPEAT_BITS, REPEAT_ENTRIES));
  return repeatMask !== 0;
}

export function dynamicTables(): bool {
  isFixed = false;
  distanceMask = maskOf(build(DISTANCE_CODE, DISTANCES, 1, MOST_DISTANCE_BITS, DISTANCE_ENTRIES));
  return distanceMask !== 0 && build(LITERAL_CODE, LITERALS, LITERAL_BITS, LITERAL_BITS, LITERAL_ENTRIES) !== 0;
}

function maskOf(bits: u32): u32 {
  return (4 << bits) - 4;
}

/** Lays out what never changes. */
export function prepareTables(): void {
  for (let byte: u32 = 0; byte < 256; byte++) {
    let reversed: u32 = 0;
    for (let bit: u32 = 0; bit < 8; bit++) reversed |= ((byte >> bit) & 1) << (7 - bit);
    store<u8>(REVERSED + byte, <u8>reversed);
  }
  for (let symbol: u32 = 0; symbol < 288; symbol++) {
    store<u32>(LITERAL_ENTRIES + 4 * symbol, ofLiteral(symbol));
    addSymbol(LITERAL_CODE, symbol, symbol < 144 || symbol > 279 ? 8 : symbol < 256 ? 9 : 7);
  }
  for (let symbol: u32 = 0; symbol < 32; symbol++) {
    store<u32>(DISTANCE_ENTRIES + 4 * symbol, ofDistance(symbol));
    addSymbol(DISTANCE_CODE, symbol, 5);
  }
  for (let symbol: u32 = 0; symbol < 19; symbol++) store<u32>(REPEAT_ENTRIES + 4 * symbol, ofRepeat(symbol));
  build(LITERAL_CODE, FIXED_LITERALS, LITERAL_BITS, LITERAL_BITS, LITERAL_ENTRIES);
  build(DISTANCE_CODE, FIXED_DISTANCES, 1, FIXED_DISTANCE_BITS, DISTANCE_ENTRIES);
}

/** Section 3.2.5: entries as they are for a code of no bits. */
function ofLiteral(symbol: u32): u32 {
  if (symbol < 256) return LITERAL | (symbol << 16);
  if (symbol === 256) return SPECIAL;
  if (symbol > 285) return SPECIAL | INVALID;
  if (symbol === 285) return number(258, 0);
  const group = symbol - 257;
  if (group < 8) return number(3 + group, 0);
  const extra = (group - 4) >> 2;
  return number(3 + ((4 + (group & 3)) << extra), extra);
}

function ofDistance(symbol: u32): u32 {
  if (symbol > 29) return SPECIAL | INVALID;
  if (symbol < 4) return number(1 + symbol, 0);
  const extra = (symbol - 2) >> 1;
  return number(1 + ((2 + (symbol & 1)) << extra), extra);
}

/** Section 3.2.7. */
function ofRepeat(symbol: u32): u32 {
  if (symbol < 16) return LITERAL | (symbol << 16);
  if (symbol === 16) return PREVIOUS | number(3, 2);
  return symbol === 17 ? number(3, 3) : number(11, 7);
}

function number(base: u32, extra: u32): u32 {
  return (base << 16) | 0x200 | extra;
}

/** The base of an entry and the extra bits, which stand behind its code. */
export function numberOf(entry: u32, inHand: u64): u32 {
  const extra = (inHand & ~((<u64>-4) << entry)) >> (entry >> 8);
  return (entry >> 16) + <u32>extra;
}

/** A code without symbols: for each length how many there are of it, then a list for each length. */
export function emptyCode(code: usize): void {
  v128.store(code, i8x16.splat(0));
  v128.store(code, i8x16.splat(0), 16);
}

/** Symbols come in their order. Those of no length have no code, and are listed for nothing. */
export function addSymbol(code: usize, symbol: u32, length: u32): void {
  const place = code + 2 * length;
  const size: u32 = load<u16>(place);
  store<u16>(listOf(code, length) + 2 * size, <u16>symbol);
  store<u16>(place, <u16>(size + 1));
}

function sizeOf(code: usize, length: u32): u32 {
  return load<u16>(code + 2 * length);
}

function listOf(code: usize, length: u32): usize {
  return code + 2 * 16 + 2 * 288 * length;
}

/**
 * The table for a code (section 3.2.2), and how many bits it is looked up with: none where it is no code. As with zlib, bits without
 * a meaning are left only by no code at all, and by a single one of one bit, but not in the code for code lengths.
 */
function build(code: usize, table: usize, leastBits: u32, mostBits: u32, entries: usize): u32 {
  let left = 1;
  let longest: u32 = 0;
  for (let length: u32 = 1; length <= MOST_CODE_BITS; length++) {
    const size = sizeOf(code, length);
    left = (left << 1) - <i32>size;
    if (left < 0) return 0;
    if (size !== 0) longest = length;
  }
  const bits = max(leastBits, min(longest, mostBits));
  if (left === 0) {
    fill(code, table, bits, entries);
    return bits;
  }
  if (longest > 1 || table === REPEATS) return 0;
  store<u32>(table, longest === 0 ? NOTHING : entryOf(entries, listOf(code, 1), 1));
  store<u32>(table, NOTHING, 4);
  for (let length: u32 = 1; length < bits; length++) double(table, length);
  return bits;
}

function entryOf(entries: usize, listed: usize, length: u32): u32 {
  return load<u32>(entries + 4 * <usize>load<u16>(listed)) + 0x101 * length;
}

/**
 * Fills a table with a code that leaves no bits without a meaning, from the shortest codes to the longest, each as it stands in the
 * input: its first bit lowest. What the table holds so far is repeated for every bit that is added.
 */
function fill(code: usize, table: usize, tableBits: u32, entries: usize): void {
  let length: u32 = 1;
  while (sizeOf(code, length) === 0) length++;
  let bits: u32 = 0;
  for (; length <= tableBits; length++) {
    const list = listOf(code, length);
    const end = list + 2 * sizeOf(code, length);
    for (let at = list; at < end; at += 2) {
      store<u32>(table + 4 * reversed(bits, length), entryOf(entries, at, length));
      bits++;
    }
    if (length < tableBits) double(table, length);
    bits <<= 1;
  }
  if (bits < (<u32>2) << tableBits) fillLong(code, bits, table, tableBits, entries);
}

/** So many bits in the order in which the input has them. */
function reversed(bits: u32, length: u32): u32 {
  const all = ((<u32>load<u8>(REVERSED + (bits & 0xff))) << 8) | load<u8>(REVERSED + (bits >> 8));
  return all >> (16 - length);
}

/** Repeats what a table holds; where that is less than eight entries, a few behind it are written, too. */
function double(table: usize, bits: u32): void {
  const end = table + (4 << bits);
  let to = end;
  for (let from = table; from < end; from += 32) {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
    to += 32;
  }
}

/** Codes longer than the table's bits have tables of their own, each as large as its longest code asks for. */
function fillLong(code: usize, firstBits: u32, table: usize, tableBits: u32, entries: usize): void {
  let prefix: u32 = 0xffff_ffff;
  let start: u32 = 0;
  let end: u32 = 1 << tableBits;
  let bits = firstBits;
  for (let length = tableBits + 1; bits < (<u32>1) << length; length++) {
    const step: u32 = 1 << (length - tableBits);
    const size = sizeOf(code, length);
    for (let index: u32 = 0; index < size; index++) {
      const inOrder = reversed(bits, length);
      if ((inOrder & ((1 << tableBits) - 1)) !== prefix) {
        prefix = inOrder & ((1 << tableBits) - 1);
        start = end;
        const ownBits = ownBitsOf(code, length, size - index, tableBits);
        end = start + (1 << ownBits);
        store<u32>(table + 4 * prefix, (start << 16) | SPECIAL | POINTER | (ownBits << 8) | tableBits);
      }
      const entry = entryOf(entries, listOf(code, length) + 2 * index, length - tableBits);
      for (let at = start + (inOrder >> tableBits); at < end; at += step) store<u32>(table + 4 * at, entry);
      bits++;
    }
    bits <<= 1;
  }
}

/** How many bits a table is looked up with that begins with the last so many codes of a length. */
function ownBitsOf(code: usize, length: u32, codes: u32, tableBits: u32): u32 {
  let bits = length - tableBits;
  for (let used = codes; used < (<u32>1) << bits; ) {
    bits++;
    used = (used << 1) + sizeOf(code, tableBits + bits);
  }
  return bits;
}
