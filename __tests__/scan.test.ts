import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { scan } from '../src/scan.ts';
import type { Settings } from '../src/settings/settings.ts';

const SILENT = { debug: () => {}, info: () => {}, warning: () => {} };
const DEPS = { log: SILENT, now: new Date('2026-11-22T12:00:00Z') };

async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'ajar-scan-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), content);
  }
  return root;
}

function settings(root: string, over: Partial<Settings>): Settings {
  return {
    root,
    artifacts: [],
    artifactsWanted: (over.artifacts ?? []).length > 0,
    probe: 'off',
    failOn: 'high',
    ...over,
  };
}

/** One stored entry with its local header alone, or with the directory behind it. APPNOTE 4.3.7, 4.3.12, 4.3.16. */
function zipOf(content: string, { flags, directory }: { flags: number; directory: boolean }): Buffer {
  const data = Buffer.from(content);
  const name = Buffer.from('a.txt');
  const checksum = crc32(flags === 0 ? data : Buffer.from('something else'));
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt32LE(checksum, 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(data.length, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, data]);
  if (!directory) return local;
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

const CONTENT = 'https://acme-prod-uploads.s3.amazonaws.com/';

describe('what could not be scanned is never called closed', () => {
  const cases = {
    'a text file': { bytes: 'hello\n', kind: 'malformed' },
    'a file without a byte': { bytes: '', kind: 'malformed' },
    'an archive that is cut off': { bytes: zipOf(CONTENT, { flags: 0, directory: false }), kind: 'truncated' },
    'an archive with a password': { bytes: zipOf(CONTENT, { flags: 1, directory: true }), kind: 'encrypted' },
  };
  for (const [name, { bytes, kind }] of Object.entries(cases)) {
    it(name, async () => {
      const root = await folderWith({ 'app.apk': bytes });
      const { report, failed } = await scan(settings(root, { artifacts: ['app.apk'] }), DEPS);
      expect(report.coverage.problems.map((problem) => problem.kind)).toEqual([kind]);
      expect(failed).toBe(true);
    });
  }

  it('but a whole archive is scanned', async () => {
    const root = await folderWith({ 'app.apk': zipOf(CONTENT, { flags: 0, directory: true }) });
    const { report, failed } = await scan(settings(root, { artifacts: ['app.apk'] }), DEPS);
    expect(report.backends.map(({ id }) => id)).toEqual(['s3:acme-prod-uploads']);
    expect(failed).toBe(false);
  });

  it('a repository without a file', async () => {
    const root = await folderWith({});
    const { report, failed } = await scan(settings(root, { repo: '.' }), DEPS);
    expect(report.coverage.problems).toMatchObject([{ kind: 'not-found', path: '.' }]);
    expect(failed).toBe(true);
  });

  it('a repository that is not there or is a file is a usage error that names it', async () => {
    const root = await folderWith({ 'file.txt': 'x' });
    await expect(scan(settings(root, { repo: 'nowhere' }), DEPS)).rejects.toThrow(
      'repository nowhere: cannot be read (there is no such file or folder)',
    );
    await expect(scan(settings(root, { repo: 'file.txt' }), DEPS)).rejects.toThrow('repository file.txt: it is a file');
  });

  it('a broken .ajar.yml is named with its line, once', async () => {
    const root = await folderWith({ '.ajar.yml': 'ignore: [\n' });
    await expect(scan(settings(root, { repo: '.' }), DEPS)).rejects.toThrow(/^\.ajar\.yml:2: not valid YAML: [^\n:]*$/);
  });
});
