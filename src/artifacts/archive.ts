import type { FoundAnchor } from '../shared/anchors.ts';
import { messageOf } from '../shared/errors.ts';
import { hitsWithin } from '../shared/runs.ts';
import type { ArtifactEvent, Part } from './artifact.ts';
import { UNPACKED_ROOM } from './inflater/batch-sizes.ts';
import { giveBack, takeUnpacker, type Unpacked, type Unpacker } from './inflater/unpacker.ts';
import { type Selected, select } from './lending.ts';
import { DEDUPE_FROM, exhausted, shareOf } from './limits.ts';
import { growingRoom } from './rooms.ts';
import type { ByteSource } from './source.ts';
import { problemEvent, type Run, skip } from './tally.ts';
import { countRead, type Found, isOfNoUse, MAX_HITS, visit } from './visit.ts';
import { readDirectory } from './zip.ts';
import { readStretch } from './zip-batch.ts';
import { type Archive, MAX_SEARCHES, openEntry, type Stretch } from './zip-open.ts';
import { SIZE } from './zip-row.ts';
import { entryAt, nameAt, numberAt, type ZipTable } from './zip-table.ts';

type Events = AsyncGenerator<ArtifactEvent, void, undefined>;

/** Reads an archive, the archives within it included. `chain` is its own name, `depth` how many archives hold it. */
export async function* readArchive(run: Run, source: ByteSource, chain: string, depth: number): Events {
  const { limits } = run.budget;
  const part = depth === 0 ? run.options.part : undefined;
  const { table, problems } = await readDirectory(source, limits);
  if (part !== 'lent') {
    for (const { kind, reason } of problems) yield problemEvent(run, chain, kind, reason);
  }
  const selected = selectedOf(run, table, part);
  for (const index of selected.doubles) {
    run.budget.entries++;
    skip(run, `${chain}!/${nameAt(table, index)}`, 'AppleDouble file of macOS (__MACOSX)');
  }
  const archive: Archive = {
    source,
    limits,
    room: growingRoom(UNPACKED_ROOM, run.options.rooms),
    searches: MAX_SEARCHES,
  };
  const unpacker = takeUnpacker();
  try {
    yield* readEntries({ run, archive, unpacker, table, chain, depth }, selected);
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

async function* readEntries(reading: Reading, { entries, batchEnds }: Selected): Events {
  const { run, archive, unpacker, table, chain, depth } = reading;
  const large = growingRoom(UNPACKED_ROOM);
  let left = entries.length;
  let batchStart = 0;
  for (const batchEnd of batchEnds) {
    const batch = entries.subarray(batchStart, batchEnd);
    batchStart = batchEnd;
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

/** The entries of a part, for which the budget is then. */
function selectedOf({ budget, options }: Run, table: ZipTable, part: Part | undefined): Selected {
  const { wholeBytes } = budget.limits;
  const circumstances = { fileSize: budget.fileBytes, wholeBytes, alone: options.alone ?? false };
  const selected = select(table, part, circumstances);
  if (part !== undefined) budget.most = shareOf(budget.most, selected.declared, selected.all);
  return selected;
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
