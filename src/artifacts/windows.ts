import type { AnchorSearch, FoundAnchor } from '../shared/anchors.ts';

/** A part of a large entry. Its bytes reach a margin beyond what it answers for, so that no text is cut at its edge. */
export interface Window {
  readonly bytes: Buffer;
  /** Offset of `bytes` in the entry. */
  readonly base: number;
  /** Offsets in `bytes`; no two windows give the same hit. */
  readonly hits: readonly FoundAnchor[];
}

/** Far longer than any anchor: what stands around a hit has to be in the same window. */
export const MARGIN = 16 * 1024;

/**
 * Cuts a stream of pieces into overlapping windows and searches each byte of it once. The bytes of a piece and of a window
 * stay as they are only until the next one is asked for.
 */
export async function* searchedWindows(
  pieces: AsyncIterable<Buffer>,
  search: AnchorSearch,
): AsyncGenerator<Window, void, undefined> {
  const join = joiner();
  let held: Buffer = Buffer.alloc(0);
  let base = 0;
  /** Hits before this offset have been given. */
  let given = 0;
  for await (const piece of pieces) {
    const bytes = join(held, piece);
    const until = Math.max(given, base + bytes.length - MARGIN);
    yield { bytes, base, hits: hitsBetween(bytes, base, given, until, search) };
    given = until;
    const keepFrom = Math.max(0, given - MARGIN - base);
    held = bytes.subarray(keepFrom);
    base += keepFrom;
  }
  if (held.length > 0) {
    yield { bytes: held, base, hits: hitsBetween(held, base, given, Number.POSITIVE_INFINITY, search) };
  }
}

/** Joins in one buffer again and again: a fresh one for every half megabyte keeps the garbage collector busy. */
function joiner(): (held: Buffer, piece: Buffer) => Buffer {
  let room: Buffer = Buffer.alloc(0);
  return (held, piece) => {
    const length = held.length + piece.length;
    const target = length <= room.length ? room : Buffer.allocUnsafeSlow(length + MARGIN);
    // What is held may be the end of the same buffer: set moves overlapping bytes rightly.
    target.set(held);
    target.set(piece, held.length);
    room = target;
    return target.subarray(0, length);
  };
}

function hitsBetween(bytes: Buffer, base: number, from: number, until: number, search: AnchorSearch): FoundAnchor[] {
  const skip = from - base;
  // An anchor that begins before `until` may end behind it.
  const stop = Math.min(bytes.length, until - base + search.longest);
  return search
    .find(bytes.subarray(skip, stop))
    .map((hit) => ({ ...hit, offset: skip + hit.offset }))
    .filter((hit) => base + hit.offset < until);
}
