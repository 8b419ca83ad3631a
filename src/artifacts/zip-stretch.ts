import { PACKED_ROOM } from './inflater/batch-sizes.ts';
import type { UnpackerOnDemand } from './inflater/unpacker.ts';
import type { Limits } from './limits.ts';
import type { Room } from './rooms.ts';
import type { ByteSource, Stretch } from './source.ts';
import { COMPRESSED_SIZE, DEFLATED, METHOD, OFFSET } from './zip-row.ts';
import { endAt, LOCAL_HEADER_SIZE, numberAt, type ZipEntry, type ZipTable } from './zip-table.ts';

/** An archive that is being read. */
export interface Archive {
  readonly source: ByteSource;
  readonly limits: Limits;
  /** Where an entry is inflated to: it stays as it is only until the next one is opened. What is inflated may be handed on. */
  readonly room: (entry: Pick<ZipEntry, 'size' | 'name'>) => Buffer;
  /** What is left of the searches for local headers that are not where they should be. */
  searches: number;
}

/** Name and extra field of a local header, at the longest. */
const HEADER_ROOM = LOCAL_HEADER_SIZE + 2 * 0xffff;

/** The stretch of the archive in which a batch lies, or the beginning of a large entry; where the unpacker has room for it, there. */
export async function readStretch(
  { source, limits }: Archive,
  table: ZipTable,
  batch: Uint32Array,
  unpacker: UnpackerOnDemand,
  large: Room,
): Promise<Stretch> {
  const start = numberAt(table, batch[0] as number, OFFSET);
  const last = batch.at(-1) as number;
  const lastStart = numberAt(table, last, OFFSET);
  const compressedSize = numberAt(table, last, COMPRESSED_SIZE);
  const end = Math.min(
    lastStart + compressedSize + HEADER_ROOM,
    Math.max(endAt(table, last), lastStart + HEADER_ROOM),
    source.size,
  );
  const size = compressedSize > limits.wholeBytes ? HEADER_ROOM : Math.max(0, end - start);
  if (size > PACKED_ROOM) {
    // Of what is inflated piece by piece only the beginning is wanted.
    const wanted = numberAt(table, last, METHOD) === DEFLATED ? HEADER_ROOM : size;
    return { start, bytes: await source.read(start, wanted, large(wanted)) };
  }
  const { packed } = unpacker.get();
  const bytes = await source.read(start, size, packed);
  if (bytes.buffer !== packed.buffer) packed.set(bytes);
  return { start, bytes: packed.subarray(0, bytes.length) };
}
