import { type Fake, type FakeRequest, json, type Reply, USER_DATA } from './fake.ts';

/**
 * Backendless for callers who are not signed in (backendless.com/docs/rest/data_get_object_count.html): records that they
 * may not find are left out of lists and counts alike.
 */
export interface FakeTable {
  readonly visible: number;
  readonly hidden: number;
}

/** Apps by their id, or by their subdomain. */
export function createBackendless(apps: Readonly<Record<string, Readonly<Record<string, FakeTable>>>>): Fake {
  let mutations = 0;
  const answer = ({ method, host, path }: FakeRequest): Reply => {
    const subdomain = /^([a-z0-9-]+)\.backendless\.app$/.exec(host)?.[1];
    const [, id = '', rest = ''] =
      (subdomain === undefined ? /^\/([0-9A-F-]{36})\/[0-9A-F-]{36}(\/.*)$/ : /^()\/api(\/.*)$/).exec(path) ?? [];
    const app = apps[subdomain ?? id];
    if (app === undefined) return refusal(2002, 'Version is disabled or provided wrong application info');
    const [, name = '', action] = /^\/data\/([A-Za-z_]\w*)(\/count)?$/.exec(rest) ?? [];
    const table = app[name];
    if (table === undefined) return refusal(1009, `Table with the name ${name} does not exist.`);
    if (method === 'GET' && action === '/count') return json(200, table.visible);
    if (method === 'GET')
      return json(
        200,
        Array.from({ length: table.visible }, () => ({ email: USER_DATA })),
      );
    mutations += 1;
    return json(200, {});
  };
  return { answer, mutations: () => mutations };
}

function refusal(code: number, message: string): Reply {
  return json(400, { code, message, errorData: {} });
}
