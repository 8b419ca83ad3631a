import { plant, type Shelf, writeApp } from './plants.ts';

/** How a character may be written. */
type Escape = (character: string) => string;

const hexadecimal = (character: string, digits: number) => character.charCodeAt(0).toString(16).padStart(digits, '0');

const x: Escape = (character) => `\\x${hexadecimal(character, 2)}`;
const u: Escape = (character) => `\\u${hexadecimal(character, 4)}`;
const capitalU: Escape = (character) => `\\U${hexadecimal(character, 4)}`;
const braced: Escape = (character) => `\\u{${hexadecimal(character, 2)}}`;
const octal: Escape = (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;
const percent: Escape = (character) => `%${hexadecimal(character, 2).toUpperCase()}`;

/** A format that has escapes, and how it holds a text with some. */
interface Form {
  readonly place: string;
  readonly name: string;
  readonly escape: Escape;
  readonly content: (text: string) => Buffer | string;
  readonly locator?: string | RegExp;
}

const JS = /^js line 1 column \d+$/;
const literal = (text: string) => `var api="${text}";`;

const FORMS: readonly Form[] = [
  { place: 'JavaScript, \\x', name: 'x.js', escape: x, content: literal, locator: JS },
  { place: 'JavaScript, \\u', name: 'u.js', escape: u, content: literal, locator: JS },
  { place: 'JavaScript, \\u{}', name: 'braced.js', escape: braced, content: literal, locator: JS },
  { place: 'JavaScript, octal', name: 'octal.js', escape: octal, content: literal, locator: JS },
  {
    ...{ place: 'JSON in a JavaScript literal', name: 'json-in.js', escape: u, locator: JS },
    content: (text) => `var api='{"api":"${text.replaceAll('\\', '\\\\')}"}';`,
  },
  { place: 'JSON', name: 'u.json', escape: u, content: (text) => `{"api":"${text}"}`, locator: 'json api' },
  {
    ...{ place: 'properties', name: 'u.properties', escape: u, locator: 'api.url' },
    content: (text) => `# comment\napi.url=${text}\n`,
  },
  {
    ...{ place: '.strings', name: 'u.strings', escape: capitalU, locator: 'strings api' },
    content: (text) => `"api" = "${text}";\n`,
  },
  { place: 'source file', name: 'x.swift', escape: x, content: (text) => `let one = 1\nlet api = "${text}"\n` },
  { place: 'percent encoding', name: 'percent.txt', escape: percent, content: (text) => `see #to=${text}\n` },
  { place: 'unknown binary', name: 'x.bin', escape: x, content: (text) => `\x01\x02\x03${text}\x01\x02\x03` },
  {
    ...{ place: 'UTF-16 text', name: 'wide.js', escape: x, locator: JS },
    content: (text) => Buffer.from(`\ufeff${literal(text)}`, 'utf16le'),
  },
];

/** Which characters are written so. */
const WHICH: Readonly<Record<string, (index: number) => boolean>> = {
  first: (index) => index === 0,
  third: (index) => index === 2,
  'every second': (index) => index % 2 === 1,
  every: () => true,
};

/** Values of which some characters are written as escapes, in the formats that have them. */
export function plantEscapes(shelf: Shelf): void {
  const artifact = 'data/escapes.apk';
  const planted = FORMS.flatMap((form) =>
    Object.entries(WHICH).map(([which, isEscaped]) => {
      const name = `${which.replace(' ', '-')}-${form.name}`;
      const word = `escape-${name.replace('.', '-')}`;
      const characters = [...shelf.payload.text(word)];
      const text = characters.map((one, index) => (isEscaped(index) ? form.escape(one) : one)).join('');
      return { form, which, word, entry: `assets/${name}`, content: form.content(text) };
    }),
  );
  writeApp(shelf, artifact, Object.fromEntries(planted.map(({ entry, content }) => [entry, content])));
  for (const { form, which, word, entry } of planted) {
    const { locator } = form;
    const place = `${form.place}: ${which} character escaped`;
    plant(shelf, artifact, word, { place, entry, ...(locator === undefined ? {} : { locator }) });
  }
}
