// Builds dist/action and dist/cli: tsc, then ncc on its output (ncc on TypeScript directly takes twice as long).
// The output is the same byte for byte wherever it is built; CI compares it with what is committed.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { replacing } from './replacing.mjs';
import { chunkScript, programLoader, programScript, scriptLoader, startingProgram } from './scripts-of.mjs';

const root = path.resolve(import.meta.dirname, '..');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const run = (name, ...args) => execFileSync(bin(name), args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });

// Read at run time from beside the bundle, which ncc does not see (src/declarations/terraform/load-parser.ts says why for
// tree-sitter), with the licences of what is not bundled.
const BESIDE = {
  'libpg-query.wasm': 'libpg-query/wasm/libpg-query.wasm',
  'web-tree-sitter.cjs': 'web-tree-sitter/web-tree-sitter.cjs',
  'web-tree-sitter.wasm': 'web-tree-sitter/web-tree-sitter.wasm',
  'web-tree-sitter.LICENSE': 'web-tree-sitter/LICENSE',
  'tree-sitter-terraform.wasm': '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
  'tree-sitter-terraform.LICENSE': '@tree-sitter-grammars/tree-sitter-hcl/LICENSE',
};

/**
 * The examples of the backends are tests and documentation. No scan asks for them, but each would have to load them and to make the
 * keys in them.
 */
function withoutExamples(code) {
  return replacing(code, (node, source) =>
    ts.isPropertyAssignment(node) && node.name.getText(source) === 'examples' ? [node.initializer, '[]'] : undefined,
  );
}

/** The thread that reads artifacts asks the formats which entries are wanted. What reads these is for the main one. */
function withoutReaders(code) {
  return replacing(code, (node, source) => {
    const members = ts.isObjectLiteralExpression(node) ? node.properties : [];
    const named = (name) => members.find((property) => property.name?.getText(source) === name);
    const read = named('sniff') && named('read');
    return read && [read, 'read: undefined'];
  });
}

/** Files as they are, and as they are to be for a while. */
function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.js'))
    .map((name) => path.join(folder, name))
    .map((file) => [file, readFileSync(file, 'utf8')]);
}

function write(sources, change = (code) => code) {
  for (const [file, code] of sources) writeFileSync(file, change(code));
}

const READER = 'reader.script.js';

rmSync(path.join(root, 'lib'), { recursive: true, force: true });
run('tsc', '-p', 'tsconfig.build.json');
const backends = sourcesIn(path.join(root, 'lib', 'backends'));
const formats = sourcesIn(path.join(root, 'lib', 'formats'));
write(backends, withoutExamples);
// The thread that reads artifacts is a program of its own, beside each of the others (src/reading.ts).
const reader = mkdtempSync(path.join(tmpdir(), 'ajar-reader-'));
write(formats, withoutReaders);
run('ncc', 'build', path.join('lib', 'reader.js'), '--out', reader, '--quiet');
write(formats);
const { needleTables, tablesForAll } = await import('../lib/search.js');
const { packTables } = await import('../lib/shared/filter/tables-file.js');
const tables = { 'search.bin': packTables(tablesForAll()), 'needles.bin': packTables(needleTables()) };
for (const entry of ['action', 'cli']) {
  const out = path.join(root, 'dist', entry);
  rmSync(out, { recursive: true, force: true });
  run(
    'ncc',
    'build',
    path.join('lib', `${entry}.js`),
    '--out',
    path.join('dist', entry),
    '--license',
    'licenses.txt',
    '--quiet',
  );
  for (const [name, source] of Object.entries(BESIDE)) {
    copyFileSync(path.join(root, 'node_modules', source), path.join(out, name));
  }
  copyFileSync(path.join(reader, 'index.js'), path.join(out, READER));
  writeFileSync(
    path.join(out, 'scripts.cjs'),
    scriptLoader(readFileSync(path.join(root, 'lib', 'scripts.js'), 'utf8')),
  );
  for (const [name, bytes] of Object.entries(tables)) writeFileSync(path.join(out, name), bytes);
  for (const file of readdirSync(out).filter((name) => name.endsWith('.js'))) {
    const code = readFileSync(path.join(out, file), 'utf8');
    if (code.includes(root)) throw new Error(`dist/${entry}/${file} holds a path of this machine`);
    if (file === 'index.js') writeFileSync(path.join(out, file), startingProgram(code));
    else if (file === READER) writeFileSync(path.join(out, file), programScript(code));
    else if (/^\d+\.index\.js$/.test(file)) writeFileSync(path.join(out, file), chunkScript(code));
  }
  writeFileSync(path.join(out, 'reader.cjs'), programLoader(READER));
}
rmSync(reader, { recursive: true, force: true });
// The documentation and the benchmarks want them.
write(backends);
