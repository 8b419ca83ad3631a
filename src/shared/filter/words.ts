import { wordKey } from './keys.ts';
import type { Literal } from './literals.ts';
import { addSample, emptyLookup, type Guard, type Lookup, slotOf } from './lookup.ts';
import { byteWeight, wordWeight } from './weights.ts';

/** Characters that a literal needs to hold a whole aligned word of four wherever it begins. */
export const WORD_LENGTH = 7;
const WORD = 4;
/** What a sample may be more frequent than another if it is looked for anyway. */
const SHARED_WEIGHT = 25;

/**
 * For each literal of 7 characters or more, and each of the four alignments, the word to look for: one that another literal
 * needs anyway, if it is not a common one, else the rarest.
 */
export function wordSamples(literals: readonly Literal[]): Lookup {
  const words = emptyLookup(WORD * literals.length);
  for (const [index, literal] of literals.entries()) {
    for (let phase = 0; phase < WORD; phase++) {
      const place = bestWord(words, literal.bytes, phase);
      const sample = {
        key: wordKey(literal.bytes, place),
        literal: literal.index,
        place,
        guard: guardOf(literal, place),
      };
      addSample(words, WORD * index + phase, sample);
    }
  }
  return words;
}

function bestWord(words: Lookup, bytes: Uint8Array, phase: number): number {
  let best = phase;
  let bestScore = Number.POSITIVE_INFINITY;
  for (let at = phase; at + WORD <= bytes.length; at += WORD) {
    const weight = wordWeight(bytes, at);
    if (weight - SHARED_WEIGHT >= bestScore) continue;
    const isShared = words.firsts[slotOf(words, wordKey(bytes, at))] !== 0;
    const score = isShared ? weight - SHARED_WEIGHT : weight;
    if (score >= bestScore) continue;
    best = at;
    bestScore = score;
  }
  return best;
}

/** The rarer of the characters beside the word; every such literal is longer than its words. */
function guardOf({ bytes, caseBits }: Literal, word: number): Guard {
  const before = bytes[word - 1];
  const behind = bytes[word + WORD];
  const isBefore = before !== undefined && (behind === undefined || byteWeight(before) < byteWeight(behind));
  const at = isBefore ? word - 1 : word + WORD;
  return { place: at - word, caseBit: caseBits[at] as number, byte: bytes[at] as number };
}
