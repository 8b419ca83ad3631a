import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { commentStore, type GitHubApi, type Handler, startGitHubApi } from '../helpers/github-api.ts';
import { type Ran, ROOT, runDist } from './run.ts';

let api: GitHubApi | undefined;
afterEach(async () => {
  await api?.close();
  api = undefined;
});

interface ActionRun extends Ran {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly folder: string;
}

/** Runs the bundle as the runner does: inputs, files, event and API by environment. */
async function runAction(inputs: Readonly<Record<string, string>>, fork = false): Promise<ActionRun> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ajar-action-'));
  const file = (name: string) => path.join(folder, name);
  writeFileSync(file('output'), '');
  writeFileSync(file('summary'), '');
  const head = { sha: 'b'.repeat(40), ref: 'feature', repo: { full_name: fork ? 'stranger/app' : 'acme/app', fork } };
  const event = {
    action: 'opened',
    number: 7,
    pull_request: { number: 7, head, base: { sha: 'a'.repeat(40), ref: 'main', repo: { full_name: 'acme/app' } } },
    repository: { full_name: 'acme/app', name: 'app', owner: { login: 'acme' } },
  };
  writeFileSync(file('event.json'), JSON.stringify(event));
  const all = {
    artifacts: 'examples/demo/app/*',
    repo: 'examples/demo',
    'sarif-file': file('ajar.sarif'),
    baseline: 'none',
    token: 'ghs_test',
    ...inputs,
  };
  const env: NodeJS.ProcessEnv = {
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: api?.url,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_REPOSITORY_OWNER: 'acme',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: file('event.json'),
    GITHUB_SHA: 'b'.repeat(40),
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_RUN_ID: '1',
    GITHUB_WORKSPACE: ROOT,
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    RUNNER_TEMP: folder,
    ...Object.fromEntries(Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
  const ran = await runDist('action', [], { cwd: ROOT, env });
  return {
    ...ran,
    folder,
    outputs: outputsOf(readFileSync(file('output'), 'utf8')),
    summary: readFileSync(file('summary'), 'utf8'),
  };
}

/** The runner's file: `name<<delimiter`, value, delimiter. */
function outputsOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm)].map(([, name, , value]) => [name ?? '', value ?? '']),
  );
}

describe('the bundled action', () => {
  it('comments, updates its comment in place on the second run, and fails the step on findings', async () => {
    const store = commentStore([]);
    api = await startGitHubApi(store.handler);
    const first = await runAction({});
    expect(first.code).toBe(1);
    expect(store.stored).toHaveLength(1);
    expect(store.stored[0]?.body).toMatch(/Anyone on the internet can/);
    expect(first.outputs['comment-url']).toMatch(/^https:\/\//);
    expect(Number(first.outputs.findings)).toBeGreaterThan(5);
    expect(first.outputs['highest-severity']).toBe('critical');
    expect(first.outputs.coverage).toBe('complete');
    expect(first.summary).toMatch(/Anyone on the internet can/);
    expect(
      JSON.parse(readFileSync(path.join(first.folder, 'ajar.sarif'), 'utf8')).runs[0].results.length,
    ).toBeGreaterThan(5);

    await runAction({});
    expect(store.stored).toHaveLength(1);
    expect(api.violations).toEqual([]);
  });

  it('warns and goes on where the token may not comment; the exit is as the findings say', async () => {
    const refuse: Handler = (_operation, { method }) =>
      method === 'GET'
        ? { status: 200, data: [] }
        : { status: 403, data: { message: 'Resource not accessible by integration' } };
    api = await startGitHubApi(refuse);
    const blocked = await runAction({ 'fail-on': 'never' }, true);
    expect(blocked.code).toBe(0);
    expect(blocked.stdout).toMatch(/::warning.*pull-requests: write/);
    expect(blocked.summary).toMatch(/Anyone on the internet can/);
    const failing = await runAction({}, true);
    expect(failing.code).toBe(1);
  });

  it('is never green on nothing, and writes no SARIF then', async () => {
    const store = commentStore([]);
    api = await startGitHubApi(store.handler);
    const ran = await runAction({ artifacts: 'no/such/*.apk' });
    expect(ran.code).toBe(1);
    expect(ran.outputs.coverage).toBe('failed');
    expect(existsSync(path.join(ran.folder, 'ajar.sarif'))).toBe(false);
    expect(ran.stdout).toMatch(/::warning.*Not everything could be scanned: no\/such/);
  });

  it('says which input is wrong', async () => {
    api = await startGitHubApi(() => undefined);
    const ran = await runAction({ probe: 'reed' });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/::error.*“probe” must be one of off, read, write, not “reed”; did you mean “read”\?/);
  });
});
