import { isUtf8 } from 'node:buffer';
import type { ByteSource, Stretch } from './source.ts';
import { NAME_END, NAME_START, ROW } from './zip-row.ts';

/**
 * Reads the names of some entries, in the order of the rows, from where the first one's is to the end of the last one's. Held are only
 * those of the entries at hand: all names of an archive may be as large as its directory. They stay as they are until the next call.
 */
export type ReadNames = (entries: Uint32Array) => Promise<Stretch>;

/** Names that stand in the order of the rows. */
export function namesInOrder(directory: ByteSource, rows: Float64Array): ReadNames {
  return async (entries) => {
    const { start, end } = extentOf(rows, entries);
    return { start, bytes: await directory.read(start, end - start) };
  };
}

/** Bytes read along with a name, where other names may stand behind it. */
const AHEAD = 4096;
const LONGEST_NAME = 0xffff;

/** Names that stand in the order of the rows, but far apart: `placeOf` tells where in the source, the rows only count them. */
export function namesApart(source: ByteSource, rows: Float64Array, placeOf: (index: number) => number): ReadNames {
  return async (entries) => gathered(source, rows, entries, placeOf, AHEAD, Buffer.alloc(sizeOf(rows, entries)));
}

/** Names that are held at a time where they stand in any order: for so many at once a directory can be read from one end to the other. */
const HELD = 8 * 1024 * 1024;
const SWEPT_AT_A_TIME = 256 * 1024;

/** Names that stand in another order than the rows, which only count them: `places` tells where in the directory. */
export function namesInDisorder(directory: ByteSource, rows: Float64Array, places: Float64Array): ReadNames {
  const placeOf = (index: number) => places[index] as number;
  let room = Buffer.alloc(0);
  let held: Stretch = { start: 0, bytes: room };
  return async (entries) => {
    const { start, end } = extentOf(rows, entries);
    if (start < held.start || end > held.start + held.bytes.length) {
      const group = from(rows, entries[0] as number, Math.max(end, start + HELD));
      const size = sizeOf(rows, group);
      if (room.length < size) room = Buffer.allocUnsafeSlow(size);
      held = await gathered(directory, rows, group, placeOf, SWEPT_AT_A_TIME, room);
    }
    return { start, bytes: held.bytes.subarray(start - held.start, end - held.start) };
  };
}

/** The entries from one on whose names end at `end` or before. */
function from(rows: Float64Array, first: number, end: number): Uint32Array {
  const count = rows.length / ROW;
  let behind = first;
  while (behind < count && (rows[ROW * behind + NAME_END] as number) <= end) behind++;
  return Uint32Array.from({ length: behind - first }, (_, index) => first + index);
}

/** Names, from wherever they are, laid as the rows count them; `ahead` bytes are read along with one, for others that stand there. */
async function gathered(
  source: ByteSource,
  rows: Float64Array,
  entries: Uint32Array,
  placeOf: (index: number) => number,
  ahead: number,
  target: Buffer,
): Promise<Stretch> {
  const { start, end } = extentOf(rows, entries);
  const bytes = target.subarray(0, end - start);
  const room = Buffer.allocUnsafeSlow(LONGEST_NAME + ahead);
  const ordered = entries.toSorted((left, right) => placeOf(left) - placeOf(right));
  let window: Buffer = room.subarray(0, 0);
  let windowStart = 0;
  for (const index of ordered) {
    const [nameStart, nameEnd] = nameExtent(rows, index);
    const [place, length] = [placeOf(index), nameEnd - nameStart];
    if (place + length > windowStart + window.length) {
      window = await source.read(place, length + ahead, room);
      windowStart = place;
    }
    bytes.set(window.subarray(place - windowStart, place - windowStart + length), nameStart - start);
  }
  return { start, bytes };
}

function extentOf(rows: Float64Array, entries: Uint32Array): { readonly start: number; readonly end: number } {
  const [start] = nameExtent(rows, entries[0] as number);
  const [, end] = nameExtent(rows, entries.at(-1) as number);
  return { start, end };
}

function sizeOf(rows: Float64Array, entries: Uint32Array): number {
  const { start, end } = extentOf(rows, entries);
  return end - start;
}

function nameExtent(rows: Float64Array, index: number): readonly [start: number, end: number] {
  return [rows[ROW * index + NAME_START] as number, rows[ROW * index + NAME_END] as number];
}

/** The upper half of code page 437, which a name without the UTF-8 flag is in (APPNOTE 4.4.4, appendix D). */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const BEYOND_ASCII = /[\x80-\xff]/;

/**
 * An entry's name as text, from its bytes as Latin-1. Apple's tools write UTF-8 without saying so, so what is valid UTF-8 is read as such, with or
 * without the flag.
 */
export function decodeName(latin1: string): string {
  if (!BEYOND_ASCII.test(latin1)) return latin1;
  const bytes = Buffer.from(latin1, 'latin1');
  if (isUtf8(bytes)) return bytes.toString('utf8');
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (CP437[byte - 0x80] ?? '?'))).join('');
}
