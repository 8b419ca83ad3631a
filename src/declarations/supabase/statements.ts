import { messageOf } from '../../shared/errors.ts';
import type { Tree } from './tree.ts';
import { child, list } from './tree.ts';

/** One statement of a SQL text. */
export interface Statement {
  /** UTF-16 offset of its first token. */
  readonly at: number;
  readonly tree: Tree;
}

export interface ParsedSql {
  readonly statements: readonly Statement[];
  readonly problems: readonly { readonly at: number; readonly reason: string }[];
}

export interface SqlParser {
  /** Never throws: a statement that PostgreSQL would refuse is a problem, the others are given. */
  readonly parse: (sql: string) => ParsedSql;
}

/** Nested deeper, a text could exhaust the stack of the compiled parser. */
const MAX_NESTING = 300;
const MAX_PROBLEMS = 20;

/** Loads PostgreSQL's own parser, compiled to WebAssembly. */
export async function loadSqlParser(): Promise<SqlParser> {
  const { loadModule, parseSync } = await import('libpg-query');
  await loadModule();
  const trees = (sql: string): readonly Tree[] => list(parseSync(sql) as unknown as Tree, 'stmts');
  return { parse: (sql) => parseSql(sql, trees) };
}

function parseSql(source: string, trees: (sql: string) => readonly Tree[]): ParsedSql {
  const sql = withoutMetaCommands(source);
  if (nestingOf(sql) > MAX_NESTING) return { statements: [], problems: [{ at: 0, reason: 'nested too deeply' }] };
  try {
    return { statements: located(sql, trees(sql)), problems: [] };
  } catch {
    return parseEach(sql, trees);
  }
}

/** `\connect`, `\restrict` and the like of psql are no SQL; blanks of the same length take their place. */
function withoutMetaCommands(source: string): string {
  if (!source.includes('\\')) return source;
  return source.replace(/^\\[^\r\n]*/gm, (line) => ' '.repeat(line.length));
}

function nestingOf(sql: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < sql.length; index++) {
    const code = sql.charCodeAt(index);
    if (code === 40 || code === 91) deepest = Math.max(deepest, ++depth);
    if (code === 41 || code === 93) depth = Math.max(0, depth - 1);
  }
  return deepest;
}

/** Statement offsets are UTF-8 bytes and ascend; one pass turns them into UTF-16. */
function located(sql: string, trees: readonly Tree[]): readonly Statement[] {
  let index = 0;
  let bytes = 0;
  return trees.flatMap((entry) => {
    const start = Number(entry.stmt_location ?? 0);
    while (bytes < start && index < sql.length) {
      const code = sql.codePointAt(index) ?? 0;
      bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      index += code < 0x10000 ? 1 : 2;
    }
    const tree = child(entry, 'stmt');
    return tree === undefined ? [] : [{ at: skipBlank(sql, index), tree }];
  });
}

/** Statement by statement, so that one error does not hide the rest. */
function parseEach(sql: string, trees: (sql: string) => readonly Tree[]): ParsedSql {
  const statements: Statement[] = [];
  const problems: { at: number; reason: string }[] = [];
  for (const { start, end } of splitStatements(sql)) {
    const at = skipBlank(sql, start);
    if (at >= end) continue;
    try {
      for (const entry of trees(sql.slice(at, end))) {
        const tree = child(entry, 'stmt');
        if (tree !== undefined) statements.push({ at, tree });
      }
    } catch (error) {
      if (problems.length < MAX_PROBLEMS) problems.push({ at, reason: withoutQuotes(messageOf(error)) });
    }
  }
  return { statements, problems };
}

/** PostgreSQL quotes the text it stumbles over, which may be a secret. */
function withoutQuotes(message: string): string {
  return message.replace(/"[^"]{0,1000}"?/g, '"…"').slice(0, 200);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]{0,62})?\$/y;

/** Spans between semicolons that stand outside strings, quoted names and comments. */
export function splitStatements(sql: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  let position = 0;
  while (position < sql.length) {
    if (sql[position] === ';') {
      spans.push({ start, end: position });
      start = position + 1;
    }
    position = skipLexeme(sql, position);
  }
  if (start < sql.length) spans.push({ start, end: sql.length });
  return spans;
}

/** Offset behind the string, quoted name or comment that begins here, else behind the character. */
function skipLexeme(sql: string, at: number): number {
  const character = sql[at];
  if (character === "'") return skipQuoted(sql, at, "'", /[eE]/.test(sql[at - 1] ?? ''));
  if (character === '"') return skipQuoted(sql, at, '"', false);
  if (character === '-' || character === '/') return Math.max(at + 1, skipComment(sql, at));
  if (character !== '$') return at + 1;
  DOLLAR_TAG.lastIndex = at;
  const tag = DOLLAR_TAG.exec(sql)?.[0];
  if (tag === undefined) return at + 1;
  const end = sql.indexOf(tag, at + tag.length);
  return end === -1 ? sql.length : end + tag.length;
}

/** A doubled quote ends one string and begins the next, which is the same to us. */
function skipQuoted(sql: string, at: number, quote: string, escapes: boolean): number {
  for (let position = at + 1; position < sql.length; position++) {
    if (escapes && sql[position] === '\\') position++;
    else if (sql[position] === quote) return position + 1;
  }
  return sql.length;
}

/** Behind the comment that begins here; `at` itself if none does. Block comments nest in PostgreSQL. */
function skipComment(sql: string, at: number): number {
  if (sql.startsWith('--', at)) {
    const end = sql.indexOf('\n', at);
    return end === -1 ? sql.length : end + 1;
  }
  if (!sql.startsWith('/*', at)) return at;
  let depth = 0;
  for (let position = at; position < sql.length; position++) {
    if (sql.startsWith('/*', position)) depth++;
    else if (sql.startsWith('*/', position)) depth--;
    else continue;
    position++;
    if (depth === 0) return position + 1;
  }
  return sql.length;
}

function skipBlank(sql: string, from: number): number {
  let position = from;
  for (;;) {
    while (/\s/.test(sql[position] ?? '')) position++;
    if (sql[position] === ';') {
      position++;
      continue;
    }
    const next = skipComment(sql, position);
    if (next === position) return position;
    position = next;
  }
}
