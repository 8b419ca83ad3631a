/**
 * The one search for all anchors, over bytes. A literal is found as 8-bit text and as UTF-16LE; case of ASCII letters is
 * ignored unless the literal is asked for as it is written.
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

/** A literal as it stands in the bytes; where case is ignored in lower case, with the bit that makes each letter so. */
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

/**
 * The words or pairs that are looked for, by open addressing, and what holds each. In typed arrays, since one block in
 * twelve comes here: with objects, looking again took three times as long as the filter.
 */
interface Lookup {
  readonly shift: number;
  readonly keys: Int32Array;
  /** Index of a slot's first sample plus 1; 0 where the slot is empty. */
  readonly firsts: Int32Array;
  /** How many samples a slot has. */
  readonly counts: Int32Array;
  readonly literals: readonly Literal[];
  /** Where in its literal a sample stands. */
  readonly places: Int32Array;
  /**
   * The rarest byte of each sample's literal that is not in the sample, from the sample on, with its case bit: most words
   * that are no anchor are told by it.
   */
  readonly guards: Int32Array;
  readonly guardBits: Uint8Array;
  readonly guardBytes: Uint8Array;
}

interface Tables {
  /** 1 where the hash of a wanted folded word falls. */
  readonly wordFilter: Uint8Array;
  readonly wordShift: number;
  readonly words: Lookup;
  /** 1 for each wanted pair, in every spelling; indexed by the pair itself. */
  readonly pairFilter: Uint8Array;
  readonly hasPairs: boolean;
  readonly pairs: Lookup;
}

const FOLD_WORD = 0x20202020;
const HASH = 0x9e3779b1 | 0;
/** Bytes that a literal needs to hold a whole aligned word at every alignment. */
const WORD_LENGTH = 7;
const SHORTEST = 4;
const WORDS_PER_BLOCK = 4;
const BLOCKS_PER_ROUND = 2_048;

/** Those in `exact` are found only as they are written. Throws if an anchor is shorter than 4 bytes or not ASCII. */
export function compileAnchors(anchors: readonly string[], exact: readonly string[] = []): AnchorSearch {
  const folded = new Set(anchors.map((anchor) => checked(anchor).toLowerCase()));
  const literals = [
    ...Array.from(folded, (anchor) => ({ text: anchor, foldsCase: true })),
    ...Array.from(new Set(exact), (anchor) => ({ text: checked(anchor), foldsCase: false })),
  ].flatMap(({ text, foldsCase }) => [literalOf(text, 'latin1', foldsCase), literalOf(text, 'utf16le', foldsCase)]);
  const tables = tablesOf(literals);
  const candidates = new Int32Array(BLOCKS_PER_ROUND);
  warmUp(literals, tables, candidates);
  return {
    longest: Math.max(0, ...literals.map((literal) => literal.bytes.length)),
    find: (bytes, limit = 100_000) => findAll(bytes, tables, candidates, limit),
  };
}

const WARM_LITERALS = 64;

/**
 * Lets V8 see every branch of the search before it optimises the loops. Else it compiles them for bytes that hold nothing,
 * and throws that away at the first hit, again and again: as much work as the search itself in a short scan.
 */
function warmUp(literals: readonly Literal[], tables: Tables, candidates: Int32Array): void {
  const some = literals.filter((_, index) => index % Math.ceil(literals.length / WARM_LITERALS) === 0);
  const bytes = Buffer.concat(some.flatMap((literal, index) => [Buffer.alloc(16 + (index & 3)), literal.bytes]));
  for (let from = 0; from < 4; from++) findAll(bytes.subarray(from), tables, candidates, 100_000);
}

function checked(anchor: string): string {
  if (!/^[\x20-\x7e]{4,}$/.test(anchor)) throw new Error(`anchor must be 4 or more ASCII characters: ${anchor}`);
  return anchor;
}

function literalOf(text: string, encoding: FoundAnchor['encoding'], foldsCase: boolean): Literal {
  const bytes = new Uint8Array(Buffer.from(text, encoding));
  const caseBits = bytes.map((byte) => (foldsCase && byte >= 0x61 && byte <= 0x7a ? 0x20 : 0));
  return { bytes, caseBits, encoding };
}

/**
 * What native libraries, dex files and JavaScript are full of, as counted in some 100 MB of them: bytes with bit 0x20 set,
 * the most frequent first, and the most frequent pairs. A sample seen there would let half of all blocks through.
 */
const FREQUENT = '\0 eta!rnio0"slh*c1u/dpm$(#,)f.2%b\':g&3}=y{_8;4v`7-|wkxq9?+5z6<j>~';
const COMMON_PAIRS = [
  'erinonretiatorthalarlestenntiocoesserajsmencsetourlinespecdendnetaisitedtrrichelasicovanrtitilolhisicaoffaceameaaslllasulssi',
  'ndtaulloarimommrceixetxtrthitoioenisteutanleadpacuumoporiglaprpoodirppexsttuusfumpelolacmaabnadeifhorosssactmiirtylyetaidiag',
  '::// ("),: = -);", ()e(t(e.e:t.t,e,l.l/s/s:s.m/a/=="0001121021233234AOpMzZHSAEOCoAdStInQRefLoNSPrPaLiAVBuTAAEEARAT',
].join('');
/** What one byte adds to the expected frequency of a sample. */
const WEIGHTS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const rank = FREQUENT.indexOf(String.fromCharCode(byte));
  return rank === -1 ? 0 : FREQUENT.length - rank;
});
const COMMON_BYTES = Buffer.from(COMMON_PAIRS, 'latin1');
const COMMON = new Set(Array.from(COMMON_BYTES, (_, index) => pairAt(COMMON_BYTES, index)));
const COMMON_WEIGHT = 100;
const SMALL_NUMBER_WEIGHT = 150;
/** What a sample may be more frequent than another if it is looked for anyway. */
const SHARED_WEIGHT = 25;

/** How often the bytes are to be expected, 0 the rarest. */
function frequency(bytes: Uint8Array, from: number, to: number): number {
  let weight = 0;
  let characters = 0;
  let pair = 0;
  let small = false;
  for (let index = from; index < to; index++) {
    const byte = bytes[index] as number;
    weight += WEIGHTS[byte] as number;
    if (byte === 0) continue;
    pair = (pair >>> 8) | (byte << 8);
    small ||= byte < 0x40;
    characters++;
  }
  if (characters !== 2) return weight;
  // With bit 0x20 set, the digits and signs of UTF-16 look like the small numbers that binaries are full of.
  if (small && to - from === 4) weight += SMALL_NUMBER_WEIGHT;
  return COMMON.has(pair) ? weight + COMMON_WEIGHT : weight;
}

function tablesOf(literals: readonly Literal[]): Tables {
  const words = samplesOf(
    literals.filter((literal) => literal.bytes.length >= WORD_LENGTH),
    4,
    (bytes, at) => wordAt(bytes, at) | FOLD_WORD,
    ({ bytes }, at) => [wordAt(bytes, at) | FOLD_WORD],
  );
  const pairs = samplesOf(
    literals.filter((literal) => literal.bytes.length < WORD_LENGTH),
    2,
    pairAt,
    spellingsAt,
  );
  const bits = words.size > 1000 ? 18 : 16;
  const wordShift = 32 - bits;
  const wordFilter = new Uint8Array(1 << bits);
  for (const word of words.keys()) wordFilter[Math.imul(word, HASH) >>> wordShift] = 1;
  const pairFilter = new Uint8Array(1 << 16);
  for (const pair of pairs.keys()) pairFilter[pair] = 1;
  return {
    wordFilter,
    wordShift,
    words: lookupOf(words, 4),
    pairFilter,
    hasPairs: pairs.size > 0,
    pairs: lookupOf(pairs, 2),
  };
}

/** Slots for each key: few of them meet another key. */
const ROOM = 4;

function lookupOf(samples: ReadonlyMap<number, readonly Sample[]>, width: 2 | 4): Lookup {
  const bits = Math.ceil(Math.log2(ROOM * Math.max(1, samples.size)));
  let total = 0;
  for (const ofKey of samples.values()) total += ofKey.length;
  const literals: Literal[] = [];
  const lookup: Lookup = {
    shift: 32 - bits,
    keys: new Int32Array(1 << bits),
    firsts: new Int32Array(1 << bits),
    counts: new Int32Array(1 << bits),
    literals,
    places: new Int32Array(total),
    guards: new Int32Array(total),
    guardBits: new Uint8Array(total),
    guardBytes: new Uint8Array(total),
  };
  for (const [key, ofKey] of samples) {
    const slot = slotOf(lookup, key);
    lookup.keys[slot] = key;
    lookup.firsts[slot] = literals.length + 1;
    lookup.counts[slot] = ofKey.length;
    for (const sample of ofKey) {
      const guard = guardOf(sample, width);
      lookup.places[literals.length] = sample.at;
      lookup.guards[literals.length] = guard - sample.at;
      lookup.guardBits[literals.length] = sample.literal.caseBits[guard] as number;
      lookup.guardBytes[literals.length] = sample.literal.bytes[guard] as number;
      literals.push(sample.literal);
    }
  }
  return lookup;
}

/** The slot that holds the key, or the empty one where it belongs. */
function slotOf({ keys, firsts, shift }: Lookup, key: number): number {
  let slot = Math.imul(key, HASH) >>> shift;
  while (firsts[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (keys.length - 1);
  return slot;
}

/** Where in its literal the rarest byte beside the sample stands; every literal is longer than its samples. */
function guardOf({ literal: { bytes }, at }: Sample, width: 2 | 4): number {
  let best = at === 0 ? width : 0;
  let least = WEIGHTS[bytes[best] as number] as number;
  for (let index = 0; index < bytes.length; index++) {
    const weight = WEIGHTS[bytes[index] as number] as number;
    if (weight >= least || (index >= at && index < at + width)) continue;
    best = index;
    least = weight;
  }
  return best;
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}

function pairAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

/** The pair at a place of a literal, in either case of each of its letters where case is ignored. */
function spellingsAt({ bytes, caseBits }: Literal, at: number): number[] {
  const pair = pairAt(bytes, at);
  const first = caseBits[at] ?? 0;
  const second = (caseBits[at + 1] ?? 0) << 8;
  return [...new Set([pair, pair ^ first, pair ^ second, pair ^ first ^ second])];
}

/**
 * For each literal and each alignment the sample of `width` bytes to look for: one that another literal needs anyway,
 * if it is not a common one, else the rarest.
 */
function samplesOf(
  literals: readonly Literal[],
  width: 2 | 4,
  keyAt: (bytes: Uint8Array, at: number) => number,
  spellings: (literal: Literal, at: number) => readonly number[],
): Map<number, Sample[]> {
  const samples = new Map<number, Sample[]>();
  for (const literal of literals) {
    for (let phase = 0; phase < width; phase++) {
      let best = phase;
      let bestScore = Number.POSITIVE_INFINITY;
      for (let at = phase; at + width <= literal.bytes.length; at += width) {
        const weight = frequency(literal.bytes, at, at + width);
        if (weight - SHARED_WEIGHT >= bestScore) continue;
        const score = samples.has(keyAt(literal.bytes, at)) ? weight - SHARED_WEIGHT : weight;
        if (score < bestScore) {
          best = at;
          bestScore = score;
        }
      }
      for (const key of spellings(literal, best)) {
        const sample = { literal, at: best };
        const ofKey = samples.get(key);
        if (ofKey) ofKey.push(sample);
        else samples.set(key, [sample]);
      }
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
  const { wordFilter, wordShift, pairFilter, hasPairs } = tables;
  const blocks = Math.floor(count / WORDS_PER_BLOCK);
  for (let block = 0; block < blocks && found.length < limit; block += BLOCKS_PER_ROUND) {
    const end = Math.min(block + BLOCKS_PER_ROUND, blocks);
    const passed = hasPairs
      ? filterWordsAndPairs(words, block, end, wordFilter, wordShift, pairFilter, candidates)
      : filterWords(words, block, end, wordFilter, wordShift, candidates);
    for (let index = 0; index < passed && found.length < limit; index++) {
      const word = (candidates[index] as number) * WORDS_PER_BLOCK;
      confirmWords(bytes, start, words, word, word + WORDS_PER_BLOCK, tables, found);
    }
  }
  confirmWords(bytes, start, words, blocks * WORDS_PER_BLOCK, count, tables, found);
  // Aligned pairs that stand outside of the whole words: one before, one behind.
  const end = start + 4 * count;
  for (const at of [start - 2, end]) {
    if (at >= 0 && at + 2 <= bytes.length) addMatches(bytes, at, pairAt(bytes, at), tables.pairs, found);
  }
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
    const a = words[index] as number;
    const b = words[index + 1] as number;
    const c = words[index + 2] as number;
    const d = words[index + 3] as number;
    const seen =
      (filter[Math.imul(a | FOLD_WORD, HASH) >>> shift] as number) |
      (filter[Math.imul(b | FOLD_WORD, HASH) >>> shift] as number) |
      (filter[Math.imul(c | FOLD_WORD, HASH) >>> shift] as number) |
      (filter[Math.imul(d | FOLD_WORD, HASH) >>> shift] as number) |
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

/** Looks at what passed the filter once more, word by word, and compares in full what its samples are of. */
function confirmWords(
  bytes: Buffer,
  start: number,
  words: Int32Array,
  from: number,
  to: number,
  tables: Tables,
  found: FoundAnchor[],
): void {
  const { wordFilter, wordShift, pairFilter } = tables;
  for (let index = from; index < to; index++) {
    const word = words[index] as number;
    const folded = word | FOLD_WORD;
    const at = start + 4 * index;
    if (wordFilter[Math.imul(folded, HASH) >>> wordShift] !== 0) addMatches(bytes, at, folded, tables.words, found);
    if (pairFilter[word & 0xffff] !== 0) addMatches(bytes, at, word & 0xffff, tables.pairs, found);
    if (pairFilter[word >>> 16] !== 0) addMatches(bytes, at + 2, word >>> 16, tables.pairs, found);
  }
}

function addMatches(bytes: Buffer, at: number, key: number, lookup: Lookup, found: FoundAnchor[]): void {
  const { firsts, counts, guards, guardBits, guardBytes } = lookup;
  const slot = slotOf(lookup, key);
  const first = (firsts[slot] as number) - 1;
  const end = first + (counts[slot] as number);
  for (let index = first; index < end; index++) {
    const guard = at + (guards[index] as number);
    if (guard < 0 || guard >= bytes.length) continue;
    if (((bytes[guard] as number) | (guardBits[index] as number)) === guardBytes[index]) {
      addSample(bytes, at, lookup, index, found);
    }
  }
}

function addSample(bytes: Buffer, at: number, { literals, places }: Lookup, index: number, found: FoundAnchor[]): void {
  const literal = literals[index] as Literal;
  const offset = at - (places[index] as number);
  if (!standsAt(bytes, offset, literal)) return;
  found.push({ offset, length: literal.bytes.length, encoding: literal.encoding });
}

function standsAt(bytes: Buffer, offset: number, literal: Literal): boolean {
  const { bytes: wanted, caseBits } = literal;
  if (offset < 0 || offset + wanted.length > bytes.length) return false;
  for (let index = 0; index < wanted.length; index++) {
    if (((bytes[offset + index] as number) | (caseBits[index] as number)) !== wanted[index]) return false;
  }
  return true;
}
