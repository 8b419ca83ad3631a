/*
 * AssemblyScript: the symbols of a block. This is where the time goes.
 *
 * What comes next of the input stands in a word, and below it two bits that have been used: so the word, masked, is the offset of a
 * table's entry, of four bytes each.
 */
import { DISTANCES, LITERALS } from './layout';
import { copyMatch } from './match';
import { cameOut, goTo, inputEnd, isLast, next, oldest, output, outputEnd } from './state';
import { distanceMask, INVALID, LITERAL_MASK, numberOf, POINTER, SPECIAL } from './tables';

export const BLOCK_ENDED: i32 = 0;
export const SHORT_OF_INPUT: i32 = 1;
export const SHORT_OF_ROOM: i32 = 2;
export const NO_SYMBOL: i32 = 3;

/** Behind the bits in hand, of which there are 54: two literals of 11 bits, a length of 20 and a distance of 28 are 70. */
const MOST_BYTES: u32 = 2;
/** A distance, and the two bits below. */
const DISTANCE_SIZE: u32 = 30;

function literalAt(inHand: u64): u32 {
  return load<u32>(<u32>inHand & LITERAL_MASK, LITERALS);
}

function distanceAt(inHand: u64, mask: u32): u32 {
  return load<u32>(<u32>inHand & mask, DISTANCES);
}

function lookUpLong(table: usize, pointer: u32, inHand: u64): u32 {
  const index = <u32>inHand & ((4 << ((pointer >> 8) & 0xf)) - 4);
  return load<u32>(table + 4 * (pointer >> 16) + index);
}

export function symbols(): i32 {
  const status = fast();
  if (status !== SHORT_OF_INPUT || !isLast) return status;
  return careful();
}

/**
 * Goes on while the input is sure to last for a turn. Shifts look at six bits of their count: so the word is shifted by entries as
 * they are, and of its size the six lowest bits count. An entry is looked up as early as it can be: what is done meanwhile, such as
 * copying, does not wait for it.
 */
function fast(): i32 {
  let at = next >> 3;
  let inHand = (load<u64>(at) >> (next & 7)) << 2;
  let size: u32 = 58 - (next & 7);
  at += 7;
  const safe = inputEnd - MOST_BYTES;
  const outEnd = outputEnd;
  const first = oldest;
  let out = output;
  const distances = distanceMask;
  let status = SHORT_OF_INPUT;
  inHand |= load<u64>(at) << size;
  at += (~size >> 3) & 7;
  size |= 56;
  let entry = literalAt(inHand);
  while (at <= safe) {
    if (out >= outEnd) {
      status = SHORT_OF_ROOM;
      break;
    }
    if (<i32>entry < 0) {
      inHand >>= entry;
      size -= entry;
      store<u8>(out++, <u8>(entry >> 16));
      entry = literalAt(inHand);
      if (<i32>entry < 0) {
        inHand >>= entry;
        size -= entry;
        store<u8>(out++, <u8>(entry >> 16));
        entry = literalAt(inHand);
        if (<i32>entry < 0) {
          inHand >>= entry;
          size -= entry;
          store<u8>(out++, <u8>(entry >> 16));
          entry = literalAt(inHand);
          inHand |= load<u64>(at) << size;
          at += (~size >> 3) & 7;
          size |= 56;
          continue;
        }
      }
    }
    if (entry & SPECIAL) {
      if (entry & POINTER) {
        inHand >>= entry;
        size -= entry;
        entry = lookUpLong(LITERALS, entry, inHand);
      }
      if (<i32>entry < 0) {
        inHand >>= entry;
        size -= entry;
        store<u8>(out++, <u8>(entry >> 16));
        inHand |= load<u64>(at) << size;
        at += (~size >> 3) & 7;
        size |= 56;
        entry = literalAt(inHand);
        continue;
      }
      if (entry & SPECIAL) {
        inHand >>= entry;
        size -= entry;
        status = entry & INVALID ? NO_SYMBOL : BLOCK_ENDED;
        break;
      }
    }
    const length = numberOf(entry, inHand);
    inHand >>= entry;
    size -= entry;

    if ((size & 63) < DISTANCE_SIZE) {
      inHand |= load<u64>(at) << size;
      at += (~size >> 3) & 7;
      size |= 56;
    }
    entry = distanceAt(inHand, distances);
    if (entry & SPECIAL) {
      if (entry & POINTER) {
        inHand >>= entry;
        size -= entry;
        entry = lookUpLong(DISTANCES, entry, inHand);
      }
      if (entry & INVALID) {
        status = NO_SYMBOL;
        break;
      }
    }
    const distance = numberOf(entry, inHand);
    inHand >>= entry;
    size -= entry;
    if (distance > out - first) {
      status = NO_SYMBOL;
      break;
    }
    inHand |= load<u64>(at) << size;
    at += (~size >> 3) & 7;
    size |= 56;
    entry = literalAt(inHand);
    copyMatch(out, length, distance);
    out += length;
  }
  goTo(8 * at - ((size & 63) - 2));
  cameOut(out);
  return status;
}

/** The last symbols of the input, one by one: what reaches beyond its end is none. */
function careful(): i32 {
  let at = next;
  let out = output;
  const last = inputEnd << 3;
  const distances = distanceMask;
  while (out < outputEnd) {
    let inHand = (load<u64>(at >> 3) >> (at & 7)) << 2;
    let entry = literalAt(inHand);
    if (entry & POINTER) {
      inHand >>= entry;
      at += entry & 31;
      entry = lookUpLong(LITERALS, entry, inHand);
    }
    at += entry & 31;
    if (at > last) return NO_SYMBOL;
    if (<i32>entry < 0) {
      store<u8>(out++, <u8>(entry >> 16));
      goTo(at);
      cameOut(out);
      continue;
    }
    if (entry & SPECIAL) {
      goTo(at);
      return entry & INVALID ? NO_SYMBOL : BLOCK_ENDED;
    }
    const length = numberOf(entry, inHand);
    inHand >>= entry;
    entry = distanceAt(inHand, distances);
    if (entry & POINTER) {
      inHand >>= entry;
      at += entry & 31;
      entry = lookUpLong(DISTANCES, entry, inHand);
    }
    at += entry & 31;
    if (at > last || entry & INVALID) return NO_SYMBOL;
    const distance = numberOf(entry, inHand);
    if (distance > out - oldest) return NO_SYMBOL;
    for (const end = out + length; out < end; out++) store<u8>(out, load<u8>(out - distance));
    goTo(at);
    cameOut(out);
  }
  return SHORT_OF_ROOM;
}
