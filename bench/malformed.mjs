/**
 * Reads malformed, tampered and odd files that others have collected, and holds every one of them to the promise: a reading or a
 * named problem; no crash, no hang, no memory beyond its limit, and no silence. Nothing of them lies here.
 *
 *   npx tsc -p tsconfig.build.json --outDir LIB && node bench/malformed.mjs LIB FOLDER|FILE ...
 *
 * Every regular file below each FOLDER is read as an artifact of its own. Readers hand on whatever they can tell, not only what
 * speaks of a backend. Silence is an entry that a reader claims by its content and that gives neither text nor problem. Exits 1 if a
 * file breaks the promise.
 */
import { fork } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** CPU time of one file: other work on the machine does not count. */
const MAX_SECONDS = 10;
/** Worth a line, though within the limit. */
const SLOW_SECONDS = 2;
const MAX_RSS_MIB = 250;
/** Fewer bytes hold no string that could say anything. */
const MIN_SPEAKING = 64;
/** Compiled resources may hold nothing but names, numbers and references: which do is for oracles/android.mjs to say. */
const MAY_BE_WORDLESS = ['axml', 'android-bundle-xml', 'arsc'];
/** In nearly all that holds strings; stand for the anchors of the backends. */
const COMMON = [
  'http',
  'com.',
  'name',
  'string',
  'java',
  'android',
  'apple',
  'version',
  'value',
  'class',
  'hello',
  'main',
  'test',
];

const [library, ...paths] = process.argv.slice(2);
if (paths.length === 0) {
  console.error('usage: node bench/malformed.mjs COMPILED_DIR FOLDER|FILE ...');
  process.exit(2);
}
if (process.send === undefined) await supervise();
else await serve();

/** The child: reads one file after the other. */
async function serve() {
  const load = (file) => import(pathToFileURL(path.resolve(library, file)).href);
  const [{ findArtifacts }, { readArtifact }, { readEntry, formatOf }, { FORMATS }, { compileAnchors }] =
    await Promise.all(
      [
        'artifacts/find.js',
        'artifacts/read.js',
        'formats/read-entry.js',
        'formats/registry.js',
        'shared/anchors.js',
      ].map(load),
    );
  const search = compileAnchors(COMMON);
  const wanted = { text: () => true, key: () => true, calls: [] };
  const reader = { formats: FORMATS, search, wanted };

  async function readOne(file) {
    const told = { entries: 0, texts: 0, problems: 0, wordless: 0, silent: [], broken: [], formats: {} };
    const { candidates, problems } = await findArtifacts([file], path.dirname(file));
    told.problems += problems.length;
    for (const candidate of candidates) {
      for await (const event of readArtifact(candidate, { search, always: () => true })) {
        if (event.type === 'problem') told.problems += 1;
        if (event.type === 'summary') told.problems += event.skipped.length;
        if (event.type === 'entry') lookAt(event.entry, told);
      }
    }
    return told;
  }

  function lookAt(entry, told) {
    told.entries += 1;
    const format = formatOf(FORMATS, entry);
    let spoken = 0;
    for (const reading of readEntry(reader, entry)) {
      spoken += 1;
      if (reading.type === 'problem') {
        told.problems += 1;
        if (/ reader failed: /.test(reading.problem.reason))
          told.broken.push(`${reading.problem.entry}: ${reading.problem.reason}`);
      }
      if (reading.type === 'text') {
        told.texts += 1;
        reading.text.around?.();
      }
    }
    told.formats[format.id] = (told.formats[format.id] ?? 0) + 1;
    if (spoken > 0 || entry.bytes.length < MIN_SPEAKING) return;
    const isWordless = entry.hits.length === 0 || MAY_BE_WORDLESS.includes(format.id);
    const name = `${entry.place.entry ?? entry.name} (${format.id})`;
    if (!isWordless) told.silent.push(name);
    else if (format.when === 'always' || entry.hits.length > 0) told.wordless += 1;
  }

  process.on('message', async (file) => {
    const start = process.cpuUsage();
    const told = await readOne(file).catch((error) => ({ crash: error.stack }));
    const { user, system } = process.cpuUsage(start);
    process.send({ ...told, seconds: (user + system) / 1e6, rss: process.resourceUsage().maxRSS / 1024 });
  });
  process.send('ready');
}

async function supervise() {
  let child = await start();
  let broken = 0;
  console.log(
    '| set | files | entries | texts | problems | wordless | crash | hang | memory | silent | most CPU s | most MiB |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  const details = [];
  for (const set of paths) {
    const sum = {
      files: 0,
      entries: 0,
      texts: 0,
      problems: 0,
      wordless: 0,
      crash: 0,
      hang: 0,
      memory: 0,
      silent: 0,
      seconds: 0,
      rss: 0,
    };
    for (const file of filesBelow(path.resolve(set))) {
      sum.files += 1;
      let told = await ask(child, file);
      if (told.rss > MAX_RSS_MIB) {
        // What came before may have taken it: once more, alone.
        child.kill();
        child = await start();
        told = await ask(child, file);
      }
      if (told.ended) child = await start();
      const isAlone = told.rss > MAX_RSS_MIB;
      if (isAlone) {
        child.kill();
        child = await start();
      }
      const counts = {
        crash: told.crash === undefined ? (told.broken?.length ?? 0) : 1,
        hang: told.hang ? 1 : 0,
        memory: isAlone ? 1 : 0,
        silent: told.silent?.length ?? 0,
      };
      for (const what of ['entries', 'texts', 'problems', 'wordless']) sum[what] += told[what] ?? 0;
      for (const [what, count] of Object.entries(counts)) sum[what] += count;
      sum.seconds = Math.max(sum.seconds, told.seconds ?? MAX_SECONDS);
      sum.rss = Math.max(sum.rss, told.rss ?? 0);
      const slow = told.seconds > SLOW_SECONDS && `${told.seconds.toFixed(1)} s`;
      const said = [
        told.crash,
        told.hang && 'hang',
        isAlone && `${Math.round(told.rss)} MiB`,
        slow,
        ...(told.broken ?? []),
      ];
      const lines = [...said, ...(told.silent ?? []).map((entry) => `silent: ${entry}`)].filter(Boolean);
      if (lines.length > 0) details.push(`${path.relative(set, file) || set}\n  ${lines.join('\n  ')}`);
    }
    broken += sum.crash + sum.hang + sum.memory + sum.silent;
    const row = { ...sum, seconds: sum.seconds.toFixed(1), rss: Math.round(sum.rss) };
    console.log(`| ${path.basename(set)} | ${Object.values(row).join(' | ')} |`);
  }
  child.kill();
  if (details.length > 0) console.log(`\n${details.join('\n')}`);
  process.exitCode = broken === 0 ? 0 : 1;
}

function filesBelow(location) {
  if (statSync(location).isFile()) return [location];
  return readdirSync(location, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

async function start() {
  const child = fork(import.meta.filename, [library, ...paths]);
  await new Promise((resolve) => child.once('message', resolve));
  return child;
}

/** What the child tells of a file; it is ended if it takes too long. */
function ask(child, file) {
  return new Promise((resolve) => {
    const before = cpuSeconds(child.pid);
    const finish = (told) => {
      clearInterval(watch);
      child.removeAllListeners();
      resolve(told);
    };
    const watch = setInterval(() => {
      if (cpuSeconds(child.pid) - before < MAX_SECONDS) return;
      child.kill('SIGKILL');
      finish({ hang: true, ended: true });
    }, 250);
    child.once('message', finish);
    child.once('exit', (code, signal) => finish({ crash: `the process ended (${code ?? signal})`, ended: true }));
    child.send(file);
  });
}

/** User and system time of a process (proc(5), fields 14 and 15 of stat, in hundredths of a second); elsewhere the clock. */
function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return performance.now() / 1000;
  }
}
