/**
 * LZMA as in the LZMA SDK (lzma-specification.txt): a range coder over adaptive bits, literals and matches. Bounded by the
 * size that the caller allows; the output is the dictionary. Undefined where the data is malformed.
 */
const TOP = 0x0100_0000;
const HALF = 1_024;
const POSITION_STATES = 16;

/** Ends of the ranges that length and distance slots stand for. */
const END_POSITION_MODEL = 14;
const FULL_DISTANCES = 128;

interface Coder {
  readonly source: Buffer;
  at: number;
  range: number;
  code: number;
}

/** `properties`: the byte of lc, lp and pb, and the u32 dictionary size. */
export function lzmaStream(properties: Buffer, source: Buffer, size: number): Buffer | undefined {
  const packed = properties[0] ?? 255;
  if (packed >= 9 * 5 * 5 || source.length < 5 || source[0] !== 0) return undefined;
  const lc = packed % 9;
  const lp = Math.floor(packed / 9) % 5;
  const pb = Math.floor(packed / 45);
  const coder: Coder = { source, at: 5, range: 0xffff_ffff, code: source.readUInt32BE(1) };
  return decode(coder, modelOf(lc, lp, pb), Buffer.alloc(size));
}

interface LengthModel {
  readonly choice: Uint16Array;
  readonly low: Uint16Array;
  readonly middle: Uint16Array;
  readonly high: Uint16Array;
}

interface Model {
  readonly lc: number;
  readonly literalMask: number;
  readonly positionMask: number;
  readonly literals: Uint16Array;
  readonly isMatch: Uint16Array;
  readonly isRepeat: Uint16Array;
  readonly isRepeat0: Uint16Array;
  readonly isRepeat1: Uint16Array;
  readonly isRepeat2: Uint16Array;
  readonly isLongRepeat0: Uint16Array;
  readonly slots: Uint16Array;
  readonly distances: Uint16Array;
  readonly align: Uint16Array;
  readonly length: LengthModel;
  readonly repeatLength: LengthModel;
}

function probabilities(count: number): Uint16Array {
  return new Uint16Array(count).fill(HALF);
}

function lengthModel(): LengthModel {
  return {
    choice: probabilities(2),
    low: probabilities(POSITION_STATES * 8),
    middle: probabilities(POSITION_STATES * 8),
    high: probabilities(256),
  };
}

function modelOf(lc: number, lp: number, pb: number): Model {
  return {
    lc,
    literalMask: (1 << lp) - 1,
    positionMask: (1 << pb) - 1,
    literals: probabilities(0x300 << (lc + lp)),
    isMatch: probabilities(12 * POSITION_STATES),
    isRepeat: probabilities(12),
    isRepeat0: probabilities(12),
    isRepeat1: probabilities(12),
    isRepeat2: probabilities(12),
    isLongRepeat0: probabilities(12 * POSITION_STATES),
    slots: probabilities(4 * 64),
    distances: probabilities(1 + FULL_DISTANCES - END_POSITION_MODEL),
    align: probabilities(16),
    length: lengthModel(),
    repeatLength: lengthModel(),
  };
}

/** One bit, and its probability moved towards it. Beyond the end of the source come zeros, which the caller notices. */
function bit(coder: Coder, model: Uint16Array, index: number): 0 | 1 {
  const probability = model[index] as number;
  const bound = (coder.range >>> 11) * probability;
  const one = coder.code >= bound;
  if (one) {
    model[index] = probability - (probability >>> 5);
    coder.code = (coder.code - bound) >>> 0;
    coder.range = (coder.range - bound) >>> 0;
  } else {
    model[index] = probability + ((2_048 - probability) >>> 5);
    coder.range = bound;
  }
  normalize(coder);
  return one ? 1 : 0;
}

function normalize(coder: Coder): void {
  if (coder.range >= TOP) return;
  coder.range = (coder.range << 8) >>> 0;
  coder.code = ((coder.code << 8) | (coder.source[coder.at] ?? 0)) >>> 0;
  coder.at += 1;
}

function directBits(coder: Coder, count: number): number {
  let value = 0;
  for (let index = 0; index < count; index += 1) {
    coder.range >>>= 1;
    const one = coder.code >= coder.range;
    if (one) coder.code = (coder.code - coder.range) >>> 0;
    value = value * 2 + (one ? 1 : 0);
    normalize(coder);
  }
  return value;
}

function tree(coder: Coder, model: Uint16Array, base: number, bits: number): number {
  let node = 1;
  for (let index = 0; index < bits; index += 1) node = (node << 1) | bit(coder, model, base + node);
  return node - (1 << bits);
}

function reverseTree(coder: Coder, model: Uint16Array, base: number, bits: number): number {
  let node = 1;
  let value = 0;
  for (let index = 0; index < bits; index += 1) {
    const one = bit(coder, model, base + node);
    node = (node << 1) | one;
    value |= one << index;
  }
  return value;
}

function lengthOf(coder: Coder, model: LengthModel, position: number): number {
  if (bit(coder, model.choice, 0) === 0) return tree(coder, model.low, position * 8, 3);
  if (bit(coder, model.choice, 1) === 0) return 8 + tree(coder, model.middle, position * 8, 3);
  return 16 + tree(coder, model.high, 0, 8);
}

function distanceOf(coder: Coder, model: Model, length: number): number {
  const slot = tree(coder, model.slots, Math.min(length, 3) * 64, 6);
  if (slot < 4) return slot;
  const bits = (slot >>> 1) - 1;
  const base = (2 | (slot & 1)) * 2 ** bits;
  if (slot < END_POSITION_MODEL) return base + reverseTree(coder, model.distances, base - slot, bits);
  return base + directBits(coder, bits - 4) * 16 + reverseTree(coder, model.align, 0, 4);
}

function literal(coder: Coder, model: Model, target: Buffer, to: number, state: number, distance: number): void {
  const before = to === 0 ? 0 : (target[to - 1] as number);
  const context = ((to & model.literalMask) << model.lc) + (before >>> (8 - model.lc));
  const base = 0x300 * context;
  let symbol = 1;
  if (state >= 7) {
    let matched = target[to - distance - 1] as number;
    while (symbol < 0x100) {
      const expected = (matched >>> 7) & 1;
      matched <<= 1;
      const one = bit(coder, model.literals, base + ((1 + expected) << 8) + symbol);
      symbol = (symbol << 1) | one;
      if (expected !== one) break;
    }
  }
  while (symbol < 0x100) symbol = (symbol << 1) | bit(coder, model.literals, base + symbol);
  target[to] = symbol & 0xff;
}

function decode(coder: Coder, model: Model, target: Buffer): Buffer | undefined {
  let state = 0;
  let [first, second, third, fourth] = [0, 0, 0, 0];
  let to = 0;
  while (to < target.length) {
    if (coder.at > coder.source.length + 8) return undefined;
    const position = to & model.positionMask;
    if (bit(coder, model.isMatch, (state << 4) + position) === 0) {
      if (state >= 7 && first >= to) return undefined;
      literal(coder, model, target, to, state, first);
      to += 1;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let length: number;
    if (bit(coder, model.isRepeat, state) === 0) {
      [fourth, third, second] = [third, second, first];
      length = lengthOf(coder, model.length, position);
      state = state < 7 ? 7 : 10;
      first = distanceOf(coder, model, length);
      // The end marker.
      if (first === 0xffff_ffff) return target.subarray(0, to);
    } else {
      if (to === 0) return undefined;
      if (bit(coder, model.isRepeat0, state) === 0) {
        if (bit(coder, model.isLongRepeat0, (state << 4) + position) === 0) {
          if (first >= to) return undefined;
          target[to] = target[to - first - 1] as number;
          to += 1;
          state = state < 7 ? 9 : 11;
          continue;
        }
      } else if (bit(coder, model.isRepeat1, state) === 0) {
        [first, second] = [second, first];
      } else if (bit(coder, model.isRepeat2, state) === 0) {
        [first, second, third] = [third, first, second];
      } else {
        [first, second, third, fourth] = [fourth, first, second, third];
      }
      length = lengthOf(coder, model.repeatLength, position);
      state = state < 7 ? 8 : 11;
    }
    if (first >= to) return undefined;
    const end = Math.min(target.length, to + length + 2);
    for (; to < end; to += 1) target[to] = target[to - first - 1] as number;
  }
  return target;
}
