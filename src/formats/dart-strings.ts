import { isTextByte, type Run, type Spot } from '../shared/runs.ts';

/**
 * Strings of a Dart AOT snapshot (dart-lang/sdk, runtime/vm/app_snapshot.cc and datastream.h). A string has no end mark:
 * its length stands right before its characters, in one of three forms.
 */
export type DartEncoding = 'cluster' | 'rodata64' | 'rodata32';

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
  return /(?:^| )(?:arm64|x64|riscv64)/.test(features) ? ['rodata64', 'cluster'] : ['rodata32', 'cluster'];
}

/** The whole string that holds the hit, or undefined if no length before it fits (a string inside code or a table). */
export function dartStringAt(bytes: Buffer, hit: Spot, bounds: Bounds, layout: DartLayout): Run | undefined {
  const width = hit.encoding === 'utf16le' ? 2 : 1;
  for (const encoding of layout) {
    const found = STARTS[encoding](bytes, hit, bounds, width);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Finder = (bytes: Buffer, hit: Spot, bounds: Bounds, width: 1 | 2) => Run | undefined;

const STARTS: Readonly<Record<DartEncoding, Finder>> = {
  cluster: (bytes, hit, bounds, width) => {
    const low = Math.max(bounds.start + 1, hit.offset - MAX_BEFORE);
    for (let start = hit.offset; start >= low; start -= width) {
      if (!isTextAt(bytes, start, width) && start < hit.offset) return undefined;
      const found = clusterStringAt(bytes, start, bounds, width, hit.offset + hit.length);
      if (found !== undefined) return found;
    }
    return undefined;
  },
  rodata64: (bytes, hit, bounds, width) => readOnlyString(bytes, hit, bounds, width, 8),
  rodata32: (bytes, hit, bounds, width) => readOnlyString(bytes, hit, bounds, width, 4),
};

/**
 * WriteUnsigned: groups of 7 bits, lowest first, the last one with its top bit set. Read backwards from `start` it may be
 * one to three bytes long, so each length is tried, and holds if its string reaches `least` and is text.
 */
function clusterStringAt(bytes: Buffer, start: number, bounds: Bounds, width: 1 | 2, least: number): Run | undefined {
  const last = bytes[start - 1] ?? 0;
  if (last < 0x80) return undefined;
  let value = last & 0x7f;
  for (let before = start - 2; ; before -= 1) {
    if (value % 2 === width - 1) {
      const end = start + (value >> 1) * width;
      if (end >= least && end <= bounds.end && isText(bytes, start, end, width)) return run(bytes, start, end, width);
    }
    const group = bytes[before] ?? 0x80;
    // More groups only if the last one was not zero, which WriteUnsigned never writes.
    if (before < bounds.start || group >= 0x80 || start - before > 4 || last === 0x80) return undefined;
    value = value * 128 + group;
  }
}

/** A string object in the read-only image: length as a Smi (doubled) in the word before the characters. */
function readOnlyString(bytes: Buffer, hit: Spot, bounds: Bounds, width: 1 | 2, word: 4 | 8): Run | undefined {
  const first = hit.offset - ((hit.offset - bounds.start) % word);
  const low = Math.max(bounds.start + word, hit.offset - MAX_BEFORE);
  for (let start = first; start >= low; start -= word) {
    const length = smiAt(bytes, start - word, word);
    if (length === undefined) continue;
    const end = start + length * width;
    if (end < hit.offset + hit.length || end > bounds.end) return undefined;
    return isText(bytes, start, end, width) ? run(bytes, start, end, width) : undefined;
  }
  return undefined;
}

/** The untagged value, if the word can be the length of a string. */
function smiAt(bytes: Buffer, at: number, word: 4 | 8): number | undefined {
  const low = bytes.readUInt32LE(at);
  if (word === 8 && bytes.readUInt32LE(at + 4) !== 0) return undefined;
  return low % 2 === 0 && low > 0 && low < 2 ** 24 ? low / 2 : undefined;
}

function run(bytes: Buffer, start: number, end: number, width: 1 | 2): Run {
  const value = bytes.toString(width === 1 ? 'latin1' : 'utf16le', start, end);
  return { value, offset: start, end, encoding: width === 1 ? 'utf8' : 'utf16le' };
}

function isText(bytes: Buffer, start: number, end: number, width: 1 | 2): boolean {
  for (let at = start; at < end; at += width) if (!isTextAt(bytes, at, width)) return false;
  return true;
}

/** One-byte strings are Latin-1; in two-byte strings everything but a control character may stand. */
function isTextAt(bytes: Buffer, at: number, width: 1 | 2): boolean {
  const unit = width === 1 ? (bytes[at] ?? 0) : at + 2 <= bytes.length ? bytes.readUInt16LE(at) : 0;
  return unit < 0x80 ? isTextByte(unit) : unit >= 0xa0;
}

const MAX_AROUND = 64;
const REACH = 8_192;

/** The strings written before and behind one, nearest first, at most 64. */
export function dartStringsNear(bytes: Buffer, from: Run, bounds: Bounds, layout: DartLayout): Run[] {
  const encoding = layout.find((candidate) => startsString(bytes, from, bounds, candidate)) ?? 'cluster';
  const reach = { start: Math.max(bounds.start, from.offset - REACH), end: Math.min(bounds.end, from.end + REACH) };
  const before = walk(bytes, from, reach, encoding, -1);
  const after = walk(bytes, from, reach, encoding, 1);
  const merged: Run[] = [];
  for (let index = 0; index < MAX_AROUND; index += 1) {
    for (const run of [before[index], after[index]]) if (run !== undefined) merged.push(run);
  }
  return merged.slice(0, MAX_AROUND);
}

function startsString(bytes: Buffer, from: Run, bounds: Bounds, encoding: DartEncoding): boolean {
  return stringFrom(bytes, from.offset, bounds, encoding, from.encoding === 'utf16le' ? 2 : 1)?.end === from.end;
}

function stringFrom(
  bytes: Buffer,
  start: number,
  bounds: Bounds,
  encoding: DartEncoding,
  width: 1 | 2,
): Run | undefined {
  if (encoding === 'cluster') return clusterStringAt(bytes, start, bounds, width, start + 1);
  const word = encoding === 'rodata64' ? 8 : 4;
  if (start - word < bounds.start) return undefined;
  const length = smiAt(bytes, start - word, word);
  const end = start + (length ?? 0) * width;
  return length === undefined || end > bounds.end || !isText(bytes, start, end, width)
    ? undefined
    : run(bytes, start, end, width);
}

/** One-byte strings in one direction; what is passed over are prefixes, padding and strings that are not text. */
function walk(bytes: Buffer, from: Run, bounds: Bounds, encoding: DartEncoding, step: 1 | -1): Run[] {
  const found: Run[] = [];
  let edge = step === 1 ? from.end : from.offset;
  for (let at = edge + step; at > bounds.start && at < bounds.end && found.length < MAX_AROUND; at += step) {
    const next = stringFrom(bytes, at, bounds, encoding, 1);
    if (next === undefined || next.end - next.offset < 2) continue;
    if (step === 1 ? next.offset <= edge : next.end >= edge) continue;
    found.push(next);
    edge = step === 1 ? next.end : next.offset;
    at = edge;
  }
  return found;
}
