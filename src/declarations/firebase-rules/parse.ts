import {
  accept,
  type Cursor,
  cursorOf,
  expect,
  expectName,
  isNext,
  moveTo,
  nested,
  peek,
  RulesSyntaxError,
  skipBlank,
  take,
  unexpected,
} from './cursor.ts';
import { parseExpression } from './expression.ts';
import type {
  Allow,
  Block,
  Expression,
  FunctionDeclaration,
  Match,
  Method,
  RulesFile,
  Segment,
  Service,
  ServiceName,
  SyntaxProblem,
} from './syntax.ts';

/** Later problems of one file are counted, not told. */
const MAX_PROBLEMS = 50;

const METHODS: readonly Method[] = ['read', 'write', 'get', 'list', 'create', 'update', 'delete'];

/**
 * Parses Firestore or Storage rules (grammar: firebase.google.com/docs/rules/rules-language). Lenient as the wild needs: any order, a condition or
 * `;` left out. Never throws: what does not follow the grammar becomes a problem and is skipped, statement by statement.
 */
export function parseRules(source: string): RulesFile {
  const cursor = cursorOf(source);
  const problems: SyntaxProblem[] = [];
  const functions: FunctionDeclaration[] = [];
  const services: Service[] = [];
  let version: '1' | '2' = '1';
  while (!atEnd(cursor, problems)) {
    recovering(cursor, problems, () => {
      if (isNext(cursor, 'rules_version')) version = parseVersion(cursor);
      else if (isNext(cursor, 'service')) services.push(parseService(cursor, problems));
      else if (isNext(cursor, 'import')) skipStatement(cursor);
      else functions.push(parseFunction(cursor));
    });
  }
  return { version, functions, services, problems };
}

function atEnd(cursor: Cursor, problems: SyntaxProblem[]): boolean {
  try {
    return peek(cursor).kind === 'end';
  } catch (error) {
    report(error, problems);
    moveTo(cursor, cursor.source.length);
    return true;
  }
}

/** Runs a statement's parser; after a syntax error goes on behind the statement, always at least one character further. */
function recovering(cursor: Cursor, problems: SyntaxProblem[], parse: () => void): void {
  const start = skipBlank(cursor.source, cursor.position);
  const depth = cursor.depth;
  try {
    parse();
  } catch (error) {
    report(error, problems);
    cursor.depth = depth;
    if (cursor.position <= start) moveTo(cursor, start);
    skipStatement(cursor);
    if (cursor.position <= start) moveTo(cursor, start + 1);
  }
}

function report(error: unknown, problems: SyntaxProblem[]): void {
  if (!(error instanceof RulesSyntaxError)) throw error;
  if (problems.length < MAX_PROBLEMS) problems.push({ at: error.at, reason: error.message });
}

/** Goes behind the next `;`, or behind the block that opens before it; stops before a `}` that closes the block around. */
function skipStatement(cursor: Cursor): void {
  const { source } = cursor;
  let depth = 0;
  let position = cursor.position;
  while (position < source.length) {
    position = skipBlank(source, position);
    const character = source[position];
    if (character === '"' || character === "'") {
      const end = source.indexOf(character, position + 1);
      position = end === -1 ? position + 1 : end + 1;
      continue;
    }
    if (character === '}' && depth === 0) break;
    position++;
    if (character === '{') depth++;
    if (character === '}') depth--;
    if (depth === 0 && (character === ';' || character === '}')) break;
  }
  moveTo(cursor, position);
}

function parseVersion(cursor: Cursor): '1' | '2' {
  expect(cursor, 'rules_version');
  expect(cursor, '=');
  const { kind, text } = take(cursor);
  accept(cursor, ';');
  return (kind === 'string' || kind === 'number') && text === '2' ? '2' : '1';
}

function parseService(cursor: Cursor, problems: SyntaxProblem[]): Service {
  const { at } = expect(cursor, 'service');
  const first = expectName(cursor);
  expect(cursor, '.');
  const name = serviceName(`${first.text}.${expectName(cursor).text}`, first.at);
  return { ...parseBlock(cursor, problems, at), name };
}

function serviceName(name: string, at: number): ServiceName {
  if (name === 'cloud.firestore' || name === 'firebase.storage') return name;
  throw new RulesSyntaxError(`unknown service '${name.slice(0, 40)}'`, at);
}

function parseBlock(cursor: Cursor, problems: SyntaxProblem[], at: number): Block {
  expect(cursor, '{');
  const allows: Allow[] = [];
  const functions: FunctionDeclaration[] = [];
  const matches: Match[] = [];
  while (!atEnd(cursor, problems) && !isNext(cursor, '}')) {
    recovering(cursor, problems, () => {
      if (isNext(cursor, 'allow')) allows.push(parseAllow(cursor));
      else if (isNext(cursor, 'match')) matches.push(nested(cursor, () => parseMatch(cursor, problems)));
      else if (!accept(cursor, ';')) functions.push(parseFunction(cursor));
    });
  }
  if (!accept(cursor, '}') && problems.length < MAX_PROBLEMS) problems.push({ at, reason: 'a block is not closed' });
  return { at, allows, functions, matches };
}

function parseMatch(cursor: Cursor, problems: SyntaxProblem[]): Match {
  const { at } = expect(cursor, 'match');
  const segments = parsePattern(cursor);
  return { ...parseBlock(cursor, problems, at), segments };
}

const SEGMENT = /\{\s*([A-Za-z_]\w*)\s*(=\s*\*\*)?\s*\}|[^\s/{}'";]+/y;

function parsePattern(cursor: Cursor): readonly Segment[] {
  const { source } = cursor;
  const segments: Segment[] = [];
  let position = skipBlank(source, cursor.position);
  const start = position;
  if (source[position] === '/') position++;
  for (;;) {
    SEGMENT.lastIndex = position;
    const found = SEGMENT.exec(source);
    if (found === null) break;
    segments.push(segmentOf(found));
    position = SEGMENT.lastIndex;
    if (source[position] !== '/') break;
    position++;
  }
  moveTo(cursor, position);
  if (segments.length === 0 && position === start) throw unexpected(cursor, 'a path');
  if (!isNext(cursor, '{')) throw unexpected(cursor, "'{' after the path");
  return segments;
}

function segmentOf([text, name, rest]: RegExpExecArray): Segment {
  if (name === undefined) return { kind: 'literal', text };
  return rest === undefined ? { kind: 'one', name } : { kind: 'rest', name };
}

function parseAllow(cursor: Cursor): Allow {
  const { at } = expect(cursor, 'allow');
  const methods = [parseMethod(cursor)];
  while (accept(cursor, ',')) methods.push(parseMethod(cursor));
  const condition = accept(cursor, ':') ? parseCondition(cursor) : undefined;
  if (condition === undefined && !isNext(cursor, ';') && !startsStatement(cursor))
    throw unexpected(cursor, "':' or ';'");
  if (!accept(cursor, ';') && !startsStatement(cursor)) throw unexpected(cursor, "';'");
  return condition === undefined ? { at, methods } : { at, methods, condition };
}

/** True where a `;` was left out: what follows begins or ends a statement of its own. */
function startsStatement(cursor: Cursor): boolean {
  return ['}', 'allow', 'match', 'function', 'export'].some((word) => isNext(cursor, word));
}

function parseCondition(cursor: Cursor): Expression {
  expect(cursor, 'if');
  return parseExpression(cursor, 'rules');
}

function parseMethod(cursor: Cursor): Method {
  const token = expectName(cursor);
  const method = METHODS.find((candidate) => candidate === token.text);
  if (method === undefined) throw new RulesSyntaxError(`unknown method '${token.text.slice(0, 40)}'`, token.at);
  return method;
}

function parseFunction(cursor: Cursor): FunctionDeclaration {
  accept(cursor, 'export');
  const { at } = expect(cursor, 'function');
  const name = expectName(cursor).text;
  const parameters = parseParameters(cursor);
  expect(cursor, '{');
  const bindings: { name: string; value: Expression }[] = [];
  while (accept(cursor, 'let')) {
    const binding = expectName(cursor).text;
    expect(cursor, '=');
    bindings.push({ name: binding, value: parseExpression(cursor, 'rules') });
    accept(cursor, ';');
  }
  expect(cursor, 'return');
  const result = parseExpression(cursor, 'rules');
  accept(cursor, ';');
  expect(cursor, '}');
  return { at, name, parameters, bindings, result };
}

function parseParameters(cursor: Cursor): readonly string[] {
  expect(cursor, '(');
  const names: string[] = [];
  while (!isNext(cursor, ')')) {
    names.push(expectName(cursor).text);
    if (!accept(cursor, ',')) break;
  }
  expect(cursor, ')');
  return names;
}
