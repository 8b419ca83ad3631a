import { PGlite } from '@electric-sql/pglite';
import { type Fake, type FakeRequest, json, type Reply, USER_DATA, USER_NAME } from './fake.ts';

/**
 * A Supabase project as PostgREST and the storage service show it to the anonymous role
 * (docs.postgrest.org/en/stable/references/errors.html). A real PostgreSQL decides: its GRANTs and its row level security.
 */
export interface FakeSupabase extends Fake {
  readonly close: () => Promise<void>;
}

const PROJECT = `
  create role anon nologin;
  create schema storage;
  grant usage on schema public, storage to anon;
  create table storage.buckets (id text primary key, public boolean default false);
  create table storage.objects (id serial primary key, bucket_id text, name text);
  alter table storage.buckets enable row level security;
  alter table storage.objects enable row level security;
  grant all on all tables in schema storage to anon;
`;

/** What every row of a test's tables holds. */
export const ROW = `('${USER_NAME}', '${USER_DATA}')`;

export async function createSupabase(ref: string, apiKey: string, sql: string): Promise<FakeSupabase> {
  const database = await PGlite.create();
  await database.exec(PROJECT + sql);
  let changed = 0;

  /** Runs as the anonymous role; whatever it changes stays, and is counted. */
  const asStranger = async (statement: string, values: readonly unknown[] = []) =>
    database.transaction(async (transaction) => {
      await transaction.exec('set local role anon');
      const result = await transaction.query<Record<string, unknown>>(statement, [...values]);
      if (!statement.startsWith('select')) changed += result.affectedRows ?? 0;
      return result.rows;
    });

  const answer = async (request: FakeRequest): Promise<Reply> => {
    if (request.host !== `${ref}.supabase.co`) return json(404, { message: 'no Route matched with those values' });
    if (request.headers.apikey !== apiKey) return json(401, { message: 'Invalid API key' });
    try {
      return await route(request, asStranger);
    } catch (error) {
      return failure(error);
    }
  };
  return { answer, mutations: () => changed, close: () => database.close() };
}

type Ask = (statement: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;

async function route(request: FakeRequest, ask: Ask): Promise<Reply> {
  const { method, path } = request;
  const table = /^\/rest\/v1\/([a-z_]+)$/.exec(path)?.[1];
  if (table !== undefined) return onTable(request, table, ask);
  if (path === '/storage/v1/bucket' && method === 'GET') return json(200, await ask('select * from storage.buckets'));
  const bucket = /^\/storage\/v1\/object\/list\/([A-Za-z0-9_-]+)$/.exec(path)?.[1];
  if (bucket !== undefined && method === 'POST') {
    const { prefix, limit }: { readonly prefix: string; readonly limit: number } = JSON.parse(request.body);
    const found = 'select name from storage.objects where bucket_id = $1 and starts_with(name, $2) limit $3';
    return json(200, await ask(found, [bucket, prefix, limit]));
  }
  if (path === '/auth/v1/settings') return json(200, { disable_signup: false, external: { anonymous_users: false } });
  return json(404, { message: 'Not Found' });
}

/** HEAD and GET read; every other method does what it says, so that a careless request shows. */
async function onTable(request: FakeRequest, table: string, ask: Ask): Promise<Reply> {
  if (request.method === 'DELETE') {
    await ask(`delete from public."${table}"`);
    return { status: 204 };
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    await ask(`insert into public."${table}" default values`);
    return { status: 201 };
  }
  const limit = Number(request.query.get('limit') ?? '1000');
  const rows = await ask(`select * from public."${table}" limit ${limit}`);
  const [counted] = await ask(`select count(*)::int as n from public."${table}"`);
  const total = request.headers.prefer?.includes('count=exact') === true ? Number(counted?.n) : '*';
  const range = rows.length === 0 ? `*/${total}` : `0-${rows.length - 1}/${total}`;
  return json(typeof total === 'number' && rows.length < total ? 206 : 200, rows, { 'content-range': range });
}

function failure(error: unknown): Reply {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const status = code === '42501' ? 401 : code === '42P01' ? 404 : 400;
  return json(status, { code, message: error instanceof Error ? error.message : String(error) });
}
