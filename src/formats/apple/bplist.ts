import { MAX_DEPTH, MAX_NODES, type PlistMember, type PlistNode, type PlistReading } from './plist-node.ts';

/**
 * Binary property lists, version `00`, as CoreFoundation writes them (CFBinaryPList.c): objects, an offset table, and a
 * trailer of 32 bytes at the end of the file.
 */

const MAGIC = 'bplist';
const TRAILER_LENGTH = 32;
/** Objects that hold no text: null and fill bytes, reals, dates, references of keyed archives. */
const SCALARS: ReadonlySet<number> = new Set([0x0, 0x2, 0x3, 0x8]);
const OTHER: PlistNode = { type: 'other' };

interface Table {
  readonly bytes: Buffer;
  readonly objects: number;
  readonly offsetSize: number;
  readonly refSize: number;
  readonly start: number;
  readonly top: number;
}

/** What one reading may still spend: hostile tables point many objects at the same bytes. */
interface Budget {
  nodes: number;
  bytes: number;
  /** The limit that was met; nothing more is read. */
  reason?: string;
  /** An object that cannot be what its marker says; the others are read. */
  damage?: string;
}

export function isBinaryPlist(head: Buffer): boolean {
  return head.length >= 8 && head[0] === 0x62 && head.toString('latin1', 0, MAGIC.length) === MAGIC;
}

export function readBinaryPlist(bytes: Buffer): PlistReading {
  const table = tableOf(bytes);
  if (table === undefined) {
    return { root: OTHER, problem: { kind: 'truncated', reason: 'binary property list without a valid trailer' } };
  }
  const budget: Budget = { nodes: MAX_NODES, bytes: 4 * bytes.length };
  const root = objectAt(table, table.top, 0, new Map(), budget);
  if (budget.reason !== undefined) return { root, problem: { kind: 'limit', reason: budget.reason } };
  if (budget.damage !== undefined) return { root, problem: { kind: 'malformed', reason: budget.damage } };
  return { root };
}

function tableOf(bytes: Buffer): Table | undefined {
  const trailer = bytes.length - TRAILER_LENGTH;
  if (trailer < 8) return undefined;
  const table: Table = {
    bytes,
    offsetSize: bytes.readUInt8(trailer + 6),
    refSize: bytes.readUInt8(trailer + 7),
    objects: wideAt(bytes, trailer + 8),
    top: wideAt(bytes, trailer + 16),
    start: wideAt(bytes, trailer + 24),
  };
  const sizes = [table.offsetSize, table.refSize];
  if (sizes.some((size) => size < 1 || size > 8) || table.top >= table.objects) return undefined;
  return table.start + table.objects * table.offsetSize <= trailer ? table : undefined;
}

function wideAt(bytes: Buffer, at: number): number {
  return bytes.readUInt32BE(at) * 0x1_0000_0000 + bytes.readUInt32BE(at + 4);
}

/** Unsigned big-endian integer of 1 to 8 bytes, or undefined beyond the end. */
function unsignedAt(bytes: Buffer, at: number, size: number): number | undefined {
  if (at < 0 || at + size > bytes.length) return undefined;
  if (size <= 6) return bytes.readUIntBE(at, size);
  return bytes.readUIntBE(at, size - 6) * 2 ** 48 + bytes.readUIntBE(at + size - 6, 6);
}

type Seen = Map<number, PlistNode>;

function objectAt(table: Table, index: number, depth: number, seen: Seen, budget: Budget): PlistNode {
  if (budget.reason !== undefined) return OTHER;
  if (index >= table.objects) return damaged(budget);
  if (depth > MAX_DEPTH) return spent(budget, `nested deeper than ${MAX_DEPTH}`);
  const offset = unsignedAt(table.bytes, table.start + index * table.offsetSize, table.offsetSize);
  if (offset === undefined || offset >= table.bytes.length) return damaged(budget);
  const known = seen.get(offset);
  if (known !== undefined) return known;
  // A container that holds itself meets this and ends there.
  seen.set(offset, OTHER);
  const node = decodeObject(table, offset, depth, seen, budget);
  seen.set(offset, node);
  return node;
}

function spent(budget: Budget, reason: string): PlistNode {
  budget.reason ??= reason;
  return OTHER;
}

function damaged(budget: Budget): PlistNode {
  budget.damage ??= 'binary property list with damaged objects; what they held was not read';
  return OTHER;
}

function decodeObject(table: Table, offset: number, depth: number, seen: Seen, budget: Budget): PlistNode {
  const { bytes } = table;
  const marker = bytes.readUInt8(offset);
  const kind = marker >> 4;
  if (marker === 0x08 || marker === 0x09) return { type: 'text', value: String(marker === 0x09), offset };
  if (kind === 0x1) {
    const power = marker & 0x0f;
    const value = power > 3 ? undefined : unsignedAt(bytes, offset + 1, 1 << power);
    return value === undefined ? OTHER : { type: 'text', value: String(value), offset };
  }
  if (SCALARS.has(kind)) return OTHER;
  const sized = lengthAt(bytes, offset);
  if (sized === undefined) return damaged(budget);
  const { count, start } = sized;
  switch (kind) {
    case 0x4: {
      if (start + count > bytes.length) damaged(budget);
      const end = Math.min(start + count, bytes.length);
      return { type: 'data', bytes: bytes.subarray(start, end), offset: start };
    }
    case 0x5:
    case 0x7:
      return stringAt(bytes, start, count, kind === 0x5 ? 'latin1' : 'utf8', budget);
    case 0x6:
      return stringAt(bytes, start, 2 * count, 'utf16be', budget);
    case 0xa:
    case 0xb:
    case 0xc:
      return arrayAt(table, start, count, depth, seen, budget);
    case 0xd:
      return dictAt(table, start, count, depth, seen, budget);
    default:
      return damaged(budget);
  }
}

/** Count and start of what a marker announces; a count of 15 stands as an integer object of its own. */
function lengthAt(bytes: Buffer, offset: number): { count: number; start: number } | undefined {
  const low = bytes.readUInt8(offset) & 0x0f;
  if (low !== 0x0f) return { count: low, start: offset + 1 };
  const marker = unsignedAt(bytes, offset + 1, 1);
  if (marker === undefined || marker >> 4 !== 1 || (marker & 0x0f) > 3) return undefined;
  const size = 1 << (marker & 0x0f);
  const count = unsignedAt(bytes, offset + 2, size);
  return count === undefined ? undefined : { count, start: offset + 2 + size };
}

function stringAt(
  bytes: Buffer,
  start: number,
  length: number,
  encoding: 'latin1' | 'utf8' | 'utf16be',
  budget: Budget,
): PlistNode {
  if (start + length > bytes.length) return damaged(budget);
  budget.bytes -= length;
  if (budget.bytes < 0) return spent(budget, 'its strings add up to more than four times its size');
  const value =
    encoding === 'utf16be'
      ? Buffer.from(bytes.subarray(start, start + length))
          .swap16()
          .toString('utf16le')
      : bytes.toString(encoding, start, start + length);
  return { type: 'text', value, offset: start };
}

function arrayAt(table: Table, start: number, count: number, depth: number, seen: Seen, budget: Budget): PlistNode {
  const refs = refsAt(table, start, count, budget);
  return { type: 'array', items: refs.map((ref) => objectAt(table, ref, depth + 1, seen, budget)) };
}

function dictAt(table: Table, start: number, count: number, depth: number, seen: Seen, budget: Budget): PlistNode {
  const names = refsAt(table, start, count, budget);
  const values = refsAt(table, start + count * table.refSize, count, budget);
  const members: PlistMember[] = [];
  for (const [position, ref] of names.entries()) {
    const name = objectAt(table, ref, depth + 1, seen, budget);
    const value = values[position];
    if (name.type !== 'text' || value === undefined) continue;
    members.push({ name, value: objectAt(table, value, depth + 1, seen, budget) });
  }
  return { type: 'dict', members };
}

function refsAt(table: Table, start: number, count: number, budget: Budget): number[] {
  if (start + count * table.refSize > table.bytes.length) {
    damaged(budget);
    return [];
  }
  budget.nodes -= count;
  if (budget.nodes < 0) {
    spent(budget, `more than ${MAX_NODES} values`);
    return [];
  }
  const refs: number[] = [];
  for (let index = 0; index < count; index += 1) {
    refs.push(unsignedAt(table.bytes, start + index * table.refSize, table.refSize) ?? table.objects);
  }
  return refs;
}
