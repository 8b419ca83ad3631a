// CPU time of reading a tree of Terraform files, next to `grep -r` over the same tree.
//
//   node bench/declarations/speed.mjs LIB [--files 4000] FOLDER…
//
// The .tf files of the folders are copied, each set into folders of its own, until there are as many as are asked for: module by module, as
// in a repository of many stacks. CPU time (user and system) rather than the clock, and the best of three, so that others on the
// machine do not count.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { files: { type: 'string', default: '4000' }, tree: { type: 'string' } },
});
const [lib, ...folders] = positionals;
if (lib === undefined) throw new Error('usage: speed.mjs LIB [--files N] FOLDER…');

if (values.tree === undefined) measure(makeTree());
else await readTree(values.tree);

function makeTree() {
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.tf'))
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name))),
  );
  const tree = mkdtempSync(path.join(tmpdir(), 'ajar-speed-'));
  for (let index = 0; index < Number(values.files); index++) {
    const folder = path.join(tree, `stack-${index}`);
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'main.tf'), sources[index % sources.length]);
  }
  return tree;
}

function measure(tree) {
  const best = (command, args) => {
    const runs = Array.from({ length: 3 }, () => {
      const { stderr } = spawnSync(
        'bash',
        ['-c', `TIMEFORMAT='%U %S'; time "$@" >/dev/null 2>&1`, '_', command, ...args],
        {
          encoding: 'utf8',
        },
      );
      return stderr
        .trim()
        .split(' ')
        .map(Number)
        .reduce((sum, seconds) => sum + seconds, 0);
    });
    return Math.min(...runs);
  };
  const ajar = best(process.execPath, [import.meta.filename, lib, '--tree', tree]);
  const empty = mkdtempSync(path.join(tmpdir(), 'ajar-speed-'));
  const start = best(process.execPath, [import.meta.filename, lib, '--tree', empty]);
  const grep = best('grep', ['-rE', '(public-read|allUsers|Principal)', tree]);
  console.log(
    `${values.files} files: Ajar ${ajar.toFixed(2)} s CPU (of it ${start.toFixed(2)} s start), grep -r ${grep.toFixed(2)} s`,
  );
  console.log(
    `ratio ${(ajar / grep).toFixed(0)}, per file ${((1000 * (ajar - start)) / Number(values.files)).toFixed(2)} ms`,
  );
  for (const folder of [tree, empty]) rmSync(folder, { recursive: true });
}

async function readTree(tree) {
  const { terraform } = await import(pathToFileURL(path.resolve(lib, 'declarations/terraform/index.js')).href);
  const paths = readdirSync(tree, { recursive: true }).filter((file) => file.endsWith('.tf'));
  const files = paths.map((file) => ({ path: file, text: readFileSync(path.join(tree, file), 'utf8') }));
  await terraform.read(files, { now: new Date(), paths });
}
