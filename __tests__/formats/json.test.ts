import { describe, expect, it } from 'vitest';
import { json } from '../../src/formats/json.ts';
import { survivesHostileBytes } from '../helpers/hostile.ts';
import { problemsOf, readAll, textsIn, textsOf } from '../helpers/reading.ts';

const GOOGLE_SERVICES = JSON.stringify(
  {
    project_info: {
      project_number: '1234567890',
      project_id: 'acme-prod',
      storage_bucket: 'acme-prod.appspot.com',
      firebase_url: 'https://acme-prod.firebaseio.com',
    },
    client: [
      { client_info: { mobilesdk_app_id: '1:1234567890:android:abc' }, api_key: [{ current_key: 'not-a-key' }] },
    ],
    configuration_version: '1',
  },
  null,
  2,
);

describe('json', () => {
  it('gives path, name, line and column of a value', () => {
    const texts = textsIn(json, GOOGLE_SERVICES, 'google-services.json');
    expect(texts.map(({ value, key, place }) => [value, key, place.locator, place.line, place.column])).toEqual([
      ['acme-prod.appspot.com', 'storage_bucket', 'json project_info.storage_bucket', 5, 24],
      ['https://acme-prod.firebaseio.com', 'firebase_url', 'json project_info.firebase_url', 6, 22],
    ]);
  });

  it('gives the members of the same object first', () => {
    const around = textsIn(json, GOOGLE_SERVICES, 'google-services.json')[0]?.around?.() ?? [];
    expect(around.slice(0, 3)).toEqual([
      { key: 'project_id', value: 'acme-prod', at: expect.any(Number) },
      { key: 'firebase_url', value: 'https://acme-prod.firebaseio.com', at: expect.any(Number) },
      { key: 'project_number', value: '1234567890', at: expect.any(Number) },
    ]);
    expect(around).toContainEqual({ key: 'current_key', value: 'not-a-key' });
  });

  it('hands on what stands under a wanted name without an anchor', () => {
    const texts = textsIn(json, '{"a":{"SUPABASE_KEY":"xyz","other":"xyz"}}', 'assets/app.config');
    expect(texts.map(({ value, key }) => [value, key])).toEqual([['xyz', 'SUPABASE_KEY']]);
  });

  it('names a value in an array after the array', () => {
    const texts = textsIn(json, '{"hosts":["a",["https://b.firebaseio.com"]]}', 'x.json');
    expect(texts.map(({ key, place }) => [key, place.locator])).toEqual([['hosts', 'json hosts[1][0]']]);
  });

  it('sees an anchor behind escapes', () => {
    const texts = textsIn(json, '{"u":"https:\\/\\/acme.s3.amazonaws\\u002ecom"}', 'x.json');
    expect(texts.map(({ value }) => value)).toEqual(['https://acme.s3.amazonaws.com']);
  });

  it('bears comments, trailing commas and a byte order mark', () => {
    const texts = textsIn(
      json,
      '\uFEFF{ // https://comment.firebaseio.com\n "u": "https://acme.firebaseio.com", /* x */ }',
      'x.json',
    );
    expect(texts.map(({ value }) => value)).toContain('https://acme.firebaseio.com');
  });

  it('reads UTF-16', () => {
    const bytes = Buffer.from('\uFEFF{"u":"https://größe.firebaseio.com"}', 'utf16le');
    expect(json.sniff(bytes.subarray(0, 64), 'x.json')).toBe(true);
    const texts = textsOf(readAll(json, bytes, 'x.json'));
    expect(texts.map(({ value, place }) => [value, place.column, place.offset])).toEqual([
      ['https://größe.firebaseio.com', 7, 14],
    ]);
  });

  it('reads hits in names and behind the place where the file breaks', () => {
    const texts = textsIn(
      json,
      '{"https://name.firebaseio.com":{"a":"b"}, "x": <<< "https://rest.firebaseio.com"',
      'x.json',
    );
    expect(texts.map(({ value }) => value)).toEqual(['https://name.firebaseio.com', 'https://rest.firebaseio.com']);
  });

  it('reads the names and quotes of JSON5', () => {
    const texts = textsIn(json, "{storage_bucket: 'acme', nested: {'storage_bucket': \"acme-2\"}}", 'app.json5');
    expect(texts.map(({ key, value, place }) => [key, value, place.locator])).toEqual([
      ['storage_bucket', 'acme', 'json storage_bucket'],
      ['storage_bucket', 'acme-2', 'json nested.storage_bucket'],
    ]);
  });

  it.each([
    ['{"a": "b"', 'truncated: the JSON ends inside an object or array'],
    ['{"a": "b', 'truncated: no longer JSON from line 1 on: behind it only addresses were looked for'],
    [
      '{"a": 1,\n"b": <<<, "storage_bucket": "acme"}',
      'truncated: no longer JSON from line 2 on: behind it only addresses were looked for',
    ],
    ['{"a": 1}}', 'truncated: no longer JSON from line 1 on: behind it only addresses were looked for'],
  ])('says where a file stops to be JSON: %j', (content, problem) => {
    expect(problemsOf(readAll(json, Buffer.from(content), 'assets/app.config'))).toEqual([problem]);
    // What only begins like JSON has no duty to be it.
    expect(problemsOf(readAll(json, Buffer.from(content), 'assets/template'))).toEqual([]);
  });

  it.each(['{"a": [1, true, null, -1.5e3,], // x\n}', '{"a":1}\n{"a":2}\n', '\uFEFF{}', ''])(
    'is content with %j',
    (content) => {
      expect(problemsOf(readAll(json, Buffer.from(content), 'x.json'))).toEqual([]);
    },
  );

  it('hands on a source map’s sources as files of their own', () => {
    const source = `${'// filler\n'.repeat(7_000)}const db = "https://acme.firebaseio.com";`;
    const map = JSON.stringify({
      version: 3,
      sourcesContent: ['short', source],
      sources: ['a.js', 'webpack:///../src/api.ts'],
      mappings: '',
    });
    const entries = readAll(json, Buffer.from(map), 'index.js.map').filter((reading) => reading.type === 'entry');
    expect(entries).toEqual([{ type: 'entry', name: 'src/api.ts', bytes: Buffer.from(source) }]);
  });

  it.each([
    ['{"a":1}', 'config', true],
    ['[{"a":1}]', 'assets/app.manifest', true],
    ['{\n  "a": 1 }', 'amplifyconfiguration.json', true],
    ['{"a":1}', 'x.js', false],
    ['{ margin: 0 }', 'x', false],
    ['\0\0\0\0', 'x.json', false],
  ])('sniffs %s named %s: %s', (content, name, expected) => {
    expect(json.sniff(Buffer.from(content), name)).toBe(expected);
  });

  it('survives hostile bytes and depth', () => {
    survivesHostileBytes(json, Buffer.from(GOOGLE_SERVICES), 'google-services.json');
    const deep = `${'['.repeat(100_000)}"https://acme.firebaseio.com"`;
    expect(textsIn(json, deep, 'x.json').map(({ value }) => value)).toEqual(['https://acme.firebaseio.com']);
  });
});
