/**
 * The one search for all anchors, over bytes. Case of ASCII letters is ignored; a literal is found as 8-bit text and as
 * UTF-16LE.
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

/** Throws if an anchor is shorter than 4 bytes or not ASCII. */
export function compileAnchors(anchors: readonly string[]): AnchorSearch {
  const needles = anchors.map((anchor) => {
    if (!/^[\x20-\x7e]{4,}$/.test(anchor)) throw new Error(`anchor must be 4 or more ASCII characters: ${anchor}`);
    return anchor.toLowerCase();
  });
  const longest = 2 * Math.max(0, ...needles.map((needle) => needle.length));
  return { longest, find: (bytes, limit = 100_000) => findAll(bytes, needles, limit) };
}

function findAll(bytes: Buffer, needles: readonly string[], limit: number): FoundAnchor[] {
  const folded = bytes.toString('latin1').toLowerCase();
  const found: FoundAnchor[] = [];
  for (const needle of needles) {
    for (const [encoding, literal] of [
      ['latin1', needle],
      ['utf16le', Array.from(needle, (character) => `${character}\0`).join('')],
    ] as const) {
      let offset = folded.indexOf(literal);
      while (offset !== -1 && found.length < limit) {
        found.push({ offset, length: literal.length, encoding });
        offset = folded.indexOf(literal, offset + 1);
      }
    }
  }
  return found.sort((left, right) => left.offset - right.offset);
}
