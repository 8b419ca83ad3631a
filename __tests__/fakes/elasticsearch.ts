import { type Fake, type FakeRequest, json, mutationsOf, type Reply, type Store, storeOf, USER_DATA } from './fake.ts';

/**
 * Elasticsearch and OpenSearch as the managed services show them to callers without credentials: security of its own
 * answers 401, the access policy of AWS 403, and Elastic Cloud's proxy 404 for a deployment that is not there.
 */
export interface FakeCluster {
  readonly guard: 'none' | 'security' | 'iam';
  /** Documents by `<index>/<id>`. */
  readonly documents?: Readonly<Record<string, string>>;
}

const FILLED = { 'customers/1': USER_DATA, 'customers/2': USER_DATA, 'orders/1': USER_DATA };

export function createElasticsearch(clusters: Readonly<Record<string, FakeCluster>>): Fake {
  const stores = new Map(Object.entries(clusters).map(([host, { documents = FILLED }]) => [host, storeOf(documents)]));
  const answer = (request: FakeRequest): Reply => {
    const cluster = clusters[request.host];
    const documents = stores.get(request.host);
    if (cluster === undefined || documents === undefined) {
      return json(404, { ok: false, message: 'Unknown resource.' }, { 'x-cloud-request-id': 'q1' });
    }
    if (cluster.guard === 'iam') {
      return json(403, { Message: 'User: anonymous is not authorized to perform: es:ESHttpGet' });
    }
    if (cluster.guard === 'security') {
      const error = { type: 'security_exception', reason: 'missing authentication credentials for REST request' };
      return json(401, { error, status: 401 }, { 'www-authenticate': 'Basic realm="security" charset="UTF-8"' });
    }
    return route(request, documents);
  };
  return { answer, mutations: () => mutationsOf(stores) };
}

/** Every other path does what it says, so that a careless request shows. */
function route({ method, path }: FakeRequest, documents: Store<string>): Reply {
  const shards = { total: 2, successful: 2, skipped: 0, failed: 0 };
  const keys = documents.keys();
  if (method === 'GET' && path === '/_count') return json(200, { count: keys.length, _shards: shards });
  if (method === 'GET' && path.endsWith('/_search')) {
    const hits = keys.map((key) => ({ _id: key, _source: { mail: documents.get(key) } }));
    return json(200, { took: 1, hits: { total: { value: keys.length }, hits } });
  }
  if (method === 'DELETE') {
    for (const key of keys.filter((key) => key.startsWith(`${path.slice(1)}/`))) documents.remove(key);
    return json(200, { acknowledged: true });
  }
  if (method === 'PUT' || method === 'POST') {
    documents.set(path.slice(1), USER_DATA);
    return json(201, { result: 'created' });
  }
  return json(200, { tagline: 'You Know, for Search' });
}
