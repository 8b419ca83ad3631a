// Writes src/ as CommonJS, the only kind of module that the fuzzer can count branches in, with the targets beside it.
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

const OPTIONS = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2023,
  rewriteRelativeImportExtensions: true,
  esModuleInterop: true,
};

function commonJs(file) {
  const source = readFileSync(file, 'utf8')
    .replaceAll('import.meta.url', "require('node:url').pathToFileURL(__filename).href")
    .replaceAll('import.meta.dirname', '__dirname');
  return ts.transpileModule(source, { compilerOptions: OPTIONS, fileName: file }).outputText;
}

/** Returns the folder that the fuzzer runs in. */
export function build(out) {
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, 'package.json'), '{ "type": "commonjs" }\n');
  try {
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(out, 'node_modules'));
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const src = path.join(ROOT, 'src');
  for (const entry of readdirSync(src, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
    const file = path.join(entry.parentPath, entry.name);
    const target = path.join(out, 'src', path.relative(src, file)).replace(/\.ts$/, '.js');
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, commonJs(file));
  }
  cpSync(path.join(import.meta.dirname, 'targets.cjs'), path.join(out, 'targets.cjs'));
  return out;
}
