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

/** A number and the offset after its last byte. */
export interface Decoded {
  readonly value: number;
  readonly end: number;
}

/** Unsigned LEB128 of at most 32 bits (five bytes), as DEX uses it. */
export function uleb128(bytes: Uint8Array, at: number): Decoded {
  return { value: ulebAt(bytes, at), end: ulebEnd(bytes, at) };
}

/** The number alone: walks over whole files make no object for each. */
export function ulebAt(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let index = 0; index < LONGEST_ULEB; index += 1) {
    const byte = bytes[at + index] ?? 0;
    value |= (byte & 0x7f) << (7 * index);
    if (byte < 0x80) break;
  }
  return value >>> 0;
}

/** The offset after its last byte. */
export function ulebEnd(bytes: Uint8Array, at: number): number {
  let end = at + 1;
  while (end < at + LONGEST_ULEB && (bytes[end - 1] ?? 0) >= 0x80) end += 1;
  return end;
}

const LONGEST_ULEB = 5;
