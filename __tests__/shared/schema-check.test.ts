import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPORT_JSON_SCHEMA } from '../../src/reports/schema.ts';
import { schemaProblem } from '../../src/shared/schema-check.ts';
import { makeReport } from '../helpers/report.ts';

const validate = new Ajv2020({ strict: false }).compile(REPORT_JSON_SCHEMA);

/** Paths of all members of a report, for one of them to be spoilt. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, member]) => pathsOf(member, [...path, name]))];
}

function spoilt(value: unknown, [name, ...rest]: readonly string[], change: (old: unknown) => unknown): unknown {
  if (name === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === name ? spoilt(item, rest, change) : item));
  const members = Object.entries(value as object).map(([key, item]) => [
    key,
    key === name ? spoilt(item, rest, change) : item,
  ]);
  return Object.fromEntries(members.filter(([, item]) => item !== undefined));
}

describe('schemaProblem', () => {
  it('accepts a report', () => {
    expect(schemaProblem(REPORT_JSON_SCHEMA, makeReport())).toBeUndefined();
  });

  it('refuses what ajv refuses, and nothing else, whatever is done to one member', () => {
    const paths = pathsOf(makeReport());
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 1 }), fc.boolean(), (path, other, remove) => {
        const value = spoilt(makeReport(), path, () => (remove ? undefined : other));
        expect(schemaProblem(REPORT_JSON_SCHEMA, value) === undefined, JSON.stringify([path, other])).toBe(
          validate(value),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('names the member', () => {
    expect(schemaProblem(REPORT_JSON_SCHEMA, { ...makeReport(), probes: 7 })).toBe('/probes must be of type array');
    expect(schemaProblem(REPORT_JSON_SCHEMA, null)).toBe('it must be of type object');
  });
});
