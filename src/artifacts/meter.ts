import type { FileSource } from './source.ts';

/**
 * How far the reading of an artifact has come: bytes of its files that were read, and all there are. In memory that threads
 * share, so that no message has to tell it; whoever shows it looks when it wants to.
 */
export type Meter = BigUint64Array;

const READ = 0;
const SIZE = 1;

export function createMeter(): Meter {
  return new BigUint64Array(new SharedArrayBuffer(2 * BigUint64Array.BYTES_PER_ELEMENT));
}

export function addSize(meter: Meter | undefined, bytes: number): void {
  if (meter !== undefined) Atomics.add(meter, SIZE, BigInt(bytes));
}

/** What was read more than once, as of a broken archive, is not more than all there is. */
export function stateOf(meter: Meter): { readonly read: number; readonly size: number } {
  const size = Number(Atomics.load(meter, SIZE));
  return { read: Math.min(Number(Atomics.load(meter, READ)), size), size };
}

/** Counts what is read of a file. */
export function metered(source: FileSource, meter: Meter | undefined): FileSource {
  if (meter === undefined) return source;
  // Stretches of an archive reach into each other; names are read between them.
  let last: readonly { readonly start: number; readonly end: number }[] = [];
  return {
    ...source,
    read: async (offset, length, room) => {
      const bytes = await source.read(offset, length, room);
      const end = offset + bytes.length;
      const reached = last.find((one) => offset >= one.start && offset <= one.end);
      const known = reached?.end ?? offset;
      Atomics.add(meter, READ, BigInt(Math.max(0, end - known)));
      last = [...last.filter((one) => one !== reached).slice(-1), { start: offset, end: Math.max(end, known) }];
      return bytes;
    },
  };
}
