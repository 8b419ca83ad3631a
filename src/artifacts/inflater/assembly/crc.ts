/*
 * AssemblyScript: CRC-32 (ISO 3309, as in APPNOTE 4.4.7), sixteen bytes at a time. A byte is worth as much as certain four bytes 16 to 19
 * places behind it: these are looked up, by each of its halves, and laid over what stands there.
 */
import { CRC_FOLDS, CRC_REST, CRC_TABLE } from './layout';

const POLYNOMIAL: u32 = 0xedb88320;
/** What is left in the end: sixteen bytes, and three more that the ones before may reach into. */
const REST: u32 = 19;

export function prepareCrc(): void {
  for (let byte: u32 = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ POLYNOMIAL : crc >> 1;
    store<u32>(CRC_TABLE + 4 * byte, crc);
  }
  for (let half: u32 = 0; half < 16; half++) {
    storeFold(CRC_FOLDS + half, half);
    storeFold(CRC_FOLDS + 64 + half, half << 4);
  }
}

/** What a byte is worth: the register with it once fifteen zeros followed. */
function storeFold(at: u32, byte: u32): void {
  let fold = byte;
  for (let count = 0; count < 16; count++) fold = (fold >> 8) ^ load<u32>(CRC_TABLE + 4 * (fold & 0xff));
  store<u8>(at, <u8>fold);
  store<u8>(at, <u8>(fold >> 8), 16);
  store<u8>(at, <u8>(fold >> 16), 32);
  store<u8>(at, <u8>(fold >> 24), 48);
}

export function crc32(from: usize, size: u32): u32 {
  const end = from + size;
  if (size < 16 + REST) return ~bytewise(from, end, 0xffff_ffff);
  const low0 = v128.load(CRC_FOLDS);
  const low1 = v128.load(CRC_FOLDS, 16);
  const low2 = v128.load(CRC_FOLDS, 32);
  const low3 = v128.load(CRC_FOLDS, 48);
  const high0 = v128.load(CRC_FOLDS, 64);
  const high1 = v128.load(CRC_FOLDS, 80);
  const high2 = v128.load(CRC_FOLDS, 96);
  const high3 = v128.load(CRC_FOLDS, 112);
  const nothing = i8x16.splat(0);
  const halves = i8x16.splat(0x0f);
  let last1 = nothing;
  let last2 = nothing;
  let last3 = nothing;
  let folded = i32x4.replace_lane(nothing, 0, -1);
  let at = from;
  const safe = end - 16 - REST;
  for (; at <= safe; at += 16) {
    const bytes = v128.xor(v128.load(at), folded);
    const low = v128.and(bytes, halves);
    const high = v128.and(i16x8.shr_u(bytes, 4), halves);
    const first = v128.xor(i8x16.swizzle(low0, low), i8x16.swizzle(high0, high));
    const second = v128.xor(i8x16.swizzle(low1, low), i8x16.swizzle(high1, high));
    const third = v128.xor(i8x16.swizzle(low2, low), i8x16.swizzle(high2, high));
    const fourth = v128.xor(i8x16.swizzle(low3, low), i8x16.swizzle(high3, high));
    folded = v128.xor(
      v128.xor(first, v128.shuffle<u8>(last1, second, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30)),
      v128.xor(
        v128.shuffle<u8>(last2, third, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29),
        v128.shuffle<u8>(last3, fourth, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28),
      ),
    );
    last1 = second;
    last2 = third;
    last3 = fourth;
  }
  // What is left, with what was laid over it, is at most 34 bytes.
  v128.store(CRC_REST, v128.xor(v128.load(at), folded));
  const beyond = v128.xor(
    v128.shuffle<u8>(last1, nothing, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30),
    v128.xor(
      v128.shuffle<u8>(last2, nothing, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29),
      v128.shuffle<u8>(last3, nothing, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28),
    ),
  );
  v128.store(CRC_REST, v128.xor(v128.load(at, 16), beyond), 16);
  v128.store(CRC_REST, v128.load(at, 32), 32);
  return ~bytewise(CRC_REST, CRC_REST + (end - at), 0);
}

function bytewise(from: usize, end: usize, register: u32): u32 {
  let crc = register;
  for (let at = from; at < end; at++) crc = (crc >> 8) ^ load<u32>(4 * ((crc ^ load<u8>(at)) & 0xff), CRC_TABLE);
  return crc;
}
