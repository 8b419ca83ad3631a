import type { Neighbour, Text } from '../model.ts';
import { hitsWithin, type Run, type RunOptions, runsAround, stringsNear } from '../shared/runs.ts';
import { type DartLayout, dartLayoutOf, dartStrings, dartStringsNear } from './dart-strings.ts';
import type { Entry, Hit } from './format.ts';

/** A stretch of an executable file that is read in one manner. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Locator: `.rodata`, `arm64 __TEXT,__cstring`. */
  readonly name: string;
  /** Nothing but NUL-terminated strings. */
  readonly literals: boolean;
}

const LITERAL_REACH = 16_384;
const NEIGHBOUR_REACH = 8_192;

/** The texts around the hits that lie in a stretch. */
export function* stretchTexts(entry: Entry, stretch: Stretch): Generator<Text, void, undefined> {
  const hits = hitsWithin(entry.hits, stretch.start, stretch.end);
  if (hits.length === 0) return;
  const dart = stretch.literals ? undefined : dartLayoutOf(entry.bytes, stretch);
  if (dart === undefined) yield* runTexts(entry, hits, stretch);
  else yield* dartTexts(entry, hits, stretch, dart);
}

function* runTexts(entry: Entry, hits: readonly Hit[], stretch: Stretch): Generator<Text, void, undefined> {
  const bounds = { start: stretch.start, end: stretch.end };
  const options: RunOptions = stretch.literals
    ? { ...bounds, delimiter: 'nul', reach: LITERAL_REACH }
    : { ...bounds, delimiter: 'control' };
  for (const run of runsAround(entry.bytes, hits, options)) {
    const text = textOf(entry, run, stretch.name, () =>
      stringsNear(entry.bytes, run, { ...options, reach: NEIGHBOUR_REACH }).map(({ value, offset }) => ({
        value,
        at: offset - run.offset,
      })),
    );
    yield stretch.literals ? text : { ...text, runTogether: true };
  }
}

/** A hit that no length fits (in source text of a debug build, in a table) is read as the run around it. */
function* dartTexts(
  entry: Entry,
  hits: readonly Hit[],
  stretch: Stretch,
  layout: DartLayout,
): Generator<Text, void, undefined> {
  const loose: Hit[] = [];
  for (const reading of dartStrings(entry.bytes, hits, stretch, layout)) {
    if (reading.type === 'loose') {
      loose.push(reading.hit);
      continue;
    }
    const { run } = reading;
    yield textOf(entry, run, `${stretch.name} Dart string`.trimStart(), () =>
      dartStringsNear(entry.bytes, run, stretch, layout).map(({ value }) => ({ value })),
    );
  }
  yield* runTexts(entry, loose, stretch);
}

export function textOf(entry: Entry, run: Run, locator: string, around: () => readonly Neighbour[]): Text {
  const place = { ...entry.place, offset: entry.base + run.offset };
  return { value: run.value, place: locator === '' ? place : { ...place, locator }, around };
}

/** Ascending and without overlap, so that headers which name the same bytes again and again cost no more than once. */
export function disjoint(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  let edge = 0;
  for (const stretch of [...stretches].sort((left, right) => left.start - right.start)) {
    const start = Math.max(stretch.start, edge);
    if (start >= stretch.end) continue;
    found.push({ ...stretch, start });
    edge = stretch.end;
  }
  return found;
}

/** The hits that lie in none of the stretches; both ascending. */
export function hitsOutside(hits: readonly Hit[], stretches: readonly Stretch[]): Hit[] {
  const inside = new Set<Hit>();
  for (const stretch of stretches) for (const hit of hitsWithin(hits, stretch.start, stretch.end)) inside.add(hit);
  return hits.filter((hit) => !inside.has(hit));
}
