import { calledMethod, type Metadata, type Method } from './metadata.ts';
import { fileOffset, type Range, u16, u32 } from './pe.ts';

/** Walks over the code of a method (ECMA-335 III) with what is known of the values on its stack. */

/**
 * For each opcode of one byte, from 0: bytes of its operand (`s`: a switch's table), values that it takes, values that it
 * gives. Calls and `ret` take what their signature says.
 */
const ONE_BYTE = `
000 000 001 001 001 001 001 001 001 001 010 010 010 010 101 101 110 101 101 110 001 001 001 001 001 001 001 001 001 001 001 101
401 801 401 801 ... 012 010 400 400 400 000 100 110 110 120 120 120 120 120 120 120 120 120 120 400 410 410 420 420 420 420 420
420 420 420 420 420 s10 011 011 011 011 011 011 011 011 011 011 011 020 020 020 020 020 020 020 021 021 021 021 021 021 021 021
021 021 021 021 021 011 011 011 011 011 011 011 011 011 011 400 420 411 401 401 411 411 011 ... ... 411 010 411 411 420 401 401
410 420 011 011 011 011 011 011 011 011 011 011 411 411 011 421 021 021 021 021 021 021 021 021 021 021 021 030 030 030 030 030
030 030 030 421 430 411 ... ... ... ... ... ... ... ... ... ... ... ... ... 011 011 011 011 011 011 011 011 ... ... ... ... ...
... ... 411 011 ... ... 411 ... ... ... ... ... ... ... ... ... 401 011 011 011 011 011 021 021 021 021 021 021 000 400 100 020
011`;

/** The same for those behind 0xfe. */
const TWO_BYTES = `
001 021 021 021 021 021 401 411 ... 201 201 210 201 201 210 011 ... 010 100 000 000 410 400 030 030 ... 000 ... 401 011 000`;

interface Shape {
  /** -1 for a switch. */
  readonly operand: number;
  readonly takes: number;
  readonly gives: number;
}

const SHAPES = shapes(ONE_BYTE);
const LONG_SHAPES = shapes(TWO_BYTES);

function shapes(rows: string): readonly (Shape | undefined)[] {
  return rows
    .trim()
    .split(/\s+/)
    .map(([operand = '.', takes, gives]) =>
      operand === '.'
        ? undefined
        : { operand: operand === 's' ? -1 : Number(operand), takes: Number(takes), gives: Number(gives) },
    );
}

const CALL = 0x28;
const CALLI = 0x29;
const CALLVIRT = 0x6f;
const NEWOBJ = 0x73;
const LDSTR = 0x72;
/** `br` and what follows it, short and long; `leave` likewise. */
const isBranch = (opcode: number): boolean => (opcode >= 0x2b && opcode <= 0x44) || opcode === 0xdd || opcode === 0xde;
/** Nothing falls through: ret, br, throw, endfinally, leave. */
const ENDS = new Set([0x2a, 0x2b, 0x38, 0x7a, 0xdc, 0xdd, 0xde]);

/** Code of the method at this address: a header of one byte, or of twelve and more (II.25.4). */
export function codeAt(bytes: Buffer, address: number): Range | undefined {
  const at = fileOffset(bytes, address);
  if (at === undefined || at >= bytes.length) return undefined;
  const first = bytes[at] ?? 0;
  const isTiny = (first & 3) === 2;
  const start = at + (isTiny ? 1 : 4 * (u16(bytes, at) >>> 12));
  const size = isTiny ? first >>> 2 : u32(bytes, at + 4);
  return start + size > bytes.length ? undefined : { start, end: start + size };
}

export interface Visitor {
  /** `ldstr`: place in the code, offset in the heap. */
  readonly string: (pc: number, index: number) => void;
  /** A call of a named method, with the strings among its arguments, `this` left out. */
  readonly call: (pc: number, method: Method, strings: readonly (number | undefined)[]) => void;
}

/** Strings on the stack by their offset in the heap; undefined is any other value. Empty where ways meet. */
export function visitCode(metadata: Metadata, code: Range, visitor: Visitor): void {
  const { bytes } = metadata;
  const targets = targetsIn(bytes, code);
  let stack: (number | undefined)[] = [];
  walk(bytes, code, (pc, opcode, { takes, gives }) => {
    if (targets.has(pc)) stack = [];
    if (opcode === LDSTR) {
      const index = u32(bytes, pc + 1) & 0xff_ffff;
      visitor.string(pc, index);
      stack.push(index);
    } else if (opcode === CALL || opcode === CALLVIRT || opcode === NEWOBJ) {
      const method = calledMethod(metadata, u32(bytes, pc + 1));
      if (method === undefined) stack = [];
      else call(visitor, stack, pc, opcode, method);
    } else if (ENDS.has(opcode) || opcode === CALLI) {
      stack = [];
    } else {
      take(stack, takes);
      for (let index = 0; index < gives; index += 1) stack.push(undefined);
    }
  });
}

function call(visitor: Visitor, stack: (number | undefined)[], pc: number, opcode: number, method: Method): void {
  // A new object is no argument of its constructor yet.
  const isNew = opcode === NEWOBJ;
  const given = take(stack, method.pops - (isNew && method.hasThis ? 1 : 0));
  visitor.call(pc, method, method.hasThis && !isNew ? given.slice(1) : given);
  if (isNew || method.returns) stack.push(undefined);
}

/** Values from the top, in the order in which they were put there; what lies below is not known. */
function take(stack: (number | undefined)[], count: number): readonly (number | undefined)[] {
  const known = stack.splice(Math.max(0, stack.length - count));
  const unknown = Math.min(count - known.length, MAX_ARGUMENTS);
  return [...new Array<undefined>(unknown).fill(undefined), ...known];
}

const MAX_ARGUMENTS = 255;

function targetsIn(bytes: Buffer, code: Range): ReadonlySet<number> {
  const targets = new Set<number>();
  walk(bytes, code, (pc, opcode, { operand }, next) => {
    if (operand === -1) {
      for (let at = pc + 5; at < next; at += 4) targets.add(next + bytes.readInt32LE(at));
    } else if (isBranch(opcode)) {
      targets.add(next + (operand === 1 ? bytes.readInt8(pc + 1) : bytes.readInt32LE(pc + 1)));
    }
  });
  return targets;
}

type Step = (pc: number, opcode: number, shape: Shape, next: number) => void;

/** Stops at what is no instruction. */
function walk(bytes: Buffer, { start, end }: Range, step: Step): void {
  let pc = start;
  while (pc < end) {
    const first = bytes[pc] ?? 0;
    const isLong = first === 0xfe;
    const shape = isLong ? LONG_SHAPES[bytes[pc + 1] ?? 0] : SHAPES[first];
    if (shape === undefined) return;
    const operands = pc + (isLong ? 2 : 1);
    const next = operands + (shape.operand === -1 ? 4 + 4 * u32(bytes, operands) : shape.operand);
    if (next > end) return;
    step(pc, isLong ? LONG + (bytes[pc + 1] ?? 0) : first, shape, next);
    pc = next;
  }
}

/** Opcodes of two bytes stand above those of one. */
const LONG = 0xfe00;
