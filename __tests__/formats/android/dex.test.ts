import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dex } from '../../../src/formats/dex.ts';
import { fixture, located, problemsOf, readingsOf, textAt, textsOf } from './reading.ts';
import { writeDex, writeDexContainer } from './write-dex.ts';

describe('dex', () => {
  const bytes = fixture('classes.dex');
  const readings = readingsOf(dex, 'classes.dex', bytes);

  it('is recognised by content, and by name if the content is hidden', () => {
    expect(dex.sniff(bytes.subarray(0, 64), 'assets/payload.bin')).toBe(true);
    expect(dex.sniff(Buffer.alloc(64), 'base/dex/classes2.dex')).toBe(true);
    expect(dex.sniff(Buffer.alloc(64), 'assets/other.bin')).toBe(false);
  });

  it('gives each string with the class and member that use it', () => {
    expect(located(readings)).toEqual([
      'Lcom/acme/Api; = https://acme-annotated.s3.amazonaws.com/',
      'Lcom/acme/Api;-><init> = gs://acme-held',
      'Lcom/acme/Api;->BASE_URL = https://acme-shop-default-rtdb.firebaseio.com/',
      'Lcom/acme/Api;->bucket = acme-static-bucket',
      'Lcom/acme/Api;->get = gs://acme-get',
      'Lcom/acme/Api;->get = gs://acme-header',
      'Lcom/acme/Api;->upload = gs://acme-jumbo',
      'Lcom/acme/Api;->upload = https://acme-prod-uploads.s3.eu-central-1.amazonaws.com/ü𝔘\0end',
      'Lcom/acme/Users;->first = gs://acme-shared',
      'Lcom/acme/Users;->second = gs://acme-shared',
      expect.stringMatching(/^bytes \d+ = gs:\/\/acme-bytes-ab/),
    ]);
    expect(problemsOf(readings)).toEqual([]);
  });

  it('names the holder, and the field that holds the string', () => {
    expect(textAt(readings, 'Lcom/acme/Api;->BASE_URL')).toMatchObject({ holder: 'com.acme.Api', key: 'BASE_URL' });
    expect(textAt(readings, 'Lcom/acme/Api;-><init>')).toMatchObject({ holder: 'com.acme.Api', key: 'secret' });
    expect(textAt(readings, 'Lcom/acme/Users;->first').key).toBeUndefined();
  });

  it('names source file and line as the compiler kept them', () => {
    const sources = textsOf(readings).map(({ value, place }) => [value.slice(0, 20), place.source]);
    expect(Object.fromEntries(sources)).toMatchObject({
      'gs://acme-held': 'Api.kt:11',
      'gs://acme-jumbo': 'Api.kt:24',
      'gs://acme-shared': 'Users.kt',
      'gs://acme-get': 'Api.kt',
    });
  });

  it('gives what stands around: the method by distance, then the class, then the pool', () => {
    const values = (textAt(readings, 'Lcom/acme/Api;->upload').around?.() ?? []).map((neighbour) => neighbour.value);
    const jumbo = textsOf(readings).find((text) => text.value === 'gs://acme-jumbo');
    expect(jumbo?.around?.().map((neighbour) => neighbour.value)[0]).toBe('next to it');
    expect(values.slice(0, 3)).toContain('far in the method');
    expect(values).toContain('acme-static-bucket');
    expect(textAt(readings, 'Lcom/acme/Api;->bucket').around?.()[0]).toEqual({
      key: 'BASE_URL',
      value: 'https://acme-shop-default-rtdb.firebaseio.com/',
    });
  });

  it('points at the bytes of the string', () => {
    const { value, place } = textAt(readings, 'Lcom/acme/Api;->BASE_URL');
    const start = place.offset ?? -1;
    expect(bytes.toString('latin1', start, start + value.length)).toBe(value);
    expect(bytes[start + value.length]).toBe(0);
  });

  it('says that a dex is encrypted, malformed or not for it', () => {
    expect(problemsOf(readingsOf(dex, 'classes.dex', randomBytes(20_000)))[0]).toMatch(/^encrypted: /);
    expect(problemsOf(readingsOf(dex, 'classes.dex', Buffer.alloc(200)))[0]).toMatch(/^malformed: /);
    expect(problemsOf(readingsOf(dex, 'x', Buffer.from('cdex001\0gs://acme-compact\0')))[0]).toMatch(/^unsupported: /);
  });

  it('hands on raw runs of what it cannot read', () => {
    const readings = readingsOf(dex, 'x', Buffer.from('cdex001\0gs://acme-compact\0'));
    expect(located(readings)).toEqual(['bytes 8 = gs://acme-compact']);
  });
});

describe('written dex files', () => {
  const api = { type: 'Lcom/acme/Api;', methods: [{ name: 'upload', strings: ['gs://acme-first', 'beside'] }] };
  const users = { type: 'Lcom/acme/Users;', methods: [{ name: 'load', strings: ['gs://acme-second', 'users'] }] };

  it('reads every dex of a container of version 041', () => {
    const bytes = writeDexContainer([[api], [users]]);
    expect(bytes.toString('latin1', 0, 7)).toBe('dex\n041');
    expect(located(readingsOf(dex, 'classes.dex', bytes))).toEqual([
      'Lcom/acme/Api;->upload = gs://acme-first',
      'Lcom/acme/Users;->load = gs://acme-second',
    ]);
  });

  it.each(['035', '037', '038', '039', '040'])('reads version %s', (version) => {
    const bytes = writeDex([api]);
    bytes.write(version, 4, 'latin1');
    expect(located(readingsOf(dex, 'classes.dex', bytes))).toEqual(['Lcom/acme/Api;->upload = gs://acme-first']);
  });

  it('gives a bounded number of places, the app’s own before those of libraries', () => {
    const library = Array.from({ length: 30 }, (_, index) => ({
      type: `Lcom/google/android/gms/internal/c${index + 10};`,
      methods: [{ name: 'get', strings: ['gs://acme-common'] }],
    }));
    const own = { type: 'Lorg/example/Late;', methods: [{ name: 'get', strings: ['gs://acme-common'] }] };
    const texts = textsOf(readingsOf(dex, 'classes.dex', writeDex([...library, own])));
    expect(texts).toHaveLength(8);
    expect(texts[0]?.holder).toBe('org.example.Late');
  });

  it('gives once what a method uses twice', () => {
    const twice = { type: 'La;', methods: [{ name: 'b', strings: ['gs://acme-twice', 'x', 'gs://acme-twice'] }] };
    expect(located(readingsOf(dex, 'classes.dex', writeDex([twice])))).toEqual(['La;->b = gs://acme-twice']);
  });

  it('attributes code that methods share to the first of them', () => {
    const first = { name: 'a', strings: ['gs://acme-common'] };
    const second = { name: 'b', strings: [], shared: true } as const;
    const bytes = writeDex([
      { type: 'Lcom/acme/One;', methods: [first, second] },
      { type: 'Lcom/acme/Two;', methods: [second] },
    ]);
    expect(located(readingsOf(dex, 'classes.dex', bytes))).toEqual(['Lcom/acme/One;->a = gs://acme-common']);
  });

  it('reads code at an odd offset', () => {
    const odd = { name: 'odd', strings: ['beside', 'gs://acme-odd'], odd: true } as const;
    const even = { name: 'even', strings: ['gs://acme-even'] };
    const texts = readingsOf(dex, 'classes.dex', writeDex([{ type: 'La;', methods: [odd, even] }]));
    expect(located(texts)).toEqual(['La;->even = gs://acme-even', 'La;->odd = gs://acme-odd']);
  });

  it('says that it stops where classes share a table without end', () => {
    const methods = Array.from({ length: 700 }, (_, index) => ({ name: `m${index}`, strings: ['gs://acme-many'] }));
    const others = Array.from({ length: 700 }, (_, index) => ({ type: `Lb${index};`, methods: [] }));
    const bytes = writeDex([{ type: 'La;', methods }, ...others]);
    const classes = bytes.readUInt32LE(100);
    const data = bytes.readUInt32LE(classes + 24);
    for (let index = 1; index <= others.length; index += 1) bytes.writeUInt32LE(data, classes + 32 * index + 24);
    const readings = readingsOf(dex, 'classes.dex', bytes);
    expect(problemsOf(readings)).toEqual([expect.stringMatching(/^limit: the dex file claims more code/)]);
    expect(textsOf(readings)[0]?.place.locator).toBe('La;->m0');
  });

  it('tells the compiler’s map id', () => {
    const marker = '~~R8{"compilation-mode":"release","pg-map-id":"f2b84eb","version":"8.10.21"}';
    const bytes = writeDex([{ type: 'La;', methods: [{ name: 'b', strings: [marker] }] }]);
    expect(problemsOf(readingsOf(dex, 'classes.dex', bytes))).toEqual([
      'note: compiled with R8 8.10.21, names may be shortened; their mapping.txt has pg_map_id f2b84eb',
    ]);
  });

  it('says that the file is a packer’s loader', () => {
    const bytes = writeDex([{ type: 'Lcom/stub/StubApp;', methods: [{ name: 'attach', strings: ['x'] }] }]);
    expect(problemsOf(readingsOf(dex, 'classes.dex', bytes))).toEqual([
      expect.stringMatching(/^encrypted: .*Qihoo 360 Jiagu/),
    ]);
  });

  it('bounds the work when many classes share one table', () => {
    const methods = Array.from({ length: 200 }, (_, index) => ({ name: `m${index}`, strings: ['gs://acme-many'] }));
    const bytes = writeDex([{ type: 'La;', methods }]);
    // class_defs claims far more classes than there are; each reads as one with whatever table its bytes point at.
    bytes.writeUInt32LE(0x7fffffff, 96);
    const readings = readingsOf(dex, 'classes.dex', bytes);
    expect(textsOf(readings)[0]?.place.locator).toBe('La;->m0');
  });

  it('gives the window around the anchor of a string that is too long', () => {
    const value = `${'a'.repeat(150_000)} gs://acme-window ${'b'.repeat(150_000)}`;
    const bytes = writeDex([{ type: 'La;', methods: [{ name: 'b', strings: [value] }] }]);
    const texts = textsOf(readingsOf(dex, 'classes.dex', bytes));
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text.value).toMatch(/^a{8000,} gs:\/\/acme-window b{8000,}$/);
  });

  it.each([
    ['ends before its own size', (bytes: Buffer) => bytes.subarray(0, bytes.length - 16)],
    ['ends inside of its tables', (bytes: Buffer) => bytes.subarray(0, 0x74)],
    [
      'claims a table that has no room',
      (bytes: Buffer) => {
        bytes.writeUInt32LE(0x7fffffff, 56);
        return bytes;
      },
    ],
  ])('says that it %s', (_, damage) => {
    const bytes = writeDex([{ type: 'La;', methods: [{ name: 'b', strings: ['gs://acme-cut'] }] }]);
    expect(problemsOf(readingsOf(dex, 'classes.dex', bytes))).toEqual([]);
    expect(problemsOf(readingsOf(dex, 'classes.dex', damage(bytes)))).toContainEqual(
      expect.stringMatching(/^truncated: the dex file is cut off/),
    );
  });
});
