import { parentPort, workerData } from 'node:worker_threads';
import { type AnchorSearch, compileAnchors, type Literals } from '../shared/anchors.ts';
import { codeOf } from '../shared/errors.ts';
import { piecesOf } from './pieces.ts';
import {
  type FromSearcher,
  type SearchEnd,
  type SearchRequest,
  type SentWindow,
  type ToSearcher,
  WINDOWS_AHEAD,
} from './searching.ts';
import { openFile, windowSource } from './source.ts';
import { searchedWindows, type Window } from './windows.ts';

/*
 * The thread that searches large contents: an entry of its own for the bundler, started by search-thread.ts. Several contents
 * are under way at once, so that one is being inflated in the thread pool while another is searched.
 */

interface Job {
  /** Windows that may still be sent. */
  credit: number;
  stopped: boolean;
  /** Set while it waits for credit. */
  wake?: () => void;
}

const jobs = new Map<number, Job>();
const search = compileAnchors(...literalsOf(workerData as Literals));

function literalsOf({ anchors, exact }: Literals): Parameters<typeof compileAnchors> {
  return [anchors, exact];
}

parentPort?.on('message', (message: ToSearcher) => {
  if (message.type === 'search') {
    void run(message.request);
    return;
  }
  const job = jobs.get(message.id);
  if (job === undefined) return;
  if (message.type === 'taken') job.credit++;
  else job.stopped = true;
  job.wake?.();
});

async function run(request: SearchRequest): Promise<void> {
  const { id } = request;
  const job: Job = { credit: WINDOWS_AHEAD, stopped: false };
  jobs.set(id, job);
  try {
    post({ type: 'end', id, end: await searchAll(request, job, search) });
  } catch (error) {
    post({ type: 'failed', id, message: codeOf(error) });
  }
  jobs.delete(id);
}

async function searchAll(request: SearchRequest, job: Job, search: AnchorSearch): Promise<SearchEnd> {
  const file = await openFile(request.location);
  try {
    const source = windowSource(file, request.start, request.size);
    const flow: Flow = { size: 0, complete: true };
    const pieces = bounded(piecesOf({ type: request.type, source }), request, job, flow);
    for await (const window of searchedWindows(pieces, search)) {
      if (window.hits.length === 0) continue;
      await credit(job);
      if (job.stopped) break;
      const sent = neighbourhood(window);
      post({ type: 'window', id: request.id, window: sent }, [sent.bytes.buffer]);
    }
    return flow;
  } finally {
    await file.close();
  }
}

/** Wide enough for every neighbour that a reader looks for. */
const AROUND = 64 * 1024;

/** A copy of what lies around the hits. */
function neighbourhood({ bytes, base, hits }: Window): SentWindow {
  const last = hits.at(-1);
  const from = Math.max(0, (hits[0]?.offset ?? 0) - AROUND);
  const to = last === undefined ? from : last.offset + last.length + AROUND;
  return {
    bytes: new Uint8Array(bytes.subarray(from, to)),
    base: base + from,
    hits: hits.map((hit) => ({ ...hit, offset: hit.offset - from })),
  };
}

type Flow = { -readonly [Key in keyof SearchEnd]: SearchEnd[Key] };

/** What comes, until a limit is met. */
async function* bounded(
  pieces: AsyncGenerator<Buffer, boolean, undefined>,
  { most, milliseconds }: SearchRequest,
  job: Job,
  flow: Flow,
): AsyncGenerator<Buffer, void, undefined> {
  const deadline = performance.now() + milliseconds;
  try {
    while (!job.stopped) {
      if (flow.size > most) flow.limit = 'bytes';
      else if (performance.now() > deadline) flow.limit = 'time';
      if (flow.limit !== undefined) return;
      const piece = await pieces.next();
      if (piece.done) {
        flow.complete = piece.value;
        return;
      }
      flow.size += piece.value.length;
      yield piece.value;
    }
  } finally {
    await pieces.return(false);
  }
}

async function credit(job: Job): Promise<void> {
  while (job.credit === 0 && !job.stopped) {
    await new Promise<void>((resolve) => {
      job.wake = resolve;
    });
  }
  job.credit--;
}

function post(message: FromSearcher, transferred: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transferred);
}
