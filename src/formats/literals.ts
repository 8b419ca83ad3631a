import { MAX_TEXT_LENGTH, type Neighbour } from '../model.ts';
import { unescapeText } from './escapes.ts';
import { keyBefore } from './keys.ts';

/**
 * String literals in source text of any C-like language, found from the inside: a bundle of 12 MB in one line cannot be
 * lexed reliably from its start (a regular expression mistaken for a division turns all quotes around), but around one
 * place the quotes, and what stands before and behind them, are clear.
 */
export interface Literal {
  /** Indices of the first character inside and of the closing delimiter. */
  readonly start: number;
  readonly end: number;
  /** `"`, `'`, a backtick, one of them escaped (a literal within a literal), or tripled. */
  readonly delimiter: string;
}

/*
 * Places are found by the engine's own searches, which are fast at once: a loop over the characters has to be compiled first, and
 * that takes longer than the whole of a small scan.
 */

/** How far back a literal may begin before the place it is searched from. */
const REACH_BACK = 8_192;

/** The innermost literal that encloses [from, to) and lies within [low, high). */
export function literalAround(text: string, from: number, to: number, low: number, high: number): Literal | undefined {
  for (const { at, delimiter } of delimitersBefore(text, from, Math.max(low, from - REACH_BACK))) {
    const literal = closed(text, at + 1, to, high, delimiter);
    if (literal !== undefined) return literal;
  }
  return undefined;
}

interface Opening {
  /** Index of its last character. */
  readonly at: number;
  readonly delimiter: string;
}

const MOST_IN_LINE = 5;

/** The delimiters in [low, from) that may open a literal around `from`: the last one of each, the nearest first. */
function* delimitersBefore(text: string, from: number, low: number): Generator<Opening, void, undefined> {
  const line = low + text.slice(low, from).lastIndexOf('\n') + 1;
  const seen = new Set<string>();
  for (const at of quotesBefore(text, from, line)) {
    const delimiter = delimiterAt(text, at, low);
    if (delimiter === undefined || seen.has(delimiter)) continue;
    seen.add(delimiter);
    yield { at, delimiter };
    if (seen.size === MOST_IN_LINE) return;
  }
  const above = CROSSING.filter((delimiter) => !seen.has(delimiter)).flatMap(
    (delimiter) => lastBefore(text, delimiter, line, low) ?? [],
  );
  yield* above.sort((left, right) => right.at - left.at);
}

const BLOCK = 64;

/** Where quotes stand in [low, end), the last one first; block by block, since the nearest mostly is the one. */
function* quotesBefore(text: string, end: number, low: number): Generator<number, void, undefined> {
  for (let to = end; to > low; to -= BLOCK) {
    const from = Math.max(low, to - BLOCK);
    const block = text.slice(from, to);
    for (let at = lastQuote(block, BLOCK); at !== -1; at = at === 0 ? -1 : lastQuote(block, at - 1)) yield from + at;
  }
}

function lastQuote(text: string, at: number): number {
  return Math.max(text.lastIndexOf('"', at), text.lastIndexOf("'", at), text.lastIndexOf('`', at));
}

function lastBefore(text: string, delimiter: string, end: number, low: number): Opening | undefined {
  for (const start of placesBefore(text, delimiter, end, low)) {
    const at = start + delimiter.length - 1;
    if (delimiterAt(text, at, low) === delimiter) return { at, delimiter };
  }
  return undefined;
}

/** Where a string stands in [low, end), the last place first. */
function* placesBefore(text: string, sought: string, end: number, low: number): Generator<number, void, undefined> {
  const part = text.slice(low, end);
  for (let at = part.lastIndexOf(sought); at !== -1; at = at === 0 ? -1 : part.lastIndexOf(sought, at - 1)) {
    yield low + at;
  }
}

/** Delimiters whose literals may go on behind the end of a line. */
const CROSSING = ['`', '"""', "'''"];

/** The delimiter whose last character stands at `at`; undefined for a quote that is escaped more than once. */
function delimiterAt(text: string, at: number, low: number): string | undefined {
  const quote = text[at] ?? '';
  let slashes = 0;
  while (slashes < 4 && at - slashes - 1 >= low && text[at - slashes - 1] === '\\') slashes += 1;
  if (slashes === 1) return `\\${quote}`;
  if (slashes % 2 === 1) return undefined;
  const tripled = quote !== '`' && text[at - 1] === quote && text[at - 2] === quote;
  return tripled ? quote.repeat(3) : quote;
}

function closed(text: string, start: number, to: number, high: number, delimiter: string): Literal | undefined {
  if (opening(text, start - delimiter.length) === 'no') return undefined;
  const end = closingAt(text, to, Math.min(high, start + MAX_TEXT_LENGTH), delimiter);
  const literal = end === undefined ? undefined : { start, end, delimiter };
  return literal !== undefined && isLikely(text, literal) ? literal : undefined;
}

/** Escapes, and what ends a literal or cannot be in it. */
const ENDS = new Map(
  [...CROSSING, '"', "'", ...['"', "'", '`'].map((quote) => `\\${quote}`)].map((delimiter) => {
    const lineEnd = CROSSING.includes(delimiter) ? '' : '\\n';
    return [delimiter, new RegExp(`\\\\[\\s\\S]|[${delimiter.slice(-1)}${lineEnd}]`, 'g')];
  }),
);

/** Index of the next closing delimiter at or after `from`. */
function closingAt(text: string, from: number, high: number, delimiter: string): number | undefined {
  const escaped = delimiter.startsWith('\\');
  const part = text.slice(from, high);
  const ends = ENDS.get(delimiter) as RegExp;
  ends.lastIndex = 0;
  for (let match = ends.exec(part); match !== null; match = ends.exec(part)) {
    const [sign] = match;
    if (sign.startsWith('\\')) {
      if (sign === delimiter) return from + match.index;
      continue;
    }
    // An unescaped quote of the outer literal ends the inner one too: it was none.
    if (escaped || sign === '\n') return undefined;
    if (text.startsWith(delimiter, from + match.index)) return from + match.index;
  }
  return undefined;
}

/** Words that may stand right before a literal; other words before a quote mean an apostrophe or a closing quote. */
const BEFORE =
  /(?:^|[^\w$])(?:return|case|typeof|in|of|default|throw|else|void|await|yield|import|from|export|new|and|or|not|[rRbBfFuUL]|u8|br|rb)$/;

/** What a literal usually follows and precedes, and what it may; nothing else may stand there. */
const SURE_BEFORE = '([{,:=!&|?+';
const MAYBE_BEFORE = ' \t\n\r;}><-*%^~@#"\'`\\';
const SURE_BEHIND = ',);:]}.+?=&|!\n\r';
const MAYBE_BEHIND = ' \t"\'`\\><-/*%#';

/** Code between two literals, taken for a literal because its first quote closes one and its last opens another. */
const CODE = /\)\{|=>\{|;\}\w|\}function|\);[\w$]|\}\)[,;)]/;
const MAYBE_CODE = /\)\s?\{|=>|;\}|\}\)|\)[,;]|["`][,:+)\]}]|[(,:+]["`]/;

/** The quotes at both ends and the text between them look like a literal. */
function isLikely(text: string, { start, end, delimiter }: Literal): boolean {
  const opens = opening(text, start - delimiter.length);
  const closes = closing(text, end + delimiter.length);
  if (opens === 'no' || closes === 'no') return false;
  const code = opens === 'sure' && closes === 'sure' ? CODE : MAYBE_CODE;
  return !code.test(text.slice(start, end));
}

type Likelihood = 'sure' | 'maybe' | 'no';

function opening(text: string, quoteAt: number): Likelihood {
  const before = text[quoteAt - 1];
  if (before === undefined || SURE_BEFORE.includes(before)) return 'sure';
  if (isWordCode(before.charCodeAt(0)))
    return BEFORE.test(text.slice(Math.max(0, quoteAt - 9), quoteAt)) ? 'sure' : 'no';
  if (!MAYBE_BEFORE.includes(before)) return 'no';
  if (before !== ' ') return 'maybe';
  const word = text[quoteAt - 2] ?? '(';
  return SURE_BEFORE.includes(word) || isWordCode(word.charCodeAt(0)) ? 'sure' : 'maybe';
}

function closing(text: string, behind: number): Likelihood {
  const after = text[behind];
  if (after === undefined || SURE_BEHIND.includes(after)) return 'sure';
  return MAYBE_BEHIND.includes(after) ? 'maybe' : 'no';
}

function isWordCode(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x5f ||
    code >= 0x80
  );
}

/** The string that a literal stands for. */
export function literalValue(text: string, literal: Literal): string {
  const raw = text.slice(literal.start, literal.end);
  if (literal.delimiter.startsWith('\\')) return unescapeText(unescapeText(raw));
  return unescapeText(raw);
}

export function keyOf(text: string, literal: Literal): string | undefined {
  return keyBefore(text, literal.start - literal.delimiter.length);
}

const NEIGHBOURS = 64;
const LONGEST_NEIGHBOUR = 2_048;

interface Near {
  readonly literal: Literal;
  readonly distance: number;
  /** Stands in the same `{ … }`. */
  readonly together: boolean;
  readonly before: boolean;
}

/** Literals within `reach` characters of [start, end): those of the same object first, then by distance. */
export function literalsNear(text: string, start: number, end: number, reach: number): readonly Neighbour[] {
  const low = Math.max(0, start - reach);
  const high = Math.min(text.length, end + reach);
  const behind = end + closingWidth(text, end);
  const before = start - openingWidth(text, start);
  const near = [...literalsBehind(text, behind, high), ...literalsBefore(text, before, low)];
  near.sort((left, right) => Number(right.together) - Number(left.together) || left.distance - right.distance);
  return near.slice(0, NEIGHBOURS).map((one) => neighbourOf(text, one));
}

function neighbourOf(text: string, { literal, together, before, distance }: Near): Neighbour {
  const value = literalValue(text, literal);
  const key = keyOf(text, literal);
  return {
    value,
    ...(key === undefined ? {} : { key }),
    ...(together ? { at: before ? -distance : distance } : {}),
  };
}

/** Length of the delimiter at the end of a span, 0 if the span is no literal. */
function closingWidth(text: string, end: number): number {
  return /^(?:"""|'''|\\?["'`])/.exec(text.slice(end, end + 3))?.[0].length ?? 0;
}

function openingWidth(text: string, start: number): number {
  return /(?:"""|'''|\\?["'`])$/.exec(text.slice(Math.max(0, start - 3), start))?.[0].length ?? 0;
}

/** Quotes, and the borders of objects. */
const SIGNS = /["'`{}]/g;

/** How much deeper into objects a sign leads. */
const DEEPER: Readonly<Record<string, number>> = { '{': 1, '}': -1 };

function literalsBehind(text: string, from: number, high: number): readonly Near[] {
  const found: Near[] = [];
  let depth = 0;
  let left = false;
  let passed = from;
  for (const { 0: sign, index } of text.slice(from, high).matchAll(SIGNS)) {
    const at = from + index;
    if (at < passed) continue;
    depth += DEEPER[sign] ?? 0;
    left ||= depth < 0;
    if (sign in DEEPER) continue;
    const delimiter = text[at - 1] === '\\' ? text.slice(at - 1, at + 1) : sign;
    const start = at + 1;
    const end = closingAt(text, start, Math.min(high, at + LONGEST_NEIGHBOUR), delimiter);
    if (end === undefined) continue;
    const literal = { start, end, delimiter };
    if (end > start) found.push({ literal, distance: at - from, together: !left && depth === 0, before: false });
    passed = end + delimiter.length;
  }
  return found;
}

function literalsBefore(text: string, from: number, low: number): readonly Near[] {
  const found: Near[] = [];
  let depth = 0;
  let left = false;
  let passed = from;
  for (const { 0: sign, index } of [...text.slice(low, from).matchAll(SIGNS)].reverse()) {
    const at = low + index;
    if (at >= passed) continue;
    depth -= DEEPER[sign] ?? 0;
    left ||= depth < 0;
    if (sign in DEEPER) continue;
    const delimiter = text[at - 1] === '\\' ? text.slice(at - 1, at + 1) : sign;
    const end = at - delimiter.length + 1;
    const open = openingAt(text, end, Math.max(low, at - LONGEST_NEIGHBOUR), delimiter);
    if (open === undefined) continue;
    const literal = { start: open + 1, end, delimiter };
    if (end > literal.start) {
      found.push({ literal, distance: from - at, together: !left && depth === 0, before: true });
    }
    passed = open - delimiter.length + 1;
  }
  return found;
}

/** Index of the quote character that opens the literal which ends at `end`. */
function openingAt(text: string, end: number, low: number, delimiter: string): number | undefined {
  const quote = delimiter.slice(-1);
  const escaped = delimiter.length === 2;
  const line = quote === '`' ? low : low + text.slice(low, end).lastIndexOf('\n') + 1;
  for (const at of placesBefore(text, quote, end, line)) if ((text[at - 1] === '\\') === escaped) return at;
  return undefined;
}
