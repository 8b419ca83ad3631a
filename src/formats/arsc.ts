import type { Neighbour } from '../model.ts';
import { MAX_NEIGHBOURS } from '../model.ts';
import {
  entriesOf,
  entryNumbered,
  type ResourceEntry,
  type ResourceTable,
  readResourceTable,
  type TypeChunk,
  VALUE,
  valuesOf,
} from './android/resource-table.ts';
import { resourceLocator, TEXT_TYPES } from './android/resources.ts';
import { bounded, MAX_NEIGHBOUR_LENGTH, nearest, stringsHit, textReadings } from './android/texts.ts';
import type { Entry, Format, Reading, Wanted } from './format.ts';

/** The compiled resource table of an APK. */
export const arsc: Format = {
  id: 'arsc',
  title: 'Android resource table (resources.arsc)',
  docs: {
    reads: 'string values by resource name in every configuration, arrays and plurals, references followed',
    locator: '`string/firebase_database_url`, `string/api_url (de-rDE)`, `array/hosts[2]`',
    blind: 'resources whose names a shrinker removed are found by their value only',
    source: [
      'https://android.googlesource.com/platform/frameworks/base/+/refs/heads/main/libs/androidfw/include/androidfw/ResourceTypes.h',
      'https://developer.android.com/guide/topics/resources/providing-resources',
    ],
  },
  // Always: a storage bucket or project id under a known name holds no anchor.
  when: 'always',
  hint: { begins: ['\x02\0'] },
  sniff: (head) => head.length >= 12 && head.readUInt16LE(0) === 0x0002 && head.readUInt16LE(2) === 12,
  read: (entry, wanted) => bounded(entry, readArsc(entry, wanted)),
};

/** A string of the table: which entry of which chunk, which part of it, and where its value is in the pool. */
interface TableString {
  readonly chunk: TypeChunk;
  readonly entry: ResourceEntry;
  readonly part?: string;
  readonly string: number;
}

function* readArsc(entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  const table = readResourceTable(entry.bytes);
  for (const reason of table.problems) yield { type: 'problem', kind: 'malformed', reason };

  const { count, rangeOf } = table.values;
  const starts = (): Float64Array => new Float64Array(count).map((_, index) => rangeOf(index)?.start ?? 0);
  const anchored = stringsHit(entry.hits, starts, rangeOf).strings;
  const keyWanted = askOnce(wanted);
  const budget = { left: entry.bytes.length };
  const wantedOf = (string: TableString): boolean =>
    anchored.has(string.string) || keyWanted(string.chunk, string.entry.key);

  const used = new Set<number>();
  for (const chunk of table.types) {
    // Colours, layouts and the like have no strings but names of files; under an anchor they are looked at all the same.
    if (anchored.size === 0 && !TEXT_TYPES.has(chunk.typeName)) continue;
    const found = [...stringsOf(table, chunk, budget, wantedOf)];
    const around = aroundIn(table, chunk, found);
    for (const string of found) {
      used.add(string.string);
      yield* stringReadings(entry, wanted, table, string, around);
    }
  }
  if (budget.left < 0) {
    yield {
      type: 'problem',
      kind: 'limit',
      reason: 'the resource table claims more than it can hold; part was not read',
    };
  }
  yield* unusedReadings(entry, wanted, table, anchored, used);
}

/** Strings of the chunk that `accept` takes, references followed; every entry and value spends from the budget. */
function* stringsOf(
  table: ResourceTable,
  chunk: TypeChunk,
  budget: { left: number },
  accept: (string: TableString) => boolean,
): Generator<TableString, void, undefined> {
  const followed = TEXT_TYPES.has(chunk.typeName);
  for (const entry of entriesOf(table.bytes, chunk)) {
    budget.left -= 1;
    for (const value of valuesOf(table.bytes, chunk, entry)) {
      budget.left -= 1;
      if (budget.left < 0) return;
      const string = followed
        ? stringBehind(table, chunk, value, 0)
        : value.type === VALUE.string
          ? value.data
          : undefined;
      if (string === undefined) continue;
      const found = { chunk, entry, string, ...(value.part === undefined ? {} : { part: value.part }) };
      if (accept(found)) yield found;
    }
  }
}

/** Bytes of a resource's name that are read. */
const MAX_NAME = 1024;

const MAX_REFERENCES = 8;

/** Pool index of the string that a value is or refers to, in the same configuration before the default one. */
function stringBehind(
  table: ResourceTable,
  from: TypeChunk,
  value: { readonly type: number; readonly data: number },
  depth: number,
): number | undefined {
  if (value.type === VALUE.string) return value.data;
  const reference = value.type === VALUE.reference || value.type === VALUE.dynamicReference;
  if (!reference || value.data === 0 || depth >= MAX_REFERENCES) return undefined;
  const idBase = (value.data & 0xffff0000) >>> 0;
  const chunks = table.types.filter((chunk) => chunk.idBase === idBase);
  const rank = (chunk: TypeChunk): number => (chunk.qualifier === from.qualifier ? 0 : chunk.qualifier === '' ? 1 : 2);
  for (const chunk of chunks.sort((left, right) => rank(left) - rank(right))) {
    const entry = entryNumbered(table.bytes, chunk, value.data & 0xffff);
    if (entry === undefined) continue;
    const [target] = valuesOf(table.bytes, chunk, entry);
    return target === undefined ? undefined : stringBehind(table, from, target, depth + 1);
  }
  return undefined;
}

function* stringReadings(
  entry: Entry,
  wanted: Wanted,
  table: ResourceTable,
  string: TableString,
  around: (string: TableString) => readonly Neighbour[],
): Generator<Reading, void, undefined> {
  const value = table.values.at(string.string);
  const offset = table.values.rangeOf(string.string)?.start;
  if (value === undefined || offset === undefined) return;
  const key = nameOf(string);
  const locator = resourceLocator({ ...string.chunk, name: key, part: string.part });
  yield* textReadings(entry, wanted, { value, key, offset, locator, around: () => around(string) });
}

function nameOf(string: TableString): string {
  return string.chunk.keys.at(string.entry.key, MAX_NAME) ?? '';
}

/**
 * Strings near it in its chunk, then what else of the chunk is handed on: names are sorted, so the settings of one service
 * need not stand together.
 */
function aroundIn(
  table: ResourceTable,
  chunk: TypeChunk,
  found: readonly TableString[],
): (string: TableString) => readonly Neighbour[] {
  let all: readonly TableString[] | undefined;
  return (string) => {
    all ??= [...stringsOf(table, chunk, { left: table.bytes.length }, () => true)];
    const same = (other: TableString): boolean =>
      other.entry.number === string.entry.number && other.part === string.part;
    const near = nearest(all, all.findIndex(same), MAX_NEIGHBOURS / 2);
    const numbers = new Set([string, ...near].map((other) => other.entry.number));
    const rest = found.filter((other) => !numbers.has(other.entry.number));
    return [...near, ...rest].slice(0, MAX_NEIGHBOURS).flatMap((other) => {
      const value = table.values.at(other.string, MAX_NEIGHBOUR_LENGTH);
      return value === undefined ? [] : [{ value, key: nameOf(other) }];
    });
  };
}

/** Strings with an anchor that no resource has as its value: left over from a shrinker, or in a part that is tampered with. */
function* unusedReadings(
  entry: Entry,
  wanted: Wanted,
  table: ResourceTable,
  anchored: ReadonlySet<number>,
  used: ReadonlySet<number>,
): Generator<Reading, void, undefined> {
  for (const string of anchored) {
    if (used.has(string)) continue;
    const value = table.values.at(string);
    const offset = table.values.rangeOf(string)?.start;
    if (value === undefined || offset === undefined) continue;
    yield* textReadings(entry, wanted, { value, offset, locator: `string pool ${string}` });
  }
}

function askOnce(wanted: Wanted): (chunk: TypeChunk, key: number) => boolean {
  const answers = new Map<TypeChunk['keys'], Map<number, boolean>>();
  return (chunk, key) => {
    const known = answers.get(chunk.keys) ?? new Map<number, boolean>();
    answers.set(chunk.keys, known);
    const answer = known.get(key) ?? wanted.key(chunk.keys.at(key, MAX_NAME) ?? '');
    known.set(key, answer);
    return answer;
  };
}
