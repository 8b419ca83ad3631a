import type { Neighbour, Place, Text } from '../model.ts';
import type { Entry, Hit, Reading } from './format.ts';
import { keyOf, type Literal, literalAround, literalsNear, literalValue } from './literals.ts';
import { rangeOf, type SourceText, sourceText } from './source-text.ts';

/** What syntax shows to be one value around a hit. */
export interface Span {
  /** Indices of its first character and behind its last. */
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly key?: string;
}

/** `low`: how far back it may look; short where the span before ends, so that many hits stay cheap. */
export type SpanFinder = (text: string, from: number, to: number, low: number) => Span;
export type Placer = (source: SourceText, index: number) => Place;
export type Surroundings = (text: string, span: Span) => readonly Neighbour[];

/** Characters on either side of a hit that are taken where no syntax bounds the value. */
export const WINDOW = 512;
/** Characters on either side in which `around` looks. */
export const AROUND = 2_048;

/** The span around each hit, each once. Hits must be ascending. */
export function* readSpans(
  entry: Entry,
  hits: readonly Hit[],
  spanOf: SpanFinder,
  placeOf: Placer,
  aroundOf: Surroundings = literalsAround,
): Generator<Reading, void, undefined> {
  const source = sourceText(entry.bytes);
  let covered = 0;
  for (const hit of hits) {
    const { from, to } = rangeOf(source, hit);
    if (to <= covered || from === to) continue;
    const span = spanOf(source.text, from, to, Math.max(0, covered - WINDOW));
    covered = span.end;
    const around = () => aroundOf(source.text, span);
    yield { type: 'text', text: textOf(span, placeOf(source, span.start), around) };
  }
}

export function literalsAround(text: string, { start, end }: Span): readonly Neighbour[] {
  return literalsNear(text, start, end, AROUND);
}

function textOf({ value, key }: Span, place: Place, around: () => readonly Neighbour[]): Text {
  return key === undefined ? { value, place, around } : { value, key, place, around };
}

/** The string literal around [from, to), if there is one within [low, high). */
export function literalSpan(text: string, from: number, to: number, low: number, high: number): Span | undefined {
  const literal = literalAround(text, from, to, low, high);
  if (literal === undefined) return undefined;
  const { start, end } = literal;
  return named({ start, end, value: literalValue(text, literal) }, keyOf(text, literal));
}

/** A literal and those that `+` joins to it. */
const MAX_JOINED = 8;
const JOIN_BEHIND = /^["'`]\s{0,20}\+\s{0,20}(?=["'`])/;
const JOIN_BEFORE = /["'`]\s{0,20}\+\s{0,20}$/;
const JOIN_REACH = 48;

/** As `literalSpan`; where literals are joined by `+` the whole of what they make. */
export function joinedSpan(text: string, from: number, to: number, low: number, high: number): Span | undefined {
  const literal = literalAround(text, from, to, low, high);
  if (literal === undefined) return undefined;
  const before = literalsBeside(literal, (one) => literalBefore(text, one, low));
  const behind = literalsBeside(literal, (one) => literalBehind(text, one, high));
  const all = [...before.reverse(), literal, ...behind];
  const first = all[0] ?? literal;
  const value = all.map((one) => literalValue(text, one)).join('');
  return named({ start: first.start, end: all.at(-1)?.end ?? literal.end, value }, keyOf(text, first));
}

function literalsBeside(start: Literal, next: (from: Literal) => Literal | undefined): Literal[] {
  const found: Literal[] = [];
  let at = next(start);
  while (at !== undefined && found.length < MAX_JOINED) {
    found.push(at);
    at = next(at);
  }
  return found;
}

function literalBehind(text: string, { end }: Literal, high: number): Literal | undefined {
  const join = JOIN_BEHIND.exec(text.slice(end, end + JOIN_REACH));
  if (join === null) return undefined;
  const start = end + join[0].length + 1;
  return literalAround(text, start, start, start - 1, high);
}

function literalBefore(text: string, { start, delimiter }: Literal, low: number): Literal | undefined {
  const quote = start - delimiter.length;
  const join = JOIN_BEFORE.exec(text.slice(Math.max(low, quote - JOIN_REACH), quote));
  const end = join === null ? 0 : quote - join[0].length;
  return end <= low ? undefined : literalAround(text, end, end, low, quote);
}

/** Where a hit is the name of a value, as in `{bucket:"acme"}`: that value under that name. */
export function keyedSpan(text: string, from: number, to: number, high: number): Span | undefined {
  const behind = /^[\w$-]{0,100}["'`]?\s{0,20}[:=]\s{0,20}["'`]/.exec(text.slice(to, to + 160));
  if (behind === null) return undefined;
  const start = to + behind[0].length;
  const span = literalSpan(text, start, start, start - 1, high);
  return span?.key !== undefined && span.start === start && from < start ? span : undefined;
}

/** True if a hit stands in a quoted name, as in `{"bucket":"acme"}`. */
export function isQuotedName(text: string, from: number, to: number): boolean {
  const before = /["'`][\w$-]{0,100}$/.exec(text.slice(Math.max(0, from - 101), from))?.[0][0];
  const behind = /^[\w$-]{0,100}(["'`])\s{0,20}:/.exec(text.slice(to, to + 130))?.[1];
  return before !== undefined && before === behind;
}

export function named(span: Span, key: string | undefined): Span {
  return key === undefined ? span : { ...span, key };
}

const BORDERS = ['"', "'", '`', ';', '\n'];
const BORDER = new RegExp(`[${BORDERS.join('')}]`);

/** What stands between quotes, statement ends and line ends. */
export function windowSpan(text: string, from: number, to: number): Span {
  const before = text.slice(Math.max(0, from - WINDOW), from);
  const behind = text.slice(to, to + 2 * WINDOW);
  const start = from - before.length + Math.max(...BORDERS.map((border) => before.lastIndexOf(border))) + 1;
  const border = behind.search(BORDER);
  const end = to + (border === -1 ? behind.length : border);
  return { start, end, value: text.slice(start, end) };
}
