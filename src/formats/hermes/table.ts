/**
 * Header, string table and where the other tables of a bundle stand. Layout: facebook/hermes,
 * include/hermes/BCGen/HBC/BytecodeFileFormat.h; the fields up to the string table are the same in every version since 57.
 */
const MAGIC = Buffer.from('c61fbc03c103191f', 'hex');
/** Form made for binary diffs: the magic inverted, string offsets stored as differences (BytecodeFormConverter.cpp). */
const DELTA_MAGIC = Buffer.from(MAGIC.map((byte) => byte ^ 0xff));

/** First bytes of either form. */
export const BEGINNINGS: readonly string[] = [MAGIC, DELTA_MAGIC].map((magic) => magic.toString('latin1', 0, 2));

export const HEADER_SIZE = 128;
const FIRST_VERSION = 57;
/** Length in a small table entry that sends the reader to the overflow table. */
const OVERFLOW = 255;
const SMALL_OFFSET_MASK = 0x7f_ffff;

export interface HermesTable {
  readonly version: number;
  readonly count: number;
  /** Absolute byte range of a string; undefined if there is none, or it leaves the storage. */
  readonly rangeOf: (id: number) => HermesString | undefined;
  readonly functionCount: number;
  readonly functionHeaderSize: number;
  readonly delta: boolean;
  /** End of the string storage; the buffers of literals follow. */
  readonly end: number;
}

export interface HermesString {
  readonly start: number;
  readonly end: number;
  readonly encoding: 'latin1' | 'utf16le';
}

interface Layout {
  readonly functionHeaderSize: number;
  readonly smallTable: number;
  readonly overflowTable: number;
  readonly overflowCount: number;
  readonly storage: number;
  readonly storageSize: number;
}

export function isHermes(head: Buffer): boolean {
  return startsWith(head, MAGIC) || startsWith(head, DELTA_MAGIC);
}

/** Asked of every entry, so it looks at one byte before it makes a view. */
function startsWith(bytes: Buffer, magic: Buffer): boolean {
  return bytes[0] === magic[0] && bytes.subarray(0, magic.length).equals(magic);
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
    if (id >= count) return undefined;
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
  return {
    version,
    count,
    rangeOf,
    functionCount: bytes.readUInt32LE(40),
    functionHeaderSize: layout.functionHeaderSize,
    delta,
    end: layout.storage + layout.storageSize,
  };
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
  return { functionHeaderSize, smallTable, overflowTable, overflowCount, storage, storageSize };
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
