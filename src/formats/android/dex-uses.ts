import { bitsFor, hasBit, setBit, u32, uleb } from './bytes.ts';
import { afterInstruction, codeEnd, codeStart, fieldPutAfter, indexAt, LOADS, mayUse } from './dex-code.ts';
import {
  type ClassDef,
  classAt,
  type DexFile,
  dottedName,
  fieldNameAt,
  fieldNameIndex,
  methodNameAt,
  NO_INDEX,
  stringAt,
  typeAt,
} from './dex-file.ts';
import { type Budget, membersOf, nextMember } from './dex-members.ts';
import {
  hasMore,
  readAnnotationSet,
  readAnnotationSets,
  readValue,
  takeFound,
  type ValueCursor,
  valueCursor,
} from './dex-values.ts';
import { isLibraryClass } from './libraries.ts';

/** A place of the dex where a string is used. */
export interface Use {
  readonly classIndex: number;
  /** Descriptor of the class: `Lcom/acme/Api;`. */
  readonly type: string;
  /** Name of method or field; undefined where the class itself carries the string (its annotation). */
  readonly member?: string;
  /** Offset of the method's code and address in it, where code uses the string. */
  readonly code?: number;
  readonly pc?: number;
  /** Field that the string is the value of, or is put into. */
  readonly field?: string;
}

/** Places kept for one string, the app's own before those of libraries. */
const MAX_USES = 8;

export interface Uses {
  /** By index of the string, the app's own first. */
  readonly of: (string: number) => readonly Use[];
  /** Strings wanted for the name of the static field that holds them. */
  readonly named: readonly number[];
  /** False if the file claims more than it can hold, so that not all of it was looked at. */
  readonly complete: boolean;
}

interface Kept {
  readonly own: Use[];
  readonly library: Use[];
}

interface Search {
  readonly dex: DexFile;
  readonly budget: Budget;
  /** By index of the wanted strings, which `wanted` has a 1 for. */
  readonly kept: Map<number, Kept>;
  readonly wanted: Uint8Array;
  readonly named: Set<number>;
  /** True if the field's name is wanted, asked once for each name. */
  readonly fieldWanted: (field: number) => boolean;
  /** A bit for each byte of the file: methods with the same code may share it, it is attributed to the first. */
  readonly seenCode: Uint8Array;
  readonly annotations: ValueCursor;
}

/** The uses of the given strings in code, static values and annotations, and the strings held by a wanted field. */
export function findUses(dex: DexFile, strings: Iterable<number>, keyWanted: (name: string) => boolean): Uses {
  // Every item takes at least one byte, so an honest file never comes near this.
  const budget: Budget = { left: 4 * dex.bytes.length + 4096 };
  const wanted = new Uint8Array(dex.strings.count);
  const search: Search = {
    dex,
    budget,
    kept: new Map(),
    wanted,
    named: new Set(),
    fieldWanted: askOnce(dex, keyWanted),
    seenCode: bitsFor(dex.bytes),
    annotations: valueCursor(dex.bytes, budget, wanted),
  };
  for (const string of strings) want(search, string);
  for (let index = 0; index < dex.classes.count && budget.left > 0; index += 1) {
    budget.left -= 1;
    searchClass(search, index);
  }
  return {
    of: (string) => {
      const kept = search.kept.get(string);
      return kept === undefined ? [] : [...kept.own, ...kept.library].slice(0, MAX_USES);
    },
    named: [...search.named],
    complete: budget.left > 0,
  };
}

function want({ kept, wanted }: Search, string: number): void {
  if (kept.has(string)) return;
  wanted[string] = 1;
  kept.set(string, { own: [], library: [] });
}

function askOnce(dex: DexFile, keyWanted: (name: string) => boolean): (field: number) => boolean {
  const answers = new Map<number, boolean>();
  return (field) => {
    const name = fieldNameIndex(dex, field);
    if (name === NO_INDEX) return false;
    const known = answers.get(name);
    if (known !== undefined) return known;
    const answer = keyWanted(stringAt(dex, name, 1024) ?? '');
    answers.set(name, answer);
    return answer;
  };
}

function searchClass(search: Search, classIndex: number): void {
  const { dex, kept } = search;
  const definition = classAt(dex, classIndex);
  if (kept.size > 0) searchMethods(search, classIndex, definition);
  if (definition.staticValues !== 0) searchStaticValues(search, classIndex, definition);
  if (definition.annotations !== 0 && kept.size > 0) searchAnnotations(search, classIndex, definition);
}

function searchMethods(search: Search, classIndex: number, definition: ClassDef): void {
  const { dex, budget, wanted, seenCode } = search;
  const { bytes } = dex;
  const members = membersOf(dex, definition);
  while (nextMember(members, budget)) {
    const { code, index } = members;
    if (code === 0 || hasBit(seenCode, code)) continue;
    setBit(seenCode, code);
    const start = codeStart(code);
    const end = codeEnd(dex, code, budget);
    if (!mayUse(bytes, start, end, LOADS, wanted)) continue;
    for (let at = start; at < end; at = afterInstruction(bytes, at)) {
      const string = indexAt(bytes, at, LOADS);
      if (string === undefined || wanted[string] !== 1) continue;
      const put = fieldPutAfter(dex, at);
      keep(search, string, classIndex, {
        member: methodNameAt(dex, index),
        code,
        pc: (at - start) / 2,
        ...(put === NO_INDEX ? {} : { field: fieldNameAt(dex, put) }),
      });
    }
  }
}

function searchStaticValues(search: Search, classIndex: number, definition: ClassDef): void {
  const { dex, budget, kept } = search;
  for (const { string, field } of staticStrings(dex, definition, budget)) {
    if (search.fieldWanted(field)) {
      search.named.add(string);
      want(search, string);
    }
    if (!kept.has(string)) continue;
    const name = fieldNameAt(dex, field);
    keep(search, string, classIndex, { member: name, field: name });
  }
}

function keep(search: Search, string: number, classIndex: number, use: Omit<Use, 'type' | 'classIndex'>): void {
  const kept = search.kept.get(string);
  if (kept === undefined || kept.own.length >= MAX_USES) return;
  const type = typeAt(search.dex, classAt(search.dex, classIndex).type);
  const list = isLibraryClass(dottedName(type)) ? kept.library : kept.own;
  const last = list.at(-1);
  const again = last?.classIndex === classIndex && last.member === use.member && last.field === use.field;
  if (list.length < MAX_USES && !again) list.push({ classIndex, type, ...use });
}

/** annotations_directory_item: the class's own set, then those of fields, methods and parameters. */
function searchAnnotations(search: Search, classIndex: number, definition: ClassDef): void {
  const { dex, budget, annotations } = search;
  const { bytes } = dex;
  const directory = definition.annotations;
  const fields = u32(bytes, directory + 4);
  const methods = fields + u32(bytes, directory + 8);
  const items = methods + u32(bytes, directory + 12);
  readAnnotationSet(annotations, u32(bytes, directory));
  for (const string of takeFound(annotations)) keep(search, string, classIndex, {});
  let at = directory + 16;
  for (let item = 0; item < items && at + 8 <= bytes.length && budget.left > 0; item += 1) {
    budget.left -= 1;
    const set = u32(bytes, at + 4);
    if (item < methods) readAnnotationSet(annotations, set);
    else readAnnotationSets(annotations, set);
    const nameAt = item < fields ? fieldNameAt : methodNameAt;
    for (const string of takeFound(annotations)) {
      keep(search, string, classIndex, { member: nameAt(dex, u32(bytes, at)) });
    }
    at += 8;
  }
}

/** A string of a class, for what stands around a use. */
export interface ClassString {
  readonly string: number;
  readonly code?: number;
  readonly pc?: number;
  readonly field?: string;
}

const MAX_CLASS_STRINGS = 4096;

/** Strings of a class in the order of its members, static values last. Bounded. */
export function stringsOfClass(dex: DexFile, classIndex: number, budget: Budget): readonly ClassString[] {
  const found: ClassString[] = [];
  const definition = classAt(dex, classIndex);
  const members = membersOf(dex, definition);
  while (nextMember(members, budget)) {
    if (members.code !== 0) addStringsOf(dex, members.code, budget, found);
  }
  for (const { string, field } of staticStrings(dex, definition, budget)) {
    if (found.length < MAX_CLASS_STRINGS) found.push({ string, field: fieldNameAt(dex, field) });
  }
  return found;
}

function addStringsOf(dex: DexFile, code: number, budget: Budget, found: ClassString[]): void {
  const { bytes } = dex;
  const start = codeStart(code);
  const end = codeEnd(dex, code, budget);
  for (let at = start; at < end && found.length < MAX_CLASS_STRINGS; at = afterInstruction(bytes, at)) {
    const string = indexAt(bytes, at, LOADS);
    if (string === undefined) continue;
    const put = fieldPutAfter(dex, at);
    const field = put === NO_INDEX ? {} : { field: fieldNameAt(dex, put) };
    found.push({ string, code, pc: (at - start) / 2, ...field });
  }
}

/** Strings among the values of a class's static fields, which stand in the order of those fields. */
function staticStrings(dex: DexFile, definition: ClassDef, budget: Budget): readonly StaticString[] {
  if (definition.staticValues === 0) return [];
  const found: StaticString[] = [];
  const values = valueCursor(dex.bytes, budget);
  values.at = definition.staticValues;
  // Fields are counted with 16 bits.
  const count = Math.min(uleb(values), 65_536);
  const fields = membersOf(dex, definition);
  for (let element = 0; element < count && hasMore(values); element += 1) {
    if (!nextMember(fields, budget) || fields.kind !== 'static-field') break;
    readValue(values, 0);
    for (const string of takeFound(values)) found.push({ string, field: fields.index });
  }
  return found;
}

interface StaticString {
  readonly string: number;
  readonly field: number;
}
