/** A literal as 8-bit text; where case is ignored in lower case, with the bit that makes each letter so. */
export interface Literal {
  readonly index: number;
  readonly bytes: Uint8Array;
  readonly caseBits: Uint8Array;
}
