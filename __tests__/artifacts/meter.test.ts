import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { Candidate, OwnOptions } from '../../src/artifacts/artifact.ts';
import { createMeter, type Meter, metered, stateOf } from '../../src/artifacts/meter.ts';
import { bufferSource } from '../../src/artifacts/source.ts';
import { collect, inFolder } from './reading.ts';

const MiB = 1024 * 1024;

/** What deflate makes nothing of, so that an archive is as large as its entries. */
function noise(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  for (let at = 0, state = 1; at + 4 <= size; at += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes.writeUInt32LE((state ^ (state >>> 15)) >>> 0, at);
  }
  return bytes;
}

async function archive(): Promise<Buffer> {
  const zip = new JSZip();
  for (let index = 0; index < 400; index++) zip.file(`res/${index}.bin`, noise(10_000));
  const large = noise(17 * MiB);
  for (const name of ['a', 'b']) zip.file(`lib/${name}.so`, large, { compression: 'STORE' });
  zip.file('lib/c.so', large, { compression: 'DEFLATE', compressionOptions: { level: 1 } });
  return zip.generateAsync({ type: 'nodebuffer' });
}

async function read(candidate: Candidate, meter: Meter, ...parts: readonly OwnOptions[]): Promise<void> {
  for (const part of parts) await collect(candidate, { ...part, meter });
}

/** Of the files' bytes, the share that was counted; stretches of an archive reach a little into each other. */
function shareOf(meter: Meter): number {
  const counted = Number(meter[0] ?? 0n);
  return counted / stateOf(meter).size;
}

describe('the meter', () => {
  it('counts an archive once, read as a whole or in two parts', async () => {
    await inFolder(async (folder) => {
      const bytes = await archive();
      const location = path.join(folder, 'app.apk');
      writeFileSync(location, bytes);
      const candidate: Candidate = { path: 'app.apk', location, kind: 'apk', form: 'archive' };
      const [whole, parted] = [createMeter(), createMeter()];
      await read(candidate, whole, {});
      await read(candidate, parted, { part: 'kept' }, { part: 'lent' });
      for (const meter of [whole, parted]) {
        expect(stateOf(meter).size).toBe(bytes.length);
        expect(shareOf(meter)).toBeGreaterThan(0.99);
        expect(shareOf(meter)).toBeLessThan(1.03);
      }
    });
  });

  it('counts the files of a folder, and a bare file', async () => {
    await inFolder(async (folder) => {
      const app = path.join(folder, 'Shop.app');
      mkdirSync(app);
      writeFileSync(path.join(app, 'Shop'), noise(17 * MiB));
      writeFileSync(path.join(app, 'Info.plist'), noise(3000));
      const meter = createMeter();
      await read({ path: 'Shop.app', location: app, kind: 'app', form: 'folder' }, meter, {});
      expect(stateOf(meter)).toEqual({ read: 17 * MiB + 3000, size: 17 * MiB + 3000 });

      const bare = createMeter();
      const file = path.join(app, 'Shop');
      await read({ path: 'Shop', location: file, kind: 'file', form: 'file' }, bare, {});
      expect(stateOf(bare).size).toBe(17 * MiB);
      expect(shareOf(bare)).toBeCloseTo(1, 2);
    });
  });

  it('says no more than there is, whatever an archive makes it read again', () => {
    const meter = createMeter();
    meter.set([500n, 200n]);
    expect(stateOf(meter)).toEqual({ read: 200, size: 200 });
  });

  it('counts only what is new of a stretch that reaches into the one before', async () => {
    const meter = createMeter();
    const source = metered({ ...bufferSource(Buffer.alloc(1000)), close: async () => undefined }, meter);
    const counted = async (offset: number, length: number) => {
      const before = meter[0] ?? 0n;
      await source.read(offset, length);
      return Number((meter[0] ?? 0n) - before);
    };
    expect(await counted(900, 100)).toBe(100);
    expect(await counted(0, 300)).toBe(300);
    expect(await counted(200, 300)).toBe(200);
    expect(await counted(210, 20)).toBe(0);
    expect(await counted(500, 100)).toBe(100);
    expect(await counted(700, 900)).toBe(300);
  });
});
