import { parentPort } from 'node:worker_threads';
import type { Candidate, OwnOptions, ReadOptions } from './artifacts/artifact.ts';
import { createPacker } from './artifacts/parcels.ts';
import { readArtifact } from './artifacts/read.ts';
import type { FromReader, ReadingSetup, ToReader } from './artifacts/reading-thread.ts';
import { createRoomPool } from './artifacts/rooms.ts';
import { builtSearch } from './built-search.ts';
import { readOptions } from './reading-options.ts';
import { milliseconds } from './shared/clock.ts';

/*
 * The thread that reads artifacts: an entry of its own for the bundler, started by artifacts/reading-thread.ts. It inflates and
 * searches while the main thread looks at what it found before.
 */

/** Of the script that this is built to (scripts.ts). */
declare const keepCompiled: () => void;

let options: ReadOptions | undefined;
const rooms = createRoomPool();
const packer = createPacker(rooms);

const MiB = 1024 * 1024;
/** Bytes that wait to be looked at; one parcel alone may be larger. */
const MOST_AHEAD = 16 * MiB;

/** Bytes that were sent and that nobody has begun to look at. */
let ahead = 0;
let wake: () => void = () => undefined;

parentPort?.on('message', (message: ToReader) => {
  if (message.type === 'setup') options = optionsOf(message.setup);
  else if (message.type === 'read') void read(message.candidate, message.own);
  else if (message.type === 'begun') begin(message.size);
  else rooms.giveBack(message.room);
});

const search = builtSearch();

function optionsOf({ once }: ReadingSetup): ReadOptions {
  if (search === undefined) throw new Error('there is no search.bin beside this file');
  return { ...readOptions(search, once), rooms };
}

function begin(size: number): void {
  ahead -= size;
  wake();
}

/** Milliseconds after which a parcel goes off although there is room in it, where the other thread waits for it. */
const PATIENCE = 4;

async function read(candidate: Candidate, own: OwnOptions): Promise<void> {
  if (options === undefined) throw new Error('the reading thread was not set up');
  let sent = milliseconds();
  for await (const event of readArtifact(candidate, { ...options, ...own })) {
    const isAwaited = ahead === 0 && !packer.isEmpty() && milliseconds() > sent + PATIENCE;
    if (isAwaited || !packer.fits(event)) {
      await sendParcel();
      sent = milliseconds();
    }
    packer.add(event);
    if (packer.isFull()) {
      await sendParcel();
      sent = milliseconds();
    }
  }
  await sendParcel();
  keepCompiled();
  post({ type: 'end' });
  // While the main thread looks at the last of it; else it would wait for this one to be taken apart.
  if (own.alone === true) parentPort?.close();
}

async function sendParcel(): Promise<void> {
  const parcel = packer.take();
  const size = parcel.room.byteLength;
  while (ahead > 0 && ahead + size > MOST_AHEAD) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  ahead += size;
  post({ type: 'parcel', parcel }, [parcel.room]);
}

function post(message: FromReader, transferred: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transferred);
}
