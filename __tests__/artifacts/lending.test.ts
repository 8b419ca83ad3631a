import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { ArtifactEvent, OwnOptions, Part } from '../../src/artifacts/artifact.ts';
import { createClaim } from '../../src/artifacts/claim.ts';
import { takeDirectoryProgram } from '../../src/artifacts/directory/program.ts';
import { select } from '../../src/artifacts/lending.ts';
import { type Amount, DEDUPE_FROM, type Limits, shareOf } from '../../src/artifacts/limits.ts';
import { readArtifact } from '../../src/artifacts/read.ts';
import { bufferSource } from '../../src/artifacts/source.ts';
import { readTable, type ZipTable } from '../../src/artifacts/zip-table.ts';
import { centralHeader, makeZip, type ZipItem } from '../helpers/zip.ts';
import { collectArchive, type Outcome, search } from './reading.ts';

const MiB = 1024 * 1024;

interface Declared {
  readonly name: string;
  readonly size: number;
}

const declared = (name: string, size: number): Declared => ({ name, size });

/** What a directory with such deflated entries tells. */
async function tableOf(entries: readonly Declared[]): Promise<ZipTable> {
  const fields = { flags: 0, method: 8, crc32: 1, offset: 0 };
  const directory = Buffer.concat(
    entries.map(({ name, size }) =>
      centralHeader({ ...fields, size, compressedSize: size >> 1 }, Buffer.from(name), false),
    ),
  );
  const form = { shift: 0, end: 0, most: entries.length };
  const { table } = await readTable(bufferSource(directory), form, takeDirectoryProgram());
  return table;
}

const CIRCUMSTANCES = { fileSize: 0, wholeBytes: 16 * MiB, alone: true };
const namesOf = async (entries: readonly Declared[]) => {
  const taken = select(await tableOf(entries), 'lent', CIRCUMSTANCES);
  return Array.from(taken.entries, (index) => entries[index]?.name ?? '');
};

describe('select', () => {
  it('parts the entries, lends nothing that is tied, and comes always to the same', async () => {
    const sizes = fc.array(fc.oneof(fc.nat(80 * MiB), fc.nat(DEDUPE_FROM * 2)), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.boolean(), async (all, alone) => {
        const entries = all.map((size, index) => declared(size % 3 === 0 ? `${index}.Zip` : `lib/${index}.so`, size));
        const circumstances = { fileSize: 100 * MiB, wholeBytes: 16 * MiB, alone };
        const kept = select(await tableOf(entries), 'kept', circumstances);
        const taken = select(await tableOf(entries), 'lent', circumstances);
        const isTied = ({ name, size }: Declared) =>
          size <= 16 * MiB && (name.endsWith('.Zip') || (!alone && size >= DEDUPE_FROM));
        const lent = Array.from(taken.entries, (index) => entries[index]);
        expect(lent.filter((entry) => entry !== undefined && isTied(entry))).toEqual([]);
        expect([...kept.entries, ...taken.entries].sort((left, right) => left - right)).toEqual([...entries.keys()]);
        expect(kept.declared.bytes + taken.declared.bytes).toBe(all.reduce((sum, size) => sum + size, 0));
        expect(select(await tableOf(entries), 'lent', circumstances)).toEqual(taken);
      }),
    );
  });

  it('gives each entry to whoever has less to do, the largest first', async () => {
    const sizes = Array.from({ length: 12 }, (_, index) => (40 - index) * MiB);
    const taken = await namesOf(sizes.map((size) => declared(`${size / MiB}.so`, size)));
    const lentSize = taken.reduce((sum, name) => sum + Number.parseInt(name, 10), 0);
    const total = sizes.reduce((sum, size) => sum + size / MiB, 0);
    expect(taken).not.toContain('40.so');
    expect(lentSize / total).toBeGreaterThan(0.25);
    expect(lentSize / total).toBeLessThan(0.5);
  });

  it('takes the last of many small entries, so that both have as much to do', async () => {
    const small = Array.from({ length: 20_000 }, (_, index) => declared(`res/${index}.xml`, 1000));
    const taken = await namesOf(small);
    expect(taken.length).toBeGreaterThan(1_000);
    expect(taken.length).toBeLessThan(10_000);
    expect(taken[0]).toBe(`res/${small.length - taken.length}.xml`);
  });

  it('takes the largest code, which nothing else would be looked at before, and no more where there is much of it', async () => {
    const code = [...Array(8)].map((_, index) => declared(`classes${index}.dex`, (9 + index) * MiB));
    expect(await namesOf(code)).toEqual(['classes7.dex']);
    expect(await namesOf([declared('classes.dex', 12 * MiB), declared('a.so', 20 * MiB)])).toEqual(['classes.dex']);
  });
});

describe('the parts of an archive', () => {
  async function eventsOf(file: string, own: Pick<OwnOptions, 'part' | 'digest'> = {}): Promise<ArtifactEvent[]> {
    const candidate = { path: 'app.apk', location: file, kind: 'apk', form: 'archive' } as const;
    const events: ArtifactEvent[] = [];
    const options = { search, always: () => false, ...own };
    for await (const event of readArtifact(candidate, options)) events.push(event);
    return events;
  }

  const foundIn = (events: readonly ArtifactEvent[]) =>
    events.flatMap((event) =>
      event.type === 'entry'
        ? event.entry.hits.map(({ offset }) => `${event.entry.name} ${event.entry.base + offset}`)
        : [],
    );

  it('make up the whole, with the digest in the one that is done first', async () => {
    const zip = new JSZip();
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const bytes = Buffer.alloc(17 * MiB, name);
      bytes.write(`https://${name}.s3.amazonaws.com/`, 5 * MiB);
      zip.file(`lib/${name}.so`, bytes, { compression: 'DEFLATE' });
    }
    zip.file('assets/config.json', '{"url":"https://small.s3.amazonaws.com/"}');
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'ajar-lending-')), 'app.apk');
    writeFileSync(file, await zip.generateAsync({ type: 'nodebuffer' }));

    const digest = createClaim();
    const whole = await eventsOf(file);
    const taken = await eventsOf(file, { part: 'lent', digest });
    const kept = await eventsOf(file, { part: 'kept', digest });
    expect(foundIn(taken).length).toBeGreaterThan(0);
    expect(foundIn(kept).length).toBeGreaterThan(0);
    expect([...foundIn(kept), ...foundIn(taken)].sort()).toEqual(foundIn(whole).sort());
    expect(whole.at(-1)).toMatchObject({ type: 'summary', entries: 6, read: 6 });
    expect(taken.at(-1)).toMatchObject({ sha256: (whole.at(-1) as { sha256?: string }).sha256 });
    expect(kept.at(-1)).toMatchObject({ sha256: '' });
  });
});

describe('the limits of an artifact that is read in two parts', () => {
  const KiB = 1024;
  const STEP = 32 * KiB;
  const url = 'https://acme.s3.amazonaws.com/';

  /** A text that says of every 32 KiB whether they were read. */
  function marked(size: number): Buffer {
    const bytes = Buffer.alloc(size);
    for (let at = 0; at < size; at += STEP) bytes.write(url, at);
    return bytes;
  }

  const large = (name: string, size = 4 * MiB): ZipItem => ({ name, data: marked(size) });

  async function partsOf(items: readonly ZipItem[], limits: Partial<Limits>): Promise<readonly Outcome[]> {
    const bytes = makeZip(items);
    const parts: readonly Part[] = ['kept', 'lent'];
    return Promise.all(parts.map((part) => collectArchive(bytes, { part, limits: { wholeBytes: MiB, ...limits } })));
  }

  const bytesRead = (parts: readonly Outcome[]) =>
    parts.flatMap(({ entries }) => entries.flatMap(({ hits }) => hits)).length * STEP;
  const limitsMet = (parts: readonly Outcome[]) =>
    parts.flatMap(({ problems }) => problems.map(({ kind, reason }) => `${kind}: ${reason}`));

  const LIBRARIES = Array.from({ length: 20 }, (_, index) => large(`lib/${index}.so`));
  /** A limit is seen with the piece after it; pieces are half a megabyte. */
  const PIECES = 2 * (MiB / 2);

  it('are kept by both together: bytes', async () => {
    const parts = await partsOf(LIBRARIES, { totalBytes: 16 * MiB });
    for (const { entries } of parts) expect(entries.length).toBeGreaterThan(0);
    expect(bytesRead(parts)).toBeLessThanOrEqual(16 * MiB + PIECES);
    expect(bytesRead(parts)).toBeGreaterThan(15 * MiB);
    expect(limitsMet(parts)).toEqual([
      'limit: read up to 524288 bytes: more than 8 MiB inflated (its share of the total size limit)',
      expect.stringMatching(/^limit: stopped here, \d+ entries of this archive unread: more than 8 MiB inflated/),
      'limit: read up to 524288 bytes: more than 8 MiB inflated (its share of the total size limit)',
      expect.stringMatching(/^limit: stopped here, \d+ entries of this archive unread: more than 8 MiB inflated/),
    ]);
  });

  it('are kept by both together: the ratio', async () => {
    const ratio = { ratioFloor: 2 * MiB, ratio: 1 };
    const parts = await partsOf(LIBRARIES, ratio);
    expect(bytesRead(parts)).toBeLessThanOrEqual(17 * MiB + PIECES);
    expect(limitsMet(parts).join('\n')).toContain('(its share of the ratio limit)');
  });

  it('are kept by both together: entries, those of archives within it included', async () => {
    const nested = makeZip(Array.from({ length: 300 }, (_, index) => ({ name: `${index}`, data: Buffer.from(url) })));
    const items = ['a', 'b', 'c', 'd'].map((name) => ({
      ...large(name),
      data: Buffer.concat([nested, marked(4 * MiB)]),
    }));
    const archives = items.map(({ name, data }): ZipItem => ({ name, data, method: 0 }));
    const parts = await partsOf([...LIBRARIES, ...archives], { entries: 200 });
    const read = parts.reduce((sum, { summary }) => sum + summary.read, 0);
    expect(read).toBeLessThanOrEqual(202);
    expect(limitsMet(parts).join('\n')).toContain('(its share of the entry count limit)');
  });

  it('are all for the one part where nothing is lent', async () => {
    expect(shareOf({ entries: 100, bytes: 1000 }, { entries: 2, bytes: 80 }, { entries: 2, bytes: 80 })).toEqual({
      entries: 100,
      bytes: 1000,
    });
    const nested = makeZip(Array.from({ length: 150 }, (_, index) => ({ name: `${index}`, data: Buffer.from(url) })));
    const parts = await partsOf([{ name: 'base.apk', data: nested, method: 0 }], { entries: 200 });
    expect(limitsMet(parts)).toEqual([]);
    expect(parts.reduce((sum, { summary }) => sum + summary.read, 0)).toBe(151);
  });

  it('are not met by what declares what it is and stays within them, however it is parted', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(sizes, async (all) => {
        const items = all.map((quarter, index) => large(`lib/${index}.so`, (quarter * MiB) / 4));
        const total = items.reduce((sum, { data }) => sum + data.length, 0);
        const parts = await partsOf(items, { totalBytes: total, entries: items.length });
        expect(limitsMet(parts)).toEqual([]);
        expect(bytesRead(parts)).toBe(total);
      }),
      { numRuns: 20 },
    );
  });

  it('are kept whatever the directory says of sizes', async () => {
    const tampered = fc.constantFrom(0, 1, 2 * MiB, 4 * MiB, 0xfffffffe);
    await fc.assert(
      fc.asyncProperty(fc.array(tampered, { minLength: 20, maxLength: 20 }), async (sizes) => {
        const items = LIBRARIES.map((item, index) => ({ ...item, central: { size: sizes[index] ?? 0 } }));
        const parts = await partsOf(items, { totalBytes: 16 * MiB });
        expect(bytesRead(parts)).toBeLessThanOrEqual(16 * MiB + PIECES);
      }),
      { numRuns: 8 },
    );
  });

  it('are shared out: each has what it declares, and half of the rest', () => {
    const most: Amount = { entries: 100, bytes: 1000 };
    const of = (entries: number, bytes: number): Amount => ({ entries, bytes });
    expect(shareOf(most, of(10, 100), of(20, 800))).toEqual(of(50, 200));
    expect(shareOf(most, of(10, 700), of(20, 800))).toEqual(of(50, 800));
    // More is declared than there may be: nobody is left without.
    expect(shareOf(most, of(1, 5), of(101, 1e18))).toEqual(of(50, 500));
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), fc.nat(2000), (limit, one, other) => {
        const shares = [one, other].map((bytes) => shareOf(of(2, limit), of(1, bytes), of(2, one + other)).bytes);
        expect((shares[0] ?? 0) + (shares[1] ?? 0)).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
