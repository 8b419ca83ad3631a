import { isUtf8 } from 'node:buffer';
import type { Place } from '../model.ts';
import { lastNotAbove } from '../shared/ascending.ts';
import type { Entry, Hit } from './format.ts';

/** A text file as a string, with the ways between byte offsets, string indices and lines. */
export interface SourceText {
  readonly text: string;
  /** Index of the first UTF-16 unit of the character at a byte offset. */
  readonly indexAt: (offset: number) => number;
  /** Byte offset of the character at a string index. */
  readonly offsetAt: (index: number) => number;
  /** 1-based line and column, in UTF-16 units. */
  readonly positionAt: (index: number) => { readonly line: number; readonly column: number };
}

/** The bytes as text: UTF-16 by its byte order mark, else UTF-8, else Latin-1. */
export function sourceText(bytes: Buffer): SourceText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return wideText(bytes.subarray(2, evenEnd(bytes)));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return wideText(Buffer.from(bytes.subarray(2, evenEnd(bytes))).swap16());
  if (!isUtf8(bytes)) return fixedWidth(bytes.toString('latin1'), 0, 1);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const text = bytes.toString('utf8', mark);
  if (text.length === bytes.length - mark) return fixedWidth(text, mark, 1);
  return variableWidth(text, bytes, mark);
}

/** True if the first bytes look like text: no NUL unless a byte order mark says UTF-16, and few control characters. */
export function looksLikeText(head: Buffer): boolean {
  if (head.length === 0) return false;
  if (isWide(head)) return head.length > 3;
  return !CONTROL.test(head.toString('latin1', 0, 1_024));
}

/** UTF-16 by its byte order mark. */
export function isWide([first, second]: Buffer): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** All but tab, LF, FF and CR. */
const CONTROL = /[\0-\x08\x0b\x0e-\x1f]/;

/**
 * The first byte that is no blank: what text begins with, seen without decoding it. Undefined where only that tells: no
 * ASCII, a byte order mark, nothing but blanks.
 */
export function firstSign(head: Buffer): number | undefined {
  const end = Math.min(head.length, 256);
  for (let index = 0; index < end; index++) {
    const byte = head[index] as number;
    if (byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)) continue;
    return byte < 0x80 ? byte : undefined;
  }
  return undefined;
}

/** A hit as a range of string indices. */
export function rangeOf(source: SourceText, hit: Hit): { readonly from: number; readonly to: number } {
  return { from: source.indexAt(hit.offset), to: source.indexAt(hit.offset + hit.length) };
}

/** The place of a string index in an entry. */
export function placeAt(entry: Entry, source: SourceText, index: number, locator?: string): Place {
  const { line, column } = source.positionAt(index);
  const place = { ...entry.place, offset: entry.base + source.offsetAt(index), line, column };
  return locator === undefined ? place : { ...place, locator };
}

function evenEnd(bytes: Buffer): number {
  return bytes.length - (bytes.length % 2);
}

function wideText(units: Buffer): SourceText {
  return fixedWidth(units.toString('utf16le'), 2, 2);
}

function fixedWidth(text: string, mark: number, width: number): SourceText {
  return {
    text,
    indexAt: (offset) => clamp(Math.floor((offset - mark) / width), text.length),
    offsetAt: (index) => mark + index * width,
    positionAt: positions(text),
  };
}

function clamp(index: number, length: number): number {
  return Math.min(Math.max(0, index), length);
}

/** Bytes between two marks: the most that a single conversion walks over. */
const STEP = 1_024;

/**
 * UTF-8 with characters outside ASCII. Marks at every STEP-th byte keep each conversion short, so that many hits in one
 * long line stay linear.
 */
function variableWidth(text: string, bytes: Buffer, mark: number): SourceText {
  let marks: { readonly units: readonly number[]; readonly offsets: readonly number[] } | undefined;
  const marked = () => {
    marks ??= marksOf(bytes, mark);
    return marks;
  };
  return {
    text,
    indexAt: (offset) => {
      const { units, offsets } = marked();
      const block = lastNotAbove(offsets, offset);
      let at = offsets[block] ?? mark;
      let unit = units[block] ?? 0;
      while (at < offset && at < bytes.length) {
        const lead = bytes[at] ?? 0;
        const next = at + sequenceLength(lead);
        if (next > offset) break;
        unit += lead >= 0xf0 ? 2 : 1;
        at = next;
      }
      return unit;
    },
    offsetAt: (index) => {
      const { units, offsets } = marked();
      const block = lastNotAbove(units, index);
      let at = offsets[block] ?? mark;
      let unit = units[block] ?? 0;
      while (unit < index && at < bytes.length) {
        const lead = bytes[at] ?? 0;
        unit += lead >= 0xf0 ? 2 : 1;
        if (unit > index) break;
        at += sequenceLength(lead);
      }
      return at;
    },
    positionAt: positions(text),
  };
}

function marksOf(
  bytes: Buffer,
  mark: number,
): { readonly units: readonly number[]; readonly offsets: readonly number[] } {
  const units: number[] = [0];
  const offsets: number[] = [mark];
  let unit = 0;
  for (let at = mark; at + STEP < bytes.length; ) {
    let end = at + STEP;
    while (isContinuation(bytes[end] as number)) end -= 1;
    // Decoding once more is several times faster than a walk over the bytes.
    unit += bytes.toString('utf8', at, end).length;
    at = end;
    units.push(unit);
    offsets.push(at);
  }
  return { units, offsets };
}

/** In UTF-8, which the bytes have been found to be, three of them stand in a row at most. */
function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

function sequenceLength(lead: number): number {
  if (lead < 0xc0) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** Of so many lines one start is kept: few places are asked for, and a file may have a million lines. */
const KEPT_LINES = 64;

/**
 * Line starts are looked for as far as they are asked for. Where the last line that was asked for ends is known: many places may stand in
 * one that is as long as the file.
 */
function positions(text: string): SourceText['positionAt'] {
  const starts = [0];
  let lines = 0;
  let next = text.indexOf('\n');
  let last = { line: 0, start: 0, end: endOr(next) };
  return (index) => {
    if (index < last.start || index > last.end) {
      for (; next !== -1 && next < index; next = text.indexOf('\n', next + 1)) {
        lines += 1;
        if (lines % KEPT_LINES === 0) starts.push(next + 1);
      }
      const kept = lastNotAbove(starts, index);
      const start = starts[kept] ?? 0;
      last = { line: KEPT_LINES * kept, start, end: endOr(text.indexOf('\n', start)) };
      while (last.end < index) {
        const behind = last.end + 1;
        last = { line: last.line + 1, start: behind, end: endOr(text.indexOf('\n', behind)) };
      }
    }
    return { line: last.line + 1, column: index - last.start + 1 };
  };
}

function endOr(at: number): number {
  return at === -1 ? Number.POSITIVE_INFINITY : at;
}
