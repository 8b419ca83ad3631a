import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { type Ran, ROOT, runDist } from './run.ts';

const DEMO = ['scan', 'examples/demo', '--repo', 'examples/demo'];
const temp = () => mkdtempSync(path.join(tmpdir(), 'ajar-test-'));

async function scanDemo(): Promise<{ report: Report; ran: Ran }> {
  const ran = await runDist('cli', [...DEMO, '--json', '-']);
  return { report: JSON.parse(ran.stdout), ran };
}

describe('the README’s first command', () => {
  it('finds what the demo leaves open, on all three clouds', async () => {
    const { report, ran } = await scanDemo();
    expect(ran.code).toBe(1);
    expect(report.coverage.complete).toBe(true);
    const providers = new Set(report.backends.map(({ provider }) => provider));
    for (const provider of ['aws', 'google', 'azure', 'supabase'] as const) expect(providers).toContain(provider);
  });

  it('joins what ships with what the repository declares', async () => {
    const { report } = await scanDemo();
    const database = report.backends.find(({ id }) => id === 'firebase-database:acme-clinic-default-rtdb');
    expect(database?.shipped.length).toBeGreaterThan(0);
    expect(database?.declared.some(({ state }) => state === 'open')).toBe(true);
    const uploads = report.backends.find(({ id }) => id === 's3:acme-clinic-uploads');
    expect(uploads?.shipped[0]?.entry).toBe('acme-clinic.apk!/classes.dex');
    expect(
      uploads?.declared.some(({ state, path: file }) => state === 'open' && file === 'examples/demo/infra/main.tf'),
    ).toBe(true);
  });

  it('has findings at every severity', async () => {
    const { report } = await scanDemo();
    const severities = new Set(report.findings.map(({ severity }) => severity));
    expect([...severities].sort()).toEqual(['critical', 'high', 'low', 'medium']);
  });

  it('keeps quiet about what is public by design, and about what is closed', async () => {
    const { report } = await scanDemo();
    const quiet = report.credentials.filter(({ grade }) => grade === 'public').map(({ id }) => id);
    expect(quiet.some((id) => id.startsWith('google-api-key:'))).toBe(true);
    expect(report.findings.filter(({ credential }) => credential !== undefined && quiet.includes(credential))).toEqual(
      [],
    );
    expect(report.findings.filter(({ backend }) => backend === 's3:acme-clinic-brochures')).toEqual([]);
  });

  it('shows no secret', async () => {
    const shipped =
      readFileSync(path.join(ROOT, 'examples/demo/source/ios/main.c'), 'utf8').match(
        /eyJ[\w.-]{40,}|sig=[\w%]{20,}/g,
      ) ?? [];
    expect(shipped.length).toBeGreaterThan(2);
    const folder = temp();
    const files = ['json', 'sarif', 'html', 'markdown'].map((name) => ({
      name,
      file: path.join(folder, `report.${name}`),
    }));
    const ran = await runDist('cli', [...DEMO, ...files.flatMap(({ name, file }) => [`--${name}`, file])]);
    const outputs = [ran.stdout, ran.stderr, ...files.map(({ file }) => readFileSync(file, 'utf8'))];
    for (const secret of shipped) {
      for (const output of outputs) expect(output).not.toContain(secret.replace('sig=', ''));
    }
  });
});

describe('exit codes and errors', () => {
  it.each<[string, string[], number, RegExp]>([
    ['no command', [], 0, /ajar scan/],
    ['an unknown command', ['scna'], 2, /no command “scna”; did you mean “scan”\?/],
    ['an unknown option', ['scan', 'x', '--fial-on', 'high'], 2, /no option --fial-on; did you mean “fail-on”\?/],
    [
      'a wrong value',
      ['scan', 'x', '--fail-on', 'hihg'],
      2,
      /--fail-on takes critical, high, medium, low, never; it is “hihg”/,
    ],
    ['nothing to scan', ['scan'], 2, /nothing to scan/],
    ['a file that is not there', ['scan', 'no-such.apk'], 3, /no-such\.apk/],
    ['an unknown rule', ['explain', 's3-publik-read'], 2, /no rule “s3-publik-read”; did you mean “s3-public-read”\?/],
    ['a known rule', ['explain', 's3-public-read'], 0, /How to close it/],
    ['the version', ['--version'], 0, /^\d+\.\d+\.\d+\n$/],
    ['a demo below its threshold', [...DEMO, '--fail-on', 'never', '--quiet'], 0, /^$/],
    ['a config that is not there', [...DEMO, '--config', 'no.yml'], 2, /no\.yml: cannot be read/],
    [
      'an output that cannot be written',
      [...DEMO, '--json', 'no/such/folder/x.json'],
      2,
      /no\/such\/folder\/x\.json: cannot be written/,
    ],
    ['a report that is none', ['merge', 'package.json'], 2, /package\.json: not a report/],
  ])('%s', async (_what, args, code, output) => {
    const ran = await runDist('cli', args);
    expect(ran.stdout + ran.stderr).toMatch(output);
    expect(ran.code).toBe(code);
  });

  it('scans the rest where one archive is broken, and is not green', async () => {
    const folder = temp();
    const apk = readFileSync(path.join(ROOT, 'examples/demo/app/acme-clinic.apk'));
    writeFileSync(path.join(folder, 'good.apk'), apk);
    writeFileSync(path.join(folder, 'broken.apk'), 'this is no archive');
    const ran = await runDist('cli', ['scan', 'good.apk', 'broken.apk', '--json', '-'], { cwd: folder });
    const report: Report = JSON.parse(ran.stdout);
    expect(ran.code).toBe(3);
    expect(report.backends.map(({ id }) => id)).toContain('s3:acme-clinic-uploads');
    expect(report.coverage.problems.map(({ path: file }) => file)).toContain('broken.apk');
  });

  it('merges reports into what one scan of both says', async () => {
    const folder = temp();
    const one = async (name: string) => {
      const file = path.join(folder, `${name}.json`);
      await runDist('cli', ['scan', `examples/demo/app/${name}`, '--json', file, '--quiet']);
      return file;
    };
    const files = [await one('acme-clinic.apk'), await one('AcmeClinic.ipa')];
    const merged = await runDist('cli', ['merge', ...files, '--json', '-']);
    const together = await runDist('cli', ['scan', 'examples/demo/app', '--json', '-']);
    const ids = (text: string) => (JSON.parse(text) as Report).findings.map(({ fingerprint }) => fingerprint).sort();
    expect(ids(merged.stdout)).toEqual(ids(together.stdout));
    expect(merged.code).toBe(together.code);
  });

  it('says the same with two artifacts at once', async () => {
    const [one, two] = await Promise.all(
      [[], ['--jobs', '2']].map((jobs) => runDist('cli', [...DEMO, ...jobs, '--json', '-'])),
    );
    expect(JSON.parse(two?.stdout ?? '')).toEqual(JSON.parse(one?.stdout ?? ''));
  });

  it('streams one report a line and artifact', async () => {
    const ran = await runDist('cli', ['scan', 'examples/demo', '--jsonl']);
    const reports = ran.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Report);
    expect(reports.map(({ artifacts }) => artifacts[0]?.kind).sort()).toEqual(['apk', 'ipa']);
  });
});
