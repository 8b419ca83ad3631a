import type { AlwaysHint } from '../../src/artifacts/artifact.ts';
import { ASCII_BLANKS } from '../../src/formats/format.ts';

/** What the inflater is to tell by an AlwaysHint: whether a content may be wanted whatever it holds. */
export function mayBeAsked(bytes: Buffer, { begins, signs }: Pick<AlwaysHint, 'begins' | 'signs'>): boolean {
  const [first, second] = bytes;
  if (first === undefined || second === undefined || hasPair(begins, 256 * first + second)) return true;
  const sign = bytes.subarray(0, 256).find((byte) => !ASCII_BLANKS.includes(byte));
  return sign === undefined || (sign >= 0x80 && sign !== first) || signs[sign] === 1;
}

function hasPair(begins: AlwaysHint['begins'], pair: number): boolean {
  return (((begins[pair >> 3] ?? 0) >> (pair & 7)) & 1) === 1;
}
