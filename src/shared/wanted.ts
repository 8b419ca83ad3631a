/** The same question as the byte search answers, asked of a string that a reader has already decoded. */
export interface WantedStrings {
  /** True if the text holds an anchor (ASCII letters of either case). */
  readonly text: (value: string) => boolean;
  /** True if the name is one of the keys (ASCII letters of either case). */
  readonly key: (name: string) => boolean;
}

/** Length of the shortest anchor there may be (compileAnchors refuses shorter ones). */
const SHORTEST = 4;
const PAIRS = 1 << 14;

/**
 * Wu-Manber with blocks of two: most strings are passed over three characters at a time. Throws if an anchor is shorter
 * than 4 characters.
 */
export function compileWanted(anchors: readonly string[], keys: readonly string[]): WantedStrings {
  const needles = [...new Set(anchors.map((anchor) => anchor.toLowerCase()))];
  const shifts = new Uint8Array(PAIRS).fill(SHORTEST - 1);
  const buckets = new Map<number, string[]>();
  for (const needle of needles) {
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
  const names = new Set(keys.map((key) => key.toLowerCase()));
  const longest = Math.max(0, ...keys.map((key) => key.length));
  return {
    text: (value) => holdsAnchor(value, shifts, buckets),
    key: (name) => name.length <= longest && names.has(name.toLowerCase()),
  };
}

/** Characters that differ only in the case bit share a pair; so may others, which the comparison tells apart. */
function pairOf(first: number, second: number): number {
  return (((first | 0x20) & 0x7f) << 7) | ((second | 0x20) & 0x7f);
}

function holdsAnchor(value: string, shifts: Uint8Array, buckets: ReadonlyMap<number, readonly string[]>): boolean {
  let end = SHORTEST - 1;
  while (end < value.length) {
    const pair = pairOf(value.charCodeAt(end - 1), value.charCodeAt(end));
    const shift = shifts[pair] as number;
    if (shift > 0) {
      end += shift;
      continue;
    }
    const start = end - SHORTEST + 1;
    if (buckets.get(pair)?.some((needle) => standsAt(value, start, needle))) return true;
    end++;
  }
  return false;
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
