import type { Entry, ScriptCall, WantedCall } from './format.ts';

/** What a wanted call looks like in source, whatever a bundler and a minifier made of it. */
interface ScriptPattern {
  /** What is searched for first. */
  readonly needle: string;
  /** Sticky, at the needle; looks back as far as `BEFORE`. Group 1 is the argument. */
  readonly pattern: RegExp;
}

/** Characters before the needle that a pattern may look at. */
const BEFORE = 128;

const LITERAL = '["\'`]([A-Za-z0-9_/-]{1,128})["\'`]';
/** `db, `, `getDatabase(), ` */
const INSTANCE = '(?:[A-Za-z_$][\\w$.]{0,63}(?:\\(\\))?\\s{0,4},\\s{0,8})';
/** `(0, n.collection)(db, "users")` is how Metro writes a call of an import. */
const IMPORTED = '(?:\\(0,\\s{0,2}[\\w$.]{1,64}\\.)?';

const patterns = new Map<ScriptCall, ScriptPattern>();

function patternOf(call: ScriptCall): ScriptPattern {
  const known = patterns.get(call);
  if (known !== undefined) return known;
  const { method, modular } = call;
  const needle = modular ? method : `.${method}(`;
  const opening = modular ? `${method}\\)?\\(\\s{0,8}${INSTANCE}?` : `\\.${method}\\(\\s{0,8}`;
  const made = { needle, pattern: new RegExp(`${before(call)}${opening}${LITERAL}${behind(call)}`, 'y') };
  patterns.set(call, made);
  return made;
}

function before({ on, within }: ScriptCall): string {
  if (on !== undefined) return `(?<=\\b${on}(?:\\(\\))?)`;
  return within === undefined ? '' : `(?<=\\b(?:${within.join('|')})\\)?\\(\\s{0,8}${IMPORTED})`;
}

function behind({ next, more }: ScriptCall): string {
  if (more) return '\\s{0,8},';
  return next === undefined ? '' : `\\s{0,8}\\)\\s{0,80}\\.(?:${next.join('|')})\\(`;
}

/** The anchors that the search saw in an entry, in lower case. */
export function anchorsIn({ bytes, hits }: Entry): ReadonlySet<string> {
  return new Set(
    hits.map(({ offset, length, encoding }) => bytes.toString(encoding, offset, offset + length).toLowerCase()),
  );
}

/** True if one of the anchors begins so. */
export function namesOneOf(anchors: ReadonlySet<string>, beginnings: readonly string[]): boolean {
  return [...anchors].some((anchor) => beginnings.some((beginning) => anchor.startsWith(beginning)));
}

export interface ScriptArgument {
  readonly key: string;
  readonly value: string;
  readonly offset: number;
  readonly needle: string;
}

/** Places of a needle that are looked at, and arguments that are handed on, for each call. */
const MAX_PLACES = 20_000;
const MAX_ARGUMENTS = 256;
const CALL_LENGTH = 384;

interface Search extends ScriptPattern {
  readonly key: string;
  /** By their values. */
  readonly found: Map<string, ScriptArgument>;
}

/** String arguments of wanted calls in source text, in an entry that names the service; each once for each call. */
export function scriptArguments(
  entry: Entry,
  calls: readonly WantedCall[],
  ranges: readonly { readonly start: number; readonly end: number }[] = [{ start: 0, end: entry.bytes.length }],
): readonly ScriptArgument[] {
  const anchors = anchorsIn(entry);
  const searches = calls.flatMap(({ key, script }): readonly Search[] =>
    script !== undefined && namesOneOf(anchors, script.beside) ? [{ key, ...patternOf(script), found: new Map() }] : [],
  );
  // Several calls are found by the same needle.
  for (const needle of new Set(searches.map((search) => search.needle))) {
    const same = searches.filter((search) => search.needle === needle);
    for (const { start, end } of ranges) addArguments(entry.bytes.subarray(start, end), start, needle, same);
  }
  return searches.flatMap(({ found }) => [...found.values()]);
}

function addArguments(bytes: Buffer, base: number, needle: string, searches: readonly Search[]): void {
  let places = 0;
  for (let at = bytes.indexOf(needle); at !== -1 && places < MAX_PLACES; at = bytes.indexOf(needle, at + 1)) {
    // Most places of a bare name are parts of other words.
    if (!needle.endsWith('(') && !isBracket(bytes[at + needle.length])) continue;
    places += 1;
    const from = Math.max(0, at - BEFORE);
    const around = bytes.toString('latin1', from, at + CALL_LENGTH);
    for (const { key, pattern, found } of searches) {
      pattern.lastIndex = at - from;
      const value = pattern.exec(around)?.[1];
      if (value === undefined || found.has(value) || found.size >= MAX_ARGUMENTS) continue;
      found.set(value, { key, value, offset: base + at, needle });
    }
  }
}

function isBracket(byte: number | undefined): boolean {
  return byte === 0x28 || byte === 0x29;
}
