import { type Decoder, idOf, type Operation, operandsOf, walk } from './code.ts';
import { arrayPlaces, type HermesFunction, type Literals, membersOf, objectPlaces } from './functions.ts';

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
  readonly members: Set<number>;
  /** Names of the functions that are given its result first. */
  readonly handedTo: Set<number>;
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
/** Of all switches in one function. */
const MAX_CASES = 8_192;

export interface Program {
  readonly bytes: Buffer;
  readonly decoder: Decoder;
  readonly literals: Literals;
}

interface State extends Program {
  readonly frameSize: number;
  /** Heads of loops; undefined where nothing is followed, because it is not known where the jumps lead. */
  readonly loops: ReadonlySet<number> | undefined;
  /** What the jumps bring that lead to a place further down. */
  readonly arriving: Map<number, Registers>;
  readonly said: Said[];
  readonly calls: Called[];
  /** Undefined behind an instruction that never goes on. */
  registers: Registers | undefined;
  copied: number;
}

export function factsOf(program: Program, { start, end, frameSize }: HermesFunction): Facts {
  const loops = loopsOf(program, { start, end });
  const state: State = {
    ...program,
    frameSize,
    loops,
    arriving: new Map(),
    said: [],
    calls: [],
    registers: loops && new Map(),
    copied: 0,
  };
  walk(program.bytes, program.decoder, { start, end }, (operation, pc) => {
    arrive(state, pc);
    step(state, operation, pc);
  });
  return state;
}

/** Places that a jump further down leads back to; undefined where it is not known where the jumps lead. */
function loopsOf(
  { bytes, decoder }: Program,
  range: { readonly start: number; readonly end: number },
): ReadonlySet<number> | undefined {
  const loops = new Set<number>();
  let cases = 0;
  walk(bytes, decoder, range, (operation, pc) => {
    if (operation.role === 'switch' || operation.role === 'string switch') cases += casesOf(bytes, operation, pc);
    if (cases > MAX_CASES) return;
    for (const target of targetsOf(bytes, operation, pc)) if (target <= pc) loops.add(target);
  });
  return cases > MAX_CASES ? undefined : loops;
}

function targetsOf(bytes: Buffer, operation: Operation, pc: number): readonly number[] {
  const { role, name, operands } = operation;
  if (role === 'switch' || role === 'string switch') return switchTargets(bytes, operation, pc);
  if (role !== 'jump' && !name.startsWith('Jmp')) return [];
  const type = operands[0]?.type;
  if (type !== 'a' && type !== 'A') return [];
  return [pc + (operandsOf(bytes, pc, operation)[0] ?? 0)];
}

function casesOf(bytes: Buffer, operation: Operation, pc: number): number {
  const [, , , low = 0, high = 0] = operandsOf(bytes, pc, operation);
  return operation.role === 'string switch' ? high : Math.max(0, high - low + 1);
}

/** Tables of switches stand behind the function, aligned to four bytes, their targets counted from the switch. */
function switchTargets(bytes: Buffer, operation: Operation, pc: number): readonly number[] {
  const operands = operandsOf(bytes, pc, operation);
  const byString = operation.role === 'string switch';
  const [offset = 0, otherwise = 0] = operands.slice(byString ? 2 : 1);
  const width = byString ? 8 : 4;
  // Cases by string have the string before the target.
  const table = 4 * Math.ceil((pc + offset) / 4) + width - 4;
  const targets = [pc + otherwise];
  for (let index = 0; index < casesOf(bytes, operation, pc); index += 1) {
    const at = table + width * index;
    if (at + 4 > bytes.length) break;
    targets.push(pc + bytes.readInt32LE(at));
  }
  return targets;
}

function arrive(state: State, pc: number): void {
  const brought = state.arriving.get(pc);
  state.arriving.delete(pc);
  if (state.loops?.has(pc)) state.registers = new Map();
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
  if (state.registers !== undefined) {
    for (const target of targetsOf(bytes, operation, pc)) if (target > pc) leadTo(state, target);
  }
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
      if (of?.type === 'result') of.call.members.add(name);
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
      const places = operation.role === 'object' ? objectPlaces : arrayPlaces;
      const members = membersOf(bytes, state.literals, places(bytes, state.literals, operands));
      for (const [member, { key, value }] of members.entries()) {
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
      called(state, registers, pc, operands, outgoing(state, operands.at(-1) ?? 0));
      return;
    case 'call by registers':
      called(state, registers, pc, operands, operands.slice(2));
      return;
    case 'writes all':
      for (const register of operands) registers.delete(register);
      return;
    case 'catch':
      // A handler is reached from anywhere.
      state.registers = state.loops && new Map();
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
  const handed = registers.get(passed[1] ?? -1);
  // What the call gives may take the place of its own arguments.
  registers.delete(result);
  if (value?.type !== 'member' || state.calls.length >= MAX_CALLS) return;
  if (handed?.type === 'result') handed.call.handedTo.add(value.name);
  const on = nameOf(value.of);
  const call: Called = { name: value.name, pc, on, strings, members: new Set(), handedTo: new Set() };
  state.calls.push(call);
  registers.set(result, { type: 'result', call });
}

function nameOf(value: Value | undefined): number | undefined {
  if (value?.type === 'member') return value.name;
  return value?.type === 'result' ? value.call.name : undefined;
}
