import type { Neighbour } from '../model.ts';
import { runsAround } from '../shared/runs.ts';
import type { Entry, Format, Reading } from './format.ts';
import { isWide, looksLikeText, placeAt } from './source-text.ts';
import { AROUND, literalSpan, literalsAround, named, readSpans, type Span, type SpanFinder, WINDOW } from './spans.ts';

/** Anything that is text: source files, markup, notes, logs. Line and column are exact, for repo files as well. */
export const text: Format = {
  id: 'text',
  title: 'Text and source files',
  docs: {
    reads: 'The string literal, assigned value or element text around each hit; in running text the line.',
    locator: 'line and column',
    blind: 'Strings that a program puts together.',
    source: ['https://www.unicode.org/versions/latest/'],
  },
  sniff: looksLikeText,
  when: 'hits',
  read,
};

function* read(entry: Entry): Generator<Reading, void, undefined> {
  if (looksLikeText(entry.bytes.subarray(0, 1_024)) && !hasBinaryTail(entry.bytes)) {
    yield* readSpans(entry, entry.hits, lineSpan, (source, index) => placeAt(entry, source, index), valuesAround);
    return;
  }
  for (const run of runsAround(entry.bytes, entry.hits)) {
    const place = { ...entry.place, offset: entry.base + run.offset };
    yield { type: 'text', text: { value: run.value, place } };
  }
}

/** Some binary formats begin with a line of text; a NUL without a byte order mark tells them. */
function hasBinaryTail(bytes: Buffer): boolean {
  const marked = isWide(bytes);
  return !marked && bytes.includes(0);
}

/** `export NAME=value`, `name: value`, `- name: value`; not the colon of `https://`. */
const ASSIGNMENT =
  /^\s{0,200}(?:(?:export|set|ENV|ARG|-)\s{1,20})?["']?([A-Za-z_][\w.$-]{0,100})["']?\s{0,40}(?:=|:(?!\/\/))\s{0,40}/;
/** Lines that are looked at for what stands beside a value, nearest first. */
const NEAR_LINES = 10;

/** Literals, and what lines without quotes assign or hold: YAML, notes. */
function valuesAround(text: string, span: Span): readonly Neighbour[] {
  return [...literalsAround(text, span), ...linesAround(text, span)];
}

function linesAround(text: string, span: Span): readonly Neighbour[] {
  const low = Math.max(0, span.start - AROUND);
  const high = Math.min(text.length, span.end + AROUND);
  const lines: { readonly line: string; readonly at: number }[] = [];
  let at = low - span.start;
  for (const line of text.slice(low, high).split('\n')) {
    lines.push({ line, at });
    at += line.length + 1;
  }
  const whole = lines.slice(low === 0 ? 0 : 1, high === text.length ? undefined : -1);
  return whole
    .filter(({ line, at }) => at + line.length < 0 || at > span.end - span.start)
    .sort((left, right) => Math.abs(left.at) - Math.abs(right.at))
    .slice(0, NEAR_LINES)
    .flatMap(({ line, at }) => neighbourIn(line, at));
}

/** What stands between quotes is a literal, and was seen as one. */
function neighbourIn(line: string, at: number): readonly Neighbour[] {
  const assigned = ASSIGNMENT.exec(line);
  const value = line.slice(assigned?.[0].length ?? 0).trim();
  if (value === '' || /["'`]/.test(value)) return [];
  return [assigned?.[1] === undefined ? { value, at } : { value, key: assigned[1], at }];
}

/** Opening tag right before an element's text: `<string name="x">`. */
const TAG = /<([A-Za-z_][\w.:-]{0,100})([^<>]{0,500})>[^<>]{0,600}$/;
/** Opening tag at the end of a line. */
const OPENING = /<([A-Za-z_][\w.:-]{0,100})([^<>]{0,500})>\s{0,20}$/;
const NAME_ATTRIBUTE = /\b(?:name|key|id)\s{0,4}=\s{0,4}["']([^"']{1,200})["']/;

export const lineSpan: SpanFinder = (text, from, to, low) => {
  const literal = literalSpan(text, from, to, low, text.length);
  if (literal !== undefined) return literal;
  const line = lineOf(text, from, to);
  return (
    elementSpan(text, from, to, line) ??
    contentSpan(text, from, line) ??
    assignedSpan(text, from, line) ??
    trimmed(text, line.start, line.end)
  );
};

interface Line {
  readonly start: number;
  readonly end: number;
  /** The line begins at `start`, it was not cut. */
  readonly whole: boolean;
}

/** The line around [from, to), cut to a window where it is long. */
function lineOf(text: string, from: number, to: number): Line {
  const low = Math.max(0, from - WINDOW);
  const high = Math.min(text.length, to + 2 * WINDOW);
  const before = text.slice(low, from).lastIndexOf('\n');
  const behind = text.slice(to, high).indexOf('\n');
  return { start: low + before + 1, end: behind === -1 ? high : to + behind, whole: before !== -1 || low === 0 };
}

function elementSpan(text: string, from: number, to: number, line: Line): Span | undefined {
  const open = TAG.exec(text.slice(Math.max(0, line.start - WINDOW), from));
  const close = text.slice(to, line.end).search(/[<>]/);
  if (open === null || close === -1 || text[to + close] !== '<') return undefined;
  const start = text.lastIndexOf('>', from) + 1;
  return named(trimmed(text, start, to + close), NAME_ATTRIBUTE.exec(open[2] ?? '')?.[1] ?? open[1]);
}

/** The text of an element that begins on the line behind the tag which holds the hit. */
function contentSpan(text: string, from: number, line: Line): Span | undefined {
  const open = OPENING.exec(text.slice(line.start, line.end));
  if (open === null || line.start + open.index > from) return undefined;
  const length = text.slice(line.end, line.end + WINDOW).indexOf('<');
  if (length === -1) return undefined;
  const span = trimmed(text, line.end, line.end + length);
  return span.value === '' ? undefined : named(span, NAME_ATTRIBUTE.exec(open[2] ?? '')?.[1] ?? open[1]);
}

function assignedSpan(text: string, from: number, line: Line): Span | undefined {
  if (!line.whole) return undefined;
  const match = ASSIGNMENT.exec(text.slice(line.start, line.end));
  if (match === null || line.start + match[0].length > from) return undefined;
  return named(withoutComment(text, trimmed(text, line.start + match[0].length, line.end), from), match[1]);
}

/** A comment behind the value begins with a space and `#` or `//`. */
function withoutComment(text: string, span: Span, from: number): Span {
  const comment = /\s(?:#|\/\/)/.exec(span.value);
  if (comment === null || span.start + comment.index <= from) return span;
  return trimmed(text, span.start, span.start + comment.index);
}

function trimmed(text: string, start: number, end: number): Span {
  const raw = text.slice(start, end);
  const value = raw.trim();
  const from = start + (raw.length - raw.trimStart().length);
  return { start: from, end: from + value.length, value };
}
