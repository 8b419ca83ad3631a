import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { Literals } from '../shared/anchors.ts';
import { messageOf } from '../shared/errors.ts';
import type { FromSearcher, SearchEnd, SearchRequest, ToSearcher } from './searching.ts';
import type { Window } from './windows.ts';

/** A large content that is being searched in the other thread. */
export interface Searching {
  /** The windows with hits, in order; returns how it ended. Rejects if the content could not be read. */
  readonly windows: AsyncGenerator<Window, SearchEnd, undefined>;
  /** Resolves when all of it has been searched, whether or not its windows have been looked at. */
  readonly searched: Promise<void>;
}

export interface SearchThread {
  readonly search: (request: Omit<SearchRequest, 'id'>) => Searching;
  readonly stop: () => Promise<void>;
}

/** The thread's code: scripts/build.mjs lays it beside the bundle. Where the source runs as it is, there is none. */
const CODE = path.join(import.meta.dirname, 'searcher.js');

/** In MiB. With little room for objects, buffers are collected while they are few: it took 25 MiB less when measured. */
const HEAP = { maxYoungGenerationSizeMb: 0.25, maxOldGenerationSizeMb: 32 };

/** Starts with the first content; undefined where there is no code for it. */
export function searchThread(literals: Literals): SearchThread | undefined {
  if (!existsSync(CODE)) return undefined;
  const inboxes = new Map<number, Inbox>();
  let started: Promise<Worker | undefined> | undefined;
  let last = 0;
  const failAll = (error: unknown) => {
    for (const [id, inbox] of inboxes) inbox.put({ type: 'failed', id, message: messageOf(error) });
  };
  const start = async () => {
    const { Worker } = await import('node:worker_threads');
    const worker = new Worker(CODE, { workerData: literals, resourceLimits: HEAP });
    worker.on('message', (message: FromSearcher) => inboxes.get(message.id)?.put(message));
    worker.on('error', failAll);
    worker.on('exit', () => {
      started = undefined;
      failAll(new Error('its thread ended'));
    });
    return worker;
  };
  return {
    search: (request) => {
      const id = last++;
      const inbox = createInbox();
      inboxes.set(id, inbox);
      started ??= start().catch((error) => {
        started = undefined;
        failAll(error);
        return undefined;
      });
      const send = async (message: ToSearcher) => (await started)?.postMessage(message);
      void send({ type: 'search', request: { ...request, id } });
      return { windows: received(id, inbox, send, () => inboxes.delete(id)), searched: inbox.ended };
    },
    stop: async () => {
      await (await started)?.terminate();
    },
  };
}

async function* received(
  id: number,
  inbox: Inbox,
  send: (message: ToSearcher) => Promise<void>,
  forget: () => void,
): AsyncGenerator<Window, SearchEnd, undefined> {
  let ended = false;
  try {
    for (;;) {
      const message = await inbox.take();
      if (message.type !== 'window') {
        ended = true;
        if (message.type === 'failed') throw new Error(message.message);
        return message.end;
      }
      const { bytes, base, hits } = message.window;
      yield { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), base, hits };
      void send({ type: 'taken', id });
    }
  } finally {
    forget();
    if (!ended) void send({ type: 'stop', id });
  }
}

/** Messages in the order in which they came. */
interface Inbox {
  readonly put: (message: FromSearcher) => void;
  readonly take: () => Promise<FromSearcher>;
  /** Resolves with the last one. */
  readonly ended: Promise<void>;
}

function createInbox(): Inbox {
  const waiting: FromSearcher[] = [];
  let wake: ((message: FromSearcher) => void) | undefined;
  let end: () => void;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    ended,
    put: (message) => {
      if (message.type !== 'window') end();
      if (wake === undefined) waiting.push(message);
      else wake(message);
      wake = undefined;
    },
    take: async () => waiting.shift() ?? new Promise<FromSearcher>((resolve) => (wake = resolve)),
  };
}
