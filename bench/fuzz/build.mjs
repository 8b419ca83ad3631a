// Writes src/ as CommonJS, the only kind of module that the fuzzer can count branches in, with the targets beside it.
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

const OPTIONS = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2023,
  rewriteRelativeImportExtensions: true,
  esModuleInterop: true,
};

/** They make files of formats that no toolchain at hand makes. */
const WRITERS = ['bench/corpus/writers.ts', '__tests__/helpers/dart.ts'];

const FILE_URL = "const fileUrl = require('node:url').pathToFileURL(__filename).href;\n";

function commonJs(file) {
  const source = readFileSync(file, 'utf8');
  // Outside of the functions, which may have a `require` of their own.
  const head = source.includes('import.meta.url') ? FILE_URL : '';
  const text = `${head}${source}`
    .replaceAll('import.meta.url', 'fileUrl')
    .replaceAll('import.meta.dirname', '__dirname');
  return ts.transpileModule(text, { compilerOptions: OPTIONS, fileName: file }).outputText;
}

function isUpToDate(target, source) {
  const written = statSync(target, { throwIfNoEntry: false });
  return written !== undefined && written.mtimeMs > statSync(source).mtimeMs;
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
    if (!isUpToDate(target, file)) writeFileSync(target, commonJs(file));
  }
  for (const name of ['targets.cjs', 'counting.cjs'])
    cpSync(path.join(import.meta.dirname, name), path.join(out, name));
  for (const file of WRITERS) {
    writeFileSync(path.join(out, `${path.basename(file, '.ts')}.js`), commonJs(path.join(ROOT, file)));
  }
  return out;
}
