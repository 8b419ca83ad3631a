import { isRecord } from './api.ts';

/**
 * What the event that started the run says.
 * https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
export interface EventFacts {
  readonly name: string;
  /** Number of the pull request that is being checked. */
  readonly pullRequest?: number;
  /** The scanned code comes, or may come, from somebody without write access. */
  readonly fork: boolean;
  /** Full ref whose last report is the baseline: `refs/heads/main`. */
  readonly baseRef?: string;
  /** The commit that was scanned, as far as the event knows it. */
  readonly headSha?: string;
  /** A pull request whose number the event does not tell (workflow_run of a fork): `owner:branch` to look it up by. */
  readonly head?: string;
}

type Data = Readonly<Record<string, unknown>>;

const EMPTY: Data = {};

function record(data: Data, name: string): Data {
  const value = data[name];
  return isRecord(value) ? value : EMPTY;
}

function text(data: Data, name: string): string | undefined {
  const value = data[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function integer(data: Data, name: string): number | undefined {
  const value = data[name];
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** A change on its way into a branch is being checked, not the branch itself. */
export function isChange({ name, pullRequest, head }: EventFacts): boolean {
  return name === 'merge_group' || pullRequest !== undefined || head !== undefined;
}

/** Reads any event's payload; what is missing or malformed is left out, and where origin is unknown it counts as a fork. */
export function eventFacts(name: string, payload: unknown): EventFacts {
  const data = isRecord(payload) ? payload : EMPTY;
  if (name === 'workflow_run') return workflowRun(name, data);
  if (name === 'merge_group') return mergeGroup(name, data);
  if (isRecord(data.pull_request)) return pullRequest(name, data, data.pull_request);
  // A comment on a pull request tells its number, not where its code comes from.
  const issue = record(data, 'issue');
  if (isRecord(issue.pull_request)) return compact({ name, fork: true, pullRequest: integer(issue, 'number') });
  return branch(name, data);
}

function pullRequest(name: string, data: Data, request: Data): EventFacts {
  const head = record(request, 'head');
  const base = record(request, 'base');
  const baseBranch = text(base, 'ref');
  return compact({
    name,
    pullRequest: integer(request, 'number') ?? integer(data, 'number'),
    fork: !sameRepository(record(head, 'repo'), record(base, 'repo')),
    baseRef: baseBranch === undefined ? undefined : `refs/heads/${baseBranch}`,
    headSha: text(head, 'sha'),
  });
}

/** A deleted fork has no repository; that is no proof of being the same one. */
function sameRepository(left: Data, right: Data): boolean {
  const id = integer(left, 'id');
  return id !== undefined && id === integer(right, 'id');
}

/** `pull_requests` is empty for a fork's pull request, so the number has to be looked up by its head. */
function workflowRun(name: string, data: Data): EventFacts {
  const run = record(data, 'workflow_run');
  const fork = !sameRepository(record(run, 'head_repository'), record(data, 'repository'));
  const requests = Array.isArray(run.pull_requests) ? run.pull_requests.filter(isRecord) : [];
  const [request] = requests;
  const number = request === undefined ? undefined : integer(request, 'number');
  const base = request === undefined ? undefined : text(record(request, 'base'), 'ref');
  const owner = text(record(record(run, 'head_repository'), 'owner'), 'login');
  const headBranch = text(run, 'head_branch');
  const ofRequest = text(run, 'event')?.startsWith('pull_request') === true;
  const lookUp = ofRequest && number === undefined && owner !== undefined && headBranch !== undefined;
  const defaultBranch = text(record(data, 'repository'), 'default_branch');
  const baseBranch = base ?? (ofRequest ? defaultBranch : headBranch);
  return compact({
    name,
    pullRequest: number,
    fork,
    baseRef: baseBranch === undefined ? undefined : `refs/heads/${baseBranch}`,
    headSha: text(run, 'head_sha'),
    head: lookUp ? `${owner}:${headBranch}` : undefined,
  });
}

/** A merge queue's branch lies in the repository itself, and who put it there may write. */
function mergeGroup(name: string, data: Data): EventFacts {
  const group = record(data, 'merge_group');
  return compact({ name, fork: false, baseRef: text(group, 'base_ref'), headSha: text(group, 'head_sha') });
}

/** push, schedule, workflow_dispatch …: the former report of the same branch is the baseline. */
function branch(name: string, data: Data): EventFacts {
  const ref = text(data, 'ref');
  const fullRef = ref === undefined || ref.startsWith('refs/') ? ref : `refs/heads/${ref}`;
  const defaultBranch = text(record(data, 'repository'), 'default_branch');
  const fallback = defaultBranch === undefined ? undefined : `refs/heads/${defaultBranch}`;
  const baseRef = fullRef?.startsWith('refs/heads/') === true ? fullRef : fallback;
  return compact({ name, fork: false, baseRef, headSha: text(data, 'after') });
}

type Loose = { [K in keyof EventFacts]: EventFacts[K] | undefined } & Pick<EventFacts, 'name' | 'fork'>;

function compact(facts: Loose): EventFacts {
  const { name, fork, ...rest } = facts;
  return { name, fork, ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) };
}
