import { type Fake, type FakeRequest, json, type Reply, USER_DATA } from './fake.ts';

/**
 * A Hasura engine on Hasura Cloud for callers without a header (hasura.io/docs/2.0/auth/authentication): without an admin
 * secret everybody is `admin`; with one, the unauthorized role counts, and without that nobody is let in. All answers of
 * the engine itself are 200 with `errors`.
 */
export interface FakeEngine {
  readonly hasAdminSecret: boolean;
  /** What the unauthorized role may do with the table, if there is such a role. */
  readonly unauthorized?: readonly ('select' | 'insert' | 'update' | 'delete')[];
  readonly isIntrospectionOff?: boolean;
  readonly isPaused?: boolean;
}

const ALL = ['select', 'insert', 'update', 'delete'] as const;

export function createHasura(engines: Readonly<Record<string, FakeEngine>>): Fake {
  let mutations = 0;
  const answer = (request: FakeRequest): Reply => {
    const engine = engines[request.host.split('.', 1)[0] ?? ''];
    if (engine === undefined) return json(404, { error: 'Project not found' });
    if (engine.isPaused === true) return json(500, { error: 'Project not reachable' });
    const allowed = engine.hasAdminSecret ? engine.unauthorized : ALL;
    if (allowed === undefined) {
      return failure('access-denied', 'x-hasura-admin-secret/x-hasura-access-key required, but not found');
    }
    const { query }: { readonly query: string } = JSON.parse(request.body);
    if (query.includes('__schema')) return engine.isIntrospectionOff === true ? noSchema() : schemaOf(allowed);
    if (query.trim().startsWith('mutation')) {
      mutations += 1;
      return json(200, { data: { delete_orders: { affected_rows: 1 } } });
    }
    return json(200, { data: /\borders\b/.test(query) ? { orders: [{ mail: USER_DATA }] } : { __typename: 'q' } });
  };
  return { answer, mutations: () => mutations };
}

function schemaOf(allowed: readonly string[]): Reply {
  const verbs = allowed.filter((verb) => verb !== 'select');
  const fields = verbs.map((verb) => ({ name: `${verb}_orders` }));
  const queries = allowed.includes('select')
    ? [{ name: 'orders' }, { name: 'orders_by_pk' }]
    : [{ name: 'no_queries_available' }];
  const mutationType = fields.length === 0 ? null : { fields };
  return json(200, { data: { __schema: { mutationType, queryType: { fields: queries } } } });
}

function noSchema(): Reply {
  return failure('validation-failed', "field '__schema' not found in type: 'query_root'");
}

function failure(code: string, message: string): Reply {
  return json(200, { errors: [{ extensions: { path: '$', code }, message }] });
}
