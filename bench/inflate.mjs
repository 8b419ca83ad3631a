/**
 * The inflater alone beside Node's zlib, in MB of output a second: the best of seven turns each, on the same deflated bytes.
 *
 *     npx tsc -p tsconfig.build.json --outDir /tmp/lib && node bench/inflate.mjs /tmp/lib FILE …
 */
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const [lib, ...files] = process.argv.slice(2);
const { inflateInto } = await import(pathToFileURL(join(resolve(lib), 'artifacts/inflate.js')).href);
const TURNS = 7;

for (const file of files) {
  const bytes = readFileSync(file);
  const data = deflateRawSync(bytes);
  const room = Buffer.alloc(bytes.length);
  const ways = {
    ajar: () => inflateInto(data, room),
    zlib: () => inflateRawSync(data, { chunkSize: bytes.length + 64 }),
  };
  const best = { ajar: Number.POSITIVE_INFINITY, zlib: Number.POSITIVE_INFINITY };
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [name, inflate] of Object.entries(ways)) {
      const started = performance.now();
      inflate();
      best[name] = Math.min(best[name], performance.now() - started);
    }
  }
  if (!room.equals(bytes)) throw new Error(`${file}: inflated to something else`);
  const rate = (name) => Math.round(bytes.length / 1000 / best[name]);
  console.log(`${basename(file)}: ajar ${rate('ajar')} MB/s, zlib ${rate('zlib')} MB/s`);
}
