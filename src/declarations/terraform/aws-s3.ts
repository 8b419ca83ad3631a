import type { PublicAccessBlock, S3AccessPoint, S3Acl, S3Bucket, S3Grant, S3Policy } from '../services/s3.ts';
import { audienceOfGroup, cannedGrants, judgeS3 } from '../services/s3.ts';
import type { Setting, Spot } from '../services/verdict.ts';
import { ADDRESS_MARK, isKnownText, UNKNOWN } from '../values.ts';
import { s3BucketModules } from './aws-s3-module.ts';
import { attributeValue, blocksOf, type EvaluatedBlock, type Resource } from './resources.ts';
import type { Found, World } from './world.ts';
import { expressionKey, keyOf, ofType, settingOf, shownName, spotOfAttribute, textAttribute } from './world.ts';

type Ownership = S3Bucket['ownership'];

interface Draft {
  address: string;
  spot: Spot;
  ownership: Ownership;
  readonly blocks: PublicAccessBlock[];
  readonly acls: S3Acl[];
  readonly policies: S3Policy[];
  readonly accessPoints: S3AccessPoint[];
}

/** Every bucket that the configuration makes or speaks of, judged by all resources that rule it. */
export function findS3(world: World): readonly Found[] {
  const drafts = new Map<string, Draft>();
  const aliases = new Map<string, string>();
  const draftOf = (key: string, resource: Resource) => {
    const name = bucketKey(aliases.get(key) ?? key);
    const known = drafts.get(name);
    if (known !== undefined) return known;
    const spot = world.spotOf(resource.file, resource.at);
    const draft: Draft = {
      address: resource.address,
      spot,
      ownership: 'unset',
      blocks: [],
      acls: [],
      policies: [],
      accessPoints: [],
    };
    drafts.set(name, draft);
    return draft;
  };

  for (const bucket of ofType(world, 'aws_s3_bucket', 'aws_s3_directory_bucket')) {
    const { value, source } = bucket.attributes.get('bucket') ?? {};
    const key = isKnownText(value) ? keyOf(bucket, 'bucket') : `${ADDRESS_MARK}${bucket.address}`;
    // Other resources may name the bucket by the same unknown expression.
    if (key !== value && source !== undefined) aliases.set(expressionKey(bucket, source), key);
    const draft = draftOf(key, bucket);
    draft.acls.push(...aclsIn(world, bucket, bucket));
    draft.policies.push(...policyIn(world, bucket, 'policy'));
  }
  for (const acl of ofType(world, 'aws_s3_bucket_acl'))
    draftOf(keyOf(acl, 'bucket'), acl).acls.push(...aclsIn(world, acl, acl));
  for (const policy of ofType(world, 'aws_s3_bucket_policy'))
    draftOf(keyOf(policy, 'bucket'), policy).policies.push(...policyIn(world, policy, 'policy'));
  for (const controls of ofType(world, 'aws_s3_bucket_ownership_controls')) {
    const [rule] = blocksOf(controls, 'rule');
    draftOf(keyOf(controls, 'bucket'), controls).ownership = ownershipOf(rule, controls.uncertain);
  }
  for (const block of ofType(world, 'aws_s3_bucket_public_access_block'))
    draftOf(keyOf(block, 'bucket'), block).blocks.push(blockOf(block, false, block.uncertain));
  for (const object of ofType(world, 'aws_s3_object', 'aws_s3_bucket_object', 'aws_s3_object_copy')) {
    const acls = aclsIn(world, object, object).filter(({ grants }) => grants.length > 0);
    if (acls.length > 0)
      draftOf(keyOf(object, 'bucket'), object).acls.push(...acls.map((acl) => ({ ...acl, key: objectKey(object) })));
  }
  for (const point of ofType(world, 'aws_s3_access_point'))
    draftOf(keyOf(point, 'bucket'), point).accessPoints.push(...accessPointOf(world, point));
  for (const { call, model } of s3BucketModules(world)) {
    const draft = draftOf(keyOf(call, 'bucket'), call);
    draft.acls.push(...aclsIn(world, call, call));
    draft.policies.push(...policyIn(world, call, 'policy').map((one) => withAttachment(one, model.attachesPolicy)));
    draft.blocks.push(model.block);
    draft.ownership = model.ownership;
  }

  const account = ofType(world, 'aws_s3_account_public_access_block').map((block) =>
    blockOf(block, false, block.uncertain),
  );
  return [...drafts].map(([key, draft]) => ({
    kind: 's3',
    name: shownName(key, draft.address),
    verdicts: judgeS3({ ...draft, blocks: [...account, ...draft.blocks] }),
  }));
}

/** A bucket is also named by its ARN. */
function bucketKey(key: string): string {
  return key.startsWith('arn:aws:s3:::') ? key.slice('arn:aws:s3:::'.length) : key;
}

function objectKey(object: Resource): string {
  const key = textAttribute(object, 'key');
  return isKnownText(key) ? key.replace(/^\//, '') : '{key=**}';
}

function aclsIn(world: World, resource: Resource, block: EvaluatedBlock): readonly S3Acl[] {
  const canned = attributeValue(block, 'acl');
  const { uncertain } = resource;
  const acls: S3Acl[] = [];
  if (canned !== undefined && canned !== null && !isKnownText(canned))
    acls.push({ spot: spotOfAttribute(world, resource, block, 'acl'), grants: [], uncertain: true });
  if (typeof canned === 'string' && cannedGrants(canned).length > 0)
    acls.push({ spot: spotOfAttribute(world, resource, block, 'acl'), grants: cannedGrants(canned), uncertain });
  const own = blocksOf(block, 'grant');
  const nested = blocksOf(block, 'access_control_policy').flatMap((inner) => blocksOf(inner, 'grant'));
  return [...acls, ...[...own, ...nested].flatMap((grant) => grantAcl(world, resource, grant))];
}

/** `grant { uri, permissions }` of the bucket, `grant { grantee { uri }, permission }` of the ACL resource. */
function grantAcl(world: World, resource: Resource, grant: EvaluatedBlock): readonly S3Acl[] {
  const grantee = blocksOf(grant, 'grantee')[0] ?? grant;
  const audience = audienceOfGroup(textAttribute(grantee, 'uri') ?? '');
  if (audience === undefined) return [];
  const permissions = [attributeValue(grant, 'permission'), attributeValue(grant, 'permissions')].flatMap((value) =>
    Array.isArray(value) ? value : [value],
  );
  const grants = permissions.filter(isPermission).map((permission): S3Grant => ({ audience, permission }));
  const name = grant.attributes.has('permissions') ? 'permissions' : 'permission';
  const spot = spotOfAttribute(world, resource, grant, name);
  return grants.length === 0 ? [] : [{ spot, grants, uncertain: resource.uncertain || grant.uncertain }];
}

const PERMISSIONS: readonly string[] = ['READ', 'WRITE', 'READ_ACP', 'WRITE_ACP', 'FULL_CONTROL'];

function isPermission(value: unknown): value is S3Grant['permission'] {
  return typeof value === 'string' && PERMISSIONS.includes(value);
}

function policyIn(world: World, resource: Resource, name: string): readonly S3Policy[] {
  const value = attributeValue(resource, name);
  if (value === undefined || value === null || value === '') return [];
  const text = typeof value === 'string' ? value : undefined;
  return [{ spot: spotOfAttribute(world, resource, resource, name), text, uncertain: resource.uncertain }];
}

function withAttachment(policy: S3Policy, attaches: Setting): S3Policy {
  return { ...policy, detached: attaches === false, uncertain: policy.uncertain || attaches === 'unknown' };
}

function ownershipOf(rule: EvaluatedBlock | undefined, uncertain: boolean): Ownership {
  const value = rule === undefined ? UNKNOWN : attributeValue(rule, 'object_ownership');
  if (uncertain || rule?.uncertain === true) return 'unknown';
  return value === 'BucketOwnerEnforced' || value === 'BucketOwnerPreferred' || value === 'ObjectWriter'
    ? value
    : 'unknown';
}

/** `fallback`: what the provider takes for a switch that is left out. */
export function blockOf(block: EvaluatedBlock, fallback: boolean, uncertain: boolean): PublicAccessBlock {
  const setting = (name: string): Setting => {
    const value = settingOf(block, name, fallback);
    return uncertain && value === true ? 'unknown' : value;
  };
  return {
    blockPublicAcls: setting('block_public_acls'),
    ignorePublicAcls: setting('ignore_public_acls'),
    blockPublicPolicy: setting('block_public_policy'),
    restrictPublicBuckets: setting('restrict_public_buckets'),
  };
}

function accessPointOf(world: World, point: Resource): readonly S3AccessPoint[] {
  const attached = ofType(world, 'aws_s3control_access_point_policy').filter((one) => {
    const target = attributeValue(one, 'access_point_arn');
    return target !== UNKNOWN && target === `arn:aws:s3:-:-:accesspoint/${keyOf(point, 'name')}`;
  });
  const policies = [...policyIn(world, point, 'policy'), ...attached.flatMap((one) => policyIn(world, one, 'policy'))];
  const [configuration] = blocksOf(point, 'public_access_block_configuration');
  // The provider's default is that all four are on.
  const block = blockOf(configuration ?? { ...point, attributes: new Map() }, true, point.uncertain);
  const vpc = blocksOf(point, 'vpc_configuration').length > 0;
  return policies.map((policy) => ({ spot: policy.spot, vpc, block, policy }));
}
