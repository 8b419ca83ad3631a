import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRecogniser, keysOf, keyTable, marksOf } from '../../src/backends/recognise.ts';
import { BACKENDS } from '../../src/backends/registry.ts';
import { mayHide } from '../../src/formats/escapes.ts';
import type { Format } from '../../src/formats/format.ts';
import { readEntry } from '../../src/formats/read-entry.ts';
import { FORMATS } from '../../src/formats/registry.ts';
import type { Mention } from '../../src/model.ts';
import { needlesForAll, searchForAll } from '../../src/search.ts';
import { compileWanted } from '../../src/shared/wanted.ts';

const search = searchForAll();
const wanted = compileWanted(needlesForAll(), keyTable(BACKENDS), marksOf(BACKENDS));
const place = { origin: 'artifact', path: 'app.apk' } as const;

const recognise = compileRecogniser(BACKENDS, needlesForAll());
/** As if anything could hide something. */
const ALWAYS = FORMATS.map(({ mayHide: _, ...format }): Format => format);

function mentionsIn(formats: readonly Format[], name: string, bytes: Buffer): readonly Mention[] {
  const entry = { name, bytes, base: 0, hits: search.find(bytes), place };
  return [...readEntry({ formats, search, wanted }, entry)].flatMap((reading) =>
    reading.type === 'text' ? recognise(reading.text) : [],
  );
}

const EXAMPLES = BACKENDS.flatMap(({ examples }) => examples.filter(({ gives }) => gives.length > 0));
const value = fc.oneof(
  fc.constantFrom(...EXAMPLES.map(({ text }) => text)),
  fc.constantFrom('https://acme.s3.amazonaws.com/a', 'mongodb://u:p4ssw0rd@h.acme.io/db', 'acme-shop', 'a & b', '"x"'),
);
const key = fc.oneof(
  fc.constantFrom(...keysOf(BACKENDS)),
  fc.constantFrom('b2Key', 'B2Key', 'b2KEY', 'IBMKey', 'IBMkey', 'Bucket', 'title', 'a.b', 'name'),
);
/** Some of the characters as one of the escapes that the readers know, or two lines made of one. */
const escaped = (text: string, at: number, how: (character: string) => string) => {
  if (text === '') return text;
  const place = at % text.length;
  return text.slice(0, place) + how(text.charAt(place)) + text.slice(place + 1);
};
const code = (character: string) => character.charCodeAt(0);
const way = fc.constantFrom<(character: string) => string>(
  (character) => character,
  (character) => `\\${character}`,
  (character) => `\\\n${character}`,
  (character) => `\\u${code(character).toString(16).padStart(4, '0')}`,
  (character) => `\\x${code(character).toString(16).padStart(2, '0')}`,
  (character) => `\\u{${code(character).toString(16)}}`,
  (character) => `\\u{000${code(character).toString(16)}}`,
  (character) => `\\${code(character).toString(8)}`,
  (character) => `&#${code(character)};`,
  (character) => `&#0${code(character)};`,
  (character) => `&#x${code(character).toString(16)};`,
  (character) => `&#x00${code(character).toString(16).toUpperCase()};`,
  (character) => `%${code(character).toString(16)}`,
  (character) => `$()${character}`,
  ...['\\n', '\\t', '\\0', '\\u00e4', '\\"', '\\\\', '&quot;', '&amp;', '&#10;', '&#228;', '&lt;'].map(
    (before) => (character: string) => `${before}${character}`,
  ),
);
const encoding = fc.constantFrom('utf8', 'utf16le', 'utf16be');

function encoded(text: string, how: string): Buffer {
  if (how === 'utf8') return Buffer.from(text);
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
  return how === 'utf16le' ? wide : wide.swap16();
}

function xml(name: string, text: string): string {
  const plain = text.replaceAll('&', (found, at: number) => (/^&#/.test(text.slice(at)) ? found : '&amp;'));
  return `<?xml version="1.0"?><resources><string name="${name}">${plain.replaceAll('<', '&lt;')}</string></resources>`;
}

describe('text in which the search saw nothing', () => {
  it.each([
    ['a.properties', (name: string, text: string) => `# a\n${name}=${text}\n`],
    ['a.xcconfig', (name: string, text: string) => `${name} = ${text}\n`],
    ['.env', (name: string, text: string) => `${name}="${text}"\n`],
    ['res/a.xml', xml],
  ])('holds nothing that is wanted unless it may hide something: %s', (file, written) => {
    let seen = 0;
    fc.assert(
      fc.property(key, value, fc.nat(200), way, fc.boolean(), encoding, (name, text, at, how, isKey, kind) => {
        const whole = isKey
          ? written(escaped(name, at, how), 'acme-shop')
          : written('title', escaped(text.replaceAll(/[\r\n]/g, ' '), at, how));
        const bytes = encoded(whole, kind);
        if (search.find(bytes).length > 0) return;
        const mentions = mentionsIn(ALWAYS, file, bytes);
        seen += mentions.length;
        if (!mayHide(bytes)) expect(mentions).toEqual([]);
      }),
      { numRuns: 4_000 },
    );
    // Else nothing was hidden from the search, and nothing tried.
    expect(seen).toBeGreaterThan(10);
  });

  it('is read where something is hidden, and not where escapes mean nothing', () => {
    const read = (name: string, text: string) => mentionsIn(FORMATS, name, Buffer.from(text)).length;
    expect(read('a.properties', 'url=gs\\://acme-shop-uploads/a\n')).toBe(1);
    expect(read('a.properties', 'url=https://acme.s3.am\\\nazonaws.com/a\n')).toBe(1);
    expect(read('a.xml', '<?xml version="1.0"?><a b="https://acme.s3.am&#97;zonaws.com/a"/>')).toBe(1);
    for (const plain of ['a=b\\n\\tc', 'a=\\u00e4', 'a=it\\\'s \\"so\\"']) {
      expect(mayHide(Buffer.from(plain))).toBe(false);
    }
    for (let before = (1 << 20) - 12; before <= 1 << 20; before++) {
      expect(mayHide(Buffer.from(`${'a'.repeat(before)}&#00097;${'a'.repeat(99)}`)), `${before}`).toBe(true);
    }
    expect(mayHide(Buffer.alloc(3 << 20, 'it\\n'))).toBe(false);
    expect(mayHide(Buffer.from('<a b="&amp; &lt; &#228; &#x2013; &#10;"/>'))).toBe(false);
  });
});
