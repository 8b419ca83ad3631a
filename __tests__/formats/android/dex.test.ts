import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dex } from '../../../src/formats/dex.ts';
import { fixture, located, problemsOf, readingsOf, textAt, textsOf } from './reading.ts';

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
