import { describe, expect, it } from 'vitest';
import { bundleTable } from '../../../src/formats/aab.ts';
import { arsc } from '../../../src/formats/arsc.ts';
import { fixture, located, problemsOf, readingsOf, textAt } from './reading.ts';

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
