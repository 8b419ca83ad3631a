/*
 * AssemblyScript, compiled to WebAssembly by scripts/wasm.mjs: makes rows of numbers of a ZIP archive's central directory
 * (APPNOTE 4.3.12), and shares them out. Loops over all entries of an archive are what V8 compiles first, in each thread anew.
 */
import { COMPRESSED_SIZE, CRC32, ENCRYPTED, METHOD, NAME_END, NAME_START, OFFSET, SIZE, TRAITS } from '../zip-row';
import { ROW_BYTES, ROWS, WINDOW } from './assembly/layout';
import { traitsOf } from './assembly/names';

export { ENDINGS, ROWS, WINDOW, WINDOW_ROOM } from './assembly/layout';
export { lend, weigh } from './assembly/lending';
export { allBytes, cut, doubles, firstDouble, partBytes, partEntries, take } from './assembly/parts';

const HEADER_SIZE: u32 = 46;
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
 * Makes rows of the headers in the window, behind the `count` ones there are, `most` in all, and gives their number. Names are counted
 * from the directory's start, where the window has the offset `base`; `shift` is added to the offsets.
 */
export function read(size: u32, isLast: bool, base: f64, shift: f64, count: u32, most: u32): u32 {
  const end = WINDOW + size;
  const rowsEnd = ROWS + ROW_BYTES * most;
  const first = ROWS + ROW_BYTES * count;
  let at = WINDOW;
  let row = first;
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
  return (row - first) / ROW_BYTES;
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
