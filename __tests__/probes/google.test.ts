import { describe, expect, it } from 'vitest';
import { firebaseDatabase } from '../../src/backends/google/firebase-database.ts';
import { firestore } from '../../src/backends/google/firestore.ts';
import { gcs } from '../../src/backends/google/gcs.ts';
import type { Fake } from '../fakes/fake.ts';
import { createFirebaseDatabase } from '../fakes/firebase-database.ts';
import { createFirestore, type FakeProject } from '../fakes/firestore.ts';
import { createGcs, type FakeGcsBucket } from '../fakes/gcs.ts';
import { type Asking, askFake, openings, provedBy } from '../fakes/serve.ts';

/** Asks, and holds the service to having changed nothing and shown nothing of its users. */
async function ask(asking: Asking, fake: Fake) {
  const asked = await askFake(asking, fake);
  expect(asked.problems).toEqual([]);
  expect([fake.mutations(), asked.dataBytes, asked.names]).toEqual([0, 0, 0]);
  return asked;
}

const LIST = 'storage.objects.list';
const CREATE = 'storage.objects.create';
const DELETE = 'storage.objects.delete';

describe('a Google Cloud Storage bucket', () => {
  const asking = { definition: gcs, name: 'acme-media', mode: 'write' } as const;

  it.each<[string, readonly string[], readonly string[]]>([
    ['nothing', [], []],
    ['to list', [LIST], ['list']],
    ['to list and read', [LIST, 'storage.objects.get'], ['list', 'read']],
    ['to create', [CREATE], ['create']],
    ['to create and delete', [CREATE, DELETE], ['create', 'delete', 'overwrite']],
    ['to change its policy', ['storage.buckets.setIamPolicy'], ['administer']],
  ])('that allows everybody %s', async (_name, iam, can) => {
    const buckets = { 'acme-media': { iam } };
    for (const mode of ['read', 'write'] as const) {
      const { observed } = await ask({ ...asking, mode }, createGcs(buckets));
      expect(provedBy(observed)).toEqual(can);
      expect(observed.some(({ outcome }) => outcome === 'absent')).toBe(false);
    }
  });

  it('that is missing is absent', async () => {
    const { observed } = await ask(asking, createGcs({}));
    expect(observed.map(({ outcome }) => outcome)).toEqual(['absent', 'absent']);
  });
});

describe('Cloud Storage for Firebase', () => {
  const name = 'acme-media.appspot.com';
  const asking = { definition: gcs, name, mode: 'write' } as const;
  const all = () => true;
  const none = () => false;

  it.each<[string, FakeGcsBucket, readonly string[], readonly string[]]>([
    ['open to all', { rules: all }, ['list', 'read'], ['delete', 'list', 'overwrite', 'read']],
    ['closed', { rules: none }, [], []],
    ['open to read', { rules: (operation) => ['get', 'list'].includes(operation) }, ['list', 'read'], ['list', 'read']],
    [
      'open to get, rules of version 1',
      { rules: (operation) => operation === 'get', rulesVersion: 1 },
      ['read'],
      ['read'],
    ],
    ['open to write', { rules: (operation) => !['get', 'list'].includes(operation) }, [], ['delete', 'overwrite']],
    ['open below one folder only', { rules: (_operation, path) => path.startsWith('public/') }, [], []],
    ['not linked', {}, [], []],
  ])('with rules that are %s', async (_name, bucket, byReading, byWriting) => {
    expect(provedBy((await ask({ ...asking, mode: 'read' }, createGcs({ [name]: bucket }))).observed)).toEqual(
      byReading,
    );
    expect(provedBy((await ask(asking, createGcs({ [name]: bucket }))).observed)).toEqual(byWriting);
    const strange = { ...asking, owned: ['gcs:other'] };
    expect(provedBy((await ask(strange, createGcs({ [name]: bucket }))).observed)).toEqual(byReading);
  });

  it('that is missing is absent everywhere, and nothing is tried on it', async () => {
    const { observed, requests } = await ask(asking, createGcs({}));
    expect(new Set(observed.map(({ outcome }) => outcome))).toEqual(new Set(['absent']));
    expect(requests.every((line) => line.startsWith('GET '))).toBe(true);
  });
});

describe('a Realtime Database', () => {
  const host = 'acme-eu.europe-west1.firebasedatabase.app';
  const asking = {
    definition: firebaseDatabase,
    name: 'acme-eu',
    facts: { details: { host }, paths: ['/users'] },
    mode: 'write',
  } as const;

  it.each<[string, Readonly<Record<string, unknown>>, readonly string[], readonly string[]]>([
    ['open', { '.read': true, '.write': true }, ['list', 'read'], ['delete', 'list', 'overwrite', 'read']],
    ['closed', { '.read': false, '.write': false }, [], []],
    ['unwritten', {}, [], []],
    ['for whoever signs in', { '.read': 'auth != null', '.write': 'auth != null' }, [], []],
    ['open to read', { '.read': true }, ['list', 'read'], ['list', 'read']],
    ['open to write', { '.write': true }, [], ['delete', 'overwrite']],
    ['open below a node', { users: { '.read': true } }, ['read'], ['read']],
    ['open below any child', { $any: { '.read': true, '.write': true } }, ['read'], ['delete', 'overwrite', 'read']],
    ['open to new data', { $any: { $id: { '.write': 'newData.exists()' } } }, [], []],
    // The rule sees `users` after the write, which is there as long as another child is.
    ['open to new data of a node', { $any: { '.write': 'newData.exists()' } }, [], ['delete', 'overwrite']],
    ['open to write below a node', { users: { '.write': true } }, [], ['delete', 'overwrite']],
    ['the owner’s', { users: { $uid: { '.read': 'auth.uid === $uid', '.write': 'auth.uid === $uid' } } }, [], []],
  ])('with rules that are %s', async (_name, rules, byReading, byWriting) => {
    const service = () => createFirebaseDatabase({ 'acme-eu': { host, rules } });
    expect(provedBy((await ask({ ...asking, mode: 'read' }, service())).observed)).toEqual(byReading);
    expect(provedBy((await ask(asking, service())).observed)).toEqual(byWriting);
    expect(provedBy((await ask({ ...asking, owned: [] }, service())).observed)).toEqual(byReading);
  });

  it.each([[null], [{ users: { a: true } }]])('tells the root from any child, whatever it holds: %j', async (data) => {
    const instance = { host, rules: { '.read': true }, data };
    const { observed } = await ask(asking, createFirebaseDatabase({ 'acme-eu': instance }));
    expect(openings(observed)['firebase-database-list']).toEqual(['list', 'read']);
  });

  it('is followed into its region', async () => {
    const service = createFirebaseDatabase({ 'acme-eu': { host, rules: { '.read': true } } });
    const { observed, requests } = await ask({ ...asking, facts: {} }, service);
    expect(provedBy(observed)).toEqual(['list', 'read']);
    expect(requests[0]).toMatch(/^GET acme-eu\.firebaseio\.com\//);
    expect(requests[1]).toMatch(/^GET acme-eu\.europe-west1\.firebasedatabase\.app\//);
  });

  it('that is missing is absent', async () => {
    const { observed } = await ask(asking, createFirebaseDatabase({}));
    expect(new Set(observed.map(({ outcome }) => outcome))).toEqual(new Set(['absent']));
  });
});

describe('Cloud Firestore', () => {
  const asking = { definition: firestore, name: 'acme-prod', facts: { paths: ['/users'] }, mode: 'write' } as const;
  const inUsers = (path: string) => /^users(?:\/|$)/.test(path);

  it.each<[string, FakeProject['rules'], readonly string[], readonly string[]]>([
    ['open', () => true, ['list', 'read'], ['delete', 'list', 'overwrite', 'read']],
    ['closed', () => false, [], []],
    ['open to list', (operation) => operation === 'list', ['list', 'read'], ['list', 'read']],
    ['open to get', (operation) => operation === 'get', ['read'], ['read']],
    ['open to update', (operation) => operation === 'update', [], ['overwrite']],
    ['open to delete', (operation) => operation === 'delete', [], ['delete']],
    ['open to create', (operation) => operation === 'create', [], []],
    [
      'open for one collection',
      (_operation, path) => inUsers(path),
      ['list', 'read'],
      ['delete', 'list', 'overwrite', 'read'],
    ],
    ['open for another collection', (_operation, path) => path.startsWith('news'), [], []],
  ])('with rules that are %s', async (_name, rules, byReading, byWriting) => {
    const service = () => createFirestore({ 'acme-prod': { rules } });
    expect(provedBy((await ask({ ...asking, mode: 'read' }, service())).observed)).toEqual(byReading);
    expect(provedBy((await ask(asking, service())).observed)).toEqual(byWriting);
    expect(provedBy((await ask({ ...asking, owned: [] }, service())).observed)).toEqual(byReading);
  });

  it('without a database is absent, and a project that is missing looks closed', async () => {
    const none = await ask(asking, createFirestore({ 'acme-prod': undefined }));
    expect(new Set(none.observed.map(({ outcome }) => outcome))).toEqual(new Set(['absent']));
    const missing = await ask(asking, createFirestore({}));
    expect(new Set(missing.observed.map(({ outcome }) => outcome))).toEqual(new Set(['closed']));
  });
});
