import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeZip } from '../helpers/zip.ts';
import { ROOT, runDist } from './run.ts';

/** Of a test; what Node itself would not keep is kept here all the same. */
const KEEPING = { NODE_DISABLE_COMPILE_CACHE: undefined };
const DEMO = path.join(ROOT, 'examples', 'demo');

async function scanned(env: NodeJS.ProcessEnv): Promise<unknown> {
  const ran = await runDist('cli', ['scan', DEMO, '--repo', DEMO, '--json', '-', '--quiet'], { env });
  expect(ran.stderr).toBe('');
  return JSON.parse(ran.stdout);
}

/** Every file below a folder. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

const freshFolder = () => mkdtempSync(path.join(tmpdir(), 'ajar-cache-'));

describe('the bundles', () => {
  it.each(['cli', 'action'])(
    'import nothing at their start, and hold in the thread no reader of a format: %s',
    (entry) => {
      const [index, reader] = ['index.js', 'reader.script.js'].map((file) =>
        readFileSync(path.join(ROOT, 'dist', entry, file), 'utf8'),
      );
      expect(index).not.toMatch(/^import\b/m);
      expect(index).not.toContain('createRequire(import.meta.url)("node:');
      expect(reader).toContain('read: undefined');
      expect(reader).not.toContain('dexRoom');
      expect(reader).not.toMatch(/lib\/formats\/(?:hermes\/code|android\/dex-walk\/walk|sqlite\/)/);
    },
  );
});

describe('what V8 compiled', () => {
  it('is kept once, and what is scanned with it gives the same report', async () => {
    const folder = freshFolder();
    const env = { ...KEEPING, XDG_CACHE_HOME: folder };
    const first = await scanned(env);
    const kept = filesIn(folder);
    expect(kept.length).toBeGreaterThan(1);
    const before = kept.map((file) => readFileSync(file));
    expect(await scanned(env)).toEqual(first);
    expect(filesIn(folder)).toEqual(kept);
    expect(kept.map((file) => readFileSync(file))).toEqual(before);
  }, 60_000);

  it('is kept anew where another scan needs more of it', async () => {
    const folder = freshFolder();
    const env = { ...KEEPING, XDG_CACHE_HOME: folder };
    const app = path.join(folder, 'app.apk');
    const texts = {
      'a.json': '{"bucket":"https://acme-shop.s3.amazonaws.com/"}',
      'a.env': 'URL=https://acme.firebaseio.com',
    };
    writeFileSync(
      app,
      makeZip(Object.entries(texts).map(([name, text]) => ({ name, data: Buffer.from(text), method: 8 }))),
    );
    const scan = () => runDist('cli', ['scan', app, '--json', '-', '--quiet'], { env });
    const size = () => filesIn(path.join(folder, 'ajar')).reduce((sum, file) => sum + readFileSync(file).length, 0);
    // Nothing but what it takes to say what the rules are.
    await runDist('cli', ['rules'], { env });
    const little = size();
    const first = await scan();
    const more = size();
    expect(more).toBeGreaterThan(1.1 * little);
    expect((await scan()).stdout).toBe(first.stdout);
    await runDist('cli', ['rules'], { env });
    expect(size()).toBe(more);
  }, 60_000);

  it('is kept by threads, too, that end at the same time', async () => {
    const folder = freshFolder();
    const env = { ...KEEPING, XDG_CACHE_HOME: folder };
    const names = ['one.apk', 'two.apk'].map((name) => path.join(folder, name));
    for (const file of names) {
      writeFileSync(file, makeZip([{ name: 'AndroidManifest.xml', data: Buffer.alloc(5 << 20, file), method: 0 }]));
    }
    const scan = () => runDist('cli', ['scan', ...names, '--jobs', '2', '--json', '-', '--quiet'], { env });
    const first = await scan();
    const kept = filesIn(path.join(folder, 'ajar'));
    // Of finding, of the program, and of the thread.
    expect(kept.length).toBe(3);
    expect(kept.filter((file) => !/^[0-9a-f]{32}$/.test(path.basename(file)))).toEqual([]);
    expect((await scan()).stdout).toBe(first.stdout);
    expect(JSON.parse(first.stdout).artifacts).toHaveLength(2);
  }, 60_000);

  it('is made anew where it is broken', async () => {
    const folder = freshFolder();
    const env = { ...KEEPING, XDG_CACHE_HOME: folder };
    const first = await scanned(env);
    const kept = filesIn(folder);
    for (const [index, file] of kept.entries()) {
      writeFileSync(file, index % 2 === 0 ? readFileSync(file).subarray(0, 1000) : Buffer.from('no code'));
    }
    expect(await scanned(env)).toEqual(first);
    expect(kept.every((file) => readFileSync(file).length > 1000)).toBe(true);
  }, 60_000);

  it('is not kept in CI, where Node is told to keep nothing, and where it cannot be', async () => {
    const folder = freshFolder();
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    const reports = [
      await scanned({ XDG_CACHE_HOME: folder }),
      await scanned({ ...KEEPING, XDG_CACHE_HOME: folder, CI: 'true' }),
      await scanned({ ...KEEPING, XDG_CACHE_HOME: file }),
      await scanned({ ...KEEPING, XDG_CACHE_HOME: undefined, HOME: '', USERPROFILE: undefined }),
    ];
    expect(new Set(reports.map((report) => JSON.stringify(report))).size).toBe(1);
    expect(existsSync(path.join(folder, 'ajar'))).toBe(false);
    expect(existsSync(path.join(ROOT, '.cache'))).toBe(false);
  }, 60_000);
});
