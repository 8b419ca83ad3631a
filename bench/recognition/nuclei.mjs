#!/usr/bin/env node
/**
 * Prints the patterns of nuclei's file templates, as apkleaks keeps its own: an object of lists, by template.
 *
 *     node bench/recognition/nuclei.mjs nuclei-templates/file/keys > nuclei.json
 *
 * A template counts for what its extractors and matchers seek by regular expression; those that look for words alone are
 * about settings, not secrets.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: nuclei.mjs FOLDER');

const templates = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => parse(readFileSync(join(folder, name), 'utf8')))
  .map(({ id, file = [] }) => [id, file.flatMap(patternsOf)])
  .filter(([, patterns]) => patterns.length > 0);
console.log(JSON.stringify(Object.fromEntries(templates), undefined, 1));

function patternsOf({ extractors = [], matchers = [] }) {
  return [...extractors, ...matchers].flatMap(({ type, regex = [] }) => (type === 'regex' ? regex : []));
}
