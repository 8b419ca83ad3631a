// Compiles every assembly.ts, with what it takes from the folder assembly beside it, to WebAssembly, which is kept as text in
// code.ts: nothing has to be loaded from a file at run time, and the source runs without a build. `npm run wasm` after a change of
// one; `--check` says whether any is stale.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import asc from 'assemblyscript/asc';

const SRC = path.resolve(import.meta.dirname, '../src');
const FOLDERS = readdirSync(SRC, { recursive: true })
  .filter((file) => path.basename(file) === 'assembly.ts')
  .map((file) => path.join(SRC, path.dirname(file)));
const FLAGS = ['-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd', '--importMemory'];

/** The text of code.ts. */
async function compile(folder) {
  let wasm;
  const { error, stderr } = await asc.main(['assembly.ts', '--outFile', 'out.wasm', ...FLAGS], {
    readFile: (name) => {
      const file = path.join(folder, name);
      return existsSync(file) ? readFileSync(file, 'utf8') : null;
    },
    writeFile: (_, contents) => {
      wasm = contents;
    },
    listFiles: () => [],
  });
  if (error) throw new Error(`${folder}/assembly.ts does not compile: ${stderr}`, { cause: error });
  const lines = Buffer.from(wasm)
    .toString('base64')
    .match(/.{1,100}/g);
  const code = lines.map((line) => `  '${line}',`).join('\n');
  return `/** assembly.ts, compiled by scripts/wasm.mjs: WebAssembly in base64. */\nexport const CODE = [\n${code}\n].join('');\n`;
}

for (const folder of FOLDERS) {
  const target = path.join(folder, 'code.ts');
  const code = await compile(folder);
  if (!process.argv.includes('--check')) writeFileSync(target, code);
  else if (readFileSync(target, 'utf8') !== code) throw new Error(`${target} is stale: npm run wasm`);
}
