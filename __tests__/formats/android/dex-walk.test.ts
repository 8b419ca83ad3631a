import { describe, expect, it } from 'vitest';
import type { DexFile } from '../../../src/formats/android/dex-file.ts';
import { type Budget, type Found, stringsOf, walkUses } from '../../../src/formats/android/dex-walk/walk.ts';

const NOWHERE = { start: 0, count: 0 };
const CLASS_SIZE = 32;

const bytesOf = (hex: string): Buffer<ArrayBuffer> => Buffer.from(hex.replaceAll(' ', ''), 'hex');

function words(...values: readonly number[]): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, 4 * index);
  return bytes;
}

/** A file of one class, whose parts stand one behind the other; strings and names are there by their numbers alone. */
function fileOf({ data = '', values = '', annotations = Buffer.alloc(0) }): DexFile {
  const parts = [bytesOf(data), bytesOf(values), annotations];
  const offsets = parts.map((_, index) => CLASS_SIZE + Buffer.concat(parts.slice(0, index)).length);
  const [dataAt, valuesAt, annotationsAt] = offsets.map((at, index) => (parts[index]?.length === 0 ? 0 : at));
  const definition = words(0, 0, 0, 0, 0, annotationsAt ?? 0, dataAt ?? 0, valuesAt ?? 0);
  const bytes = Buffer.concat([definition, ...parts]);
  return {
    bytes,
    version: 39,
    strings: { start: 0, count: 0x40000 },
    types: NOWHERE,
    protos: NOWHERE,
    fields: NOWHERE,
    methods: NOWHERE,
    classes: { start: 0, count: 1 },
    stringWords: new Uint32Array(0),
    classWords: new Uint32Array(0),
    cut: false,
    endOf: () => bytes.length,
  };
}

const BOUNDLESS = (): Budget => ({ left: 1_000 });

/** What the walk finds of all strings that there may be. */
function found(dex: DexFile, budget = BOUNDLESS(), strings?: readonly number[]): Found[] {
  const all: Found[] = [];
  const wanted = strings ?? Array.from({ length: dex.strings.count }, (_, index) => index);
  walkUses(dex, wanted, [], budget, (one) => all.push(one));
  return all;
}

const shown = (all: readonly Found[]) => all.map(({ member, string }) => [member, string]);

/** Two static fields, the first of which has the value; that of the second tells that the walk goes on where the first ends. */
const twoFields = (value: string, more = '17 09'): DexFile =>
  fileOf({ data: '02 00 00 00  00 08  01 08', values: `02 ${value} ${more}` });

describe('values of static fields', () => {
  // Values of the dex format: `37 0102` is string 0x0201, `1c 02 …` an array of two, `1d type count name value …` an annotation.
  it.each([
    ['17 05', [5]],
    ['37 0102', [0x0201]],
    ['57 010203', [0x030201]],
    ['77 01020300', [0x030201]],
    // No such string.
    ['77 01020384', []],
    ['f7 0102030405060708', []],
    ['1e', []],
    ['3f', []],
    ['04 17', []],
    ['e6 1122334455667788', []],
    ['1c 03 17 01 1e 17 02', [1, 2]],
    ['1c 02 1c 01 17 01 17 02', [1, 2]],
    ['1d 07 02 01 17 04 02 1c 01 17 05', [4, 5]],
    ['1c 02 1d 8107 01 01 17 04 17 06', [4, 6]],
  ])('%s', (value, strings) => {
    const all = found(twoFields(value));
    expect(shown(all)).toEqual([...strings.map((string) => [0, string]), [1, 9]]);
    expect(all.every(({ kind }) => kind === 'static value')).toBe(true);
  });

  it('are those of the wanted strings alone', () => {
    expect(shown(found(twoFields('1c 03 17 01 17 02 17 44'), BOUNDLESS(), [2]))).toEqual([[0, 2]]);
  });

  it('are left alone where they are nested deeper than compilers do', () => {
    expect(shown(found(twoFields(`${'1c 01 '.repeat(16)} 17 01`)))).toEqual([
      [0, 1],
      [1, 9],
    ]);
    expect(found(twoFields(`${'1c 01 '.repeat(17)} 17 01`))).toEqual([]);
  });

  it('end where the bytes or the budget end', () => {
    expect(shown(found(fileOf({ data: '01 00 00 00  00 08', values: '01 1c ff01 17 01 17' })))).toEqual([
      [0, 1],
      [0, 0],
    ]);
    // One step for the class, two for its members, again one for the first of them, one for the array and each of its values.
    const budget = { left: 6 };
    expect(shown(found(twoFields('1c 03 17 01 17 02 17 03'), budget))).toEqual([[0, 1]]);
    expect(budget.left).toBeLessThanOrEqual(0);
  });

  it('are not there for more fields than the class has', () => {
    expect(shown(found(fileOf({ data: '01 00 00 00  00 08', values: '02 17 01 17 02' })))).toEqual([[0, 1]]);
  });

  it('are wanted, whatever they are, where the name of the field is', () => {
    const dex = fileOf({ data: '02 00 00 00  00 08  01 08', values: '02 17 05 17 06', annotations: Buffer.alloc(0) });
    // Two field_id_items: class and type, then the index of the name.
    const fields = words(0, 3, 0, 4);
    const bytes = Buffer.concat([dex.bytes, fields]);
    const named = { ...dex, bytes, fields: { start: dex.bytes.length, count: 2 } };
    const all: Found[] = [];
    walkUses(named, [3], [4], BOUNDLESS(), (one) => all.push(one));
    expect(shown(all)).toEqual([[1, 6]]);
  });
});

describe('annotations', () => {
  // visibility, type, one element, its name, its value
  const item = (string: number): Buffer<ArrayBuffer> => Buffer.from([1, 7, 1, 3, 0x17, string]);

  /** annotations_directory_item with sets behind it, for class, a field, a method and the parameters of one. */
  function directory(): Buffer<ArrayBuffer> {
    const start = CLASS_SIZE;
    const items = start + 16 + 24;
    const setOf = (index: number) => items + 4 * 6 + 12 * index;
    const refs = items + 4 * 6 + 12 * 4;
    return Buffer.concat([
      words(setOf(0), 1, 1, 1, 11, setOf(1), 12, setOf(2), 13, refs),
      ...[5, 6, 7, 8].map((string) => item(string)),
      ...[0, 1, 2, 3].map((index) => words(1, items + 6 * index, 0)),
      words(2, 0, setOf(3)),
    ]);
  }

  it('are those of the class, its fields, its methods and their parameters', () => {
    const all = found(fileOf({ annotations: directory() }));
    expect(all.map(({ kind, member, string }) => [kind, member, string])).toEqual([
      ['class annotation', 0xffffffff, 5],
      ['field annotation', 11, 6],
      ['method annotation', 12, 7],
      ['method annotation', 13, 8],
    ]);
  });

  it('are none where a set is none, or lies outside of the file', () => {
    expect(found(fileOf({ annotations: words(0, 1, 0, 0, 11, 0xfffffff0) }))).toEqual([]);
    expect(found(fileOf({ annotations: words(0, 0xffffffff, 0xffffffff, 0xffffffff, 11, 0) }))).toEqual([]);
  });
});

describe('code', () => {
  /** code_item: registers, debug info, number of units, then const-string v0 of each of the strings. */
  const codeOf = (strings: readonly number[]): string =>
    Buffer.concat([
      words(0, 0, 0, 2 * strings.length),
      ...strings.map((string) => Buffer.from([0x1a, 0, string, 0])),
    ]).toString('hex');

  it('is read for each method, and once where methods share it', () => {
    const dex = fileOf({ data: `00 00 02 00 03 01 2c  01 01 2c 00 00 ${codeOf([5, 6])}` });
    expect(shown(found(dex))).toEqual([
      [3, 5],
      [3, 6],
    ]);
    expect(shown(stringsOf(dex, 0, BOUNDLESS()))).toEqual([
      [3, 5],
      [3, 6],
      [4, 5],
      [4, 6],
    ]);
  });

  it('of one class that finds more than a compiler would make it find is not read to the end, and the budget says so', () => {
    const many = Array.from({ length: 70_000 }, () => 5);
    const dex = fileOf({ data: `00 00 01 00  03 01 2c 00 00 00 00 00 ${codeOf(many)}` });
    const budget = { left: 1e9 };
    expect(found(dex, budget, [5])).toHaveLength(65_536);
    expect(budget.left).toBe(0);
  });

  it('that finds more than there is room for is read to the end, class by class', () => {
    const dex = fileOf({
      data: `00 00 01 00  03 01 2c 00 00 00 00 00 ${codeOf(Array.from({ length: 200 }, () => 5))}`,
    });
    const count = 1_000;
    const definitions = Buffer.concat(Array.from({ length: count }, () => dex.bytes.subarray(0, CLASS_SIZE)));
    // Each class has code of its own.
    const body = dex.bytes.subarray(CLASS_SIZE);
    const bodies = Array.from({ length: count }, (_, index) => {
      const copy = Buffer.from(body);
      const at = definitions.length + index * body.length;
      definitions.writeUInt32LE(at, index * CLASS_SIZE + 24);
      // uleb128 of three bytes.
      const code = at + 12;
      copy.set([(code & 0x7f) | 0x80, ((code >>> 7) & 0x7f) | 0x80, code >>> 14], 6);
      return copy;
    });
    const bytes = Buffer.concat([definitions, ...bodies]);
    const large = { ...dex, bytes, classes: { start: 0, count } };
    expect(found(large, { left: 1e9 }, [5])).toHaveLength(200 * count);
  });
});
