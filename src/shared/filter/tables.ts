import type { Context, Mark } from '../marks.ts';
import { filterTables } from './filter.ts';
import { type Literal, type Literals, literalsOf } from './literals.ts';
import { type Lookup, lookupOf } from './lookup.ts';
import { fourSamples, groupsOf, pairSamples } from './samples.ts';
import { WORD_LENGTH, type Words, wordSamples } from './words.ts';

/** All that the search looks up. Plain data, so that it can be made when Ajar is built: that takes longer than a small scan. */
export interface Tables {
  readonly literals: Literals;
  /** Of the literals that count only where the text around them is as it has to be, by their index. */
  readonly contexts: ReadonlyMap<number, Context>;
  readonly filter: Uint8Array;
  readonly words: Words;
  readonly fours: Lookup;
  readonly pairs: Lookup;
}

/** The shortest anchor, and the shortest literal with a context. */
const SHORTEST = { anchor: 4, mark: 3 };

/**
 * Those in `exact` are found only as they are written, the anchors in either case. Throws if one is shorter than 4 bytes, or
 * one with a context than 3, or not ASCII.
 */
export function compileTables(anchors: readonly string[], exact: readonly (string | Mark)[]): Tables {
  const folded = [...new Set(anchors.map((anchor) => anchor.toLowerCase()))];
  const strict = [...new Set(exact)];
  const all = [
    ...folded.map((anchor) => literalOf(anchor, SHORTEST.anchor, 0x20)),
    ...strict.map((one) =>
      typeof one === 'string' ? literalOf(one, SHORTEST.anchor, 0) : literalOf(one.literal, SHORTEST.mark, 0),
    ),
  ].map((literal, index): Literal => ({ ...literal, index }));
  const contexts = new Map(
    strict.flatMap((one, index) => (typeof one === 'string' ? [] : [[folded.length + index, one.context] as const])),
  );
  return { literals: literalsOf(all), contexts, ...samplesOf(all) };
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

function samplesOf(literals: readonly Literal[]): Pick<Tables, 'filter' | 'words' | 'fours' | 'pairs'> {
  const long = literals.filter(({ bytes }) => bytes.length >= WORD_LENGTH);
  const short = literals.filter(({ bytes }) => bytes.length < WORD_LENGTH);
  const words = wordSamples(long);
  const fours = fourSamples(short);
  const pairs = pairSamples(short);
  const filter = filterTables({
    words: words.keys.filter((_, slot) => words.firsts[slot] !== 0),
    pairs: pairs.map(({ key }) => key),
    fours: groupsOf(short, fours),
    threes: fours.map(({ key }) => key),
  });
  return { filter, words, fours: lookupOf(fours), pairs: lookupOf(pairs) };
}
