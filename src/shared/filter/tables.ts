import type { Context, Mark } from '../marks.ts';
import { filterTables } from './filter-tables.ts';
import type { Literal } from './literals.ts';
import { type Lookup, lookupOf } from './lookup.ts';
import { escapePairSamples, fourSamples, groupsOf, pairSamples } from './samples.ts';
import { WORD_LENGTH, wordSamples } from './words.ts';

/**
 * All that the search looks up, as it lies at the beginning of its memory (assembly.ts). Plain data, so that it can be made when
 * Ajar is built: that takes longer than a small scan.
 */
export interface Tables {
  readonly memory: Uint8Array;
  /** Where the samples of each kind are looked up. */
  readonly fours: number;
  readonly words: number;
  readonly pairs: number;
  readonly literals: number;
  /** Of each literal the number of its characters. */
  readonly lengths: Int32Array;
  /** Of the literals that count only where the text around them is as it has to be, by their index. */
  readonly contexts: ReadonlyMap<number, Context>;
  /** Index of the first literal that is no anchor but shows an escape; all behind it do so. */
  readonly firstEscape: number;
}

/** The shortest anchor, and the shortest literal that something else has to go with. */
const SHORTEST = { anchor: 4, mark: 3 };

/**
 * Those in `exact` are found only as they are written, the anchors in either case. What is in `escapes`, in lower case, shows an
 * escape (escapes.ts). Throws if one is shorter than 4 bytes, or
 * one with a context than 3, or not ASCII.
 */
export function compileTables(
  anchors: readonly string[],
  exact: readonly (string | Mark)[],
  escapes: readonly string[] = [],
): Tables {
  const folded = [...new Set(anchors.map((anchor) => anchor.toLowerCase()))];
  const strict = [...new Set(exact)];
  const literals = [
    ...folded.map((anchor) => literalOf(anchor, SHORTEST.anchor, 0x20)),
    ...strict.map((one) =>
      typeof one === 'string' ? literalOf(one, SHORTEST.anchor, 0) : literalOf(one.literal, SHORTEST.mark, 0),
    ),
    ...escapes.map((shown) => literalOf(shown, SHORTEST.mark, 0x20)),
  ].map((literal, index): Literal => ({ ...literal, index }));
  const contexts = new Map(
    strict.flatMap((one, index) => (typeof one === 'string' ? [] : [[folded.length + index, one.context] as const])),
  );
  const lengths = Int32Array.from(literals, ({ bytes }) => bytes.length);
  const firstEscape = folded.length + strict.length;
  return { ...laidOut(literals, firstEscape), lengths, contexts, firstEscape };
}

/** `caseBit` is set for letters, where their case is ignored. */
function literalOf(text: string, shortest: number, caseBit: number): Omit<Literal, 'index'> {
  const bytes = new Uint8Array(text.length);
  const caseBits = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code > 0x7e) throw new Error(`anchor must be ASCII characters: ${text}`);
    bytes[at] = code;
    if (code >= 0x61 && code <= 0x7a) caseBits[at] = caseBit;
  }
  if (bytes.length < shortest) throw new Error(`anchor must be ${shortest} or more characters: ${text}`);
  return { bytes, caseBits };
}

function laidOut(
  literals: readonly Literal[],
  firstEscape: number,
): Pick<Tables, 'memory' | 'fours' | 'words' | 'pairs' | 'literals'> {
  const short = literals.filter(({ bytes }) => bytes.length < WORD_LENGTH);
  const words = wordSamples(literals.filter(({ bytes }) => bytes.length >= WORD_LENGTH));
  const fours = fourSamples(short, firstEscape);
  // Escapes of three characters are sought in 8-bit text only: in UTF-16 they hold too little that is rare.
  const pairs = [
    ...pairSamples(short.filter(({ index }) => index < firstEscape)),
    ...escapePairSamples(short.filter(({ index, bytes }) => index >= firstEscape && bytes.length >= WORD)),
  ];
  const filter = filterTables({
    words: words.keys.filter((_, slot) => words.firsts[slot] !== 0),
    pairs: pairs.map(({ key }) => key),
    fours: groupsOf(short, fours),
    threes: fours.map(({ key }) => key),
  });
  const memory = createLayout();
  memory.add(filter);
  const addresses = {
    fours: addLookup(memory, lookupOf(fours)),
    words: addLookup(memory, words),
    pairs: addLookup(memory, lookupOf(pairs)),
    literals: addLiterals(memory, literals),
  };
  return { ...addresses, memory: memory.bytes() };
}

/** Puts one thing behind the other, each where words may begin. */
interface Layout {
  /** Gives its address. */
  readonly add: (part: Uint8Array | Int32Array) => number;
  readonly bytes: () => Uint8Array;
}

const WORD = 4;

function createLayout(): Layout {
  const parts: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  let end = 0;
  return {
    add: (part) => {
      const at = Math.ceil(end / WORD) * WORD;
      const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
      parts.push({ at, bytes });
      end = at + bytes.length;
      return at;
    },
    bytes: () => {
      const all = new Uint8Array(end);
      for (const { at, bytes } of parts) all.set(bytes, at);
      return all;
    },
  };
}

function addLookup(layout: Layout, lookup: Lookup): number {
  const { keys, firsts, nexts, literals, places, guards, guardBits, guardBytes, shift } = lookup;
  const slots = new Int32Array(2 * keys.length);
  for (const [slot, key] of keys.entries()) slots.set([key, firsts[slot] as number], 2 * slot);
  const samples = new Int32Array(4 * nexts.length);
  for (const [index, next] of nexts.entries()) {
    const bits = ((guardBytes[index] as number) << 24) | ((guardBits[index] as number) << 16);
    const guard = bits | ((guards[index] as number) & 0xffff);
    samples.set([next, literals[index] as number, places[index] as number, guard], 4 * index);
  }
  return layout.add(Int32Array.of(layout.add(slots), keys.length - 1, shift, layout.add(samples)));
}

function addLiterals(layout: Layout, literals: readonly Literal[]): number {
  const spans = literals.flatMap(({ bytes, caseBits }) => {
    const characters = new Uint8Array(2 * bytes.length);
    for (const [index, byte] of bytes.entries()) characters.set([byte, caseBits[index] as number], 2 * index);
    return [layout.add(characters), bytes.length];
  });
  return layout.add(Int32Array.from(spans));
}
