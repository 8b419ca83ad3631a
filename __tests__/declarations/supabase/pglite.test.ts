import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { beforeAll, describe, expect, it } from 'vitest';
import { supabase } from '../../../src/declarations/supabase/index.ts';
import { readWith } from '../read.ts';

const PROJECT = readFileSync(path.join(import.meta.dirname, 'project.sql'), 'utf8');

const STRANGER = '7d0f3c3e-0000-4000-8000-00000000beef';
const OWNER = '11111111-1111-4111-8111-111111111111';
const CLAIMS = {
  anon: { role: 'anon' },
  authenticated: {
    role: 'authenticated',
    sub: STRANGER,
    email: 'stranger@mail.test',
    is_anonymous: false,
    app_metadata: { provider: 'email' },
    user_metadata: { role: 'admin' },
  },
} as const;
type Role = keyof typeof CLAIMS;

interface Case {
  readonly title: string;
  readonly sql: string;
  /** Rows, put in by the owner. */
  readonly seed?: string;
  readonly table?: string;
  /** What depends on data, which the database decides row by row: `anon read`. */
  readonly conditional?: readonly string[];
}

const T = 'create table public.t (id int primary key default 2, owner uuid, note text);';
const ROW = `insert into t values (1, '${OWNER}', 'x');`;
const RLS = `${T} alter table t enable row level security;`;

const CASES: readonly Case[] = [
  { title: 'a table as it is made', sql: T },
  { title: 'row level security without a policy', sql: RLS },
  { title: 'row level security switched off again', sql: `${RLS} alter table t disable row level security;` },
  { title: 'all to everybody', sql: `${RLS} create policy p on t using (true) with check (true);` },
  { title: 'select to everybody', sql: `${RLS} create policy p on t for select using (true);` },
  { title: 'select to accounts', sql: `${RLS} create policy p on t for select to authenticated using (true);` },
  {
    title: 'a policy, but row level security off',
    sql: `${T} create policy p on t for select to authenticated using (true);`,
  },
  {
    title: 'the owner alone',
    sql: `${RLS} create policy p on t for all using (auth.uid() = owner);`,
    conditional: ['authenticated read', 'authenticated create', 'authenticated overwrite', 'authenticated delete'],
  },
  {
    title: 'the owner alone, in a subselect',
    sql: `${RLS} create policy p on t for all to authenticated using ((select auth.uid()) = owner) with check ((select auth.uid()) = owner);`,
    conditional: ['authenticated read', 'authenticated create', 'authenticated overwrite', 'authenticated delete'],
  },
  { title: 'signed in, by uid', sql: `${RLS} create policy p on t for all using (auth.uid() is not null);` },
  { title: 'signed in, by role', sql: `${RLS} create policy p on t for all using (auth.role() = 'authenticated');` },
  {
    title: 'signed in, by the token',
    sql: `${RLS} create policy p on t using (auth.jwt()->>'role' = 'authenticated');`,
  },
  { title: 'not signed in, a typo', sql: `${RLS} create policy p on t using (auth.uid() is null);` },
  { title: 'one equals one', sql: `${RLS} create policy p on t for select using (1 = 1);` },
  {
    title: 'a claim of the server',
    sql: `${RLS} create policy p on t using (auth.jwt()->'app_metadata'->>'role' = 'admin');`,
  },
  {
    title: 'a claim that users write',
    sql: `${RLS} create policy p on t using (auth.jwt()->'user_metadata'->>'role' = 'admin');`,
  },
  {
    title: 'a restrictive policy takes back',
    sql: `${RLS} create policy p on t using (true); create policy r on t as restrictive using (auth.role() = 'service_role');`,
  },
  {
    title: 'a restrictive policy for writes',
    sql: `${RLS} create policy p on t using (true); create policy r on t as restrictive for update using (false);`,
  },
  { title: 'a check without a using lets nobody read', sql: `${RLS} create policy p on t for all with check (true);` },
  { title: 'an insert policy without a check lets nobody insert', sql: `${RLS} create policy p on t for insert;` },
  {
    title: 'a restrictive policy without an expression keeps nobody out',
    sql: `${RLS} create policy p on t using (true); create policy r on t as restrictive for select;`,
  },
  { title: 'insert alone', sql: `${RLS} create policy p on t for insert to anon with check (true);` },
  { title: 'delete without select', sql: `${RLS} create policy p on t for delete using (true);` },
  {
    title: 'update with select',
    sql: `${RLS} create policy p on t for update using (true); create policy s on t for select using (true);`,
  },
  { title: 'a policy that was dropped', sql: `${RLS} create policy p on t using (true); drop policy p on t;` },
  {
    title: 'a policy that was altered',
    sql: `${RLS} create policy p on t using (false); alter policy p on t to authenticated using (true);`,
  },
  { title: 'grants revoked from anon', sql: `${T} revoke all on t from anon;` },
  { title: 'writes revoked', sql: `${T} revoke insert, update, delete on table t from anon, authenticated;` },
  {
    title: 'default privileges revoked before',
    sql: `alter default privileges in schema public revoke all on tables from anon; ${T}`,
  },
  { title: 'all tables revoked', sql: `${T} revoke all on all tables in schema public from anon, authenticated;` },
  {
    title: 'revoked and granted again',
    sql: `${T} revoke all on t from anon, authenticated; grant select on t to anon;`,
  },
  {
    title: 'a grant to everybody',
    sql: `${T} revoke all on t from anon, authenticated; grant select, insert on t to public;`,
  },
  {
    title: 'a role in between',
    sql: `create role app_user nologin; grant app_user to authenticated; ${T} revoke all on t from anon, authenticated; grant select on t to app_user;`,
  },
  {
    title: 'a view past row level security',
    sql: `${RLS} create view v as select id, owner, note from t;`,
    table: 'v',
  },
  {
    title: 'a view with its invoker’s rights',
    sql: `${RLS} create view v with (security_invoker = on) as select id, owner, note from t;`,
    table: 'v',
  },
  {
    title: 'a view that became an invoker’s',
    sql: `${RLS} create view v as select id, owner, note from t; alter view v set (security_invoker = true);`,
    table: 'v',
  },
  {
    title: 'a view that cannot be written',
    sql: `${RLS} create view v as select distinct id, owner, note from t;`,
    table: 'v',
  },
  {
    title: 'a materialised view',
    sql: `${RLS} create materialized view v as select * from t;`,
    seed: `${ROW} refresh materialized view v;`,
    table: 'v',
  },
  {
    title: 'renamed',
    sql: `${RLS} create policy p on t for select using (true); alter table t rename to t2;`,
    seed: ROW.replace('into t', 'into t2'),
    table: 't2',
  },
  {
    title: 'a policy that asks a table',
    sql: `create table public.members (user_id uuid); alter table members enable row level security; ${RLS}
      create policy p on t for select using (exists (select 1 from members where members.user_id = auth.uid()));`,
    conditional: ['authenticated read'],
  },
  {
    title: 'a policy that asks a function',
    sql: `${RLS} create function is_signed_in() returns boolean language sql stable as $$ select auth.uid() is not null $$;
      create policy p on t for select using (is_signed_in());`,
  },
  {
    title: 'a policy in a DO block',
    sql: `${RLS} do $$ begin create policy p on t for select using (true); exception when duplicate_object then null; end $$;`,
  },
  {
    title: 'row level security by an executed literal',
    sql: `${T} do $$ begin execute 'alter table t enable row level security'; end $$;`,
  },
  { title: 'or true', sql: `${RLS} create policy p on t for select using (auth.uid() = owner or true);` },
  { title: 'and false', sql: `${RLS} create policy p on t for select using (owner is not null and false);` },
  {
    title: 'not signed in, in a case',
    sql: `${RLS} create policy p on t for select using (case when auth.uid() is null then true else false end);`,
  },
  {
    title: 'coalesce to false',
    sql: `${RLS} create policy p on t for select using (coalesce(auth.uid() is not null, false));`,
  },
  {
    title: 'an anonymous sign-in kept out',
    sql: `${RLS} create policy p on t for select to authenticated using ((auth.jwt()->>'is_anonymous')::boolean is false);`,
  },
  {
    title: 'made by a query',
    sql: `${RLS} create table t3 as select * from t;`,
    seed: ROW.replace('into t', 'into t3'),
    table: 't3',
  },
];

const OPERATIONS = ['read', 'create', 'overwrite', 'delete'] as const;
type Operation = (typeof OPERATIONS)[number];

async function can(db: PGlite, role: Role, operation: Operation, table: string): Promise<boolean> {
  const statements: Readonly<Record<Operation, string>> = {
    read: `select id from ${table} where id is not null`,
    create: `insert into ${table} (owner, note) values ('${OWNER}', 'y')`,
    overwrite: `update ${table} set note = 'z' where id is not null`,
    delete: `delete from ${table} where id is not null`,
  };
  await db.exec('savepoint probe');
  try {
    await db.exec(`set local role ${role}; set local "request.jwt.claims" = '${JSON.stringify(CLAIMS[role])}';`);
    const result = await db.query(statements[operation]);
    return operation === 'read' ? result.rows.length > 0 : (result.affectedRows ?? 0) > 0;
  } catch {
    return false;
  } finally {
    await db.exec('rollback to savepoint probe');
  }
}

async function declared(sql: string, table: string): Promise<ReadonlyMap<string, string>> {
  const { declarations, problems } = await readWith(supabase, { 'supabase/migrations/20240101000000_init.sql': sql });
  expect(problems).toEqual([]);
  const states = new Map<string, string>();
  for (const { declaration } of declarations) {
    if (declaration.pattern !== `/rest/v1/${table}`) continue;
    const roles: readonly Role[] = declaration.audience === 'anyone' ? ['anon'] : ['authenticated'];
    for (const role of roles)
      for (const operation of declaration.can) states.set(`${role} ${operation}`, declaration.state);
  }
  return states;
}

describe('what Ajar says of migrations against what PostgreSQL does', () => {
  let db: PGlite;
  beforeAll(async () => {
    db = await PGlite.create();
    await db.exec(PROJECT);
  }, 120_000);

  it.each(CASES)(
    '$title',
    async ({ sql, seed = ROW, table = 't', conditional = [] }) => {
      const states = await declared(sql, table);
      await db.exec('begin');
      try {
        await db.exec(sql);
        await db.exec(seed);
        for (const role of ['anon', 'authenticated'] as const)
          for (const operation of OPERATIONS) {
            const key = `${role} ${operation}`;
            // Whoever has an account can leave its token away.
            const asAnon = await can(db, 'anon', operation, table);
            const allowed = asAnon || (await can(db, role, operation, table));
            // What anyone can do is not said again of accounts.
            const inherited = role === 'authenticated' ? states.get(`anon ${operation}`) : undefined;
            const state = states.get(key) ?? (inherited === 'closed' ? undefined : inherited) ?? 'closed';
            const expected = conditional.includes(key) && !asAnon ? 'conditional' : allowed ? 'open' : 'closed';
            expect(`${key} ${state}`).toBe(`${key} ${expected}`);
          }
      } finally {
        await db.exec('rollback');
      }
    },
    60_000,
  );
});
