import { createInflatingProgram } from './program.ts';

/** Inflates raw deflate data (RFC 1951), one stream at a time, in memory of its own. */
export interface Inflater {
  /** Begins with a new stream. */
  readonly begin: () => void;
  /** Takes as much of the data as there is room for and says how much; `last` where nothing will follow it. */
  readonly give: (data: Uint8Array, last: boolean) => number;
  /** Goes on until the stream ends or breaks, or something is missing: input, or room for what comes out. */
  readonly run: () => Status;
  /** What came out of the last run; it stays as it is until the next. */
  readonly piece: () => Buffer;
  /** Bytes given that no part of the stream is made of, so far. */
  readonly unused: () => number;
}

export type Status = 'ended' | 'needs input' | 'needs room' | 'broken';

/** In the order of the numbers in assembly.ts. */
const STATUS: readonly Status[] = ['ended', 'needs input', 'needs room', 'broken'];

export function createInflater(): Inflater {
  const { code, memory } = createInflatingProgram();
  const [input, inputRoom, output] = [code.INPUT.value, code.INPUT_ROOM.value, code.OUTPUT.value];
  const all = Buffer.from(memory);
  return {
    begin: () => code.begin(),
    give: (data, last) => {
      const at = code.compact();
      const size = Math.min(data.length, input + inputRoom - at);
      all.set(size === data.length ? data : data.subarray(0, size), at);
      code.give(size, last && size === data.length);
      return size;
    },
    run: () => {
      code.makeRoom();
      return STATUS[code.run()] ?? 'broken';
    },
    piece: () => all.subarray(output, code.end()),
    unused: () => code.unused(),
  };
}
