import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { scan } from '../src/scan.ts';

const log = { debug: () => {}, info: () => {}, warning: () => {} };

function repoWith(make: (file: string) => void) {
  const root = mkdtempSync(path.join(tmpdir(), 'ajar-scan-'));
  writeFileSync(path.join(root, 'a.txt'), 'x');
  make(path.join(root, '.ajar.yml'));
  const settings = { root, artifacts: [], artifactsWanted: false, repo: '.', probe: 'off', failOn: 'high' } as const;
  return scan(settings, { log, now: new Date('2026-01-01') });
}

describe('.ajar.yml of a hostile repository', () => {
  it('is not followed to an endless device', async () => {
    await expect(repoWith((file) => symlinkSync('/dev/zero', file))).rejects.toThrow(
      '.ajar.yml: must be a regular file',
    );
  });

  it('puts no line of another file into an error', async () => {
    const other = path.join(mkdtempSync(path.join(tmpdir(), 'ajar-other-')), 'netrc');
    writeFileSync(other, 'machine example.test password made-up-password');
    const failed = repoWith((file) => symlinkSync(other, file));
    await expect(failed).rejects.toThrow('must be a regular file');
    await expect(failed).rejects.not.toThrow('made-up-password');
  });

  it('is bounded', async () => {
    await expect(repoWith((file) => writeFileSync(file, '#'.repeat((1 << 20) + 1)))).rejects.toThrow('larger than');
  });

  it('is not needed', async () => {
    await expect(repoWith(() => {})).resolves.toMatchObject({ report: { findings: [] } });
  });
});

describe('a hostile app that names backends without end', () => {
  it('is reported up to a limit, and it is said where that is met', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'ajar-many-'));
    const hosts = Array.from({ length: 20_500 }, (_, index) => `https://acme-${index}.s3.amazonaws.com/`);
    writeFileSync(path.join(root, 'main.jsbundle'), hosts.map((host) => `a("${host}");`).join('\n'));
    const artifacts = ['main.jsbundle'];
    const settings = { root, artifacts, artifactsWanted: true, probe: 'off', failOn: 'high' } as const;
    const { report } = await scan(settings, { log, now: new Date('2026-01-01') });
    expect(report.backends).toHaveLength(20_000);
    expect(report.coverage.problems).toMatchObject([{ kind: 'limit', path: 'main.jsbundle' }]);
  });
});
