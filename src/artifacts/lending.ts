import type { Limits } from './limits.ts';
import type { ZipEntry } from './zip-records.ts';

/*
 * The thread that reads has more to do than the main one, which looks at what was found. So the main thread takes some of the
 * largest entries off it: those that come in pieces anyway. Which ones is told by the directory alone, so that both threads come
 * to the same result, and every scan to the same report. Each has its share of the artifact's limits (limits.ts).
 */

/** Milliseconds for a megabyte, as measured with native libraries, media and dex files; what counts is how they compare. */
const HASHING = 2;
const INFLATING = 4;
const SEARCHING = 1.3;
const LOOKING: readonly (readonly [RegExp, number])[] = [
  [/\.dex$/, 8],
  [/\.(js|jsbundle|bundle)$/, 20],
  [/(?:)/, 0.7],
];
/** Milliseconds that the main thread has to do whatever is in the archive. */
const REPORTING = 50;

const DEFLATED = 8;
const MEGABYTE = 1e6;

/** The entries that the main thread reads: each goes to the one that has less to do. */
export function lent(entries: readonly ZipEntry[], limits: Limits, fileSize: number): ReadonlySet<ZipEntry> {
  const isLarge = ({ size }: ZipEntry) => size > limits.wholeBytes;
  const lentOut = new Set<ZipEntry>();
  let reading = (fileSize / MEGABYTE) * HASHING;
  let looking = REPORTING;
  for (const entry of entries) {
    if (isLarge(entry)) continue;
    reading += readingCost(entry);
    looking += lookingCost(entry);
  }
  for (const entry of entries.filter(isLarge).sort((left, right) => right.size - left.size)) {
    const cost = readingCost(entry);
    if (looking > reading) {
      reading += cost;
    } else {
      looking += cost;
      lentOut.add(entry);
    }
  }
  return lentOut;
}

function readingCost({ method, size }: ZipEntry): number {
  return (size / MEGABYTE) * (method === DEFLATED ? INFLATING : SEARCHING);
}

function lookingCost({ name, size }: ZipEntry): number {
  const [, milliseconds = 0] = LOOKING.find(([pattern]) => pattern.test(name)) ?? [];
  return (size / MEGABYTE) * milliseconds;
}
