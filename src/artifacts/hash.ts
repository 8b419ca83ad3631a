import { openFile } from './source.ts';

/** One file of an artifact: where it is, and the name that goes into a folder's digest. */
export interface HashedFile {
  readonly location: string;
  readonly name: string;
}

/** It stays in the cache of the processor, between reading and hashing. */
const CHUNK = 256 * 1024;

/** SHA-256 of a file, as lower-case hex; the empty string if it could not be read. */
export async function hashFile(location: string): Promise<string> {
  return digestOf(location).catch(() => '');
}

/** SHA-256 of what `sha256sum` would print of a folder's files: lines of digest, two spaces, name, sorted by name. */
export async function hashFolder(files: readonly HashedFile[]): Promise<string> {
  const sorted = [...files].sort((left, right) => (left.name < right.name ? -1 : 1));
  const hash = await startHash();
  for (const { location, name } of sorted) {
    const digest = await hashFile(location);
    if (digest === '') return '';
    hash.update(`${digest}  ${name}\n`);
  }
  return hash.digest('hex');
}

async function digestOf(location: string): Promise<string> {
  const hash = await startHash();
  const file = await openFile(location);
  const room = Buffer.allocUnsafeSlow(CHUNK);
  try {
    for (let at = 0; at < file.size; at += CHUNK) hash.update(await file.read(at, CHUNK, room));
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}

/** Loaded when it is needed: that takes longer than many a file. */
async function startHash() {
  const { createHash } = await import('node:crypto');
  return createHash('sha256');
}
