import type { Audience, DeclarationState, Operation } from '../../model.ts';
import { deniesStrangers, limitsOf, type Policy, parsePolicy, type Statement } from './iam-policy.ts';
import { keyPatternOf, operationsOf, withoutDenied } from './s3-actions.ts';
import {
  closed,
  merged,
  type Setting,
  type Spot,
  spotOfStatement,
  type Verdict,
  type WrittenPolicy,
} from './verdict.ts';

/** The four switches of Block Public Access (Amazon S3 user guide, "Blocking public access"). */
export interface PublicAccessBlock {
  readonly blockPublicAcls: Setting;
  readonly ignorePublicAcls: Setting;
  readonly blockPublicPolicy: Setting;
  readonly restrictPublicBuckets: Setting;
}

export interface S3Policy extends WrittenPolicy {
  /** The document's text, unknown parts marked; undefined if it is not known at all. */
  readonly text: string | undefined;
  readonly uncertain: boolean;
  /** It is written, but a switch beside it keeps it from being attached. */
  readonly detached?: boolean;
}

/** A canned ACL or grants to groups, of the bucket or of one object. */
export interface S3Acl {
  readonly spot: Spot;
  readonly grants: readonly S3Grant[];
  /** The object's key, for an object's own ACL. */
  readonly key?: string;
  readonly uncertain: boolean;
}

export interface S3Grant {
  readonly audience: Audience;
  readonly permission: 'READ' | 'WRITE' | 'READ_ACP' | 'WRITE_ACP' | 'FULL_CONTROL';
}

export interface S3AccessPoint {
  readonly spot: Spot;
  /** Reached from one VPC only. */
  readonly vpc: boolean;
  readonly block: PublicAccessBlock;
  readonly policy: S3Policy;
}

/** A bucket with everything that decides who gets in. */
export interface S3Bucket {
  readonly spot: Spot;
  /** Blocks of the account and the bucket; each switch that one of them turns on is on. */
  readonly blocks: readonly PublicAccessBlock[];
  readonly ownership: 'BucketOwnerEnforced' | 'BucketOwnerPreferred' | 'ObjectWriter' | 'unset' | 'unknown';
  readonly acls: readonly S3Acl[];
  readonly policies: readonly S3Policy[];
  readonly accessPoints: readonly S3AccessPoint[];
}

const ALL_USERS = 'http://acs.amazonaws.com/groups/global/AllUsers';
const AUTHENTICATED_USERS = 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers';

/** The group that a grantee's URI names, if it holds strangers (Amazon S3 user guide, "Predefined groups"). */
export function audienceOfGroup(uri: string): Audience | undefined {
  const plain = uri.replace(/^https:/, 'http:');
  if (plain === ALL_USERS) return 'anyone';
  return plain === AUTHENTICATED_USERS ? 'any-account' : undefined;
}

/** What a canned ACL grants to strangers (Amazon S3 user guide, "Canned ACL"). */
export function cannedGrants(acl: string): readonly S3Grant[] {
  switch (acl.toLowerCase().replaceAll('-', '')) {
    case 'publicread':
      return [{ audience: 'anyone', permission: 'READ' }];
    case 'publicreadwrite':
      return [
        { audience: 'anyone', permission: 'READ' },
        { audience: 'anyone', permission: 'WRITE' },
      ];
    case 'authenticatedread':
      return [{ audience: 'any-account', permission: 'READ' }];
    default:
      return [];
  }
}

/** On a bucket READ lists its keys and WRITE writes any object; on an object READ reads it, and WRITE does nothing. */
function operationsOfGrant({ permission }: S3Grant, onObject: boolean): readonly Operation[] {
  switch (permission) {
    case 'READ':
      return onObject ? ['read'] : ['list'];
    case 'WRITE':
      return onObject ? [] : ['create', 'overwrite', 'delete'];
    case 'WRITE_ACP':
      return ['administer'];
    case 'FULL_CONTROL':
      return onObject ? ['read', 'administer'] : ['list', 'create', 'overwrite', 'delete', 'administer'];
    case 'READ_ACP':
      return [];
  }
}

/** Who can do what to a bucket: its ACLs, policies and access points, less what ownership and the public access blocks void. */
export function judgeS3(bucket: S3Bucket): readonly Verdict[] {
  const block = union(bucket.blocks);
  const verdicts = merged([
    ...bucket.acls.flatMap((acl) => judgeAcl(acl, bucket.ownership, block)),
    ...bucket.policies.flatMap((policy) => judgePolicy(policy, block, 'The bucket policy')),
    ...bucket.accessPoints.flatMap((point) => judgeAccessPoint(point, bucket, block)),
  ]);
  if (verdicts.length > 0) return verdicts;
  return [closed(bucket.spot, 'Nothing in the configuration opens this bucket to strangers.')];
}

const OFF: PublicAccessBlock = {
  blockPublicAcls: false,
  ignorePublicAcls: false,
  blockPublicPolicy: false,
  restrictPublicBuckets: false,
};

function union(blocks: readonly PublicAccessBlock[]): PublicAccessBlock {
  return blocks.reduce(
    (all, one) => ({
      blockPublicAcls: either(all.blockPublicAcls, one.blockPublicAcls),
      ignorePublicAcls: either(all.ignorePublicAcls, one.ignorePublicAcls),
      blockPublicPolicy: either(all.blockPublicPolicy, one.blockPublicPolicy),
      restrictPublicBuckets: either(all.restrictPublicBuckets, one.restrictPublicBuckets),
    }),
    OFF,
  );
}

function either(left: Setting, right: Setting): Setting {
  if (left === true || right === true) return true;
  return left === 'unknown' || right === 'unknown' ? 'unknown' : false;
}

function judgeAcl(acl: S3Acl, ownership: S3Bucket['ownership'], block: PublicAccessBlock): readonly Verdict[] {
  const { state, why } = aclState(acl, ownership, block);
  if (acl.grants.length === 0) {
    if (!acl.uncertain || state === 'mitigated') return [];
    return [
      {
        spot: acl.spot,
        audience: 'anyone',
        can: [],
        state: 'unknown',
        why: 'The ACL is not known from the configuration.',
      },
    ];
  }
  return acl.grants.flatMap((grant) => {
    const can = operationsOfGrant(grant, acl.key !== undefined);
    if (can.length === 0) return [];
    const pattern = acl.key === undefined ? {} : { pattern: `/${acl.key}` };
    return [{ spot: acl.spot, ...pattern, audience: grant.audience, can, state, why }];
  });
}

function aclState(
  acl: S3Acl,
  ownership: S3Bucket['ownership'],
  block: PublicAccessBlock,
): { readonly state: DeclarationState; readonly why: string } {
  if (ownership === 'BucketOwnerEnforced')
    return { state: 'mitigated', why: 'The ACL is public, but BucketOwnerEnforced ownership turns all ACLs off.' };
  if (block.ignorePublicAcls === true)
    return { state: 'mitigated', why: 'The ACL is public, but Block Public Access ignores public ACLs.' };
  if (block.blockPublicAcls === true)
    return { state: 'mitigated', why: 'The ACL is public, but Block Public Access refuses public ACLs.' };
  if (acl.uncertain || ownership === 'unknown' || either(block.ignorePublicAcls, block.blockPublicAcls) === 'unknown')
    return {
      state: 'unknown',
      why: 'The ACL is public, but whether it takes effect depends on values that are not known.',
    };
  const groups = new Set(acl.grants.map(({ audience }) => audience));
  const group = groups.has('anyone') ? 'all users' : 'every AWS account';
  const since =
    ownership === 'unset'
      ? ' (S3 refuses it on buckets made since April 2023, unless their ownership allows ACLs)'
      : '';
  return { state: 'open', why: `The ACL grants access to ${group}, and no public access block voids it${since}.` };
}

/** The verdicts on one policy; a statement for named principals gives none. */
function judgePolicy(policy: S3Policy, block: PublicAccessBlock, what: string): readonly Verdict[] {
  const parsed: Policy = policy.text === undefined ? { type: 'unreadable' } : parsePolicy(policy.text);
  if (parsed.type === 'unreadable')
    return [
      {
        spot: policy.spot,
        audience: 'anyone',
        can: [],
        state: 'unknown',
        why: `${what} is not known from the configuration.`,
      },
    ];
  const denies = parsed.statements.filter(deniesStrangers);
  return parsed.statements.flatMap((statement, index) =>
    judgeStatement(statement, denies, { ...policy, spot: spotOfStatement(policy, index) }, block, what),
  );
}

function judgeStatement(
  statement: Statement,
  denies: readonly Statement[],
  policy: S3Policy,
  block: PublicAccessBlock,
  what: string,
): readonly Verdict[] {
  const { effect, principal } = statement;
  if (effect === 'Deny' || principal === 'fixed' || principal === 'none') return [];
  const limits = limitsOf(statement);
  const can = withoutDenied(operationsOf(statement), statement, denies);
  if (can.length === 0) return [];
  const pattern = keyPatternOf(statement);
  const shared = {
    spot: policy.spot,
    ...(pattern === undefined ? {} : { pattern }),
    audience: principal === 'federated' ? ('any-account' as const) : ('anyone' as const),
    can,
  };
  if (limits === 'limited')
    return [
      {
        ...shared,
        state: 'conditional',
        why: `${what} names every principal, but a condition limits it to fixed callers.`,
      },
    ];
  if (policy.detached === true)
    return [{ ...shared, state: 'mitigated', why: `${what} is public, but it is not attached.` }];
  const { state, why } = policyState(
    policy.uncertain || effect === 'unknown' || principal === 'unknown' || limits === 'unknown',
    block,
    what,
  );
  return [{ ...shared, state, why }];
}

function policyState(
  uncertain: boolean,
  block: PublicAccessBlock,
  what: string,
): { readonly state: DeclarationState; readonly why: string } {
  if (uncertain)
    return { state: 'unknown', why: `Whether ${lower(what)} lets strangers in depends on values that are not known.` };
  if (block.restrictPublicBuckets === true)
    return {
      state: 'mitigated',
      why: `${what} is public, but Block Public Access restricts public buckets to the account.`,
    };
  if (block.blockPublicPolicy === true)
    return { state: 'mitigated', why: `${what} is public, but Block Public Access refuses public policies.` };
  if (either(block.restrictPublicBuckets, block.blockPublicPolicy) === 'unknown')
    return { state: 'unknown', why: `${what} is public, but whether Block Public Access voids it is not known.` };
  return { state: 'open', why: `${what} allows this to every principal, and no condition limits it to fixed callers.` };
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** An access point with a VPC origin is never public; through any other, the bucket's own policy has to let the request pass. */
function judgeAccessPoint(point: S3AccessPoint, bucket: S3Bucket, block: PublicAccessBlock): readonly Verdict[] {
  if (point.vpc) return [];
  const verdicts = judgePolicy(point.policy, union([block, point.block]), 'The access point’s policy');
  if (bucket.policies.some(delegates)) return verdicts;
  return verdicts.map((verdict) =>
    verdict.state === 'open'
      ? {
          ...verdict,
          state: 'mitigated',
          why: 'The access point’s policy is public, but the bucket’s own policy does not let strangers pass.',
        }
      : verdict,
  );
}

/** The bucket's policy allows everyone, at most on the condition that they come through an access point. */
function delegates({ text }: S3Policy): boolean {
  const policy = text === undefined ? undefined : parsePolicy(text);
  // What the bucket's policy says is not known: it may delegate.
  if (policy?.type !== 'policy') return true;
  return policy.statements.some(({ effect, principal, conditions }) => {
    if (effect !== 'Allow' || principal !== 'everyone') return false;
    return conditions.every(({ key }) => key === 's3:dataaccesspointaccount' || key === 's3:dataaccesspointarn');
  });
}
