import type { ArtifactEvent, Candidate, ReadOptions } from './artifacts/artifact.ts';
import { createMeter, type Meter } from './artifacts/meter.ts';
import { readArtifact } from './artifacts/read.ts';
import { type Begun, isShared, type MeteredOptions, ownOptions, type ThreadReading } from './beginning.ts';
import { dexRoom } from './formats/android/dex-walk/walk.ts';
import { readOptions } from './reading-options.ts';
import type { AnchorSearch } from './shared/anchors.ts';
import { messageOf } from './shared/errors.ts';
import { fileSize, startThread, THREAD_FROM } from './thread.ts';

type Events = AsyncGenerator<ArtifactEvent, void, undefined>;

/** Reads artifacts here, or in threads beside this one. */
export interface Reading {
  /** Begins with an artifact, before there is a search here. */
  readonly begin: (candidate: Candidate) => ArtifactReading;
  /** Threads end while the rest is done: nobody has to wait for that. */
  readonly stop: () => void;
}

export interface ArtifactReading {
  /** Counts how far it has come. */
  readonly meter: Meter;
  /** What the artifact holds, in one part or in several that are read side by side. */
  readonly partsWith: (search: AnchorSearch) => readonly Events[];
}

/**
 * `lanes`: artifacts that are read at a time. One after the other, contents that were read before are left out; side by side, chance
 * would decide which.
 */
export function startReadings(candidates: readonly Candidate[], lanes: number, begun?: Begun): Reading {
  const once = lanes === 1;
  if (begun !== undefined) return inThreads(begun, once, candidates.length);
  const total = candidates.reduce((sum, candidate) => sum + sizeOf(candidate), 0);
  const thread = total < THREAD_FROM ? undefined : startThread();
  if (thread === undefined) return here(once);
  thread.setUp({ once });
  return inThreads({ thread }, once, candidates.length);
}

function sizeOf({ form, location }: Candidate): number {
  return form === 'folder' ? THREAD_FROM : fileSize(location);
}

function here(once: boolean): Reading {
  const options = optionsOnce(once);
  return {
    begin: (candidate) => {
      const meter = createMeter();
      const own = { meter, ...roomOnce(once) };
      return { meter, partsWith: (search) => [readArtifact(candidate, { ...options(search), ...own })] };
    },
    stop: () => undefined,
  };
}

/** The same options for all artifacts: they remember what was read before. */
function optionsOnce(once: boolean): (search: AnchorSearch) => ReadOptions {
  let options: ReadOptions | undefined;
  return (search) => {
    options ??= readOptions(search, once);
    return options;
  };
}

/** There is one room: nothing else may be read here with it meanwhile. */
function roomOnce(once: boolean): Pick<ReadOptions, 'room'> {
  return once ? { room: dexRoom } : {};
}

/**
 * As many threads as artifacts are read at a time. One that fails to begin is done without; one that fails later costs the artifact
 * that it was reading.
 */
function inThreads({ thread, first }: Omit<Begun, 'found'>, once: boolean, count: number): Reading {
  const all = [thread];
  const idle = first === undefined ? [thread] : [];
  const options = optionsOnce(once);
  const freshThread = () => {
    const fresh = startThread();
    if (fresh === undefined) throw new Error('no thread started');
    all.push(fresh);
    fresh.setUp({ once });
    return fresh;
  };
  const begin = async (candidate: Candidate, own: MeteredOptions): Promise<ThreadReading> => {
    const free = idle.pop() ?? freshThread();
    return { thread: free, events: free.read(candidate, own) };
  };
  const finish = async function* (
    candidate: Candidate,
    own: MeteredOptions,
    begun: Promise<ThreadReading>,
    search: AnchorSearch,
  ): Events {
    let came = false;
    try {
      const { thread: busy, events } = await begun;
      for await (const event of events) {
        came = true;
        yield event;
      }
      idle.push(busy);
    } catch (error) {
      if (!came) {
        // It may have taken the digest upon itself before it failed.
        const { digest: _, ...rest } = own;
        yield* readArtifact(candidate, { ...options(search), ...rest });
        return;
      }
      const reason = `could not be read: ${messageOf(error)}`;
      yield { type: 'problem', problem: { kind: 'unreadable', path: candidate.path, reason } };
    }
  };
  return {
    begin: (candidate) => {
      const isFirst = candidate === first?.candidate;
      const own = isFirst ? first.own : ownOptions(candidate, count);
      const begun = isFirst ? Promise.resolve(first) : begin(candidate, own);
      const partsWith = (search: AnchorSearch) => {
        const kept = finish(candidate, own, begun, search);
        return isShared(candidate)
          ? [kept, readArtifact(candidate, { ...options(search), ...own, ...roomOnce(once), part: 'lent' })]
          : [kept];
      };
      return { meter: own.meter, partsWith };
    },
    stop: () => {
      for (const one of all) one.stop();
    },
  };
}
