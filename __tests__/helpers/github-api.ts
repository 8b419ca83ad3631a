import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

/**
 * A GitHub on this machine, held to GitHub's own OpenAPI description: a request whose path, method, parameters or body the
 * description does not know is answered with 400 and kept in `violations`; what it answers is checked against the description
 * as well, so that the tests do not rest on an API of our own making.
 */

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: object;
}

interface Operation {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
}

const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
const description: Description = JSON.parse(readFileSync(file, 'utf8'));
const ajv = new Ajv({ strict: false, coerceTypes: false, validateSchema: false });
addFormats.default(ajv);
ajv.addFormat('repo.nwo', true);
ajv.addFormat('timestamp', true);
ajv.addSchema({ $id: 'github', components: description.components });

function validator(schema: object) {
  return ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"github#/components/')));
}

const validators = new Map<object, ReturnType<typeof validator>>();

function complaint(schema: object, value: unknown): string | undefined {
  const check = validators.get(schema) ?? validator(schema);
  validators.set(schema, check);
  return check(value) ? undefined : ajv.errorsText(check.errors);
}

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly data?: unknown;
  /** In place of data: sent as it is. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly type?: string;
}

/** Given the operation's path in the description (`/repos/{owner}/{repo}/pulls`); undefined: 404. */
export type Handler = (operation: string, request: Seen) => Answer | undefined;

export interface GitHubApi {
  readonly url: string;
  readonly requests: readonly Seen[];
  readonly violations: readonly string[];
  readonly close: () => Promise<void>;
}

export async function startGitHubApi(handler: Handler): Promise<GitHubApi> {
  const requests: Seen[] = [];
  const violations: string[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const seen = await seenOf(incoming);
    requests.push(seen);
    const found = operationOf(seen);
    const wrong = found === undefined ? [`no operation ${seen.method} ${seen.path}`] : wrongsOf(found.operation, seen);
    if (found === undefined || wrong.length > 0) {
      violations.push(...wrong);
      send(outgoing, { status: 400, data: { message: wrong.join('; ') } });
      return;
    }
    const answer = handler(found.template, seen) ?? { status: 404, data: { message: 'Not Found' } };
    const schema = found.operation.responses[String(answer.status)]?.content?.['application/json']?.schema;
    const lie = schema === undefined || answer.type !== undefined ? undefined : complaint(schema, answer.data);
    if (lie !== undefined) violations.push(`answer of ${seen.method} ${found.template}: ${lie}`);
    send(outgoing, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    violations,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function seenOf(incoming: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: incoming.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

/** A literal segment beats a parameter: `/issues/comments/{comment_id}` before `/issues/{issue_number}/comments`. */
function operationOf(seen: Seen): { template: string; operation: Operation } | undefined {
  const segments = seen.path.split('/');
  const matching = Object.keys(description.paths).filter((template) => {
    const parts = template.split('/');
    return (
      parts.length === segments.length &&
      parts.every((part, index) => part === segments[index] || (part.startsWith('{') && segments[index] !== ''))
    );
  });
  const best = matching.sort((left, right) => left.split('{').length - right.split('{').length)[0];
  const operation = best === undefined ? undefined : description.paths[best]?.[seen.method.toLowerCase()];
  return best === undefined || operation === undefined ? undefined : { template: best, operation };
}

function wrongsOf(operation: Operation, seen: Seen): string[] {
  const parameters = (operation.parameters ?? []).map((parameter) =>
    '$ref' in parameter ? resolved(parameter.$ref) : parameter,
  );
  const query = parameters.filter((parameter) => parameter.in === 'query');
  const unknown = Object.keys(seen.query).filter((name) => !query.some((parameter) => parameter.name === name));
  const bad = query.flatMap((parameter) => {
    const value = seen.query[parameter.name];
    if (value === undefined) return parameter.required === true ? [`${parameter.name} is missing`] : [];
    const typed = 'type' in parameter.schema && parameter.schema.type === 'integer' ? Number(value) : value;
    return complaint(parameter.schema, typed) ?? [];
  });
  const schema = operation.requestBody?.content['application/json']?.schema;
  const body = schema === undefined ? [] : (complaint(schema, seen.body) ?? []);
  const auth = /^token \S+$/.test(seen.headers.authorization ?? '') ? [] : ['no authorization'];
  return [...unknown.map((name) => `unknown query parameter ${name}`), ...bad, body, auth].flat();
}

function resolved(reference: string): Parameter {
  const parameter = description.components.parameters[reference.split('/').at(-1) ?? ''];
  if (parameter === undefined) throw new Error(`no parameter ${reference}`);
  return parameter;
}

function send(outgoing: ServerResponse, { status, data, text, headers, type }: Answer): void {
  outgoing.writeHead(status, { 'content-type': type ?? 'application/json; charset=utf-8', ...headers });
  outgoing.end(text ?? (data === undefined ? undefined : JSON.stringify(data)));
}

// --- a pull request with comments ------------------------------------------------------------------------------------

export interface StoredComment {
  readonly id: number;
  readonly body: string;
  readonly login: string;
  readonly type: 'Bot' | 'User';
}

export interface Comments {
  readonly stored: StoredComment[];
  readonly handler: Handler;
}

/** The comments of pull request 7 of acme/app, as GitHub keeps them; who asks is `github-actions[bot]` unless told. */
export function commentStore(initial: readonly StoredComment[], self = 'github-actions[bot]'): Comments {
  const stored = [...initial];
  const type = self.endsWith('[bot]') ? 'Bot' : 'User';
  const handler: Handler = (operation, { method, path, query, body }) => {
    if (operation === '/repos/{owner}/{repo}/issues/{issue_number}/comments') {
      if (!path.endsWith('/issues/7/comments')) return undefined;
      if (method === 'GET') return { status: 200, data: page(stored, query).map(wire) };
      const comment: StoredComment = { id: 1000 + stored.length, body: bodyOf(body), login: self, type };
      stored.push(comment);
      return { status: 201, data: wire(comment), headers: { location: wire(comment).url } };
    }
    if (operation === '/repos/{owner}/{repo}/issues/comments/{comment_id}') {
      const index = stored.findIndex(({ id }) => path.endsWith(`/${id}`));
      const comment = stored[index];
      if (comment === undefined) return undefined;
      if (method === 'DELETE') {
        stored.splice(index, 1);
        return { status: 204 };
      }
      stored[index] = { ...comment, body: bodyOf(body) };
      return { status: 200, data: wire({ ...comment, body: bodyOf(body) }) };
    }
    if (operation === '/user') {
      return type === 'User'
        ? { status: 200, data: privateUser(self) }
        : { status: 403, data: { message: 'Resource not accessible by integration' } };
    }
    return undefined;
  };
  return { stored, handler };
}

function bodyOf(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'body' in body && typeof body.body === 'string') return body.body;
  throw new Error('no body');
}

function page<T>(items: readonly T[], query: Readonly<Record<string, string>>): T[] {
  const size = Number(query.per_page ?? 30);
  const start = (Number(query.page ?? 1) - 1) * size;
  return items.slice(start, start + size);
}

const HOME = 'https://api.github.com/repos/acme/app';

function wire({ id, body, login, type }: StoredComment) {
  return {
    id,
    node_id: `IC_${id}`,
    url: `${HOME}/issues/comments/${id}`,
    html_url: `https://github.com/acme/app/pull/7#issuecomment-${id}`,
    issue_url: `${HOME}/issues/7`,
    body,
    user: simpleUser(login, type),
    created_at: '2026-11-01T10:00:00Z',
    updated_at: '2026-11-01T10:00:00Z',
    author_association: 'NONE',
  };
}

function simpleUser(login: string, type: 'Bot' | 'User') {
  const url = `https://api.github.com/users/${encodeURIComponent(login)}`;
  return {
    login,
    id: 41898282,
    node_id: 'MDM6Qm90',
    avatar_url: `${url}.png`,
    gravatar_id: null,
    url,
    html_url: url,
    followers_url: url,
    following_url: url,
    gists_url: url,
    starred_url: url,
    subscriptions_url: url,
    organizations_url: url,
    repos_url: url,
    events_url: url,
    received_events_url: url,
    type,
    site_admin: false,
  };
}

function privateUser(login: string) {
  return {
    ...simpleUser(login, 'User'),
    name: null,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
    private_gists: 0,
    total_private_repos: 0,
    owned_private_repos: 0,
    disk_usage: 0,
    collaborators: 0,
    two_factor_authentication: true,
    user_view_type: 'private',
  };
}
