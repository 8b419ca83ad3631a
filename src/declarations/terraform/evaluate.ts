import {
  equal,
  isKnown,
  isKnownText,
  isList,
  isMap,
  MAX_ITEMS,
  MAX_TEXT,
  textOf,
  truthOf,
  UNKNOWN,
  type Value,
} from '../values.ts';
import { callFunction } from './functions.ts';
import type { Expression, ForExpression } from './syntax.ts';
import { SPLAT_ELEMENT } from './syntax.ts';

/** What evaluation may cost; shared by all modules of one configuration. */
export interface Budget {
  steps: number;
  depth: number;
}

export const MAX_STEPS = 2_000_000;
/** Nested expressions and references together; each level takes a few stack frames. */
const MAX_DEPTH = 600;

export interface Scope {
  readonly budget: Budget;
  /** `each`, `count`, the variables of `for`, iterators of dynamic blocks. */
  readonly locals: ReadonlyMap<string, Value>;
  /** What a name refers to, together with the first of the names behind it, and how many of these it took up. */
  readonly refer: (root: string, path: readonly string[]) => { readonly value: Value; readonly used: number };
  /** `file`, `templatefile`: the text of a file of the repository. */
  readonly readFile: (name: string, args: readonly Value[]) => Value;
}

/** The value of an expression; unknown where the configuration alone does not tell, or Terraform would refuse it. */
export function evaluate(expression: Expression, scope: Scope): Value {
  const { budget } = scope;
  if (budget.depth >= MAX_DEPTH || budget.steps <= 0) return UNKNOWN;
  budget.steps--;
  budget.depth++;
  try {
    return valueIn(expression, scope);
  } finally {
    budget.depth--;
  }
}

function valueIn(expression: Expression, scope: Scope): Value {
  switch (expression.type) {
    case 'literal':
      return expression.value;
    case 'template':
      return templateText(expression.parts, scope);
    case 'name':
      return referenceTo(expression, scope);
    case 'index':
      return referenceTo(expression, scope);
    case 'splat':
      return splatOf(evaluate(expression.of, scope), expression.each, scope);
    case 'tuple':
      return expression.items.map((item) => evaluate(item, scope));
    case 'object':
      return objectOf(expression.entries, scope);
    case 'for':
      return loopOf(expression, scope);
    case 'conditional':
      return chosen(expression, scope);
    case 'unary':
      return unary(expression.operator, evaluate(expression.of, scope));
    case 'binary':
      return binary(expression.operator, evaluate(expression.left, scope), evaluate(expression.right, scope));
    case 'call':
      return callOf(expression, scope);
    case 'unreadable':
      return UNKNOWN;
  }
}

function templateText(parts: readonly Expression[], scope: Scope): Value {
  let text = '';
  for (const part of parts) {
    const piece = textOf(evaluate(part, scope));
    if (piece === undefined || text.length + piece.length > MAX_TEXT) return UNKNOWN;
    text += piece;
  }
  return text;
}

/** `a.b["c"].d`: the name with as many of its steps as it takes up, then the rest of the steps one by one. */
function referenceTo(expression: Expression, scope: Scope): Value {
  const steps: Expression[] = [];
  let root = expression;
  while (root.type === 'index') {
    steps.push(root.index);
    root = root.of;
  }
  steps.reverse();
  if (root.type !== 'name')
    return steps.reduce((value, step) => itemOf(value, evaluate(step, scope)), evaluate(root, scope));
  const own = scope.locals.get(root.name);
  if (own !== undefined) return steps.reduce<Value>((value, step) => itemOf(value, evaluate(step, scope)), own);
  const path: string[] = [];
  for (const step of steps.slice(0, 2)) {
    if (step.type !== 'literal' || typeof step.value !== 'string') break;
    path.push(step.value);
  }
  const { value, used } = scope.refer(root.name, path);
  return steps.slice(used).reduce((inner, step) => itemOf(inner, evaluate(step, scope)), value);
}

function itemOf(value: Value, index: Value): Value {
  if (isList(value)) {
    const place = typeof index === 'string' && /^\d{1,6}$/.test(index) ? Number(index) : index;
    return typeof place === 'number' ? (value[place] ?? UNKNOWN) : UNKNOWN;
  }
  if (!isMap(value)) return UNKNOWN;
  const key = typeof index === 'number' ? String(index) : index;
  return typeof key === 'string' ? (value.get(key) ?? UNKNOWN) : UNKNOWN;
}

function splatOf(value: Value, each: Expression, scope: Scope): Value {
  if (value === UNKNOWN) return UNKNOWN;
  const items = value === null ? [] : isList(value) ? value : [value];
  return items.slice(0, MAX_ITEMS).map((item) => evaluate(each, withLocals(scope, [[SPLAT_ELEMENT, item]])));
}

export function withLocals(scope: Scope, added: readonly (readonly [string, Value])[]): Scope {
  return { ...scope, locals: new Map([...scope.locals, ...added]) };
}

function objectOf(entries: readonly (readonly [Expression, Expression])[], scope: Scope): Value {
  const object = new Map<string, Value>();
  for (const [name, expression] of entries) {
    const key = textOf(evaluate(name, scope));
    if (key === undefined) return UNKNOWN;
    object.set(key, evaluate(expression, scope));
  }
  return object;
}

function loopOf(loop: ForExpression, scope: Scope): Value {
  const over = evaluate(loop.over, scope);
  const entries = entriesOf(over);
  if (entries === undefined || entries.length > MAX_ITEMS) return UNKNOWN;
  const items: Value[] = [];
  const object = new Map<string, Value>();
  for (const [key, item] of entries) {
    const inner = withLocals(scope, [...(loop.key === undefined ? [] : [[loop.key, key] as const]), [loop.item, item]]);
    const wanted = loop.condition === undefined ? true : truthOf(evaluate(loop.condition, inner));
    if (wanted === undefined) return UNKNOWN;
    if (!wanted) continue;
    const element = evaluate(loop.element, inner);
    if (loop.elementKey === undefined) {
      items.push(element);
      continue;
    }
    const name = textOf(evaluate(loop.elementKey, inner));
    if (name === undefined) return UNKNOWN;
    const known = object.get(name);
    object.set(name, loop.groups ? [...(isList(known) ? known : []), element] : element);
  }
  return loop.elementKey === undefined ? items : object;
}

function entriesOf(value: Value): readonly (readonly [Value, Value])[] | undefined {
  if (isList(value)) return value.map((item, index) => [index, item]);
  return isMap(value) ? [...value] : undefined;
}

function chosen(expression: Extract<Expression, { type: 'conditional' }>, scope: Scope): Value {
  const condition = truthOf(evaluate(expression.condition, scope));
  if (condition !== undefined) return evaluate(condition ? expression.yes : expression.no, scope);
  const yes = evaluate(expression.yes, scope);
  return equal(yes, evaluate(expression.no, scope)) === true ? yes : UNKNOWN;
}

function unary(operator: string, value: Value): Value {
  if (operator === '-') return typeof value === 'number' ? -value : UNKNOWN;
  const truth = truthOf(value);
  return truth === undefined ? UNKNOWN : !truth;
}

function binary(operator: string, left: Value, right: Value): Value {
  switch (operator) {
    case '==':
      return equal(left, right) ?? UNKNOWN;
    case '!=': {
      const same = equal(left, right);
      return same === undefined ? UNKNOWN : !same;
    }
    case '&&':
    case '||': {
      const decisive = operator === '||';
      const truths = [truthOf(left), truthOf(right)];
      if (truths.includes(decisive)) return decisive;
      return truths.includes(undefined) ? UNKNOWN : !decisive;
    }
    default:
      return typeof left === 'number' && typeof right === 'number' ? arithmetic(operator, left, right) : UNKNOWN;
  }
}

function arithmetic(operator: string, left: number, right: number): Value {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? UNKNOWN : left / right;
    case '%':
      return right === 0 ? UNKNOWN : left % right;
    case '<':
      return left < right;
    case '>':
      return left > right;
    case '<=':
      return left <= right;
    case '>=':
      return left >= right;
    default:
      return UNKNOWN;
  }
}

function callOf(call: Extract<Expression, { type: 'call' }>, scope: Scope): Value {
  const args: Value[] = [];
  for (const [index, expression] of call.args.entries()) {
    const value = evaluate(expression, scope);
    if (!call.expands || index < call.args.length - 1) args.push(value);
    else if (isList(value)) args.push(...value.slice(0, MAX_ITEMS));
    else return UNKNOWN;
  }
  if (call.name === 'file' || call.name === 'templatefile') return scope.readFile(call.name, args);
  // What fails in Terraform is unknown here, and so is what merely cannot be known: the first known one is the likeliest.
  if (call.name === 'try') return args.find((value) => isKnown(value) || isAddressed(value)) ?? args[0] ?? UNKNOWN;
  return callFunction(call.name, args);
}

function isAddressed(value: Value): boolean {
  return typeof value === 'string' && !isKnownText(value);
}
