import type { AnchorSearch, FoundAnchor } from '../shared/anchors.ts';
import { messageOf } from '../shared/errors.ts';
import { hitsWithin } from '../shared/runs.ts';
import type { ArtifactEvent } from './artifact.ts';
import { startEarly } from './early.ts';
import { inOrder } from './in-order.ts';
import { exhausted } from './limits.ts';
import type { ByteSource } from './source.ts';
import { problemEvent, type Run, skip } from './tally.ts';
import { type BegunSearch, type Found, look, MAX_HITS, startSearching, visit } from './visit.ts';
import { looksLikeZip, readDirectory } from './zip.ts';
import {
  BATCH_ROOM,
  type Batch,
  batches,
  MAX_SEARCHES,
  type Opened,
  type OpenedBatch,
  openBatch,
  type Searches,
} from './zip-open.ts';
import type { ZipEntry } from './zip-records.ts';

/**
 * Inflating goes on in the thread pool while the caller works on what came before. With a third lane and 16 MiB an artifact
 * of 500 MB took a tenth less time and more memory than it may.
 */
const AHEAD = { lanes: 2, room: 12 * 1024 * 1024 };
/** For what is too large for one, of which only the beginning is read here. */
const NO_ROOM = Buffer.alloc(0);

/** Reads an archive, the archives within it included. `chain` is its own name, `depth` how many archives hold it. */
export async function* readArchive(
  run: Run,
  source: ByteSource,
  chain: string,
  depth: number,
): AsyncGenerator<ArtifactEvent, void, undefined> {
  const { limits } = run.budget;
  const directory = await readDirectory(source, limits);
  for (const { kind, reason } of directory.problems) yield problemEvent(run, chain, kind, reason);

  const entries = selected(run, chain, directory.entries);
  const searches = { left: MAX_SEARCHES };
  // Read into the same few buffers again and again: fresh ones for every megabyte keep the garbage collector busy.
  const rooms: Buffer[] = [];
  const isLarge = ({ size }: Batch) => size > limits.wholeBytes;
  const open = (batch: Batch): Promise<Result> => {
    const room = isLarge(batch) ? NO_ROOM : (rooms.pop() ?? Buffer.allocUnsafeSlow(BATCH_ROOM));
    return openAhead(run, source, batch, searches, room).catch((error) => ({ batch, room, message: messageOf(error) }));
  };
  const all = [...batches(entries)];
  const early = startEarly(run.thread === undefined ? [] : all.filter(isLarge), open);
  const size = (batch: Batch) => (isLarge(batch) ? 0 : batch.size);
  try {
    yield* readBatches(run, inOrder(all, early.run, size, AHEAD), { chain, depth, rooms, left: entries.length });
  } finally {
    early.stop();
  }
}

/** What the batches of an archive are read with. */
interface Reading {
  readonly chain: string;
  readonly depth: number;
  /** Where batches are read into: each comes back here. */
  readonly rooms: Buffer[];
  /** Entries that are still to come. */
  left: number;
}

async function* readBatches(
  run: Run,
  results: AsyncIterable<Result>,
  reading: Reading,
): AsyncGenerator<ArtifactEvent, void, undefined> {
  const { chain, depth, rooms } = reading;
  for await (const result of results) {
    if ('message' in result) {
      if (result.room !== NO_ROOM) rooms.push(result.room);
      reading.left -= result.batch.entries.length;
      for (const entry of result.batch.entries) {
        run.budget.entries++;
        yield problemEvent(run, `${chain}!/${entry.name}`, 'unreadable', `could not be read: ${result.message}`);
      }
      continue;
    }
    const hitsOf = searchTogether(result.together, run.options.search);
    for (const opened of result.opened) {
      const reason = exhausted(run.budget);
      if (reason !== undefined) {
        yield* stop(run, `${chain}!/${opened.entry.name}`, reason, reading.left);
        return;
      }
      reading.left--;
      run.budget.entries++;
      const found = foundIn(opened, chain, depth, result.searching);
      for (const { kind, reason } of opened.problems) yield problemEvent(run, found.chain, kind, reason);
      if (found.content.type !== 'whole' || looksLikeZip(found.content.bytes)) {
        yield* visit(run, found);
        continue;
      }
      run.budget.bytes += found.content.bytes.length;
      const { bytes } = found.content;
      for (const event of look(run, found, bytes, hitsOf(bytes))) yield event;
    }
    if (result.room !== NO_ROOM) rooms.push(result.room);
  }
}

/** `searching` belongs to the only entry of its batch. */
interface OpenedAhead extends OpenedBatch {
  readonly room: Buffer;
  readonly searching: BegunSearch | undefined;
}

interface Unreadable {
  readonly batch: Batch;
  readonly room: Buffer;
  readonly message: string;
  readonly searching?: undefined;
}

type Result = OpenedAhead | Unreadable;

async function openAhead(
  run: Run,
  source: ByteSource,
  batch: Batch,
  searches: Searches,
  room: Buffer,
): Promise<OpenedAhead> {
  const result = await openBatch(source, batch, run.budget.limits, searches, room);
  const [only] = result.opened;
  const alone = only !== undefined && result.opened.length === 1;
  return { ...result, room, searching: alone ? await startSearching(run, only.entry.name, only.content) : undefined };
}

const NO_HITS: readonly FoundAnchor[] = [];

/**
 * Searches at once what was inflated at once: most entries are too small for a search of their own. The result tells the
 * hits of a content that is a part of it, and nothing of others.
 */
function searchTogether(
  together: Buffer | undefined,
  search: AnchorSearch,
): (content: Buffer) => readonly FoundAnchor[] | undefined {
  if (together === undefined) return () => undefined;
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

function foundIn(
  { entry, content, verified }: Opened,
  container: string,
  depth: number,
  searching: BegunSearch | undefined,
): Found {
  const chain = `${container}!/${entry.name}`;
  const checked = verified ? entry.crc32 : undefined;
  const found = { name: entry.name, chain, content, encrypted: entry.encrypted, depth, crc32: checked };
  return searching === undefined ? found : { ...found, searching };
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
