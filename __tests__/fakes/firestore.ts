import {
  type Fake,
  type FakeRequest,
  json,
  mutationsOf,
  type Reply,
  type Store,
  storeOf,
  USER_DATA,
  USER_NAME,
} from './fake.ts';

/**
 * The REST interface of Cloud Firestore (cloud.google.com/firestore/docs/reference/rest) for callers without a token:
 * rules are asked before anything is looked up, a commit is all or nothing.
 */
export interface FakeProject {
  readonly rules: (operation: FirestoreOperation, path: string) => boolean;
  /** Paths below `documents`. */
  readonly documents?: Readonly<Record<string, string>>;
}

export type FirestoreOperation = 'list' | 'get' | 'create' | 'update' | 'delete';

const FILLED: Readonly<Record<string, string>> = { [`users/${USER_NAME}`]: USER_DATA };

interface Write {
  readonly update?: { readonly name: string };
  readonly delete?: string;
  readonly currentDocument?: { readonly exists?: boolean };
}

/** Projects by name, `<project>/<database>` for a named database; `undefined` stands for a project without one. A project that is missing looks denied. */
export function createFirestore(projects: Readonly<Record<string, FakeProject | undefined>>): Fake {
  const stores = new Map(
    Object.entries(projects).map(([name, project]) => [name, storeOf(project?.documents ?? FILLED)]),
  );
  const mutations = () => mutationsOf(stores);
  const answer = (request: FakeRequest): Reply => {
    const [, id = '', database = '', rest = ''] =
      /^\/v1\/projects\/([^/]+)\/databases\/([^/]+)\/documents(.*)$/.exec(request.path) ?? [];
    const name = database === '(default)' ? id : `${id}/${database}`;
    const documents = stores.get(name);
    if (documents === undefined) return denied();
    const project = projects[name];
    if (project === undefined) {
      return error(404, 'NOT_FOUND', `The database ${database} does not exist for project ${id}`);
    }
    if (rest === ':runAggregationQuery') return count(request, project, documents);
    if (rest === ':commit') return commit(request, `projects/${id}/databases/${database}`, project, documents);
    const path = rest.slice(1);
    const isCollection = path.split('/').length % 2 === 1;
    if (request.method !== 'GET') return error(501, 'UNIMPLEMENTED', 'not part of this fake');
    if (!project.rules(isCollection ? 'list' : 'get', path)) return denied();
    if (isCollection) {
      const names = documents.keys().filter((one) => one.startsWith(`${path}/`));
      return json(200, { documents: names.map((one) => documentOf(one, documents.get(one) ?? '')) });
    }
    const stored = documents.get(path);
    return stored === undefined
      ? error(404, 'NOT_FOUND', `Document "${path}" not found.`)
      : json(200, documentOf(path, stored));
  };
  return { answer, mutations };
}

function documentOf(name: string, value: string) {
  return { name, fields: { mail: { stringValue: value } } };
}

function count(request: FakeRequest, project: FakeProject, documents: Store<string>): Reply {
  const { structuredAggregationQuery: asked } = JSON.parse(request.body);
  const collection: string = asked.structuredQuery.from[0].collectionId;
  if (!project.rules('list', collection)) return denied();
  const found = documents.keys().filter((path) => path.startsWith(`${collection}/`)).length;
  const integerValue = String(Math.min(found, asked.structuredQuery.limit));
  return json(200, [{ result: { aggregateFields: { n: { integerValue } } }, readTime: '2026-11-22T00:00:00Z' }]);
}

function commit(request: FakeRequest, database: string, project: FakeProject, documents: Store<string>): Reply {
  const root = `${database}/documents/`;
  const { writes }: { readonly writes: readonly Write[] } = JSON.parse(request.body);
  const steps = writes.map((write) => {
    const path = (write.delete ?? write.update?.name ?? '').replace(root, '');
    const exists = documents.get(path) !== undefined;
    // Without a document an update is a create; `exists: true` makes it an update that must fail.
    const isUpdate = exists || write.currentDocument?.exists === true;
    const operation: FirestoreOperation = write.delete !== undefined ? 'delete' : isUpdate ? 'update' : 'create';
    return { path, operation, isMissing: write.currentDocument?.exists === true && !exists };
  });
  if (!steps.every(({ operation, path }) => project.rules(operation, path))) return denied();
  const missing = steps.find(({ isMissing }) => isMissing);
  if (missing !== undefined) return error(404, 'NOT_FOUND', `No document to update: ${root}${missing.path}`);
  for (const { operation, path } of steps) {
    if (operation === 'delete') documents.remove(path);
    else documents.set(path, USER_DATA);
  }
  return json(200, { writeResults: steps.map(() => ({})) });
}

function denied(): Reply {
  return error(403, 'PERMISSION_DENIED', 'Missing or insufficient permissions.');
}

function error(code: number, status: string, message: string): Reply {
  return json(code, { error: { code, message, status } });
}
