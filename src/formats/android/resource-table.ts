import { u8, u16, u32 } from './bytes.ts';
import { binaryQualifier } from './configuration.ts';
import { EMPTY_POOL, readStringPool, type StringPool } from './string-pool.ts';
import { lowerBound } from './texts.ts';

/**
 * The compiled resource table, resources.arsc (`ResTable_*` in AOSP's ResourceTypes.h; sparse, 16-bit offset and compact
 * forms as newer aapt2 writes them). Only where things stand is read here; values are looked up when asked for.
 */
export interface ResourceTable {
  readonly bytes: Buffer;
  readonly values: StringPool;
  readonly types: readonly TypeChunk[];
  readonly problems: readonly string[];
}

/** Entries of one type (`string`) in one configuration. */
export interface TypeChunk {
  /** Upper 16 bits of the ids of its resources: package and type. */
  readonly idBase: number;
  readonly typeName: string;
  readonly keys: StringPool;
  /** `de-rDE`; empty for the default configuration. */
  readonly qualifier: string;
  readonly form: 'plain' | 'sparse' | 'offset16';
  /** Offset of the table of offsets, how many there are, and of the first entry. */
  readonly offsets: number;
  readonly count: number;
  readonly entries: number;
  readonly end: number;
}

const CHUNK = { stringPool: 0x0001, table: 0x0002, package: 0x0200, type: 0x0201 } as const;
const TYPE_FLAG = { sparse: 0x01, offset16: 0x02 } as const;
const ENTRY_FLAG = { complex: 0x0001, compact: 0x0008 } as const;
const MAX_TYPE_CHUNKS = 100_000;

export function readResourceTable(bytes: Buffer): ResourceTable {
  const problems: string[] = [];
  const types: TypeChunk[] = [];
  let values: StringPool | undefined;
  for (const chunk of chunksIn(bytes, Math.max(8, u16(bytes, 2)), bytes.length, problems)) {
    if (chunk.type === CHUNK.stringPool) values ??= readStringPool(bytes, chunk.start, chunk.end);
    if (chunk.type === CHUNK.package) readPackage(bytes, chunk, types, problems);
  }
  if (values === undefined) problems.push('the resource table has no string pool');
  return { bytes, values: values ?? EMPTY_POOL, types, problems };
}

interface Chunk {
  readonly type: number;
  readonly start: number;
  readonly headerSize: number;
  readonly end: number;
}

function* chunksIn(bytes: Buffer, from: number, to: number, problems: string[]): Generator<Chunk, void, undefined> {
  let start = from;
  while (start + 8 <= to) {
    const size = u32(bytes, start + 4);
    const headerSize = u16(bytes, start + 2);
    if (size < 8 || headerSize < 8) {
      problems.push('a chunk of the resource table lies about its size; what follows it was not read');
      return;
    }
    if (start + size > to) problems.push('the resource table is cut off');
    const end = Math.min(to, start + size);
    yield { type: u16(bytes, start), start, headerSize, end };
    start = end;
  }
}

function readPackage(bytes: Buffer, chunk: Chunk, types: TypeChunk[], problems: string[]): void {
  const id = u32(bytes, chunk.start + 8) & 0xff;
  const typeStrings = chunk.start + u32(bytes, chunk.start + 268);
  const keyStrings = chunk.start + u32(bytes, chunk.start + 276);
  let typeNames = EMPTY_POOL;
  let keys = EMPTY_POOL;
  for (const inner of chunksIn(bytes, chunk.start + chunk.headerSize, chunk.end, problems)) {
    if (inner.type === CHUNK.stringPool) {
      const pool = readStringPool(bytes, inner.start, inner.end);
      // The header says which is which; a tampered one does not, then their order does.
      if (inner.start === typeStrings || (typeNames === EMPTY_POOL && inner.start !== keyStrings)) typeNames = pool;
      else keys = pool;
    }
    if (inner.type !== CHUNK.type) continue;
    if (types.length >= MAX_TYPE_CHUNKS) {
      problems.push('the resource table has too many configurations; the rest was not read');
      return;
    }
    types.push(readType(bytes, inner, id, typeNames, keys));
  }
}

function readType(bytes: Buffer, chunk: Chunk, packageId: number, typeNames: StringPool, keys: StringPool): TypeChunk {
  const typeId = u8(bytes, chunk.start + 8);
  const flags = u8(bytes, chunk.start + 9);
  const form = flags & TYPE_FLAG.sparse ? 'sparse' : flags & TYPE_FLAG.offset16 ? 'offset16' : 'plain';
  const offsets = chunk.start + chunk.headerSize;
  const room = Math.floor((chunk.end - offsets) / (form === 'offset16' ? 2 : 4));
  return {
    idBase: ((packageId << 24) | (typeId << 16)) >>> 0,
    typeName: typeNames.at(typeId - 1, 256) ?? `type${typeId}`,
    keys,
    qualifier: binaryQualifier(bytes, chunk.start + 20),
    form,
    offsets,
    count: Math.max(0, Math.min(u32(bytes, chunk.start + 12), room)),
    entries: chunk.start + u32(bytes, chunk.start + 16),
    end: chunk.end,
  };
}

/** One value of a resource: a simple one has one, an array or a plural several. */
export interface ResourceValue {
  /** Res_value type: 0x03 string, 0x01 reference. */
  readonly type: number;
  readonly data: number;
  /** Which of several: the element's number, or the quantity (`other`). */
  readonly part?: string;
}

export const VALUE = { reference: 0x01, string: 0x03, dynamicReference: 0x07 } as const;

export interface ResourceEntry {
  /** Number of the resource within its type. */
  readonly number: number;
  /** Index of its name in the chunk's keys. */
  readonly key: number;
  /** Offset of the entry. */
  readonly at: number;
}

/** Every resource that the chunk has a value for. */
export function* entriesOf(bytes: Buffer, chunk: TypeChunk): Generator<ResourceEntry, void, undefined> {
  for (let slot = 0; slot < chunk.count; slot += 1) {
    const entry = entryInSlot(bytes, chunk, slot);
    if (entry !== undefined) yield entry;
  }
}

/** The resource of that number in the chunk, if it has a value there. */
export function entryNumbered(bytes: Buffer, chunk: TypeChunk, number: number): ResourceEntry | undefined {
  if (chunk.form !== 'sparse') return number < chunk.count ? entryInSlot(bytes, chunk, number) : undefined;
  const slot = lowerBound(chunk.count, (index) => u16(bytes, chunk.offsets + 4 * index) >= number);
  const entry = entryInSlot(bytes, chunk, slot);
  return entry?.number === number ? entry : undefined;
}

function entryInSlot(bytes: Buffer, chunk: TypeChunk, slot: number): ResourceEntry | undefined {
  if (slot >= chunk.count) return undefined;
  const { number, offset } = slotAt(bytes, chunk, slot);
  if (offset === undefined) return undefined;
  const at = chunk.entries + offset;
  if (at + 8 > chunk.end) return undefined;
  const compact = (u16(bytes, at + 2) & ENTRY_FLAG.compact) !== 0;
  return { number, at, key: compact ? u16(bytes, at) : u32(bytes, at + 4) };
}

function slotAt(bytes: Buffer, chunk: TypeChunk, slot: number): { number: number; offset: number | undefined } {
  if (chunk.form === 'sparse') {
    const at = chunk.offsets + 4 * slot;
    return { number: u16(bytes, at), offset: 4 * u16(bytes, at + 2) };
  }
  if (chunk.form === 'offset16') {
    const offset = u16(bytes, chunk.offsets + 2 * slot);
    return { number: slot, offset: offset === 0xffff ? undefined : 4 * offset };
  }
  const offset = u32(bytes, chunk.offsets + 4 * slot);
  return { number: slot, offset: offset === 0xffffffff ? undefined : offset };
}

/** Names of a plural's quantities (`Res_MAKEINTERNAL` in ResourceTypes.h). */
const QUANTITIES: ReadonlyMap<number, string> = new Map([
  [0x01000004, 'other'],
  [0x01000005, 'zero'],
  [0x01000006, 'one'],
  [0x01000007, 'two'],
  [0x01000008, 'few'],
  [0x01000009, 'many'],
]);

/** Values of an entry. A complex one is bounded by its chunk. */
export function* valuesOf(
  bytes: Buffer,
  chunk: TypeChunk,
  entry: ResourceEntry,
): Generator<ResourceValue, void, undefined> {
  const { at } = entry;
  const flags = u16(bytes, at + 2);
  if (flags & ENTRY_FLAG.compact) {
    yield { type: flags >>> 8, data: u32(bytes, at + 4) };
    return;
  }
  const size = u16(bytes, at);
  if ((flags & ENTRY_FLAG.complex) === 0) {
    yield { type: u8(bytes, at + size + 3), data: u32(bytes, at + size + 4) };
    return;
  }
  const first = at + Math.max(16, size);
  const count = Math.min(u32(bytes, at + 12), Math.max(0, Math.floor((chunk.end - first) / 12)));
  const quantities = chunk.typeName === 'plurals' ? QUANTITIES : undefined;
  for (let index = 0; index < count; index += 1) {
    const map = first + 12 * index;
    const part = quantities?.get(u32(bytes, map)) ?? String(index);
    yield { type: u8(bytes, map + 7), data: u32(bytes, map + 8), part };
  }
}
