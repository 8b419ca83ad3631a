import type { Spot } from '../services/verdict.ts';

/** What stops a statement from being read; the parser goes on with the next one. */
export class BicepError extends Error {
  readonly at: number;

  constructor(at: number, reason: string) {
    super(reason);
    this.at = at;
  }
}

const MAX_DEPTH = 80;
const IDENTIFIER = /[A-Za-z_][A-Za-z0-9_]{0,255}/y;
const NUMBER = /\d{1,15}/y;

/** Walks a Bicep text; comments and directives are blanks, line ends are not. */
export interface Cursor {
  readonly text: string;
  readonly at: () => number;
  readonly moveTo: (offset: number) => void;
  readonly spot: (offset: number) => Spot;
  readonly words: (start: number) => string;
  /** Skips blanks and comments, and line ends, too. */
  readonly skip: () => void;
  /** Skips blanks and comments of this line. */
  readonly skipLine: () => void;
  readonly peek: (token: string) => boolean;
  readonly eat: (token: string) => boolean;
  readonly demand: (token: string) => void;
  readonly identifier: () => string | undefined;
  /** The word itself, not the beginning of a longer one. */
  readonly eatWord: (word: string) => boolean;
  readonly number: () => number | undefined;
  readonly fail: (reason: string) => BicepError;
  /** Bounds the depth of nesting. */
  readonly nested: <Result>(read: () => Result) => Result;
}

export function cursorOf(text: string, spot: (offset: number) => Spot): Cursor {
  let position = 0;
  let depth = 0;

  function blank(pattern: RegExp): void {
    for (;;) {
      pattern.lastIndex = position;
      position += pattern.exec(text)?.[0].length ?? 0;
      // Directives for the linter, `#disable-next-line`, say nothing of what is deployed.
      if (text.startsWith('//', position) || text.startsWith('#', position)) {
        const end = text.indexOf('\n', position);
        position = end === -1 ? text.length : end;
      } else if (text.startsWith('/*', position)) {
        const end = text.indexOf('*/', position + 2);
        position = end === -1 ? text.length : end + 2;
      } else return;
    }
  }

  function match(pattern: RegExp): string | undefined {
    pattern.lastIndex = position;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) position += found.length;
    return found;
  }

  const fail = (reason: string) => new BicepError(position, reason);
  const cursor: Cursor = {
    text,
    at: () => position,
    moveTo: (offset) => {
      position = offset;
    },
    spot,
    words: (start) => text.slice(start, Math.min(position, start + 400)).replace(/\s+/g, ''),
    skip: () => blank(/\s*/y),
    skipLine: () => blank(/[^\S\r\n]*/y),
    peek: (token) => text.startsWith(token, position),
    eat: (token) => {
      if (!text.startsWith(token, position)) return false;
      position += token.length;
      return true;
    },
    demand: (token) => {
      if (!cursor.eat(token)) throw fail(`has no “${token}” where one belongs`);
    },
    identifier: () => match(IDENTIFIER),
    eatWord: (word) => {
      const start = position;
      if (match(IDENTIFIER) === word) return true;
      position = start;
      return false;
    },
    number: () => {
      const found = match(NUMBER);
      return found === undefined ? undefined : Number(found);
    },
    fail,
    nested: (read) => {
      if (++depth > MAX_DEPTH) throw fail('is nested too deeply');
      try {
        return read();
      } finally {
        depth--;
      }
    },
  };
  return cursor;
}
