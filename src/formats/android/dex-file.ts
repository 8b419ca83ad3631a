import { wordsAt } from '../words.ts';
import { type Cursor, u16, u32, uleb } from './bytes.ts';
import { decodeMutf8 } from './mutf8.ts';
import { lowerBound, type Range } from './texts.ts';

/**
 * The tables of one dex file (source.android.com/docs/core/runtime/dex-format). From version 041 a file can hold several,
 * each with its own header; all offsets count from the start of the file.
 */
export interface DexFile {
  readonly bytes: Buffer;
  readonly version: number;
  readonly strings: Table;
  readonly types: Table;
  readonly protos: Table;
  readonly fields: Table;
  readonly methods: Table;
  readonly classes: Table;
  /** The words of the strings' offsets and of the class definitions: each is asked for, in files of many megabytes. */
  readonly stringWords: Uint32Array;
  readonly classWords: Uint32Array;
  /** It ends before its own size says, or a table claims more than there is room for. */
  readonly cut: boolean;
  /** Offset of the NUL that ends a string which begins there; the end of the file if there is none. */
  readonly endOf: (start: number) => number;
}

export interface Table {
  readonly start: number;
  readonly count: number;
}

export type DexHeaders =
  | { readonly files: readonly DexFile[] }
  | { readonly refused: 'unsupported' | 'malformed' | 'encrypted'; readonly reason: string };

const HEADER_SIZE = 0x70;
const CONTAINER_HEADER_SIZE = 0x78;
const LITTLE_ENDIAN = 0x12345678;
const MAX_DEX_FILES = 256;
const CLASS_WORDS = 8;
/** Index that means "none". */
export const NO_INDEX = 0xffffffff;

export function readDexHeaders(bytes: Buffer): DexHeaders {
  const magic = bytes.toString('latin1', 0, 4);
  if (magic === 'cdex' || magic === 'vdex' || magic === 'dey\n') {
    return {
      refused: 'unsupported',
      reason: 'dex compiled for one device (cdex, vdex, odex) is read as raw text only',
    };
  }
  if (!/^dex\n0\d\d\0$/.test(bytes.toString('latin1', 0, 8))) {
    return looksEncrypted(bytes)
      ? { refused: 'encrypted', reason: 'the dex file is encrypted or packed; scan the build before it is packed' }
      : { refused: 'malformed', reason: 'the dex file has no dex header, so its strings cannot be read' };
  }
  if (u32(bytes, 40) !== LITTLE_ENDIAN) return { refused: 'unsupported', reason: 'dex of unknown byte order' };
  const files: DexFile[] = [];
  let at = 0;
  while (at + HEADER_SIZE <= bytes.length && files.length < MAX_DEX_FILES) {
    if (bytes.toString('latin1', at, at + 4) !== 'dex\n') break;
    files.push(readTables(bytes, at));
    const size = u32(bytes, at + 32);
    if (u32(bytes, at + 36) < CONTAINER_HEADER_SIZE || size < CONTAINER_HEADER_SIZE) break;
    at += size;
  }
  return files.length > 0 ? { files } : { refused: 'malformed', reason: 'the dex file ends inside its header' };
}

function readTables(bytes: Buffer, header: number): DexFile {
  let cut = header + u32(bytes, header + 32) > bytes.length;
  const table = (at: number, itemSize: number): Table => {
    const start = u32(bytes, header + at + 4);
    const room = Math.max(0, Math.floor((bytes.length - start) / itemSize));
    const count = u32(bytes, header + at);
    cut ||= count > room;
    return { start, count: Math.min(count, room) };
  };
  const tables = {
    strings: table(56, 4),
    types: table(64, 4),
    protos: table(72, 12),
    fields: table(80, 8),
    methods: table(88, 8),
    classes: table(96, 4 * CLASS_WORDS),
  };
  const version = Number(bytes.toString('latin1', header + 4, header + 7));
  const { strings, classes } = tables;
  const stringWords = wordsAt(bytes, strings.start, strings.count);
  const classWords = wordsAt(bytes, classes.start, CLASS_WORDS * classes.count);
  return { bytes, version, ...tables, stringWords, classWords, cut, endOf: endFinder(bytes) };
}

/** Remembers the last stretch without a NUL, so that many strings that share one huge end do not each look for it. */
function endFinder(bytes: Buffer): (start: number) => number {
  let from = 0;
  let end = -1;
  return (start) => {
    if (start < from || start > end) {
      const nul = bytes.indexOf(0, start);
      from = start;
      end = nul === -1 ? bytes.length : nul;
    }
    return end;
  };
}

/** Bits per byte above which 4 KiB or more are noise: encrypted or compressed. */
const NOISE = 7.8;

function looksEncrypted(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 65_536);
  if (sample.length < 4096) return false;
  const counts = new Uint32Array(256);
  for (const byte of sample) counts[byte] = (counts[byte] ?? 0) + 1;
  let entropy = 0;
  for (const count of counts) if (count > 0) entropy -= (count / sample.length) * Math.log2(count / sample.length);
  return entropy > NOISE;
}

/** Where the characters of a string begin and end in the file; undefined if there is no such string. */
export function stringRange(dex: DexFile, index: number): Range | undefined {
  if (index >= dex.strings.count) return undefined;
  // string_data_item: its length in UTF-16 units, which a hostile file may choose at will, then its characters.
  const data = dex.stringWords[index] ?? 0;
  if (data >= dex.bytes.length) return undefined;
  const cursor: Cursor = { bytes: dex.bytes, at: data };
  uleb(cursor);
  return { start: cursor.at, end: dex.endOf(cursor.at) };
}

/** The string, or the part of it in its first `bytes` bytes. */
export function stringAt(dex: DexFile, index: number, bytes: number = dex.bytes.length): string | undefined {
  const range = stringRange(dex, index);
  if (range === undefined) return undefined;
  return decodeMutf8(dex.bytes, range.start, Math.min(range.end, range.start + bytes));
}

/** Bytes of a class's or member's name that are read; no compiler writes longer ones. */
const MAX_NAME = 4096;

/** Descriptor of a type: `Lcom/acme/Api;`. */
export function typeAt(dex: DexFile, index: number): string {
  if (index >= dex.types.count) return '';
  return stringAt(dex, u32(dex.bytes, dex.types.start + 4 * index), MAX_NAME) ?? '';
}

export function fieldNameAt(dex: DexFile, index: number): string {
  if (index >= dex.fields.count) return '';
  return stringAt(dex, u32(dex.bytes, dex.fields.start + 8 * index + 4), MAX_NAME) ?? '';
}

export function methodNameAt(dex: DexFile, index: number): string {
  if (index >= dex.methods.count) return '';
  return stringAt(dex, u32(dex.bytes, dex.methods.start + 8 * index + 4), MAX_NAME) ?? '';
}

/** Index in the name pool of a field's name, so that names can be asked for once. */
export function fieldNameIndex(dex: DexFile, index: number): number {
  return index < dex.fields.count ? u32(dex.bytes, dex.fields.start + 8 * index + 4) : NO_INDEX;
}

export interface ClassDef {
  readonly type: number;
  readonly annotations: number;
  readonly data: number;
  readonly staticValues: number;
}

export function classAt(dex: DexFile, index: number): ClassDef {
  const words = dex.classWords;
  const at = CLASS_WORDS * index;
  return {
    type: (words[at] ?? 0) & 0xffff,
    annotations: words[at + 5] ?? 0,
    data: words[at + 6] ?? 0,
    staticValues: words[at + 7] ?? 0,
  };
}

/** Index of the string that names a class's source file, often NO_INDEX: in a ClassDef that would be the one large number. */
export function sourceFileAt(dex: DexFile, index: number): number {
  return dex.classWords[CLASS_WORDS * index + 4] ?? NO_INDEX;
}

/** `Lcom/acme/Api;` to `com.acme.Api`. */
export function dottedName(descriptor: string): string {
  return descriptor.replace(/^L/, '').replace(/;$/, '').replaceAll('/', '.');
}

/** Index of the first string that is not less than `prefix`, which is ASCII: dex sorts its strings by UTF-16 units. */
export function firstStringFrom(dex: DexFile, prefix: string): number {
  return lowerBound(dex.strings.count, (index) => !isBelow(dex, index, prefix));
}

/** Compares byte by byte: to decode each string that is looked at would take longer than to look. */
function isBelow({ bytes, stringWords }: DexFile, index: number, ascii: string): boolean {
  const cursor: Cursor = { bytes, at: stringWords[index] ?? 0 };
  uleb(cursor);
  for (let place = 0; place < ascii.length; place++) {
    const byte = bytes[cursor.at + place] ?? 0;
    const sought = ascii.charCodeAt(place);
    // A string ends with 0; the character NUL is C0 80, which is less than any other, too.
    if (byte !== sought) return byte < sought || (byte === 0xc0 && bytes[cursor.at + place + 1] === 0x80);
  }
  return false;
}

/** Index of the type with a descriptor; NO_INDEX if the file does not name it. Types are sorted by their strings. */
export function typeNamed(dex: DexFile, descriptor: string): number {
  const string = stringNamed(dex, descriptor);
  if (string === NO_INDEX) return NO_INDEX;
  const at = (index: number): number => u32(dex.bytes, dex.types.start + 4 * index);
  const found = lowerBound(dex.types.count, (index) => at(index) >= string);
  return found < dex.types.count && at(found) === string ? found : NO_INDEX;
}

export function stringNamed(dex: DexFile, value: string): number {
  const found = firstStringFrom(dex, value);
  return stringAt(dex, found, MAX_NAME) === value ? found : NO_INDEX;
}

/** Indexes of the methods of a type that have a name. Methods are sorted by their classes. */
export function* methodsNamed(dex: DexFile, type: number, name: string): Generator<number, void, undefined> {
  const classOf = (index: number): number => u16(dex.bytes, dex.methods.start + 8 * index);
  const first = lowerBound(dex.methods.count, (index) => classOf(index) >= type);
  for (let index = first; index < dex.methods.count && classOf(index) === type; index += 1) {
    if (methodNameAt(dex, index) === name) yield index;
  }
}

const MAX_PARAMETERS = 256;

/** Descriptors of a method's parameters. */
export function parametersAt(dex: DexFile, method: number): readonly string[] {
  const proto = u16(dex.bytes, dex.methods.start + 8 * method + 2);
  if (method >= dex.methods.count || proto >= dex.protos.count) return [];
  const list = u32(dex.bytes, dex.protos.start + 12 * proto + 8);
  if (list === 0) return [];
  const count = Math.min(u32(dex.bytes, list), MAX_PARAMETERS);
  return Array.from({ length: count }, (_, index) => typeAt(dex, u16(dex.bytes, list + 4 + 2 * index)));
}
