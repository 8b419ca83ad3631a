import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { supabase } from '../../../src/declarations/supabase/index.ts';
import { splitStatements } from '../../../src/declarations/supabase/statements.ts';
import { brief, readWith } from '../read.ts';

const FILE = 'supabase/migrations/20240101000000_init.sql';
const ALL = 'list,read,create,overwrite,delete';

async function briefs(files: Readonly<Record<string, string>>): Promise<string[]> {
  return (await readWith(supabase, files)).declarations.map(brief);
}

describe('Supabase migrations', () => {
  it('points at the statement that left it open, in UTF-16 columns', async () => {
    const sql = '-- é😀\n\n/* 😀 */ create table notes (id int);\n';
    const { declarations } = await readWith(supabase, { [FILE]: sql });
    expect(declarations[0]?.declaration).toMatchObject({
      path: FILE,
      line: 3,
      column: 10,
      state: 'open',
      audience: 'anyone',
    });
  });

  it('runs migrations by name, so that a later file can close', async () => {
    const files = {
      'supabase/migrations/20240201000000_b.sql': 'alter table notes enable row level security;',
      'supabase/migrations/20240101000000_a.sql': 'create table notes (id int);',
    };
    expect(await briefs(files)).toEqual([
      `1 /rest/v1/notes anyone ${ALL} closed`,
      `1 /rest/v1/notes any-account ${ALL} closed`,
    ]);
  });

  it('points at the statement that switched row level security off', async () => {
    const sql =
      'create table notes (id int);\nalter table notes enable row level security;\nalter table notes disable row level security;';
    expect(await briefs({ [FILE]: sql })).toEqual([`3 /rest/v1/notes anyone ${ALL} open`]);
  });

  it('knows schemas that the API does not serve', async () => {
    const sql = 'create schema private; create table private.notes (id int); create table auth.extra (id int);';
    expect(await briefs({ [FILE]: sql })).toEqual([]);
    const files = {
      [FILE]: `${sql} grant usage on schema private to anon; grant select on private.notes to anon;`,
      'supabase/config.toml': '[api]\nschemas = ["public", "private"]\n',
    };
    expect(await briefs(files)).toEqual(['1 /rest/v1/notes anyone list,read open']);
  });

  it('holds the defaults of new projects against the age of the migration', async () => {
    const sql = 'create table notes (id int);';
    expect(await briefs({ 'supabase/migrations/20261101000000_a.sql': sql })).toEqual([
      `1 /rest/v1/notes anyone ${ALL} unknown`,
    ]);
    const granted = `${sql} grant select on notes to anon;`;
    expect(await briefs({ 'supabase/migrations/20261101000000_a.sql': granted })).toContain(
      '1 /rest/v1/notes anyone list,read open',
    );
    const off = { [FILE]: sql, 'supabase/config.toml': '[api]\nauto_expose_new_tables = false\n' };
    expect(await briefs(off)).toContain(`1 /rest/v1/notes anyone ${ALL} closed`);
  });

  it('does not decide what is built at run time', async () => {
    const sql = `create table notes (id int);
do $$ declare t text; begin for t in select tablename from pg_tables loop execute format('alter table %I enable row level security', t); end loop; end $$;
create table later (id int);`;
    const { declarations, problems } = await readWith(supabase, { [FILE]: sql });
    expect(declarations.map(brief)).toEqual([
      `1 /rest/v1/notes anyone ${ALL} unknown`,
      `3 /rest/v1/later anyone ${ALL} open`,
    ]);
    expect(problems).toMatchObject([{ kind: 'unresolved', line: 2 }]);
  });

  it('locates a statement that is wrong without its text, and judges the rest', async () => {
    const sql = "create table a (id int);\nselec 'hunter2';\ncreate table b (id int);";
    const { declarations, problems } = await readWith(supabase, { [FILE]: sql });
    expect(declarations.map(({ declaration }) => declaration.pattern)).toEqual(['/rest/v1/a', '/rest/v1/b']);
    expect(problems).toMatchObject([{ kind: 'malformed', line: 2 }]);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });

  it('judges functions that run with their owner’s rights', async () => {
    const sql = `create function wipe() returns void language sql security definer as $$ delete from notes $$;
create function mine() returns void language sql security definer as $$ select auth.uid() $$; revoke execute on function mine() from public, anon;
create function none() returns void language sql security definer as $$ select 1 $$; revoke all on function none() from public, anon, authenticated;
create function plain() returns void language sql as $$ select 1 $$;`;
    expect(await briefs({ [FILE]: sql })).toEqual([
      '1 /rest/v1/rpc/wipe anyone delete conditional',
      '2 /rest/v1/rpc/mine any-account read conditional',
    ]);
  });

  it('names the project from an environment file', async () => {
    const files = {
      [FILE]: 'create table a (id int);',
      '.env.production': 'SUPABASE_URL=https://abcdefghijklmnopqrst.supabase.co',
    };
    const { declarations } = await readWith(supabase, files);
    expect(declarations.map(({ kind, name }) => [kind, name])).toEqual([['supabase', 'abcdefghijklmnopqrst']]);
    const alone = await readWith(supabase, { [FILE]: 'create table a (id int);' });
    expect(alone.declarations[0]?.name).toBeUndefined();
  });

  it('knows sign-up from config.toml', async () => {
    const sql =
      'create table a (id int); alter table a enable row level security; create policy p on a for select to authenticated using (true);';
    const state = async (config: string) =>
      (await briefs({ [FILE]: sql, 'supabase/config.toml': config })).find((line) => line.includes('any-account'));
    expect(await state('[auth]\nenable_signup = true\n')).toBe('1 /rest/v1/a any-account list,read open');
    expect(await state('[auth]\nenable_signup = false\n')).toBe('1 /rest/v1/a any-account list,read mitigated');
  });
});

describe('Supabase storage', () => {
  const INSERT =
    "insert into storage.buckets (id, name, public) values ('avatars', 'avatars', true), ('docs', 'docs', false)";

  it.each<[string, string, string[]]>([
    [
      'a public bucket is read by name',
      `${INSERT};`,
      [
        '1 /storage/v1/avatars anyone read open',
        `1 /storage/v1/docs anyone ${ALL} closed`,
        `1 /storage/v1/docs any-account ${ALL} closed`,
      ],
    ],
    [
      'made private again',
      `${INSERT}; update storage.buckets set public = false where id = 'avatars'; delete from x;`,
      [
        `1 /storage/v1/avatars anyone ${ALL} closed`,
        `1 /storage/v1/avatars any-account ${ALL} closed`,
        `1 /storage/v1/docs anyone ${ALL} closed`,
        `1 /storage/v1/docs any-account ${ALL} closed`,
      ],
    ],
    [
      'a policy on a bucket that is made elsewhere',
      "create policy up on storage.objects for insert with check (bucket_id = 'inbox');",
      ['1 /storage/v1/inbox anyone create open'],
    ],
    [
      'listing takes a policy',
      `insert into storage.buckets (id, name, public) values ('a', 'a', true);\ncreate policy l on storage.objects for select using (bucket_id = 'a');`,
      ['1 /storage/v1/a anyone read open', '2 /storage/v1/a anyone list open'],
    ],
    [
      'a folder of one’s own',
      "create policy own on storage.objects for all to authenticated using (bucket_id = 'docs' and (storage.foldername(name))[1] = auth.uid()::text);",
      [`1 /storage/v1/docs anyone ${ALL} closed`, `1 /storage/v1/docs any-account ${ALL} conditional`],
    ],
    [
      'on conflict',
      "insert into storage.buckets (id, name, public) values ('a', 'a', false);\ninsert into storage.buckets (id, name, public) values ('a', 'a', true) on conflict (id) do update set public = excluded.public;",
      ['2 /storage/v1/a anyone read open'],
    ],
  ])('%s', async (_, sql, expected) => {
    expect((await briefs({ [FILE]: sql })).sort()).toEqual([...expected].sort());
  });
});

describe('hostile SQL', () => {
  const SAMPLE = `create table a (id int, owner uuid); alter table a enable row level security; -- c
create policy "p'" on a for all to anon using (exists (select 1 from a b where b.owner = auth.uid()) or $1 is null);
do $x$ begin execute 'grant select on a to anon'; end $x$; insert into storage.buckets values ('a', 'a', null, null, null, true);`;

  it('never throws on truncated or changed SQL', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(SAMPLE.length),
        fc.nat(SAMPLE.length),
        fc.string({ unit: 'binary', maxLength: 4 }),
        async (at, cut, inserted) => {
          const text = SAMPLE.slice(0, at) + inserted + SAMPLE.slice(at, Math.max(at, cut));
          for (const { declaration } of (await readWith(supabase, { [FILE]: text })).declarations)
            expect(declaration.line).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('never throws on a broken config.toml', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (noise) => {
        await readWith(supabase, { 'supabase/config.toml': `[storage.buckets."a.b"]\npublic = true\n${noise}` });
      }),
    );
  });

  it('splits without losing or repeating a character', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("'", '"', '$$', '$a$', ';', '--', '\n', '/*', '*/', 'x', "e'\\'")),
        (parts) => {
          const sql = parts.join('');
          let last = -1;
          for (const { start, end } of splitStatements(sql)) {
            expect(start).toBeGreaterThan(last);
            expect(end).toBeGreaterThanOrEqual(start);
            last = end;
          }
        },
      ),
    );
  });

  it.each([
    ['parentheses', `select ${'('.repeat(50_000)}1`],
    [
      'a long chain of or',
      `create table a (id int); alter table a enable row level security; create policy p on a using (false${' or false'.repeat(3_000)});`,
    ],
    ['a chain of casts', `create table a (id int); create policy p on a using (true${'::boolean'.repeat(2_000)});`],
    ['many nots', `create table a (id int); create policy p on a using (${'not '.repeat(2_000)}true);`],
    ['quotes', "'".repeat(50_001)],
    ['comments', '/*'.repeat(50_000)],
    ['many tables', Array.from({ length: 3_000 }, (_, index) => `create table t${index} (id int);`).join('\n')],
  ])('survives %s', async (_, sql) => {
    const { declarations, problems } = await readWith(supabase, { [FILE]: `${sql}\n` });
    expect(declarations.length + problems.length).toBeGreaterThan(0);
  });
});
