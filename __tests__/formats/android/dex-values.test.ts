import { describe, expect, it } from 'vitest';
import {
  hasMore,
  readAnnotationSet,
  readValue,
  takeFound,
  valueCursor,
} from '../../../src/formats/android/dex-values.ts';

const BOUNDLESS = (): { left: number } => ({ left: 1_000 });

/** Values of the dex format: `37 0102` is string 0x0201, `1c 02 …` an array of two, `1d type count name value …` an annotation. */
function stringsIn(hex: string, wanted?: Uint8Array): { readonly found: readonly number[]; readonly rest: number } {
  const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex');
  const cursor = valueCursor(bytes, BOUNDLESS(), wanted);
  readValue(cursor, 0);
  return { found: takeFound(cursor), rest: bytes.length - cursor.at };
}

describe('encoded values', () => {
  it.each([
    ['17 05', [5]],
    ['37 0102', [0x0201]],
    ['57 010203', [0x030201]],
    ['77 01020384', [0x84030201]],
    ['1e', []],
    ['3f', []],
    ['04 17', []],
    ['e6 1122334455667788', []],
    ['1c 03 17 01 1e 17 02', [1, 2]],
    ['1c 02 1c 01 17 01 17 02', [1, 2]],
    ['1d 07 02 01 17 04 02 1c 01 17 05', [4, 5]],
    ['1c 02 1d 8107 01 01 17 04 17 06', [4, 6]],
  ])('%s', (hex, found) => {
    expect(stringsIn(hex)).toEqual({ found, rest: 0 });
  });

  it('gives the wanted strings alone', () => {
    const wanted = new Uint8Array(10);
    wanted[2] = 1;
    expect(stringsIn('1c 03 17 01 17 02 17 44', wanted)).toEqual({ found: [2], rest: 0 });
  });

  it('leaves alone what is nested deeper than compilers do', () => {
    expect(stringsIn(`${'1c 01 '.repeat(16)} 17 01`).found).toEqual([1]);
    expect(stringsIn(`${'1c 01 '.repeat(17)} 17 01`)).toEqual({ found: [], rest: 0 });
  });

  it('ends where the bytes or the budget end', () => {
    expect(stringsIn('1c ff01 17 01 17').found).toEqual([1, 0]);
    const cursor = valueCursor(Buffer.from('1c03170117021703', 'hex'), { left: 3 });
    readValue(cursor, 0);
    expect(takeFound(cursor)).toEqual([1, 2]);
    expect(hasMore(cursor)).toBe(false);
  });

  it('reads the annotations of a set, and none where there is none', () => {
    // Two annotations: visibility, type, one element, its name, its value.
    const bytes = Buffer.from('02000000 0c000000 12000000 0107010317 05 0107010317 06'.replaceAll(' ', ''), 'hex');
    const cursor = valueCursor(bytes, BOUNDLESS());
    readAnnotationSet(cursor, 0);
    expect(takeFound(cursor)).toEqual([]);
    const shifted = Buffer.concat([Buffer.alloc(4), bytes]);
    shifted.writeUInt32LE(16, 8);
    shifted.writeUInt32LE(22, 12);
    const other = valueCursor(shifted, BOUNDLESS());
    readAnnotationSet(other, 4);
    expect(takeFound(other)).toEqual([5, 6]);
  });
});
