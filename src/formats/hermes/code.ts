import type { Instruction, InstructionSet } from './instructions.ts';

/** Walks over the instructions of functions. */

/** What an instruction is to a reader of strings and calls. */
export type Role =
  | 'string'
  | 'get'
  | 'put'
  | 'object'
  | 'array'
  | 'closure'
  | 'move'
  | 'call'
  | 'call by registers'
  | 'construct'
  | 'jump'
  | 'switch'
  | 'string switch'
  | 'end'
  | 'catch'
  | 'writes all'
  | 'writes nothing'
  | 'writes first';

const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/^LoadConstString/, 'string'],
  [/^(?:Try)?GetById/, 'get'],
  [/^(?:(?:Try)?PutById|PutNewOwn(?:NE)?ById|DefineOwnById)/, 'put'],
  [/^New(?:Typed)?ObjectWithBuffer/, 'object'],
  [/^NewArrayWithBuffer/, 'array'],
  [/^Create(?:BaseClass|DerivedClass|Closure|Generator|GeneratorClosure|AsyncClosure)(?:LongIndex)?$/, 'closure'],
  [/^Mov(?:Long)?$/, 'move'],
  [/^Call(?:Long)?$/, 'call'],
  [/^Call[1-4]$/, 'call by registers'],
  [/^(?:Construct(?:Long)?|CallWithNewTarget)$/, 'construct'],
  [/^(?:Jmp|JmpLong|Ret|Throw|Unreachable)$/, 'end'],
  [/^(?:J|SaveGenerator)/, 'jump'],
  [/^U?(?:Int)?SwitchImm$/, 'switch'],
  [/^StringSwitchImm$/, 'string switch'],
  [/^Catch$/, 'catch'],
  // They give more than one result.
  [/^(?:GetPNameList|GetNextPName|IteratorBegin|IteratorNext|ResumeGenerator)$/, 'writes all'],
  [/^(?:Put|Store|DefineOwn|FastArray(?:Store|Push|Append)|IteratorClose)/, 'writes nothing'],
  [/./, 'writes first'],
];

export interface Operation extends Instruction {
  readonly role: Role;
  /** The operand that names a string or a function. */
  readonly idAt: number;
  readonly idType: string;
}

/** What the pass over all code looks at. */
export const TELLING = { string: 1, get: 2, put: 3, closure: 4, object: 5, array: 6 } as const;

/** By opcode, 256 of each. */
export interface Decoder {
  /** Undefined where the version has no such instruction. */
  readonly operations: readonly (Operation | undefined)[];
  /** For the pass over all code: sizes, 0 where there is no such instruction; what it tells; where its id stands, how wide. */
  readonly sizes: Uint8Array;
  readonly telling: Uint8Array;
  readonly idAt: Uint8Array;
  readonly idWidth: Uint8Array;
}

const WIDTHS: Readonly<Record<string, number>> = { b: 1, h: 2, w: 4 };

const decoders = new WeakMap<InstructionSet, Decoder>();

/** Made once for each set: it takes longer than a small bundle. */
export function decoderOf(set: InstructionSet): Decoder {
  const known = decoders.get(set);
  if (known !== undefined) return known;
  const decoder = makeDecoder(set);
  decoders.set(set, decoder);
  return decoder;
}

function makeDecoder(set: InstructionSet): Decoder {
  const operations = operationsOf(set);
  const bytesOf = (give: (operation: Operation) => number) =>
    Uint8Array.from(operations, (operation) => (operation === undefined ? 0 : give(operation)));
  return {
    operations,
    sizes: bytesOf(({ size }) => size),
    telling: bytesOf(({ role }) => (role in TELLING ? TELLING[role as keyof typeof TELLING] : 0)),
    idAt: bytesOf(({ idAt }) => idAt),
    idWidth: bytesOf(({ idType }) => WIDTHS[idType] ?? 0),
  };
}

function operationsOf(set: InstructionSet): readonly (Operation | undefined)[] {
  return Array.from({ length: 256 }, (_, opcode) => {
    const instruction = set[opcode];
    if (instruction === undefined) return undefined;
    const role = ROLES.find(([name]) => name.test(instruction.name))?.[1] ?? 'writes first';
    // Ids stand last; only the instructions of the first roles have one.
    const last = instruction.operands.at(-1);
    return { ...instruction, role, idAt: last?.offset ?? 0, idType: last?.type ?? '' };
  });
}

export function numberAt(bytes: Buffer, at: number, type: string): number {
  switch (type) {
    case 'h':
      return bytes.readUInt16LE(at);
    case 'w':
    case 'R':
      return bytes.readUInt32LE(at);
    case 'a':
      return bytes.readInt8(at);
    case 'A':
    case 'i':
      return bytes.readInt32LE(at);
    case 'd':
      return bytes.readDoubleLE(at);
    default:
      return bytes.readUInt8(at);
  }
}

export function idOf(bytes: Buffer, pc: number, { idAt, idType }: Operation): number {
  return numberAt(bytes, pc + idAt, idType);
}

export function operandsOf(bytes: Buffer, pc: number, { operands }: Operation): readonly number[] {
  return operands.map(({ type, offset }) => numberAt(bytes, pc + offset, type));
}

/** Up to the first byte that is no instruction. */
export function walk(
  bytes: Buffer,
  { operations }: Decoder,
  { start, end }: { readonly start: number; readonly end: number },
  visit: (operation: Operation, pc: number) => void,
): void {
  let pc = start;
  while (pc < end) {
    const operation = operations[bytes[pc] ?? 0];
    if (operation === undefined || pc + operation.size > end) return;
    visit(operation, pc);
    pc += operation.size;
  }
}

/** Told of an instruction that is worth a look: what it is (TELLING), the id in it, where it stands. False ends the pass. */
export type Look = (what: number, id: number, pc: number) => boolean;

/**
 * True if the instructions fill the function to its last byte, which those of another version do not. It passes over every
 * instruction of an app, so it makes nothing.
 */
export function passOver(
  bytes: Buffer,
  { sizes, telling, idAt, idWidth }: Decoder,
  { start, end }: { readonly start: number; readonly end: number },
  look: Look,
): boolean {
  let pc = start;
  while (pc < end) {
    const opcode = bytes[pc] as number;
    const size = sizes[opcode] as number;
    if (size === 0 || pc + size > end) return false;
    const what = telling[opcode] as number;
    if (what !== 0) {
      const at = pc + (idAt[opcode] as number);
      const width = idWidth[opcode] as number;
      const short = (bytes[at] as number) | (width > 1 ? (bytes[at + 1] as number) << 8 : 0);
      if (!look(what, width > 2 ? bytes.readUInt32LE(at) : short, pc)) return false;
    }
    pc += size;
  }
  return pc === end;
}
