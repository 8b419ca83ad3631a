import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes that can be read at any place: a file, a part of one, or a buffer. */
export interface ByteSource {
  readonly size: number;
  /**
   * The bytes from `offset` on, fewer than `length` only where the source ends. They come in `room` if that is given and they
   * have to be copied.
   */
  readonly read: (offset: number, length: number, room?: Buffer) => Promise<Buffer>;
  /** Where it begins in a file, if it is one or a part of one: another thread can read it, too. */
  readonly file?: { readonly location: string; readonly start: number };
}

/** A source that holds a file descriptor; whoever opened it closes it. */
export interface FileSource extends ByteSource {
  readonly close: () => Promise<void>;
}

export async function openFile(path: string): Promise<FileSource> {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  return {
    size,
    read: async (offset, length, room) => {
      await othersTurn();
      return readFully(file, offset, length, size, room);
    },
    file: { location: path, start: 0 },
    close: async () => closeSync(file),
  };
}

function othersTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/**
 * Waits for the disk, as there is nothing else to do in the thread that reads: to have it done by Node's pool of threads takes
 * more processor time than the reading itself. What comes from other threads has its turn between two reads.
 */
function readFully(file: number, offset: number, length: number, size: number, room: Buffer | undefined): Buffer {
  const wanted = Math.max(0, Math.min(length, size - offset));
  const buffer = room !== undefined && wanted <= room.length ? room : Buffer.allocUnsafeSlow(wanted);
  let filled = 0;
  while (filled < wanted) {
    const read = readSync(file, buffer, filled, wanted - filled, offset + filled);
    if (read === 0) break;
    filled += read;
  }
  return buffer.subarray(0, filled);
}

/** A part of a source. */
export interface Stretch {
  readonly start: number;
  readonly bytes: Buffer;
}

/**
 * Gives what begins at a position, `least` bytes or up to the end, and up to `ahead` more; it stays as it is until the next call. Read
 * anew is only what the last read has not brought.
 */
export function viewOf(source: ByteSource, ahead: number): (position: number, least: number) => Promise<Buffer> {
  let room: Buffer = Buffer.alloc(0);
  let window: Buffer = room;
  let start = 0;
  return async (position, least) => {
    if (position < start || Math.min(position + least, source.size) > start + window.length) {
      if (room.length < least + ahead) room = Buffer.allocUnsafeSlow(least + ahead);
      window = await source.read(position, least + ahead, room);
      start = position;
    }
    return window.subarray(position - start);
  };
}

export function bufferSource(bytes: Buffer): ByteSource {
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(Math.min(offset, bytes.length), Math.max(offset, offset + length)),
  };
}

/** A part of a source as a source of its own: a stored archive inside an archive. */
export function windowSource(source: ByteSource, start: number, length: number): ByteSource {
  const size = Math.max(0, Math.min(length, source.size - start));
  const { file } = source;
  return {
    size,
    read: (offset, wanted, room) => source.read(start + offset, Math.max(0, Math.min(wanted, size - offset)), room),
    ...(file === undefined ? {} : { file: { location: file.location, start: file.start + start } }),
  };
}
