import { lastNotAbove } from './ascending.ts';

/**
 * Characters written as escapes where they need none: `\x41` in JavaScript, `\u0041` in JSON and others, `\u{41}`, `\101` in octal,
 * `%41` in addresses, `\/` in the JSON of PHP. Obfuscators write so throughout or here and there, encoders a sign that they play
 * safe with.
 */

/** In hexadecimal the printable characters begin with one of these digits. */
const SIXTEENS = ['2', '3', '4', '5', '6', '7'];
/** In octal, from the hyphen on, they begin with these. */
const EIGHTS = ['05', '06', '07', '10', '11', '12', '13', '14', '15', '16', '17'];
/** What anchors consist of: in addresses other signs are escaped everywhere. */
const CHARACTERS = '+-./0123456789:=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~';

/** What shows an escape to the byte search, in lower case. Of slashes only those of addresses: regular expressions are full of others. */
export const ESCAPES: readonly string[] = [
  ...SIXTEENS.flatMap((digit) => [`\\u00${digit}`, `\\u{${digit}`, `\\u{00${digit}`]),
  ...EIGHTS.map((digits) => `\\${digits}`),
  ...Array.from(CHARACTERS, (character) => character.charCodeAt(0).toString(16)).flatMap((code) => [
    `\\x${code}`,
    `%${code}`,
  ]),
  ':\\/',
  'com\\/',
];

/** Characters of the longest one: within a literal of a literal the backslash is escaped itself, once or twice. */
export const LONGEST_ESCAPE = '\\\\\\\\u{0041}'.length;

const ESCAPE =
  /\\{1,4}(?:[uU]00([2-7][\dA-Fa-f])|x([2-7][\dA-Fa-f])|u\{(?:00)?([2-7][\dA-Fa-f])\}|(0[4-7][0-7]|1[0-7]{2})|(\/))|%([2-7][\dA-Fa-f])/g;

/** A text without its escapes of printable characters. */
export interface Unescaped {
  readonly plain: string;
  /** Where in the text a character of it begins. */
  readonly startOf: (index: number) => number;
}

/** Linear. */
export function unescaped(text: string): Unescaped {
  /** Behind each escape: where that is in the plain text, and in the text. */
  const plainAt = [0];
  const textAt = [0];
  let plain = '';
  let end = 0;
  for (const found of text.matchAll(ESCAPE)) {
    plain += text.slice(end, found.index) + characterOf(found);
    end = found.index + found[0].length;
    plainAt.push(plain.length);
    textAt.push(end);
  }
  return {
    plain: plain + text.slice(end),
    startOf: (index) => {
      const last = lastNotAbove(plainAt, index);
      return (textAt[last] as number) + index - (plainAt[last] as number);
    },
  };
}

function characterOf([, four, two, braced, octal, slash, percent]: RegExpExecArray): string {
  if (slash !== undefined) return slash;
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  return String.fromCharCode(Number.parseInt(four ?? two ?? braced ?? percent ?? '', 16));
}

const ESCAPED = /\\(?:[uU]00[2-7]|x[2-7]|u\{|[01][0-7]{2}|\/)|%[2-7][\dA-Fa-f]/;

/** The text without its escapes; undefined if it has none. */
export function plainOf(text: string): string | undefined {
  return ESCAPED.test(text) ? unescaped(text).plain : undefined;
}
