import { type Fake, type FakeRequest, json, mutationsOf, type Reply, storeOf, USER_DATA, USER_NAME } from './fake.ts';

/**
 * Oracle's Object Storage for callers without a signature (docs.oracle.com/iaas/api/#/en/objectstorage): a bucket that is
 * private answers like one that is missing; a pre-authenticated request stands before the namespace.
 */
export interface FakeOracleBucket {
  /** `ObjectRead` lists too, `ObjectReadWithoutList` does not. */
  readonly access: 'NoPublicAccess' | 'ObjectRead' | 'ObjectReadWithoutList';
  /** Pre-authenticated requests for the whole bucket, by token; of those to read only some list. */
  readonly requests?: Readonly<Record<string, 'AnyObjectRead' | 'AnyObjectReadWithoutList' | 'AnyObjectWrite'>>;
}

export function createOracle(namespaces: Readonly<Record<string, Readonly<Record<string, FakeOracleBucket>>>>): Fake {
  const stores = new Map(
    Object.entries(namespaces).flatMap(([namespace, buckets]) =>
      Object.keys(buckets).map((bucket) => [`${namespace}/${bucket}`, storeOf({ [`${USER_NAME}.jpg`]: USER_DATA })]),
    ),
  );
  const answer = ({ method, path, query }: FakeRequest): Reply => {
    const [, token, namespace = '', name = '', key] =
      /^(?:\/p\/([\w-]+))?\/n\/([^/]+)\/b\/([^/]+)\/o\/?(.+)?$/.exec(path) ?? [];
    const bucket = namespaces[namespace]?.[name];
    const objects = stores.get(`${namespace}/${name}`);
    if (namespaces[namespace] === undefined) return error('NamespaceNotFound', 'You do not have authorization');
    const right = token === undefined ? undefined : bucket?.requests?.[token];
    const isRefused = token === undefined ? bucket?.access === 'NoPublicAccess' : right === undefined;
    if (bucket === undefined || objects === undefined || isRefused) {
      return error('BucketNotFound', `Either the bucket named '${name}' does not exist or you are not authorized`);
    }
    if (method === 'PUT' && key !== undefined && right === 'AnyObjectWrite') {
      objects.set(key, USER_DATA);
      return { status: 200 };
    }
    if (key !== undefined && method === 'GET' && right !== 'AnyObjectWrite') {
      const stored = objects.get(key);
      return stored === undefined ? error('ObjectNotFound', 'The object was not found') : { status: 200, body: stored };
    }
    const lists = token === undefined ? bucket.access === 'ObjectRead' : right === 'AnyObjectRead';
    if (method !== 'GET' || key !== undefined || !lists) return error('BucketNotFound', 'not authorized');
    const prefix = query.get('prefix') ?? '';
    const names = objects.keys().filter((one) => one.startsWith(prefix));
    return json(200, { objects: names.slice(0, Number(query.get('limit') ?? '1000')).map((one) => ({ name: one })) });
  };
  return { answer, mutations: () => mutationsOf(stores) };
}

function error(code: string, message: string): Reply {
  return json(404, { code, message });
}
