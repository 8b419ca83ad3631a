import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getOctokit } from '@actions/github';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runContext } from '../../src/github/context.ts';
import { runAction } from '../../src/github/run.ts';
import { readHandedOver } from '../../src/handed-over.ts';
import type { Finding } from '../../src/model.ts';
import { MAX_COMMENT } from '../../src/reports/comment.ts';
import { sarifText } from '../../src/reports/sarif.ts';
import { MAX_SUMMARY_BYTES } from '../../src/reports/summary.ts';
import { ACTION_INPUTS, type ActionInputName } from '../../src/settings/action-inputs.ts';
import { commentStore, type GitHubApi, type Handler, startGitHubApi } from '../helpers/github-api.ts';
import { makeBackend, makeFinding, makeReport, RULES, withoutComparison } from '../helpers/report.ts';

/** docs/outcomes.md is what these tests expect: each event with each token and each result. */
const PAGE = readFileSync(new URL('../../docs/outcomes.md', import.meta.url), 'utf8');

function tableOf(heading: string): string[][] {
  const section = PAGE.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(2).map((row) =>
    row
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trim()),
  );
}

const APP = { id: 1, default_branch: 'main', owner: { login: 'acme' } };
const FORK = { id: 2, owner: { login: 'stranger' } };
const SHA = 'a'.repeat(40);
const pullRequest = (repo: object) => ({
  repository: APP,
  pull_request: { number: 7, head: { sha: SHA, repo }, base: { ref: 'main', repo: APP } },
});
const workflowRun = (run: object) => ({ repository: APP, workflow_run: { head_sha: SHA, ...run } });

const PAYLOADS: Readonly<Record<string, unknown>> = {
  pull_request: pullRequest(APP),
  'pull_request of a fork': pullRequest(FORK),
  pull_request_target: pullRequest(FORK),
  'workflow_run of a pull request': workflowRun({
    event: 'pull_request',
    head_repository: APP,
    head_branch: 'feature',
    pull_requests: [{ number: 7, base: { ref: 'main' } }],
  }),
  'workflow_run of a fork’s pull request': workflowRun({
    event: 'pull_request',
    head_repository: FORK,
    head_branch: 'feature',
    pull_requests: [],
  }),
  'workflow_run of a push': workflowRun({
    event: 'push',
    head_repository: APP,
    head_branch: 'main',
    pull_requests: [],
  }),
  merge_group: { repository: APP, merge_group: { base_ref: 'refs/heads/main', head_sha: SHA } },
  push: { repository: APP, ref: 'refs/heads/main', after: SHA },
  schedule: { repository: APP, schedule: '17 3 * * *' },
  workflow_dispatch: { repository: APP, ref: 'refs/heads/main' },
};

const OPEN = makeFinding();
const HUGE = Array.from({ length: 5200 }, (_, index) => makeFinding({ fingerprint: `f${index}` }));
const FINDINGS: Readonly<Record<string, readonly Finding[]>> = { fixed: [], huge: HUGE };

/** What the base branch's analysis holds; undefined: there is none. */
const BASES: Readonly<Record<string, string | undefined>> = {
  new: sarifOf([]),
  unchanged: sarifOf([OPEN]),
  fixed: sarifOf([OPEN]),
  'first run': undefined,
  'broken baseline': '{"runs": [{',
  huge: sarifOf([]),
};

function reportOf(findings: readonly Finding[]) {
  return withoutComparison(makeReport({ findings, backends: [makeBackend()], credentials: [] }));
}

function sarifOf(findings: readonly Finding[]): string {
  return sarifText(reportOf(findings), { category: 'app', rules: RULES, failed: false }) ?? '';
}

function githubOf(token: string, base: string | undefined) {
  const store = commentStore([]);
  const refused = { status: 403, data: { message: 'Resource not accessible by integration' } };
  const bases: string[] = [];
  const handler: Handler = (operation, request) => {
    if (operation === '/repos/{owner}/{repo}/code-scanning/analyses') {
      bases.push(request.query.ref ?? '');
      if (token === 'may not read code scanning') return refused;
      return { status: 200, data: base === undefined ? [] : [ANALYSIS] };
    }
    if (operation === '/repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}')
      return { status: 200, text: base ?? '', type: 'application/sarif+json' };
    if (operation === '/repos/{owner}/{repo}/pulls') return { status: 200, data: PULLS, type: 'application/json' };
    if (request.method !== 'GET' && token.startsWith('may read')) return refused;
    return store.handler(operation, request);
  };
  return { store, handler, bases };
}

/** As much of a pull request as Ajar reads; the whole has some three hundred members. */
const PULLS = [{ number: 7, head: { sha: SHA } }];
const ANALYSIS = {
  id: 2,
  category: 'ajar/app',
  ref: 'refs/heads/main',
  commit_sha: SHA,
  analysis_key: '.github/workflows/ajar.yml:scan',
  environment: '{}',
  error: '',
  created_at: '2026-11-01T10:00:00Z',
  results_count: 0,
  rules_count: 1,
  url: 'https://api.github.com/x',
  sarif_id: 'x',
  tool: { name: 'Ajar', guid: null, version: '0.1.0' },
  deletable: true,
  warning: '',
};

interface Ran {
  readonly outputs: Record<string, string | number>;
  readonly failures: readonly string[];
  readonly warnings: readonly string[];
  readonly summary: string;
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ajar-outcomes-'));
  for (const [result] of tableOf('The result')) {
    const file = path.join(folder, `${result}.json`);
    writeFileSync(file, JSON.stringify(reportOf(FINDINGS[result ?? ''] ?? [OPEN])));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(event: string, token: string, result: string, api: GitHubApi): Promise<Ran> {
  const ran = { outputs: {} as Record<string, string | number>, failures: [''], warnings: [''], summary: '' };
  ran.failures.pop();
  ran.warnings.pop();
  const inputs: Partial<Record<ActionInputName, string>> = {
    report: `${result}.json`,
    'sarif-file': `${result}.sarif`,
    token: token === 'empty' ? '' : 'ghs_test',
  };
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const environment = {
    GITHUB_EVENT_NAME: event.split(' ', 1)[0],
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_WORKSPACE: folder,
    GITHUB_RUN_ID: '42',
  };
  await runAction({
    toolkit: {
      getInput: (name) => inputs[name as ActionInputName] ?? ACTION_INPUTS[name as ActionInputName],
      setOutput: (name, value) => {
        ran.outputs[name] = value;
      },
      setSecret: () => {},
      setFailed: (message) => void ran.failures.push(message),
      debug: () => {},
      info: () => {},
      notice: () => {},
      warning: (message) => void ran.warnings.push(message),
      error: () => {},
      writeSummary: async (markdown) => {
        ran.summary = markdown;
      },
    },
    context: runContext(environment, PAYLOADS[event], folder, folder),
    scan: () => Promise.reject(new Error('a report is published, nothing is scanned')),
    merge: async (wanted) => ({ ...(await readHandedOver({ ...wanted, rules: RULES })), rules: RULES, secrets: [] }),
    api: (value) => getOctokit(value, { baseUrl: api.url, log: silent }),
    now: new Date('2026-11-22T12:00:00Z'),
  });
  return ran;
}

/** The text behind the entities, links and code of our Markdown. */
function wordsOf(markdown: string): string {
  return markdown.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replace(/<\/?code>/g, '');
}

const RESULTS = tableOf('The result');
const cases = tableOf('The event').flatMap(([event = '', on = '', base = '', fails = '']) =>
  tableOf('The token').flatMap(([token = '', comment = '', read = '']) =>
    // Thousands of findings are told alike whoever asks; once an event is enough.
    RESULTS.filter(([result]) => result !== 'huge' || token === 'may write').map(([result = '']) => ({
      event,
      on,
      base,
      fails,
      token,
      comment,
      read,
      result,
    })),
  ),
);

describe('docs/outcomes.md', () => {
  it('has a row for each event and base that the tests know', () => {
    expect(tableOf('The event').map(([event]) => event)).toEqual(Object.keys(PAYLOADS));
    expect(RESULTS.map(([result]) => result).sort()).toEqual(Object.keys(BASES).sort());
    expect(cases.length).toBe(10 * (4 * 6 - 3));
  });

  it.each(cases)('$event, token $token, $result', async ({ event, on, base, fails, token, comment, read, result }) => {
    const { store, handler, bases } = githubOf(token, BASES[result]);
    const api = await startGitHubApi(handler);
    try {
      const ran = await run(event, token, result, api);
      // Without a baseline, every finding that there is counts as new, and what is closed cannot be told.
      const blind = read !== 'read' && result === 'unchanged';
      const row = RESULTS.find(([name]) => name === (blind ? 'new' : result)) ?? [];
      const [, fresh, headline = '', failsOnAll, failsOnNew] = row;
      const unknown = read !== 'read' && result === 'fixed';

      expect(ran.outputs['new-findings']).toBe(Number(fresh));
      const title = wordsOf(ran.summary.split('\n', 1)[0] ?? '');
      expect(title.startsWith(`## ${unknown ? '✅ Nothing stands open' : headline}`), title).toBe(true);
      expect(ran.failures).toHaveLength((fails === 'all' ? failsOnAll : failsOnNew) === 'yes' ? 1 : 0);

      expect(bases).toEqual(token === 'empty' ? [] : [base]);
      if (read !== 'read' || BASES[result] === undefined || result === 'broken baseline')
        expect(wordsOf(ran.summary)).toContain('nothing to compare with, so every finding counts as new');

      const wanted = on !== '–';
      const written = wanted && comment === 'written';
      expect(store.stored).toHaveLength(written ? 1 : 0);
      expect(ran.outputs['comment-url']).toMatch(written ? /^https:/ : /^$/);
      expect(ran.warnings.filter((message) => message.startsWith('The comment was not'))).toHaveLength(
        wanted && !written ? 1 : 0,
      );
      if (wanted && comment.includes('permission')) expect(ran.warnings.join()).toContain('pull-requests: write');

      // Whatever is published keeps to GitHub's limits.
      expect(store.stored[0]?.body.length ?? 0).toBeLessThanOrEqual(MAX_COMMENT);
      expect(Buffer.byteLength(ran.summary)).toBeLessThan(MAX_SUMMARY_BYTES);
      const sarif = JSON.parse(readFileSync(path.join(folder, `${result}.sarif`), 'utf8'));
      expect(sarif.runs[0].results.length).toBe(Math.min((FINDINGS[result] ?? [OPEN]).length, 5000));
      expect(api.violations).toEqual([]);
    } finally {
      await api.close();
    }
  });
});
