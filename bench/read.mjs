/**
 * The reading alone, without readers, recognisers and reports: what the artifacts room costs.
 *
 *     npx tsc -p tsconfig.build.json --outDir /tmp/lib && node bench/read.mjs /tmp/lib FILE
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [lib, file] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(join(lib, name)).href);
const { findArtifacts } = await load('artifacts/find.js');
const { readArtifact } = await load('artifacts/read.js');
const { compileAnchors } = await load('shared/anchors.js');

/** As many anchors as the backends have, or will have: half of them hosts, a few short ones. */
const ANCHORS = [
  ...['s3://', 'AKIA', 'ASIA', 'gs://', 'AIza', '.r2.dev', 'eyJh', 'amazonaws.com', 'firebaseio.com', 'appspot.com'],
  ...[
    'firebasedatabase.app',
    'firebasestorage',
    'googleapis.com',
    'blob.core.windows.net',
    'AccountKey=',
    'supabase.co',
  ],
  ...Array.from({ length: 48 }, (_, index) => `${'qwertzuiopasdfg'.slice(index % 9, (index % 9) + 5)}-${index}.cloud`),
];
const search = compileAnchors(ANCHORS);
const always = (_head, name) => name.endsWith('.dex') || name.endsWith('.arsc') || name === 'AndroidManifest.xml';

const { candidates } = await findArtifacts([file], process.cwd());
let entries = 0;
let hits = 0;
for (const candidate of candidates) {
  for await (const event of readArtifact(candidate, { search, always, seen: new Set() })) {
    if (event.type === 'problem') console.error(event.problem);
    if (event.type === 'summary') console.log(JSON.stringify({ ...event, emitted: entries, hits }));
    if (event.type !== 'entry') continue;
    entries++;
    hits += event.entry.hits.length;
  }
}
