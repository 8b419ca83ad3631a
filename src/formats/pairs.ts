import { MAX_NEIGHBOURS, MAX_TEXT_LENGTH, type Neighbour } from '../model.ts';
import type { Entry, Hit, Reading, Wanted } from './format.ts';
import { placeAt, type SourceText } from './source-text.ts';

/** A named value in a file that is a list of them: a property, an XML attribute, a setting. */
export interface Pair {
  readonly key: string;
  readonly value: string;
  /** Indices of the raw value: its first character and behind its last. */
  readonly start: number;
  readonly end: number;
  readonly locator: string;
}

const NEIGHBOUR_MAX_LENGTH = 4_096;

/** The wanted ones among the pairs of a file; around each stand the others, nearest first. */
export function* readPairs(
  entry: Entry,
  source: SourceText,
  pairs: readonly Pair[],
  wanted: Wanted,
): Generator<Reading, void, undefined> {
  for (const [index, pair] of pairs.entries()) {
    if (pair.value === '' || !(wanted.key(pair.key) || wanted.text(pair.value))) continue;
    const place = placeAt(entry, source, pair.start, pair.locator);
    const value = pair.value.slice(0, MAX_TEXT_LENGTH);
    yield { type: 'text', text: { value, key: pair.key, place, around: () => neighbours(pairs, index) } };
  }
}

function neighbours(pairs: readonly Pair[], index: number): readonly Neighbour[] {
  const found: Neighbour[] = [];
  for (let distance = 1; distance <= MAX_NEIGHBOURS && found.length < MAX_NEIGHBOURS; distance += 1) {
    for (const at of [-distance, distance]) {
      const pair = pairs[index + at];
      if (pair === undefined || pair.value === '' || pair.value.length > NEIGHBOUR_MAX_LENGTH) continue;
      found.push({ value: pair.value, key: pair.key, at });
    }
  }
  return found;
}

/** The hits that begin in no pair. */
export function hitsOutside(source: SourceText, hits: readonly Hit[], pairs: readonly Pair[]): readonly Hit[] {
  let next = 0;
  return hits.filter((hit) => {
    const from = source.indexAt(hit.offset);
    while ((pairs[next]?.end ?? Number.POSITIVE_INFINITY) <= from) next += 1;
    return from < (pairs[next]?.start ?? Number.POSITIVE_INFINITY);
  });
}
