import type { AnchorSearch, FoundAnchor } from '../shared/anchors.ts';
import { messageOf } from '../shared/errors.ts';
import { hitsWithin } from '../shared/runs.ts';
import type { ArtifactEvent, Part } from './artifact.ts';
import { lent } from './lending.ts';
import { type Amount, DEDUPE_FROM, exhausted, shareOf } from './limits.ts';
import type { ByteSource } from './source.ts';
import { problemEvent, type Run, skip } from './tally.ts';
import { type Found, look, MAX_HITS, visit } from './visit.ts';
import { looksLikeZip, readDirectory } from './zip.ts';
import { type Batch, batches, createRooms, MAX_SEARCHES, type Opened, openBatch } from './zip-open.ts';
import type { ZipEntry } from './zip-records.ts';

/** Reads an archive, the archives within it included. `chain` is its own name, `depth` how many archives hold it. */
export async function* readArchive(
  run: Run,
  source: ByteSource,
  chain: string,
  depth: number,
): AsyncGenerator<ArtifactEvent, void, undefined> {
  const { limits } = run.budget;
  const part = depth === 0 ? run.options.part : undefined;
  const directory = await readDirectory(source, limits);
  if (part !== 'lent') {
    for (const { kind, reason } of directory.problems) yield problemEvent(run, chain, kind, reason);
  }
  const entries = selected(run, chain, partOf(run, directory.entries, part));
  const searches = { left: MAX_SEARCHES };
  const rooms = createRooms(run.options.rooms);
  let left = entries.length;
  for (const batch of batches(entries)) {
    const result = await openBatch(source, batch, limits, searches, rooms).catch(messageOf);
    if (typeof result === 'string') {
      yield* unreadable(run, chain, batch, result);
      left -= batch.entries.length;
      continue;
    }
    const hitsOf = searchTogether(result.together, run.options.search);
    for (const opened of result.opened) {
      const reason = exhausted(run.budget);
      if (reason !== undefined) {
        yield* stop(run, `${chain}!/${opened.entry.name}`, reason, left);
        return;
      }
      left--;
      run.budget.entries++;
      const found = foundIn(opened, chain, depth);
      for (const { kind, reason } of opened.problems) yield problemEvent(run, found.chain, kind, reason);
      if (found.content.type !== 'whole' || looksLikeZip(found.content.bytes)) {
        yield* visit(run, found);
        continue;
      }
      run.budget.bytes += found.content.bytes.length;
      const { bytes } = found.content;
      for (const event of look(run, found, bytes, hitsOf(bytes))) yield event;
    }
  }
}

function* unreadable(
  run: Run,
  chain: string,
  batch: Batch,
  message: string,
): Generator<ArtifactEvent, void, undefined> {
  for (const entry of batch.entries) {
    run.budget.entries++;
    yield problemEvent(run, `${chain}!/${entry.name}`, 'unreadable', `could not be read: ${message}`);
  }
}

/** The entries of a part, for which the budget is then. */
function partOf(run: Run, entries: readonly ZipEntry[], part: Part | undefined): readonly ZipEntry[] {
  if (part === undefined) return entries;
  const { budget } = run;
  const lentOut = lent(entries, budget.fileBytes, (entry) => isTied(run, entry));
  const own = entries.filter((entry) => lentOut.has(entry) === (part === 'lent'));
  budget.most = shareOf(budget.most, declared(own), declared(entries));
  return own;
}

/**
 * Contents are compared with those read before by one thread: by its name an archive, which may repeat another one's files, and
 * where other artifacts are read all but the smallest and those that come in pieces.
 */
function isTied({ options, budget }: Run, { name, size, compressedSize }: ZipEntry): boolean {
  if (size > budget.limits.wholeBytes) return false;
  return ARCHIVE.test(name) || (!options.alone && Math.max(size, compressedSize) >= DEDUPE_FROM);
}

const ARCHIVE = /\.(?:apk|aab|apks|aar|jar|zip|ipa)$/i;

function declared(entries: readonly ZipEntry[]): Amount {
  return { entries: entries.length, bytes: entries.reduce((sum, { size }) => sum + size, 0) };
}

const NO_HITS: readonly FoundAnchor[] = [];

/**
 * Searches at once what was inflated at once: most entries are too small for a search of their own. The result tells the
 * hits of a content that is a part of it, and nothing of others.
 */
function searchTogether(
  together: Buffer,
  search: AnchorSearch,
): (content: Buffer) => readonly FoundAnchor[] | undefined {
  const hits = search.find(together, MAX_HITS);
  if (hits.length >= MAX_HITS) return () => undefined;
  return (content) => {
    const start = content.byteOffset - together.byteOffset;
    // Small buffers of Node share their memory: another content can lie beside what was inflated.
    const isPart = content.buffer === together.buffer && start >= 0 && start + content.length <= together.length;
    if (!isPart) return undefined;
    if (hits.length === 0) return NO_HITS;
    return hitsWithin(hits, start, start + content.length).map((hit) => ({ ...hit, offset: hit.offset - start }));
  };
}

/** Leaves out what holds nothing: folders, and the copies of file attributes that macOS adds. */
function selected(run: Run, chain: string, entries: readonly ZipEntry[]): ZipEntry[] {
  return entries.filter((entry) => {
    if (entry.name.endsWith('/') && entry.size === 0 && entry.compressedSize <= 2) return false;
    if (!isAppleDouble(entry.name)) return true;
    run.budget.entries++;
    skip(run, `${chain}!/${entry.name}`, 'AppleDouble file of macOS (__MACOSX)');
    return false;
  });
}

function isAppleDouble(name: string): boolean {
  return name.startsWith('__MACOSX/') || name.includes('/__MACOSX/');
}

function foundIn({ entry, content, verified }: Opened, container: string, depth: number): Found {
  const chain = `${container}!/${entry.name}`;
  const checked = verified ? entry.crc32 : undefined;
  return { name: entry.name, chain, content, encrypted: entry.encrypted, depth, crc32: checked };
}

/** Says once which limit stopped the artifact, and where; what is left is counted. */
async function* stop(
  run: Run,
  chain: string,
  reason: string,
  left: number,
): AsyncGenerator<ArtifactEvent, void, undefined> {
  run.budget.entries += left;
  for (let count = 0; count < left; count++) skip(run, chain, `a limit was reached: ${reason}`);
  if (run.stopped) return;
  run.stopped = true;
  yield problemEvent(run, chain, 'limit', `stopped here, ${left} entries of this archive unread: ${reason}`);
}
