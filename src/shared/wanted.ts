import { BASE64_ANCHORS } from './encoded.ts';
import { plainOf } from './escapes.ts';
import { createMatcher, LONGEST_TEXT, PIECE } from './filter/matcher.ts';
import { compileTables, type Tables } from './filter/tables.ts';
import { holdsMark, type Mark } from './marks.ts';

/** The same question as the byte search answers, asked of a string that a reader has already decoded. */
export interface WantedStrings {
  /** True if the text holds an anchor (ASCII letters of either case). */
  readonly text: (value: string) => boolean;
  /** True if the text holds an anchor in base64, of those in encoded.ts that are among the needles. */
  readonly encoded: (value: string) => boolean;
  /** True if the name is one of the keys (ASCII letters of either case). */
  readonly key: (name: string) => boolean;
}

/** Names in lower case. */
export type Names = Pick<ReadonlySet<string>, 'has' | 'keys'>;

/** Texts that hold one of the anchors, given as needles, or one of the marks; as they are, or without their escapes. */
export function compileWanted({ allIn }: Needles, names: Names, marks: readonly Mark[] = []): WantedStrings {
  let longest = 0;
  for (const name of names.keys()) longest = Math.max(longest, name.length);
  const holds = (value: string) => allIn(value).size > 0 || marks.some((mark) => holdsMark(value, mark));
  const text = (value: string) => {
    if (holds(value)) return true;
    const plain = plainOf(value);
    return plain !== undefined && holds(plain);
  };
  const encoded = (value: string) => [...allIn(value)].some((needle) => ENCODED.has(needle));
  return { text, encoded, key: (name) => name.length <= longest && names.has(name.toLowerCase()) };
}

const ENCODED = new Set(BASE64_ANCHORS.map((anchor) => anchor.toLowerCase()));

/** Many needles sought in one string at once. */
export interface Needles {
  /** Those that the string holds (ASCII letters of either case), in lower case. */
  readonly allIn: (value: string) => ReadonlySet<string>;
}

/** Throws if a needle is shorter than 4 characters, or not ASCII. */
export function compileNeedles(needles: readonly string[]): Needles {
  return needlesWith(compileTables(needles, []));
}

/**
 * The byte search, in the string's UTF-8: a needle, which is ASCII, stands in it wherever it stands in the string. The few thousand
 * strings of an app are not worth a loop that V8 has to compile first.
 */
export function needlesWith(tables: Tables): Needles {
  const { run, runText, found } = createMatcher(tables);
  const names: string[] = [];
  const addFound = (all: Set<string>, count: number): void => {
    for (let index = 1; index < 2 * count; index += 2) {
      const which = found[index] as number;
      // What was found as UTF-16 has zero characters in between.
      if ((which & 1) === 1) continue;
      const literal = which >>> 1;
      names[literal] ??= literalIn(tables, literal);
      all.add(names[literal]);
    }
  };
  const search = (value: string): ReadonlySet<string> => {
    const all = new Set<string>();
    if (value.length <= LONGEST_TEXT) {
      addFound(all, runText(value));
      return all;
    }
    const bytes = Buffer.from(value);
    for (let from = 0; from < bytes.length; from += PIECE) addFound(all, run(bytes, from));
    return all;
  };
  /** A reader and the recognisers ask the same of one text, one after the other. */
  let last = { value: '', all: search('') };
  return {
    allIn: (value) => {
      if (value !== last.value) last = { value, all: search(value) };
      return last.all;
    },
  };
}

/** A literal as it lies in the memory of the search (filter/assembly.ts): its characters, each with its case bit. */
function literalIn({ memory, literals, lengths }: Tables, index: number): string {
  const start = Buffer.from(memory.buffer, memory.byteOffset).readInt32LE(literals + 8 * index);
  const characters = memory.subarray(start, start + 2 * (lengths[index] as number));
  return String.fromCharCode(...characters.filter((_, at) => at % 2 === 0));
}
