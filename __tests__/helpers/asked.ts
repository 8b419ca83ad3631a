import { SIGN } from '../../src/artifacts/artifact.ts';
import { ASCII_BLANKS } from '../../src/formats/format.ts';

/** What the inflater is to tell by the table of an AlwaysHint: whether a content may be wanted whatever it holds. */
export function mayBeAsked(bytes: Buffer, begins: Uint8Array): boolean {
  const [first] = bytes;
  if (first === undefined || begins[first] !== 0) return true;
  const sign = bytes.subarray(0, 256).find((byte) => !ASCII_BLANKS.includes(byte));
  if (sign === first) return false;
  return sign === undefined || sign >= 0x80 || ((begins[sign] ?? 0) & SIGN) !== 0;
}
