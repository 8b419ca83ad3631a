import { crc32 as checksum, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPairs, noPairs } from '../../src/artifacts/byte-pairs.ts';
import { giveBackDirectoryProgram, takeDirectoryProgram } from '../../src/artifacts/directory/program.ts';
import { createUnpacker, isThere, placeAt, startOf } from '../../src/artifacts/inflater/unpacker.ts';
import { select } from '../../src/artifacts/lending.ts';
import { bufferSource, type Stretch } from '../../src/artifacts/source.ts';
import { decodeName } from '../../src/artifacts/zip-names.ts';
import { APPLE_DOUBLE, ARCHIVE, BYTECODE, CRC32, FOLDER, ROW, SCRIPT, SIZE } from '../../src/artifacts/zip-row.ts';
import {
  entryAt,
  hasTrait,
  nameAt,
  namedEntries,
  numberAt,
  readTable,
  type ZipEntry,
  type ZipTable,
} from '../../src/artifacts/zip-table.ts';
import { mayBeAsked } from '../helpers/asked.ts';
import { centralHeader, makeZip, type ZipFields, type ZipItem } from '../helpers/zip.ts';

const MiB = 1024 * 1024;
const SATURATED = 0xffffffff;

type Told = Omit<ZipEntry, 'end'> & { end: number };

/** A central directory read plainly, entry by entry: what the program that makes a table of it is held against. */
function plainly(bytes: Buffer, shift: number, start: number, most: number): { entries: readonly Told[]; end: number } {
  const entries: Told[] = [];
  let at = 0;
  while (entries.length < most && at + 46 <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50) {
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    if (nameEnd > bytes.length) break;
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    const rawName = bytes.subarray(at + 46, nameEnd);
    const narrow = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const [size = 0, compressedSize = 0, offset = 0] = widened(bytes.subarray(nameEnd, extraEnd), narrow);
    entries.push({
      name: decodeName(rawName.toString('latin1')),
      rawName,
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) !== 0,
      crc32: bytes.readUInt32LE(at + 16),
      size,
      compressedSize,
      offset: Math.max(0, offset + shift),
      end: 0,
    });
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  const sorted = [...entries].sort((left, right) => left.offset - right.offset);
  let end = start;
  let above = start;
  for (const entry of sorted.toReversed()) {
    if (entry.offset < above) end = above;
    above = Math.min(above, entry.offset);
    entry.end = Math.max(end, entry.offset);
  }
  return { entries: sorted, end: at };
}

function widened(extra: Buffer, narrow: readonly number[]): readonly number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    let used = 0;
    return narrow.map((value) => {
      if (value !== SATURATED || used + 8 > field.length) return value;
      used += 8;
      return Number(field.readBigUInt64LE(used - 8));
    });
  }
  return narrow;
}

/** Uses what a directory tells, and the names of all entries. */
async function withTable<Result>(
  directory: Buffer,
  { shift, end, most }: { shift: number; end: number; most: number },
  use: (table: ZipTable, names: Stretch, read: number) => Result,
): Promise<Result> {
  const program = takeDirectoryProgram();
  try {
    const { table, read } = await readTable(bufferSource(directory), { shift, end, most }, program);
    const all = Uint32Array.from({ length: table.count }, (_, index) => index);
    const names = table.count === 0 ? { start: 0, bytes: Buffer.alloc(0) } : await table.readNames(all);
    return use(table, names, read);
  } finally {
    giveBackDirectoryProgram(program);
  }
}

function flat(entry: ZipEntry): string {
  const { name, rawName, method, encrypted, crc32, size, compressedSize, offset, end } = entry;
  return [name, rawName.toString('hex'), method, encrypted, crc32, size, compressedSize, offset, end].join(' ');
}

async function expectSame(bytes: Buffer, shift: number, start: number, most: number): Promise<void> {
  const wanted = plainly(bytes, shift, start, most);
  await withTable(bytes, { shift, end: start, most }, (table, names, read) => {
    const told = Array.from({ length: table.count }, (_, index) => flat(entryAt(table, index, names)));
    expect(told).toEqual(wanted.entries.map(flat));
    expect(read).toBe(wanted.end);
  });
}

const number = fc.oneof(fc.nat(300), fc.constantFrom(SATURATED, SATURATED - 1), fc.nat(SATURATED));
const name = fc.oneof(
  fc.constantFrom(
    'classes.dex',
    'a/',
    '__MACOSX/._a',
    'x/__MACOSX/y',
    'x__MACOSX/y',
    'A.ZIP',
    'é.apk',
    'main.JsBundle',
  ),
  fc.string({ maxLength: 12 }),
);
const fields: fc.Arbitrary<ZipFields> = fc.record({
  flags: fc.nat(0xffff),
  method: fc.constantFrom(0, 8, 93, 0xffff),
  crc32: fc.nat(SATURATED),
  compressedSize: number,
  size: number,
  offset: number,
});
/** One entry as it should be, or with a comment and any extra field. */
const header = fc
  .tuple(fields, name, fc.boolean(), fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 5 }))
  .map(([told, text, isWide, extra, comment]) => {
    const whole = centralHeader(told, Buffer.from(text), isWide);
    if (isWide) return whole;
    whole.writeUInt16LE(extra.length, 30);
    whole.writeUInt16LE(comment.length, 32);
    return Buffer.concat([whole, extra, comment]);
  });
const change = fc.tuple(fc.nat(4000), fc.nat(255));

describe('a central directory', () => {
  it('is told as one that reads it entry by entry would, broken or whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(header, { maxLength: 12 }),
        fc.array(change, { maxLength: 5 }),
        fc.option(fc.nat(1500)),
        fc.integer({ min: -200, max: 200 }),
        fc.nat(13),
        async (headers, changes, cut, shift, most) => {
          const bytes = Buffer.concat(headers).subarray(0, cut ?? undefined);
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          await expectSame(bytes, shift, 5_000, most);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('may be larger than the window that it is read through, and its fields as long as they can be', async () => {
    const long = Buffer.alloc(0xffff, 0x61);
    const headers = Array.from({ length: 6_000 }, (_, index) => {
      const told = {
        flags: 0,
        method: 8,
        crc32: index,
        compressedSize: index,
        size: index,
        offset: 100 * (index % 5_000),
      };
      const whole = centralHeader(told, index % 1_000 === 7 ? long : Buffer.from(`res/${index}.xml`), false);
      if (index % 1_000 !== 9) return whole;
      whole.writeUInt16LE(long.length, 30);
      whole.writeUInt16LE(long.length, 32);
      return Buffer.concat([whole, long, long]);
    });
    await expectSame(Buffer.concat(headers), 0, 1e9, 10_000);
    await expectSame(Buffer.concat(headers), 0, 1e9, 5_500);
  });

  it.each([
    ['short', 3_000, 500],
    ['long, more than are held at a time', 260, 60_000],
  ])('names its entries some at a time, in the order of the file: %s', async (_, count, longest) => {
    const nameOf = (offset: number) => `${offset}/${'n'.repeat((offset * 251) % longest)}`;
    const ascending = [...Array(count).keys()];
    const disorderly = ascending.map((index) => (index * 7) % count);
    for (const offsets of [ascending, disorderly]) {
      const headers = offsets.map((offset) => {
        const told = { flags: 0, method: 8, crc32: 0, compressedSize: 0, size: 0, offset };
        return centralHeader(told, Buffer.from(nameOf(offset)), false);
      });
      const form = { shift: 0, end: 0, most: count };
      const { table } = await readTable(bufferSource(Buffer.concat(headers)), form, takeDirectoryProgram());
      const told: string[] = [];
      for await (const { entries, names } of namedEntries(table)) {
        expect(names.bytes.length).toBeLessThan(257 * 1024);
        told.push(...Array.from(entries, (index) => nameAt(table, index, names)));
      }
      expect(told).toEqual(ascending.map(nameOf));
    }
  });

  it('names what is a folder, code, an archive, or an AppleDouble file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(name, { maxLength: 5 }), async (all) => {
        const told = { flags: 0, method: 8, crc32: 0, compressedSize: 0, size: 0, offset: 0 };
        const headers = all.map((text) => centralHeader(told, Buffer.from(text), false));
        await withTable(Buffer.concat(headers), { shift: 0, end: 0, most: all.length }, (table, names) => {
          for (const [index, text] of all.entries()) {
            expect(nameAt(table, index, names)).toBe(text);
            expect(hasTrait(table, index, FOLDER)).toBe(text.endsWith('/'));
            expect(hasTrait(table, index, BYTECODE)).toBe(/\.dex$/i.test(text));
            expect(hasTrait(table, index, SCRIPT)).toBe(/\.(?:js|jsbundle|bundle)$/i.test(text));
            expect(hasTrait(table, index, ARCHIVE)).toBe(/\.(?:apk|aab|apks|aar|jar|zip|ipa)$/i.test(text));
            expect(hasTrait(table, index, APPLE_DOUBLE)).toBe(/(?:^|\/)__MACOSX\//.test(text));
          }
        });
      }),
    );
  });

  it('is cut into batches that lie side by side and are no larger than they may be', async () => {
    const entry = fc.tuple(fc.oneof(fc.nat(5_000), fc.nat(2 * MiB)), fc.nat(3));
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 300 }), fc.integer({ min: 1, max: 20 }), async (sizes, repeat) => {
        const all = Array.from({ length: repeat }, () => sizes).flat();
        let offset = 0;
        const headers = all.map(([size, gap]) => {
          const told = { flags: 0, method: 8, crc32: 0, compressedSize: size >> 1, size, offset };
          offset += (size >> 1) + gap * 1_000;
          return centralHeader(told, Buffer.from('a'), false);
        });
        await withTable(Buffer.concat(headers), { shift: 0, end: offset, most: all.length }, (table) => {
          const circumstances = { fileSize: 0, wholeBytes: 16 * MiB, alone: true };
          const { entries, batchEnds, declared } = select(table, undefined, circumstances);
          expect([...entries]).toEqual([...all.keys()]);
          expect(declared.bytes).toBe(all.reduce((sum, [size]) => sum + size, 0));
          let start = 0;
          for (const end of batchEnds) {
            const batch = all.slice(start, end);
            expect(batch.length).toBeGreaterThan(0);
            expect(batch.length).toBeLessThanOrEqual(2048);
            if (batch.length > 1) expect(batch.reduce((sum, [size]) => sum + size, 0)).toBeLessThanOrEqual(MiB);
            start = end;
          }
          expect(start).toBe(all.length);
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe('entries that lie side by side', () => {
  /** What a plain entry holds; undefined where anything is not as the directory says. */
  function plainContent(archive: Buffer, entry: ZipEntry): Buffer | undefined {
    const { rawName, method, size, compressedSize } = entry;
    if (entry.encrypted || entry.offset + 30 + rawName.length > archive.length) return undefined;
    const local = archive.subarray(entry.offset);
    if (local.readUInt32LE(0) !== 0x04034b50 || !local.subarray(30, 30 + rawName.length).equals(rawName))
      return undefined;
    const start = 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    const data = local.subarray(start, start + compressedSize);
    if (data.length < compressedSize) return undefined;
    if (method === 0) return size === compressedSize ? data : undefined;
    if (method !== 8) return undefined;
    const content = inflated(data);
    return content?.length === size && checksum(content) === entry.crc32 ? content : undefined;
  }

  function inflated(data: Buffer): Buffer | undefined {
    try {
      return inflateRawSync(data);
    } catch {
      return undefined;
    }
  }

  const item: fc.Arbitrary<ZipItem> = fc
    .tuple(
      name,
      fc.oneof(
        fc.string({ maxLength: 50 }),
        fc.string({ maxLength: 9 }).map((text) => text.repeat(300)),
        fc.stringMatching(/^[\t-\r ]{0,4}[Pabé1<x]{0,3}$/),
        fc.constantFrom(255, 256, 257).map((blanks) => `${' '.repeat(blanks)}x`),
      ),
      fc.boolean(),
    )
    .map(([text, content, isStored]) => ({ name: text, data: Buffer.from(content), method: isStored ? 0 : 8 }));

  it('are unpacked in one go if they are what the directory says, and only then', async () => {
    const unpacker = createUnpacker();
    await fc.assert(
      fc.asyncProperty(
        fc.array(item, { minLength: 1, maxLength: 12 }),
        fc.array(change, { maxLength: 6 }),
        fc.nat(3000),
        async (items, changes, most) => {
          const archive = makeZip(items);
          for (const [at, value] of changes) if (at < archive.length) archive[at] = value;
          const start = archive.readUInt32LE(archive.length - 6);
          const directory = archive.subarray(start, archive.length - 22);
          await withTable(directory, { shift: 0, end: start, most: items.length }, (table, names) => {
            const entries = Uint32Array.from({ length: table.count }, (_, index) => index);
            if (table.count === 0 || start > archive.length) return;
            archive.copy(unpacker.packed);
            const hint = { begins: noPairs(), signs: new Uint8Array(256) };
            for (const beginning of ['P', 'ab', '\xff\0']) addPairs(hint.begins, beginning);
            for (const sign of Buffer.from('b1<')) hint.signs[sign] = 1;
            const unpacked = unpacker.unpack({ table, entries, names, start: 0, size: archive.length, most, ...hint });
            const others: string[] = [];
            const needed: number[] = [];
            for (const index of entries) {
              const entry = entryAt(table, index, names);
              const wanted = plainContent(archive, entry);
              const isSmall = wanted !== undefined && wanted.length <= most && numberAt(table, index, 5) <= most;
              const at = startOf(unpacked, index);
              expect(isThere(unpacked, index)).toBe(isSmall);
              if (isSmall)
                expect(unpacked.together.subarray(at, at + numberAt(table, index, SIZE)).equals(wanted)).toBe(true);
              if (isSmall && wanted.length > 0) expect(placeAt(unpacked, at)).toBe(index);
              if (!isSmall || mayBeAsked(wanted, hint)) needed.push(index);
              else others.push(`${entry.rawName.toString('latin1')}\n`);
            }
            expect([...unpacked.needed]).toEqual(needed);
            expect(unpacked.otherNames).toBe(others.join(''));
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are held against their checksum, whatever their length', async () => {
    const unpacker = createUnpacker();
    const sizes = [...Array.from({ length: 150 }, (_, size) => size + 1), 1000, 4096, 65_535];
    const items = sizes.map((size) => ({
      name: `${size}`,
      data: Buffer.from(Array.from({ length: size }, (_, at) => (at * at * 7 + size) >> 3)),
      method: 8 as const,
    }));
    const archive = makeZip(items);
    const start = archive.readUInt32LE(archive.length - 6);
    const directory = archive.subarray(start, archive.length - 22);
    await withTable(directory, { shift: 0, end: start, most: items.length }, (table, names) => {
      const entries = Uint32Array.from({ length: table.count }, (_, index) => index);
      const areThere = () => {
        archive.copy(unpacker.packed);
        const size = archive.length;
        const all = {
          table,
          entries,
          names,
          start: 0,
          size,
          most: 65_535,
          begins: noPairs(),
          signs: new Uint8Array(256),
        };
        const unpacked = unpacker.unpack(all);
        return [...entries].map((index) => isThere(unpacked, index));
      };
      expect(areThere()).toEqual(sizes.map(() => true));
      for (const index of entries)
        table.rows[ROW * index + CRC32] = (numberAt(table, index, CRC32) ^ (1 << (index % 32))) >>> 0;
      expect(areThere()).toEqual(sizes.map(() => false));
    });
  });
});
