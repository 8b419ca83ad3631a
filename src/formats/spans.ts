import type { Place, Text } from '../model.ts';
import type { Entry, Hit, Reading } from './format.ts';
import { keyOf, literalAround, literalsNear, literalValue } from './literals.ts';
import { rangeOf, type SourceText, sourceText } from './source-text.ts';

/** What syntax shows to be one value around a hit. */
export interface Span {
  /** Indices of its first character and behind its last. */
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly key?: string;
}

export type SpanFinder = (text: string, from: number, to: number) => Span;
export type Placer = (source: SourceText, index: number) => Place;

/** Characters on either side of a hit that are taken where no syntax bounds the value. */
export const WINDOW = 512;
/** Characters on either side in which `around` looks. */
const AROUND = 2_048;

/** The span around each hit, each once. Hits must be ascending. */
export function* readSpans(
  entry: Entry,
  hits: readonly Hit[],
  spanOf: SpanFinder,
  placeOf: Placer,
): Generator<Reading, void, undefined> {
  const source = sourceText(entry.bytes);
  let covered = 0;
  for (const hit of hits) {
    const { from, to } = rangeOf(source, hit);
    if (to <= covered || from === to) continue;
    const span = spanOf(source.text, from, to);
    covered = span.end;
    yield { type: 'text', text: textOf(source.text, span, placeOf(source, span.start)) };
  }
}

function textOf(text: string, span: Span, place: Place): Text {
  const around = () => literalsNear(text, span.start, span.end, AROUND);
  const { value, key } = span;
  return key === undefined ? { value, place, around } : { value, key, place, around };
}

/** The string literal around [from, to), if there is one within [low, high). */
export function literalSpan(text: string, from: number, to: number, low: number, high: number): Span | undefined {
  const literal = literalAround(text, from, to, low, high);
  if (literal === undefined) return undefined;
  const { start, end } = literal;
  return named({ start, end, value: literalValue(text, literal) }, keyOf(text, literal));
}

export function named(span: Span, key: string | undefined): Span {
  return key === undefined ? span : { ...span, key };
}

/** What stands between quotes, statement ends and line ends. */
export function windowSpan(text: string, from: number, to: number): Span {
  let start = from;
  while (start > 0 && from - start < WINDOW && !isBorder(text[start - 1])) start -= 1;
  let end = to;
  while (end < text.length && end - to < 2 * WINDOW && !isBorder(text[end])) end += 1;
  return { start, end, value: text.slice(start, end) };
}

function isBorder(character: string | undefined): boolean {
  return character === '"' || character === "'" || character === '`' || character === ';' || character === '\n';
}
