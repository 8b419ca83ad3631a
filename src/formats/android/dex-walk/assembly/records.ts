/* AssemblyScript: what was found. */

export const LOADED: u32 = 0;
export const STATIC_VALUE: u32 = 1;
export const CLASS_ANNOTATION: u32 = 2;
export const FIELD_ANNOTATION: u32 = 3;
export const METHOD_ANNOTATION: u32 = 4;
export const ARGUMENT: u32 = 5;

const RECORD: u32 = 32;
/** Index that means "none". */
export const NO_INDEX: u32 = 0xffffffff;

let start: u32 = 0;
let room: u32 = 0;
let end: u32 = 0;
/** More was found than there is room for. */
let overflown: bool = false;

/** Where records go. */
export function setRecords(at: u32, bytes: u32): void {
  start = at;
  room = bytes;
  end = at;
}

export function clear(): void {
  end = start;
  overflown = false;
}

export function isOverflown(): bool {
  return overflown;
}

export function recordCount(): u32 {
  return (end - start) / RECORD;
}

/** Then no further class is begun with: one that finds more than there is room for is none that a compiler made. */
export function isHalfFull(): bool {
  return end - start >= room / 2;
}

/** `code` is an offset, `pc` an address in it; `other` is the field that a string is put into, or the method that it is handed to. */
export function record(kind: u32, type: u32, member: u32, code: u32, pc: u32, string: u32, other: u32): void {
  if (end + RECORD > start + room) {
    overflown = true;
    return;
  }
  store<u32>(end, kind);
  store<u32>(end, type, 4);
  store<u32>(end, member, 8);
  store<u32>(end, code, 12);
  store<u32>(end, pc, 16);
  store<u32>(end, string, 20);
  store<u32>(end, other, 24);
  end += RECORD;
}
