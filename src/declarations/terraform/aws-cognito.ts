import { awsManagedPolicy, isAwsManaged } from '../services/aws-managed-policies.ts';
import { type IdentityPool, judgeIdentityPool, ownVerdicts, type RolePolicy } from '../services/cognito.ts';
import { judgeGraphQl } from '../services/endpoint.ts';
import type { Setting } from '../services/verdict.ts';
import { ADDRESS_MARK, isKnownText, isMap, listOf, type Value } from '../values.ts';
import { attributeValue, blocksOf, type Resource } from './resources.ts';
import type { Found, World } from './world.ts';
import { keyOf, ofType, settingOf, shownName, spotOfAttribute, textAttribute } from './world.ts';

/** Identity pools, with the roles they give to guests and to whoever signs up. Their ids are made by AWS, so they have no name. */
export function findIdentityPools(world: World): readonly Found[] {
  const signUp = signUpOf(world);
  return ofType(world, 'aws_cognito_identity_pool').flatMap((pool) => {
    const verdicts = judgeIdentityPool(modelOf(world, pool, signUp));
    const opened = verdicts.flatMap(({ opens, ...verdict }) =>
      opens === undefined ? [] : [{ kind: opens.kind, name: shownName(opens.name, pool.address), verdicts: [verdict] }],
    );
    return [{ kind: 'cognito-identity-pool', verdicts: ownVerdicts(verdicts) }, ...opened];
  });
}

/** Anybody may sign up unless only administrators may (aws_cognito_user_pool, `admin_create_user_config`). */
function signUpOf(world: World): Setting {
  const settings = ofType(world, 'aws_cognito_user_pool').map((pool): Setting => {
    const [config] = blocksOf(pool, 'admin_create_user_config');
    const adminOnly = config === undefined ? false : settingOf(config, 'allow_admin_create_user_only', false);
    return adminOnly === 'unknown' ? 'unknown' : !adminOnly;
  });
  if (settings.includes(true)) return true;
  return settings.includes('unknown') ? 'unknown' : false;
}

function modelOf(world: World, pool: Resource, signUp: Setting): IdentityPool {
  const attachments = ofType(world, 'aws_cognito_identity_pool_roles_attachment').filter(
    (one) => keyOf(one, 'identity_pool_id') === `${ADDRESS_MARK}${pool.address}`,
  );
  const policiesFor = (kind: 'unauthenticated' | 'authenticated') =>
    attachments.flatMap((attachment) => {
      const roles = attributeValue(attachment, 'roles');
      const role = isMap(roles) ? roles.get(kind) : undefined;
      return role === undefined ? [] : policiesOfRole(world, role);
    });
  return {
    spot: world.spotOf(pool.file, pool.at),
    allowsGuests: pool.uncertain ? 'unknown' : settingOf(pool, 'allow_unauthenticated_identities', false),
    classicFlow: settingOf(pool, 'allow_classic_flow', false),
    guestPolicies: policiesFor('unauthenticated'),
    signUp,
    memberPolicies: policiesFor('authenticated'),
  };
}

/** Policies of a role, given by its ARN: inline, of their own, attached. */
function policiesOfRole(world: World, roleArn: Value): readonly RolePolicy[] {
  if (typeof roleArn !== 'string') return [];
  const name = roleArn.slice(roleArn.lastIndexOf('role/') + (roleArn.includes('role/') ? 5 : 0));
  const isOfRole = (one: Resource) =>
    listOf(attributeValue(one, 'role')).includes(name) || listOf(attributeValue(one, 'roles')).includes(name);
  const role = ofType(world, 'aws_iam_role').filter((one) => shownRole(one) === name);
  const inline = role.flatMap((one) =>
    blocksOf(one, 'inline_policy').map((block) =>
      policyOf(world, one, attributeValue(block, 'policy'), 'policy', block),
    ),
  );
  const own = ofType(world, 'aws_iam_role_policy')
    .filter(isOfRole)
    .map((one) => policyOf(world, one, attributeValue(one, 'policy'), 'policy', one));
  const attached = ofType(world, 'aws_iam_role_policy_attachment', 'aws_iam_policy_attachment').filter(isOfRole);
  const managed = attached.flatMap((one) => managedPolicy(world, one));
  return [...inline, ...own, ...managed];
}

function shownRole(role: Resource): string {
  const name = attributeValue(role, 'name');
  return isKnownText(name) ? name : `${ADDRESS_MARK}${role.address}`;
}

function policyOf(
  world: World,
  resource: Resource,
  value: Value | undefined,
  name: string,
  block: Parameters<typeof spotOfAttribute>[2],
): RolePolicy {
  const text = typeof value === 'string' ? value : undefined;
  return {
    spot: spotOfAttribute(world, resource, block, name),
    text,
    uncertain: resource.uncertain || block.uncertain,
  };
}

function managedPolicy(world: World, attachment: Resource): readonly RolePolicy[] {
  const arn = attributeValue(attachment, 'policy_arn');
  if (typeof arn !== 'string') return [policyOf(world, attachment, undefined, 'policy_arn', attachment)];
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  if (isAwsManaged(arn)) {
    const text = awsManagedPolicy(arn);
    return text === undefined ? [] : [policyOf(world, attachment, text, 'policy_arn', attachment)];
  }
  return ofType(world, 'aws_iam_policy')
    .filter((one) => keyOf(one, 'name') === name)
    .map((one) => policyOf(world, one, attributeValue(one, 'policy'), 'policy', one));
}

export function findAppSync(world: World): readonly Found[] {
  return ofType(world, 'aws_appsync_graphql_api').flatMap((api) => {
    const ways = [api, ...blocksOf(api, 'additional_authentication_provider')].map((block) => ({
      spot: spotOfAttribute(world, api, block, 'authentication_type'),
      type: textAttribute(block, 'authentication_type'),
    }));
    const verdict = judgeGraphQl(ways);
    return verdict === undefined ? [] : [{ kind: 'appsync', verdicts: [verdict] }];
  });
}
