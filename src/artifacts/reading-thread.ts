import type { Worker } from 'node:worker_threads';
import type { ArtifactEvent, Candidate, OwnOptions } from './artifact.ts';
import { type Parcel, unpacked } from './parcels.ts';

/** What the thread is to know of the run. */
export interface ReadingSetup {
  /** Whether contents that were read before are left out. */
  readonly once: boolean;
}

export type ToReader =
  /** Comes first, and once. */
  | { readonly type: 'setup'; readonly setup: ReadingSetup }
  | { readonly type: 'read'; readonly candidate: Candidate; readonly own: OwnOptions }
  /** A parcel is being looked at. */
  | { readonly type: 'begun'; readonly size: number }
  /** It has been looked at, and its room may be used again. */
  | { readonly type: 'taken'; readonly room: ArrayBuffer };

export type FromReader =
  | { readonly type: 'parcel'; readonly parcel: Parcel }
  /** The last one of an artifact. */
  | { readonly type: 'end' };

/** Another thread that reads artifacts, one after the other. */
export interface ReadingThread {
  readonly setUp: (setup: ReadingSetup) => void;
  /** As readArtifact, but begins at once. Rejects if the thread fails. */
  readonly read: (candidate: Candidate, own: OwnOptions) => AsyncGenerator<ArtifactEvent, void, undefined>;
  readonly stop: () => void;
}

/** The program of the worker is src/reader.ts. It takes a tenth of a second to start. */
export function startReading(worker: Worker): ReadingThread {
  const inbox = inboxOf(worker);
  // Whatever goes wrong elsewhere, the process does not wait for a thread that nobody listens to.
  worker.unref();
  const send = (message: ToReader, transferred: ArrayBuffer[] = []) => worker.postMessage(message, transferred);
  return {
    setUp: (setup) => send({ type: 'setup', setup }),
    read: (candidate, own) => {
      send({ type: 'read', candidate, own });
      return received(inbox, send, worker);
    },
    stop: () => {
      void worker.terminate();
    },
  };
}

/** What comes of one artifact. */
async function* received(
  inbox: () => Promise<FromReader>,
  send: (message: ToReader, transferred?: ArrayBuffer[]) => void,
  worker: Worker,
): AsyncGenerator<ArtifactEvent, void, undefined> {
  worker.ref();
  for (let message = await inbox(); message.type === 'parcel'; message = await inbox()) {
    const { parcel } = message;
    send({ type: 'begun', size: parcel.room.byteLength });
    yield* unpacked(parcel);
    send({ type: 'taken', room: parcel.room }, [parcel.room]);
  }
  worker.unref();
}

/** The messages in the order in which they came; rejects once the thread has failed. */
function inboxOf(worker: Worker): () => Promise<FromReader> {
  const waiting: FromReader[] = [];
  let failure: Error | undefined;
  let wake: () => void = () => undefined;
  worker.on('message', (message: FromReader) => {
    waiting.push(message);
    wake();
  });
  worker.on('error', (error) => {
    failure ??= error;
    wake();
  });
  worker.on('exit', () => {
    failure ??= new Error('the reading thread ended');
    wake();
  });
  return async () => {
    for (;;) {
      const message = waiting.shift();
      if (message !== undefined) return message;
      if (failure !== undefined) throw failure;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
}
