/**
 * The b-trees of a SQLite database (sqlite.org/fileformat2.html): pages, cells, payloads with their overflow pages, records.
 * Every page is read once at most, so that no chain and no tree is longer than the file.
 */
export interface Database {
  readonly bytes: Buffer;
  readonly pageSize: number;
  /** Bytes of a page that hold content (section 1.3.4). */
  readonly usable: number;
  readonly encoding: 'utf8' | 'utf16le' | 'utf16be';
  /** Pages that were read, and those that do not add up. */
  readonly seen: Set<number>;
  readonly broken: Set<number>;
}

/** Stretches of the file that make up a payload, in order. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

export interface Cell {
  /** Undefined in an index and in a table without row ids. */
  readonly rowid: bigint | undefined;
  readonly parts: readonly Part[];
}

export interface Value {
  readonly type: 'null' | 'number' | 'blob' | 'text';
  /** In the payload. */
  readonly start: number;
  readonly end: number;
}

const HEADER = 100;
const MAX_COLUMNS = 2_000;
const MAX_PAYLOAD = 64 * 1024 * 1024;

const LEAF_TABLE = 0x0d;
const LEAF_INDEX = 0x0a;
const INNER_TABLE = 0x05;
const INNER_INDEX = 0x02;

/** Undefined where the header is none (section 1.3). */
export function openDatabase(bytes: Buffer): Database | undefined {
  if (bytes.length < HEADER) return undefined;
  const size = bytes.readUInt16BE(16);
  const pageSize = size === 1 ? 65_536 : size;
  const usable = pageSize - (bytes[20] ?? 0);
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0 || usable < 480) return undefined;
  const code = bytes.readUInt32BE(56);
  const encoding = code === 2 ? 'utf16le' : code === 3 ? 'utf16be' : 'utf8';
  return { bytes, pageSize, usable, encoding, seen: new Set(), broken: new Set() };
}

/** The cells that carry records below a root page, a table's in the order of its row ids. */
export function* cellsOf(database: Database, root: number): Generator<Cell, void, undefined> {
  const waiting = [root];
  for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
    if (!enter(database, page)) continue;
    const { cells, children } = pageOf(database, page, partsOf);
    yield* cells;
    waiting.push(...children.reverse());
  }
}

/** The other cells of the page that a cell begins on, as far as they stand on it whole: to look at them again reads nothing else. */
export function cellsBeside(database: Database, cell: Cell): readonly Cell[] {
  const start = cell.parts[0]?.start ?? 0;
  const page = Math.floor(start / database.pageSize) + 1;
  const again = { ...database, broken: new Set<number>() };
  return pageOf(again, page, partsOnPage).cells.filter(({ parts }) => parts[0]?.start !== start);
}

/** False for a page that is not there or was read before. */
function enter(database: Database, page: number): boolean {
  if (page < 1 || (page - 1) * database.pageSize >= database.bytes.length) {
    database.broken.add(page);
    return false;
  }
  if (database.seen.has(page)) return false;
  database.seen.add(page);
  return true;
}

/** Section 1.6: header, cell pointers, cells; the first page begins behind the header of the file. */
function pageOf(
  database: Database,
  page: number,
  partsOfCell: typeof partsOf,
): { readonly cells: readonly Cell[]; readonly children: number[] } {
  const { bytes, pageSize } = database;
  const start = (page - 1) * pageSize;
  const end = Math.min(bytes.length, start + database.usable);
  const header = start + (page === 1 ? HEADER : 0);
  const kind = bytes[header] ?? 0;
  const inner = kind === INNER_TABLE || kind === INNER_INDEX;
  if (!inner && kind !== LEAF_TABLE && kind !== LEAF_INDEX) {
    database.broken.add(page);
    return { cells: [], children: [] };
  }
  const pointers = header + (inner ? 12 : 8);
  const cells: Cell[] = [];
  const children: number[] = [];
  for (let index = 0; index < (u16(bytes, header + 3) ?? 0); index += 1) {
    const at = start + (u16(bytes, pointers + 2 * index) ?? 0);
    if (at < pointers || at + 4 > end || pointers + 2 * index + 2 > end) {
      database.broken.add(page);
      break;
    }
    if (inner) children.push(bytes.readUInt32BE(at));
    const cell =
      kind === INNER_TABLE ? undefined : cellAt(database, inner ? at + 4 : at, end, kind === LEAF_TABLE, partsOfCell);
    if (cell !== undefined) cells.push(cell);
    else if (kind !== INNER_TABLE) database.broken.add(page);
  }
  if (inner && header + 12 <= end) children.push(bytes.readUInt32BE(header + 8));
  return { cells, children };
}

/** Length of the payload, row id in a table, payload, first overflow page. */
function cellAt(
  database: Database,
  at: number,
  end: number,
  table: boolean,
  partsOfCell: typeof partsOf,
): Cell | undefined {
  const size = varint(database.bytes, at, end);
  if (size === undefined || size.value > MAX_PAYLOAD) return undefined;
  const rowid = table ? varint(database.bytes, size.next, end) : undefined;
  if (table && rowid === undefined) return undefined;
  const parts = partsOfCell(database, rowid?.next ?? size.next, end, Number(size.value), table);
  return parts === undefined ? undefined : { rowid: rowid?.value, parts };
}

/** The payload in its cell and the chain of pages with the rest (section 1.6, "overflow pages"). */
function partsOf(database: Database, at: number, end: number, size: number, table: boolean): Part[] | undefined {
  const { bytes, usable, pageSize } = database;
  const local = sizeInCell(usable, size, table);
  if (at + local > end) return undefined;
  const parts: Part[] = [{ start: at, end: at + local }];
  let left = size - local;
  let next = left > 0 ? (u32(bytes, at + local) ?? 0) : 0;
  while (left > 0) {
    if (!enter(database, next)) return undefined;
    const start = (next - 1) * pageSize;
    const taken = Math.min(left, usable - 4);
    if (start + 4 + taken > bytes.length) return undefined;
    parts.push({ start: start + 4, end: start + 4 + taken });
    left -= taken;
    next = bytes.readUInt32BE(start);
  }
  return parts;
}

/** The payload where it stands in its cell whole. */
function partsOnPage({ usable }: Database, at: number, end: number, size: number, table: boolean): Part[] | undefined {
  return at + size <= end && sizeInCell(usable, size, table) === size ? [{ start: at, end: at + size }] : undefined;
}

/** Bytes of a payload that stand in its cell (section 1.6). */
function sizeInCell(usable: number, size: number, table: boolean): number {
  const most = table ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const spill = least + ((size - least) % (usable - 4));
  return size <= most ? size : spill <= most ? spill : least;
}

export function payloadOf(database: Database, cell: Cell): Buffer {
  const [only] = cell.parts;
  if (only !== undefined && cell.parts.length === 1) return database.bytes.subarray(only.start, only.end);
  return Buffer.concat(cell.parts.map(({ start, end }) => database.bytes.subarray(start, end)));
}

/** Where in the file a byte of the payload stands. */
export function fileOffset(cell: Cell, offset: number): number {
  let left = offset;
  for (const { start, end } of cell.parts) {
    if (left < end - start) return start + left;
    left -= end - start;
  }
  return cell.parts.at(-1)?.end ?? 0;
}

/** Bytes that a serial type takes (section 2.1); blobs from 12, texts from 13. */
const SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0];

/** The columns of a record: header length, serial types, contents. Undefined where they do not add up. */
export function valuesOf(payload: Buffer): readonly Value[] | undefined {
  const header = varint(payload, 0, payload.length);
  if (header === undefined || header.value > payload.length) return undefined;
  const values: Value[] = [];
  let content = Number(header.value);
  for (let at = header.next; at < Number(header.value); ) {
    const serial = varint(payload, at, Number(header.value));
    if (serial === undefined || serial.value > 2 * MAX_PAYLOAD || values.length >= MAX_COLUMNS) return undefined;
    const type = Number(serial.value);
    const size = type < 12 ? (SIZES[type] ?? 0) : (type - 12 - (type % 2)) / 2;
    if (content + size > payload.length) return undefined;
    values.push({ type: typeOf(type), start: content, end: content + size });
    content += size;
    at = serial.next;
  }
  return values;
}

function typeOf(serial: number): Value['type'] {
  if (serial === 0) return 'null';
  if (serial < 12) return 'number';
  return serial % 2 === 0 ? 'blob' : 'text';
}

export function textOf(database: Database, payload: Buffer, value: Value): string {
  const { encoding } = database;
  if (encoding !== 'utf16be') return payload.toString(encoding, value.start, value.end);
  const size = (value.end - value.start) & ~1;
  return Buffer.from(payload.subarray(value.start, value.start + size))
    .swap16()
    .toString('utf16le');
}

/** Up to nine bytes, seven bits each but for the last, highest first. */
function varint(bytes: Buffer, at: number, end: number): { readonly value: bigint; readonly next: number } | undefined {
  let value = 0n;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined || at + index >= end) return undefined;
    if (index === 8) return { value: BigInt.asIntN(64, (value << 8n) | BigInt(byte)), next: at + 9 };
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  return undefined;
}

function u16(bytes: Buffer, at: number): number | undefined {
  return at + 2 <= bytes.length ? bytes.readUInt16BE(at) : undefined;
}

function u32(bytes: Buffer, at: number): number | undefined {
  return at + 4 <= bytes.length ? bytes.readUInt32BE(at) : undefined;
}
