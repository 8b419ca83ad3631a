import { createMatcher, type Matcher, MOST_FOUND, PIECE } from './filter/matcher.ts';
import { compileTables, type Tables } from './filter/tables.ts';
import { CONTEXT_LENGTH, type Context, type Mark } from './marks.ts';

/**
 * The one search for all anchors, over bytes. A literal is found as 8-bit text and as UTF-16LE; case of ASCII letters is
 * ignored unless the literal is asked for as it is written.
 *
 * It samples: a literal of 7 or more characters holds four that are an aligned word of 32 bits (in UTF-16 of 64) wherever it
 * begins, so for each of the four alignments one such word of it, the rarest, is looked for. Of a shorter literal four bytes
 * are looked for at every place. What passes that filter is compared in full.
 */
export interface FoundAnchor {
  readonly offset: number;
  readonly length: number;
  readonly encoding: 'latin1' | 'utf16le';
}

export interface AnchorSearch {
  /** Every place of every anchor, ascending; at most `limit`, which 100,000 is the most of, then it stops. */
  readonly find: (bytes: Buffer, limit?: number) => FoundAnchor[];
  /** Longest anchor in bytes, UTF-16 included: how much of a chunk has to be carried over to the next. */
  readonly longest: number;
}

/**
 * Those in `exact` are found only as they are written. Throws if an anchor is shorter than 4 bytes, or one with a context
 * than 3, or not ASCII.
 */
export function compileAnchors(anchors: readonly string[], exact: readonly (string | Mark)[] = []): AnchorSearch {
  return searchWith(compileTables(anchors, exact));
}

export function searchWith(tables: Tables): AnchorSearch {
  const longest = tables.lengths.reduce((most, length) => Math.max(most, length), 0);
  const matcher = createMatcher(tables);
  return { longest: 2 * longest, find: (bytes, limit = MOST_FOUND) => findAll(bytes, matcher, tables, limit) };
}

function findAll(bytes: Buffer, matcher: Matcher, { lengths, contexts }: Tables, limit: number): FoundAnchor[] {
  const hits: FoundAnchor[] = [];
  const { found } = matcher;
  for (let from = 0; from < bytes.length && hits.length < limit; from += PIECE) {
    const count = 2 * matcher.run(bytes, from);
    for (let index = 0; index < count && hits.length < limit; index += 2) {
      const offset = from + (found[index] as number);
      const which = found[index + 1] as number;
      const literal = which >>> 1;
      const step = (which & 1) === 0 ? 1 : 2;
      if (!isInContext(bytes, offset, step, contexts.get(literal))) continue;
      const length = step * (lengths[literal] as number);
      hits.push({ offset, length, encoding: step === 1 ? 'latin1' : 'utf16le' });
    }
  }
  return hits.sort((left, right) => left.offset - right.offset || left.length - right.length);
}

function isInContext(bytes: Buffer, offset: number, step: 1 | 2, context: Context | undefined): boolean {
  if (context === undefined) return true;
  const start = offset - step * context.before;
  const encoding = step === 1 ? 'latin1' : 'utf16le';
  return start >= 0 && context.pattern.test(bytes.toString(encoding, start, start + step * CONTEXT_LENGTH));
}
