import { readHeaders } from './directory/headers.ts';
import type { Limits } from './limits.ts';
import type { ByteSource } from './source.ts';
import { COMPRESSED_SIZE, DEFLATED, METHOD, OFFSET, ROW, SIZE } from './zip-row.ts';
import { CENTRAL_HEADER, CENTRAL_HEADER_SIZE, LOCAL_HEADER, LOCAL_HEADER_SIZE, type ZipTable } from './zip-table.ts';

const SIGNATURE = Buffer.from('PK\x03\x04', 'latin1');
const WINDOW = 1024 * 1024;
/** Bytes that a header with its name may take; so much of one window is looked at again with the next. */
const LONGEST_HEADER = LOCAL_HEADER_SIZE + 0xffff;
const SIZES_FOLLOW = 0x0008;
const SATURATED = 0xffffffff;

interface Walked {
  readonly offset: number;
  /** What the directory would say of it. */
  readonly header: Buffer;
  /** Bytes of data that can be passed over. */
  readonly known: number;
}

/**
 * The entries of an archive without a directory, one local header after the other. Where a header does not tell the
 * size (bit 3: it follows the data), the entry reaches to the next header; the inflater ends by itself before that.
 */
export async function walkLocalHeaders(source: ByteSource, limits: Limits): Promise<ZipTable> {
  const entries: Walked[] = [];
  let position = 0;
  let directoryStart = source.size;
  while (position < source.size && entries.length <= limits.entries) {
    const window = await source.read(position, WINDOW + LONGEST_HEADER);
    if (window.length < LOCAL_HEADER_SIZE) break;
    const at = window.indexOf(SIGNATURE);
    if (at === -1 || at >= WINDOW) {
      position += Math.min(WINDOW, window.length);
      continue;
    }
    const entry = localEntry(window, at, position);
    if (entry) entries.push(entry);
    position += at + (entry ? headerLength(window, at) + entry.known : SIGNATURE.length);
    const next = await source.read(position, 4);
    if (next.length === 4 && next.readUInt32LE(0) === CENTRAL_HEADER) {
      directoryStart = position;
      break;
    }
  }
  return tableOf(entries, directoryStart);
}

function headerLength(window: Buffer, at: number): number {
  return LOCAL_HEADER_SIZE + window.readUInt16LE(at + 26) + window.readUInt16LE(at + 28);
}

/** Undefined where the four bytes are there by chance. */
function localEntry(window: Buffer, at: number, base: number): Walked | undefined {
  if (at + LOCAL_HEADER_SIZE > window.length || window.readUInt32LE(at) !== LOCAL_HEADER) return undefined;
  const nameStart = at + LOCAL_HEADER_SIZE;
  const nameEnd = nameStart + window.readUInt16LE(at + 26);
  if (nameEnd > window.length || nameEnd === nameStart) return undefined;
  const compressedSize = window.readUInt32LE(at + 18);
  const areSizesKnown = (window.readUInt16LE(at + 6) & SIZES_FOLLOW) === 0 && compressedSize !== SATURATED;
  const header = Buffer.alloc(CENTRAL_HEADER_SIZE + nameEnd - nameStart);
  header.writeUInt32LE(CENTRAL_HEADER);
  // From the version on that is needed, both headers are alike up to the name's length.
  window.copy(header, 6, at + 4, at + 28);
  window.copy(header, CENTRAL_HEADER_SIZE, nameStart, nameEnd);
  return { offset: base + at, header, known: areSizesKnown ? compressedSize : 0 };
}

/** Sizes that a header left open: all there is up to the next one. */
function tableOf(entries: readonly Walked[], directoryStart: number): ZipTable {
  const names = Buffer.concat(entries.map(({ header }) => header));
  const { rows } = readHeaders(names, 0, entries.length);
  for (const [index, { offset, header }] of entries.entries()) {
    const row = rows.subarray(ROW * index, ROW * (index + 1));
    row[OFFSET] = offset;
    if (row[COMPRESSED_SIZE] !== 0 && row[COMPRESSED_SIZE] !== SATURATED) continue;
    const end = entries[index + 1]?.offset ?? directoryStart;
    const room = Math.max(0, end - offset - LOCAL_HEADER_SIZE - (header.length - CENTRAL_HEADER_SIZE));
    row[COMPRESSED_SIZE] = room;
    if (row[METHOD] !== DEFLATED) row[SIZE] = room;
  }
  return { rows, count: entries.length, names, end: directoryStart };
}
