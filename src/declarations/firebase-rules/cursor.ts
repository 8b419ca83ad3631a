/** Where a parser stands in a source text, and its tokens. Each parser reads tokens on demand, because `/` means three things. */

export type TokenKind = 'name' | 'number' | 'string' | 'symbol' | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly at: number;
  readonly end: number;
  /** The name or symbol as written, the number's digits, the string's value. */
  readonly text: string;
}

export interface Cursor {
  readonly source: string;
  position: number;
  /** Nesting of what is being parsed; bounded by MAX_DEPTH. */
  depth: number;
  ahead?: Token | undefined;
}

/** Deeper nesting is refused: rules in the wild stay below 20. */
export const MAX_DEPTH = 200;

/** A statement that does not follow the grammar; the parser recovers after it. */
export class RulesSyntaxError extends Error {
  override readonly name = 'RulesSyntaxError';
  readonly at: number;
  constructor(reason: string, at: number) {
    super(reason);
    this.at = at;
  }
}

export function cursorOf(source: string): Cursor {
  return { source, position: 0, depth: 0 };
}

/** Offset of the next character that is neither white space nor comment. */
export function skipBlank(source: string, from: number): number {
  let position = from;
  for (;;) {
    const code = source.charCodeAt(position);
    if (code === 32 || (code >= 9 && code <= 13) || code === 0xfeff || code === 0xa0) position++;
    else if (source.startsWith('//', position)) position = lineEnd(source, position);
    else if (source.startsWith('/*', position)) position = commentEnd(source, position);
    else return position;
  }
}

function lineEnd(source: string, from: number): number {
  for (let position = from; position < source.length; position++) {
    const code = source.charCodeAt(position);
    if (code === 10 || code === 13) return position;
  }
  return source.length;
}

function commentEnd(source: string, from: number): number {
  const end = source.indexOf('*/', from + 2);
  return end === -1 ? source.length : end + 2;
}

export function peek(cursor: Cursor): Token {
  if (cursor.ahead?.at !== undefined) return cursor.ahead;
  cursor.ahead = readToken(cursor.source, skipBlank(cursor.source, cursor.position));
  return cursor.ahead;
}

export function take(cursor: Cursor): Token {
  const token = peek(cursor);
  moveTo(cursor, token.end);
  return token;
}

/** Goes on from an offset; whatever was looked at ahead is read anew. */
export function moveTo(cursor: Cursor, position: number): void {
  cursor.position = position;
  cursor.ahead = undefined;
}

export function isNext(cursor: Cursor, text: string): boolean {
  const token = peek(cursor);
  return token.text === text && (token.kind === 'symbol' || token.kind === 'name');
}

/** Takes the token if it is the next one. */
export function accept(cursor: Cursor, text: string): boolean {
  if (!isNext(cursor, text)) return false;
  take(cursor);
  return true;
}

export function expect(cursor: Cursor, text: string): Token {
  if (!isNext(cursor, text)) throw unexpected(cursor, `'${text}'`);
  return take(cursor);
}

export function expectName(cursor: Cursor): Token {
  if (peek(cursor).kind !== 'name') throw unexpected(cursor, 'a name');
  return take(cursor);
}

export function unexpected(cursor: Cursor, wanted: string): RulesSyntaxError {
  const token = peek(cursor);
  const found = token.kind === 'end' ? 'the end of the text' : `'${token.text.slice(0, 20)}'`;
  return new RulesSyntaxError(`expected ${wanted}, found ${found}`, token.at);
}

/** Runs `parse` one level deeper. */
export function nested<Result>(cursor: Cursor, parse: () => Result): Result {
  if (cursor.depth >= MAX_DEPTH) throw new RulesSyntaxError('nested too deeply', cursor.position);
  cursor.depth++;
  try {
    return parse();
  } finally {
    cursor.depth--;
  }
}

const SYMBOLS: readonly string[] = ['===', '!==', '==', '!=', '<=', '>=', '&&', '||'];
const NAME = /[A-Za-z_$][A-Za-z0-9_$]*/y;
const NUMBER = /(?:0x[0-9a-fA-F]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;

function readToken(source: string, at: number): Token {
  const character = source[at];
  if (character === undefined) return { kind: 'end', at, end: at, text: '' };
  const name = matchAt(NAME, source, at);
  if (name !== undefined) return { kind: 'name', at, end: at + name.length, text: name };
  const number = matchAt(NUMBER, source, at);
  if (number !== undefined) return { kind: 'number', at, end: at + number.length, text: number };
  if (character === '"' || character === "'") return readString(source, at);
  const symbol = SYMBOLS.find((candidate) => source.startsWith(candidate, at)) ?? character;
  return { kind: 'symbol', at, end: at + symbol.length, text: symbol };
}

function matchAt(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '0': '\0' };

function readString(source: string, at: number): Token {
  const quote = source[at];
  const parts: string[] = [];
  let position = at + 1;
  let start = position;
  while (position < source.length && source[position] !== quote) {
    if (source[position] !== '\\') {
      position++;
      continue;
    }
    parts.push(source.slice(start, position), escaped(source, position + 1));
    position += escapeLength(source, position + 1) + 1;
    start = position;
  }
  if (position >= source.length) throw new RulesSyntaxError('a string is not closed', at);
  parts.push(source.slice(start, position));
  return { kind: 'string', at, end: position + 1, text: parts.join('') };
}

const UNICODE_ESCAPE = /u([0-9a-fA-F]{4})/y;

function escapeLength(source: string, at: number): number {
  return matchAt(UNICODE_ESCAPE, source, at)?.length ?? 1;
}

function escaped(source: string, at: number): string {
  const unicode = matchAt(UNICODE_ESCAPE, source, at);
  if (unicode !== undefined) return String.fromCharCode(Number.parseInt(unicode.slice(1), 16));
  const character = source[at] ?? '';
  return ESCAPES[character] ?? character;
}
