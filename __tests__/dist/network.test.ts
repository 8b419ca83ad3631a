import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';

/**
 * The command line as users run it, in a network namespace that has not even a loopback device: off must not notice, and
 * read must find no way out. `unshare -rn` needs Linux and unprivileged user namespaces.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = path.join(ROOT, 'dist/cli/index.js');
const isPermitted = spawnSync('unshare', ['-rn', 'true']).status === 0;
const canTrace = isPermitted && spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

const folder = mkdtempSync(path.join(tmpdir(), 'ajar-namespace-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function scan(probe: string, prefix: readonly string[], ...flags: readonly string[]): Report {
  const json = path.join(folder, `${probe}${flags.join('')}.json`);
  const demo = [
    'scan',
    'examples/demo/app/acme-clinic.apk',
    '--repo',
    'examples/demo',
    '--fail-on',
    'never',
    '--quiet',
  ];
  const [command = '', ...rest] = [
    ...prefix,
    process.execPath,
    CLI,
    ...demo,
    '--probe',
    probe,
    '--json',
    json,
    ...flags,
  ];
  const ran = spawnSync(command, rest, { cwd: ROOT, encoding: 'utf8' });
  expect([ran.status, ran.stderr.includes('Error')]).toEqual([0, false]);
  return JSON.parse(readFileSync(json, 'utf8'));
}

const withoutTimes = ({ probes, coverage, ...rest }: Report) => ({
  ...rest,
  probes: probes.length,
  problems: coverage.problems.length,
});

describe.skipIf(!isPermitted)('without any network (missing here: unshare -rn)', () => {
  it('off finds what it finds with one, and asks nothing', () => {
    const alone = scan('off', ['unshare', '-rn']);
    expect(alone.findings.length).toBeGreaterThan(0);
    expect(withoutTimes(alone)).toEqual(withoutTimes(scan('off', [])));
    expect(alone.probes).toEqual([]);
  });

  it('a dry run plans the same requests', () => {
    const alone = scan('write', ['unshare', '-rn'], '--dry-run');
    expect(alone.probes.length).toBeGreaterThan(0);
    expect(new Set(alone.probes.map(({ outcome }) => outcome))).toEqual(new Set(['planned']));
  });

  it('read comes to nothing, and calls it undecided', () => {
    const alone = scan('read', ['unshare', '-rn']);
    expect(new Set(alone.probes.map(({ outcome }) => outcome))).toEqual(new Set(['undecided']));
  });
});

describe.skipIf(!canTrace)('seen by the kernel (missing here: strace)', () => {
  const traced = (probe: string, ...flags: readonly string[]) => {
    const file = path.join(folder, `${probe}.trace`);
    scan(probe, ['unshare', '-rn', 'strace', '-f', '-qq', '-e', 'trace=connect,sendto,sendmsg', '-o', file], ...flags);
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /AF_INET|sendto|sendmsg/.test(line) && !line.includes('AF_UNIX'));
  };

  it('off opens no connection and sends no datagram, nor does a dry run', () => {
    expect(traced('off')).toEqual([]);
    expect(traced('write', '--dry-run')).toEqual([]);
  });

  it('read would: the trace is not blind', () => {
    expect(traced('read').length).toBeGreaterThan(0);
  });
});
