import { wordKey } from './keys.ts';
import type { Literal } from './literals.ts';
import { addSample, emptyLookup, type Lookup, slotOf } from './lookup.ts';
import { byteWeight, wordWeight } from './weights.ts';

/** Characters that a literal needs to hold a whole aligned word of four wherever it begins. */
export const WORD_LENGTH = 7;
const WORD = 4;
/** What a sample may be more frequent than another if it is looked for anyway. */
const SHARED_WEIGHT = 25;

/** The words that are looked for, and what tells most words that are no anchor: with objects it took three times as long as the filter. */
export interface Words extends Lookup {
  /** A character of each sample's literal beside the sample, counted from the sample on, with its case bit. */
  readonly guards: Int32Array;
  readonly guardBits: Uint8Array;
  readonly guardBytes: Uint8Array;
}

/**
 * For each literal of 7 characters or more, and each of the four alignments, the word to look for: one that another literal
 * needs anyway, if it is not a common one, else the rarest.
 */
export function wordSamples(literals: readonly Literal[]): Words {
  const total = WORD * literals.length;
  const words: Words = {
    ...emptyLookup(total),
    guards: new Int32Array(total),
    guardBits: new Uint8Array(total),
    guardBytes: new Uint8Array(total),
  };
  for (const [index, literal] of literals.entries()) {
    for (let phase = 0; phase < WORD; phase++)
      addWord(words, literal, bestWord(words, literal.bytes, phase), WORD * index + phase);
  }
  return words;
}

function bestWord(words: Words, bytes: Uint8Array, phase: number): number {
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

function addWord(words: Words, { index: literal, bytes, caseBits }: Literal, at: number, index: number): void {
  const guard = guardOf(bytes, at);
  addSample(words, index, { key: wordKey(bytes, at), literal, place: at });
  words.guards[index] = guard - at;
  words.guardBits[index] = caseBits[guard] as number;
  words.guardBytes[index] = bytes[guard] as number;
}

/** Where in its literal the rarer of the characters beside the word stands; every such literal is longer than its words. */
function guardOf(bytes: Uint8Array, at: number): number {
  const before = bytes[at - 1];
  const behind = bytes[at + WORD];
  if (before === undefined) return at + WORD;
  if (behind === undefined) return at - 1;
  return byteWeight(before) < byteWeight(behind) ? at - 1 : at + WORD;
}
