import {
  accept,
  type Cursor,
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
import type { BinaryOperator, Expression } from './syntax.ts';

/**
 * The expression grammars. `rules` is that of Firestore and Storage rules (firebase.google.com/docs/reference/rules/rules), where a
 * slash begins a path; `rtdb` that of Realtime Database rules, where it begins a regular expression.
 */
export type Dialect = 'rules' | 'rtdb';

/** Operators after which binary parsing goes on, by how tightly they bind. */
const BINDING: Readonly<Record<string, { readonly power: number; readonly operator: BinaryOperator }>> = {
  '==': { power: 1, operator: '==' },
  '===': { power: 1, operator: '==' },
  '!=': { power: 1, operator: '!=' },
  '!==': { power: 1, operator: '!=' },
  in: { power: 2, operator: 'in' },
  is: { power: 2, operator: 'is' },
  '<': { power: 3, operator: '<' },
  '<=': { power: 3, operator: '<=' },
  '>': { power: 3, operator: '>' },
  '>=': { power: 3, operator: '>=' },
  '+': { power: 4, operator: '+' },
  '-': { power: 4, operator: '-' },
  '*': { power: 5, operator: '*' },
  '/': { power: 5, operator: '/' },
  '%': { power: 5, operator: '%' },
};

/** Chains of binary operators and of `.name` are trees to the left; longer ones are refused. */
const MAX_CHAIN = 400;

/** @throws RulesSyntaxError */
export function parseExpression(cursor: Cursor, dialect: Dialect): Expression {
  return nested(cursor, () => {
    const test = parseLogical(cursor, dialect, '||');
    if (!accept(cursor, '?')) return test;
    const then = parseExpression(cursor, dialect);
    expect(cursor, ':');
    const otherwise = parseExpression(cursor, dialect);
    return { kind: 'conditional', at: test.at, test, then, otherwise };
  });
}

function parseLogical(cursor: Cursor, dialect: Dialect, operator: '||' | '&&'): Expression {
  const operand = () => (operator === '||' ? parseLogical(cursor, dialect, '&&') : parseBinary(cursor, dialect, 1));
  const first = operand();
  const operands = [first];
  while (accept(cursor, operator)) operands.push(operand());
  return operands.length === 1 ? first : { kind: 'logical', at: first.at, operator, operands };
}

function parseBinary(cursor: Cursor, dialect: Dialect, least: number): Expression {
  let left = parseUnary(cursor, dialect);
  for (let length = 0; length < MAX_CHAIN; length++) {
    const token = peek(cursor);
    const binding = token.kind === 'symbol' || token.kind === 'name' ? bindingOf(token.text) : undefined;
    if (binding === undefined || binding.power < least) return left;
    take(cursor);
    const right = parseBinary(cursor, dialect, binding.power + 1);
    left = { kind: 'binary', at: left.at, operator: binding.operator, left, right };
  }
  throw new RulesSyntaxError('an expression is too long', cursor.position);
}

function bindingOf(text: string): (typeof BINDING)[string] | undefined {
  return Object.hasOwn(BINDING, text) ? BINDING[text] : undefined;
}

function parseUnary(cursor: Cursor, dialect: Dialect): Expression {
  const { at, kind, text } = peek(cursor);
  if (kind !== 'symbol' || (text !== '!' && text !== '-')) return parsePostfix(cursor, dialect);
  take(cursor);
  const operand = nested(cursor, () => parseUnary(cursor, dialect));
  return { kind: 'unary', at, operator: text, operand };
}

function parsePostfix(cursor: Cursor, dialect: Dialect): Expression {
  let expression = parsePrimary(cursor, dialect);
  for (let length = 0; length < MAX_CHAIN; length++) {
    const at = expression.at;
    if (accept(cursor, '.')) {
      expression = { kind: 'member', at, object: expression, name: expectName(cursor).text };
    } else if (isNext(cursor, '(')) {
      expression = { kind: 'call', at, callee: expression, parameters: parseItems(cursor, dialect, '(', ')') };
    } else if (accept(cursor, '[')) {
      expression = parseIndex(cursor, dialect, expression);
    } else {
      return expression;
    }
  }
  throw new RulesSyntaxError('an expression is too long', cursor.position);
}

function parseIndex(cursor: Cursor, dialect: Dialect, object: Expression): Expression {
  const index = parseExpression(cursor, dialect);
  if (!accept(cursor, ':')) {
    expect(cursor, ']');
    return { kind: 'index', at: object.at, object, index };
  }
  const to = parseExpression(cursor, dialect);
  expect(cursor, ']');
  return { kind: 'slice', at: object.at, object, from: index, to };
}

/** A list in brackets; a comma before the closing one is let through. */
function parseItems(cursor: Cursor, dialect: Dialect, open: string, close: string): readonly Expression[] {
  expect(cursor, open);
  const items: Expression[] = [];
  while (!isNext(cursor, close)) {
    items.push(parseExpression(cursor, dialect));
    if (!accept(cursor, ',')) break;
  }
  expect(cursor, close);
  return items;
}

function parsePrimary(cursor: Cursor, dialect: Dialect): Expression {
  const token = peek(cursor);
  const { at } = token;
  if (token.kind === 'string') return { kind: 'literal', at, value: take(cursor).text };
  if (token.kind === 'number') return { kind: 'literal', at, value: Number(take(cursor).text) };
  if (token.kind === 'name') return parseWord(cursor);
  if (accept(cursor, '(')) {
    const inner = parseExpression(cursor, dialect);
    expect(cursor, ')');
    return inner;
  }
  if (token.text === '[') return { kind: 'list', at, items: parseItems(cursor, dialect, '[', ']') };
  if (dialect === 'rules' && token.text === '{') return parseMap(cursor);
  if (token.text === '/') return dialect === 'rules' ? parsePath(cursor) : parseRegex(cursor);
  throw unexpected(cursor, 'an expression');
}

function parseWord(cursor: Cursor): Expression {
  const { at, text } = take(cursor);
  if (text === 'true' || text === 'false') return { kind: 'literal', at, value: text === 'true' };
  if (text === 'null') return { kind: 'literal', at, value: null };
  return { kind: 'name', at, name: text };
}

function parseMap(cursor: Cursor): Expression {
  const { at } = expect(cursor, '{');
  const entries: [Expression, Expression][] = [];
  while (!isNext(cursor, '}')) {
    const key = parseExpression(cursor, 'rules');
    expect(cursor, ':');
    entries.push([key, parseExpression(cursor, 'rules')]);
    if (!accept(cursor, ',')) break;
  }
  expect(cursor, '}');
  return { kind: 'map', at, entries };
}

const PATH_TEXT = /[^\s/()[\]{},;:'"$!&|=<>?+*]+|\(default\)/y;

/** `/databases/$(database)/documents/users/$(request.auth.uid)`: literal segments are raw text, `$(…)` is computed. */
function parsePath(cursor: Cursor): Expression {
  const { at } = peek(cursor);
  const segments: Expression[] = [];
  let position = at;
  while (cursor.source[position] === '/') {
    position++;
    if (cursor.source.startsWith('$(', position)) {
      moveTo(cursor, position + 2);
      segments.push(parseExpression(cursor, 'rules'));
      position = expect(cursor, ')').end;
      continue;
    }
    PATH_TEXT.lastIndex = position;
    const text = PATH_TEXT.exec(cursor.source)?.[0] ?? '';
    if (text !== '') segments.push({ kind: 'literal', at: position, value: text });
    position += text.length;
  }
  moveTo(cursor, position);
  if (position === at + 1) throw unexpected(cursor, 'a path');
  return { kind: 'path', at, segments };
}

/** `/^a[/]b$/i`; a slash inside a class does not end it. */
function parseRegex(cursor: Cursor): Expression {
  const { at } = peek(cursor);
  const { source } = cursor;
  let inClass = false;
  for (let position = at + 1; position < source.length; position++) {
    const character = source[position];
    if (character === '\\') position++;
    else if (character === '[') inClass = true;
    else if (character === ']') inClass = false;
    else if (character === '/' && !inClass) {
      const ignoreCase = source[position + 1] === 'i';
      moveTo(cursor, ignoreCase ? position + 2 : position + 1);
      return { kind: 'regex', at, pattern: source.slice(at + 1, position), ignoreCase };
    }
  }
  throw new RulesSyntaxError('a regular expression is not closed', at);
}

/** A whole text that is one expression. @throws RulesSyntaxError */
export function parseWholeExpression(cursor: Cursor, dialect: Dialect): Expression {
  const expression = parseExpression(cursor, dialect);
  if (skipBlank(cursor.source, cursor.position) < cursor.source.length) throw unexpected(cursor, 'the end');
  return expression;
}
