import type { Node } from 'web-tree-sitter';
import type { Expression, ForExpression } from './syntax.ts';
import { SPLAT_ELEMENT } from './syntax.ts';
import { heredocOf, quotedOf, unescaped } from './templates.ts';

/** Deeper expressions (`a + b + c …` nests to the left) are not followed. */
const MAX_DEPTH = 200;

const BINARY = new Set(['==', '!=', '<', '>', '<=', '>=', '+', '-', '*', '/', '%', '&&', '||']);

/** The text of an identifier or of a quoted label. */
export function identifierText(node: Node, text: string): string {
  const raw = text.slice(node.startIndex, node.endIndex);
  return raw.startsWith('"') ? unescaped(raw.slice(1, raw.endsWith('"') && raw.length > 1 ? -1 : undefined)) : raw;
}

/** An `expression` node, or any node that can stand for one, as plain data. */
export function expressionOf(node: Node, text: string, depth: number): Expression {
  const at = node.startIndex;
  if (depth > MAX_DEPTH || node.isError) return { type: 'unreadable', at };
  const read = (child: Node) => expressionOf(child, text, depth + 1);
  const children = presentChildren(node);
  const [first, second] = children;
  switch (node.type) {
    case 'expression':
      return termOf(children, text, depth + 1, at);
    case 'literal_value':
    case 'template_expr':
    case 'collection_value':
    case 'for_expr':
    case 'operation':
      return first === undefined ? { type: 'unreadable', at } : read(first);
    case 'string_lit':
    case 'quoted_template':
      return quotedOf(node, text, read);
    case 'heredoc_template':
      return heredocOf(node, text, read);
    case 'numeric_lit':
      return literal(Number(text.slice(node.startIndex, node.endIndex)), at);
    case 'bool_lit':
      return literal(text.startsWith('true', at), at);
    case 'null_lit':
      return literal(null, at);
    case 'variable_expr':
      return { type: 'name', name: text.slice(node.startIndex, node.endIndex), at };
    case 'tuple':
      return { type: 'tuple', items: children.filter(({ type }) => type === 'expression').map(read), at };
    case 'object':
      return { type: 'object', entries: children.flatMap((child) => entryOf(child, read)), at };
    case 'for_tuple_expr':
    case 'for_object_expr':
      return forOf(node, children, text, read);
    case 'conditional': {
      const [condition, yes, no] = children.filter(({ type }) => type !== '?' && type !== ':');
      if (!condition || !yes || !no) return { type: 'unreadable', at };
      return { type: 'conditional', condition: read(condition), yes: read(yes), no: read(no), at };
    }
    case 'unary_operation':
      if (!first) return { type: 'unreadable', at };
      return { type: 'unary', operator: first.type, of: termOf(children.slice(1), text, depth + 1, at), at };
    case 'binary_operation': {
      const middle = children.findIndex(({ type }) => BINARY.has(type));
      const operator = children[middle];
      if (middle < 1 || operator === undefined) return { type: 'unreadable', at };
      const left = termOf(children.slice(0, middle), text, depth + 1, at);
      return {
        type: 'binary',
        operator: operator.type,
        left,
        right: termOf(children.slice(middle + 1), text, depth + 1, at),
        at,
      };
    }
    case 'function_call': {
      const args = presentChildren(children.find(({ type }) => type === 'function_arguments'));
      const name = first === undefined ? '' : text.slice(first.startIndex, first.endIndex);
      const provided = second?.type === '(' ? name : '';
      return {
        type: 'call',
        name: provided,
        args: args.filter(({ type }) => type === 'expression').map(read),
        expands: args.some(({ type }) => type === 'ellipsis'),
        at,
      };
    }
    default:
      return { type: 'unreadable', at };
  }
}

function presentChildren(node: Node | undefined): readonly Node[] {
  return (node?.children ?? []).filter((child): child is Node => child !== null && child.type !== 'comment');
}

function literal(value: string | number | boolean | null, at: number): Expression {
  return { type: 'literal', value, at };
}

/** A term and what is applied to it: `(x)`, `a.b[0].c`, `a[*].b`. */
function termOf(nodes: readonly Node[], text: string, depth: number, at: number): Expression {
  const [first, inner] = nodes;
  if (first === undefined || nodes.some(({ isError }) => isError)) return { type: 'unreadable', at };
  if (first.type === '(') {
    if (inner === undefined) return { type: 'unreadable', at };
    return applied(expressionOf(inner, text, depth + 1), nodes.slice(3), text, depth + 1);
  }
  return applied(expressionOf(first, text, depth + 1), nodes.slice(1), text, depth + 1);
}

function applied(start: Expression, suffixes: readonly Node[], text: string, depth: number): Expression {
  let result = start;
  for (const suffix of suffixes) {
    const at = suffix.startIndex;
    const [kind] = presentChildren(suffix);
    if (suffix.type === 'get_attr')
      result = { type: 'index', of: result, index: literal(text.slice(at + 1, suffix.endIndex).trim(), at), at };
    else if (suffix.type === 'index' && kind !== undefined)
      result = { type: 'index', of: result, index: indexOf(kind, text, depth), at };
    else if (suffix.type === 'splat' && kind !== undefined)
      result = {
        type: 'splat',
        of: result,
        each: applied({ type: 'name', name: SPLAT_ELEMENT, at }, presentChildren(kind).slice(1), text, depth),
        at,
      };
    else return { type: 'unreadable', at };
  }
  return result;
}

function indexOf(node: Node, text: string, depth: number): Expression {
  if (node.type === 'legacy_index')
    return literal(Number(text.slice(node.startIndex + 1, node.endIndex)), node.startIndex);
  const [, inner] = presentChildren(node);
  return inner === undefined ? { type: 'unreadable', at: node.startIndex } : expressionOf(inner, text, depth + 1);
}

/** A bare word as a key is its own name; in parentheses it is an expression. */
function entryOf(node: Node, read: (child: Node) => Expression): readonly (readonly [Expression, Expression])[] {
  if (node.type !== 'object_elem') return [];
  const [key, , value] = presentChildren(node);
  if (key === undefined || value === undefined) return [];
  const name = read(key);
  return [[name.type === 'name' ? literal(name.name, name.at) : name, read(value)]];
}

function forOf(node: Node, children: readonly Node[], text: string, read: (child: Node) => Expression): Expression {
  const at = node.startIndex;
  const intro = presentChildren(children.find(({ type }) => type === 'for_intro'));
  const names = intro
    .filter(({ type }) => type === 'identifier')
    .map((name) => text.slice(name.startIndex, name.endIndex));
  const over = intro.find(({ type }) => type === 'expression');
  const values = children.filter(({ type }) => type === 'expression');
  const element = values.at(-1);
  const item = names.at(-1);
  if (over === undefined || element === undefined || item === undefined) return { type: 'unreadable', at };
  const condition = presentChildren(children.find(({ type }) => type === 'for_cond')).find(
    ({ type }) => type === 'expression',
  );
  const [first] = values;
  const loop: ForExpression = {
    type: 'for',
    item,
    over: read(over),
    element: read(element),
    groups: children.some(({ type }) => type === 'ellipsis'),
    at,
    ...(names.length > 1 && names[0] !== undefined ? { key: names[0] } : {}),
    ...(node.type === 'for_object_expr' && first !== undefined ? { elementKey: read(first) } : {}),
    ...(condition === undefined ? {} : { condition: read(condition) }),
  };
  return loop;
}
