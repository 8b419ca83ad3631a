import type { Expression, Node, Statement } from '@babel/types';
import { messageOf } from '../shared/errors.ts';

/**
 * A script read as data. Config that is written in JavaScript or TypeScript is mostly literals and chained calls; what is more
 * than that is `unknown`. Nothing is executed.
 */
export type ScriptValue =
  | { readonly type: 'literal'; readonly value: string | number | boolean | null; readonly at: number }
  | { readonly type: 'list'; readonly items: readonly ScriptValue[]; readonly at: number }
  | {
      readonly type: 'object';
      readonly members: readonly ScriptMember[];
      readonly at: number;
      readonly partial: boolean;
    }
  /** `a.b.c` or a plain name. */
  | { readonly type: 'name'; readonly path: string; readonly at: number }
  /** `target.method(args)`; a plain function has no target. */
  | {
      readonly type: 'call';
      readonly target?: ScriptValue;
      readonly method: string;
      readonly args: readonly ScriptValue[];
      /** Where the method's name stands. */
      readonly at: number;
    }
  | {
      readonly type: 'function';
      readonly parameters: readonly string[];
      readonly body: readonly ScriptStep[];
      readonly at: number;
    }
  | { readonly type: 'unknown'; readonly at: number };

export interface ScriptMember {
  readonly key: string;
  readonly at: number;
  readonly value: ScriptValue;
}

/** A statement as far as it matters: names given, members set, calls made, a value returned. */
export type ScriptStep =
  | { readonly type: 'let'; readonly name: string; readonly value: ScriptValue }
  | { readonly type: 'set'; readonly target: string; readonly value: ScriptValue; readonly at: number }
  | { readonly type: 'do'; readonly value: ScriptValue }
  | { readonly type: 'return'; readonly value: ScriptValue }
  /** Steps that may or may not happen: the arms of an `if`, the body of a loop. */
  | { readonly type: 'maybe'; readonly steps: readonly ScriptStep[] };

export interface ScriptTree {
  readonly steps: readonly ScriptStep[];
  readonly problem?: { readonly at: number; readonly reason: string };
}

const MAX_LENGTH = 2 * 1024 * 1024;
const MAX_DEPTH = 200;

/** Reads JavaScript or TypeScript. Never throws: a text that cannot be parsed is a problem. */
export async function parseScript(text: string): Promise<ScriptTree> {
  if (text.length > MAX_LENGTH) return { steps: [], problem: { at: 0, reason: 'is larger than 2 MiB' } };
  const { parse } = await import('@babel/parser');
  try {
    const file = parse(text, {
      sourceType: 'unambiguous',
      allowReturnOutsideFunction: true,
      errorRecovery: true,
      plugins: text.includes('@flow') ? ['flow'] : ['typescript', 'decorators'],
    });
    const [error] = file.errors ?? [];
    const steps = stepsOf(file.program.body, 0);
    if (error === undefined) return { steps };
    return { steps, problem: { at: positionOf(error), reason: error.reasonCode } };
  } catch (error) {
    const reason = error instanceof RangeError ? 'is nested too deeply' : messageOf(error).replace(/ \(\d+:\d+\)$/, '');
    return { steps: [], problem: { at: positionOf(error), reason } };
  }
}

function positionOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'pos' in error && typeof error.pos === 'number' ? error.pos : 0;
}

function stepsOf(statements: readonly Statement[], depth: number): readonly ScriptStep[] {
  return statements.flatMap((statement) => stepsIn(statement, depth));
}

function stepsIn(statement: Statement, depth: number): readonly ScriptStep[] {
  if (depth > MAX_DEPTH) return [];
  const maybe = (...parts: readonly (Statement | null | undefined)[]): readonly ScriptStep[] => {
    const steps = parts.flatMap((part) => (part ? stepsIn(part, depth + 1) : []));
    return steps.length === 0 ? [] : [{ type: 'maybe', steps }];
  };
  switch (statement.type) {
    case 'VariableDeclaration':
      return statement.declarations.flatMap(({ id, init }): readonly ScriptStep[] =>
        id.type === 'Identifier' && init ? [{ type: 'let', name: id.name, value: valueIn(init, depth) }] : [],
      );
    case 'ExportNamedDeclaration':
      return statement.declaration ? stepsIn(statement.declaration, depth) : [];
    case 'ExportDefaultDeclaration':
      return [{ type: 'return', value: valueIn(statement.declaration, depth) }];
    case 'FunctionDeclaration':
      return statement.id ? [{ type: 'let', name: statement.id.name, value: valueIn(statement, depth) }] : [];
    case 'ExpressionStatement':
      return expressionSteps(statement.expression, depth);
    case 'ReturnStatement':
      return statement.argument ? [{ type: 'return', value: valueIn(statement.argument, depth) }] : [];
    case 'BlockStatement':
      return stepsOf(statement.body, depth + 1);
    case 'IfStatement':
      return maybe(statement.consequent, statement.alternate);
    case 'TryStatement':
      return [...stepsIn(statement.block, depth + 1), ...maybe(statement.handler?.body, statement.finalizer)];
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'WhileStatement':
      return maybe(statement.body);
    default:
      return [];
  }
}

function expressionSteps(expression: Expression, depth: number): readonly ScriptStep[] {
  const plain = bare(expression);
  if (plain.type !== 'AssignmentExpression') return [{ type: 'do', value: valueIn(plain, depth) }];
  const target = pathOf(plain.left, depth);
  const value = plain.operator === '=' ? valueIn(plain.right, depth) : unknownAt(plain);
  return target === undefined ? [] : [{ type: 'set', target, value, at: startOf(plain.left) }];
}

/** Without casts, parentheses, `await` and the like, which change nothing for a reader. */
function bare(node: Node): Node {
  let at = node;
  for (let step = 0; step < MAX_DEPTH; step++) {
    switch (at.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'ParenthesizedExpression':
        at = at.expression;
        break;
      case 'AwaitExpression':
        at = at.argument;
        break;
      default:
        return at;
    }
  }
  return at;
}

function startOf(node: Node): number {
  return node.start ?? 0;
}

function unknownAt(node: Node): ScriptValue {
  return { type: 'unknown', at: startOf(node) };
}

function valueIn(wrapped: Node, depth: number): ScriptValue {
  const node = bare(wrapped);
  const at = startOf(node);
  if (depth > MAX_DEPTH) return { type: 'unknown', at };
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return { type: 'literal', value: node.value, at };
    case 'NullLiteral':
      return { type: 'literal', value: null, at };
    case 'TemplateLiteral': {
      const [only] = node.quasis;
      return node.expressions.length === 0 && only !== undefined
        ? { type: 'literal', value: only.value.cooked ?? only.value.raw, at }
        : { type: 'unknown', at };
    }
    case 'TaggedTemplateExpression':
      return valueIn(node.quasi, depth + 1);
    case 'ArrayExpression':
      return {
        type: 'list',
        items: node.elements.map((item) => (item ? valueIn(item, depth + 1) : unknownAt(node))),
        at,
      };
    case 'ObjectExpression':
      return objectOf(node.properties, at, depth + 1);
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return callOf(node, depth + 1);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'FunctionDeclaration':
    case 'ObjectMethod':
      return {
        type: 'function',
        parameters: node.params.map((parameter) => ('name' in parameter ? String(parameter.name) : '')),
        body:
          node.body.type === 'BlockStatement'
            ? stepsOf(node.body.body, depth + 1)
            : [{ type: 'return', value: valueIn(node.body, depth + 1) }],
        at,
      };
    default: {
      const path = pathOf(node, depth);
      return path === undefined ? { type: 'unknown', at } : { type: 'name', path, at };
    }
  }
}

type Property = Extract<Node, { type: 'ObjectExpression' }>['properties'][number];

function objectOf(properties: readonly Property[], at: number, depth: number): ScriptValue {
  const members: ScriptMember[] = [];
  let partial = false;
  for (const property of properties) {
    const key = property.type === 'SpreadElement' ? undefined : keyOf(property.key, property.computed);
    if (key === undefined || property.type === 'SpreadElement') partial = true;
    else
      members.push({
        key,
        at: startOf(property),
        value: valueIn(property.type === 'ObjectMethod' ? property : property.value, depth),
      });
  }
  return { type: 'object', members, at, partial };
}

function keyOf(key: Node, computed: boolean): string | undefined {
  if (key.type === 'StringLiteral') return key.value;
  if (key.type === 'NumericLiteral') return String(key.value);
  return key.type === 'Identifier' && !computed ? key.name : undefined;
}

type Call = Extract<Node, { type: 'CallExpression' | 'OptionalCallExpression' | 'NewExpression' }>;

function callOf(node: Call, depth: number): ScriptValue {
  const args = node.arguments.map((argument) => valueIn(argument, depth));
  const callee = bare(node.callee);
  if (callee.type === 'Identifier') return { type: 'call', method: callee.name, args, at: startOf(callee) };
  if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression')
    return { type: 'unknown', at: startOf(node) };
  const method = keyOf(callee.property, callee.computed);
  if (method === undefined) return { type: 'unknown', at: startOf(node) };
  return { type: 'call', target: valueIn(callee.object, depth), method, args, at: startOf(callee.property) };
}

/** `a.b["c"]` → `a.b.c` */
function pathOf(wrapped: Node, depth: number): string | undefined {
  const node = bare(wrapped);
  if (depth > MAX_DEPTH) return undefined;
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return undefined;
  const object = pathOf(node.object, depth + 1);
  const key = keyOf(node.property, node.computed);
  return object === undefined || key === undefined ? undefined : `${object}.${key}`;
}

/** What the names of a script's top level stand for. */
export function namesIn(steps: readonly ScriptStep[]): ReadonlyMap<string, ScriptValue> {
  return new Map(steps.flatMap((step) => (step.type === 'let' ? [[step.name, step.value] as const] : [])));
}

/** The value itself, or what its name was given. */
export function resolved(
  value: ScriptValue | undefined,
  names: ReadonlyMap<string, ScriptValue>,
): ScriptValue | undefined {
  let at = value;
  for (let step = 0; at?.type === 'name' && step < 16; step++) {
    const next = names.get(at.path);
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

export function memberOf(value: ScriptValue | undefined, key: string): ScriptMember | undefined {
  return value?.type === 'object' ? value.members.findLast((member) => member.key === key) : undefined;
}

export function textOf(value: ScriptValue | undefined): string | undefined {
  return value?.type === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

/** What a function gives back: of an arrow without a block, its expression. */
export function resultOf(value: ScriptValue | undefined): ScriptValue | undefined {
  if (value?.type !== 'function') return undefined;
  const last = value.body.findLast((step) => step.type === 'return');
  return last?.type === 'return' ? last.value : undefined;
}
