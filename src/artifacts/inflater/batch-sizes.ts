/* How much can be unpacked within one call. Read by TypeScript and by AssemblyScript. */

export const MOST_ENTRIES = 2048;
/** Bytes from the first name in the table to the last. */
export const NAMES_ROOM = 256 * 1024;
/** Bytes of the archive. */
export const PACKED_ROOM = 1280 * 1024;
export const UNPACKED_ROOM = 1024 * 1024;

/** What a byte says that stands first, and that stands first but for blanks (AlwaysHint of artifact.ts). */
export const BEGINS = 1;
export const SIGN = 2;
/** Blanks that are passed over at the most (firstSign of formats/source-text.ts); what is all blank so far is asked about. */
export const MOST_BLANKS = 256;
