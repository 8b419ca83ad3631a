import { type Fake, type FakeRequest, json, type Reply, storeOf } from './fake.ts';

/** Cognito identity pools: GetId without a signature makes an identity where guests are allowed. */
export function createCognito(pools: Readonly<Record<string, { readonly guests: boolean }>>): Fake {
  const identities = storeOf<string>({});
  const answer = (request: FakeRequest): Reply => {
    const region = /^cognito-identity\.([a-z0-9-]+)\.amazonaws\.com$/.exec(request.host)?.[1] ?? '';
    if (request.headers['x-amz-target'] !== 'AWSCognitoIdentityService.GetId')
      return failure('UnknownOperationException');
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

function failure(type: string, message = type): Reply {
  return json(400, { __type: type, message });
}
