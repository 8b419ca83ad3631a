import { createHash } from 'node:crypto';
import { openFile } from './source.ts';

/** One file of an artifact: where it is, and the name that goes into a folder's digest. */
export interface HashedFile {
  readonly location: string;
  readonly name: string;
}

export interface Hashing {
  /** Lower-case hex; the empty string if a file could not be read or the hashing was stopped. */
  readonly digest: Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Below this the digest costs less than a thread does. */
const OWN_THREAD_BYTES = 24 * 1024 * 1024;
const CHUNK = 1024 * 1024;

/**
 * SHA-256 takes about as long as all the inflating, and node has no way to hash a stream in its thread pool, so large
 * artifacts are hashed in a thread of their own. As text, because a bundler would not carry a second file along.
 */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const { createHash } = require('node:crypto');
const { openSync, readSync, closeSync } = require('node:fs');
const chunk = Buffer.allocUnsafeSlow(workerData.chunk);
const digests = workerData.locations.map((location) => {
  const hash = createHash('sha256');
  const file = openSync(location, 'r');
  for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read));
  closeSync(file);
  return hash.digest('hex');
});
parentPort.postMessage(digests);
`;

/** SHA-256 of a file. */
export function hashFile(location: string, size: number): Hashing {
  const hashing = hashAll([location], size);
  return { digest: hashing.digests.then((digests) => digests[0] ?? ''), stop: hashing.stop };
}

/** SHA-256 of what `sha256sum` would print of a folder's files: lines of digest, two spaces, name, sorted by name. */
export function hashFolder(files: readonly HashedFile[], size: number): Hashing {
  const sorted = [...files].sort((left, right) => (left.name < right.name ? -1 : 1));
  const hashing = hashAll(
    sorted.map((file) => file.location),
    size,
  );
  const digest = hashing.digests.then((digests) => {
    if (digests.length !== sorted.length) return '';
    const lines = sorted.map((file, index) => `${digests[index]}  ${file.name}\n`);
    return createHash('sha256').update(lines.join('')).digest('hex');
  });
  return { digest, stop: hashing.stop };
}

interface HashingAll {
  readonly digests: Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

function hashAll(locations: readonly string[], size: number): HashingAll {
  if (size < OWN_THREAD_BYTES) return { digests: hashHere(locations), stop: async () => undefined };
  return hashInThread(locations);
}

async function hashHere(locations: readonly string[]): Promise<readonly string[]> {
  const digests: string[] = [];
  for (const location of locations) {
    const digest = await digestOf(location).catch(() => undefined);
    if (digest === undefined) return [];
    digests.push(digest);
  }
  return digests;
}

async function digestOf(location: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await openFile(location);
  try {
    for (let at = 0; at < file.size; at += CHUNK) hash.update(await file.read(at, CHUNK));
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}

function hashInThread(locations: readonly string[]): HashingAll {
  const started = import('node:worker_threads').then(
    ({ Worker }) => new Worker(WORKER, { eval: true, workerData: { locations, chunk: CHUNK } }),
  );
  const digests = started.then(
    (worker) =>
      new Promise<readonly string[]>((resolve) => {
        worker.once('message', resolve);
        worker.once('error', () => resolve([]));
        worker.once('exit', () => resolve([]));
      }),
  );
  return {
    digests,
    stop: async () => {
      await (await started).terminate();
    },
  };
}
