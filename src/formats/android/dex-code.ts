import { u8, u16, u32 } from './bytes.ts';
import { type DexFile, NO_INDEX } from './dex-file.ts';
import type { Budget } from './dex-members.ts';

/** Instructions (dalvik-bytecode, dex-format: code_item). Their addresses are in code units of two bytes. */

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

const OPCODE = { moveObject: 0x07, moveResultObject: 0x0c, iputObject: 0x5b, sputObject: 0x69 } as const;

const INDEX_16 = 0xffff;
const INDEX_32 = -1;

/** By opcode, the bits of the word behind its first two bytes that are an index; 0 for all other instructions. */
export type Sought = Int32Array;

function sought(...opcodes: readonly (readonly [number, number])[]): Sought {
  const masks = new Int32Array(256);
  for (const [opcode, mask] of opcodes) masks[opcode] = mask;
  return masks;
}

/** const-string and const-string/jumbo. */
export const LOADS = sought([0x1a, INDEX_16], [0x1b, INDEX_32]);
const INVOKE = [0x6e, 0x6f, 0x70, 0x71, 0x72, 0x74, 0x75, 0x76, 0x77, 0x78];
export const INVOKES = sought(...INVOKE.map((opcode) => [opcode, INDEX_16] as const));

/** Index that the instruction holds; undefined if it is not sought. */
export function indexAt(bytes: Uint8Array, at: number, masks: Sought): number | undefined {
  const mask = masks[u8(bytes, at)] ?? 0;
  return mask === 0 ? undefined : (u32(bytes, at + 2) & mask) >>> 0;
}

const CODE_HEADER = 16;

/** Offset of the first instruction. */
export function codeStart(code: number): number {
  return code + CODE_HEADER;
}

/** Offset behind the last instruction, as far as the file and the budget go. */
export function codeEnd({ bytes }: DexFile, code: number, budget: Budget): number {
  const start = codeStart(code);
  if (code === 0 || start > bytes.length || budget.left <= 0) return start;
  const units = Math.min(u32(bytes, code + 12), (bytes.length - start) >>> 1);
  // A unit is passed over much faster than a member or a value is read.
  budget.left -= units >>> 2;
  return start + 2 * units;
}

/**
 * False if no instruction holds a wanted index, which can be told without reading them one after the other: all code of
 * an app goes through this loop once, most of it before the loop is compiled.
 */
export function mayUse(bytes: Uint8Array, start: number, end: number, masks: Sought, wanted: Uint8Array): boolean {
  for (let at = start; at < end; at += 2) {
    const mask = masks[bytes[at] ?? 0] ?? 0;
    if (mask !== 0 && wanted[(u16(bytes, at + 2) | (u16(bytes, at + 4) << 16)) & mask] === 1) return true;
  }
  return false;
}

export function afterInstruction(bytes: Uint8Array, at: number): number {
  const opcode = u8(bytes, at);
  return at + 2 * (opcode === 0 ? payloadWidth(bytes, at) : (WIDTHS[opcode] ?? 1));
}

/** Tables that stand between the instructions: packed-switch, sparse-switch, fill-array-data; else a nop. */
function payloadWidth(bytes: Uint8Array, at: number): number {
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
  const next = afterInstruction(bytes, at);
  const opcode = u8(bytes, next);
  const operand = u8(bytes, next + 1);
  if (opcode === OPCODE.sputObject && operand === register) return u16(bytes, next + 2);
  if (opcode === OPCODE.iputObject && (operand & 0x0f) === register) return u16(bytes, next + 2);
  return NO_INDEX;
}

/** A string that a call is given. */
export interface StringArgument {
  readonly method: number;
  readonly string: number;
  /** Offset of the call. */
  readonly at: number;
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

/** A register holds no string that is known, or what a nesting call gave. */
const UNKNOWN = -1;
const NESTED = -2;

/**
 * Calls of wanted methods with a string that the same code loads. Registers are followed from instruction to
 * instruction, as if there were no branches: compilers load a literal right before they hand it over.
 */
export function argumentsIn(
  bytes: Uint8Array,
  start: number,
  end: number,
  wanted: ReadonlyMap<number, WantedMethod>,
): readonly StringArgument[] {
  const found: StringArgument[] = [];
  const registers = new Int32Array(256).fill(UNKNOWN);
  let nests = false;
  for (let at = start; at < end; at = afterInstruction(bytes, at)) {
    const opcode = u8(bytes, at);
    const operand = u8(bytes, at + 1);
    const method = u16(bytes, at + 2);
    const call = INVOKES[opcode] === 0 ? undefined : wanted.get(method);
    if (call !== undefined) {
      const isStatic = opcode === 0x71 || opcode === 0x77;
      const receiver = isStatic ? UNKNOWN : (registers[argumentRegister(bytes, at, opcode, 0)] ?? UNKNOWN);
      const register = argumentRegister(bytes, at, opcode, call.register + (isStatic ? 0 : 1));
      const string = registers[register] ?? UNKNOWN;
      const isPart = call.nests && receiver === NESTED;
      if (string >= 0 && !isPart) found.push({ method, string, at });
    }
    const loaded = indexAt(bytes, at, LOADS);
    if (loaded !== undefined) registers[operand] = loaded;
    else if (opcode === OPCODE.moveObject) registers[operand & 0x0f] = registers[operand >>> 4] ?? UNKNOWN;
    else if (TARGETS[opcode] === 1) registers[operand] = opcode === OPCODE.moveResultObject && nests ? NESTED : UNKNOWN;
    else if (TARGETS[opcode] === 2) registers[operand & 0x0f] = UNKNOWN;
    nests = call?.nests ?? false;
  }
  return found;
}

const NO_REGISTER = 256;

/** Register of an argument of an invocation: up to five listed ones (35c), or a range (3rc). */
function argumentRegister(bytes: Uint8Array, at: number, opcode: number, index: number): number {
  const operand = u8(bytes, at + 1);
  if (opcode >= 0x74) return index < operand ? u16(bytes, at + 4) + index : NO_REGISTER;
  if (index >= operand >>> 4) return NO_REGISTER;
  if (index === 4) return operand & 0x0f;
  const pair = u8(bytes, at + 4 + (index >>> 1));
  return index % 2 === 0 ? pair & 0x0f : pair >>> 4;
}
