/**
 * The search for the anchors of all backends alone: megabytes a second of CPU time, over the bytes of FILE as they are.
 *
 *     npx tsc -p tsconfig.build.json --outDir /tmp/lib && node bench/search.mjs /tmp/lib FILE …
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROUNDS = 5;
const PIECE = 1024 * 1024;

const [lib, ...files] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(join(lib, name)).href);
const { searchForAll } = await load('search.js');
const search = searchForAll();

for (const file of files) {
  const bytes = readFileSync(file);
  const rates = [];
  let hits = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const started = process.cpuUsage();
    hits = 0;
    for (let at = 0; at < bytes.length; at += PIECE) hits += search.find(bytes.subarray(at, at + PIECE)).length;
    const { user, system } = process.cpuUsage(started);
    rates.push(bytes.length / (user + system));
  }
  const [slowest, , median, , fastest] = rates.sort((left, right) => left - right).map(Math.round);
  console.log(`${file}: ${median} MB/s (${slowest} to ${fastest}), ${hits} hits`);
}
