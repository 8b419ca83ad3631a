import type { Mention, Place } from '../model.ts';
import { compiledFrom, type SourcesByName, sourcesByName } from './compiled-from.ts';
import { readersOf, traceName } from './named-values.ts';
import { traceParts } from './parts.ts';
import { byRank, isQuiet, uniquePlaces } from './rank.ts';
import { type SourceFile, traceValues } from './trace.ts';

/** A backend or credential whose place in the repository is looked for. */
export interface Subject {
  readonly id: string;
  /** What can stand in a file for it: its name, its account, a key's text. */
  readonly values: readonly string[];
  readonly mentions: readonly Mention[];
}

/** Searches of a whole repository that are made for one subject each; values are looked for all at once. */
const MAX_SEARCHES = 200;
const MAX_MENTIONS = 4;
const MAX_ORIGINS = 32;

/**
 * For each subject the repo places that a developer can act on, best first: where it is recognised in config or source,
 * where its value stands, where the name it ships under is defined, where it is put together, and the source file of
 * the class that holds it.
 */
export function traceOrigins(
  subjects: readonly Subject[],
  files: readonly SourceFile[],
): ReadonlyMap<string, readonly Place[]> {
  if (files.length === 0)
    return new Map(subjects.map(({ id, mentions }) => [id, uniquePlaces(recognisedIn(mentions))]));
  const values = traceValues(
    subjects.flatMap((subject) => subject.values),
    files,
  );
  const found = new Map(subjects.map((subject) => [subject.id, valuePlaces(subject, values)]));
  const missing = subjects
    .filter(({ id }) => (found.get(id) ?? []).every(({ path }) => isQuiet(path)))
    .slice(0, MAX_SEARCHES);
  const parts = traceParts(
    missing.flatMap((subject) => subject.values),
    files,
  );
  const sources = sourcesByName(files);
  for (const subject of missing) {
    const composed = subject.values.flatMap((value) => parts.get(value) ?? []);
    const indirect = shippedPlaces(subject.mentions).flatMap((place) => traceName(place, files));
    found.set(subject.id, [...composed, ...indirect, ...(found.get(subject.id) ?? [])]);
  }
  return new Map(
    subjects.map((subject) => {
      const places = withCompiled(found.get(subject.id) ?? [], subject.mentions, sources);
      const readers = places.slice(0, 1).flatMap((place) => readersOf(place, files));
      return [subject.id, uniquePlaces([...places.slice(0, 1), ...readers, ...places.slice(1)]).slice(0, MAX_ORIGINS)];
    }),
  );
}

function recognisedIn(mentions: readonly Mention[]): readonly Place[] {
  return mentions
    .map(({ place }) => place)
    .filter(({ origin }) => origin === 'repo')
    .sort(byRank);
}

/** A file in which the backend was recognised by its key needs no other line where merely its name stands. */
function valuePlaces({ values, mentions }: Subject, traced: ReadonlyMap<string, readonly Place[]>): readonly Place[] {
  const recognised = recognisedIn(mentions);
  const known = new Set(recognised.filter(({ line }) => line !== undefined).map(({ path }) => path));
  const bare = values.flatMap((value) => traced.get(value) ?? []).filter(({ path }) => !known.has(path));
  return [...recognised, ...bare].sort(byRank);
}

function shippedPlaces(mentions: readonly Mention[]): readonly Place[] {
  return mentions
    .map(({ place }) => place)
    .filter(({ origin }) => origin === 'artifact')
    .slice(0, MAX_MENTIONS);
}

/** The class that ships the value tells which of several files is meant; with no line found, it is the best there is. */
function withCompiled(
  places: readonly Place[],
  mentions: readonly Mention[],
  sources: SourcesByName,
): readonly Place[] {
  const compiled = mentions
    .filter(({ place, holder }) => place.origin === 'artifact' && holder !== undefined)
    .slice(0, MAX_MENTIONS)
    .flatMap(({ place, holder }) => {
      const source = place.source === undefined ? {} : { source: place.source };
      return compiledFrom({ ...source, ...(holder === undefined ? {} : { holder }) }, sources) ?? [];
    });
  const holding = new Set(compiled.map(({ path }) => path));
  const shown = places.filter(({ path }) => !isQuiet(path));
  const inHolder = shown.filter(({ path }) => holding.has(path));
  const elsewhere = shown.filter(({ path }) => !holding.has(path));
  const added = compiled.filter(({ path }) => !inHolder.some((place) => place.path === path));
  return [...inHolder, ...elsewhere, ...added, ...places.filter(({ path }) => isQuiet(path))];
}
