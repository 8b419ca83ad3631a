import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/formats/format.ts';
import { columnNames } from '../../src/formats/sqlite/columns.ts';
import { sqlite } from '../../src/formats/sqlite.ts';
import { survivesHostileBytes } from '../helpers/hostile.ts';
import { entryOf, problemsOf, readAll, textsOf, WANTED } from '../helpers/reading.ts';

const fixture = (name: string) => readFileSync(new URL(`./fixtures/sqlite/${name}`, import.meta.url));
const TEXT = fixture('text.db');
const texts = (bytes: Buffer) => textsOf(readAll(sqlite, bytes, 'x.db'));

describe('sqlite', () => {
  it('reads rows by table, column and row id', () => {
    const live = texts(TEXT).filter(({ place }) => place.locator !== 'sqlite free space');
    const found = live.map(({ value, key, place }) => [place.locator, key, value.trim().slice(-36)]);
    expect(found).toEqual([
      ['sqlite settings.url row 1', 'url', 'https://acme.s3.amazonaws.com/'],
      ['sqlite settings.url row 2', 'url', ' https://acme-far.s3.amazonaws.com/'.padStart(36, 'x')],
      ['sqlite settings.url row 3', 'url', 'https://acme-split.s3.amazonaws.com/'],
      ['sqlite settings.storage_bucket row 4', 'storage_bucket', 'acme-by-key'],
      ['sqlite pairs.column 2', undefined, 'https://acme-pairs.s3.amazonaws.com/'],
      ['sqlite many.url row 41', 'url', 'https://acme-many.s3.amazonaws.com/'],
    ]);
  });

  it('reads what was deleted and still stands there', () => {
    const free = texts(TEXT).filter(({ place }) => place.locator === 'sqlite free space');
    expect(free.some(({ value }) => value.includes('https://acme-deleted.s3.amazonaws.com/'))).toBe(true);
  });

  it('says where a value begins, and what stands beside it', () => {
    const [first] = texts(TEXT);
    const offset = first?.place.offset ?? 0;
    expect(TEXT.toString('latin1', offset, offset + 8)).toBe('https://');
    expect(first?.around?.()).toEqual([{ key: 'name', value: 'api' }]);
  });

  it('says what the other rows of a table of settings hold', () => {
    const [setting] = texts(fixture('settings.db'));
    expect(setting?.around?.()).toEqual([
      { key: 'name', value: 'url' },
      { key: 'secret', value: 'abc' },
    ]);
  });

  it('still reads a value on overflow pages after the row beside it was asked what stands around it', () => {
    const around: unknown[] = [];
    const readings: Reading[] = [];
    for (const reading of sqlite.read(entryOf(fixture('settings.db'), 'x.db'), WANTED)) {
      if (reading.type === 'text') around.push(reading.text.around?.());
      readings.push(reading);
    }
    expect(around).toHaveLength(2);
    expect(problemsOf(readings)).toEqual([]);
    expect(textsOf(readings).map(({ place }) => place.locator)).toEqual([
      'sqlite settings.value row 1',
      'sqlite settings.value row 3',
    ]);
  });

  it('puts together what lies on overflow pages, so that no name is cut', () => {
    const split = texts(TEXT).find(({ place }) => place.locator === 'sqlite settings.url row 3');
    expect(split?.value).toBe(`${'y'.repeat(200)}https://acme-split.s3.amazonaws.com/${' '.repeat(490)}`);
    expect(TEXT.includes('https://acme-split.s3.amazonaws.com/')).toBe(false);
  });

  it('hands on blobs as entries', () => {
    const entries = readAll(sqlite, TEXT, 'x.db').flatMap((one) => (one.type === 'entry' ? [one] : []));
    expect(entries.map(({ name, bytes }) => [name, JSON.parse(bytes.toString()).api])).toEqual([
      ['blobs.body row 1', 'https://acme-blob.s3.amazonaws.com/'],
    ]);
  });

  it('reads UTF-16BE, which the byte search does not see', () => {
    expect(texts(fixture('utf16be.db')).map(({ value, place }) => [value, place.locator])).toEqual([
      ['größe https://acme-be.s3.amazonaws.com/', 'sqlite settings.url row 1'],
    ]);
  });

  it('says which pages do not add up', () => {
    expect(problemsOf(readAll(sqlite, TEXT.subarray(0, 2_048), 'x.db'))[0]).toMatch(/^truncated: .*pages/);
    const header = Buffer.from(TEXT.subarray(0, 512));
    header.writeUInt16BE(500, 16);
    expect(problemsOf(readAll(sqlite, header, 'x.db'))[0]).toMatch(/^malformed:/);
  });

  it('follows no chain of pages in a circle', () => {
    const bytes = Buffer.from(TEXT);
    // Every overflow page, and every right-most child, points to page 2.
    for (let page = 512; page + 4 <= bytes.length; page += 512) bytes.writeUInt32BE(2, page);
    expect(problemsOf(readAll(sqlite, bytes, 'x.db')).length).toBeGreaterThan(0);
  });

  it('survives hostile bytes', () => survivesHostileBytes(sqlite, TEXT, 'x.db'), 60_000);
});

describe('columnNames', () => {
  it.each([
    [
      'CREATE TABLE a (id INTEGER PRIMARY KEY, "b c" TEXT DEFAULT (\'x,y\'), [d] INT, CHECK (id > 1))',
      ['id', 'b c', 'd'],
    ],
    ['CREATE TABLE a(x, y, PRIMARY KEY (x, y))', ['x', 'y']],
    ['CREATE TABLE a ("primary" TEXT, b)', ['primary', 'b']],
    ['CREATE TABLE a (x TEXT PRIMARY KEY, y) WITHOUT ROWID', []],
    ['CREATE TABLE a (x, y AS (x + 1))', []],
    ['CREATE TABLE a', []],
    ['CREATE TABLE a ("x', []],
  ])('%s', (sql, names) => expect(columnNames(sql)).toEqual(names));
});
