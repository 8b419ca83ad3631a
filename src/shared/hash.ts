import { createHash } from 'node:crypto';

/** SHA-256 as lower-case hex, cut to `length` characters. */
export function sha256(text: string, length = 64): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
