import { MAX_TEXT_LENGTH, type Neighbour } from '../model.ts';
import { hitsWithin, runsAround } from '../shared/runs.ts';
import type { Entry, Format, Hit, Reading } from './format.ts';

/**
 * A .NET assembly. String literals stand in the #US heap: a compressed length, UTF-16LE, one flag byte (ECMA-335,
 * II.24.2.4). Constants stand in #Blob and are read as runs;
 * embedded resources become entries of their own.
 */
export const dotnetAssembly: Format = {
  id: 'dotnet-assembly',
  title: '.NET assembly',
  docs: {
    reads: 'User strings exactly, embedded resources as entries, constants around each hit.',
    locator: '#US <token>, the token that ldstr uses',
    blind: 'Strings that the program puts together; names of embedded resources.',
    source: ['https://ecma-international.org/publications-and-standards/standards/ecma-335/'],
  },
  hint: { begins: [0x4d] },
  sniff: (head) => head[0] === 0x4d && head[1] === 0x5a && head.length >= 64,
  when: 'hits',
  read,
};

const NEIGHBOUR_REACH = 64;
const NEIGHBOUR_MAX_LENGTH = 4_096;

interface Range {
  readonly start: number;
  readonly end: number;
}

interface UserString extends Range {
  /** Offset in the heap; with 0x70 on top it is the token. */
  readonly token: number;
}

function* read(entry: Entry): Generator<Reading, void, undefined> {
  const heap = userStringHeap(entry.bytes);
  const strings = heap === undefined ? [] : [...userStrings(entry.bytes, heap)];
  for (const [index, string] of strings.entries()) {
    const hits = hitsWithin(entry.hits, string.start, string.end);
    if (!hits.some((hit) => hit.encoding === 'utf16le')) continue;
    const value = entry.bytes.toString('utf16le', string.start, string.end).slice(0, MAX_TEXT_LENGTH);
    const locator = `#US 0x70${string.token.toString(16).padStart(6, '0')}`;
    const place = { ...entry.place, offset: entry.base + string.start, locator };
    yield { type: 'text', text: { value, place, around: () => neighbours(entry.bytes, strings, index) } };
  }
  const resources = resourceBlobs(entry.bytes);
  for (const [index, { start, end }] of resources.entries()) {
    if (hitsWithin(entry.hits, start, end).length === 0) continue;
    yield { type: 'entry', name: `resource ${index}`, bytes: entry.bytes.subarray(start, end) };
  }
  const read = [...(heap === undefined ? [] : [heap]), ...resources];
  for (const run of runsAround(entry.bytes, outside(entry.hits, read))) {
    const place = { ...entry.place, offset: entry.base + run.offset };
    yield { type: 'text', text: { value: run.value, place } };
  }
}

function outside(hits: readonly Hit[], ranges: readonly Range[]): readonly Hit[] {
  return hits.filter((hit) => !ranges.some(({ start, end }) => hit.offset >= start && hit.offset < end));
}

function neighbours(bytes: Buffer, strings: readonly UserString[], index: number): readonly Neighbour[] {
  const found: Neighbour[] = [];
  for (let distance = 1; distance <= NEIGHBOUR_REACH; distance += 1) {
    for (const string of [strings[index - distance], strings[index + distance]]) {
      if (string === undefined || string.end === string.start || string.end - string.start > NEIGHBOUR_MAX_LENGTH)
        continue;
      found.push({ value: bytes.toString('utf16le', string.start, string.end) });
    }
  }
  return found;
}

/** The strings of the heap; its first byte is the empty string. */
function* userStrings(bytes: Buffer, heap: Range): Generator<UserString, void, undefined> {
  let at = heap.start + 1;
  while (at < heap.end) {
    const lead = bytes[at] ?? 0;
    const width = lead < 0x80 ? 1 : lead < 0xc0 ? 2 : 4;
    if (at + width > heap.end) return;
    const length = compressedLength(bytes, at, width);
    const start = at + width;
    if (length > heap.end - start) return;
    // The last byte is the flag; a length of 0 pads the heap.
    if (length > 0) yield { start, end: start + length - 1, token: at - heap.start };
    at = start + length;
  }
}

/** ECMA-335 II.23.2: 7, 14 or 29 bits, big-endian. */
function compressedLength(bytes: Buffer, at: number, width: number): number {
  if (width === 1) return bytes[at] ?? 0;
  return width === 2 ? bytes.readUInt16BE(at) & 0x3fff : bytes.readUInt32BE(at) & 0x1fff_ffff;
}

const MAX_SECTIONS = 96;
const MAX_STREAMS = 32;
const MAX_RESOURCES = 1_000;

/** File offset of the CLI header: data directory 14 of the PE header (ECMA-335 II.25.2.3.3). */
function cliHeader(bytes: Buffer): number | undefined {
  const pe = u32(bytes, 0x3c);
  if (u32(bytes, pe) !== 0x4550) return undefined;
  const optional = pe + 24;
  const directories = optional + (u16(bytes, optional) === 0x20b ? 112 : 96);
  return fileOffset(bytes, pe, u32(bytes, directories + 14 * 8));
}

/** CLI header → metadata root → stream `#US` (ECMA-335 II.24.2.1). */
function userStringHeap(bytes: Buffer): Range | undefined {
  const cli = cliHeader(bytes);
  const root = cli === undefined ? undefined : fileOffset(bytes, u32(bytes, 0x3c), u32(bytes, cli + 8));
  if (root === undefined || u32(bytes, root) !== 0x424a_5342) return undefined;
  const version = u32(bytes, root + 12);
  if (version > 255) return undefined;
  let at = root + 20 + version;
  for (let index = 0; index < Math.min(u16(bytes, root + 18 + version), MAX_STREAMS); index += 1) {
    const start = root + u32(bytes, at);
    const end = Math.min(bytes.length, start + u32(bytes, at + 4));
    const nul = bytes.indexOf(0, at + 8);
    if (nul === -1 || nul - at > 40) return undefined;
    if (bytes.toString('latin1', at + 8, nul) === '#US') return start < end ? { start, end } : undefined;
    // Names are padded to four bytes, their NUL included.
    at += 8 + ((nul - at - 8 + 4) & ~3);
  }
  return undefined;
}

/** Embedded resources: u32 length and bytes, each aligned to 8 (ECMA-335 II.24.2 and II.25.3.3). */
function resourceBlobs(bytes: Buffer): readonly Range[] {
  const cli = cliHeader(bytes);
  const first = cli === undefined ? undefined : fileOffset(bytes, u32(bytes, 0x3c), u32(bytes, cli + 24));
  if (cli === undefined || first === undefined) return [];
  const end = Math.min(bytes.length, first + u32(bytes, cli + 28));
  const blobs: Range[] = [];
  for (let at = first; at + 4 <= end && blobs.length < MAX_RESOURCES; ) {
    const length = u32(bytes, at);
    if (length === 0 || at + 4 + length > end) break;
    blobs.push({ start: at + 4, end: at + 4 + length });
    at = first + ((at + 4 + length - first + 7) & ~7);
  }
  return blobs;
}

/** The place in the file of a relative virtual address. */
function fileOffset(bytes: Buffer, pe: number, address: number): number | undefined {
  if (address === 0) return undefined;
  const sections = pe + 24 + u16(bytes, pe + 20);
  for (let index = 0; index < Math.min(u16(bytes, pe + 6), MAX_SECTIONS); index += 1) {
    const section = sections + 40 * index;
    const start = u32(bytes, section + 12);
    const size = Math.max(u32(bytes, section + 8), u32(bytes, section + 16));
    if (address >= start && address < start + size) return address - start + u32(bytes, section + 20);
  }
  return undefined;
}

/** Beyond the end everything is zero, which no check accepts. */
function u32(bytes: Buffer, at: number): number {
  return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0;
}

function u16(bytes: Buffer, at: number): number {
  return at + 2 <= bytes.length ? bytes.readUInt16LE(at) : 0;
}
