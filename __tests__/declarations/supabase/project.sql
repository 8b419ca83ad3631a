-- What every Supabase project starts with, as far as access goes.
create role anon nologin; create role authenticated nologin; create role service_role nologin bypassrls;
create schema auth; create schema storage; create schema private; create schema extensions;
grant usage on schema public, auth, storage to anon, authenticated;
create table auth.users (
  id uuid primary key, email text, phone text, role text, created_at timestamptz, updated_at timestamptz,
  raw_app_meta_data jsonb, raw_user_meta_data jsonb, email_confirmed_at timestamptz, last_sign_in_at timestamptz
);
create function auth.jwt() returns jsonb language sql stable as $$ select nullif(current_setting('request.jwt.claims', true), '')::jsonb $$;
create function auth.uid() returns uuid language sql stable as $$ select (auth.jwt()->>'sub')::uuid $$;
create function auth.role() returns text language sql stable as $$ select auth.jwt()->>'role' $$;
create function auth.email() returns text language sql stable as $$ select auth.jwt()->>'email' $$;
create table storage.buckets (
  id text primary key, name text, owner uuid, created_at timestamptz, updated_at timestamptz, public boolean default false,
  avif_autodetection boolean, file_size_limit bigint, allowed_mime_types text[]
);
create table storage.objects (id serial primary key, bucket_id text, name text, owner uuid, owner_id text, metadata jsonb, created_at timestamptz);
alter table storage.objects enable row level security; alter table storage.buckets enable row level security;
grant all on all tables in schema storage to anon, authenticated;
grant all on all sequences in schema storage to anon, authenticated;
create function storage.foldername(name text) returns text[] language sql immutable as $$ select string_to_array(name, '/') $$;
create function storage.filename(name text) returns text language sql immutable as $$ select reverse(split_part(reverse(name), '/', 1)) $$;
create function storage.extension(name text) returns text language sql immutable as $$ select reverse(split_part(reverse(name), '.', 1)) $$;
alter default privileges in schema public grant all on tables to anon, authenticated;
alter default privileges in schema public grant all on sequences to anon, authenticated;
alter default privileges in schema public grant execute on functions to anon, authenticated;
