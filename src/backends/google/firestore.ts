import type { Backend, BackendMention, Text } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import type { BackendDefinition, ProbeAnswer, ProbeRequest, ProbeVerdict } from '../backend.ts';
import { isSampleName } from '../placeholders.ts';
import {
  around,
  HOST_END,
  HOST_START,
  literalPath,
  matches,
  once,
  plainText,
  withDetails,
  withPaths,
} from '../recognition.ts';
import { backendMention } from '../shared-mentions.ts';
import { absent, closed, jsonObject, jsonOf, opened, undecided, unexpected } from '../verdicts.ts';
import {
  apiKeyOfProject,
  FIREBASE_PROJECT_KEYS,
  isFirebaseProject,
  PROJECT_ID,
  PROJECT_KEYS,
} from './firebase-evidence.ts';
import { collectionsAround } from './names-in-code.ts';

/** `projects/<project>/databases/<database>/documents/<collection>`, in a URL of the REST interface or as a resource name. */
const RESOURCE =
  /(?<![A-Za-z0-9_])projects\/([a-z][a-z0-9-]{4,28}[a-z0-9])\/databases\/(\(default\)|%28default%29|[a-z][a-z0-9-]{2,61}[a-z0-9])(?![A-Za-z0-9-])/g;
const HOST = 'firestore.googleapis.com';
/** Resource names that the API's own documentation and generated clients carry. */
const DOCUMENTATION = /^(?:my-project|project-id|projects?|example-project|test-project|database-id)$/;

function* recognise(text: Text): Generator<BackendMention, void, undefined> {
  const collections = once(() => collectionsAround(text));
  if (isFirebaseProject(text)) {
    if (!isSampleName(text.value)) yield mentionOf(text, text.value, '(default)', collections());
    return;
  }
  for (const project of projectsOfAuthDomains(text)) {
    yield mentionOf(text, project, '(default)', collections());
  }
  if (!text.value.toLowerCase().includes(HOST)) return;
  for (const match of matches(text.value, RESOURCE)) {
    const project = match[1] ?? '';
    const database = match[2]?.startsWith('%') ? '(default)' : (match[2] ?? '');
    if (isSampleName(project) || DOCUMENTATION.test(project)) continue;
    const rest = text.value.slice(match.index + match[0].length);
    yield mentionOf(text, project, database, [collectionOf(rest), ...collections()]);
  }
}

const AUTH_DOMAIN = new RegExp(`${HOST_START}([a-z][a-z0-9-]{4,28}[a-z0-9])\\.firebaseapp\\.com${HOST_END}`, 'g');

/**
 * In a bundle that keeps no names the web configuration is a run of bare strings; a project is told by its domain,
 * with the id itself beside it.
 */
function projectsOfAuthDomains(text: Text): readonly string[] {
  if (text.key !== undefined) return [];
  const projects = Array.from(matches(text.value, AUTH_DOMAIN), (match) => match[1] ?? '');
  return [...new Set(projects)].filter((project) => !isSampleName(project) && isNamedBeside(text, project));
}

/** The id as a quoted string in the same text, or as one of the strings around it. */
function isNamedBeside(text: Text, project: string): boolean {
  const quoted = [`"${project}"`, `'${project}'`, `"${project}\\"`];
  return quoted.some((id) => text.value.includes(id)) || around(text).some(({ value }) => value === project);
}

function mentionOf(
  text: Text,
  project: string,
  database: string,
  collections: readonly (string | undefined)[],
): BackendMention {
  const name = database === '(default)' ? project : `${project}/${database}`;
  return backendMention(
    text,
    { kind: 'firestore', name },
    { ...withDetails({ project, database, apiKey: apiKeyOfProject(text, project) }), ...withPaths(collections) },
  );
}

/** `/documents/users/42` names the collection `/users`; `/documents:runQuery` names none. */
function collectionOf(rest: string): string | undefined {
  const first = /^\/documents\/([A-Za-z0-9_-]{1,128})/.exec(rest)?.[1];
  return first === undefined ? undefined : literalPath(`/${first}`);
}

interface Target {
  /** `projects/acme/databases/(default)/documents` */
  readonly root: string;
  readonly nonce: string;
}

function targetOf(backend: Backend, nonce: string): Target | undefined {
  const [project = '', database = '(default)'] = backend.name.split('/');
  if (!PROJECT_ID.test(project) || !/^(?:\(default\)|[a-z][a-z0-9-]{2,62})$/.test(database)) return undefined;
  return { root: `projects/${project}/databases/${database}/documents`, nonce };
}

const MAX_COLLECTIONS = 4;

/** Top-level collections that the app or its rules name literally: `/users`, `/users/{id}`. */
function collectionsOf(backend: Backend): readonly string[] {
  const names = backend.paths
    .map((path) => /^\/([A-Za-z0-9_-]{1,128})(?:\/|$)/.exec(path)?.[1])
    .filter((name) => name !== undefined);
  return [...new Set(names)].slice(0, MAX_COLLECTIONS);
}

function plan(backend: Backend, nonce: string): readonly ProbeRequest[] {
  const target = targetOf(backend, nonce);
  if (target === undefined) return [];
  const collections = collectionsOf(backend);
  const [first = nonce] = collections;
  return [
    countRequest(target, nonce),
    ...collections.map((collection) => countRequest(target, collection)),
    ...collections.map((collection) => getRequest(target, collection)),
    commitRequest(target, first, 'overwrite'),
    commitRequest(target, first, 'delete'),
  ];
}

/** Counts at most one document: proves `list` without a byte of data. Over a random collection it proves a wildcard rule. */
function countRequest(target: Target, collection: string): ProbeRequest {
  return {
    id: 'firestore-count',
    method: 'POST',
    url: `https://${HOST}/v1/${target.root}:runAggregationQuery`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      structuredAggregationQuery: {
        structuredQuery: { from: [{ collectionId: collection }], limit: 1 },
        aggregations: [{ alias: 'n', count: {} }],
      },
    }),
    audience: 'anyone',
    read: (answer) => {
      if (answer.status !== 200) return notAllowed(answer);
      const count = countOf(answer.body);
      if (count === undefined) return undecided('The answer holds no count.');
      if (collection === target.nonce) {
        return opened(
          'The rules let anybody query a collection that nobody has ever used: they are open for all of them.',
          ['list', 'read'],
        );
      }
      return opened(
        `Anybody can query the collection ${collection}; it ${count === 0 ? 'is empty or does not exist' : 'holds documents'}.`,
        ['list', 'read'],
      );
    },
  };
}

/** `[{"result":{"aggregateFields":{"n":{"integerValue":"1"}}},"readTime":"…"}]` */
function countOf(body: string): number | undefined {
  if (!Array.isArray(jsonOf(body))) return undefined;
  const digits = /"integerValue":\s{0,4}"(\d{1,18})"/.exec(body)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function getRequest(target: Target, collection: string): ProbeRequest {
  return {
    id: 'firestore-get',
    method: 'GET',
    url: `https://${HOST}/v1/${target.root}/${collection}/${target.nonce}`,
    audience: 'anyone',
    read: (answer) =>
      isMissingDocument(answer)
        ? opened(`Anybody can read documents of ${collection}: a missing one was answered as missing, not as denied.`, [
            'read',
          ])
        : notAllowed(answer),
  };
}

/** The write must fail: its document does not exist, and the precondition says that it has to. The rules are asked first. */
function commitRequest(target: Target, collection: string, operation: 'overwrite' | 'delete'): ProbeRequest {
  const name = `${target.root}/${collection}/${target.nonce}`;
  const write =
    operation === 'delete' ? { delete: name } : { update: { name, fields: {} }, updateMask: { fieldPaths: [] } };
  return {
    id: operation === 'delete' ? 'firestore-delete' : 'firestore-update',
    method: 'POST',
    url: `https://${HOST}/v1/${target.root}:commit`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ writes: [{ ...write, currentDocument: { exists: true } }] }),
    audience: 'anyone',
    read: (answer) => {
      const verb = operation === 'delete' ? 'delete' : 'change';
      if (isMissingDocument(answer)) {
        const why = `The rules let anybody ${verb} documents of ${collection}; the one asked for does not exist, so nothing changed.`;
        return opened(why, [operation]);
      }
      if (answer.status === 200 && Array.isArray(jsonObject(answer.body)?.writeResults)) {
        const why = `The service ignored the precondition and let anybody ${verb} documents of ${collection}: remove ${collection}/${target.nonce} if it is there.`;
        return opened(why, [operation]);
      }
      return notAllowed(answer);
    },
  };
}

/** NOT_FOUND speaks of the document, or of the whole database: only the first shows that the rules let the request pass. */
function isMissingDocument(answer: ProbeAnswer): boolean {
  return answer.status === 404 && answer.body.includes('NOT_FOUND') && !isMissingDatabase(answer);
}

function isMissingDatabase(answer: ProbeAnswer): boolean {
  return answer.status === 404 && /(?:database|project) [^"]{0,200}(?:does not exist|not found)/i.test(answer.body);
}

function notAllowed(answer: ProbeAnswer): ProbeVerdict {
  if (isMissingDatabase(answer)) return absent('The project has no database of this name.');
  if (answer.status === 403 && /has not been used|is disabled/i.test(answer.body)) {
    return undecided('The project seems not to use Firestore.');
  }
  if (answer.status === 401 || answer.status === 403) {
    return closed(
      'Denied; a rule that looks at the stored document denies a missing one too, and a missing project answers the same.',
    );
  }
  if (answer.status === 400 && /datastore mode/i.test(answer.body)) {
    return absent('The database runs in Datastore mode, which has no rules and no anonymous access.');
  }
  return unexpected(answer);
}

export const firestore: BackendDefinition = {
  kind: 'firestore',
  title: 'Cloud Firestore',
  provider: 'google',
  type: 'backend',
  docs: [
    'https://firebase.google.com/docs/firestore/security/get-started',
    'https://firebase.google.com/docs/rules/insecure-rules',
  ],
  anchors: [HOST, 'firebaseapp.com'],
  keys: [...PROJECT_KEYS, ...FIREBASE_PROJECT_KEYS],
  examples: [
    {
      text: 'https://firestore.googleapis.com/v1/projects/acme-prod/databases/(default)/documents/users',
      gives: ['firestore:acme-prod'],
      why: 'the REST interface, default database',
    },
    {
      text: 'https://firestore.googleapis.com/v1/projects/acme-prod/databases/orders/documents',
      gives: ['firestore:acme-prod/orders'],
      why: 'a named database',
    },
    {
      text: 'https://firestore.googleapis.com/v1beta1/projects/acme-prod/databases/%28default%29/documents:runQuery',
      gives: ['firestore:acme-prod'],
      why: 'percent-encoded parentheses',
    },
    {
      text: 'acme-prod',
      key: 'project_id',
      around: [{ key: 'google_app_id', value: '1:932398433474:android:64f0aa11bb22cc33' }],
      gives: ['firestore:acme-prod'],
      why: 'the resources that the google-services plugin writes',
    },
    {
      text: 'acme-prod',
      key: 'PROJECT_ID',
      around: [{ key: 'GCM_SENDER_ID', value: '932398433474' }],
      gives: ['firestore:acme-prod'],
      why: 'GoogleService-Info.plist',
    },
    {
      text: 'acme-prod',
      key: 'projectId',
      around: [{ key: 'authDomain', value: 'acme-prod.firebaseapp.com' }],
      gives: ['firestore:acme-prod'],
      why: 'the web configuration object',
    },
    {
      text: 'acme-prod',
      key: 'FIREBASE_PROJECT_ID',
      gives: ['firestore:acme-prod'],
      why: 'the name says Firebase itself',
    },
    {
      text: 'acme-prod.firebaseapp.com',
      around: [{ value: 'acme-prod' }, { value: '1:932398433474:web:64f0aa11bb22cc33' }],
      gives: ['firestore:acme-prod'],
      why: 'the web configuration in a bundle that keeps no names',
    },
    {
      text: '{authDomain:"acme-prod.firebaseapp.com",projectId:"acme-prod"}',
      gives: ['firestore:acme-prod'],
      why: 'the web configuration as a piece of code',
    },
    { text: 'acme-prod.firebaseapp.com', gives: [], why: 'a hosting site; its project is not said' },
    { text: 'acme-prod', key: 'project_id', gives: [], why: 'nothing around it speaks of Firebase' },
    {
      text: 'acme-prod',
      key: 'projectId',
      around: [{ key: 'sentryDsn', value: 'https://a@sentry.io/1' }],
      gives: [],
      why: 'a project of another service',
    },
    {
      text: 'your-project-id',
      key: 'project_id',
      around: [{ key: 'google_app_id', value: '1:932398433474:android:64f0aa11bb22cc33' }],
      gives: [],
      why: 'a placeholder',
    },
    {
      text: 'https://firestore.googleapis.com/v1/projects/my-project/databases/(default)/documents',
      gives: [],
      why: 'the API documentation’s own example',
    },
    { text: 'https://firestore.googleapis.com/', gives: [], why: 'a constant of the SDK' },
    {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is what must not be recognised
      text: 'https://firestore.googleapis.com/v1/projects/${id}/databases/(default)/documents',
      gives: [],
      why: 'the project is filled in at run time',
    },
    {
      text: 'Acme Prod!',
      key: 'project_id',
      around: [{ key: 'google_app_id', value: '1:932398433474:android:64f0aa11bb22cc33' }],
      gives: [],
      why: 'no project id has this form',
    },
  ],
  recognise: (text) => recognise(plainText(text)),
  rules: accessRules({
    kind: 'firestore',
    word: 'open',
    noun: 'Firestore database',
    knows:
      'The project stands in the app or the repository; what its rules allow was read in the repository’s rules file or seen in the answer to a request without credentials.',
    remediation: [
      'Close what no rule has to open: `match /{document=**} { allow read, write: if false; }`, and allow each collection by itself, as with `match /users/{uid} { allow read, write: if request.auth.uid == uid; }`.',
      'Replace `request.auth != null` where a user must not see other users’ documents: anybody who signs up passes it.',
      'Deploy with `firebase deploy --only firestore:rules`, and test the rules with the emulator in CI.',
      'If strangers could write, compare the data with a backup; if they could read, treat it as disclosed.',
    ],
    prove:
      'Run `curl https://firestore.googleapis.com/v1/projects/<project>/databases/(default)/documents/<collection>?pageSize=1`: it must answer 403 `PERMISSION_DENIED`.',
    references: [
      'https://firebase.google.com/docs/firestore/security/rules-structure',
      'https://firebase.google.com/docs/rules/insecure-rules',
    ],
  }),
  probing: {
    hosts: [HOST],
    specs: [
      {
        id: 'firestore-count',
        mode: 'read',
        request: 'POST …/documents:runAggregationQuery, a count with limit 1',
        proves: '`list` access to a collection; over a random name, to all of them',
        sideEffects: 'none: the answer is the number 0 or 1',
        reference:
          'https://cloud.google.com/firestore/docs/reference/rest/v1/projects.databases.documents/runAggregationQuery',
      },
      {
        id: 'firestore-get',
        mode: 'read',
        request: 'GET …/documents/<collection>/<random>',
        proves: '`get` access to a collection',
        sideEffects: 'none: the document does not exist',
        reference: 'https://cloud.google.com/firestore/docs/reference/rest/v1/projects.databases.documents/get',
      },
      {
        id: 'firestore-update',
        mode: 'write',
        request: 'POST …/documents:commit, an update with `currentDocument.exists: true` of a missing document',
        proves: '`update` access to a collection',
        sideEffects: 'none: the precondition fails, and a commit is atomic',
        reference: 'https://cloud.google.com/firestore/docs/reference/rest/v1/projects.databases.documents/commit',
      },
      {
        id: 'firestore-delete',
        mode: 'write',
        request: 'POST …/documents:commit, a delete with `currentDocument.exists: true` of a missing document',
        proves: '`delete` access to a collection',
        sideEffects: 'none: the precondition fails, and a commit is atomic',
        reference: 'https://cloud.google.com/firestore/docs/reference/rest/v1/projects.databases.documents/commit',
      },
    ],
    plan,
  },
};
