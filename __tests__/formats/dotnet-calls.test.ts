import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALLS } from '../../src/backends/calls.ts';
import { codeAt, visitCode } from '../../src/formats/dotnet/il.ts';
import { metadataOf, methodDefinition, rowsOf } from '../../src/formats/dotnet/metadata.ts';
import { dotnetAssembly } from '../../src/formats/dotnet-assembly.ts';
import type { Reading } from '../../src/formats/format.ts';
import { entryOf, textsOf, WANTED } from '../helpers/reading.ts';

/** `Calls.cs`, compiled against `Sdk.cs`. */
const ASSEMBLY = readFileSync(new URL('./fixtures/dotnet/Calls.dll', import.meta.url));
const read = (bytes: Buffer): readonly Reading[] => [
  ...dotnetAssembly.read(entryOf(bytes, 'Calls.dll'), { ...WANTED, calls: CALLS }),
];

describe('calls in .NET assemblies', () => {
  it('gives the strings that code and attributes hand to the SDKs, and no other', () => {
    const given = textsOf(read(ASSEMBLY)).filter(({ key }) => key !== undefined);
    expect(given.map(({ key, value, place }) => `${place.locator?.replace(/0x\w+/, '…')}: ${key} = ${value}`)).toEqual([
      '#US … in Acme.Store::Users: Firebase.Firestore.FirebaseFirestore::Collection = users/1/orders',
      '#US … in Acme.Store::Users: Firebase.Firestore.FirebaseFirestore::CollectionGroup = archive',
      '#US … in Acme.Store::Chats: Firebase.Database.FirebaseDatabase::GetReference = chats',
      '#US … in Acme.Store::Options: firebase_project_id = acme-by-code',
      '#US … in Acme.Store::Leaders: Supabase.Client::Rpc = generic_call',
      '#US … in Acme.Store::Leaders: Supabase.Client::Rpc = leaderboard',
      '#US … in Acme.Store::Covers: Supabase.Storage.Interfaces.IStorageClient`2::From = covers',
      '#US … in Acme.Store::Upload: s3_bucket = acme-plain-uploads',
      '#US … in Acme.Store::Orders: dynamodb_table = AcmeItems',
      '#US … in Acme.Store::Player: Parse.ParseObject::.ctor = Player',
      'attribute Supabase.Postgrest.Attributes.TableAttribute: Supabase.Postgrest.Attributes.TableAttribute::.ctor = profiles',
      'attribute Amazon.DynamoDBv2.DataModel.DynamoDBTableAttribute: dynamodb_table = AcmeOrders',
    ]);
  });

  it('says who uses a string, and what stands in the same method', () => {
    const url = textsOf(read(ASSEMBLY)).find(({ value }) => value === 'https://acme-key.s3.amazonaws.com/');
    expect(url).toMatchObject({ holder: 'Acme.Store', place: { locator: '#US 0x7000011b in Acme.Store::Upload' } });
    expect(url?.around?.()[0]).toEqual({ value: 'acme-plain-uploads', at: -12 });
  });

  it('reads an assembly in which the search saw nothing only if it refers to an SDK', () => {
    const entry = { ...entryOf(ASSEMBLY, 'Calls.dll'), hits: [] };
    expect([...dotnetAssembly.read(entry, WANTED)]).toEqual([]);
    expect(textsOf([...dotnetAssembly.read(entry, { ...WANTED, calls: CALLS })])).toHaveLength(12);
  });

  it('knows how long every instruction is', () => {
    const metadata = metadataOf(ASSEMBLY);
    if (metadata === undefined) throw new Error('no metadata');
    const loaded: string[] = [];
    for (let method = 1; method <= rowsOf(metadata, 'methods'); method += 1) {
      const { name, address } = methodDefinition(metadata, method);
      const code = codeAt(ASSEMBLY, address);
      if (code === undefined) continue;
      const visitor = { string: () => loaded.push(name), call: () => {} };
      visitCode(metadata, code, visitor);
    }
    expect(loaded.filter((name) => name === 'Users')).toHaveLength(3);
    expect(loaded.filter((name) => name === 'Either')).toHaveLength(2);
  });

  it('survives any bit that is turned over', () => {
    const flips = fc.array(fc.tuple(fc.nat(ASSEMBLY.length - 1), fc.nat(7)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(flips, (places) => {
        const broken = Buffer.from(ASSEMBLY);
        for (const [at, bit] of places) broken[at] = (broken[at] ?? 0) ^ (1 << bit);
        for (const text of textsOf(read(broken))) text.around?.();
      }),
      { numRuns: 500 },
    );
  });
});
