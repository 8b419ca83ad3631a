import type { Backend, BackendMention, CredentialMention, Text } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import type { BackendDefinition, ProbeRequest } from '../backend.ts';
import { isPlaceholderSecret, isSampleName } from '../placeholders.ts';
import { HOST_END, HOST_START, isNamed, matches, spellings, withDetails } from '../recognition.ts';
import { sample } from '../samples.ts';
import { backendMention, credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';
import { closed, opened, undecided, unexpected } from '../verdicts.ts';

const HOST = new RegExp(`${HOST_START}([a-z0-9][a-z0-9-]{0,62})\\.hasura\\.app${HOST_END}`, 'gi');
const VENDOR = new Set(['cloud', 'www', 'docs', 'learn', 'data', 'auth']);

function* recognise(text: Text): Generator<BackendMention, void, undefined> {
  for (const match of matches(text.value, HOST)) {
    const name = (match[1] ?? '').toLowerCase();
    if (VENDOR.has(name) || isSampleName(name)) continue;
    yield backendMention(text, { kind: 'hasura', name }, withDetails({ host: match[0].toLowerCase() }));
  }
}

function plan(backend: Backend): readonly ProbeRequest[] {
  return /^(?!xn--)[a-z0-9][a-z0-9-]{0,62}$/.test(backend.name) ? [schemaRequest(backend.name)] : [];
}

/**
 * Hasura shows each role its own schema. Root fields that insert, update and delete are what an administrator sees;
 * fewer may each be tied to conditions that only the service knows. Mutations come first, because a body is cut off.
 */
function schemaRequest(name: string): ProbeRequest {
  return {
    id: 'hasura-schema',
    method: 'POST',
    url: `https://${name}.hasura.app/v1/graphql`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __schema { mutationType { fields { name } } queryType { fields { name } } } }' }),
    audience: 'anyone',
    read: (answer) => {
      if (answer.status === 401 || answer.status === 403) return closed('Requests without credentials are refused.');
      if (answer.status !== 200) return unexpected(answer);
      if (/x-hasura-admin-secret|access-denied|invalid-headers|invalid-jwt/i.test(answer.body)) {
        return closed('Requests without the admin secret or a token are refused.');
      }
      if (!/"__schema":/.test(answer.body)) return undecided('The answer holds no schema.');
      const verbs = ['insert', 'update', 'delete'].filter((verb) => answer.body.includes(`"${verb}_`));
      return verbs.length === 3
        ? opened(
            'A caller without credentials sees the mutations of an administrator: inserting, updating and deleting.',
            ['list', 'read', 'create', 'overwrite', 'delete'],
          )
        : undecided(
            'A caller without credentials has a role; under which conditions its permissions hold was not asked.',
          );
    },
  };
}

export const hasura: BackendDefinition = {
  kind: 'hasura',
  title: 'Hasura GraphQL engine',
  provider: 'other',
  type: 'backend',
  docs: [
    'https://hasura.io/docs/2.0/auth/authorization/basics/',
    'https://hasura.io/docs/2.0/deployment/securing-graphql-endpoint/',
  ],
  anchors: ['.hasura.app'],
  examples: [
    {
      text: 'https://acme-prod.hasura.app/v1/graphql',
      gives: ['hasura:acme-prod'],
      why: 'the endpoint of a cloud project',
    },
    { text: 'wss://acme-prod.hasura.app/v1/graphql', gives: ['hasura:acme-prod'], why: 'subscriptions' },
    { text: 'acme-prod.hasura.app', gives: ['hasura:acme-prod'], why: 'the host' },
    { text: 'https://acme-prod.hasura.app/api/rest/orders', gives: ['hasura:acme-prod'], why: 'a REST endpoint' },
    { text: '"ACME-PROD.hasura.app"', gives: ['hasura:acme-prod'], why: 'host names have no case' },
    { text: 'https://acme-1.hasura.app/v1alpha1/graphql', gives: ['hasura:acme-1'], why: 'an older path' },
    { text: 'https://cloud.hasura.io', gives: [], why: 'the vendor’s console' },
    { text: 'https://learn.hasura.app/graphql', gives: [], why: 'the vendor’s tutorial' },
    { text: 'https://your-app.hasura.app/v1/graphql', gives: [], why: 'a placeholder' },
    { text: 'https://<project>.hasura.app/v1/graphql', gives: [], why: 'a template' },
    { text: 'https://x.hasura.application.example', gives: [], why: 'another domain' },
    { text: '.hasura.app', gives: [], why: 'no project' },
  ],
  recognise,
  rules: accessRules({
    kind: 'hasura',
    word: 'open',
    noun: 'Hasura GraphQL engine',
    knows:
      'The endpoint stands in the app; it showed a caller without credentials a schema, or the repository’s metadata gives the unauthorized role permissions.',
    remediation: [
      'Set `HASURA_GRAPHQL_ADMIN_SECRET`, so that no caller is an administrator by default.',
      'Take the permissions of the unauthorized role back, or unset `HASURA_GRAPHQL_UNAUTHORIZED_ROLE`.',
      'Give the role of signed-in users row permissions: `{ "user_id": { "_eq": "X-Hasura-User-Id" } }`.',
      'Turn introspection off for all roles but yours.',
    ],
    prove:
      'POST `{"query":"{__typename}"}` to the endpoint without a header: it must answer that `x-hasura-admin-secret` or a token is required.',
    references: [
      'https://hasura.io/docs/2.0/deployment/securing-graphql-endpoint/',
      'https://hasura.io/docs/2.0/auth/authorization/basics/',
    ],
  }),
  probing: {
    hosts: ['hasura.app'],
    specs: [
      {
        id: 'hasura-schema',
        mode: 'read',
        request: 'POST /v1/graphql, the names of the root fields, without a header',
        proves: 'that a caller without credentials sees what an administrator sees',
        sideEffects: 'none: only the schema is asked',
        reference: 'https://hasura.io/docs/2.0/auth/authentication/unauthenticated-access/',
      },
    ],
    plan,
  },
};

const SECRET_NAMES = [
  'hasura_admin_secret',
  'hasura_graphql_admin_secret',
  'x-hasura-admin-secret',
  'hasura_access_key',
  'x-hasura-access-key',
].flatMap(spellings);
const IN_HEADER =
  /x-hasura-(?:admin-secret|access-key)["']?\s{0,4}[:=,]\s{0,4}["']?([^\s"',}{<>$%]{8,128})(?=["',}\s]|$)/gi;

function* recogniseSecret(text: Text): Generator<CredentialMention, void, undefined> {
  for (const match of matches(text.value, IN_HEADER)) {
    if (match[1] !== undefined && isSecret(match[1])) yield adminSecret(text, match[1]);
  }
  if (isNamed(text, SECRET_NAMES) && /^[^\s"'<>${}]{8,128}$/.test(text.value) && isSecret(text.value)) {
    yield adminSecret(text, text.value);
  }
}

/** Code that blanks such headers out holds a pattern in the secret's place. */
const PATTERN = /\\[sSwWdDb]|\[\^|\(\?/;

/** `myadminsecretkey` is what the vendor's own compose file sets; no letters alone, and no name of a variable. */
function isSecret(value: string): boolean {
  return (
    !isPlaceholderSecret(value) &&
    !PATTERN.test(value) &&
    !/secret|hasura|admin|process\.env|^[A-Z_]+$/i.test(value) &&
    !/^[a-z]+$/i.test(value)
  );
}

function adminSecret(text: Text, secret: string): CredentialMention {
  return credentialMention(text, {
    kind: 'hasura-admin-secret',
    secret,
    grade: 'administrative',
    why: 'The admin secret passes every permission and changes metadata and schema.',
    rule: 'hasura-admin-secret',
  });
}

export const hasuraAdminSecret: BackendDefinition = {
  kind: 'hasura-admin-secret',
  title: 'Hasura admin secret',
  provider: 'other',
  type: 'credential',
  docs: ['https://hasura.io/docs/2.0/deployment/securing-graphql-endpoint/'],
  anchors: ['x-hasura-admin-secret', 'x-hasura-access-key'],
  keys: SECRET_NAMES,
  examples: [
    {
      text: sample('alnum', 64),
      key: 'HASURA_GRAPHQL_ADMIN_SECRET',
      gives: ['hasura-admin-secret'],
      why: 'the name says it',
    },
    {
      text: `{"x-hasura-admin-secret":"${sample('alnum', 64)}"}`,
      gives: ['hasura-admin-secret'],
      why: 'in a header object',
    },
    {
      text: `curl -H 'x-hasura-admin-secret: ${sample('alnum', 64)}'`,
      gives: ['hasura-admin-secret'],
      why: 'on a command line',
    },
    {
      text: sample('alnum', 64, 3),
      key: 'x-hasura-admin-secret',
      gives: ['hasura-admin-secret'],
      why: 'a member of an object',
    },
    { text: 'x-hasura-admin-secret', gives: [], why: 'the header’s name' },
    { text: '"x-hasura-admin-secret": "myadminsecretkey"', gives: [], why: 'the vendor’s own sample' },
    { text: '"x-hasura-admin-secret": process.env.HASURA_SECRET', gives: [], why: 'a variable' },
    { text: '/(x-hasura-admin-secret:\\s*)[^\\s]+/gi', gives: [], why: 'a pattern that blanks secrets out' },
    { text: '<your-admin-secret>', key: 'HASURA_GRAPHQL_ADMIN_SECRET', gives: [], why: 'a placeholder' },
  ],
  recognise: recogniseSecret,
  rules: [
    credentialRule({
      id: 'hasura-admin-secret',
      title: 'Hasura admin secret ships with the app',
      severity: 'critical',
      meaning:
        'Whoever unpacks the app can read, change and erase everything in every database that Hasura is connected to.',
      knows: 'The value stands under the name, or in the header, of the admin secret.',
      revoke: 'Change `HASURA_GRAPHQL_ADMIN_SECRET` and restart the engine (on Hasura Cloud: Project, Env vars).',
      instead: 'Let the app send a token of its user, with permissions for its role.',
      references: ['https://hasura.io/docs/2.0/deployment/securing-graphql-endpoint/'],
    }),
  ],
};
