import { type Decoder, idOf, type Operation, operandsOf, walk } from './code.ts';
import { arrayLiteral, type HermesFunction, type Literals, objectLiteral } from './functions.ts';

/**
 * What one function does with its strings. Values are followed from register to register as the function runs: where two
 * ways meet, only what both bring is known, and at the head of a loop nothing is.
 */

/** A string in the code of a function. */
export interface Said {
  readonly id: number;
  readonly pc: number;
  /** Of its object literal: number of the literal, place in it. */
  readonly member?: number;
  /** The name that it is a member under, or is assigned to. */
  key?: number;
}

/** A call of something that was read under a name: `x.name(…)`, `(0, x.name)(…)`, `new x.Name(…)`. */
export interface Called {
  readonly name: number;
  readonly pc: number;
  /** What the call is made on: the name that it was read under, or of the call that gave it. */
  readonly on: number | undefined;
  /** String literals among the arguments, by place. */
  readonly strings: readonly (number | undefined)[];
  /** Names read from what the call gives. */
  readonly then: Set<number>;
}

export interface Facts {
  readonly said: readonly Said[];
  readonly calls: readonly Called[];
}

type Value =
  | { readonly type: 'string'; readonly said: Said }
  | { readonly type: 'member'; readonly name: number; readonly of: Value | undefined }
  | { readonly type: 'result'; readonly call: Called };

type Registers = Map<number, Value>;

/** Where a version's outgoing arguments begin below the end of the frame (StackFrameLayout.h). */
const THIS_BELOW_END = 7;
const THIS_BELOW_END_SINCE_97 = 8;

const MAX_SAID = 4_096;
const MAX_CALLS = 1_024;
const MAX_ARGUMENTS = 8;
/** Registers copied at jumps, in one function. */
const MAX_COPIED = 200_000;
const MAX_SWITCH = 4_096;

export interface Program {
  readonly bytes: Buffer;
  readonly decoder: Decoder;
  readonly literals: Literals;
}

interface State extends Program {
  readonly frameSize: number;
  readonly loops: ReadonlySet<number>;
  /** What the jumps bring that lead to a place further down. */
  readonly arriving: Map<number, Registers>;
  readonly said: Said[];
  readonly calls: Called[];
  /** Undefined behind an instruction that never goes on. */
  registers: Registers | undefined;
  copied: number;
}

export function factsOf(program: Program, { start, end, frameSize }: HermesFunction): Facts {
  const state: State = {
    ...program,
    frameSize,
    loops: loopsOf(program, { start, end }),
    arriving: new Map(),
    said: [],
    calls: [],
    registers: new Map(),
    copied: 0,
  };
  walk(program.bytes, program.decoder, { start, end }, (operation, pc) => {
    arrive(state, pc);
    step(state, operation, pc);
  });
  return state;
}

/** Places that a jump further down leads back to. */
function loopsOf({ bytes, decoder }: Program, range: { readonly start: number; readonly end: number }): Set<number> {
  const loops = new Set<number>();
  walk(bytes, decoder, range, (operation, pc) => {
    for (const target of targetsOf(bytes, operation, pc)) if (target <= pc) loops.add(target);
  });
  return loops;
}

function targetsOf(bytes: Buffer, operation: Operation, pc: number): readonly number[] {
  const { role, name, operands } = operation;
  if (role === 'switch' || role === 'string switch') return switchTargets(bytes, operation, pc);
  if (role !== 'jump' && !name.startsWith('Jmp')) return [];
  const type = operands[0]?.type;
  if (type !== 'a' && type !== 'A') return [];
  return [pc + (operandsOf(bytes, pc, operation)[0] ?? 0)];
}

/** Tables of switches stand behind the function, aligned to four bytes, their targets counted from the switch. */
function switchTargets(bytes: Buffer, operation: Operation, pc: number): readonly number[] {
  const operands = operandsOf(bytes, pc, operation);
  const byString = operation.role === 'string switch';
  const [offset = 0, otherwise = 0] = byString ? operands.slice(2) : operands.slice(1);
  const count = byString ? (operands[4] ?? 0) : (operands[4] ?? 0) - (operands[3] ?? 0) + 1;
  const width = byString ? 8 : 4;
  const table = ((pc + offset + 3) & ~3) + width - 4;
  const targets = [pc + otherwise];
  for (let index = 0; index < Math.min(count, MAX_SWITCH); index += 1) {
    const at = table + width * index;
    if (at + 4 <= bytes.length) targets.push(pc + bytes.readInt32LE(at));
  }
  return targets;
}

function arrive(state: State, pc: number): void {
  const brought = state.arriving.get(pc);
  state.arriving.delete(pc);
  if (state.loops.has(pc)) state.registers = new Map();
  else if (brought !== undefined) state.registers = common(state.registers, brought);
}

function common(left: Registers | undefined, right: Registers): Registers {
  if (left === undefined) return right;
  return new Map([...left].filter(([register, value]) => right.get(register) === value));
}

/** Keeps what is known now for a place further down. */
function leadTo(state: State, target: number): void {
  const { registers, arriving } = state;
  if (registers === undefined) return;
  const there = arriving.get(target);
  state.copied += registers.size;
  const known = state.copied > MAX_COPIED ? new Map() : new Map(registers);
  arriving.set(target, there === undefined ? known : common(there, known));
}

function step(state: State, operation: Operation, pc: number): void {
  const { bytes } = state;
  const operands = operandsOf(bytes, pc, operation);
  const [first = 0, second = 0] = operands;
  // In code that nothing leads to there is nothing to follow, but its strings are strings of the function all the same.
  const registers = state.registers ?? new Map<number, Value>();
  for (const target of targetsOf(bytes, operation, pc)) if (target > pc) leadTo(state, target);
  switch (operation.role) {
    case 'string': {
      const said: Said = { id: idOf(bytes, pc, operation), pc };
      say(state, said);
      registers.set(first, { type: 'string', said });
      return;
    }
    case 'get': {
      const name = idOf(bytes, pc, operation);
      const of = registers.get(second);
      if (of?.type === 'result') of.call.then.add(name);
      registers.set(first, { type: 'member', name, of });
      return;
    }
    case 'put': {
      const value = registers.get(second);
      if (value?.type === 'string') value.said.key ??= idOf(bytes, pc, operation);
      return;
    }
    case 'object':
    case 'array': {
      const literal = operation.role === 'object' ? objectLiteral : arrayLiteral;
      for (const [member, { key, value }] of literal(bytes, state.literals, operands).entries()) {
        say(state, key === undefined ? { id: value, pc, member } : { id: value, pc, member, key });
      }
      registers.delete(first);
      return;
    }
    case 'move': {
      const value = registers.get(second);
      if (value === undefined) registers.delete(first);
      else registers.set(first, value);
      return;
    }
    case 'call':
    case 'construct':
      return called(state, registers, pc, operands, outgoing(state, operands.at(-1) ?? 0));
    case 'call by registers':
      return called(state, registers, pc, operands, operands.slice(2));
    case 'writes all':
      for (const register of operands) registers.delete(register);
      return;
    case 'catch':
      state.registers = new Map();
      return;
    case 'end':
      state.registers = undefined;
      return;
    case 'switch':
    case 'string switch':
      state.registers = undefined;
      return;
    case 'jump':
    case 'writes nothing':
      return;
    case 'closure':
      // Classes give two: themselves, and the object that their methods stand in.
      registers.delete(first);
      registers.delete(second);
      return;
    case 'writes first':
      registers.delete(first);
  }
}

function say(state: State, said: Said): void {
  if (state.said.length < MAX_SAID) state.said.push(said);
}

/** Registers of the arguments of a call that says only how many there are, `this` first. */
function outgoing({ frameSize, literals }: State, count: number): readonly number[] {
  const first = frameSize - (literals.version >= 97 ? THIS_BELOW_END_SINCE_97 : THIS_BELOW_END);
  return Array.from({ length: Math.min(count, MAX_ARGUMENTS) }, (_, index) => first - index);
}

function called(
  state: State,
  registers: Registers,
  pc: number,
  [result = 0, callee = 0]: readonly number[],
  passed: readonly number[],
): void {
  const value = registers.get(callee);
  const strings = passed.slice(1).map((register) => {
    const argument = registers.get(register);
    return argument?.type === 'string' ? argument.said.id : undefined;
  });
  // What the call gives may take the place of its own arguments.
  registers.delete(result);
  if (value?.type !== 'member' || state.calls.length >= MAX_CALLS) return;
  const call: Called = { name: value.name, pc, on: nameOf(value.of), strings, then: new Set() };
  state.calls.push(call);
  registers.set(result, { type: 'result', call });
}

function nameOf(value: Value | undefined): number | undefined {
  if (value?.type === 'member') return value.name;
  return value?.type === 'result' ? value.call.name : undefined;
}
