import { type Fake, type FakeRequest, json, type Reply, USER_DATA } from './fake.ts';

/**
 * Appwrite's databases for callers without a session (github.com/appwrite/appwrite, app/config/errors.php and
 * Platform/Modules/Databases): a collection is looked up first, then its permissions; with document security those of
 * each document count as well, and hidden ones are left out. Deleting looks for the document before it asks who may.
 */
export interface FakeCollection {
  /** `read("any")`, `delete("guests")`, `read("users")` */
  readonly permissions: readonly string[];
  readonly hasDocumentSecurity?: boolean;
  /** Permissions of each document, by id. */
  readonly documents?: Readonly<Record<string, readonly string[]>>;
  readonly isDisabled?: boolean;
}

/** An error that the project answers to everybody: paused, blocked, service turned off. */
export interface ProjectState {
  readonly code: number;
  readonly type: string;
}

const FILLED = { 'canary-name': [] };

export function createAppwrite(
  project: string,
  collections: Readonly<Record<string, FakeCollection>>,
  state?: ProjectState,
): Fake {
  const kept = new Map(
    Object.entries(collections).map(([name, { documents = FILLED }]) => [name, new Map(Object.entries(documents))]),
  );
  let mutations = 0;
  const answer = (request: FakeRequest): Reply => {
    if (request.headers['x-appwrite-project'] !== project) return error(404, 'project_not_found');
    if (state !== undefined) return error(state.code, state.type);
    const [, database = '', name = '', id] =
      /^\/v1\/databases\/([^/]+)\/collections\/([^/]+)\/documents(?:\/([^/]+))?$/.exec(request.path) ?? [];
    const collection = collections[`${database}/${name}`];
    const documents = kept.get(`${database}/${name}`);
    if (collection === undefined || documents === undefined || collection.isDisabled === true) {
      return error(404, 'collection_not_found');
    }
    const may = (operation: string, id?: string) =>
      isGranted(operation, collection.permissions) ||
      (collection.hasDocumentSecurity === true && isGranted(operation, documents.get(id ?? '') ?? []));
    if (id === undefined && request.method === 'GET') return list(request, collection, documents, may);
    if (id === undefined) return error(401, 'user_unauthorized');
    if (!documents.has(id)) return error(404, 'document_not_found');
    if (request.method !== 'DELETE') {
      return may('read', id) ? json(200, { $id: id, mail: USER_DATA }) : error(404, 'document_not_found');
    }
    if (!may('delete', id)) return error(401, 'user_unauthorized');
    documents.delete(id);
    mutations += 1;
    return { status: 204 };
  };
  return { answer, mutations: () => mutations };
}

function isGranted(operation: string, permissions: readonly string[]): boolean {
  return ['any', 'guests'].some((role) => permissions.includes(`${operation}("${role}")`));
}

function list(
  request: FakeRequest,
  collection: FakeCollection,
  documents: ReadonlyMap<string, readonly string[]>,
  may: (operation: string, id: string) => boolean,
): Reply {
  if (collection.hasDocumentSecurity !== true && !isGranted('read', collection.permissions)) {
    return error(401, 'user_unauthorized');
  }
  const queries = request.query.getAll('queries[]').map((query) => JSON.parse(query));
  const limit: number = queries.find(({ method }) => method === 'limit')?.values[0] ?? 25;
  const selected: readonly string[] | undefined = queries.find(({ method }) => method === 'select')?.values;
  const visible = [...documents.keys()].filter((id) => may('read', id));
  const shown = visible.slice(0, limit).map((id) => {
    const whole = Object.entries({ $id: id, mail: USER_DATA });
    return Object.fromEntries(whole.filter(([attribute]) => selected === undefined || selected.includes(attribute)));
  });
  return json(200, { total: visible.length, documents: shown });
}

function error(code: number, type: string): Reply {
  return json(code, { message: type, code, type, version: '1.8.0' });
}
