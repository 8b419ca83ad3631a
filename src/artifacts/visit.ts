import type { Entry } from '../formats/format.ts';
import type { FoundAnchor } from '../shared/anchors.ts';
import { readArchive } from './archive.ts';
import type { ArtifactEvent } from './artifact.ts';
import { crc32 } from './crc.ts';
import { DEDUPE_FROM, entryAllowance, exhausted, megabytes } from './limits.ts';
import { type LargeContent, piecesOf } from './pieces.ts';
import { bufferSource } from './source.ts';
import { problemEvent, type Run, skip } from './tally.ts';
import { searchedWindows, type Window } from './windows.ts';
import { looksLikeZip } from './zip.ts';
import { type Content, ENCRYPTED_REASON } from './zip-open.ts';

/** A file out of an archive or a folder, or a bare one. */
export interface Found {
  /** Name inside of its container. */
  readonly name: string;
  /** Chain of containers down to it, itself included. */
  readonly chain: string;
  readonly content: Content;
  /** CRC-32 of the content, if that has been checked. */
  readonly crc32: number | undefined;
  /** Its container says so; the data may be plain nevertheless. */
  readonly encrypted: boolean;
  /** How many archives it stands in. */
  readonly depth: number;
}

type Events = AsyncGenerator<ArtifactEvent, void, undefined>;

/** More hits than any real file has; what lies behind them is not looked at. */
export const MAX_HITS = 100_000;
const HEAD_BYTES = 4096;

export async function* visit(run: Run, found: Found): Events {
  const { content } = found;
  if (content.type === 'whole') {
    run.budget.bytes += content.bytes.length;
    yield* visitWhole(run, found, content.bytes);
    return;
  }
  if (content.type === 'stored') {
    const head = await content.source.read(0, HEAD_BYTES);
    if (looksLikeZip(head) && mayDescend(run, found)) {
      run.read++;
      yield* readArchive(run, content.source, found.chain, found.depth + 1);
      return;
    }
  }
  yield* visitPieces(run, found, content);
}

async function* visitWhole(run: Run, found: Found, bytes: Buffer): Events {
  if (!looksLikeZip(bytes)) {
    yield* look(run, found, bytes);
    return;
  }
  if (mayDescend(run, found)) {
    run.read++;
    yield* readArchive(run, bufferSource(bytes), found.chain, found.depth + 1);
    return;
  }
  yield tooDeep(run, found);
  yield* look(run, found, bytes);
}

const NOTHING: readonly ArtifactEvent[] = [];

/**
 * Searches a content that is no archive, unless its hits are known. Not a generator: most of an app's thousands of entries
 * give nothing.
 */
export function look(run: Run, found: Found, bytes: Buffer, known?: readonly FoundAnchor[]): readonly ArtifactEvent[] {
  const { search, always, withoutHits = always } = run.options;
  if (wasSeen(run, found, bytes)) {
    skip(run, found.chain, 'same content (CRC-32 and size) as an entry that was read');
    return NOTHING;
  }
  run.read++;
  const hits = known ?? search.find(bytes, MAX_HITS);
  if (hits.length === 0 && !withoutHits(bytes, found.name)) return NOTHING;
  const event = entryEvent(run, found, { bytes, base: 0, hits });
  return hits.length < MAX_HITS ? [event] : [tooManyHits(run, found), event];
}

function mayDescend(run: Run, found: Found): boolean {
  return found.depth < run.budget.limits.depth;
}

function tooDeep(run: Run, found: Found): ArtifactEvent {
  const reason = `archive within more than ${run.budget.limits.depth} archives (depth limit); searched without opening it`;
  return problemEvent(run, found.chain, 'limit', reason);
}

function tooManyHits(run: Run, found: Found): ArtifactEvent {
  return problemEvent(run, found.chain, 'limit', `more than ${MAX_HITS} anchors in it; the rest was not looked at`);
}

function entryEvent(run: Run, found: Found, content: Pick<Entry, 'bytes' | 'base' | 'hits' | 'piece'>): ArtifactEvent {
  const place = { origin: 'artifact', path: run.path, entry: found.chain } as const;
  return { type: 'entry', entry: { name: found.name, ...content, place } };
}

function pieceEvent(run: Run, found: Found, window: Window): ArtifactEvent {
  return entryEvent(run, found, { ...window, piece: true });
}

function wasSeen(run: Run, found: Found, bytes: Buffer): boolean {
  const { seen } = run.options;
  if (!seen || bytes.length < DEDUPE_FROM) return false;
  // What the directory says of a stored entry nobody has checked: a lie there must not hide anything.
  const key = `${found.crc32 ?? crc32(bytes)}:${bytes.length}`;
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}

/** An entry that is too large for memory, unless a reader must have all of it. */
async function* visitPieces(run: Run, found: Found, content: LargeContent): Events {
  const { limits } = run.budget;
  const flow: Flow = { pieces: piecesOf(content), size: 0 };
  const first = await flow.pieces.next();
  const head = first.done ? Buffer.alloc(0) : first.value;
  if (first.done) flow.complete = first.value;
  flow.size = head.length;
  const nested = looksLikeZip(head);
  const wanted = nested ? limits.nestedBytes : limits.alwaysBytes;
  const keep = (nested && mayDescend(run, found)) || run.options.always(head, found.name);
  const gathered = keep ? await gather(run, flow, head, wanted, found) : { chunks: [head], all: false };
  if (gathered.all) {
    yield* ended(run, found, flow);
    yield* visitWhole(run, found, joined(gathered.chunks));
    return;
  }
  if (keep) {
    const reason = `larger than ${megabytes(wanted)}: only searched for text, not ${nested ? 'opened' : 'decoded'}`;
    yield problemEvent(run, found.chain, 'limit', reason);
  }
  if (nested && !mayDescend(run, found)) yield tooDeep(run, found);
  run.read++;
  for await (const window of searchedWindows(bounded(run, flow, gathered.chunks, found), run.options.search)) {
    if (window.hits.length > 0) yield pieceEvent(run, found, window);
  }
  yield* ended(run, found, flow);
}

/** A large content on its way. */
interface Flow {
  readonly pieces: AsyncGenerator<Buffer, boolean, undefined>;
  /** Bytes that came so far. */
  size: number;
  /** Set when all came: false where the data broke off. */
  complete?: boolean;
  /** The limit that it ran into. */
  limit?: string;
}

/** Collects up to `most` bytes; `all` is false where there are more. */
async function gather(
  run: Run,
  flow: Flow,
  head: Buffer,
  most: number,
  found: Found,
): Promise<{ readonly chunks: readonly Buffer[]; readonly all: boolean }> {
  const chunks: Buffer[] = [];
  for await (const piece of bounded(run, flow, [head], found)) {
    chunks.push(Buffer.from(piece));
    if (flow.size > most) return { chunks, all: false };
  }
  return { chunks, all: true };
}

function joined(chunks: readonly Buffer[]): Buffer {
  const [only] = chunks;
  return only && chunks.length === 1 ? only : Buffer.concat(chunks);
}

/** What was already taken and then the rest, until a limit is met; neither stops nor restarts the flow itself. */
async function* bounded(
  run: Run,
  flow: Flow,
  taken: readonly Buffer[],
  found: Found,
): AsyncGenerator<Buffer, void, undefined> {
  const allowance = entryAllowance(run.budget.limits, compressedSize(run, found.content));
  const limitNow = () =>
    flow.size > allowance.bytes ? allowance.reason : exhausted({ ...run.budget, bytes: run.budget.bytes + flow.size });
  yield* taken;
  while (flow.complete === undefined) {
    const limit = limitNow();
    if (limit !== undefined) {
      flow.limit = limit;
      return;
    }
    const piece = await flow.pieces.next();
    if (piece.done) {
      flow.complete = piece.value;
      return;
    }
    flow.size += piece.value.length;
    yield piece.value;
  }
}

/** What is stored may be as long as an entry may be. */
function compressedSize(run: Run, content: Content): number {
  return content.type === 'deflated' ? content.source.size : run.budget.limits.entryBytes;
}

async function* ended(run: Run, found: Found, flow: Flow): Events {
  await flow.pieces.return(false);
  yield* booked(run, found, flow);
}

/** Books a large content and says what of it could not be read. */
function* booked(
  run: Run,
  found: Found,
  flow: { readonly size: number; readonly limit?: string; readonly complete?: boolean },
): Generator<ArtifactEvent, void, undefined> {
  run.budget.bytes += flow.size;
  if (flow.limit !== undefined) {
    yield problemEvent(run, found.chain, 'limit', `read up to ${megabytes(flow.size)}: ${flow.limit}`);
  } else if (flow.complete === false && found.encrypted) {
    yield problemEvent(run, found.chain, 'encrypted', ENCRYPTED_REASON);
  } else if (flow.complete === false) {
    const reason = `partial: broken or cut off after ${megabytes(flow.size)}`;
    yield problemEvent(run, found.chain, 'truncated', reason);
  }
}
