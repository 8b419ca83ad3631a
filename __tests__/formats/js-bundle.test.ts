import { describe, expect, it } from 'vitest';
import { jsBundle } from '../../src/formats/js-bundle.ts';
import { survivesHostileBytes } from '../helpers/hostile.ts';
import { entryOf, readAll, textsIn, textsOf, WANTED } from '../helpers/reading.ts';

const NAME = 'assets/index.android.bundle';
const one = (content: string) => {
  const texts = textsIn(jsBundle, content, NAME);
  expect(texts).toHaveLength(1);
  return texts[0];
};

/** `$X` stands for a substitution in a template. */
const templates = (content: string) => content.replace(/\$([A-Z])/g, '$${$1}');

describe('js-bundle, values in pieces and under names', () => {
  it.each([
    ['two', 'var a="https://acme"+".s3.amazonaws.com/x";', 'https://acme.s3.amazonaws.com/x', 'a'],
    ['three', "e.u = 'https://' + 'acme' + '.s3.amazonaws.com';", 'https://acme.s3.amazonaws.com', 'e.u'],
    ['a variable between them', 'var a="x"+b+".s3.amazonaws.com/y";', '.s3.amazonaws.com/y', undefined],
    ['a sum of others', 'f("one","https://acme.s3.amazonaws.com")', 'https://acme.s3.amazonaws.com', undefined],
  ])('joins %s', (_, content, value, key) => {
    expect(one(content)).toMatchObject(key === undefined ? { value } : { value, key });
  });

  it.each([
    ['an object', 'a={storage_bucket:"acme",region:"x"}', 'acme'],
    ['quoted', 'a={"storage_bucket" : \'acme\'}', 'acme'],
    ['an assignment', 'e.storage_bucket="acme"', 'acme'],
    ['a longer name', 'a={my_storage_bucket_name:"acme"}', 'acme'],
  ])('gives the value whose name is hit: %s', (_, content, value) => {
    const bytes = Buffer.from(content);
    const hit = { offset: bytes.indexOf('storage_bucket'), length: 14, encoding: 'latin1' as const };
    const texts = textsOf([...jsBundle.read({ ...entryOf(bytes, NAME), hits: [hit] }, WANTED)]);
    expect(texts.map((text) => text.value)).toEqual([value]);
    expect(texts[0]?.key).toContain('storage_bucket');
  });

  it('gives no value where the name is compared or called', () => {
    for (const content of ['if(a.storage_bucket=="acme")b()', 'storage_bucket("acme")', 'storage_bucket?"a":"b"']) {
      const bytes = Buffer.from(content);
      const hit = { offset: bytes.indexOf('storage_bucket'), length: 14, encoding: 'latin1' as const };
      const texts = textsOf([...jsBundle.read({ ...entryOf(bytes, NAME), hits: [hit] }, WANTED)]);
      expect(texts.map((text) => text.key)).toEqual([undefined]);
    }
  });
});

describe('js-bundle', () => {
  it.each([
    [
      'minified object',
      '!function(){var e={bucket:"acme",url:"https://acme.s3.amazonaws.com/a",x:1}}()',
      'https://acme.s3.amazonaws.com/a',
      'url',
    ],
    ['assignment', "const API = 'https://acme.s3.amazonaws.com';", 'https://acme.s3.amazonaws.com', 'API'],
    ['member assignment', 'e.exports="https://acme.s3.amazonaws.com"', 'https://acme.s3.amazonaws.com', 'e.exports'],
    ['quoted key', '({"apiHost":"https://acme.s3.amazonaws.com"})', 'https://acme.s3.amazonaws.com', 'apiHost'],
    ['typed constant', 'const host: string = "https://acme.s3.amazonaws.com"', 'https://acme.s3.amazonaws.com', 'host'],
    ['escaped slashes', 'var a={u:"https:\\/\\/acme.s3.amazonaws.com\\/x"}', 'https://acme.s3.amazonaws.com/x', 'u'],
    [
      'unicode escapes',
      'x="https\\u003a//acme.s3.amazonaws.com\\x2fy\\u{2f}z"',
      'https://acme.s3.amazonaws.com/y/z',
      'x',
    ],
    ['template', 'f(`https://acme.s3.amazonaws.com/\nline`)', 'https://acme.s3.amazonaws.com/\nline', undefined],
    [
      'apostrophe in the literal',
      'm("it\'s at https://acme.s3.amazonaws.com/ok")',
      "it's at https://acme.s3.amazonaws.com/ok",
      undefined,
    ],
    [
      'words in quotes in the literal',
      'm("the \'a\' of https://acme.s3.amazonaws.com")',
      "the 'a' of https://acme.s3.amazonaws.com",
      undefined,
    ],
    ['JSON in a literal', 'JSON.parse(\'{"db":"https://acme.firebaseio.com"}\')', 'https://acme.firebaseio.com', 'db'],
    [
      'JSON in an escaped literal',
      'JSON.parse("{\\"db\\":\\"https://acme.firebaseio.com\\"}")',
      'https://acme.firebaseio.com',
      'db',
    ],
    [
      'keyword before the quote',
      'function f(){return"https://acme.firebaseio.com"}',
      'https://acme.firebaseio.com',
      undefined,
    ],
    [
      'regular expression with a quote before it',
      'a.replace(/["]/g,"");b="https://acme.firebaseio.com"',
      'https://acme.firebaseio.com',
      'b',
    ],
    [
      'escaped quote in the literal',
      'x="say \\"hi\\" to https://acme.firebaseio.com"',
      'say "hi" to https://acme.firebaseio.com',
      'x',
    ],
    [
      'comparison is no assignment',
      'if(a==="https://acme.firebaseio.com")b()',
      'https://acme.firebaseio.com',
      undefined,
    ],
  ])('%s', (_, content, value, key) => {
    const text = one(content);
    expect(text?.value).toBe(value);
    expect(text?.key).toBe(key);
  });

  it('does not take code between two templates for a literal', () => {
    const code =
      'return`$T:e`,Object.f(this),x=function(){return token}}function y(){u("https://acme.firebaseio.com")}g(`$R`)';
    expect(one(templates(code))?.value).toBe('https://acme.firebaseio.com');
    const comment = 'a(`$X`)}function f(e){/* https://b.firebaseio.com */return g("https://acme.firebaseio.com")+`$Y`}';
    expect(textsIn(jsBundle, templates(comment), NAME).map(({ value }) => value)).toContain(
      'https://acme.firebaseio.com',
    );
  });

  it('gives a comment’s words without the literals beside it', () => {
    const text = one('f("a");/* see https://acme.firebaseio.com/docs */g("b")');
    expect(text?.value).toBe('/* see https://acme.firebaseio.com/docs */g(');
  });

  it('knows line, column and offset behind characters of several bytes', () => {
    const content = `// grüße 🌍\nvar a="é", b="https://acme.firebaseio.com";`;
    const text = one(content);
    const offset = text?.place.offset ?? 0;
    expect(text?.place).toMatchObject({ line: 2, column: 15, locator: 'js line 2 column 15' });
    expect(Buffer.from(content).toString('utf8', offset, offset + 12)).toBe('https://acme');
  });

  it('gives each literal once, and all of them', () => {
    const urls = Array.from({ length: 500 }, (_, index) => `https://acme-${index}.s3.amazonaws.com/amazonaws.com`);
    const texts = textsIn(jsBundle, `var u=[${urls.map((url) => `"${url}"`).join(',')}]`, NAME);
    expect(texts.map(({ value }) => value)).toEqual(urls);
  });

  it('puts members of the same object before what stands nearer', () => {
    const text = one(
      'x("near1");init({region:"eu-west-1",nested:{a:"inner"},host:"https://acme.s3.amazonaws.com",pool:"eu-west-1:1"});y("near2")',
    );
    const around = text?.around?.() ?? [];
    expect(around.slice(0, 2)).toEqual([
      { value: 'eu-west-1:1', key: 'pool', at: 6 },
      { value: 'eu-west-1', key: 'region', at: expect.any(Number) },
    ]);
    expect(around.find(({ value }) => value === 'near1')?.at).toBeUndefined();
    expect(around.map(({ value }) => value)).toEqual(expect.arrayContaining(['inner', 'near1', 'near2']));
  });

  it('reads a RAM bundle module by module', () => {
    const modules = [
      '__d(function(){a="https://zero.firebaseio.com"})',
      '',
      '\n__d(function(){b="https://two.firebaseio.com"})',
    ];
    const bytes = ramBundle('var s="https://start.firebaseio.com"', modules);
    expect(jsBundle.sniff(bytes.subarray(0, 64), 'x')).toBe(true);
    const texts = textsOf(readAll(jsBundle, bytes, 'main.jsbundle'));
    expect(texts.map(({ value, place }) => [value, place.locator])).toEqual([
      ['https://start.firebaseio.com', 'js startup line 1 column 8'],
      ['https://zero.firebaseio.com', 'js module 0 line 1 column 19'],
      ['https://two.firebaseio.com', 'js module 2 line 2 column 19'],
    ]);
    const offset = texts[2]?.place.offset ?? 0;
    expect(bytes.toString('latin1', offset, offset + 11)).toBe('https://two');
  });

  it('cuts a window where a literal is too long to be a value', () => {
    const blob = 'QUJD'.repeat(50_000);
    const text = one(`var a="${blob}amazonaws.com${blob}"`);
    expect(text?.value.length).toBeLessThan(2_000);
    expect(text?.value).toContain('amazonaws.com');
  });

  it('survives hostile bytes', () => {
    survivesHostileBytes(jsBundle, Buffer.from("var a={u:\"https://acme.firebaseio.com\",`x`:'z\\''}"), NAME);
    survivesHostileBytes(
      jsBundle,
      ramBundle('s="https://acme.firebaseio.com"', ['t="https://b.firebaseio.com"']),
      NAME,
    );
  });

  it('reads 12 MB in one line, which a quadratic reader would not end in time', () => {
    const statement = `a({k:"v",u:"https://acme.firebaseio.com/é",n:12,s:"${'x'.repeat(250)}"});`;
    const copies = 40_000;
    const bytes = Buffer.from(statement.repeat(copies));
    expect(bytes.length).toBeGreaterThan(12_000_000);
    const texts = textsOf(readAll(jsBundle, bytes, NAME));
    expect(texts).toHaveLength(copies);
    expect(texts.at(-1)?.place).toMatchObject({ line: 1, column: (copies - 1) * statement.length + 13 });
  });

  it('reads a hostile line that is full of anchors and has no end of a literal', () => {
    const bytes = Buffer.from(`"${'amazonaws.com '.repeat(100_000)}`);
    const readings = readAll(jsBundle, bytes, NAME);
    expect(readings.length).toBeGreaterThan(0);
    expect(readings.length).toBeLessThan(5_000);
  });
});

function ramBundle(startup: string, modules: readonly string[]): Buffer {
  const code = [startup, ...modules].map((module) => (module === '' ? Buffer.alloc(0) : Buffer.from(`${module}\0`)));
  const header = Buffer.alloc(12 + 8 * modules.length);
  header.writeUInt32LE(0xfb0bd1e5, 0);
  header.writeUInt32LE(modules.length, 4);
  header.writeUInt32LE(code[0]?.length ?? 0, 8);
  let offset = code[0]?.length ?? 0;
  for (const [index, module] of code.slice(1).entries()) {
    header.writeUInt32LE(offset, 12 + 8 * index);
    header.writeUInt32LE(module.length, 16 + 8 * index);
    offset += module.length;
  }
  return Buffer.concat([header, ...code]);
}
