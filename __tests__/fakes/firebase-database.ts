import { createHash } from 'node:crypto';
import targaryen from 'targaryen';
import { type Fake, type FakeRequest, json, type Reply, USER_DATA, USER_NAME } from './fake.ts';

/**
 * The REST interface of Realtime Database (firebase.google.com/docs/reference/rest/database) for callers without a
 * token. Rules are decided by targaryen, an evaluator of its own; they are asked before ETags are compared.
 */
export interface FakeInstance {
  /** Host that the instance answers under; others are told where it lives. */
  readonly host: string;
  readonly rules: Readonly<Record<string, unknown>>;
  readonly data?: Tree;
}

type Tree = { readonly [key: string]: Tree } | string | number | boolean | null;

const FILLED: Tree = { users: { [`${USER_NAME}-1`]: { mail: USER_DATA } }, [`${USER_NAME}-2`]: USER_DATA };

export function createFirebaseDatabase(instances: Readonly<Record<string, FakeInstance>>): Fake {
  const states = new Map(Object.entries(instances).map(([name, instance]) => [name, stateOf(instance)]));
  const mutations = () => [...states.values()].reduce((sum, state) => sum + state.mutations(), 0);
  const answer = (request: FakeRequest): Reply => {
    const name = request.host.split('.', 1)[0] ?? '';
    const instance = instances[name];
    const state = states.get(name);
    if (instance === undefined || state === undefined) return json(404, { error: '404 Not Found' });
    if (instance.host !== request.host) {
      return json(404, {
        correctUrl: `https://${instance.host}`,
        error: 'Database lives in a different region. Please change your database URL',
      });
    }
    return state.answer(request);
  };
  return { answer, mutations };
}

function stateOf(instance: FakeInstance) {
  let data: Tree = instance.data === undefined ? FILLED : instance.data;
  let mutations = 0;
  const answer = ({ method, path, query, headers, body }: FakeRequest): Reply => {
    const steps = path
      .replace(/\.json$/, '')
      .split('/')
      .filter((step) => step !== '');
    const at = `/${steps.join('/')}`;
    const database = targaryen.database({ rules: instance.rules }, isNode(data) ? data : {}).as(null);
    const denied = json(401, { error: 'Permission denied' });
    const stored = valueAt(data, steps);
    if (method === 'GET') return database.read(at).allowed ? json(200, viewOf(stored, query)) : denied;
    const value: Tree = method === 'DELETE' ? null : JSON.parse(body);
    if (!database.write(at, value).allowed) return denied;
    const expected = headers['if-match'];
    // The body of a failed condition holds what is stored.
    if (expected !== undefined && expected !== etagOf(stored)) return json(412, stored, { etag: etagOf(stored) });
    if (JSON.stringify(stored) !== JSON.stringify(value)) mutations += 1;
    data = withValue(data, steps, value);
    return query.get('print') === 'silent' ? { status: 204 } : json(200, value);
  };
  return { answer, mutations: () => mutations };
}

function etagOf(value: Tree): string {
  return value === null ? 'null_etag' : createHash('sha256').update(JSON.stringify(value)).digest('base64');
}

function valueAt(tree: Tree, steps: readonly string[]): Tree {
  return steps.reduce<Tree>((node, step) => (isNode(node) ? (node[step] ?? null) : null), tree);
}

function withValue(tree: Tree, [first, ...rest]: readonly string[], value: Tree): Tree {
  if (first === undefined) return value;
  const node = isNode(tree) ? tree : {};
  const child = withValue(node[first] ?? null, rest, value);
  const kept = Object.entries(node).filter(([key]) => key !== first);
  const all = child === null ? kept : [...kept, [first, child] as const];
  return all.length === 0 ? null : Object.fromEntries(all);
}

function isNode(tree: Tree): tree is { readonly [key: string]: Tree } {
  return typeof tree === 'object' && tree !== null;
}

/** firebase.google.com/docs/database/rest/retrieve-data: `shallow`, and queries by key, which answer an object. */
function viewOf(stored: Tree, query: URLSearchParams): Tree {
  if (!isNode(stored)) return stored;
  if (query.get('shallow') === 'true') return Object.fromEntries(Object.keys(stored).map((key) => [key, true]));
  if (query.get('orderBy') !== '"$key"') return stored;
  const wanted = query.get('equalTo');
  return Object.fromEntries(
    Object.entries(stored).filter(([key]) => wanted === null || JSON.stringify(key) === wanted),
  );
}
