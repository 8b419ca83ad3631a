import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { ArtifactEvent } from '../../src/artifacts/artifact.ts';
import { readArtifact } from '../../src/artifacts/read.ts';
import type { FromReader } from '../../src/artifacts/reading-thread.ts';
import type { Report } from '../../src/model.ts';
import { compileAnchors } from '../../src/shared/anchors.ts';
import { ROOT, runDist } from './run.ts';

const MiB = 1024 * 1024;

/** Text without a border that the search could take for one, with a bucket at each of these places. */
function large(size: number, places: readonly number[], name: string): Buffer {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at += 4096) bytes.writeUInt32LE((at * 2654435761) >>> 0, at);
  for (const [index, at] of places.entries())
    bytes.write(`https://${name}-${index}.s3.amazonaws.com/x\0`, at, 'latin1');
  return bytes;
}

/** At the ends, and where half megabytes and megabytes meet. */
const PLACES = [0, MiB / 2 - 20, MiB - 30, 8 * MiB - 12, 16 * MiB + 5, 20 * MiB - 64];

async function largeApp(): Promise<{ readonly file: string; readonly broken: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ajar-large-'));
  const zip = new JSZip();
  zip.file('AndroidManifest.xml', '<manifest package="com.acme.shop"/>');
  zip.file('assets/deflated.bin', large(20 * MiB, PLACES, 'acme-deflated'), { compression: 'DEFLATE' });
  zip.file('assets/stored.bin', large(20 * MiB, PLACES, 'acme-stored'), { compression: 'STORE' });
  zip.file('assets/quiet.bin', large(20 * MiB, [], 'acme-quiet'), { compression: 'DEFLATE' });
  const bytes = await zip.generateAsync({ type: 'nodebuffer' });
  const file = path.join(folder, 'large.apk');
  writeFileSync(file, bytes);
  // A deflate stream that is spoilt in the middle: what comes before is read, and the rest is said to be missing.
  const broken = path.join(folder, 'broken.apk');
  const spoilt = Buffer.from(bytes);
  const start = spoilt.indexOf('assets/deflated.bin') + 'assets/deflated.bin'.length;
  spoilt.fill(0xff, start + 15_000, start + 15_100);
  writeFileSync(broken, spoilt);
  return { file, broken };
}

/** As the source reads it, which has no threads. */
async function eventsOf(file: string): Promise<readonly ArtifactEvent[]> {
  const search = compileAnchors(['.s3.amazonaws.com']);
  const candidate = { path: path.basename(file), location: file, kind: 'apk', form: 'archive' } as const;
  const events: ArtifactEvent[] = [];
  for await (const event of readArtifact(candidate, { search, always: () => false })) events.push(event);
  return events;
}

describe('large entries, which the bundle reads in two threads', () => {
  it('give what they give without one', async () => {
    const { file } = await largeApp();
    const ran = await runDist('cli', ['scan', file, '--json', '-', '--quiet']);
    const report: Report = JSON.parse(ran.stdout);
    const names = report.backends.map(({ id }) => id).sort();
    const wanted = ['deflated', 'stored'].flatMap((kind) => PLACES.map((_, index) => `s3:acme-${kind}-${index}`));
    expect(names).toEqual(wanted.sort());
    expect(report.coverage.problems).toEqual([]);
    const offsets = report.backends.flatMap(({ shipped }) => shipped.map(({ offset }) => offset));

    const found = (await eventsOf(file)).flatMap((event) =>
      event.type === 'entry' ? event.entry.hits.map(({ offset }) => event.entry.base + offset) : [],
    );
    // Without the thread the same hits; the report places each at the beginning of its text.
    expect(found).toHaveLength(2 * PLACES.length);
    expect(offsets.sort()).toEqual([...PLACES, ...PLACES].sort());
  }, 60_000);

  it('say where they break off', async () => {
    const { broken } = await largeApp();
    const ran = await runDist('cli', ['scan', broken, '--json', '-', '--quiet']);
    const report: Report = JSON.parse(ran.stdout);
    expect(report.backends.map(({ id }) => id)).toContain('s3:acme-stored-5');
    const wanted = { kind: 'truncated', entry: 'broken.apk!/assets/deflated.bin' };
    expect(report.coverage.problems).toMatchObject([wanted]);
    const problems = (await eventsOf(broken)).flatMap((event) => (event.type === 'problem' ? [event.problem] : []));
    expect(problems).toMatchObject([wanted]);
  }, 60_000);

  function scanned(file: string, bundle: string, flags: readonly string[] = []): Report {
    const args = [...flags, path.join(bundle, 'index.js'), 'scan', file, '--json', '-', '--quiet'];
    const { stdout } = spawnSync(process.env.AJAR_NODE ?? process.execPath, args, { encoding: 'utf8' });
    return JSON.parse(stdout);
  }

  /** A scan with another program for the thread. */
  async function scanWith(program: string): Promise<Report> {
    const { file } = await largeApp();
    const bundle = path.join(mkdtempSync(path.join(tmpdir(), 'ajar-bundle-')), 'cli');
    cpSync(path.join(ROOT, 'dist', 'cli'), bundle, { recursive: true });
    writeFileSync(path.join(bundle, 'reader.cjs'), program);
    return scanned(file, bundle);
  }

  it.each(['cli', 'action'])(
    'are read by the thread of %s',
    async (entry) => {
      const { file } = await largeApp();
      const worker = new Worker(path.join(ROOT, 'dist', entry, 'reader.cjs'));
      const candidate = { path: 'large.apk', location: file, kind: 'apk', form: 'archive' };
      const sizes: number[] = [];
      await new Promise<void>((resolve, reject) => {
        worker.on('error', reject);
        worker.on('message', (message: FromReader) => {
          if (message.type === 'end') return resolve();
          const { room } = message.parcel;
          sizes.push(room.byteLength);
          worker.postMessage({ type: 'begun', size: room.byteLength });
          worker.postMessage({ type: 'taken', room }, [room]);
        });
        worker.postMessage({ type: 'setup', setup: { once: true } });
        worker.postMessage({ type: 'read', candidate, own: {} });
      });
      await worker.terminate();
      expect(sizes.length).toBeGreaterThan(1);
    },
    60_000,
  );

  it('are read without the thread where Node may not start one', async () => {
    const { file } = await largeApp();
    const { stdout } = spawnSync(process.env.AJAR_NODE ?? process.execPath, ['-v'], { encoding: 'utf8' });
    const permission = stdout.startsWith('v20.') ? '--experimental-permission' : '--permission';
    const flags = [permission, '--allow-fs-read=*', '--allow-fs-write=*', '--no-warnings'];
    const report = scanned(file, path.join(ROOT, 'dist', 'cli'), flags);
    expect(report.backends).toHaveLength(2 * PLACES.length);
    expect(report.coverage.problems).toEqual([]);
  }, 60_000);

  it('are read without the thread where it does not start', async () => {
    const report = await scanWith('throw new Error("no thread today");');
    expect(report.backends).toHaveLength(2 * PLACES.length);
    expect(report.coverage.problems).toEqual([]);
    expect(report.coverage.failed).toBeUndefined();
  }, 60_000);

  it('have their digest where the thread took it upon itself and then failed', async () => {
    const report = await scanWith(`
      const { parentPort } = require('node:worker_threads');
      parentPort.on('message', ({ type, own }) => {
        if (type !== 'read') return;
        Atomics.store(own.digest, 0, 1);
        throw new Error('no memory left');
      });
    `);
    expect(report.backends).toHaveLength(2 * PLACES.length);
    expect(report.artifacts[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  }, 60_000);

  it('are counted on a terminal as they are read, in whichever thread', async () => {
    const { file, broken } = await largeApp();
    const preload = path.join(mkdtempSync(path.join(tmpdir(), 'ajar-terminal-')), 'preload.mjs');
    // A terminal with somebody who looks a thousand times a second.
    writeFileSync(
      preload,
      `process.stderr.isTTY = true;
      const every = setInterval;
      globalThis.setInterval = (run) => every(run, 1);`,
    );
    const bundle = path.join(ROOT, 'dist', 'cli', 'index.js');
    const scan = ['scan', broken, file, '--jobs', '2', '--json', '-'];
    const args = ['--import', pathToFileURL(preload).href, bundle, ...scan];
    const run = (flags: readonly string[], env: NodeJS.ProcessEnv) =>
      spawnSync(process.env.AJAR_NODE ?? process.execPath, [...args, ...flags], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, NODE_DISABLE_COMPILE_CACHE: '1', TERM: 'xterm', ...env },
      });
    const watched = run([], {});
    const sharesOf = (name: string) => {
      const shown = new RegExp(String.raw`(\d+) % of [\d.]+ [kM]B {2}${name}\.apk`, 'g');
      return Array.from(watched.stderr.matchAll(shown), ([, share]) => Number(share));
    };
    const [first, second] = [sharesOf('broken'), sharesOf('large')];
    // Chance decides how much of which is still to be read when the program is loaded that shows it.
    expect(new Set(first).size + new Set(second).size).toBeGreaterThan(3);
    for (const shares of [first, second]) expect(shares).toEqual(shares.toSorted((left, right) => left - right));
    expect(watched.stderr.endsWith('\r\x1b[K')).toBe(true);
    for (const unwatched of [run(['--quiet'], {}), run([], { CI: 'true' }), run([], { TERM: 'dumb' })]) {
      expect(unwatched.stderr).not.toContain('%');
      expect(JSON.parse(unwatched.stdout)).toEqual(JSON.parse(watched.stdout));
    }
  }, 60_000);

  it('are said to be unread where the thread fails on the way, and the scan is no success', async () => {
    const report = await scanWith(`
      const { parentPort } = require('node:worker_threads');
      const problem = { kind: 'note', path: 'large.apk', reason: 'begun' };
      const parcel = { events: [{ type: 'problem', problem }], hits: [], room: new ArrayBuffer(0) };
      parentPort.on('message', ({ type }) => {
        if (type === 'read') parentPort.postMessage({ type: 'parcel', parcel });
        if (type === 'begun') throw new Error('no memory left');
      });
    `);
    expect(report.coverage.problems).toContainEqual({
      kind: 'unreadable',
      path: expect.stringMatching(/large\.apk$/),
      reason: 'could not be read: no memory left',
    });
    expect(report.coverage.failed).toBe(true);
  }, 60_000);

  it('are not waited for where the scan ends before it looks at them', async () => {
    const { file } = await largeApp();
    const config = path.join(path.dirname(file), '.ajar.yml');
    writeFileSync(config, 'exclude: [');
    const ran = await runDist('cli', ['scan', file, '--config', config]);
    expect(ran.stderr).toContain('.ajar.yml:1: not valid YAML');
    expect(ran.code).toBe(2);
  }, 60_000);

  it('are read within memory where they hold nothing but anchors', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'ajar-large-')), 'full.apk');
    const zip = new JSZip();
    zip.file('assets/full.bin', Buffer.alloc(17 * MiB, 'AKIA'), { compression: 'DEFLATE' });
    writeFileSync(file, await zip.generateAsync({ type: 'nodebuffer' }));
    const ran = await runDist('cli', ['scan', file, '--json', '-', '--quiet']);
    const report: Report = JSON.parse(ran.stdout);
    expect(report.coverage.problems.filter(({ kind }) => kind === 'unreadable')).toEqual([]);
    expect(report.artifacts[0]?.coverage.read).toBe(1);
  }, 60_000);
});
