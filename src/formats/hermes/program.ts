import { MAX_NEIGHBOURS, type Neighbour } from '../../model.ts';
import { type Decoder, decoderOf, idOf, type Operation, operandsOf, walk } from './code.ts';
import { arrayLiteral, functionAt, type Literals, literalsOf, objectLiteral } from './functions.ts';
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

/** One pass over all code; undefined if it is not the code of these instructions. */
function outlineOf(bytes: Buffer, table: HermesTable, decoder: Decoder, sought: Sought): Outline | undefined {
  const literals = literalsOf(bytes, table);
  const parents = new Int32Array(table.functionCount).fill(-1);
  const busy: number[] = [];
  const seen = new Set<number>();
  // Functions with the same code share it; others do not overlap in an honest file.
  let left = 2 * bytes.length;
  for (let index = 0; index < table.functionCount; index += 1) {
    const header = functionAt(bytes, table, index);
    if (header === undefined) return undefined;
    if (seen.has(header.start)) continue;
    seen.add(header.start);
    left -= header.end - header.start;
    if (left < 0) return { literals, busy, parents, incomplete: true };
    let isBusy = false;
    let isSound = true;
    const decoded = walk(bytes, decoder, header, (operation, pc) => {
      const { role } = operation;
      if (role === 'string' || role === 'get' || role === 'put') {
        const id = idOf(bytes, pc, operation);
        if (id >= table.count) isSound = false;
        else if (role === 'string') isBusy ||= sought.strings.has(id);
        else if (role === 'get') isBusy ||= sought.names.has(id);
        else isBusy ||= sought.key(id);
      } else if (role === 'object' || role === 'array') {
        isBusy ||= holdsSought(bytes, literals, operation, pc, sought);
      } else if (role === 'closure') {
        const child = idOf(bytes, pc, operation);
        if (child < parents.length && parents[child] === -1) parents[child] = index;
      }
    });
    if (!decoded || !isSound) return undefined;
    if (isBusy) busy.push(index);
  }
  return { literals, busy, parents, incomplete: false };
}

function holdsSought(bytes: Buffer, literals: Literals, operation: Operation, pc: number, sought: Sought): boolean {
  const literal = operation.role === 'object' ? objectLiteral : arrayLiteral;
  return literal(bytes, literals, operandsOf(bytes, pc, operation)).some(
    ({ key, value }) => sought.strings.has(value) || (key !== undefined && sought.key(key)),
  );
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
      const others = modules(use.function).flatMap((index) =>
        facts(index).said.map((said) => ({ said, at: undefined })),
      );
      return neighboursOf([...near, ...others], stringOf);
    },
  };
}

/** Members of one literal stand side by side, literals and strings by their instructions. */
function placeOf({ pc, member = 0 }: Said): number {
  return pc * 1_024 + member;
}

function neighboursOf(
  found: readonly { readonly said: Said; readonly at: number | undefined }[],
  stringOf: (id: number) => string | undefined,
): readonly Neighbour[] {
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
