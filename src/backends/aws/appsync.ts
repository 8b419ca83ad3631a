import type { Backend, BackendMention, Text } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import type { BackendDefinition, ProbeAnswer, ProbeRequest, ProbeVerdict } from '../backend.ts';
import { likeliest, onlyIn, type Pairing, partnersOfFound } from '../pairing.ts';
import { pieces } from '../shared-examples.ts';
import { hostPattern, mentionsByPattern } from '../shared-hosts.ts';
import { backendRule } from '../shared-rules.ts';
import { absent, closed, opened, undecided, unexpected } from '../verdicts.ts';
import { API_KEY } from './appsync-api-key.ts';
import { isRegion, REGION } from './grammar.ts';

const AUTHORIZATION = 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html';

const PATTERNS = [
  hostPattern(`(?<name>[a-z0-9]{26})\\.appsync-(?:realtime-)?api\\.(?<region>${REGION})\\.amazonaws\\.com`),
];

const HOST = /([a-z0-9]{26})\.appsync-/gi;
const KEY = new RegExp(`(?<![A-Za-z0-9_-])${API_KEY}(?![A-Za-z0-9_-])`, 'g');

/** The key that stands in the same text or beside it; the SDKs' configs keep both together. */
function apiKeyOf(text: Text, name: string): string | undefined {
  const pairing: Pairing = {
    self: name,
    same: ({ value }) => onlyIn(value, HOST)?.toLowerCase(),
    partner: ({ value }) => onlyIn(value, KEY),
  };
  return likeliest(partnersOfFound(text, new RegExp(`${HOST.source}|${KEY.source}`, 'gi'), pairing));
}

function recognise(text: Text): readonly BackendMention[] {
  const found = mentionsByPattern(text, 'appsync', PATTERNS, (name) => !/^(?:example|x{6}|abcdefghijkl)/.test(name));
  return found.map((one) => {
    const apiKey = apiKeyOf(text, one.name);
    return apiKey === undefined ? one : { ...one, details: { ...one.details, apiKey } };
  });
}

function plan(backend: Backend): readonly ProbeRequest[] {
  const { region, apiKey } = backend.details;
  if (region === undefined || !isRegion(region) || apiKey === undefined) return [];
  if (!new RegExp(`^${API_KEY}$`).test(apiKey) || !/^[a-z0-9]{26}$/.test(backend.name)) return [];
  const url = `https://${backend.name}.appsync-api.${region}.amazonaws.com/graphql`;
  const introspection = request(
    url,
    apiKey,
    'appsync-introspection',
    '{__schema{mutationType{name}}}',
    readIntrospection,
  );
  return [request(url, apiKey, 'appsync-typename', '{__typename}', (answer) => readTypename(answer, introspection))];
}

function request(
  url: string,
  apiKey: string,
  id: string,
  query: string,
  read: (answer: ProbeAnswer) => ProbeVerdict,
): ProbeRequest {
  return {
    id,
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', 'x-api-key': apiKey },
    body: JSON.stringify({ query: `query ${query}` }),
    audience: 'app-holder',
    read,
  };
}

function readTypename(answer: ProbeAnswer, introspection: ProbeRequest): ProbeVerdict {
  if (answer.status === 200 && /"__typename"\s*:\s*"/.test(answer.body)) {
    return opened('the API answers queries with the API key that ships in the app', [], [introspection]);
  }
  if (answer.status === 401) return closed('the API refuses the key that ships in the app');
  if (answer.status === 403) return closed('the API refuses the key; it was deleted or is blocked');
  // The key is looked at before the schema is.
  if (answer.status === 502 && answer.body.includes('No schema definition exists')) {
    return undecided('the key that ships in the app is live, but the API has no schema yet');
  }
  // The service speaks JSON; another 404 is a proxy's.
  if (answer.status === 404 && /^\s*\{/.test(answer.body)) return absent('there is no such API');
  return unexpected(answer);
}

function readIntrospection(answer: ProbeAnswer): ProbeVerdict {
  if (answer.status === 200 && /"mutationType"\s*:\s*\{/.test(answer.body)) {
    return opened('the API tells its schema with the app’s key, and the schema has mutations', []);
  }
  if (answer.status === 200 && /"mutationType"\s*:\s*null/.test(answer.body)) {
    return undecided('the API tells its schema with the app’s key; it has no mutations');
  }
  if (answer.status === 200) return closed('the API does not tell its schema');
  if (answer.status === 401 || answer.status === 403) return closed('the API refuses introspection');
  return unexpected(answer);
}

const id = 'k3f7q2mzv5xw8ytr4hnb6cdeju';

export const appsync: BackendDefinition = {
  kind: 'appsync',
  title: 'AWS AppSync GraphQL API',
  provider: 'aws',
  type: 'backend',
  docs: ['https://docs.aws.amazon.com/appsync/latest/devguide/what-is-appsync.html', AUTHORIZATION],
  anchors: ['.appsync-api.', '.appsync-realtime-api.'],
  examples: [
    {
      text: `https://${id}.appsync-api.us-east-1.amazonaws.com/graphql`,
      gives: [`appsync:${id}`],
      why: 'the API’s address',
    },
    {
      text: `wss://${id}.appsync-realtime-api.eu-west-1.amazonaws.com/graphql`,
      gives: [`appsync:${id}`],
      why: 'its WebSocket address',
    },
    { text: `${id}.appsync-api.ap-south-1.amazonaws.com`, gives: [`appsync:${id}`], why: 'host alone' },
    {
      text: `https://${id}.appsync-api.us-east-1.amazonaws.com/graphql`,
      around: [{ key: 'aws_appsync_apiKey', value: pieces('da2', '-', 'h4nq7zk2vx5w8ytr3fmb6cdeju') }],
      gives: [`appsync:${id}`],
      why: 'the API key stands beside it, as in aws-exports',
    },
    {
      text: `{"ApiUrl":"https://${id}.appsync-api.us-west-2.amazonaws.com/graphql"}`,
      gives: [`appsync:${id}`],
      why: 'awsconfiguration.json in one string',
    },
    {
      text: `https://${id}.appsync-api.eu-central-1.amazonaws.com/graphql/connect`,
      gives: [`appsync:${id}`],
      why: 'longer path',
    },
    { text: 'https://%s.appsync-api.%s.amazonaws.com/graphql', gives: [], why: 'template' },
    {
      text: 'https://example1234567890000.appsync-api.us-east-1.amazonaws.com/graphql',
      gives: [],
      why: 'sample of the documentation',
    },
    {
      text: 'https://xxxxxxxxxxxxxxxxxxxxxxxxxx.appsync-api.us-east-1.amazonaws.com/graphql',
      gives: [],
      why: 'placeholder',
    },
    { text: '.appsync-api.', gives: [], why: 'what the SDK looks for in a host' },
    { text: 'appsync.us-east-1.amazonaws.com', gives: [], why: 'the control plane' },
    {
      text: 'https://short.appsync-api.us-east-1.amazonaws.com/graphql',
      gives: [],
      why: 'an API id has 26 characters',
    },
  ],
  recognise,
  rules: [
    ...accessRules({
      kind: 'appsync',
      word: 'open',
      noun: 'AppSync API',
      knows:
        'The app names the API. That its types or fields may be used with an API key alone (public) or by every signed-in user comes from the schema and the resolvers in the repository.',
      remediation: [
        'Replace allow: public (API key) in @auth rules by owner, private or group rules; the API key ships in the app and is no secret.',
        'Make user pools or IAM the API’s default authorization mode and keep the API key for what anyone may really read.',
        'Limit queries with @aws_cognito_user_pools or @aws_iam on each type and field.',
      ],
      prove: 'A query for the type with x-api-key alone answers Unauthorized.',
      references: [AUTHORIZATION, 'https://docs.amplify.aws/react/build-a-backend/data/customize-authz/'],
    }),
    backendRule({
      id: 'appsync-mutations-by-api-key',
      title: 'AppSync API answers the shipped API key and has mutations in its schema',
      severity: 'medium',
      precision: 'medium',
      meaning:
        'Whoever takes the key out of the app can send the API any query or mutation; only authorization on each type or field stands between them and the data.',
      knows:
        'The API answered {__typename} and an introspection query that asked only for the name of the mutation type. No field was called.',
      remediation: [
        'Give every mutation an authorization rule that is not allow: public.',
        'Turn introspection off for production APIs (introspectionConfig: DISABLED).',
      ],
      prove: 'The introspection query with the API key is refused, and each mutation answers Unauthorized.',
      cwe: [862, 306],
      mobileTop10: ['M3', 'M8'],
      masvs: ['MASVS-AUTH'],
      references: [AUTHORIZATION],
    }),
  ],
  probing: {
    hosts: ['amazonaws.com'],
    plan,
    specs: [
      {
        id: 'appsync-typename',
        mode: 'read',
        request: 'POST query {__typename} with the API key that ships beside the address',
        proves: 'the key is live (200, or 502 without a schema); refused (401); deleted (403)',
        sideEffects: 'none; no resolver runs',
        reference: AUTHORIZATION,
      },
      {
        id: 'appsync-introspection',
        mode: 'read',
        request: 'POST query {__schema{mutationType{name}}} with the same key',
        proves: 'the schema can be read with the key and has mutations',
        sideEffects: 'none; no resolver runs',
        reference: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-best-practices.html',
      },
    ],
  },
  extra: (backend) =>
    backend.observed.some((one) => one.probe === 'appsync-introspection' && one.outcome === 'open')
      ? [
          {
            rule: 'appsync-mutations-by-api-key',
            message: `Anyone who unpacks the app can send mutations to the AppSync API ${backend.name} with the key that ships in it; whether they are carried out depends on each field’s authorization.`,
          },
        ]
      : [],
};
