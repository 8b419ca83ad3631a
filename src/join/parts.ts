import type { Place } from '../model.ts';
import { isQuiet } from './rank.ts';
import type { SourceFile } from './trace.ts';

/** A literal of the source, cut at scheme, path and blanks, as a piece of a name may stand in it. */
interface Piece {
  readonly text: string;
  readonly line: number;
  /** True if an expression stands before or after it: an interpolation, a `+`, a format directive. */
  readonly composed: boolean;
}

const SOURCE =
  /\.(?:kts?|java|swift|mm?|dart|[cm]?[jt]sx?|cs|gradle|properties|xcconfig|xml|plist)$|(?:^|\/)\.env[^/]*$/;
const MAX_FILE = 512 << 10;
const MAX_PIECES_IN_FILE = 20_000;
const MAX_PARTS = 4;
/** Lines that pieces of one name may be apart in a source file. */
const NEAR = 60;
const MIN_NAME = 8;
/** The longest piece must have at least this length, or any name could be put together by chance. */
const MIN_LONGEST = 4;
const MAX_NAMES = 100;

/**
 * Names that stand nowhere as a whole but can be put together of literals of one file that stand near each other:
 * `"${BASE}-prod"`, `"acme-" + STAGE`, a format string. At least one of them must be next to an expression. Gives the
 * line of that expression.
 */
export function traceParts(names: readonly string[], files: readonly SourceFile[]): ReadonlyMap<string, Place> {
  const wanted = [...new Set(names)].filter((name) => name.length >= MIN_NAME && /^[\w.-]+$/.test(name));
  const found = new Map<string, Place>();
  if (wanted.length === 0) return found;
  for (const { path, text } of files) {
    if (!SOURCE.test(path) || isQuiet(path) || text.length > MAX_FILE) continue;
    const open = wanted.slice(0, MAX_NAMES).filter((name) => !found.has(name));
    // A name that is composed here begins with a literal of this file.
    const likely = open.filter((name) => text.includes(name.slice(0, 3)));
    if (likely.length === 0) continue;
    const pieces = piecesOf(text);
    for (const name of likely) {
      const parts = cover(name.toLowerCase(), pieces);
      const line = parts?.find(({ composed }) => composed)?.line;
      if (parts === undefined || line === undefined) continue;
      const told = parts.map((part) => `"${part.text}" (line ${part.line})`).join(' and ');
      found.set(name, { origin: 'repo', path, line, locator: `put together from ${told}` });
    }
  }
  return found;
}

const LITERAL = /"((?:[^"\\\n]|\\[^\n]){0,300})"|'((?:[^'\\\n]|\\[^\n]){0,300})'|`((?:[^`\\\n]|\\[^\n]){0,300})`/g;
/** Swift `\(x)`, Kotlin, Dart, JavaScript and C# `${x}` `$x` `{x}`, format directives `%s`, `%1$s`, `%@`. */
const INTERPOLATION = /\\\([^()\n]{0,80}\)|\$?\{[^{}\n]{0,80}\}|\$[A-Za-z_]\w{0,60}|%(?:\d\$)?[s@d]/;

function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.length > 4096 || pieces.length > MAX_PIECES_IN_FILE) continue;
    for (const match of line.matchAll(LITERAL)) {
      const literal = match[1] ?? match[2] ?? match[3] ?? '';
      const before = line.slice(0, match.index).trimEnd();
      const after = line.slice(match.index + match[0].length).trimStart();
      const parts = literal.split(INTERPOLATION);
      const composed = parts.length > 1 || before.endsWith('+') || after.startsWith('+');
      for (const part of parts)
        pieces.push(...tokensOf(part).map((token) => ({ text: token, line: index + 1, composed })));
    }
    const assigned = /^\s{0,40}(?:export )?[\w.-]{1,100}\s{0,20}=\s{0,20}([\w.-]{1,200})\s{0,20}$/.exec(line)?.[1];
    if (assigned !== undefined) pieces.push({ text: assigned.toLowerCase(), line: index + 1, composed: false });
  }
  return pieces;
}

function tokensOf(literal: string): readonly string[] {
  return literal
    .split(/[^\w.-]+/)
    .filter((token) => token !== '')
    .map((token) => token.toLowerCase());
}

/** Pieces that make up the whole name, or undefined. A last piece may go on with `.` (`-prod.s3.amazonaws.com`). */
function cover(name: string, pieces: readonly Piece[]): readonly Piece[] | undefined {
  const fitting = pieces.filter(({ text }) => text.length > 1 && (name.includes(text) || endsName(name, text)));
  if (fitting.length < 2 || fitting.length > 400) return undefined;
  let steps = 20_000;
  const extend = (at: number, chosen: readonly Piece[]): readonly Piece[] | undefined => {
    steps -= 1;
    if (steps < 0 || chosen.length >= MAX_PARTS) return undefined;
    for (const piece of fitting) {
      if (chosen[0] !== undefined && Math.abs(piece.line - chosen[0].line) > NEAR) continue;
      const rest = name.slice(at);
      const last = piece.text === rest || piece.text.startsWith(`${rest}.`);
      if (last && chosen.length > 0) {
        const all = [...chosen, { ...piece, text: rest }];
        if (isConvincing(all)) return all;
        continue;
      }
      if (!rest.startsWith(piece.text) || piece.text.length === rest.length) continue;
      const whole = extend(at + piece.text.length, [...chosen, piece]);
      if (whole !== undefined) return whole;
    }
    return undefined;
  };
  return extend(0, []);
}

function endsName(name: string, text: string): boolean {
  const dot = text.indexOf('.');
  return dot > 1 && name.endsWith(text.slice(0, dot));
}

function isConvincing(parts: readonly Piece[]): boolean {
  return parts.some(({ composed }) => composed) && parts.some(({ text }) => text.length >= MIN_LONGEST);
}
