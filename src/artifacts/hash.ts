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

const CHUNK = 1024 * 1024;

/** SHA-256 of a file. */
export function hashFile(location: string): Hashing {
  const hashing = hashAll([location]);
  return { digest: hashing.digests.then((digests) => digests[0] ?? ''), stop: hashing.stop };
}

/** SHA-256 of what `sha256sum` would print of a folder's files: lines of digest, two spaces, name, sorted by name. */
export function hashFolder(files: readonly HashedFile[]): Hashing {
  const sorted = [...files].sort((left, right) => (left.name < right.name ? -1 : 1));
  const hashing = hashAll(sorted.map((file) => file.location));
  const digest = hashing.digests.then(async (digests) => {
    if (digests.length !== sorted.length) return '';
    const { createHash } = await import('node:crypto');
    const lines = sorted.map((file, index) => `${digests[index]}  ${file.name}\n`);
    return createHash('sha256').update(lines.join('')).digest('hex');
  });
  return { digest, stop: hashing.stop };
}

interface HashingAll {
  readonly digests: Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

/** Goes on between the steps of the reading, in the same thread: a thread of its own took longer to start than it saved. */
function hashAll(locations: readonly string[]): HashingAll {
  const signal = { stopped: false };
  const digests = hashEach(locations, signal);
  return {
    digests,
    stop: async () => {
      signal.stopped = true;
      await digests;
    },
  };
}

interface Signal {
  stopped: boolean;
}

async function hashEach(locations: readonly string[], signal: Signal): Promise<readonly string[]> {
  const digests: string[] = [];
  for (const location of locations) {
    const digest = await digestOf(location, signal).catch(() => undefined);
    if (digest === undefined) return [];
    digests.push(digest);
  }
  return digests;
}

/** Undefined if it was stopped. */
async function digestOf(location: string, signal: Signal): Promise<string | undefined> {
  // Takes 25 ms to load, in which others can begin to work.
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256');
  const file = await openFile(location);
  const room = Buffer.allocUnsafeSlow(CHUNK);
  try {
    for (let at = 0; at < file.size; at += CHUNK) {
      if (signal.stopped) return undefined;
      hash.update(await file.read(at, CHUNK, room));
    }
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}
