import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodedReadings } from '../../src/formats/decoded.ts';
import { readEntry } from '../../src/formats/read-entry.ts';
import { FORMATS } from '../../src/formats/registry.ts';
import { compileAnchors } from '../../src/shared/anchors.ts';
import { BASE64_ANCHORS, base64Spellings } from '../../src/shared/encoded.ts';
import { ESCAPES } from '../../src/shared/escapes.ts';
import { compileNeedles, compileWanted } from '../../src/shared/wanted.ts';
import { ANCHORS, KEYS } from '../helpers/reading.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const TOKENS = ['AKIA', 'AIza', 'sk_live_'];
const search = compileAnchors([...ANCHORS, ...TOKENS], BASE64_ANCHORS, ESCAPES);
const wanted = compileWanted(compileNeedles([...ANCHORS, ...TOKENS, ...BASE64_ANCHORS]), new Set(KEYS));
const place = { origin: 'artifact', path: 'app.apk' } as const;

function textsIn(name: string, content: string) {
  const bytes = Buffer.from(content);
  const entry = { name, bytes, base: 0, hits: search.find(bytes), place: { ...place, entry: `app.apk!/${name}` } };
  const readings = [...readEntry({ formats: FORMATS, search, wanted }, entry)];
  return readings.flatMap((one) => (one.type === 'text' ? [one.text] : []));
}

describe('decodedReadings', () => {
  it('gives what base64 hides, in a file of whatever format', () => {
    const texts = textsIn('assets/a.json', `{"api":"${base64('https://acme.s3.amazonaws.com/')}"}`);
    expect(texts.map(({ value, key, place }) => [value, key, place.locator])).toContainEqual([
      'https://acme.s3.amazonaws.com/',
      'api',
      'json api base64',
    ]);
  });

  it('reads JSON in base64 as JSON', () => {
    const inner = base64(JSON.stringify({ a: { storage_bucket: 'acme' }, url: 'https://acme.firebaseio.com' }));
    const texts = textsIn('assets/a.js', `var c="${inner}";`).filter(({ place }) => place.locator?.startsWith('json'));
    expect(texts.map(({ value, place }) => [value, place.entry, place.locator])).toEqual([
      ['acme', 'app.apk!/assets/a.js!/base64 of js line 1 column 8', 'json a.storage_bucket'],
      ['https://acme.firebaseio.com', 'app.apk!/assets/a.js!/base64 of js line 1 column 8', 'json url'],
    ]);
  });

  it.each(TOKENS)('gives a token behind base64 that no address stands beside: %s', (prefix) => {
    const token = `${prefix}Sy${'q7Zt4Kp9Xc2Vb8Nm'.repeat(2)}`;
    for (const before of ['', 'x', 'xy']) {
      const values = textsIn('assets/a.json', `{"api":"${base64(before + token)}"}`).map(({ value }) => value);
      expect(values).toContain(before + token);
    }
  });

  const hexadecimal = (one: string) => one.charCodeAt(0).toString(16);
  const x = (one: string) => `\\x${hexadecimal(one)}`;
  const u = (one: string) => `\\u00${hexadecimal(one)}`;
  const doubled = (one: string) => `\\\\u00${hexadecimal(one)}`;
  const script = (value: string) => `var a={k:"${value}"};`;

  it.each([
    ['JavaScript, \\x', 'assets/a.js', x, script],
    ['JavaScript, \\x in capitals', 'assets/a.js', (one: string) => `\\x${hexadecimal(one).toUpperCase()}`, script],
    ['JavaScript, \\u', 'assets/a.js', u, script],
    ['JavaScript, \\u{}', 'assets/a.js', (one: string) => `\\u{${hexadecimal(one)}}`, script],
    [
      'JavaScript, octal',
      'assets/a.js',
      (one: string) => `\\${one.charCodeAt(0).toString(8).padStart(3, '0')}`,
      script,
    ],
    ['JSON in JavaScript', 'assets/a.js', doubled, (value: string) => `var a='{"k":"${value}"}';`],
    ['JSON', 'assets/a.json', u, (value: string) => `{"k":"${value}"}`],
    ['JSON in JSON', 'assets/a.json', doubled, (value: string) => `{"a":"{\\"k\\":\\"${value}\\"}"}`],
    ['properties', 'assets/a.properties', u, (value: string) => `k=${value}\n`],
    ['.strings', 'assets/a.strings', (one: string) => u(one).replace('u', 'U'), (value: string) => `"k" = "${value}";`],
    ['source', 'assets/a.kt', u, (value: string) => `val one = 1\nval k = "${value}"\n`],
    ['percent encoding', 'assets/a.txt', (one: string) => `%${hexadecimal(one)}`, (value: string) => `to=${value}\n`],
    ['unknown bytes', 'assets/a.bin', x, (value: string) => `\x01\x02${value}\x01`],
  ] as const)('gives a token of which some or all characters are escapes: %s', (_, name, written, content) => {
    const token = 'sk_live_q7Zt4Kp9Xc2Vb8Nm';
    const which: ((index: number) => boolean)[] = [
      (index) => index === 0,
      (index) => index === 2,
      (index) => index === 7,
      (index) => index % 2 === 1,
      (index) => index % 2 === 0,
      () => true,
    ];
    for (const isEscaped of which) {
      const text = [...token].map((one, index) => (isEscaped(index) ? written(one) : one)).join('');
      expect(
        textsIn(name, content(text))
          .map(({ value }) => value)
          .join('\n'),
      ).toContain(token);
    }
  });

  it.each([
    ['escapes of something else', 'assets/a.js', 'var a=/[\\x41-\\x5a\\u0061-\\u007a]/,b="\\x41\\x4bIX";'],
    ['an escape that is none', 'assets/a.js', 'var a="\\x4KIA";'],
    ['a control character', 'assets/a.js', 'var a="sk\\x0a_live_";'],
    ['a placeholder of a format string', 'assets/a.txt', 'at %41d and AKI%4'],
  ])('gives nothing for %s', (_, name, content) => {
    expect(textsIn(name, content)).toEqual([]);
  });

  it('leaves a percent-encoded text at its place', () => {
    const text = { value: 'x?to=gs%3A%2F%2Facme.appspot.com', place: { ...place, locator: 'json a' } };
    expect([...decodedReadings(text, wanted)]).toEqual([
      { type: 'text', text: { value: 'x?to=gs://acme.appspot.com', place: text.place } },
    ]);
  });

  it('gives nothing where nothing is wanted', () => {
    expect([...decodedReadings({ value: base64('https://example.org/'), place }, wanted)]).toEqual([]);
    expect([...decodedReadings({ value: 'https://acme.s3.amazonaws.com/', place }, wanted)]).toEqual([]);
  });

  it('comes to an end on base64 within base64', () => {
    let text = 'https://acme.s3.amazonaws.com/';
    for (let depth = 0; depth < 6; depth += 1) text = base64(JSON.stringify({ url: `https://x/${text}` }));
    expect(textsIn('assets/a.json', JSON.stringify({ text })).length).toBeLessThan(20);
  });
});

describe('base64Spellings', () => {
  it('finds a word wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (before, after) => {
        const encoded = base64(`${before}service_account${after}`);
        return base64Spellings('service_account').some((spelling) => encoded.includes(spelling));
      }),
    );
  });

  it('is long enough to be searched', () => {
    for (const anchor of BASE64_ANCHORS) expect(anchor.length).toBeGreaterThanOrEqual(4);
  });
});
