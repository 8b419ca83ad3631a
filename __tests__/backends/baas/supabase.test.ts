import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { supabase } from '../../../src/backends/baas/supabase.ts';
import {
  supabaseAnonKey,
  supabaseSecretKey,
  supabaseServiceRoleKey,
} from '../../../src/backends/baas/supabase-keys.ts';
import { supabaseJwts } from '../../../src/backends/baas/supabase-tokens.ts';
import type { ProbeAnswer, ProbeRequest } from '../../../src/backends/backend.ts';
import { sample, sampleJwt } from '../../../src/backends/samples.ts';
import { answer, ask, backendOf, backendsIn, credentialsIn, proved, textOf } from '../../helpers/backends.ts';

const REF = 'qzrtvwxkplmnbhgfdsja';
const OTHER = 'mmnbvcxzlkjhgfdsapoi';
const jwt = (claims: object) =>
  sampleJwt({ iss: 'supabase', ref: REF, iat: 1_700_000_000, exp: 2_015_000_000, ...claims });
const ANON = jwt({ role: 'anon' });
const SERVICE = jwt({ role: 'service_role' });

describe('the legacy keys', () => {
  it('are judged by their own claims', () => {
    const [found] = credentialsIn(supabaseServiceRoleKey, textOf(SERVICE, 'SUPABASE_ANON_KEY'));
    expect(found).toMatchObject({
      subject: REF,
      grade: 'administrative',
      rule: 'supabase-service-role-key',
      details: { role: 'service_role', project: REF, expires: '2033-11-07' },
      opens: [{ backend: { kind: 'supabase', name: REF }, access: { audience: 'app-holder', evidence: 'implied' } }],
    });
    expect(credentialsIn(supabaseAnonKey, textOf(ANON))[0]).toMatchObject({ grade: 'public', subject: REF });
    expect(credentialsIn(supabaseAnonKey, textOf(ANON))[0]).not.toHaveProperty('rule');
  });

  it('are decoded whatever the order, the spacing and the alphabet of the payload', () => {
    const encode = (text: string) => Buffer.from(text).toString('base64url');
    const payloads = [
      `{"role":"service_role","iss":"supabase"}`,
      `{\n  "role": "service_role",\n  "iss": "supabase",\n  "iat": 1641769200\n}`,
      `{"iss":"supabase","note":"äöü→","role":"service_role"}`,
    ];
    for (const payload of payloads) {
      for (const header of [
        '{"alg":"HS256","typ":"JWT"}',
        '{\n  "alg": "HS256",\n  "typ": "JWT"\n}',
        '{"typ":"JWT","alg":"HS256"}',
      ]) {
        const token = `${encode(header)}.${encode(payload)}.${sample('alnum', 43)}`;
        expect(supabaseJwts({ value: `key=${token};` })).toEqual([{ secret: token, role: 'service_role' }]);
      }
    }
  });

  it.each([
    ['an array', '[]'],
    ['null', 'null'],
    ['a role that is no text', '{"iss":"supabase","role":7}'],
    ['another issuer', '{"iss":"supabase-demo","role":"service_role"}'],
    ['an inherited member', '{"__proto__":{"iss":"supabase","role":"service_role"}}'],
    ['half of it', '{"iss":"supabase","role":"service'],
  ])('are none if the payload is %s', (_, payload) => {
    const token = `${Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url')}.${Buffer.from(payload.padEnd(24)).toString('base64url')}.${sample('alnum', 43)}`;
    expect(supabaseJwts({ value: token })).toEqual([]);
  });

  it('never throw on bytes of any kind in their place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), (header, payload) => {
        const part = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
        supabaseJwts({ value: `eyJhbGciOi${part(header)}.${part(payload)}.${sample('alnum', 43)}` });
      }),
    );
  });

  it('are not found in a token that was cut or changed in its payload', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: SERVICE.length - 60 }), (length) => {
        expect(supabaseJwts({ value: SERVICE.slice(0, length) })).toEqual([]);
      }),
    );
  });
});

describe('a secret key', () => {
  const key = `sb_secret_${sample('alnum', 31)}`;

  it('opens the one project beside it, and none if there are two', () => {
    const host = (ref: string) => ({ value: `https://${ref}.supabase.co` });
    expect(credentialsIn(supabaseSecretKey, textOf(key, undefined, [host(REF)]))[0]).toMatchObject({ subject: REF });
    expect(credentialsIn(supabaseSecretKey, textOf(key, undefined, [host(REF), host(OTHER)]))[0]).not.toHaveProperty(
      'opens',
    );
  });
});

describe('a project', () => {
  const url = `https://${REF}.supabase.co`;

  it('is paired with its own public key, and with no other’s', () => {
    const other = sampleJwt({ iss: 'supabase', ref: OTHER, role: 'anon' });
    expect(backendsIn(supabase, textOf(url, undefined, [{ value: other }, { value: ANON }]))[0]?.details?.apiKey).toBe(
      ANON,
    );
    expect(backendsIn(supabase, textOf(url, undefined, [{ value: other }]))[0]?.details).not.toHaveProperty('apiKey');
  });

  it('never takes the service role’s key along', () => {
    expect(backendsIn(supabase, textOf(url, undefined, [{ value: SERVICE }]))[0]?.details).toEqual({
      host: `${REF}.supabase.co`,
    });
  });

  it('keeps tables, functions and buckets that the code names', () => {
    const around = [
      { value: `supabase.from('profiles').select()` },
      { value: `supabase.rpc("leaderboard")` },
      { value: `supabase.storage.from('avatars')` },
    ];
    expect(backendsIn(supabase, textOf(`${url}/rest/v1/orders?select=*`, undefined, around))[0]?.paths).toEqual([
      '/rest/v1/orders',
      '/rest/v1/profiles',
      '/rest/v1/rpc/leaderboard',
      '/storage/v1/avatars',
    ]);
  });

  it('is known behind a domain of its own', () => {
    const [found] = backendsIn(
      supabase,
      textOf('https://api.acme-shop.io/storage/v1/object/public/photos/1.png', undefined, [{ value: ANON }]),
    );
    expect(found).toMatchObject({
      name: REF,
      details: { host: 'api.acme-shop.io', apiKey: ANON },
      paths: ['/storage/v1/photos'],
    });
  });
});

/** PostgREST and the storage service in front of tables with so many rows visible to the anonymous role. */
function serviceWith(tables: Readonly<Record<string, number | 'denied'>>) {
  return ({ url, method, headers }: ProbeRequest): ProbeAnswer => {
    if (headers?.apikey !== ANON || headers.authorization !== `Bearer ${ANON}`) return answer(401);
    const table = /\/rest\/v1\/([a-z_]+)\?/.exec(url)?.[1];
    if (table !== undefined) {
      if (method !== 'HEAD') throw new Error('a row would have been read');
      const rows = tables[table];
      if (rows === undefined) return answer(404);
      if (rows === 'denied') return answer(401);
      return answer(rows > 1 ? 206 : 200, '', { 'content-range': rows === 0 ? '*/0' : `0-0/${rows}` });
    }
    const bucket = /\/object\/list\/([a-z]+)$/.exec(url)?.[1];
    if (bucket !== undefined) return answer(200, bucket === 'photos' ? [{ name: 'a' }] : []);
    if (url.endsWith('/storage/v1/bucket')) return answer(200, [{ id: 'photos' }]);
    return answer(200, { external: { anonymous_users: true }, disable_signup: false });
  };
}

describe('probing', () => {
  const probe = (paths: readonly string[], tables: Readonly<Record<string, number | 'denied'>>) =>
    ask(supabase, backendOf(supabase, REF, { details: { apiKey: ANON }, paths }), 'read', serviceWith(tables));

  it.each<readonly [string, number | 'denied' | undefined, string]>([
    ['many visible rows', 4711, 'open'],
    ['one visible row', 1, 'open'],
    ['no visible row', 0, 'undecided'],
    ['no grant', 'denied', 'closed'],
    ['no such table', undefined, 'undecided'],
  ])('takes %s as such', (_, rows, outcome) => {
    const [first] = probe(['/rest/v1/profiles'], rows === undefined ? {} : { profiles: rows });
    expect(first?.verdict.outcome).toBe(outcome);
  });

  it('proves that a bucket can be listed only by an object that it shows', () => {
    expect(proved(probe(['/storage/v1/photos'], {}))).toEqual(['list']);
    expect(proved(probe(['/storage/v1/private'], {}))).toEqual([]);
  });

  it('calls no function, and asks a project of its own domain under its own name', () => {
    const backend = backendOf(supabase, REF, {
      details: { apiKey: ANON, host: 'api.acme-shop.io' },
      paths: ['/rest/v1/rpc/wipe', '/rest/v1/profiles'],
    });
    const urls = ask(supabase, backend, 'read', serviceWith({ profiles: 0 })).map(({ request }) => request.url);
    expect(urls.filter((one) => one.includes('rpc'))).toEqual([]);
    expect(new Set(urls.map((one) => new URL(one).host))).toEqual(new Set([`${REF}.supabase.co`]));
  });

  it('asks nothing without a key, and nothing in write mode', () => {
    expect(supabase.probing?.plan(backendOf(supabase, REF), 'n')).toEqual([]);
    expect(ask(supabase, backendOf(supabase, REF, { details: { apiKey: ANON } }), 'write', serviceWith({}))).toEqual(
      [],
    );
  });

  it('sends a publishable key in its own header alone', () => {
    const backend = backendOf(supabase, REF, { details: { apiKey: `sb_publishable_${sample('alnum', 31)}` } });
    for (const request of supabase.probing?.plan(backend, 'n') ?? [])
      expect(request.headers).not.toHaveProperty('authorization');
  });
});
