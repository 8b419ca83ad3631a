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

/** By opcode, 256 of them; undefined where the version has no such instruction. */
export type Decoder = readonly (Operation | undefined)[];

export function decoderOf(set: InstructionSet): Decoder {
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

/** True if the instructions fill the function to its last byte: those of another version do not. */
export function walk(
  bytes: Buffer,
  decoder: Decoder,
  { start, end }: { readonly start: number; readonly end: number },
  visit: (operation: Operation, pc: number) => void,
): boolean {
  let pc = start;
  while (pc < end) {
    const operation = decoder[bytes[pc] ?? 0];
    if (operation === undefined || pc + operation.size > end) return false;
    visit(operation, pc);
    pc += operation.size;
  }
  return true;
}
