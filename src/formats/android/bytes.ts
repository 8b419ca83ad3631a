/**
 * Little-endian reads that never throw: what lies outside the buffer reads as 0. Callers bound their loops by the
 * buffer's length, so a lying count costs nothing.
 */
export function u8(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

export function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

export function u32(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;
}

/** A place in the bytes that moves on with what is read from it: walks over whole files make no object for each number. */
export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

const LONGEST_ULEB = 5;

/** Unsigned LEB128 of at most 32 bits (five bytes), as DEX uses it. */
export function uleb(cursor: Cursor): number {
  const { bytes, at } = cursor;
  const first = bytes[at] ?? 0;
  // Most numbers take one byte.
  if (first < 0x80) {
    cursor.at = at + 1;
    return first;
  }
  let value = first & 0x7f;
  let length = 1;
  let byte = first;
  while (byte >= 0x80 && length < LONGEST_ULEB) {
    byte = bytes[at + length] ?? 0;
    value |= (byte & 0x7f) << (7 * length);
    length += 1;
  }
  cursor.at = at + length;
  return value >>> 0;
}
