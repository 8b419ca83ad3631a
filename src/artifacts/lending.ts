import { DEDUPE_FROM } from './limits.ts';
import { CODE, DEFLATED, METHOD, SIZE } from './zip-row.ts';
import { hasTrait, numberAt, type ZipTable } from './zip-table.ts';

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
/** Milliseconds for an entry, however small it is. */
const OPENING = 0.02;
const LISTENING = 0.005;
/** Milliseconds that the main thread has to do whatever is in the archive. */
const REPORTING = 170;

const MEGABYTE = 1e6;

/** By index, 1 for each entry that the main thread reads: it goes to the one that has less to do, unless it is `tied` to the reading one. */
export function lent(table: ZipTable, fileSize: number, tied: (index: number) => boolean): Uint8Array {
  const lentOut = new Uint8Array(table.count);
  const sizeOf = (index: number) => numberAt(table, index, SIZE);
  const large: number[] = [];
  let reading = (fileSize / MEGABYTE) * HASHING;
  let looking = REPORTING;
  for (let index = 0; index < table.count; index++) {
    looking += lookingCost(table, index);
    if (sizeOf(index) >= DEDUPE_FROM && !tied(index)) large.push(index);
    else reading += readingCost(table, index);
  }
  for (const index of large.sort((left, right) => sizeOf(right) - sizeOf(left))) {
    const cost = readingCost(table, index);
    if (looking > reading) {
      reading += cost;
    } else {
      looking += cost;
      lentOut[index] = 1;
    }
  }
  for (let index = table.count - 1; index >= 0 && looking < reading; index--) {
    if (sizeOf(index) >= DEDUPE_FROM || tied(index)) continue;
    const cost = readingCost(table, index);
    reading -= cost;
    looking += cost;
    lentOut[index] = 1;
  }
  return lentOut;
}

function readingCost(table: ZipTable, index: number): number {
  const rate = numberAt(table, index, METHOD) === DEFLATED ? INFLATING : SEARCHING;
  return OPENING + (numberAt(table, index, SIZE) / MEGABYTE) * rate;
}

function lookingCost(table: ZipTable, index: number): number {
  const rate = hasTrait(table, index, CODE) ? LOOKING.code : LOOKING.other;
  return LISTENING + (numberAt(table, index, SIZE) / MEGABYTE) * rate;
}
