// Holds the Hermes reader's string table against what each compiler says of its own bytecode.
//
//   npx tsc -p tsconfig.build.json --outDir OUT && node bench/oracles/hermes.mjs OUT COMPILERS FILE...
//
// COMPILERS is a folder in which every `hermesc` is taken (packages hermes-engine-cli, hermes-compiler, react-native of npm, each
// unpacked). A script is compiled by each of them, and once more as a delta of the first script; bytecode is asked of the one that
// reads its version. Of every string the encoding and the range in the storage are compared, by its index, and its characters where the
// dump prints them plainly. Exit 1 if anything differs.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [out, compilers, ...files] = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: node bench/oracles/hermes.mjs COMPILED_DIR COMPILERS FILE...');
  process.exit(2);
}
const { hermesTable } = await import(pathToFileURL(path.resolve(out, 'formats/hermes.js')).href);
const tools = readdirSync(compilers, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name === 'hermesc')
  .map((entry) => path.join(entry.parentPath, entry.name));
const work = mkdtempSync(path.join(tmpdir(), 'ajar-hermes-'));
let failed = 0;
console.log('| file | compiler | bytecode | strings | differ |\n| --- | --- | --- | --- | --- |');
for (const file of files) for (const tool of tools) compare(file, tool);
rmSync(work, { recursive: true, force: true });
process.exitCode = failed === 0 ? 0 : 1;

function compare(file, tool) {
  const isScript = !readFileSync(file).subarray(0, 8).equals(Buffer.from('c61fbc03c103191f', 'hex'));
  const built = path.join(work, 'built.hbc');
  if (!isScript) return report(file, tool, file);
  const isBuilt = run(tool, '-emit-binary', '-O', '-out', built, file) !== undefined;
  if (!isBuilt) return;
  report(file, tool, built);
  const delta = path.join(work, 'delta.hbc');
  const isDelta = run(tool, '-emit-binary', '-O', '-out', delta, '-base-bytecode', built, files[0]) !== undefined;
  if (isDelta) report(`${file}, delta`, tool, delta);
}

/** Undefined if the tool refuses. */
function run(tool, ...args) {
  try {
    return execFileSync(tool, args, { maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] }).toString('latin1');
  } catch {
    return undefined;
  }
}

function report(name, tool, file) {
  const dump = run(tool, '-b', '-dump-bytecode', file);
  if (dump === undefined) return;
  const bytes = readFileSync(file);
  const table = hermesTable(bytes);
  const theirs = dumped(dump);
  const ours = typeof table === 'string' ? [] : theirs.map((_, id) => table.rangeOf(id));
  const storage = (ours[0]?.start ?? 0) - (theirs[0]?.from ?? 0);
  const wrong = theirs.filter(({ encoding, from, to, value }, id) => {
    const range = ours[id];
    if (range === undefined || range.encoding !== encoding) return true;
    if (range.start - storage !== from || range.end - storage !== to) return true;
    return value !== undefined && bytes.toString('latin1', range.start, range.end) !== value;
  });
  const missing = typeof table === 'string' ? table : table.count === theirs.length ? '' : `${table.count} read`;
  if (wrong.length > 0 || missing !== '') failed += 1;
  const first = wrong[0] === undefined ? '' : ` (first: ${theirs.indexOf(wrong[0])})`;
  const compiler = path.relative(compilers, tool).split(path.sep)[0];
  console.log(
    `| ${path.basename(name)} | ${compiler} | ${bytes.readUInt32LE(8)} | ${theirs.length} | ${wrong.length}${first} ${missing} |`,
  );
}

/** Lines such as `s1[ASCII, 3..63]: https://…` or `i3[UTF-16, 6..10] #A689F65B: \x61\x00…`; the range is in bytes, both ends included. */
function dumped(dump) {
  const table = dump.slice(dump.indexOf('Global String Table:'));
  return Array.from(
    table.matchAll(/^[si]\d+\[(ASCII|UTF-16), (\d+)\.\.(-?\d+)\](?: #[0-9A-F]+)?: ?(.*)$/gm),
    ([, encoding, from, to, text]) => {
      const length = Number(to) + 1 - Number(from);
      const isPlain = encoding === 'ASCII' && text.length === length && !text.includes('\\');
      return {
        encoding: encoding === 'ASCII' ? 'latin1' : 'utf16le',
        from: Number(from),
        to: Number(to) + 1,
        ...(isPlain ? { value: text } : {}),
      };
    },
  );
}
