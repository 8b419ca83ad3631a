import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { type ReadingThread, startReading } from './artifacts/reading-thread.ts';

/** The thread's code: scripts/build.mjs lays it beside the bundle. Where the source runs as it is, there is none. */
const CODE = path.join(import.meta.dirname, 'reader.cjs');

/** The thread neither asks nor says anything: else Node would open the streams of both threads for it. */
const STREAMS = { stdin: true, stdout: true, stderr: true };

/** Bytes of all artifacts from which on a thread of its own is done sooner, although it takes a tenth of a second to start. */
export const THREAD_FROM = 4 * 1024 * 1024;

/**
 * Begins to start a thread where one of the named files is large, before it is known what they are, and while the rest of the program
 * is loaded; undefined where none is.
 */
export function beginThread(locations: readonly string[]): ReadingThread | undefined {
  return locations.some((location) => fileSize(location) >= THREAD_FROM) ? startThread() : undefined;
}

/** Undefined where there can be none: there is no code, or Node is run without the permission to. */
export function startThread(): ReadingThread | undefined {
  if (!existsSync(CODE)) return undefined;
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  try {
    return startReading(new Worker(CODE, STREAMS));
  } catch {
    return undefined;
  }
}

/** Nothing for what is no file. Waits for the answer: to load what would ask for it through Node’s thread pool takes longer. */
export function fileSize(location: string): number {
  try {
    const stats = statSync(location);
    return stats.isFile() ? stats.size : 0;
  } catch {
    return 0;
  }
}
