import { type Fake, type FakeRequest, json, type Reply, USER_DATA } from './fake.ts';

/**
 * The REST interface of Parse Server for callers without a session (github.com/parse-community/parse-server): class-level
 * permissions are asked before objects are looked for, and each object's ACL hides it. `parse-server.test.ts` runs the
 * same cases against the real one.
 */
export interface FakeClass {
  /** Operations that the class-level permissions leave to everybody. */
  readonly everybody: readonly ('find' | 'count' | 'get' | 'create' | 'update' | 'delete')[];
  /** Whether everybody may read each object, by id. */
  readonly objects: Readonly<Record<string, boolean>>;
}

export interface FakeApp {
  readonly clientKey?: string;
  readonly classes: Readonly<Record<string, FakeClass>>;
  /** Below which the interface lies: `/parse` on an app's own host. */
  readonly mount?: string;
}

export function createParse(apps: Readonly<Record<string, FakeApp>>): Fake {
  const removed = new Set<string>();
  const answer = (request: FakeRequest): Reply => {
    const app = apps[request.headers['x-parse-application-id'] ?? ''];
    const isKnown = app?.clientKey === undefined || request.headers['x-parse-client-key'] === app.clientKey;
    if (app === undefined || !isKnown) return json(403, { error: 'unauthorized' });
    const [, name = '', id] =
      new RegExp(`^${app.mount ?? ''}/classes/([A-Za-z_]\\w*)(?:/([^/]+))?$`).exec(request.path) ?? [];
    // A class is made by its first object, so one that is missing is an empty one.
    const { everybody, objects } = app.classes[name] ?? {
      everybody: ['find', 'count', 'get', 'delete'],
      objects: {},
    };
    const ids = Object.keys(objects).filter((one) => !removed.has(`${name}/${one}`));
    const may = (operation: FakeClass['everybody'][number]) => everybody.includes(operation);
    if (request.method === 'DELETE' && name === '_User') return json(400, { code: 206, error: 'Insufficient auth.' });
    if (request.method === 'DELETE') {
      if (!may('delete')) return forbidden('delete', name);
      if (id === undefined || !ids.includes(id)) return json(404, { code: 101, error: 'Object not found.' });
      removed.add(`${name}/${id}`);
      return json(200, {});
    }
    if (request.method !== 'GET') return json(400, { code: 1, error: 'not part of this fake' });
    if (!may('find')) return forbidden('find', name);
    if (request.query.get('count') === '1' && !may('count')) return forbidden('count', name);
    const visible = ids.filter((one) => objects[one] === true);
    const limit = Number(request.query.get('limit') ?? '100');
    const results = visible.slice(0, limit).map((objectId) => ({ objectId, email: USER_DATA }));
    return json(200, { results, ...(request.query.get('count') === '1' ? { count: visible.length } : {}) });
  };
  return { answer, mutations: () => removed.size };
}

function forbidden(operation: string, name: string): Reply {
  return json(400, { code: 119, error: `Permission denied for action ${operation} on class ${name}.` });
}
