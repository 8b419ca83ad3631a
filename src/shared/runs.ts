/**
 * The string around a hit, for bytes without structure of their own: C-string sections, raw pages, unknown formats.
 * Works on any bytes; at most `reach` bytes are looked at on either side of a hit.
 */

/** Where an anchor was seen: byte offset, bytes, encoding. A `Hit` of the formats is one. */
export interface Spot {
  readonly offset: number;
  readonly length: number;
  readonly encoding: 'latin1' | 'utf16le';
}

export interface Run {
  readonly value: string;
  /** Byte offset of its first character in the bytes that were given. */
  readonly offset: number;
  /** Byte offset behind its last character. */
  readonly end: number;
  readonly encoding: 'utf8' | 'utf16le';
}

export interface RunOptions {
  /** Bounds in bytes that no run crosses; the whole buffer by default. */
  readonly start?: number;
  readonly end?: number;
  /** Bytes on either side of a hit, 2,048 by default: a longer run is cut there. */
  readonly reach?: number;
  /**
   * What ends a run. `control` (the default): whatever is not text, that is control characters other than tab, LF, CR,
   * bytes that are not UTF-8, in UTF-16 units beyond the Latin blocks (which is how foreign bytes look). `nul`: only NUL.
   */
  readonly delimiter?: 'control' | 'nul';
}

const DEFAULT_REACH = 2_048;

/** The run around each hit, ascending by hit; a run that holds several hits comes once. Hits must be ascending. */
export function* runsAround(
  bytes: Buffer,
  hits: Iterable<Spot>,
  options: RunOptions = {},
): Generator<Run, void, undefined> {
  const start = Math.max(0, options.start ?? 0);
  const end = Math.min(bytes.length, options.end ?? bytes.length);
  const reach = options.reach ?? DEFAULT_REACH;
  const delimiter = options.delimiter ?? 'control';
  const covered = { latin1: start, utf16le: start };
  const given = { latin1: -1, utf16le: -1 };
  for (const hit of hits) {
    const hitEnd = hit.offset + hit.length;
    if (hit.offset < start || hitEnd > end || hitEnd <= covered[hit.encoding]) continue;
    const low = Math.max(start, hit.offset - reach);
    const high = Math.min(end, hitEnd + reach);
    const encoding = hit.encoding === 'utf16le' ? 'utf16le' : 'utf8';
    const edges = EDGES[encoding][delimiter];
    const from = edges.start(bytes, hit.offset, low);
    const to = edges.end(bytes, hitEnd, high);
    // Behind a cut, a hit near the edge gets a window of its own: what follows its anchor is part of the name.
    covered[hit.encoding] = to === high && high < end ? to - (reach >>> 1) : to;
    if (to <= given[hit.encoding]) continue;
    given[hit.encoding] = to;
    yield { value: bytes.toString(encoding, from, to), offset: from, end: to, encoding };
  }
}

/** Strings shorter than this are noise where only control bytes part them. */
const SHORTEST_TEXT = 4;
const SHORTEST_LITERAL = 2;
const DEFAULT_NEIGHBOURS = 64;

/**
 * The strings beside a run, of its encoding, nearest first, at most `limit` (64), none further than `reach` bytes away.
 * The run itself is not among them.
 */
export function stringsNear(
  bytes: Buffer,
  run: Omit<Run, 'value'>,
  options: RunOptions & { limit?: number } = {},
): Run[] {
  const limit = options.limit ?? DEFAULT_NEIGHBOURS;
  const reach = options.reach ?? DEFAULT_REACH;
  const low = Math.max(0, options.start ?? 0, run.offset - reach);
  const high = Math.min(bytes.length, options.end ?? bytes.length, run.end + reach);
  const step = run.encoding === 'utf16le' ? 2 : 1;
  const edges = EDGES[run.encoding][options.delimiter ?? 'control'];
  const shortest = step * (options.delimiter === 'nul' ? SHORTEST_LITERAL : SHORTEST_TEXT);
  const found: { run: Run; distance: number }[] = [];
  const add = (from: number, to: number, distance: number) => {
    if (to - from < shortest) return;
    const value = bytes.toString(run.encoding, from, to);
    found.push({ run: { value, offset: from, end: to, encoding: run.encoding }, distance });
  };
  for (let at = run.end; at < high && found.length < limit; ) {
    const to = edges.end(bytes, at, high);
    add(at, to, at - run.end);
    at = to + step;
  }
  const after = found.length;
  for (let at = run.offset; at > low && found.length < after + limit; ) {
    const from = edges.start(bytes, at, low);
    add(from, at, run.offset - at);
    at = from - step;
  }
  return found
    .sort((left, right) => left.distance - right.distance)
    .slice(0, limit)
    .map(({ run: neighbour }) => neighbour);
}

/** The hits that lie wholly in [start, end), by binary search. */
export function hitsWithin<T extends Spot>(hits: readonly T[], start: number, end: number): T[] {
  const found: T[] = [];
  for (let index = firstAtOrAfter(hits, start); index < hits.length; index += 1) {
    const hit = hits[index];
    if (hit === undefined || hit.offset >= end) break;
    if (hit.offset + hit.length <= end) found.push(hit);
  }
  return found;
}

/** Index of the first hit whose offset is not below `offset`. */
function firstAtOrAfter(hits: readonly Spot[], offset: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hits[middle]?.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How far a run reaches from a place within it: back, not below `low`; on, not beyond `high`. */
interface Edges {
  readonly start: (bytes: Buffer, at: number, low: number) => number;
  readonly end: (bytes: Buffer, at: number, high: number) => number;
}

const textBytes: Edges = {
  start: (bytes, at, low) => {
    let from = at;
    while (from > low) {
      const length = isTextByte(bytes[from - 1] as number) ? 1 : characterBefore(bytes, from, low);
      if (length === 0) break;
      from -= length;
    }
    return from;
  },
  end: (bytes, at, high) => {
    let to = at;
    while (to < high) {
      const length = isTextByte(bytes[to] as number) ? 1 : characterAt(bytes, to, high);
      if (length === 0) break;
      to += length;
    }
    return to;
  },
};

const nulBytes: Edges = {
  start: (bytes, at, low) => {
    let from = at;
    while (from > low && bytes[from - 1] !== 0) from -= 1;
    return from;
  },
  end: (bytes, at, high) => {
    let to = at;
    while (to < high && bytes[to] !== 0) to += 1;
    return to;
  },
};

const textUnits = unitEdges(isTextUnit);
const nulUnits = unitEdges((unit) => unit !== 0);

function unitEdges(continues: (unit: number) => boolean): Edges {
  return {
    start: (bytes, at, low) => {
      let from = at;
      while (from - 2 >= low && continues(bytes.readUInt16LE(from - 2))) from -= 2;
      return from;
    },
    end: (bytes, at, high) => {
      let to = at;
      while (to + 2 <= high && continues(bytes.readUInt16LE(to))) to += 2;
      return to;
    },
  };
}

const EDGES = {
  utf8: { control: textBytes, nul: nulBytes },
  utf16le: { control: textUnits, nul: nulUnits },
} as const;

/** Printable ASCII, tab, LF or CR. */
export function isTextByte(byte: number): boolean {
  return (byte >= 0x20 && byte <= 0x7e) || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** Latin blocks up to U+024F. Beyond them a unit is more often two foreign bytes than a letter beside a host name. */
function isTextUnit(unit: number): boolean {
  return unit < 0x80 ? isTextByte(unit) : unit >= 0xa0 && unit < 0x250;
}

/** Bytes of the character that starts at `at`, 0 if none of text does (RFC 3629, section 4). */
function characterAt(bytes: Buffer, at: number, high: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return isTextByte(lead) ? 1 : 0;
  const length = sequenceLength(lead);
  if (length === 0 || at + length > high) return 0;
  const second = bytes[at + 1] ?? 0;
  if (second < lowestSecond(lead) || second > highestSecond(lead)) return 0;
  for (let index = 2; index < length; index += 1) if (!isContinuation(bytes[at + index] ?? 0)) return 0;
  return length;
}

/** Bytes of the character that ends right before `at`. */
function characterBefore(bytes: Buffer, at: number, low: number): number {
  let lead = at - 1;
  while (lead > low && at - lead < 4 && isContinuation(bytes[lead] ?? 0)) lead -= 1;
  const length = characterAt(bytes, lead, at);
  return length === at - lead ? length : 0;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

function lowestSecond(lead: number): number {
  if (lead === 0xe0) return 0xa0;
  return lead === 0xf0 ? 0x90 : 0x80;
}

function highestSecond(lead: number): number {
  if (lead === 0xed) return 0x9f;
  return lead === 0xf4 ? 0x8f : 0xbf;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
