/** Little-endian 32-bit words as all machines at hand have them; copied only where they are not aligned in memory. */
export function wordsAt(bytes: Buffer, start: number, count: number): Uint32Array {
  if (count === 0) return new Uint32Array(0);
  const at = bytes.byteOffset + start;
  if (at % 4 === 0) return new Uint32Array(bytes.buffer, at, count);
  return new Uint32Array(Uint8Array.from(bytes.subarray(start, start + 4 * count)).buffer);
}
