#!/usr/bin/env node
/**
 * Runs other scanners over the same cases, one file a case, and prints what each flags. No tool verifies anything.
 *
 *     node bench/recognition/peers.mjs LIB LINES.jsonl WORK [--missed FILE] tool=COMMAND...
 *
 * Tools: `gitleaks`, `betterleaks`, `kingfisher`, `trufflehog`, `titus`, `detect-secrets`, `secretlint` (paths of the
 * programs), `apkleaks` and `apkscan` (paths of their regexes.json and default.json, matched against each case), `nuclei` (the
 * same of nuclei.mjs). `--missed` writes the true cases that another tool flags and Ajar does not. A case counts as flagged if the tool reports anything in
 * it, whatever rule it names: recall = flagged among the true cases of the kinds that Ajar knows; false alarms = flagged
 * among their false cases and the false cases of `generic-api-key`. Foreign cases are other services' secrets, which the
 * tools may know, and are left out.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { judgementOf } from './judgements.mjs';
import { FALSE_ONLY, KINDS } from './kinds.mjs';
import { compileCases } from './reading.mjs';

/**
 * Its profiler (@secretlint/profiler 12.0.0) compares each of its marks with all marks before it, several for each rule and file, so
 * that one process takes quadratically long.
 */
const SECRETLINT_BATCH = 200;

const { values, positionals } = parseArgs({ options: { missed: { type: 'string' } }, allowPositionals: true });
const [lib, lines, work, ...tools] = positionals;
if (lib === undefined || lines === undefined || work === undefined)
  throw new Error('usage: peers.mjs LIB LINES WORK tool=COMMAND...');

const { credentials, kindsIn } = await compileCases(lib);
const cases = readFileSync(lines, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line))
  .filter(isScored)
  .map((one, index) => ({ ...one, index }));
const folder = join(work, 'cases');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { index, text } of cases) writeFileSync(join(folder, `${index}.txt`), text);

const RUNNERS = {
  gitleaks: (command) => {
    const out = join(work, 'gitleaks.json');
    run(command, ['dir', folder, '--no-banner', '--exit-code', '0', '-f', 'json', '-r', out]);
    return JSON.parse(readFileSync(out, 'utf8')).map(({ File }) => File);
  },
  betterleaks: (command) => {
    const out = join(work, 'betterleaks.json');
    run(command, ['auto', folder, '--no-banner', '--exit-code=0', '-o', out]);
    return JSON.parse(readFileSync(out, 'utf8')).findings.map(({ location }) => location.path);
  },
  kingfisher: (command) => {
    const out = join(work, 'kingfisher.json');
    const flags = ['--no-validate', '--no-dedup', '--git-history', 'none', '--format', 'json', '-o', out];
    run(command, ['scan', folder, ...flags]);
    return JSON.parse(readFileSync(out, 'utf8')).findings.map(({ finding }) => finding.path);
  },
  trufflehog: (command) =>
    run(command, [
      'filesystem',
      folder,
      '--no-verification',
      '--no-update',
      '--json',
      '--results=verified,unknown,unverified',
    ])
      .split('\n')
      .filter((line) => line.startsWith('{"SourceMetadata'))
      .map((line) => JSON.parse(line).SourceMetadata.Data.Filesystem.file),
  'detect-secrets': (command) =>
    Object.keys(JSON.parse(run(command, ['scan', '--all-files', '--no-verify', 'cases'], work)).results),
  secretlint: (command) => {
    const rules = join(work, 'secretlintrc.json');
    writeFileSync(rules, JSON.stringify({ rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] }));
    // To a file, since a pipe gets the first 128 KB alone; rules are looked for beside the program.
    const out = join(work, 'secretlint.json');
    const flags = ['--secretlintrc', rules, '--format', 'json', '--output', out];
    return batchesOf(cases, SECRETLINT_BATCH).flatMap((some) => {
      const files = some.map(({ index }) => join(folder, `${index}.txt`));
      run(command, [...flags, ...files], join(dirname(command), '../..'));
      return JSON.parse(readFileSync(out, 'utf8'))
        .filter(({ messages }) => messages.length > 0)
        .map(({ filePath }) => filePath);
    });
  },
  titus: (command) => {
    const out = run(command, ['scan', folder, '--format', 'json', '--output', ':memory:']);
    const blobs = new Set(JSON.parse(out).map(({ BlobID }) => BlobID));
    return cases.filter(({ text }) => blobs.has(blobId(text))).map(({ index }) => `${index}.txt`);
  },
  apkleaks: flaggedByPatterns,
  apkscan: flaggedByPatterns,
  nuclei: flaggedByPatterns,
};

const judged = new Map(cases.map((one) => [one.index, isJudged(one)]));
const ours = new Set(cases.filter(ajarFlags).map(({ index }) => index));
const flaggedBy = new Map();
report('Ajar', ours);
for (const tool of tools) {
  const [name = '', command = ''] = tool.split('=');
  const files = RUNNERS[name]?.(command);
  if (files === undefined) throw new Error(`no such tool: ${name}`);
  const flagged = new Set(files.map((file) => Number(/(\d+)\.txt$/.exec(file)?.[1])));
  flaggedBy.set(name, flagged);
  report(name, flagged);
}
if (values.missed !== undefined) writeFileSync(values.missed, missedLines());

/** A line for each true case that another tool flags and Ajar does not, with what it was judged to be. */
function missedLines() {
  return cases
    .filter(({ label, index }) => label && !ours.has(index))
    .map((one) => ({ ...one, judged: judged.get(one.index), by: toolsThatFlag(one.index) }))
    .filter(({ by }) => by.length > 0)
    .map((one) => `${JSON.stringify(one)}\n`)
    .join('');
}

function toolsThatFlag(index) {
  return [...flaggedBy].filter(([, flagged]) => flagged.has(index)).map(([name]) => name);
}

/** Titus names a file by its id in git. */
function blobId(text) {
  const bytes = Buffer.from(text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function flaggedByPatterns(path) {
  const patterns = Object.values(JSON.parse(readFileSync(path, 'utf8')))
    .flat()
    .map((one) => compiled(one.pattern ?? one))
    .filter((pattern) => pattern !== undefined);
  return cases.filter(({ text }) => patterns.some((pattern) => pattern.test(text))).map(({ index }) => `${index}.txt`);
}

function batchesOf(some, size) {
  return Array.from({ length: Math.ceil(some.length / size) }, (_, index) =>
    some.slice(index * size, (index + 1) * size),
  );
}

function isScored({ rule, label }) {
  return rule in KINDS || (FALSE_ONLY.has(rule) && !label);
}

/** Its label is set aside: wrong, a placeholder, or more is demanded; limits of ours are not. */
function isJudged(one) {
  const found = kindsIn(one.text);
  const kinds = KINDS[one.rule] ?? [];
  const hit = one.label && kinds.some((kind) => found.has(kind));
  const extra = [...found].filter((kind) => credentials.has(kind) && (!one.label || !kinds.includes(kind)));
  if (one.label ? hit : extra.length === 0) return false;
  const why = judgementOf({ ...one, kind: kinds[0], found: [...found], hit, extra });
  return why !== undefined && !why.startsWith('limit of ours');
}

function ajarFlags({ text }) {
  return [...kindsIn(text)].some((kind) => credentials.has(kind));
}

function report(name, flagged) {
  const suites = [...new Set(cases.map(({ suite }) => suite)), 'all'];
  for (const suite of suites) {
    const mine = cases.filter((one) => suite === 'all' || one.suite === suite);
    const row = [mine, mine.filter(({ index }) => !judged.get(index))].flatMap((some) => {
      const trues = some.filter(({ label }) => label);
      const falses = some.filter(({ label }) => !label);
      return [share(trues, flagged), share(falses, flagged)];
    });
    console.log(`| ${[name, suite, ...row].join(' | ')} |`);
  }
}

function share(some, flagged) {
  const count = some.filter(({ index }) => flagged.has(index)).length;
  return `${count}/${some.length}${some.length === 0 ? '' : ` ${((100 * count) / some.length).toFixed(1)} %`}`;
}

/** Inline flags of Python and Go are flags of the whole here; a pattern that JavaScript does not know is said. */
function compiled(pattern) {
  const inline = [...pattern.matchAll(/\(\?([ims]+)\)/g)].flatMap(([, flags]) => [...flags]);
  try {
    return new RegExp(pattern.replace(/\(\?-?[ims]+\)/g, ''), [...new Set(inline)].join(''));
  } catch {
    console.error(`pattern left out: ${pattern}`);
    return undefined;
  }
}

function run(command, args, cwd) {
  const { stdout, error } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 29 });
  if (error !== undefined) throw error;
  return stdout;
}
