import { describe, expect, it } from 'vitest';
import { properties } from '../../src/formats/properties.ts';
import { text } from '../../src/formats/text.ts';
import { xmlText } from '../../src/formats/xml-text.ts';
import { survivesHostileBytes } from '../helpers/hostile.ts';
import { readAll, textsIn, textsOf } from '../helpers/reading.ts';

const URL = 'https://acme.firebaseio.com';

describe('text', () => {
  it.each([
    ['Kotlin', `    const val API: String = "${URL}"`, URL, 'API', 30],
    ['Java', `  private static final String API = "${URL}";`, URL, 'API', 38],
    ['Swift dictionary', `let c = ["db": "${URL}"]`, URL, 'db', 17],
    ['Dart', `final db = '${URL}';`, URL, 'db', 13],
    ['Python raw string', `DB = r"${URL}"`, URL, 'DB', 8],
    ['triple quotes', `val q = """${URL}"""`, URL, 'q', 12],
    ['Gradle field', `buildConfigField "String", "DB_URL", "\\"${URL}\\""`, URL, 'DB_URL', 41],
    ['YAML', `  db_url: ${URL}  # main`, URL, 'db_url', 11],
    ['shell', `export DB=${URL}`, URL, 'DB', 11],
    ['PHP array', `'db' => '${URL}',`, URL, 'db', 10],
    ['Go', `db := "${URL}"`, URL, 'db', 8],
    ['HTML attribute', `<a href="${URL}">docs</a>`, URL, 'href', 10],
    ['element text', `<string name="db">${URL}</string>`, URL, 'db', 19],
    ['Markdown code', `Use \`${URL}\` now`, URL, undefined, 6],
    ['running text', `see ${URL}.`, `see ${URL}.`, undefined, 1],
    ['comment', `// don't use ${URL}`, `// don't use ${URL}`, undefined, 1],
  ])('%s', (_, line, value, key, column) => {
    const texts = textsIn(text, `first line\n${line}\nlast line`, 'x.txt');
    expect(texts.map((found) => [found.value, found.key, found.place.line, found.place.column])).toEqual([
      [value, key, 2, column],
    ]);
  });

  it('reads a binary file that begins with text as runs', () => {
    const texts = textsIn(text, `%PDF-1.4 ${'x'.repeat(2_000)}\0\0${URL}\0`, 'x.pdf');
    expect(texts.map(({ value, place }) => [value, place.line])).toEqual([[URL, undefined]]);
  });

  it.each([
    ['YAML', `store:\n  url: ${URL}\n  secret: abc\n`, [{ value: 'abc', key: 'secret', at: 28 }]],
    [
      'lines of notes',
      `first\n${URL}\nsecond\n`,
      [
        { value: 'first', at: -6 },
        { value: 'second', at: 28 },
      ],
    ],
    ['what stands between quotes once', `a = "x"\n${URL}\n`, [{ value: 'x', key: 'a', at: -2 }]],
  ])('says what stands on the lines around: %s', (_, content, expected) => {
    const [found] = textsIn(text, content, 'x.yaml');
    expect(found?.around?.()).toEqual(expected);
  });

  it('takes no cut line for a value', () => {
    const [found] = textsIn(text, `${'x'.repeat(4_000)}\n${URL}\n${'y'.repeat(4_000)}`, 'x.txt');
    expect(found?.around?.()).toEqual([]);
  });

  it('gives every value of a line', () => {
    const texts = textsIn(text, 'a("https://a.firebaseio.com", "https://b.firebaseio.com")', 'x.kt');
    expect(texts.map(({ value }) => value)).toEqual(['https://a.firebaseio.com', 'https://b.firebaseio.com']);
  });

  it('survives hostile bytes', () => {
    survivesHostileBytes(text, Buffer.from(`a = "${URL}"\n<b name='c'>${URL}</b>\nd: ${URL} # é`), 'x.txt');
  });
});

describe('properties', () => {
  const named = (content: string, name = '.env') =>
    textsIn(properties, content, name).map(({ value, key, place }) => [key, value, place.line, place.locator]);

  it.each([
    ['plain', `DB=${URL}`, URL],
    ['quoted', `DB="${URL}"`, URL],
    ['export', `export DB='${URL}'`, URL],
    ['comment behind', `DB=${URL} # main`, URL],
    ['fragment is no comment', `DB=${URL}/#x`, `${URL}/#x`],
    ['escaped colon', 'DB=https\\://acme.firebaseio.com', URL],
    ['spaces', `DB = ${URL}  `, URL],
    ['Windows line end', `DB=${URL}\r\n`, URL],
  ])('%s', (_, content, value) => {
    expect(named(`# note\n${content}`)).toEqual([['DB', value, 2, 'DB']]);
  });

  it('names the section', () => {
    expect(named(`[prod]\ndb = ${URL}`, 'settings.ini')).toEqual([['db', URL, 2, 'prod.db']]);
  });

  it('reads the values of an array or object one by one', () => {
    expect(named(`DB={"a":"${URL}"}\nHOSTS=["x", "https://b.firebaseio.com"]`)).toEqual([
      ['a', URL, 1, undefined],
      [undefined, 'https://b.firebaseio.com', 2, undefined],
    ]);
  });

  it('takes the empty reference out of xcconfig', () => {
    expect(named('DB = https:/$()/acme.firebaseio.com', 'Release.xcconfig')).toEqual([['DB', URL, 1, 'DB']]);
  });

  it('hands on wanted names and what stands around', () => {
    const texts = textsIn(properties, 'A=1\nSUPABASE_KEY=abc\nB=2\n', 'flutter_assets/.env');
    expect(texts.map(({ value }) => value)).toEqual(['abc']);
    expect(texts[0]?.around?.()).toEqual([
      { value: '1', key: 'A', at: -1 },
      { value: '2', key: 'B', at: 1 },
    ]);
  });

  it('reads hits outside of pairs', () => {
    expect(textsIn(properties, `# see ${URL}\nA=1`, '.env').map(({ value }) => value)).toEqual([`# see ${URL}`]);
  });

  it('survives hostile bytes', () => {
    survivesHostileBytes(properties, Buffer.from(`[s]\nA="${URL}\nB=x\\\ny\n`), '.env');
  });
});

describe('xml-text', () => {
  const STRINGS = `<?xml version="1.0" encoding="utf-8"?>
<resources>
  <!-- https://comment.firebaseio.com -->
  <string name="firebase_database_url" translatable="false">${URL}</string>
  <string name="google_storage_bucket">acme-prod</string>
  <string name="quoted">"https://a.firebaseio.com/it\\'s?a=1&amp;b=2"</string>
  <string name="cdata"><![CDATA[https://c.firebaseio.com?a&b]]></string>
  <string-array name="hosts"><item>https://i.firebaseio.com</item></string-array>
</resources>`;

  it('reads Android resources', () => {
    const texts = textsIn(xmlText, STRINGS, 'res/values/strings.xml');
    expect(texts.map(({ key, value, place }) => [key, value, place.locator, place.line])).toEqual([
      ['firebase_database_url', URL, 'string/firebase_database_url', 4],
      ['google_storage_bucket', 'acme-prod', 'string/google_storage_bucket', 5],
      ['quoted', "https://a.firebaseio.com/it's?a=1&b=2", 'string/quoted', 6],
      ['cdata', 'https://c.firebaseio.com?a&b', 'cdata', 7],
      ['item', 'https://i.firebaseio.com', 'item', 8],
      [undefined, '<!-- https://comment.firebaseio.com -->', undefined, 3],
    ]);
  });

  it('names a value after the name beside it', () => {
    const xml = `<widget><meta-data android:name="com.acme.DB" android:value="${URL}"/><preference name="Bucket" value='acme.appspot.com' /><content src="${URL}/x"/></widget>`;
    const texts = textsIn(xmlText, xml, 'res/xml/config.xml');
    expect(texts.map(({ key, value, place }) => [key, value, place.locator])).toEqual([
      ['com.acme.DB', URL, 'meta-data[com.acme.DB]@android:value'],
      ['Bucket', 'acme.appspot.com', 'preference[Bucket]@value'],
      ['src', `${URL}/x`, 'content@src'],
    ]);
  });

  it('reads UTF-16', () => {
    const bytes = Buffer.from(`\uFEFF<?xml version="1.0"?><a b="${URL}"/>`, 'utf16le');
    expect(xmlText.sniff(bytes.subarray(0, 64), 'x')).toBe(true);
    expect(textsOf(readAll(xmlText, bytes, 'x.xml')).map(({ value }) => value)).toEqual([URL]);
  });

  it('survives hostile bytes', () => {
    survivesHostileBytes(xmlText, Buffer.from(STRINGS), 'res/values/strings.xml');
  });
});
