import { type Evaluation, enterFunction, evaluate, type Scope, type Source } from './evaluate.ts';
import type { BinaryOperator, Expression } from './syntax.ts';
import { below, isConst, type Slot, slotOf, type Value } from './values.ts';

/** What something that a caller chooses has to be. */
export type Demand =
  | { readonly is: 'present' }
  | { readonly is: 'absent' }
  | { readonly is: 'equal'; readonly value: Value }
  | { readonly is: 'unequal'; readonly value: Value }
  | { readonly is: 'type'; readonly type: string }
  | { readonly is: 'least'; readonly value: Value; readonly strict: boolean }
  | { readonly is: 'most'; readonly value: Value; readonly strict: boolean }
  | { readonly is: 'longest'; readonly size: number }
  | { readonly is: 'shortest'; readonly size: number }
  | { readonly is: 'matching'; readonly pattern: string; readonly ignoreCase: boolean }
  | { readonly is: 'starting'; readonly text: string }
  | { readonly is: 'ending'; readonly text: string }
  | { readonly is: 'holding'; readonly text: string };

export interface Constraint {
  readonly slot: Slot;
  readonly demand: Demand;
}

type Constraints = readonly Constraint[];

/** Longer conjunctions are not looked at. */
const MAX_OPERANDS = 100;
const MAX_DEPTH = 150;

interface Question extends Source {
  readonly want: boolean;
}

/**
 * The ways in which what a caller chooses can make an expression true (or false), each as constraints. They are proposals: whoever takes one
 * evaluates the rule with the values that follow from it. Nothing is yielded where the outcome is not the caller's to choose.
 */
export function* waysTo(question: Question, evaluation: Evaluation, depth = 0): Generator<Constraints> {
  const { expression, scope, want } = question;
  if (depth > MAX_DEPTH || evaluation.steps <= 0) return;
  const value = evaluate(expression, scope, evaluation);
  if (isConst(value, want)) {
    yield [];
    return;
  }
  if (value.type !== 'unknown') return;
  const ask = (part: Expression, wanted: boolean, within: Scope = scope) =>
    waysTo({ expression: part, scope: within, want: wanted }, evaluation, depth + 1);
  switch (expression.kind) {
    case 'unary':
      if (expression.operator === '!') yield* ask(expression.operand, !want);
      return;
    case 'logical':
      if ((expression.operator === '&&') === want) yield* waysToAll(expression.operands, 0, (part) => ask(part, want));
      else for (const operand of expression.operands.slice(0, MAX_OPERANDS)) yield* ask(operand, want);
      return;
    case 'conditional':
      for (const chosen of [true, false]) {
        const branch = chosen ? expression.then : expression.otherwise;
        yield* waysToAll([expression.test, branch], 0, (part) => ask(part, part === branch ? want : chosen));
      }
      return;
    case 'binary':
      yield* waysToCompare(expression, scope, want, evaluation);
      return;
    case 'name': {
      const source = sourceOf(expression.name, scope);
      if (source !== undefined) yield* ask(source.expression, want, source.scope);
      else yield* toHold(expression, scope, want, evaluation);
      return;
    }
    case 'call':
      yield* waysToCall(expression, scope, want, evaluation, ask);
      return;
    default:
      yield* toHold(expression, scope, want, evaluation);
  }
}

/** All parts at once: every way of the first with every way of the rest. */
function* waysToAll(
  parts: readonly Expression[],
  from: number,
  ask: (part: Expression) => Generator<Constraints>,
): Generator<Constraints> {
  const first = parts[from];
  if (first === undefined) yield [];
  else if (parts.length <= MAX_OPERANDS)
    for (const way of ask(first)) for (const others of waysToAll(parts, from + 1, ask)) yield [...way, ...others];
}

function sourceOf(name: string, scope: Scope): Source | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    if (at.names.has(name)) return at.sources?.get(name);
  }
  return undefined;
}

/** A field that is itself the truth value. */
function* toHold(expression: Expression, scope: Scope, want: boolean, evaluation: Evaluation): Generator<Constraints> {
  const slot = slotOf(evaluate(expression, scope, evaluation));
  if (slot !== undefined) yield [{ slot, demand: { is: 'equal', value: { type: 'const', value: want } } }];
}

/** What of a slot a comparison looks at. */
interface Term {
  readonly slot: Slot;
  readonly aspect: 'value' | 'size' | 'keys' | 'ending';
}

const PASSING: readonly string[] = ['lower', 'upper', 'trim', 'toSet', 'toLowerCase', 'toUpperCase', 'val'];

function termOf(expression: Expression, scope: Scope, evaluation: Evaluation, depth = 0): Term | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const inner = (part: Expression, within: Scope = scope) => termOf(part, within, evaluation, depth + 1);
  if (expression.kind === 'member' && expression.name === 'length' && evaluation.dialect === 'rtdb')
    return sizeOf(inner(expression.object));
  const slot = slotOf(evaluate(expression, scope, evaluation));
  if (slot !== undefined) return { slot, aspect: 'value' };
  if (expression.kind === 'name') {
    const source = sourceOf(expression.name, scope);
    return source && inner(source.expression, source.scope);
  }
  if (expression.kind === 'index') return domainOf(expression, inner);
  if (expression.kind !== 'call') return undefined;
  const { callee, parameters } = expression;
  if (callee.kind === 'name') {
    const entered = enterFunction(callee.name, parameters, scope, evaluation);
    if (entered === undefined || entered === 'undecided') return undefined;
    const term = inner(entered.expression, entered.scope);
    evaluation.calls--;
    return term;
  }
  if (callee.kind !== 'member') return undefined;
  if (callee.name === 'size') return sizeOf(inner(callee.object));
  if (callee.name === 'keys') return keysOf(inner(callee.object));
  return PASSING.includes(callee.name) ? inner(callee.object) : undefined;
}

function sizeOf(term: Term | undefined): Term | undefined {
  return term && { ...term, aspect: 'size' };
}

function keysOf(term: Term | undefined): Term | undefined {
  return term?.aspect === 'value' ? { ...term, aspect: 'keys' } : undefined;
}

/** `email.split('@')[1]` is how an address ends. */
function domainOf(
  { object, index }: Extract<Expression, { kind: 'index' }>,
  inner: (part: Expression) => Term | undefined,
): Term | undefined {
  if (object.kind !== 'call' || object.callee.kind !== 'member' || object.callee.name !== 'split') return undefined;
  const [separator] = object.parameters;
  if (separator?.kind !== 'literal' || separator.value !== '@') return undefined;
  if (index.kind !== 'literal' || index.value !== 1) return undefined;
  const term = inner(object.callee.object);
  return term && { ...term, aspect: 'ending' };
}

const MIRRORED: Readonly<Partial<Record<BinaryOperator, BinaryOperator>>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};
const NEGATED: Readonly<Partial<Record<BinaryOperator, BinaryOperator>>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '==': '!=',
  '!=': '==',
};

function* waysToCompare(
  { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
  scope: Scope,
  want: boolean,
  evaluation: Evaluation,
): Generator<Constraints> {
  if (operator === 'is') {
    const term = termOf(left, scope, evaluation);
    const type = right.kind === 'name' ? right.name : '';
    if (term?.aspect === 'value' && want) yield [{ slot: term.slot, demand: { is: 'type', type } }];
    return;
  }
  if (operator === 'in') {
    yield* waysToBeIn(left, right, scope, want, evaluation);
    return;
  }
  for (const [one, other, mirrored] of [
    [left, right, operator],
    [right, left, MIRRORED[operator] ?? operator],
  ] as const) {
    const term = termOf(one, scope, evaluation);
    const value = evaluate(other, scope, evaluation);
    const effective = want ? mirrored : NEGATED[mirrored];
    if (term === undefined || effective === undefined || !isSettled(value)) continue;
    const demand = demandOf(term, effective, value);
    if (demand !== undefined) yield [{ slot: term.slot, demand }];
  }
}

/** True for what a caller knows when it asks. */
function isSettled(value: Value): boolean {
  if (value.type === 'unknown') return value.slot?.root === 'path' && value.present;
  return value.type !== 'error' && value.type !== 'snapshot' && value.type !== 'namespace';
}

function demandOf({ aspect }: Term, operator: BinaryOperator, value: Value): Demand | undefined {
  if (aspect === 'size') return demandOfSize(operator, value);
  if (aspect === 'ending') {
    const known = operator === '==' && value.type === 'const' && typeof value.value === 'string';
    return known ? { is: 'ending', text: `@${value.value}` } : undefined;
  }
  if (aspect === 'keys') return undefined;
  if (operator === '==') return isConst(value, null) ? { is: 'absent' } : { is: 'equal', value };
  if (operator === '!=') return isConst(value, null) ? { is: 'present' } : { is: 'unequal', value };
  if (operator === '<' || operator === '<=') return { is: 'most', value, strict: operator === '<' };
  return operator === '>' || operator === '>=' ? { is: 'least', value, strict: operator === '>' } : undefined;
}

function demandOfSize(operator: BinaryOperator, value: Value): Demand | undefined {
  if (value.type !== 'const' || typeof value.value !== 'number') return undefined;
  const size = value.value;
  if (operator === '<' || operator === '<=') return { is: 'longest', size: operator === '<' ? size - 1 : size };
  if (operator === '>' || operator === '!=') return { is: 'shortest', size: size + 1 };
  return { is: 'shortest', size };
}

const MAX_ITEMS = 20;

/** `field in ['a', 'b']`, `'field' in data`, `'field' in data.keys()`. */
function* waysToBeIn(
  left: Expression,
  right: Expression,
  scope: Scope,
  want: boolean,
  evaluation: Evaluation,
): Generator<Constraints> {
  const collection = evaluate(right, scope, evaluation);
  const term = termOf(left, scope, evaluation);
  if (collection.type === 'list' && term?.aspect === 'value') {
    const items = collection.items.filter(isSettled).slice(0, MAX_ITEMS);
    const demands = (value: Value): Constraint => ({
      slot: term.slot,
      demand: { is: want ? 'equal' : 'unequal', value },
    });
    if (want) for (const item of items) yield [demands(item)];
    else yield items.map(demands);
  }
  const map = termOf(right, scope, evaluation);
  const key = evaluate(left, scope, evaluation);
  if (map === undefined || key.type !== 'const' || typeof key.value !== 'string') return;
  yield [{ slot: below(map.slot, key.value), demand: { is: want ? 'present' : 'absent' } }];
}

function* waysToCall(
  { callee, parameters }: Extract<Expression, { kind: 'call' }>,
  scope: Scope,
  want: boolean,
  evaluation: Evaluation,
  ask: (part: Expression, want: boolean, within?: Scope) => Generator<Constraints>,
): Generator<Constraints> {
  if (callee.kind === 'name') {
    const entered = enterFunction(callee.name, parameters, scope, evaluation);
    if (entered === 'undecided') return;
    if (entered !== undefined) {
      // The call ends here: the bound on calls is for the depth of the evaluator.
      evaluation.calls--;
      yield* ask(entered.expression, want, entered.scope);
      return;
    }
    const document = slotOf(evaluate({ kind: 'call', at: callee.at, callee, parameters }, scope, evaluation));
    if (callee.name === 'exists' && document !== undefined && want)
      yield [{ slot: below(document, 'data'), demand: { is: 'present' } }];
    return;
  }
  if (callee.kind !== 'member') return;
  const term = termOf(callee.object, scope, evaluation);
  if (term === undefined) return;
  const [first] = parameters;
  const value = first === undefined ? undefined : evaluate(first, scope, evaluation);
  if (callee.name === 'get' && value?.type === 'const')
    yield [
      { slot: below(term.slot, String(value.value)), demand: { is: 'equal', value: { type: 'const', value: want } } },
    ];
  else yield* waysOfMethod(callee.name, term.slot, first, value, want);
}

const TYPES: Readonly<Record<string, string>> = { isString: 'string', isNumber: 'number', isBoolean: 'bool' };

function* waysOfMethod(
  method: string,
  slot: Slot,
  parameter: Expression | undefined,
  value: Value | undefined,
  want: boolean,
): Generator<Constraints> {
  const text = value?.type === 'const' && typeof value.value === 'string' ? value.value : undefined;
  const type = TYPES[method];
  if (type !== undefined) {
    if (want) yield [{ slot, demand: { is: 'type', type } }];
    return;
  }
  switch (method) {
    case 'exists':
      yield [{ slot, demand: { is: want ? 'present' : 'absent' } }];
      return;
    case 'hasChild':
      if (text !== undefined) yield [{ slot: below(slot, text), demand: { is: want ? 'present' : 'absent' } }];
      return;
    case 'hasChildren':
    case 'hasAll':
      yield* waysToHaveAll(slot, value, want);
      return;
    case 'hasOnly':
      // What is sent holds nothing but what is asked for, so this holds unless something else asks for more.
      if (want) yield [];
      return;
    case 'hasAny':
      if (value?.type === 'list')
        for (const key of textsOf(value.items)) yield [{ slot: below(slot, key), demand: { is: 'present' } }];
      return;
    case 'matches':
      if (!want) yield [{ slot, demand: { is: 'present' } }];
      else if (parameter?.kind === 'regex')
        yield [{ slot, demand: { is: 'matching', pattern: parameter.pattern, ignoreCase: parameter.ignoreCase } }];
      else if (text !== undefined) yield [{ slot, demand: { is: 'matching', pattern: text, ignoreCase: false } }];
      return;
    case 'beginsWith':
      if (text !== undefined && want) yield [{ slot, demand: { is: 'starting', text } }];
      return;
    case 'endsWith':
      if (text !== undefined && want) yield [{ slot, demand: { is: 'ending', text } }];
      return;
    case 'contains':
      if (text !== undefined && want) yield [{ slot, demand: { is: 'holding', text } }];
      return;
  }
}

function* waysToHaveAll(slot: Slot, value: Value | undefined, want: boolean): Generator<Constraints> {
  if (value === undefined) {
    yield want
      ? [{ slot: below(slot, 'x'), demand: { is: 'present' } }]
      : [{ slot, demand: { is: 'type', type: 'string' } }];
    return;
  }
  if (value.type !== 'list') return;
  const keys = textsOf(value.items);
  if (keys.length < value.items.length) return;
  if (want) yield keys.map((key): Constraint => ({ slot: below(slot, key), demand: { is: 'present' } }));
  else for (const key of keys) yield [{ slot: below(slot, key), demand: { is: 'absent' } }];
}

function textsOf(items: readonly Value[]): readonly string[] {
  return items.flatMap((item) => (item.type === 'const' && typeof item.value === 'string' ? [item.value] : []));
}
