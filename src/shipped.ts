import type { ArtifactEvent, Candidate } from './artifacts/artifact.ts';
import { defaultArtifacts, OUTPUT_FOLDERS } from './artifacts/defaults.ts';
import { type FoundArtifacts, findArtifacts } from './artifacts/find.ts';
import { CALL_ANCHORS, CALLS, type Usage, usageOf } from './backends/calls.ts';
import { compileRecogniser, compileSearch, keysOf, marksOf, type Recogniser } from './backends/recognise.ts';
import { BACKENDS } from './backends/registry.ts';
import { MISPLACED_KEY } from './backends/services/misplaced-file.ts';
import type { Entry } from './formats/format.ts';
import { CONTENT_ANCHORS, misplaced } from './formats/misplaced.ts';
import { type Reader, readEntry } from './formats/read-entry.ts';
import { FORMATS } from './formats/registry.ts';
import { withUsages } from './join/usages.ts';
import type { AppInfo, ArtifactReport, Logger, Mention, Problem } from './model.ts';
import { startReadings } from './reading.ts';
import type { Settings } from './settings/settings.ts';
import { BASE64_ANCHORS, ESCAPED_ANCHORS } from './shared/encoded.ts';
import { compileWanted } from './shared/wanted.ts';

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
export async function readShipped(settings: Settings, log: Logger): Promise<Shipped> {
  if (!settings.artifactsWanted) {
    return { artifacts: [], mentions: [], problems: [], mapIds: new Map(), mappings: new Map(), failed: false };
  }
  const found = await artifactsOf(settings, log);
  const lanes = settings.jobs ?? 1;
  const tools = compileTools();
  const count = found.candidates.length;
  const reading = await startReadings(found.candidates, tools.reader.search, lanes === 1);
  const read = await inLanes([...found.candidates.entries()], lanes, ([index, candidate]) => {
    log.info(count === 1 ? `reading ${candidate.path}` : `reading ${candidate.path} (${index + 1} of ${count})`);
    return readOne(candidate, reading.read(candidate), tools);
  });
  await reading.stop();
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
  const search = compileSearch(
    BACKENDS,
    [...CONTENT_ANCHORS, ...CALL_ANCHORS],
    [...BASE64_ANCHORS, ...ESCAPED_ANCHORS],
  );
  const anchors = [...BACKENDS.flatMap(({ anchors }) => anchors), ...BASE64_ANCHORS];
  const wanted = compileWanted(anchors, keysOf(BACKENDS), marksOf(BACKENDS));
  return {
    reader: { formats: FORMATS, search, wanted: { ...wanted, calls: CALLS } },
    recognise: compileRecogniser(BACKENDS),
  };
}

interface Read {
  readonly artifact: ArtifactReport;
  readonly mentions: readonly Mention[];
  readonly problems: readonly Problem[];
  readonly mapIds: ReadonlySet<string>;
  readonly mapping?: string;
}

async function readOne(candidate: Candidate, events: AsyncIterable<ArtifactEvent>, tools: Tools): Promise<Read> {
  const mentions = new Map<string, Mention>();
  const problems: Problem[] = [];
  const mapIds = new Set<string>();
  const usages = new Map<string, Usage>();
  let mapping: string | undefined;
  let app: AppInfo | undefined;
  let artifact: ArtifactReport = {
    path: candidate.path,
    kind: candidate.kind,
    sha256: '',
    size: 0,
    app: { platform: platformOf(candidate.kind) },
    coverage: { entries: 0, read: 0, skipped: [] },
  };
  for await (const event of events) {
    if (event.type === 'problem') {
      problems.push(event.problem);
    } else if (event.type === 'summary') {
      const { sha256, size, entries, read, skipped } = event;
      artifact = { ...artifact, sha256, size, coverage: { entries, read, skipped } };
    } else {
      for (const mention of misplacedIn(event.entry, tools.recognise)) keep(mentions, mention);
      for (const reading of readEntry(tools.reader, event.entry)) {
        if (reading.type === 'problem') problems.push(reading.problem);
        else if (reading.type === 'app') app ??= reading.app;
        else if (reading.type === 'map-id') mapIds.add(reading.mapId);
        else if (reading.type === 'mapping') mapping ??= reading.text;
        else {
          const usage = usageOf(reading.text);
          if (usage !== undefined && usages.size < MAX_USAGES) usages.set(usageKey(usage), usage);
          for (const mention of tools.recognise(reading.text)) keep(mentions, mention);
        }
      }
    }
  }
  if (usages.size === MAX_USAGES) {
    const reason = `more than ${MAX_USAGES} names of collections, tables and buckets in calls; the rest was not looked at`;
    problems.push({ kind: 'limit', path: candidate.path, reason });
  }
  if (mentions.size >= MAX_MENTIONS) {
    const reason = `more than ${MAX_MENTIONS} backends and keys; the rest was not looked at`;
    problems.push({ kind: 'limit', path: candidate.path, reason });
  }
  return {
    artifact: app === undefined ? artifact : { ...artifact, app },
    mentions: withUsages([...mentions.values()], [...usages.values()]),
    problems,
    mapIds,
    ...(mapping === undefined ? {} : { mapping }),
  };
}

/** A file that has no place in an app is told by its content; pieces of a large one by the first. */
function misplacedIn(entry: Entry, recognise: Recogniser): readonly Mention[] {
  const what = entry.base === 0 ? misplaced(entry.name, entry.bytes.subarray(0, 4096)) : undefined;
  return what === undefined ? [] : recognise({ key: MISPLACED_KEY, value: what, place: entry.place });
}

/** Far more than an app has; a hostile one could hold as many as fit into it. */
const MAX_USAGES = 10_000;

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
