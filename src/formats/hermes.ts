import { MAX_NEIGHBOURS, MAX_TEXT_LENGTH, type Neighbour, type Place, type Text } from '../model.ts';
import { hitsWithin, runsAround } from '../shared/runs.ts';
import type { Entry, Format, Hit, Reading, Wanted } from './format.ts';
import { argumentsOf, soughtFor } from './hermes/calls.ts';
import { type HermesProgram, type HermesUse, programOf } from './hermes/program.ts';
import { BEGINNINGS, type HermesString, type HermesTable, hermesTable, isHermes } from './hermes/table.ts';

const LAST_KNOWN_VERSION = 99;
const NEIGHBOUR_REACH = 64;
const NEIGHBOUR_MAX_LENGTH = 4_096;

/**
 * Hermes bytecode. Its string storage is packed and overlapping, so only the string table tells where a string starts and
 * ends; what a string is for, only the code that uses it.
 */
export const hermes: Format = {
  id: 'hermes',
  title: 'Hermes bytecode',
  docs: {
    reads:
      'Every string of the string table, exactly, in bytecode versions 57 and later, delta form included. From the code of versions 57 to 96, 98 and 99: the members of object literals under their names, what is assigned to a known name, what stands in the same function; and in a bundle that names Firebase (React Native Firebase, too) or Supabase, the names of collections, tables, buckets and functions in calls.',
    locator: '`hermes string <id>`, `hermes string <id> in <function>`',
    blind:
      'Strings that the program puts together at run time; names that reach a call through a variable of another function, around a loop or as a result. Code of other versions, of the delta form and of compilers between two releases: its strings are read, and the report says that its calls are not.',
    source: [
      'https://github.com/facebook/hermes/blob/main/include/hermes/BCGen/HBC/BytecodeFileFormat.h',
      'https://github.com/facebook/hermes/blob/main/include/hermes/BCGen/HBC/BytecodeList.def',
    ],
  },
  hint: { begins: BEGINNINGS },
  sniff: isHermes,
  when: 'hits',
  read,
};

function* read(entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  const table = hermesTable(entry.bytes);
  if (typeof table === 'string') {
    yield { type: 'problem', kind: 'unsupported', reason: `${table}; its strings were read without their borders` };
    yield* readRaw(entry);
    return;
  }
  if (table.version > LAST_KNOWN_VERSION) {
    yield {
      type: 'problem',
      kind: 'note',
      reason: `Hermes bytecode version ${table.version} is newer than ${LAST_KNOWN_VERSION}; its string table was read as before and is consistent`,
    };
  }
  const strings = stringsHit(entry, table);
  const sought = soughtFor(entry, table, strings, wanted);
  const program = table.delta ? undefined : programOf(entry.bytes, table, sought);
  if (program === undefined) yield { type: 'problem', kind: 'limit', reason: unreadCode(table) };
  if (program?.incomplete) {
    const reason = 'the bundle claims more code than it can hold; part was not read';
    yield { type: 'problem', kind: 'limit', reason };
  }
  for (const id of strings) yield* readString(entry, table, program, id);
  for (const use of program?.named ?? []) yield* readUse(entry, table, program, use);
  for (const { key, id, caller } of argumentsOf(entry, table, program?.calls ?? [], wanted)) {
    yield* readings(entry, table, id, { key, place: placeOf(entry, table, id, nameOf(entry, table, caller)) });
  }
}

function unreadCode({ version, delta }: HermesTable): string {
  const what = delta ? `version ${version} in delta form` : `version ${version}`;
  return `the code of Hermes bytecode ${what} was not understood: its strings were read, but not the names they stand under nor the calls they are handed to`;
}

function stringsHit(entry: Entry, table: HermesTable): ReadonlySet<number> {
  const strings = new Set<number>();
  for (let id = 0; id < table.count; id += 1) {
    const range = table.rangeOf(id);
    if (range !== undefined && holdsHit(entry.hits, range)) strings.add(id);
  }
  return strings;
}

function* readString(
  entry: Entry,
  table: HermesTable,
  program: HermesProgram | undefined,
  id: number,
): Generator<Reading, void, undefined> {
  const uses = program?.usesOf(id) ?? [];
  for (const use of uses) yield* readUse(entry, table, program, use);
  if (uses.length > 0) return;
  const around = () => neighbours(entry.bytes, table, id);
  yield* readings(entry, table, id, { place: placeOf(entry, table, id), around });
}

function* readUse(
  entry: Entry,
  table: HermesTable,
  program: HermesProgram | undefined,
  use: HermesUse,
): Generator<Reading, void, undefined> {
  const { id, key } = use.said;
  const stringOf = (one: number) => shortString(entry, table, one);
  const name = key === undefined ? undefined : stringOf(key);
  yield* readings(entry, table, id, {
    place: placeOf(entry, table, id, nameOf(entry, table, use)),
    around: () => program?.around(use, stringOf) ?? [],
    ...(name === undefined ? {} : { key: name }),
  });
}

function placeOf(entry: Entry, table: HermesTable, id: number, user?: string): Place {
  const offset = entry.base + (table.rangeOf(id)?.start ?? 0);
  const locator = `hermes string ${id}`;
  return { ...entry.place, offset, locator: user === undefined ? locator : `${locator} in ${user}` };
}

/** `upload`, `function 4711` where it has no name. */
function nameOf(entry: Entry, table: HermesTable, used: Pick<HermesUse, 'function' | 'name'>): string {
  const name = shortString(entry, table, used.name) ?? '';
  return /^[\w$.]{1,64}$/.test(name) ? name : `function ${used.function}`;
}

function shortString(entry: Entry, table: HermesTable, id: number): string | undefined {
  const range = table.rangeOf(id);
  if (range === undefined || range.end - range.start > NEIGHBOUR_MAX_LENGTH) return undefined;
  return entry.bytes.toString(range.encoding, range.start, range.end);
}

/** A string longer than a text may be comes in overlapping pieces. */
function* readings(
  entry: Entry,
  table: HermesTable,
  id: number,
  text: Omit<Text, 'value'>,
): Generator<Reading, void, undefined> {
  const range = table.rangeOf(id);
  if (range === undefined) return;
  const value = entry.bytes.toString(range.encoding, range.start, range.end);
  const overlap = 2_048;
  for (let at = 0; at === 0 || at + overlap < value.length; at += MAX_TEXT_LENGTH - overlap) {
    yield { type: 'text', text: { ...text, value: value.slice(at, at + MAX_TEXT_LENGTH) } };
  }
}

function* readRaw(entry: Entry): Generator<Reading, void, undefined> {
  for (const run of runsAround(entry.bytes, entry.hits)) {
    const place = { ...entry.place, offset: entry.base + run.offset, locator: 'hermes storage' };
    yield { type: 'text', text: { value: run.value, place } };
  }
}

function holdsHit(hits: readonly Hit[], range: HermesString): boolean {
  if (range.end - range.start < 4) return false;
  return hitsWithin(hits, range.start, range.end).some((hit) => hit.encoding === range.encoding);
}

/** Of a string that no code is known to use, what stands beside it in the table. */
function neighbours(bytes: Buffer, table: HermesTable, id: number): readonly Neighbour[] {
  const found: Neighbour[] = [];
  for (let distance = 1; distance <= NEIGHBOUR_REACH && found.length < MAX_NEIGHBOURS; distance += 1) {
    for (const at of [-distance, distance]) {
      const near = id + at;
      const range = near >= 0 ? table.rangeOf(near) : undefined;
      if (range === undefined || range.end - range.start > NEIGHBOUR_MAX_LENGTH || range.end === range.start) continue;
      found.push({ value: bytes.toString(range.encoding, range.start, range.end), at });
    }
  }
  return found;
}
