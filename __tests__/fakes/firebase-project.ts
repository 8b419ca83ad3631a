import { type Fake, type FakeRequest, json, type Reply } from './fake.ts';

/**
 * What a Firebase project's API key reaches: Remote Config, Identity Toolkit and Gemini, each with the answers that Google's
 * front gives for a key (googleapis, google/api/error_reason.proto). Sign-up asks whether the provider is on before it
 * looks at the address, as the Auth emulator does (firebase-tools, src/emulator/auth/operations.ts).
 */
export interface FakeGoogleProject {
  /** Hosts of the APIs that the key may call; any if absent. */
  readonly restrictedTo?: readonly string[];
  /** The project's own switches. */
  readonly hasGemini?: boolean;
  readonly anonymous?: boolean;
  readonly password?: boolean;
  /** Remote Config values; absent: no template. */
  readonly values?: Readonly<Record<string, string>>;
}

const CONFIG = 'firebaseremoteconfig.googleapis.com';
const IDENTITY = 'identitytoolkit.googleapis.com';
export const GEMINI = 'generativelanguage.googleapis.com';

export function createGoogleProject(projects: Readonly<Record<string, FakeGoogleProject>>): Fake {
  let users = 0;
  const answer = (request: FakeRequest): Reply => {
    const { host, path, method } = request;
    const project = projects[request.headers['x-goog-api-key'] ?? request.query.get('key') ?? ''];
    if (project === undefined) {
      return error(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', 'API_KEY_INVALID');
    }
    if (project.restrictedTo?.includes(host) === false) {
      return error(403, 'PERMISSION_DENIED', `Requests to this API ${host} are blocked.`, 'API_KEY_SERVICE_BLOCKED');
    }
    if (host === CONFIG && method === 'POST') {
      const { values } = project;
      return json(200, values === undefined ? { state: 'NO_TEMPLATE' } : { entries: values, state: 'UPDATE' });
    }
    if (host === GEMINI && method === 'GET' && path === '/v1beta/models') {
      return project.hasGemini === true
        ? json(200, { models: [{ name: 'models/gemini-3-pro' }], nextPageToken: 'x' })
        : error(403, 'PERMISSION_DENIED', 'Generative Language API has not been used in project 1', 'SERVICE_DISABLED');
    }
    if (host === IDENTITY && method === 'GET' && path === '/v1/projects') {
      return json(200, { projectId: '932398433474', authorizedDomains: ['localhost'] });
    }
    if (host !== IDENTITY || path !== '/v1/accounts:signUp') return error(404, 'NOT_FOUND', 'Not Found');
    const { email }: { readonly email?: string } = JSON.parse(request.body);
    if (email === undefined && project.anonymous !== true)
      return error(400, 'INVALID_ARGUMENT', 'ADMIN_ONLY_OPERATION');
    if (email !== undefined && project.password !== true)
      return error(400, 'INVALID_ARGUMENT', 'OPERATION_NOT_ALLOWED');
    if (email !== undefined && !/^[^@]+@[^@]+\.[^@]+$/.test(email))
      return error(400, 'INVALID_ARGUMENT', 'INVALID_EMAIL');
    users += 1;
    return json(200, { idToken: 'eyJhbGciOiJSUzI1NiJ9.canary.x', localId: `u${users}` });
  };
  return { answer, mutations: () => users };
}

function error(code: number, status: string, message: string, reason?: string): Reply {
  const details = reason === undefined ? [] : [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason }];
  return json(code, { error: { code, message, status, errors: [{ message, domain: 'global' }], details } });
}
