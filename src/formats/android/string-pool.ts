import { u8, u16, u32 } from './bytes.ts';
import { decodeMutf8 } from './mutf8.ts';
import type { Range } from './texts.ts';

/**
 * A string pool of a compiled resource file (`ResStringPool_header` in AOSP's ResourceTypes.h). Strings are decoded one
 * by one when they are asked for, because a table can hold a hundred thousand.
 */
export interface StringPool {
  /** Strings that the offset table really has room for, whatever the header claims. */
  readonly count: number;
  /** The string, or what its first `bytes` bytes hold; undefined if there is none or it lies outside the file. */
  readonly at: (index: number, bytes?: number) => string | undefined;
  /** Where its characters stand in the file, in bytes; undefined as above. */
  readonly rangeOf: (index: number) => Range | undefined;
}

export const EMPTY_POOL: StringPool = { count: 0, at: () => undefined, rangeOf: () => undefined };

const UTF8_FLAG = 1 << 8;

/** The pool whose chunk begins at `chunk`; `end` is where its chunk, or the file, ends. */
export function readStringPool(bytes: Buffer, chunk: number, end: number): StringPool {
  const headerSize = Math.max(28, u16(bytes, chunk + 2));
  const utf8 = (u32(bytes, chunk + 16) & UTF8_FLAG) !== 0;
  const stringsStart = chunk + u32(bytes, chunk + 20);
  const offsets = chunk + headerSize;
  // A tampered pool claims more strings than its offset table holds; Android reads as far as there is room.
  const room = Math.floor((Math.min(stringsStart, end) - offsets) / 4);
  const count = Math.max(0, Math.min(u32(bytes, chunk + 8), room));

  const locate = (index: number): Range | undefined => {
    if (index < 0 || index >= count) return undefined;
    const at = stringsStart + u32(bytes, offsets + 4 * index);
    if (at + 2 > bytes.length) return undefined;
    return utf8 ? locateUtf8(bytes, at) : locateUtf16(bytes, at);
  };

  return {
    count,
    rangeOf: locate,
    at: (index, limit = bytes.length) => {
      const located = locate(index);
      if (located === undefined) return undefined;
      const last = Math.min(located.end, located.start + limit);
      return utf8 ? decodeMutf8(bytes, located.start, last) : bytes.toString('utf16le', located.start, last);
    },
  };
}

/** Two lengths, in UTF-16 units and in bytes, each of one byte or two. */
function locateUtf8(bytes: Buffer, at: number): Range {
  const bytesAt = at + (u8(bytes, at) & 0x80 ? 2 : 1);
  const first = u8(bytes, bytesAt);
  const long = (first & 0x80) !== 0;
  const length = long ? ((first & 0x7f) << 8) | u8(bytes, bytesAt + 1) : first;
  const start = bytesAt + (long ? 2 : 1);
  return { start, end: Math.min(bytes.length, wholeLength(bytes, start, length)) };
}

/**
 * Two bytes hold 15 bits of length, so aapt writes a longer string with its length cut; like AOSP's stringDecodeAt, look
 * for the terminator in steps of what was cut off. Where there is none, the string is not terminated: as the header says.
 */
function wholeLength(bytes: Buffer, start: number, length: number): number {
  const steps = 256;
  for (let step = 0; step < steps; step += 1) {
    const end = start + length + step * 0x8000;
    if (end >= bytes.length) break;
    if (bytes[end] === 0) return end;
    if (length < 0x80) break;
  }
  return start + length;
}

/** One length in UTF-16 units, of two bytes or four. */
function locateUtf16(bytes: Buffer, at: number): Range {
  const first = u16(bytes, at);
  const long = (first & 0x8000) !== 0;
  const length = long ? ((first & 0x7fff) << 16) | u16(bytes, at + 2) : first;
  const start = at + (long ? 4 : 2);
  return { start, end: Math.min(bytes.length & ~1, start + 2 * length) };
}
