import type { BytePairs } from '../byte-pairs.ts';
import type { Stretch } from '../source.ts';
import { ROW } from '../zip-row.ts';
import type { ZipTable } from '../zip-table.ts';
import { MOST_ENTRIES, PACKED_ROOM } from './batch-sizes.ts';
import { createProgram } from './program.ts';

/** Unpacks entries of an archive that lie side by side, in memory of its own and within one call. */
export interface Unpacker {
  /** Where the stretch of the archive goes in which they lie. */
  readonly packed: Buffer;
  /** What it gives holds until the next call. */
  readonly unpack: (packed: Packed) => Unpacked;
}

/** Entries that lie side by side; unpacked are those that are neither encrypted nor other than the directory says. */
export interface Packed {
  readonly table: ZipTable;
  readonly entries: Uint32Array;
  readonly names: Stretch;
  /** Offset and size of the stretch. */
  readonly start: number;
  readonly size: number;
  /** Size of the largest ones that are unpacked. */
  readonly most: number;
  /** Which contents are listed (AlwaysHint of artifact.ts). */
  readonly begins: BytePairs;
  readonly signs: Uint8Array;
}

/** Places are those of the entries among the ones that were given. */
export interface Unpacked {
  /** All contents, one behind the other. */
  readonly together: Buffer;
  /** By place, where in the memory the content begins; of what is not there the complement of where that of the next one would. */
  readonly starts: Int32Array;
  /** The places, ascending, of what is not there, is shorter than two bytes, or begins as was asked for. */
  readonly needed: Uint32Array;
  /** The names of all others, as Latin-1, each with a line feed behind it. */
  readonly otherNames: string;
}

// Functions instead of methods: V8 would compile whoever calls them anew for every call of `unpack`.

export function isThere({ starts }: Unpacked, place: number): boolean {
  return (starts[place] as number) >= 0;
}

/** Where in `together` the content begins; of what is not there, where that of the next one would. */
export function startOf({ together, starts }: Unpacked, place: number): number {
  const found = starts[place];
  if (found === undefined) return together.length;
  return (found < 0 ? ~found : found) - together.byteOffset;
}

/** The place of the content that holds an offset in `together`. */
export function placeAt(unpacked: Unpacked, offset: number): number {
  let low = 0;
  let high = unpacked.starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startOf(unpacked, middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export function createUnpacker(): Unpacker {
  const { code, memory } = createProgram();
  const rows = new Float64Array(memory, code.ROWS.value, ROW * MOST_ENTRIES);
  const starts = new Int32Array(memory, code.CONTENTS.value, MOST_ENTRIES);
  const [needed, otherNames] = [code.NEEDED.value, code.OTHER_NAMES.value];
  const unpacked = code.UNPACKED.value;
  const all = Buffer.from(memory);
  return {
    packed: all.subarray(code.PACKED.value, code.PACKED.value + PACKED_ROOM),
    unpack: ({ table, entries, names, start, size, most, begins, signs }) => {
      all.set(names.bytes, code.NAMES.value);
      all.set(begins, code.BEGINS.value);
      all.set(signs, code.SIGNS.value);
      copyRows(table, entries, rows);
      const end = code.unpack(entries.length, start, size, names.start, most);
      return {
        together: all.subarray(unpacked, end),
        starts: starts.subarray(0, entries.length),
        needed: new Uint32Array(memory, needed, (code.neededEnd.value - needed) / Uint32Array.BYTES_PER_ELEMENT),
        otherNames: all.toString('latin1', otherNames, code.otherNamesEnd.value),
      };
    },
  };
}

/** Entries mostly stand one behind the other: they are halved until they do. */
function copyRows(table: ZipTable, entries: Uint32Array, target: Float64Array): void {
  const [first = 0, last = 0] = [entries[0], entries.at(-1)];
  if (last - first < entries.length) {
    target.set(table.rows.subarray(ROW * first, ROW * (first + entries.length)));
    return;
  }
  const half = entries.length >>> 1;
  copyRows(table, entries.subarray(0, half), target);
  copyRows(table, entries.subarray(half), target.subarray(ROW * half));
}

/** What is not unpacked at all: each is to be opened alone. */
export function noneUnpacked(count: number): Unpacked {
  const together = Buffer.from(new ArrayBuffer(0));
  return {
    together,
    starts: new Int32Array(count).fill(~0),
    needed: Uint32Array.from({ length: count }, (_, place) => place),
    otherNames: '',
  };
}

/** An unpacker that is there from when it is first asked for: a large entry needs none. */
export interface UnpackerOnDemand {
  readonly get: () => Unpacker;
  /** Whether the bytes stand where they go to be unpacked. */
  readonly holds: (bytes: Buffer) => boolean;
  readonly giveBack: () => void;
}

/** Those that are not in use: each holds as much as three megabytes. */
const idle: Unpacker[] = [];

export function unpackerOnDemand(): UnpackerOnDemand {
  let own: Unpacker | undefined;
  return {
    get: () => {
      own ??= idle.pop() ?? createUnpacker();
      return own;
    },
    holds: ({ buffer }) => buffer === own?.packed.buffer,
    giveBack: () => {
      if (own !== undefined) idle.push(own);
      own = undefined;
    },
  };
}
