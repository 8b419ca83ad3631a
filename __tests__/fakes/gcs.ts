import {
  type Fake,
  type FakeRequest,
  json,
  mutationsOf,
  type Reply,
  type Store,
  storeOf,
  USER_DATA,
  USER_NAME,
} from './fake.ts';

/**
 * Google Cloud Storage for callers without a credential (cloud.google.com/storage/docs/json_api) and Cloud Storage for
 * Firebase, which asks the Security Rules before it looks whether an object exists.
 */
export interface FakeGcsBucket {
  /** IAM permissions of allUsers. */
  readonly iam?: readonly string[];
  readonly objects?: Readonly<Record<string, string>>;
  /** Absent: the bucket is not linked to Firebase. */
  readonly rules?: (operation: RulesOperation, path: string) => boolean;
  /** Rules of version 1 never allow listing. */
  readonly rulesVersion?: 1 | 2;
}

export type RulesOperation = 'list' | 'get' | 'create' | 'update' | 'delete';

const FILLED: Readonly<Record<string, string>> = { [`${USER_NAME}.jpg`]: USER_DATA };

export function createGcs(buckets: Readonly<Record<string, FakeGcsBucket>>): Fake {
  const stores = new Map(Object.entries(buckets).map(([name, bucket]) => [name, storeOf(bucket.objects ?? FILLED)]));
  const mutations = () => mutationsOf(stores);
  const answer = (request: FakeRequest): Reply => {
    const isFirebase = request.host === 'firebasestorage.googleapis.com';
    const [, name = '', rest = ''] =
      (isFirebase ? /^\/v0\/b\/([^/]+)\/?(.*)$/ : /^\/storage\/v1\/b\/([^/]+)\/?(.*)$/).exec(request.path) ?? [];
    const bucket = buckets[name];
    const objects = stores.get(name);
    if (bucket === undefined || objects === undefined) return error(404, 'The specified bucket does not exist.');
    return isFirebase ? onFirebase(request, rest, bucket, objects) : onJsonApi(request, rest, bucket, objects);
  };
  return { answer, mutations };
}

function onJsonApi(request: FakeRequest, rest: string, bucket: FakeGcsBucket, objects: Store<string>): Reply {
  const has = (permission: string) => bucket.iam?.includes(permission) === true;
  const refused = (permission: string) =>
    error(401, `Anonymous caller does not have ${permission} access to the Google Cloud Storage bucket.`);
  if (rest === 'iam/testPermissions') {
    const granted = request.query.getAll('permissions').filter(has);
    const none = granted.length === 0;
    return json(200, { kind: 'storage#testIamPermissionsResponse', ...(none ? {} : { permissions: granted }) });
  }
  if (rest === 'o' && request.method === 'GET') {
    if (!has('storage.objects.list')) return refused('storage.objects.list');
    const items = objects.keys().slice(0, Number(request.query.get('maxResults') ?? '1000'));
    const whole = { kind: 'storage#objects', items: items.map((name) => ({ kind: 'storage#object', name })) };
    return json(200, request.query.get('fields') === 'kind' ? { kind: whole.kind } : whole);
  }
  const key = rest.replace(/^o\//, '');
  if (request.method === 'DELETE') {
    if (!has('storage.objects.delete')) return refused('storage.objects.delete');
    return objects.remove(key) ? { status: 204 } : error(404, 'No such object');
  }
  if (!has('storage.objects.get')) return refused('storage.objects.get');
  const stored = objects.get(key);
  return stored === undefined ? error(404, 'No such object') : { status: 200, body: stored };
}

function onFirebase(request: FakeRequest, rest: string, bucket: FakeGcsBucket, objects: Store<string>): Reply {
  const { rules } = bucket;
  if (rules === undefined) return error(412, 'A required service account is missing necessary permissions.');
  const denied = error(403, 'Permission denied.');
  if (rest === 'o' && request.method === 'GET') {
    if (bucket.rulesVersion === 1)
      return error(400, 'Listing objects in a bucket is disallowed for rules_version = "1".');
    const prefix = request.query.get('prefix') ?? '';
    if (!rules('list', prefix)) return denied;
    const names = objects
      .keys()
      .filter((name) => name.startsWith(prefix))
      .slice(0, Number(request.query.get('maxResults') ?? '1000'));
    return json(200, { prefixes: [], items: names.map((name) => ({ name, bucket: 'acme' })) });
  }
  const key = rest.replace(/^o\/?/, '');
  const operation = ({ GET: 'get', DELETE: 'delete', PATCH: 'update' } as const)[request.method] ?? 'create';
  if (!rules(operation, key)) return denied;
  if (operation === 'create') {
    objects.set(key, request.body);
    return json(200, { name: key });
  }
  const stored = objects.get(key);
  if (stored === undefined) return error(404, 'Not Found.');
  if (operation === 'delete') objects.remove(key);
  if (operation === 'update') objects.set(key, stored);
  return operation === 'delete' ? { status: 204 } : json(200, { name: key, metadata: { note: stored } });
}

function error(code: number, message: string): Reply {
  return json(code, { error: { code, message } });
}
