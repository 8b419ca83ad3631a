import type { ArtifactEvent, Candidate, Part, ReadOptions } from './artifacts/artifact.ts';
import { readArtifact } from './artifacts/read.ts';
import type { ReadingThread } from './artifacts/reading-thread.ts';
import { readOptions } from './reading-options.ts';
import type { AnchorSearch } from './shared/anchors.ts';
import { messageOf } from './shared/errors.ts';
import { fileSize, startThread, THREAD_FROM } from './thread.ts';

type Events = AsyncGenerator<ArtifactEvent, void, undefined>;

/** Reads artifacts here, or in threads beside this one. */
export interface Reading {
  /** What an artifact holds, in one part or in several that are read side by side. */
  readonly read: (candidate: Candidate, search: AnchorSearch) => readonly Events[];
  readonly stop: () => Promise<void>;
}

/**
 * `lanes`: artifacts that are read at a time. One after the other, contents that were read before are left out; side by side, chance
 * would decide which. `begun`: a thread that was begun with.
 */
export async function startReadings(
  candidates: readonly Candidate[],
  lanes: number,
  begun: ReadingThread | undefined,
): Promise<Reading> {
  const sizes = await Promise.all(candidates.map(sizeOf));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (begun === undefined && total < THREAD_FROM) return here(lanes === 1);
  const first = begun ?? (await startThread());
  if (first === undefined) return here(lanes === 1);
  return inThreads(first, candidates[0], lanes === 1);
}

async function sizeOf({ form, location }: Candidate): Promise<number> {
  return form === 'folder' ? THREAD_FROM : fileSize(location);
}

function here(once: boolean): Reading {
  const options = optionsOnce(once);
  return { read: (candidate, search) => [readArtifact(candidate, options(search))], stop: async () => undefined };
}

/** The same options for all artifacts: they remember what was read before. */
function optionsOnce(once: boolean): (search: AnchorSearch) => ReadOptions {
  let options: ReadOptions | undefined;
  return (search) => {
    options ??= readOptions(search, once);
    return options;
  };
}

function withPart(options: ReadOptions, part: Part | undefined): ReadOptions {
  return part === undefined ? options : { ...options, part };
}

/**
 * As many threads as artifacts are read at a time. The first one begins with its artifact before anybody asks for it. One that
 * fails to begin is done without; one that fails later costs the artifact that it was reading. Some entries of archives
 * are read here (artifacts/lending.ts).
 */
function inThreads(first: ReadingThread, next: Candidate | undefined, once: boolean): Reading {
  const all = [first];
  const idle: ReadingThread[] = [];
  const keptOf = (candidate: Candidate): Part | undefined => (candidate.form === 'archive' ? 'kept' : undefined);
  first.setUp({ once });
  const begun = next && { candidate: next, events: first.read(next, keptOf(next)), thread: first };
  const begin = async (candidate: Candidate) => {
    if (candidate === begun?.candidate) return begun;
    const thread = idle.pop() ?? (await freshThread());
    return { events: thread.read(candidate, keptOf(candidate)), thread };
  };
  const freshThread = async () => {
    const thread = await startThread();
    if (thread === undefined) throw new Error('no thread started');
    all.push(thread);
    thread.setUp({ once });
    return thread;
  };
  const options = optionsOnce(once);
  const readThere = async function* (candidate: Candidate, search: AnchorSearch): Events {
    let hasBegun = false;
    try {
      const { events, thread } = await begin(candidate);
      for await (const event of events) {
        hasBegun = true;
        yield event;
      }
      idle.push(thread);
    } catch (error) {
      if (!hasBegun) {
        yield* readArtifact(candidate, withPart(options(search), keptOf(candidate)));
        return;
      }
      const reason = `could not be read: ${messageOf(error)}`;
      yield { type: 'problem', problem: { kind: 'unreadable', path: candidate.path, reason } };
    }
  };
  return {
    read: (candidate, search) => {
      if (candidate.form !== 'archive') return [readThere(candidate, search)];
      const lent = readArtifact(candidate, withPart(options(search), 'lent'));
      return [readThere(candidate, search), lent];
    },
    stop: async () => {
      await Promise.all(all.map((thread) => thread.stop()));
    },
  };
}
