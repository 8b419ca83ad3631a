/* AssemblyScript: CRC-32 (ISO 3309, as in APPNOTE 4.4.7), eight bytes at a time with a table for each. */
import { CRC_TABLES } from './layout';

const POLYNOMIAL: u32 = 0xedb88320;
const TABLE: u32 = 4 * 256;

export function prepareCrc(): void {
  for (let byte: u32 = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ POLYNOMIAL : crc >> 1;
    store<u32>(CRC_TABLES + 4 * byte, crc);
  }
  // Each further table is the one before with a zero byte behind.
  for (let place = CRC_TABLES + TABLE; place < CRC_TABLES + 8 * TABLE; place += 4) {
    const before = load<u32>(place - TABLE);
    store<u32>(place, (before >> 8) ^ load<u32>(CRC_TABLES + 4 * (before & 0xff)));
  }
}

export function crc32(from: usize, size: u32): u32 {
  const end = from + size;
  let at = from;
  let crc: u32 = 0xffff_ffff;
  for (; at + 8 <= end; at += 8) {
    const low = load<u32>(at) ^ crc;
    const high = load<u32>(at, 4);
    crc =
      load<u32>(4 * (low & 0xff), CRC_TABLES + 7 * TABLE) ^
      load<u32>(4 * ((low >> 8) & 0xff), CRC_TABLES + 6 * TABLE) ^
      load<u32>(4 * ((low >> 16) & 0xff), CRC_TABLES + 5 * TABLE) ^
      load<u32>(4 * (low >> 24), CRC_TABLES + 4 * TABLE) ^
      load<u32>(4 * (high & 0xff), CRC_TABLES + 3 * TABLE) ^
      load<u32>(4 * ((high >> 8) & 0xff), CRC_TABLES + 2 * TABLE) ^
      load<u32>(4 * ((high >> 16) & 0xff), CRC_TABLES + TABLE) ^
      load<u32>(4 * (high >> 24), CRC_TABLES);
  }
  for (; at < end; at++) crc = (crc >> 8) ^ load<u32>(4 * ((crc ^ load<u8>(at)) & 0xff), CRC_TABLES);
  return ~crc;
}
