import type { FoundAnchor } from '../shared/anchors.ts';
import { messageOf } from '../shared/errors.ts';
import { hitsWithin } from '../shared/runs.ts';
import type { ArtifactEvent, Part } from './artifact.ts';
import { addPairs, allPairs } from './byte-pairs.ts';
import { giveBackDirectoryProgram } from './directory/program.ts';
import { UNPACKED_ROOM } from './inflater/batch-sizes.ts';
import {
  isThere,
  noneUnpacked,
  placeAt,
  startOf,
  type Unpacked,
  type UnpackerOnDemand,
  unpackerOnDemand,
} from './inflater/unpacker.ts';
import { type Selected, select } from './lending.ts';
import { DEDUPE_FROM, exhausted, hasRoomFor, shareOf } from './limits.ts';
import { growingRoom, ownRoom } from './rooms.ts';
import type { ByteSource, Stretch } from './source.ts';
import { problemEvent, type Run, skip } from './tally.ts';
import { type Found, look, MAX_HITS, visit } from './visit.ts';
import { BEGINNING, looksLikeZip, readDirectory } from './zip.ts';
import { MAX_SEARCHES, openEntry } from './zip-open.ts';
import { SIZE } from './zip-row.ts';
import { type Archive, readStretch } from './zip-stretch.ts';
import { entryAt, nameAt, numberAt, type ZipTable } from './zip-table.ts';

type Events = AsyncGenerator<ArtifactEvent, void, undefined>;

/** What is known of an entry takes memory from when its archive is opened. Archives within each other have so much of the limit on entries. */
const LISTED_SHARE = 2;

/** Reads an archive, the archives within it included. `chain` is its own name, `depth` how many archives hold it. */
export async function* readArchive(run: Run, source: ByteSource, chain: string, depth: number): Events {
  const { limits } = run.budget;
  const part = depth === 0 ? run.options.part : undefined;
  const entries = Math.min(limits.entries, LISTED_SHARE * limits.entries - run.listed);
  const { table, problems } = await readDirectory(source, { ...limits, entries });
  run.listed += table.count;
  if (part !== 'lent') {
    for (const { kind, reason } of problems) yield problemEvent(run, chain, kind, reason);
  }
  const selected = selectedOf(run, table, part);
  const archive: Archive = {
    source,
    limits,
    room: roomOf(run, depth),
    searches: MAX_SEARCHES,
  };
  const unpacker = unpackerOnDemand();
  try {
    await leaveOut(run, table, selected.doubles, chain);
    yield* readEntries({ run, archive, unpacker, table, chain, depth }, selected);
  } finally {
    unpacker.giveBack();
    giveBackDirectoryProgram(table.program);
    run.listed -= table.count;
  }
}

/** While an archive within another one is read, the other's room holds it. */
function roomOf({ options }: Run, depth: number): Archive['room'] {
  const room = options.rooms === undefined ? ownRoom() : growingRoom(UNPACKED_ROOM, options.rooms);
  const named = depth === 0 ? options.room : undefined;
  return ({ size, name }) => named?.(size, name) ?? room(size);
}

async function leaveOut(run: Run, table: ZipTable, doubles: Selected['doubles'], chain: string): Promise<void> {
  const { count, first } = doubles;
  if (count === 0) return;
  run.budget.entries += count;
  const names = await table.readNames(Uint32Array.of(first));
  skip(run, `${chain}!/${nameAt(table, first, names)}`, 'AppleDouble file of macOS (__MACOSX)', count);
}

interface Reading {
  readonly run: Run;
  readonly archive: Archive;
  readonly unpacker: UnpackerOnDemand;
  readonly table: ZipTable;
  readonly chain: string;
  readonly depth: number;
}

/** Entries that are read together: where they lie in the archive, and their names. */
interface Batch {
  readonly entries: Uint32Array;
  readonly stretch: Stretch;
  readonly names: Stretch;
}

async function* readEntries(reading: Reading, { entries, batchEnds }: Selected): Events {
  const { archive, unpacker, table } = reading;
  const large = ownRoom();
  let start = 0;
  for (const end of batchEnds) {
    const part = entries.subarray(start, end);
    const both = [readStretch(archive, table, part, unpacker, large), table.readNames(part)] as const;
    const read = await Promise.all(both).catch(messageOf);
    if (typeof read === 'string') yield allUnreadable(reading, part.length, read);
    else {
      const [stretch, names] = read;
      if (!(yield* readBatch(reading, { entries: part, stretch, names }, entries.length - start))) return;
    }
    start = end;
  }
}

/** `left`: entries that are still to be read, with those of the batch. Returns false if a limit was reached. */
async function* readBatch(
  reading: Reading,
  batch: Batch,
  left: number,
): AsyncGenerator<ArtifactEvent, boolean, undefined> {
  const { run, table, chain } = reading;
  const { entries, names } = batch;
  const unpacked = unpack(reading, batch);
  const hits = run.options.search.find(unpacked.together, MAX_HITS);
  let next = 0;
  for (const place of placesOfInterest(run, entries, unpacked, hits)) {
    if (place < next) continue;
    next = passOver(run, unpacked, next, place);
    if (next === entries.length) break;
    const reason = exhausted(run.budget);
    if (reason !== undefined) {
      yield* stop(run, `${chain}!/${nameAt(table, entries[next] as number, names)}`, reason, left - next);
      return false;
    }
    next++;
    if (!isThere(unpacked, place)) {
      yield* readOne(reading, entries[place] as number, batch);
      continue;
    }
    const found = foundAt(reading, batch, unpacked, place);
    if (looksLikeZip(found.content.bytes)) yield* visit(run, found);
    else for (const event of lookAt(run, found, hits, startOf(unpacked, place))) yield event;
  }
  return true;
}

/** Counts entries of which nothing comes, one by one where a limit is near; gives the place of the first that is not counted. */
function passOver(run: Run, unpacked: Unpacked, from: number, to: number): number {
  let next = from;
  while (next < to && exhausted(run.budget) === undefined) {
    const start = startOf(unpacked, next);
    const end = hasRoomFor(run.budget, to - next, startOf(unpacked, to) - start) ? to : next + 1;
    const bytes = startOf(unpacked, end) - start;
    run.budget.entries += end - next;
    run.budget.bytes += bytes;
    run.read += end - next;
    next = end;
  }
  return next;
}

/**
 * The entries that have to be looked at, by place, and the end of them all: those that were not unpacked, in which the search saw
 * something, or that may be wanted whatever it saw. Of the others, which most are, nothing has to be known.
 */
function placesOfInterest(
  { options }: Run,
  entries: Uint32Array,
  unpacked: Unpacked,
  hits: readonly FoundAnchor[],
): Iterable<number> {
  const names = options.alwaysHint?.names;
  if (hits.length >= MAX_HITS || names === undefined) return entries.keys();
  const seen = hits.map(({ offset }) => placeAt(unpacked, offset));
  const places = [...unpacked.needed, ...seen, ...namedPlaces(names, unpacked), entries.length];
  return places.sort((left, right) => left - right);
}

/** The places of those with a name that may be wanted; of all, if names that hold a line feed make it unclear which they are. */
function namedPlaces(names: RegExp, { starts, otherNames, needed }: Unpacked): Iterable<number> {
  if (!names.test(otherNames)) return [];
  const lines = otherNames.split('\n').slice(0, -1);
  if (lines.length !== starts.length - needed.length) return starts.keys();
  const places: number[] = [];
  let place = 0;
  let before = 0;
  for (const name of lines) {
    for (; needed[before] === place; before++) place++;
    if (names.test(name)) places.push(place);
    place++;
  }
  return places;
}

/** Unpacks what is small; nothing is, if the stretch stands elsewhere. */
function unpack({ run, archive, unpacker, table }: Reading, { entries, stretch, names }: Batch): Unpacked {
  const { start, bytes } = stretch;
  if (!unpacker.holds(bytes)) return noneUnpacked(entries.length);
  const most = Math.min(DEDUPE_FROM - 1, archive.limits.wholeBytes);
  const begins = new Uint8Array(run.options.alwaysHint?.begins ?? allPairs());
  addPairs(begins, BEGINNING);
  const signs = run.options.alwaysHint?.signs ?? new Uint8Array(256);
  return unpacker.get().unpack({ table, entries, names, start, size: bytes.length, most, begins, signs });
}

/** A content that was unpacked. */
function foundAt({ run, table, chain, depth }: Reading, { entries, names }: Batch, unpacked: Unpacked, place: number) {
  run.budget.entries++;
  const index = entries[place] as number;
  const name = nameAt(table, index, names);
  const start = startOf(unpacked, place);
  const bytes = unpacked.together.subarray(start, start + numberAt(table, index, SIZE));
  const content = { type: 'whole', bytes } as const;
  return { name, chain: `${chain}!/${name}`, content, encrypted: false, depth, crc32: undefined };
}

/** `hits` are those of all contents together, of which this one begins at `start`. */
function lookAt(
  run: Run,
  found: ReturnType<typeof foundAt>,
  hits: readonly FoundAnchor[],
  start: number,
): readonly ArtifactEvent[] {
  const { bytes } = found.content;
  run.budget.bytes += bytes.length;
  return look(run, found, bytes, hits.length < MAX_HITS ? hitsIn(hits, start, start + bytes.length) : undefined);
}

function hitsIn(hits: readonly FoundAnchor[], start: number, end: number): readonly FoundAnchor[] {
  return hitsWithin(hits, start, end).map((hit) => ({ ...hit, offset: hit.offset - start }));
}

/** An entry that was not unpacked with others. */
async function* readOne(reading: Reading, index: number, { stretch, names }: Batch): Events {
  const { run, archive, table, chain, depth } = reading;
  const entryToOpen = entryAt(table, index, names);
  const opened = await openEntry(archive, stretch, entryToOpen).catch(messageOf);
  run.budget.entries++;
  if (typeof opened === 'string') {
    yield unreadable(run, `${chain}!/${entryToOpen.name}`, opened);
    return;
  }
  const { entry, content, verified } = opened;
  const { name, encrypted } = entry;
  const crc32 = verified ? entry.crc32 : undefined;
  const found: Found = { name, chain: `${chain}!/${name}`, content, encrypted, depth, crc32 };
  for (const { kind, reason } of opened.problems) yield problemEvent(run, found.chain, kind, reason);
  yield* visit(run, found);
}

function unreadable(run: Run, chain: string, message: string): ArtifactEvent {
  return problemEvent(run, chain, 'unreadable', `could not be read: ${message}`);
}

/** Not even their names may be known. */
function allUnreadable({ run, chain }: Reading, count: number, message: string): ArtifactEvent {
  run.budget.entries += count;
  return problemEvent(run, chain, 'unreadable', `${count} entries could not be read: ${message}`);
}

/** The entries of a part, for which the budget is then. */
function selectedOf(run: Run, table: ZipTable, part: Part | undefined): Selected {
  const { budget, options } = run;
  const { wholeBytes } = budget.limits;
  const circumstances = { fileSize: budget.fileBytes, wholeBytes, alone: options.alone ?? false };
  const selected = select(table, part, circumstances);
  if (part === undefined) return selected;
  budget.most = shareOf(budget.most, selected.declared, selected.all);
  return selected;
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
