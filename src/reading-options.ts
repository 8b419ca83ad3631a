import type { AlwaysHint, ReadOptions } from './artifacts/artifact.ts';
import { addPairs, noPairs } from './artifacts/byte-pairs.ts';
import type { Hint } from './formats/format.ts';
import { MISPLACED_HINT, mayBeMisplaced } from './formats/misplaced.ts';
import { alwaysHints, compileAlways } from './formats/read-entry.ts';
import { FORMATS } from './formats/registry.ts';
import type { AnchorSearch } from './shared/anchors.ts';

/** What artifacts are read with, in whichever thread; `once` leaves out contents that were read before. */
export function readOptions(search: AnchorSearch, once: boolean): ReadOptions {
  const { always, withoutHits } = compileAlways(FORMATS);
  return {
    search,
    always: (head, name) => always(head, name) || mayBeMisplaced(name, head),
    withoutHits: (bytes, name) => withoutHits(bytes, name) || mayBeMisplaced(name, bytes),
    alwaysHint: joined([...alwaysHints(FORMATS), MISPLACED_HINT]),
    ...(once ? { seen: new Set<string>() } : {}),
  };
}

function joined(hints: readonly Hint[]): AlwaysHint {
  const begins = noPairs();
  const signs = new Uint8Array(256);
  for (const hint of hints) {
    for (const beginning of hint.begins ?? []) addPairs(begins, beginning);
    for (const byte of hint.signs ?? []) signs[byte] = 1;
  }
  const names = hints.flatMap(({ names: some }) => (some === undefined ? [] : [some.source]));
  return { begins, signs, names: new RegExp(names.join('|'), 'im') };
}
