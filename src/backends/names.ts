import type { Text } from '../model.ts';
import { around, isNamed, matches, spellings } from './recognition.ts';

/** Values that only the name they stand under makes a key: 32 hexadecimal digits are any hash, but not as `algolia_admin_key`. */
export interface Names {
  /** All spellings, as keys of the definition. */
  readonly keys: readonly string[];
  /** The same as anchors: the byte search looks for keys anyway, and so a name is seen inside a value, too. */
  readonly anchors: readonly string[];
  readonly form: RegExp;
  /** A name and what is assigned to it inside a text; group 1 is the value. */
  readonly assigned: RegExp;
  /** A name at the end of a text, its value on the next line. */
  readonly awaits: RegExp;
}

/** As short as an anchor may be without making the search slow. */
const SHORTEST_ANCHOR = 7;

/** `=`, `:=`, `.=`, `?=`, `:`, `=>`, with a type before it as Go writes it; a blank, as on a command line. */
const OPERATOR = '["\'`\\]]{0,2}(?:\\s{1,4}string)?\\s{0,8}(?:=>|[.?:+|]{0,3}=|[:,>]|\\s)\\s{0,8}["\'`]{0,2}';

/** Names are snake case: `telegram_bot_token`. */
export function compileNames(names: readonly string[], form: RegExp): Names {
  const keys = names.flatMap(spellings);
  const words = names.map((name) => name.split('_').join('[-_. ]?')).join('|');
  return {
    keys,
    anchors: keys.filter((key) => key.length >= SHORTEST_ANCHOR),
    form,
    assigned: new RegExp(`(?:${words})${OPERATOR}([A-Za-z0-9_.:+/=-]{16,256})`, 'gi'),
    awaits: new RegExp(`(?:${words})\\s{0,8}[=:|{(]{0,2}$`, 'i'),
  };
}

/** How far behind its name a value may begin: `put("name", "value")`, or two instructions; on the next line. */
const NEXT = 8;
const NEXT_LINE = 40;

/** The value under a name; what is assigned to a name inside the text; the argument behind a text that is a name itself. */
export function valuesUnder(names: Names, text: Text): readonly string[] {
  const { keys, form, assigned, awaits } = names;
  if (isNamed(text, keys)) return form.test(text.value) ? [text.value] : [];
  if (keys.includes(text.value.toLowerCase())) return valueBehind(names, text, NEXT);
  const found = Array.from(matches(text.value, assigned), (match) => match[1] ?? '').filter((value) =>
    form.test(value),
  );
  return found.length === 0 && awaits.test(text.value.slice(-LONGEST_NAME))
    ? valueBehind(names, text, NEXT_LINE)
    : found;
}

const LONGEST_NAME = 128;

function valueBehind({ form }: Names, text: Text, reach: number): readonly string[] {
  const next = around(text).find(({ at = 0 }) => at > 0 && at <= reach);
  return next !== undefined && form.test(next.value) ? [next.value] : [];
}
