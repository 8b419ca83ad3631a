import { describe, expect, it } from 'vitest';
import type { Finding, Report } from '../../src/model.ts';
import { annotationsOf } from '../../src/reports/annotations.ts';
import { commentMarkdown, commentMarker, MAX_COMMENT } from '../../src/reports/comment.ts';
import type { MarkdownOptions } from '../../src/reports/markdown.ts';
import { MAX_SUMMARY_BYTES, summaryMarkdown } from '../../src/reports/summary.ts';
import { terminalText } from '../../src/reports/terminal.ts';
import {
  APK,
  makeBackend,
  makeCredential,
  makeFinding,
  makeReport,
  SOURCE,
  withoutBackend,
  withoutComparison,
} from '../helpers/report.ts';

const OPTIONS: MarkdownOptions = {
  failed: false,
  blob: 'https://github.com/acme/app/blob/0123456789012345678901234567890123456789',
  run: 'https://github.com/acme/app/actions/runs/1',
};

function textOf(report: Report, options: Partial<MarkdownOptions> = {}): string {
  return summaryMarkdown(report, { ...OPTIONS, ...options });
}

function headlineOf(report: Report, options: Partial<MarkdownOptions> = {}): string {
  return textOf(report, options).split('\n', 1)[0] ?? '';
}

const FIXED = makeFinding({ state: 'fixed' });
const PROBLEM = {
  kind: 'encrypted',
  path: 'a.ipa',
  entry: 'a.ipa!/Payload/A.app/A',
  reason: 'The binary is encrypted.',
} as const;

describe('the headline', () => {
  it('says what an outsider can do to the worst backend, with all its findings together', () => {
    expect(headlineOf(makeReport())).toBe(
      '## 🔴 Anyone on the internet can read and erase <code>acme-prod-uploads</code> &#40;S3&#41;',
    );
  });

  it('says what a key is where there is no backend', () => {
    const finding = withoutBackend({
      credential: 'aws-access-key:1a2b3c4d',
      access: [],
      severity: 'critical',
      message: 'The app ships an AWS access key. A long-term key of an IAM user.',
    });
    expect(headlineOf(makeReport({ findings: [finding] }))).toBe('## 🔴 The app ships an AWS access key');
  });

  it.each<[string, Partial<Report>, Partial<MarkdownOptions>, string]>([
    ['nothing is open', { findings: [] }, {}, '## ✅ Nothing stands open'],
    ['all was fixed', { findings: [FIXED] }, {}, '## ✅ All closed'],
    [
      'something could not be read',
      { findings: [], coverage: { complete: false, problems: [] } },
      {},
      '## ✅ Nothing stands open, as far as could be read',
    ],
    [
      'the scan failed',
      { findings: [FIXED], coverage: { complete: false, problems: [PROBLEM] } },
      { failed: true },
      '## ⚠️ Ajar could not scan everything, so nothing here is called closed',
    ],
  ])('where %s', (_name, report, options, headline) => {
    expect(headlineOf(makeReport(report), options)).toBe(headline);
  });
});

describe('the text', () => {
  it('tells new, known and closed findings apart', () => {
    const text = textOf(makeReport());
    expect(text).toContain('**4 findings**: 3 critical and 1 high · **2 new** · **1 closed**');
    expect(text.match(/<br>\*\*new\*\*/g)).toHaveLength(2);
    expect(text).toContain('<summary>✅ Closed: 1</summary>');
  });

  it('puts what is new before what is known and worse', () => {
    const known = makeFinding({ severity: 'critical', securitySeverity: '9.5', state: 'unchanged' });
    const fresh = makeFinding({
      backend: 'gcs:acme.appspot.com',
      severity: 'medium',
      securitySeverity: '5.5',
      fingerprint: 'f',
    });
    const report = makeReport({ findings: [known, fresh] });
    expect(headlineOf(report)).toBe(
      '## 🟡 Anyone on the internet can read <code>acme&#46;appspot&#46;com</code> &#40;Cloud Storage&#41;',
    );
    const text = textOf(report);
    expect(text.indexOf('🟡&nbsp;medium')).toBeLessThan(text.indexOf('🔴&nbsp;critical'));
    expect(headlineOf(withoutComparison(report))).toContain('## 🔴 Anyone on the internet can read <code>acme-prod');
  });

  it('says that nothing is new, and still what is open', () => {
    const report = makeReport({ findings: [makeFinding({ state: 'unchanged' })] });
    expect(headlineOf(report)).toMatch(
      /^## 🟠 Nothing new&#46; Known&#58; Anyone on the internet can read <code>acme-prod/,
    );
    expect(textOf(report)).toContain('**1 finding**: 1 high · none of them new');
  });

  it('names the backends that came and went', () => {
    const backends = [makeBackend({ state: 'new' }), makeBackend({ id: 's3:b', name: 'b', state: 'unchanged' })];
    const text = textOf(makeReport({ backends, comparison: { gone: ['s3:old'] } }));
    expect(text).toContain(
      '2 backends seen, 1 new (<code>s3&#58;acme-prod-uploads</code>), 1 gone (<code>s3&#58;old</code>).',
    );
  });

  it('calls nothing new where there was nothing to compare with', () => {
    expect(textOf(withoutComparison(makeReport()))).not.toContain('**new**');
    expect(textOf(withoutComparison(makeReport()))).not.toContain('2 new');
  });

  it('puts a backend’s findings under each other, the worst first, new before known', () => {
    const rows = textOf(makeReport())
      .split('\n')
      .filter((line) => /^\| (?:🔴|🟠)/.test(line));
    expect(rows.map((row) => /<code>([a-z0-9-]+)<\/code>\]\(https/.exec(row.split('<sub>')[1] ?? '')?.[1])).toEqual([
      's3-public-erase',
      's3-public-read',
      'firebase-database-open-read-sensitive',
      'aws-access-key',
    ]);
    expect(rows[1]?.split('|')[2]?.trim()).toBe('');
  });

  it('links a line of the repo at the scanned commit, and an entry of an artifact nowhere', () => {
    const text = textOf(makeReport());
    expect(text).toContain(`](${OPTIONS.blob}/app/src/main/res/values/config.xml#L12)`);
    expect(text).not.toContain(`${OPTIONS.blob}/app/build`);
  });

  it('folds inventory, coverage and requests away', () => {
    const text = textOf(makeReport());
    for (const summary of ['Also in the app', 'Coverage: complete', 'Requests: 1']) {
      expect(text).toMatch(new RegExp(`<details><summary>${summary}`));
    }
    expect(text.indexOf('| Severity |')).toBeLessThan(text.indexOf('<details>'));
  });

  it('says before anything is unfolded why a scan failed', () => {
    const text = textOf(makeReport({ findings: [], coverage: { complete: false, problems: [PROBLEM] } }), {
      failed: true,
    });
    expect(text.indexOf('The binary is encrypted')).toBeGreaterThan(0);
    expect(text.indexOf('The binary is encrypted')).toBeLessThan(text.indexOf('<details>'));
  });

  it('lists what is closed by the title alone where the baseline was SARIF', () => {
    const fixed = withoutBackend({ state: 'fixed', title: 'Anyone can read `old` (S3). Found in [x](1).' });
    expect(textOf(makeReport({ findings: [fixed] }))).toContain('- Anyone can read <code>old</code> &#40;S3&#41;\n');
  });
});

/** A report too large for any comment. */
function hugeReport(count: number): Report {
  const names = Array.from({ length: count }, (_, index) => `acme-bucket-with-a-rather-long-name-${index}`);
  return makeReport({
    backends: [
      ...names.map((name) => makeBackend({ id: `s3:${name}`, name })),
      ...names.map((name) => makeBackend({ id: `gcs:${name}`, kind: 'gcs', name })),
    ],
    credentials: names.map((name) => makeCredential({ id: `google-api-key:${name}`, subject: name })),
    findings: names.map((name, index) =>
      makeFinding({
        backend: `s3:${name}`,
        fingerprint: name,
        severity: index % 50 === 0 ? 'critical' : 'medium',
        message: `Anyone on the internet can read \`${name}\` (S3). ${'And so on. '.repeat(50)}`,
        remediation: 'Close it. '.repeat(80),
        places: [SOURCE, APK, { ...APK, entry: `${'deep/'.repeat(60)}x` }],
      }),
    ),
    coverage: {
      complete: false,
      problems: names.map((name) => ({ kind: 'malformed', path: name, reason: 'It is cut short. '.repeat(30) })),
    },
  });
}

describe('the comment', () => {
  const comment = (report: Report) => commentMarkdown(report, { ...OPTIONS, category: 'android' });

  it('starts with the marker of its category', () => {
    expect(comment(makeReport()).startsWith('<!-- ajar:android -->\n## ')).toBe(true);
    expect(commentMarker('ios')).toBe('<!-- ajar:ios -->');
  });

  it.each([30, 120, 400, 3000])('of %d findings stays within GitHub’s limit and says what it left out', (count) => {
    const text = comment(hugeReport(count));
    expect(text.length).toBeLessThanOrEqual(MAX_COMMENT);
    expect(text).toMatch(/and [\d,]+ more/);
    expect(text).toContain(`[full report](${OPTIONS.run})`);
    expect(text.match(/<details>/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0);
  });

  it('keeps the critical ones when it cuts', () => {
    const text = comment(hugeReport(400));
    expect(text).toMatch(/\| 🔴&nbsp;critical/);
    expect(text).toContain('**400 findings**: 8 critical and 392 medium');
  });
});

describe('the job summary', () => {
  it('stays within 1 MiB', () => {
    const text = summaryMarkdown(hugeReport(5000), OPTIONS);
    expect(Buffer.byteLength(text)).toBeLessThan(MAX_SUMMARY_BYTES);
    expect(text).toMatch(/and [\d,]+ more/);
  });
});

describe('annotations', () => {
  const severities: readonly Finding['severity'][] = ['critical', 'high', 'medium', 'low', 'note'];

  it('point at the line in the repo, else at the artifact', () => {
    const [first] = annotationsOf(makeReport({ findings: [makeFinding()] }));
    expect(first).toMatchObject({ level: 'error', file: 'app/src/main/res/values/config.xml', line: 12, column: 5 });
    const [second] = annotationsOf(makeReport({ findings: [makeFinding({ places: [APK] })] }));
    expect(second).toMatchObject({ file: APK.path });
    expect(second).not.toHaveProperty('line');
    expect(second?.message).toContain('app-release.apk!/resources.arsc · string/upload_bucket');
  });

  it('have a level by severity', () => {
    const levels = severities.map(
      (severity) => annotationsOf(makeReport({ findings: [makeFinding({ severity })] }))[0]?.level,
    );
    expect(levels).toEqual(['error', 'error', 'warning', 'notice', 'notice']);
  });

  it('leave one of the ten of a level to the run itself, and say how many there are more', () => {
    const findings = Array.from({ length: 40 }, (_, index) =>
      makeFinding({ severity: index < 30 ? 'high' : 'critical', fingerprint: String(index) }),
    );
    const annotations = annotationsOf(makeReport({ findings }));
    expect(annotations).toHaveLength(9);
    expect(annotations.slice(0, 8).every(({ title }) => title.startsWith('critical'))).toBe(true);
    expect(annotations.at(-1)?.message).toBe('32 more findings of this level: see the job summary.');
  });

  it('say nothing of what is fixed', () => {
    expect(annotationsOf(makeReport({ findings: [FIXED] }))).toEqual([]);
  });
});

describe('the terminal report', () => {
  it('reads like this', () => {
    const report = withoutComparison(makeReport({ findings: [makeFinding()], credentials: [], probes: [] }));
    expect(
      terminalText({ ...report, backends: report.backends.slice(0, 1) }, { failed: false, colour: false }),
    ).toMatchInlineSnapshot(`
      "Anyone on the internet can read acme-prod-uploads (S3)
        high      s3-public-read
                  Anyone on the internet can read acme-prod-uploads (S3). The bucket policy in infra/storage.tf allows it.
                  at app/src/main/res/values/config.xml:12
                  at app/build/outputs/apk/release/app-release.apk!/resources.arsc · string/upload_bucket
                  Close it: Turn on Block Public Access for the bucket and hand out files through short-lived signed URLs. (ajar explain s3-public-read)

      Coverage: complete
        app/build/outputs/apk/release/app-release.apk: 1201 of 1,204 entries read

      1 finding: 1 high (1 backend)
      "
    `);
  });

  it('says once what several findings of one backend have in common', () => {
    const places = [{ origin: 'repo' as const, path: 'storage.rules', line: 5 }];
    const findings = [
      makeFinding({ rule: 's3-public-erase', places, fingerprint: '1' }),
      makeFinding({ rule: 's3-public-write', places, fingerprint: '2' }),
    ];
    const text = terminalText(makeReport({ findings }), { failed: false, colour: false });
    expect(text.split('at storage.rules:5')).toHaveLength(2);
    expect(text.split('Close it: ')).toHaveLength(2);
    expect(text).toContain('at the same places');
    const markdown = summaryMarkdown(makeReport({ findings }), { failed: false });
    expect(markdown.split('Turn on Block Public Access')).toHaveLength(2);
  });

  it('tells keys of one project apart, and gaps before notes', () => {
    const report = makeReport({ findings: [] });
    const [key] = report.credentials;
    if (key === undefined) throw new Error('the sample report has no key');
    const credentials = ['AIza…aa', 'AIza…bb'].map((masked) => ({ ...key, id: masked, subject: 'acme-prod', masked }));
    const problems = [
      { kind: 'note' as const, path: 'a', reason: 'only worth knowing' },
      { kind: 'limit' as const, path: 'b', reason: 'not read' },
    ];
    const text = terminalText(
      { ...report, artifacts: [], credentials, coverage: { complete: false, problems } },
      { failed: false, colour: false },
    );
    expect(text).toContain('Also in the repository');
    expect(text).toContain('AIza…aa, ');
    expect(text).toContain('AIza…bb, ');
    expect(text.indexOf('not read')).toBeLessThan(text.indexOf('only worth knowing'));
  });

  it('tells once what several entries share, with the artifact and the line', () => {
    const shared = { kind: 'note' as const, path: 'out/app.apk', reason: 'compiled with R8' };
    const problems = [
      { ...shared, entry: 'app.apk!/classes.dex' },
      { ...shared, entry: 'app.apk!/classes2.dex' },
      { kind: 'malformed' as const, path: 'firebase.json', line: 5, reason: 'comma expected' },
    ];
    const report = { ...makeReport({ findings: [] }), coverage: { complete: false, problems } };
    const text = terminalText(report, { failed: false, colour: false });
    expect(text).toContain('firebase.json:5 (malformed): comma expected');
    expect(text).toContain('out/app.apk!/classes.dex (note): compiled with R8 (the same in 1 more)');
    expect(text).not.toContain('classes2.dex');
  });

  it('is never green when the scan failed', () => {
    const text = terminalText(makeReport({ findings: [] }), { failed: true, colour: false });
    expect(text).toContain('Not everything could be scanned, so nothing is called closed');
    expect(text).not.toContain('Nothing known to be open (');
  });
});
