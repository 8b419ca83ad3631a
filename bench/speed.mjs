/**
 * Wall time and peak memory of a scan, as ratio to `unzip -p FILE >/dev/null` on the same machine in the same run.
 *
 *     node bench/speed.mjs [--smoke] [--pairs N] [--only NAME,…] [--out FILE] [--keep DIR] [-- COMMAND … FILE …]
 *
 * The two commands are run in turn and the medians are compared, so that a machine that is busy slows down both. FILE in
 * the command is replaced by the artifact.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ARTIFACTS, makeArtifact } from './artifacts.mjs';

/** What is asked for, per artifact: wall time against unzip, and peak memory. */
const TARGETS = {
  app10: { rss: 250 },
  app100: { ratio: 0.75, rss: 250 },
  app500: { ratio: 0.5, rss: 250 },
  small20k: { ratio: 1.5, rss: 250 },
};

const { values, positionals } = parseArgs({
  options: {
    smoke: { type: 'boolean', default: false },
    pairs: { type: 'string', default: '5' },
    only: { type: 'string' },
    out: { type: 'string' },
    keep: { type: 'string' },
  },
  allowPositionals: true,
});
const command =
  positionals.length > 0 ? positionals : 'node dist/cli/index.js scan FILE --json /dev/null --quiet'.split(' ');
const names = values.smoke ? ['app10'] : (values.only?.split(',') ?? Object.keys(ARTIFACTS));
const pairs = values.smoke ? 1 : Number(values.pairs);

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

async function measure(artifact) {
  const unzip = [];
  const scan = [];
  const words = command.map((word) => (word === 'FILE' ? artifact.path : word));
  await run(['unzip', '-p', artifact.path]);
  for (let pair = 0; pair < pairs; pair++) {
    unzip.push(await run(['unzip', '-p', artifact.path]));
    scan.push(await run(words));
  }
  const bad = scan.find(({ code }) => code === null || code === 2 || code > 3);
  if (bad) throw new Error(`the scan failed with exit code ${bad.code}`);
  const seconds = { unzip: median(unzip.map((one) => one.seconds)), scan: median(scan.map((one) => one.seconds)) };
  const cpu = { unzip: median(unzip.map((one) => one.cpu ?? 0)), scan: median(scan.map((one) => one.cpu ?? 0)) };
  return {
    artifact: artifact.name,
    megabytes: round(artifact.size / 1e6),
    unzipSeconds: round(seconds.unzip),
    scanSeconds: round(seconds.scan),
    ratio: round(seconds.scan / seconds.unzip),
    unzipCpuSeconds: round(cpu.unzip),
    scanCpuSeconds: round(cpu.scan),
    cpuRatio: cpu.unzip > 0 ? round(cpu.scan / cpu.unzip) : undefined,
    peakRssMiB: Math.round(Math.max(...scan.map((one) => one.rss ?? 0))),
    target: TARGETS[artifact.name],
  };
}

function round(number) {
  return Math.round(number * 100) / 100;
}

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'ajar-bench-'));
mkdirSync(folder, { recursive: true });
try {
  const results = [];
  for (const name of names) {
    const kept = join(folder, `${name}.apk`);
    const artifact = existsSync(kept)
      ? { name, path: kept, size: statSync(kept).size }
      : await makeArtifact(name, folder);
    const result = await measure(artifact);
    results.push(result);
    const { ratio = '-', rss } = result.target;
    console.log(
      `${name}: ${result.megabytes} MB, unzip ${result.unzipSeconds} s, scan ${result.scanSeconds} s = ${result.ratio}x (target ${ratio}), CPU ${result.cpuRatio ?? '-'}x, peak ${result.peakRssMiB} MiB (target ${rss})`,
    );
  }
  const report = {
    command: command.join(' '),
    node: process.version,
    cpu: `${cpus().length} x ${cpus()[0]?.model}`,
    pairs,
    results,
  };
  const out = values.out ?? (values.smoke ? undefined : new URL('results/speed.json', import.meta.url).pathname);
  if (out) writeFileSync(out, `${JSON.stringify(report, undefined, 2)}\n`);
} finally {
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}
