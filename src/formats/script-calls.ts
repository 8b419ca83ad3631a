import type { Entry, ScriptCall } from './format.ts';

/** What a wanted call looks like in source, whatever a bundler and a minifier made of it. */
export interface ScriptPattern {
  /** What is searched for first. */
  readonly needle: string;
  /** Sticky, at the needle; looks back as far as `BEFORE`. Group 1 is the argument. */
  readonly pattern: RegExp;
}

/** Characters before the needle that a pattern may look at. */
export const BEFORE = 128;

const LITERAL = '["\'`]([A-Za-z0-9_/-]{1,128})["\'`]';
/** `db, `, `getDatabase(), ` */
const INSTANCE = '(?:[A-Za-z_$][\\w$.]{0,63}(?:\\(\\))?\\s{0,4},\\s{0,8})';
/** `(0, n.collection)(db, "users")` is how Metro writes a call of an import. */
const IMPORTED = '(?:\\(0,\\s{0,2}[\\w$.]{1,64}\\.)?';

const patterns = new Map<ScriptCall, ScriptPattern>();

export function patternOf(call: ScriptCall): ScriptPattern {
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
