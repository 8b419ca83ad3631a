import type { ReadOptions } from './artifacts/artifact.ts';
import { mayBeMisplaced } from './formats/misplaced.ts';
import { compileAlways } from './formats/read-entry.ts';
import { FORMATS } from './formats/registry.ts';
import type { AnchorSearch } from './shared/anchors.ts';

/** What artifacts are read with, in whichever thread; `once` leaves out contents that were read before. */
export function readOptions(search: AnchorSearch, once: boolean): ReadOptions {
  const always = compileAlways(FORMATS);
  return {
    search,
    always: (head, name) => always(head, name) || mayBeMisplaced(name, head),
    ...(once ? { seen: new Set<string>() } : {}),
  };
}
