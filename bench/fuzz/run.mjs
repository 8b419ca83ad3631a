// Coverage-guided fuzzing of every reader with Jazzer.js:
//   node bench/fuzz/run.mjs WORK [--runs 1000000] [--slice 300] [--seconds N] [--timeout 10] [--only dex,terraform] [--seeds DIR]
//                                [--jazzer DIR] [--launcher 'LD ARGS'] [--table]
// Goes round the targets, a slice of seconds each, until every one has its executions or --seconds are over. WORK keeps corpus, logs
// and counts (results.json), so that a further run goes on where the last one stopped; --table only prints them. --seeds names a
// folder with further real files. Without --jazzer the fuzzer is installed into WORK (npm). Its addon needs glibc 2.38; on an older system
// --launcher names a newer loader. The timeout of one input is by the clock: give more on a loaded machine. Exits 1 if a target
// broke; such a target is left out until its case is taken out of WORK/crashes.
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { constants, deflateRawSync, gunzipSync } from 'node:zlib';
import JSZip from 'jszip';
import { build } from './build.mjs';
import { written } from './written.mjs';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '1000000' },
    slice: { type: 'string', default: '300' },
    seconds: { type: 'string', default: 'Infinity' },
    timeout: { type: 'string', default: '10' },
    only: { type: 'string' },
    seeds: { type: 'string' },
    table: { type: 'boolean', default: false },
    jazzer: { type: 'string' },
    launcher: { type: 'string' },
  },
});
const work = path.resolve(positionals[0] ?? '');
if (positionals[0] === undefined) {
  console.error(
    'usage: node bench/fuzz/run.mjs WORK [--runs N] [--slice S] [--seconds N] [--timeout S] [--only a,b] [--seeds DIR] [--jazzer DIR] [--launcher COMMAND] [--table]',
  );
  process.exit(2);
}

/**
 * Longer inputs cost time; real files of each kind are below this. Archives are not cut, for theirs begins at the end. At 1024 bytes
 * binary formats lost 5 to 58 in a hundred edges, Amplify, Supabase and CloudFormation some; the others in SHORT lost none that was known.
 */
const MAX_LENGTHS = { 'format-sqlite': 12_289, 'format-macho': 16_384 };
const SHORT = /^(?:language-(?!amplify|supabase|cloudformation)|policy|baseline|recognise)/;
const maxLengthOf = (target) => MAX_LENGTHS[target] ?? (SHORT.test(target) ? 1024 : 4096);
const MAX_NAMES = 64;

function jazzerCli() {
  const home = values.jazzer ?? path.join(work, 'jazzer');
  const cli = path.join(home, 'node_modules/@jazzer.js/core/dist/cli.js');
  if (!existsSync(cli)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(path.join(home, 'package.json'), '{}');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '@jazzer.js/core@4'], { cwd: home, stdio: 'ignore' });
  }
  return cli;
}

/** Real files: the fixtures of the tests, what the demo's artifacts hold, and the further seeds, each with its path. */
async function* realFiles() {
  const tests = path.join(ROOT, '__tests__');
  const folders = [tests, path.join(ROOT, 'examples', 'demo'), ...(values.seeds === undefined ? [] : [values.seeds])];
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (!entry.isFile() || (folder === tests && !file.includes(`${path.sep}fixtures${path.sep}`))) continue;
      const bytes = readFileSync(file);
      const name = path.relative(folder, file).replace(/^.*\/fixtures\//, '');
      yield [name, bytes];
      if (name.endsWith('.gz')) yield [name.slice(0, -3), gunzipSync(bytes)];
      if (bytes.subarray(0, 2).toString() !== 'PK') continue;
      for (const inner of Object.values((await JSZip.loadAsync(bytes)).files)) {
        if (!inner.dir) yield [inner.name, await inner.async('nodebuffer')];
      }
    }
  }
}

/** Gives every target its seeds, and the names under which they stood; a seed begins with the number of its name. */
async function plant({ FORMATS, LANGUAGES }, made) {
  const names = {};
  const counts = {};
  const write = (target, bytes) => {
    counts[target] = (counts[target] ?? 0) + 1;
    const folder = path.join(work, 'corpus', target);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `seed-${counts[target]}`), bytes.subarray(0, maxLengthOf(target)));
  };
  const give = (target, name, bytes) => {
    names[target] ??= [];
    if (!names[target].includes(name) && names[target].length < MAX_NAMES) names[target].push(name);
    write(target, Buffer.concat([Buffer.of(Math.max(0, names[target].indexOf(name))), bytes]));
  };
  const plantOne = (name, bytes) => {
    const format = FORMATS.find((candidate) => candidate.sniff(bytes.subarray(0, 4096), name));
    if (format !== undefined) give(`format-${format.id}`, name, bytes);
    for (const language of LANGUAGES) if (language.claims(name)) give(`language-${language.id}`, name, bytes);
    if (bytes.subarray(0, 2).toString() === 'PK' && bytes.length <= maxLengthOf('archive')) write('archive', bytes);
  };
  for (const [name, bytes] of made) plantOne(name, bytes);
  for await (const [name, bytes] of realFiles()) plantOne(name, bytes);
  for (const options of [{}, { level: 0 }, { strategy: constants.Z_FIXED }, { strategy: constants.Z_HUFFMAN_ONLY }]) {
    write('inflate', deflateRawSync(Buffer.from('what is told twice, what is told twice '.repeat(9)), options));
  }
  write('policy', Buffer.from('version: 1\nowned: ["s3:acme-*"]\nignore:\n  - rule: s3-public-read\n    reason: x\n'));
  write('baseline', Buffer.from('{"schema":"ajar-report/1","findings":[{"rule":"a","fingerprint":"b"}]}'));
  write('recognise', Buffer.from('bucket\nhttps://acme.s3.amazonaws.com/\nAccountKey=abc==\nAKIA2E0A8F3B244C9986\n'));
  return names;
}

/** The fuzzer's own summary of a run. */
function told(text) {
  const last = [...text.matchAll(/cov: (\d+) ft: (\d+).*?rss: (\d+)Mb/g)].at(-1);
  const counted = /stat::number_of_executed_units:\s*(\d+)/.exec(text) ?? [...text.matchAll(/^#(\d+)\s/gm)].at(-1);
  return { runs: Number(counted?.[1] ?? 0), edges: Number(last?.[1] ?? 0), rssMb: Number(last?.[3] ?? 0) };
}

const ROOMS = {
  'format-': /\/src\/(?:formats\/|shared\/runs)/,
  'language-': /\/src\/declarations\//,
  archive: /\/src\/artifacts\//,
  inflate: /\/src\/artifacts\//,
  policy: /\/src\/settings\//,
  baseline: /\/src\/join\//,
  recognise: /\/src\/backends\//,
};
const roomOf = (target) => Object.entries(ROOMS).find(([start]) => target.startsWith(start))[1];

const MODULES = {
  archive: ['artifacts/archive'],
  inflate: ['artifacts/inflate'],
  policy: ['settings/policy'],
  baseline: ['join/baseline'],
  recognise: ['backends/registry', 'backends/recognise'],
};

/** Where the reader is. */
function modulesOf(target, lib, { FORMATS, LANGUAGES }) {
  if (MODULES[target] !== undefined) return MODULES[target].map((name) => `${lib}/src/${name}.js`);
  const reader = [...FORMATS, ...LANGUAGES].find(({ id }) => target === `format-${id}` || target === `language-${id}`);
  const holds = ({ filename, exports }) => roomOf(target).test(filename) && Object.values(exports).includes(reader);
  return [Object.values(require.cache).find(holds).filename];
}

/** With what it imports, as far as that is in the same room: each further file costs time at every start. */
function importedFrom(file, room, found) {
  if (found.has(file) || !room.test(file)) return;
  found.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/\brequire\(["'](\.[^"']+)["']\)/g)) {
    importedFrom(path.resolve(path.dirname(file), name), room, found);
  }
}

/** Only what a target is about is instrumented, not what it calls for (parsers of others, the search). */
function instrumented(target, lib) {
  const found = new Set();
  for (const file of modulesOf(target, lib, registry)) importedFrom(file, roomOf(target), found);
  return [...found].flatMap((file) => ['-i', file]);
}

function fuzz(cli, lib, target, names, { runs, seconds }) {
  const corpus = path.join(work, 'corpus', target);
  const crashes = path.join(work, 'crashes', `${target}-`);
  mkdirSync(corpus, { recursive: true });
  mkdirSync(path.dirname(crashes), { recursive: true });
  // Archives are inflated by other threads.
  const sync = target !== 'archive';
  const args = [
    ...[cli, path.join(lib, 'targets.cjs'), corpus, ...(sync ? ['--sync'] : []), '--disable_bug_detectors', '.*'],
    ...['--timeout', `${1000 * Number(values.timeout)}`],
    ...[...instrumented(target, lib), '--', `-runs=${runs}`, `-max_total_time=${seconds}`],
    ...[
      `-max_len=${maxLengthOf(target)}`,
      `-timeout=${values.timeout}`,
      `-report_slow_units=${values.timeout}`,
      '-rss_limit_mb=1536',
      '-entropic_scale_per_exec_time=1',
      '-print_final_stats=1',
    ],
    `-artifact_prefix=${crashes}`,
  ];
  const node = [process.execPath, '--max-semi-space-size=64'];
  const [command, ...before] = [...(values.launcher?.split(' ') ?? []), ...node];
  const log = path.join(work, 'logs', `${target}.txt`);
  mkdirSync(path.dirname(log), { recursive: true });
  const output = openSync(log, 'w');
  const own = JSON.stringify({ [target]: names[target] });
  const { status } = spawnSync(command, [...before, ...args], {
    cwd: lib,
    stdio: ['ignore', output, output],
    env: { ...process.env, AJAR_TARGET: target, AJAR_NAMES: own, AJAR_SEEDS: corpus },
  });
  closeSync(output);
  const text = readFileSync(log, 'utf8');
  if (/GLIBC_\S+' not found/.test(text)) {
    console.log('SKIPPED: the fuzzer needs a newer glibc (2.38); pass --launcher');
    process.exit(0);
  }
  return { broke: status !== 0, ...told(text) };
}

function readResults() {
  const file = path.join(work, 'results.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Adds a slice to what is known of its target. A target that broke is fuzzed again once its case is taken away. */
function add(results, target, slice) {
  const before = results[target] ?? { runs: 0, edges: 0, rssMb: 0, seconds: 0 };
  results[target] = {
    runs: before.runs + slice.runs,
    edges: Math.max(before.edges, slice.edges),
    rssMb: Math.max(before.rssMb, slice.rssMb),
    seconds: before.seconds + slice.seconds,
  };
  writeFileSync(path.join(work, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
}

const casesOf = (target) =>
  existsSync(path.join(work, 'crashes'))
    ? readdirSync(path.join(work, 'crashes')).filter((name) => name.startsWith(`${target}-`))
    : [];

function printTable(results) {
  console.log('| target | executions | edges | peak RSS MB | broke |\n| --- | --- | --- | --- | --- |');
  for (const [target, { runs, edges, rssMb }] of Object.entries(results)) {
    console.log(`| ${target} | ${runs} | ${edges} | ${rssMb} | ${casesOf(target).length > 0 ? 'yes' : 'no'} |`);
  }
}

if (values.table) {
  printTable(readResults());
  process.exit(0);
}

const cli = jazzerCli();
const lib = build(path.join(work, 'lib'));
const require = createRequire(import.meta.url);
const registry = require(path.join(lib, 'targets.cjs'));
const made = written({ writers: require(path.join(lib, 'writers.js')), dart: require(path.join(lib, 'dart.js')) });
const names = await plant(registry, made);
// A case is run again by hand with these in AJAR_NAMES.
writeFileSync(path.join(work, 'names.json'), JSON.stringify(names));
const only = values.only?.split(',');
const all = Object.keys(registry.targets(names));
/** Named whole, or else by a part. */
const isNamed = (target, part) => (all.includes(part) ? target === part : target.includes(part));
const wanted = all.filter((target) => only === undefined || only.some((part) => isNamed(target, part)));
const results = readResults();
const goal = Number(values.runs);
const end = Date.now() + 1000 * Number(values.seconds);
const broken = new Set(wanted.filter((target) => casesOf(target).length > 0));
const isOpen = (target) => (results[target]?.runs ?? 0) < goal && !broken.has(target);
while (wanted.some(isOpen) && Date.now() < end) {
  for (const target of wanted.filter(isOpen)) {
    const seconds = Math.min(Number(values.slice), Math.ceil((end - Date.now()) / 1000));
    if (seconds <= 0) break;
    const start = Date.now();
    const slice = fuzz(cli, lib, target, names, { runs: goal - (results[target]?.runs ?? 0), seconds });
    add(results, target, { ...slice, seconds: Math.round((Date.now() - start) / 1000) });
    if (slice.broke) broken.add(target);
    const { runs } = results[target];
    console.log(`${target}: ${slice.runs} more, ${runs} in all${slice.broke ? ', BROKE' : ''}`);
  }
}
printTable(results);
process.exit(broken.size > 0 ? 1 : 0);
