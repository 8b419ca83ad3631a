import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runContext } from '../../src/github/context.ts';
import { eventFacts } from '../../src/github/event.ts';

const APP = { id: 1, full_name: 'acme/app', default_branch: 'main', owner: { login: 'acme' } };
const FORK = { id: 2, full_name: 'mallory/app', owner: { login: 'mallory' } };
const SHA = '0123456789012345678901234567890123456789';

function pullRequest(headRepo: unknown) {
  return {
    number: 7,
    repository: APP,
    pull_request: { number: 7, head: { sha: SHA, ref: 'patch-1', repo: headRepo }, base: { ref: 'main', repo: APP } },
  };
}

describe('eventFacts', () => {
  it.each(['pull_request', 'pull_request_target', 'pull_request_review'])('reads %s', (name) => {
    expect(eventFacts(name, pullRequest(APP))).toEqual({
      name,
      pullRequest: 7,
      fork: false,
      baseRef: 'refs/heads/main',
      headSha: SHA,
    });
  });

  it.each([
    ['another repository', FORK],
    ['a fork that was deleted', null],
    ['a repository without an id', { full_name: 'acme/app' }],
  ])('takes a pull request from %s for a fork’s', (_name, repo) => {
    expect(eventFacts('pull_request', pullRequest(repo)).fork).toBe(true);
    expect(eventFacts('pull_request_target', pullRequest(repo)).fork).toBe(true);
  });

  it('reads a workflow_run of the repository’s own pull request', () => {
    const payload = {
      repository: APP,
      workflow_run: {
        event: 'pull_request',
        head_sha: SHA,
        head_branch: 'patch-1',
        head_repository: APP,
        pull_requests: [{ number: 7, base: { ref: 'release' } }],
      },
    };
    expect(eventFacts('workflow_run', payload)).toEqual({
      name: 'workflow_run',
      pullRequest: 7,
      fork: false,
      baseRef: 'refs/heads/release',
      headSha: SHA,
    });
  });

  it('looks a fork’s pull request up by its head, because workflow_run does not tell it', () => {
    const payload = {
      repository: APP,
      workflow_run: {
        event: 'pull_request',
        head_sha: SHA,
        head_branch: 'patch-1',
        head_repository: FORK,
        pull_requests: [],
      },
    };
    expect(eventFacts('workflow_run', payload)).toEqual({
      name: 'workflow_run',
      fork: true,
      baseRef: 'refs/heads/main',
      headSha: SHA,
      head: 'mallory:patch-1',
    });
  });

  it('does not look for a pull request where a push started the other workflow', () => {
    const run = { event: 'push', head_sha: SHA, head_branch: 'main', head_repository: APP, pull_requests: [] };
    expect(eventFacts('workflow_run', { repository: APP, workflow_run: run })).toEqual({
      name: 'workflow_run',
      fork: false,
      baseRef: 'refs/heads/main',
      headSha: SHA,
    });
  });

  it.each<[string, unknown, string | undefined]>([
    ['push', { ref: 'refs/heads/main', after: SHA, repository: APP }, 'refs/heads/main'],
    ['push', { ref: 'refs/tags/v1', after: SHA, repository: APP }, 'refs/heads/main'],
    ['schedule', { schedule: '0 3 * * *', repository: APP }, 'refs/heads/main'],
    ['workflow_dispatch', { ref: 'refs/heads/next', repository: APP }, 'refs/heads/next'],
    [
      'merge_group',
      { merge_group: { base_ref: 'refs/heads/main', head_sha: SHA }, repository: APP },
      'refs/heads/main',
    ],
    ['release', {}, undefined],
  ])('%s has no pull request and compares with its branch', (name, payload, baseRef) => {
    const facts = eventFacts(name, payload);
    expect(facts.pullRequest).toBeUndefined();
    expect(facts.fork).toBe(false);
    expect(facts.baseRef).toBe(baseRef);
  });

  it('takes a comment on a pull request for a fork’s, for it does not say where the code is from', () => {
    const payload = { issue: { number: 7, pull_request: { url: 'x' } }, repository: APP };
    expect(eventFacts('issue_comment', payload)).toEqual({ name: 'issue_comment', fork: true, pullRequest: 7 });
  });

  it('never throws, and never takes a malformed pull request for our own', () => {
    const names = fc.constantFrom('pull_request', 'pull_request_target', 'workflow_run', 'merge_group', 'push', '');
    const payload = fc.oneof(
      fc.anything(),
      fc.record({ pull_request: fc.dictionary(fc.constantFrom('number', 'head', 'base'), fc.anything()) }),
      fc.record({ workflow_run: fc.anything(), repository: fc.anything() }),
    );
    fc.assert(
      fc.property(names, payload, (name, data) => {
        const facts = eventFacts(name, data);
        return facts.fork || facts.pullRequest === undefined;
      }),
    );
  });
});

describe('runContext', () => {
  const environment = {
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_WORKSPACE: '/home/runner/work/app/app',
    GITHUB_SERVER_URL: 'https://github.acme.example',
    GITHUB_RUN_ID: '42',
    GITHUB_SHA: 'f'.repeat(40),
    RUNNER_TEMP: '/home/runner/work/_temp',
  };

  it('links to the commit that was pushed, not to the merge that GitHub tests', () => {
    expect(runContext(environment, pullRequest(APP), '/cwd', '/tmp')).toMatchObject({
      workspace: '/home/runner/work/app/app',
      temp: '/home/runner/work/_temp',
      repository: { owner: 'acme', repo: 'app' },
      blob: `https://github.acme.example/acme/app/blob/${SHA}`,
      run: 'https://github.acme.example/acme/app/actions/runs/42',
    });
  });

  it('makes do without a runner', () => {
    expect(runContext({}, undefined, '/cwd', '/tmp')).toEqual({
      workspace: '/cwd',
      temp: '/tmp',
      event: { name: '', fork: false },
    });
  });
});
