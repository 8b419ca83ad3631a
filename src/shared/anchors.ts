/**
 * The one search for all anchors, over bytes. Case of ASCII letters is ignored; a literal is found as 8-bit text and as
 * UTF-16LE.
 *
 * It samples: a literal of 7 or more bytes holds one whole aligned 32-bit word wherever it begins, so for each of the
 * four alignments one word of it (the rarest) goes into a bit table, and the bytes are looked at one aligned word at a
 * time. Literals of 4 to 6 bytes hold an aligned 16-bit pair in the same way. What passes the tables is compared in
 * full. Words, table and buffers are handed to the loops as arguments: captured by a closure they cost V8 four times
 * as much.
 */
export interface FoundAnchor {
  readonly offset: number;
  readonly length: number;
  readonly encoding: 'latin1' | 'utf16le';
}

export interface AnchorSearch {
  /** Every place of every anchor, ascending; at most `limit` (default 100,000), then it stops. */
  readonly find: (bytes: Buffer, limit?: number) => FoundAnchor[];
  /** Longest anchor in bytes, UTF-16 included: how much of a chunk has to be carried over to the next. */
  readonly longest: number;
}

/** A literal as it stands in the bytes: lower case, and the bit that makes each letter lower case. */
interface Literal {
  readonly bytes: Uint8Array;
  readonly caseBits: Uint8Array;
  readonly encoding: FoundAnchor['encoding'];
}

/** A sample of a literal: `literal.bytes` holds it at `at`. */
interface Sample {
  readonly literal: Literal;
  readonly at: number;
}

interface Tables {
  /** 1 where the hash of a wanted folded word falls. */
  readonly wordFilter: Uint8Array;
  readonly wordShift: number;
  readonly words: ReadonlyMap<number, readonly Sample[]>;
  /** 1 where a wanted folded pair is; indexed by the pair itself. */
  readonly pairFilter: Uint8Array;
  readonly pairs: ReadonlyMap<number, readonly Sample[]>;
}

const FOLD_WORD = 0x20202020;
const FOLD_PAIR = 0x2020;
const HASH = 0x9e3779b1 | 0;
/** Bytes that a literal needs to hold a whole aligned word at every alignment. */
const WORD_LENGTH = 7;
const SHORTEST = 4;
const WORDS_PER_BLOCK = 4;
const BLOCKS_PER_ROUND = 16_384;

/** Throws if an anchor is shorter than 4 bytes or not ASCII. */
export function compileAnchors(anchors: readonly string[]): AnchorSearch {
  const needles = [...new Set(anchors.map(checked))];
  const literals = needles.flatMap((needle) => [literalOf(needle, 'latin1'), literalOf(needle, 'utf16le')]);
  const tables = tablesOf(literals);
  const candidates = new Int32Array(BLOCKS_PER_ROUND);
  return {
    longest: Math.max(0, ...literals.map((literal) => literal.bytes.length)),
    find: (bytes, limit = 100_000) => findAll(bytes, tables, candidates, limit),
  };
}

function checked(anchor: string): string {
  if (!/^[\x20-\x7e]{4,}$/.test(anchor)) throw new Error(`anchor must be 4 or more ASCII characters: ${anchor}`);
  return anchor.toLowerCase();
}

function literalOf(needle: string, encoding: FoundAnchor['encoding']): Literal {
  const bytes = Uint8Array.from(Buffer.from(needle, encoding));
  return { bytes, caseBits: bytes.map((byte) => (byte >= 0x61 && byte <= 0x7a ? 0x20 : 0)), encoding };
}

/** Text that every app is full of: a sample seen in it would let half of all blocks through. */
const COMMON = [
  'https://www.google.com/apis http://schemas.android.com/apk/res/android .json .html error message string ',
  'com.google.android.gms com/google/firebase/ application/json content-type authorization access token client ',
  'apple java.lang. kotlin/ function return this. undefined object. service storage database endpoint region ',
].join('');
const FREQUENT = '\0 etaoinsrldcupm./-_hg';

/** What one byte adds to the expected frequency of a sample. */
const WEIGHTS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const rank = FREQUENT.indexOf(String.fromCharCode(byte));
  return rank === -1 ? 0 : FREQUENT.length - rank;
});
/** Every piece of the common text that a sample may be. */
const COMMON_PIECES = new Set(
  Array.from({ length: 4 * COMMON.length }, (_, index) => COMMON.slice(index >> 2, (index >> 2) + (index & 3) + 1)),
);

/** How often the bytes are to be expected, 0 the rarest. */
function frequency(bytes: Uint8Array, from: number, to: number): number {
  let weight = 0;
  let text = '';
  for (let index = from; index < to; index++) {
    const byte = bytes[index] as number;
    weight += WEIGHTS[byte] as number;
    if (byte !== 0) text += String.fromCharCode(byte);
  }
  return COMMON_PIECES.has(text) ? weight + 200 : weight;
}

function tablesOf(literals: readonly Literal[]): Tables {
  const words = samplesOf(
    literals.filter((literal) => literal.bytes.length >= WORD_LENGTH),
    4,
    (bytes, at) => wordAt(bytes, at) | FOLD_WORD,
  );
  const pairs = samplesOf(
    literals.filter((literal) => literal.bytes.length < WORD_LENGTH),
    2,
    pairAt,
  );
  const bits = words.size > 1000 ? 18 : 16;
  const wordFilter = new Uint8Array(1 << bits);
  for (const word of words.keys()) wordFilter[Math.imul(word, HASH) >>> (32 - bits)] = 1;
  const pairFilter = new Uint8Array(1 << 16);
  for (const pair of pairs.keys()) pairFilter[pair] = 1;
  return { wordFilter, wordShift: 32 - bits, words, pairFilter, pairs };
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}

function pairAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | FOLD_PAIR;
}

/**
 * For each literal and each alignment the sample of `width` bytes to look for: one that another literal needs anyway,
 * if it is not a common one, else the rarest.
 */
function samplesOf(
  literals: readonly Literal[],
  width: 2 | 4,
  keyAt: (bytes: Uint8Array, at: number) => number,
): Map<number, Sample[]> {
  const samples = new Map<number, Sample[]>();
  for (const literal of literals) {
    for (let phase = 0; phase < width; phase++) {
      let best = phase;
      let bestScore = Number.POSITIVE_INFINITY;
      for (let at = phase; at + width <= literal.bytes.length; at += width) {
        const shared = samples.has(keyAt(literal.bytes, at)) ? 25 : 0;
        const score = frequency(literal.bytes, at, at + width) - shared;
        if (score < bestScore) {
          best = at;
          bestScore = score;
        }
      }
      const key = keyAt(literal.bytes, best);
      const bucket = samples.get(key);
      if (bucket) bucket.push({ literal, at: best });
      else samples.set(key, [{ literal, at: best }]);
    }
  }
  return samples;
}

function findAll(bytes: Buffer, tables: Tables, candidates: Int32Array, limit: number): FoundAnchor[] {
  const found: FoundAnchor[] = [];
  if (bytes.length < SHORTEST) return found;
  const start = (4 - (bytes.byteOffset & 3)) & 3;
  const count = (bytes.length - start) >>> 2;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + start, count);
  const hasPairs = tables.pairs.size > 0;
  const { wordFilter, wordShift, pairFilter } = tables;
  const blocks = Math.floor(count / WORDS_PER_BLOCK);
  for (let block = 0; block < blocks && found.length < limit; block += BLOCKS_PER_ROUND) {
    const end = Math.min(block + BLOCKS_PER_ROUND, blocks);
    const passed = hasPairs
      ? filterWordsAndPairs(words, block, end, wordFilter, wordShift, pairFilter, candidates)
      : filterWords(words, block, end, wordFilter, wordShift, candidates);
    for (let index = 0; index < passed && found.length < limit; index++) {
      const first = (candidates[index] ?? 0) * WORDS_PER_BLOCK;
      for (let index = first; index < first + WORDS_PER_BLOCK; index++) {
        confirm(bytes, start + 4 * index, (words[index] as number) | FOLD_WORD, tables, found);
      }
    }
  }
  for (let word = blocks * WORDS_PER_BLOCK; word < count && found.length < limit; word++) {
    confirm(bytes, start + 4 * word, (words[word] as number) | FOLD_WORD, tables, found);
  }
  // Aligned pairs that stand outside of the whole words: one before, one behind.
  if (start >= 2) confirmPair(bytes, start - 2, pairAt(bytes, start - 2), tables, found);
  const end = start + 4 * count;
  if (bytes.length - end >= 2) confirmPair(bytes, end, pairAt(bytes, end), tables, found);
  if (found.length > limit) found.length = limit;
  return found.sort((left, right) => left.offset - right.offset || left.length - right.length);
}

function filterWords(
  words: Int32Array,
  from: number,
  to: number,
  filter: Uint8Array,
  shift: number,
  candidates: Int32Array,
): number {
  let passed = 0;
  for (let block = from, index = from * WORDS_PER_BLOCK; block < to; block++, index += WORDS_PER_BLOCK) {
    const a = (words[index] as number) | FOLD_WORD;
    const b = (words[index + 1] as number) | FOLD_WORD;
    const c = (words[index + 2] as number) | FOLD_WORD;
    const d = (words[index + 3] as number) | FOLD_WORD;
    const seen =
      (filter[Math.imul(a, HASH) >>> shift] as number) |
      (filter[Math.imul(b, HASH) >>> shift] as number) |
      (filter[Math.imul(c, HASH) >>> shift] as number) |
      (filter[Math.imul(d, HASH) >>> shift] as number);
    if (seen !== 0) candidates[passed++] = block;
  }
  return passed;
}

function filterWordsAndPairs(
  words: Int32Array,
  from: number,
  to: number,
  filter: Uint8Array,
  shift: number,
  pairs: Uint8Array,
  candidates: Int32Array,
): number {
  let passed = 0;
  for (let block = from, index = from * WORDS_PER_BLOCK; block < to; block++, index += WORDS_PER_BLOCK) {
    const a = (words[index] as number) | FOLD_WORD;
    const b = (words[index + 1] as number) | FOLD_WORD;
    const c = (words[index + 2] as number) | FOLD_WORD;
    const d = (words[index + 3] as number) | FOLD_WORD;
    const seen =
      (filter[Math.imul(a, HASH) >>> shift] as number) |
      (filter[Math.imul(b, HASH) >>> shift] as number) |
      (filter[Math.imul(c, HASH) >>> shift] as number) |
      (filter[Math.imul(d, HASH) >>> shift] as number) |
      (pairs[a & 0xffff] as number) |
      (pairs[a >>> 16] as number) |
      (pairs[b & 0xffff] as number) |
      (pairs[b >>> 16] as number) |
      (pairs[c & 0xffff] as number) |
      (pairs[c >>> 16] as number) |
      (pairs[d & 0xffff] as number) |
      (pairs[d >>> 16] as number);
    if (seen !== 0) candidates[passed++] = block;
  }
  return passed;
}

/** Adds every literal whose sample is the folded word, or one of its two pairs, at `at`. */
function confirm(bytes: Buffer, at: number, word: number, tables: Tables, found: FoundAnchor[]): void {
  if (tables.wordFilter[Math.imul(word, HASH) >>> tables.wordShift] === 1) {
    addMatches(bytes, at, tables.words.get(word), found);
  }
  confirmPair(bytes, at, word & 0xffff, tables, found);
  confirmPair(bytes, at + 2, word >>> 16, tables, found);
}

function confirmPair(bytes: Buffer, at: number, pair: number, tables: Tables, found: FoundAnchor[]): void {
  if (tables.pairFilter[pair] === 1) addMatches(bytes, at, tables.pairs.get(pair), found);
}

function addMatches(bytes: Buffer, at: number, samples: readonly Sample[] | undefined, found: FoundAnchor[]): void {
  if (samples === undefined) return;
  for (const { literal, at: within } of samples) {
    const offset = at - within;
    if (!standsAt(bytes, offset, literal)) continue;
    found.push({ offset, length: literal.bytes.length, encoding: literal.encoding });
  }
}

function standsAt(bytes: Buffer, offset: number, literal: Literal): boolean {
  const { bytes: wanted, caseBits } = literal;
  if (offset < 0 || offset + wanted.length > bytes.length) return false;
  for (let index = 0; index < wanted.length; index++) {
    if (((bytes[offset + index] as number) | (caseBits[index] as number)) !== wanted[index]) return false;
  }
  return true;
}
