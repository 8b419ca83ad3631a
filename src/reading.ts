import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { ArtifactEvent, Candidate } from './artifacts/artifact.ts';
import { readArtifact } from './artifacts/read.ts';
import { type ReadingThread, startReading } from './artifacts/reading-thread.ts';
import { readOptions } from './reading-options.ts';
import type { AnchorSearch } from './shared/anchors.ts';
import { messageOf } from './shared/errors.ts';

type Events = AsyncGenerator<ArtifactEvent, void, undefined>;

/** Reads artifacts here, or in threads beside this one. */
export interface Reading {
  /** What an artifact holds, in one part or in several that are read side by side. */
  readonly read: (candidate: Candidate, search: AnchorSearch) => readonly Events[];
  readonly stop: () => Promise<void>;
}

/** The thread's code: scripts/build.mjs lays it beside the bundle. Where the source runs as it is, there is none. */
const CODE = path.join(import.meta.dirname, 'reader.js');

const MiB = 1024 * 1024;
/** Bytes of all artifacts from which on a thread of its own is done sooner, although it takes a tenth of a second to start. */
const THREAD_FROM = 4 * MiB;
/** Bytes of one artifact from which on two are. */
const SHARES_FROM = 192 * MiB;
const SHARES = 2;

/**
 * Threads begin to start, so that they are ready when the search is. `lanes`: artifacts that are read at a time. One after the other,
 * contents that were read before are left out; side by side, chance would decide which.
 */
export async function startReadings(candidates: readonly Candidate[], lanes: number): Promise<Reading> {
  const sizes = await Promise.all(candidates.map(sizeOf));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total < THREAD_FROM || !existsSync(CODE)) return here(lanes === 1);
  const isShared = lanes === 1 && Math.max(...sizes) >= SHARES_FROM && availableParallelism() >= SHARES;
  return inThreads(lanes === 1, isShared ? SHARES : 1);
}

async function sizeOf({ form, location }: Candidate): Promise<number> {
  if (form === 'folder') return THREAD_FROM;
  return stat(location).then(
    ({ size }) => size,
    () => 0,
  );
}

function here(once: boolean): Reading {
  let options: ReturnType<typeof readOptions> | undefined;
  return {
    read: (candidate, search) => {
      options ??= readOptions(search, once);
      return [readArtifact(candidate, options)];
    },
    stop: async () => undefined,
  };
}

/** For each share as many threads as artifacts are read at a time; one that fails costs the artifact that it was reading. */
function inThreads(once: boolean, shares: number): Reading {
  const all: Promise<ReadingThread>[] = [];
  const start = () => {
    const thread = startReading(CODE);
    all.push(thread);
    return thread;
  };
  const lots = Array.from({ length: shares }, () => ({ begun: [start()], idle: [] as ReadingThread[] }));
  const threadOf = async ({ begun, idle }: (typeof lots)[number], search: AnchorSearch, index: number) => {
    const known = idle.pop();
    if (known !== undefined) return known;
    const thread = await (begun.pop() ?? start());
    thread.setUp({ literals: search.of, once, share: { index, of: shares } });
    return thread;
  };
  const readShare = async function* (lot: (typeof lots)[number], candidate: Candidate, search: AnchorSearch): Events {
    try {
      const thread = await threadOf(lot, search, lots.indexOf(lot));
      yield* thread.read(candidate);
      lot.idle.push(thread);
    } catch (error) {
      const reason = `could not be read: ${messageOf(error)}`;
      yield { type: 'problem', problem: { kind: 'unreadable', path: candidate.path, reason } };
    }
  };
  return {
    // Only archives are shared out.
    read: (candidate, search) =>
      lots.slice(0, candidate.form === 'archive' ? shares : 1).map((lot) => readShare(lot, candidate, search)),
    stop: async () => {
      await Promise.all(all.map(async (thread) => (await thread).stop()));
    },
  };
}
