import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commentStore, startGitHubApi } from '../helpers/github-api.ts';
import { ROOT } from './run.ts';

/**
 * The bundle in a runner that is not ours: act (https://github.com/nektos/act) reads workflow, action.yml, inputs, outputs and the event
 * as GitHub's runner does, here without a container.
 *   go install github.com/nektos/act@latest
 */
const ACT = ['act', ...(process.env.GOBIN === undefined ? [] : [path.join(process.env.GOBIN, 'act')])].find(
  (command) => {
    try {
      execFileSync(command, ['--version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  },
);

const WORKFLOW = `name: Ajar
on: pull_request
permissions:
  contents: read
  pull-requests: write
jobs:
  ajar:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: ./ajar
        id: ajar
        with:
          artifacts: demo/app/*
          repo: demo
          fail-on: never
          json-file: ajar.json
      - run: echo "findings=\${{ steps.ajar.outputs.findings }} coverage=\${{ steps.ajar.outputs.coverage }} \${{ steps.ajar.outputs.comment-url }}"
      - run: test -s ajar.json && test -s ajar.sarif
`;

const APP = { id: 1, full_name: 'acme/app', name: 'app', default_branch: 'main', owner: { login: 'acme' } };
const EVENT = {
  action: 'opened',
  number: 7,
  repository: APP,
  pull_request: {
    number: 7,
    head: { sha: 'b'.repeat(40), ref: 'feature', repo: APP },
    base: { sha: 'a'.repeat(40), ref: 'main', repo: APP },
  },
};

function repository(): string {
  // act copies the whole folder, so its home lies beside it.
  const root = path.join(mkdtempSync(path.join(tmpdir(), 'ajar-act-')), 'repo');
  mkdirSync(path.join(root, '.github/workflows'), { recursive: true });
  mkdirSync(path.join(root, '../home/.config/act'), { recursive: true });
  writeFileSync(path.join(root, '../home/.config/act/actrc'), '');
  writeFileSync(path.join(root, '.github/workflows/ajar.yml'), WORKFLOW);
  writeFileSync(path.join(root, 'event.json'), JSON.stringify(EVENT));
  cpSync(path.join(ROOT, 'dist'), path.join(root, 'ajar/dist'), { recursive: true });
  cpSync(path.join(ROOT, 'action.yml'), path.join(root, 'ajar/action.yml'));
  cpSync(path.join(ROOT, 'examples/demo'), path.join(root, 'demo'), { recursive: true });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: root });
  git('init', '-q', '-b', 'feature');
  git('remote', 'add', 'origin', 'https://github.com/acme/app.git');
  git('add', '.github', 'demo');
  git('commit', '-qm', 'demo');
  return root;
}

function runAct(
  command: string,
  root: string,
  url: string,
): Promise<{ readonly code: number | null; readonly log: string }> {
  const args = ['pull_request', '-P', 'ubuntu-latest=-self-hosted', '-e', 'event.json', '-s', 'GITHUB_TOKEN=ghs_test'];
  const env = { PATH: process.env.PATH, HOME: path.join(root, '../home') };
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args, '--env', `GITHUB_API_URL=${url}`], { cwd: root, env });
    let log = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        log += chunk;
      });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, log }));
  });
}

describe.skipIf(ACT === undefined)(
  `the bundle under act${ACT === undefined ? ' (SKIPPED: act is not installed)' : ''}`,
  () => {
    it('scans, writes its files, sets its outputs and comments once, also when run again', {
      timeout: 600_000,
    }, async () => {
      const store = commentStore([]);
      const api = await startGitHubApi(store.handler);
      try {
        const root = repository();
        const first = await runAct(ACT ?? '', root, api.url);
        expect(first.code, first.log).toBe(0);
        expect(first.log).toMatch(
          /findings=1\d coverage=complete https:\/\/github\.com\/acme\/app\/pull\/7#issuecomment-1000/,
        );
        const second = await runAct(ACT ?? '', root, api.url);
        expect(second.code, second.log).toBe(0);
        expect(store.stored).toHaveLength(1);
        expect(store.stored[0]?.body).toMatch(/Anyone on the internet can/);
        expect(api.violations).toEqual([]);
      } finally {
        await api.close();
      }
    });
  },
);
