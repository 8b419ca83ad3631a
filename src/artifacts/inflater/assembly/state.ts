/* AssemblyScript: how far a stream has come in its input and output. */
import { HISTORY_ROOM, INPUT, OUTPUT, OUTPUT_ROOM } from './layout';

/** The next bit of input: the address of its byte times eight, and its place in it, from the lowest. */
export let next: u32 = 8 * INPUT;
export let inputEnd: u32 = INPUT;
export let isLast: bool = false;
export let output: usize = OUTPUT;
/** Nothing more comes out once it is there. */
export let outputEnd: usize = OUTPUT + OUTPUT_ROOM;
/** Where the oldest byte stands that a distance may reach. */
export let oldest: usize = OUTPUT;

export function begin(): void {
  next = 8 * INPUT;
  inputEnd = INPUT;
  isLast = false;
  output = OUTPUT;
  outputEnd = OUTPUT + OUTPUT_ROOM;
  oldest = OUTPUT;
}

/** All of the input is there, and room for all that is to come out. */
export function beginAt(from: u32, to: u32, out: usize, outEnd: usize): void {
  next = 8 * from;
  inputEnd = to;
  isLast = true;
  output = out;
  outputEnd = outEnd;
  oldest = out;
}

/** Moves what is left of the input to the front and gives where further input goes. */
export function compact(): u32 {
  const from = next >> 3;
  const left = inputEnd > from ? inputEnd - from : 0;
  memory.copy(INPUT, from, left);
  next = 8 * INPUT + (next & 7);
  inputEnd = INPUT + left;
  return inputEnd;
}

/** So many bytes were put where `compact` said. */
export function give(bytes: u32, last: bool): void {
  inputEnd += bytes;
  isLast = last;
}

/** Bytes of the input that nothing has been read of. */
export function unused(): i32 {
  return <i32>inputEnd - <i32>((next + 7) >> 3);
}

/** Forgets what came out, but for as much as a distance may reach back. */
export function makeRoom(): void {
  const bytes: usize = min(output - oldest, HISTORY_ROOM);
  memory.copy(OUTPUT - bytes, output - bytes, bytes);
  oldest = OUTPUT - bytes;
  output = OUTPUT;
}

/** Where what came out ends; it begins at OUTPUT. */
export function end(): u32 {
  return <u32>output;
}

/** At least the next 57 bits; those behind the input mean nothing. */
export function peek(): u64 {
  return load<u64>(next >> 3) >> (next & 7);
}

export function goTo(bit: u32): void {
  next = bit;
}

export function isBeyondInput(): bool {
  return next > inputEnd << 3;
}

export function cameOut(to: usize): void {
  output = to;
}
