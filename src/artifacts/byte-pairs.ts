import { BYTE_PAIRS_SIZE } from './inflater/batch-sizes.ts';

/** A set of pairs of bytes: a bit for each, counted from the lowest of the first byte; a pair is the number that it makes as little-endian. */
export type BytePairs = Uint8Array;

export function noPairs(): BytePairs {
  return new Uint8Array(BYTE_PAIRS_SIZE);
}

export function allPairs(): BytePairs {
  return noPairs().fill(0xff);
}

/** All pairs that `beginning`, one byte or two as Latin-1, is the beginning of. */
export function addPairs(pairs: BytePairs, beginning: string): void {
  const first = beginning.charCodeAt(0);
  const seconds = beginning.length > 1 ? [beginning.charCodeAt(1)] : Array.from({ length: 256 }, (_, byte) => byte);
  for (const second of seconds) {
    const pair = first | (second << 8);
    pairs[pair >> 3] = (pairs[pair >> 3] as number) | (1 << (pair & 7));
  }
}

export function hasPair(pairs: BytePairs, first: number, second: number): boolean {
  const pair = first | (second << 8);
  return (((pairs[pair >> 3] as number) >> (pair & 7)) & 1) === 1;
}
