import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate, ReadOptions } from '../../src/artifacts/artifact.ts';
import { noPairs } from '../../src/artifacts/byte-pairs.ts';
import { readArtifact } from '../../src/artifacts/read.ts';
import { makeZip, type ZipItem } from '../helpers/zip.ts';
import { collect, collectArchive, inFolder, search } from './reading.ts';

const url = Buffer.from('https://acme-prod-uploads.s3.amazonaws.com/');
const KiB = 1024;
const MiB = 1024 * KiB;
const item = (name: string, data: Buffer, method: 0 | 8 = 8): ZipItem => ({ name, data, method });

function withUrls(length: number, offsets: readonly number[]): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; at += 997) bytes[at] = (at / 997) & 0xff;
  for (const offset of offsets) url.copy(bytes, offset);
  return bytes;
}

describe('readArtifact', () => {
  it('hands on what holds an anchor or is always wanted, and counts the rest', async () => {
    const archive = makeZip([
      item('a.txt', url),
      item('b.txt', Buffer.from('nothing')),
      item('c.dex', Buffer.from('dex\n035')),
      item('empty', Buffer.alloc(0), 0),
      item('folder/', Buffer.alloc(0), 0),
    ]);
    const { entries, problems, summary } = await collectArchive(archive, {
      always: (head, name) => name.endsWith('.dex') && head.toString('latin1', 0, 3) === 'dex',
    });
    expect(entries.map((entry) => entry.name)).toEqual(['a.txt', 'c.dex']);
    expect(problems).toEqual([]);
    const sha256 = createHash('sha256').update(archive).digest('hex');
    expect(summary).toEqual({ type: 'summary', sha256, size: archive.length, entries: 4, read: 4, skipped: [] });
  });

  it('comes to the same where large entries are put into a room of their name, archives within them, too', async () => {
    const noise = randomBytes(3 * MiB);
    url.copy(noise, 2 * MiB);
    const nested = makeZip([item('classes.dex', noise), item('a.txt', url)]);
    const broken = { central: { crc32: 1 } };
    const archive = makeZip([
      item('classes.dex', noise),
      item('inner.dex', nested),
      { ...item('broken.dex', noise), ...broken },
      item('small.dex', url),
      { ...item('short.dex', noise), central: { size: MiB } },
      item('lib.so', noise),
      item('stored.dex', noise, 0),
    ]);
    let room = Buffer.alloc(0);
    const sizes: number[] = [];
    const named = (size: number, name: string) => {
      if (!name.endsWith('.dex')) return undefined;
      sizes.push(size);
      if (room.length < size) room = Buffer.alloc(size);
      return room;
    };
    const summed = async (options: Partial<ReadOptions>) => {
      const { entries, ...rest } = await collectArchive(archive, options);
      return { ...rest, entries: entries.map(({ bytes, ...entry }) => ({ ...entry, crc32: crc32(bytes) })) };
    };
    const usual = await summed({});
    expect(await summed({ room: named })).toEqual(usual);
    expect(usual.entries).toHaveLength(8);
    // What is stored, small or in another archive is not inflated there.
    expect(sizes).toEqual([noise.length, nested.length, noise.length, MiB]);
  });

  it('gives each of many small entries its own hits, and none to an anchor over the border of two', async () => {
    const half = url.indexOf('aws.com');
    const items = Array.from({ length: 300 }, (_, index) =>
      item(`${index}.txt`, index % 7 === 0 ? Buffer.concat([Buffer.alloc(index), url]) : Buffer.alloc(index, 0x2e)),
    );
    const archive = makeZip([item('left', url.subarray(0, half)), item('right', url.subarray(half)), ...items]);
    const { entries, summary } = await collectArchive(archive);
    expect(entries.map(({ name }) => name)).toEqual(Array.from({ length: 43 }, (_, index) => `${index * 7}.txt`));
    for (const { name, hits } of entries) {
      const alone = search.find(Buffer.concat([Buffer.alloc(Number.parseInt(name, 10)), url]));
      expect(hits).toEqual(alone.map(({ offset }) => offset));
    }
    expect(summary.read).toBe(302);
  });

  it('comes to the same, limits and all, where a hint spares it to look at most entries', async () => {
    const always = (_: Buffer, name: string) => /\.dex$/i.test(name);
    const alwaysHint = { begins: noPairs(), signs: new Uint8Array(256), names: /\.dex$/im };
    const nested = makeZip([item('a', url), item('b', Buffer.alloc(9))]);
    const contents = fc.constantFrom(url, Buffer.alloc(0), Buffer.from('P'), Buffer.alloc(300, 'ab'), nested);
    const names = fc.constantFrom('a.dex', 'a.txt', 'B.DEX', 'a.txt', '__MACOSX/a', 'b/', 'a\n.dex', 'a.dex\nb');
    const items = fc.array(fc.tuple(names, contents, fc.boolean()), { maxLength: 40 });
    const most = { entries: fc.nat(45), totalBytes: fc.nat(9_000) };
    await fc.assert(
      fc.asyncProperty(items, fc.record(most, { requiredKeys: [] }), fc.nat(9), async (all, limits, broken) => {
        const archive = makeZip(
          all.map(([name, data, isStored], index) => ({
            ...item(name, data, isStored ? 0 : 8),
            ...(index === broken ? { central: { crc32: 1 } } : {}),
          })),
        );
        const spared = await collectArchive(archive, { always, alwaysHint, limits });
        expect(spared).toEqual(await collectArchive(archive, { always, limits }));
      }),
      { numRuns: 120 },
    );
  });

  it('reads archives within archives, with the chain of names', async () => {
    const jar = makeZip([item('Api.class', url)]);
    const base = makeZip([item('classes.dex', url), item('assets/lib.zip', jar, 0)]);
    const outer = makeZip([item('base.apk', base, 0), item('split_config.en.apk', base), item('toc.pb', url)]);
    const { entries, problems, summary } = await collectArchive(outer);
    expect(entries.map((entry) => entry.chain)).toEqual([
      'app.apk!/base.apk!/classes.dex',
      'app.apk!/base.apk!/assets/lib.zip!/Api.class',
      'app.apk!/split_config.en.apk!/classes.dex',
      'app.apk!/split_config.en.apk!/assets/lib.zip!/Api.class',
      'app.apk!/toc.pb',
    ]);
    expect(problems).toEqual([]);
    expect(summary).toMatchObject({ entries: 9, read: 9 });
  });

  it('stops at the depth limit and says so, searching what it did not open', async () => {
    let archive = makeZip([item('secret.txt', url, 0)]);
    for (let depth = 0; depth < 6; depth++) archive = makeZip([item('inner.zip', archive, 0)]);
    const { entries, problems } = await collectArchive(archive);
    expect(problems).toMatchObject([{ kind: 'limit', entry: `app.apk${'!/inner.zip'.repeat(5)}` }]);
    expect(problems[0]?.reason).toContain('depth limit');
    expect(entries).toHaveLength(1);
  });

  it('opens large nested archives, stored and deflated', async () => {
    const inner = makeZip([item('noise', withUrls(2 * MiB, []), 0), item('a', url)]);
    const limits = { wholeBytes: 256 * KiB };
    for (const method of [0, 8] as const) {
      const { entries } = await collectArchive(makeZip([item('inner.apk', inner, method)]), { limits });
      expect(entries.map((entry) => entry.chain)).toEqual(['app.apk!/inner.apk!/a']);
    }
  });

  it('says that a nested archive is too large for memory', async () => {
    const inner = makeZip([item('noise', withUrls(2 * MiB, []), 0), item('a', url)]);
    const limits = { wholeBytes: 256 * KiB, nestedBytes: MiB };
    const { problems } = await collectArchive(makeZip([item('inner.apk', inner)]), { limits });
    expect(problems).toMatchObject([{ kind: 'limit', entry: 'app.apk!/inner.apk' }]);
  });

  it('gives large entries in pieces, each hit once and with what stands around it', async () => {
    const size = 3 * MiB + 17;
    const edges = [0, 512 * KiB - 20, 512 * KiB + 40, MiB - 9, MiB + 40, 2 * MiB - 16 * KiB, size - url.length];
    const data = withUrls(size, edges);
    for (const method of [0, 8] as const) {
      const archive = makeZip([item('lib.so', data, method)]);
      const { entries, problems, summary } = await collectArchive(archive, { limits: { wholeBytes: 256 * KiB } });
      const within = url.indexOf('amazonaws.com');
      expect(entries.flatMap((entry) => entry.hits)).toEqual(edges.map((edge) => edge + within));
      expect(entries.length).toBeGreaterThan(1);
      expect(entries.every((entry) => entry.piece)).toBe(true);
      for (const entry of entries) {
        expect(entry.bytes.equals(data.subarray(entry.base, entry.base + entry.bytes.length))).toBe(true);
        for (const hit of entry.hits) {
          expect(hit - within).toBeGreaterThanOrEqual(entry.base);
          expect(hit - within + url.length).toBeLessThanOrEqual(entry.base + entry.bytes.length);
        }
      }
      expect(problems).toEqual([]);
      expect(summary).toMatchObject({ entries: 1, read: 1 });
    }
  });

  it('gives large entries whole where a reader always wants them', async () => {
    const data = withUrls(2 * MiB, [MiB]);
    const limits = { wholeBytes: 256 * KiB, alwaysBytes: 4 * MiB };
    for (const method of [0, 8] as const) {
      const archive = makeZip([item('classes.dex', data, method)]);
      const whole = await collectArchive(archive, { always: () => true, limits });
      expect(whole.entries).toHaveLength(1);
      expect(whole.entries[0]).toMatchObject({ base: 0, piece: false });
      expect(whole.entries[0]?.bytes.equals(data)).toBe(true);
      expect(whole.problems).toEqual([]);
      const cut = await collectArchive(archive, { always: () => true, limits: { ...limits, alwaysBytes: MiB } });
      expect(cut.problems).toMatchObject([{ kind: 'limit', entry: 'app.apk!/classes.dex' }]);
      expect(cut.entries.flatMap((entry) => entry.hits)).toEqual([MiB + url.indexOf('amazonaws.com')]);
    }
  });

  it('says how far a large entry could be read that breaks off', async () => {
    const data = withUrls(3 * MiB, [10]);
    const raw = (packed: Buffer) => packed.subarray(0, packed.length - 100);
    const archive = makeZip([
      { name: 'lib.so', data, raw, central: { compressedSize: deflateRawSync(data).length - 100 } },
    ]);
    const { entries, problems } = await collectArchive(archive, { limits: { wholeBytes: 256 * KiB } });
    expect(entries.flatMap((entry) => entry.hits)).toEqual([10 + url.indexOf('amazonaws.com')]);
    expect(problems).toMatchObject([{ kind: 'truncated', entry: 'app.apk!/lib.so' }]);
  });

  it('does not read a content twice in one run, if its CRC is true', async () => {
    const data = withUrls(100 * KiB, [5]);
    const other = withUrls(100 * KiB, [500]);
    const seen = new Set<string>();
    const first = await collectArchive(makeZip([item('a', data), item('small', url)]), { seen });
    expect(first.entries).toHaveLength(2);
    const lie = { central: { crc32: crc32(data) }, local: { crc32: crc32(data) } };
    const second = makeZip([
      item('a', data, 0),
      item('b', data),
      { ...item('c', other, 0), ...lie },
      item('small', url),
    ]);
    const { entries, summary } = await collectArchive(second, { seen });
    expect(entries.map((entry) => entry.name)).toEqual(['c', 'small']);
    expect(summary).toMatchObject({ entries: 4, read: 2, skipped: [{ entry: 'app.apk!/a', count: 2 }] });
  });

  it('hashes large artifacts, too', async () => {
    const archive = makeZip([item('a', withUrls(25 * MiB, []), 0)]);
    const { summary } = await collectArchive(archive);
    expect(summary.sha256).toBe(createHash('sha256').update(archive).digest('hex'));
  });

  it('reports an artifact that is not there', async () => {
    const candidate: Candidate = { path: 'gone.apk', location: '/nonexistent/gone.apk', kind: 'apk', form: 'archive' };
    const { problems, summary } = await collect(candidate);
    expect(problems).toEqual([{ kind: 'unreadable', path: 'gone.apk', reason: 'artifact could not be read (ENOENT)' }]);
    expect(summary).toMatchObject({ sha256: '', entries: 0 });
  });

  it('lets the consumer stop early', async () => {
    await inFolder(async (folder) => {
      const location = join(folder, 'a.apk');
      await writeFile(
        location,
        makeZip(Array.from({ length: 50 }, (_, index) => item(`f${index}`, withUrls(MiB, [7])))),
      );
      for await (const event of readArtifact(
        { path: 'a.apk', location, kind: 'apk', form: 'archive' },
        { search, always: () => false },
      )) {
        expect(event.type).toBe('entry');
        break;
      }
    });
  });
});

describe('readArtifact, limits', () => {
  it.each([
    ['ratio', { ratioFloor: 8 * MiB, ratio: 20 }, 'ratio limit'],
    ['entry size', { entryBytes: MiB, wholeBytes: 256 * KiB }, 'entry size limit'],
  ])('cuts an entry at the %s', async (_, limits, words) => {
    const bomb = makeZip([item('bomb', Buffer.alloc(90 * MiB)), item('a', url)]);
    const { entries, problems } = await collectArchive(bomb, { limits });
    expect(problems).toMatchObject([{ kind: 'limit', entry: 'app.apk!/bomb' }]);
    expect(problems[0]?.reason).toContain(words);
    expect(entries.map((entry) => entry.name)).toEqual(['a']);
  });

  it.each([
    ['total size', { totalBytes: 3 * MiB }, 'total size limit'],
    ['ratio of all', { ratioFloor: 128 * KiB, ratio: 20 }, 'ratio limit'],
    ['time', { milliseconds: -1 }, 'time limit'],
  ])('stops the artifact at the %s', async (_, limits, words) => {
    const items = Array.from({ length: 20 }, (_, index) => item(`f${index}`, Buffer.alloc(512 * KiB)));
    const { problems, summary } = await collectArchive(makeZip(items), { limits });
    const stops = problems.filter((problem) => problem.reason.startsWith('stopped'));
    expect(stops).toHaveLength(1);
    expect(stops[0]).toMatchObject({ kind: 'limit' });
    expect(stops[0]?.reason).toContain(words);
    const left = summary.skipped.reduce((sum, skipped) => sum + (skipped.count ?? 1), 0);
    expect(left).toBeGreaterThan(0);
    expect(summary.read + left).toBe(summary.entries);
  });

  it('stops at the entry count, counted over nested archives', async () => {
    const items = Array.from({ length: 20 }, (_, index) => item(`f${index}`, url));
    const flat = await collectArchive(makeZip(items), { limits: { entries: 6 } });
    expect(flat.problems).toMatchObject([{ kind: 'limit', entry: 'app.apk' }]);
    expect(flat.entries).toHaveLength(6);
    const inner = makeZip(items.slice(0, 4));
    const nested = await collectArchive(
      makeZip([item('a.zip', inner, 0), item('b.zip', inner, 0), ...items.slice(0, 4)]),
      {
        limits: { entries: 6 },
      },
    );
    expect(nested.problems.map((problem) => problem.kind)).toEqual(['limit']);
    expect(nested.problems[0]?.reason).toContain('entry count limit');
  });

  it('lists no more entries of archives within each other than twice as many as may be read', async () => {
    const items = Array.from({ length: 5 }, (_, index) => item(`f${index}`, url));
    const around = (inner: Buffer) => makeZip([item('a.zip', inner, 0), ...items]);
    const deepest = makeZip([...items, item('f5', url)]);
    const { problems } = await collectArchive(around(around(deepest)), { limits: { entries: 6 } });
    expect(problems).toMatchObject([
      {
        kind: 'limit',
        entry: 'app.apk!/a.zip!/a.zip',
        reason: 'more than 0 entries (entry count limit); the rest was not read',
      },
      { kind: 'limit', entry: 'app.apk!/f0' },
    ]);
    const alone = await collectArchive(around(deepest), { limits: { entries: 12 } });
    expect(alone.problems).toEqual([]);
  });

  it('does not grow with entries that share their data', async () => {
    const packed = deflateRawSync(Buffer.alloc(8 * MiB));
    const first = makeZip([item('f0', Buffer.alloc(8 * MiB))]);
    const again = Array.from({ length: 400 }, () => ({
      name: 'f0',
      data: Buffer.alloc(0),
      raw: () => Buffer.alloc(0),
    }));
    const central = { offset: 0, size: 8 * MiB, compressedSize: packed.length, crc32: crc32(Buffer.alloc(8 * MiB)) };
    const directory = makeZip(again.map((entry) => ({ ...entry, central })));
    const start = directory.indexOf('PK\x01\x02');
    const limits = { totalBytes: 64 * MiB };
    const { problems } = await collectArchive(Buffer.concat([first, directory.subarray(start)]), { limits });
    expect(problems.some((problem) => problem.kind === 'limit')).toBe(true);
  });
});

describe('readArtifact, folders and bare files', () => {
  it('reads a folder as one artifact and follows no link out of it', async () => {
    await inFolder(async (folder) => {
      const app = join(folder, 'Acme.app');
      await mkdir(join(app, 'Frameworks/A.framework'), { recursive: true });
      await writeFile(join(folder, 'outside.txt'), url);
      await writeFile(join(app, 'Info.plist'), url);
      await writeFile(join(app, 'Frameworks/A.framework/A'), url);
      await writeFile(join(app, 'data.zip'), makeZip([item('x', url)]));
      await symlink('../outside.txt', join(app, 'link.txt'));
      await symlink('..', join(app, 'up'));
      const { entries, problems, summary } = await collect({
        path: 'out/Acme.app',
        location: app,
        kind: 'app',
        form: 'folder',
      });
      expect(entries.map((entry) => entry.chain)).toEqual([
        'Acme.app!/Frameworks/A.framework/A',
        'Acme.app!/Info.plist',
        'Acme.app!/data.zip!/x',
      ]);
      expect(problems).toEqual([]);
      expect(summary.skipped).toMatchObject([{ entry: 'Acme.app!/link.txt', count: 2 }]);
      expect(summary.sha256).toMatch(/^[0-9a-f]{64}$/);
    });
  });

  it('reads a bare file, small and large', async () => {
    await inFolder(async (folder) => {
      const location = join(folder, 'main.jsbundle');
      await writeFile(location, withUrls(2 * MiB, [MiB]));
      const candidate: Candidate = { path: 'ios/main.jsbundle', location, kind: 'file', form: 'file' };
      const small = await collect(candidate);
      expect(small.entries).toMatchObject([{ chain: 'main.jsbundle', name: 'main.jsbundle', base: 0 }]);
      const large = await collect(candidate, { limits: { wholeBytes: 256 * KiB } });
      expect(large.entries.flatMap((entry) => entry.hits)).toEqual(small.entries.flatMap((entry) => entry.hits));
      expect(large.summary).toMatchObject({ entries: 1, read: 1 });
    });
  });

  it('searches a stored entry in a small nested archive: its bytes lie in the memory that small inflated ones share', async () => {
    const few = Buffer.alloc(100, 'nothing ');
    const nested = makeZip([item('a.txt', few), item('b.txt', few), item('stored.txt', url, 0)]);
    const { entries } = await collectArchive(makeZip([item('inner.zip', nested), item('c.txt', few)]));
    expect(entries.map(({ chain, hits }) => [chain, hits.length])).toEqual([['app.apk!/inner.zip!/stored.txt', 1]]);
  });

  it('writes nothing, whatever the entries are called', async () => {
    await inFolder(async (folder) => {
      const location = join(folder, 'a.apk');
      await writeFile(location, makeZip([item('../evil.txt', url), item(`${folder}/evil.txt`, url)]));
      const { entries } = await collect({ path: 'a.apk', location, kind: 'apk', form: 'archive' });
      expect(entries).toHaveLength(2);
      expect(await readdir(folder)).toEqual(['a.apk']);
    });
  });
});
