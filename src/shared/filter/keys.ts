const FOLD_WORD = 0x20202020;
const FOLD_THREE = 0x202020;

/** Four bytes as a word with bit 0x20 of each set: of letters the lower case. `step` is 2 in UTF-16, where every second byte counts. */
export function wordKey(bytes: Uint8Array, at: number, step = 1): number {
  return (byteAt(bytes, at + 3 * step) << 24) | threeAt(bytes, at, step) | FOLD_WORD;
}

/** Three bytes, folded in the same way. */
export function threeKey(bytes: Uint8Array, at: number): number {
  return threeAt(bytes, at, 1) | FOLD_THREE;
}

/** Four bytes as they are. */
export function exactKey(bytes: Uint8Array, at: number): number {
  return (byteAt(bytes, at + 3) << 24) | threeAt(bytes, at, 1);
}

function threeAt(bytes: Uint8Array, at: number, step: number): number {
  return byteAt(bytes, at) | (byteAt(bytes, at + step) << 8) | (byteAt(bytes, at + 2 * step) << 16);
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}
