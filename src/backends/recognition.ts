import type { BackendMention, Neighbour, Text } from '../model.ts';
import { matchesWithin, plainJson } from '../shared/grammar.ts';
import { defined } from './shared-mentions.ts';

/** A host name begins here: not inside a longer name, a percent escape, an escape sequence or a template's remains. */
export const HOST_START = '(?<![A-Za-z0-9._%$\\\\{}>*-])';
/** A host name ends here; a URL may follow at once, because Go and Rust store literals without a terminator. */
export const HOST_END = '(?=https?:\\/\\/|$|[^A-Za-z0-9._-]|\\.(?![A-Za-z0-9]))';
/** A token (key, secret) neither begins nor ends inside a longer one. */
export const TOKEN_START = '(?<![A-Za-z0-9_-])';
export const TOKEN_END = '(?![A-Za-z0-9_-])';

const MAX_MATCHES = 512;
const MAX_PATH_LENGTH = 256;
const MAX_PATH_SEGMENTS = 8;

/** Every match of a global pattern, up to a limit that only hostile texts reach. */
export function matches(value: string, pattern: RegExp): readonly RegExpExecArray[] {
  return matchesWithin(pattern, value, MAX_MATCHES);
}

/** A text, or what stands beside one, which has borders. */
type Searched = Pick<Text, 'value' | 'runTogether'>;

/**
 * The tokens of a form whose length is fixed: where literals stand side by side it alone says where one ends. `within` is
 * the form there, if a border is part of what tells the token.
 */
export function fixedTokens(form: string, within = form): (text: Searched) => readonly RegExpExecArray[] {
  const bordered = new RegExp(`${TOKEN_START}(?:${form})${TOKEN_END}`, 'g');
  const anywhere = new RegExp(within, 'g');
  return (text) => matches(text.value, text.runTogether === true ? anywhere : bordered);
}

/** Asking a reader what stands around costs a search, and several definitions look at the same text. */
const asked = new WeakMap<Text, readonly Neighbour[]>();

/** What stands around a text; asked only when the text itself leaves a question open. */
export function around(text: Text): readonly Neighbour[] {
  const known = asked.get(text);
  if (known !== undefined) return known;
  const neighbours = text.around?.() ?? [];
  asked.set(text, neighbours);
  return neighbours;
}

/** Computes at the first call, and only then: for facts of a whole text that every match in it shares. */
export function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}

/** First neighbour that stands under one of the names (lower case). */
export function neighbourNamed(text: Text, names: readonly string[]): string | undefined {
  return around(text).find((neighbour) => neighbour.key !== undefined && names.includes(neighbour.key.toLowerCase()))
    ?.value;
}

/** True if the text stands under one of the names (lower case). */
export function isNamed(text: Text, names: readonly string[]): boolean {
  return text.key !== undefined && names.includes(text.key.toLowerCase());
}

/**
 * The ways in which projects write one name: `twilio_auth_token`, `twilio_authtoken` (`TWILIO_AUTHTOKEN`, `twilio_authToken`),
 * `twilioauthtoken` (camel case), `twilio-auth-token`, `twilio.auth.token`, and the prefixes with which Expo, Create React App, Vite and Next.js put a variable into a bundle.
 */
export function spellings(name: string): readonly string[] {
  const words = name.split('_');
  const [first, ...rest] = words;
  const plain = [...new Set([name, `${first}_${rest.join('')}`, words.join(''), words.join('-'), words.join('.')])];
  return [...plain, ...['expo_public_', 'react_app_', 'vite_', 'next_public_'].map((prefix) => prefix + name)];
}

/**
 * The literal path of a URL, from what follows its host: `/users.json?x=1` → `/users.json`. Ends before the first
 * segment that is a template; undefined if nothing literal is left.
 */
export function literalPath(rest: string): string | undefined {
  const path = /^(?::\d{1,5})?(\/[^\s"'`<>\\?#,;|^]{0,256})/.exec(rest)?.[1];
  if (path === undefined) return undefined;
  const segments = path
    .slice(0, MAX_PATH_LENGTH)
    .split('/')
    .slice(1, MAX_PATH_SEGMENTS + 1);
  const template = segments.findIndex((segment) => /[{}$%()[\]*:+]/.test(segment));
  const literal = (template === -1 ? segments : segments.slice(0, template)).filter((segment) => segment !== '');
  return literal.length === 0 ? undefined : `/${literal.join('/')}`;
}

/** Paths as a mention wants them: left out if there are none. */
export function withPaths(paths: readonly (string | undefined)[]): Pick<BackendMention, 'paths'> {
  const known = [...new Set(paths.filter((path) => path !== undefined))];
  return known.length === 0 ? {} : { paths: known };
}

/** Details as a mention wants them: only those that are known. */
export function withDetails(details: Readonly<Record<string, string | undefined>>): Pick<BackendMention, 'details'> {
  const known = defined(details);
  return Object.keys(known).length === 0 ? {} : { details: known };
}

/** The text with the escapes of JSON inside a string written plainly, so that `https:\/\/host\/path` is an address. */
export function plainText(text: Text): Text {
  const value = plainJson(text.value);
  return value === text.value ? text : { ...text, value };
}
