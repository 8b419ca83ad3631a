import type { Repository } from './api.ts';
import { type EventFacts, eventFacts } from './event.ts';

/** Where the run takes place, out of the runner's environment and the event. */
export interface RunContext {
  /** Folder of the checkout; paths are relative to it. */
  readonly workspace: string;
  readonly temp: string;
  readonly repository?: Repository;
  readonly event: EventFacts;
  /** `https://github.com/acme/app/blob/<commit>` */
  readonly blob?: string;
  /** Page of this workflow run. */
  readonly run?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** https://docs.github.com/actions/reference/workflows-and-actions/variables */
export function runContext(environment: Environment, payload: unknown, cwd: string, temp: string): RunContext {
  const event = eventFacts(environment.GITHUB_EVENT_NAME ?? '', payload);
  const repository = repositoryOf(environment.GITHUB_REPOSITORY ?? '');
  const sha = event.headSha ?? environment.GITHUB_SHA;
  const base = { workspace: environment.GITHUB_WORKSPACE || cwd, temp: environment.RUNNER_TEMP || temp, event };
  if (repository === undefined) return base;
  const server = environment.GITHUB_SERVER_URL || 'https://github.com';
  const home = `${server}/${repository.owner}/${repository.repo}`;
  const blob = sha !== undefined && /^[0-9a-f]{40,64}$/.test(sha) ? { blob: `${home}/blob/${sha}` } : {};
  const id = environment.GITHUB_RUN_ID ?? '';
  const run = /^\d+$/.test(id) ? { run: `${home}/actions/runs/${id}` } : {};
  return { ...base, repository, ...blob, ...run };
}

function repositoryOf(fullName: string): Repository | undefined {
  const match = /^([A-Za-z0-9][\w.-]{0,99})\/([\w.-]{1,100})$/.exec(fullName);
  const [, owner, repo] = match ?? [];
  return owner === undefined || repo === undefined ? undefined : { owner, repo };
}
