/* AssemblyScript: the entries of a ZIP archive that lie side by side (rows as in zip-row.ts), and where they are unpacked to. */
import {
  COMPRESSED_SIZE,
  CRC32,
  DEFLATED,
  ENCRYPTED,
  METHOD,
  NAME_END,
  NAME_START,
  OFFSET,
  ROW,
  SIZE,
  STORED,
  TRAITS,
} from '../../zip-row';
import { MOST_BLANKS } from '../batch-sizes';
import { BEGINS, CONTENTS, NAMES, NEEDED, OTHER_NAMES, PACKED, ROWS, SIGNS } from './layout';

const LOCAL_HEADER: u32 = 0x04034b50;
const LOCAL_HEADER_SIZE: u32 = 30;
const ROW_BYTES: u32 = 8 * ROW;
const NEW_LINE: u8 = 0x0a;

/** Where an entry's data is and what shall come of it. */
export let data: u32 = 0;
export let dataEnd: u32 = 0;
export let size: u32 = 0;
export let checksum: u32 = 0;
export let isStored: bool = false;

/** Where the lists end. */
export let neededEnd: u32 = NEEDED;
export let otherNamesEnd: u32 = OTHER_NAMES;

let name: u32 = 0;
let nameSize: u32 = 0;

export function beginLists(): void {
  neededEnd = NEEDED;
  otherNamesEnd = OTHER_NAMES;
}

/** The entry could not be unpacked: what follows begins at `out`. */
export function isMissing(index: u32, out: u32): void {
  store<i32>(CONTENTS + 4 * index, ~out);
  need(index);
}

/** The entry that was looked up last is there. */
export function isThere(index: u32, out: u32): void {
  store<i32>(CONTENTS + 4 * index, out);
  if (size < 2 || isAsked(out)) {
    need(index);
    return;
  }
  memory.copy(otherNamesEnd, name, nameSize);
  otherNamesEnd += nameSize;
  store<u8>(otherNamesEnd++, NEW_LINE);
}

/** Goes by the first two bytes, and by the first one that is no blank of ASCII; behind one what is not ASCII may be a blank, too. */
function isAsked(start: u32): bool {
  const pair = ((<u32>load<u8>(start)) << 8) | load<u8>(start, 1);
  if ((<u32>load<u8>(BEGINS + (pair >> 3)) >> (pair & 7)) & 1) return true;
  const end = start + min(size, MOST_BLANKS);
  let at = start;
  while (at < end && isBlank(load<u8>(at))) at++;
  if (at === end) return true;
  const sign = <u32>load<u8>(at);
  return (sign >= 0x80 && at > start) || load<u8>(SIGNS + sign) !== 0;
}

function isBlank(byte: u32): bool {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

function need(index: u32): void {
  store<u32>(neededEnd, index);
  neededEnd += 4;
}

/**
 * Looks up an entry; false if it is not a plain one of `most` bytes at the most, the data of which stands behind the local header
 * that the directory tells of. `stretch` is the offset of what is in PACKED, `names` of what is in NAMES.
 */
export function look(index: u32, stretch: f64, packedEnd: u32, names: f64, most: f64): bool {
  const row = ROWS + ROW_BYTES * index;
  const method = load<f64>(row, 8 * METHOD);
  isStored = method === STORED;
  if ((!isStored && method !== DEFLATED) || <u32>load<f64>(row, 8 * TRAITS) & ENCRYPTED) return false;
  const compressed = load<f64>(row, 8 * COMPRESSED_SIZE);
  const declared = load<f64>(row, 8 * SIZE);
  if (declared > most || compressed > most || (isStored && declared !== compressed)) return false;
  name = NAMES + <u32>(load<f64>(row, 8 * NAME_START) - names);
  nameSize = <u32>(load<f64>(row, 8 * NAME_END) - load<f64>(row, 8 * NAME_START));
  const offset = load<f64>(row, 8 * OFFSET) - stretch;
  if (offset < 0 || offset + LOCAL_HEADER_SIZE + nameSize > <f64>(packedEnd - PACKED)) return false;
  const header = PACKED + <u32>offset;
  if (load<u32>(header) !== LOCAL_HEADER || !isSame(header + LOCAL_HEADER_SIZE, name, nameSize)) return false;
  data = header + LOCAL_HEADER_SIZE + load<u16>(header, 26) + load<u16>(header, 28);
  dataEnd = data + <u32>compressed;
  size = <u32>declared;
  checksum = <u32>load<f64>(row, 8 * CRC32);
  return dataEnd <= packedEnd;
}

function isSame(left: u32, right: u32, length: u32): bool {
  let index: u32 = 0;
  for (; index + 8 <= length; index += 8) if (load<u64>(left + index) !== load<u64>(right + index)) return false;
  for (; index < length; index++) if (load<u8>(left + index) !== load<u8>(right + index)) return false;
  return true;
}
