import type { Neighbour } from '../../model.ts';
import { MAX_NEIGHBOURS } from '../../model.ts';
import { decodeMutf8 } from './mutf8.ts';
import { MAX_NEIGHBOUR_LENGTH, type Range } from './texts.ts';

/** A Java class file (JVMS chapter 4), as far as its string constants need it. Big-endian. */
export interface ClassFile {
  readonly bytes: Buffer;
  /** Internal name: `com/acme/Api`. */
  readonly name: string;
  /** By index of the constant pool; index 0 and the second slot of a long are empty. */
  readonly constants: readonly Constant[];
  readonly members: readonly ClassMember[];
  readonly textAt: (index: number) => string | undefined;
  /** Its string literals, bounded. */
  readonly strings: () => readonly Neighbour[];
}

export interface Constant {
  readonly tag: number;
  /** Characters of a CONSTANT_Utf8. */
  readonly text?: Range;
  /** First index that another constant holds (a String's text, a Class's name). */
  readonly index: number;
}

export interface ClassMember {
  readonly kind: 'field' | 'method';
  readonly name: string;
  /** Index of the constant that a ConstantValue attribute names, 0 if there is none. */
  readonly constant: number;
  /** Bytecode of a method. */
  readonly code?: Range;
}

const TAG = { utf8: 1, class: 7, string: 8 } as const;
/** Bytes after the tag, by tag (JVMS table 4.4-A); a Utf8 has its own length. */
const SIZES: ReadonlyMap<number, number> = new Map([
  [3, 4],
  [4, 4],
  [5, 8],
  [6, 8],
  [7, 2],
  [8, 2],
  [9, 4],
  [10, 4],
  [11, 4],
  [12, 4],
  [15, 3],
  [16, 2],
  [17, 4],
  [18, 4],
  [19, 2],
  [20, 2],
]);

function be16(bytes: Buffer, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function be32(bytes: Buffer, at: number): number {
  return be16(bytes, at) * 65_536 + be16(bytes, at + 2);
}

/** Undefined if the constant pool is none. */
export function readClassFile(bytes: Buffer): ClassFile | undefined {
  const pool = readConstants(bytes);
  if (pool === undefined) return undefined;
  const { constants, end } = pool;
  const textAt = (index: number): string | undefined => {
    const text = constants[index]?.text;
    return text === undefined ? undefined : decodeMutf8(bytes, text.start, text.end);
  };
  const name = textAt(constants[be16(bytes, end + 2)]?.index ?? 0) ?? '';
  const strings = (): Neighbour[] => {
    const found: Neighbour[] = [];
    for (const constant of constants) {
      const value = constant.tag === TAG.string ? textAt(constant.index)?.slice(0, MAX_NEIGHBOUR_LENGTH) : undefined;
      if (value !== undefined && found.length < MAX_NEIGHBOURS) found.push({ value });
    }
    return found;
  };
  return { bytes, name, constants, members: readMembers(bytes, end, textAt), textAt, strings };
}

function readConstants(bytes: Buffer): { constants: Constant[]; end: number } | undefined {
  const count = be16(bytes, 8);
  const constants: Constant[] = [{ tag: 0, index: 0 }];
  let at = 10;
  while (constants.length < count) {
    const tag = bytes[at] ?? 0;
    if (tag === TAG.utf8) {
      const start = at + 3;
      const end = start + be16(bytes, at + 1);
      if (end > bytes.length) return undefined;
      constants.push({ tag, index: 0, text: { start, end } });
      at = end;
      continue;
    }
    const size = SIZES.get(tag);
    if (size === undefined || at + size >= bytes.length) return undefined;
    constants.push({ tag, index: be16(bytes, at + 1) });
    // Long and double take two slots.
    if (size === 8) constants.push({ tag: 0, index: 0 });
    at += 1 + size;
  }
  return { constants, end: at };
}

function readMembers(bytes: Buffer, end: number, textAt: (index: number) => string | undefined): ClassMember[] {
  const members: ClassMember[] = [];
  let at = end + 8 + 2 * be16(bytes, end + 6);
  for (const kind of ['field', 'method'] as const) {
    const count = be16(bytes, at);
    at += 2;
    for (let item = 0; item < count && at + 8 <= bytes.length; item += 1) {
      const name = textAt(be16(bytes, at + 2)) ?? '';
      const attributes = be16(bytes, at + 6);
      at += 8;
      let constant = 0;
      let code: Range | undefined;
      for (let index = 0; index < attributes && at + 6 <= bytes.length; index += 1) {
        const attribute = textAt(be16(bytes, at));
        if (attribute === 'ConstantValue') constant = be16(bytes, at + 6);
        if (attribute === 'Code') {
          const start = at + 14;
          code = { start, end: Math.min(bytes.length, start + be32(bytes, at + 10)) };
        }
        at += 6 + be32(bytes, at + 2);
      }
      members.push({ kind, name, constant, ...(code === undefined ? {} : { code }) });
    }
  }
  return members;
}

const MAX_HOLDERS = 8;

/** A member that uses a string, and the field that it is the value of. */
export interface Holder {
  readonly name: string;
  readonly field?: string;
}

/** Members that use the text of that index as a string: a constant field, or a method that loads it. */
export function holdersOf(file: ClassFile, text: number): readonly Holder[] {
  const strings = new Set<number>();
  for (const [index, constant] of file.constants.entries()) {
    if (constant.tag === TAG.string && constant.index === text) strings.add(index);
  }
  const found: Holder[] = [];
  for (const member of file.members) {
    if (found.length >= MAX_HOLDERS) break;
    if (strings.has(member.constant)) found.push({ name: member.name, field: member.name });
    else if (member.code !== undefined && loads(file.bytes, member.code, strings)) found.push({ name: member.name });
  }
  return found;
}

/** Bytes of each instruction with operands (JVMS chapter 6); all others take one. */
const LENGTHS = instructionLengths();

function instructionLengths(): Uint8Array {
  const lengths = new Uint8Array(256).fill(1);
  const set = (length: number, ...ranges: readonly (readonly [number, number])[]): void => {
    for (const [first, last] of ranges) lengths.fill(length, first, last + 1);
  };
  set(2, [0x10, 0x10], [0x12, 0x12], [0x15, 0x19], [0x36, 0x3a], [0xa9, 0xa9], [0xbc, 0xbc]);
  set(3, [0x11, 0x11], [0x13, 0x14], [0x84, 0x84], [0x99, 0xa8], [0xb2, 0xb8], [0xbb, 0xbb], [0xbd, 0xbd]);
  set(3, [0xc0, 0xc1], [0xc6, 0xc7]);
  set(4, [0xc5, 0xc5]);
  set(5, [0xb9, 0xba], [0xc8, 0xc9]);
  return lengths;
}

const LDC = 0x12;
const LDC_W = 0x13;
const TABLESWITCH = 0xaa;
const LOOKUPSWITCH = 0xab;
const WIDE = 0xc4;
const IINC = 0x84;

function loads(bytes: Buffer, code: Range, strings: ReadonlySet<number>): boolean {
  let at = code.start;
  while (at < code.end) {
    const opcode = bytes[at] ?? 0;
    if (opcode === LDC && strings.has(bytes[at + 1] ?? 0)) return true;
    if (opcode === LDC_W && strings.has(be16(bytes, at + 1))) return true;
    at += instructionLength(bytes, code.start, at, opcode);
  }
  return false;
}

function instructionLength(bytes: Buffer, start: number, at: number, opcode: number): number {
  if (opcode === WIDE) return bytes[at + 1] === IINC ? 6 : 4;
  if (opcode !== TABLESWITCH && opcode !== LOOKUPSWITCH) return LENGTHS[opcode] ?? 1;
  // The operands begin at the next multiple of four, counted from the start of the code.
  const padding = 3 - ((at - start) % 4);
  const operands = at + 1 + padding;
  if (opcode === LOOKUPSWITCH) return 1 + padding + 8 + 8 * be32(bytes, operands + 4);
  const entries = be32(bytes, operands + 8) - be32(bytes, operands + 4) + 1;
  return 1 + padding + 12 + 4 * Math.max(0, entries);
}
