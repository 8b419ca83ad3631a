#!/usr/bin/env node
/**
 * Scores what the recognisers find in labelled lines: recall and precision of each kind.
 *
 *     npx tsc -p tsconfig.build.json --outDir /tmp/lib
 *     node bench/recognition.mjs /tmp/lib [LINES.jsonl...] [--disagreements FILE]
 *
 * Without lines it scores the examples of the registry. LINES come from `recognition/lines.mjs`. A case is read as the
 * scan reads a file that holds it: reader, neighbours and recogniser are the compiled ones. Secrets are masked.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { judgementOf } from './recognition/judgements.mjs';
import { EXCLUDED, FALSE_ONLY, KINDS } from './recognition/kinds.mjs';
import { compileCases } from './recognition/reading.mjs';

const { lib, files, disagreementsFile } = argumentsOf(process.argv.slice(2));
const { BACKENDS } = await load('backends/registry.js');
const { credentials, kindsIn } = await compileCases(lib);

const cases = files.flatMap((file) => jsonLines(readFileSync(file, 'utf8')));
const own = exampleResults();
const results = cases.flatMap(resultOf);

print('own examples', own);
if (cases.length > 0) {
  print('suites, labels as they are', results);
  print(
    'suites, without labels judged wrong',
    results.filter((one) => !isSetAside(one)),
  );
  printJudgements(results);
}
if (disagreementsFile !== undefined) writeFileSync(disagreementsFile, disagreementsOf(results));

function load(path) {
  return import(pathToFileURL(join(resolve(lib), path)).href);
}

function argumentsOf(args) {
  const at = args.indexOf('--disagreements');
  const rest = at === -1 ? args : args.toSpliced(at, 2);
  const [lib, ...files] = rest;
  if (lib === undefined) throw new Error('usage: recognition.mjs LIB [LINES.jsonl...] [--disagreements FILE]');
  return { lib, files, disagreementsFile: at === -1 ? undefined : args[at + 1] };
}

function jsonLines(text) {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** Each definition on its own examples; what else may come out is another definition's. */
function exampleResults() {
  return BACKENDS.flatMap((definition) =>
    definition.examples.map((example) => {
      const { around, key, runTogether } = example;
      const text = {
        value: example.text,
        ...(key === undefined ? {} : { key }),
        ...(runTogether === undefined ? {} : { runTogether }),
        ...(around === undefined ? {} : { around: () => around }),
        place: { origin: 'artifact', path: 'app.apk', offset: 0 },
      };
      const found = [...definition.recognise(text)].length > 0;
      const label = example.gives.length > 0;
      return { kind: definition.kind, label, hit: label && found, extra: !label && found ? [definition.kind] : [] };
    }),
  );
}

/**
 * A true case is hit if one of its rule's kinds comes out. Whatever other credential comes out of any case is a false alarm
 * of its kind; hosts are named by many cases, and no suite labels them. Empty where the case is not scored.
 */
function resultOf(one) {
  if (one.rule in EXCLUDED && !(FALSE_ONLY.has(one.rule) && !one.label)) return [];
  const kinds = KINDS[one.rule] ?? [];
  const label = one.label && kinds.length > 0;
  const found = kindsIn(one.text);
  const hit = label && kinds.some((kind) => found.has(kind));
  const extra = [...found].filter((kind) => credentials.has(kind) && (!label || !kinds.includes(kind)));
  const result = { ...one, label, kind: kinds[0], found: [...found], hit, extra };
  const agreed = (!label || hit) && extra.length === 0;
  const judgement = agreed ? undefined : judgementOf(result);
  return [{ ...result, agreed, ...(judgement === undefined ? {} : { judgement }) }];
}

function print(title, all) {
  const kinds = [
    ...new Set(all.flatMap(({ kind, extra }) => [...(kind === undefined ? [] : [kind]), ...extra])),
  ].sort();
  const rows = kinds.map((kind) => {
    const mine = all.filter((one) => one.kind === kind);
    const trues = mine.filter((one) => one.label);
    const hits = trues.filter((one) => one.hit).length;
    const alarms = all.filter((one) => one.extra.includes(kind)).length;
    return [kind, trues.length, mine.length - trues.length, ratio(hits, trues.length), ratio(hits, hits + alarms)];
  });
  const trues = all.filter((one) => one.label);
  const hits = trues.filter((one) => one.hit).length;
  const alarms = all.reduce((sum, one) => sum + one.extra.length, 0);
  rows.push(['all', trues.length, all.length - trues.length, ratio(hits, trues.length), ratio(hits, hits + alarms)]);
  console.log(`\n## ${title}\n\n| kind | true | false | recall | precision |\n| --- | --- | --- | --- | --- |`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

/** A limit of ours stays a miss or a false alarm. */
function isSetAside({ judgement }) {
  return judgement !== undefined && !judgement.startsWith('limit of ours');
}

function ratio(part, whole) {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}

function printJudgements(all) {
  const counts = new Map();
  for (const { judgement } of all) if (judgement) counts.set(judgement, (counts.get(judgement) ?? 0) + 1);
  console.log('\n## disagreements\n\n| cases | why |\n| --- | --- |');
  for (const [why, count] of [...counts].sort((left, right) => right[1] - left[1]))
    console.log(`| ${count} | ${why} |`);
}

/** For the eye; holds the texts in clear, so it is written to a file of the caller's choice only. */
function disagreementsOf(all) {
  return all
    .filter((one) => !one.agreed && one.judgement === undefined)
    .map(({ suite, rule, label, found, text }) => {
      const id = createHash('sha256').update(text).digest('hex').slice(0, 8);
      return `${id} ${suite} ${rule} ${label ? 'true' : 'false'} [${found.join(' ')}] ${JSON.stringify(text).slice(0, 600)}\n`;
    })
    .join('');
}
