import { inflatePieces } from './inflate.ts';
import type { ByteSource } from './source.ts';

/** What is too large to be held whole. */
export interface LargeContent {
  readonly type: 'stored' | 'deflated';
  readonly source: ByteSource;
}

const STORED_PIECE = 512 * 1024;

/** The content in pieces of half a megabyte at most; returns whether it came to its own end. */
export function piecesOf({ type, source }: LargeContent): AsyncGenerator<Buffer, boolean, undefined> {
  return type === 'deflated' ? inflatePieces(source, 0, source.size) : storedPieces(source);
}

/** The next piece is being read while the caller has one in hand. */
async function* storedPieces(source: ByteSource): AsyncGenerator<Buffer, boolean, undefined> {
  let next = source.read(0, STORED_PIECE);
  for (let at = 0; at < source.size; at += STORED_PIECE) {
    const piece = await next;
    if (piece.length === 0) return false;
    next = source.read(at + STORED_PIECE, STORED_PIECE);
    next.catch(() => undefined);
    yield piece;
  }
  return true;
}
