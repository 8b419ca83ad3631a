import { type DirectoryProgram, takeDirectoryProgram } from './directory/program.ts';
import { type Limits, megabytes } from './limits.ts';
import { type ByteSource, windowSource } from './source.ts';
import {
  CENTRAL_HEADER,
  emptyTable,
  LOCAL_HEADER,
  readTable,
  type ZipDirectory,
  type ZipProblem,
} from './zip-table.ts';
import { walkLocalHeaders } from './zip-walk.ts';

/** APPNOTE 4.3.14–16. */
const END_RECORD = Buffer.from('PK\x05\x06', 'latin1');
const END_RECORD_SIZE = 22;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_SIZE = 20;
const ZIP64_END_RECORD = 0x06064b50;
const ZIP64_END_RECORD_SIZE = 56;

/** All of its signatures begin with it. */
export const BEGINNING = 'PK';

/** First an end record with the longest comment there can be, then one with this much appended behind it. */
const TAILS = [END_RECORD_SIZE + 0xffff, 16 * 1024 * 1024];
/** End records that are tried, last one first: a decoy in a comment is one, a thousand of them are an attack. */
const MAX_END_RECORDS = 64;

/** True for what begins like an archive: with a local header, or empty with an end record. */
export function looksLikeZip(head: Buffer): boolean {
  if (head.length < 4 || head[0] !== BEGINNING.charCodeAt(0)) return false;
  return head.readUInt32LE(0) === LOCAL_HEADER || head.subarray(0, 4).equals(END_RECORD);
}

/**
 * Every entry of an archive, as Android and unzip would find them and where these give up, too: bytes before and behind
 * the archive, a repeated end record, wrong offsets, and without any directory by walking the local headers. The table's program is to
 * be given back.
 */
export async function readDirectory(source: ByteSource, limits: Limits): Promise<ZipDirectory> {
  const program = takeDirectoryProgram();
  for (const length of TAILS) {
    const start = Math.max(0, source.size - length);
    const tail = await source.read(start, length);
    const found = await directoryFromTail({ source, limits, program }, tail, start);
    if (found) return capped(found, limits);
    if (start === 0) break;
  }
  const { table, problems } = await walkLocalHeaders(source, limits, program);
  if (table.count === 0)
    return {
      table,
      problems: [
        {
          kind: 'malformed',
          reason: 'not a ZIP archive, which every app is: was it built, downloaded or checked out whole?',
        },
      ],
    };
  const reason =
    'the central directory is missing or broken (file cut off?); entries were found by their local headers';
  return capped({ table, problems: [{ kind: 'truncated', reason }, ...problems] }, limits);
}

function capped({ table, problems }: ZipDirectory, limits: Limits): ZipDirectory {
  if (table.count <= limits.entries) return { table, problems };
  const reason = `more than ${limits.entries} entries (entry count limit); the rest was not read`;
  return { table: { ...table, count: limits.entries }, problems: [...problems, { kind: 'limit', reason }] };
}

interface Reading {
  readonly source: ByteSource;
  readonly limits: Limits;
  readonly program: DirectoryProgram;
}

async function directoryFromTail(reading: Reading, tail: Buffer, tailStart: number): Promise<ZipDirectory | undefined> {
  let at = tail.lastIndexOf(END_RECORD);
  let empty: ZipDirectory | undefined;
  for (let tried = 0; at !== -1 && tried < MAX_END_RECORDS; tried++) {
    if (at + END_RECORD_SIZE <= tail.length) {
      const directory = await directoryAt(reading, tail, at, tailStart);
      if (directory && directory.table.count > 0) return directory;
      empty ??= directory;
    }
    at = at === 0 ? -1 : tail.lastIndexOf(END_RECORD, at - 1);
  }
  // An archive of nothing, unless there are local headers that the record does not speak of.
  if (!empty || reading.source.size > 4096) return undefined;
  return empty;
}

/** Where the directory is, from an end record; undefined if none is there. */
async function directoryAt(
  reading: Reading,
  tail: Buffer,
  at: number,
  tailStart: number,
): Promise<ZipDirectory | undefined> {
  const { source, program } = reading;
  const record = tailStart + at;
  const zip64 = await zip64Record(source, record);
  const count = zip64?.count ?? tail.readUInt16LE(at + 10);
  const size = zip64?.size ?? tail.readUInt32LE(at + 12);
  const declared = zip64?.offset ?? tail.readUInt32LE(at + 16);
  if (count === 0 && size === 0) return { table: emptyTable(program), problems: [] };
  const end = zip64?.at ?? record;
  // Where bytes were put before the archive, offsets count from the archive's own start: the directory ends at its record.
  for (const start of [declared, end - size]) {
    if (start < 0 || start >= end) continue;
    const head = await source.read(start, 4);
    if (head.length < 4 || head.readUInt32LE(0) !== CENTRAL_HEADER) continue;
    return readEntries(reading, start, end, start - declared);
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
  { source, limits, program }: Reading,
  start: number,
  end: number,
  shift: number,
): Promise<ZipDirectory> {
  const directory = windowSource(source, start, Math.min(end - start, limits.directoryBytes));
  // One more than allowed, so that it shows that there are too many.
  const { table, read } = await readTable(directory, { shift, end: start, most: limits.entries + 1 }, program);
  const problems: ZipProblem[] = [];
  if (end - start > limits.directoryBytes) {
    const reason = `central directory larger than ${megabytes(limits.directoryBytes)}; the rest was not read`;
    problems.push({ kind: 'limit', reason });
  } else if (table.count <= limits.entries && (await isEntryLost(directory, read))) {
    problems.push({ kind: 'malformed', reason: 'the central directory is broken; the entries behind that are lost' });
  }
  return { table, problems };
}

const ENTRY = Buffer.from('PK\x01\x02', 'latin1');
const LOOKED_AT_AT_A_TIME = 1024 * 1024;

/** A signature of the directory (`PK\x05\x05`) or padding may follow the entries; another entry may not. */
async function isEntryLost(directory: ByteSource, from: number): Promise<boolean> {
  for (let at = from; at < directory.size; at += LOOKED_AT_AT_A_TIME) {
    const bytes = await directory.read(at, LOOKED_AT_AT_A_TIME + ENTRY.length - 1);
    if (bytes.includes(ENTRY)) return true;
  }
  return false;
}
