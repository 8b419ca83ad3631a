/**
 * Wall time, CPU time and peak memory of a scan, as ratio to `unzip -p FILE >/dev/null` on the same machine in the same run.
 *
 *     node bench/speed.mjs [--all | --smoke] [--pairs N] [--only NAME,…] [--out FILE] [--keep DIR] [--node24 PATH]
 *                          [-- COMMAND … FILE …]
 *
 * The commands are run in turn and the medians are compared, so that a machine that is busy slows down all of them. FILE in
 * the command is replaced by the artifact. `--all` measures every artifact, with this Node and with Node 24 (out of the npm
 * registry, unless --node24 says where it is), and the start of the command line, and prints the tables of bench/README.md;
 * it takes some 10 minutes and 5 GB of disk.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ARTIFACTS, makeArtifact } from './artifacts.mjs';

/** What is asked for, per artifact: wall time against unzip, and peak memory. */
const TARGETS = {
  app10: { rss: 250 },
  real18: { ratio: 1.2, rss: 250 },
  app50: { rss: 250 },
  app100: { ratio: 0.75, rss: 250 },
  app500: { ratio: 0.5, rss: 250 },
  small20k: { ratio: 1.5, rss: 250 },
  stored50: { rss: 250 },
  stored500: { rss: 250 },
  stored2300: { ratio: 0.5, rss: 250 },
  zip64: { ratio: 0.5, rss: 250 },
};
const USUAL = ['app10', 'app100', 'app500', 'small20k'];
/** Rows over which the cost of a megabyte is to stay the same, whatever the size. */
const SERIES = [
  ['app50', 'app100', 'app500'],
  ['stored50', 'stored500', 'stored2300', 'zip64'],
];
const HELP_TARGET = 1.3;
const HELP_PAIRS = 11;

const { values, positionals } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    smoke: { type: 'boolean', default: false },
    pairs: { type: 'string', default: '5' },
    only: { type: 'string' },
    out: { type: 'string' },
    keep: { type: 'string' },
    node24: { type: 'string' },
  },
  allowPositionals: true,
});
const command =
  positionals.length > 0 ? positionals : 'node dist/cli/index.js scan FILE --json /dev/null --quiet'.split(' ');
const names = namesOf(values);
const pairs = values.smoke ? 1 : Number(values.pairs);

function namesOf({ all, smoke, only }) {
  if (only) return only.split(',');
  if (smoke) return ['app10'];
  return all ? Object.keys(ARTIFACTS) : USUAL;
}

/** The kernel counts CPU time in these (USER_HZ, proc(5)). */
const TICKS_PER_SECOND = 100;

/** Runs a command to its end. CPU time and peak memory are what the kernel noted for the process (Linux), else undefined. */
function run(words) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(words[0], words.slice(1), { stdio: ['ignore', 'ignore', 'inherit'] });
    let rss;
    let cpu;
    const look = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        rss = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 || rss;
        // Behind the name in parentheses: user and system time are the 12th and 13th field.
        const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
        cpu = (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND || cpu;
      } catch {
        // Gone already, or not Linux.
      }
    }, 10);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(look);
      resolve({ seconds: Number(process.hrtime.bigint() - started) / 1e9, cpu, rss, code });
    });
  });
}

function median(numbers) {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The versions of Node to measure with: name and executable. */
function runtimes(folder) {
  const here = { name: process.version, path: process.execPath };
  if (!values.all) return [here];
  const path = values.node24 ?? installedNode24(folder);
  return path === undefined ? [here] : [here, { name: execFileSync(path, ['-v'], { encoding: 'utf8' }).trim(), path }];
}

function installedNode24(folder) {
  if (process.version.startsWith('v24.')) return undefined;
  const name = `node-${platform()}-${arch()}`;
  try {
    execFileSync('npm', ['i', '--silent', '--prefix', folder, `${name}@24`], { stdio: 'ignore' });
    return join(folder, 'node_modules', name, 'bin', 'node');
  } catch {
    console.error(`${name}@24 could not be installed: measured with ${process.version} alone`);
    return undefined;
  }
}

async function measure(artifact, nodes) {
  const unzip = [];
  const scans = nodes.map(() => []);
  const commands = nodes.map(({ path }) =>
    command.map((word) => (word === 'FILE' ? artifact.path : word === 'node' ? path : word)),
  );
  await run(['unzip', '-p', artifact.path]);
  for (let pair = 0; pair < pairs; pair++) {
    unzip.push(await run(['unzip', '-p', artifact.path]));
    for (const [index, words] of commands.entries()) scans[index].push(await run(words));
  }
  return nodes.map(({ name }, index) => resultOf(artifact, name, unzip, scans[index]));
}

function resultOf(artifact, node, unzip, scan) {
  const bad = scan.find(({ code }) => code === null || code === 2 || code > 3);
  if (bad) throw new Error(`the scan failed with exit code ${bad.code}`);
  const of = (runs, field) => median(runs.map((one) => one[field] ?? 0));
  const cpu = { unzip: of(unzip, 'cpu'), scan: of(scan, 'cpu') };
  return {
    artifact: artifact.name,
    node,
    megabytes: round(artifact.size / 1e6),
    inflatedMegabytes: round(artifact.inflated / 1e6),
    unzipSeconds: round(of(unzip, 'seconds')),
    scanSeconds: round(of(scan, 'seconds')),
    ratio: round(of(scan, 'seconds') / of(unzip, 'seconds')),
    unzipCpuSeconds: round(cpu.unzip),
    scanCpuSeconds: round(cpu.scan),
    cpuRatio: cpu.unzip > 0 ? round(cpu.scan / cpu.unzip) : undefined,
    peakRssMiB: Math.round(Math.max(...scan.map((one) => one.rss ?? 0))),
    target: TARGETS[artifact.name],
  };
}

/** The start of the command line against a bare start of the same Node. */
async function measureHelp({ name, path }) {
  const bare = [];
  const help = [];
  for (let pair = 0; pair < HELP_PAIRS; pair++) {
    bare.push(await run([path, '-e', '0']));
    help.push(await run([path, 'dist/cli/index.js', '--help']));
  }
  const of = (runs) => median(runs.map(({ seconds }) => seconds));
  const seconds = { bare: of(bare), help: of(help) };
  return {
    node: name,
    bareSeconds: round(seconds.bare),
    helpSeconds: round(seconds.help),
    ratio: round(seconds.help / seconds.bare),
    target: HELP_TARGET,
  };
}

/** Milliseconds of wall time that a further megabyte takes, from each size of a series to the next. */
function costsOf(results, node) {
  return SERIES.flatMap((series) => {
    const rows = series.flatMap((name) => results.find((one) => one.artifact === name && one.node === node) ?? []);
    return rows.slice(1).map((row, index) => {
      const smaller = rows[index];
      const megabytes = row.inflatedMegabytes - smaller.inflatedMegabytes;
      const ms = round((1000 * (row.scanSeconds - smaller.scanSeconds)) / megabytes);
      return { from: smaller.artifact, to: row.artifact, node, msPerMegabyte: ms };
    });
  });
}

function round(number) {
  return Math.round(number * 100) / 100;
}

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function markdown({ results, help, costs }) {
  const rows = results.map((one) => [
    one.artifact,
    one.node,
    `${one.unzipSeconds} s`,
    `${one.scanSeconds} s`,
    one.ratio,
    one.target.ratio ?? '–',
    one.cpuRatio ?? '–',
    `${one.peakRssMiB} MiB`,
  ]);
  const parts = [
    table(['artifact', 'Node', 'unzip -p', 'scan', 'wall ratio', 'target', 'CPU ratio', 'peak RSS'], rows),
  ];
  if (costs.length > 0) {
    const cells = costs.map(({ from, to, node, msPerMegabyte }) => [`${from} → ${to}`, node, msPerMegabyte]);
    parts.push(table(['from → to', 'Node', 'ms per further MB inflated'], cells));
  }
  if (help.length > 0) {
    const cells = help.map((one) => [one.node, `${one.bareSeconds} s`, `${one.helpSeconds} s`, one.ratio, one.target]);
    parts.push(table(['Node', 'node -e 0', 'ajar --help', 'ratio', 'target'], cells));
  }
  return parts.join('\n\n');
}

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'ajar-bench-'));
mkdirSync(folder, { recursive: true });
try {
  const nodes = runtimes(folder);
  const load = round(loadavg()[0]);
  const results = [];
  const left = [];
  for (const name of names) {
    try {
      const kept = join(folder, `${name}.apk`);
      const made = existsSync(kept)
        ? { name, path: kept, size: statSync(kept).size }
        : await makeArtifact(name, folder);
      const artifact = { ...made, inflated: inflatedSize(made.path) };
      for (const result of await measure(artifact, nodes)) {
        results.push(result);
        const { ratio = '-', rss } = result.target;
        console.error(
          `${name}, ${result.node}: ${result.megabytes} MB, unzip ${result.unzipSeconds} s, scan ${result.scanSeconds} s = ${result.ratio}x (target ${ratio}), CPU ${result.cpuRatio ?? '-'}x, peak ${result.peakRssMiB} MiB (target ${rss})`,
        );
      }
      if (!values.keep) rmSync(artifact.path);
    } catch (error) {
      if (name !== 'real18') throw error;
      left.push(name);
      console.error(`${name}: left out, because it could not be fetched (${error.message.split('\n')[0]})`);
    }
  }
  const help = [];
  for (const node of values.all ? nodes : []) help.push(await measureHelp(node));
  const report = {
    command: command.join(' '),
    cpu: `${cpus().length} x ${cpus()[0]?.model}`,
    loadAtStart: load,
    pairs,
    results,
    costs: nodes.flatMap(({ name }) => costsOf(results, name)),
    help,
    left,
  };
  console.log(markdown(report));
  const out = values.out ?? (values.smoke ? undefined : new URL('results/speed.json', import.meta.url).pathname);
  if (out) writeFileSync(out, `${JSON.stringify(report, undefined, 2)}\n`);
} finally {
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}

/** What `unzip -l` says at its end. */
function inflatedSize(path) {
  const listed = execFileSync('unzip', ['-l', path], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return Number(/\s*(\d+)\s+\d+ files?\s*$/.exec(listed)?.[1] ?? statSync(path).size);
}
