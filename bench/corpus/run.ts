/**
 * Plants one backend, or one credential, in every place that docs/formats.md promises to read, with the toolchains that make such files, scans all
 * of it with the sources of this repository, and says of each place whether it was found and where. Anything else
 * that is found is said as well. README.md beside this file tells what has to be installed.
 *
 *   npx tsc -p bench/corpus/tsconfig.json && node lib/corpus/bench/corpus/run.js [--keep DIR] [--hermes DIR] [--all] [--plant bucket|aws|google|stripe|azure|supabase]
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Place } from '../../src/model.ts';
import { plantAndroid } from './android.ts';
import { shellOf } from './apps.ts';
import { plantCallSites } from './calls.ts';
import { plantContainers } from './containers.ts';
import { plantData } from './data.ts';
import { plantFrameworks } from './frameworks.ts';
import { plantIos } from './ios.ts';
import { plantNamed } from './named.ts';
import { plantPairs } from './pairs.ts';
import { PAYLOADS, type Payload } from './payloads.ts';
import type { Plant, Shelf } from './plants.ts';

interface Report {
  readonly backends: readonly {
    readonly id: string;
    readonly shipped: readonly Place[];
    readonly paths: readonly string[];
  }[];
  readonly credentials: readonly { readonly id: string; readonly kind: string; readonly shipped: readonly Place[] }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly credential?: string;
    readonly places: readonly Place[];
  }[];
  readonly coverage: {
    readonly problems: readonly { readonly path: string; readonly entry?: string; readonly reason: string }[];
  };
}

const { values } = parseArgs({
  options: {
    keep: { type: 'string' },
    hermes: { type: 'string' },
    all: { type: 'boolean' },
    plant: { type: 'string', default: 'bucket' },
  },
});
const payload = payloadOf(values.plant);
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'ajar-corpus-'));
const [root, work] = [join(folder, 'artifacts'), join(folder, 'work')];
for (const path of [root, work]) {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
}
const shelf: Shelf = { root, work, hermes: values.hermes, payload, shell: shellOf({ work }), plants: [] };
const all = [
  plantAndroid,
  plantContainers,
  plantIos,
  plantFrameworks,
  plantCallSites,
  plantData,
  plantPairs,
  plantNamed,
];
for (const plantSome of all) plantSome(shelf);
writeFileSync(join(folder, 'plants.json'), JSON.stringify(shelf.plants, null, 1));

const results = shelf.plants.map((plant) => ({ plant, verdict: '' }));
const report = scan();
writeFileSync(join(folder, 'report.json'), JSON.stringify(report, null, 1));
let right = 0;
for (const result of results) {
  result.verdict = verdictOf(result.plant, report);
  if (result.verdict === 'right') right += 1;
  if (values.all || result.verdict !== 'right')
    console.log(`${result.verdict}  ${result.plant.place}  ${result.plant.id}`);
}
const surplus = surplusOf(report);
for (const line of surplus) console.log(`not planted  ${line}`);
for (const { path, entry, reason } of report.coverage.problems) console.log(`problem  ${entry ?? path}: ${reason}`);
console.log(`${right} of ${results.length} places right, ${surplus.length} things found that were not planted`);
if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
process.exitCode = right === results.length && surplus.length === 0 ? 0 : 1;

/** With one artifact after the other in one run; the exit code says nothing here. */
function scan(): Report {
  const file = join(folder, 'scan.json');
  const artifacts = [...new Set(shelf.plants.map(({ artifact }) => artifact))];
  const cli = join(import.meta.dirname, '../../src/cli.js');
  try {
    execFileSync(process.execPath, [cli, 'scan', ...artifacts, '--json', file], {
      cwd: shelf.root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } catch (error) {
    const said = (error as { readonly stderr?: Buffer }).stderr?.toString() ?? '';
    if (/Error|at \S+:\d+/.test(said)) console.error(said.slice(0, 2_000));
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

function payloadOf(name: string): Payload {
  const found = PAYLOADS[name];
  if (found === undefined) throw new Error(`--plant takes one of ${Object.keys(PAYLOADS).join(', ')}`);
  return found;
}

function placesOf(id: string, { backends, credentials, findings }: Report): readonly Place[] {
  const rule = id.startsWith('finding:') ? id.slice('finding:'.length) : undefined;
  if (rule === undefined) return [...backends, ...credentials].find((one) => one.id === id)?.shipped ?? [];
  return findings.filter((finding) => finding.rule === rule).flatMap(({ places }) => places);
}

function verdictOf(plant: Plant, found: Report): string {
  const places = placesOf(plant.id, found).filter(({ path }) => path === plant.artifact);
  if (places.length === 0) return 'MISSED';
  const named = found.backends.find(({ id }) => id === plant.id)?.paths ?? [];
  if (plant.paths !== undefined && [...named].sort().join() !== [...plant.paths].sort().join()) {
    return `OTHER PATHS (${named.join(' ')})`;
  }
  if (places.some((place) => isThere(place, plant))) return 'right';
  const [first] = places;
  return `ELSEWHERE (${first?.entry ?? ''} ${first?.locator ?? ''} line ${first?.line ?? '-'})`;
}

function isThere(place: Place, { artifact, entry, locator, line }: Plant): boolean {
  const chain = entry === '' ? undefined : `${basename(artifact)}!/${entry}`;
  if (chain !== undefined && place.entry !== chain) return false;
  if (line !== undefined && place.line !== line) return false;
  return (
    locator === undefined ||
    (typeof locator === 'string' ? place.locator === locator : locator.test(place.locator ?? ''))
  );
}

function surplusOf({ backends, credentials, findings }: Report): readonly string[] {
  const planted = new Set(shelf.plants.flatMap(({ id, word }) => [id, ...payload.also(word)]));
  const at = (places: readonly Place[]) =>
    places.map(({ path, entry, locator }) => `${entry ?? path} ${locator ?? ''}`).join('; ');
  return [
    ...backends.filter(({ id }) => !planted.has(id)).map(({ id, shipped }) => `${id}  ${at(shipped)}`),
    ...credentials
      .filter(({ id, kind }) => kind !== 'misplaced-file' && !planted.has(id))
      .map(({ kind, shipped }) => `${kind}  ${at(shipped)}`),
    ...findings
      .filter(({ rule, credential }) => !planted.has(`finding:${rule}`) && !planted.has(credential ?? ''))
      .map(({ rule, places }) => `${rule}  ${at(places)}`),
  ];
}
