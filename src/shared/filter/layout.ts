/* Where the tables of the filter lie at the beginning of its memory. Read by TypeScript and by AssemblyScript. */

/** Bytes that are looked at together. */
export const BLOCK = 16;

/** Bits of the tables: some hundred for each word that is wanted, and what the processor's first cache holds. */
export const WORD_BITS = 18;
export const PAIR_BITS = 15;
export const THREE_BITS = 15;

/** For each byte of a four the groups by its low nibble, then by its high one. */
export const FOURS = 0;
/** Numbers that every block is compared and reckoned with. V8 would make a constant anew for each, with three instructions. */
export const HALVES = FOURS + 8 * BLOCK;
export const BELOW_TEXT = HALVES + BLOCK;
export const CASE_BITS = BELOW_TEXT + BLOCK;
export const FACTORS = CASE_BITS + BLOCK;
export const SEVENS = FACTORS + BLOCK;
export const POWERS = SEVENS + BLOCK;
export const WORDS = POWERS + BLOCK;
export const PAIRS = WORDS + (1 << (WORD_BITS - 3));
export const THREES = PAIRS + (1 << (PAIR_BITS - 3));
export const FILTER_END = THREES + (1 << (THREE_BITS - 3));
