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
  /** What an artifact holds, in one part or in several that are read side by side; `meter` counts how far it has come. */
  readonly read: (candidate: Candidate, search: AnchorSearch, meter?: Meter) => readonly Events[];
  readonly stop: () => Promise<void>;
}

const MiB = 1024 * 1024;
/** Bytes of one artifact from which on it may have entries worth lending. */
const LENDING_FROM = 32 * MiB;

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
  const lending = candidates.filter(({ form }, index) => form === 'archive' && (sizes[index] ?? 0) >= LENDING_FROM);
  return inThreads(first, lanes === 1, new Set(lending));
}

async function sizeOf({ form, location }: Candidate): Promise<number> {
  return form === 'folder' ? THREAD_FROM : fileSize(location);
}

function here(once: boolean): Reading {
  const options = optionsOnce(once);
  return {
    read: (candidate, search, meter) => [readArtifact(candidate, { ...options(search), ...metering(meter) })],
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
 * that it was reading. Of the artifacts in `lending` some entries are read here.
 */
function inThreads(first: ReadingThread, once: boolean, lending: ReadonlySet<Candidate>): Reading {
  const all = [first];
  const fresh = [first];
  const idle: ReadingThread[] = [];
  const nextThread = async (search: AnchorSearch) => {
    const known = idle.pop();
    if (known !== undefined) return known;
    const thread = fresh.pop() ?? (await startThread());
    if (thread === undefined) throw new Error('no thread started');
    if (thread !== first) all.push(thread);
    thread.setUp({ literals: search.of, once });
    return thread;
  };
  const options = optionsOnce(once);
  const readThere = async function* (candidate: Candidate, search: AnchorSearch, own: OwnOptions): Events {
    let begun = false;
    try {
      const thread = await nextThread(search);
      for await (const event of thread.read(candidate, own)) {
        begun = true;
        yield event;
      }
      idle.push(thread);
    } catch (error) {
      if (!begun) {
        yield* readArtifact(candidate, { ...options(search), ...own });
        return;
      }
      const reason = `could not be read: ${messageOf(error)}`;
      yield { type: 'problem', problem: { kind: 'unreadable', path: candidate.path, reason } };
    }
  };
  return {
    read: (candidate, search, meter) => {
      const own = metering(meter);
      if (!lending.has(candidate)) return [readThere(candidate, search, own)];
      const lent = readArtifact(candidate, { ...options(search), ...own, part: 'lent' });
      return [readThere(candidate, search, { ...own, part: 'kept' }), lent];
    },
    stop: async () => {
      await Promise.all(all.map((thread) => thread.stop()));
    },
  };
}
