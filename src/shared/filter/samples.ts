import { type Four, GROUPS } from './filter-tables.ts';
import { exactKey, threeKey } from './keys.ts';
import type { Literal } from './literals.ts';
import type { Sample } from './lookup.ts';
import { byteWeight, wordWeight } from './weights.ts';

const WORD = 4;

/**
 * For each shorter literal its rarest four bytes, or all three, by the first three of them; of what shows an escape the last four, as
 * others begin like it.
 */
export function fourSamples(literals: readonly Literal[], firstEscape: number): readonly Sample[] {
  return literals.map(({ index, bytes }) => {
    const last = Math.max(0, bytes.length - WORD);
    const place = index < firstEscape ? (rarest(0, 1, bytes, wordWeight) ?? 0) : last;
    return { key: threeKey(bytes, place), literal: index, place };
  });
}

/**
 * For each shorter literal in UTF-16, at each of the four alignments, the rarest aligned word. Where three characters hold
 * none, the word ends in the next character, whatever that is. Places are in bytes.
 */
export function pairSamples(literals: readonly Literal[]): readonly Sample[] {
  return literals.flatMap((literal) => {
    const wide = wideBytes(literal.bytes);
    return [0, 1, 2, 3].flatMap((phase) => {
      const at = rarest(phase, WORD, wide, pairWeight);
      const keys = at === undefined ? keysWithAnyNext(wide, phase) : keysInEitherCase(wide, at, literal);
      return keys.map((key) => ({ key, literal: literal.index, place: at ?? phase }));
    });
  });
}

/**
 * The same for what shows an escape. Before it stands another character of the text, whose higher byte is zero, so that none of the
 * words is made of digits, of which binaries are full.
 */
export function escapePairSamples(literals: readonly Literal[]): readonly Sample[] {
  return literals.flatMap(({ index, bytes }) => {
    const wide = Uint8Array.of(0, ...wideBytes(bytes));
    return [0, 1, 2, 3].flatMap((phase) => {
      const at = rarest(phase, WORD, wide, pairWeight);
      return at === undefined ? [] : [{ key: exactKey(wide, at), literal: index, place: at - 1 }];
    });
  });
}

const SMALL_NUMBER_WEIGHT = 100;

function wideBytes(bytes: Uint8Array): Uint8Array {
  const wide = new Uint8Array(2 * bytes.length);
  for (let index = 0; index < bytes.length; index++) wide[2 * index] = bytes[index] as number;
  return wide;
}

/** The word at `at`, its characters in either case where it is ignored. */
function keysInEitherCase(wide: Uint8Array, at: number, { caseBits }: Literal): readonly number[] {
  let keys = [exactKey(wide, at)];
  for (const index of [Math.ceil(at / 2), Math.ceil(at / 2) + 1]) {
    const bit = (caseBits[index] as number) << (8 * (2 * index - at));
    if (bit !== 0) keys = keys.flatMap((key) => [key, key ^ bit]);
  }
  return keys;
}

function keysWithAnyNext(wide: Uint8Array, at: number): readonly number[] {
  const text = Uint8Array.from([...wide, 0]);
  return Array.from({ length: 0x7f - 0x20 }, (_, index) => {
    text[wide.length] = 0x20 + index;
    return exactKey(text, at);
  });
}

function pairWeight(wide: Uint8Array, at: number): number {
  let weight = 0;
  for (let index = at; index < at + WORD; index++) {
    const byte = wide[index] as number;
    if (byte === 0) continue;
    // In UTF-16 digits and signs look like the small numbers that binaries are full of.
    weight += byteWeight(byte) + (byte < 0x40 ? SMALL_NUMBER_WEIGHT : 0);
  }
  return weight;
}

/** Of the words at `from` and every `step` bytes behind it the one that weighs least. */
function rarest(
  from: number,
  step: number,
  bytes: Uint8Array,
  weightAt: (bytes: Uint8Array, at: number) => number,
): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let at = from; at + WORD <= bytes.length; at += step) {
    const weight = weightAt(bytes, at);
    if (weight >= least) continue;
    best = at;
    least = weight;
  }
  return best;
}

const ANY_BYTE: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);

function fourOf({ bytes, caseBits }: Literal, place: number): Four {
  return [0, 1, 2, 3].map((index) => {
    const byte = bytes[place + index];
    if (byte === undefined) return ANY_BYTE;
    const caseBit = caseBits[place + index] as number;
    return caseBit === 0 ? [byte] : [byte, byte ^ caseBit];
  });
}

/** Fours that are looked for as one. */
interface Run {
  readonly fours: readonly Four[];
  /** For each of the four bytes the low nibbles and the high ones that pass, as bits. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** How often something is to be expected to pass. */
  readonly share: number;
}

/** So many are weighed each against each. */
const FEW = 60;

/**
 * Sorts the fours of the literals, one of each, into groups: again and again those two runs become one that thereby let the least
 * pass. At first only such as lie side by side in alphabetical order, where those that begin alike do. In the end each four goes to the
 * run where it lets the least more pass.
 */
export function groupsOf(literals: readonly Literal[], samples: readonly Sample[]): readonly (readonly Four[])[] {
  const fours = literals.map((literal, index) => fourOf(literal, (samples[index] as Sample).place)).sort(compare);
  const alone = new Map(fours.map((four) => [four, runOf(four)]));
  const runs = [...alone.values()];
  const joints = runs.slice(1).map((run, index) => jointOf(runs[index] as Run, run));
  while (runs.length > FEW) {
    const best = cheapest(joints);
    runs.splice(best, 2, (joints[best] as Joint).run);
    joints.splice(best, 1);
    for (const at of [best - 1, best]) {
      const left = runs[at];
      const right = runs[at + 1];
      if (left !== undefined && right !== undefined) joints[at] = jointOf(left, right);
    }
  }
  while (runs.length > GROUPS) joinTwo(runs);
  while (fours.filter((four) => moved(runs, alone, four)).length > 0);
  return runs.map((run) => run.fours);
}

function joinTwo(runs: Run[]): void {
  const pairs = runs.flatMap((left, index) => runs.slice(index + 1).map((right) => ({ left, right })));
  const joints = pairs.map(({ left, right }) => jointOf(left, right));
  const best = cheapest(joints);
  const { left, right } = pairs[best] as (typeof pairs)[number];
  runs.splice(runs.indexOf(left), 1, (joints[best] as Joint).run);
  runs.splice(runs.indexOf(right), 1);
}

/** Whether there was a run where it lets less pass than where it was; ever less passes, so that this comes to an end. */
function moved(runs: Run[], alone: ReadonlyMap<Four, Run>, four: Four): boolean {
  const home = runs.findIndex((run) => run.fours.includes(four));
  const others = (runs[home] as Run).fours.filter((other) => other !== four);
  const left = together(others.map((other) => alone.get(other) as Run));
  const joints = runs.map((run, index) => jointOf(index === home ? left : run, alone.get(four) as Run));
  const best = cheapest(joints);
  if (left.fours.length === 0 || (joints[best] as Joint).more >= (joints[home] as Joint).more) return false;
  runs[home] = left;
  runs[best] = (joints[best] as Joint).run;
  return true;
}

/** What two runs side by side would become, and how much more would pass. */
interface Joint {
  readonly run: Run;
  readonly more: number;
}

function cheapest(joints: readonly Joint[]): number {
  let best = 0;
  for (let index = 1; index < joints.length; index++) {
    if ((joints[index] as Joint).more < (joints[best] as Joint).more) best = index;
  }
  return best;
}

function jointOf(left: Run, right: Run): Joint {
  const low = left.low.map((bits, place) => bits | (right.low[place] as number));
  const high = left.high.map((bits, place) => bits | (right.high[place] as number));
  const share = shareOfAll(low, high);
  return { run: { fours: [...left.fours, ...right.fours], low, high, share }, more: share - left.share - right.share };
}

function together(runs: readonly Run[]): Run {
  const bitsOf = (half: 'low' | 'high') =>
    [0, 1, 2, 3].map((place) => runs.reduce((bits, run) => bits | (run[half][place] as number), 0));
  const [low, high] = [bitsOf('low'), bitsOf('high')];
  return { fours: runs.flatMap((run) => run.fours), low, high, share: shareOfAll(low, high) };
}

function runOf(four: Four): Run {
  const low = four.map((values) => values.reduce((bits, value) => bits | (1 << (value & 15)), 0));
  const high = four.map((values) => values.reduce((bits, value) => bits | (1 << (value >>> 4)), 0));
  return { fours: [four], low, high, share: shareOfAll(low, high) };
}

function shareOfAll(low: readonly number[], high: readonly number[]): number {
  return low.reduce((product, bits, place) => product * shareOf(bits, high[place] as number), 1);
}

/** What every byte weighs at least: bytes without a weight are rare in text, not in code and noise. */
const LEAST_WEIGHT = 8;

/** How often a byte has one of the low nibbles and one of the high ones. */
function shareOf(low: number, high: number): number {
  let share = 0;
  for (let highs = high; highs !== 0; highs &= highs - 1) {
    for (let lows = low; lows !== 0; lows &= lows - 1)
      share += LEAST_WEIGHT + eitherCaseWeight((bitOf(highs) << 4) | bitOf(lows));
  }
  return share;
}

/** Capitals are rare in text, but as frequent as other letters in base64, in names written as one word, and in machine code. */
function eitherCaseWeight(byte: number): number {
  return byteWeight(byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte);
}

/** Index of the lowest bit that is set. */
function bitOf(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

function compare(left: Four, right: Four): number {
  for (const [index, values] of left.entries()) {
    const difference = (values[0] as number) - (right[index]?.[0] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
