import { u32 } from './bytes.ts';
import { type Budget, fieldPutAfter, visitAnnotation, visitArray, visitMembers, visitStrings } from './dex-code.ts';
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
  readonly kept: Map<number, Kept>;
  readonly named: Set<number>;
  /** True if the field's name is wanted, asked once for each name. */
  readonly fieldWanted: (field: number) => boolean;
}

/** The uses of the given strings in code, static values and annotations, and the strings held by a wanted field. */
export function findUses(dex: DexFile, strings: Iterable<number>, keyWanted: (name: string) => boolean): Uses {
  const search: Search = {
    dex,
    // Every item takes at least one byte, so an honest file never comes near this.
    budget: { left: 4 * dex.bytes.length + 4096 },
    kept: new Map(Array.from(strings, (string) => [string, { own: [], library: [] }])),
    named: new Set(),
    fieldWanted: askOnce(dex, keyWanted),
  };
  const seenCode = new Uint8Array((dex.bytes.length >>> 3) + 1);
  for (let index = 0; index < dex.classes.count && search.budget.left > 0; index += 1) {
    search.budget.left -= 1;
    searchClass(search, index, seenCode);
  }
  return {
    of: (string) => {
      const kept = search.kept.get(string);
      return kept === undefined ? [] : [...kept.own, ...kept.library].slice(0, MAX_USES);
    },
    named: [...search.named],
    complete: search.budget.left > 0,
  };
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

/** `seenCode` has a bit for each byte of the file. */
function searchClass(search: Search, classIndex: number, seenCode: Uint8Array): void {
  const { dex, budget, kept } = search;
  const definition = classAt(dex, classIndex);
  if (kept.size === 0 && definition.staticValues === 0) return;
  const staticFields: number[] = [];
  visitMembers(dex, definition, budget, (kind, index, code) => {
    if (kind === 'static-field') staticFields.push(index);
    // Methods with the same code may share it; it is attributed to the first.
    if (code === 0 || kept.size === 0 || isSet(seenCode, code)) return;
    setBit(seenCode, code);
    visitStrings(dex, code, budget, (string, pc, at) => {
      if (!kept.has(string)) return;
      const put = fieldPutAfter(dex, at);
      keep(search, string, classIndex, {
        member: methodNameAt(dex, index),
        code,
        pc,
        ...(put === NO_INDEX ? {} : { field: fieldNameAt(dex, put) }),
      });
    });
  });
  if (definition.staticValues !== 0) {
    visitArray(dex, definition.staticValues, budget, (string, element) => {
      const field = staticFields[element];
      if (field === undefined) return;
      const wanted = search.fieldWanted(field);
      if (wanted) addNamed(search, string);
      if (!kept.has(string)) return;
      const name = fieldNameAt(dex, field);
      keep(search, string, classIndex, { member: name, field: name });
    });
  }
  if (definition.annotations !== 0 && kept.size > 0) searchAnnotations(search, classIndex, definition);
}

function isSet(bits: Uint8Array, at: number): boolean {
  return ((bits[at >>> 3] ?? 0) & (1 << (at & 7))) !== 0;
}

function setBit(bits: Uint8Array, at: number): void {
  if (at >>> 3 < bits.length) bits[at >>> 3] = (bits[at >>> 3] as number) | (1 << (at & 7));
}

function addNamed(search: Search, string: number): void {
  search.named.add(string);
  if (!search.kept.has(string)) search.kept.set(string, { own: [], library: [] });
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
  const { dex, budget } = search;
  const { bytes } = dex;
  const directory = definition.annotations;
  visitSet(dex, u32(bytes, directory), budget, (string) => keep(search, string, classIndex, {}));
  const fields = u32(bytes, directory + 4);
  const methods = u32(bytes, directory + 8);
  const parameters = u32(bytes, directory + 12);
  let at = directory + 16;
  const items = fields + methods + parameters;
  for (let item = 0; item < items && at + 8 <= bytes.length && budget.left > 0; item += 1) {
    budget.left -= 1;
    const index = u32(bytes, at);
    const set = u32(bytes, at + 4);
    const nameAt = item < fields ? fieldNameAt : methodNameAt;
    const visit = (string: number) => {
      if (search.kept.has(string)) keep(search, string, classIndex, { member: nameAt(dex, index) });
    };
    if (item < fields + methods) visitSet(dex, set, budget, visit);
    else visitSetList(dex, set, budget, visit);
    at += 8;
  }
}

function visitSetList(dex: DexFile, offset: number, budget: Budget, visit: (string: number) => void): void {
  const count = u32(dex.bytes, offset);
  for (let item = 0; item < count && offset + 4 * item + 8 <= dex.bytes.length && budget.left > 0; item += 1) {
    budget.left -= 1;
    visitSet(dex, u32(dex.bytes, offset + 4 + 4 * item), budget, visit);
  }
}

function visitSet(dex: DexFile, offset: number, budget: Budget, visit: (string: number) => void): void {
  if (offset === 0 || offset >= dex.bytes.length) return;
  const count = u32(dex.bytes, offset);
  for (let item = 0; item < count && offset + 4 * item + 8 <= dex.bytes.length && budget.left > 0; item += 1) {
    budget.left -= 1;
    // annotation_item: one byte of visibility, then the annotation.
    visitAnnotation(dex, u32(dex.bytes, offset + 4 + 4 * item) + 1, budget, visit);
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
  const staticFields: number[] = [];
  const add = (string: ClassString): void => {
    if (found.length < MAX_CLASS_STRINGS) found.push(string);
  };
  visitMembers(dex, definition, budget, (kind, index, code) => {
    if (kind === 'static-field') staticFields.push(index);
    else addStringsOf(dex, code, budget, add);
  });
  if (definition.staticValues !== 0) {
    visitArray(dex, definition.staticValues, budget, (string, element) => {
      const field = staticFields[element];
      if (field !== undefined) add({ string, field: fieldNameAt(dex, field) });
    });
  }
  return found;
}

function addStringsOf(dex: DexFile, code: number, budget: Budget, add: (string: ClassString) => void): void {
  if (code === 0) return;
  visitStrings(dex, code, budget, (string, pc, at) => {
    const put = fieldPutAfter(dex, at);
    const field = put === NO_INDEX ? {} : { field: fieldNameAt(dex, put) };
    add({ string, code, pc, ...field });
  });
}
