import { describe, expect, it } from 'vitest';
import { bundleTable } from '../../../src/formats/aab.ts';
import { arsc } from '../../../src/formats/arsc.ts';
import { fixture, located, problemsOf, readingsOf, textAt, textsOf } from './reading.ts';
import { writeArsc } from './write-arsc.ts';

const TABLES = [
  ['binary', 'resources.arsc', arsc],
  ['proto', 'resources.pb', bundleTable],
] as const;

describe.each(TABLES)('resource table, %s', (folder, name, format) => {
  const bytes = fixture(`${folder}/${name}`);
  const readings = readingsOf(format, name, bytes);

  it('is recognised', () => expect(format.sniff(bytes.subarray(0, 64), `base/${name}`)).toBe(true));

  it('gives strings by name, every configuration, arrays, plurals, and what a reference stands for', () => {
    expect(located(readings)).toEqual([
      'array/hosts[1] = https://acme-array.s3.amazonaws.com',
      'plurals/uploads[other] = gs://acme-plural',
      'string/api_url = https://acme-prod-uploads.s3.eu-central-1.amazonaws.com/ünï/𝔘',
      'string/firebase_database_url (de-rDE) = https://acme-shop-de.firebaseio.com',
      'string/firebase_database_url = https://acme-shop-default-rtdb.firebaseio.com',
      'string/google_storage_bucket = acme-shop.appspot.com',
      'string/project_id = acme-shop',
      'string/styled = see gs://acme-styled there',
      'string/uploads_url = https://acme-prod-uploads.s3.eu-central-1.amazonaws.com/ünï/𝔘',
    ]);
    expect(problemsOf(readings)).toEqual([]);
  });

  it('says what stands around, but not the text itself', () => {
    const text = textAt(readings, 'string/google_storage_bucket');
    const around = text.around?.() ?? [];
    expect(around[0]).toEqual({ key: 'project_id', value: 'acme-shop' });
    expect(around).toContainEqual({
      key: 'firebase_database_url',
      value: 'https://acme-shop-default-rtdb.firebaseio.com',
    });
    expect(around).not.toContainEqual({ key: text.key, value: text.value });
  });

  it('points at the bytes of the value', () => {
    const { value, place } = textAt(readings, 'string/firebase_database_url');
    const start = place.offset ?? -1;
    expect(bytes.toString('utf8', start, start + value.length)).toBe(value);
  });
});

describe('forms of the binary table', () => {
  const entries = [
    { number: 0, name: 'project_id', value: 'acme-shop' },
    { number: 3, name: 'bucket_url', value: 'gs://acme-form' },
    { number: 700, name: 'api_url', value: 0x7f010003 },
    { number: 701, name: 'loop', value: 0x7f0102bd },
    { number: 702, name: 'long', value: `gs://acme-long/${'a'.repeat(40_000)}` },
  ];
  const found = [
    'string/api_url = gs://acme-form',
    'string/bucket_url = gs://acme-form',
    `string/long = gs://acme-long/${'a'.repeat(40_000)}`,
    'string/project_id = acme-shop',
  ];

  for (const offsets of ['plain', 'sparse', 'offset16'] as const) {
    for (const compact of [false, true]) {
      for (const utf8 of [false, true]) {
        it(`reads ${offsets} offsets, ${compact ? 'compact' : 'full'} entries, UTF-${utf8 ? 8 : 16}`, () => {
          const bytes = writeArsc(entries, { offsets, compact, utf8 });
          expect(arsc.sniff(bytes.subarray(0, 64), 'resources.arsc')).toBe(true);
          const readings = readingsOf(arsc, 'resources.arsc', bytes);
          expect(located(readings)).toEqual(found);
          expect(problemsOf(readings)).toEqual([]);
        });
      }
    }
  }

  it('hands on the window around an anchor in a text that is too long', () => {
    const value = `${'a'.repeat(150_000)} gs://acme-window ${'b'.repeat(150_000)}`;
    const bytes = writeArsc([{ number: 0, name: 'blob', value }], { offsets: 'plain', compact: false, utf8: false });
    const texts = textsOf(readingsOf(arsc, 'resources.arsc', bytes));
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text.value).toMatch(/^.{8000,} gs:\/\/acme-window .{8000,}$/);
  });

  it('hands on a string that no resource has', () => {
    const bytes = writeArsc([{ number: 0, name: 'bucket_url', value: 'gs://acme-left' }], {
      offsets: 'plain',
      compact: false,
      utf8: true,
    });
    // The entry becomes a colour.
    bytes[bytes.length - 5] = 0x1c;
    expect(located(readingsOf(arsc, 'resources.arsc', bytes))).toEqual(['string pool 0 = gs://acme-left']);
  });
});

/** A length-delimited field of a protobuf message. */
function field(number: number, body: Buffer | string): Buffer {
  const bytes = Buffer.from(body);
  const length = bytes.length < 0x80 ? [bytes.length] : [(bytes.length & 0x7f) | 0x80, bytes.length >> 7];
  return Buffer.concat([Buffer.from([number * 8 + 2, ...length]), bytes]);
}

/** ResourceTable { package { type { name: "string", entry { name, config_value { config { locale }, value { item { str }}}}}}}. */
function protoStrings(entries: readonly { name: string; values: Readonly<Record<string, string>> }[]): Buffer {
  const body = entries.map(({ name, values }) => {
    const configured = Object.entries(values).map(([locale, value]) =>
      field(6, Buffer.concat([field(1, field(3, locale)), field(2, field(4, field(2, field(1, value))))])),
    );
    return field(3, Buffer.concat([field(2, name), ...configured]));
  });
  const type = Buffer.concat([field(2, 'string'), ...body]);
  // The type is longer than the short form of a length can say.
  const long = (number: number, bytes: Buffer): Buffer => {
    const length = [0, 7, 14].map((shift, index) => ((bytes.length >> shift) & 0x7f) | (index < 2 ? 0x80 : 0));
    return Buffer.concat([Buffer.from([number * 8 + 2, ...length]), bytes]);
  };
  return long(2, long(3, type));
}

describe('a plural of a bundle', () => {
  it('has its quantity zero, which protobuf leaves out', () => {
    const item = field(4, field(2, field(1, 'gs://acme-none')));
    const value = field(2, field(5, field(5, field(1, item))));
    const entry = field(3, Buffer.concat([field(2, 'uploads'), field(6, value)]));
    const bytes = field(2, field(3, Buffer.concat([field(2, 'plurals'), entry])));
    expect(located(readingsOf(bundleTable, 'resources.pb', bytes))).toEqual(['plurals/uploads[zero] = gs://acme-none']);
  });
});

describe('a bundle with many languages', () => {
  it('keeps the settings of one service together, however many translations stand between them', () => {
    const locales = Array.from({ length: 60 }, (_, index) => `${String.fromCharCode(97 + (index % 26))}${index}`);
    const translated = (name: string) => ({
      name,
      values: Object.fromEntries(['', ...locales].map((locale) => [locale, `${name} ${locale}`])),
    });
    const bytes = protoStrings([
      { name: 'firebase_database_url', values: { '': 'https://acme-shop.firebaseio.com' } },
      ...Array.from({ length: 150 }, (_, index) => translated(`label_${index}`)),
      { name: 'project_id', values: { '': 'acme-shop' } },
    ]);
    const readings = readingsOf(bundleTable, 'resources.pb', bytes);
    expect(problemsOf(readings)).toEqual([]);
    const around = textAt(readings, 'string/firebase_database_url').around?.() ?? [];
    expect(around).toContainEqual({ key: 'project_id', value: 'acme-shop' });
    expect(around).toContainEqual({ key: 'label_7', value: 'label_7 ' });
    expect(around).not.toContainEqual({ key: 'label_7', value: 'label_7 c2' });
  });
});
