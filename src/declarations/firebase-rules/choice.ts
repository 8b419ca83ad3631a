import type { Constraint, Demand } from './constraints.ts';
import { exampleOf, regexFrom } from './regex.ts';
import { constant, type Slot, type Value } from './values.ts';

/** What a caller sends, asks for and is, chosen so that rules let it through. */
export interface Choice {
  /** Fields of what is sent; absent where nothing has to be. */
  readonly sent: Value | undefined;
  readonly query: Value | undefined;
  /** Ids in the path, by the name of their wildcard. */
  readonly path: ReadonlyMap<string, Value>;
  readonly email: Value | undefined;
  /** What documents hold that the caller may have to write before. */
  readonly documents: ReadonlyMap<string, Value>;
  readonly constraints: readonly Constraint[];
}

interface Node {
  readonly demands: Demand[];
  readonly children: Map<string, Node>;
}

/** Fields deeper than what the products store are not built. */
const MAX_KEYS = 32;

/** The least that meets the constraints; undefined where they cannot all be met. What it builds is to be tried, not believed. */
export function choiceFor(constraints: readonly Constraint[]): Choice | undefined {
  const roots = new Map<Slot['root'], Node>();
  for (const { slot, demand } of constraints) {
    if (slot.keys.length > MAX_KEYS) return undefined;
    nodeAt(roots, slot).demands.push(demand);
  }
  const values = new Map<Slot['root'], Value>();
  const path = new Map<string, Value>();
  for (const [root, node] of roots) {
    if (root === 'path') {
      for (const [name, child] of node.children) {
        const id = built(child);
        if (id === undefined || !isId(id)) return undefined;
        path.set(name, id);
      }
      continue;
    }
    const value = built(node);
    if (value !== undefined) values.set(root, value);
    else if (!node.demands.some(({ is }) => is === 'absent')) return undefined;
  }
  const email = values.get('email');
  if (roots.has('email') && (email === undefined || !isAddress(email, constraints))) return undefined;
  return {
    sent: values.get('sent'),
    query: values.get('query'),
    path,
    email,
    documents: documentsIn(values),
    constraints,
  };
}

function documentsIn(values: ReadonlyMap<Slot['root'], Value>): ReadonlyMap<string, Value> {
  const documents = new Map<string, Value>();
  for (const [root, value] of values) {
    if (root.startsWith('document:')) documents.set(root.slice('document:'.length), value);
  }
  return documents;
}

function nodeAt(roots: Map<Slot['root'], Node>, slot: Slot): Node {
  let at = childIn(roots, slot.root);
  for (const key of slot.keys) at = childIn(at.children, key);
  return at;
}

function childIn<Key>(nodes: Map<Key, Node>, key: Key): Node {
  const known = nodes.get(key);
  if (known !== undefined) return known;
  const made: Node = { demands: [], children: new Map() };
  nodes.set(key, made);
  return made;
}

/** An id of a path is one segment; none of the products takes `.`, `..` or `__name__` (firebase.google.com/docs/firestore/quotas). */
function isId(value: Value): boolean {
  if (value.type !== 'const' || typeof value.value !== 'string') return false;
  return /^[^/]{1,200}$/.test(value.value) && !/^(?:\.{1,2}|__.*__)$/.test(value.value);
}

/** An address of one's own making; one that the rules name in full is likely to be taken. */
function isAddress(value: Value, constraints: readonly Constraint[]): boolean {
  const named = constraints.some(({ slot, demand }) => slot.root === 'email' && demand.is === 'equal');
  return (
    !named &&
    value.type === 'const' &&
    typeof value.value === 'string' &&
    /^[^@\s]+@[^@\s.]+\.[^@\s]+$/.test(value.value)
  );
}

function built(node: Node): Value | undefined {
  const { demands, children } = node;
  if (demands.some(({ is }) => is === 'absent')) return undefined;
  const equal = demands.find((demand) => demand.is === 'equal');
  if (equal !== undefined) return equal.value;
  const members = [...children].flatMap(([key, child]) => {
    const value = built(child);
    return value === undefined ? [] : [[key, value] as const];
  });
  const type = demands.find((demand) => demand.is === 'type')?.type;
  if (children.size > 0 || type === 'map') return mapOfSize(members, shortestOf(demands));
  return scalarOf(type ?? typeImplied(demands), demands);
}

function shortestOf(demands: readonly Demand[]): number {
  return Math.max(0, ...demands.map((demand) => (demand.is === 'shortest' ? demand.size : 0)));
}

/** More members, items or characters than this are not made. */
const MAX_SIZE = 200;

function mapOfSize(members: readonly (readonly [string, Value])[], size: number): Value {
  const entries = new Map(members);
  for (let index = 1; entries.size < Math.min(size, MAX_SIZE); index++) entries.set(`x${index}`, constant('x'));
  return { type: 'map', entries };
}

function typeImplied(demands: readonly Demand[]): string {
  const bound = demands.find((demand) => demand.is === 'least' || demand.is === 'most');
  if (bound !== undefined) return boundType(bound.value);
  return 'string';
}

function boundType(value: Value): string {
  if (value.type === 'time' || value.type === 'timestamp') return 'timestamp';
  return value.type === 'const' && typeof value.value === 'string' ? 'string' : 'number';
}

function scalarOf(type: string, demands: readonly Demand[]): Value | undefined {
  switch (type) {
    case 'string':
      return textOf(demands);
    case 'number':
    case 'int':
    case 'float':
      return numberOf(demands, type === 'float');
    case 'bool':
      return constant(!demands.some((demand) => demand.is === 'unequal' && isTrue(demand.value)));
    case 'timestamp':
      return timeOf(demands);
    case 'list':
    case 'set':
      return {
        type: 'list',
        items: Array.from({ length: Math.min(shortestOf(demands), MAX_SIZE) }, () => constant('x')),
      };
    default:
      return undefined;
  }
}

function isTrue(value: Value): boolean {
  return value.type === 'const' && value.value === true;
}

function textOf(demands: readonly Demand[]): Value {
  const texts = (is: 'starting' | 'holding' | 'ending') =>
    demands.flatMap((demand) => (demand.is === is && 'text' in demand ? [demand.text] : [])).join('');
  const shortest = Math.min(shortestOf(demands), MAX_SIZE);
  const pattern = demands.find((demand) => demand.is === 'matching');
  if (pattern !== undefined) return constant(exampleAtLeast(pattern.pattern, pattern.ignoreCase, shortest));
  const [start, middle, end] = [texts('starting'), texts('holding'), texts('ending')];
  const length = start.length + middle.length + end.length;
  const filler = 'x'.repeat(Math.max(shortest - length, end === '' && length > 0 ? 0 : 1));
  const longest = Math.min(...demands.map((demand) => (demand.is === 'longest' ? demand.size : MAX_SIZE)));
  const made = `${start}${filler}${middle}${end}`;
  const text = made.length > longest ? `${start}${middle}${end}` : made;
  const taken = demands.some(
    (demand) => demand.is === 'unequal' && demand.value.type === 'const' && demand.value.value === text,
  );
  return constant(taken ? `${text}x` : text);
}

/** Growing examples until one is long enough. */
function exampleAtLeast(pattern: string, ignoreCase: boolean, shortest: number): string {
  const regex = regexFrom(pattern, ignoreCase);
  if (regex === undefined) return '';
  for (const times of [1, 2, 4, 16, 64]) {
    const text = exampleOf(regex, times);
    if (text.length >= shortest) return text;
  }
  return exampleOf(regex, MAX_SIZE);
}

/** What lies at the middle of the bounds, or next to the one there is. */
function numberOf(demands: readonly Demand[], fraction: boolean): Value {
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  const step = fraction ? 0.5 : 1;
  for (const demand of demands) {
    if ((demand.is !== 'least' && demand.is !== 'most') || demand.value.type !== 'const') continue;
    const limit = Number(demand.value.value);
    const by = demand.strict ? step : 0;
    if (demand.is === 'least') least = Math.max(least, limit + by);
    else most = Math.min(most, limit - by);
  }
  const taken = demands.flatMap((demand) =>
    demand.is === 'unequal' && demand.value.type === 'const' ? [demand.value.value] : [],
  );
  const start = Number.isFinite(least) ? least : Math.min(most, 1);
  const number = fraction && Number.isInteger(start) ? start + step : start;
  for (let candidate = number; candidate <= number + taken.length; candidate += 1)
    if (!taken.includes(candidate)) return constant(candidate);
  return constant(number);
}

/** The time of the request where that is asked for, else a moment before or after the bound. */
function timeOf(demands: readonly Demand[]): Value {
  const bound = demands.find((demand) => demand.is === 'least' || demand.is === 'most');
  const by = bound?.is === 'least' ? 1 : -1;
  if (bound?.value.type === 'time') return { ...bound.value, offset: bound.value.offset + (bound.strict ? by : 0) };
  if (bound?.value.type === 'timestamp') return { type: 'timestamp', ms: bound.value.ms + (bound.strict ? by : 0) };
  return { type: 'time', offset: 0, numeric: false };
}
