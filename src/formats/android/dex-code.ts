import { u8, u16, u32, ulebAt, ulebEnd } from './bytes.ts';
import { type ClassDef, type DexFile, NO_INDEX } from './dex-file.ts';

/**
 * Walks over what a class holds: members, instructions, encoded values. Every walk spends from a budget that the size of
 * the file sets, because a hostile file can let many classes share one huge table.
 */
export interface Budget {
  left: number;
}

export type MemberKind = 'field' | 'static-field' | 'method';

/** `index` is that in the table of fields or methods; `code` the offset of the code, 0 if it has none. */
export type MemberVisitor = (kind: MemberKind, index: number, code: number) => void;

/** Calls `visit` for fields and methods of a class in the order of its class_data_item; static fields come first. */
export function visitMembers(dex: DexFile, definition: ClassDef, budget: Budget, visit: MemberVisitor): void {
  const { bytes } = dex;
  if (definition.data === 0 || definition.data >= bytes.length) return;
  let at = definition.data;
  const counts = [0, 0, 0, 0];
  for (const group of counts.keys()) {
    counts[group] = ulebAt(bytes, at);
    at = ulebEnd(bytes, at);
  }
  for (const [group, count] of counts.entries()) {
    let index = 0;
    for (let item = 0; item < count && at < bytes.length; item += 1) {
      budget.left -= 1;
      if (budget.left < 0) return;
      index += ulebAt(bytes, at);
      // Behind it the access flags; of a method then the offset of its code.
      at = ulebEnd(bytes, ulebEnd(bytes, at));
      if (group < 2) {
        visit(group === 0 ? 'static-field' : 'field', index, 0);
        continue;
      }
      const code = ulebAt(bytes, at);
      at = ulebEnd(bytes, at);
      visit('method', index, code);
    }
  }
}

/** Code units of each opcode (dalvik-bytecode, instruction formats). */
const WIDTHS = opcodeWidths();

function opcodeWidths(): Uint8Array {
  const widths = new Uint8Array(256).fill(1);
  const set = (width: number, ...ranges: readonly (readonly [number, number])[]): void => {
    for (const [first, last] of ranges) widths.fill(width, first, last + 1);
  };
  set(2, [0x02, 0x02], [0x05, 0x05], [0x08, 0x08], [0x13, 0x13], [0x15, 0x16], [0x19, 0x1a], [0x1c, 0x1c]);
  set(
    2,
    [0x1f, 0x20],
    [0x22, 0x23],
    [0x29, 0x29],
    [0x2d, 0x3d],
    [0x44, 0x6d],
    [0x90, 0xaf],
    [0xd0, 0xe2],
    [0xfe, 0xff],
  );
  set(3, [0x03, 0x03], [0x06, 0x06], [0x09, 0x09], [0x14, 0x14], [0x17, 0x17], [0x1b, 0x1b], [0x24, 0x26]);
  set(3, [0x2a, 0x2c], [0x6e, 0x72], [0x74, 0x78], [0xfc, 0xfd]);
  set(4, [0xfa, 0xfb]);
  set(5, [0x18, 0x18]);
  return widths;
}

const OPCODE = { constString: 0x1a, constStringJumbo: 0x1b, iputObject: 0x5b, sputObject: 0x69 } as const;

/** Calls `visit` for every string that the code loads, in order, with the address (in code units) and the offset of the instruction. */
export function visitStrings(
  dex: DexFile,
  code: number,
  budget: Budget,
  visit: (string: number, pc: number, at: number) => void,
): void {
  const { bytes } = dex;
  const start = code + 16;
  if (code === 0 || start > bytes.length) return;
  const units = Math.min(u32(bytes, code + 12), (bytes.length - start) >>> 1);
  let pc = 0;
  while (pc < units && budget.left > 0) {
    const at = start + 2 * pc;
    const opcode = u8(bytes, at);
    if (opcode === OPCODE.constString) visit(u16(bytes, at + 2), pc, at);
    else if (opcode === OPCODE.constStringJumbo) visit(u32(bytes, at + 2), pc, at);
    pc += opcode === 0 ? payloadWidth(bytes, at) : (WIDTHS[opcode] ?? 1);
    budget.left -= 1;
  }
}

/** Tables that stand between the instructions: packed-switch, sparse-switch, fill-array-data; else a nop. */
function payloadWidth(bytes: Buffer, at: number): number {
  const kind = u8(bytes, at + 1);
  if (kind === 1) return 4 + 2 * u16(bytes, at + 2);
  if (kind === 2) return 2 + 4 * u16(bytes, at + 2);
  if (kind === 3) return 4 + Math.ceil((u32(bytes, at + 4) * u16(bytes, at + 2)) / 2);
  return 1;
}

/** Index of the field that the instruction after a `const-string` puts the string into, NO_INDEX if it does something else. */
export function fieldPutAfter(dex: DexFile, at: number): number {
  const { bytes } = dex;
  const register = u8(bytes, at + 1);
  const next = at + 2 * (WIDTHS[u8(bytes, at)] ?? 1);
  const opcode = u8(bytes, next);
  const operand = u8(bytes, next + 1);
  if (opcode === OPCODE.sputObject && operand === register) return u16(bytes, next + 2);
  if (opcode === OPCODE.iputObject && (operand & 0x0f) === register) return u16(bytes, next + 2);
  return NO_INDEX;
}

const ENCODED = { string: 0x17, array: 0x1c, annotation: 0x1d, null: 0x1e, boolean: 0x1f } as const;
const MAX_VALUE_DEPTH = 16;

/** Calls `visit` for each string of an encoded_array, with the index of the element it stands in. */
export function visitArray(
  dex: DexFile,
  offset: number,
  budget: Budget,
  visit: (string: number, element: number) => void,
): number {
  const count = ulebAt(dex.bytes, offset);
  let at = ulebEnd(dex.bytes, offset);
  for (let element = 0; element < count && at < dex.bytes.length && budget.left > 0; element += 1) {
    at = visitValue(dex, at, budget, 0, (string) => visit(string, element));
  }
  return at;
}

/** Calls `visit` for each string of an encoded_annotation; gives the offset after it. */
export function visitAnnotation(dex: DexFile, offset: number, budget: Budget, visit: (string: number) => void): number {
  return annotationValue(dex, offset, budget, 0, visit);
}

function annotationValue(
  dex: DexFile,
  offset: number,
  budget: Budget,
  depth: number,
  visit: (string: number) => void,
): number {
  const size = ulebEnd(dex.bytes, offset);
  const count = ulebAt(dex.bytes, size);
  let at = ulebEnd(dex.bytes, size);
  for (let item = 0; item < count && at < dex.bytes.length && budget.left > 0; item += 1) {
    at = visitValue(dex, ulebEnd(dex.bytes, at), budget, depth, visit);
  }
  return at;
}

function visitValue(
  dex: DexFile,
  offset: number,
  budget: Budget,
  depth: number,
  visit: (string: number) => void,
): number {
  budget.left -= 1;
  const header = u8(dex.bytes, offset);
  const type = header & 0x1f;
  const size = (header >>> 5) + 1;
  const at = offset + 1;
  if (type === ENCODED.null || type === ENCODED.boolean) return at;
  if (type === ENCODED.array || type === ENCODED.annotation) {
    // Deeper than compilers nest: leave the rest of this item alone.
    if (depth >= MAX_VALUE_DEPTH) return dex.bytes.length;
    if (type === ENCODED.annotation) return annotationValue(dex, at, budget, depth + 1, visit);
    const count = ulebAt(dex.bytes, at);
    let next = ulebEnd(dex.bytes, at);
    for (let item = 0; item < count && next < dex.bytes.length && budget.left > 0; item += 1) {
      next = visitValue(dex, next, budget, depth + 1, visit);
    }
    return next;
  }
  if (type === ENCODED.string) visit(littleEndian(dex.bytes, at, size));
  return at + size;
}

function littleEndian(bytes: Buffer, at: number, size: number): number {
  let value = 0;
  for (let index = size - 1; index >= 0; index -= 1) value = value * 256 + u8(bytes, at + index);
  return value;
}

/** A string that a call is given. */
export interface StringArgument {
  readonly method: number;
  readonly string: number;
  /** Address of the call in code units. */
  readonly pc: number;
}

/** How the wanted methods are called. */
export interface WantedMethod {
  /** Place of the string among the registers, the receiver left out. */
  readonly register: number;
  readonly nests: boolean;
}

/** Where an instruction puts its result: 1 in the register of its second byte, 2 in that of its low half. */
const TARGETS = targetsOfOpcodes();

function targetsOfOpcodes(): Uint8Array {
  const targets = new Uint8Array(256);
  const set = (kind: 1 | 2, ...ranges: readonly (readonly [number, number])[]): void => {
    for (const [first, last] of ranges) targets.fill(kind, first, last + 1);
  };
  set(1, [0x02, 0x02], [0x05, 0x05], [0x08, 0x08], [0x0a, 0x0d], [0x13, 0x1c], [0x22, 0x22], [0x2d, 0x31]);
  set(1, [0x44, 0x4a], [0x60, 0x66], [0x90, 0xaf], [0xd8, 0xe2], [0xfe, 0xff]);
  set(2, [0x01, 0x01], [0x04, 0x04], [0x07, 0x07], [0x12, 0x12], [0x20, 0x21], [0x23, 0x23], [0x52, 0x58]);
  set(2, [0x7b, 0x8f], [0xb0, 0xd7]);
  return targets;
}

const MOVE_RESULT_OBJECT = 0x0c;
const MOVE_OBJECT = 0x07;
/** A register holds no string that is known, or what a nesting call gave. */
const UNKNOWN = -1;
const NESTED = -2;

/**
 * Calls `visit` for each call of a wanted method with a string that the same code loads. Registers are followed from
 * instruction to instruction, as if there were no branches: compilers load a literal right before they hand it over.
 */
export function visitArguments(
  dex: DexFile,
  code: number,
  budget: Budget,
  wanted: ReadonlyMap<number, WantedMethod>,
  visit: (argument: StringArgument) => void,
): void {
  const { bytes } = dex;
  const start = code + 16;
  if (code === 0 || start > bytes.length) return;
  const units = Math.min(u32(bytes, code + 12), (bytes.length - start) >>> 1);
  const registers = new Int32Array(256).fill(UNKNOWN);
  let nests = false;
  let pc = 0;
  while (pc < units && budget.left > 0) {
    const at = start + 2 * pc;
    const opcode = u8(bytes, at);
    const operand = u8(bytes, at + 1);
    const call = isInvoke(opcode) ? wanted.get(u16(bytes, at + 2)) : undefined;
    if (call !== undefined) {
      const isStatic = opcode === 0x71 || opcode === 0x77;
      const receiver = isStatic ? UNKNOWN : (registers[argumentRegister(bytes, at, opcode, 0)] ?? UNKNOWN);
      const register = argumentRegister(bytes, at, opcode, call.register + (isStatic ? 0 : 1));
      const string = registers[register] ?? UNKNOWN;
      const isPart = call.nests && receiver === NESTED;
      if (string >= 0 && !isPart) visit({ method: u16(bytes, at + 2), string, pc });
    }
    if (opcode === OPCODE.constString) registers[operand] = u16(bytes, at + 2);
    else if (opcode === OPCODE.constStringJumbo) registers[operand] = u32(bytes, at + 2);
    else if (opcode === MOVE_OBJECT) registers[operand & 0x0f] = registers[operand >>> 4] ?? UNKNOWN;
    else if (TARGETS[opcode] === 1) registers[operand] = opcode === MOVE_RESULT_OBJECT && nests ? NESTED : UNKNOWN;
    else if (TARGETS[opcode] === 2) registers[operand & 0x0f] = UNKNOWN;
    nests = call?.nests ?? false;
    pc += opcode === 0 ? payloadWidth(bytes, at) : (WIDTHS[opcode] ?? 1);
    budget.left -= 1;
  }
}

function isInvoke(opcode: number): boolean {
  return (opcode >= 0x6e && opcode <= 0x72) || (opcode >= 0x74 && opcode <= 0x78);
}

const NO_REGISTER = 256;

/** Register of an argument of an invocation: up to five listed ones (35c), or a range (3rc). */
function argumentRegister(bytes: Buffer, at: number, opcode: number, index: number): number {
  const operand = u8(bytes, at + 1);
  if (opcode >= 0x74) return index < operand ? u16(bytes, at + 4) + index : NO_REGISTER;
  if (index >= operand >>> 4) return NO_REGISTER;
  if (index === 4) return operand & 0x0f;
  const pair = u8(bytes, at + 4 + (index >>> 1));
  return index % 2 === 0 ? pair & 0x0f : pair >>> 4;
}
