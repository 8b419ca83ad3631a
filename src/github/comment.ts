import type { CommentMode } from '../settings/action-inputs.ts';
import { messageOf } from '../shared/errors.ts';
import { type Api, isRecord, type Repository, statusOf } from './api.ts';

export type CommentResult =
  | { readonly posted: true; readonly url: string }
  /** `why` is absent where no comment was wanted; else it is a sentence that says what to do. */
  | { readonly posted: false; readonly why?: string };

export interface CommentRequest {
  readonly repository: Repository;
  readonly pullRequest: number;
  /** Hidden first line of the body, by which the comment is found again. */
  readonly marker: string;
  readonly body: string;
  readonly mode: CommentMode;
  readonly hasFindings: boolean;
}

interface Comment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
  readonly author: string;
  readonly isBot: boolean;
}

const PAGE = 100;
const MAX_PAGES = 100;

/**
 * Writes the one comment: updates it where it is, creates it where it is wanted and missing, removes what concurrent runs
 * left beside it. Never throws on an answer of the API: a fork's token may not write, and the scan must not fail for that.
 */
export async function publishComment(api: Api, request: CommentRequest): Promise<CommentResult> {
  if (request.mode === 'never') return { posted: false };
  try {
    const [existing, ...duplicates] = await ownComments(api, request);
    if (existing === undefined) {
      const wanted = request.mode === 'always' || request.hasFindings;
      return wanted ? await create(api, request) : { posted: false };
    }
    const updated = await update(api, request, existing);
    await removeAll(api, request, duplicates);
    return { posted: true, url: updated };
  } catch (error) {
    return { posted: false, why: explain(error) };
  }
}

/** Two runs may create at once; both then see both, and both keep the older one. */
async function create(api: Api, request: CommentRequest): Promise<CommentResult> {
  const { owner, repo } = request.repository;
  const answer = await api.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    owner,
    repo,
    issue_number: request.pullRequest,
    body: request.body,
  });
  const created = commentOf(answer.data);
  const [oldest, ...others] = await ownComments(api, request);
  if (created === undefined || oldest === undefined || oldest.id === created.id) {
    await removeAll(api, request, others);
    return { posted: true, url: created?.url ?? '' };
  }
  const url = await update(api, request, oldest);
  await removeAll(api, request, others);
  return { posted: true, url };
}

async function update(api: Api, request: CommentRequest, comment: Comment): Promise<string> {
  if (comment.body === request.body) return comment.url;
  const { owner, repo } = request.repository;
  await api.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
    owner,
    repo,
    comment_id: comment.id,
    body: request.body,
  });
  return comment.url;
}

/** Another run may have been quicker; a comment that is gone is what we want. */
async function removeAll(api: Api, request: CommentRequest, comments: readonly Comment[]): Promise<void> {
  const { owner, repo } = request.repository;
  for (const comment of comments) {
    try {
      await api.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        owner,
        repo,
        comment_id: comment.id,
      });
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
    }
  }
}

/**
 * Our comments with the marker, oldest first. Anybody can write the marker into a comment of his own; updating that one would
 * put our words under his hand, so a comment counts only if a bot wrote it or the token's own user.
 */
async function ownComments(api: Api, request: CommentRequest): Promise<Comment[]> {
  const marked = (await allComments(api, request)).filter(({ body }) => body.startsWith(request.marker));
  if (marked.every(({ isBot }) => isBot)) return byAge(marked);
  const self = await ownLogin(api);
  return byAge(marked.filter(({ isBot, author }) => isBot || (author !== '' && author === self)));
}

function byAge(comments: readonly Comment[]): Comment[] {
  return [...comments].sort((left, right) => left.id - right.id);
}

async function allComments(api: Api, request: CommentRequest): Promise<Comment[]> {
  const { owner, repo } = request.repository;
  const comments: Comment[] = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const { data } = await api.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      owner,
      repo,
      issue_number: request.pullRequest,
      per_page: PAGE,
      page,
    });
    if (!Array.isArray(data)) return comments;
    comments.push(...data.flatMap((item: unknown) => commentOf(item) ?? []));
    if (data.length < PAGE) return comments;
  }
  return comments;
}

function commentOf(data: unknown): Comment | undefined {
  if (!isRecord(data) || typeof data.id !== 'number') return undefined;
  const user = isRecord(data.user) ? data.user : {};
  return {
    id: data.id,
    url: typeof data.html_url === 'string' ? data.html_url : '',
    body: typeof data.body === 'string' ? data.body : '',
    author: typeof user.login === 'string' ? user.login : '',
    isBot: user.type === 'Bot',
  };
}

/** A personal token's user. The workflow's own token has none (403), and its comments are a bot's. */
async function ownLogin(api: Api): Promise<string | undefined> {
  try {
    const { data } = await api.request('GET /user', {});
    return isRecord(data) && typeof data.login === 'string' ? data.login : undefined;
  } catch {
    return undefined;
  }
}

function explain(error: unknown): string {
  const status = statusOf(error);
  if (status === 403 || status === 404 || status === 401) {
    return (
      `The comment was not written (HTTP ${status}): the token lacks the permission “pull-requests: write”. ` +
      'Add it under “permissions:” of the job. On a pull request from a fork the token is read-only whatever the workflow says; ' +
      'the job summary has the whole report.'
    );
  }
  const cause = status === undefined ? messageOf(error) : `HTTP ${status}`;
  return `The comment was not written (${cause}); the job summary has the whole report.`;
}

/** Number of the open pull request from `head` (`owner:branch`) at this commit. */
export async function findPullRequest(
  api: Api,
  repository: Repository,
  head: string,
  headSha: string,
): Promise<number | undefined> {
  try {
    const { data } = await api.request('GET /repos/{owner}/{repo}/pulls', { ...repository, head, state: 'open' });
    const requests = Array.isArray(data) ? data.filter(isRecord) : [];
    const found = requests.find(({ head: at }) => isRecord(at) && at.sha === headSha);
    return typeof found?.number === 'number' ? found.number : undefined;
  } catch {
    return undefined;
  }
}
