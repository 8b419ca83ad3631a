import type { PublicAccessBlock, S3AccessPoint, S3Acl, S3Bucket, S3Policy } from '../services/s3.ts';
import { cannedGrants, judgeS3 } from '../services/s3.ts';
import type { Setting, Spot } from '../services/verdict.ts';
import { itemsOf, knownText, member, type Placed, settingOf } from '../trees/placed.ts';
import { UNKNOWN } from '../values.ts';
import type { Found, Stack, StackResource } from './stack.ts';
import { keyOf, ofType, policyOf, property, shownName } from './stack.ts';

interface Draft {
  readonly spot: Spot;
  /** The first resource that speaks of it. */
  readonly speaker: StackResource;
  ownership: S3Bucket['ownership'];
  readonly blocks: PublicAccessBlock[];
  readonly acls: S3Acl[];
  readonly policies: S3Policy[];
  readonly accessPoints: S3AccessPoint[];
}

/** Every bucket that the template makes or speaks of, judged by all resources that rule it. */
export function findS3(stack: Stack): readonly Found[] {
  const drafts = new Map<string, Draft>();
  const aliases = new Map<string, string>();
  const draftOf = (key: string, speaker: StackResource) => {
    const name = aliases.get(key) ?? key;
    const known = drafts.get(name);
    if (known !== undefined) return known;
    const draft: Draft = {
      spot: speaker.spot,
      speaker,
      ownership: 'unset',
      blocks: [],
      acls: [],
      policies: [],
      accessPoints: [],
    };
    drafts.set(name, draft);
    return draft;
  };

  for (const bucket of ofType(stack, 'AWS::S3::Bucket')) {
    // Other resources may name the bucket by the same expression instead of by its logical id.
    if (bucket.wordsOf('BucketName') !== undefined) aliases.set(keyOf(bucket, 'BucketName'), bucket.name);
    const draft = draftOf(bucket.name, bucket);
    draft.acls.push(...aclOf(bucket));
    draft.blocks.push(...blockOf(bucket, property(bucket, 'PublicAccessBlockConfiguration'), false));
    draft.ownership = ownershipOf(bucket);
  }
  for (const policy of ofType(stack, 'AWS::S3::BucketPolicy'))
    draftOf(bucketKey(policy), policy).policies.push(...policyOf(policy, property(policy, 'PolicyDocument')));
  for (const point of ofType(stack, 'AWS::S3::AccessPoint'))
    draftOf(bucketKey(point), point).accessPoints.push(...accessPointOf(point));

  return [...drafts].map(([key, draft]) => ({
    kind: 's3',
    name: shownName(stack, key, draft.speaker),
    verdicts: judgeS3(draft),
  }));
}

function bucketKey(resource: StackResource): string {
  const key = keyOf(resource, 'Bucket');
  return key.startsWith('arn:aws:s3:::') ? key.slice('arn:aws:s3:::'.length) : key;
}

function aclOf(bucket: StackResource): readonly S3Acl[] {
  const canned = property(bucket, 'AccessControl');
  if (canned === undefined || canned.value === null) return [];
  const { uncertain } = bucket;
  const acl = knownText(canned);
  if (acl === undefined) return [{ spot: canned.spot, grants: [], uncertain: true }];
  const grants = cannedGrants(acl);
  return grants.length === 0 ? [] : [{ spot: canned.spot, grants, uncertain }];
}

function ownershipOf(bucket: StackResource): S3Bucket['ownership'] {
  const controls = property(bucket, 'OwnershipControls');
  if (controls === undefined || controls.value === null) return 'unset';
  const [rule] = itemsOf(member(controls, 'Rules'));
  const value = knownText(member(rule, 'ObjectOwnership'));
  return value === 'BucketOwnerEnforced' || value === 'BucketOwnerPreferred' || value === 'ObjectWriter'
    ? value
    : 'unknown';
}

/** `fallback`: what S3 takes for a switch that is left out. */
function blockOf(
  { uncertain }: StackResource,
  configuration: Placed | undefined,
  fallback: boolean,
): readonly PublicAccessBlock[] {
  if (configuration === undefined && !fallback) return [];
  const setting = (name: string): Setting => {
    const value = settingOf(member(configuration, name), fallback);
    return uncertain && value === true ? 'unknown' : value;
  };
  return [
    {
      blockPublicAcls: setting('BlockPublicAcls'),
      ignorePublicAcls: setting('IgnorePublicAcls'),
      blockPublicPolicy: setting('BlockPublicPolicy'),
      restrictPublicBuckets: setting('RestrictPublicBuckets'),
    },
  ];
}

/** All four switches of an access point are on unless they are turned off (Amazon S3 user guide, "Managing access points"). */
function accessPointOf(point: StackResource): readonly S3AccessPoint[] {
  const [block] = blockOf(point, property(point, 'PublicAccessBlockConfiguration'), true);
  if (block === undefined) return [];
  const vpc = property(point, 'VpcConfiguration');
  return policyOf(point, property(point, 'Policy')).map((policy) => ({
    spot: policy.spot,
    vpc: vpc !== undefined && vpc.value !== UNKNOWN,
    block,
    policy: { ...policy, uncertain: policy.uncertain || vpc?.value === UNKNOWN },
  }));
}
