import { plainOf } from './escapes.ts';
import { holdsMark, type Mark } from './marks.ts';

/** The same question as the byte search answers, asked of a string that a reader has already decoded. */
export interface WantedStrings {
  /** True if the text holds an anchor (ASCII letters of either case). */
  readonly text: (value: string) => boolean;
  /** True if the name is one of the keys (ASCII letters of either case). */
  readonly key: (name: string) => boolean;
}

/** Texts that hold one of the anchors, given as needles, or one of the marks; as they are, or without their escapes. */
export function compileWanted(
  { someIn }: Pick<Needles, 'someIn'>,
  keys: readonly string[],
  marks: readonly Mark[] = [],
): WantedStrings {
  const names = new Set(keys.map((key) => key.toLowerCase()));
  const longest = Math.max(0, ...keys.map((key) => key.length));
  const holds = (value: string) => someIn(value) || marks.some((mark) => holdsMark(value, mark));
  const text = (value: string) => {
    if (holds(value)) return true;
    const plain = plainOf(value);
    return plain !== undefined && holds(plain);
  };
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
 * Wu-Manber with blocks of two: most strings are passed over three characters at a time. What passes is looked up by all
 * four characters, since two thirds of the needles share a few beginnings (`react_app_`, `expo_public_`) whose pairs stand
 * in every text. Throws if a needle is shorter than 4 characters.
 */
export function compileNeedles(needles: readonly string[]): Needles {
  const shifts = new Uint8Array(PAIRS).fill(SHORTEST - 1);
  const byStart = new Map<number, string[]>();
  for (const needle of new Set(needles.map((needle) => needle.toLowerCase()))) {
    if (needle.length < SHORTEST) throw new Error(`anchor must be ${SHORTEST} or more characters: ${needle}`);
    for (let end = 1; end < SHORTEST; end++) {
      const pair = pairOf(needle.charCodeAt(end - 1), needle.charCodeAt(end));
      shifts[pair] = Math.min(shifts[pair] as number, SHORTEST - 1 - end);
    }
    const start = startOf(needle, 0);
    const others = byStart.get(start);
    if (others) others.push(needle);
    else byStart.set(start, [needle]);
  }
  const tables = { shifts, byStart };
  return {
    someIn: (value) => {
      for (let at = nextStart(value, 0, tables); at < value.length; at = nextStart(value, at + 1, tables)) {
        for (const needle of candidates(value, at, tables)) if (standsAt(value, at, needle)) return true;
      }
      return false;
    },
    allIn: (value) => {
      const found = new Set<string>();
      for (let at = nextStart(value, 0, tables); at < value.length; at = nextStart(value, at + 1, tables)) {
        for (const needle of candidates(value, at, tables)) if (standsAt(value, at, needle)) found.add(needle);
      }
      return found;
    },
  };
}

interface Tables {
  readonly shifts: Uint8Array;
  /** Needles by their first four characters. */
  readonly byStart: ReadonlyMap<number, readonly string[]>;
}

/** Characters that differ only in the case bit share a pair; so may others, which the comparison tells apart. */
function pairOf(first: number, second: number): number {
  return (((first | 0x20) & 0x7f) << 7) | ((second | 0x20) & 0x7f);
}

function startOf(value: string, at: number): number {
  const first = pairOf(value.charCodeAt(at), value.charCodeAt(at + 1));
  return (first << 14) | pairOf(value.charCodeAt(at + 2), value.charCodeAt(at + 3));
}

/** The next place, from `from` on, where four characters stand with which a needle begins; the length if there is none. */
function nextStart(value: string, from: number, { shifts, byStart }: Tables): number {
  let end = from + SHORTEST - 1;
  while (end < value.length) {
    const pair = pairOf(value.charCodeAt(end - 1), value.charCodeAt(end));
    const shift = shifts[pair] as number;
    if (shift > 0) {
      end += shift;
      continue;
    }
    const before = pairOf(value.charCodeAt(end - 3), value.charCodeAt(end - 2));
    if (byStart.has((before << 14) | pair)) return end - SHORTEST + 1;
    end += 1;
  }
  return value.length;
}

const NONE: readonly string[] = [];

function candidates(value: string, at: number, { byStart }: Tables): readonly string[] {
  return byStart.get(startOf(value, at)) ?? NONE;
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
