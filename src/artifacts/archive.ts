import type { FoundAnchor } from '../shared/anchors.ts';
import { messageOf } from '../shared/errors.ts';
import { hitsWithin } from '../shared/runs.ts';
import type { ArtifactEvent, Part } from './artifact.ts';
import { UNPACKED_ROOM } from './inflater/batch-sizes.ts';
import { giveBack, takeUnpacker, type Unpacked, type Unpacker } from './inflater/unpacker.ts';
import { lent } from './lending.ts';
import { type Amount, DEDUPE_FROM, exhausted, shareOf } from './limits.ts';
import { growingRoom } from './rooms.ts';
import type { ByteSource } from './source.ts';
import { problemEvent, type Run, skip } from './tally.ts';
import { countRead, type Found, isOfNoUse, MAX_HITS, visit } from './visit.ts';
import { readDirectory } from './zip.ts';
import { batches, readStretch } from './zip-batch.ts';
import { type Archive, MAX_SEARCHES, openEntry, type Stretch } from './zip-open.ts';
import { ARCHIVE, COMPRESSED_SIZE, FOLDER, SIZE } from './zip-row.ts';
import { entryAt, hasTrait, nameAt, numberAt, type ZipTable } from './zip-table.ts';

type Events = AsyncGenerator<ArtifactEvent, void, undefined>;

/** Reads an archive, the archives within it included. `chain` is its own name, `depth` how many archives hold it. */
export async function* readArchive(run: Run, source: ByteSource, chain: string, depth: number): Events {
  const { limits } = run.budget;
  const part = depth === 0 ? run.options.part : undefined;
  const { table, problems } = await readDirectory(source, limits);
  if (part !== 'lent') {
    for (const { kind, reason } of problems) yield problemEvent(run, chain, kind, reason);
  }
  const entries = selected(run, chain, table, partOf(run, table, part));
  const archive: Archive = {
    source,
    limits,
    room: growingRoom(UNPACKED_ROOM, run.options.rooms),
    searches: MAX_SEARCHES,
  };
  const unpacker = takeUnpacker();
  try {
    yield* readEntries({ run, archive, unpacker, table, chain, depth }, entries);
  } finally {
    giveBack(unpacker);
  }
}

interface Reading {
  readonly run: Run;
  readonly archive: Archive;
  readonly unpacker: Unpacker;
  readonly table: ZipTable;
  readonly chain: string;
  readonly depth: number;
}

async function* readEntries(reading: Reading, entries: Uint32Array): Events {
  const { run, archive, unpacker, table, chain, depth } = reading;
  const large = growingRoom(UNPACKED_ROOM);
  let left = entries.length;
  for (const batch of batches(table, entries)) {
    const stretch = await readStretch(archive, table, batch, unpacker, large).catch(messageOf);
    if (typeof stretch === 'string') {
      for (const index of batch) yield unreadable(reading, index, stretch);
      left -= batch.length;
      continue;
    }
    const unpacked = unpack(reading, batch, stretch);
    const hitsOf = searchTogether(run, unpacked.together);
    for (let place = 0; place < batch.length; place++) {
      const index = batch[place] as number;
      const reason = exhausted(run.budget);
      if (reason !== undefined) {
        yield* stop(run, `${chain}!/${nameAt(table, index)}`, reason, left);
        return;
      }
      left--;
      const start = unpacked.startOf(place);
      const end = start + numberAt(table, index, SIZE);
      if (start < 0) {
        yield* readOne(reading, index, stretch);
        continue;
      }
      const bytes = unpacked.together.subarray(start, end);
      const name = nameAt(table, index);
      const hits = hitsOf(start, end);
      run.budget.entries++;
      if (hits?.length === 0 && isOfNoUse(run, name, bytes)) {
        countRead(run, bytes);
        continue;
      }
      const content = { type: 'whole', bytes, hits } as const;
      yield* visit(run, { name, chain: `${chain}!/${name}`, content, encrypted: false, depth, crc32: undefined });
    }
  }
}

/** Unpacks what is small; nothing is, if the stretch stands elsewhere. */
function unpack({ archive, unpacker, table }: Reading, batch: Uint32Array, { start, bytes }: Stretch): Unpacked {
  const size = bytes.buffer === unpacker.packed.buffer ? bytes.length : 0;
  return unpacker.unpack(table, batch, start, size, Math.min(DEDUPE_FROM - 1, archive.limits.wholeBytes));
}

/** An entry that was not unpacked with others. */
async function* readOne(reading: Reading, index: number, stretch: Stretch): Events {
  const { run, archive, table, chain, depth } = reading;
  const opened = await openEntry(archive, stretch, entryAt(table, index)).catch(messageOf);
  if (typeof opened === 'string') {
    yield unreadable(reading, index, opened);
    return;
  }
  run.budget.entries++;
  const { entry, content, verified } = opened;
  const { name, encrypted } = entry;
  const crc32 = verified ? entry.crc32 : undefined;
  const found: Found = { name, chain: `${chain}!/${name}`, content, encrypted, depth, crc32 };
  for (const { kind, reason } of opened.problems) yield problemEvent(run, found.chain, kind, reason);
  yield* visit(run, found);
}

function unreadable({ run, table, chain }: Reading, index: number, message: string): ArtifactEvent {
  run.budget.entries++;
  return problemEvent(run, `${chain}!/${nameAt(table, index)}`, 'unreadable', `could not be read: ${message}`);
}

/** The entries of a part, by index, for which the budget is then. */
function partOf(run: Run, table: ZipTable, part: Part | undefined): Uint32Array {
  const all = Uint32Array.from({ length: table.count }, (_, index) => index);
  if (part === undefined) return all;
  const { budget } = run;
  const lentOut = lent(table, budget.fileBytes, (index) => isTied(run, table, index));
  const wanted = part === 'lent' ? 1 : 0;
  const own = all.filter((index) => lentOut[index] === wanted);
  budget.most = shareOf(budget.most, declared(table, own), declared(table, all));
  return own;
}

/**
 * Contents are compared with those read before by one thread: by its name an archive, which may repeat another one's files, and
 * where other artifacts are read all but the smallest and those that come in pieces.
 */
function isTied({ options, budget }: Run, table: ZipTable, index: number): boolean {
  const size = numberAt(table, index, SIZE);
  if (size > budget.limits.wholeBytes) return false;
  if (hasTrait(table, index, ARCHIVE)) return true;
  return !options.alone && Math.max(size, numberAt(table, index, COMPRESSED_SIZE)) >= DEDUPE_FROM;
}

function declared(table: ZipTable, entries: Uint32Array): Amount {
  let bytes = 0;
  for (const index of entries) bytes += numberAt(table, index, SIZE);
  return { entries: entries.length, bytes };
}

const NO_HITS: readonly FoundAnchor[] = [];

/** Searches at once what was unpacked at once. The result tells the hits of a part of it, or undefined if there are too many in all. */
function searchTogether(
  { options: { search } }: Run,
  together: Buffer,
): (start: number, end: number) => readonly FoundAnchor[] | undefined {
  const hits = search.find(together, MAX_HITS);
  if (hits.length >= MAX_HITS) return () => undefined;
  if (hits.length === 0) return () => NO_HITS;
  return (start, end) => hitsWithin(hits, start, end).map((hit) => ({ ...hit, offset: hit.offset - start }));
}

/** Leaves out what holds nothing: folders, and the copies of file attributes that macOS adds. */
function selected(run: Run, chain: string, table: ZipTable, entries: Uint32Array): Uint32Array {
  const mayBeDouble = table.names.includes('__MACOSX/');
  return entries.filter((index) => {
    const isEmpty = numberAt(table, index, SIZE) === 0 && numberAt(table, index, COMPRESSED_SIZE) <= 2;
    if (isEmpty && hasTrait(table, index, FOLDER)) return false;
    if (!mayBeDouble || !isAppleDouble(nameAt(table, index))) return true;
    run.budget.entries++;
    skip(run, `${chain}!/${nameAt(table, index)}`, 'AppleDouble file of macOS (__MACOSX)');
    return false;
  });
}

function isAppleDouble(name: string): boolean {
  return name.startsWith('__MACOSX/') || name.includes('/__MACOSX/');
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
