import { ROW } from '../zip-row.ts';
import { directoryProgram } from './program.ts';

/** What stands in the headers of a central directory, one behind the other. */
export interface Headers {
  readonly rows: Float64Array;
  /** Where the first header would be that there is not, or that is not whole. */
  readonly end: number;
  /** Their offsets are. */
  readonly ascending: boolean;
}

/** No header is shorter (APPNOTE 4.3.12). */
const SHORTEST = 46;

/** Reads headers as long as there are some, `most` at the most. `shift` is added to their offsets. */
export function readHeaders(bytes: Buffer, shift: number, most: number): Headers {
  const { code, grown } = directoryProgram();
  const [window, room, rows] = [code.WINDOW.value, code.WINDOW_ROOM.value, code.ROWS.value];
  const memory = grown(rows + (room / SHORTEST + 1) * ROW * Float64Array.BYTES_PER_ELEMENT);
  const target = new Uint8Array(memory, window, room);
  const parts: Float64Array[] = [];
  let count = 0;
  let end = 0;
  code.begin();
  while (count < most && end < bytes.length) {
    const part = bytes.subarray(end, end + room);
    target.set(part);
    const read = code.read(part.length, end + part.length === bytes.length, end, shift, most - count);
    if (read === 0) break;
    parts.push(new Float64Array(memory, rows, ROW * read).slice());
    count += read;
    end += code.consumed();
  }
  return { rows: joined(parts, count), end, ascending: code.isAscending() !== 0 };
}

function joined(parts: readonly Float64Array[], count: number): Float64Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const rows = new Float64Array(ROW * count);
  let at = 0;
  for (const part of parts) {
    rows.set(part, at);
    at += part.length;
  }
  return rows;
}
