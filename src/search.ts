import { CALL_ANCHORS } from './backends/calls.ts';
import { searchTables } from './backends/recognise.ts';
import { BACKENDS } from './backends/registry.ts';
import { builtSearch } from './built-search.ts';
import { CONTENT_ANCHORS } from './formats/misplaced.ts';
import { type AnchorSearch, searchWith } from './shared/anchors.ts';
import { BASE64_ANCHORS } from './shared/encoded.ts';
import type { Tables } from './shared/filter/tables.ts';

/** The search for whatever Ajar knows, in artifacts and in the repository. */
export function searchForAll(): AnchorSearch {
  return builtSearch() ?? searchWith(tablesForAll());
}

/** What it looks up; scripts/build.mjs keeps them for builtSearch. */
export function tablesForAll(): Tables {
  return searchTables(BACKENDS, [...CONTENT_ANCHORS, ...CALL_ANCHORS], BASE64_ANCHORS);
}
