// Compiles src/shared/filter/assembly.ts to WebAssembly, which is kept as text beside it: nothing has to be loaded from a file
// at run time, and the source runs without a build. `npm run filter` after a change of it; `--check` says whether it is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import asc from 'assemblyscript/asc';

const folder = path.resolve(import.meta.dirname, '../src/shared/filter');

/** The text of code.ts. */
async function compileFilter() {
  const flags = ['-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd', '--importMemory'];
  let wasm;
  const { error, stderr } = await asc.main(['assembly.ts', '--outFile', 'filter.wasm', ...flags], {
    readFile: (name) => (name === 'assembly.ts' ? readFileSync(path.join(folder, name), 'utf8') : null),
    writeFile: (_, contents) => {
      wasm = contents;
    },
    listFiles: () => [],
  });
  if (error) throw new Error(`assembly.ts does not compile: ${stderr}`, { cause: error });
  const lines = Buffer.from(wasm)
    .toString('base64')
    .match(/.{1,100}/g);
  const code = lines.map((line) => `  '${line}',`).join('\n');
  return `/** assembly.ts, compiled by scripts/filter.mjs: WebAssembly in base64. */\nexport const CODE = [\n${code}\n].join('');\n`;
}

const target = path.join(folder, 'code.ts');
const code = await compileFilter();
if (!process.argv.includes('--check')) writeFileSync(target, code);
else if (readFileSync(target, 'utf8') !== code) throw new Error('src/shared/filter/code.ts is stale: npm run filter');
