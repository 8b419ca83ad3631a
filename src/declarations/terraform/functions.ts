import {
  equal,
  fromPlain,
  isKnown,
  isKnownText,
  isList,
  isMap,
  MAX_ITEMS,
  MAX_TEXT,
  textOf,
  toPlain,
  truthOf,
  UNKNOWN,
  UNKNOWN_PART,
  type Value,
} from '../values.ts';

type TerraformFunction = (args: readonly Value[]) => Value;

/**
 * The functions that configurations of access are built with (developer.hashicorp.com/terraform/language/functions).
 * Whatever is not here, or is called as Terraform would refuse it, is unknown.
 */
const FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  abs: ([value]) => (typeof value === 'number' ? Math.abs(value) : UNKNOWN),
  alltrue: ([list]) => every(list, true),
  anytrue: ([list]) => every(list, false),
  base64encode: ([value]) => (isKnownText(value) ? Buffer.from(value).toString('base64') : UNKNOWN),
  can: ([value]) => (value === undefined || !isKnown(value) ? UNKNOWN : true),
  chomp: onText((text) => text.replace(/\n$/, '')),
  coalesce: (args) => args.find((value) => value !== null && value !== '') ?? UNKNOWN,
  coalescelist: (args) => args.find((value) => value === UNKNOWN || (isList(value) && value.length > 0)) ?? UNKNOWN,
  compact: ([list]) => (isList(list) ? list.filter((item) => item !== null && item !== '') : UNKNOWN),
  concat: (args) => (args.every(isList) ? bounded(args.flat()) : UNKNOWN),
  contains: ([list, wanted]) => containsValue(list, wanted),
  distinct: ([list]) => (isList(list) ? distinct(list) : UNKNOWN),
  element: ([list, index]) =>
    isList(list) && typeof index === 'number' && list.length > 0 ? (list[index % list.length] ?? UNKNOWN) : UNKNOWN,
  endswith: ([text, end]) => (isKnownText(text) && isKnownText(end) ? text.endsWith(end) : UNKNOWN),
  flatten: ([list]) => (isList(list) ? bounded(flatten(list)) : UNKNOWN),
  format: ([pattern, ...args]) => format(pattern, args),
  formatlist: ([pattern, ...args]) => formatList(pattern, args),
  join: ([separator, list]) => joinTexts(separator, list),
  jsondecode: ([text]) => decodeJson(text),
  jsonencode: ([value]) => (value === undefined ? UNKNOWN : JSON.stringify(toPlain(value))),
  keys: ([map]) => (isMap(map) ? [...map.keys()].sort() : UNKNOWN),
  length: ([value]) => lengthOf(value),
  lookup: ([map, key, fallback]) => lookup(map, key, fallback),
  lower: onText((text) => text.toLowerCase()),
  max: (args) => (args.every((value) => typeof value === 'number') ? Math.max(...args) : UNKNOWN),
  merge: (args) => mergeMaps(args),
  min: (args) => (args.every((value) => typeof value === 'number') ? Math.min(...args) : UNKNOWN),
  nonsensitive: ([value]) => value ?? UNKNOWN,
  one: ([list]) => (isList(list) && list.length < 2 ? (list[0] ?? null) : UNKNOWN),
  range: ([from, to]) => rangeOf(from, to),
  replace: ([text, from, to]) =>
    isKnownText(text) && isKnownText(from) && isKnownText(to) && !/^\/.*\/$/s.test(from) && from !== ''
      ? text.replaceAll(from, () => to).slice(0, MAX_TEXT)
      : UNKNOWN,
  reverse: ([list]) => (isList(list) ? list.toReversed() : UNKNOWN),
  sensitive: ([value]) => value ?? UNKNOWN,
  setunion: (args) => (args.every(isList) ? distinct(args.flat()) : UNKNOWN),
  sort: ([list]) => (isList(list) && list.every(isKnownText) ? list.toSorted() : UNKNOWN),
  split: ([separator, text]) =>
    isKnownText(separator) && separator !== '' && typeof text === 'string' ? bounded(text.split(separator)) : UNKNOWN,
  startswith: ([text, start]) => (isKnownText(text) && isKnownText(start) ? text.startsWith(start) : UNKNOWN),
  strcontains: ([text, part]) => (isKnownText(text) && isKnownText(part) ? text.includes(part) : UNKNOWN),
  substr: ([text, from, length]) =>
    isKnownText(text) && typeof from === 'number' && typeof length === 'number' && from >= 0
      ? text.slice(from, length < 0 ? undefined : from + length)
      : UNKNOWN,
  title: onText((text) =>
    text.replace(/(^|\s)(\S)/g, (_, before: string, letter: string) => before + letter.toUpperCase()),
  ),
  tobool: ([value]) => (value === null ? null : (truthOf(value) ?? UNKNOWN)),
  tolist: ([value]) => (isList(value) ? value : UNKNOWN),
  tomap: ([value]) => (isMap(value) ? value : UNKNOWN),
  tonumber: ([value]) =>
    isKnownText(value) && value !== '' && Number.isFinite(Number(value))
      ? Number(value)
      : typeof value === 'number'
        ? value
        : UNKNOWN,
  toset: ([list]) => (isList(list) ? distinct(list) : UNKNOWN),
  tostring: ([value]) => (value === undefined ? UNKNOWN : value === null ? null : (textOf(value) ?? UNKNOWN)),
  trim: ([text, cut]) => (isKnownText(text) && isKnownText(cut) ? trimmed(text, cut) : UNKNOWN),
  trimprefix: ([text, start]) =>
    isKnownText(text) && isKnownText(start) ? (text.startsWith(start) ? text.slice(start.length) : text) : UNKNOWN,
  trimspace: onText((text) => text.trim()),
  trimsuffix: ([text, end]) =>
    isKnownText(text) && isKnownText(end) && end !== ''
      ? text.endsWith(end)
        ? text.slice(0, -end.length)
        : text
      : UNKNOWN,
  upper: onText((text) => text.toUpperCase()),
  values: ([map]) =>
    isMap(map) ? [...map].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, item]) => item) : UNKNOWN,
  zipmap: ([keys, items]) => zip(keys, items),
};

/** The value of a call; `try` and what needs files is the evaluator's own matter. */
export function callFunction(name: string, args: readonly Value[]): Value {
  return (Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name]?.(args) : undefined) ?? UNKNOWN;
}

function onText(change: (text: string) => string): TerraformFunction {
  // A change of case leaves the mark of an unknown part as it is.
  return ([value]) => (typeof value === 'string' ? change(value) : UNKNOWN);
}

function bounded(list: readonly Value[]): Value {
  return list.length > MAX_ITEMS ? UNKNOWN : list;
}

function every(list: Value | undefined, wanted: boolean): Value {
  if (!isList(list)) return UNKNOWN;
  const truths = list.map(truthOf);
  if (truths.includes(!wanted)) return !wanted;
  return truths.includes(undefined) ? UNKNOWN : wanted;
}

function containsValue(list: Value | undefined, wanted: Value | undefined): Value {
  if (!isList(list) || wanted === undefined) return UNKNOWN;
  const results = list.map((item) => equal(item, wanted));
  if (results.includes(true)) return true;
  return results.includes(undefined) ? UNKNOWN : false;
}

function distinct(list: readonly Value[]): Value {
  const seen = new Map<string, Value>();
  for (const item of list.slice(0, MAX_ITEMS)) {
    const key = item === UNKNOWN ? `unknown ${seen.size}` : JSON.stringify(toPlain(item));
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}

function flatten(list: readonly Value[], depth = 0): readonly Value[] {
  return list.flatMap((item) => (isList(item) && depth < 50 ? flatten(item, depth + 1) : [item]));
}

function format(pattern: Value | undefined, args: readonly Value[]): Value {
  if (typeof pattern !== 'string') return UNKNOWN;
  let next = 0;
  let refused = false;
  const text = pattern.replace(
    /%(?:%|(\d{0,3})([sdvqt]))/g,
    (_whole, width: string | undefined, verb: string | undefined) => {
      if (verb === undefined) return '%';
      const value = args[next++];
      const shown =
        value === undefined ? undefined : verb === 'v' || verb === 'q' ? shownAsIs(value, verb) : textOf(value);
      if (shown === undefined) refused = true;
      return width?.startsWith('0')
        ? (shown ?? '').padStart(Number(width), '0')
        : (shown ?? '').padStart(Number(width ?? 0));
    },
  );
  return refused || text.length > MAX_TEXT ? UNKNOWN : text;
}

function shownAsIs(value: Value, verb: 'v' | 'q'): string {
  const text = textOf(value);
  return verb === 'q' || text === undefined ? JSON.stringify(toPlain(value)) : text;
}

function formatList(pattern: Value | undefined, args: readonly Value[]): Value {
  const lists = args.filter(isList);
  const length = Math.max(0, ...lists.map((list) => list.length));
  if (lists.length === 0 || length > MAX_ITEMS || lists.some((list) => list.length !== length)) return UNKNOWN;
  return Array.from({ length }, (_, index) =>
    format(
      pattern,
      args.map((arg) => (isList(arg) ? (arg[index] ?? UNKNOWN) : arg)),
    ),
  );
}

function joinTexts(separator: Value | undefined, list: Value | undefined): Value {
  if (typeof separator !== 'string' || !isList(list)) return UNKNOWN;
  const texts = list.map((item) => textOf(item) ?? UNKNOWN_PART);
  const length = texts.reduce((sum, text) => sum + text.length + separator.length, 0);
  return length > MAX_TEXT ? UNKNOWN : texts.join(separator);
}

function decodeJson(text: Value | undefined): Value {
  if (typeof text !== 'string') return UNKNOWN;
  try {
    return fromPlain(JSON.parse(text));
  } catch {
    return UNKNOWN;
  }
}

function lengthOf(value: Value | undefined): Value {
  if (isList(value)) return value.length;
  if (isMap(value)) return value.size;
  return isKnownText(value) ? [...value].length : UNKNOWN;
}

function lookup(map: Value | undefined, key: Value | undefined, fallback: Value | undefined): Value {
  if (!isMap(map) || !isKnownText(key)) return UNKNOWN;
  return map.get(key) ?? fallback ?? UNKNOWN;
}

function mergeMaps(args: readonly Value[]): Value {
  const maps = args.filter((value) => value !== null);
  if (!maps.every(isMap)) return UNKNOWN;
  const merged = new Map(maps.flatMap((map) => [...map]));
  return merged.size > MAX_ITEMS ? UNKNOWN : merged;
}

function rangeOf(from: Value | undefined, to: Value | undefined): Value {
  if (typeof from !== 'number') return UNKNOWN;
  const [start, end] = typeof to === 'number' ? [from, to] : [0, from];
  const length = Math.max(0, end - start);
  return length > MAX_ITEMS ? UNKNOWN : Array.from({ length }, (_, index) => start + index);
}

function trimmed(text: string, cut: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && cut.includes(text.charAt(start))) start++;
  while (end > start && cut.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function zip(keys: Value | undefined, items: Value | undefined): Value {
  if (!isList(keys) || !isList(items) || keys.length !== items.length) return UNKNOWN;
  const zipped = new Map<string, Value>();
  for (const [index, key] of keys.entries()) {
    if (!isKnownText(key)) return UNKNOWN;
    zipped.set(key, items[index] ?? UNKNOWN);
  }
  return zipped;
}
