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
 *
 * An entry of a table, from bit 0: 8 bits how many bits of input it takes, extra bits included; 4 bits how long the code itself
 * is, or in a pointer how many bits its table is looked up with; the flags below; from bit 16 the literal, the base of a length or
 * distance, or where the pointer's table begins.
 */
const LITERAL: u32 = 0x8000_0000;
const SPECIAL: u32 = 0x8000;
/** Together with SPECIAL: a table for longer codes; a code that nothing stands for. With SPECIAL alone the block ends. */
const POINTER: u32 = 0x4000;
const INVALID: u32 = 0x2000;
const NOTHING: u32 = SPECIAL | INVALID | 1;

const LITERAL_BITS: i32 = 11;
const DISTANCE_BITS: i32 = 9;
const CODE_LENGTH_BITS: i32 = 7;
const MOST_CODE_BITS: i32 = 15;

/** What is looked up and how long: bounds for tables are zlib's (`enough 288 11 15` and `enough 30 9 15` give fewer). */
const LITERALS: usize = 1024;
const DISTANCES: usize = LITERALS + 4 * 4096;
const CODE_LENGTHS: usize = DISTANCES + 4 * 2048;
const LENGTHS: usize = CODE_LENGTHS + 4 * 128;
const OWN_LENGTHS: usize = LENGTHS + 512;
const COUNTS: usize = OWN_LENGTHS + 32;
const NEXT: usize = COUNTS + 4 * 16;
const SORTED: usize = NEXT + 4 * 16;

/** Where input goes; 16 bytes behind what was given have to be zero. */
export const INPUT: u32 = 64 * 1024;
export const INPUT_ROOM: u32 = 256 * 1024;
/** What came out before is kept here: as far as a distance reaches back. */
export const HISTORY: u32 = INPUT + INPUT_ROOM + 1024;
export const HISTORY_ROOM: u32 = 32 * 1024;
export const OUTPUT: u32 = HISTORY + HISTORY_ROOM;
export const OUTPUT_ROOM: u32 = 512 * 1024;
/** The longest match and what is copied beyond its end may reach behind that. */
export const OVERSHOOT: u32 = 512;

export const ENDED: i32 = 0;
export const NEEDS_INPUT: i32 = 1;
export const NEEDS_ROOM: i32 = 2;
export const BROKEN: i32 = 3;
const GOES_ON: i32 = 4;

const AT_HEADER: i32 = 0;
const IN_STORED: i32 = 1;
const IN_CODES: i32 = 2;
const AT_END: i32 = 3;

/** More than the header of a block with its codes takes (3 + 14 + 19 * 3 + 316 * 14 bits), and than a symbol does. */
const MOST_HEADER: usize = 640;
const MOST_SYMBOL: usize = 16;

let bits: u64 = 0;
let count: i32 = 0;
/** The next byte of input that is not in `bits`, and the end of the input. */
let position: usize = 0;
let inputEnd: usize = 0;
let isLast: bool = false;
let output: usize = 0;
/** Where the oldest byte stands that a distance may reach. */
let oldest: usize = 0;
let mode: i32 = AT_HEADER;
let isFinal: bool = false;
let storedLeft: usize = 0;

export function begin(): void {
  bits = 0;
  count = 0;
  position = INPUT;
  inputEnd = INPUT;
  isLast = false;
  output = OUTPUT;
  oldest = OUTPUT;
  mode = AT_HEADER;
  isFinal = false;
}

/** Moves what is left of the input to the front and gives where further input goes. */
export function compact(): u32 {
  const left = inputEnd > position ? inputEnd - position : 0;
  memory.copy(INPUT, position, left);
  position = INPUT;
  inputEnd = INPUT + left;
  return <u32>inputEnd;
}

/** So many bytes were put where `compact` said. */
export function give(size: u32, last: bool): void {
  inputEnd += size;
  isLast = last;
  memory.fill(inputEnd, 0, 16);
}

/** Bytes of the input that are neither used nor in hand. */
export function unused(): i32 {
  return <i32>inputEnd - <i32>position + (count >> 3);
}

/** Forgets what came out, but for as much as a distance may reach back. */
export function makeRoom(): void {
  const size = min(output - oldest, HISTORY_ROOM);
  memory.copy(OUTPUT - size, output - size, size);
  oldest = OUTPUT - size;
  output = OUTPUT;
}

/** Where what came out ends; it begins at OUTPUT. */
export function end(): u32 {
  return <u32>output;
}

export function run(): i32 {
  let status = GOES_ON;
  while (status === GOES_ON) {
    if (mode === IN_CODES) status = symbols();
    else if (mode === IN_STORED) status = stored();
    else if (mode === AT_END) status = ended();
    else status = header();
  }
  return status;
}

function refill(): void {
  bits |= load<u64>(position) << count;
  position += (63 - count) >> 3;
  count |= 56;
}

function drop(size: i32): void {
  bits >>= size;
  count -= size;
}

function isBeyondInput(): bool {
  return position - (count >> 3) > inputEnd;
}

/** Gives whole bytes back that are in hand. */
function align(): void {
  position -= count >> 3;
  bits = 0;
  count = 0;
}

function ended(): i32 {
  align();
  return position > inputEnd ? BROKEN : ENDED;
}

/** RFC 1951, section 3.2.3. */
function header(): i32 {
  if (!isLast && inputEnd < position + MOST_HEADER) return NEEDS_INPUT;
  refill();
  isFinal = (bits & 1) !== 0;
  const type = <i32>(bits >> 1) & 3;
  drop(3);
  if (type === 0) return storedHeader();
  if (type === 3) return BROKEN;
  if (!(type === 1 ? fixedCodes() : dynamicCodes()) || isBeyondInput()) return BROKEN;
  mode = IN_CODES;
  return GOES_ON;
}

/** Section 3.2.4. */
function storedHeader(): i32 {
  align();
  const length = <u32>load<u16>(position);
  if (position + 4 > inputEnd || (length ^ load<u16>(position, 2)) !== 0xffff) return BROKEN;
  position += 4;
  storedLeft = length;
  mode = IN_STORED;
  return GOES_ON;
}

function stored(): i32 {
  // The symbols before may have reached beyond it.
  const room = OUTPUT + OUTPUT_ROOM - min(output, OUTPUT + OUTPUT_ROOM);
  const size = min(min(storedLeft, inputEnd - position), room);
  memory.copy(output, position, size);
  output += size;
  position += size;
  storedLeft -= size;
  if (storedLeft === 0) return endBlock();
  if (size === room) return NEEDS_ROOM;
  return isLast ? BROKEN : NEEDS_INPUT;
}

function endBlock(): i32 {
  mode = isFinal ? AT_END : AT_HEADER;
  return GOES_ON;
}

/** Section 3.2.6. */
function fixedCodes(): bool {
  memory.fill(LENGTHS, 8, 144);
  memory.fill(LENGTHS + 144, 9, 112);
  memory.fill(LENGTHS + 256, 7, 24);
  memory.fill(LENGTHS + 280, 8, 8);
  memory.fill(LENGTHS + 288, 5, 32);
  return build(LENGTHS, 288, LITERALS, LITERAL_BITS) && build(LENGTHS + 288, 32, DISTANCES, DISTANCE_BITS);
}

/** Section 3.2.7. */
function dynamicCodes(): bool {
  const literals = (<i32>bits & 31) + 257;
  const distances = (<i32>(bits >> 5) & 31) + 1;
  const own = (<i32>(bits >> 10) & 15) + 4;
  drop(14);
  if (literals > 286 || distances > 30) return false;
  memory.fill(OWN_LENGTHS, 0, 19);
  for (let index = 0; index < own; index++) {
    if (count < 3) refill();
    store<u8>(OWN_LENGTHS + ownPlace(index), <u8>bits & 7);
    drop(3);
  }
  if (!build(OWN_LENGTHS, 19, CODE_LENGTHS, CODE_LENGTH_BITS)) return false;
  const all = literals + distances;
  let index = 0;
  while (index < all) {
    refill();
    const entry = load<u32>(CODE_LENGTHS + 4 * (<usize>bits & ((1 << CODE_LENGTH_BITS) - 1)));
    drop(entry & 0xff);
    const symbol = entry >> 16;
    if (symbol < 16) {
      store<u8>(LENGTHS + index, <u8>symbol);
      index++;
      continue;
    }
    const extra = symbol === 16 ? 2 : symbol === 17 ? 3 : 7;
    const repeat = (symbol === 18 ? 11 : 3) + (<i32>bits & ((1 << extra) - 1));
    drop(extra);
    if (index + repeat > all || (symbol === 16 && index === 0)) return false;
    memory.fill(LENGTHS + index, symbol === 16 ? load<u8>(LENGTHS + index - 1) : 0, repeat);
    index += repeat;
  }
  // A block that cannot end.
  if (load<u8>(LENGTHS + 256) === 0) return false;
  return (
    build(LENGTHS + literals, distances, DISTANCES, DISTANCE_BITS) && build(LENGTHS, literals, LITERALS, LITERAL_BITS)
  );
}

/** The order of the code for code lengths: 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15. */
function ownPlace(index: i32): i32 {
  if (index < 3) return 16 + index;
  if (index === 3) return 0;
  return (index & 1) === 0 ? 6 + (index >> 1) : 9 - (index >> 1);
}

/** The entry for a symbol of a table's code. */
function entryOf(table: usize, symbol: u32, length: u32): u32 {
  if (table === LITERALS) return ofLiteral(symbol, length);
  return table === DISTANCES ? ofDistance(symbol, length) : (symbol << 16) | length;
}

function ofLiteral(symbol: u32, length: u32): u32 {
  if (symbol < 256) return LITERAL | (symbol << 16) | (length << 8) | length;
  if (symbol === 256) return SPECIAL | (length << 8) | length;
  if (symbol > 285) return SPECIAL | INVALID | length;
  if (symbol === 285) return (258 << 16) | (length << 8) | length;
  const group = symbol - 257;
  const extra = group < 8 ? 0 : (group - 4) >> 2;
  const base = group < 8 ? 3 + group : 3 + ((4 + (group & 3)) << extra);
  return (base << 16) | (length << 8) | (length + extra);
}

function ofDistance(symbol: u32, length: u32): u32 {
  if (symbol > 29) return SPECIAL | INVALID | length;
  const extra = symbol < 4 ? 0 : (symbol - 2) >> 1;
  const base = symbol < 4 ? 1 + symbol : 1 + ((2 + (symbol & 1)) << extra);
  return (base << 16) | (length << 8) | (length + extra);
}

/**
 * The table for a code, given the lengths of its symbols' codes (section 3.2.2). False where they are no code: as with zlib, bits
 * without a meaning are left only by no code at all, and by a single one of one bit, but not in the code for code lengths.
 */
function build(lengths: usize, symbols: u32, table: usize, tableBits: u32): bool {
  memory.fill(COUNTS, 0, 4 * 16);
  for (let symbol: u32 = 0; symbol < symbols; symbol++) {
    const place = COUNTS + 4 * <usize>load<u8>(lengths + symbol);
    store<u32>(place, load<u32>(place) + 1);
  }
  const unused = load<u32>(COUNTS);
  let left = 1;
  let sorted: u32 = unused;
  for (let length = 1; length <= MOST_CODE_BITS; length++) {
    const size = load<u32>(COUNTS + 4 * length);
    left = (left << 1) - size;
    if (left < 0) return false;
    store<u32>(NEXT + 4 * length, sorted);
    sorted += size;
  }
  store<u32>(NEXT, 0);
  for (let symbol: u32 = 0; symbol < symbols; symbol++) {
    const place = NEXT + 4 * <usize>load<u8>(lengths + symbol);
    store<u16>(SORTED + 2 * load<u32>(place), <u16>symbol);
    store<u32>(place, load<u32>(place) + 1);
  }
  if (left === 0) {
    fill(unused, table, tableBits);
    return true;
  }
  const isSingle = symbols - unused === 1 && load<u32>(COUNTS + 4) === 1 && tableBits !== CODE_LENGTH_BITS;
  if (symbols !== unused && !isSingle) return false;
  const entry = isSingle ? entryOf(table, load<u16>(SORTED + 2 * unused), 1) : NOTHING;
  for (let index = 0; index < 1 << tableBits; index++) store<u32>(table + 4 * index, index & 1 ? NOTHING : entry);
  return true;
}

/**
 * Fills a table with a code that leaves no bits without a meaning, from the shortest codes to the longest, each as it stands in the
 * input: its first bit lowest. What the table holds so far is repeated for every bit that is added.
 */
function fill(first: u32, table: usize, tableBits: u32): void {
  let next = SORTED + 2 * first;
  let code: u32 = 0;
  let length: u32 = 1;
  for (; length <= tableBits; length++) {
    for (let left = load<u32>(COUNTS + 4 * length); left > 0; left--) {
      store<u32>(table + 4 * code, entryOf(table, load<u16>(next), length));
      next += 2;
      if (code === (1 << length) - 1) {
        for (; length < tableBits; length++) memory.copy(table + (4 << length), table, 4 << length);
        return;
      }
      code = following(code, length);
    }
    if (length < tableBits) memory.copy(table + (4 << length), table, 4 << length);
  }
  fillLong(next, code, table, tableBits);
}

/** Codes longer than the table's bits have tables of their own, each as large as its longest code asks for. */
function fillLong(firstSymbol: usize, firstCode: u32, table: usize, tableBits: u32): void {
  const mask: u32 = (1 << tableBits) - 1;
  let next = firstSymbol;
  let code = firstCode;
  let length = tableBits + 1;
  let left = load<u32>(COUNTS + 4 * length);
  let prefix: u32 = 0xffff_ffff;
  let start: u32 = 0;
  let end: u32 = 1 << tableBits;
  while (true) {
    while (left === 0) left = load<u32>(COUNTS + 4 * ++length);
    if ((code & mask) !== prefix) {
      prefix = code & mask;
      start = end;
      let ownBits = length - tableBits;
      for (let used = left; used < <u32>(1 << ownBits); ) {
        ownBits++;
        used = (used << 1) + load<u32>(COUNTS + 4 * (tableBits + ownBits));
      }
      end = start + (1 << ownBits);
      store<u32>(table + 4 * prefix, (start << 16) | SPECIAL | POINTER | (ownBits << 8) | tableBits);
    }
    const entry = entryOf(table, load<u16>(next), length - tableBits);
    next += 2;
    const step: u32 = 1 << (length - tableBits);
    for (let index = start + (code >> tableBits); index < end; index += step) store<u32>(table + 4 * index, entry);
    if (code === (1 << length) - 1) return;
    code = following(code, length);
    left--;
  }
}

/** The next code of that length; the bits count from the highest, which is the lowest one here. */
function following(code: u32, length: u32): u32 {
  const bit: u32 = 1 << (31 - clz<u32>(code ^ ((1 << length) - 1)));
  return (code & (bit - 1)) | bit;
}

function lookUp(table: usize, tableBits: i32, inHand: u64): u32 {
  return load<u32>(table + 4 * (<usize>inHand & ((1 << tableBits) - 1)));
}

function lookUpLong(table: usize, pointer: u32, inHand: u64): u32 {
  const index = <u32>inHand & ((1 << ((pointer >> 8) & 0xf)) - 1);
  return load<u32>(table + 4 * ((pointer >> 16) + index));
}

/** The base of an entry and the extra bits, which stand behind its code. */
function numberOf(entry: u32, inHand: u64): usize {
  const extra = (inHand & ~((<u64>-1) << entry)) >> (entry >> 8);
  return (entry >> 16) + <usize>extra;
}

/**
 * The symbols of a block: this is where the time goes. What is global is kept in locals, and 56 bits in hand. Shifts look at six
 * bits of their count: so entries are shifted by as they are, and of `size` the six lowest bits count.
 */
function symbols(): i32 {
  let inHand = bits;
  let size: u32 = count;
  let at = position;
  let out = output;
  const safe = inputEnd - MOST_SYMBOL;
  const outEnd = OUTPUT + OUTPUT_ROOM;
  const first = oldest;
  let kept = out;
  let status = GOES_ON;
  while (true) {
    if (at >= safe) {
      if (!isLast) status = NEEDS_INPUT;
      if (!isLast || at - ((size & 63) >> 3) > inputEnd) break;
      kept = out;
    }
    if (out >= outEnd) {
      status = NEEDS_ROOM;
      break;
    }
    inHand |= load<u64>(at) << size;
    at += (~size >> 3) & 7;
    size |= 56;
    let entry = lookUp(LITERALS, LITERAL_BITS, inHand);
    // Up to three literals of 15 bits, or two before a length of 20.
    if (<i32>entry < 0) {
      inHand >>= entry;
      size -= entry;
      store<u8>(out++, <u8>(entry >> 16));
      entry = lookUp(LITERALS, LITERAL_BITS, inHand);
      if (<i32>entry < 0) {
        inHand >>= entry;
        size -= entry;
        store<u8>(out++, <u8>(entry >> 16));
        entry = lookUp(LITERALS, LITERAL_BITS, inHand);
        if (<i32>entry < 0) {
          inHand >>= entry;
          size -= entry;
          store<u8>(out++, <u8>(entry >> 16));
          continue;
        }
      }
    }
    if (entry & SPECIAL) {
      if (entry & POINTER) {
        inHand >>= LITERAL_BITS;
        size -= LITERAL_BITS;
        entry = lookUpLong(LITERALS, entry, inHand);
      }
      if (<i32>entry < 0) {
        inHand >>= entry;
        size -= entry;
        store<u8>(out++, <u8>(entry >> 16));
        continue;
      }
      if (entry & SPECIAL) {
        inHand >>= entry;
        size -= entry;
        status = entry & INVALID ? BROKEN : endBlock();
        break;
      }
    }
    const length = numberOf(entry, inHand);
    inHand >>= entry;
    size -= entry;

    inHand |= load<u64>(at) << size;
    at += (~size >> 3) & 7;
    size |= 56;
    entry = lookUp(DISTANCES, DISTANCE_BITS, inHand);
    if (entry & SPECIAL) {
      if (entry & POINTER) {
        inHand >>= DISTANCE_BITS;
        size -= DISTANCE_BITS;
        entry = lookUpLong(DISTANCES, entry, inHand);
      }
      if (entry & INVALID) {
        status = BROKEN;
        break;
      }
    }
    const distance = numberOf(entry, inHand);
    inHand >>= entry;
    size -= entry;
    if (distance > out - first) {
      status = BROKEN;
      break;
    }
    copy(out, length, distance);
    out += length;
  }
  size &= 63;
  // The zeros behind the input are nobody's.
  if (at - (size >> 3) > inputEnd) {
    status = BROKEN;
    out = kept;
  }
  bits = inHand & ~((<u64>-1) << size);
  count = size;
  position = at;
  output = out;
  return status;
}

/** Copies a match in words; the bytes that it writes beyond the end are written again by what follows. */
function copy(start: usize, length: usize, distance: usize): void {
  const end = start + length;
  let to = start;
  if (distance >= 16) {
    do {
      v128.store(to, v128.load(to - distance));
      to += 16;
    } while (to < end);
    return;
  }
  if (distance === 1) {
    const byte = i8x16.splat(load<u8>(start - 1));
    do {
      v128.store(to, byte);
      to += 16;
    } while (to < end);
    return;
  }
  // Of each word as many bytes are right as lie between.
  const step = min(distance, 8);
  do {
    store<u64>(to, load<u64>(to - distance));
    to += step;
  } while (to < end);
}
