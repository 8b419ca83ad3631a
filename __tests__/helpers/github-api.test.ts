import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commentStore, type GitHubApi, startGitHubApi } from './github-api.ts';

/** The tests of github/ are worth as much as the server they talk to. */
describe('the local GitHub', () => {
  let server: GitHubApi;
  beforeEach(async () => {
    server = await startGitHubApi(commentStore([]).handler);
  });
  afterEach(() => server.close());

  const ask = (path: string, init: RequestInit = {}) =>
    fetch(server.url + path, { headers: { authorization: 'token x' }, ...init });

  it.each<[string, string, RequestInit, RegExp]>([
    ['a path that GitHub has not', '/repos/acme/app/comments-of/7', {}, /no operation/],
    ['a method that the path has not', '/repos/acme/app/issues/7/comments', { method: 'PUT' }, /no operation/],
    ['a query parameter that GitHub has not', '/repos/acme/app/issues/7/comments?pages=2', {}, /unknown query/],
    ['a number that is none', '/repos/acme/app/issues/7/comments?page=two', {}, /integer/],
    ['a body without its text', '/repos/acme/app/issues/7/comments', { method: 'POST', body: '{}' }, /body/],
    ['a body of the wrong type', '/repos/acme/app/issues/7/comments', { method: 'POST', body: '{"body":7}' }, /string/],
    ['a request without a token', '/repos/acme/app/issues/7/comments', { headers: {} }, /authorization/],
  ])('refuses %s', async (_name, path, init, reason) => {
    const answer = await ask(path, init);
    expect(answer.status).toBe(400);
    expect(server.violations.join()).toMatch(reason);
  });

  it('takes what GitHub takes', async () => {
    const answer = await ask('/repos/acme/app/issues/7/comments', { method: 'POST', body: '{"body":"hello"}' });
    expect(answer.status).toBe(201);
    expect(server.violations).toEqual([]);
  });

  it('owns up to an answer that GitHub would not give', async () => {
    const liar = await startGitHubApi(() => ({ status: 200, data: [{ id: 'one' }] }));
    await fetch(`${liar.url}/repos/acme/app/issues/7/comments`, { headers: { authorization: 'token x' } });
    expect(liar.violations.join()).toMatch(/answer of GET/);
    await liar.close();
  });
});
