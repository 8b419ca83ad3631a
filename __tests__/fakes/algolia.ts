import { type Fake, type FakeRequest, json, type Reply, USER_DATA } from './fake.ts';

/**
 * Algolia's key interface (algolia.com/doc/rest-api/search): every key may ask for itself, and what it may do is its
 * `acl`; an application or a key that is missing answer alike.
 */
export function createAlgolia(
  applications: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
): Fake {
  let mutations = 0;
  const answer = ({ method, path, headers, host }: FakeRequest): Reply => {
    const application = applications[(host.split(/[.-]/, 1)[0] ?? '').toUpperCase()];
    const key = headers['x-algolia-api-key'] ?? '';
    const acl = application?.[key];
    if (acl === undefined || headers['x-algolia-application-id']?.toLowerCase() !== host.split(/[.-]/, 1)[0]) {
      return error(403, 'Invalid Application-ID or API key');
    }
    const asked = /^\/1\/keys\/(\w+)$/.exec(path)?.[1];
    if (asked !== undefined && method === 'GET') {
      if (asked !== key && !acl.includes('admin')) return error(403, 'Method not allowed with this API key');
      const known = application?.[asked];
      return known === undefined
        ? error(404, 'Key does not exist')
        : json(200, { value: asked, acl: known, createdAt: 1 });
    }
    if (method === 'GET') return json(200, { hits: [{ objectID: '1', mail: USER_DATA }] });
    mutations += 1;
    return json(200, { taskID: 1 });
  };
  return { answer, mutations: () => mutations };
}

function error(status: number, message: string): Reply {
  return json(status, { message, status });
}
