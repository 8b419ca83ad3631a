import { DEDUPE_FROM } from './limits.ts';
import type { ZipEntry } from './zip-records.ts';

/*
 * The thread that reads has more to do than the main one, which looks at what was found. So the main thread takes some entries off
 * it. Which ones is told by the directory alone, so that both threads come to the same result, and every scan to the same report.
 * Each has its share of the artifact's limits (limits.ts).
 */

/** Milliseconds for a megabyte, as measured with native libraries, media and dex files; what counts is how they compare. */
const HASHING = 1.6;
const INFLATING = 4.2;
const SEARCHING = 1.4;
const LOOKING = { code: 20, other: 0.2 };
const CODE = /\.(?:dex|js|jsbundle|bundle)$/;
/** Milliseconds for an entry, however small it is. */
const OPENING = 0.02;
const LISTENING = 0.005;
/** Milliseconds that the main thread has to do whatever is in the archive. */
const REPORTING = 170;

const DEFLATED = 8;
const MEGABYTE = 1e6;

/** The entries that the main thread reads: each goes to the one that has less to do, except those that are `tied` to the reading one. */
export function lent(
  entries: readonly ZipEntry[],
  fileSize: number,
  tied: (entry: ZipEntry) => boolean,
): ReadonlySet<ZipEntry> {
  const lentOut = new Set<ZipEntry>();
  const large: ZipEntry[] = [];
  let reading = (fileSize / MEGABYTE) * HASHING;
  let looking = REPORTING;
  for (const entry of entries) {
    looking += lookingCost(entry);
    if (entry.size >= DEDUPE_FROM && !tied(entry)) large.push(entry);
    else reading += readingCost(entry);
  }
  for (const entry of large.sort((left, right) => right.size - left.size)) {
    const cost = readingCost(entry);
    if (looking > reading) {
      reading += cost;
    } else {
      looking += cost;
      lentOut.add(entry);
    }
  }
  for (let index = entries.length - 1; index >= 0 && looking < reading; index--) {
    const entry = entries[index] as ZipEntry;
    if (entry.size >= DEDUPE_FROM || tied(entry)) continue;
    const cost = readingCost(entry);
    reading -= cost;
    looking += cost;
    lentOut.add(entry);
  }
  return lentOut;
}

function readingCost({ method, size }: ZipEntry): number {
  return OPENING + (size / MEGABYTE) * (method === DEFLATED ? INFLATING : SEARCHING);
}

function lookingCost({ name, size }: ZipEntry): number {
  return LISTENING + (size / MEGABYTE) * (CODE.test(name) ? LOOKING.code : LOOKING.other);
}
