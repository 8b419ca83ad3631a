import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { RULES as ALL_RULES } from '../../src/scan.ts';
import { EMPTY_POLICY, parsePolicy } from '../../src/settings/policy.ts';
import { policyJsonSchema } from '../../src/settings/policy-schema.ts';
import { UsageError } from '../../src/shared/errors.ts';

const RULES = ['s3-public-read', 's3-public-write', 'firestore-test-mode'];
const parse = (text: string) => parsePolicy(text, '.ajar.yml', RULES);

describe('.ajar.yml', () => {
  it('reads every key', async () => {
    const policy = await parse(`
version: 1
ignore:
  - rule: s3-public-read
    backend: s3:acme-website
    reason: our website
    expires: 2027-01-31
  - owner: third-party
    reason: their own
owned: ["s3:acme-*"]
third-party: ["firebase-database:vendor-*"]
public:
  - backend: s3:acme-cdn
    reason: public images
severity:
  firestore-test-mode: critical
probe:
  create-record: true
exclude: ["samples/**"]
`);
    expect(policy).toEqual({
      ignore: [
        { rule: 's3-public-read', backend: 's3:acme-website', reason: 'our website', expires: '2027-01-31' },
        { owner: 'third-party', reason: 'their own' },
      ],
      owned: ['s3:acme-*'],
      thirdParty: ['firebase-database:vendor-*'],
      public: [{ backend: 's3:acme-cdn', reason: 'public images' }],
      severity: { 'firestore-test-mode': 'critical' },
      probe: { createRecord: true, useCredential: false },
      exclude: ['samples/**'],
    });
  });

  it.each([
    ['an alias without its anchor', ': *U:'],
    [
      'aliases that multiply',
      `a: &a [${'x, '.repeat(20)}]\nb: &b [${'*a, '.repeat(20)}]\nowned: [${'*b, '.repeat(20)}]\n`,
    ],
  ])('refuses %s as it does other broken YAML', async (_what, text) => {
    await expect(parse(text)).rejects.toThrow(UsageError);
    await expect(parse(text)).rejects.toThrow('.ajar.yml: not valid YAML');
  });

  it('takes an empty file for an empty policy', async () => {
    expect(await parse('# nothing yet\n')).toEqual(EMPTY_POLICY);
  });

  it.each([
    ['ignores:\n  - rule: x\n', /^\.ajar\.yml:\d+: ignores: unknown key; did you mean “ignore”\?/],
    [
      'owned: []\nignore:\n  - rule: s3-publik-read\n    reason: r\n',
      /^\.ajar\.yml:3: .*no rule “s3-publik-read”; did you mean “s3-public-read”\?/,
    ],
    ['ignore:\n  - rule: s3-public-read\n', /reason is missing/],
    ['ignore:\n  - reason: all of it\n', /at least one of rule, backend, path or owner/],
    ['ignore:\n  - backend: s3:x\n    reason: r\n    expires: soon\n', /:4: .*must be a date such as 2027-01-31/],
    ['severity:\n  s3-public-read: urgent\n', /:2: .*must be one of critical, high/],
    ['ignore:\n  - owner: mine\n    reason: r\n', /:2: ignore.0.owner: must be one of yours, third-party, unknown/],
    ['owned: s3:acme\n', /owned: must be a list/],
    ['owned: [\n', /^\.ajar\.yml:\d+: /],
    ['version: 2\n', /version must be 1/],
    ['- a\n', /^\.ajar\.yml:1: /],
  ])('says where and what is wrong in %j', async (text, message) => {
    await expect(parse(text)).rejects.toThrow(message);
  });
});

describe('the schema for editors', () => {
  const validate = new Ajv2020({ strict: false }).compile(policyJsonSchema(RULES));
  const accepts = (value: unknown) =>
    parse(stringify(value)).then(
      () => true,
      () => false,
    );

  const rule = fc.constantFrom('s3-public-read', 's3-*', 'no-such-rule', 7);
  const text = fc.constantFrom('s3:acme', '', 7, null);
  const member = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
  /** Near what is valid: each member is mostly right, sometimes not, sometimes absent. */
  const policy = fc
    .record({
      version: member(fc.constantFrom(1, 1, 2)),
      ignore: member(
        fc.array(
          fc.record({
            rule: member(rule),
            backend: member(text),
            path: member(text),
            owner: member(fc.constantFrom('yours', 'mine')),
            reason: fc.constantFrom('why', 'why', '', 7, undefined),
            expires: member(fc.constantFrom('2027-01-31', '2027-13-01', 'soon', '2027-1-1')),
            other: fc.constantFrom(undefined, undefined, 1),
          }),
          { maxLength: 2 },
        ),
      ),
      owned: member(fc.oneof(fc.array(text, { maxLength: 2 }), fc.constant('s3:acme'))),
      'third-party': member(fc.array(text, { maxLength: 2 })),
      public: member(
        fc.array(fc.record({ backend: member(text), reason: fc.constantFrom('why', '') }), { maxLength: 1 }),
      ),
      severity: member(fc.dictionary(rule.map(String), fc.constantFrom('low', 'note', 'urgent'), { maxKeys: 2 })),
      probe: member(
        fc.record({ 'create-record': member(fc.constantFrom(true, 'yes')), other: fc.constantFrom(undefined, 1) }),
      ),
      exclude: member(fc.array(text, { maxLength: 1 })),
      ignores: fc.constantFrom(undefined, undefined, undefined, []),
    })
    .map((value) => JSON.parse(JSON.stringify(value)) as unknown);

  it('accepts what Ajar accepts, and nothing else', async () => {
    const seen = new Set<boolean>();
    await fc.assert(
      fc.asyncProperty(policy, async (value) => {
        const accepted = await accepts(value);
        seen.add(accepted);
        expect(validate(value), JSON.stringify(value)).toBe(accepted);
      }),
      { numRuns: 1000 },
    );
    expect(seen).toEqual(new Set([true, false]));
  });

  it('is the file in docs', () => {
    const file = readFileSync(new URL('../../docs/ajar.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(policyJsonSchema(ALL_RULES.map(({ id }) => id)))));
  });
});
