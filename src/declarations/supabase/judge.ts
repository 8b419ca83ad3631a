import type { Audience, Declaration, Operation } from '../../model.ts';
import { audienceOf, isAsWide, type Judging, judgeRelation, mayUse, type SqlVerdict } from './access.ts';
import {
  API_ROLES,
  type ApiRole,
  type Bucket,
  type DatabaseFunction,
  grantFor,
  PRIVILEGES,
  type Privilege,
  type Relation,
  type Source,
} from './catalogue.ts';
import type { Origin } from './condition.ts';
import type { SupabaseConfig, SupabaseSignUp } from './config.ts';

/** A declaration whose place is still a file and an offset. */
export interface SqlDeclaration extends Omit<Declaration, 'path' | 'line' | 'column'> {
  readonly source: Source;
}

const OPERATIONS: Readonly<Record<Privilege, readonly Operation[]>> = {
  select: ['list', 'read'],
  insert: ['create'],
  update: ['overwrite'],
  delete: ['delete'],
};

interface Judged {
  readonly operation: Operation;
  readonly verdict: SqlVerdict;
}

/** What anyone with the project's public key, and any account, can do through the REST and storage APIs. */
export function judgeCatalogue(judging: Judging, config: SupabaseConfig): SqlDeclaration[] {
  const { catalogue } = judging;
  const exposed = [...catalogue.relations.values()].filter((relation) => config.schemas.includes(relation.schema));
  return [
    ...exposed.flatMap((relation) => declareRelation(judging, relation, config.signUp)),
    ...[...catalogue.functions.values()]
      .filter((known) => config.schemas.includes(known.schema))
      .flatMap((known) => declareFunction(judging, known)),
    ...bucketsOf(judging).flatMap((bucket) => declareBucket(judging, bucket, config.signUp)),
  ];
}

function declareRelation(judging: Judging, relation: Relation, signUp: SupabaseSignUp): SqlDeclaration[] {
  const pattern = `/rest/v1/${relation.name}`;
  return declareAll(pattern, relation.source, signUp, (role) =>
    PRIVILEGES.flatMap((privilege) => {
      const verdict = judgeRelation(judging, relation, role, privilege);
      return OPERATIONS[privilege].map((operation) => ({ operation, verdict }));
    }),
  );
}

/** For each audience one declaration a state; what the public key allows is not said again of accounts. */
function declareAll(
  pattern: string,
  made: Source,
  signUp: SupabaseSignUp,
  judge: (role: ApiRole) => readonly Judged[],
): SqlDeclaration[] {
  const [anon, account] = [judge('anon'), judge('authenticated')];
  const more = account.filter(
    (own) => !anon.some((other) => other.operation === own.operation && isAsWide(other.verdict, own.verdict)),
  );
  const open = (judged: readonly Judged[]) => judged.filter(({ verdict }) => verdict.state !== 'closed');
  const closed = open(anon).length === 0 && open(account).length === 0;
  return [
    ...declare(pattern, 'anyone', open(anon).length === 0 ? anon : open(anon), made, signUp),
    ...declare(pattern, 'any-account', closed ? account : open(more), made, signUp),
  ];
}

function declare(
  pattern: string,
  audience: Audience,
  judged: readonly Judged[],
  made: Source,
  signUp: SupabaseSignUp,
): SqlDeclaration[] {
  const groups = new Map<string, Judged[]>();
  for (const entry of judged) {
    const group = groups.get(entry.verdict.state);
    if (group === undefined) groups.set(entry.verdict.state, [entry]);
    else group.push(entry);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { state, source } = first.verdict;
    const barred = state === 'open' && audience === 'any-account' && signUp.state === 'closed';
    return [
      {
        source: source.path === '' || state === 'closed' ? made : source,
        pattern,
        audience,
        can: group.map(({ operation }) => operation),
        state: barred ? ('mitigated' as const) : state,
        why: explain(
          audience,
          group.map(({ verdict }) => verdict),
          signUp,
        ),
      },
    ];
  });
}

const DEPENDS: Readonly<Record<Origin, string>> = {
  record: 'the stored row',
  sent: 'the row that is sent, which the caller chooses',
  owner: 'the caller’s own id standing in the row',
  account: 'a detail of the account, such as its e-mail address',
  self: 'user_metadata, which an account writes itself',
  undecided: 'something that could not be evaluated',
};

function explain(audience: Audience, verdicts: readonly SqlVerdict[], signUp: SupabaseSignUp): string {
  const because = [...new Set(verdicts.map((verdict) => verdict.because))].slice(0, 3).join('; ');
  const origins = [...new Set(verdicts.flatMap((verdict) => verdict.origins))];
  const hangs =
    origins.length === 0 ? '' : ` (it depends on ${origins.map((origin) => DEPENDS[origin]).join(' and ')})`;
  const isOpen = verdicts.some((verdict) => verdict.state === 'open');
  const account = isOpen && audience === 'any-account' ? `; ${signUp.reason}` : '';
  return `${because.charAt(0).toUpperCase()}${because.slice(1)}${hangs}${account}.`;
}

/**
 * A function that runs with its owner's rights is called past row level security by whoever may execute it
 * (`/rest/v1/rpc/<name>`); what it gives or changes is up to its body.
 */
function declareFunction(judging: Judging, known: DatabaseFunction): SqlDeclaration[] {
  if (!known.definer || known.returnsTrigger) return [];
  const role = API_ROLES.find(
    (candidate) =>
      grantFor(judging.catalogue, known.callers, candidate, 'execute') !== undefined &&
      mayUse(judging.catalogue, known.schema, candidate),
  );
  if (role === undefined) return [];
  const checks = /\bauth\.(?:uid|jwt|role|email)\b|request\.jwt/i.test(known.body);
  return [
    {
      source: known.source,
      pattern: `/rest/v1/rpc/${known.name}`,
      audience: audienceOf(role),
      can: operationsIn(known.body),
      state: 'conditional',
      why: checks
        ? `The function runs with its owner’s rights, ${role} may call it, and its body looks at who calls.`
        : `The function runs with its owner’s rights, ${role} may call it, and its body does not look at who calls.`,
    },
  ];
}

function operationsIn(body: string): readonly Operation[] {
  const found: Operation[] = [];
  if (/\bselect\b|\breturn\s+query\b/i.test(body)) found.push('read');
  if (/\binsert\s+into\b/i.test(body)) found.push('create');
  if (/\bupdate\s+[\w."]+\s+(?:as\s+)?(?:\w+\s+)?set\b/i.test(body)) found.push('overwrite');
  if (/\bdelete\s+from\b|\btruncate\b/i.test(body)) found.push('delete');
  return found.length === 0 ? ['read'] : found;
}

/** The buckets that statements make, and those that only policies name. */
function bucketsOf(judging: Judging): readonly Bucket[] {
  const buckets = new Map(judging.catalogue.buckets);
  const objects = judging.catalogue.relations.get('storage.objects');
  for (const policy of objects?.policies.values() ?? []) {
    for (const id of bucketIdsIn([policy.using, policy.check]))
      if (!buckets.has(id)) buckets.set(id, { id, isPublic: false, source: policy.source });
  }
  return [...buckets.values()];
}

/** Text constants that are compared with `bucket_id`. */
function bucketIdsIn(expression: unknown): readonly string[] {
  const text = JSON.stringify(expression) ?? '';
  if (!text.includes('"bucket_id"')) return [];
  const ids: string[] = [];
  const visit = (value: unknown, depth: number) => {
    if (typeof value !== 'object' || value === null || depth > 300) return;
    const node = value as Readonly<Record<string, unknown>>;
    if ('A_Expr' in node) {
      const sides = JSON.stringify(node.A_Expr);
      if (/"sval":"bucket_id"/.test(sides) && sides.length < 2000)
        for (const [, id = ''] of sides.matchAll(/"A_Const":\{"sval":\{"sval":"([\w.-]{1,100})"\}/g)) ids.push(id);
    }
    for (const part of Object.values(node)) visit(part, depth + 1);
  };
  visit(expression, 0);
  return ids;
}

/** Files of a public bucket are served to whoever knows their names, past all policies; listing and writing need one. */
function declareBucket(judging: Judging, bucket: Bucket, signUp: SupabaseSignUp): SqlDeclaration[] {
  const objects = judging.catalogue.relations.get('storage.objects');
  if (objects === undefined) return [];
  const bindings = { bucket_id: { type: 'const', value: bucket.id } } as const;
  return declareAll(`/storage/v1/${bucket.id}`, bucket.source, signUp, (role) =>
    PRIVILEGES.flatMap((privilege) => {
      const verdict = judgeRelation(judging, objects, role, privilege, bindings);
      return OPERATIONS[privilege].map((operation) => ({
        operation,
        verdict: operation === 'read' ? publicRead(bucket, verdict) : verdict,
      }));
    }),
  );
}

function publicRead(bucket: Bucket, byPolicy: SqlVerdict): SqlVerdict {
  const { source } = bucket;
  if (bucket.isPublic === true) return { state: 'open', origins: [], source, because: 'the bucket is public' };
  if (bucket.isPublic === false || byPolicy.state === 'open') return byPolicy;
  return {
    state: 'unknown',
    origins: ['undecided'],
    source,
    because: 'whether the bucket is public is set at run time',
  };
}
