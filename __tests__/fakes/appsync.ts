import { type Fake, type FakeRequest, json, type Reply, USER_DATA } from './fake.ts';

/**
 * AWS AppSync for callers with an API key (docs.aws.amazon.com/appsync/latest/devguide): the key is looked at first, then
 * the schema is; `__typename` and `__schema` call no resolver, every other field does.
 */
export interface FakeApi {
  readonly region: string;
  readonly keys: Readonly<Record<string, 'live' | 'deleted'>>;
  /** Absent: the API was made and never given a schema. */
  readonly schema?: { readonly mutations: boolean; readonly isIntrospectionOff?: boolean };
}

export function createAppsync(apis: Readonly<Record<string, FakeApi>>): Fake {
  let mutations = 0;
  const answer = (request: FakeRequest): Reply => {
    const [, id = '', region = ''] =
      /^([a-z0-9]{26})\.appsync-api\.([a-z0-9-]+)\.amazonaws\.com$/.exec(request.host) ?? [];
    const api = apis[id];
    if (api === undefined || api.region !== region) return failure(404, 'UnknownOperationException');
    const key = api.keys[request.headers['x-api-key'] ?? ''];
    if (key === undefined) return failure(401, 'UnauthorizedException', 'You are not authorized to make this call.');
    if (key === 'deleted') return failure(403, 'ForbiddenException');
    if (api.schema === undefined) return failure(502, 'BadGatewayException', 'No schema definition exists');
    const { query }: { readonly query: string } = JSON.parse(request.body);
    if (query.includes('__schema')) {
      return api.schema.isIntrospectionOff === true
        ? json(200, { data: null, errors: [{ errorType: 'Unauthorized', message: 'Introspection is disabled' }] })
        : json(200, { data: { __schema: { mutationType: api.schema.mutations ? { name: 'Mutation' } : null } } });
    }
    if (query === 'query {__typename}') return json(200, { data: { __typename: 'Query' } });
    if (query.startsWith('mutation')) mutations += 1;
    return json(200, { data: { listUsers: { items: [{ mail: USER_DATA }] } } });
  };
  return { answer, mutations: () => mutations };
}

function failure(status: number, errorType: string, message = errorType): Reply {
  return json(status, { errors: [{ errorType, message }] }, { 'x-amzn-errortype': errorType });
}
