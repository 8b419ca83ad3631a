import type { ArtifactEvent, Candidate, OwnOptions, ReadOptions } from './artifacts/artifact.ts';
import type { Meter } from './artifacts/meter.ts';
import { readArtifact } from './artifacts/read.ts';
import type { ReadingThread } from './artifacts/reading-thread.ts';
import { readOptions } from './reading-options.ts';
import type { AnchorSearch } from './shared/anchors.ts';
import { messageOf } from './shared/errors.ts';
import { fileSize, startThread, THREAD_FROM } from './thread.ts';

type Events = AsyncGenerator<ArtifactEvent, void, undefined>;

/** Reads artifacts here, or in threads beside this one. */
export interface Reading {
  /**
   * Begins with an artifact, before there is a search here. The result gives what the artifact holds, in one part or in several that
   * are read side by side. `meter` counts how far it has come.
   */
  readonly begin: (candidate: Candidate, meter?: Meter) => (search: AnchorSearch) => readonly Events[];
  readonly stop: () => Promise<void>;
}

/**
 * `lanes`: artifacts that are read at a time. One after the other, contents that were read before are left out; side by side, chance
 * would decide which. `begun`: a thread that was begun with.
 */
export function startReadings(
  candidates: readonly Candidate[],
  lanes: number,
  begun: ReadingThread | undefined,
): Reading {
  const total = candidates.reduce((sum, candidate) => sum + sizeOf(candidate), 0);
  if (begun === undefined && total < THREAD_FROM) return here(lanes === 1);
  const first = begun ?? startThread();
  if (first === undefined) return here(lanes === 1);
  return inThreads(first, lanes === 1, candidates.length === 1);
}

function sizeOf({ form, location }: Candidate): number {
  return form === 'folder' ? THREAD_FROM : fileSize(location);
}

function here(once: boolean): Reading {
  const options = optionsOnce(once);
  return {
    begin: (candidate, meter) => (search) => [readArtifact(candidate, { ...options(search), ...metering(meter) })],
    stop: async () => undefined,
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

function metering(meter: Meter | undefined): OwnOptions {
  return meter === undefined ? {} : { meter };
}

/**
 * As many threads as artifacts are read at a time. One that fails to begin is done without; one that fails later costs the artifact
 * that it was reading. Some entries of archives are read here (artifacts/lending.ts).
 */
function inThreads(first: ReadingThread, once: boolean, alone: boolean): Reading {
  const all = [first];
  const idle = [first];
  first.setUp({ once });
  const freshThread = () => {
    const thread = startThread();
    if (thread === undefined) throw new Error('no thread started');
    all.push(thread);
    thread.setUp({ once });
    return thread;
  };
  const begin = async (candidate: Candidate, own: OwnOptions) => {
    const thread = idle.pop() ?? freshThread();
    return { thread, events: thread.read(candidate, own) };
  };
  const options = optionsOnce(once);
  const finish = async function* (
    candidate: Candidate,
    own: OwnOptions,
    begun: ReturnType<typeof begin>,
    search: AnchorSearch,
  ): Events {
    let came = false;
    try {
      const { thread, events } = await begun;
      for await (const event of events) {
        came = true;
        yield event;
      }
      idle.push(thread);
    } catch (error) {
      if (!came) {
        yield* readArtifact(candidate, { ...options(search), ...own });
        return;
      }
      const reason = `could not be read: ${messageOf(error)}`;
      yield { type: 'problem', problem: { kind: 'unreadable', path: candidate.path, reason } };
    }
  };
  return {
    begin: (candidate, meter) => {
      const own = { ...metering(meter), alone };
      const isShared = candidate.form === 'archive';
      const there: OwnOptions = isShared ? { ...own, part: 'kept' } : own;
      const begun = begin(candidate, there);
      return (search) => {
        const kept = finish(candidate, there, begun, search);
        return isShared ? [kept, readArtifact(candidate, { ...options(search), ...own, part: 'lent' })] : [kept];
      };
    },
    stop: async () => {
      await Promise.all(all.map((thread) => thread.stop()));
    },
  };
}
