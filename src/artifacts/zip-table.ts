import type { ProblemKind } from '../model.ts';
import { readHeaders } from './directory/headers.ts';
import type { DirectoryProgram } from './directory/program.ts';
import type { ByteSource, Stretch } from './source.ts';
import { decodeName, namesInDisorder, namesInOrder, type ReadNames } from './zip-names.ts';
import {
  COMPRESSED_SIZE,
  CRC32,
  ENCRYPTED,
  METHOD,
  NAME_END,
  NAME_START,
  OFFSET,
  ROW,
  SIZE,
  TRAITS,
} from './zip-row.ts';

/** What a directory tells of its entries, ascending by offset, duplicates kept: a row of numbers for each (zip-row.ts). */
export interface ZipTable {
  /** In the memory of the program. */
  readonly rows: Float64Array;
  readonly program: DirectoryProgram;
  /** Rows that count; what follows them only tells where the last one ends. */
  readonly count: number;
  readonly readNames: ReadNames;
  /** Where the directory begins: no entry's data reaches further. */
  readonly end: number;
}

/** One entry of a table. */
export interface ZipEntry {
  readonly name: string;
  readonly rawName: Buffer;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
  /** See endAt. */
  readonly end: number;
}

export interface ZipProblem {
  readonly kind: ProblemKind;
  readonly reason: string;
}

export interface ZipDirectory {
  readonly table: ZipTable;
  readonly problems: readonly ZipProblem[];
}

/** APPNOTE 4.3.7 and 4.3.12. */
export const LOCAL_HEADER = 0x04034b50;
export const LOCAL_HEADER_SIZE = 30;
export const CENTRAL_HEADER = 0x02014b50;
export const CENTRAL_HEADER_SIZE = 46;

export function emptyTable(program: DirectoryProgram): ZipTable {
  const readNames = async () => ({ start: 0, bytes: Buffer.alloc(0) });
  return { rows: new Float64Array(0), program, count: 0, readNames, end: 0 };
}

export function numberAt({ rows }: ZipTable, index: number, place: number): number {
  return rows[ROW * index + place] as number;
}

export function hasTrait(table: ZipTable, index: number, trait: number): boolean {
  return (numberAt(table, index, TRAITS) & trait) !== 0;
}

/** The name of an entry, from those that were read with it. */
export function nameAt(table: ZipTable, index: number, names: Stretch): string {
  return decodeName(rawNameAt(table, index, names).toString('latin1'));
}

function rawNameAt(table: ZipTable, index: number, { start, bytes }: Stretch): Buffer {
  return bytes.subarray(numberAt(table, index, NAME_START) - start, numberAt(table, index, NAME_END) - start);
}

/** Bytes from the first name that is read to the last. */
const NAMES_AT_A_TIME = 256 * 1024;

/** All entries, with their names: some at a time. */
export async function* namedEntries(
  table: ZipTable,
): AsyncGenerator<{ readonly entries: Uint32Array; readonly names: Stretch }, void, undefined> {
  for (let first = 0, end = 0; first < table.count; first = end) {
    const most = numberAt(table, first, NAME_START) + NAMES_AT_A_TIME;
    end = Math.min(table.count, Math.max(first + 1, firstAbove(table, NAME_END, most)));
    const entries = new Uint32Array(end - first);
    for (let place = 0; place < entries.length; place++) entries[place] = first + place;
    yield { entries, names: await table.readNames(entries) };
  }
}

/** Entries are made one by one, when they are needed: of most it is enough to know the numbers. */
export function entryAt(table: ZipTable, index: number, names: Stretch): ZipEntry {
  const rawName = rawNameAt(table, index, names);
  return {
    name: decodeName(rawName.toString('latin1')),
    rawName,
    method: numberAt(table, index, METHOD),
    encrypted: hasTrait(table, index, ENCRYPTED),
    crc32: numberAt(table, index, CRC32),
    compressedSize: numberAt(table, index, COMPRESSED_SIZE),
    size: numberAt(table, index, SIZE),
    offset: numberAt(table, index, OFFSET),
    end: endAt(table, index),
  };
}

/** The entry to whose name a byte of the names belongs; undefined if it lies between them. */
export function entryNamedAt(table: ZipTable, position: number): number | undefined {
  const index = firstAbove(table, NAME_START, position) - 1;
  return index >= 0 && position < numberAt(table, index, NAME_END) ? index : undefined;
}

/** Where the next entry or the directory begins: an entry's data cannot reach further. */
export function endAt(table: ZipTable, index: number): number {
  const offset = numberAt(table, index, OFFSET);
  const next = table.rows[ROW * firstAbove(table, OFFSET, offset) + OFFSET] ?? Number.POSITIVE_INFINITY;
  return Math.max(offset, Math.min(table.end, next));
}

/** The first row that holds a higher number at a place where they ascend; behind all rows, if none does. */
function firstAbove({ rows }: ZipTable, place: number, number: number): number {
  let low = 0;
  let high = rows.length / ROW;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[ROW * middle + place] as number) <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a central directory tells, `shift` bytes off, which ends the entries at `end`; `most` entries, and how far it was read. */
export async function readTable(
  directory: ByteSource,
  { shift, end, most }: { readonly shift: number; readonly end: number; readonly most: number },
  program: DirectoryProgram,
): Promise<{ readonly table: ZipTable; readonly read: number }> {
  const { rows, end: read, isAscending } = await readHeaders(directory, shift, most, program);
  const readNames = isAscending ? namesInOrder(directory, rows) : sorted(directory, rows);
  return { table: { rows, program, count: rows.length / ROW, readNames, end }, read };
}

/** Puts rows in the order of the file, those of one offset as they were. Their names stay where they are, and are only counted anew. */
function sorted(directory: ByteSource, rows: Float64Array): ReadNames {
  const offsetOf = (index: number) => rows[ROW * index + OFFSET] as number;
  const order = new Uint32Array(rows.length / ROW);
  for (let index = 0; index < order.length; index++) order[index] = index;
  order.sort((left, right) => offsetOf(left) - offsetOf(right) || left - right);
  permute(rows, order);
  const places = new Float64Array(order.length);
  let at = 0;
  for (let index = 0; index < order.length; index++) {
    const start = rows[ROW * index + NAME_START] as number;
    const length = (rows[ROW * index + NAME_END] as number) - start;
    places[index] = start;
    rows[ROW * index + NAME_START] = at;
    at += length;
    rows[ROW * index + NAME_END] = at;
  }
  return namesInDisorder(directory, rows, places);
}

/** Puts each row where the order has its number, within the rows themselves; the order is used up. */
function permute(rows: Float64Array, order: Uint32Array): void {
  const held = new Float64Array(ROW);
  for (let first = 0; first < order.length; first++) {
    if (order[first] === first) continue;
    held.set(rows.subarray(ROW * first, ROW * (first + 1)));
    let to = first;
    for (let from = order[to] as number; from !== first; from = order[to] as number) {
      rows.copyWithin(ROW * to, ROW * from, ROW * (from + 1));
      order[to] = to;
      to = from;
    }
    rows.set(held, ROW * to);
    order[to] = to;
  }
}
