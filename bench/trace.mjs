/**
 * How often a shipped mention is led back to the right line of the source.
 *
 *     npx tsc -p tsconfig.build.json
 *     node bench/trace.mjs ARTIFACT=REPO …      # writes bench/results/trace.json
 *
 * The oracle is apart from Ajar's own search: a value is in the source if some tracked text file, that is neither
 * documentation nor a lock file, holds it as a plain substring of any case. A trace shows the value if the first repo
 * place of the report is a line that holds it; it is right, too, if that line is the member of google-services.json that
 * the shipped resource is made of (`google_app_id`, which names the project by its number alone). Third-party backends are left out: their source is elsewhere.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../lib/cli.js', import.meta.url));
const RESULT = fileURLToPath(new URL('results/trace.json', import.meta.url));
const NO_SOURCE =
  /\.(?:md|txt|rst|lock|apk|aab|ipa|png|jpe?g|jar|webp)$|(?:package-lock\.json|mkdocs\.yml)$|(?:^|\/)(?:build|\.git|node_modules|docs?|tests?)\//;

/** https://developers.google.com/android/guides/google-services-plugin */
const MADE_OF = { 'string/google_app_id': '"mobilesdk_app_id"', 'string/gcm_defaultSenderId': '"project_number"' };

const pairs = process.argv.slice(2).map((argument) => argument.split('='));
if (pairs.length === 0 || pairs.some(([artifact, repo]) => !artifact || !repo)) {
  console.error('usage: node bench/trace.mjs ARTIFACT=REPO …');
  process.exit(2);
}

const rows = pairs.map(([artifact, repo]) => measure(path.resolve(artifact), path.resolve(repo)));
const total = {
  app: 'all',
  ...sum(rows, 'mentions'),
  ...sum(rows, 'inSource'),
  ...sum(rows, 'shown'),
  ...sum(rows, 'right'),
};
console.log('| app | own shipped backends and keys | in the source | line shows the value | right line | share |');
for (const row of [...rows, total]) {
  const share = row.inSource === 0 ? '–' : (row.right / row.inSource).toFixed(2);
  console.log(`| ${row.app} | ${row.mentions} | ${row.inSource} | ${row.shown} | ${row.right} | ${share} |`);
}
for (const { app, missed } of rows) for (const one of missed) console.log(`missed in ${app}: ${one}`);
writeFileSync(RESULT, `${JSON.stringify({ rows, total }, undefined, 2)}\n`);

function measure(artifact, repo) {
  const report = scan(artifact, repo);
  const files = filesOf(repo).map((name) => ({
    name,
    text: readFileSync(path.join(repo, name), 'latin1').toLowerCase(),
  }));
  const subjects = [
    ...report.backends.map((one) => ({
      ...one,
      places: [...one.mentioned, ...one.shipped],
      value: one.name.split('/')[0],
    })),
    ...report.credentials.map((one) => ({ ...one, places: one.shipped, pattern: maskedPattern(one.masked) })),
  ].filter(({ owner, shipped, kind }) => {
    return owner !== 'third-party' && kind !== 'misplaced-file' && shipped.some(({ origin }) => origin === 'artifact');
  });
  const judged = subjects.map((subject) => {
    const holds = (text) =>
      subject.pattern === undefined ? text.includes(subject.value.toLowerCase()) : subject.pattern.test(text);
    const first = subject.places.find(({ origin }) => origin === 'repo');
    const line =
      first === undefined
        ? ''
        : (readFileSync(path.join(repo, first.path), 'latin1').split('\n')[(first.line ?? 0) - 1] ?? '');
    const made = subject.shipped.some(
      ({ locator }) => MADE_OF[locator] !== undefined && line.includes(MADE_OF[locator]),
    );
    return {
      id: subject.id,
      inSource: files.some(({ text }) => holds(text)),
      shown: holds(line.toLowerCase()),
      right: holds(line.toLowerCase()) || made,
    };
  });
  const known = judged.filter(({ inSource }) => inSource);
  return {
    app: path.basename(repo),
    mentions: judged.length,
    inSource: known.length,
    shown: known.filter(({ shown }) => shown).length,
    right: known.filter(({ right }) => right).length,
    missed: known.filter(({ right }) => !right).map(({ id }) => id),
    notInSource: judged.filter(({ inSource }) => !inSource).map(({ id }) => id),
  };
}

/** The report shows a key masked, first and last letters and a hash: these have to do for the oracle. */
function maskedPattern(masked) {
  const [, start, end] = /^(.{4})\W+(.{2})(?:\W|$)/.exec(masked.toLowerCase()) ?? [];
  const quoted = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  if (start === undefined) throw new Error(`unknown mask: ${masked}`);
  return new RegExp(`(?<![\\w-])${quoted(start)}[\\w+/=.-]{6,2000}${quoted(end)}(?![\\w-])`);
}

function scan(artifact, repo) {
  const json = path.join(mkdtempSync(path.join(tmpdir(), 'ajar-trace-')), 'report.json');
  try {
    execFileSync(process.execPath, [CLI, 'scan', artifact, '--repo', '.', '--json', json, '--quiet'], { cwd: repo });
  } catch (error) {
    // 1: findings at or above the threshold; 3: part could not be read. Both leave a report.
    if (error.status !== 1 && error.status !== 3) throw error;
  }
  return JSON.parse(readFileSync(json, 'utf8'));
}

function filesOf(repo) {
  return readdirSync(repo, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => !NO_SOURCE.test(name) && statSync(path.join(repo, name)).isFile());
}

function sum(rows, member) {
  return { [member]: rows.reduce((total, row) => total + row[member], 0) };
}
