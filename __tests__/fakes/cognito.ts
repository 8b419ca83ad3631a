import { type Fake, type FakeRequest, json, type Reply, storeOf } from './fake.ts';

/**
 * Cognito identity pools: GetId without a signature makes an identity where guests are allowed; GetCredentialsForIdentity
 * gives it temporary credentials if the pool has a role for guests.
 */
export function createCognito(
  pools: Readonly<Record<string, { readonly guests: boolean; readonly role?: boolean }>>,
): Fake {
  const identities = storeOf<string>({});
  const answer = (request: FakeRequest): Reply => {
    const region = /^cognito-identity\.([a-z0-9-]+)\.amazonaws\.com$/.exec(request.host)?.[1] ?? '';
    const operation = request.headers['x-amz-target']?.replace('AWSCognitoIdentityService.', '');
    if (operation === 'GetCredentialsForIdentity') {
      const { IdentityId: asked }: { readonly IdentityId: string } = JSON.parse(request.body);
      const of = pools[identities.get(asked) ?? ''];
      if (of === undefined) return failure('ResourceNotFoundException', `Identity '${asked}' not found.`);
      if (of.role === false) return failure('InvalidIdentityPoolConfigurationException');
      return json(200, { IdentityId: asked, Credentials: { ...CREDENTIALS, Expiration: 1_764_290_000 } });
    }
    if (operation !== 'GetId') return failure('UnknownOperationException');
    const { IdentityPoolId: id }: { readonly IdentityPoolId: string } = JSON.parse(request.body);
    const pool = id.startsWith(`${region}:`) ? pools[id] : undefined;
    if (pool === undefined) return failure('ResourceNotFoundException', `IdentityPool '${id}' not found.`);
    if (!pool.guests) {
      return failure('NotAuthorizedException', 'Unauthenticated access is not supported for this identity pool.');
    }
    const identity = `${region}:00000000-0000-4000-8000-${String(identities.keys().length).padStart(12, '0')}`;
    identities.set(identity, id);
    return json(200, { IdentityId: identity });
  };
  return { answer, mutations: identities.mutations };
}

/** What must never leave the process. */
export const CREDENTIALS = {
  AccessKeyId: 'ASIAQNZGKIQY56JQ7WML',
  SecretKey: 'canary/secret+key/of/a/guest/role/0123456',
  SessionToken: 'canary-session-token-of-a-guest',
};

function failure(type: string, message = type): Reply {
  return json(400, { __type: type, message });
}
