import type { BackendDeclaration, Problem } from '../../model.ts';
import { messageOf } from '../../shared/errors.ts';
import type { DeclarationContext, DeclarationLanguage, DeclarationReading, RepoFile } from '../language.ts';
import { positionsOf } from '../lines.ts';
import { applyStatement } from './apply.ts';
import { type Catalogue, type DatabaseFunction, newCatalogue } from './catalogue.ts';
import { NO_CONFIG, projectRefIn, readConfig, type SupabaseConfig } from './config.ts';
import { judgeCatalogue } from './judge.ts';
import { loadSqlParser, type SqlParser } from './statements.ts';
import { child, type Tree } from './tree.ts';

const MAX_FILE = 4 * 1024 * 1024;
const MAX_TOTAL = 32 * 1024 * 1024;

/** Supabase projects: migrations, schemas and seeds as PostgreSQL would run them, and config.toml. */
export const supabase: DeclarationLanguage = {
  id: 'supabase',
  title: 'Supabase migrations and config',
  docs: [
    'https://supabase.com/docs/guides/database/postgres/row-level-security',
    'https://supabase.com/docs/guides/storage/security/access-control',
    'https://supabase.com/docs/guides/api/securing-your-api',
  ],
  claims: (path) => projectOf(path) !== undefined || isEnvironment(path),
  accepts: (file) => !isEnvironment(file.path) || projectRefIn(file.text) !== undefined,
  read: readSupabase,
};

const PROJECT_FILE =
  /^((?:.*\/)?supabase\/)(?:migrations\/(?:.*\/)?[^/]+\.sql|schemas\/.*\.sql|seeds?\/.*\.sql|seed[^/]*\.sql|schema\.sql|config\.toml)$/;

/** The `supabase/` folder that a file belongs to. */
function projectOf(path: string): string | undefined {
  if (/\.down\.sql$|(?:^|\/)node_modules\//.test(path)) return undefined;
  return PROJECT_FILE.exec(path)?.[1];
}

function isEnvironment(path: string): boolean {
  return /(?:^|\/)\.env(?:\.[\w.-]+)?$/.test(path);
}

async function readSupabase(files: readonly RepoFile[], context: DeclarationContext): Promise<DeclarationReading> {
  const projects = new Map<string, RepoFile[]>();
  for (const file of files) {
    const project = projectOf(file.path);
    if (project === undefined) continue;
    const known = projects.get(project);
    if (known === undefined) projects.set(project, [file]);
    else known.push(file);
  }
  const environments = files.filter((file) => isEnvironment(file.path));
  const refs = new Set(environments.flatMap((file) => projectRefIn(file.text) ?? []));
  const [ref] = refs;
  const name = refs.size === 1 && projects.size === 1 ? ref : undefined;
  const readings: DeclarationReading[] = [];
  for (const [project, own] of projects) readings.push(await readProject(project, own, name, context));
  return {
    declarations: readings.flatMap((reading) => reading.declarations),
    mentions: [],
    problems: readings.flatMap((reading) => reading.problems),
  };
}

async function readProject(
  folder: string,
  files: readonly RepoFile[],
  name: string | undefined,
  context: DeclarationContext,
): Promise<DeclarationReading> {
  const configFile = files.find((file) => file.path === `${folder}config.toml`);
  const config = configFile === undefined ? NO_CONFIG : await readConfig(configFile);
  const problems: Problem[] = [];
  if (configFile !== undefined && config.problem !== undefined)
    problems.push({ kind: 'malformed', path: configFile.path, ...config.problem });
  const scripts = inOrder(folder, files);
  if (scripts.length === 0 && config.buckets.length === 0) return { declarations: [], mentions: [], problems };
  const loaded = await load(folder, problems);
  if (loaded === undefined) return { declarations: [], mentions: [], problems };
  const catalogue = newCatalogue(config.exposes ?? true);
  addConfigBuckets(catalogue, config, configFile);
  runScripts(catalogue, scripts, loaded, config.exposes === undefined, problems);
  const queries = new Map<DatabaseFunction, Tree | undefined>();
  const queryOf = (declared: DatabaseFunction) => {
    if (!queries.has(declared)) queries.set(declared, functionQuery(declared, loaded));
    return queries.get(declared);
  };
  const positions = new Map(files.map((file) => [file.path, positionsOf(file.text)]));
  const signUp =
    config.signUp.state === 'unknown' && context.signUp !== undefined
      ? { state: 'open' as const, reason: `the app lets users sign up (${context.signUp})` }
      : config.signUp;
  const declarations = judgeCatalogue({ catalogue, queryOf }, { ...config, signUp }).map(
    ({ source, ...declared }): BackendDeclaration => ({
      kind: 'supabase',
      ...(name === undefined ? {} : { name }),
      folder: folder.replace(/\/$/, ''),
      declaration: { path: source.path, ...(positions.get(source.path)?.(source.at) ?? { line: 1 }), ...declared },
    }),
  );
  for (const source of catalogue.dynamic)
    problems.push({
      kind: 'unresolved',
      path: source.path,
      ...lineOf(positions.get(source.path)?.(source.at)),
      reason: 'A statement put together at run time may change access; what it does is not known.',
    });
  return { declarations, mentions: [], problems };
}

function lineOf(position: { readonly line: number } | undefined): { readonly line?: number } {
  return position === undefined ? {} : { line: position.line };
}

async function load(folder: string, problems: Problem[]): Promise<SqlParser | undefined> {
  try {
    return await loadSqlParser();
  } catch (error) {
    const reason = `The SQL parser could not be loaded, so no migration was judged: ${messageOf(error)}`;
    problems.push({ kind: 'unreadable', path: folder.replace(/\/$/, ''), reason });
    return undefined;
  }
}

/** Migrations by name as the CLI runs them; the declarative schemas only where there are none; seeds last. */
function inOrder(folder: string, files: readonly RepoFile[]): readonly RepoFile[] {
  const sql = files
    .filter((file) => file.path.endsWith('.sql'))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
  const within = (kind: string) => sql.filter((file) => file.path.startsWith(`${folder}${kind}`));
  const migrations = within('migrations/');
  const schemas = within('schema');
  return [...(migrations.length > 0 ? migrations : schemas), ...within('seed')];
}

function addConfigBuckets(catalogue: Catalogue, config: SupabaseConfig, file: RepoFile | undefined): void {
  if (file === undefined) return;
  for (const { id, isPublic, at } of config.buckets)
    catalogue.buckets.set(id, { id, isPublic, source: { path: file.path, at } });
}

/**
 * Since this day new projects grant new tables to nobody (supabase.com/docs/guides/api/securing-your-api); a migration's name tells when
 * it was written.
 */
const GRANTS_NONE_SINCE = '20260530';

function isRecent(path: string): boolean {
  const [, day] = /\/(\d{8})\d{0,6}_[^/]*\.sql$/.exec(path) ?? [];
  return day !== undefined && day >= GRANTS_NONE_SINCE;
}

function runScripts(
  catalogue: Catalogue,
  scripts: readonly RepoFile[],
  parser: SqlParser,
  byAge: boolean,
  problems: Problem[],
): void {
  let total = 0;
  for (const file of scripts) {
    total += file.text.length;
    if (file.text.length > MAX_FILE || total > MAX_TOTAL) {
      problems.push({ kind: 'limit', path: file.path, reason: 'Too much SQL: the file was not read.' });
      continue;
    }
    catalogue.searchPath = 'public';
    catalogue.unsure = byAge && isRecent(file.path);
    const parsed = parser.parse(file.text);
    const position = positionsOf(file.text);
    for (const { at, reason } of parsed.problems)
      problems.push({ kind: 'malformed', path: file.path, line: position(at).line, reason: `SQL: ${reason}` });
    for (const { at, tree } of parsed.statements) applyStatement(catalogue, tree, { path: file.path, at }, parser);
  }
}

/** The one query that a SQL function consists of. */
function functionQuery(declared: DatabaseFunction, parser: SqlParser): Tree | undefined {
  if (declared.language.toLowerCase() !== 'sql' || declared.body.length > 20_000) return undefined;
  const { statements } = parser.parse(declared.body);
  return statements.length === 1 ? child(statements[0]?.tree, 'SelectStmt') : undefined;
}
