import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { ArtifactEvent, Part } from '../../src/artifacts/artifact.ts';
import { lent } from '../../src/artifacts/lending.ts';
import { DEDUPE_FROM, DEFAULT_LIMITS } from '../../src/artifacts/limits.ts';
import { readArtifact } from '../../src/artifacts/read.ts';
import type { ZipEntry } from '../../src/artifacts/zip-records.ts';
import { search } from './reading.ts';

const MiB = 1024 * 1024;

function entry(name: string, size: number, method = 8): ZipEntry {
  const directory = Buffer.from(name);
  return {
    name,
    directory,
    nameStart: 0,
    nameEnd: directory.length,
    method,
    size,
    compressedSize: size >> 1,
    crc32: 1,
    encrypted: false,
    offset: 0,
    end: 0,
  };
}

const namesOf = (entries: readonly ZipEntry[]) => [...lent(entries, DEFAULT_LIMITS, 0)].map(({ name }) => name);

describe('lent', () => {
  it('takes only what comes in pieces or is not compared with others', () => {
    const sizes = fc.array(fc.oneof(fc.nat(80 * MiB), fc.nat(DEDUPE_FROM * 2)), { maxLength: 30 });
    fc.assert(
      fc.property(sizes, (all) => {
        const entries = all.map((size, index) => entry(`lib/${index}.so`, size));
        const taken = lent(entries, DEFAULT_LIMITS, 100 * MiB);
        const isFree = ({ size }: ZipEntry) => size > DEFAULT_LIMITS.wholeBytes || size < DEDUPE_FROM;
        expect([...taken].filter((one) => !isFree(one))).toEqual([]);
        expect([...lent([...entries], DEFAULT_LIMITS, 100 * MiB)]).toEqual([...taken]);
      }),
    );
  });

  it('gives each entry to whoever has less to do', () => {
    const small = Array.from({ length: 10 }, (_, index) => entry(`res/raw/${index}`, 10 * MiB));
    const [a, b, c] = [entry('a.so', 40 * MiB), entry('b.so', 39 * MiB), entry('c.so', 38 * MiB)];
    expect(namesOf([...small, c])).toEqual(['c.so']);
    expect(namesOf([...small, c, b, a])).toEqual(['a.so', 'b.so']);
    expect(namesOf([c, b, a])).toEqual(['b.so']);
  });

  it('takes the last of many small entries, so that both have as much to do', () => {
    const small = Array.from({ length: 20_000 }, (_, index) => entry(`res/${index}.xml`, 1000));
    const taken = namesOf(small);
    expect(taken.length).toBeGreaterThan(2_000);
    expect(taken.length).toBeLessThan(10_000);
    expect(taken.at(-1)).toBe(`res/${small.length - taken.length}.xml`);
  });

  it('takes nothing where there is much code to look at', () => {
    expect(namesOf([...Array(8)].map((_, index) => entry(`classes${index}.dex`, 9 * MiB)))).toEqual([]);
    expect(namesOf([entry('classes.dex', 12 * MiB), entry('a.so', 20 * MiB)])).toEqual([]);
  });
});

describe('the parts of an archive', () => {
  async function eventsOf(file: string, part?: Part): Promise<ArtifactEvent[]> {
    const candidate = { path: 'app.apk', location: file, kind: 'apk', form: 'archive' } as const;
    const events: ArtifactEvent[] = [];
    const options = { search, always: () => false, ...(part === undefined ? {} : { part }) };
    for await (const event of readArtifact(candidate, options)) events.push(event);
    return events;
  }

  const foundIn = (events: readonly ArtifactEvent[]) =>
    events.flatMap((event) =>
      event.type === 'entry'
        ? event.entry.hits.map(({ offset }) => `${event.entry.name} ${event.entry.base + offset}`)
        : [],
    );

  it('make up the whole, with the digest in one of them', async () => {
    const zip = new JSZip();
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const bytes = Buffer.alloc(17 * MiB, name);
      bytes.write(`https://${name}.s3.amazonaws.com/`, 5 * MiB);
      zip.file(`lib/${name}.so`, bytes, { compression: 'DEFLATE' });
    }
    zip.file('assets/config.json', '{"url":"https://small.s3.amazonaws.com/"}');
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'ajar-lending-')), 'app.apk');
    writeFileSync(file, await zip.generateAsync({ type: 'nodebuffer' }));

    const [whole, kept, taken] = [await eventsOf(file), await eventsOf(file, 'kept'), await eventsOf(file, 'lent')];
    expect(foundIn(taken).length).toBeGreaterThan(0);
    expect(foundIn(kept).length).toBeGreaterThan(0);
    expect([...foundIn(kept), ...foundIn(taken)].sort()).toEqual(foundIn(whole).sort());
    expect(whole.at(-1)).toMatchObject({ type: 'summary', entries: 6, read: 6 });
    expect(kept.at(-1)).toMatchObject({ sha256: (whole.at(-1) as { sha256?: string }).sha256 });
    expect(taken.at(-1)).toMatchObject({ sha256: '' });
  });
});
