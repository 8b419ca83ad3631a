import { MAX_NEIGHBOURS, type Neighbour } from '../../model.ts';
import { type Decoder, decoderOf, operandsOf, passOver, TELLING } from './code.ts';
import { arrayPlaces, eachString, functionAt, type Literals, literalsOf, objectPlaces } from './functions.ts';
import { instructionSets } from './instructions.ts';
import { type Called, type Facts, factsOf, type Said } from './registers.ts';
import type { HermesTable } from './table.ts';

/** The code of a bundle, as far as it deals with strings that are sought. */

export interface Sought {
  /** Strings whose users are asked for. */
  readonly strings: ReadonlySet<number>;
  /** Names of methods whose calls are asked for. */
  readonly names: ReadonlySet<number>;
  /** True if whatever stands under this name is asked for. */
  readonly key: (name: number) => boolean;
}

export interface HermesCaller {
  readonly function: number;
  /** Of the function, in the string table. */
  readonly name: number;
}

/** A string in the code, and the function that it stands in. */
export interface HermesUse extends HermesCaller {
  readonly said: Said;
}

export interface HermesProgram {
  readonly usesOf: (id: number) => readonly HermesUse[];
  /** Strings that stand under a name that is sought and are not sought themselves. */
  readonly named: readonly HermesUse[];
  readonly calls: readonly (Called & { readonly caller: HermesCaller })[];
  /** Set where the file claims more code than it can hold. */
  readonly incomplete: boolean;
  /** Strings of the same function by distance, then those of the other functions of its module. */
  readonly around: (use: HermesUse, stringOf: (id: number) => string | undefined) => readonly Neighbour[];
}

const MAX_USES = 8;
const MAX_NAMED = 10_000;
const MAX_CALLS = 20_000;
/** A module with more functions is a whole app in one: what stands in the others is not around anything. */
const MAX_MODULE = 64;
const MAX_DEPTH = 64;

/** Undefined where the instructions of no known version fit. */
export function programOf(bytes: Buffer, table: HermesTable, sought: Sought): HermesProgram | undefined {
  for (const set of instructionSets(table.version)) {
    const decoder = decoderOf(set);
    const outline = outlineOf(bytes, table, decoder, sought);
    if (outline !== undefined) return programWith(bytes, table, { ...outline, decoder }, sought);
  }
  return undefined;
}

interface Outline {
  readonly literals: Literals;
  /** Functions that deal with something sought. */
  readonly busy: readonly number[];
  /** The function that makes each one's closure; -1 if none is known. */
  readonly parents: Int32Array;
  readonly incomplete: boolean;
}

/** What is known of a string by its number. */
const STRING = 1;
const NAME = 2;
const KEY = 4;
const NO_KEY = 8;

/** One pass over all code; undefined if it is not the code of these instructions. */
function outlineOf(bytes: Buffer, table: HermesTable, decoder: Decoder, sought: Sought): Outline | undefined {
  const literals = literalsOf(bytes, table);
  const parents = new Int32Array(table.functionCount).fill(-1);
  const busy: number[] = [];
  const seen = new Set<number>();
  const marks = marksOf(table, sought);
  const isKey = (id: number): boolean => {
    const mark = marks[id] ?? NO_KEY;
    if ((mark & (KEY | NO_KEY)) !== 0) return (mark & KEY) !== 0;
    marks[id] = mark | (sought.key(id) ? KEY : NO_KEY);
    return isKey(id);
  };
  let index = 0;
  let isBusy = false;
  const look = (what: number, id: number, pc: number): boolean => {
    if (what >= TELLING.object) {
      isBusy ||= holdsSought(bytes, literals, decoder, pc, marks, isKey);
      return true;
    }
    if (what === TELLING.closure) {
      if (id < parents.length && parents[id] === -1) parents[id] = index;
      return true;
    }
    if (id >= table.count) return false;
    if (what === TELLING.put) isBusy ||= isKey(id);
    else isBusy ||= ((marks[id] as number) & (what === TELLING.string ? STRING : NAME)) !== 0;
    return true;
  };
  // Functions with the same code share it; others do not overlap in an honest file.
  let left = 2 * bytes.length;
  for (; index < table.functionCount; index += 1) {
    const header = functionAt(bytes, table, index);
    if (header === undefined) return undefined;
    if (seen.has(header.start)) continue;
    seen.add(header.start);
    left -= header.end - header.start;
    if (left < 0) return { literals, busy, parents, incomplete: true };
    isBusy = false;
    if (!passOver(bytes, decoder, header, look)) return undefined;
    if (isBusy) busy.push(index);
  }
  return { literals, busy, parents, incomplete: false };
}

function marksOf(table: HermesTable, { strings, names }: Sought): Uint8Array {
  const marks = new Uint8Array(table.count);
  for (const id of strings) marks[id] = STRING;
  for (const id of names) marks[id] = (marks[id] ?? 0) | NAME;
  return marks;
}

function holdsSought(
  bytes: Buffer,
  literals: Literals,
  { operations }: Decoder,
  pc: number,
  marks: Uint8Array,
  isKey: (id: number) => boolean,
): boolean {
  const operation = operations[bytes[pc] ?? 0];
  if (operation === undefined) return false;
  const places = operation.role === 'object' ? objectPlaces : arrayPlaces;
  const { count, keys, values } = places(bytes, literals, operandsOf(bytes, pc, operation));
  let holds = false;
  eachString(bytes, literals, values, count, (id) => {
    holds ||= ((marks[id] ?? 0) & STRING) !== 0;
  });
  if (!holds && keys !== undefined) {
    eachString(bytes, literals, keys, count, (id) => {
      holds ||= isKey(id);
    });
  }
  return holds;
}

function programWith(
  bytes: Buffer,
  table: HermesTable,
  { literals, busy, parents, incomplete, decoder }: Outline & { readonly decoder: Decoder },
  sought: Sought,
): HermesProgram {
  const known = new Map<number, Facts>();
  let left = 4 * bytes.length;
  const facts = (index: number): Facts => {
    const before = known.get(index);
    if (before !== undefined) return before;
    const header = functionAt(bytes, table, index);
    left -= header === undefined ? 0 : header.end - header.start;
    const isRead = header !== undefined && left >= 0;
    const found = isRead ? factsOf({ bytes, decoder, literals }, header) : { said: [], calls: [] };
    known.set(index, found);
    return found;
  };
  const uses = new Map<number, HermesUse[]>();
  const named: HermesUse[] = [];
  const calls: (Called & { readonly caller: HermesCaller })[] = [];
  for (const index of busy) {
    const { said, calls: called } = facts(index);
    const name = functionAt(bytes, table, index)?.name ?? 0;
    for (const one of said) {
      const use = { said: one, function: index, name };
      if (sought.strings.has(one.id)) {
        const others = uses.get(one.id);
        if (others === undefined) uses.set(one.id, [use]);
        else if (others.length < MAX_USES) others.push(use);
      } else if (one.key !== undefined && sought.key(one.key) && named.length < MAX_NAMED) {
        named.push(use);
      }
    }
    for (const call of called) {
      if (sought.names.has(call.name) && calls.length < MAX_CALLS)
        calls.push({ ...call, caller: { function: index, name } });
    }
  }
  const modules = modulesOf(bytes, parents);
  return {
    usesOf: (id) => uses.get(id) ?? [],
    named,
    calls,
    incomplete,
    around: (use, stringOf) => {
      const own = facts(use.function).said.filter((one) => one !== use.said);
      const near = own
        .map((one) => ({ said: one, at: placeOf(one) - placeOf(use.said) }))
        .sort((left, right) => Math.abs(left.at) - Math.abs(right.at));
      return neighboursOf(nearThenOthers(near, modules(use.function), facts), stringOf);
    },
  };
}

/** Members of one literal stand side by side, literals and strings by their instructions. */
function placeOf({ pc, member = 0 }: Said): number {
  return pc * 1_024 + member;
}

interface Near {
  readonly said: Said;
  readonly at: number | undefined;
}

/** Only as many as are asked for: a hostile module has hundreds of thousands of strings, around each of thousands. */
function* nearThenOthers(
  near: readonly Near[],
  others: readonly number[],
  facts: (index: number) => Facts,
): Generator<Near, void, undefined> {
  yield* near;
  for (const index of others) for (const said of facts(index).said) yield { said, at: undefined };
}

function neighboursOf(found: Iterable<Near>, stringOf: (id: number) => string | undefined): readonly Neighbour[] {
  const neighbours: Neighbour[] = [];
  for (const { said, at } of found) {
    if (neighbours.length >= MAX_NEIGHBOURS) break;
    const value = stringOf(said.id);
    if (value === undefined || value === '') continue;
    const key = said.key === undefined ? undefined : stringOf(said.key);
    neighbours.push({ value, ...(key === undefined ? {} : { key }), ...(at === undefined ? {} : { at }) });
  }
  return neighbours;
}

/** The other functions of the same module: what the global code makes a closure of, and whatever is made in it. */
function modulesOf(bytes: Buffer, parents: Int32Array): (index: number) => readonly number[] {
  const global = bytes.readUInt32LE(36);
  const rootOf = (index: number): number => {
    let at = index;
    for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
      const parent = parents[at] ?? -1;
      if (parent === -1 || parent === global) return at;
      at = parent;
    }
    return at;
  };
  let members: Map<number, number[]> | undefined;
  return (index) => {
    if (index === global) return [];
    if (members === undefined) {
      members = new Map();
      for (let one = 0; one < parents.length; one += 1) {
        const root = rootOf(one);
        const others = members.get(root);
        if (others === undefined) members.set(root, [one]);
        else others.push(one);
      }
    }
    const module = members.get(rootOf(index)) ?? [];
    return module.length > MAX_MODULE ? [] : module.filter((one) => one !== index);
  };
}
