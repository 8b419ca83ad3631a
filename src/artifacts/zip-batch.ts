import { MOST_ENTRIES, NAMES_ROOM, UNPACKED_ROOM } from './inflater/batch-sizes.ts';
import type { Unpacker } from './inflater/unpacker.ts';
import type { Room } from './rooms.ts';
import type { Archive, Stretch } from './zip-open.ts';
import { COMPRESSED_SIZE, NAME_END, NAME_START, OFFSET, SIZE } from './zip-row.ts';
import { entryAt, LOCAL_HEADER_SIZE, numberAt, type ZipTable } from './zip-table.ts';

/** Name and extra field of a local header, at the longest. */
const HEADER_ROOM = LOCAL_HEADER_SIZE + 2 * 0xffff;

/**
 * Cuts entries, given by their index, into batches that lie side by side in the archive and are read together. What is larger than a
 * megabyte stands alone: to read more at a time only takes memory.
 */
export function* batches(table: ZipTable, entries: Uint32Array): Generator<Uint32Array, void, undefined> {
  let first = 0;
  let left = UNPACKED_ROOM;
  for (let place = 0; place < entries.length; place++) {
    const index = entries[place] as number;
    const cost = costOf(table, index);
    if (
      place > first &&
      (cost > left || place - first === MOST_ENTRIES || isFar(table, entries[first] as number, index))
    ) {
      yield entries.subarray(first, place);
      first = place;
      left = UNPACKED_ROOM;
    }
    left -= cost;
  }
  if (first < entries.length) yield entries.subarray(first);
}

function costOf(table: ZipTable, index: number): number {
  return Math.max(numberAt(table, index, SIZE), numberAt(table, index, COMPRESSED_SIZE));
}

function isFar(table: ZipTable, first: number, index: number): boolean {
  const end = numberAt(table, index, OFFSET) + numberAt(table, index, COMPRESSED_SIZE);
  const names = numberAt(table, index, NAME_END) - numberAt(table, first, NAME_START);
  return end - numberAt(table, first, OFFSET) > UNPACKED_ROOM || names > NAMES_ROOM;
}

/** The stretch of the archive in which a batch lies; where the unpacker has room for it, there. */
export async function readStretch(
  { source, limits }: Archive,
  table: ZipTable,
  batch: Uint32Array,
  unpacker: Unpacker,
  large: Room,
): Promise<Stretch> {
  const start = numberAt(table, batch[0] as number, OFFSET);
  const last = entryAt(table, batch.at(-1) as number);
  const end = Math.min(
    last.offset + last.compressedSize + HEADER_ROOM,
    Math.max(last.end, last.offset + HEADER_ROOM),
    source.size,
  );
  const size = last.compressedSize > limits.wholeBytes ? HEADER_ROOM : Math.max(0, end - start);
  const { packed } = unpacker;
  if (size > packed.length) return { start, bytes: await source.read(start, size, large(size)) };
  const bytes = await source.read(start, size, packed);
  if (bytes.buffer !== packed.buffer) packed.set(bytes);
  return { start, bytes: packed.subarray(0, bytes.length) };
}
