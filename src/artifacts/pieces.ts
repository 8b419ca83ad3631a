import { inflatePieces } from './inflate.ts';
import type { ByteSource } from './source.ts';

/** What is too large to be held whole. */
export interface LargeContent {
  readonly type: 'stored' | 'deflated';
  readonly source: ByteSource;
}

const STORED_PIECE = 512 * 1024;

/**
 * The content in pieces of half a megabyte at most, each as it is only until the next one is asked for: fresh buffers would
 * keep the garbage collector busy. Returns whether it came to its own end.
 */
export function piecesOf({ type, source }: LargeContent): AsyncGenerator<Buffer, boolean, undefined> {
  return type === 'deflated' ? inflatePieces(source) : storedPieces(source);
}

async function* storedPieces(source: ByteSource): AsyncGenerator<Buffer, boolean, undefined> {
  const room = Buffer.allocUnsafeSlow(STORED_PIECE);
  for (let at = 0; at < source.size; at += STORED_PIECE) {
    const piece = await source.read(at, STORED_PIECE, room);
    if (piece.length === 0) return false;
    yield piece;
  }
  return true;
}
