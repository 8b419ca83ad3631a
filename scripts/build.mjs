// Builds dist/action and dist/cli: tsc, then ncc on its output (ncc on TypeScript directly takes twice as long).
// The output is the same byte for byte wherever it is built; CI compares it with what is committed.
import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const run = (name, ...args) => execFileSync(bin(name), args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });

// Read at run time from beside the bundle (src/declarations/terraform/load-parser.ts says why), with their licences.
const PARSER_FILES = {
  'web-tree-sitter.cjs': 'web-tree-sitter/web-tree-sitter.cjs',
  'web-tree-sitter.wasm': 'web-tree-sitter/web-tree-sitter.wasm',
  'web-tree-sitter.LICENSE': 'web-tree-sitter/LICENSE',
  'tree-sitter-terraform.wasm': '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
  'tree-sitter-terraform.LICENSE': '@tree-sitter-grammars/tree-sitter-hcl/LICENSE',
};

rmSync(path.join(root, 'lib'), { recursive: true, force: true });
run('tsc', '-p', 'tsconfig.build.json');
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
    '--minify',
    '--quiet',
  );
  for (const [name, source] of Object.entries(PARSER_FILES))
    copyFileSync(path.join(root, 'node_modules', source), path.join(out, name));
  for (const file of readdirSync(out).filter((name) => name.endsWith('.js'))) {
    const code = readFileSync(path.join(out, file), 'utf8');
    if (code.includes(root)) throw new Error(`dist/${entry}/${file} holds a path of this machine`);
    writeFileSync(path.join(out, file), code);
  }
}
