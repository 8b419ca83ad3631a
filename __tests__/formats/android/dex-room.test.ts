import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DexFile } from '../../../src/formats/android/dex-file.ts';
import { firstStringFrom } from '../../../src/formats/android/dex-file.ts';
import { dexRoom } from '../../../src/formats/android/dex-walk/walk.ts';
import { packerOfStub, packerOfType } from '../../../src/formats/android/packers.ts';
import { dex } from '../../../src/formats/dex.ts';
import { fixture, located, problemsOf, readingsOf } from './reading.ts';
import { writeDex, writeDexContainer } from './write-dex.ts';

const FILES: readonly (readonly [string, Buffer])[] = [
  ['compiled', fixture('classes.dex')],
  ['a container', writeDexContainer([[{ type: 'La/A;', methods: [{ name: 'a', strings: ['gs://one'] }] }]])],
  [
    'many strings',
    writeDex([
      { type: 'La/B;', methods: [{ name: 'b', strings: Array.from({ length: 900 }, (_, at) => `gs://bucket-${at}`) }] },
    ]),
  ],
  ['cut off', fixture('classes.dex').subarray(0, 900)],
  ['no dex at all', Buffer.alloc(5000, 'gs://nothing ')],
];

/** In the room, which is full of something else before. */
function inRoom(bytes: Buffer): Buffer {
  dexRoom(bytes.length + 4096, 'classes.dex')?.fill(0xff);
  const room = dexRoom(bytes.length, 'classes.dex');
  if (room === undefined) throw new Error('no room');
  bytes.copy(room);
  return room;
}

describe('a dex file in the room', () => {
  it.each(FILES)('is read as one that is copied: %s', (_, bytes) => {
    const copied = readingsOf(dex, 'classes.dex', Buffer.from(bytes));
    const roomed = readingsOf(dex, 'classes.dex', inRoom(bytes));
    expect(located(roomed)).toEqual(located(copied));
    expect(problemsOf(roomed)).toEqual(problemsOf(copied));
  });

  it('stays as it is while others are read, and what stands behind a part of it as well', () => {
    const [[, first], , [, other]] = FILES as unknown as readonly [(typeof FILES)[0], unknown, (typeof FILES)[0]];
    const room = inRoom(first);
    const expected = located(readingsOf(dex, 'classes.dex', Buffer.from(first)));
    expect(located(readingsOf(dex, 'classes.dex', room))).toEqual(expected);
    readingsOf(dex, 'classes2.dex', other);
    readingsOf(dex, 'classes.dex', room.subarray(0, 600));
    expect(Buffer.compare(room, first)).toBe(0);
    expect(located(readingsOf(dex, 'classes.dex', room))).toEqual(expected);
  });

  it('makes room for dex files alone, and for ever larger ones', () => {
    expect(dexRoom(10, 'lib/arm64-v8a/liba.so')).toBeUndefined();
    for (const size of [1, 70_000, 3_000_000, 5]) expect(dexRoom(size, 'classes.dex')).toHaveLength(size);
  });
});

describe('the strings of a dex file', () => {
  /** Modified UTF-8 (JVMS 4.4.7). */
  const mutf8 = (text: string) =>
    Buffer.concat(
      Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).map((unit) => {
        if (unit > 0 && unit < 0x80) return Buffer.of(unit);
        if (unit < 0x800) return Buffer.of(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f));
        return Buffer.of(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
      }),
    );
  const dexWith = (strings: readonly string[]): DexFile => {
    const parts = strings.map((text) => Buffer.concat([Buffer.of(text.length), mutf8(text), Buffer.of(0)]));
    const starts = parts.map((_, at) => Buffer.concat(parts.slice(0, at)).length);
    const table = { start: 0, count: strings.length };
    const bytes = Buffer.concat(parts);
    return { bytes, strings: table, stringWords: Uint32Array.from(starts) } as unknown as DexFile;
  };

  it('are found by their order, which is that of UTF-16', () => {
    const unit = fc.constantFrom('a', 'b', 'z', '\0', '~', '\x7f', 'ä', '\u0800', '\uffff', '\ud83d', ';');
    const text = fc.array(unit, { maxLength: 5 }).map((units) => units.join(''));
    const ascii = fc.array(fc.constantFrom('a', 'b', '~', ';'), { maxLength: 5 }).map((units) => units.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 40 }), ascii, (texts, prefix) => {
        const sorted = [...texts].sort((left, right) => (left < right ? -1 : 1));
        const expected = sorted.filter((one) => one < prefix).length;
        expect(firstStringFrom(dexWith(sorted), prefix)).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('packerOfType', () => {
  it.each([
    ['Lcom/stub/StubApp;', 'Qihoo 360 Jiagu'],
    ['Lcom/stub/StubApp/Inner;', 'Qihoo 360 Jiagu'],
    ['Lcom/stub/StubApplication;', undefined],
    ['Lcom/bangcle/a/B;', 'SecNeo/Bangcle'],
    ['Lcom/bangcles/B;', undefined],
    ['Ls/h/e/l/l/S;', 'Ijiami'],
    ['Lsxhxexlxlx/S;', undefined],
    ['Lcom/acme/Api;', undefined],
    ['', undefined],
  ])('tells %s', (type, packer) => {
    expect(packerOfType(type)).toBe(packer);
    expect(packerOfStub(type.slice(1, -1).replaceAll('/', '.'))).toBe(packer);
  });
});
