import { MAX_NEIGHBOURS, MAX_TEXT_LENGTH, type Neighbour } from '../model.ts';
import { hitsWithin, runsAround } from '../shared/runs.ts';
import type { Entry, Format, Hit, Reading } from './format.ts';

/**
 * Hermes bytecode. Its string storage is packed and overlapping, so only the string table tells where a string starts and
 * ends. Layout: facebook/hermes, include/hermes/BCGen/HBC/BytecodeFileFormat.h; the fields used here stand at the same
 * offsets in every version since 57.
 */
const MAGIC = Buffer.from('c61fbc03c103191f', 'hex');
/** Form made for binary diffs: the magic inverted, string offsets stored as differences (BytecodeFormConverter.cpp). */
const DELTA_MAGIC = Buffer.from(MAGIC.map((byte) => byte ^ 0xff));

const HEADER_SIZE = 128;
const FIRST_VERSION = 57;
const LAST_KNOWN_VERSION = 99;
/** Length in a small table entry that sends the reader to the overflow table. */
const OVERFLOW = 255;
const SMALL_OFFSET_MASK = 0x7f_ffff;
const NEIGHBOUR_REACH = 64;
const NEIGHBOUR_MAX_LENGTH = 4_096;

export interface HermesTable {
  readonly version: number;
  readonly count: number;
  /** Absolute byte range of a string; undefined if it leaves the storage. */
  readonly rangeOf: (id: number) => HermesString | undefined;
}

interface HermesString {
  readonly start: number;
  readonly end: number;
  readonly encoding: 'latin1' | 'utf16le';
}

interface Layout {
  readonly smallTable: number;
  readonly overflowTable: number;
  readonly overflowCount: number;
  readonly storage: number;
  readonly storageSize: number;
}

export const hermes: Format = {
  id: 'hermes',
  title: 'Hermes bytecode',
  docs: {
    reads: 'Every string of the string table, exactly, in bytecode versions 57 and later, delta form included.',
    locator: 'hermes string <id>',
    blind: 'Strings that the program puts together at run time; which function uses a string.',
    source: ['https://github.com/facebook/hermes/blob/main/include/hermes/BCGen/HBC/BytecodeFileFormat.h'],
  },
  hint: { begins: [MAGIC[0] as number, DELTA_MAGIC[0] as number] },
  sniff: (head) => startsWith(head, MAGIC) || startsWith(head, DELTA_MAGIC),
  when: 'hits',
  read,
};

/** Asked of every entry, so it looks at one byte before it makes a view. */
function startsWith(bytes: Buffer, magic: Buffer): boolean {
  return bytes[0] === magic[0] && bytes.subarray(0, magic.length).equals(magic);
}

function* read(entry: Entry): Generator<Reading, void, undefined> {
  const table = hermesTable(entry.bytes);
  if (typeof table === 'string') {
    yield { type: 'problem', kind: 'unsupported', reason: `${table}; its strings were read without their borders` };
    yield* readRaw(entry);
    return;
  }
  if (table.version > LAST_KNOWN_VERSION) {
    yield {
      type: 'problem',
      kind: 'note',
      reason: `Hermes bytecode version ${table.version} is newer than ${LAST_KNOWN_VERSION}; its string table was read as before and is consistent`,
    };
  }
  for (let id = 0; id < table.count; id += 1) {
    const range = table.rangeOf(id);
    if (range === undefined || !holdsHit(entry.hits, range)) continue;
    const value = entry.bytes.toString(range.encoding, range.start, range.end);
    for (const piece of pieces(value)) {
      yield {
        type: 'text',
        text: {
          value: piece,
          place: { ...entry.place, offset: entry.base + range.start, locator: `hermes string ${id}` },
          around: () => neighbours(entry.bytes, table, id),
        },
      };
    }
  }
}

/** A string longer than a text may be comes in overlapping pieces. */
function* pieces(value: string): Generator<string, void, undefined> {
  if (value.length <= MAX_TEXT_LENGTH) {
    yield value;
    return;
  }
  const overlap = 2_048;
  for (let at = 0; at < value.length; at += MAX_TEXT_LENGTH - overlap) yield value.slice(at, at + MAX_TEXT_LENGTH);
}

function* readRaw(entry: Entry): Generator<Reading, void, undefined> {
  for (const run of runsAround(entry.bytes, entry.hits)) {
    const place = { ...entry.place, offset: entry.base + run.offset, locator: 'hermes storage' };
    yield { type: 'text', text: { value: run.value, place } };
  }
}

function holdsHit(hits: readonly Hit[], range: HermesString): boolean {
  if (range.end - range.start < 4) return false;
  return hitsWithin(hits, range.start, range.end).some((hit) => hit.encoding === range.encoding);
}

function neighbours(bytes: Buffer, table: HermesTable, id: number): readonly Neighbour[] {
  const found: Neighbour[] = [];
  for (let distance = 1; distance <= NEIGHBOUR_REACH && found.length < MAX_NEIGHBOURS; distance += 1) {
    for (const at of [-distance, distance]) {
      const near = id + at;
      const range = near >= 0 && near < table.count ? table.rangeOf(near) : undefined;
      if (range === undefined || range.end - range.start > NEIGHBOUR_MAX_LENGTH || range.end === range.start) continue;
      found.push({ value: bytes.toString(range.encoding, range.start, range.end), at });
    }
  }
  return found;
}

/** The string table, or why there is none. */
export function hermesTable(bytes: Buffer): HermesTable | string {
  if (bytes.length < HEADER_SIZE) return 'Hermes bytecode is shorter than its header';
  const version = bytes.readUInt32LE(8);
  if (version < FIRST_VERSION) return `Hermes bytecode version ${version} is older than ${FIRST_VERSION}`;
  const count = bytes.readUInt32LE(52);
  const layout = layoutOf(bytes, version);
  if (layout === undefined) return `Hermes bytecode version ${version} has a layout that does not add up`;
  const delta = startsWith(bytes, DELTA_MAGIC);
  const small = delta ? summed(bytes, layout.smallTable, count) : undefined;
  const overflow = delta ? summedOverflow(bytes, layout) : undefined;
  const rangeOf = (id: number): HermesString | undefined => {
    const entry = bytes.readUInt32LE(layout.smallTable + 4 * id);
    const wide = (entry & 1) === 1;
    let offset = small?.[id] ?? (entry >>> 1) & SMALL_OFFSET_MASK;
    let length = entry >>> 24;
    if (length === OVERFLOW) {
      const index = offset;
      if (index >= layout.overflowCount) return undefined;
      const at = layout.overflowTable + 8 * index;
      offset = overflow?.[index] ?? bytes.readUInt32LE(at);
      length = bytes.readUInt32LE(at + 4);
    }
    const size = wide ? 2 * length : length;
    if (offset + size > layout.storageSize) return undefined;
    const start = layout.storage + offset;
    return { start, end: start + size, encoding: wide ? 'utf16le' : 'latin1' };
  };
  return { version, count, rangeOf };
}

/** Small function headers take 16 bytes up to version 96 and 12 from 97; the kinds of all strings tell which it is. */
function layoutOf(bytes: Buffer, version: number): Layout | undefined {
  const sizes = version >= 97 ? [12, 16] : [16, 12];
  for (const size of sizes) {
    const layout = layoutWith(bytes, size);
    if (layout !== undefined) return layout;
  }
  return undefined;
}

function layoutWith(bytes: Buffer, functionHeaderSize: number): Layout | undefined {
  const functionCount = bytes.readUInt32LE(40);
  const kindCount = bytes.readUInt32LE(44);
  const identifierCount = bytes.readUInt32LE(48);
  const stringCount = bytes.readUInt32LE(52);
  const overflowCount = bytes.readUInt32LE(56);
  const storageSize = bytes.readUInt32LE(60);
  const kinds = HEADER_SIZE + functionCount * functionHeaderSize;
  const smallTable = kinds + 4 * kindCount + 4 * identifierCount;
  const overflowTable = smallTable + 4 * stringCount;
  const storage = overflowTable + 8 * overflowCount;
  if (storage + storageSize > bytes.length) return undefined;
  if (!kindsAddUp(bytes, kinds, kindCount, stringCount)) return undefined;
  return { smallTable, overflowTable, overflowCount, storage, storageSize };
}

/** Kinds are run lengths; the top bit, before November 2019 the top two, tell the kind. */
function kindsAddUp(bytes: Buffer, at: number, kindCount: number, stringCount: number): boolean {
  let oneBit = 0;
  let twoBits = 0;
  for (let index = 0; index < kindCount; index += 1) {
    const kind = bytes.readUInt32LE(at + 4 * index);
    oneBit += kind & 0x7fff_ffff;
    twoBits += kind & 0x3fff_ffff;
  }
  return oneBit === stringCount || twoBits === stringCount;
}

/** Running sums of the 23-bit offsets of a delta form. */
function summed(bytes: Buffer, at: number, count: number): Uint32Array {
  const offsets = new Uint32Array(count);
  let current = 0;
  for (let id = 0; id < count; id += 1) {
    current = (current + ((bytes.readUInt32LE(at + 4 * id) >>> 1) & SMALL_OFFSET_MASK)) & SMALL_OFFSET_MASK;
    offsets[id] = current;
  }
  return offsets;
}

function summedOverflow(bytes: Buffer, layout: Layout): Uint32Array {
  const offsets = new Uint32Array(layout.overflowCount);
  let current = 0;
  for (let index = 0; index < layout.overflowCount; index += 1) {
    current = (current + bytes.readUInt32LE(layout.overflowTable + 8 * index)) >>> 0;
    offsets[index] = current;
  }
  return offsets;
}
