import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { jsonText } from '../../src/reports/json.ts';
import { mask, maskReport, maskText } from '../../src/reports/mask.ts';
import { makeBackend, makeFinding, makeReport } from '../helpers/report.ts';

const SECRET = `${'AKIA'}IOSFODNN7EX"MP/E+&=`;

describe('mask', () => {
  it('shows the first four, the last two and a short hash', () => {
    expect(mask('sk_demo_4711abcdef')).toMatch(/^sk_d…ef\([0-9a-f]{8}\)$/);
    expect(mask('sk_demo_4711abcdef')).toBe(mask('sk_demo_4711abcdef'));
    expect(mask('sk_demo_4711abcdeg')).not.toBe(mask('sk_demo_4711abcdef'));
  });

  it('shows nothing of a short one', () => {
    expect(mask('hunter2')).toBe('••••');
  });
});

/** A report that holds `text` wherever free text can stand. */
function reportWith(text: string): Report {
  return makeReport({
    backends: [makeBackend({ name: text, id: `s3:${text}`, details: { state: text, kind: text }, paths: [text] })],
    findings: [makeFinding({ message: text, title: text, remediation: text, docs: text })],
    probes: [
      {
        backend: text,
        probe: 's3-list',
        method: 'GET',
        host: text,
        path: text,
        status: 200,
        bytes: 1,
        ms: 1,
        outcome: 'open',
      },
    ],
    coverage: { complete: false, problems: [{ kind: 'malformed', path: text, entry: text, reason: text }] },
  });
}

describe('maskReport', () => {
  it.each([
    ['as it is', SECRET],
    ['percent-encoded', encodeURIComponent(SECRET)],
    ['percent-encoded in lower case', encodeURIComponent(SECRET).replace(/%../g, (hex) => hex.toLowerCase())],
    ['JSON-escaped', JSON.stringify(SECRET).slice(1, -1)],
    ['XML-escaped', SECRET.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
    ['in base64', Buffer.from(SECRET).toString('base64')],
  ])('finds it %s, inside other text', (_name, form) => {
    const text = jsonText(maskReport(reportWith(`https://a.example/?k=${form}&x=1`), [SECRET]));
    expect(JSON.parse(text).findings[0].message).not.toContain(form);
    expect(text).toContain(mask(SECRET));
  });

  it('finds it in base64 of a longer text, at any alignment', () => {
    for (const before of ['', 'a', 'ab', 'abc', 'user:']) {
      for (const encoding of ['base64', 'base64url'] as const) {
        const encoded = Buffer.from(`${before}${SECRET}tail`).toString(encoding);
        const masked = maskText(`Basic ${encoded}`, [SECRET]);
        const rest = masked.replace(mask(SECRET), '|').split(' ')[1] ?? '';
        expect(masked).toContain(mask(SECRET));
        // What is left decodes to nothing of the secret but its outermost bytes.
        for (const part of rest.split('|')) {
          expect(Buffer.from(part, encoding).toString('latin1')).not.toContain(SECRET.slice(2, -2).slice(0, 4));
        }
      }
    }
  });

  it('leaves no known secret in any text', () => {
    const secrets = fc.array(fc.string({ minLength: 10, maxLength: 60 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(secrets, fc.string(), fc.string(), (known, before, after) => {
        const text = known.map((secret) => `${before}${secret}${after}`).join('');
        const strings = stringsOf(maskReport(reportWith(text), known).findings[0]);
        for (const value of strings) for (const secret of known) expect(value).not.toContain(secret);
      }),
    );
  });

  it('takes the longer of two secrets first', () => {
    const short = 'abcdefghijkl';
    const long = `${short}mnop`;
    expect(maskText(`x ${long} y`, [short, long])).toBe(`x ${mask(long)} y`);
  });

  it('replaces a short secret wholly', () => {
    expect(maskText('password=hunter2;', ['hunter2'])).toBe('password=••••;');
  });

  it('does not let a “secret” change words of our own', () => {
    const report = makeReport();
    const masked = maskReport(report, ['critical', 'anyone', 'ajar-report/1', 's3-public-read', 'artifact', 'open']);
    expect(masked.findings.map(({ severity, rule, state }) => [severity, rule, state])).toEqual(
      report.findings.map(({ severity, rule, state }) => [severity, rule, state]),
    );
    expect(masked.schema).toBe('ajar-report/1');
    expect(masked.backends[0]?.access).toEqual(report.backends[0]?.access);
  });

  it('masks what stands in details whatever its name', () => {
    const masked = maskReport(reportWith(SECRET), [SECRET]);
    expect(masked.backends[0]?.details).toEqual({ state: mask(SECRET), kind: mask(SECRET) });
  });

  it('changes nothing without secrets, and nothing the second time', () => {
    expect(maskReport(makeReport(), [])).toEqual(makeReport());
    const once = maskReport(reportWith(SECRET), [SECRET]);
    expect(maskReport(once, [SECRET])).toEqual(once);
  });
});

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}
