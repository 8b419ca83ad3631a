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

/** True if an anchor that the search saw begins so. */
export function namesOneOf(entry: Entry, beginnings: readonly string[]): boolean {
  return entry.hits.some((hit) => {
    const anchor = entry.bytes.toString(hit.encoding, hit.offset, hit.offset + hit.length).toLowerCase();
    return beginnings.some((beginning) => anchor.startsWith(beginning));
  });
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

/** String arguments of wanted calls in source text, in an entry that names the service; each once for each call. */
export function* scriptArguments(
  entry: Entry,
  calls: readonly WantedCall[],
  ranges: readonly { readonly start: number; readonly end: number }[] = [{ start: 0, end: entry.bytes.length }],
): Generator<ScriptArgument, void, undefined> {
  for (const { key, script } of calls) {
    if (script === undefined || !namesOneOf(entry, script.beside)) continue;
    const pattern = patternOf(script);
    const seen = new Set<string>();
    for (const { start, end } of ranges) {
      for (const { value, offset } of argumentsOf(entry.bytes.subarray(start, end), pattern)) {
        if (seen.has(value) || seen.size >= MAX_ARGUMENTS) continue;
        seen.add(value);
        yield { key, value, offset: start + offset, needle: pattern.needle };
      }
    }
  }
}

function* argumentsOf(
  bytes: Buffer,
  { needle, pattern }: ScriptPattern,
): Generator<{ readonly value: string; readonly offset: number }, void, undefined> {
  let places = 0;
  for (let at = bytes.indexOf(needle); at !== -1 && places < MAX_PLACES; at = bytes.indexOf(needle, at + 1)) {
    // Most places of a bare name are parts of other words.
    if (!needle.endsWith('(') && !isBracket(bytes[at + needle.length])) continue;
    places += 1;
    const from = Math.max(0, at - BEFORE);
    pattern.lastIndex = at - from;
    const value = pattern.exec(bytes.toString('latin1', from, at + CALL_LENGTH))?.[1];
    if (value !== undefined) yield { value, offset: at };
  }
}

function isBracket(byte: number | undefined): boolean {
  return byte === 0x28 || byte === 0x29;
}
