import { metadataStreams, type Range, u16, u32 } from './pe.ts';

/** The tables of an assembly's metadata, as far as they tell who is called (ECMA-335 II.22 and II.24.2.6). */

const TYPE_REF = 0x01;
const TYPE_DEF = 0x02;
const METHOD = 0x06;
const MEMBER_REF = 0x0a;
const ATTRIBUTE = 0x0c;
const TYPE_SPEC = 0x1b;
const METHOD_SPEC = 0x2b;

/** Columns: `2`, `4` bytes; `S`, `G`, `B` indexes into heaps; a number a row of that table; a name one of several tables. */
const COLUMNS: Readonly<Record<number, string>> = {
  0: '2 S G G G',
  1: 'ResolutionScope S S',
  2: '4 S S TypeDefOrRef t4 t6',
  3: 't4',
  4: '2 S B',
  5: 't6',
  6: '4 2 2 S B t8',
  7: 't8',
  8: '2 2 S',
  9: 't2 TypeDefOrRef',
  10: 'MemberRefParent S B',
  11: '2 HasConstant B',
  12: 'HasCustomAttribute CustomAttributeType B',
  13: 'HasFieldMarshal B',
  14: '2 HasDeclSecurity B',
  15: '2 4 t2',
  16: '4 t4',
  17: 'B',
  18: 't2 t20',
  19: 't20',
  20: '2 S TypeDefOrRef',
  21: 't2 t23',
  22: 't23',
  23: '2 S B',
  24: '2 t6 HasSemantics',
  25: 't2 MethodDefOrRef MethodDefOrRef',
  26: 'S',
  27: 'B',
  28: '2 MemberForwarded S t26',
  29: '4 t4',
  30: '4 4',
  31: '4',
  32: '4 2 2 2 2 4 B S S',
  33: '4',
  34: '4 4 4',
  35: '2 2 2 2 4 B S S B',
  36: '4 t35',
  37: '4 4 4 t35',
  38: '4 S B',
  39: '4 4 S S Implementation',
  40: '4 4 S Implementation',
  41: 't2 t2',
  42: '2 2 TypeOrMethodDef S',
  43: 'MethodDefOrRef B',
  44: 't42 TypeDefOrRef',
};

/** Tables that an index may point into, by its tag; -1 for tags that are not used. */
const CODED: Readonly<Record<string, readonly number[]>> = {
  TypeDefOrRef: [2, 1, 27],
  HasConstant: [4, 8, 23],
  HasCustomAttribute: [6, 4, 1, 2, 8, 9, 10, 0, 14, 23, 20, 17, 26, 27, 32, 35, 38, 39, 40, 42, 44, 43],
  HasFieldMarshal: [4, 8],
  HasDeclSecurity: [2, 6, 32],
  MemberRefParent: [2, 1, 26, 6, 27],
  HasSemantics: [20, 23],
  MethodDefOrRef: [6, 10],
  MemberForwarded: [4, 6],
  Implementation: [38, 35, 39],
  CustomAttributeType: [-1, -1, 6, 10, -1],
  ResolutionScope: [0, 26, 35, 1],
  TypeOrMethodDef: [2, 6],
};

interface Table {
  readonly start: number;
  readonly rows: number;
  readonly size: number;
  /** Offset and size of each column. */
  readonly columns: readonly (readonly [offset: number, size: number, kind: string])[];
}

export interface Metadata {
  readonly bytes: Buffer;
  readonly strings: Range;
  readonly blobs: Range;
  readonly userStrings: Range;
  readonly tables: ReadonlyMap<number, Table>;
  /** Methods by token: the same ones are called again and again. */
  readonly methods: Map<number, Method | undefined>;
}

/** A method that belongs to another assembly, or is called as if it did. */
export interface Method {
  readonly type: string;
  readonly name: string;
  /** `this` included. */
  readonly pops: number;
  readonly hasThis: boolean;
  readonly returns: boolean;
}

/** Rows of one table that are believed; an index of three bytes is what a token has. */
const MAX_ROWS = 0xff_ffff;
const NONE: Range = { start: 0, end: 0 };

export function metadataOf(bytes: Buffer): Metadata | undefined {
  const streams = metadataStreams(bytes);
  const stream = streams.get('#~');
  const strings = streams.get('#Strings');
  if (stream === undefined || strings === undefined) return undefined;
  const tables = tablesOf(bytes, stream);
  const userStrings = streams.get('#US') ?? NONE;
  return tables && { bytes, strings, blobs: streams.get('#Blob') ?? NONE, userStrings, tables, methods: new Map() };
}

function tablesOf(bytes: Buffer, stream: Range): ReadonlyMap<number, Table> | undefined {
  const heaps = bytes[stream.start + 6] ?? 0;
  const counts = new Map<number, number>();
  let at = stream.start + 24;
  for (let table = 0; table < 64; table += 1) {
    const word = u32(bytes, stream.start + (table < 32 ? 8 : 12));
    if (((word >>> (table & 31)) & 1) === 0) continue;
    const rows = u32(bytes, at);
    if (COLUMNS[table] === undefined || rows > MAX_ROWS) return undefined;
    counts.set(table, rows);
    at += 4;
  }
  const tables = new Map<number, Table>();
  for (const [table, rows] of counts) {
    const columns = columnsOf(COLUMNS[table] ?? '', heaps, counts);
    const size = columns.reduce((sum, [, width]) => sum + width, 0);
    tables.set(table, { start: at, rows, size, columns });
    at += size * rows;
    if (at > stream.end) return undefined;
  }
  return tables;
}

function columnsOf(kinds: string, heaps: number, counts: ReadonlyMap<number, number>): Table['columns'] {
  let offset = 0;
  return kinds.split(' ').map((kind) => {
    const size = widthOf(kind, heaps, counts);
    offset += size;
    return [offset - size, size, kind] as const;
  });
}

function widthOf(kind: string, heaps: number, counts: ReadonlyMap<number, number>): number {
  if (kind === '2' || kind === '4') return Number(kind);
  const heap = 'SGB'.indexOf(kind);
  if (heap !== -1) return (heaps >>> heap) & 1 ? 4 : 2;
  const coded = CODED[kind];
  if (coded === undefined) return (counts.get(Number(kind.slice(1))) ?? 0) > 0xffff ? 4 : 2;
  const most = Math.max(...coded.map((table) => counts.get(table) ?? 0));
  return most > 0xffff >>> tagBits(coded) ? 4 : 2;
}

function tagBits(coded: readonly number[]): number {
  return Math.ceil(Math.log2(coded.length));
}

/** The column of a row (they count from 1), 0 where there is none. */
function cell(metadata: Metadata, table: number, row: number, column: number): number {
  const { bytes, tables } = metadata;
  const found = tables.get(table);
  const place = found?.columns[column];
  if (found === undefined || place === undefined || row < 1 || row > found.rows) return 0;
  const at = found.start + (row - 1) * found.size + place[0];
  return place[1] === 4 ? u32(bytes, at) : u16(bytes, at);
}

/** What an index with a tag points at. */
function coded(metadata: Metadata, table: number, row: number, column: number): readonly [table: number, row: number] {
  const kind = metadata.tables.get(table)?.columns[column]?.[2] ?? '';
  const tables = CODED[kind] ?? [];
  const bits = tagBits(tables);
  const value = cell(metadata, table, row, column);
  return [tables[value & ((1 << bits) - 1)] ?? -1, value >>> bits];
}

const MAX_NAME = 512;

function nameAt({ bytes, strings }: Metadata, index: number): string {
  const start = strings.start + index;
  if (index === 0 || start >= strings.end) return '';
  const high = Math.min(strings.end, start + MAX_NAME);
  const nul = bytes.subarray(start, high).indexOf(0);
  return bytes.toString('utf8', start, nul === -1 ? high : start + nul);
}

export function rowsOf(metadata: Metadata, table: 'type references' | 'methods' | 'attributes'): number {
  const id = table === 'methods' ? METHOD : table === 'attributes' ? ATTRIBUTE : TYPE_REF;
  return metadata.tables.get(id)?.rows ?? 0;
}

/** `Firebase.Firestore.FirebaseFirestore`; a type in another one has that before it, with `/`. */
export function typeReference(metadata: Metadata, row: number, depth = 0): string {
  const name = nameAt(metadata, cell(metadata, TYPE_REF, row, 1));
  const [scope, outer] = coded(metadata, TYPE_REF, row, 0);
  if (scope === TYPE_REF && depth < 8) return `${typeReference(metadata, outer, depth + 1)}/${name}`;
  const space = nameAt(metadata, cell(metadata, TYPE_REF, row, 2));
  return space === '' ? name : `${space}.${name}`;
}

export function typeDefinition(metadata: Metadata, row: number): string {
  const name = nameAt(metadata, cell(metadata, TYPE_DEF, row, 1));
  const space = nameAt(metadata, cell(metadata, TYPE_DEF, row, 2));
  return space === '' ? name : `${space}.${name}`;
}

/** The type that a method is defined in: methods of a type follow each other. */
export function typeOfMethod(metadata: Metadata, method: number): number {
  let low = 1;
  let high = metadata.tables.get(TYPE_DEF)?.rows ?? 0;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (cell(metadata, TYPE_DEF, middle, 5) <= method) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Name and relative virtual address of the body; 0 if it has none. */
export function methodDefinition(metadata: Metadata, row: number): { readonly name: string; readonly address: number } {
  return { name: nameAt(metadata, cell(metadata, METHOD, row, 3)), address: cell(metadata, METHOD, row, 0) };
}

/** What `call`, `callvirt` and `newobj` name; undefined for the assembly's own methods, which no table of names has. */
export function calledMethod(metadata: Metadata, token: number): Method | undefined {
  const { methods } = metadata;
  if (!methods.has(token)) methods.set(token, methodOfToken(metadata, token));
  return methods.get(token);
}

function methodOfToken(metadata: Metadata, token: number): Method | undefined {
  const table = token >>> 24;
  const row = token & 0xff_ffff;
  if (table === METHOD) return methodOf(metadata, '', cell(metadata, METHOD, row, 3), cell(metadata, METHOD, row, 4));
  if (table === MEMBER_REF) return memberReference(metadata, row);
  if (table !== METHOD_SPEC) return undefined;
  const [generic, of] = coded(metadata, METHOD_SPEC, row, 0);
  return calledMethod(metadata, generic * 0x100_0000 + of);
}

function memberReference(metadata: Metadata, row: number): Method | undefined {
  const type = parentType(metadata, ...coded(metadata, MEMBER_REF, row, 0));
  return methodOf(metadata, type, cell(metadata, MEMBER_REF, row, 1), cell(metadata, MEMBER_REF, row, 2));
}

const GENERIC_INSTANCE = 0x15;

/** A generic type stands in a blob: GENERICINST, CLASS or VALUETYPE, the type (II.23.2.12). */
function parentType(metadata: Metadata, table: number, row: number): string {
  if (table === TYPE_REF) return typeReference(metadata, row);
  if (table !== TYPE_SPEC) return '';
  const blob = blobAt(metadata, cell(metadata, TYPE_SPEC, row, 0));
  if (blob === undefined || metadata.bytes[blob.start] !== GENERIC_INSTANCE) return '';
  const index = compressed(metadata.bytes, blob.start + 2);
  return (index.value & 3) === 1 ? typeReference(metadata, index.value >>> 2) : '';
}

const HAS_THIS = 0x20;
const EXPLICIT_THIS = 0x40;
const GENERIC = 0x10;
const VOID = 0x01;
const MODIFIERS = [0x1f, 0x20];

/** Parameters and result out of the signature (II.23.2.1). */
function methodOf(metadata: Metadata, type: string, name: number, signature: number): Method | undefined {
  const { bytes } = metadata;
  const blob = blobAt(metadata, signature);
  if (blob === undefined) return undefined;
  const convention = bytes[blob.start] ?? 0;
  // Field references have the same table.
  if ((convention & 0x0f) > 5) return undefined;
  let at = blob.start + 1;
  if ((convention & GENERIC) !== 0) at = compressed(bytes, at).next;
  const parameters = compressed(bytes, at);
  at = parameters.next;
  while (MODIFIERS.includes(bytes[at] ?? 0) && at < blob.end) at = compressed(bytes, at + 1).next;
  const hasThis = (convention & HAS_THIS) !== 0 && (convention & EXPLICIT_THIS) === 0;
  const pops = parameters.value + (hasThis ? 1 : 0);
  return { type, name: nameAt(metadata, name), pops, hasThis, returns: bytes[at] !== VOID };
}

/** Constructor and arguments of a custom attribute. */
export function attributeAt(
  metadata: Metadata,
  row: number,
): { readonly method: Method; readonly blob: Range } | undefined {
  const [table, reference] = coded(metadata, ATTRIBUTE, row, 1);
  const method = table === MEMBER_REF ? memberReference(metadata, reference) : undefined;
  const blob = blobAt(metadata, cell(metadata, ATTRIBUTE, row, 2));
  return method === undefined || blob === undefined ? undefined : { method, blob };
}

/** The first argument of an attribute, if it is a string: a prolog, a length, UTF-8 (II.23.3). */
export function firstArgument({ bytes }: Metadata, { start, end }: Range): Range | undefined {
  if (u16(bytes, start) !== 1 || bytes[start + 2] === 0xff) return undefined;
  const length = compressed(bytes, start + 2);
  const stop = length.next + length.value;
  return stop > end ? undefined : { start: length.next, end: stop };
}

function blobAt({ bytes, blobs }: Metadata, index: number): Range | undefined {
  if (index === 0) return undefined;
  const length = compressed(bytes, blobs.start + index);
  const end = length.next + length.value;
  return end > blobs.end ? undefined : { start: length.next, end };
}

/** II.23.2: 7, 14 or 29 bits, highest first. */
export function compressed(bytes: Buffer, at: number): { readonly value: number; readonly next: number } {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return { value: lead, next: at + 1 };
  if (lead < 0xc0) return { value: ((lead & 0x3f) << 8) | (bytes[at + 1] ?? 0), next: at + 2 };
  const value = at + 4 <= bytes.length ? bytes.readUInt32BE(at) & 0x1fff_ffff : 0;
  return { value, next: at + 4 };
}
