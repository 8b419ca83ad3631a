import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { supabase } from '../../src/backends/baas/supabase.ts';
import { sampleJwt } from '../../src/backends/samples.ts';
import { USER_NAME } from '../fakes/fake.ts';
import { askFake, openings } from '../fakes/serve.ts';
import { createSupabase, type FakeSupabase, ROW } from '../fakes/supabase.ts';

const REF = 'qzrtvwxkplmnbhgfdsja';
const KEY = sampleJwt({ iss: 'supabase', ref: REF, role: 'anon', iat: 1_700_000_000, exp: 2_015_000_000 });

const table = (name: string, rules: string, rows: readonly string[] = [ROW]) =>
  `create table public.${name} (name text, data text);
   ${rows.map((row) => `insert into public.${name} values ${row};`).join('\n')}
   ${rules.replaceAll('TABLE', `public.${name}`)}`;
const GRANT = 'grant all on TABLE to anon;';
const RLS = 'alter table TABLE enable row level security;';

/** What each table's grants and policies come to for the anonymous role. */
const TABLES: Readonly<Record<string, readonly [string, string]>> = {
  granted: [table('granted', GRANT), 'open'],
  many: [table('many', GRANT, [ROW, ROW, ROW]), 'open'],
  readable: [table('readable', 'grant select on TABLE to anon;'), 'open'],
  allowed: [table('allowed', `${GRANT} ${RLS} create policy p on TABLE for select to anon using (true);`), 'open'],
  hidden: [table('hidden', `${GRANT} ${RLS}`), 'undecided'],
  owned: [table('owned', `${GRANT} ${RLS} create policy p on TABLE using (name = current_user);`), 'undecided'],
  writable: [table('writable', `${GRANT} ${RLS} create policy p on TABLE for insert with check (true);`), 'undecided'],
  empty: [table('empty', GRANT, []), 'undecided'],
  revoked: [table('revoked', ''), 'closed'],
  insert_only: [table('insert_only', 'grant insert on TABLE to anon;'), 'closed'],
};

const OBJECTS = `insert into storage.buckets values ('avatars'), ('papers');
  insert into storage.objects (bucket_id, name) values
    ('avatars', '${USER_NAME}-1'), ('avatars', '${USER_NAME}-2'), ('papers', '${USER_NAME}-3');
  create policy p on storage.objects for select to anon using (bucket_id = 'avatars');`;

let service: FakeSupabase;
beforeAll(async () => {
  service = await createSupabase(REF, KEY, [...Object.values(TABLES).map(([sql]) => sql), OBJECTS].join('\n'));
}, 60_000);
afterAll(() => service.close());

async function ask(paths: readonly string[], apiKey = KEY) {
  const details = { host: `${REF}.supabase.co`, apiKey };
  const asked = await askFake({ definition: supabase, name: REF, facts: { details, paths }, mode: 'write' }, service);
  expect(asked.problems).toEqual([]);
  expect([service.mutations(), asked.dataBytes]).toEqual([0, 0]);
  return asked;
}

describe('a Supabase project', () => {
  it.each(Object.entries(TABLES).map(([name, [, outcome]]) => [name, outcome] as const))(
    'answers for the table %s as PostgreSQL decides: %s, without a row',
    async (name, outcome) => {
      const { observed, names } = await ask([`/rest/v1/${name}`]);
      expect(observed.find(({ probe }) => probe === 'supabase-table-count')).toMatchObject({ outcome });
      expect(names).toBe(0);
    },
  );

  it('does not take a table that is missing for open or closed', async () => {
    const { observed } = await ask(['/rest/v1/nothing']);
    expect(observed[0]).toMatchObject({ probe: 'supabase-table-count', status: 404, outcome: 'undecided', can: [] });
  });

  it('shows objects of a bucket where a policy does: one name, and nothing of what is in it', async () => {
    const { observed, names } = await ask(['/storage/v1/avatars', '/storage/v1/papers']);
    expect(openings(observed)).toEqual({ 'supabase-objects-list': ['list'] });
    expect(observed.filter(({ probe }) => probe === 'supabase-objects-list').map(({ outcome }) => outcome)).toEqual([
      'open',
      'undecided',
    ]);
    expect(names).toBe(1);
  });

  it('that refuses the key is closed', async () => {
    const { observed } = await ask(['/rest/v1/granted'], 'sb_publishable_0123456789abcdefghijkl');
    expect(new Set(observed.map(({ outcome }) => outcome))).toEqual(new Set(['closed']));
  });

  it('is asked with its own key, and only at its own host', async () => {
    const { requests } = await ask(['/rest/v1/granted']);
    expect(requests.every((line) => line.split(' ')[1]?.startsWith(`${REF}.supabase.co/`))).toBe(true);
    expect(requests.some((line) => line.includes(KEY))).toBe(false);
  });
});
