import { isPlacedList, isPlacedMap, type Placed, type PlacedValue, textOf } from '../trees/placed.ts';
import { ADDRESS_MARK, isKnownText } from '../values.ts';
import type { Expression, Loop } from './expression.ts';
import { callFunction, joined } from './functions.ts';

/** Where names lead to, and how much may still be worked out. */
export interface Scope {
  readonly parameter: (name: string) => PlacedValue | undefined;
  readonly variable: (name: string) => PlacedValue | undefined;
  /** A resource by its symbol. */
  readonly symbol: (name: string) => PlacedValue | undefined;
  readonly locals: ReadonlyMap<string, PlacedValue>;
  readonly budget: { steps: number; depth: number };
}

export const MAX_STEPS = 200_000;
const MAX_DEPTH = 100;
const MAX_ROUNDS = 500;

/**
 * What stands for a value that is not known: a text that nobody has for a name, and that two resources share if they write
 * the same expression.
 */
export function unknownOf({ words }: Expression): string {
  return `${ADDRESS_MARK}${words.replaceAll('/', '.').slice(0, 200)}`;
}

export function evaluate(expression: Expression, scope: Scope): Placed {
  const { budget } = scope;
  if (budget.steps-- <= 0 || budget.depth > MAX_DEPTH) return { spot: expression.spot, value: unknownOf(expression) };
  budget.depth++;
  try {
    return { spot: expression.spot, value: worth(expression, scope) };
  } finally {
    budget.depth--;
  }
}

function worth(expression: Expression, scope: Scope): PlacedValue {
  // Null is a value.
  const known = (value: PlacedValue | undefined) => (value === undefined ? unknownOf(expression) : value);
  switch (expression.type) {
    case 'literal':
      return expression.value;
    case 'text':
      return known(
        joined(
          expression.parts.map((part) => evaluate(part, scope)),
          '',
        ),
      );
    case 'name':
      return known(named(expression.name, scope));
    case 'call':
      return known(call(expression.name, expression.args, scope));
    case 'member':
      return known(memberValue(evaluate(expression.of, scope), evaluate(expression.key, scope)));
    case 'list':
      return expression.items.map((item) => evaluate(item, scope));
    case 'loop':
      return known(rounds(expression.loop, scope)?.map((round) => evaluate(expression.body, round)));
    case 'object':
      return objectValue(expression.entries, scope);
    case 'opaque':
      return unknownOf(expression);
  }
}

function named(name: string, scope: Scope): PlacedValue | undefined {
  if (scope.locals.has(name)) return scope.locals.get(name);
  const parameter = scope.parameter(name);
  return parameter === undefined ? (scope.variable(name) ?? scope.symbol(name)) : parameter;
}

function call(name: string, args: readonly Expression[], scope: Scope): PlacedValue | undefined {
  const plain = name.toLowerCase();
  // Only the branch that is taken is worked out.
  if (plain === 'if') {
    const [condition, yes, no] = args;
    const truth = condition === undefined ? undefined : truthOf(evaluate(condition, scope));
    const chosen = truth === true ? yes : truth === false ? no : undefined;
    return chosen === undefined ? undefined : evaluate(chosen, scope).value;
  }
  const values = args.map((arg) => evaluate(arg, scope));
  const [first] = values;
  if (plain === 'parameters') return scope.parameter(textOf(first) ?? '');
  if (plain === 'variables') return scope.variable(textOf(first) ?? '');
  if (plain === 'copyindex') {
    const index = scope.locals.get('copyIndex()');
    const offset = values.find(({ value }) => typeof value === 'number')?.value ?? 0;
    return typeof index === 'number' && typeof offset === 'number' ? index + offset : undefined;
  }
  return callFunction(name, values);
}

function memberValue(of: Placed, key: Placed): PlacedValue | undefined {
  // What a known object does not have is null; anything else would not be deployed.
  if (isPlacedMap(of.value)) return of.value.get(textOf(key) ?? '')?.value ?? null;
  if (isPlacedList(of.value) && typeof key.value === 'number') return of.value[key.value]?.value;
  return undefined;
}

function objectValue(entries: Extract<Expression, { type: 'object' }>['entries'], scope: Scope): PlacedValue {
  const map = new Map<string, Placed>();
  for (const { key, spot, value } of entries) {
    const name = textOf(evaluate(key, scope));
    if (name !== undefined) map.set(name, { spot, value: evaluate(value, scope).value });
  }
  return map;
}

export function truthOf({ value }: Placed): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string' || !isKnownText(value)) return undefined;
  return value.toLowerCase() === 'true' ? true : value.toLowerCase() === 'false' ? false : undefined;
}

export function withLocals(scope: Scope, locals: readonly (readonly [string, PlacedValue])[]): Scope {
  return { ...scope, locals: new Map([...scope.locals, ...locals]) };
}

/** One scope for each item that a loop goes over; undefined if they are not known. */
export function rounds(loop: Loop, scope: Scope): readonly Scope[] | undefined {
  const over = evaluate(loop.over, scope).value;
  if (!isPlacedList(over)) return undefined;
  return over
    .slice(0, MAX_ROUNDS)
    .map(({ value }, index) =>
      withLocals(scope, [[loop.item, value], ...(loop.index === undefined ? [] : [[loop.index, index] as const])]),
    );
}
