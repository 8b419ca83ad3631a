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
}

/** As short as an anchor may be without making the search slow. */
const SHORTEST_ANCHOR = 7;

/** `=`, `:=`, `.=`, `?=`, `:`, `=>`, with a type before it as Go writes it. */
const OPERATOR = '["\'`\\]]{0,2}(?:\\s{1,4}string)?\\s{0,8}(?:=>|[.?:+|]{0,3}=|:)\\s{0,8}["\'`]{0,2}';

/** Names are snake case: `telegram_bot_token`. */
export function compileNames(names: readonly string[], form: RegExp): Names {
  const keys = names.flatMap(spellings);
  const words = names.map((name) => name.split('_').join('[-_. ]?')).join('|');
  return {
    keys,
    anchors: keys.filter((key) => key.length >= SHORTEST_ANCHOR),
    form,
    assigned: new RegExp(`(?:${words})${OPERATOR}([A-Za-z0-9_.:+/=-]{16,256})`, 'gi'),
  };
}

/** How far behind its name a value may begin: `put("name", "value")`, or two instructions. */
const NEXT = 8;

/** The value under a name; what is assigned to a name inside the text; the argument behind a text that is a name itself. */
export function valuesUnder({ keys, form, assigned }: Names, text: Text): readonly string[] {
  if (isNamed(text, keys)) return form.test(text.value) ? [text.value] : [];
  if (keys.includes(text.value.toLowerCase())) {
    const next = around(text).find(({ at = 0 }) => at > 0 && at <= NEXT);
    return next !== undefined && form.test(next.value) ? [next.value] : [];
  }
  return Array.from(matches(text.value, assigned), (match) => match[1] ?? '').filter((value) => form.test(value));
}
