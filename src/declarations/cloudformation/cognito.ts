import { awsManagedPolicy, isAwsManaged } from '../services/aws-managed-policies.ts';
import { type IdentityPool, judgeIdentityPool, ownVerdicts, type RolePolicy } from '../services/cognito.ts';
import type { Setting } from '../services/verdict.ts';
import { itemsOf, knownText, member, type Placed, settingOf, textOf } from '../trees/placed.ts';
import { UNKNOWN_PART } from '../values.ts';
import { roleOfArn } from './names.ts';
import type { Found, Stack, StackResource } from './stack.ts';
import { keyOf, ofType, policyOf, property, shownName } from './stack.ts';

/** Identity pools, with the roles they give to guests and to whoever signs up. Their ids are made by AWS, so they have no name. */
export function findIdentityPools(stack: Stack): readonly Found[] {
  const signUp = signUpOf(stack);
  return ofType(stack, 'AWS::Cognito::IdentityPool').flatMap((pool) => {
    const verdicts = judgeIdentityPool(modelOf(stack, pool, signUp));
    const opened = verdicts.flatMap(({ opens, ...verdict }) =>
      opens === undefined ? [] : [{ kind: opens.kind, name: shownName(stack, opens.name, pool), verdicts: [verdict] }],
    );
    return [{ kind: 'cognito-identity-pool', verdicts: ownVerdicts(verdicts) }, ...opened];
  });
}

/** Anybody may sign up unless only administrators may. */
function signUpOf(stack: Stack): Setting {
  const settings = ofType(stack, 'AWS::Cognito::UserPool').map((pool): Setting => {
    const adminOnly = settingOf(property(pool, 'AdminCreateUserConfig', 'AllowAdminCreateUserOnly'), false);
    return adminOnly === 'unknown' ? 'unknown' : !adminOnly;
  });
  if (settings.includes(true)) return true;
  return settings.includes('unknown') ? 'unknown' : false;
}

function modelOf(stack: Stack, pool: StackResource, signUp: Setting): IdentityPool {
  const attachments = ofType(stack, 'AWS::Cognito::IdentityPoolRoleAttachment').filter(
    (one) => keyOf(one, 'IdentityPoolId') === pool.name,
  );
  const policiesFor = (kind: 'unauthenticated' | 'authenticated') =>
    attachments.flatMap((attachment) => {
      const role = property(attachment, 'Roles', kind);
      return role === undefined ? [] : policiesOfRole(stack, attachment, role);
    });
  return {
    spot: pool.spot,
    allowsGuests: pool.uncertain ? 'unknown' : settingOf(property(pool, 'AllowUnauthenticatedIdentities'), false),
    classicFlow: settingOf(property(pool, 'AllowClassicFlow'), false),
    guestPolicies: policiesFor('unauthenticated'),
    signUp,
    memberPolicies: policiesFor('authenticated'),
  };
}

/** Policies of a role, given by its ARN: inline, of their own, attached. */
function policiesOfRole(stack: Stack, attachment: StackResource, arn: Placed): readonly RolePolicy[] {
  const text = textOf(arn) ?? UNKNOWN_PART;
  const name = roleOfArn(text);
  const roles = ofType(stack, 'AWS::IAM::Role').filter((role) => role.name === name);
  // A role of another stack: what it allows is not known.
  if (roles.length === 0) return [{ spot: arn.spot, text: undefined, uncertain: attachment.uncertain }];
  const isOfRole = (one: StackResource) =>
    [...itemsOf(property(one, 'Roles')), ...itemsOf(property(one, 'RoleName'))].some((item) => textOf(item) === name);
  const own = ofType(stack, 'AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy')
    .filter(isOfRole)
    .flatMap((one) => policyOf(one, property(one, 'PolicyDocument')));
  return [...roles.flatMap((role) => [...inlineOf(role), ...managedOf(stack, role)]), ...own];
}

function inlineOf(role: StackResource): readonly RolePolicy[] {
  return itemsOf(property(role, 'Policies')).flatMap((one) => policyOf(role, member(one, 'PolicyDocument')));
}

function managedOf(stack: Stack, role: StackResource): readonly RolePolicy[] {
  return itemsOf(property(role, 'ManagedPolicyArns')).flatMap((item): readonly RolePolicy[] => {
    const arn = knownText(item);
    if (arn !== undefined && isAwsManaged(arn)) {
      const text = awsManagedPolicy(arn);
      return text === undefined ? [] : [{ spot: item.spot, text, uncertain: role.uncertain }];
    }
    const written = textOf(item) ?? '';
    const own = ofType(stack, 'AWS::IAM::ManagedPolicy').filter(({ name }) => written.endsWith(`policy/${name}`));
    if (own.length === 0) return [{ spot: item.spot, text: undefined, uncertain: role.uncertain }];
    return own.flatMap((one) => policyOf(one, property(one, 'PolicyDocument')));
  });
}
