/* AssemblyScript: which entries go to which thread (see lending.ts of the artifacts). */
import { ARCHIVE, BYTECODE, COMPRESSED_SIZE, DEFLATED, LENT, METHOD, SCRIPT, SIZE, TRAITS } from '../../zip-row';
import { ROW_BYTES, ROWS } from './layout';

/** Milliseconds for a megabyte, as measured with native libraries, media and dex files; what counts is how they compare. */
const HASHING: f64 = 1;
const INFLATING: f64 = 4.2;
const SEARCHING: f64 = 1.4;
const LOOKING_AT_BYTECODE: f64 = 8;
const LOOKING_AT_SCRIPTS: f64 = 30;
const LOOKING: f64 = 0.2;
/** Milliseconds for an entry, however small it is. */
const OPENING: f64 = 0.02;
const LISTENING: f64 = 0.005;
/** Milliseconds that the main thread has to do whatever is in the archive, and to load what makes the digest. */
const REPORTING: f64 = 45;
const LOADING: f64 = 12;

const MEGABYTE: f64 = 1e6;

/** What the thread that reads has to do, and the one that looks at what was found. */
let reading: f64 = 0;
let looking: f64 = 0;
let whole: f64 = 0;
let isAlone: bool = true;
let compared: f64 = 0;

/**
 * Sums up what each has to do, and writes down which large entries may go to either; gives how many. Contents of `comparedFrom` bytes
 * on are large, and compared with each other; those of more than `wholeBytes` come in pieces. `alone`: there is no other artifact.
 */
export function weigh(count: u32, fileSize: f64, comparedFrom: f64, wholeBytes: f64, alone: bool, large: u32): u32 {
  reading = LOADING + (fileSize / MEGABYTE) * HASHING;
  looking = REPORTING;
  compared = comparedFrom;
  whole = wholeBytes;
  isAlone = alone;
  let end = large;
  for (let index: u32 = 0; index < count; index++) {
    const row = ROWS + ROW_BYTES * index;
    looking += lookingCost(row);
    if (load<f64>(row, 8 * SIZE) < compared || isTied(row)) {
      reading += readingCost(row);
    } else {
      store<u32>(end, index);
      end += 4;
    }
  }
  return (end - large) / 4;
}

/**
 * Gives each of the large entries, in their order, to the one that has less to do, then small ones, the last ones first. The first
 * code goes to the main thread, which would otherwise wait that long for it with nothing to look at.
 */
export function lend(count: u32, large: u32, largeCount: u32): void {
  let hasCode = false;
  for (let place = large; place < large + 4 * largeCount; place += 4) {
    const row = ROWS + ROW_BYTES * load<u32>(place);
    if (!hasCode && traits(row) & (BYTECODE | SCRIPT)) {
      hasCode = true;
      mark(row);
    } else if (looking > reading) {
      reading += readingCost(row);
    } else {
      looking += readingCost(row);
      mark(row);
    }
  }
  for (let row = ROWS + ROW_BYTES * count; row > ROWS && looking < reading; ) {
    row -= ROW_BYTES;
    if (load<f64>(row, 8 * SIZE) >= compared || isTied(row)) continue;
    reading -= readingCost(row);
    looking += readingCost(row);
    mark(row);
  }
}

function mark(row: u32): void {
  store<f64>(row, <f64>(traits(row) | LENT), 8 * TRAITS);
}

function traits(row: u32): u32 {
  return <u32>load<f64>(row, 8 * TRAITS);
}

/**
 * Contents are compared with those read before by one thread: by its name an archive, which may repeat another one's files, and
 * where other artifacts are read all but the smallest and those that come in pieces.
 */
function isTied(row: u32): bool {
  const size = load<f64>(row, 8 * SIZE);
  if (size > whole) return false;
  if (traits(row) & ARCHIVE) return true;
  return !isAlone && max(size, load<f64>(row, 8 * COMPRESSED_SIZE)) >= compared;
}

function readingCost(row: u32): f64 {
  const rate = load<f64>(row, 8 * METHOD) === DEFLATED ? INFLATING : SEARCHING;
  return OPENING + (load<f64>(row, 8 * SIZE) / MEGABYTE) * rate;
}

function lookingCost(row: u32): f64 {
  const rate = traits(row) & BYTECODE ? LOOKING_AT_BYTECODE : traits(row) & SCRIPT ? LOOKING_AT_SCRIPTS : LOOKING;
  return LISTENING + (load<f64>(row, 8 * SIZE) / MEGABYTE) * rate;
}
