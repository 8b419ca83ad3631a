/*
 * What a ZIP directory says of an entry, as a row of numbers; nothing of it is to be trusted. Read by TypeScript and by
 * AssemblyScript.
 */

/** Places in a row. Where the name stands is counted as zip-names.ts says. */
export const NAME_START = 0;
export const NAME_END = 1;
export const METHOD = 2;
export const TRAITS = 3;
export const CRC32 = 4;
export const COMPRESSED_SIZE = 5;
export const SIZE = 6;
/** Where its local header should be, counted from the start of the source. */
export const OFFSET = 7;
/** Numbers of a row. */
export const ROW = 8;

/** Traits: the first is told by the flags, LENT given by lending.ts, the others told by the name. */
export const ENCRYPTED = 1;
export const FOLDER = 2;
export const BYTECODE = 4;
export const ARCHIVE = 8;
export const APPLE_DOUBLE = 16;
export const SCRIPT = 64;
export const LENT = 32;

/** Methods (APPNOTE 4.4.5). */
export const STORED = 0;
export const DEFLATED = 8;
