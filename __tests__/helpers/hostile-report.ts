import fc from 'fast-check';
import type { Report } from '../../src/model.ts';
import { makeBackend, makeCredential, makeFinding, makeReport } from './report.ts';

/** Text as an attacker would put it into an artifact: everything that some reader of our reports gives a meaning. */
const WEAPONS: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '" onload="alert(1)',
  "' onmouseover='alert(1)",
  '</title><svg onload=alert(1)>',
  '</style><script>',
  '-->',
  '<!-- ajar:app -->',
  ']]>',
  '</details>',
  '</code>',
  '`',
  '``` \n',
  '| a | b |',
  '\n\n# heading\n',
  '[click](https://evil.example/)',
  '![x](https://evil.example/p.png)',
  '[x]: https://evil.example/',
  '<https://evil.example/>',
  'https://evil.example/login',
  'www.evil.example',
  'a@evil.example',
  '@acme/everyone',
  '@octocat',
  '#1',
  'acme/app#12',
  'GH-12',
  ':rocket:',
  '$x^2$',
  '$$\\frac{1}{2}$$',
  '~~gone~~',
  '**bold** __bold__ *i* _i_',
  '\\',
  '&amp;&lt;&#60;script&#62;',
  '::error::pwned',
  '\n::set-output name=x::y',
  ' ::add-mask::a',
  '##[error]pwned',
  '##[set-env name=PATH]x',
  '%0A::error::x',
  '\u001b[31mred\u001b[0m',
  '\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  '\u009b31m',
  '\r\u001b[2K',
  '\u202eexe.kpa',
  '\u2066\u2069',
  'a\u200bb\u200d\ufeff',
  '\u{e0041}\u{e0042}',
  '\ufe0f\u{e0101}',
  '\u2028\u2029\u0085',
  '\0\u0007\b\u007f',
  '\ud800',
  '\udc00x',
  'javascript:alert(1)',
  'apk:x/../..//y',
  '../../etc/passwd',
  '{0} {{1}}',
  '$& $1 $` $$',
  '__proto__',
  'x'.repeat(5000),
];

export function hostileText(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(...WEAPONS),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ maxLength: 20 }),
  );
  return fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
}

/** A report in which every text that can come out of an artifact or the repository is hostile. */
export function hostileReport(): fc.Arbitrary<Report> {
  return fc.record({ a: hostileText(), b: hostileText(), c: hostileText(), d: hostileText() }).map(({ a, b, c, d }) => {
    const places = [
      { origin: 'artifact' as const, path: a, entry: b, locator: c },
      { origin: 'repo' as const, path: d, line: 3, column: 2 },
      { origin: 'repo' as const, path: b, line: 1 },
    ];
    const backend = makeBackend({
      id: `s3:${a}`,
      name: a,
      ownerReason: b,
      shipped: places,
      mentioned: places,
      declared: [{ path: c, line: 1, audience: 'anyone', can: ['read'], state: 'open', pattern: d, why: b }],
      observed: [{ probe: 's3-list', outcome: 'open', can: ['list'], status: 200, why: c }],
      details: { note: d },
      paths: [a],
    });
    return makeReport({
      artifacts: [
        {
          path: a,
          kind: 'apk',
          sha256: '00',
          size: 1,
          app: { platform: 'android', id: b, version: c },
          coverage: { entries: 2, read: 1, skipped: [{ entry: d, reason: a }] },
        },
      ],
      backends: [backend, { ...backend, id: `gcs:${b}`, kind: 'gcs', name: b }],
      credentials: [makeCredential({ subject: c, masked: d, why: a, shipped: places })],
      findings: [
        makeFinding({
          backend: `s3:${a}`,
          message: `Anyone can read \`${a}\` (S3). ${b}`,
          title: c,
          places,
          remediation: d,
        }),
        makeFinding({
          severity: 'low',
          backend: `s3:${d}`,
          message: d,
          title: d,
          access: [],
          places: [...places].reverse(),
          docs: a,
        }),
        makeFinding({ state: 'fixed', backend: `s3:${c}`, title: b, message: c, remediation: d }),
      ],
      probes: [
        {
          backend: a,
          probe: 's3-list',
          method: 'GET',
          host: b,
          path: c,
          status: 200,
          bytes: 1,
          ms: 1.5,
          outcome: 'open',
        },
      ],
      coverage: { complete: false, problems: [{ kind: 'malformed', path: a, entry: b, line: 1, reason: c }] },
    });
  });
}
