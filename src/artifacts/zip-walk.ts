import type { Limits } from './limits.ts';
import type { ByteSource } from './source.ts';
import { decodeName } from './zip-names.ts';
import {
  CENTRAL_HEADER,
  LOCAL_HEADER,
  LOCAL_HEADER_SIZE,
  type OpenEntry,
  withEnds,
  type ZipEntry,
} from './zip-records.ts';

const SIGNATURE = Buffer.from('PK\x03\x04', 'latin1');
const WINDOW = 1024 * 1024;
/** Bytes that a header with its name may take; so much of one window is looked at again with the next. */
const LONGEST_HEADER = LOCAL_HEADER_SIZE + 0xffff;
const SIZES_FOLLOW = 0x0008;
const ENCRYPTED = 0x0001;
const DEFLATED = 8;

/**
 * The entries of an archive without a directory, one local header after the other. Where a header does not tell the
 * size (bit 3: it follows the data), the entry reaches to the next header; the inflater ends by itself before that.
 */
export async function walkLocalHeaders(source: ByteSource, limits: Limits): Promise<readonly ZipEntry[]> {
  const entries: OpenEntry[] = [];
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
  return closed(withEnds(entries, directoryStart));
}

function headerLength(window: Buffer, at: number): number {
  return LOCAL_HEADER_SIZE + window.readUInt16LE(at + 26) + window.readUInt16LE(at + 28);
}

/** Undefined where the four bytes are there by chance. `known`: bytes of data that can be passed over. */
function localEntry(window: Buffer, at: number, base: number): (OpenEntry & { readonly known: number }) | undefined {
  if (at + LOCAL_HEADER_SIZE > window.length || window.readUInt32LE(at) !== LOCAL_HEADER) return undefined;
  const nameEnd = at + LOCAL_HEADER_SIZE + window.readUInt16LE(at + 26);
  if (nameEnd > window.length || nameEnd === at + LOCAL_HEADER_SIZE) return undefined;
  const flags = window.readUInt16LE(at + 6);
  const compressedSize = window.readUInt32LE(at + 18);
  const rawName = Buffer.from(window.subarray(at + LOCAL_HEADER_SIZE, nameEnd));
  return {
    name: decodeName(rawName.toString('latin1')),
    directory: rawName,
    nameStart: 0,
    nameEnd: rawName.length,
    method: window.readUInt16LE(at + 8),
    encrypted: (flags & ENCRYPTED) !== 0,
    crc32: window.readUInt32LE(at + 14),
    compressedSize,
    size: window.readUInt32LE(at + 22),
    offset: base + at,
    end: 0,
    known: (flags & SIZES_FOLLOW) === 0 && compressedSize !== 0xffffffff ? compressedSize : 0,
  };
}

/** Sizes that the header left open: all there is up to the next header. */
function closed(entries: readonly ZipEntry[]): ZipEntry[] {
  return entries.map((entry) => {
    if (entry.compressedSize !== 0 && entry.compressedSize !== 0xffffffff) return entry;
    const room = Math.max(0, entry.end - entry.offset - LOCAL_HEADER_SIZE - (entry.nameEnd - entry.nameStart));
    return { ...entry, compressedSize: room, size: entry.method === DEFLATED ? entry.size : room };
  });
}
