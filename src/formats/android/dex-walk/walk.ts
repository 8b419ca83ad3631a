import { type Instance, instances, PAGE } from '../../../shared/wasm.ts';
import type { DexFile } from '../dex-file.ts';
import { CODE } from './code.ts';

/** What the walk found a string in. */
export interface Found {
  readonly kind: (typeof KINDS)[number];
  /** Index of the class definition. */
  readonly type: number;
  /** Index in the table of methods or, of a field's value or annotation, of fields. */
  readonly member: number;
  /** Offset of the method's code, and address of the instruction in it; 0 where no code has the string. */
  readonly code: number;
  readonly pc: number;
  readonly string: number;
  /** The field that code puts the string into, or the method that is called with it; NO_INDEX if there is none. */
  readonly other: number;
}

/** How a wanted method is called. */
export interface WantedMethod {
  /** Place of the string among the registers, the receiver left out. */
  readonly register: number;
  /** What it gives takes the same call for a part of the whole, whose string says nothing. */
  readonly nests: boolean;
}

/** Steps that a walk may take, as the size of the file sets it: a hostile one can let many classes share one huge table. */
export interface Budget {
  left: number;
}

/** Every item takes at least one byte, so an honest file never comes near this. */
export function budgetFor({ bytes }: DexFile): Budget {
  return { left: 4 * bytes.length + 4096 };
}

interface Exports {
  readonly setRecords: (at: number, bytes: number) => void;
  readonly setFile: (at: number, size: number) => void;
  readonly setBudget: (steps: number) => void;
  readonly budgetLeft: () => number;
  readonly setClasses: (start: number, count: number) => void;
  readonly setFields: (start: number, count: number) => void;
  readonly setStrings: (at: number, count: number) => void;
  readonly setMethods: (at: number, count: number) => void;
  readonly setSeen: (at: number, bytes: number) => void;
  readonly forgetSeen: () => void;
  readonly uses: (first: number) => number;
  readonly stringsOf: (index: number) => void;
  readonly calls: (first: number) => number;
  readonly recordCount: () => number;
  readonly isOverflown: () => number;
}

/** What a record tells, by its first word (assembly/records.ts). */
const KINDS = [
  'loaded',
  'static value',
  'class annotation',
  'field annotation',
  'method annotation',
  'argument',
] as const;
/** Words of a record. */
const RECORD = 8;
/** Bits of a string's byte, and of a method's two (assembly/wanted.ts). */
const WANTED = 1;
const WANTED_NAME = 2;
const NESTS = 0x8000;

/** Below that is what the program has for itself. */
const RECORDS = PAGE;
const RECORDS_ROOM = 2 * 1024 * 1024;
const FILE = RECORDS + RECORDS_ROOM;
/** Zeros behind the file: no instruction and no number reaches further. */
const PADDING = 64;
/** The program with a file in its memory, and where the tables behind that are. */
interface Machine {
  readonly code: Exports;
  readonly memory: ArrayBuffer;
  readonly dex: DexFile;
  readonly wanted: number;
  readonly all: number;
  readonly methods: number;
}

type Program = Instance<Exports>;

const instance = instances<Exports>(CODE);
/** For files that are copied. */
let copies: Program | undefined;
/** For those that lie in the room. */
let roomed: { readonly program: Program; readonly room: Buffer } | undefined;
let machine: Machine | undefined;

/**
 * Room for a dex file, the same bytes again and again: one that lies there need not be copied to be walked over. What stood there before is
 * gone then.
 */
export function dexRoom(size: number, name: string): Buffer | undefined {
  if (!name.endsWith('.dex')) return undefined;
  const program = roomed?.program ?? instance(1);
  const room = Buffer.from(program.grown(FILE + size + tablesRoom(size)), FILE, size);
  roomed = { program, room };
  return room;
}

/** More than the tables of an honest file take: an eighth of it, and some bytes for each string and method. */
function tablesRoom(size: number): number {
  return Math.ceil(size / 4) + 1024 * 1024;
}

function machineFor(dex: DexFile): Machine {
  if (machine?.dex !== dex) machine = machineIn(dex);
  return machine;
}

/** A file that is not in the room is copied for the first of those who walk over it. */
function machineIn(dex: DexFile): Machine {
  const { bytes } = dex;
  const layout = layoutOf(dex);
  if (roomed !== undefined && isWhole(bytes, roomed.room) && layout.end <= bytes.buffer.byteLength) {
    return machineWith(dex, layout, roomed.program);
  }
  copies ??= instance(1);
  bytes.copy(new Uint8Array(copies.grown(layout.end)), FILE);
  return machineWith(dex, layout, copies);
}

/** A part of the room would be written over by what stands behind a file. */
function isWhole(bytes: Buffer, room: Buffer): boolean {
  return bytes.buffer === room.buffer && bytes.byteOffset === room.byteOffset && bytes.length === room.length;
}

/** Where what stands behind the file begins: words of the methods, bytes of the strings, and what was seen. */
function layoutOf({ bytes, strings, methods }: DexFile) {
  const methodWords = FILE + Math.ceil((bytes.length + PADDING) / 2) * 2;
  const wanted = methodWords + 2 * methods.count;
  const all = wanted + strings.count;
  const seen = all + strings.count;
  const seenSize = (bytes.length >>> 3) + 1;
  return { methodWords, wanted, all, seen, seenSize, end: seen + seenSize };
}

function machineWith(dex: DexFile, layout: ReturnType<typeof layoutOf>, { code, grown }: Program): Machine {
  const { bytes, methods, classes, fields } = dex;
  const { methodWords, wanted, all, seen, seenSize, end } = layout;
  const memory = grown(end);
  const room = new Uint8Array(memory);
  room.fill(0, FILE + bytes.length, methodWords);
  room.fill(WANTED, all, seen);
  code.setRecords(RECORDS, RECORDS_ROOM);
  code.setFile(FILE, bytes.length);
  code.setClasses(classes.start, classes.count);
  code.setFields(fields.start, fields.count);
  code.setMethods(methodWords, methods.count);
  code.setSeen(seen, seenSize);
  return { code, memory, dex, wanted, all, methods: methodWords };
}

/**
 * The uses of the given strings, in the order of classes: code, values of static fields, annotations. A string that is the value of a
 * static field with one of the `names` is wanted from there on.
 */
export function walkUses(
  dex: DexFile,
  strings: Iterable<number>,
  names: Iterable<number>,
  budget: Budget,
  take: (found: Found) => void,
): void {
  const { code, memory, wanted } = machineFor(dex);
  const marks = new Uint8Array(memory, wanted, dex.strings.count).fill(0);
  for (const string of strings) marks[string] = WANTED;
  for (const name of names) marks[name] = (marks[name] ?? 0) | WANTED_NAME;
  code.setStrings(wanted, dex.strings.count);
  code.forgetSeen();
  walk(dex, code.uses, budget, take);
}

/** Strings that the wanted methods, by their index, are called with. What several methods share is told for each of them. */
export function walkCalls(
  dex: DexFile,
  wanted: ReadonlyMap<number, WantedMethod>,
  budget: Budget,
  take: (found: Found) => void,
): void {
  const { code, memory, methods } = machineFor(dex);
  const words = new Uint16Array(memory, methods, dex.methods.count).fill(0);
  for (const [method, { register, nests }] of wanted) words[method] = (register + 1) | (nests ? NESTS : 0);
  walk(dex, code.calls, budget, take);
}

/** The strings of a class, in the order of its members, the values of static fields last. */
export function stringsOf(dex: DexFile, index: number, budget: Budget): readonly Found[] {
  const machine = machineFor(dex);
  const { code, all } = machine;
  code.setStrings(all, dex.strings.count);
  code.setBudget(budget.left);
  code.stringsOf(index);
  budget.left = code.budgetLeft();
  return records(machine);
}

/** Over all classes, as many at a time as there is room for what they hold. */
function walk(dex: DexFile, step: (first: number) => number, budget: Budget, take: (found: Found) => void): void {
  const machine = machineFor(dex);
  const { code } = machine;
  code.setBudget(budget.left);
  for (let next = 0; next < dex.classes.count && code.budgetLeft() > 0; ) {
    next = step(next);
    for (const found of records(machine)) take(found);
    // What there is no room for is as good as not looked at.
    if (code.isOverflown() !== 0) code.setBudget(0);
  }
  budget.left = code.budgetLeft();
}

function records({ code, memory }: Machine): readonly Found[] {
  const words = new Uint32Array(memory, RECORDS, RECORD * code.recordCount());
  return Array.from({ length: code.recordCount() }, (_, index) => recordAt(words, RECORD * index));
}

function recordAt(words: Uint32Array, index: number): Found {
  const [kind = 0, type = 0, member = 0, code = 0, pc = 0, string = 0, other = 0] = words.subarray(
    index,
    index + RECORD,
  );
  return { kind: KINDS[kind] ?? 'loaded', type, member, code, pc, string, other };
}
