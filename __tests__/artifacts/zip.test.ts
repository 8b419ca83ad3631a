import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeZip, type ZipForm, type ZipItem } from '../helpers/zip.ts';
import { collectArchive } from './reading.ts';

const filler = Buffer.from('lorem ipsum dolor sit amet '.repeat(40));
const dex = Buffer.concat([
  Buffer.from('dex\n035\0'),
  filler,
  Buffer.from('https://acme-prod.s3.amazonaws.com/'),
  filler,
]);
const manifest = Buffer.concat([filler, Buffer.from('https://acme-default-rtdb.firebaseio.com')]);
/** Bytes that do not compress, always the same. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}

const ordinary: ZipItem = { name: 'AndroidManifest.xml', data: manifest };

/** A variant with what is to be read out of it, and the problems it has to name. */
interface Variant {
  readonly name: string;
  readonly dex?: Partial<ZipItem>;
  readonly form?: ZipForm;
  readonly kinds?: readonly string[];
}

const bad = 0x1234;
const stored = { method: 0 } as const;
const VARIANTS: readonly Variant[] = [
  { name: 'nothing tampered with' },
  { name: 'all stored', dex: stored },
  { name: 'encryption bit in both headers', dex: { central: { flags: 1 }, local: { flags: 1 } } },
  { name: 'encryption bit, stored', dex: { ...stored, central: { flags: 1 }, local: { flags: 1 } } },
  { name: 'encryption bit in the local header only', dex: { local: { flags: 1 } } },
  { name: 'unknown method, stored', dex: { ...stored, central: { method: bad }, local: { method: bad } } },
  {
    name: 'unknown method, stored, false packed size',
    dex: { ...stored, central: { method: bad, compressedSize: 7 } },
  },
  { name: 'unknown method, deflated', dex: { central: { method: bad }, local: { method: bad } } },
  { name: 'other method in the local header', dex: { local: { method: 0 } } },
  { name: 'false sizes in the local header', dex: { local: { compressedSize: 5, size: 99 } } },
  { name: 'odd extra field in the local header', dex: { localExtra: Buffer.alloc(999, 0x41) } },
  { name: 'sizes behind the data', dex: { descriptor: true } },
  { name: 'Zip64 fields', dex: { zip64: true }, form: { zip64End: true } },
  { name: 'comment of 64 KiB', form: { comment: Buffer.alloc(0xffff, 0x2e) } },
  { name: 'bytes behind', form: { suffix: Buffer.alloc(100_000, 0x2e) } },
  { name: 'bytes before', form: { prefix: Buffer.alloc(70_001, 0x2e) } },
  { name: 'bytes before, Zip64', form: { prefix: Buffer.alloc(70_001, 0x2e), zip64End: true } },
  { name: 'end record twice', form: { repeatedEnd: true } },
  { name: 'false directory offset', form: { directoryOffset: 3 } },
  { name: 'no directory', form: { noDirectory: true }, kinds: ['truncated'] },
  { name: 'no directory, sizes behind', dex: { descriptor: true }, form: { noDirectory: true }, kinds: ['truncated'] },
  { name: 'false CRC', dex: { central: { crc32: 1 } }, kinds: ['note'] },
  { name: 'size too small', dex: { central: { size: 10 } }, kinds: ['note'] },
  { name: 'size too large', dex: { central: { size: 0x7fffffff } }, kinds: ['note'] },
  { name: 'size a little too large', dex: { central: { size: dex.length + 9 } }, kinds: ['note'] },
  { name: 'packed size too small', dex: { central: { compressedSize: 10 } } },
  { name: 'packed size too large', dex: { central: { compressedSize: 5000 } } },
  { name: 'offset too small', dex: { central: { offset: 1 } } },
  { name: 'offset too large', dex: { central: { offset: 100_000 } } },
  { name: 'offset of another entry', dex: { central: { offset: 0 } } },
  { name: 'name that ends like a folder', dex: { name: 'classes.dex/' } },
  { name: 'name that leads out', dex: { name: '../../../etc/classes.dex' } },
  { name: 'absolute name', dex: { name: '/classes.dex' } },
  { name: 'name with NUL', dex: { name: 'classes.dex\0.png' } },
];

describe('readArtifact, archives that others give up on', () => {
  it.each(VARIANTS)('$name', async ({ dex: tampered, form, kinds }) => {
    const item: ZipItem = { name: 'classes.dex', data: dex, ...tampered };
    const archive = makeZip([ordinary, item, { name: 'res/a.xml', data: filler }], form);
    const { entries, problems, summary } = await collectArchive(archive);
    const byName = new Map(entries.map((entry) => [entry.name, entry]));
    expect([...byName.keys()].sort()).toEqual(['AndroidManifest.xml', item.name].sort());
    expect(byName.get('AndroidManifest.xml')?.bytes).toEqual(manifest);
    const read = byName.get(String(item.name));
    expect(read?.bytes.subarray(0, dex.length)).toEqual(dex);
    expect(read?.hits).toEqual([dex.indexOf('amazonaws.com')]);
    expect(read?.chain).toBe(`app.apk!/${item.name}`);
    expect(problems.map((problem) => problem.kind)).toEqual(kinds ?? []);
    expect(summary).toMatchObject({ entries: 3, read: 3, skipped: [], size: archive.length });
  });

  it('keeps entries of one name apart', async () => {
    const other = Buffer.from('https://acme-dev.s3.amazonaws.com');
    const { entries } = await collectArchive(makeZip([ordinary, { name: 'a', data: dex }, { name: 'a', data: other }]));
    expect(entries.map((entry) => [entry.name, entry.bytes.length])).toEqual([
      ['AndroidManifest.xml', manifest.length],
      ['a', dex.length],
      ['a', other.length],
    ]);
  });

  it('reads what is left of broken data and says so', async () => {
    const data = Buffer.concat([dex, noise(50_000)]);
    const broken = (packed: Buffer) => Buffer.concat([packed.subarray(0, 2000), Buffer.alloc(500, 0xff)]);
    const { entries, problems } = await collectArchive(makeZip([{ name: 'a', data, raw: broken }, ordinary]));
    expect(entries.map((entry) => entry.name)).toEqual(['a', 'AndroidManifest.xml']);
    expect(entries[0]?.bytes.subarray(0, dex.length)).toEqual(dex);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ kind: 'truncated', entry: 'app.apk!/a', path: 'build/app.apk' });
    expect(problems[0]?.reason).toContain(`of ${data.length} bytes`);
  });

  it('says that an entry is really encrypted', async () => {
    const scramble = (packed: Buffer) => packed.map((byte, index) => byte ^ (index * 31 + 7)) as Buffer;
    const flags = { central: { flags: 1 }, local: { flags: 1 } };
    for (const method of [0, 8] as const) {
      const items: ZipItem[] = [
        { name: 'a', data: dex, method, raw: (packed) => Buffer.from(scramble(packed)), ...flags },
      ];
      const { entries, problems } = await collectArchive(makeZip([...items, ordinary]));
      expect(entries.map((entry) => entry.name)).toEqual(['AndroidManifest.xml']);
      expect(problems).toMatchObject([{ kind: 'encrypted', entry: 'app.apk!/a' }]);
    }
  });

  it('names a compression that it cannot read', async () => {
    const central = { method: 93, compressedSize: 5 };
    const { problems } = await collectArchive(
      makeZip([{ name: 'a', data: dex, raw: () => Buffer.alloc(5, 9), central }]),
    );
    expect(problems.map((problem) => [problem.kind, problem.reason])).toContainEqual([
      'unsupported',
      'compressed with Zstandard, which is not read',
    ]);
  });

  it('leaves AppleDouble files out and counts them', async () => {
    const items = [ordinary, { name: '__MACOSX/._a', data: dex }, { name: 'x/__MACOSX/._b', data: dex }];
    const { entries, summary } = await collectArchive(makeZip(items));
    expect(entries).toHaveLength(1);
    expect(summary.entries).toBe(3);
    expect(summary.skipped).toMatchObject([{ entry: 'app.apk!/__MACOSX/._a', count: 2 }]);
  });

  it.each([
    ['UTF-8 without the flag', Buffer.from('Payload/高视.app/Info.plist'), 'Payload/高视.app/Info.plist'],
    ['code page 437', Buffer.from([0x61, 0x81, 0x9b, 0xe1]), 'aü¢ß'],
  ])('reads names in %s', async (_, name, expected) => {
    const { entries } = await collectArchive(makeZip([{ name, data: dex }]));
    expect(entries[0]?.name).toBe(expected);
  });

  it('reports bytes that are no archive', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('PK'), Buffer.alloc(100_000, 0x2e)]) {
      const { entries, problems } = await collectArchive(bytes);
      expect(entries).toEqual([]);
      expect(problems).toMatchObject([{ kind: 'malformed', entry: 'app.apk' }]);
    }
  });

  it('reads no more local headers than a directory may have bytes, and says so', async () => {
    const long = (index: number) => `${index}/`.padEnd(0xffff, 'n');
    const items = Array.from({ length: 40 }, (_, index) => ({ name: long(index), data: dex }));
    const archive = makeZip([ordinary, ...items], { noDirectory: true });
    const { problems, summary } = await collectArchive(archive, { limits: { directoryBytes: 1024 * 1024 } });
    expect(problems).toMatchObject([
      { kind: 'truncated', entry: 'app.apk' },
      { kind: 'limit', entry: 'app.apk', reason: 'local headers larger than 1 MiB; the rest was not read' },
    ]);
    // The short one and 15 of 64 KiB.
    expect(summary).toMatchObject({ entries: 16, read: 16 });
    const open = items.map((item) => ({ ...item, method: 0, descriptor: true }) as const);
    const left = makeZip([ordinary, ...open], { noDirectory: true });
    const { entries } = await collectArchive(left, { limits: { directoryBytes: 1024 * 1024 } });
    // What follows the last one is not taken for its content.
    expect(entries.at(-1)?.bytes.length).toBe(dex.length + 16);
    const all = await collectArchive(archive);
    expect(all.problems.map((problem) => problem.kind)).toEqual(['truncated']);
    expect(all.summary).toMatchObject({ entries: 41, read: 41 });
  });

  it('finds local headers wherever they stand in the windows that it walks through', async () => {
    const name = 'n'.repeat(60_000);
    for (const size of [1024 * 1024 - 60_100, 1024 * 1024 - 31, 1024 * 1024, 1024 * 1024 + 65_530]) {
      for (const descriptor of [false, true]) {
        const items = ['a', 'b'].map(
          (end) => ({ name: name + end, data: noise(size), method: 0, descriptor }) as const,
        );
        const archive = makeZip([...items, { name: 'c', data: dex }], { noDirectory: true });
        const { entries, summary } = await collectArchive(archive);
        expect(entries.map((entry) => entry.name)).toEqual(['c']);
        expect(summary.entries).toBe(3);
      }
    }
  });

  it('survives arbitrary bytes behind a good beginning', async () => {
    const bytes = fc.uint8Array({ maxLength: 400 }).map((tail) => Buffer.concat([Buffer.from('PK\x03\x04'), tail]));
    await fc.assert(
      fc.asyncProperty(bytes, async (archive) => {
        const { summary } = await collectArchive(archive);
        expect(summary.size).toBe(archive.length);
      }),
      { numRuns: 60 },
    );
  });

  it('survives bit flips and truncations, and reports what they took', async () => {
    const good = makeZip([ordinary, { name: 'classes.dex', data: dex }, { name: 'b', data: dex, method: 0 }]);
    const flips = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(7)), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(flips, fc.nat(good.length), async (places, cut) => {
        const bytes = Buffer.from(good.subarray(0, cut % 3 === 0 ? cut : good.length));
        for (const [at, bit] of places) if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const { entries, problems } = await collectArchive(bytes);
        if (bytes.length < good.length) expect(problems.length).toBeGreaterThan(0);
        if (bytes.length === good.length && places.length === 0) expect(entries).toHaveLength(3);
      }),
      { numRuns: 120 },
    );
  });
});
