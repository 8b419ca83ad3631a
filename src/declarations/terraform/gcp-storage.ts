import type { Audience } from '../../model.ts';
import { audienceOfMember, type GcsAcl, type GcsBinding, judgeGcs } from '../services/gcs.ts';
import type { Setting, Spot } from '../services/verdict.ts';
import { ADDRESS_MARK, isKnownText, listOf, UNKNOWN, UNKNOWN_PART, type Value } from '../values.ts';
import { attributeValue, blocksOf, type EvaluatedBlock, type Resource } from './resources.ts';
import type { Found, World } from './world.ts';
import { expressionKey, keyOf, ofType, settingOf, shownName, spotOfAttribute, textAttribute } from './world.ts';

interface Draft {
  address: string;
  spot: Spot;
  publicAccessPrevention: Setting;
  uniformAccess: Setting;
  readonly bindings: GcsBinding[];
  readonly acls: GcsAcl[];
}

/** Every Cloud Storage bucket that the configuration makes or speaks of, judged by all resources that rule it. */
export function findGcs(world: World): readonly Found[] {
  const drafts = new Map<string, Draft>();
  const aliases = new Map<string, string>();
  const draftOf = (key: string, resource: Resource) => {
    const name = bucketKey(aliases.get(key) ?? key);
    const known = drafts.get(name);
    if (known !== undefined) return known;
    const draft: Draft = {
      address: resource.address,
      spot: world.spotOf(resource.file, resource.at),
      publicAccessPrevention: false,
      uniformAccess: false,
      bindings: [],
      acls: [],
    };
    drafts.set(name, draft);
    return draft;
  };
  for (const bucket of ofType(world, 'google_storage_bucket')) {
    const { value, source } = bucket.attributes.get('name') ?? {};
    const key = isKnownText(value) ? keyOf(bucket, 'name') : `${ADDRESS_MARK}${bucket.address}`;
    if (key !== value && source !== undefined) aliases.set(expressionKey(bucket, source), key);
    const draft = draftOf(key, bucket);
    draft.publicAccessPrevention = preventionOf(bucket);
    draft.uniformAccess = uniformAccessOf(bucket);
  }
  for (const grant of ofType(world, ...BINDINGS))
    draftOf(keyOf(grant, 'bucket'), grant).bindings.push(...bindingsOf(world, grant));
  for (const acl of ofType(world, ...ACLS)) draftOf(keyOf(acl, 'bucket'), acl).acls.push(...aclsOf(world, acl));
  return [...drafts].map(([key, draft]) => ({
    kind: 'gcs',
    name: shownName(key, draft.address),
    verdicts: judgeGcs(draft),
  }));
}

const BINDINGS = ['bucket', 'managed_folder'].flatMap((of) =>
  ['iam_member', 'iam_binding', 'iam_policy'].map((how) => `google_storage_${of}_${how}`),
);
const ACLS = [
  'google_storage_bucket_acl',
  'google_storage_default_object_acl',
  'google_storage_object_acl',
  'google_storage_bucket_access_control',
  'google_storage_default_object_access_control',
  'google_storage_object_access_control',
];

function bucketKey(key: string): string {
  return key.replace(/^(?:gs:\/\/|b\/|projects\/_\/buckets\/)/, '');
}

function preventionOf(bucket: Resource): Setting {
  const value = attributeValue(bucket, 'public_access_prevention');
  if (value === undefined || value === null) return bucket.uncertain ? 'unknown' : false;
  return typeof value === 'string' && isKnownText(value) ? value === 'enforced' : 'unknown';
}

/** `bucket_policy_only` was its name until version 4 of the provider. */
function uniformAccessOf(bucket: Resource): Setting {
  const name = bucket.attributes.has('bucket_policy_only') ? 'bucket_policy_only' : 'uniform_bucket_level_access';
  return settingOf(bucket, name, false);
}

/** What a resource of IAM members, bindings or a policy grants to strangers. */
export function bindingsOf(world: World, grant: Resource): readonly GcsBinding[] {
  const folder = textAttribute(grant, 'managed_folder');
  const shared = {
    ...(isKnownText(folder) ? { folder } : {}),
    uncertain: grant.uncertain,
  };
  if (grant.resourceType.endsWith('_iam_policy')) {
    const spot = spotOfAttribute(world, grant, grant, 'policy_data');
    return policyBindings(attributeValue(grant, 'policy_data')).map((binding) => ({ ...shared, ...binding, spot }));
  }
  // The one of them that the resource does not have is refused by the provider; it is judged by what it was meant to grant.
  const name = grant.attributes.has('members') ? 'members' : 'member';
  const spot = spotOfAttribute(world, grant, grant, name);
  const conditional = blocksOf(grant, 'condition').length > 0;
  return [{ ...shared, ...membersOf(attributeValue(grant, name)), role: roleOf(grant), conditional, spot }];
}

function roleOf(grant: EvaluatedBlock): string | undefined {
  const role = attributeValue(grant, 'role');
  return isKnownText(role) ? role : undefined;
}

function membersOf(value: Value | undefined): Pick<GcsBinding, 'audiences' | 'unknownMembers'> {
  const members = listOf(value);
  const audiences = members.flatMap((member): readonly Audience[] => {
    const audience = typeof member === 'string' ? audienceOfMember(member) : undefined;
    return audience === undefined ? [] : [audience];
  });
  return { audiences, unknownMembers: members.some((member) => member === UNKNOWN || member === UNKNOWN_PART) };
}

type PolicyBinding = Pick<GcsBinding, 'role' | 'audiences' | 'unknownMembers' | 'conditional'>;

/** The bindings of an IAM policy document (`policy_data`). */
function policyBindings(value: Value | undefined): readonly PolicyBinding[] {
  const unknown = { role: undefined, audiences: [], unknownMembers: true, conditional: false };
  if (typeof value !== 'string') return value === undefined || value === null ? [] : [unknown];
  try {
    const document: unknown = JSON.parse(value);
    if (typeof document !== 'object' || document === null || !('bindings' in document)) return [];
    if (!Array.isArray(document.bindings)) return [];
    return document.bindings.slice(0, 1000).flatMap((binding: unknown) => {
      if (typeof binding !== 'object' || binding === null) return [];
      const { role, members, condition } = binding as Record<string, unknown>;
      const names: readonly Value[] = Array.isArray(members)
        ? members.filter((member) => typeof member === 'string')
        : [UNKNOWN];
      const known = isKnownText(typeof role === 'string' ? role : undefined) ? String(role) : undefined;
      return [{ role: known, ...membersOf(names), conditional: condition !== undefined }];
    });
  } catch {
    return [unknown];
  }
}

/** cloud.google.com/storage/docs/access-control/lists, "Predefined ACLs", as the provider spells them. */
const PREDEFINED: Readonly<Record<string, readonly (readonly [Audience, GcsAcl['role']])[]>> = {
  publicread: [['anyone', 'READER']],
  publicreadwrite: [['anyone', 'WRITER']],
  authenticatedread: [['any-account', 'READER']],
};

function aclsOf(world: World, resource: Resource): readonly GcsAcl[] {
  const on = resource.resourceType.includes('default_object')
    ? 'default-object'
    : resource.resourceType.includes('object')
      ? 'object'
      : 'bucket';
  const object = textAttribute(resource, 'object');
  const shared = {
    on,
    ...(on === 'object' && isKnownText(object) ? { object } : {}),
    uncertain: resource.uncertain,
  } as const;
  const found = (name: string, audience: Audience, role: GcsAcl['role']): GcsAcl => ({
    ...shared,
    audience,
    role,
    spot: spotOfAttribute(world, resource, resource, name),
  });
  const predefined = predefinedOf(attributeValue(resource, 'predefined_acl'));
  const entities = listOf(attributeValue(resource, 'role_entity')).flatMap((entry) => {
    const [role, entity] = typeof entry === 'string' ? entry.split(':') : [];
    const audience = audienceOfMember(entity ?? '');
    return audience !== undefined && isRole(role) ? [found('role_entity', audience, role)] : [];
  });
  const audience = audienceOfMember(textAttribute(resource, 'entity') ?? '');
  const role = attributeValue(resource, 'role');
  return [
    ...predefined.map(([who, what]) => found('predefined_acl', who, what)),
    ...entities,
    ...(audience !== undefined && isRole(role) ? [found('entity', audience, role)] : []),
  ];
}

function predefinedOf(value: Value | undefined): readonly (readonly [Audience, GcsAcl['role']])[] {
  const name = typeof value === 'string' ? value.toLowerCase() : '';
  return Object.hasOwn(PREDEFINED, name) ? (PREDEFINED[name] ?? []) : [];
}

function isRole(value: unknown): value is GcsAcl['role'] {
  return value === 'READER' || value === 'WRITER' || value === 'OWNER';
}
