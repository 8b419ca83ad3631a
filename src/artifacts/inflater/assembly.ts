/*
 * AssemblyScript, compiled to WebAssembly by scripts/wasm.mjs: an inflater for raw deflate data (RFC 1951).
 *
 * Node's zlib inflates as fast, but gives a fresh buffer for every piece and takes a turn through its thread pool for it: on a
 * large app collecting these buffers and waiting for those turns took longer than the inflating. This one works in its own
 * memory and holds still between two calls wherever input or room runs out. And it keeps what came out before an error, which
 * zlib throws away.
 *
 * The method is that of libdeflate (https://github.com/ebiggers/libdeflate): 64 bits of input in hand, refilled without a
 * branch; tables of 2^11 and 2^9 entries for the first bits of a code, with tables of their own for what is longer.
 */
import { crc32, prepareCrc } from './assembly/crc';
import { beginLists, checksum, data, dataEnd, isMissing, isStored, isThere, look, size } from './assembly/entries';

export { neededEnd, otherNamesEnd } from './assembly/entries';

import {
  DISTANCE_CODE,
  LITERAL_CODE,
  PACKED,
  REPEAT_CODE,
  REPEAT_LENGTHS,
  REPEATS,
  UNPACKED,
  UNPACKED_END,
} from './assembly/layout';
import { preparePatterns } from './assembly/match';
import {
  beginAt,
  begin as beginStream,
  cameOut,
  goTo,
  inputEnd,
  isBeyondInput,
  isLast,
  next,
  output,
  outputEnd,
  peek,
} from './assembly/state';
import { BLOCK_ENDED, NO_SYMBOL, SHORT_OF_ROOM, symbols } from './assembly/symbols';
import {
  addSymbol,
  dynamicTables,
  emptyCode,
  fixedTables,
  LITERAL,
  numberOf,
  PREVIOUS,
  prepareTables,
  repeatMask,
  repeatTable,
} from './assembly/tables';

export {
  BEGINS,
  CONTENTS,
  END,
  INPUT,
  INPUT_ROOM,
  NAMES,
  NEEDED,
  OTHER_NAMES,
  OUTPUT,
  PACKED,
  ROWS,
  SIGNS,
  UNPACKED,
} from './assembly/layout';
export { compact, end, give, makeRoom, unused } from './assembly/state';

export const ENDED: i32 = 0;
export const NEEDS_INPUT: i32 = 1;
export const NEEDS_ROOM: i32 = 2;
export const BROKEN: i32 = 3;
const GOES_ON: i32 = 4;

const AT_HEADER: i32 = 0;
const IN_STORED: i32 = 1;
const IN_CODES: i32 = 2;
const AT_END: i32 = 3;

/** More than the header of a block with its codes takes (3 + 14 + 19 * 3 + 316 * 14 bits). */
const MOST_HEADER: u32 = 640;

let mode: i32 = AT_HEADER;
let isFinal: bool = false;
let storedLeft: u32 = 0;

preparePatterns();
prepareTables();
prepareCrc();

export function begin(): void {
  beginStream();
  mode = AT_HEADER;
  isFinal = false;
}

/**
 * Unpacks entries that lie side by side, the contents one behind the other, and gives where they end. Those that are not as their rows
 * say are left out. They, and what begins as BEGINS and SIGNS say or is very short, are listed; of the others the names.
 */
export function unpack(count: u32, stretch: f64, packed: u32, names: f64, most: f64): u32 {
  let out = UNPACKED;
  beginLists();
  for (let index: u32 = 0; index < count; index++) {
    const isPlain = look(index, stretch, PACKED + packed, names, most) && out + size <= UNPACKED_END;
    if (isPlain && (isStored ? copied(out) : inflated(out))) {
      isThere(index, out);
      out += size;
    } else {
      isMissing(index, out);
    }
  }
  return out;
}

function copied(out: u32): bool {
  memory.copy(out, data, size);
  return true;
}

/** One byte more than there should be is too much. */
function inflated(out: u32): bool {
  beginAt(data, dataEnd, out, out + size + 1);
  mode = AT_HEADER;
  isFinal = false;
  return run() === ENDED && output === out + size && crc32(out, size) === checksum;
}

export function run(): i32 {
  let status = GOES_ON;
  while (status === GOES_ON) {
    if (mode === IN_CODES) status = coded();
    else if (mode === IN_STORED) status = stored();
    else if (mode === AT_END) status = ended();
    else status = header();
  }
  return status;
}

function ended(): i32 {
  return isBeyondInput() ? BROKEN : ENDED;
}

/** Section 3.2.3. */
function header(): i32 {
  if (!isLast && inputEnd << 3 < next + 8 * MOST_HEADER) return NEEDS_INPUT;
  const bits = <u32>peek();
  isFinal = (bits & 1) !== 0;
  goTo(next + 3);
  const type = (bits >> 1) & 3;
  if (type === 0) return storedHeader();
  if (type === 3) return BROKEN;
  if (type === 1) fixedTables();
  else if (!dynamicCodes()) return BROKEN;
  if (isBeyondInput()) return BROKEN;
  mode = IN_CODES;
  return GOES_ON;
}

/** Section 3.2.4. */
function storedHeader(): i32 {
  const at = (next + 7) >> 3;
  const length = <u32>load<u16>(at);
  if (at + 4 > inputEnd || (length ^ load<u16>(at, 2)) !== 0xffff) return BROKEN;
  goTo(8 * (at + 4));
  storedLeft = length;
  mode = IN_STORED;
  return GOES_ON;
}

function stored(): i32 {
  // The symbols before may have reached beyond it.
  const room = <u32>(outputEnd - min(output, outputEnd));
  const at = next >> 3;
  const bytes = min(min(storedLeft, inputEnd - at), room);
  memory.copy(output, at, bytes);
  cameOut(output + bytes);
  goTo(next + 8 * bytes);
  storedLeft -= bytes;
  if (storedLeft === 0) return endBlock();
  if (bytes === room) return NEEDS_ROOM;
  return isLast ? BROKEN : NEEDS_INPUT;
}

function coded(): i32 {
  const status = symbols();
  if (status === BLOCK_ENDED) return endBlock();
  if (status === NO_SYMBOL) return BROKEN;
  return status === SHORT_OF_ROOM ? NEEDS_ROOM : NEEDS_INPUT;
}

function endBlock(): i32 {
  mode = isFinal ? AT_END : AT_HEADER;
  return GOES_ON;
}

/** Section 3.2.7. */
function dynamicCodes(): bool {
  const bits = <u32>peek();
  const literals = (bits & 31) + 257;
  const distances = ((bits >> 5) & 31) + 1;
  const own = ((bits >> 10) & 15) + 4;
  goTo(next + 14);
  if (literals > 286 || distances > 30) return false;
  repeatCode(own);
  return repeatTable() && blockCodes(literals, distances) && dynamicTables();
}

/** The code for code lengths. */
function repeatCode(own: u32): void {
  v128.store(REPEAT_LENGTHS, i8x16.splat(0));
  v128.store(REPEAT_LENGTHS, i8x16.splat(0), 16);
  let bits = peek();
  for (let index: u32 = 0; index < own; index++) {
    store<u8>(REPEAT_LENGTHS + ownPlace(index), <u8>bits & 7);
    bits >>= 3;
  }
  goTo(next + 3 * own);
  emptyCode(REPEAT_CODE);
  for (let symbol: u32 = 0; symbol < 19; symbol++) addSymbol(REPEAT_CODE, symbol, load<u8>(REPEAT_LENGTHS + symbol));
}

/** The order of the code for code lengths: 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15. */
function ownPlace(index: u32): usize {
  if (index < 3) return 16 + index;
  if (index === 3) return 0;
  return (index & 1) === 0 ? 6 + (index >> 1) : 9 - (index >> 1);
}

/** The codes of the literals and lengths, and of the distances, given in one row. */
function blockCodes(literals: u32, distances: u32): bool {
  emptyCode(LITERAL_CODE);
  emptyCode(DISTANCE_CODE);
  const all = literals + distances;
  const mask = repeatMask;
  let index: u32 = 0;
  let length: u32 = 0;
  let endLength: u32 = 0;
  let at = next;
  let inHand: u64 = 0;
  let left: i32 = 0;
  while (index < all) {
    if (left < 14) {
      inHand = (load<u64>(at >> 3) >> (at & 7)) << 2;
      left = 55;
    }
    const entry = load<u32>(<u32>inHand & mask, REPEATS);
    if (entry & LITERAL) {
      length = (entry >> 16) & 15;
      addLength(index, literals, length);
      endLength = index === 256 ? length : endLength;
      index++;
    } else {
      const end = index + numberOf(entry, inHand);
      if (end > all || (entry & PREVIOUS && index === 0)) return false;
      if (!(entry & PREVIOUS)) length = 0;
      else if (length !== 0) for (let symbol = index; symbol < end; symbol++) addLength(symbol, literals, length);
      if (index <= 256 && end > 256) endLength = length;
      index = end;
    }
    inHand >>= entry;
    at += entry & 31;
    left -= entry & 31;
  }
  goTo(at);
  // A block that cannot end.
  return endLength !== 0;
}

function addLength(index: u32, literals: u32, length: u32): void {
  if (index < literals) addSymbol(LITERAL_CODE, index, length);
  else addSymbol(DISTANCE_CODE, index - literals, length);
}
