import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runContext } from '../../src/github/context.ts';
import { runAction, type Scanned } from '../../src/github/run.ts';
import { readHandedOver } from '../../src/handed-over.ts';
import { ACTION_INPUTS, type ActionInputName } from '../../src/settings/action-inputs.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { UsageError } from '../../src/shared/errors.ts';
import { commentStore, type GitHubApi, type Handler, startGitHubApi } from '../helpers/github-api.ts';
import { makeFinding, makeReport, RULES, withoutComparison } from '../helpers/report.ts';

let folder = '';
let server: GitHubApi | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ajar-run-'));
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  expect(server?.violations ?? []).toEqual([]);
  await server?.close();
  server = undefined;
});

const APP = { id: 1, default_branch: 'main', owner: { login: 'acme' } };
const PULL_REQUEST = {
  repository: APP,
  pull_request: { number: 7, head: { sha: 'a'.repeat(40), repo: APP }, base: { ref: 'main', repo: APP } },
};
const SCANNED: Scanned = { report: withoutComparison(makeReport()), rules: RULES, secrets: [], failed: false };

interface Ran {
  readonly outputs: Record<string, string | number>;
  readonly failures: string[];
  readonly log: { level: string; message: string; file?: string | undefined }[];
  readonly masked: string[];
  readonly summary: string;
  readonly settings: Settings | undefined;
}

interface Situation {
  readonly inputs?: Partial<Record<ActionInputName, string>>;
  readonly scan?: (settings: Settings) => Promise<Scanned>;
  readonly handler?: Handler;
  readonly event?: string;
  readonly payload?: unknown;
  readonly writeSummary?: () => Promise<void>;
}

async function run(situation: Situation): Promise<Ran> {
  const { inputs = {}, scan = async () => SCANNED, handler = commentStore([]).handler } = situation;
  const api = await startGitHubApi(handler);
  server = api;
  const ran = { outputs: {}, failures: [], log: [], masked: [], summary: '', settings: undefined } as {
    -readonly [K in keyof Ran]: Ran[K];
  };
  const environment = {
    GITHUB_EVENT_NAME: situation.event ?? 'pull_request',
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_WORKSPACE: folder,
    GITHUB_RUN_ID: '42',
  };
  const say = (level: string) => (message: string, properties?: { file?: string }) =>
    void ran.log.push({ level, message, file: properties?.file });
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  await runAction({
    toolkit: {
      getInput: (name) => {
        const key = name as ActionInputName;
        return inputs[key] ?? (key === 'token' ? 'ghs_test' : ACTION_INPUTS[key]);
      },
      setOutput: (name, value) => {
        ran.outputs[name] = value;
      },
      setSecret: (secret) => void ran.masked.push(secret),
      setFailed: (message) => void ran.failures.push(message),
      debug: say('debug'),
      info: say('info'),
      notice: say('notice'),
      warning: say('warning'),
      error: say('error'),
      writeSummary:
        situation.writeSummary ??
        (async (markdown) => {
          ran.summary = markdown;
        }),
    },
    context: runContext(environment, situation.payload ?? PULL_REQUEST, folder, folder),
    scan: async (settings) => {
      ran.settings = settings;
      return scan(settings);
    },
    merge: async (wanted) => ({ ...(await readHandedOver({ ...wanted, rules: RULES })), rules: RULES, secrets: [] }),
    api: (token) => getOctokit(token, { baseUrl: api.url, log: silent }),
    now: new Date('2026-11-22T12:00:00Z'),
  });
  return ran;
}

const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');

describe('runAction', () => {
  it('publishes a scan everywhere and sets every output', async () => {
    const store = commentStore([]);
    const ran = await run({
      handler: store.handler,
      inputs: { 'json-file': 'out/report.json', 'html-file': 'out/report.html', baseline: 'none' },
    });
    expect(ran.outputs).toEqual({
      findings: 4,
      'new-findings': 2,
      'highest-severity': 'critical',
      backends: 4,
      coverage: 'complete',
      'sarif-file': 'ajar.sarif',
      'json-file': 'out/report.json',
      'html-file': 'out/report.html',
      'comment-url': 'https://github.com/acme/app/pull/7#issuecomment-1000',
    });
    expect(JSON.parse(read('ajar.sarif')).runs[0].automationDetails.id).toBe('ajar/app/');
    expect(JSON.parse(read('out/report.json')).schema).toBe('ajar-report/1');
    expect(read('out/report.html')).toMatch(/^<!DOCTYPE html>/);
    expect(ran.summary).toMatch(/^## 🔴 Anyone on the internet can read and erase/);
    expect(store.stored[0]?.body).toMatch(/^<!-- ajar:app -->\n## 🔴/);
    expect(ran.log.filter(({ level }) => level === 'error')).toHaveLength(4);
    expect(ran.failures).toEqual([
      'Anyone on the internet can read and erase acme-prod-uploads (S3) (4 findings at or above high)',
    ]);
  });

  it.each<[string, 'critical' | 'medium', number]>([
    ['critical', 'medium', 0],
    ['medium', 'medium', 1],
    ['never', 'critical', 0],
  ])('with fail-on %s and a %s finding fails %d times', async (failOn, severity, failures) => {
    const report = makeReport({ findings: [makeFinding({ severity })] });
    const ran = await run({
      inputs: { 'fail-on': failOn, baseline: 'none' },
      scan: async () => ({ ...SCANNED, report }),
    });
    expect(ran.failures).toHaveLength(failures);
  });

  it('is green, and with comment: on-findings says nothing, where nothing is open', async () => {
    const store = commentStore([]);
    const report = makeReport({ findings: [] });
    const ran = await run({
      handler: store.handler,
      inputs: { baseline: 'none', comment: 'on-findings' },
      scan: async () => ({ ...SCANNED, report }),
    });
    expect(ran.failures).toEqual([]);
    expect(ran.outputs).toMatchObject({ findings: 0, 'highest-severity': 'none', 'comment-url': '' });
    expect(store.stored).toEqual([]);
    expect(JSON.parse(read('ajar.sarif')).runs[0].results).toEqual([]);
  });

  it('is never green on nothing: a failed scan fails, and neither writes SARIF nor leaves an old one', async () => {
    writeFileSync(path.join(folder, 'ajar.sarif'), '{}');
    const report = makeReport({
      findings: [],
      coverage: { complete: false, problems: [{ kind: 'not-found', path: '**/*.apk', reason: 'no artifact matched' }] },
    });
    const ran = await run({ inputs: { baseline: 'none' }, scan: async () => ({ ...SCANNED, report, failed: true }) });
    expect(ran.failures).toEqual(['Not everything could be scanned: **/*.apk: no artifact matched']);
    expect(ran.outputs).toMatchObject({ coverage: 'failed', 'sarif-file': '' });
    expect(existsSync(path.join(folder, 'ajar.sarif'))).toBe(false);
    expect(ran.log.find(({ level }) => level === 'warning')?.message).toContain('No SARIF was written');
  });

  it('fails with one clear sentence on a wrong input, and scans nothing', async () => {
    const ran = await run({ inputs: { probe: 'maybe' } });
    expect(ran.failures).toEqual(['input “probe” must be one of off, read, write, not “maybe”']);
    expect(ran.settings).toBeUndefined();
    expect(ran.outputs).toEqual({});
  });

  it('fails with the scan’s own words where the configuration is wrong', async () => {
    const ran = await run({
      inputs: { baseline: 'none' },
      scan: () => Promise.reject(new UsageError('.ajar.yml:3: unknown key')),
    });
    expect(ran.failures).toEqual(['.ajar.yml:3: unknown key']);
  });

  it('lets no text of an artifact become a workflow command', async () => {
    const evil = '::set-output name=x::y\n::error::pwned ##[error]z';
    const report = makeReport({
      findings: [makeFinding({ title: evil, message: evil, access: [], remediation: evil })],
    });
    const ran = await run({
      inputs: { baseline: 'none' },
      scan: async () => ({ ...SCANNED, report }),
    });
    const texts = [...ran.failures, ...ran.log.map(({ message }) => message)];
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(text).not.toMatch(/^\s*::|[\r\n]|##\[/);
  });

  it('makes nothing of a branch’s name', async () => {
    const ref = 'x`@acme/all<b>[a](https://evil.example)::error::y\u202e';
    const payload = { ...PULL_REQUEST, pull_request: { ...PULL_REQUEST.pull_request, base: { ref, repo: APP } } };
    const store = commentStore([]);
    const handler: Handler = (operation, request) =>
      operation.endsWith('/code-scanning/analyses') ? { status: 200, data: [] } : store.handler(operation, request);
    const scan = async ({ noBaseline }: Settings): Promise<Scanned> => {
      const problems = [{ kind: 'note' as const, path: 'baseline', reason: noBaseline ?? '' }];
      return { ...SCANNED, report: { ...SCANNED.report, findings: [], coverage: { complete: true, problems } } };
    };
    const ran = await run({ payload, handler, scan });
    expect(ran.summary).toContain('code scanning has no report of');
    expect(ran.summary).not.toMatch(/<b>|@acme|evil\.example|\u202e/);
    expect(ran.log.some(({ message }) => message.includes('evil.example'))).toBe(true);
    for (const { message } of ran.log) expect(message).not.toMatch(/\u202e|^\s*::/);
  });

  it('hands secrets to the runner for masking, but none so short that it would blank the log', async () => {
    const secrets = ['correct-horse-battery', 'abc'];
    const ran = await run({ inputs: { baseline: 'none' }, scan: async () => ({ ...SCANNED, secrets }) });
    expect(ran.masked).toEqual(['correct-horse-battery']);
  });

  it('tells the scan that the code is a fork’s', async () => {
    const payload = {
      ...PULL_REQUEST,
      pull_request: { ...PULL_REQUEST.pull_request, head: { sha: 'a'.repeat(40), repo: { id: 2 } } },
    };
    const ran = await run({ payload, inputs: { probe: 'read', baseline: 'none' } });
    expect(ran.settings).toMatchObject({ probe: 'read', fork: true });
  });

  it('warns and goes on where a fork’s token may not comment', async () => {
    const store = commentStore([]);
    const handler: Handler = (operation, request) =>
      request.method === 'POST' ? { status: 403, data: { message: 'no' } } : store.handler(operation, request);
    const ran = await run({ handler, inputs: { 'fail-on': 'never', baseline: 'none' } });
    expect(ran.failures).toEqual([]);
    expect(ran.outputs['comment-url']).toBe('');
    expect(ran.log.find(({ level }) => level === 'warning')?.message).toContain('pull-requests: write');
    expect(ran.summary).toContain('acme-prod-uploads');
  });

  it('warns and goes on where the summary cannot be written', async () => {
    const ran = await run({
      inputs: { 'fail-on': 'never', baseline: 'none' },
      writeSummary: () => Promise.reject(new Error('no file')),
    });
    expect(ran.failures).toEqual([]);
    expect(ran.log.find(({ level }) => level === 'warning')?.message).toContain('no file');
  });

  it('comments on nothing where a push started it', async () => {
    const ran = await run({
      event: 'push',
      payload: { ref: 'refs/heads/main', repository: APP },
      inputs: { baseline: 'none' },
    });
    expect(ran.outputs['comment-url']).toBe('');
    expect(server?.requests).toEqual([]);
  });
});

describe('baseline', () => {
  const SARIF = { version: '2.1.0', runs: [{ results: [] }] };
  const analysis = (id: number, category: string) => ({
    id,
    category,
    ref: 'refs/heads/main',
    commit_sha: 'a'.repeat(40),
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
  });
  const withAnalyses = (analyses: readonly unknown[], type = 'application/sarif+json'): Handler => {
    const store = commentStore([]);
    return (operation, request) => {
      if (operation === '/repos/{owner}/{repo}/code-scanning/analyses') {
        expect(request.query).toMatchObject({ ref: 'refs/heads/main', tool_name: 'Ajar' });
        return { status: 200, data: analyses };
      }
      if (operation === '/repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}') {
        expect(request.path).toMatch(/\/2$/);
        expect(request.headers.accept).toBe('application/sarif+json');
        return { status: 200, data: SARIF, type };
      }
      return store.handler(operation, request);
    };
  };

  // GitHub names the type with and without a character set; Octokit gives bytes, text or an object for them.
  it.each(['application/sarif+json', 'application/sarif+json; charset=utf-8', 'application/json'])(
    'auto takes the newest report of the base branch and of this category, sent as %s',
    async (type) => {
      const analyses = [analysis(1, 'ajar/ios'), analysis(2, 'ajar/app'), analysis(3, 'ajar/app')];
      const ran = await run({
        handler: withAnalyses(analyses, type),
        scan: async () => ({ ...SCANNED, report: makeReport() }),
      });
      expect(JSON.parse(readFileSync(ran.settings?.baseline ?? '', 'utf8'))).toEqual(SARIF);
      expect(ran.summary).toContain('2 new');
    },
  );

  it('auto goes on without where there is none yet', async () => {
    const ran = await run({ handler: withAnalyses([]) });
    expect(ran.settings?.baseline).toBeUndefined();
    expect(ran.summary).not.toContain('2 new');
    expect(ran.log.map(({ message }) => message)).toContain(
      'No baseline: code scanning has no report of refs/heads/main yet.',
    );
  });

  it('auto goes on where code scanning may not be read, and names the permission', async () => {
    const ran = await run({});
    expect(ran.settings?.baseline).toBeUndefined();
    expect(ran.log.map(({ message }) => message).join()).toContain('security-events: read');
  });

  it('takes a file of the workspace', async () => {
    const ran = await run({ inputs: { baseline: 'base/report.json' } });
    expect(ran.settings?.baseline).toBe(path.join(folder, 'base/report.json'));
  });

  it('none compares with nothing', async () => {
    const ran = await run({ inputs: { baseline: 'none', comment: 'never' } });
    expect(ran.settings?.baseline).toBeUndefined();
    expect(server?.requests).toEqual([]);
  });
});
