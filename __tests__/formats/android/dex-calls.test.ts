import { describe, expect, it } from 'vitest';
import { CALLS } from '../../../src/backends/calls.ts';
import { dex } from '../../../src/formats/dex.ts';
import { entryOf, fixture, textsOf, WANTED } from './reading.ts';

/** Arguments that come out under the names of calls; `fixtures/source/calls` is assembled by smali. */
function argumentsIn(name: string): string[] {
  const readings = [...dex.read(entryOf(name, fixture(name)), { ...WANTED, calls: CALLS })];
  return textsOf(readings)
    .map(({ key, value, place }) => `${place.locator} ${key} = ${value}`)
    .sort();
}

describe('calls in dex', () => {
  it('gives the strings that code hands to the SDKs, and no other', () => {
    expect(argumentsIn('calls.dex')).toEqual([
      'Lcom/acme/Repo;->chats database child = chats',
      'Lcom/acme/Repo;->options firebase_project_id = acme-by-code',
      'Lcom/acme/Repo;->order firestore document = orders/42',
      'Lcom/acme/Repo;->profiles supabase table of client = profiles',
      'Lcom/acme/Repo;->upload s3_bucket = acme-plain-uploads',
      'Lcom/acme/Repo;->users firestore collection = users',
    ]);
  });

  it('knows a method that R8 renamed by the message that it throws', () => {
    expect(argumentsIn('calls-r8.dex')).toEqual(['La/e;->a firestore collection = patients']);
  });

  it('names source and holder', () => {
    const readings = [...dex.read(entryOf('calls.dex', fixture('calls.dex')), { ...WANTED, calls: CALLS })];
    const users = textsOf(readings).find(({ value }) => value === 'users');
    expect(users).toMatchObject({ holder: 'com.acme.Repo', place: { source: 'Repo.kt:12' } });
    expect(users?.around?.()[0]).toEqual({ value: 'not a collection', at: 4 });
  });

  it('gives nothing that is not asked for', () => {
    expect(textsOf([...dex.read(entryOf('calls.dex', fixture('calls.dex')), WANTED)])).toEqual([]);
  });

  it('reads a file with any of its bytes turned over', () => {
    const bytes = fixture('calls.dex');
    for (let at = 0; at < bytes.length; at += 3) {
      const broken = Buffer.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      for (const reading of dex.read(entryOf('calls.dex', broken), { ...WANTED, calls: CALLS })) {
        expect(reading.type).toMatch(/^(?:text|problem|map-id)$/);
      }
    }
  });
});
