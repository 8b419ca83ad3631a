import { CALL_ANCHORS } from './backends/calls.ts';
import { needlesOf, searchTables } from './backends/recognise.ts';
import { BACKENDS } from './backends/registry.ts';
import { builtSearch, builtTables } from './built-search.ts';
import { CONTENT_ANCHORS } from './formats/misplaced.ts';
import { type AnchorSearch, searchWith } from './shared/anchors.ts';
import { BASE64_ANCHORS } from './shared/encoded.ts';
import { compileTables, type Tables } from './shared/filter/tables.ts';
import { type Needles, needlesWith } from './shared/wanted.ts';

/** The search for whatever Ajar knows, in artifacts and in the repository. */
export function searchForAll(): AnchorSearch {
  return builtSearch() ?? searchWith(tablesForAll());
}

/** What it looks up; scripts/build.mjs keeps them for builtSearch. */
export function tablesForAll(): Tables {
  return searchTables(BACKENDS, [...CONTENT_ANCHORS, ...CALL_ANCHORS], BASE64_ANCHORS);
}

/** What the texts are asked for that the search led to. */
export function needlesForAll(): Needles {
  return needlesWith(builtTables('needles.bin') ?? needleTables());
}

/** What they look up; scripts/build.mjs keeps them. */
export function needleTables(): Tables {
  return compileTables([...needlesOf(BACKENDS), ...BASE64_ANCHORS], []);
}
