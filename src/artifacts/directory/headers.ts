import type { ByteSource } from '../source.ts';
import { ROW } from '../zip-row.ts';
import type { DirectoryProgram } from './program.ts';

/** What stands in the headers of a central directory, one behind the other. */
export interface Headers {
  /** In the memory of the program. */
  readonly rows: Float64Array;
  /** Where the first header would be that there is not, or that is not whole. */
  readonly end: number;
  /** Their offsets are. */
  readonly isAscending: boolean;
}

/** Makes rows of headers in the memory of a program. */
export interface RowMaker {
  readonly count: () => number;
  /** Where headers go to be read. Of no length once rows were made of them. */
  readonly window: () => Buffer;
  /**
   * Reads the headers in the window and gives how many bytes that are; names are counted from `base` on, and `shift` is added to the
   * offsets.
   */
  readonly read: (size: number, isLast: boolean, base: number, shift: number) => number;
  readonly isAscending: () => boolean;
  /** All rows, when there are no more to come. */
  readonly rows: () => Float64Array;
}

/** No header is shorter (APPNOTE 4.3.12). */
const SHORTEST = 46;
const ROW_BYTES = ROW * Float64Array.BYTES_PER_ELEMENT;
/** What lending.ts writes down for an entry. */
const LISTED_BYTES = 2 * Uint32Array.BYTES_PER_ELEMENT;

export function createRows({ code, grown }: DirectoryProgram, most: number): RowMaker {
  const [window, room, rows] = [code.WINDOW.value, code.WINDOW_ROOM.value, code.ROWS.value];
  let count = 0;
  code.begin();
  return {
    count: () => count,
    window: () => Buffer.from(grown(rows), window, room),
    read: (size, isLast, base, shift) => {
      grown(rows + ROW_BYTES * Math.min(most, count + Math.ceil(size / SHORTEST)));
      const read = code.read(size, isLast, base, shift, count, most);
      count += read;
      return read === 0 ? 0 : code.consumed();
    },
    isAscending: () => code.isAscending() !== 0,
    rows: () => new Float64Array(grown(rows + (ROW_BYTES + LISTED_BYTES) * count), rows, ROW * count),
  };
}

/** Reads headers as long as there are some, `most` at the most. `shift` is added to their offsets. */
export async function readHeaders(
  directory: ByteSource,
  shift: number,
  most: number,
  program: DirectoryProgram,
): Promise<Headers> {
  const maker = createRows(program, most);
  let end = 0;
  while (maker.count() < most && end < directory.size) {
    const window = maker.window();
    const bytes = await directory.read(end, window.length, window);
    if (bytes.buffer !== window.buffer) window.set(bytes);
    const read = maker.read(bytes.length, end + bytes.length === directory.size, end, shift);
    if (read === 0) break;
    end += read;
  }
  return { rows: maker.rows(), end, isAscending: maker.isAscending() };
}
