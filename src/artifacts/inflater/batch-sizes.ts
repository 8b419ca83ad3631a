/* How much can be unpacked within one call. Read by TypeScript and by AssemblyScript. */

export const MOST_ENTRIES = 2048;
/** Bytes from the first name in the table to the last. */
export const NAMES_ROOM = 256 * 1024;
/** Bytes of the archive. */
export const PACKED_ROOM = 1280 * 1024;
export const UNPACKED_ROOM = 1024 * 1024;

/** Bytes of a set of pairs of bytes (byte-pairs.ts). */
export const BYTE_PAIRS_SIZE = 8192;

/** Blanks that are passed over at the most (firstSign of formats/source-text.ts); what is all blank so far is asked about. */
export const MOST_BLANKS = 256;
