import type { Entry, ScriptCall } from './format.ts';

/** What a wanted call looks like in source, whatever a bundler and a minifier made of it. */
export interface ScriptPattern {
  /** What is searched for first. */
  readonly needle: string;
  /** Sticky, at the needle; group 1 is the argument. */
  readonly pattern: RegExp;
}

const LITERAL = '["\'`]([A-Za-z0-9_/-]{1,128})["\'`]';
/** `db, `, `getDatabase(), ` */
const INSTANCE = '(?:[A-Za-z_$][\\w$.]{0,63}(?:\\(\\))?\\s{0,4},\\s{0,8})?';

const patterns = new Map<ScriptCall, ScriptPattern>();

export function patternOf(call: ScriptCall): ScriptPattern {
  const known = patterns.get(call);
  if (known !== undefined) return known;
  const { method, on, modular, then } = call;
  const owner = on === undefined ? '.' : `${on}().`;
  const needle = modular ? method : `${owner}${method}(`;
  // `(0, n.collection)(db, "users")` is how Metro writes a call of an import.
  const opening = modular ? `${method}\\)?\\(\\s{0,8}${INSTANCE}` : `${escaped(needle)}\\s{0,8}`;
  const next = then === undefined ? '' : `\\s{0,8}\\)\\s{0,80}\\.(?:${then.join('|')})\\(`;
  const made = { needle, pattern: new RegExp(`${opening}${LITERAL}${next}`, 'y') };
  patterns.set(call, made);
  return made;
}

function escaped(text: string): string {
  return text.replace(/[.()]/g, '\\$&');
}

/** True if an anchor that the search saw begins so. */
export function namesOneOf(entry: Entry, beginnings: readonly string[]): boolean {
  return entry.hits.some((hit) => {
    const anchor = entry.bytes.toString(hit.encoding, hit.offset, hit.offset + hit.length).toLowerCase();
    return beginnings.some((beginning) => anchor.startsWith(beginning));
  });
}
