/** Something that one of several threads does: the first that asks. In memory that they share. */
export type Claim = Int32Array;

export function createClaim(): Claim {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** True for whoever asks first. */
export function claimed(claim: Claim): boolean {
  return Atomics.compareExchange(claim, 0, 0, 1) === 0;
}
