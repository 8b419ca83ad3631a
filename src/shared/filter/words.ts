import { wordKey } from './keys.ts';
import type { Literal } from './samples.ts';
import { byteWeight, wordWeight } from './weights.ts';

/** Characters that a literal needs to hold a whole aligned word of four wherever it begins. */
export const WORD_LENGTH = 7;
const WORD = 4;
/** What a sample may be more frequent than another if it is looked for anyway. */
const SHARED_WEIGHT = 25;

/**
 * The words that are looked for, by open addressing, and the samples of each as a list. In typed arrays, since many blocks
 * come here: with objects, looking again took three times as long as the filter.
 */
export interface Words {
  readonly shift: number;
  readonly keys: Int32Array;
  /** For each slot the index of a sample plus 1; 0 where the slot is empty. */
  readonly firsts: Int32Array;
  /** For each sample the index plus 1 of another one of the same word, 0 where there is none. */
  readonly nexts: Int32Array;
  readonly literals: readonly Literal[];
  /** Where in its literal a sample stands. */
  readonly places: Int32Array;
  /**
   * A character of each sample's literal beside the sample, counted from the sample on, with its case bit: most words that
   * are no anchor are told by it.
   */
  readonly guards: Int32Array;
  readonly guardBits: Uint8Array;
  readonly guardBytes: Uint8Array;
}

const HASH = 0x9e3779b1 | 0;
/** Slots for each sample: few of their words meet another one. */
const ROOM = 4;

/**
 * For each literal of 7 characters or more, and each of the four alignments, the word to look for: one that another literal
 * needs anyway, if it is not a common one, else the rarest.
 */
export function wordSamples(literals: readonly Literal[]): Words {
  const total = WORD * literals.length;
  const bits = Math.ceil(Math.log2(ROOM * Math.max(1, total)));
  const ofSamples: Literal[] = [];
  const words: Words = {
    shift: 32 - bits,
    keys: new Int32Array(1 << bits),
    firsts: new Int32Array(1 << bits),
    nexts: new Int32Array(total),
    literals: ofSamples,
    places: new Int32Array(total),
    guards: new Int32Array(total),
    guardBits: new Uint8Array(total),
    guardBytes: new Uint8Array(total),
  };
  for (const literal of literals) {
    for (let phase = 0; phase < WORD; phase++) {
      const at = bestWord(words, literal.bytes, phase);
      addWord(words, literal, at, ofSamples.length);
      ofSamples.push(literal);
    }
  }
  return words;
}

/** The slot that holds the word, or the empty one where it belongs. */
export function slotOf({ keys, firsts, shift }: Words, key: number): number {
  let slot = Math.imul(key, HASH) >>> shift;
  while (firsts[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (keys.length - 1);
  return slot;
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

function addWord(words: Words, { bytes, caseBits }: Literal, at: number, index: number): void {
  const key = wordKey(bytes, at);
  const slot = slotOf(words, key);
  const guard = guardOf(bytes, at);
  words.keys[slot] = key;
  words.nexts[index] = words.firsts[slot] as number;
  words.firsts[slot] = index + 1;
  words.places[index] = at;
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
