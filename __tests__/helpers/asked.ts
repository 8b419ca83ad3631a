import type { AlwaysHint } from '../../src/artifacts/artifact.ts';
import { hasPair } from '../../src/artifacts/byte-pairs.ts';
import { ASCII_BLANKS } from '../../src/formats/format.ts';

/** What the inflater is to tell by an AlwaysHint: whether a content may be wanted whatever it holds. */
export function mayBeAsked(bytes: Buffer, { begins, signs }: Pick<AlwaysHint, 'begins' | 'signs'>): boolean {
  const [first, second] = bytes;
  if (first === undefined || second === undefined || hasPair(begins, first, second)) return true;
  const sign = bytes.subarray(0, 256).find((byte) => !ASCII_BLANKS.includes(byte));
  return sign === undefined || (sign >= 0x80 && sign !== first) || signs[sign] === 1;
}
