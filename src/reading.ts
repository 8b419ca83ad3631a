import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { ArtifactEvent, Candidate } from './artifacts/artifact.ts';
import { readArtifact } from './artifacts/read.ts';
import { type ReadingThread, startReading } from './artifacts/reading-thread.ts';
import { readOptions } from './reading-options.ts';
import type { AnchorSearch } from './shared/anchors.ts';
import { messageOf } from './shared/errors.ts';

/** How artifacts are read: here, or in threads beside this one. */
export interface Reading {
  readonly read: (candidate: Candidate) => AsyncGenerator<ArtifactEvent, void, undefined>;
  readonly stop: () => Promise<void>;
}

/** The thread's code: scripts/build.mjs lays it beside the bundle. Where the source runs as it is, there is none. */
const CODE = path.join(import.meta.dirname, 'reader.js');

/** Bytes from which on a thread is done sooner, although it takes a tenth of a second to start. */
const THREAD_FROM = 4 * 1024 * 1024;

/** `once` leaves out contents that were read before: where artifacts are read side by side, chance would decide which. */
export async function startReadings(
  candidates: readonly Candidate[],
  search: AnchorSearch,
  once: boolean,
): Promise<Reading> {
  if (existsSync(CODE) && (await isLarge(candidates))) return inThreads(search, once);
  const options = readOptions(search, once);
  return { read: (candidate) => readArtifact(candidate, options), stop: async () => undefined };
}

async function isLarge(candidates: readonly Candidate[]): Promise<boolean> {
  let size = 0;
  for (const { form, location } of candidates) {
    size += form === 'folder' ? THREAD_FROM : await sizeOf(location);
    if (size >= THREAD_FROM) return true;
  }
  return false;
}

async function sizeOf(location: string): Promise<number> {
  return stat(location).then(
    ({ size }) => size,
    () => 0,
  );
}

/** As many threads as artifacts are read at a time; one that fails costs the artifact that it was reading. */
function inThreads(search: AnchorSearch, once: boolean): Reading {
  const all: ReadingThread[] = [];
  const idle: ReadingThread[] = [];
  const start = async () => {
    const thread = await startReading(CODE, { literals: search.of, once });
    all.push(thread);
    return thread;
  };
  return {
    read: async function* (candidate) {
      try {
        const thread = idle.pop() ?? (await start());
        yield* thread.read(candidate);
        idle.push(thread);
      } catch (error) {
        const reason = `could not be read: ${messageOf(error)}`;
        yield { type: 'problem', problem: { kind: 'unreadable', path: candidate.path, reason } };
      }
    },
    stop: async () => {
      await Promise.all(all.map((thread) => thread.stop()));
    },
  };
}
