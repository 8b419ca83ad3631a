import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareWithBaseline, type Seen } from '../../src/join/baseline.ts';
import { sarifText } from '../../src/reports/sarif.ts';
import { makeBackend, makeFinding, makeReport, RULES } from '../helpers/report.ts';

function fileWith(text: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'ajar-base-')), 'base');
  writeFileSync(file, text);
  return file;
}

const KNOWN = makeFinding({ fingerprint: 'known' });
const GONE = makeFinding({ fingerprint: 'gone', message: 'Anyone on the internet can read `old` (S3). Because.' });
const BASE = makeReport({
  findings: [KNOWN, GONE, makeFinding({ fingerprint: 'fixed before', state: 'fixed' })],
  backends: [makeBackend(), makeBackend({ id: 's3:old', name: 'old' })],
});
const SEEN: Seen = {
  findings: [KNOWN, makeFinding({ fingerprint: 'fresh' })],
  backends: [makeBackend(), makeBackend({ id: 's3:fresh', name: 'fresh' })],
};
const states = ({ findings }: Seen) => findings.map(({ fingerprint, state }) => `${fingerprint} ${state}`);

describe('compareWithBaseline', () => {
  it.each([
    ['a JSON report', JSON.stringify(BASE)],
    ['SARIF', sarifText(BASE, { category: 'app', rules: RULES, failed: false }) ?? ''],
  ])('reads findings and backends out of %s', async (_, text) => {
    const compared = await compareWithBaseline(SEEN, { file: fileWith(text) }, true);
    expect(states(compared)).toEqual(['known unchanged', 'fresh new', 'gone fixed']);
    expect(compared.backends.map(({ id, state }) => `${id} ${state}`)).toEqual([
      's3:acme-prod-uploads unchanged',
      's3:fresh new',
    ]);
    expect(compared.comparison).toEqual({ gone: ['s3:old'] });
    expect(compared.problems).toEqual([]);
  });

  it('calls nothing fixed or gone that was merely not seen', async () => {
    const compared = await compareWithBaseline(SEEN, { file: fileWith(JSON.stringify(BASE)) }, false);
    expect(states(compared)).toEqual(['known unchanged', 'fresh new']);
    expect(compared.comparison).toEqual({ gone: [] });
  });

  it('says nothing of backends where the base does not tell them', async () => {
    const sarif = JSON.parse(sarifText(BASE, { category: 'app', rules: RULES, failed: false }) ?? '');
    delete sarif.runs[0].properties;
    const compared = await compareWithBaseline(SEEN, { file: fileWith(JSON.stringify(sarif)) }, true);
    expect(compared.backends.map(({ state }) => state)).toEqual([undefined, undefined]);
    expect(states(compared)).toContain('gone fixed');
  });

  it.each([
    ['', 'it is not JSON'],
    ['[1]', 'not a JSON object'],
    ['{"schema":"other"}', 'neither an ajar-report/1 nor a SARIF file'],
  ])('takes the broken base %j for none, and says so', async (text, cause) => {
    const compared = await compareWithBaseline(SEEN, { file: fileWith(text) }, true);
    expect(compared.findings).toEqual(SEEN.findings);
    expect(compared.comparison).toBeUndefined();
    expect(compared.problems).toEqual([
      { kind: 'note', path: expect.any(String), reason: expect.stringContaining(`counts as new: ${cause}`) },
    ]);
  });

  it('says why there is none on a first run, and nothing where none was wanted', async () => {
    const first = await compareWithBaseline(SEEN, { missing: 'no report yet' }, true);
    expect(first.problems[0]?.reason).toContain('no report yet');
    expect((await compareWithBaseline(SEEN, {}, true)).problems).toEqual([]);
  });
});
