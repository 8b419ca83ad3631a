import type { ProblemKind } from '../model.ts';
import { decodeName } from './zip-names.ts';
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
  readonly rows: Float64Array;
  /** Rows that count; what follows them only tells where the last one ends. */
  readonly count: number;
  /** The names as they are written, in the order of the rows, with other bytes between them. */
  readonly names: Buffer;
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
  /** Where the next entry or the directory begins: its data cannot reach further. */
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

export const EMPTY_TABLE: ZipTable = { rows: new Float64Array(0), count: 0, names: Buffer.alloc(0), end: 0 };

export function numberAt({ rows }: ZipTable, index: number, place: number): number {
  return rows[ROW * index + place] as number;
}

export function hasTrait(table: ZipTable, index: number, trait: number): boolean {
  return (numberAt(table, index, TRAITS) & trait) !== 0;
}

export function nameAt(table: ZipTable, index: number): string {
  const { names } = table;
  return decodeName(names.toString('latin1', numberAt(table, index, NAME_START), numberAt(table, index, NAME_END)));
}

export function namesOf(table: ZipTable): readonly string[] {
  return Array.from({ length: table.count }, (_, index) => nameAt(table, index));
}

/** Entries are made one by one, when they are needed: of most it is enough to know the numbers. */
export function entryAt(table: ZipTable, index: number): ZipEntry {
  const offset = numberAt(table, index, OFFSET);
  return {
    name: nameAt(table, index),
    rawName: table.names.subarray(numberAt(table, index, NAME_START), numberAt(table, index, NAME_END)),
    method: numberAt(table, index, METHOD),
    encrypted: hasTrait(table, index, ENCRYPTED),
    crc32: numberAt(table, index, CRC32),
    compressedSize: numberAt(table, index, COMPRESSED_SIZE),
    size: numberAt(table, index, SIZE),
    offset,
    end: Math.max(offset, Math.min(table.end, nextOffset(table.rows, offset))),
  };
}

/** The first offset behind this one. */
function nextOffset(rows: Float64Array, offset: number): number {
  let low = 0;
  let high = rows.length / ROW;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[ROW * middle + OFFSET] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return rows[ROW * low + OFFSET] ?? Number.POSITIVE_INFINITY;
}

/** The same entries in the order of the file, those of one offset as they were. */
export function inOrder(table: ZipTable): ZipTable {
  const { rows, names } = table;
  const offsetOf = (index: number) => rows[ROW * index + OFFSET] as number;
  const order = Array.from({ length: table.count }, (_, index) => index);
  order.sort((left, right) => offsetOf(left) - offsetOf(right));
  const sorted = new Float64Array(ROW * table.count);
  const sortedNames: Buffer[] = [];
  let at = 0;
  for (const [to, from] of order.entries()) {
    const name = names.subarray(numberAt(table, from, NAME_START), numberAt(table, from, NAME_END));
    sorted.set(rows.subarray(ROW * from, ROW * (from + 1)), ROW * to);
    sorted[ROW * to + NAME_START] = at;
    at += name.length;
    sorted[ROW * to + NAME_END] = at;
    sortedNames.push(name);
  }
  return { ...table, rows: sorted, names: Buffer.concat(sortedNames) };
}
