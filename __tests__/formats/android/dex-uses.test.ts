import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DexFile, fieldNameAt, methodNameAt, readDexHeaders } from '../../../src/formats/android/dex-file.ts';
import { findUses } from '../../../src/formats/android/dex-uses.ts';
import { fixture } from './reading.ts';

/** A load of a string: class, name of the method, offset of the code, address, field that the string is put into. */
type Load = readonly [string: number, place: string];

/**
 * The loads as the format says it, instruction after instruction and without regard to speed. Bytes outside of the file
 * read as 0.
 */
function loadsOf(dex: DexFile): Load[] {
  const { bytes } = dex;
  const byte = (at: number): number => bytes[at] ?? 0;
  const half = (at: number): number => byte(at) + 256 * byte(at + 1);
  const word = (at: number): number => half(at) + 65_536 * half(at + 2);
  const loads: Load[] = [];
  const seen = new Set<number>();
  for (let index = 0; index < dex.classes.count; index += 1) {
    let at = word(dex.classes.start + 32 * index + 24);
    if (at === 0 || at >= bytes.length) continue;
    const next = (): number => {
      let value = 0n;
      for (let length = 0; length < 5; length += 1) {
        value += BigInt(byte(at) & 0x7f) << BigInt(7 * length);
        at += 1;
        if (byte(at - 1) < 0x80) break;
      }
      return Number(BigInt.asUintN(32, value));
    };
    const counts = [next(), next(), next(), next()];
    for (const [group, count] of counts.entries()) {
      let member = 0;
      for (let item = 0; item < count && at < bytes.length; item += 1) {
        member += next();
        next();
        const code = group < 2 ? 0 : next();
        if (code === 0 || seen.has(code)) continue;
        seen.add(code);
        for (const [string, pc, field] of loadsIn(code)) {
          loads.push([string, `${index} ${methodNameAt(dex, member)} ${code} ${pc} ${field}`]);
        }
      }
    }
  }
  return loads;

  function* loadsIn(code: number): Generator<[number, number, string]> {
    const start = code + 16;
    const units = Math.min(word(code + 12), Math.floor((bytes.length - start) / 2));
    for (let pc = 0; pc < units; pc += widthAt(start + 2 * pc)) {
      const at = start + 2 * pc;
      if (byte(at) === 0x1a) yield [half(at + 2), pc, fieldAfter(at)];
      if (byte(at) === 0x1b) yield [word(at + 2), pc, fieldAfter(at)];
    }
  }

  function fieldAfter(at: number): string {
    const put = at + 2 * widthAt(at);
    const isStatic = byte(put) === 0x69 && byte(put + 1) === byte(at + 1);
    const isOwn = byte(put) === 0x5b && byte(put + 1) % 16 === byte(at + 1);
    return isStatic || isOwn ? fieldNameAt(dex, half(put + 2)) : '-';
  }

  function widthAt(at: number): number {
    const opcode = byte(at);
    if (opcode !== 0) return WIDTHS[opcode] ?? 1;
    const kind = byte(at + 1);
    if (kind === 1) return 4 + 2 * half(at + 2);
    if (kind === 2) return 2 + 4 * half(at + 2);
    return kind === 3 ? 4 + Math.ceil((half(at + 2) * word(at + 4)) / 2) : 1;
  }
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

function check(bytes: Buffer): void {
  const headers = readDexHeaders(bytes);
  for (const dex of 'files' in headers ? headers.files : []) {
    const strings = Array.from({ length: dex.strings.count }, (_, index) => index);
    const uses = findUses(dex, strings, () => false);
    if (!uses.complete) continue;
    const loads = new Map<number, Set<string>>();
    for (const [string, place] of loadsOf(dex)) loads.set(string, (loads.get(string) ?? new Set()).add(place));
    for (const string of strings) {
      const expected = loads.get(string) ?? new Set<string>();
      const found = uses.of(string).filter(({ code }) => code !== undefined);
      const places = found.map(
        ({ classIndex, member, code, pc, field }) => `${classIndex} ${member} ${code} ${pc} ${field ?? '-'}`,
      );
      expect(expected).toEqual(new Set([...expected, ...places]));
      expect(places.length > 0).toBe(expected.size > 0);
    }
  }
}

describe.each(['classes.dex', 'calls.dex', 'calls-r8.dex'])('uses of strings in %s', (name) => {
  const original = fixture(name);

  it('are those of the instructions', () => {
    check(original);
  });

  it('are those of the instructions in a damaged file', () => {
    const flip = fc.record({ at: fc.integer({ min: 0x70, max: original.length - 1 }), byte: fc.nat(255) });
    const property = fc.property(fc.array(flip, { minLength: 1, maxLength: 20 }), (flips) => {
      const bytes = Buffer.from(original);
      for (const { at, byte } of flips) bytes[at] = byte;
      check(bytes);
    });
    fc.assert(property, { numRuns: 200 });
  });
});
