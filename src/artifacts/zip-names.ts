import { isUtf8 } from 'node:buffer';
import { type ByteSource, type Stretch, viewOf } from './source.ts';
import { NAME_END, NAME_START, ROW } from './zip-row.ts';

/**
 * Reads the names of some entries, in the order of the rows, from where the first one's is to the end of the last one's. Held are only
 * those of the entries at hand: all names of an archive may be as large as its directory.
 */
export type ReadNames = (entries: Uint32Array) => Promise<Stretch>;

/** Names that stand in the order of the rows. */
export function namesInOrder(directory: ByteSource, rows: Float64Array): ReadNames {
  return async (entries) => {
    const { start, end } = extentOf(rows, entries);
    return { start, bytes: await directory.read(start, end - start) };
  };
}

/** Read along with a name: most often others that stand behind it. */
const AHEAD = 4096;

/** Names that stand elsewhere than the rows say, which only count them: `placeOf` tells where in the source. */
export function namesElsewhere(source: ByteSource, rows: Float64Array, placeOf: (index: number) => number): ReadNames {
  return async (entries) => {
    const view = viewOf(source, AHEAD);
    const { start, end } = extentOf(rows, entries);
    const bytes = Buffer.alloc(end - start);
    for (const index of entries) {
      const [nameStart, nameEnd] = nameExtent(rows, index);
      const found = await view(placeOf(index), nameEnd - nameStart);
      found.copy(bytes, nameStart - start, 0, nameEnd - nameStart);
    }
    return { start, bytes };
  };
}

function extentOf(rows: Float64Array, entries: Uint32Array): { readonly start: number; readonly end: number } {
  const [start] = nameExtent(rows, entries[0] as number);
  const [, end] = nameExtent(rows, entries.at(-1) as number);
  return { start, end };
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
