// Makes scripts of the modules that ncc writes, for src/scripts.ts to load: a function of what a module has of its own.
import { createHash } from 'node:crypto';
import { isBuiltin } from 'node:module';
import ts from 'typescript';
import { replacing } from './replacing.mjs';

const META = '__importMeta';
const REQUIRE = '__WEBPACK_EXTERNAL_createRequire';
const KEEP = 'keepCompiled';
const IMPORTED = `import { createRequire as ${REQUIRE} } from "module";\n`;
/** How ncc's index.js asks for a module of Node's. */
const REQUIRED = new RegExp(String.raw`${REQUIRE}\(import\.meta\.url\)\("([^"]+)"\)`, 'g');
/** How a chunk begins. */
const EXPORTED = /^export const id = (\d+);\nexport const ids = \[\1\];\nexport const modules = (?=\{)/;
/** How ncc's index.js loads one. */
const LOADING = 'import("./" + __nccwpck_require__.u(chunkId))';

/** A chunk of ncc's as a script that gives what the chunk exports. */
export function chunkScript(code) {
  const own = withoutImport(code);
  const id = EXPORTED.exec(own)?.[1];
  if (id === undefined) throw new Error('ncc writes its chunks in another way than before; see scripts/scripts-of.mjs');
  const modules = own.replace(EXPORTED, '').replace(/;\s*$/, '');
  return script(`return { id: ${id}, ids: [${id}], modules: ${modules} };`);
}

/** A whole program. */
export function programScript(code) {
  return script(withoutImport(code));
}

/** What runs a program's script in a thread. CommonJS, since to load a module takes Node some ten milliseconds more. */
export function programLoader(name) {
  const meta = "{ filename: __filename, dirname: __dirname, url: require('node:url').pathToFileURL(__filename).href }";
  return `'use strict';\nrequire('./scripts.cjs').runProgram(${meta}, '${name}');\n`;
}

/** src/scripts.ts, as both can load it. */
export function scriptLoader(code) {
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(code, { compilerOptions: options }).outputText;
}

/**
 * ncc's index.js, so that it loads chunks as scripts, and imports nothing: for the first `import` of a module, even of one of
 * its own, Node loads what else it can do without.
 */
export function startingProgram(code) {
  if (!code.includes(LOADING) || !code.includes(IMPORTED))
    throw new Error('ncc writes its index.js in another way than before; see scripts/scripts-of.mjs');
  const scripts = 'process.getBuiltinModule("module").createRequire(import.meta.filename)("./scripts.cjs")';
  const loaded = `Promise.resolve().then(() => ${scripts}.loadChunk(import.meta, __nccwpck_require__.u(chunkId)))`;
  return code
    .replace(IMPORTED, '')
    .replaceAll(REQUIRED, (_, name) => {
      if (!isBuiltin(name)) throw new Error(`the bundle requires ${name}, which is no module of Node's`);
      return `process.getBuiltinModule("${name}")`;
    })
    .replace(LOADING, loaded);
}

function withoutImport(code) {
  return code.startsWith(IMPORTED) ? code.slice(IMPORTED.length) : code;
}

/** Strict as a module is. Emscripten's loader in libpg-query looks for its file by __dirname, which an ES module has not. */
function script(body) {
  const lines = [
    `(function (${META}, require, ${KEEP}) {`,
    "'use strict';",
    `const { filename: __filename, dirname: __dirname } = ${META};`,
    withMeta(withRequire(body)),
    '})',
  ];
  const own = inAscii(`${lines.join('\n')}\n`);
  return `// ${createHash('sha256').update(own).digest('hex').slice(0, 32)}\n${own}`;
}

/** All stands in one folder. To make a `require` for each file, Node would have to load what loads modules. */
function withRequire(code) {
  return code.replaceAll(`${REQUIRE}(import.meta.url)`, 'require');
}

/** What is ASCII alone is loaded without being decoded. Beyond it there are only texts, patterns and comments. */
function inAscii(code) {
  const odd = /\\[^\x00-\x7f]|String\.raw`[^`]*[^\x00-\x7f]/.exec(code)?.[0];
  if (odd !== undefined) throw new Error(`cannot be written in ASCII: ${odd}`);
  return code.replaceAll(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A script has no `import.meta`, and cannot import. */
function withMeta(code) {
  const [begin, end] = ['async () => {\n', '\n}'];
  const changed = replacing(`${begin}${code}${end}`, (node) => {
    if (ts.isImportDeclaration(node) || node.kind === ts.SyntaxKind.ImportKeyword)
      throw new Error('a script cannot import');
    return ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword ? [node, META] : undefined;
  });
  return changed.slice(begin.length, -end.length);
}
