import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize } from 'node:v8';
import { type AnchorSearch, searchWith } from './shared/anchors.ts';

/** The tables of the search, laid beside the bundle by scripts/build.mjs: making them takes longer than a small scan. */
const FILE = path.join(import.meta.dirname, 'search.bin');

/** The search for whatever Ajar knows; undefined where the source runs as it is. */
export function builtSearch(): AnchorSearch | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(FILE);
  } catch {
    return undefined;
  }
  return searchWith(deserialize(bytes));
}
