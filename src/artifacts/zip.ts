import { type Limits, megabytes } from './limits.ts';
import type { ByteSource } from './source.ts';
import { decodeName } from './zip-names.ts';
import {
  CENTRAL_HEADER,
  LOCAL_HEADER,
  type OpenEntry,
  withEnds,
  type ZipEntry,
  type ZipProblem,
} from './zip-records.ts';
import { walkLocalHeaders } from './zip-walk.ts';

export interface ZipDirectory {
  /** Ascending by offset; duplicates kept. */
  readonly entries: readonly ZipEntry[];
  readonly problems: readonly ZipProblem[];
}

/** APPNOTE 4.3.12, 4.3.14–16. */
const CENTRAL_HEADER_SIZE = 46;
const END_RECORD = Buffer.from('PK\x05\x06', 'latin1');
const END_RECORD_SIZE = 22;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_SIZE = 20;
const ZIP64_END_RECORD = 0x06064b50;
const ZIP64_END_RECORD_SIZE = 56;
const ZIP64_EXTRA = 0x0001;
const ENCRYPTED = 0x0001;
const SATURATED = 0xffffffff;

/** First an end record with the longest comment there can be, then one with this much appended behind it. */
const TAILS = [END_RECORD_SIZE + 0xffff, 16 * 1024 * 1024];
/** End records that are tried, last one first: a decoy in a comment is one, a thousand of them are an attack. */
const MAX_END_RECORDS = 64;

/** True for what begins like an archive: with a local header, or empty with an end record. */
export function looksLikeZip(head: Buffer): boolean {
  if (head.length < 4) return false;
  return head.readUInt32LE(0) === LOCAL_HEADER || head.subarray(0, 4).equals(END_RECORD);
}

/**
 * Every entry of an archive, as Android and unzip would find them and where these give up, too: bytes before and behind
 * the archive, a repeated end record, wrong offsets, and without any directory by walking the local headers.
 */
export async function readDirectory(source: ByteSource, limits: Limits): Promise<ZipDirectory> {
  for (const length of TAILS) {
    const start = Math.max(0, source.size - length);
    const tail = await source.read(start, length);
    const found = await directoryFromTail(source, tail, start, limits);
    if (found) return capped(found, limits);
    if (start === 0) break;
  }
  const entries = await walkLocalHeaders(source, limits);
  if (entries.length === 0)
    return {
      entries,
      problems: [
        {
          kind: 'malformed',
          reason: 'not a ZIP archive, which every app is: was it built, downloaded or checked out whole?',
        },
      ],
    };
  const reason =
    'the central directory is missing or broken (file cut off?); entries were found by their local headers';
  return capped({ entries, problems: [{ kind: 'truncated', reason }] }, limits);
}

function capped({ entries, problems }: ZipDirectory, limits: Limits): ZipDirectory {
  if (entries.length <= limits.entries) return { entries, problems };
  const reason = `more than ${limits.entries} entries (entry count limit); the rest was not read`;
  return { entries: entries.slice(0, limits.entries), problems: [...problems, { kind: 'limit', reason }] };
}

async function directoryFromTail(
  source: ByteSource,
  tail: Buffer,
  tailStart: number,
  limits: Limits,
): Promise<ZipDirectory | undefined> {
  let at = tail.lastIndexOf(END_RECORD);
  let empty: ZipDirectory | undefined;
  for (let tried = 0; at !== -1 && tried < MAX_END_RECORDS; tried++) {
    if (at + END_RECORD_SIZE <= tail.length) {
      const directory = await directoryAt(source, tail, at, tailStart, limits);
      if (directory && directory.entries.length > 0) return directory;
      empty ??= directory;
    }
    at = at === 0 ? -1 : tail.lastIndexOf(END_RECORD, at - 1);
  }
  // An archive of nothing, unless there are local headers that the record does not speak of.
  if (!empty || source.size > 4096) return undefined;
  return empty;
}

/** Where the directory is, from an end record; undefined if none is there. */
async function directoryAt(
  source: ByteSource,
  tail: Buffer,
  at: number,
  tailStart: number,
  limits: Limits,
): Promise<ZipDirectory | undefined> {
  const record = tailStart + at;
  const zip64 = await zip64Record(source, record);
  const count = zip64?.count ?? tail.readUInt16LE(at + 10);
  const size = zip64?.size ?? tail.readUInt32LE(at + 12);
  const declared = zip64?.offset ?? tail.readUInt32LE(at + 16);
  if (count === 0 && size === 0) return { entries: [], problems: [] };
  const end = zip64?.at ?? record;
  // Where bytes were put before the archive, offsets count from the archive's own start: the directory ends at its record.
  for (const start of [declared, end - size]) {
    if (start < 0 || start >= end) continue;
    const head = await source.read(start, 4);
    if (head.length < 4 || head.readUInt32LE(0) !== CENTRAL_HEADER) continue;
    return readEntries(source, start, end, start - declared, limits);
  }
  return undefined;
}

/** APPNOTE 4.3.14: the locator stands directly before the end record. */
async function zip64Record(
  source: ByteSource,
  record: number,
): Promise<{ at: number; count: number; size: number; offset: number } | undefined> {
  if (record < ZIP64_LOCATOR_SIZE) return undefined;
  const locator = await source.read(record - ZIP64_LOCATOR_SIZE, ZIP64_LOCATOR_SIZE);
  if (locator.length < ZIP64_LOCATOR_SIZE || locator.readUInt32LE(0) !== ZIP64_LOCATOR) return undefined;
  const beforeLocator = record - ZIP64_LOCATOR_SIZE - ZIP64_END_RECORD_SIZE;
  for (const at of [Number(locator.readBigUInt64LE(8)), beforeLocator]) {
    if (at < 0 || at >= record) continue;
    const bytes = await source.read(at, ZIP64_END_RECORD_SIZE);
    if (bytes.length < ZIP64_END_RECORD_SIZE || bytes.readUInt32LE(0) !== ZIP64_END_RECORD) continue;
    return {
      at,
      count: Number(bytes.readBigUInt64LE(32)),
      size: Number(bytes.readBigUInt64LE(40)),
      offset: Number(bytes.readBigUInt64LE(48)),
    };
  }
  return undefined;
}

async function readEntries(
  source: ByteSource,
  start: number,
  end: number,
  shift: number,
  limits: Limits,
): Promise<ZipDirectory> {
  const problems: ZipProblem[] = [];
  const wanted = end - start;
  if (wanted > limits.directoryBytes) {
    problems.push({ kind: 'limit', reason: `central directory larger than ${megabytes(limits.directoryBytes)}` });
  }
  const bytes = await source.read(start, Math.min(wanted, limits.directoryBytes));
  const text = bytes.toString('latin1');
  const entries: OpenEntry[] = [];
  let at = 0;
  while (at + CENTRAL_HEADER_SIZE <= bytes.length && bytes.readUInt32LE(at) === CENTRAL_HEADER) {
    const nameEnd = at + CENTRAL_HEADER_SIZE + bytes.readUInt16LE(at + 28);
    if (nameEnd > bytes.length) break;
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    entries.push(centralEntry(bytes, text, at, nameEnd, extraEnd, shift));
    at = extraEnd + bytes.readUInt16LE(at + 32);
    // One more than allowed, so that it shows that there are too many.
    if (entries.length > limits.entries) break;
  }
  if (at < bytes.length && entries.length <= limits.entries && isEntryLost(bytes, at)) {
    problems.push({ kind: 'malformed', reason: 'the central directory is broken; the entries behind that are lost' });
  }
  return { entries: withEnds(entries, start), problems };
}

/** A signature of the directory (`PK\x05\x05`) or padding may follow the entries; another entry may not. */
function isEntryLost(bytes: Buffer, at: number): boolean {
  return bytes.indexOf('PK\x01\x02', at, 'latin1') !== -1;
}

/** `text` is `bytes` as Latin-1. */
function centralEntry(
  bytes: Buffer,
  text: string,
  at: number,
  nameEnd: number,
  extraEnd: number,
  shift: number,
): OpenEntry {
  const nameStart = at + CENTRAL_HEADER_SIZE;
  let size = bytes.readUInt32LE(at + 24);
  let compressedSize = bytes.readUInt32LE(at + 20);
  let offset = bytes.readUInt32LE(at + 42);
  if (size === SATURATED || compressedSize === SATURATED || offset === SATURATED) {
    [size, compressedSize, offset] = wideSizes(bytes.subarray(nameEnd, extraEnd), [size, compressedSize, offset]);
  }
  return {
    name: decodeName(text.slice(nameStart, nameEnd)),
    directory: bytes,
    nameStart,
    nameEnd,
    method: bytes.readUInt16LE(at + 10),
    encrypted: (bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0,
    crc32: bytes.readUInt32LE(at + 16),
    size,
    compressedSize,
    offset: Math.max(0, offset + shift),
    end: 0,
  };
}

type Sizes = readonly [size: number, compressedSize: number, offset: number];

/** The 64-bit values, in this order, of those fields that are full of ones (APPNOTE 4.5.3). */
function wideSizes(extra: Buffer, narrow: Sizes): Sizes {
  let at = 0;
  while (at + 4 <= extra.length) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === ZIP64_EXTRA) {
      const field = extra.subarray(at + 4, at + 4 + length);
      let used = 0;
      const widen = (value: number) => {
        if (value !== SATURATED || used + 8 > field.length) return value;
        used += 8;
        return Number(field.readBigUInt64LE(used - 8));
      };
      return [widen(narrow[0]), widen(narrow[1]), widen(narrow[2])];
    }
    at += 4 + length;
  }
  return narrow;
}
