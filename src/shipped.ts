import type { ArtifactEvent, ArtifactSummary, Candidate } from './artifacts/artifact.ts';
import { defaultArtifacts, OUTPUT_FOLDERS } from './artifacts/defaults.ts';
import { type FoundArtifacts, findArtifacts } from './artifacts/find.ts';
import { CALLS, type Usage, usageOf } from './backends/calls.ts';
import { compileRecogniser, keyTable, marksOf, type Recogniser } from './backends/recognise.ts';
import { BACKENDS } from './backends/registry.ts';
import { MISPLACED_KEY } from './backends/services/misplaced-file.ts';
import { type Begun, beginReading, lanesOf } from './beginning.ts';
import type { Entry } from './formats/format.ts';
import { mayBeMisplaced, misplaced } from './formats/misplaced.ts';
import { type Reader, readEntry } from './formats/read-entry.ts';
import { FORMATS } from './formats/registry.ts';
import { withUsages } from './join/usages.ts';
import type { AppInfo, ArtifactReport, Logger, Mention, Problem, Skipped } from './model.ts';
import type { Progress } from './progress.ts';
import { startReadings } from './reading.ts';
import { needlesForAll, searchForAll } from './search.ts';
import { artifactLocations, type Settings } from './settings/settings.ts';
import { compileWanted } from './shared/wanted.ts';
import { beginThread } from './thread.ts';

export interface ReadingDeps {
  readonly log: Logger;
  /** What has been begun with. */
  readonly begun?: Begun | undefined;
  /** Where somebody watches. */
  readonly progress?: Progress | undefined;
}

/** What all artifacts together name. */
export interface Shipped {
  readonly artifacts: readonly ArtifactReport[];
  readonly mentions: readonly Mention[];
  readonly problems: readonly Problem[];
  /** `pg_map_id` of the dex files, by the artifact's path. */
  readonly mapIds: ReadonlyMap<string, ReadonlySet<string>>;
  /** Text of the R8 mapping that the artifact brings along, by its path. */
  readonly mappings: ReadonlyMap<string, string>;
  /** Something that was asked for could not be scanned at all. */
  readonly failed: boolean;
}

interface Tools {
  readonly reader: Reader;
  readonly recognise: Recogniser;
}

/** Finds and reads the artifacts; each entry's texts are recognised while they stand in memory, and then forgotten. */
export async function readShipped(settings: Settings, deps: ReadingDeps): Promise<Shipped> {
  if (!settings.artifactsWanted) {
    return { artifacts: [], mentions: [], problems: [], mapIds: new Map(), mappings: new Map(), failed: false };
  }
  const { log, progress } = deps;
  const begun = deps.begun ?? (await beginReading(settings, beginThread(artifactLocations(settings))));
  const found = begun?.found ?? (await artifactsOf(settings, log));
  const lanes = lanesOf(settings);
  const count = found.candidates.length;
  const reading = startReadings(found.candidates, lanes, begun);
  let tools: Tools | undefined;
  const readAll = () =>
    inLanes([...found.candidates.entries()], lanes, async ([index, candidate]) => {
      log.info(count === 1 ? `reading ${candidate.path}` : `reading ${candidate.path} (${index + 1} of ${count})`);
      const { meter, partsWith } = reading.begin(candidate);
      const end = progress?.begin(candidate.path, meter);
      tools ??= compileTools();
      const ready = tools;
      const collected = Promise.all(partsWith(ready.reader.search).map((events) => collect(events, ready)));
      return joined(candidate, await collected.finally(end));
    });
  const read = await readAll().finally(reading.stop);
  const problems = [...found.problems, ...read.flatMap((one) => one.problems)];
  return {
    artifacts: read.map((one) => one.artifact),
    mentions: read.flatMap((one) => one.mentions),
    problems,
    mapIds: new Map(read.map(({ artifact, mapIds }) => [artifact.path, mapIds])),
    mappings: new Map(
      read.flatMap(({ artifact, mapping }) => (mapping === undefined ? [] : [[artifact.path, mapping] as const])),
    ),
    failed: found.candidates.length === 0 || found.problems.some(isFatal) || read.some(isFailed),
  };
}

/** Nothing of the artifact was read, or it is cut off or locked, so that what it hides is not known. */
function isFailed({ artifact, problems }: Read): boolean {
  const locked = problems.filter(({ kind }) => kind === 'encrypted').length;
  const { entries, read } = artifact.coverage;
  return read === 0 || locked * 2 >= Math.max(entries, 1) || problems.some(isFatal);
}

/** At most `lanes` at once, results in the order of the items. */
async function inLanes<T, R>(items: readonly T[], lanes: number, work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results = new Map<number, R>();
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) results.set(index, await work(item));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return items.flatMap((_, index) => results.get(index) ?? []);
}

/** A problem of the artifact as a whole: it names no entry within. */
export function isFatal({ kind, entry, line }: Problem): boolean {
  // What a line of the repository refers to, and is not there, is a gap; nobody asked to scan it.
  if (kind === 'not-found') return line === undefined;
  const isWhole = entry === undefined || !entry.includes('!/');
  return isWhole && (kind === 'unreadable' || kind === 'encrypted' || kind === 'truncated');
}

function compileTools(): Tools {
  const search = searchForAll();
  const needles = needlesForAll();
  const keys = keyTable(BACKENDS);
  const wanted = compileWanted(needles, keys, marksOf(BACKENDS));
  return {
    reader: { formats: FORMATS, search, wanted: { ...wanted, calls: CALLS } },
    recognise: compileRecogniser(BACKENDS, needles, keys),
  };
}

interface Read {
  readonly artifact: ArtifactReport;
  readonly mentions: readonly Mention[];
  readonly problems: readonly Problem[];
  readonly mapIds: ReadonlySet<string>;
  readonly mapping?: string;
}

/** What was collected from an artifact, or from one part of it. */
interface Collected {
  readonly mentions: Map<string, Mention>;
  readonly usages: Map<string, Usage>;
  readonly problems: Problem[];
  readonly mapIds: Set<string>;
  mapping?: string;
  app?: AppInfo;
  summary?: ArtifactSummary;
}

async function collect(events: AsyncIterable<ArtifactEvent>, { reader, recognise }: Tools): Promise<Collected> {
  const collected: Collected = { mentions: new Map(), usages: new Map(), problems: [], mapIds: new Set() };
  const { mentions, usages, problems, mapIds } = collected;
  for await (const event of events) {
    if (event.type === 'problem') {
      problems.push(event.problem);
    } else if (event.type === 'summary') {
      collected.summary = event;
    } else {
      for (const mention of misplacedIn(event.entry, recognise)) keep(mentions, mention);
      for (const reading of readEntry(reader, event.entry)) {
        if (reading.type === 'problem') problems.push(reading.problem);
        else if (reading.type === 'app') collected.app ??= reading.app;
        else if (reading.type === 'map-id') mapIds.add(reading.mapId);
        else if (reading.type === 'mapping') collected.mapping ??= reading.text;
        else {
          const usage = usageOf(reading.text);
          if (usage !== undefined) keepUsage(usages, usage);
          for (const mention of recognise(reading.text)) keep(mentions, mention);
        }
      }
    }
  }
  return collected;
}

/** The parts of an artifact, in their order: which of them came first says nothing. */
function joined(candidate: Candidate, parts: readonly Collected[]): Read {
  const [mentions, usages] = [new Map<string, Mention>(), new Map<string, Usage>()];
  for (const part of parts) {
    for (const mention of part.mentions.values()) keep(mentions, mention);
    for (const usage of part.usages.values()) keepUsage(usages, usage);
  }
  const problems = parts.flatMap((part) => part.problems);
  const limit = (what: string) =>
    problems.push({ kind: 'limit', path: candidate.path, reason: `more than ${what}; the rest was not looked at` });
  if (usages.size === MAX_USAGES) limit(`${MAX_USAGES} names of collections, tables and buckets in calls`);
  if (mentions.size >= MAX_MENTIONS) limit(`${MAX_MENTIONS} backends and keys`);
  const app = parts.find((part) => part.app !== undefined)?.app ?? { platform: platformOf(candidate.kind) };
  const mapping = parts.find((part) => part.mapping !== undefined)?.mapping;
  return {
    artifact: { path: candidate.path, kind: candidate.kind, app, ...totalsOf(parts) },
    mentions: withUsages([...mentions.values()], [...usages.values()]),
    problems,
    mapIds: new Set(parts.flatMap((part) => [...part.mapIds])),
    ...(mapping === undefined ? {} : { mapping }),
  };
}

function totalsOf(parts: readonly Collected[]): Pick<ArtifactReport, 'sha256' | 'size' | 'coverage'> {
  const summaries = parts.flatMap(({ summary }) => summary ?? []);
  const sum = (field: 'entries' | 'read') => summaries.reduce((total, summary) => total + summary[field], 0);
  const skipped = new Map<string, Skipped>();
  for (const one of summaries.flatMap((summary) => summary.skipped)) {
    const former = skipped.get(one.reason);
    const count = (former === undefined ? 0 : (former.count ?? 1)) + (one.count ?? 1);
    skipped.set(one.reason, count === 1 ? one : { ...(former ?? one), count });
  }
  const sha256 = summaries.find((summary) => summary.sha256 !== '')?.sha256 ?? '';
  const size = summaries[0]?.size ?? 0;
  return { sha256, size, coverage: { entries: sum('entries'), read: sum('read'), skipped: [...skipped.values()] } };
}

/**
 * A file that has no place in an app is told by its content, in which the search saw an anchor, or by its name or first bytes; pieces
 * of a large one by the first.
 */
function misplacedIn({ name, bytes, base, hits, place }: Entry, recognise: Recogniser): readonly Mention[] {
  if (base > 0 || (hits.length === 0 && !mayBeMisplaced(name, bytes))) return [];
  const what = misplaced(name, bytes.subarray(0, 4096));
  return what === undefined ? [] : recognise({ key: MISPLACED_KEY, value: what, place });
}

/** Far more than an app has; a hostile one could hold as many as fit into it. */
const MAX_USAGES = 10_000;

function keepUsage(usages: Map<string, Usage>, usage: Usage): void {
  if (usages.size < MAX_USAGES) usages.set(usageKey(usage), usage);
}

function usageKey({ kind, path, place, sameEntry }: Usage): string {
  return `${kind}\0${path}\0${sameEntry ? place.entry : ''}`;
}

/** Mentions of one thing in one artifact that are kept; a library may repeat a host thousands of times. */
const MAX_SAME = 16;

/** Of one artifact. Real apps name some hundreds; a report of more helps nobody, and a hostile app could hold millions. */
const MAX_MENTIONS = 20_000;

function keep(mentions: Map<string, Mention>, mention: Mention): void {
  const what = mention.type === 'backend' ? mention.name : mention.secret;
  for (let index = 0; index < MAX_SAME; index += 1) {
    const key = `${mention.kind}\0${what}\0${index}`;
    const former = mentions.get(key);
    if (former === undefined) {
      if (mentions.size < MAX_MENTIONS) mentions.set(key, mention);
      return;
    }
    const same = former.place.entry === mention.place.entry && former.place.locator === mention.place.locator;
    if (same && former.place.line === mention.place.line) {
      mentions.set(key, merged(former, mention));
      return;
    }
  }
}

/** The same spot seen twice: what each saw of paths and details is kept. */
function merged(former: Mention, mention: Mention): Mention {
  const details = { ...former.details, ...mention.details };
  if (former.type === 'credential' || mention.type === 'credential') return { ...former, details };
  return { ...former, details, paths: [...new Set([...(former.paths ?? []), ...(mention.paths ?? [])])] };
}

function platformOf(kind: Candidate['kind']): AppInfo['platform'] {
  if (kind === 'ipa' || kind === 'app' || kind === 'xcarchive') return 'ios';
  return kind === 'bundle' || kind === 'zip' || kind === 'file' ? 'unknown' : 'android';
}

/** The artifacts that the settings name, or, where they name none, what lies in the usual output folders. */
async function artifactsOf(settings: Settings, log: Logger): Promise<FoundArtifacts> {
  if (settings.artifacts.length > 0) return findArtifacts(settings.artifacts, settings.root);
  const { candidates, found } = await defaultArtifacts(settings.root);
  for (const { output, paths } of found) log.info(`${output.tool} output ${output.pattern}: ${paths.join(', ')}`);
  if (candidates.length > 0) return { candidates, problems: [] };
  const tools = [...new Set(OUTPUT_FOLDERS.map(({ tool }) => tool))].join(', ');
  const reason = `no app in the usual output folders of ${tools}: build it first, or name it (artifacts)`;
  return { candidates, problems: [{ kind: 'not-found', path: '.', reason }] };
}

/** The artifacts that a scan with these settings would read. */
export async function artifactPaths(settings: Settings): Promise<readonly string[]> {
  if (!settings.artifactsWanted) return [];
  const { candidates } = await findArtifacts(settings.artifacts, settings.root);
  return candidates.map(({ path }) => path);
}
