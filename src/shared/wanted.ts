import { holdsMark, type Mark } from './marks.ts';

/** The same question as the byte search answers, asked of a string that a reader has already decoded. */
export interface WantedStrings {
  /** True if the text holds an anchor (ASCII letters of either case). */
  readonly text: (value: string) => boolean;
  /** True if the name is one of the keys (ASCII letters of either case). */
  readonly key: (name: string) => boolean;
}

/** Throws if an anchor is shorter than 4 characters. */
export function compileWanted(
  anchors: readonly string[],
  keys: readonly string[],
  marks: readonly Mark[] = [],
): WantedStrings {
  const { someIn } = compileNeedles(anchors);
  const names = new Set(keys.map((key) => key.toLowerCase()));
  const longest = Math.max(0, ...keys.map((key) => key.length));
  const text = (value: string) => someIn(value) || marks.some((mark) => holdsMark(value, mark));
  return { text, key: (name) => name.length <= longest && names.has(name.toLowerCase()) };
}

/** Many needles sought in one string at once. */
export interface Needles {
  /** True if the string holds one of them (ASCII letters of either case). */
  readonly someIn: (value: string) => boolean;
  /** Those that the string holds, in lower case. */
  readonly allIn: (value: string) => ReadonlySet<string>;
}

/** Length of the shortest needle there may be (compileAnchors refuses shorter ones, too). */
const SHORTEST = 4;
const PAIRS = 1 << 14;

/**
 * Wu-Manber with blocks of two: most strings are passed over three characters at a time. Throws if a needle is shorter
 * than 4 characters.
 */
export function compileNeedles(needles: readonly string[]): Needles {
  const shifts = new Uint8Array(PAIRS).fill(SHORTEST - 1);
  const buckets = new Map<number, string[]>();
  for (const needle of new Set(needles.map((needle) => needle.toLowerCase()))) {
    if (needle.length < SHORTEST) throw new Error(`anchor must be ${SHORTEST} or more characters: ${needle}`);
    for (let end = 1; end < SHORTEST; end++) {
      const pair = pairOf(needle.charCodeAt(end - 1), needle.charCodeAt(end));
      shifts[pair] = Math.min(shifts[pair] ?? 0, SHORTEST - 1 - end);
      if (end < SHORTEST - 1) continue;
      const bucket = buckets.get(pair);
      if (bucket) bucket.push(needle);
      else buckets.set(pair, [needle]);
    }
  }
  return {
    someIn: (value) => {
      for (let end = nextEnd(value, SHORTEST - 1, shifts); end < value.length; end = nextEnd(value, end + 1, shifts)) {
        if (candidates(value, end, buckets).some((needle) => standsAt(value, end - SHORTEST + 1, needle))) return true;
      }
      return false;
    },
    allIn: (value) => {
      const found = new Set<string>();
      for (let end = nextEnd(value, SHORTEST - 1, shifts); end < value.length; end = nextEnd(value, end + 1, shifts)) {
        for (const needle of candidates(value, end, buckets)) {
          if (standsAt(value, end - SHORTEST + 1, needle)) found.add(needle);
        }
      }
      return found;
    },
  };
}

/** Characters that differ only in the case bit share a pair; so may others, which the comparison tells apart. */
function pairOf(first: number, second: number): number {
  return (((first | 0x20) & 0x7f) << 7) | ((second | 0x20) & 0x7f);
}

/** The next place, from `end` on, where the fourth character of a needle may be. */
function nextEnd(value: string, end: number, shifts: Uint8Array): number {
  let at = end;
  while (at < value.length) {
    const shift = shifts[pairOf(value.charCodeAt(at - 1), value.charCodeAt(at))] as number;
    if (shift === 0) return at;
    at += shift;
  }
  return at;
}

const NONE: readonly string[] = [];

function candidates(value: string, end: number, buckets: ReadonlyMap<number, readonly string[]>): readonly string[] {
  return buckets.get(pairOf(value.charCodeAt(end - 1), value.charCodeAt(end))) ?? NONE;
}

function standsAt(value: string, start: number, needle: string): boolean {
  if (start + needle.length > value.length) return false;
  for (let index = 0; index < needle.length; index++) {
    const code = value.charCodeAt(start + index);
    const lower = code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
    if (lower !== needle.charCodeAt(index)) return false;
  }
  return true;
}
