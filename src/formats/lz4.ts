/**
 * One raw LZ4 block (lz4/lz4, doc/lz4_Block_format.md) of at most `size` bytes. Undefined if it is malformed: a copy from
 * before the start, or more output than was declared.
 */
export function lz4Block(source: Buffer, size: number): Buffer | undefined {
  const target = Buffer.alloc(size);
  let from = 0;
  let to = 0;
  while (from < source.length) {
    const token = source[from] ?? 0;
    const literals = lengthAt(source, from + 1, token >>> 4);
    from = literals.next;
    if (from + literals.length > source.length || to + literals.length > size) return undefined;
    source.copy(target, to, from, from + literals.length);
    from += literals.length;
    to += literals.length;
    // The last sequence has no match.
    if (from >= source.length) break;
    if (from + 2 > source.length) return undefined;
    const distance = source.readUInt16LE(from);
    const match = lengthAt(source, from + 2, token & 15);
    from = match.next;
    const length = match.length + 4;
    if (distance === 0 || distance > to || to + length > size) return undefined;
    copyWithin(target, to, distance, length);
    to += length;
  }
  return target.subarray(0, to);
}

/** A length of 15 goes on in the bytes that follow, up to the first that is not 255. */
function lengthAt(source: Buffer, at: number, nibble: number): { readonly length: number; readonly next: number } {
  if (nibble < 15) return { length: nibble, next: at };
  let length = nibble;
  let next = at;
  for (;;) {
    const byte = source[next] ?? 0;
    length += byte;
    next += 1;
    if (byte !== 255) return { length, next };
  }
}

/** A match may overlap its own output, so it is copied in steps of the distance. */
function copyWithin(target: Buffer, to: number, distance: number, length: number): void {
  for (let done = 0; done < length; ) {
    const step = Math.min(distance + done, length - done);
    target.copyWithin(to + done, to - distance, to - distance + step);
    done += step;
  }
}
