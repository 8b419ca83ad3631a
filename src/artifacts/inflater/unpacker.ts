import { NAME_END, NAME_START, ROW } from '../zip-row.ts';
import { numberAt, type ZipTable } from '../zip-table.ts';
import { MOST_ENTRIES, NAMES_ROOM, PACKED_ROOM } from './batch-sizes.ts';
import { createProgram } from './program.ts';

/** Unpacks entries of an archive that lie side by side, in memory of its own and within one call. */
export interface Unpacker {
  /** Where the stretch of the archive goes in which they lie. */
  readonly packed: Buffer;
  /**
   * Unpacks what is in that stretch of `size` bytes from the offset `start` on: those entries of `most` bytes at the most that are
   * neither encrypted nor other than the directory says. It holds until the next call.
   */
  readonly unpack: (table: ZipTable, entries: Uint32Array, start: number, size: number, most: number) => Unpacked;
}

export interface Unpacked {
  /** All contents, one behind the other. */
  readonly together: Buffer;
  /** Where in `together` an entry's content begins, by the entry's place among those that were given; negative for the others. */
  readonly startOf: (place: number) => number;
}

export function createUnpacker(): Unpacker {
  const { code, memory } = createProgram();
  const rows = new Float64Array(memory, code.ROWS.value, ROW * MOST_ENTRIES);
  const starts = new Int32Array(memory, code.CONTENTS.value, MOST_ENTRIES);
  const names = new Uint8Array(memory, code.NAMES.value, NAMES_ROOM);
  const unpacked = code.UNPACKED.value;
  return {
    packed: Buffer.from(memory, code.PACKED.value, PACKED_ROOM),
    unpack: (table, entries, start, size, most) => {
      const first = entries[0] ?? 0;
      const last = entries.at(-1) ?? 0;
      const namesStart = numberAt(table, first, NAME_START);
      names.set(table.names.subarray(namesStart, numberAt(table, last, NAME_END)));
      copyRows(table, entries, rows);
      const end = code.unpack(entries.length, start, size, namesStart, most);
      return {
        together: Buffer.from(memory, unpacked, end - unpacked),
        startOf: (place) => (starts[place] as number) - unpacked,
      };
    },
  };
}

function copyRows(table: ZipTable, entries: Uint32Array, target: Float64Array): void {
  for (let place = 0, runEnd = 0; place < entries.length; place = runEnd) {
    const first = entries[place] as number;
    while (entries[runEnd] === first + runEnd - place) runEnd++;
    target.set(table.rows.subarray(ROW * first, ROW * (first + runEnd - place)), ROW * place);
  }
}

/** Those that are not in use: each holds as much as three megabytes. */
const idle: Unpacker[] = [];

export function takeUnpacker(): Unpacker {
  return idle.pop() ?? createUnpacker();
}

export function giveBack(unpacker: Unpacker): void {
  idle.push(unpacker);
}
