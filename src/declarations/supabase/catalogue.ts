import type { QualifiedName, Tree } from './tree.ts';

/** Where a statement stands. */
export interface Source {
  readonly path: string;
  /** UTF-16 offset. */
  readonly at: number;
}

export type Privilege = 'select' | 'insert' | 'update' | 'delete';
export const PRIVILEGES: readonly Privilege[] = ['select', 'insert', 'update', 'delete'];

export interface Grant {
  readonly source?: Source;
  /** Given by Supabase's own default privileges, not by a statement of the repo. */
  readonly implicit: boolean;
  /** Whether Supabase gives it depends on the age of the project. */
  readonly unsure?: boolean;
}

export type PolicyCommand = Privilege | 'all';

export interface Policy {
  readonly name: string;
  readonly command: PolicyCommand;
  readonly permissive: boolean;
  readonly roles: readonly string[];
  readonly using?: Tree;
  readonly check?: Tree;
  readonly source: Source;
}

export interface Relation extends QualifiedName {
  readonly kind: 'table' | 'view' | 'materialized view' | 'foreign table';
  /** The statement that made it, or that switched its row level security off again. */
  source: Source;
  rls: 'on' | 'off' | 'unknown';
  /** Grantee and privilege, `anon select`. */
  readonly grants: Map<string, Grant>;
  readonly policies: Map<string, Policy>;
  /** Of a view. */
  readonly query?: Tree;
  invoker: boolean;
}

export interface DatabaseFunction extends QualifiedName {
  readonly source: Source;
  /** Types of its parameters, as they tell overloads apart. */
  readonly signature: string;
  readonly parameters: readonly string[];
  readonly language: string;
  readonly body: string;
  definer: boolean;
  readonly returnsTrigger: boolean;
  /** Roles that may call it. */
  readonly callers: Map<string, Grant>;
}

export interface Bucket {
  readonly id: string;
  isPublic: boolean | 'unknown';
  source: Source;
}

/** What new tables or functions of a schema are granted to whom. */
export interface DefaultPrivilege {
  /** Empty: every schema. */
  readonly schema: string;
  readonly object: 'table' | 'function';
  readonly role: string;
  readonly privileges: readonly string[];
  readonly grant: boolean;
  readonly source?: Source;
}

/** The database as the statements leave it. */
export interface Catalogue {
  searchPath: string;
  /** Set while statements run that may belong to a project whose new tables are granted to nobody. */
  unsure: boolean;
  readonly relations: Map<string, Relation>;
  readonly functions: Map<string, DatabaseFunction>;
  readonly buckets: Map<string, Bucket>;
  readonly defaults: DefaultPrivilege[];
  /** Schemas that a role may use: `schema role`. */
  readonly usage: Set<string>;
  /** Roles that a role was granted. */
  readonly memberships: Map<string, Set<string>>;
  /** Statements built at run time, which may change row level security, policies or grants. */
  readonly dynamic: Source[];
}

export const PUBLIC_ROLE = 'public';

/** The roles of the API: without a token, and with one of a user (supabase.com/docs/guides/database/postgres/roles). */
export type ApiRole = 'anon' | 'authenticated';
export const API_ROLES: readonly ApiRole[] = ['anon', 'authenticated'];

/**
 * A new project: schemas open to the API's roles, Supabase's default privileges on what is made in `public`, and the storage
 * tables with row level security on. `exposes`: new tables are granted to the API's roles by default.
 */
export function newCatalogue(exposes: boolean): Catalogue {
  const catalogue: Catalogue = {
    searchPath: 'public',
    unsure: false,
    relations: new Map(),
    functions: new Map(),
    buckets: new Map(),
    defaults: [{ schema: '', object: 'function', role: PUBLIC_ROLE, privileges: ['execute'], grant: true }],
    usage: new Set(
      ['public', 'graphql_public', 'storage', 'auth'].flatMap((schema) => API_ROLES.map((role) => `${schema} ${role}`)),
    ),
    memberships: new Map(),
    dynamic: [],
  };
  for (const role of API_ROLES) {
    catalogue.defaults.push({ schema: 'public', object: 'function', role, privileges: ['execute'], grant: true });
    if (exposes)
      catalogue.defaults.push({ schema: 'public', object: 'table', role, privileges: PRIVILEGES, grant: true });
  }
  for (const name of ['objects', 'buckets']) addStorageTable(catalogue, name);
  return catalogue;
}

function addStorageTable(catalogue: Catalogue, name: string): void {
  const grants = API_ROLES.flatMap((role) =>
    PRIVILEGES.map((privilege): [string, Grant] => [`${role} ${privilege}`, { implicit: true }]),
  );
  catalogue.relations.set(`storage.${name}`, {
    schema: 'storage',
    name,
    kind: 'table',
    source: { path: '', at: 0 },
    rls: 'on',
    grants: new Map(grants),
    policies: new Map(),
    invoker: false,
  });
}

export function keyOf(catalogue: Catalogue, { schema, name }: QualifiedName): string {
  return `${schema === '' ? catalogue.searchPath : schema}.${name}`;
}

/** Makes a relation with what the default privileges of the moment grant on it; one that exists already stays. */
export function addRelation(
  catalogue: Catalogue,
  made: Pick<Relation, 'schema' | 'name' | 'kind' | 'source' | 'invoker'> & { readonly query?: Tree },
): void {
  const key = keyOf(catalogue, made);
  const known = catalogue.relations.get(key);
  if (known !== undefined && made.kind !== 'view') return;
  const grants = known?.grants ?? new Map<string, Grant>();
  const schema = key.slice(0, key.length - made.name.length - 1);
  if (known === undefined)
    for (const [role, privilege, grant] of defaultsFor(catalogue, schema, 'table'))
      grants.set(`${role} ${privilege}`, grant.implicit && catalogue.unsure ? { ...grant, unsure: true } : grant);
  catalogue.relations.set(key, { ...made, schema, rls: 'off', grants, policies: known?.policies ?? new Map() });
}

/** What the default privileges, applied in order, grant on a new object. */
export function defaultsFor(
  catalogue: Catalogue,
  schema: string,
  object: DefaultPrivilege['object'],
): readonly (readonly [string, string, Grant])[] {
  const granted = new Map<string, readonly [string, string, Grant]>();
  for (const entry of catalogue.defaults) {
    if (entry.object !== object || (entry.schema !== '' && entry.schema !== schema)) continue;
    for (const privilege of entry.privileges) {
      // A default of one schema only adds to those of every schema, so it cannot take theirs back.
      const key = `${entry.schema} ${entry.role} ${privilege}`;
      const grant: Grant = {
        implicit: entry.source === undefined,
        ...(entry.source === undefined ? {} : { source: entry.source }),
      };
      if (entry.grant) granted.set(key, [entry.role, privilege, grant]);
      else granted.delete(key);
    }
  }
  return [...granted.values()];
}

/** A role with everything it is a member of, `public` included. */
export function rolesOf(catalogue: Catalogue, role: string): ReadonlySet<string> {
  const roles = new Set([role, PUBLIC_ROLE]);
  for (const known of roles) for (const inherited of catalogue.memberships.get(known) ?? []) roles.add(inherited);
  return roles;
}

/** The grant by which a role may do this; an explicit one before one that Supabase makes by default. */
export function grantFor(
  catalogue: Catalogue,
  grants: ReadonlyMap<string, Grant>,
  role: string,
  privilege: string,
): Grant | undefined {
  const found = [...rolesOf(catalogue, role)].flatMap((known) => grants.get(`${known} ${privilege}`) ?? []);
  return found.find((grant) => !grant.implicit) ?? found[0];
}
