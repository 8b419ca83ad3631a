import { u8, u16, u32, uleb128 } from './bytes.ts';
import { type ClassDef, type DexFile, NO_INDEX } from './dex-file.ts';

/**
 * Walks over what a class holds: members, instructions, encoded values. Every walk spends from a budget that the size of
 * the file sets, because a hostile file can let many classes share one huge table.
 */
export interface Budget {
  left: number;
}

export interface Member {
  readonly kind: 'field' | 'static-field' | 'method';
  /** Index in the table of fields or methods. */
  readonly index: number;
  /** Offset of the code, 0 if it has none. */
  readonly code: number;
}

/** Fields and methods of a class in the order of its class_data_item; static fields come first. */
export function* membersOf(dex: DexFile, definition: ClassDef, budget: Budget): Generator<Member, void, undefined> {
  if (definition.data === 0 || definition.data >= dex.bytes.length) return;
  let at = definition.data;
  const next = (): number => {
    const { value, end } = uleb128(dex.bytes, at);
    at = end;
    return value;
  };
  const counts = [next(), next(), next(), next()];
  for (const [group, count] of counts.entries()) {
    let index = 0;
    for (let item = 0; item < count && at < dex.bytes.length; item += 1) {
      budget.left -= 1;
      if (budget.left < 0) return;
      index += next();
      next();
      if (group < 2) yield { kind: group === 0 ? 'static-field' : 'field', index, code: 0 };
      else yield { kind: 'method', index, code: next() };
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

/** One `const-string` of a method. */
export interface StringUse {
  readonly string: number;
  /** Address in code units. */
  readonly pc: number;
  /** Offset of the instruction after it. */
  readonly next: number;
  readonly register: number;
}

/** Calls `visit` for every string that the code loads, in order. Code units are spent from the budget. */
export function visitStrings(dex: DexFile, code: number, budget: Budget, visit: (use: StringUse) => void): void {
  const { bytes } = dex;
  const start = code + 16;
  if (code === 0 || start > bytes.length) return;
  const units = Math.min(u32(bytes, code + 12), (bytes.length - start) >>> 1);
  let pc = 0;
  while (pc < units && budget.left > 0) {
    const at = start + 2 * pc;
    const opcode = u8(bytes, at);
    const width = opcode === 0 ? payloadWidth(bytes, at) : (WIDTHS[opcode] ?? 1);
    if (opcode === OPCODE.constString || opcode === OPCODE.constStringJumbo) {
      const string = opcode === OPCODE.constString ? u16(bytes, at + 2) : u32(bytes, at + 2);
      visit({ string, pc, next: at + 2 * width, register: u8(bytes, at + 1) });
    }
    pc += width;
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

/** Index of the field that the next instruction puts the string into, NO_INDEX if it does something else. */
export function fieldPutAfter(dex: DexFile, use: StringUse): number {
  const opcode = u8(dex.bytes, use.next);
  const operand = u8(dex.bytes, use.next + 1);
  if (opcode === OPCODE.sputObject && operand === use.register) return u16(dex.bytes, use.next + 2);
  if (opcode === OPCODE.iputObject && (operand & 0x0f) === use.register) return u16(dex.bytes, use.next + 2);
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
  const { value: count, end } = uleb128(dex.bytes, offset);
  let at = end;
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
  const count = uleb128(dex.bytes, uleb128(dex.bytes, offset).end);
  let at = count.end;
  for (let item = 0; item < count.value && at < dex.bytes.length && budget.left > 0; item += 1) {
    at = visitValue(dex, uleb128(dex.bytes, at).end, budget, depth, visit);
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
    const count = uleb128(dex.bytes, at);
    let next = count.end;
    for (let item = 0; item < count.value && next < dex.bytes.length && budget.left > 0; item += 1) {
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
