import { isAscii } from 'node:buffer';

/**
 * Modified UTF-8 (JVMS 4.4.7, dex-format "MUTF-8 encoding"): NUL is C0 80, astral characters are two surrogates of three
 * bytes each. aapt2 writes its string pools so too, older tools plain UTF-8, so four-byte forms are read as well. What is
 * no such form becomes U+FFFD.
 */
export function decodeMutf8(bytes: Buffer, start: number, end: number): string {
  if (isPlain(bytes, start, end)) return bytes.toString('latin1', start, end);

  const parts: string[] = [];
  let units: number[] = [];
  let at = start;
  while (at < end) {
    const first = bytes[at] ?? 0;
    const size =
      first < 0x80 ? 1 : (first & 0xe0) === 0xc0 ? 2 : (first & 0xf0) === 0xe0 ? 3 : (first & 0xf8) === 0xf0 ? 4 : 0;
    if (size === 0 || at + size > end) {
      units.push(0xfffd);
      at += 1;
    } else {
      const second = (bytes[at + 1] ?? 0) & 0x3f;
      const third = (bytes[at + 2] ?? 0) & 0x3f;
      if (size === 1) units.push(first);
      else if (size === 2) units.push(((first & 0x1f) << 6) | second);
      else if (size === 3) units.push(((first & 0x0f) << 12) | (second << 6) | third);
      else
        units.push(
          ...surrogates(((first & 0x07) << 18) | (second << 12) | (third << 6) | ((bytes[at + 3] ?? 0) & 0x3f)),
        );
      at += size;
    }
    // String.fromCharCode takes its units as arguments, of which there is a limit.
    if (units.length >= 4096) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  return parts.join('') + String.fromCharCode(...units);
}

/** Below this a loop is faster than the call of what Node has for it. */
const SHORT = 128;

function isPlain(bytes: Buffer, start: number, end: number): boolean {
  if (end - start > SHORT) return isAscii(bytes.subarray(start, end));
  for (let at = start; at < end; at += 1) if ((bytes[at] ?? 0) >= 0x80) return false;
  return true;
}

/** The two UTF-16 units of an astral character; the replacement character if it is none. */
function surrogates(point: number): number[] {
  if (point < 0x10000 || point > 0x10ffff) return [0xfffd];
  return [0xd800 + ((point - 0x10000) >>> 10), 0xdc00 + ((point - 0x10000) & 0x3ff)];
}
