import type { Expression, Loop, ObjectEntry, ResourceDeclaration } from '../arm/expression.ts';
import type { Cursor } from './cursor.ts';
import { stringExpression } from './strings.ts';

/** Reads the resource that begins at the cursor, within another one. */
export type NestedResource = (cursor: Cursor) => ResourceDeclaration;

/** An object together with the resources that are nested in it. */
export interface Body {
  readonly object: Expression;
  readonly nested: readonly ResourceDeclaration[];
}

/** Operators from loosest to tightest (learn.microsoft.com/azure/azure-resource-manager/bicep/operators), as template functions. */
const LEVELS: readonly Readonly<Record<string, string>>[] = [
  { '??': 'coalesce' },
  { '||': 'or' },
  { '&&': 'and' },
  { '==': 'equals', '!=': 'notEquals', '=~': 'opaque', '!~': 'opaque' },
  { '<=': 'opaque', '>=': 'opaque', '<': 'opaque', '>': 'opaque' },
  { '+': 'add', '-': 'sub' },
  { '*': 'opaque', '/': 'opaque', '%': 'opaque' },
];
/** These may begin the next line; the others would be read as the start of another item. */
const ACROSS_LINES: ReadonlySet<string> = new Set(['??', '||', '&&', '==', '!=']);

export function expression(cursor: Cursor): Expression {
  return cursor.nested(() => {
    cursor.skipLine();
    const start = cursor.at();
    const condition = binary(cursor, 0);
    if (!eatAhead(cursor, '?')) return condition;
    cursor.skip();
    const yes = expression(cursor);
    cursor.skip();
    cursor.demand(':');
    cursor.skip();
    const no = expression(cursor);
    return made(cursor, start, { type: 'call', name: 'if', args: [condition, yes, no] });
  });
}

type Bare = Expression extends infer One ? (One extends Expression ? Omit<One, 'spot' | 'words'> : never) : never;

function made(cursor: Cursor, start: number, bare: Bare): Expression {
  return { ...bare, spot: cursor.spot(start), words: cursor.words(start) };
}

/** A token on this line or at the beginning of a following one. */
function eatAhead(cursor: Cursor, token: string): boolean {
  const before = cursor.at();
  cursor.skip();
  // `?.` and `??` are other operators.
  const found = cursor.peek(token) && !(token === '?' && (cursor.peek('?.') || cursor.peek('??') || cursor.peek('?[')));
  if (found && cursor.eat(token)) return true;
  cursor.moveTo(before);
  return false;
}

function binary(cursor: Cursor, level: number): Expression {
  const operators = LEVELS[level];
  if (operators === undefined) return unary(cursor);
  const start = cursor.at();
  let left = binary(cursor, level + 1);
  for (;;) {
    const found = Object.keys(operators).find((token) => eatOperator(cursor, token));
    if (found === undefined) return left;
    cursor.skip();
    const right = binary(cursor, level + 1);
    left = made(cursor, start, operation(operators[found] ?? 'opaque', left, right));
  }
}

function eatOperator(cursor: Cursor, token: string): boolean {
  if (ACROSS_LINES.has(token)) return eatAhead(cursor, token);
  cursor.skipLine();
  return cursor.eat(token);
}

function operation(name: string, left: Expression, right: Expression): Bare {
  if (name === 'opaque') return { type: 'opaque' };
  if (name !== 'notEquals') return { type: 'call', name, args: [left, right] };
  const { spot, words } = left;
  return { type: 'call', name: 'not', args: [{ type: 'call', name: 'equals', args: [left, right], spot, words }] };
}

function unary(cursor: Cursor): Expression {
  return cursor.nested(() => {
    cursor.skipLine();
    const start = cursor.at();
    if (cursor.eat('!')) return made(cursor, start, { type: 'call', name: 'not', args: [unary(cursor)] });
    if (cursor.eat('-')) {
      unary(cursor);
      return made(cursor, start, { type: 'opaque' });
    }
    return postfix(cursor, start, primary(cursor));
  });
}

function postfix(cursor: Cursor, start: number, first: Expression): Expression {
  let at = first;
  for (;;) {
    if (cursor.eat('::')) {
      // A nested resource by its own symbol.
      const name = cursor.identifier();
      if (name === undefined) throw cursor.fail('has no name behind “::”');
      at = made(cursor, start, { type: 'name', name });
    } else if (isAccess(cursor)) at = access(cursor, start, at);
    else if (cursor.peek('[')) at = index(cursor, start, at);
    else if (!cursor.peek('!=') && cursor.eat('!')) continue;
    else return at;
  }
}

function isAccess(cursor: Cursor): boolean {
  if (cursor.peek('.?') || cursor.peek('?.')) return true;
  return cursor.peek('.') && !cursor.peek('...');
}

function access(cursor: Cursor, start: number, of: Expression): Expression {
  if (!cursor.eat('.?') && !cursor.eat('?.')) cursor.demand('.');
  const from = cursor.at();
  const name = cursor.identifier();
  if (name === undefined) throw cursor.fail('has no name behind a dot');
  if (cursor.peek('(')) {
    const args = callArguments(cursor);
    return made(cursor, start, { type: 'call', name, args });
  }
  const key = made(cursor, from, { type: 'literal', value: name });
  return made(cursor, start, { type: 'member', of, key });
}

function index(cursor: Cursor, start: number, of: Expression): Expression {
  cursor.demand('[');
  cursor.eat('?');
  cursor.skip();
  const key = expression(cursor);
  cursor.skip();
  cursor.demand(']');
  return made(cursor, start, { type: 'member', of, key });
}

function primary(cursor: Cursor): Expression {
  const start = cursor.at();
  if (cursor.peek("'")) return stringExpression(cursor, expression);
  if (cursor.peek('{')) return objectBody(cursor, undefined).object;
  if (cursor.peek('[')) return list(cursor);
  if (cursor.peek('(')) return parenthesised(cursor, start);
  const number = cursor.number();
  if (number !== undefined) return made(cursor, start, { type: 'literal', value: number });
  const name = cursor.identifier();
  if (name === undefined) throw cursor.fail('has no value where one belongs');
  if (name === 'true' || name === 'false') return made(cursor, start, { type: 'literal', value: name === 'true' });
  if (name === 'null') return made(cursor, start, { type: 'literal', value: null });
  cursor.skipLine();
  if (cursor.peek('(')) {
    const args = callArguments(cursor);
    return made(cursor, start, { type: 'call', name, args });
  }
  if (eatAhead(cursor, '=>')) return lambda(cursor, start);
  return made(cursor, start, { type: 'name', name });
}

/** `(a, b) => …` begins like an expression in parentheses. */
function parenthesised(cursor: Cursor, start: number): Expression {
  cursor.demand('(');
  cursor.skip();
  if (cursor.eat(')')) {
    if (eatAhead(cursor, '=>')) return lambda(cursor, start);
    throw cursor.fail('has nothing in its parentheses');
  }
  const inner = expression(cursor);
  cursor.skip();
  while (cursor.eat(',')) {
    cursor.skip();
    expression(cursor);
    cursor.skip();
  }
  cursor.demand(')');
  return eatAhead(cursor, '=>') ? lambda(cursor, start) : inner;
}

/** What a function maps its items to is not worked out. */
function lambda(cursor: Cursor, start: number): Expression {
  cursor.skip();
  expression(cursor);
  return made(cursor, start, { type: 'opaque' });
}

function callArguments(cursor: Cursor): readonly Expression[] {
  cursor.demand('(');
  const args: Expression[] = [];
  for (;;) {
    cursor.skip();
    if (cursor.eat(')')) return args;
    args.push(expression(cursor));
    cursor.skip();
    cursor.eat(',');
  }
}

function list(cursor: Cursor): Expression {
  const start = cursor.at();
  cursor.demand('[');
  cursor.skip();
  if (cursor.eatWord('for')) {
    const loop = loopHead(cursor);
    const body = expression(cursor);
    cursor.skip();
    cursor.demand(']');
    return made(cursor, start, { type: 'loop', loop, body });
  }
  const items: Expression[] = [];
  for (;;) {
    cursor.skip();
    if (cursor.eat(']')) return made(cursor, start, { type: 'list', items });
    // What is spread in is not worked out.
    cursor.eat('...');
    items.push(expression(cursor));
    cursor.skip();
    cursor.eat(',');
  }
}

/** `item in over:` or `(item, index) in over:`, behind `for`. */
export function loopHead(cursor: Cursor): Loop {
  cursor.skip();
  const paired = cursor.eat('(');
  cursor.skip();
  const item = cursor.identifier();
  let index: string | undefined;
  if (paired) {
    cursor.skip();
    cursor.demand(',');
    cursor.skip();
    index = cursor.identifier();
    cursor.skip();
    cursor.demand(')');
  }
  cursor.skip();
  if (item === undefined || !cursor.eatWord('in')) throw cursor.fail('has a loop without “in”');
  cursor.skip();
  const over = expression(cursor);
  cursor.skip();
  cursor.demand(':');
  cursor.skip();
  return { item, ...(index === undefined ? {} : { index }), over };
}

/** An object; with `nested`, one that may hold resources. */
export function objectBody(cursor: Cursor, nested: NestedResource | undefined): Body {
  return cursor.nested(() => {
    const start = cursor.at();
    const entries: ObjectEntry[] = [];
    const resources: ResourceDeclaration[] = [];
    cursor.demand('{');
    for (;;) {
      cursor.skip();
      if (cursor.eat('}')) return { object: made(cursor, start, { type: 'object', entries }), nested: resources };
      if (cursor.eat(',')) continue;
      if (cursor.eat('...')) expression(cursor);
      else if (cursor.eat('@')) expression(cursor);
      else if (nested !== undefined && isNestedResource(cursor)) resources.push(nested(cursor));
      else entries.push(objectEntry(cursor));
    }
  });
}

/** `resource name 'type' = …`; a key of that name has a colon behind it. */
function isNestedResource(cursor: Cursor): boolean {
  return /^resource\s+[A-Za-z_]/.test(cursor.text.slice(cursor.at(), cursor.at() + 32));
}

function objectEntry(cursor: Cursor): ObjectEntry {
  const start = cursor.at();
  const key = cursor.peek("'") ? stringExpression(cursor, expression) : keyName(cursor, start);
  cursor.skip();
  cursor.demand(':');
  cursor.skip();
  return { key, spot: cursor.spot(start), value: expression(cursor) };
}

function keyName(cursor: Cursor, start: number): Expression {
  const name = cursor.identifier();
  if (name === undefined) throw cursor.fail('has no key where one belongs');
  return made(cursor, start, { type: 'literal', value: name });
}
