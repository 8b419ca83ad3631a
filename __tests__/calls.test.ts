import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { usageOf } from '../src/backends/calls.ts';
import { withUsages } from '../src/join/usages.ts';
import type { BackendMention } from '../src/model.ts';
import { scan } from '../src/scan.ts';

/** What an app calls its collections, tables and folders, from the code of the app to the backend in the report. */

const log = { debug: () => {}, info: () => {}, warning: () => {} };
const DEX = readFileSync(new URL('formats/android/fixtures/calls.dex', import.meta.url));

const GOOGLE_SERVICES = JSON.stringify({
  project_info: {
    project_number: '932398433474',
    firebase_url: 'https://acme-shop-default-rtdb.firebaseio.com',
    project_id: 'acme-shop',
    storage_bucket: 'acme-shop.appspot.com',
  },
  client: [{ client_info: { mobilesdk_app_id: '1:932398433474:android:64f0aa11bb22cc33' } }],
});

const BUNDLE = [
  'var c=createClient("https://qzrtvwxkplmnbhgfdsja.supabase.co","k");',
  `var filler="${'x'.repeat(8000)}";`,
  'c.from("profiles").select("*");c.storage.from("avatars").upload(a,b);c.rpc("leaderboard",{n:1});',
  'Array.from("letters").map(f);c.from(name).select();',
].join('');

async function reportOf(files: Readonly<Record<string, string | Buffer>>) {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  const root = mkdtempSync(path.join(tmpdir(), 'ajar-calls-'));
  writeFileSync(path.join(root, 'app.apk'), await zip.generateAsync({ type: 'nodebuffer' }));
  const { report } = await scan(
    { root, artifacts: ['app.apk'], artifactsWanted: true, repo: '.', probe: 'off', failOn: 'high' },
    { log, now: new Date('2026-01-01') },
  );
  return report;
}

async function backendsOf(files: Readonly<Record<string, string | Buffer>>) {
  return new Map((await reportOf(files)).backends.map((backend) => [backend.id, backend]));
}

describe('names in calls', () => {
  it('reach the backend that they are parts of, and tell what data is there', async () => {
    const backends = await backendsOf({ 'classes.dex': DEX, 'assets/google-services.json': GOOGLE_SERVICES });
    expect(backends.get('firestore:acme-shop')?.paths).toEqual([]);
    expect(backends.get('firebase-database:acme-shop-default-rtdb')?.paths).toEqual(['/chats']);
    expect(backends.get('firebase-database:acme-shop-default-rtdb')?.sensitivity).toContain('messages');
    expect(backends.get('s3:acme-plain-uploads')?.shipped[0]?.locator).toBe('Lcom/acme/Repo;->upload');
  });

  it('are bounded, and what is left out is said', async () => {
    const bundle = (part: number) => {
      const calls = Array.from({ length: 250 }, (_, index) => `c.from("t${part}_${index}").select("*");`);
      return `var c=createClient("https://qzrtvwxkplmnbhgfdsja.supabase.co","k");${calls.join('')}`;
    };
    const files = Object.fromEntries(
      Array.from({ length: 45 }, (_, part) => [`assets/part${part}.bundle.js`, bundle(part)]),
    );
    const { coverage } = await reportOf(files);
    expect(coverage.problems).toContainEqual(expect.objectContaining({ kind: 'limit', path: 'app.apk' }));
    expect((await reportOf({ 'assets/a.bundle.js': bundle(1) })).coverage.problems).toEqual([]);
  });

  it('make one backend of the options that the code builds', async () => {
    const backends = await backendsOf({ 'classes.dex': DEX });
    expect(backends.get('firestore:acme-by-code')).toMatchObject({
      paths: ['/orders', '/users'],
      sensitivity: expect.arrayContaining(['identity']),
    });
  });

  it('are found anywhere in a bundle, by what is done with them', async () => {
    const backends = await backendsOf({ 'assets/public/main.js': BUNDLE });
    expect(backends.get('supabase:qzrtvwxkplmnbhgfdsja')?.paths).toEqual([
      '/rest/v1/profiles',
      '/rest/v1/rpc/leaderboard',
      '/storage/v1/avatars',
    ]);
  });

  it('are left alone where two backends could be meant', async () => {
    const second = 'var d=createClient("https://mnbhgfdsjaqzrtvwxkpl.supabase.co","k");';
    const backends = await backendsOf({ 'assets/public/main.js': BUNDLE + second });
    expect([...backends.values()].map(({ paths }) => paths)).toEqual([[], []]);
  });

  it('are found in bytecode, beside the configuration that stands in the same bundle', async () => {
    const bundle = readFileSync(new URL('formats/fixtures/hermes/calls-v96.hbc', import.meta.url));
    const backends = await backendsOf({ 'assets/index.android.bundle': bundle });
    expect(backends.get('firestore:acme-hermes')?.paths).toEqual(['/archive', '/invoices', '/orders', '/users']);
    expect(backends.get('gcs:acme-hermes.appspot.com')?.paths).toEqual(['/avatars', '/photos/raw', '/receipts']);
    const supabase = backends.get('supabase:qzrtvwxkplmnbhgfdsja');
    expect(supabase?.paths).toContain('/rest/v1/profiles');
    expect(supabase?.details.apiKey).toBe('sb_publishable_0123456789abcdefghijklmnopqrstu');
    expect(supabase?.paths).not.toContain('/rest/v1/letters');
  });

  it('of React Native Firebase mean the project of the app’s resources', async () => {
    const code = (module: string) =>
      `__d(function(g,r,i,a,m,e,d){m.exports="${module}"},0,[]);__d(function(g,r,i,a,m,e,d){(0,r(d[0]).default)().collection("patients").get()},1,[0]);`;
    const backendsWith = (module: string) =>
      backendsOf({ 'assets/google-services.json': GOOGLE_SERVICES, 'assets/index.android.bundle': code(module) });
    expect((await backendsWith('RNFBFirestoreModule')).get('firestore:acme-shop')?.paths).toEqual(['/patients']);
    expect((await backendsWith('NativeRNFBTurboFirestore')).get('firestore:acme-shop')?.paths).toEqual(['/patients']);
    expect((await backendsWith('SomethingElse')).get('firestore:acme-shop')?.paths).toEqual([]);
  });

  it('are found in assemblies that name no host', async () => {
    const assembly = readFileSync(new URL('formats/fixtures/dotnet/Calls.dll', import.meta.url));
    const backends = await backendsOf({
      'assemblies/Calls.dll': assembly,
      'assets/google-services.json': GOOGLE_SERVICES,
    });
    expect(backends.get('firebase-database:acme-shop-default-rtdb')?.paths).toEqual(['/chats']);
    expect([...backends.keys()]).toEqual(
      expect.arrayContaining(['dynamodb:AcmeItems', 'dynamodb:AcmeOrders', 's3:acme-plain-uploads']),
    );
    expect(backends.get('s3:acme-plain-uploads')?.shipped[0]?.locator).toMatch(/ in Acme\.Store::Upload$/);
  });

  it('of one bundle say nothing of the backend of another', async () => {
    const other = 'var c=createClient("https://mnbhgfdsjaqzrtvwxkpl.supabase.co","k");';
    const backends = await backendsOf({ 'assets/a.js': BUNDLE, 'assets/b.js': other });
    expect(backends.get('supabase:qzrtvwxkplmnbhgfdsja')?.paths).toHaveLength(3);
    expect(backends.get('supabase:mnbhgfdsjaqzrtvwxkpl')?.paths).toEqual([]);
  });
});

describe('usageOf', () => {
  const place = { origin: 'artifact', path: 'app.apk' } as const;
  const usage = (key: string, value: string) => usageOf({ key, value, place })?.path;

  it('takes literal names only', () => {
    expect(usage('firestore collection', 'users/42/orders')).toBe('/users');
    expect(usage('firestore collection', 'users of %s')).toBeUndefined();
    expect(usage('database reference', 'a/b/')).toBe('/a/b');
    expect(usage('database reference', '../a')).toBeUndefined();
    expect(usage('supabase table', "x';drop")).toBeUndefined();
    expect(usage('project_id', 'users')).toBeUndefined();
  });
});

describe('withUsages', () => {
  const mention = (kind: string, name: string): BackendMention => ({
    type: 'backend',
    kind,
    name,
    place: { origin: 'artifact', path: 'app.apk', entry: 'a' },
  });
  const usage = { kind: 'gcs', path: '/photos', place: mention('gcs', 'x').place, sameEntry: false };

  it('means the default bucket of Firebase, not one of another name', () => {
    const mentions = [mention('gcs', 'gtv-videos-bucket'), mention('gcs', 'acme.appspot.com')];
    expect(withUsages(mentions, [usage])).toEqual([mentions[0], { ...mentions[1], paths: ['/photos'] }]);
  });

  it('keeps what a mention already has, each once, and is bounded', () => {
    const mentions = [{ ...mention('gcs', 'acme.appspot.com'), paths: ['/photos'] }];
    const many = Array.from({ length: 500 }, (_, index) => ({ ...usage, path: `/p${index}` }));
    const [only] = withUsages(mentions, [usage, ...many]);
    expect(only?.type === 'backend' && only.paths?.slice(0, 2)).toEqual(['/photos', '/p0']);
    expect(only?.type === 'backend' && only.paths).toHaveLength(50);
  });
});
