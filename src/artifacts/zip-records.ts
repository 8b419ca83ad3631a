import type { ProblemKind } from '../model.ts';

/** One entry as the directory tells it; nothing of it is to be trusted. Offsets count from the start of the source. */
export interface ZipEntry {
  readonly name: string;
  /** The name as it is written, a part of `directory`. */
  readonly directory: Buffer;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where its local header should be. */
  readonly offset: number;
  /** Where the next entry or the directory begins: its data cannot reach further. */
  readonly end: number;
}

export interface ZipProblem {
  readonly kind: ProblemKind;
  readonly reason: string;
}

/** APPNOTE 4.3.7 and 4.3.12. */
export const LOCAL_HEADER = 0x04034b50;
export const LOCAL_HEADER_SIZE = 30;
export const CENTRAL_HEADER = 0x02014b50;
/** An entry whose end is not known yet. */
export type OpenEntry = Omit<ZipEntry, 'end'> & { end: number };

/** Puts entries in the order of the file and tells each where the next one begins. */
export function withEnds(entries: readonly OpenEntry[], directoryStart: number): readonly ZipEntry[] {
  const sorted = isAscending(entries) ? entries : [...entries].sort((left, right) => left.offset - right.offset);
  let end = directoryStart;
  let above = directoryStart;
  for (let index = sorted.length - 1; index >= 0; index--) {
    const entry = sorted[index];
    if (entry === undefined) continue;
    if (entry.offset < above) end = above;
    above = Math.min(above, entry.offset);
    entry.end = Math.max(end, entry.offset);
  }
  return sorted;
}

/** Most directories are: twenty thousand entries take longer to be sorted than to be looked at. */
function isAscending(entries: readonly OpenEntry[]): boolean {
  let last = 0;
  for (const { offset } of entries) {
    if (offset < last) return false;
    last = offset;
  }
  return true;
}
