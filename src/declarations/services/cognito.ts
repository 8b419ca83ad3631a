import type { Audience, Operation } from '../../model.ts';
import { OPERATIONS } from '../../model.ts';
import { limitsOf, matchesAny, parsePolicy, type Statement } from './iam-policy.ts';
import { operationsOf } from './s3-actions.ts';
import {
  closed,
  merged,
  type Setting,
  type Spot,
  spotOfStatement,
  type Verdict,
  type WrittenPolicy,
} from './verdict.ts';

/** A policy of a role that an identity pool hands out. */
export interface RolePolicy extends WrittenPolicy {
  /** Undefined if the document is not known. */
  readonly text: string | undefined;
  readonly uncertain: boolean;
}

/** An identity pool with the roles that strangers get from it. */
export interface IdentityPool {
  readonly spot: Spot;
  readonly allowsGuests: Setting;
  readonly guestPolicies: readonly RolePolicy[];
  /** Strangers can sign up to a user pool of the same configuration. */
  readonly signUp: Setting;
  readonly memberPolicies: readonly RolePolicy[];
  /** Without the scope-down policy of the enhanced flow. */
  readonly classicFlow: Setting;
}

/** What a policy opens beyond the pool: `kind:name` of a bucket or table, `*` for all of the account. */
export interface Opened {
  readonly kind: 's3' | 'dynamodb';
  readonly name: string;
}

export interface PoolVerdict extends Verdict {
  readonly opens?: Opened;
}

interface DataAction {
  readonly name: string;
  readonly can: readonly Operation[];
}

/**
 * Actions on data, other than S3's, of services that a guest's session may use in the enhanced flow (Amazon Cognito developer
 * guide, "IAM roles", access policies for unauthenticated identities).
 */
const DATA_ACTIONS: readonly DataAction[] = [
  { name: 'dynamodb:scan', can: ['list', 'read'] },
  { name: 'dynamodb:query', can: ['list', 'read'] },
  { name: 'dynamodb:getitem', can: ['read'] },
  { name: 'dynamodb:batchgetitem', can: ['read'] },
  { name: 'dynamodb:putitem', can: ['create', 'overwrite'] },
  { name: 'dynamodb:updateitem', can: ['create', 'overwrite'] },
  { name: 'dynamodb:batchwriteitem', can: ['create', 'overwrite', 'delete'] },
  { name: 'dynamodb:deleteitem', can: ['delete'] },
  { name: 'dynamodb:deletetable', can: ['delete'] },
  { name: 'sqs:receivemessage', can: ['read'] },
  { name: 'sqs:sendmessage', can: ['create'] },
  { name: 'sqs:deletemessage', can: ['delete'] },
  { name: 'sqs:purgequeue', can: ['delete'] },
  { name: 'sdb:select', can: ['list', 'read'] },
  { name: 'sdb:getattributes', can: ['read'] },
  { name: 'sdb:putattributes', can: ['create', 'overwrite'] },
  { name: 'sdb:deleteattributes', can: ['delete'] },
  { name: 'logs:filterlogevents', can: ['list', 'read'] },
];

/** Out of a guest's reach in the enhanced flow, so only a classic flow opens them (same page). */
const CLASSIC_ACTIONS: readonly DataAction[] = [
  { name: 'secretsmanager:getsecretvalue', can: ['read'] },
  { name: 'ssm:getparameter', can: ['read'] },
  { name: 'iam:attachrolepolicy', can: ['administer'] },
  { name: 'iam:putrolepolicy', can: ['administer'] },
];

/** Who can do what with the credentials that the pool gives to guests, and to whoever signs up. */
export function judgeIdentityPool(pool: IdentityPool): readonly PoolVerdict[] {
  const guests = pool.allowsGuests === false ? [] : pool.guestPolicies.flatMap((one) => judgeRole(one, pool, 'anyone'));
  const members =
    pool.signUp === false ? [] : pool.memberPolicies.flatMap((one) => judgeRole(one, pool, 'any-account'));
  const verdicts = [...guests, ...members];
  if (verdicts.length > 0) return verdicts;
  return [closed(pool.spot, 'No role that this pool gives to strangers opens data to them.')];
}

function judgeRole(policy: RolePolicy, pool: IdentityPool, audience: Audience): readonly PoolVerdict[] {
  const gate = audience === 'anyone' ? pool.allowsGuests : pool.signUp;
  const who = audience === 'anyone' ? 'its guests' : 'whoever signs up';
  const parsed = policy.text === undefined ? undefined : parsePolicy(policy.text);
  if (parsed?.type !== 'policy')
    return [
      {
        spot: policy.spot,
        audience,
        can: [],
        state: 'unknown',
        why: `What the identity pool’s role allows to ${who} is not known.`,
      },
    ];
  return parsed.statements.flatMap((statement, index): readonly PoolVerdict[] => {
    if (statement.effect !== 'Allow' || isOwnOnly(statement)) return [];
    const limits = limitsOf(statement);
    if (limits === 'limited') return [];
    const s3 = operationsOf(statement);
    const other = otherOperations(statement, audience === 'anyone' && pool.classicFlow !== true);
    const can = OPERATIONS.filter((operation) => s3.includes(operation) || other.includes(operation));
    if (can.length === 0) return [];
    const spot = spotOfStatement(policy, index);
    const uncertain = policy.uncertain || limits === 'unknown' || gate === 'unknown';
    const verdict: Verdict = uncertain
      ? {
          spot,
          audience,
          can,
          state: 'unknown',
          why: `Whether the identity pool’s role lets ${who} do this depends on values that are not known.`,
        }
      : {
          spot,
          audience,
          can,
          state: 'open',
          why: `The identity pool gives ${who} a role that allows this.`,
        };
    return [verdict, ...openedBy(statement, verdict, s3)];
  });
}

/** `${cognito-identity.amazonaws.com:sub}` in every resource: each identity reaches its own part only. */
function isOwnOnly({ resources, conditions }: Statement): boolean {
  const own = (text: string) => text.includes('${cognito-identity.amazonaws.com:');
  if (!resources.not && resources.patterns.length > 0 && resources.patterns.every(own)) return true;
  return conditions.some(({ values }) => values.length > 0 && values.every(own));
}

function otherOperations({ actions }: Statement, scopedDown: boolean): readonly Operation[] {
  const known = scopedDown ? DATA_ACTIONS : [...DATA_ACTIONS, ...CLASSIC_ACTIONS];
  return known.filter(({ name }) => matchesAny(actions, name)).flatMap(({ can }) => can);
}

/** The buckets and tables that a statement names, so that each shows up as a backend of its own. */
function openedBy(
  { actions, resources }: Statement,
  verdict: Verdict,
  s3: readonly Operation[],
): readonly PoolVerdict[] {
  if (resources.not) return [];
  const buckets = new Set(
    resources.patterns.flatMap((one) => /^arn:aws[\w-]{0,10}:s3:::([^/*?]+)/.exec(one)?.[1] ?? []),
  );
  const tables = new Set(
    resources.patterns.flatMap(
      (one) => /^arn:aws[\w-]{0,10}:dynamodb:[^:]*:[^:]*:table\/([^/*?]+)/.exec(one)?.[1] ?? [],
    ),
  );
  const dynamo = DATA_ACTIONS.filter(({ name }) => name.startsWith('dynamodb:') && matchesAny(actions, name));
  const onTables = OPERATIONS.filter((operation) => dynamo.some(({ can }) => can.includes(operation)));
  return [
    ...(s3.length === 0
      ? []
      : [...buckets].map((name) => ({ ...verdict, can: s3, opens: { kind: 's3' as const, name } }))),
    ...(onTables.length === 0
      ? []
      : [...tables].map((name) => ({ ...verdict, can: onTables, opens: { kind: 'dynamodb' as const, name } }))),
  ];
}

/** The verdicts on the pool itself. */
export function ownVerdicts(verdicts: readonly PoolVerdict[]): readonly Verdict[] {
  return merged(verdicts.filter(({ opens }) => opens === undefined));
}
