import type { Audience, DeclarationState, Operation } from '../../model.ts';
import { closed, merged, type Setting, type Spot, type Verdict } from './verdict.ts';

export interface GcsBinding {
  readonly spot: Spot;
  /** `roles/storage.objectViewer`; undefined if it is not known. */
  readonly role: string | undefined;
  readonly audiences: readonly Audience[];
  /** Some member is not known. */
  readonly unknownMembers: boolean;
  /** An IAM condition limits the binding. */
  readonly conditional: boolean;
  /** Folder below the bucket that the binding is limited to. */
  readonly folder?: string;
  readonly uncertain: boolean;
}

export interface GcsAcl {
  readonly spot: Spot;
  readonly audience: Audience;
  readonly role: 'READER' | 'WRITER' | 'OWNER';
  /** The bucket's own ACL, that of one object, or the one that new objects get. */
  readonly on: 'bucket' | 'default-object' | 'object';
  readonly object?: string;
  readonly uncertain: boolean;
}

export interface GcsBucket {
  readonly spot: Spot;
  /** `public_access_prevention = "enforced"`: grants to strangers are refused and void. */
  readonly publicAccessPrevention: Setting;
  /** Turns all ACLs off. */
  readonly uniformAccess: Setting;
  readonly bindings: readonly GcsBinding[];
  readonly acls: readonly GcsAcl[];
}

/** The two principals that hold strangers (cloud.google.com/storage/docs/access-control/iam). */
export function audienceOfMember(member: string): Audience | undefined {
  const plain = member.trim();
  if (plain === 'allUsers') return 'anyone';
  return plain === 'allAuthenticatedUsers' ? 'any-account' : undefined;
}

const ALL: readonly Operation[] = ['list', 'read', 'create', 'overwrite', 'delete', 'administer'];
const OBJECTS: readonly Operation[] = ['list', 'read', 'create', 'overwrite', 'delete'];

/** cloud.google.com/storage/docs/access-control/iam-roles, lower case, without `roles/`. */
const ROLES: Readonly<Record<string, readonly Operation[]>> = {
  'storage.objectviewer': ['list', 'read'],
  'storage.legacyobjectreader': ['read'],
  'storage.legacybucketreader': ['list'],
  'storage.objectcreator': ['create'],
  'storage.objectuser': OBJECTS,
  'storage.objectadmin': [...OBJECTS, 'administer'],
  'storage.folderadmin': OBJECTS,
  'storage.legacyobjectowner': ['read', 'administer'],
  'storage.legacybucketwriter': ['list', 'create', 'overwrite', 'delete'],
  'storage.legacybucketowner': ['list', 'create', 'overwrite', 'delete', 'administer'],
  'storage.admin': ALL,
  viewer: ['list', 'read'],
  reader: ['list', 'read'],
  editor: OBJECTS,
  owner: ALL,
};

/** What a role lets its members do with a bucket's contents; undefined for a role whose permissions are not known. */
export function operationsOfRole(role: string): readonly Operation[] | undefined {
  const name = role.toLowerCase().replace(/^roles\//, '');
  if (Object.hasOwn(ROLES, name)) return ROLES[name];
  // Predefined roles of other services, or ones that only look at the bucket, open no contents; custom roles are not known.
  return role.startsWith('roles/') ? [] : undefined;
}

/** Who can do what to a bucket by its IAM bindings and ACLs. */
export function judgeGcs(bucket: GcsBucket): readonly Verdict[] {
  const verdicts = merged([
    ...bucket.bindings.flatMap((binding) => judgeBinding(binding, bucket)),
    ...bucket.acls.flatMap((acl) => judgeAcl(acl, bucket)),
  ]);
  if (verdicts.length > 0) return verdicts;
  return [closed(bucket.spot, 'Nothing in the configuration opens this bucket to strangers.')];
}

function judgeBinding(binding: GcsBinding, bucket: GcsBucket): readonly Verdict[] {
  const can = binding.role === undefined ? undefined : operationsOfRole(binding.role);
  const pattern = binding.folder === undefined ? {} : { pattern: `/${binding.folder.replace(/\/$/, '')}/{object=**}` };
  if (can?.length === 0) return [];
  const known = binding.audiences.map((audience): Verdict => {
    const uncertain = binding.uncertain || can === undefined;
    return {
      spot: binding.spot,
      ...pattern,
      audience,
      can: can ?? [],
      ...stateOfGrant('IAM', audience, bucket, uncertain, binding),
    };
  });
  if (known.length > 0 || !binding.unknownMembers) return known;
  const why = 'Who is granted this role is not known from the configuration.';
  return [{ spot: binding.spot, ...pattern, audience: 'anyone', can: [], state: 'unknown', why }];
}

function stateOfGrant(
  what: string,
  audience: Audience,
  bucket: GcsBucket,
  uncertain: boolean,
  binding?: GcsBinding,
): { readonly state: DeclarationState; readonly why: string } {
  const who = audience === 'anyone' ? 'allUsers' : 'allAuthenticatedUsers';
  if (bucket.publicAccessPrevention === true)
    return { state: 'mitigated', why: `${what} grants this to ${who}, but public access prevention is enforced.` };
  if (uncertain || bucket.publicAccessPrevention === 'unknown')
    return {
      state: 'unknown',
      why: `${what} grants something to ${who}, but what takes effect depends on values that are not known.`,
    };
  if (binding?.conditional === true)
    return { state: 'conditional', why: `${what} grants this to ${who} on a condition.` };
  return { state: 'open', why: `${what} grants ${binding?.role ?? 'access'} to ${who}.` };
}

/** cloud.google.com/storage/docs/access-control/lists, "Permissions". */
function operationsOfAcl({ role, on }: GcsAcl): readonly Operation[] {
  if (on === 'bucket') {
    if (role === 'READER') return ['list'];
    return role === 'WRITER'
      ? ['list', 'create', 'overwrite', 'delete']
      : ['list', 'create', 'overwrite', 'delete', 'administer'];
  }
  return role === 'OWNER' ? ['read', 'administer'] : ['read'];
}

function judgeAcl(acl: GcsAcl, bucket: GcsBucket): readonly Verdict[] {
  const shared = {
    spot: acl.spot,
    ...(acl.object === undefined ? {} : { pattern: `/${acl.object}` }),
    audience: acl.audience,
    can: operationsOfAcl(acl),
  };
  if (bucket.uniformAccess === true)
    return [
      { ...shared, state: 'mitigated', why: 'The ACL is public, but uniform bucket-level access turns all ACLs off.' },
    ];
  const uncertain = acl.uncertain || bucket.uniformAccess === 'unknown';
  return [{ ...shared, ...stateOfGrant('The ACL', acl.audience, bucket, uncertain) }];
}
