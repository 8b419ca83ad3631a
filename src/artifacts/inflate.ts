import { createInflater, type Inflater } from './inflater/inflater.ts';
import type { ByteSource } from './source.ts';

/** No deflate stream gives more per byte. */
export const MOST_PER_BYTE = 1032;

/** What came out of data that may be anything. */
export interface Inflated {
  /** Bytes that came out. */
  readonly size: number;
  /** The deflate stream came to its own end; false where it is cut off or broken. */
  readonly ended: boolean;
  /** Bytes of the data that belong to the stream. */
  readonly consumed: number;
}

/** Those that are not in use: each holds a megabyte. */
const idle: Inflater[] = [];

/** Inflates as far as it goes and hands on what comes out, piece by piece; undefined as soon as a piece is not wanted. */
function inflate(data: Buffer, take: (piece: Buffer) => boolean): Inflated | undefined {
  const inflater = idle.pop() ?? createInflater();
  try {
    return inflateWith(inflater, data, take);
  } finally {
    idle.push(inflater);
  }
}

function inflateWith(own: Inflater, data: Buffer, take: (piece: Buffer) => boolean): Inflated | undefined {
  own.begin();
  let given = 0;
  let size = 0;
  for (;;) {
    given += own.give(data.subarray(given), true);
    const status = own.run();
    const piece = own.piece();
    size += piece.length;
    if (!take(piece)) return undefined;
    if (status === 'ended') return { size, ended: true, consumed: given - own.unused() };
    if (status === 'broken') return { size, ended: false, consumed: given };
  }
}

/** Inflates into `room`; undefined if more comes out than there is room for. */
export function inflateInto(data: Buffer, room: Buffer): Inflated | undefined {
  let at = 0;
  return inflate(data, (piece) => {
    if (piece.length > room.length - at) return false;
    at += piece.copy(room, at);
    return true;
  });
}

/** Inflates as far as it goes; undefined if more than `most` bytes come out. */
export function inflateWhole(data: Buffer, most: number): (Inflated & { readonly bytes: Buffer }) | undefined {
  const pieces: Buffer[] = [];
  let left = most;
  const inflated = inflate(data, (piece) => {
    left -= piece.length;
    if (left >= 0) pieces.push(Buffer.from(piece));
    return left >= 0;
  });
  return inflated && { ...inflated, bytes: Buffer.concat(pieces) };
}

/** Inflates what is read piece by piece into `room`; undefined if more comes out than there is room for. */
export async function inflateFrom(source: ByteSource, room: Buffer): Promise<Omit<Inflated, 'consumed'> | undefined> {
  const pieces = inflatePieces(source);
  let size = 0;
  for (let next = await pieces.next(); ; next = await pieces.next()) {
    if (next.done) return { size, ended: next.value };
    const piece = next.value;
    if (piece.length > room.length - size) {
      await pieces.return(false);
      return undefined;
    }
    size += piece.copy(room, size);
  }
}

/** Where input is read to, while it is not in use. */
const idleInputs: Buffer[] = [];
const INPUT_READ = 256 * 1024;

/**
 * Inflates data of any size in pieces of half a megabyte at most, each as it is only until the next one is asked for. Returns
 * true if the stream came to its own end.
 */
export async function* inflatePieces(source: ByteSource): AsyncGenerator<Buffer, boolean, undefined> {
  const inflater = idle.pop() ?? createInflater();
  const room = idleInputs.pop() ?? Buffer.allocUnsafeSlow(INPUT_READ);
  try {
    inflater.begin();
    let read = 0;
    let data: Buffer = Buffer.alloc(0);
    for (;;) {
      const status = inflater.run();
      const piece = inflater.piece();
      if (piece.length > 0) yield piece;
      if (status === 'ended' || status === 'broken') return status === 'ended';
      if (data.length === 0 && read < source.size) {
        data = await source.read(read, INPUT_READ, room);
        // A file that was cut off meanwhile ends here.
        read = data.length === 0 ? source.size : read + data.length;
      }
      data = data.subarray(inflater.give(data, read >= source.size));
    }
  } finally {
    idle.push(inflater);
    idleInputs.push(room);
  }
}
