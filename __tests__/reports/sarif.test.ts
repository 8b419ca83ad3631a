import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Finding, Report, Rule, Severity } from '../../src/model.ts';
import { type SarifOptions, sarifText } from '../../src/reports/sarif.ts';
import { hostileReport } from '../helpers/hostile-report.ts';
import { APK, makeBackend, makeFinding, makeReport, makeRule, RULES, SOURCE } from '../helpers/report.ts';

/**
 * What GitHub demands of a SARIF file, row by row, because neither the schema nor Microsoft's validator knows it.
 * https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support
 */

const schemaFile = new URL('./fixtures/sarif-2.1.0.json', import.meta.url);
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

const OPTIONS: SarifOptions = { category: 'android', rules: RULES, failed: false };

function logOf(report: Report, options: Partial<SarifOptions> = {}): Log {
  return JSON.parse(sarifText(report, { ...OPTIONS, ...options }) ?? 'null');
}

function runOf(report: Report, options: Partial<SarifOptions> = {}): Run {
  const [run] = logOf(report, options).runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

function resultOf(finding: Partial<Finding>): Result {
  const [result] = runOf(makeReport({ findings: [makeFinding(finding)] })).results ?? [];
  if (result === undefined) throw new Error('no result');
  return result;
}

function rulesOf(run: Run) {
  return run.tool.driver.rules ?? [];
}

describe('SARIF 2.1.0', () => {
  it('is valid', () => {
    expect(validate(logOf(makeReport())), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(logOf(makeReport({ findings: [] }))), JSON.stringify(validate.errors)).toBe(true);
  });

  it('is valid whatever stands in an artifact', () => {
    fc.assert(
      fc.property(hostileReport(), (report) => {
        expect(validate(logOf(report)), JSON.stringify(validate.errors)).toBe(true);
      }),
    );
  });
});

describe('what GitHub requires (1.2)', () => {
  const run = runOf(makeReport());

  it('names schema and version', () => {
    const log = logOf(makeReport());
    expect(log.version).toBe('2.1.0');
    expect(log.$schema).toMatch(/sarif-2\.1\.0\.json$/);
    expect(log.runs).toHaveLength(1);
  });

  it('names the tool and its version', () => {
    expect(run.tool.driver.name).toBe('Ajar');
    expect(run.tool.driver.semanticVersion).toBe('0.1.0');
  });

  it('has a results array even without findings, and rules even then', () => {
    const empty = runOf(makeReport({ findings: [] }));
    expect(empty.results).toEqual([]);
    expect(rulesOf(empty).length).toBe(RULES.length);
  });

  it.each(rulesOf(run).map((rule) => [rule.id, rule] as const))('describes rule %s wholly', (id, rule) => {
    expect(rule.shortDescription?.text).toBeTruthy();
    expect(rule.fullDescription?.text).toBeTruthy();
    expect(rule.help?.text).toBeTruthy();
    expect(rule.help?.markdown).toContain('### How to close it');
    expect(rule.helpUri).toMatch(/^https:\/\//);
    expect(rule.name).not.toBe(id);
    expect(['note', 'warning', 'error']).toContain(rule.defaultConfiguration?.level);
    expect(['very-high', 'high', 'medium', 'low']).toContain(rule.properties?.precision);
  });

  it('points every result at its rule by id and index', () => {
    for (const result of run.results ?? []) expect(rulesOf(run)[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
  });

  it('makes the first sentence of a message stand alone', () => {
    const { message } = resultOf({});
    expect(message.text).toMatch(/^Anyone on the internet can read `acme-prod-uploads` \(S3\)\. /);
  });

  it('gives every result exactly one location with a region', () => {
    for (const result of run.results ?? []) {
      expect(result.locations).toHaveLength(1);
      const region = result.locations?.[0]?.physicalLocation?.region;
      expect(
        [region?.startLine, region?.startColumn, region?.endLine, region?.endColumn].every((n) => (n ?? 0) >= 1),
      ).toBe(true);
    }
  });

  it('takes the best place first: the repo line', () => {
    expect(resultOf({ places: [SOURCE, APK] }).locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'app/src/main/res/values/config.xml' },
      region: { startLine: 12, startColumn: 5, endLine: 12, endColumn: 6 },
    });
  });

  it('points at line 1 of the artifact where no repo line is known', () => {
    expect(resultOf({ places: [APK] }).locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'app/build/outputs/apk/release/app-release.apk' },
      region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
    });
  });

  it('gives a location even to a finding without a place', () => {
    expect(resultOf({ places: [] }).locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('unknown');
  });

  it('links every related location from the message', () => {
    for (const places of [[SOURCE, APK], [APK], [SOURCE, APK, { ...SOURCE, line: 40 }]]) {
      const result = resultOf({ places });
      const ids = (result.relatedLocations ?? []).map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(0);
      for (const id of ids) expect(result.message.text).toContain(`](${id})`);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('says which entry of the artifact it was', () => {
    const result = resultOf({ places: [APK] });
    expect(result.relatedLocations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(
      'app/build/outputs/apk/release/app-release.apk!/resources.arsc',
    );
    expect(result.message.text).toContain('string/upload_bucket](1)');
  });

  it('makes no link of brackets in an artifact’s text', () => {
    const result = resultOf({ message: 'Anyone can read [here](https://evil.example). x', places: [SOURCE] });
    expect(result.message.text).toContain('\\[here\\](https');
  });

  it('shows the evidence as one chain of inline steps: shipped, named, declared, observed', () => {
    const steps = resultOf({ access: [{ audience: 'anyone', can: ['read'], evidence: 'declared' }] }).codeFlows?.[0]
      ?.threadFlows[0]?.locations;
    expect(steps?.map(({ location }) => location?.message?.text?.split(' ', 2).join(' '))).toEqual([
      'The app',
      'The repository',
      'Anyone on',
      'Probe s3-list',
    ]);
    for (const step of steps ?? []) {
      expect(step.index).toBeUndefined();
      expect(step.location?.physicalLocation?.artifactLocation?.uri).toBeTruthy();
    }
  });

  it('leaves fixed findings out, so that GitHub closes their alerts', () => {
    expect((run.results ?? []).map(({ ruleId }) => ruleId)).not.toContain('gcs-any-account-create');
    expect(run.results).toHaveLength(4);
  });

  it('uses nothing that GitHub ignores or mistakes: no suppressions, baseline states or logical locations', () => {
    const text = JSON.stringify(run);
    for (const word of ['suppressions', 'baselineState', 'logicalLocations', 'taxa'])
      expect(text).not.toContain(`"${word}"`);
  });
});

describe('security-severity', () => {
  const severities: readonly [Severity, number, number, string][] = [
    ['critical', 9.01, 10, 'error'],
    ['high', 7, 8.9, 'error'],
    ['medium', 4, 6.9, 'warning'],
    ['low', 0.1, 3.9, 'note'],
    ['note', 0.1, 3.9, 'note'],
  ];

  it.each(severities)('%s lies between %d and %d, level %s', (severity, least, most, level) => {
    const run = runOf(makeReport({ findings: [makeFinding({ severity })] }), { rules: [makeRule({ severity })] });
    const value = rulesOf(run)[0]?.properties?.['security-severity'];
    expect(typeof value).toBe('string');
    expect(Number(value)).toBeGreaterThanOrEqual(least);
    expect(Number(value)).toBeLessThanOrEqual(most);
    expect(run.results?.[0]?.level).toBe(level);
  });

  it('is that of the worst finding of the rule where a policy moved them', () => {
    const findings = [makeFinding({ severity: 'low' }), makeFinding({ severity: 'medium' })];
    expect(rulesOf(runOf(makeReport({ findings })))[0]?.properties?.['security-severity']).toBe('5.5');
  });
});

describe('limits (1.1)', () => {
  const many = (count: number, change: (index: number) => Partial<Finding>) =>
    Array.from({ length: count }, (_, index) => makeFinding({ fingerprint: String(index), ...change(index) }));

  it('keeps 5,000 results, the worst, and says how many it left out', () => {
    const findings = many(5100, (index) => ({ severity: index < 200 ? 'low' : index < 5050 ? 'high' : 'critical' }));
    const run = runOf(makeReport({ findings, backends: [] }));
    expect(run.results).toHaveLength(5000);
    expect(run.results?.filter(({ level }) => level === 'note')).toHaveLength(100);
    expect(run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toMatch(/^100 findings left out/);
  });

  it('stays below 10 MB of gzip', () => {
    const block = (seed: string) => createHash('sha512').update(seed).digest('base64');
    // Hashes do not compress.
    const noise = (index: number) => Array.from({ length: 45 }, (_, part) => block(`${index} ${part}`)).join('');
    const findings = many(4000, (index) => ({ message: noise(index) }));
    const text = sarifText(makeReport({ findings, backends: [] }), OPTIONS) ?? '';
    expect(gzipSync(text).byteLength).toBeLessThan(10_000_000);
    const run: Run = JSON.parse(gunzipSync(gzipSync(text)).toString()).runs[0];
    expect(run.results?.length).toBeLessThan(4000);
    expect(run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toMatch(/left out/);
  });

  it('keeps to 10 tags, 255 characters of name, 1,024 of each description', () => {
    const rule: Rule = makeRule({
      id: Array.from({ length: 80 }, () => 'word').join('-'),
      title: 'long '.repeat(400),
      meaning: 'long '.repeat(400),
      cwe: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    });
    const [told] = rulesOf(runOf(makeReport({ findings: [] }), { rules: [rule] }));
    expect(told?.properties?.tags).toHaveLength(10);
    expect(told?.name?.length).toBeLessThanOrEqual(255);
    expect(told?.shortDescription?.text.length).toBeLessThanOrEqual(1024);
    expect(told?.fullDescription?.text.length).toBeLessThanOrEqual(1024);
  });

  it('tags as GitHub and CodeQL write tags', () => {
    expect(rulesOf(runOf(makeReport()))[0]?.properties?.tags).toEqual([
      'security',
      'external/cwe/cwe-732',
      'external/cwe/cwe-200',
      'external/cwe/cwe-079',
      'owasp-mobile-m8',
      'owasp-mobile-m3',
      'masvs-storage',
      'masvs-auth',
    ]);
  });

  it('keeps steps and related locations few, and says that there are more', () => {
    const shipped = Array.from({ length: 200 }, (_, index) => ({ ...APK, offset: index }));
    const report = makeReport({
      backends: [makeBackend({ shipped })],
      findings: [makeFinding({ places: [SOURCE, ...shipped] })],
    });
    const [result] = runOf(report).results ?? [];
    const steps = result?.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
    expect(steps).toHaveLength(40);
    expect(steps.at(-1)?.location?.message?.text).toMatch(/^\d+ more steps/);
    expect(result?.relatedLocations).toHaveLength(10);
    expect(result?.message.text).toContain('and 190 more places');
  });
});

describe('fingerprints (1.3)', () => {
  it('are the finding’s own, under the only key that GitHub reads', () => {
    expect(resultOf({ fingerprint: 'abc123' }).partialFingerprints).toEqual({ primaryLocationLineHash: 'abc123' });
  });

  it('do not depend on bytes, offsets or the place in the artifact', () => {
    const here = resultOf({ places: [APK] });
    const there = resultOf({ places: [{ ...APK, offset: 99, entry: 'app-release.apk!/classes2.dex' }] });
    expect(there.partialFingerprints).toEqual(here.partialFingerprints);
    expect(there.locations).toEqual(here.locations);
  });
});

describe('category (1.4)', () => {
  it('stands before the last slash of automationDetails.id', () => {
    expect(runOf(makeReport()).automationDetails).toEqual({ id: 'ajar/android/' });
  });
});

describe('URIs (1.5)', () => {
  it('are relative to the repo, percent-encoded, without a scheme, in every place', () => {
    fc.assert(
      fc.property(hostileReport(), (report) => {
        const uris = [...JSON.stringify(logOf(report)).matchAll(/"artifactLocation":\{"uri":"([^"]*)"/g)].map(
          ([, uri]) => uri,
        );
        expect(uris.length).toBeGreaterThan(2);
        for (const uri of uris) expect(uri).toMatch(/^[A-Za-z0-9._~!%-][A-Za-z0-9._~!%/-]*$/);
      }),
    );
  });
});

describe('coverage', () => {
  it('writes no SARIF when it failed, because GitHub would close what was not seen', () => {
    expect(sarifText(makeReport(), { ...OPTIONS, failed: true })).toBeUndefined();
  });

  it('tells problems that hide little as notifications', () => {
    const report = makeReport({
      coverage: {
        complete: false,
        problems: [{ kind: 'malformed', path: 'a.apk', entry: 'a.apk!/x.dex', reason: 'cut short' }],
      },
    });
    const [invocation] = runOf(report).invocations ?? [];
    expect(invocation?.executionSuccessful).toBe(true);
    expect(invocation?.toolExecutionNotifications).toEqual([
      { level: 'warning', message: { text: 'a.apk!/x.dex: cut short' } },
    ]);
  });
});

describe('a report of another version', () => {
  it('gets a rule for each finding whose rule is unknown', () => {
    const run = runOf(makeReport({ findings: [makeFinding({ rule: 'later-rule' })] }));
    const [result] = run.results ?? [];
    expect(rulesOf(run)[result?.ruleIndex ?? -1]?.id).toBe('later-rule');
  });
});
