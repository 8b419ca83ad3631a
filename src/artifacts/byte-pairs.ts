import { BYTE_PAIRS_SIZE } from './inflater/batch-sizes.ts';

/** A set of pairs of bytes: a bit for each, from the lowest one of the first byte on. A pair is a number, of which its first byte counts 256 times. */
export type BytePairs = Uint8Array;

export function noPairs(): BytePairs {
  return new Uint8Array(BYTE_PAIRS_SIZE);
}

export function allPairs(): BytePairs {
  return noPairs().fill(0xff);
}

/** All pairs that `beginning`, one byte or two as Latin-1, is the beginning of. */
export function addPairs(pairs: BytePairs, beginning: string): void {
  const first = beginning.charCodeAt(0) << 8;
  if (beginning.length === 1) {
    pairs.fill(0xff, first >> 3, (first + 256) >> 3);
    return;
  }
  const pair = first | beginning.charCodeAt(1);
  pairs[pair >> 3] = (pairs[pair >> 3] as number) | (1 << (pair & 7));
}
