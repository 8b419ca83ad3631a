import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALLS, usageOf } from '../../src/backends/calls.ts';
import type { Entry, Reading, Wanted } from '../../src/formats/format.ts';
import { decoderOf } from '../../src/formats/hermes/code.ts';
import { instructionSets } from '../../src/formats/hermes/instructions.ts';
import { hermes } from '../../src/formats/hermes.ts';
import { compileAnchors } from '../../src/shared/anchors.ts';
import { problemsOf, textsOf } from '../helpers/reading.ts';

/** `calls.js`, compiled for each version: what it hands to SDKs, and what stands beside what. */
const FIXTURES = new URL('./fixtures/hermes/', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(name, FIXTURES));
const bundles = readdirSync(FIXTURES).filter((name) => /^calls-v\d+\.hbc$/.test(name));

const search = compileAnchors(['firebaseapp.com', '.supabase.', 'appspot.com', 'AIza', 'sb_publishable_']);
const WANTED: Wanted = {
  text: () => false,
  key: (name) => ['projectid', 'storage_bucket'].includes(name.toLowerCase()),
  calls: CALLS,
};

function entryOf(bytes: Buffer): Entry {
  const place = { origin: 'artifact', path: 'app.apk', entry: 'app.apk!/index.android.bundle' } as const;
  return { name: 'index.android.bundle', bytes, base: 0, hits: search.find(bytes), place };
}

const read = (bytes: Buffer): readonly Reading[] => [...hermes.read(entryOf(bytes), WANTED)];

function usagesIn(bytes: Buffer): readonly string[] {
  const usages = textsOf(read(bytes)).flatMap((text) => usageOf(text) ?? []);
  return [...new Set(usages.map(({ kind, path }) => `${kind} ${path}`))].sort();
}

const EXPECTED = [
  'cloud-functions /chargeCard',
  'firebase-database /chats/all',
  'firebase-database /presence',
  'firebase-database /scores',
  'firestore /archive',
  'firestore /invoices',
  'firestore /orders',
  'firestore /users',
  'gcs /avatars',
  'gcs /photos/raw',
  'gcs /receipts',
  'supabase /functions/v1/send-mail',
  'supabase /rest/v1/caught',
  'supabase /rest/v1/one',
  'supabase /rest/v1/profiles',
  'supabase /rest/v1/rpc/leaderboard',
  'supabase /rest/v1/rpc/seven_arguments',
  'supabase /rest/v1/tried',
  'supabase /rest/v1/two',
  'supabase /storage/v1/covers',
];

describe('calls in Hermes bytecode', () => {
  it('has bundles of eight versions to read', () => {
    expect(bundles).toHaveLength(8);
  });

  for (const name of bundles) {
    it(`gives the names that ${name} hands to the SDKs, and no other`, () => {
      expect(usagesIn(fixture(name))).toEqual(EXPECTED);
      expect(problemsOf(read(fixture(name)))).toEqual([]);
    });

    it(`gives what stands under a known name in ${name}, and the members of its object`, () => {
      const texts = textsOf(read(fixture(name)));
      const value = (key: string) => texts.find((text) => text.key === key)?.value;
      expect(value('STORAGE_BUCKET')).toBe('acme-by-name');
      expect(value('projectId')).toBe('acme-hermes');
      const key = texts.find((text) => text.value.startsWith('AIza'));
      expect(key?.key).toBe('apiKey');
      expect(key?.around?.().slice(0, 3)).toEqual([
        { key: 'authDomain', value: 'acme-hermes.firebaseapp.com', at: 1 },
        { key: 'projectId', value: 'acme-hermes', at: 2 },
        { key: 'storageBucket', value: 'acme-hermes.appspot.com', at: 3 },
      ]);
    });

    it(`puts address and key of one function of ${name} side by side`, () => {
      const url = textsOf(read(fixture(name))).find((text) => text.value.endsWith('.supabase.co'));
      expect(url?.place.locator).toMatch(/^hermes string \d+ in function \d+$/);
      expect(url?.around?.()[0]?.value).toBe('sb_publishable_0123456789abcdefghijklmnopqrstu');
    });
  }

  it('names the function', () => {
    const text = textsOf(read(fixture('calls-v96.hbc'))).find(({ value }) => value === 'photos/raw');
    expect(text?.place.locator).toMatch(/^hermes string \d+ in chats$/);
  });

  it('asks for calls only in a bundle that names the service', () => {
    const entry = entryOf(fixture('calls-v96.hbc'));
    const hits = entry.hits.filter(({ offset, length }) =>
      entry.bytes.toString('latin1', offset, offset + length).startsWith('AIza'),
    );
    expect(textsOf([...hermes.read({ ...entry, hits }, WANTED)]).flatMap((text) => usageOf(text) ?? [])).toEqual([]);
  });

  it.each([90, 97])(
    'reads the strings alone where the instructions are not those of version %i, and says so',
    (version) => {
      const bytes = fixture(version < 97 ? 'calls-v96.hbc' : 'calls-v98.hbc');
      bytes.writeUInt32LE(version, 8);
      expect(problemsOf(read(bytes))).toEqual([
        expect.stringMatching(`^limit: the code of Hermes bytecode version ${version} was not understood`),
      ]);
      expect(usagesIn(bytes)).toEqual([]);
      expect(textsOf(read(bytes)).some(({ value }) => value === 'acme-hermes.firebaseapp.com')).toBe(true);
    },
  );

  it('survives any bit that is turned over', () => {
    const bytes = fixture('calls-v96.hbc');
    const flips = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(7)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(flips, fc.constantFrom(74, 84, 96, 98, 99), (places, version) => {
        const broken = Buffer.from(fixture(`calls-v${version}.hbc`));
        for (const [at, bit] of places) broken[at % broken.length] = (broken[at % broken.length] ?? 0) ^ (1 << bit);
        for (const text of textsOf(read(broken))) text.around?.();
      }),
      { numRuns: 400 },
    );
  });
});

describe('instructions', () => {
  it('are as many as in the lists of the releases', () => {
    const counts = [58, 59, 71, 74, 76, 83, 85, 89, 90, 94, 96, 98, 99].map((version) => [
      version,
      ...instructionSets(version).map((set) => set.length),
    ]);
    expect(counts).toEqual([
      [58, 176],
      [59, 177],
      [71, 177],
      [74, 180],
      [76, 180],
      [83, 185],
      [85, 201, 199],
      [89, 204],
      [90, 204],
      [94, 206],
      [96, 206],
      [98, 219],
      [99, 220],
    ]);
  });

  it('are not known of versions that no released compiler wrote', () => {
    expect(instructionSets(56)).toEqual([]);
    expect(instructionSets(97)).toEqual([]);
    expect(instructionSets(100)).toEqual([]);
  });

  it('are made ready once, not for every bundle: that took longer than to read a small one', () => {
    const [first, again] = [instructionSets(96), instructionSets(96)].map(([set]) => decoderOf(set ?? []));
    expect(first?.operations.some((operation) => operation !== undefined)).toBe(true);
    expect(again).toBe(first);
  });
});
