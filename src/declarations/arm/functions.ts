import { isPlacedList, isPlacedMap, type Placed, type PlacedValue, plainOf, textOf } from '../trees/placed.ts';
import { equal, fromPlain, isKnown, isKnownText, MAX_ITEMS, MAX_TEXT } from '../values.ts';

/** A template function on known arguments; undefined where the outcome is not known. */
type TemplateFunction = (args: readonly Placed[]) => PlacedValue | undefined;

/** learn.microsoft.com/azure/azure-resource-manager/templates/template-functions, as far as names and switches are made with them. */
const FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  concat: (args) =>
    args.every(({ value }) => isPlacedList(value)) && args.length > 0 ? listsOf(args) : joined(args, ''),
  format: ([template, ...args]) => {
    const text = template === undefined ? undefined : textOf(template);
    if (text === undefined || args.some((one) => textOf(one) === undefined)) return undefined;
    return bounded(text.replace(/\{(\d{1,2})\}/g, (_, index: string) => textOf(args[Number(index)]) ?? ''));
  },
  tolower: ([one]) => textOf(one)?.toLowerCase(),
  toupper: ([one]) => textOf(one)?.toUpperCase(),
  trim: ([one]) => textOf(one)?.trim(),
  string: ([one]) => textOf(one),
  replace: ([one, from, to]) => {
    const [text, old, fresh] = [textOf(one), textOf(from), textOf(to)];
    if (text === undefined || old === undefined || fresh === undefined || old === '') return undefined;
    return bounded(text.split(old).join(fresh));
  },
  take: ([one, count]) => {
    const text = knownTextOf(one);
    return text === undefined || typeof count?.value !== 'number' ? undefined : text.slice(0, count.value);
  },
  split: ([one, separator]) => {
    const [text, between] = [knownTextOf(one), knownTextOf(separator)];
    if (one === undefined || text === undefined || between === undefined || between === '') return undefined;
    return text.split(between).map((value): Placed => ({ spot: one.spot, value }));
  },
  join: ([list, separator]) => {
    const between = textOf(separator);
    return isPlacedList(list?.value) && between !== undefined ? joined(list.value, between) : undefined;
  },
  bool: ([one]) => (typeof one?.value === 'boolean' ? one.value : textOf(one)?.toLowerCase() === 'true'),
  int: ([one]) => (isKnownText(textOf(one)) ? Number(textOf(one)) : undefined),
  true: () => true,
  false: () => false,
  null: () => null,
  not: ([one]) => (typeof one?.value === 'boolean' ? !one.value : undefined),
  and: (args) => {
    if (args.some(({ value }) => value === false)) return false;
    return args.every(({ value }) => value === true) ? true : undefined;
  },
  or: (args) => {
    if (args.some(({ value }) => value === true)) return true;
    return args.every(({ value }) => value === false) ? false : undefined;
  },
  equals: ([left, right]) =>
    left === undefined || right === undefined ? undefined : equal(fromPlain(plainOf(left)), fromPlain(plainOf(right))),
  coalesce: (args) => args.find(({ value }) => value !== null)?.value,
  empty: ([one]) => {
    if (one === undefined) return undefined;
    if (isPlacedList(one.value)) return one.value.length === 0;
    if (isPlacedMap(one.value)) return one.value.size === 0;
    return one.value === null ? true : isKnownText(one.value) ? one.value === '' : undefined;
  },
  length: ([one]) => {
    if (isPlacedList(one?.value)) return one.value.length;
    return knownTextOf(one)?.length;
  },
  contains: ([container, item]) => {
    if (container === undefined || item === undefined || !isKnown(fromPlain(plainOf(item)))) return undefined;
    const text = textOf(item) ?? '';
    if (isPlacedList(container.value)) return container.value.some((one) => textOf(one) === text);
    if (isPlacedMap(container.value)) return container.value.has(text);
    return knownTextOf(container)?.includes(text);
  },
  first: ([one]) => (isPlacedList(one?.value) ? one.value[0]?.value : undefined),
  last: ([one]) => (isPlacedList(one?.value) ? one.value.at(-1)?.value : undefined),
  createarray: (args) => args,
  array: ([one]) => (one === undefined ? undefined : isPlacedList(one.value) ? one.value : [one]),
  createobject: (args) =>
    new Map(
      args.flatMap((key, index): [string, Placed][] => {
        const [name, value] = [textOf(key), args[index + 1]];
        return index % 2 === 0 && name !== undefined && value !== undefined ? [[name, value]] : [];
      }),
    ),
  union: (args) => {
    if (args.every(({ value }) => isPlacedList(value))) return listsOf(args);
    const maps = args.map(({ value }) => value).filter(isPlacedMap);
    return maps.length === args.length ? new Map(maps.flatMap((map) => [...map])) : undefined;
  },
  range: ([start, count]) => {
    if (start === undefined || typeof start.value !== 'number' || typeof count?.value !== 'number') return undefined;
    const { spot, value: from } = start;
    const length = Math.max(0, Math.min(count.value, MAX_ITEMS));
    return Array.from({ length }, (_, index): Placed => ({ spot, value: from + index }));
  },
  add: ([left, right]) =>
    typeof left?.value === 'number' && typeof right?.value === 'number' ? left.value + right.value : undefined,
  sub: ([left, right]) =>
    typeof left?.value === 'number' && typeof right?.value === 'number' ? left.value - right.value : undefined,
};

/** Names are not case-sensitive. Undefined for a function or an outcome that is not known. */
export function callFunction(name: string, args: readonly Placed[]): PlacedValue | undefined {
  const plain = name.toLowerCase();
  return Object.hasOwn(FUNCTIONS, plain) ? FUNCTIONS[plain]?.(args) : undefined;
}

function knownTextOf(placed: Placed | undefined): string | undefined {
  const text = textOf(placed);
  return isKnownText(text) ? text : undefined;
}

export function joined(parts: readonly Placed[], between: string): string | undefined {
  const texts = parts.map(textOf);
  return texts.includes(undefined) ? undefined : bounded(texts.join(between));
}

function bounded(text: string): string | undefined {
  return text.length > MAX_TEXT ? undefined : text;
}

function listsOf(args: readonly Placed[]): readonly Placed[] {
  return args.flatMap(({ value }) => (isPlacedList(value) ? value : [])).slice(0, MAX_ITEMS);
}
