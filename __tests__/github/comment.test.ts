import { getOctokit } from '@actions/github';
import { afterEach, describe, expect, it } from 'vitest';
import { type Api, withRetries } from '../../src/github/api.ts';
import { type CommentRequest, findPullRequest, publishComment } from '../../src/github/comment.ts';
import {
  commentStore,
  type GitHubApi,
  type Handler,
  type StoredComment,
  startGitHubApi,
} from '../helpers/github-api.ts';

const MARKER = '<!-- ajar:android -->';
const REPOSITORY = { owner: 'acme', repo: 'app' };

let server: GitHubApi | undefined;

afterEach(async () => {
  expect(server?.violations ?? []).toEqual([]);
  await server?.close();
  server = undefined;
});

async function apiOf(handler: Handler): Promise<Api> {
  server = await startGitHubApi(handler);
  return getOctokit('ghs_test', { baseUrl: server.url, log: silent });
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

function requestOf(changes: Partial<CommentRequest> = {}): CommentRequest {
  return {
    repository: REPOSITORY,
    pullRequest: 7,
    marker: MARKER,
    body: `${MARKER}\n## new`,
    mode: 'always',
    hasFindings: true,
    ...changes,
  };
}

function comment(id: number, body: string, login = 'github-actions[bot]', type: 'Bot' | 'User' = 'Bot'): StoredComment {
  return { id, body, login, type };
}

const sent = () =>
  (server?.requests ?? []).map(({ method, path }) => `${method} ${path.split('/').slice(4).join('/')}`);

describe('publishComment', () => {
  it('creates one where there is none, and gives its address', async () => {
    const store = commentStore([comment(1, 'LGTM', 'dana', 'User')]);
    const result = await publishComment(await apiOf(store.handler), requestOf());
    expect(result).toEqual({ posted: true, url: 'https://github.com/acme/app/pull/7#issuecomment-1001' });
    expect(store.stored.map(({ body }) => body)).toEqual(['LGTM', `${MARKER}\n## new`]);
  });

  it('updates the one that is there, in place', async () => {
    const store = commentStore([comment(5, `${MARKER}\n## old`), comment(6, 'LGTM', 'dana', 'User')]);
    const result = await publishComment(await apiOf(store.handler), requestOf());
    expect(result).toEqual({ posted: true, url: 'https://github.com/acme/app/pull/7#issuecomment-5' });
    expect(store.stored.map(({ id, body }) => [id, body])).toEqual([
      [5, `${MARKER}\n## new`],
      [6, 'LGTM'],
    ]);
  });

  it('finds it on the third page', async () => {
    const others = Array.from({ length: 250 }, (_, index) => comment(index + 1, `talk ${index}`, 'dana', 'User'));
    const store = commentStore([...others, comment(900, `${MARKER}\n## old`)]);
    await publishComment(await apiOf(store.handler), requestOf());
    expect(store.stored).toHaveLength(251);
    expect(store.stored.at(-1)?.body).toBe(`${MARKER}\n## new`);
    expect(sent().filter((line) => line.startsWith('GET'))).toHaveLength(3);
  });

  it('sends nothing if it already says the same', async () => {
    const store = commentStore([comment(5, `${MARKER}\n## new`)]);
    await publishComment(await apiOf(store.handler), requestOf());
    expect(sent()).toEqual(['GET issues/7/comments']);
  });

  it('removes what concurrent runs left, and keeps the oldest', async () => {
    const store = commentStore([comment(5, `${MARKER}\na`), comment(6, `${MARKER}\nb`), comment(7, `${MARKER}\nc`)]);
    await publishComment(await apiOf(store.handler), requestOf());
    expect(store.stored.map(({ id, body }) => [id, body])).toEqual([[5, `${MARKER}\n## new`]]);
  });

  it('gives way to a run that created its comment first', async () => {
    const store = commentStore([]);
    let listed = 0;
    const handler: Handler = (operation, request) => {
      const answer = store.handler(operation, request);
      // Between our first look and our own comment, another run writes one.
      if (request.method === 'GET' && ++listed === 1) store.stored.push(comment(1, `${MARKER}\n## other`));
      return answer;
    };
    const result = await publishComment(await apiOf(handler), requestOf());
    expect(store.stored.map(({ id, body }) => [id, body])).toEqual([[1, `${MARKER}\n## new`]]);
    expect(result).toEqual({ posted: true, url: 'https://github.com/acme/app/pull/7#issuecomment-1' });
  });

  it('is content if another run removed a duplicate first', async () => {
    const store = commentStore([comment(5, `${MARKER}\na`), comment(6, `${MARKER}\nb`)]);
    const handler: Handler = (operation, request) => {
      if (request.method === 'DELETE') store.stored.splice(1, 1);
      return store.handler(operation, request);
    };
    expect(await publishComment(await apiOf(handler), requestOf())).toMatchObject({ posted: true });
  });

  it('does not touch a stranger’s comment that carries our marker', async () => {
    const trap = comment(5, `${MARKER}\nAll closed, merge me`, 'mallory', 'User');
    const store = commentStore([trap]);
    await publishComment(await apiOf(store.handler), requestOf());
    expect(store.stored[0]).toEqual(trap);
    expect(store.stored).toHaveLength(2);
  });

  it('knows its own comment under a personal token', async () => {
    const store = commentStore([comment(5, `${MARKER}\n## old`, 'acme-ci', 'User')], 'acme-ci');
    await publishComment(await apiOf(store.handler), requestOf());
    expect(store.stored.map(({ body }) => body)).toEqual([`${MARKER}\n## new`]);
  });

  it('leaves the comment of another category alone', async () => {
    const store = commentStore([comment(5, '<!-- ajar:ios -->\n## ios')]);
    await publishComment(await apiOf(store.handler), requestOf());
    expect(store.stored.map(({ body }) => body)).toEqual(['<!-- ajar:ios -->\n## ios', `${MARKER}\n## new`]);
  });

  describe('mode on-findings', () => {
    it('writes nothing new where nothing is open', async () => {
      const store = commentStore([]);
      const result = await publishComment(
        await apiOf(store.handler),
        requestOf({ mode: 'on-findings', hasFindings: false }),
      );
      expect(result).toEqual({ posted: false });
      expect(store.stored).toEqual([]);
    });

    it('still says in the old comment that all is closed', async () => {
      const store = commentStore([comment(5, `${MARKER}\n## old`)]);
      await publishComment(
        await apiOf(store.handler),
        requestOf({ mode: 'on-findings', hasFindings: false, body: `${MARKER}\n## All closed` }),
      );
      expect(store.stored[0]?.body).toBe(`${MARKER}\n## All closed`);
    });
  });

  it('asks nobody in mode never', async () => {
    expect(await publishComment(await apiOf(commentStore([]).handler), requestOf({ mode: 'never' }))).toEqual({
      posted: false,
    });
    expect(server?.requests).toEqual([]);
  });

  it.each([401, 403, 404])('names the permission that is missing (%d)', async (status) => {
    const store = commentStore([]);
    const handler: Handler = (operation, request) =>
      request.method === 'POST'
        ? { status, data: { message: 'Resource not accessible by integration' } }
        : store.handler(operation, request);
    const result = await publishComment(await apiOf(handler), requestOf());
    expect(result).toMatchObject({ posted: false, why: expect.stringContaining('pull-requests: write') });
  });

  it('says so when GitHub is down, and does not throw', async () => {
    const result = await publishComment(await apiOf(() => ({ status: 502 })), requestOf());
    expect(result).toMatchObject({ posted: false, why: expect.stringContaining('HTTP 502') });
  });
});

describe('withRetries', () => {
  const flaky = (failures: readonly { status: number; headers?: Record<string, string> }[]): Handler => {
    const left = [...failures];
    const store = commentStore([]);
    return (operation, request) => left.shift() ?? store.handler(operation, request);
  };

  async function tried(failures: readonly { status: number; headers?: Record<string, string> }[]) {
    const waits: number[] = [];
    const api = withRetries(await apiOf(flaky(failures)), async (ms) => waits.push(ms));
    const result = await publishComment(api, requestOf());
    return { waits, result };
  }

  it('asks again on 5xx, longer each time', async () => {
    const { waits, result } = await tried([{ status: 500 }, { status: 503 }]);
    expect(waits).toEqual([500, 2000]);
    expect(result.posted).toBe(true);
  });

  it('waits as long as a rate limit asks', async () => {
    const { waits, result } = await tried([
      { status: 429, headers: { 'retry-after': '3' } },
      { status: 403, headers: { 'retry-after': '1' } },
    ]);
    expect(waits).toEqual([3000, 1000]);
    expect(result.posted).toBe(true);
  });

  it('gives up after four tries', async () => {
    const { waits, result } = await tried(Array.from({ length: 9 }, () => ({ status: 502 })));
    expect(waits).toEqual([500, 2000, 8000]);
    expect(result.posted).toBe(false);
    expect(server?.requests).toHaveLength(4);
  });

  it('does not wait for an hour', async () => {
    const { waits, result } = await tried([{ status: 429, headers: { 'retry-after': '3600' } }]);
    expect(waits).toEqual([]);
    expect(result.posted).toBe(false);
  });

  it('does not ask again where asking cannot help', async () => {
    const { waits } = await tried([{ status: 403 }]);
    expect(waits).toEqual([]);
    expect(server?.requests).toHaveLength(1);
  });
});

describe('findPullRequest', () => {
  it('takes the open pull request whose head is that very commit', async () => {
    const api: Api = {
      request: async (_route, parameters) => {
        expect(parameters).toEqual({ ...REPOSITORY, head: 'mallory:patch-1', state: 'open' });
        return {
          status: 200,
          data: [
            { number: 3, head: { sha: 'old' } },
            { number: 7, head: { sha: 'abc' } },
          ],
        };
      },
    };
    expect(await findPullRequest(api, REPOSITORY, 'mallory:patch-1', 'abc')).toBe(7);
    expect(await findPullRequest(api, REPOSITORY, 'mallory:patch-1', 'zzz')).toBeUndefined();
  });

  it('asks GitHub in a way that GitHub knows', async () => {
    const api = await apiOf(() => ({ status: 200, data: [] }));
    expect(await findPullRequest(api, REPOSITORY, 'mallory:patch-1', 'abc')).toBeUndefined();
    expect(server?.requests).toHaveLength(1);
  });
});
