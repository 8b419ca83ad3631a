import { MAX_TEXT_LENGTH } from '../model.ts';
import { isTextByte, type Run, type Spot } from '../shared/runs.ts';

/**
 * Strings of a Dart AOT snapshot (dart-lang/sdk, runtime/vm/app_snapshot.cc and datastream.h). A string has no end mark:
 * its length stands before its characters, in one of four forms.
 */
export type DartEncoding = 'cluster' | ImageEncoding;

type ImageEncoding = 'rodata64' | 'rodata32' | 'rodata32-hash-last';

/** In bytes; `lengthAt` is counted back from the characters. */
interface ImageForm {
  readonly header: number;
  readonly lengthAt: number;
  readonly word: 4 | 8;
  readonly align: number;
}

/**
 * String objects of the read-only image: header of tags, hash and length, then the characters, zeros up to the alignment.
 * The length is a Smi, that is doubled. 32-bit snapshots had the hash behind the length until 2021.
 */
const IMAGES: Readonly<Record<ImageEncoding, ImageForm>> = {
  rodata64: { header: 16, lengthAt: 8, word: 8, align: 16 },
  rodata32: { header: 12, lengthAt: 4, word: 4, align: 8 },
  'rodata32-hash-last': { header: 12, lengthAt: 8, word: 4, align: 8 },
};

/** The forms to try, likeliest first. */
export type DartLayout = readonly DartEncoding[];

/** Bytes in which a string may lie. */
interface Bounds {
  readonly start: number;
  readonly end: number;
}

const MAGIC = Buffer.of(0xf5, 0xf5, 0xdc, 0xdc);
/** Magic, u64 length, u64 kind, 32 characters of version hash; then the features, NUL-terminated. */
const FEATURES_AT = 52;
const MAX_FEATURES = 1_024;
/** Longest string that is looked for, in bytes before a hit. */
const MAX_BEFORE = 65_536;

/** Tells whether a snapshot lies in these bytes, and by its features how strings are written there. */
export function dartLayoutOf(bytes: Buffer, bounds: Bounds): DartLayout | undefined {
  const part = bytes.subarray(bounds.start, bounds.end);
  const at = part.indexOf(MAGIC);
  if (at === -1) return undefined;
  const features = part.toString('latin1', at + FEATURES_AT, at + FEATURES_AT + MAX_FEATURES).replace(/\0.*$/s, '');
  if (/(?:^| )compressed-pointers(?: |$)/.test(features)) return ['cluster', 'rodata64'];
  return /(?:^| )(?:arm64|x64|riscv64)/.test(features)
    ? ['rodata64', 'cluster']
    : ['rodata32', 'rodata32-hash-last', 'cluster'];
}

/** What is known of the text around the last hit of one width and parity; keeps dense hits linear. */
interface Progress {
  /** No string that starts here or earlier holds a later hit. */
  floor: number;
  /** Text reaches from the last hit to here. */
  textEnd: number;
}

/**
 * Reads each hit: the whole string that holds it, or the hit itself where no length before it fits (a table, source text).
 * Hits ascending; a string that holds several comes once.
 */
export function* dartStrings<T extends Spot>(
  bytes: Buffer,
  hits: Iterable<T>,
  bounds: Bounds,
  layout: DartLayout,
): Generator<{ type: 'string'; run: Run } | { type: 'loose'; hit: T }, void, undefined> {
  const states = new Map<string, Progress>();
  for (const hit of hits) {
    const width = hit.encoding === 'utf16le' ? 2 : 1;
    const name = `${width} ${hit.offset % width}`;
    const state = states.get(name) ?? { floor: bounds.start, textEnd: bounds.start };
    states.set(name, state);
    const least = hit.offset + hit.length;
    if (hit.offset < state.floor) continue;
    if (state.textEnd < least) state.textEnd = textEndOf(bytes, hit.offset, bounds.end, width);
    const run = stringOver(bytes, hit, bounds, layout, state);
    state.floor = run?.end ?? hit.offset;
    yield run === undefined ? { type: 'loose', hit } : { type: 'string', run };
  }
}

function textEndOf(bytes: Buffer, from: number, limit: number, width: 1 | 2): number {
  let at = from;
  const high = Math.min(limit, from + MAX_TEXT_LENGTH * width);
  while (at < high && isTextAt(bytes, at, width)) at += width;
  return at;
}

/** The string with the nearest start at or before the hit, of those that reach over it. */
function stringOver(
  bytes: Buffer,
  hit: Spot,
  bounds: Bounds,
  layout: DartLayout,
  { floor, textEnd }: Progress,
): Run | undefined {
  const width = hit.encoding === 'utf16le' ? 2 : 1;
  const low = Math.max(bounds.start, floor - 1, hit.offset - MAX_BEFORE);
  for (let start = hit.offset; start > low; start -= width) {
    if (start < hit.offset && !isTextAt(bytes, start, width)) return undefined;
    for (const encoding of layout) {
      const end = endsFrom(bytes, start, bounds, encoding, width).find(
        (candidate) => candidate >= hit.offset + hit.length && candidate <= textEnd,
      );
      if (end !== undefined) return runOf(bytes, start, end, width);
    }
  }
  return undefined;
}

/** Where a string whose characters start here may end: none, one, or several where the length can be read in more than one way. */
function endsFrom(bytes: Buffer, start: number, bounds: Bounds, encoding: DartEncoding, width: 1 | 2): number[] {
  const ends =
    encoding === 'cluster'
      ? clusterEnds(bytes, start, bounds, width)
      : imageEnds(bytes, start, bounds, IMAGES[encoding], width);
  return ends.filter((end) => end <= bounds.end && end - start <= MAX_TEXT_LENGTH * width);
}

/**
 * WriteUnsigned: groups of 7 bits, lowest first, the last one with its top bit set; the value is the length doubled, plus one
 * in a two-byte string. Read backwards it may be one to four groups long, so each is tried.
 */
function clusterEnds(bytes: Buffer, start: number, bounds: Bounds, width: 1 | 2): number[] {
  const last = start > bounds.start ? (bytes[start - 1] ?? 0) : 0;
  if (last < 0x80) return [];
  const ends: number[] = [];
  let value = last & 0x7f;
  for (let before = start - 2; ; before -= 1) {
    if (value % 2 === width - 1 && value > 1) ends.push(start + (value >> 1) * width);
    const group = bytes[before] ?? 0x80;
    // WriteUnsigned never writes a highest group of zero.
    if (last === 0x80 || before < bounds.start || group >= 0x80 || start - before > 4) return ends;
    value = value * 128 + group;
  }
}

function imageEnds(bytes: Buffer, start: number, bounds: Bounds, form: ImageForm, width: 1 | 2): number[] {
  const { header, lengthAt, word, align } = form;
  const object = start - header;
  if (object < bounds.start || object % align !== 0) return [];
  const length = smiAt(bytes, start - lengthAt, word);
  if (length === undefined) return [];
  const end = start + length * width;
  const next = object + Math.ceil((end - object) / align) * align;
  if (next > bounds.end) return [];
  for (let at = end; at < next; at += 1) if (bytes[at] !== 0) return [];
  return [end];
}

/** The untagged value, if the word can be the length of a string. */
function smiAt(bytes: Buffer, at: number, word: 4 | 8): number | undefined {
  const low = bytes.readUInt32LE(at);
  if (word === 8 && bytes.readUInt32LE(at + 4) !== 0) return undefined;
  return low % 2 === 0 && low > 0 && low < 2 ** 24 ? low / 2 : undefined;
}

function runOf(bytes: Buffer, start: number, end: number, width: 1 | 2): Run {
  const value = bytes.toString(width === 1 ? 'latin1' : 'utf16le', start, end);
  return { value, offset: start, end, encoding: width === 1 ? 'utf8' : 'utf16le' };
}

/** One-byte strings are Latin-1; in two-byte strings everything but a control character may stand. */
function isTextAt(bytes: Buffer, at: number, width: 1 | 2): boolean {
  const unit = width === 1 ? (bytes[at] ?? 0) : at + 2 <= bytes.length ? bytes.readUInt16LE(at) : 0;
  return unit < 0x80 ? isTextByte(unit) : unit >= 0xa0;
}

const MAX_AROUND = 64;
const REACH = 8_192;
const LONGEST_AROUND = 1_024;

/** The one-byte strings written before and behind one, nearest first, at most 64. */
export function dartStringsNear(bytes: Buffer, from: Run, bounds: Bounds, layout: DartLayout): Run[] {
  const width = from.encoding === 'utf16le' ? 2 : 1;
  const written = (encoding: DartEncoding) => endsFrom(bytes, from.offset, bounds, encoding, width).includes(from.end);
  const encoding = layout.find(written) ?? 'cluster';
  const reach = { start: Math.max(bounds.start, from.offset - REACH), end: Math.min(bounds.end, from.end + REACH) };
  const before = walk(bytes, from, reach, encoding, -1);
  const after = walk(bytes, from, reach, encoding, 1);
  const merged: Run[] = [];
  for (let index = 0; index < MAX_AROUND; index += 1) {
    for (const run of [before[index], after[index]]) if (run !== undefined) merged.push(run);
  }
  return merged.slice(0, MAX_AROUND);
}

/** Strings in one direction; what is passed over are prefixes, headers, padding and strings that are not text. */
function walk(bytes: Buffer, from: Run, reach: Bounds, encoding: DartEncoding, step: 1 | -1): Run[] {
  const found: Run[] = [];
  let edge = step === 1 ? from.end : from.offset;
  for (let at = edge + step; at > reach.start && at < reach.end && found.length < MAX_AROUND; at += step) {
    const limit = Math.min(step === 1 ? reach.end : edge, at + LONGEST_AROUND);
    const end = endsFrom(bytes, at, reach, encoding, 1).find(
      (candidate) => candidate - at >= 2 && candidate <= limit && textEndOf(bytes, at, candidate, 1) === candidate,
    );
    if (end === undefined) continue;
    found.push(runOf(bytes, at, end, 1));
    edge = step === 1 ? end : at;
    at = edge;
  }
  return found;
}
