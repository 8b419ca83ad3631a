import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merge, parseReport } from '../../src/join/merge.ts';
import type { Report } from '../../src/model.ts';

const place = fc.record({
  origin: fc.constantFrom('artifact' as const, 'repo' as const),
  path: fc.constantFrom('a.apk', 'b.tf', 'c.rules'),
  line: fc.integer({ min: 1, max: 3 }),
});
const access = fc.record({
  audience: fc.constantFrom('anyone' as const, 'any-account' as const),
  can: fc.uniqueArray(fc.constantFrom('read' as const, 'list' as const, 'delete' as const), { minLength: 1 }),
  evidence: fc.constantFrom('observed' as const, 'declared' as const),
});
const name = fc.constantFrom('acme', 'other');
const report: fc.Arbitrary<Report> = fc
  .record({
    schema: fc.constant('ajar-report/1' as const),
    tool: fc.record({ name: fc.constant('ajar'), version: fc.constantFrom('0.1.0', '0.2.0') }),
    artifacts: fc.constant([]),
    backends: fc.uniqueArray(
      name.chain((backend) =>
        fc
          .record({
            id: fc.constant(`s3:${backend}`),
            kind: fc.constant('s3'),
            name: fc.constant(backend),
            provider: fc.constant('aws' as const),
            owner: fc.constantFrom('yours' as const, 'unknown' as const, 'third-party' as const),
            ownerReason: fc.constantFrom('r1', 'r2'),
            shipped: fc.array(place, { maxLength: 2 }),
            mentioned: fc.array(place, { maxLength: 2 }),
            declared: fc.constant([]),
            observed: fc.constant([]),
            access: fc.array(access, { maxLength: 2 }),
            sensitivity: fc.constantFrom(['unknown' as const], ['health' as const], ['photos' as const]),
            paths: fc.array(fc.constantFrom('/a', '/b'), { maxLength: 2 }),
            details: fc.dictionary(fc.constantFrom('region', 'host'), fc.constantFrom('x', 'y')),
          })
          .chain((one) =>
            fc.constantFrom(one, { ...one, state: 'new' as const }, { ...one, state: 'unchanged' as const }),
          ),
      ),
      { selector: ({ id }) => id, maxLength: 2 },
    ),
    credentials: fc.constant([]),
    findings: fc.uniqueArray(
      fc.record({
        rule: fc.constant('s3-public-read'),
        severity: fc.constant('high' as const),
        securitySeverity: fc.constantFrom('8.0', '9.5'),
        title: fc.constant('t'),
        message: fc.constantFrom('m1', 'm2'),
        access: fc.array(access, { maxLength: 2 }),
        evidence: fc.constant('declared' as const),
        sensitivity: fc.constant(['unknown' as const]),
        places: fc.array(place, { maxLength: 3 }),
        fingerprint: fc.constantFrom('f1', 'f2'),
        state: fc.constantFrom('new' as const, 'unchanged' as const, 'fixed' as const),
        remediation: fc.constant(''),
        docs: fc.constant(''),
      }),
      { selector: ({ fingerprint }) => fingerprint, maxLength: 2 },
    ),
    probes: fc.constant([]),
    coverage: fc
      .record({ complete: fc.boolean(), problems: fc.constant([]) })
      .chain((coverage) => fc.constantFrom(coverage, { ...coverage, failed: true })),
  })
  .chain((one) =>
    fc.constantFrom(
      one,
      { ...one, comparison: { gone: ['s3:x'] } },
      { ...one, comparison: { gone: ['s3:y', 's3:x'] } },
    ),
  );

describe('merge', () => {
  it('does not care for order', () => {
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 4 }), (reports) => {
        expect(merge([...reports].reverse())).toEqual(merge(reports));
      }),
    );
  });

  it('is associative', () => {
    fc.assert(
      fc.property(report, report, report, (a, b, c) => {
        expect(merge([merge([a, b]), c])).toEqual(merge([a, b, c]));
        expect(merge([a, merge([b, c])])).toEqual(merge([a, b, c]));
      }),
    );
  });

  it('changes nothing when a report is merged twice', () => {
    fc.assert(
      fc.property(report, (one) => {
        expect(merge([one, one])).toEqual(merge([one]));
      }),
    );
  });

  it.each([[null], [{}], [{ schema: 'other/1' }], [{ schema: 'ajar-report/1', artifacts: [] }]])(
    'refuses %j',
    (value) => {
      expect(() => parseReport(value)).toThrow();
    },
  );
});
