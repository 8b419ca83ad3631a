import type { Part } from './artifact.ts';
import { type Amount, DEDUPE_FROM } from './limits.ts';
import { LENT, SIZE } from './zip-row.ts';
import { numberAt, type ZipTable } from './zip-table.ts';

/*
 * The thread that reads has more to do than the main one, which looks at what was found. So the main thread takes some entries off
 * it: each goes to the one that has less to do, unless it is tied to the reading one. Which ones is told by the directory alone, so
 * that both threads come to the same result, and every scan to the same report. What it is reckoned by stands in
 * directory/assembly/lending.ts. Each has its share of the artifact's limits (limits.ts).
 */

/** What of an archive is read, by index; written down in the memory of the table's program. */
export interface Selected {
  /** Without what holds nothing: folders, and AppleDouble files. */
  readonly entries: Uint32Array;
  readonly doubles: { readonly count: number; readonly first: number };
  /** For each batch that is read together, where it ends in `entries`. */
  readonly batchEnds: Uint32Array;
  /** What the directory declares of the part, and of the whole. */
  readonly declared: Amount;
  readonly all: Amount;
}

/** What is tied to the reading thread depends on it. */
export interface Circumstances {
  readonly fileSize: number;
  /** Entries up to this size are held whole. */
  readonly wholeBytes: number;
  /** No other artifact is read. */
  readonly alone: boolean;
}

/** The entries of a part, or all. Those that are lent are marked in the table. */
export function select(table: ZipTable, part: Part | undefined, circumstances: Circumstances): Selected {
  const { program, rows, count } = table;
  const { code } = program;
  const first = code.ROWS.value + rows.byteLength;
  const second = first + Uint32Array.BYTES_PER_ELEMENT * count;
  // createRows left room for both lists.
  const memory = program.grown(second + Uint32Array.BYTES_PER_ELEMENT * count);
  if (part !== undefined) {
    const { fileSize, wholeBytes, alone } = circumstances;
    const large = new Uint32Array(memory, first, code.weigh(count, fileSize, DEDUPE_FROM, wholeBytes, alone, first));
    large.sort((left, right) => numberAt(table, right, SIZE) - numberAt(table, left, SIZE));
    code.lend(count, first, large.length);
  }
  const [mask, lent] = part === undefined ? [0, 0] : [LENT, part === 'lent' ? LENT : 0];
  const own = code.take(count, mask, lent, first);
  return {
    entries: new Uint32Array(memory, first, own),
    doubles: { count: code.doubles.value, first: code.firstDouble.value },
    batchEnds: new Uint32Array(memory, second, code.cut(first, own, second)),
    declared: { entries: code.partEntries.value, bytes: code.partBytes.value },
    all: { entries: count, bytes: code.allBytes.value },
  };
}
