/* AssemblyScript: the entries of a part, and the batches that they are read in. */
import { MOST_ENTRIES, NAMES_ROOM, UNPACKED_ROOM } from '../../inflater/batch-sizes';
import { APPLE_DOUBLE, COMPRESSED_SIZE, FOLDER, NAME_END, NAME_START, OFFSET, SIZE, TRAITS } from '../../zip-row';
import { ROW_BYTES, ROWS } from './layout';

/** What the directory declares of the part, and of all entries. */
export let partEntries: u32 = 0;
export let partBytes: f64 = 0;
export let allBytes: f64 = 0;
/** Entries of the part that macOS adds, and the first of them. */
export let doubles: u32 = 0;
export let firstDouble: u32 = 0;

/**
 * Writes down the entries that are lent, or those that are not, and gives how many; `mask` 0 takes all. Left out is what holds nothing:
 * folders, and what macOS adds, which is counted apart.
 */
export function take(count: u32, mask: u32, lent: u32, own: u32): u32 {
  partEntries = 0;
  partBytes = 0;
  allBytes = 0;
  doubles = 0;
  let end = own;
  for (let index: u32 = 0; index < count; index++) {
    const row = ROWS + ROW_BYTES * index;
    const traits = <u32>load<f64>(row, 8 * TRAITS);
    const size = load<f64>(row, 8 * SIZE);
    allBytes += size;
    if ((traits & mask) !== lent) continue;
    partEntries++;
    partBytes += size;
    if (traits & FOLDER && size === 0 && load<f64>(row, 8 * COMPRESSED_SIZE) <= 2) continue;
    if (traits & APPLE_DOUBLE) {
      if (doubles++ === 0) firstDouble = index;
    } else {
      store<u32>(end, index);
      end += 4;
    }
  }
  return (end - own) / 4;
}

/**
 * Cuts entries that were written down into batches that lie side by side in the archive and are read together, and writes down where
 * each ends; gives how many. What is larger than a megabyte stands alone: to read more at a time only takes memory.
 */
export function cut(own: u32, count: u32, cuts: u32): u32 {
  let to = cuts;
  let first: u32 = 0;
  let left: f64 = UNPACKED_ROOM;
  for (let place: u32 = 0; place < count; place++) {
    const row = rowAt(own, place);
    const cost = max(load<f64>(row, 8 * SIZE), load<f64>(row, 8 * COMPRESSED_SIZE));
    if (place > first && (cost > left || place - first === MOST_ENTRIES || isFar(rowAt(own, first), row))) {
      store<u32>(to, place);
      to += 4;
      first = place;
      left = UNPACKED_ROOM;
    }
    left -= cost;
  }
  if (count > 0) {
    store<u32>(to, count);
    to += 4;
  }
  return (to - cuts) / 4;
}

function rowAt(own: u32, place: u32): u32 {
  return ROWS + ROW_BYTES * load<u32>(own + 4 * place);
}

function isFar(first: u32, row: u32): bool {
  const end = load<f64>(row, 8 * OFFSET) + load<f64>(row, 8 * COMPRESSED_SIZE);
  const names = load<f64>(row, 8 * NAME_END) - load<f64>(first, 8 * NAME_START);
  return end - load<f64>(first, 8 * OFFSET) > UNPACKED_ROOM || names > NAMES_ROOM;
}
