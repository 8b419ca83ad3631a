/* AssemblyScript: what stands where in the memory. */
import { ROW } from '../../zip-row';

/** Endings of names: length, trait, characters; a length of 0 behind the last. */
export const ENDINGS: u32 = 1024;
/** Where a part of the directory goes: more than the longest header takes. */
export const WINDOW: u32 = 4 * 1024;
export const WINDOW_ROOM: u32 = 256 * 1024;
/** As many as there are, and behind them two lists of as many numbers. */
export const ROWS: u32 = WINDOW + WINDOW_ROOM;
export const ROW_BYTES: u32 = 8 * ROW;
