import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type AnchorSearch, searchWith } from './shared/anchors.ts';
import type { Tables } from './shared/filter/tables.ts';
import { unpackTables } from './shared/filter/tables-file.ts';

/** Laid beside the bundle by scripts/build.mjs: making them takes longer than a small scan. */
type Built = 'search.bin' | 'needles.bin';

/** The search for whatever Ajar knows; undefined where the source runs as it is. */
export function builtSearch(): AnchorSearch | undefined {
  const tables = builtTables('search.bin');
  return tables === undefined ? undefined : searchWith(tables);
}

/** The tables of a search; undefined where the source runs as it is. */
export function builtTables(name: Built): Tables | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path.join(import.meta.dirname, name));
  } catch {
    return undefined;
  }
  return unpackTables(bytes);
}
