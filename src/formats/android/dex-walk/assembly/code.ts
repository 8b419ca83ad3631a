/* AssemblyScript: instructions (dalvik-bytecode, dex-format: code_item), by their addresses in memory. */
import { file, isSpent, size, spend, u32At } from './file';
import { NO_INDEX } from './records';

/** Code units of two bytes of each opcode (dalvik-bytecode, instruction formats): sixteen opcodes a row. */
// biome-ignore format: sixteen opcodes a row.
const WIDTHS = memory.data<u8>([
  1, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 2, 3, 2, 2, 3, 5, 2, 2, 3, 2, 1, 1, 2,
  2, 1, 2, 2, 3, 3, 3, 1, 1, 2, 3, 3, 3, 2, 2, 2,
  2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1,
  1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
  2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
  2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3,
  3, 3, 3, 1, 3, 3, 3, 3, 3, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
  2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
  2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 4, 3, 3, 2, 2,
]);

const MOVE_OBJECT: u32 = 0x07;
const MOVE_RESULT_OBJECT: u32 = 0x0c;
const CONST_STRING: u32 = 0x1a;
const CONST_STRING_JUMBO: u32 = 0x1b;
const IPUT_OBJECT: u32 = 0x5b;
const SPUT_OBJECT: u32 = 0x69;
const INVOKE_VIRTUAL: u32 = 0x6e;
const INVOKE_STATIC: u32 = 0x71;
const INVOKE_INTERFACE: u32 = 0x72;
const INVOKE_VIRTUAL_RANGE: u32 = 0x74;
const INVOKE_STATIC_RANGE: u32 = 0x77;
const INVOKE_INTERFACE_RANGE: u32 = 0x78;

const CODE_HEADER: u32 = 16;

/** Where the instructions of the code at an offset begin. */
export function codeStart(code: u32): usize {
  return file + code + CODE_HEADER;
}

/** Where they end, as far as the file and the budget go. */
export function codeEnd(code: u32): usize {
  const start = codeStart(code);
  if (code >= size || code + CODE_HEADER >= size || isSpent()) return start;
  const units = min(u32At(code + 12), (size - code - CODE_HEADER) >>> 1);
  // A unit is passed over much faster than a member or a value is read.
  spend(units >>> 2);
  return start + 2 * units;
}

export function afterInstruction(at: usize, end: usize): usize {
  const opcode = load<u8>(at);
  const units: u64 = opcode === 0 ? payloadWidth(at) : load<u8>(WIDTHS + opcode);
  return units < (end - at) >>> 1 ? at + 2 * <usize>units : end;
}

/** Tables that stand between the instructions: packed-switch, sparse-switch, fill-array-data; else a nop. */
function payloadWidth(at: usize): u64 {
  const kind = load<u8>(at, 1);
  if (kind === 1) return 4 + 2 * <u64>load<u16>(at, 2);
  if (kind === 2) return 2 + 4 * <u64>load<u16>(at, 2);
  if (kind === 3) return 4 + (<u64>load<u32>(at, 4) * <u64>load<u16>(at, 2) + 1) / 2;
  return 1;
}

/** Index of the string that the instruction loads. */
export function loadedString(at: usize): u32 {
  const opcode = load<u8>(at);
  if (opcode === CONST_STRING) return load<u16>(at, 2);
  return opcode === CONST_STRING_JUMBO ? load<u32>(at, 2) : NO_INDEX;
}

/** Index of the field that the instruction after a load puts the string into. */
export function fieldPutAfter(at: usize, end: usize): u32 {
  const next = afterInstruction(at, end);
  if (next >= end) return NO_INDEX;
  const opcode = load<u8>(next);
  const operand = load<u8>(next, 1);
  const register = load<u8>(at, 1);
  const isStatic = opcode === SPUT_OBJECT && operand === register;
  const isOwn = opcode === IPUT_OBJECT && (operand & 0x0f) === register;
  return isStatic || isOwn ? load<u16>(next, 2) : NO_INDEX;
}

/** Index of the method that the instruction calls. */
export function calledMethod(at: usize): u32 {
  const opcode = load<u8>(at);
  const isCall =
    (opcode >= INVOKE_VIRTUAL && opcode <= INVOKE_INTERFACE) ||
    (opcode >= INVOKE_VIRTUAL_RANGE && opcode <= INVOKE_INTERFACE_RANGE);
  return isCall ? load<u16>(at, 2) : NO_INDEX;
}

export function isStaticCall(at: usize): bool {
  const opcode = load<u8>(at);
  return opcode === INVOKE_STATIC || opcode === INVOKE_STATIC_RANGE;
}

/** What a register holds that no string is known of, or that a call gave which nests (src/formats/format.ts, CodeCall). */
export const UNKNOWN: u32 = 0xffffffff;
export const NESTED: u32 = 0xfffffffe;

const REGISTERS = memory.data(4 * 256, 4);
const NO_REGISTER: u32 = 256;

export function forgetRegisters(): void {
  memory.fill(REGISTERS, 0xff, 4 * 256);
}

function holds(register: u32): u32 {
  return register < NO_REGISTER ? load<u32>(REGISTERS + 4 * register) : UNKNOWN;
}

function put(register: u32, value: u32): void {
  store<u32>(REGISTERS + 4 * register, value);
}

/** What the call is given: up to five listed registers (35c), or a range (3rc). */
export function argument(at: usize, index: u32): u32 {
  const operand: u32 = load<u8>(at, 1);
  if (load<u8>(at) >= INVOKE_VIRTUAL_RANGE) return index < operand ? holds(load<u16>(at, 4) + index) : UNKNOWN;
  if (index >= operand >>> 4) return UNKNOWN;
  if (index === 4) return holds(operand & 0x0f);
  const pair: u32 = load<u8>(at + 4 + (index >>> 1));
  return holds(index % 2 === 0 ? pair & 0x0f : pair >>> 4);
}

/** Does to the registers what the instruction does; `nests` where the one before was a call that nests. */
export function follow(at: usize, nests: bool): void {
  const opcode: u32 = load<u8>(at);
  const operand: u32 = load<u8>(at, 1);
  const loaded = loadedString(at);
  if (loaded !== NO_INDEX) put(operand, loaded);
  else if (opcode === MOVE_OBJECT) put(operand & 0x0f, holds(operand >>> 4));
  else if (putsIntoByte(opcode)) put(operand, opcode === MOVE_RESULT_OBJECT && nests ? NESTED : UNKNOWN);
  else if (putsIntoNibble(opcode)) put(operand & 0x0f, UNKNOWN);
}

/** Instructions with a result that name its register in their second byte. */
function putsIntoByte(opcode: u32): bool {
  return (
    opcode === 0x02 ||
    opcode === 0x05 ||
    opcode === 0x08 ||
    isWithin(opcode, 0x0a, 0x0d) ||
    isWithin(opcode, 0x13, 0x1c) ||
    opcode === 0x22 ||
    isWithin(opcode, 0x2d, 0x31) ||
    isWithin(opcode, 0x44, 0x4a) ||
    isWithin(opcode, 0x60, 0x66) ||
    isWithin(opcode, 0x90, 0xaf) ||
    isWithin(opcode, 0xd8, 0xe2) ||
    opcode >= 0xfe
  );
}

/** In the lower half of it. */
function putsIntoNibble(opcode: u32): bool {
  return (
    opcode === 0x01 ||
    opcode === 0x04 ||
    opcode === 0x07 ||
    opcode === 0x12 ||
    isWithin(opcode, 0x20, 0x21) ||
    opcode === 0x23 ||
    isWithin(opcode, 0x52, 0x58) ||
    isWithin(opcode, 0x7b, 0x8f) ||
    isWithin(opcode, 0xb0, 0xd7)
  );
}

function isWithin(opcode: u32, first: u32, last: u32): bool {
  return opcode >= first && opcode <= last;
}
