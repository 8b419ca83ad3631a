/* AssemblyScript: what stands where in the memory. */
import { ROW } from '../../zip-row';
import { BYTE_PAIRS_SIZE, MOST_ENTRIES, NAMES_ROOM, PACKED_ROOM, UNPACKED_ROOM } from '../batch-sizes';

/** Tables. Bounds are zlib's (`enough 288 11 15` and `enough 30 9 15` give fewer entries). */
export const LITERALS: usize = 1024;
export const DISTANCES: usize = LITERALS + 4 * 4096;
export const REPEATS: usize = DISTANCES + 4 * 2048;

/** The codes that they are made from. */
export const CODE_SIZE: usize = 2 * 16 + 16 * 2 * 288;
export const LITERAL_CODE: usize = REPEATS + 4 * 128;
export const DISTANCE_CODE: usize = LITERAL_CODE + CODE_SIZE;
export const REPEAT_CODE: usize = DISTANCE_CODE + CODE_SIZE;
export const REPEAT_LENGTHS: usize = REPEAT_CODE + CODE_SIZE;

/** What never changes. */
export const FIXED_LITERALS: usize = REPEAT_LENGTHS + 32;
export const FIXED_DISTANCES: usize = FIXED_LITERALS + 4 * 2048;
export const LITERAL_ENTRIES: usize = FIXED_DISTANCES + 4 * 32;
export const DISTANCE_ENTRIES: usize = LITERAL_ENTRIES + 4 * 288;
export const REPEAT_ENTRIES: usize = DISTANCE_ENTRIES + 4 * 32;
export const REVERSED: usize = REPEAT_ENTRIES + 4 * 32;
export const PATTERNS: usize = REVERSED + 256;
export const STEPS: usize = PATTERNS + 16 * 17;

/** Where input goes; a few bytes behind it are read, but mean nothing. */
export const INPUT: u32 = 64 * 1024;
export const INPUT_ROOM: u32 = 256 * 1024;
/** What came out before is kept here: as far as a distance reaches back. */
export const HISTORY: u32 = INPUT + INPUT_ROOM + 1024;
export const HISTORY_ROOM: u32 = 32 * 1024;
export const OUTPUT: u32 = HISTORY + HISTORY_ROOM;
export const OUTPUT_ROOM: u32 = 512 * 1024;
/** The longest match and what is copied beyond its end may reach behind that. */
export const OVERSHOOT: u32 = 512;

/** For entries that lie side by side (see entries.ts): rows, where their contents begin, names, data, and what comes of it. */
export const CRC_TABLE: u32 = OUTPUT + OUTPUT_ROOM + OVERSHOOT;
export const CRC_FOLDS: u32 = CRC_TABLE + 4 * 256;
export const CRC_REST: u32 = CRC_FOLDS + 128;
export const ROWS: u32 = CRC_REST + 64;
export const CONTENTS: u32 = ROWS + MOST_ENTRIES * 8 * ROW;
/** What is to be looked at: the pairs of first bytes, the signs, and a list; and the names of all else. */
export const BEGINS: u32 = CONTENTS + 4 * MOST_ENTRIES;
export const SIGNS: u32 = BEGINS + BYTE_PAIRS_SIZE;
export const NEEDED: u32 = SIGNS + 256;
export const OTHER_NAMES: u32 = NEEDED + 4 * MOST_ENTRIES;
export const NAMES: u32 = OTHER_NAMES + NAMES_ROOM + MOST_ENTRIES;
export const PACKED: u32 = NAMES + NAMES_ROOM;
export const UNPACKED: u32 = PACKED + PACKED_ROOM + 1024;
export const UNPACKED_END: u32 = UNPACKED + UNPACKED_ROOM;
export const END: u32 = UNPACKED_END + OVERSHOOT;
