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

// Codes, not characters: these loops run over thousands of characters for each hit.
const LINE_END = 0x0a;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const BACKSLASH = 0x5c;
const BACKTICK = 0x60;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

function isQuote(code: number): boolean {
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE || code === BACKTICK;
}

/** How far back a literal may begin before the place it is searched from. */
const REACH_BACK = 8_192;

/** The innermost literal that encloses [from, to) and lies within [low, high). */
export function literalAround(text: string, from: number, to: number, low: number, high: number): Literal | undefined {
  const seen = new Set<string>();
  let lines = false;
  for (let at = from - 1; at >= Math.max(low, from - REACH_BACK) && seen.size < 5; at -= 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_END) lines = true;
    if (!isQuote(code)) continue;
    const delimiter = delimiterAt(text, at, low);
    if (delimiter === undefined || seen.has(delimiter)) continue;
    seen.add(delimiter);
    if (lines && !crossesLines(delimiter)) continue;
    const literal = closed(text, at + 1, to, high, delimiter);
    if (literal !== undefined) return literal;
  }
  return undefined;
}

function crossesLines(delimiter: string): boolean {
  return delimiter === '`' || delimiter.length === 3;
}

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

/** Index of the next closing delimiter at or after `from`. */
function closingAt(text: string, from: number, high: number, delimiter: string): number | undefined {
  const quote = delimiter.charCodeAt(delimiter.length - 1);
  const escaped = delimiter.startsWith('\\');
  for (let at = from; at < high; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) {
      if (escaped && text.charCodeAt(at + 1) === quote) return at;
      at += 1;
      continue;
    }
    if (code === LINE_END && !crossesLines(delimiter)) return undefined;
    if (code !== quote) continue;
    // An unescaped quote of the outer literal ends the inner one too: it was none.
    if (escaped) return undefined;
    if (delimiter.length === 1) return at;
    if (text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote) return at;
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

function literalsBehind(text: string, from: number, high: number): readonly Near[] {
  const found: Near[] = [];
  let depth = 0;
  let left = false;
  for (let at = from; at < high; at += 1) {
    const code = text.charCodeAt(at);
    if (code === OPENING_BRACE) depth += 1;
    if (code === CLOSING_BRACE) depth -= 1;
    if (depth < 0) left = true;
    if (!isQuote(code)) continue;
    const delimiter = text[at - 1] === '\\' ? text.slice(at - 1, at + 1) : text.charAt(at);
    const end = closingAt(text, at + 1, Math.min(high, at + LONGEST_NEIGHBOUR), delimiter);
    if (end === undefined) continue;
    const literal = { start: at + 1, end, delimiter };
    if (end > literal.start) {
      found.push({ literal, distance: at - from, together: !left && depth === 0, before: false });
    }
    at = end + delimiter.length - 1;
  }
  return found;
}

function literalsBefore(text: string, from: number, low: number): readonly Near[] {
  const found: Near[] = [];
  let depth = 0;
  let left = false;
  for (let at = from - 1; at >= low; at -= 1) {
    const code = text.charCodeAt(at);
    if (code === CLOSING_BRACE) depth += 1;
    if (code === OPENING_BRACE) depth -= 1;
    if (depth < 0) left = true;
    if (!isQuote(code)) continue;
    const delimiter = text[at - 1] === '\\' ? text.slice(at - 1, at + 1) : text.charAt(at);
    const end = at - delimiter.length + 1;
    const open = openingAt(text, end - 1, Math.max(low, at - LONGEST_NEIGHBOUR), delimiter);
    if (open === undefined) continue;
    const literal = { start: open + 1, end, delimiter };
    if (end > literal.start) {
      found.push({ literal, distance: from - at, together: !left && depth === 0, before: true });
    }
    at = open - delimiter.length + 1;
  }
  return found;
}

/** Index of the quote character that opens the literal which ends behind `from`. */
function openingAt(text: string, from: number, low: number, delimiter: string): number | undefined {
  const quote = delimiter.charCodeAt(delimiter.length - 1);
  const escaped = delimiter.length === 2;
  for (let at = from; at >= low; at -= 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_END && quote !== BACKTICK) return undefined;
    if (code !== quote) continue;
    if ((text[at - 1] === '\\') === escaped) return at;
  }
  return undefined;
}
