import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { jsonText } from '../../src/reports/json.ts';
import { maskReport } from '../../src/reports/mask.ts';
import { REPORT_JSON_SCHEMA } from '../../src/reports/schema.ts';
import { hostileReport } from '../helpers/hostile-report.ts';
import { makeFinding, makeReport } from '../helpers/report.ts';

const validate = new Ajv2020({ strict: true }).compile(REPORT_JSON_SCHEMA);

describe('the schema of ajar-report/1', () => {
  it('is the file in docs', () => {
    const file = readFileSync(new URL('../../docs/ajar-report-1.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(REPORT_JSON_SCHEMA)));
  });

  it('accepts a report, and the same one masked', () => {
    expect(validate(JSON.parse(jsonText(makeReport()))), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(JSON.parse(jsonText(maskReport(makeReport(), ['acme-prod-uploads']))))).toBe(true);
  });

  it('accepts reports whatever texts an artifact puts into them', () => {
    fc.assert(fc.property(hostileReport(), (report) => validate(JSON.parse(jsonText(report)))));
  });

  it.each<[string, (report: Record<string, unknown>) => unknown]>([
    ['another schema', (report) => ({ ...report, schema: 'ajar-report/2' })],
    ['no findings', ({ findings: _, ...report }) => report],
    ['a severity nobody knows', (report) => ({ ...report, findings: [{ ...makeFinding(), severity: 'bad' }] })],
    ['a rule id with capitals', (report) => ({ ...report, findings: [{ ...makeFinding(), rule: 'S3-public' }] })],
    [
      'line 0',
      (report) => ({ ...report, findings: [{ ...makeFinding(), places: [{ origin: 'repo', path: 'a', line: 0 }] }] }),
    ],
    ['coverage as a word', (report) => ({ ...report, coverage: 'complete' })],
  ])('refuses %s', (_name, change) => {
    const report: Record<string, unknown> = { ...(makeReport() satisfies Report) };
    expect(validate(change(report))).toBe(false);
  });
});
