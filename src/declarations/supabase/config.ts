import type { RepoFile } from '../language.ts';

/** What `supabase/config.toml` says that bears on access (supabase.com/docs/guides/local-development/cli/config). */
export interface SupabaseConfig {
  readonly schemas: readonly string[];
  /** `api.auto_expose_new_tables`; undefined where it is left to the default. */
  readonly exposes: boolean | undefined;
  readonly signUp: SupabaseSignUp;
  readonly buckets: readonly { readonly id: string; readonly isPublic: boolean; readonly at: number }[];
  readonly problem?: { readonly line: number; readonly reason: string };
}

export interface SupabaseSignUp {
  readonly state: 'open' | 'closed' | 'unknown';
  /** Half a sentence. */
  readonly reason: string;
}

const DEFAULT_SCHEMAS: readonly string[] = ['public', 'graphql_public'];

export const NO_CONFIG: SupabaseConfig = {
  schemas: DEFAULT_SCHEMAS,
  exposes: undefined,
  signUp: { state: 'unknown', reason: 'whether strangers can sign up is not known from the repository' },
  buckets: [],
};

type Table = Readonly<Record<string, unknown>>;

function tableIn(value: unknown, key: string): Table {
  const inner = typeof value === 'object' && value !== null ? (value as Table)[key] : undefined;
  return typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as Table) : {};
}

/** Never throws: a broken file is a problem and the defaults hold. */
export async function readConfig(file: RepoFile): Promise<SupabaseConfig> {
  const { parse, TomlError } = await import('smol-toml');
  try {
    return configOf(parse(file.text), file);
  } catch (error) {
    const line = error instanceof TomlError ? error.line : 1;
    return { ...NO_CONFIG, problem: { line, reason: 'The Supabase config is not well-formed TOML.' } };
  }
}

function configOf(root: unknown, file: RepoFile): SupabaseConfig {
  const api = tableIn(root, 'api');
  const schemas = Array.isArray(api.schemas) ? api.schemas.filter((name) => typeof name === 'string') : DEFAULT_SCHEMAS;
  const exposes = api.auto_expose_new_tables;
  const buckets = Object.entries(tableIn(tableIn(root, 'storage'), 'buckets')).map(([id, bucket]) => ({
    id,
    isPublic: typeof bucket === 'object' && bucket !== null && (bucket as Table).public === true,
    at: Math.max(0, file.text.search(new RegExp(`^\\[storage\\.buckets\\."?${escapePattern(id)}"?\\]`, 'm'))),
  }));
  return {
    schemas,
    exposes: typeof exposes === 'boolean' ? exposes : undefined,
    signUp: signUpOf(tableIn(root, 'auth'), file.path),
    buckets,
  };
}

function escapePattern(text: string): string {
  return text.replace(/[^\w]/g, '\\$&');
}

function signUpOf(auth: Table, path: string): SupabaseSignUp {
  if (auth.enable_anonymous_sign_ins === true && auth.enable_signup !== false)
    return { state: 'open', reason: `${path} turns on anonymous sign-ins` };
  if (auth.enable_signup === false) return { state: 'closed', reason: `${path} turns sign-up off` };
  if (auth.enable_signup === true) return { state: 'open', reason: `${path} lets strangers sign up` };
  return { state: 'unknown', reason: 'strangers can sign up by default' };
}

const ENV_URL =
  /^\s{0,20}(?:export\s{1,10})?\w{0,40}SUPABASE_URL\s{0,10}=\s{0,10}["']?https:\/\/([a-z]{20})\.supabase\.(?:co|in)\b/m;

/** The project ref that an environment file names. */
export function projectRefIn(text: string): string | undefined {
  return ENV_URL.exec(text)?.[1];
}
