// Holds what Ajar says of Supabase migrations against what PostgreSQL (PGlite) lets the roles of the API do.
// README.md beside this file says how, and what the columns mean. Migrations of others are read from local copies.
//
//   npx tsc -p tsconfig.build.json --outDir /tmp/lib
//   node bench/declarations/supabase.mjs /tmp/lib [--migrations DIR]… [--splinter DIR] [--verbose]
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { citext } from '@electric-sql/pglite/contrib/citext';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { uuid_ossp } from '@electric-sql/pglite/contrib/uuid_ossp';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    migrations: { type: 'string', multiple: true, default: [] },
    splinter: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});
const [lib = 'lib'] = positionals;
const load = (file) => import(pathToFileURL(path.resolve(lib, file)).href);
const { supabase } = await load('declarations/supabase/index.js');
const { splitStatements } = await load('declarations/supabase/statements.js');

const PROJECT = readFileSync(
  path.resolve(import.meta.dirname, '../../__tests__/declarations/supabase/project.sql'),
  'utf8',
);
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
    user_metadata: {},
  },
};
const OPERATIONS = ['read', 'create', 'overwrite', 'delete'];
const ROLES = ['anon', 'authenticated'];

async function project() {
  const db = await PGlite.create({ extensions: { citext, pg_trgm, pgcrypto, unaccent, uuid_ossp } });
  await db.exec(PROJECT);
  await db.exec('create publication supabase_realtime;');
  return db;
}

const statementsOf = (sql) =>
  splitStatements(sql)
    .map(({ start, end }) =>
      sql
        .slice(start, end)
        .replace(/^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/, '')
        .trim(),
    )
    .filter((statement) => statement !== '');

/** Runs every statement by itself, as many as the database takes; gives the first words of those that it refuses. */
async function run(db, sql) {
  const refused = [];
  await db.exec('set search_path = "$user", public, extensions');
  for (const statement of statementsOf(sql)) {
    if (/^(?:begin|commit|rollback|start)\b/i.test(statement)) continue;
    try {
      await db.exec(statement);
    } catch (error) {
      refused.push(`${statement.replace(/\s+/g, ' ').slice(0, 90)} — ${error.message}`);
    }
  }
  return refused;
}

/** A row that the table takes while its checks, foreign keys and triggers are off. */
async function seed(db, table) {
  const { rows: checks } = await db.query(
    `select conname from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
    [table],
  );
  for (const { conname } of checks) await db.exec(`alter table ${table} drop constraint "${conname}" cascade`);
  const row = await valuesFor(db, table, OWNER);
  try {
    await db.exec(insertOf(table, row));
    return row;
  } catch (error) {
    if (options.verbose) console.log(`  no row for ${table}: ${error.message}`);
    return undefined;
  }
}

async function valuesFor(db, table, uuid) {
  const { rows } = await db.query(
    `select a.attname, format_type(coalesce(nullif(t.typbasetype, 0), t.oid), -1) as type, t.typtype,
            (select e.enumlabel from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder limit 1) as label
       from pg_attribute a join pg_type t on t.oid = a.atttypid
      where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
      order by a.attnum`,
    [table],
  );
  return rows.map(({ attname, type, typtype, label }) => [attname, literalFor(type, typtype, label, uuid)]);
}

function literalFor(type, kind, label, uuid) {
  if (kind === 'e') return `'${label}'`;
  if (/\[\]$/.test(type)) return `'{}'`;
  if (type === 'uuid') return `'${uuid}'`;
  if (/^(?:smallint|integer|bigint|numeric|real|double)/.test(type)) return uuid === OWNER ? '1' : '2';
  if (type === 'boolean') return 'false';
  if (/^jsonb?$/.test(type)) return `'{}'`;
  if (type === 'interval') return `'1 day'`;
  if (/^time(?! ?stamp)/.test(type) && !/stamp/.test(type)) return `'12:00'`;
  if (/^(?:timestamp|date)/.test(type)) return `'2020-01-01'`;
  if (/^(?:text|character|citext|name)/.test(type)) return uuid === OWNER ? `'x'` : `'y'`;
  if (type === 'inet') return `'127.0.0.1'`;
  if (type === 'bytea') return `'\\x00'`;
  return 'null';
}

function insertOf(table, row) {
  const columns = row.map(([column]) => `"${column}"`).join(', ');
  return `insert into ${table} (${columns}) values (${row.map(([, value]) => value).join(', ')})`;
}

/** `allowed`, `denied`, or `undecided` where something else than access stops the statement. */
async function attempt(db, role, operation, table, row, fresh) {
  const [[column]] = row;
  const statements = {
    read: `select 1 from ${table} where "${column}" is not null`,
    create: insertOf(table, fresh),
    overwrite: `update ${table} set "${column}" = "${column}" where "${column}" is not null`,
    delete: `delete from ${table} where "${column}" is not null`,
  };
  await db.exec('begin');
  try {
    await db.exec(
      `set local session_replication_role = replica; set local role ${role}; set local "request.jwt.claims" = '${JSON.stringify(CLAIMS[role])}';`,
    );
    const result = await db.query(statements[operation]);
    return (operation === 'read' ? result.rows.length : (result.affectedRows ?? 0)) > 0 ? 'allowed' : 'denied';
  } catch (error) {
    return error.code === '42501' ? 'denied' : `undecided: ${error.message}`;
  } finally {
    await db.exec('rollback');
  }
}

async function said(files) {
  const { declarations } = await supabase.read(files, { now: new Date(), paths: files.map(({ path: name }) => name) });
  const states = new Map();
  const rank = ['closed', 'conditional', 'unknown', 'mitigated', 'open'];
  for (const { declaration } of declarations)
    for (const operation of declaration.can) {
      const key = `${declaration.pattern} ${declaration.audience === 'anyone' ? 'anon' : 'authenticated'} ${operation}`;
      const known = states.get(key) ?? 'closed';
      // Sign-up being off is told as mitigated; the role may all the same.
      const state = declaration.state === 'mitigated' ? 'open' : declaration.state;
      if (rank.indexOf(state) >= rank.indexOf(known)) states.set(key, state);
    }
  return states;
}

/** What anyone can do is not said again of accounts. */
function stateOf(states, pattern, role, operation) {
  const own = states.get(`${pattern} ${role} ${operation}`) ?? 'closed';
  const anon = states.get(`${pattern} anon ${operation}`) ?? 'closed';
  return role === 'authenticated' && own === 'closed' ? anon : own;
}

const blank = () => ({ open: 0, closed: 0, falseOpen: [], missed: [], limited: 0, wideLimited: [], undecided: 0 });

function tally(score, state, outcome, key) {
  if (outcome.startsWith('undecided')) score.undecided++;
  else if (state === 'open' && outcome === 'allowed') score.open++;
  else if (state === 'closed' && outcome === 'denied') score.closed++;
  else if (state === 'open') score.falseOpen.push(key);
  else if (state === 'closed') score.missed.push(key);
  else if (outcome === 'denied') score.limited++;
  else score.wideLimited.push(`${key} (${state})`);
}

async function compareTables(db, states, score) {
  // Dumps switch `row_security` and more off for the session.
  await db.exec('reset all');
  const { rows } = await db.query(
    `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`,
  );
  for (const { relname } of rows) {
    const table = `public."${relname}"`;
    await db.exec('set session_replication_role = replica');
    const row = await seed(db, table);
    if (row === undefined || row.length === 0) continue;
    score.tables = (score.tables ?? 0) + 1;
    const fresh = await valuesFor(db, table, '22222222-2222-4222-8222-222222222222');
    for (const operation of OPERATIONS) {
      // Whoever has an account can leave its token away.
      const asAnon = await attempt(db, 'anon', operation, table, row, fresh);
      for (const role of ROLES) {
        const own = role === 'anon' ? asAnon : await attempt(db, role, operation, table, row, fresh);
        const outcome = asAnon === 'allowed' ? asAnon : own;
        if (options.verbose && outcome.startsWith('undecided'))
          console.log(`  ${relname} ${role} ${operation} ${outcome}`);
        tally(
          score,
          stateOf(states, `/rest/v1/${relname}`, role, operation),
          outcome,
          `${relname} ${role} ${operation}`,
        );
      }
    }
  }
}

function sqlFiles(folder, below = '') {
  return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(below, entry.name);
    if (entry.isDirectory()) return sqlFiles(folder, name);
    return /(?<!\.down)\.sql$/.test(name) ? [{ path: name, text: readFileSync(path.join(folder, name), 'utf8') }] : [];
  });
}

/** Migrations of one project, in the order of their names; the folder holds `migrations/`. */
async function scoreProject(folder) {
  const files = sqlFiles(path.join(folder, 'migrations'))
    .map(({ path: name, text }) => ({ path: `supabase/migrations/${name}`, text }))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
  const db = await project();
  const refused = [];
  // `auto_expose_new_tables` says that the stub's default privileges hold, whatever the date in a file's name.
  const config = { path: 'supabase/config.toml', text: '[api]\nauto_expose_new_tables = true\n' };
  for (const { text } of files) refused.push(...(await run(db, text)));
  const score = { ...blank(), files: files.length, refused: refused.length };
  if (options.verbose) for (const one of refused) console.log(`  refused: ${one}`);
  await compareTables(db, await said([...files, config]), score);
  await db.close();
  return score;
}

/** Runs a test of splinter up to each of its queries of the lint and compares at every one. */
async function scoreSplinter(folder, id) {
  const [name] = readdirSync(path.join(folder, 'test/sql')).filter((file) => file.startsWith(id));
  const [lint] = readdirSync(path.join(folder, 'lints')).filter((file) => file.startsWith(id));
  const sql = readFileSync(path.join(folder, 'test/sql', name), 'utf8');
  const score = { ...blank(), stages: 0, fires: 0, agrees: 0, differs: [] };
  let effective = [];
  const marks = new Map();
  for (const statement of statementsOf(sql)) {
    const savepoint = /^savepoint\s+(\w+)/i.exec(statement)?.[1];
    const rollback = /^rollback\s+to\s+savepoint\s+(\w+)/i.exec(statement)?.[1];
    if (savepoint !== undefined) marks.set(savepoint, effective.length);
    else if (rollback !== undefined) effective = effective.slice(0, marks.get(rollback));
    else if (/^select\b/i.test(statement)) await stage();
    else if (!/^(?:begin|rollback|set)\b/i.test(statement)) effective.push(statement);
  }
  return score;

  async function stage() {
    const own = effective.filter((one) => !/^create\s+(?:schema\s+storage|table\s+storage\.)/i.test(one));
    const text = `${own.join(';\n')};`;
    const db = await project();
    await db.exec('create schema lint; set "pgrst.db_schemas" = \'public\';');
    await db.exec(readFileSync(path.join(folder, 'lints', lint), 'utf8'));
    await run(db, text);
    const { rows } = await db.query(`select metadata from lint."${path.basename(lint, '.sql')}"`);
    const states = await said([
      { path: 'supabase/migrations/20240101000000_t.sql', text },
      { path: 'supabase/config.toml', text: '[api]\nauto_expose_new_tables = true\n' },
    ]);
    score.stages++;
    if (rows.length > 0) score.fires++;
    await compareTables(db, states, score);
    if (id === '0025') await compareBuckets(db, states, rows, score);
    await db.close();
  }
}

async function compareBuckets(db, states, rows, score) {
  const { rows: buckets } = await db.query('select id from storage.buckets where public');
  for (const { id } of buckets) {
    const lists = ROLES.some((role) => stateOf(states, `/storage/v1/${id}`, role, 'list') === 'open');
    const fires = rows.some(({ metadata }) => metadata.bucket_id === id);
    if (lists === fires) score.agrees++;
    else
      score.differs.push(`${id}: the lint ${fires ? 'fires' : 'is silent'}, Ajar says ${lists ? 'open' : 'not open'}`);
  }
}

const line = (cells) => console.log(`| ${cells.join(' | ')} |`);

if (options.splinter !== undefined) {
  line([
    'splinter',
    'stages',
    'lint fires',
    'open agreed',
    'closed agreed',
    'told as limited',
    'false open',
    'missed',
    'buckets agreed',
  ]);
  for (const id of ['0013', '0024', '0025']) {
    const score = await scoreSplinter(options.splinter, id);
    line([
      id,
      score.stages,
      score.fires,
      score.open,
      score.closed,
      score.limited + score.wideLimited.length,
      score.falseOpen.length,
      score.missed.length,
      score.agrees,
    ]);
    for (const one of [...score.falseOpen, ...score.missed, ...score.differs]) console.log(`  ${one}`);
  }
}

const total = { ...blank(), tables: 0 };
if (options.migrations.length > 0)
  line([
    'set',
    'files',
    'refused',
    'tables',
    'open agreed',
    'closed agreed',
    'limited, denied',
    'limited, allowed',
    'false open',
    'missed',
    'undecided',
  ]);
for (const [index, folder] of options.migrations.entries()) {
  const score = await scoreProject(folder);
  const name = options.verbose ? folder : index + 1;
  line([
    name,
    score.files,
    score.refused,
    score.tables ?? 0,
    score.open,
    score.closed,
    score.limited,
    score.wideLimited.length,
    score.falseOpen.length,
    score.missed.length,
    score.undecided,
  ]);
  for (const key of ['open', 'closed', 'limited', 'undecided']) total[key] += score[key];
  total.tables += score.tables ?? 0;
  for (const key of ['falseOpen', 'missed', 'wideLimited']) {
    total[key].push(...score[key]);
    if (options.verbose) for (const one of score[key]) console.log(`  ${key}: ${one}`);
  }
}
if (options.migrations.length > 0)
  line([
    'all',
    '',
    '',
    total.tables,
    total.open,
    total.closed,
    total.limited,
    total.wideLimited.length,
    total.falseOpen.length,
    total.missed.length,
    total.undecided,
  ]);
