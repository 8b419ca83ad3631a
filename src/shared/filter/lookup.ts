/**
 * Samples by the number they are looked up with, by open addressing. This is how they are collected; tables.ts lays them out for the
 * search.
 */
export interface Lookup {
  readonly shift: number;
  readonly keys: Int32Array;
  /** For each slot the index of a sample plus 1; 0 where the slot is empty. */
  readonly firsts: Int32Array;
  /** For each sample the index plus 1 of another one of the same key, 0 where there is none. */
  readonly nexts: Int32Array;
  /** For each sample the index of its literal. */
  readonly literals: Int32Array;
  /** Where in its literal a sample stands. */
  readonly places: Int32Array;
  /**
   * A character of each sample's literal beside the sample, counted from the sample on, with its case bit: most of what is no literal
   * is told by it.
   */
  readonly guards: Int16Array;
  readonly guardBits: Uint8Array;
  readonly guardBytes: Uint8Array;
}

export interface Sample {
  readonly key: number;
  readonly literal: number;
  readonly place: number;
  readonly guard?: Guard;
}

export interface Guard {
  readonly place: number;
  readonly caseBit: number;
  readonly byte: number;
}

const HASH = 0x9e3779b1 | 0;
/** Slots for each sample: few of their keys meet another one. */
const ROOM = 4;
/** Lets everything pass. */
const NO_GUARD: Guard = { place: 0, caseBit: 0xff, byte: 0xff };

/** With room for so many samples. */
export function emptyLookup(samples: number): Lookup {
  const bits = Math.ceil(Math.log2(ROOM * Math.max(1, samples)));
  return {
    shift: 32 - bits,
    keys: new Int32Array(1 << bits),
    firsts: new Int32Array(1 << bits),
    nexts: new Int32Array(samples),
    literals: new Int32Array(samples),
    places: new Int32Array(samples),
    guards: new Int16Array(samples),
    guardBits: new Uint8Array(samples),
    guardBytes: new Uint8Array(samples),
  };
}

export function lookupOf(samples: readonly Sample[]): Lookup {
  const lookup = emptyLookup(samples.length);
  for (const [index, sample] of samples.entries()) addSample(lookup, index, sample);
  return lookup;
}

export function addSample(lookup: Lookup, index: number, { key, literal, place, guard = NO_GUARD }: Sample): void {
  const slot = slotOf(lookup, key);
  lookup.keys[slot] = key;
  lookup.nexts[index] = lookup.firsts[slot] as number;
  lookup.firsts[slot] = index + 1;
  lookup.literals[index] = literal;
  lookup.places[index] = place;
  lookup.guards[index] = guard.place;
  lookup.guardBits[index] = guard.caseBit;
  lookup.guardBytes[index] = guard.byte;
}

/** The slot that holds the key, or the empty one where it belongs. */
export function slotOf({ keys, firsts, shift }: Lookup, key: number): number {
  let slot = Math.imul(key, HASH) >>> shift;
  while (firsts[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (keys.length - 1);
  return slot;
}
