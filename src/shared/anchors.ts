import { LONGEST_ESCAPE, unescaped } from './escapes.ts';
import { createMatcher, type Matcher, MOST_FOUND, PIECE } from './filter/matcher.ts';
import { compileTables, type Tables } from './filter/tables.ts';
import { CONTEXT_LENGTH, type Context, type Mark } from './marks.ts';

/**
 * The one search for all anchors, over bytes. A literal is found as 8-bit text and as UTF-16LE, if that is asked for also where any of
 * its characters are written as escapes; case of ASCII letters is ignored unless the literal is asked for as it is written.
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
  /** Longest anchor in bytes, UTF-16 and escapes included: how much of a chunk has to be carried over to the next. */
  readonly longest: number;
}

/**
 * Those in `exact` are found only as they are written. Where one of `escapes` stands (escapes.ts), characters may be escapes. Throws if an anchor is shorter than 4 bytes, or one with a context
 * than 3, or not ASCII.
 */
export function compileAnchors(
  anchors: readonly string[],
  exact: readonly (string | Mark)[] = [],
  escapes: readonly string[] = [],
): AnchorSearch {
  return searchWith(compileTables(anchors, exact, escapes));
}

export function searchWith(tables: Tables): AnchorSearch {
  const matcher = createMatcher(tables);
  const { lengths, firstEscape } = tables;
  const longest = lengths.subarray(0, firstEscape).reduce((most, length) => Math.max(most, length), 0);
  return {
    longest: 2 * longest * (firstEscape < lengths.length ? LONGEST_ESCAPE : 1),
    find: (bytes, limit = MOST_FOUND) => {
      const stretches = stretchesOf(Math.max(longest, CONTEXT_LENGTH));
      const hits = findPlain(bytes, matcher, tables, limit, stretches.add);
      const plain = hits.length;
      for (const stretch of stretches.all()) {
        for (const hit of findEscaped(bytes, stretch, (inner) => findPlain(inner, matcher, tables, limit))) {
          if (hits.length < limit) hits.push(hit);
        }
      }
      return hits.length === plain ? hits : hits.sort(byPlace);
    },
  };
}

function byPlace(left: FoundAnchor, right: FoundAnchor): number {
  return left.offset - right.offset || left.length - right.length;
}

/** The anchors as they are written; `onEscape` is told where escapes stand, nearly in their order. */
function findPlain(
  bytes: Buffer,
  matcher: Matcher,
  { lengths, contexts, firstEscape }: Tables,
  limit: number,
  onEscape?: (offset: number, step: 1 | 2) => void,
): FoundAnchor[] {
  const hits: FoundAnchor[] = [];
  const { found } = matcher;
  for (let from = 0; from < bytes.length && hits.length < limit; from += PIECE) {
    const count = 2 * matcher.run(bytes, from);
    for (let index = 0; index < count && hits.length < limit; index += 2) {
      const offset = from + (found[index] as number);
      const which = found[index + 1] as number;
      const literal = which >>> 1;
      const step = (which & 1) === 0 ? 1 : 2;
      if (literal >= firstEscape) {
        onEscape?.(offset, step);
        continue;
      }
      if (!isInContext(bytes, offset, step, contexts.get(literal))) continue;
      const length = step * (lengths[literal] as number);
      hits.push({ offset, length, encoding: step === 1 ? 'latin1' : 'utf16le' });
    }
  }
  return hits.sort(byPlace);
}

/*
 * Anchors of which characters are written as escapes: where escapes stand, the search looks at the text without them.
 */

/** Where escapes stand near each other, with room on both sides for an anchor that holds one. */
interface Stretch {
  readonly step: 1 | 2;
  start: number;
  end: number;
}

interface Stretches {
  readonly add: (offset: number, step: 1 | 2) => void;
  readonly all: () => readonly Stretch[];
}

/** `reach`: characters that may stand between an escape and the end of what it belongs to. */
function stretchesOf(reach: number): Stretches {
  /** 8-bit text, UTF-16 at even and at odd offsets. */
  const lists: readonly Stretch[][] = [[], [], []];
  return {
    add: (offset, step) => {
      const list = lists[step === 1 ? 0 : 1 + (offset % 2)] as Stretch[];
      const start = Math.max(offset % step, offset - step * reach);
      const end = offset + step * (LONGEST_ESCAPE + reach);
      const last = list.at(-1);
      if (last === undefined || start > last.end) {
        list.push({ step, start, end });
      } else {
        last.start = Math.min(last.start, start);
        last.end = Math.max(last.end, end);
      }
    },
    all: () => lists.flat(),
  };
}

/** Bytes that are held without their escapes at once. */
const WINDOW = 64 * 1024;
/** Further on nothing belongs to an anchor that begins within the window. */
const WINDOW_REACH = 2 * LONGEST_ESCAPE * CONTEXT_LENGTH;

function* findEscaped(
  bytes: Buffer,
  { step, start, end }: Stretch,
  find: (bytes: Buffer) => readonly FoundAnchor[],
): Generator<FoundAnchor, void, undefined> {
  const encoding = step === 1 ? 'latin1' : 'utf16le';
  for (let from = start; from < Math.min(end, bytes.length); from += WINDOW) {
    const to = Math.min(end, bytes.length, from + WINDOW + WINDOW_REACH);
    const { plain, startOf } = unescaped(bytes.toString(encoding, from, to));
    for (const hit of find(Buffer.from(plain, 'latin1'))) {
      const first = startOf(hit.offset);
      const length = startOf(hit.offset + hit.length) - first;
      const offset = from + step * first;
      // What holds no escape was found as it is written, what begins behind the window is found in the next one.
      if (hit.encoding !== 'latin1' || length === hit.length || offset >= from + WINDOW) continue;
      yield { offset, length: step * length, encoding };
    }
  }
}

function isInContext(bytes: Buffer, offset: number, step: 1 | 2, context: Context | undefined): boolean {
  if (context === undefined) return true;
  const start = offset - step * context.before;
  const encoding = step === 1 ? 'latin1' : 'utf16le';
  return start >= 0 && context.pattern.test(bytes.toString(encoding, start, start + step * CONTEXT_LENGTH));
}
