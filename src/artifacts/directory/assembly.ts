/*
 * AssemblyScript, compiled to WebAssembly by scripts/wasm.mjs: makes rows of numbers of a ZIP archive's central directory
 * (APPNOTE 4.3.12). In JavaScript, the entries of a large archive are what V8 compiles this for, in each thread anew.
 */
import { COMPRESSED_SIZE, CRC32, ENCRYPTED, METHOD, NAME_END, NAME_START, OFFSET, ROW, SIZE, TRAITS } from '../zip-row';

/** Endings of names: length, trait, characters; a length of 0 behind the last. */
export const ENDINGS: u32 = 1024;
/** Where a part of the directory goes: more than the longest header takes. */
export const WINDOW: u32 = 4 * 1024;
export const WINDOW_ROOM: u32 = 256 * 1024;
export const ROWS: u32 = WINDOW + WINDOW_ROOM;
const ROW_BYTES: u32 = 8 * ROW;
const HEADER_SIZE: u32 = 46;
/** Behind the rows of the shortest headers. */
export const END: u32 = ROWS + (WINDOW_ROOM / HEADER_SIZE + 1) * ROW_BYTES;

const HEADER: u32 = 0x02014b50;
const ZIP64_EXTRA: u32 = 0x0001;
const SATURATED: f64 = 0xffffffff;

let next: u32 = 0;
let latest: f64 = 0;
let ascending: bool = true;

export function begin(): void {
  latest = 0;
  ascending = true;
}

/** Where the first header stands that the last call did not read, counted from the start of the window. */
export function consumed(): u32 {
  return next - WINDOW;
}

/** Whether each offset so far was as great as the one before. */
export function isAscending(): bool {
  return ascending;
}

/**
 * Makes rows of the headers in the window, `most` at the most, and gives their number. Names are counted from the directory's start,
 * where the window has the offset `base`; `shift` is added to the offsets.
 */
export function read(size: u32, isLast: bool, base: f64, shift: f64, most: u32): u32 {
  const end = WINDOW + size;
  const rowsEnd = ROWS + ROW_BYTES * most;
  let at = WINDOW;
  let row = ROWS;
  while (row < rowsEnd && at + HEADER_SIZE <= end && load<u32>(at) === HEADER) {
    const nameEnd = at + HEADER_SIZE + load<u16>(at, 28);
    const extraEnd = nameEnd + load<u16>(at, 30);
    if (nameEnd > end || (extraEnd > end && !isLast)) break;
    store<f64>(row, base + <f64>(at + HEADER_SIZE - WINDOW), 8 * NAME_START);
    store<f64>(row, base + <f64>(nameEnd - WINDOW), 8 * NAME_END);
    store<f64>(row, <f64>load<u16>(at, 10), 8 * METHOD);
    store<f64>(row, <f64>((load<u16>(at, 8) & ENCRYPTED) | traitsOf(at + HEADER_SIZE, nameEnd)), 8 * TRAITS);
    store<f64>(row, <f64>load<u32>(at, 16), 8 * CRC32);
    store<f64>(row, <f64>load<u32>(at, 20), 8 * COMPRESSED_SIZE);
    store<f64>(row, <f64>load<u32>(at, 24), 8 * SIZE);
    store<f64>(row, <f64>load<u32>(at, 42), 8 * OFFSET);
    widen(row, nameEnd, min(extraEnd, end));
    const offset = max(0, load<f64>(row, 8 * OFFSET) + shift);
    store<f64>(row, offset, 8 * OFFSET);
    if (offset < latest) ascending = false;
    latest = offset;
    at = extraEnd + load<u16>(at, 32);
    row += ROW_BYTES;
  }
  next = at;
  return (row - ROWS) / ROW_BYTES;
}

/** The 64-bit values, in this order, of those fields that are full of ones (APPNOTE 4.5.3). */
function widen(row: u32, extra: u32, end: u32): void {
  let at = extra;
  while (at + 4 <= end) {
    const fieldEnd = at + 4 + load<u16>(at, 2);
    if (load<u16>(at) === ZIP64_EXTRA) {
      const stop = min(fieldEnd, end);
      at = widened(row + 8 * SIZE, at + 4, stop);
      at = widened(row + 8 * COMPRESSED_SIZE, at, stop);
      widened(row + 8 * OFFSET, at, stop);
      return;
    }
    at = fieldEnd;
  }
}

/** Where the next value is. */
function widened(place: u32, at: u32, end: u32): u32 {
  if (load<f64>(place) !== SATURATED || at + 8 > end) return at;
  store<f64>(place, <f64>load<u64>(at));
  return at + 8;
}

function traitsOf(name: u32, nameEnd: u32): u32 {
  let traits: u32 = 0;
  let ending = ENDINGS;
  for (let length = <u32>load<u8>(ending); length !== 0; length = <u32>load<u8>(ending)) {
    const from = nameEnd - length;
    if (nameEnd - name >= length && isSame(from, ending + 2, length)) traits |= <u32>load<u8>(ending, 1);
    ending += 2 + length;
  }
  return traits;
}

/** Capital letters of the name are as good as the small ones of the ending. */
function isSame(name: u32, ending: u32, length: u32): bool {
  for (let index = length; index > 0; index--) {
    const wanted = <u32>load<u8>(ending + index - 1);
    const character = <u32>load<u8>(name + index - 1);
    if (character !== wanted && (wanted < 0x61 || character !== wanted - 0x20)) return false;
  }
  return true;
}
