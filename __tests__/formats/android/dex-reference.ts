import { type DexFile, fieldNameAt, methodNameAt } from '../../../src/formats/android/dex-file.ts';

/** What the format says of classes and code, read one after the other and without regard to speed. Bytes outside of the file read as 0. */

export interface Method {
  /** Index of the class definition. */
  readonly type: number;
  /** Index in the table of methods. */
  readonly method: number;
  /** Offset of the code, 0 if it has none. */
  readonly code: number;
}

const byteAt = ({ bytes }: DexFile, at: number): number => bytes[at] ?? 0;
const halfAt = (dex: DexFile, at: number): number => byteAt(dex, at) + 256 * byteAt(dex, at + 1);
const wordAt = (dex: DexFile, at: number): number => halfAt(dex, at) + 65_536 * halfAt(dex, at + 2);

/** All methods in the order of the file. */
export function methodsOf(dex: DexFile): Method[] {
  const methods: Method[] = [];
  for (let type = 0; type < dex.classes.count; type += 1) {
    let at = wordAt(dex, dex.classes.start + 32 * type + 24);
    if (at === 0 || at >= dex.bytes.length) continue;
    const next = (): number => {
      let value = 0n;
      for (let length = 0; length < 5; length += 1) {
        value += BigInt(byteAt(dex, at) & 0x7f) << BigInt(7 * length);
        at += 1;
        if (byteAt(dex, at - 1) < 0x80) break;
      }
      return Number(BigInt.asUintN(32, value));
    };
    const counts = [next(), next(), next(), next()];
    for (const [group, count] of counts.entries()) {
      let member = 0;
      for (let item = 0; item < count && at < dex.bytes.length; item += 1) {
        member = (member + next()) % 2 ** 32;
        next();
        const code = group < 2 ? 0 : next();
        if (group >= 2) methods.push({ type, method: member, code });
      }
    }
  }
  return methods;
}

/** A load of a string: class, name of the method, offset of the code, address, field that the string is put into. */
export type Load = readonly [string: number, place: string];

/** The loads of all code, that of several methods once. */
export function loadsOf(dex: DexFile): Load[] {
  const loads: Load[] = [];
  const seen = new Set<number>([0]);
  for (const { type, method, code } of methodsOf(dex)) {
    if (seen.has(code)) continue;
    seen.add(code);
    for (const [string, pc, field] of loadsIn(dex, code)) {
      loads.push([string, `${type} ${methodNameAt(dex, method)} ${code} ${pc} ${field}`]);
    }
  }
  return loads;
}

function* loadsIn(dex: DexFile, code: number): Generator<[number, number, string]> {
  const start = code + 16;
  const units = Math.min(wordAt(dex, code + 12), Math.floor((dex.bytes.length - start) / 2));
  for (let pc = 0; pc < units; pc += widthAt(dex, start + 2 * pc)) {
    const at = start + 2 * pc;
    const field = (): string => fieldAfter(dex, at, start + 2 * units);
    if (byteAt(dex, at) === 0x1a) yield [halfAt(dex, at + 2), pc, field()];
    if (byteAt(dex, at) === 0x1b) yield [wordAt(dex, at + 2), pc, field()];
  }
}

function fieldAfter(dex: DexFile, at: number, end: number): string {
  const put = at + 2 * widthAt(dex, at);
  const isStatic = byteAt(dex, put) === 0x69 && byteAt(dex, put + 1) === byteAt(dex, at + 1);
  const isOwn = byteAt(dex, put) === 0x5b && byteAt(dex, put + 1) % 16 === byteAt(dex, at + 1);
  return put < end && (isStatic || isOwn) ? fieldNameAt(dex, halfAt(dex, put + 2)) : '-';
}

function widthAt(dex: DexFile, at: number): number {
  const opcode = byteAt(dex, at);
  if (opcode !== 0) return WIDTHS[opcode] ?? 1;
  const kind = byteAt(dex, at + 1);
  if (kind === 1) return 4 + 2 * halfAt(dex, at + 2);
  if (kind === 2) return 2 + 4 * halfAt(dex, at + 2);
  return kind === 3 ? 4 + Math.ceil((halfAt(dex, at + 2) * wordAt(dex, at + 4)) / 2) : 1;
}

/** Code units by opcode: the first digit of the instruction formats in dalvik-bytecode, sixteen a row. */
const WIDTHS = [
  ...'1123123123111111',
  ...'1112322352232112',
  ...'2122333112333222',
  ...'2222222222222211',
  ...'1111222222222222',
  ...'2222222222222222',
  ...'2222222222222233',
  ...'3331333331111111',
  ...'1111111111111111',
  ...'2222222222222222',
  ...'2222222222222222',
  ...'1111111111111111',
  ...'1111111111111111',
  ...'2222222222222222',
  ...'2221111111111111',
  ...'1111111111443322',
].map(Number);
