import type { Context } from '../marks.ts';
import type { Tables } from './tables.ts';

/*
 * Tables as a file: how long the JSON is (32 bits, little-endian), the JSON, a byte for the length of each literal, the memory. Node's own
 * serialiser is part of a module that takes longer to load than the tables.
 */

type Numbers = Omit<Tables, 'memory' | 'lengths' | 'contexts'>;

interface Head {
  readonly numbers: Numbers;
  readonly literalCount: number;
  readonly contexts: readonly PackedContext[];
}

interface PackedContext {
  readonly literal: number;
  readonly before: number;
  readonly source: string;
  readonly flags: string;
}

const WORD = 4;
const LONGEST = 0xff;

/** Throws if a literal is longer than 255 characters. */
export function packTables({ memory, lengths, contexts, ...numbers }: Tables): Buffer {
  const head: Head = {
    numbers,
    literalCount: lengths.length,
    contexts: Array.from(contexts, ([literal, { before, pattern }]) => {
      const { source, flags } = pattern;
      return { literal, before, source, flags };
    }),
  };
  if (lengths.some((length) => length > LONGEST)) throw new Error(`literal of more than ${LONGEST} characters`);
  const json = Buffer.from(JSON.stringify(head));
  const size = Buffer.alloc(WORD);
  size.writeUInt32LE(json.length);
  return Buffer.concat([size, json, Uint8Array.from(lengths), memory]);
}

/** The memory is a part of the bytes. */
export function unpackTables(bytes: Buffer): Tables {
  const headEnd = WORD + bytes.readUInt32LE();
  const { numbers, literalCount, contexts }: Head = JSON.parse(bytes.toString('utf8', WORD, headEnd));
  const lengthsEnd = headEnd + literalCount;
  return {
    ...numbers,
    lengths: new Int32Array(bytes.subarray(headEnd, lengthsEnd)),
    contexts: new Map(contexts.map(contextOf)),
    memory: bytes.subarray(lengthsEnd),
  };
}

function contextOf({ literal, before, source, flags }: PackedContext): readonly [number, Context] {
  return [literal, { before, pattern: new RegExp(source, flags) }];
}
