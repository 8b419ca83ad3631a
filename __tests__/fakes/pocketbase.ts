import { type Fake, type FakeRequest, json, type Reply, USER_DATA } from './fake.ts';

/**
 * PocketBase's records (github.com/pocketbase/pocketbase, apis/record_crud.go): a rule that is null is the superusers'
 * alone and answers 403 before anything is looked for; an empty one lets everybody in; any other filters. `pocketbase.test.ts`
 * runs the same cases against the real one.
 */
export interface FakeRules {
  readonly list: null | 'everybody' | 'nobody';
  readonly delete: null | 'everybody' | 'nobody';
}

export function createPocketBase(servers: Readonly<Record<string, Readonly<Record<string, FakeRules>>>>): Fake {
  const removed = new Set<string>();
  const answer = ({ method, host, path, query }: FakeRequest): Reply => {
    const server = servers[host];
    if (server === undefined)
      return { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Not found</h1>' };
    const [, name = '', id] = /^\/api\/collections\/(\w+)\/records(?:\/([\w-]+))?$/.exec(path) ?? [];
    const rules = server[name];
    if (rules === undefined) return error(404, 'Missing collection context.');
    const ids = ['a1b2c3d4e5f6g7h'].filter((one) => !removed.has(`${host}/${name}/${one}`));
    if (method === 'DELETE') {
      if (rules.delete === null) return error(403, 'Only superusers can perform this action.');
      if (rules.delete === 'nobody' || id === undefined || !ids.includes(id)) {
        return error(404, "The requested resource wasn't found.");
      }
      removed.add(`${host}/${name}/${id}`);
      return { status: 204 };
    }
    if (rules.list === null) return error(403, 'Only superusers can perform this action.');
    const visible = rules.list === 'everybody' ? ids : [];
    const fields = query.get('fields')?.split(',');
    const items = visible.map((one) =>
      Object.fromEntries(
        Object.entries({ id: one, mail: USER_DATA }).filter(
          ([field]) => fields === undefined || fields.includes(field),
        ),
      ),
    );
    return json(200, { items, page: 1, perPage: 1, totalItems: visible.length, totalPages: 1 });
  };
  return { answer, mutations: () => removed.size };
}

function error(status: number, message: string): Reply {
  return json(status, { data: {}, message, status });
}
