import type { Backend, BackendMention, CredentialMention, Text } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import type { BackendDefinition, ProbeRequest } from '../backend.ts';
import { isPlaceholderSecret, isSampleName } from '../placeholders.ts';
import {
  around,
  HOST_END,
  HOST_START,
  matches,
  once,
  plainText,
  spellings,
  TOKEN_END,
  TOKEN_START,
  withDetails,
  withPaths,
} from '../recognition.ts';
import { sample } from '../samples.ts';
import { backendMention, credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';
import { absent, closed, jsonObject, opened, undecided, unexpected } from '../verdicts.ts';

const HOST = new RegExp(`${HOST_START}(?:[a-z]{3}\\.)?cloud\\.appwrite\\.io${HOST_END}`, 'gi');
/** Project ids: up to 36 letters, digits, dots, hyphens and underscores; generated ones are 20 hexadecimal digits. */
const GENERATED = /^[0-9a-f]{20}$/;
const NAMED = /^[A-Za-z0-9][A-Za-z0-9._-]{0,35}$/;
const PROJECT_NAMES = ['appwrite_project_id', 'appwrite_project', 'project_id', 'project'].flatMap(spellings);
const KEY = new RegExp(`${TOKEN_START}standard_[0-9a-f]{128,512}${TOKEN_END}`, 'g');
/** A document's path in the REST interface. */
const DOCUMENTS = /\/v1\/databases\/([A-Za-z0-9._-]{1,36})\/collections\/([A-Za-z0-9._-]{1,36})/g;

function* recognise(text: Text): Generator<BackendMention, void, undefined> {
  const projects = once(() => projectsOf(text).filter((name) => !isSampleName(name)));
  for (const match of matches(text.value, HOST)) {
    // Of several projects at one endpoint nothing tells whose the collection is.
    const paths = projects().length === 1 ? documentPaths(text) : [];
    for (const name of projects()) {
      const facts = { ...withDetails({ host: match[0].toLowerCase() }), ...withPaths(paths) };
      yield backendMention(text, { kind: 'appwrite', name }, facts);
    }
  }
}

/** The endpoint is the same for everybody: the project stands in a header or in a variable beside it. */
function projectsOf(text: Text): readonly string[] {
  const inValue = /X-Appwrite-Project["']?\s{0,4}[:=,]\s{0,4}["']?([A-Za-z0-9][A-Za-z0-9._-]{0,35})/i.exec(
    text.value,
  )?.[1];
  if (inValue !== undefined) return [inValue];
  const called = /\.setProject\(\s{0,4}["'`]([A-Za-z0-9][A-Za-z0-9._-]{0,35})["'`]/.exec(text.value)?.[1];
  if (called !== undefined) return [called];
  const neighbours = around(text);
  const named = neighbours.filter(
    ({ key, value }) => key !== undefined && PROJECT_NAMES.includes(key.toLowerCase()) && NAMED.test(value),
  );
  const shown =
    named.length > 0 ? named : neighbours.filter(({ key, value }) => key === undefined && GENERATED.test(value));
  return [...new Set(shown.map(({ value }) => value))];
}

function documentPaths(text: Text): readonly string[] {
  return Array.from(
    matches(text.value, DOCUMENTS),
    ([, database, collection]) => `/databases/${database}/collections/${collection}`,
  );
}

function plan(backend: Backend): readonly ProbeRequest[] {
  const { host = 'cloud.appwrite.io' } = backend.details;
  if (!NAMED.test(backend.name) || !/^(?:[a-z]{3}\.)?cloud\.appwrite\.io$/.test(host)) return [];
  return backend.paths
    .filter((path) => /^\/databases\/[A-Za-z0-9._-]{1,36}\/collections\/[A-Za-z0-9._-]{1,36}$/.test(path))
    .slice(0, 4)
    .map((path) => documentsRequest(host, backend.name, path));
}

function documentsRequest(host: string, project: string, path: string): ProbeRequest {
  const query = new URLSearchParams([
    ['queries[]', JSON.stringify({ method: 'limit', values: [1] })],
    // Without it the answer would hold a whole document.
    ['queries[]', JSON.stringify({ method: 'select', values: ['$id'] })],
  ]);
  return {
    id: 'appwrite-documents',
    method: 'GET',
    url: `https://${host}/v1${path}/documents?${query}`,
    headers: { 'x-appwrite-project': project },
    audience: 'anyone',
    read: (answer) => {
      if (answer.status === 401) return closed('Guests lack the permission to read the collection.');
      // github.com/appwrite/appwrite, app/config/errors.php: 403 is an origin, a service or a project, never a permission.
      if (answer.status === 403) return undecided('The project is paused or blocked, or its databases are turned off.');
      if (answer.status === 404 && jsonObject(answer.body) !== undefined)
        return absent('There is no such project, database or collection.');
      if (answer.status !== 200) return unexpected(answer);
      const total = jsonObject(answer.body)?.total;
      if (typeof total !== 'number') return undecided('The answer holds no total.');
      return total > 0
        ? opened(`Anybody can read documents of ${path}.`, ['list', 'read'])
        : undecided('No document is visible: the collection is empty, or each document has permissions of its own.');
    },
  };
}

const PROJECT_EXAMPLE = sample('hex', 20);
const CLOUD = 'https://cloud.appwrite.io/v1';

export const appwrite: BackendDefinition = {
  kind: 'appwrite',
  title: 'Appwrite project',
  provider: 'other',
  type: 'backend',
  docs: ['https://appwrite.io/docs/advanced/platform/permissions'],
  anchors: ['cloud.appwrite.io'],
  examples: [
    {
      text: CLOUD,
      around: [{ value: PROJECT_EXAMPLE }],
      gives: [`appwrite:${PROJECT_EXAMPLE}`],
      why: 'the endpoint, with a generated project id beside it',
    },
    {
      text: CLOUD,
      around: [{ key: 'APPWRITE_PROJECT_ID', value: 'acme-prod' }],
      gives: ['appwrite:acme-prod'],
      why: 'the endpoint, with a project of its own name',
    },
    {
      text: `client.setEndpoint('https://fra.cloud.appwrite.io/v1').setProject('acme-prod')`,
      gives: ['appwrite:acme-prod'],
      why: 'a region’s endpoint, in code',
    },
    {
      text: `https://cloud.appwrite.io/v1/databases/main/collections/users/documents`,
      around: [{ value: PROJECT_EXAMPLE }],
      gives: [`appwrite:${PROJECT_EXAMPLE}`],
      why: 'the path of a collection',
    },
    {
      text: `curl -H "X-Appwrite-Project: acme-prod" https://nyc.cloud.appwrite.io/v1/health`,
      gives: ['appwrite:acme-prod'],
      why: 'the header names the project',
    },
    {
      text: CLOUD,
      around: [{ key: 'projectId', value: 'acme-prod' }],
      gives: ['appwrite:acme-prod'],
      why: 'a configuration object',
    },
    { text: CLOUD, gives: [], why: 'a constant of the SDK: no project' },
    { text: CLOUD, around: [{ key: 'projectId', value: 'your-project-id' }], gives: [], why: 'a placeholder' },
    { text: `client.setEndpoint('${CLOUD}').setProject('<PROJECT_ID>')`, gives: [], why: 'a template' },
    { text: 'https://appwrite.io/docs', around: [{ value: PROJECT_EXAMPLE }], gives: [], why: 'the vendor’s site' },
    { text: CLOUD, around: [{ value: 'hello' }], gives: [], why: 'nothing beside it is a project' },
    {
      text: 'https://cloud.appwrite.io.attacker.example/v1',
      around: [{ value: PROJECT_EXAMPLE }],
      gives: [],
      why: 'another host',
    },
  ],
  recognise: (text) => recognise(plainText(text)),
  rules: accessRules({
    kind: 'appwrite',
    word: 'open',
    noun: 'Appwrite project',
    knows:
      'The project’s id stands in the app; a collection that the app names was answered to a guest, or the repository’s appwrite.json gives guests the permission.',
    remediation: [
      'Take the role `any` (and `guests`) out of the collection’s permissions: Appwrite console, Databases, collection, Settings, Permissions.',
      'Turn on document security and give each document to its owner: `Permission.read(Role.user(userId))`.',
      'Do the same for storage buckets and functions.',
    ],
    prove:
      'Run `curl -H "X-Appwrite-Project: <id>" "https://cloud.appwrite.io/v1/databases/<db>/collections/<collection>/documents"`: it must answer 401.',
    references: ['https://appwrite.io/docs/advanced/platform/permissions'],
  }),
  probing: {
    hosts: ['cloud.appwrite.io'],
    specs: [
      {
        id: 'appwrite-documents',
        mode: 'read',
        request: 'GET /v1/databases/<db>/collections/<collection>/documents with limit 1, only `$id` selected',
        proves: 'that guests can read documents; none visible proves nothing',
        sideEffects: 'none: at most one id, of which nothing is kept',
        reference: 'https://appwrite.io/docs/references/cloud/client-rest/databases',
      },
    ],
    plan,
  },
};

function* recogniseKey(text: Text): Generator<CredentialMention, void, undefined> {
  for (const match of matches(text.value, KEY)) {
    if (isPlaceholderSecret(match[0])) continue;
    yield credentialMention(text, {
      kind: 'appwrite-key',
      secret: match[0],
      grade: 'privileged',
      why: 'A server key passes all permissions within its scopes; the scopes cannot be read from the key.',
      rule: 'appwrite-key',
    });
  }
}

export const appwriteKey: BackendDefinition = {
  kind: 'appwrite-key',
  title: 'Appwrite server key',
  provider: 'other',
  type: 'credential',
  docs: ['https://appwrite.io/docs/advanced/platform/api-keys'],
  anchors: ['standard_'],
  examples: [
    { text: `standard_${sample('hex', 256)}`, gives: ['appwrite-key'], why: 'a server key' },
    { text: `X-Appwrite-Key: standard_${sample('hex', 256, 3)}`, gives: ['appwrite-key'], why: 'in a header' },
    { text: 'standard_output', gives: [], why: 'another word' },
    { text: `standard_${'0'.repeat(256)}`, gives: [], why: 'a placeholder' },
    { text: `standard_${sample('hex', 40)}`, gives: [], why: 'too short' },
  ],
  recognise: recogniseKey,
  rules: [
    credentialRule({
      id: 'appwrite-key',
      title: 'Appwrite server key ships with the app',
      severity: 'critical',
      meaning:
        'Whoever unpacks the app passes all permissions of the project within the key’s scopes: as a rule to read, change and erase documents, files and users.',
      knows: 'The value has the form of Appwrite’s server keys; its scopes are not in it.',
      revoke: 'Delete the key in the Appwrite console under Overview, Integrations, API keys.',
      instead: 'Let the app use a session of its user; what needs a key belongs into a function.',
      references: ['https://appwrite.io/docs/advanced/platform/api-keys'],
    }),
  ],
};
