/** Literals as 8-bit text, one behind the other. */
export interface Literals {
  /** Where case is ignored in lower case. */
  readonly bytes: Uint8Array;
  /** For each letter whose case is ignored the bit that makes it lower case. */
  readonly caseBits: Uint8Array;
  /** Where each begins; one number more says where the last ends. */
  readonly starts: Int32Array;
}

/** One of them. */
export interface Literal {
  readonly index: number;
  readonly bytes: Uint8Array;
  readonly caseBits: Uint8Array;
}

export function literalsOf(all: readonly Omit<Literal, 'index'>[]): Literals {
  const starts = new Int32Array(all.length + 1);
  for (const [index, { bytes }] of all.entries()) starts[index + 1] = (starts[index] as number) + bytes.length;
  const total = starts[all.length] as number;
  const literals = { bytes: new Uint8Array(total), caseBits: new Uint8Array(total), starts };
  for (const [index, { bytes, caseBits }] of all.entries()) {
    literals.bytes.set(bytes, starts[index]);
    literals.caseBits.set(caseBits, starts[index]);
  }
  return literals;
}

/** As 8-bit text, or in UTF-16LE where `step` is 2. */
export function standsAt(literals: Literals, index: number, bytes: Uint8Array, offset: number, step: 1 | 2): boolean {
  const start = literals.starts[index] as number;
  const length = lengthOf(literals, index);
  if (offset < 0 || offset + step * length > bytes.length) return false;
  for (let character = 0; character < length; character++) {
    const at = offset + step * character;
    const folded = (bytes[at] as number) | (literals.caseBits[start + character] as number);
    if (folded !== literals.bytes[start + character]) return false;
    if (step === 2 && bytes[at + 1] !== 0) return false;
  }
  return true;
}

/** In characters. */
export function lengthOf({ starts }: Literals, index: number): number {
  return (starts[index + 1] as number) - (starts[index] as number);
}
