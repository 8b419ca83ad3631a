import { crc32 } from './crc.ts';
import { inflateFrom, inflateInto, inflateWhole, MOST_PER_BYTE } from './inflate.ts';
import { type Limits, megabytes } from './limits.ts';
import type { LargeContent } from './pieces.ts';
import { type ByteSource, type Stretch, windowSource } from './source.ts';
import { DEFLATED, STORED } from './zip-row.ts';
import type { Archive } from './zip-stretch.ts';
import { LOCAL_HEADER, LOCAL_HEADER_SIZE, type ZipEntry, type ZipProblem } from './zip-table.ts';

/** The inflated content of an entry: in memory where it is small, else what it takes to get at it. */
export type Content = { readonly type: 'whole'; readonly bytes: Buffer } | LargeContent;

export interface Opened {
  readonly entry: ZipEntry;
  readonly content: Content;
  readonly problems: readonly ZipProblem[];
  /** The content is what the directory's CRC-32 and size say. */
  readonly verified: boolean;
}

export const ENCRYPTED_REASON = 'encrypted, so it could not be read; scan the archive before it is locked';

/** WinZip AES (APPNOTE appendix E): the true method stands in an extra field, the data is always encrypted. */
const AES = 99;
/** Methods of which real archives are made (APPNOTE 4.4.5) and which zlib cannot read. */
const FOREIGN: Readonly<Record<number, string>> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'XZ',
  98: 'PPMd',
};

/** Where an entry's data lies. */
interface Located {
  readonly entry: ZipEntry;
  readonly start: number;
  /** Bytes that the directory gives it. */
  readonly length: number;
}

/** Opens an entry, which lies in the stretch if it is where the directory says. Fails only as the source does. */
export async function openEntry(archive: Archive, stretch: Stretch, entry: ZipEntry): Promise<Opened> {
  const place = locate(stretch, entry) ?? (await searchHeader(archive, entry));
  if (place === undefined) return lost(entry);
  const { source, limits } = archive;
  const bytes = isPlainDeflate(place, limits) ? await inflated(archive, stretch, place) : undefined;
  return bytes ? whole(entry, bytes, true, NONE) : openOne(source, stretch, place, limits);
}

/** The entry's content, if it is what the directory says. */
async function inflated(
  { source, room }: Archive,
  stretch: Stretch,
  { entry, start, length }: Located,
): Promise<Buffer | undefined> {
  const data = within(stretch, start, length);
  const bytes = room(entry).subarray(0, entry.size);
  const result = data ? inflateInto(data, bytes) : await inflateFrom(windowSource(source, start, length), bytes);
  if (!result?.ended || result.size !== entry.size) return undefined;
  return crc32(bytes) === entry.crc32 ? bytes : undefined;
}

const NONE: readonly ZipProblem[] = [];

function within(stretch: Stretch, start: number, length: number): Buffer | undefined {
  const from = start - stretch.start;
  if (from < 0 || from + length > stretch.bytes.length) return undefined;
  return stretch.bytes.subarray(from, from + length);
}

/** Recovery as Android analysts' tools do it: a header of the same name from 64 KiB before to 1 MiB behind. */
const SEARCH_BEFORE = 64 * 1024;
const SEARCH_BEHIND = 1024 * 1024;
export const MAX_SEARCHES = 256;

/** The data behind the local header, if that is where the directory says. */
function locate(stretch: Stretch, entry: ZipEntry): Located | undefined {
  const at = entry.offset - stretch.start;
  const start = dataStart(stretch.bytes, at, entry.offset);
  if (start === undefined) return undefined;
  if (!hasName(stretch.bytes, at + LOCAL_HEADER_SIZE, entry)) return undefined;
  return { entry, start, length: entry.compressedSize };
}

function hasName(bytes: Buffer, at: number, { rawName }: ZipEntry): boolean {
  return at + rawName.length <= bytes.length && rawName.compare(bytes, at, at + rawName.length) === 0;
}

/** Looks around for a header of the entry's name; gives the one of another name only where there is none. */
async function searchHeader(archive: Archive, entry: ZipEntry): Promise<Located | undefined> {
  const { source } = archive;
  if (archive.searches <= 0) {
    const start = dataStart(await source.read(entry.offset, LOCAL_HEADER_SIZE), 0, entry.offset);
    return start === undefined ? undefined : { entry, start, length: entry.compressedSize };
  }
  archive.searches--;
  const from = Math.max(0, Math.min(entry.offset, source.size) - SEARCH_BEFORE);
  const window = await source.read(from, SEARCH_BEFORE + SEARCH_BEHIND);
  const found = headerOf(window, entry) ?? entry.offset - from;
  const start = dataStart(window, found, from + found);
  return start === undefined ? undefined : { entry, start, length: entry.compressedSize };
}

function dataStart(bytes: Buffer, at: number, absolute: number): number | undefined {
  if (at < 0 || at + LOCAL_HEADER_SIZE > bytes.length || bytes.readUInt32LE(at) !== LOCAL_HEADER) return undefined;
  return absolute + LOCAL_HEADER_SIZE + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
}

function headerOf(window: Buffer, entry: ZipEntry): number | undefined {
  for (let at = window.indexOf('PK\x03\x04'); at !== -1; at = window.indexOf('PK\x03\x04', at + 4)) {
    if (hasName(window, at + LOCAL_HEADER_SIZE, entry)) return at;
  }
  return undefined;
}

/** A size that the data cannot reach would only ask for memory. */
function isPlainDeflate({ entry, length }: Located, limits: Limits): boolean {
  const plausible = entry.size <= limits.wholeBytes && entry.size <= length * MOST_PER_BYTE;
  return entry.method === DEFLATED && !entry.encrypted && length <= limits.wholeBytes && plausible;
}

function whole(entry: ZipEntry, bytes: Buffer, verified: boolean, problems: readonly ZipProblem[]): Opened {
  return { entry, content: { type: 'whole', bytes }, problems, verified };
}

function lost(entry: ZipEntry): Opened {
  const reason = 'its local header is not where the directory says, nor near it';
  return whole(entry, Buffer.alloc(0), false, [{ kind: 'unreadable', reason }]);
}

async function openOne(source: ByteSource, stretch: Stretch, place: Located, limits: Limits): Promise<Opened> {
  const { entry } = place;
  if (entry.method === DEFLATED) return openDeflated(source, place, limits);
  const known = entry.method === STORED || entry.compressedSize === entry.size;
  const attempt = known ? undefined : await tryDeflate(source, place, limits);
  return attempt ?? openStored(source, stretch, place, limits);
}

/** A method that nobody knows may hide deflated data, if the whole of it is one deflate stream. */
async function tryDeflate(source: ByteSource, place: Located, limits: Limits): Promise<Opened | undefined> {
  const { entry, start, length } = place;
  if (length > limits.wholeBytes) return undefined;
  const data = await source.read(start, length);
  const inflated = inflateWhole(data, limits.wholeBytes);
  if (inflated?.ended && inflated.consumed === data.length) return whole(entry, inflated.bytes, false, NONE);
  return undefined;
}

/**
 * One entry whose CRC, size or flags are not what they should be, or which is too large for memory. Inflates as far as
 * it goes, beyond the declared length, too, as long as no other entry begins.
 */
async function openDeflated(source: ByteSource, place: Located, limits: Limits): Promise<Opened> {
  const { entry, start } = place;
  const length = Math.min(Math.max(place.length, entry.end - start), source.size - start);
  const stream: Opened = {
    entry,
    content: { type: 'deflated', source: windowSource(source, start, length) },
    problems: [],
    verified: false,
  };
  const declaredLarge = entry.size > limits.wholeBytes && entry.size <= length * MOST_PER_BYTE;
  if (length > limits.wholeBytes || declaredLarge) return stream;
  const data = await source.read(start, length);
  const inflated = inflateWhole(data, limits.wholeBytes);
  if (!inflated) return stream;
  if (!inflated.ended) return unfinished(entry, inflated.bytes, data);
  const verified = inflated.bytes.length === entry.size && crc32(inflated.bytes) === entry.crc32;
  if (verified) return whole(entry, inflated.bytes, true, NONE);
  // A local header may leave both to what follows the data.
  if (entry.size === 0 && entry.crc32 === 0) return whole(entry, inflated.bytes, false, NONE);
  const reason = 'its size or CRC-32 is not the declared one; all of it was read';
  return whole(entry, inflated.bytes, false, [{ kind: 'note', reason }]);
}

function unfinished(entry: ZipEntry, inflated: Buffer, data: Buffer): Opened {
  // Where nothing comes out, the bytes themselves are searched: they may be plain.
  const bytes = inflated.length > 0 ? inflated : data;
  if (entry.encrypted) {
    return whole(entry, bytes, false, [{ kind: 'encrypted', reason: ENCRYPTED_REASON }]);
  }
  const reason = `partial: inflates to ${inflated.length} of ${entry.size} bytes, then the data is broken or cut off`;
  return whole(entry, bytes, false, [{ kind: 'truncated', reason }]);
}

/** Android reads what is not deflated as it stands, with the inflated size as its length. */
async function openStored(source: ByteSource, stretch: Stretch, place: Located, limits: Limits): Promise<Opened> {
  const { entry, start } = place;
  const room = source.size - start;
  const wanted = entry.size <= room ? entry.size : Math.min(entry.compressedSize, room);
  const problems = storedProblems(entry, wanted);
  if (wanted > limits.wholeBytes) {
    const content: Content = { type: 'stored', source: windowSource(source, start, wanted) };
    // The traditional encryption puts 12 bytes before the data (APPNOTE 6.1.3).
    const locked = entry.method === AES || (entry.encrypted && entry.compressedSize !== entry.size);
    const kept = locked ? [{ kind: 'encrypted', reason: ENCRYPTED_REASON } as const] : problems;
    return { entry, content, problems: kept, verified: false };
  }
  const bytes = within(stretch, start, wanted) ?? (await source.read(start, wanted));
  const locked = entry.encrypted && crc32(bytes) !== entry.crc32;
  if (!locked && entry.method !== AES) return whole(entry, bytes, false, problems);
  return whole(entry, bytes, false, [{ kind: 'encrypted', reason: ENCRYPTED_REASON }]);
}

function storedProblems(entry: ZipEntry, length: number): readonly ZipProblem[] {
  const foreign = FOREIGN[entry.method];
  if (foreign !== undefined && entry.compressedSize !== entry.size) {
    return [{ kind: 'unsupported', reason: `compressed with ${foreign}, which is not read` }];
  }
  if (length < entry.size && length < entry.compressedSize) {
    return [{ kind: 'truncated', reason: `partial: ${megabytes(length)} of ${megabytes(entry.size)} are in the file` }];
  }
  return [];
}
