import { describe, expect, it } from 'vitest';
import { EMPTY_POLICY, parsePolicy } from '../../src/settings/policy.ts';

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
      ignore: [{ rule: 's3-public-read', backend: 's3:acme-website', reason: 'our website', expires: '2027-01-31' }],
      owned: ['s3:acme-*'],
      thirdParty: ['firebase-database:vendor-*'],
      public: [{ backend: 's3:acme-cdn', reason: 'public images' }],
      severity: { 'firestore-test-mode': 'critical' },
      probe: { forks: false, createRecord: true, useCredential: false },
      exclude: ['samples/**'],
    });
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
    ['ignore:\n  - reason: all of it\n', /at least one of rule, backend or path/],
    ['ignore:\n  - backend: s3:x\n    reason: r\n    expires: soon\n', /:4: .*must be a date such as 2027-01-31/],
    ['severity:\n  s3-public-read: urgent\n', /:2: .*must be one of critical, high/],
    ['owned: s3:acme\n', /owned: must be a list/],
    ['owned: [\n', /^\.ajar\.yml:\d+: /],
    ['version: 2\n', /version must be 1/],
    ['- a\n', /^\.ajar\.yml:1: /],
  ])('says where and what is wrong in %j', async (text, message) => {
    await expect(parse(text)).rejects.toThrow(message);
  });
});
