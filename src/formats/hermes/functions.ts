import type { HermesTable } from './table.ts';

/** Headers of functions, and the buffers that the literals of objects and arrays stand in (BytecodeFileFormat.h). */

export interface HermesFunction {
  readonly start: number;
  /** Of its instructions; tables of its switches may follow. */
  readonly end: number;
  /** Of its name in the string table. */
  readonly name: number;
  readonly frameSize: number;
}

/** Flags are the last byte of a small header in every version; the bit says that a large header takes its place. */
const OVERFLOWED = 1 << 5;

/** Undefined where it leaves the file. */
export function functionAt(bytes: Buffer, table: HermesTable, index: number): HermesFunction | undefined {
  const at = 128 + index * table.functionHeaderSize;
  const flags = bytes[at + table.functionHeaderSize - 1] ?? 0;
  const fields = table.version >= 97 ? fieldsSince98(bytes, at, flags) : fieldsUntil96(bytes, at, flags);
  if (fields === undefined) return undefined;
  const { offset, size, name, frameSize } = fields;
  if (offset < table.end || offset + size > bytes.length) return undefined;
  return { start: offset, end: offset + size, name, frameSize };
}

interface Fields {
  readonly offset: number;
  readonly size: number;
  readonly name: number;
  readonly frameSize: number;
}

function fieldsUntil96(bytes: Buffer, at: number, flags: number): Fields | undefined {
  const first = bytes.readUInt32LE(at);
  const second = bytes.readUInt32LE(at + 4);
  const third = bytes.readUInt32LE(at + 8);
  const offset = first & 0x1ff_ffff;
  if ((flags & OVERFLOWED) === 0) {
    return { offset, size: second & 0x7fff, name: second >>> 15, frameSize: third >>> 25 };
  }
  const large = (third & 0x1ff_ffff) * 65_536 + offset;
  return largeFields(bytes, large, { size: 8, name: 12, frameSize: 20 });
}

function fieldsSince98(bytes: Buffer, at: number, flags: number): Fields | undefined {
  const offset = bytes.readUInt32LE(at) & 0x1ff_ffff;
  const second = bytes.readUInt32LE(at + 4);
  const name = (second >>> 14) & 0xff;
  if ((flags & OVERFLOWED) === 0) return { offset, size: second & 0x3fff, name, frameSize: bytes[at + 8] ?? 0 };
  const large = name * 0x100_0000 + (offset & 0xff_ffff);
  return largeFields(bytes, large, { size: 12, name: 16, frameSize: 28 });
}

function largeFields(bytes: Buffer, at: number, places: Omit<Fields, 'offset'>): Fields | undefined {
  if (at + 32 > bytes.length) return undefined;
  return {
    offset: bytes.readUInt32LE(at),
    size: bytes.readUInt32LE(at + places.size),
    name: bytes.readUInt32LE(at + places.name),
    frameSize: bytes.readUInt32LE(at + places.frameSize),
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Literals {
  readonly version: number;
  readonly keys: Range;
  /** Of objects; of arrays, too, from 97 on. */
  readonly values: Range;
  readonly arrays: Range;
  /** Since 97 an object names a shape: where its keys begin, and how many there are. */
  readonly shapes: Range;
  /** Literals that are still read: a hostile file names the same ones again and again. */
  readonly budget: { left: number };
}

const NONE: Range = { start: 0, end: 0 };

/** The buffers follow the string storage, each aligned to four bytes. */
export function literalsOf(bytes: Buffer, { version, end }: HermesTable): Literals {
  // 87 put two sizes of big integers before the others, 97 joined the values and counts shapes.
  const sizes = version >= 87 ? 80 : 72;
  const sizeAt = (index: number): number => bytes.readUInt32LE(sizes + 4 * index);
  const first = rangeAfter(bytes, end, sizeAt(0));
  const second = rangeAfter(bytes, first.end, sizeAt(1));
  const budget = { left: 8 * bytes.length };
  if (version >= 97) {
    const shapes = rangeAfter(bytes, second.end, 8 * sizeAt(2));
    return { version, keys: second, values: first, arrays: first, shapes, budget };
  }
  const values = rangeAfter(bytes, second.end, sizeAt(2));
  return { version, keys: second, values, arrays: first, shapes: NONE, budget };
}

function rangeAfter(bytes: Buffer, end: number, size: number): Range {
  const start = Math.min(bytes.length, 4 * Math.ceil(end / 4));
  return { start, end: Math.min(bytes.length, start + size) };
}

/** A value that is a string, and its key, by their numbers in the string table. */
export interface Member {
  readonly key?: number;
  readonly value: number;
}

/** Where the literals of an object or array stand, and how many there are. */
export interface LiteralPlaces {
  readonly count: number;
  readonly values: Range;
  /** Absent for an array. */
  readonly keys?: Range;
}

/** More members of one literal are data, not a configuration. */
const MAX_MEMBERS = 1_024;

/** Up to 96 an object says how many members it has and where keys and values begin; since 97 it names its shape. */
export function objectPlaces(bytes: Buffer, literals: Literals, operands: readonly number[]): LiteralPlaces {
  const { version, keys, values, shapes } = literals;
  if (version < 97) {
    const [, , count = 0, atKeys = 0, atValues = 0] = operands;
    return { count, keys: from(keys, atKeys), values: from(values, atValues) };
  }
  // Those with a parent have it before the shape.
  const [shape = 0, atValues = 0] = operands.slice(operands.length > 3 ? 2 : 1);
  const at = shapes.start + 8 * shape;
  if (at + 8 > shapes.end) return { count: 0, values };
  return {
    count: bytes.readUInt32LE(at + 4),
    keys: from(keys, bytes.readUInt32LE(at)),
    values: from(values, atValues),
  };
}

export function arrayPlaces(_bytes: Buffer, { arrays }: Literals, operands: readonly number[]): LiteralPlaces {
  const [, , count = 0, at = 0] = operands;
  return { count, values: from(arrays, at) };
}

function from({ start, end }: Range, offset: number): Range {
  return { start: start + offset, end };
}

export function membersOf(
  bytes: Buffer,
  literals: Literals,
  { count, keys, values }: LiteralPlaces,
): readonly Member[] {
  const names: number[] = [];
  if (keys !== undefined) {
    eachString(bytes, literals, keys, count, (id, index) => {
      names[index] = id;
    });
  }
  const members: Member[] = [];
  eachString(bytes, literals, values, count, (value, index) => {
    const key = names[index];
    members.push(key === undefined ? { value } : { key, value });
  });
  return members;
}

/** What one literal takes, by the tag of its run (SerializedLiteralGenerator.h): null, true, false, double, strings, int32. */
const WIDTHS = [0, 0, 0, 8, 4, 2, 1, 4];
const LONG_STRING = 4;
const SHORT_STRING = 5;
/** Up to 96; after that it says `undefined` and takes no bytes. */
const BYTE_STRING = 6;

/** Runs of literals of one type: a bit for long runs, three bits of type, four or twelve of length. */
export function eachString(
  bytes: Buffer,
  { version, budget }: Literals,
  { start, end }: Range,
  count: number,
  visit: (id: number, index: number) => void,
): void {
  const wanted = Math.min(count, MAX_MEMBERS, budget.left);
  budget.left -= wanted;
  let at = start;
  let index = 0;
  while (index < wanted && at < end) {
    const tag = bytes[at] ?? 0;
    const isLong = (tag & 0x80) !== 0;
    const length = isLong ? ((tag & 0x0f) << 8) | (bytes[at + 1] ?? 0) : tag & 0x0f;
    at += isLong ? 2 : 1;
    if (length === 0) return;
    const type = (tag >>> 4) & 7;
    const width = type === BYTE_STRING && version >= 97 ? 0 : (WIDTHS[type] ?? 0);
    const stop = Math.min(wanted, index + length);
    if (at + width * (stop - index) > end) return;
    for (; index < stop; index += 1) {
      const id = stringAt(bytes, at, type, width);
      if (id !== undefined) visit(id, index);
      at += width;
    }
  }
}

function stringAt(bytes: Buffer, at: number, type: number, width: number): number | undefined {
  if (type === LONG_STRING) return bytes.readUInt32LE(at);
  if (type === SHORT_STRING) return bytes.readUInt16LE(at);
  return type === BYTE_STRING && width === 1 ? bytes[at] : undefined;
}
