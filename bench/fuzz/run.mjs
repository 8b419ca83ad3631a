// Coverage-guided fuzzing of every reader with Jazzer.js:
//   node bench/fuzz/run.mjs WORK [--runs 1000000] [--seconds N] [--only dex,terraform] [--jazzer DIR] [--launcher 'LD ARGS']
// WORK keeps the corpus between runs. Without --jazzer it is installed into WORK (npm). Its addon needs glibc 2.38; on an older
// system --launcher names a newer loader. Writes WORK/results.json and prints a table; exits 1 if a target broke.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import JSZip from 'jszip';
import { build } from './build.mjs';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '0' },
    only: { type: 'string' },
    jazzer: { type: 'string' },
    launcher: { type: 'string' },
  },
});
const work = path.resolve(positionals[0] ?? '');
if (positionals[0] === undefined) {
  console.error(
    'usage: node bench/fuzz/run.mjs WORK [--runs N] [--seconds N] [--only a,b] [--jazzer DIR] [--launcher COMMAND]',
  );
  process.exit(2);
}

const MAX_SEED = 16_384;

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

/** Real files: the fixtures of the tests and what the demo's artifacts hold, each with its name. */
async function* realFiles() {
  const tests = path.join(ROOT, '__tests__');
  const folders = [tests, path.join(ROOT, 'examples', 'demo')];
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (!entry.isFile() || (folder === tests && !file.includes(`${path.sep}fixtures${path.sep}`))) continue;
      const bytes = readFileSync(file);
      yield [entry.name, bytes];
      if (entry.name.endsWith('.gz')) yield [entry.name.slice(0, -3), gunzipSync(bytes)];
      if (bytes.subarray(0, 2).toString() !== 'PK') continue;
      for (const inner of Object.values((await JSZip.loadAsync(bytes)).files)) {
        if (!inner.dir) yield [inner.name, await inner.async('nodebuffer')];
      }
    }
  }
}

/** Gives every target its seeds, and the name under which its first seed stood. */
async function plant({ FORMATS, LANGUAGES }) {
  const names = {};
  const counts = {};
  const give = (target, name, bytes) => {
    names[target] ??= name;
    counts[target] = (counts[target] ?? 0) + 1;
    const folder = path.join(work, 'corpus', target);
    mkdirSync(folder, { recursive: true });
    const kept = target === 'archive' ? bytes : bytes.subarray(0, MAX_SEED);
    writeFileSync(path.join(folder, `seed-${counts[target]}`), kept);
  };
  for await (const [name, bytes] of realFiles()) {
    const format = FORMATS.find((candidate) => candidate.sniff(bytes.subarray(0, 4096), name));
    if (format !== undefined) give(`format-${format.id}`, name, bytes);
    for (const language of LANGUAGES) if (language.claims(name)) give(`language-${language.id}`, name, bytes);
    if (bytes.subarray(0, 2).toString() === 'PK') give('archive', name, bytes);
  }
  give(
    'policy',
    '.ajar.yml',
    Buffer.from('version: 1\nowned: ["s3:acme-*"]\nignore:\n  - rule: s3-public-read\n    reason: x\n'),
  );
  give('baseline', 'base.json', Buffer.from('{"schema":"ajar-report/1","findings":[{"rule":"a","fingerprint":"b"}]}'));
  give(
    'recognise',
    'texts',
    Buffer.from('bucket\nhttps://acme.s3.amazonaws.com/\nAccountKey=abc==\nAKIA2E0A8F3B244C9986\n'),
  );
  return names;
}

/** The fuzzer's own summary of a run. */
function told(text) {
  const last = [...text.matchAll(/cov: (\d+) ft: (\d+).*?rss: (\d+)Mb/g)].at(-1);
  const done = /Done (\d+) runs in (\d+) second/.exec(text);
  return {
    runs: Number(done?.[1] ?? [...text.matchAll(/^#(\d+)\s/gm)].at(-1)?.[1] ?? 0),
    seconds: Number(done?.[2] ?? 0),
    edges: Number(last?.[1] ?? 0),
    rssMb: Number(last?.[3] ?? 0),
  };
}

function fuzz(cli, lib, target, names) {
  const corpus = path.join(work, 'corpus', target);
  const crashes = path.join(work, 'crashes', `${target}-`);
  mkdirSync(corpus, { recursive: true });
  mkdirSync(path.dirname(crashes), { recursive: true });
  const sync = target.startsWith('format-') || target === 'recognise' || target === 'baseline';
  const args = [
    ...[cli, path.join(lib, 'targets.cjs'), corpus, ...(sync ? ['--sync'] : []), '-i', `${lib}/src`, '--'],
    ...[
      `-runs=${values.runs}`,
      `-max_total_time=${values.seconds}`,
      '-max_len=16384',
      '-timeout=10',
      '-rss_limit_mb=1536',
      '-print_final_stats=1',
    ],
    `-artifact_prefix=${crashes}`,
  ];
  const [command, ...before] = [...(values.launcher?.split(' ') ?? []), process.execPath];
  const result = spawnSync(command, [...before, ...args], {
    cwd: lib,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, AJAR_TARGET: target, AJAR_NAMES: JSON.stringify(names) },
  });
  const text = `${result.stdout}${result.stderr}`;
  if (/GLIBC_\S+' not found/.test(text)) {
    console.log('SKIPPED: the fuzzer needs a newer glibc (2.38); pass --launcher');
    process.exit(0);
  }
  const broke = result.status !== 0;
  if (broke) writeFileSync(`${crashes}log.txt`, text.slice(-20_000));
  return { target, broke, ...told(text) };
}

const cli = jazzerCli();
const out = path.join(work, 'lib');
rmSync(out, { recursive: true, force: true });
const lib = build(out);
const registry = createRequire(import.meta.url)(path.join(lib, 'targets.cjs'));
const names = await plant(registry);
const only = values.only?.split(',');
const wanted = Object.keys(registry.targets(names)).filter(
  (target) => only === undefined || only.some((part) => target.includes(part)),
);
const results = [];
console.log('| target | executions | edges | peak RSS MB | broke |\n| --- | --- | --- | --- | --- |');
for (const target of wanted) {
  const result = fuzz(cli, lib, target, names);
  results.push(result);
  console.log(`| ${target} | ${result.runs} | ${result.edges} | ${result.rssMb} | ${result.broke ? 'yes' : 'no'} |`);
  writeFileSync(path.join(work, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
}
process.exit(results.some(({ broke }) => broke) ? 1 : 0);
