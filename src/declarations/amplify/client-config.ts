import type { BackendDeclaration, Mention, Operation, Place, Problem } from '../../model.ts';
import { itemsOf, membersOf, nodeAt, stringOf } from '../json.ts';
import type { DeclarationReading, RepoFile } from '../language.ts';
import { positionsOf } from '../lines.ts';
import { beside, type ClientConfig, type ClientFact, readClientConfig } from './facts.ts';

type PositionOf = ReturnType<typeof positionsOf>;

/** The client config that Amplify writes into an app: it names the backends, and what guests may do. */
export async function readClientFile(file: RepoFile): Promise<DeclarationReading> {
  const config = await readClientConfig(file);
  const position = positionsOf(file.text);
  const placeOf = (fact: ClientFact): Place => ({
    origin: 'repo',
    path: file.path,
    locator: fact.path.join('.'),
    ...position(fact.at),
  });
  const problems: Problem[] = [];
  if (config.problem !== undefined)
    problems.push({
      kind: 'malformed',
      path: file.path,
      line: position(config.problem.at).line,
      reason: `The Amplify config is malformed: ${config.problem.reason}.`,
    });
  return {
    declarations: declarationsOf(config, file, position),
    mentions: config.facts.flatMap((fact) => mentionsOf(fact, config.facts, placeOf)),
    problems,
  };
}

const REGION = '[a-z]{2}(?:-[a-z]{2,9}){1,3}-\\d{1,2}';
const IDENTITY_POOL = new RegExp(`^(${REGION}):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$`);
const USER_POOL = new RegExp(`^(${REGION})_[A-Za-z0-9]{1,55}$`);
const APPSYNC = new RegExp(`^https://([a-z0-9]{26})\\.appsync-api\\.(${REGION})\\.amazonaws\\.com/graphql/?$`);
const APPSYNC_KEY = /^da2-[a-z0-9]{26}$/;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const BUCKET_NAMES: readonly string[] = ['aws_user_files_s3_bucket', 'bucket_name', 'bucket', 'Bucket'];
const REGION_NAMES: readonly string[] = ['aws_user_files_s3_bucket_region', 'aws_region', 'region', 'Region'];
const KEY_NAMES: readonly string[] = ['aws_appsync_apiKey', 'api_key', 'apiKey', 'ApiKey'];

function mentionsOf(
  fact: ClientFact,
  facts: readonly ClientFact[],
  placeOf: (fact: ClientFact) => Place,
): readonly Mention[] {
  const { value } = fact;
  const place = placeOf(fact);
  const backend = (kind: string, name: string, details: Readonly<Record<string, string>>): readonly Mention[] => [
    { type: 'backend', kind, name, place, details },
  ];
  const identityPool = IDENTITY_POOL.exec(value);
  if (identityPool !== null) return backend('cognito-identity-pool', value, { region: identityPool[1] ?? '' });
  const userPool = USER_POOL.exec(value);
  if (userPool !== null) return backend('cognito-user-pool', value, { region: userPool[1] ?? '' });
  const api = APPSYNC.exec(value);
  if (api !== null) {
    const apiKey = beside(fact, facts, KEY_NAMES);
    return backend('appsync', api[1] ?? '', { region: api[2] ?? '', ...(apiKey === undefined ? {} : { apiKey }) });
  }
  if (APPSYNC_KEY.test(value))
    return [
      {
        type: 'credential',
        kind: 'appsync-api-key',
        secret: value,
        grade: 'restricted',
        why: 'An AppSync API key ships in the client by design; it opens what the schema allows to API keys.',
        place,
      },
    ];
  if (BUCKET_NAMES.includes(fact.path.at(-1) ?? '') && BUCKET.test(value)) {
    const region = beside(fact, facts, REGION_NAMES);
    return backend('s3', value, region === undefined ? {} : { region });
  }
  return [];
}

const ACTIONS: Readonly<Record<string, readonly Operation[]>> = {
  get: ['read'],
  list: ['list'],
  read: ['list', 'read'],
  write: ['create', 'overwrite'],
  delete: ['delete'],
};

const AUDIENCES = [
  ['guest', 'anyone'],
  ['authenticated', 'any-account'],
] as const;

/** What `amplify_outputs.json` says of guests (schema: aws-amplify/amplify-backend client-config). */
function declarationsOf({ root }: ClientConfig, file: RepoFile, position: PositionOf): readonly BackendDeclaration[] {
  const guests = nodeAt(root, 'auth', 'unauthenticated_identities_enabled');
  const pool = stringOf(nodeAt(root, 'auth', 'identity_pool_id'));
  const declarations: BackendDeclaration[] = [];
  if (typeof guests?.value === 'boolean' && pool !== undefined && IDENTITY_POOL.test(pool))
    declarations.push({
      kind: 'cognito-identity-pool',
      name: pool,
      declaration: {
        path: file.path,
        ...position(guests.offset),
        audience: 'anyone',
        can: [],
        state: guests.value ? 'open' : 'closed',
        why: guests.value
          ? 'The pool gives AWS credentials to guests; what they may do is up to the role for guests.'
          : 'The pool gives no credentials to guests.',
      },
    });
  for (const bucket of itemsOf(nodeAt(root, 'storage', 'buckets'))) {
    const name = stringOf(nodeAt(bucket, 'bucket_name'));
    if (name === undefined || !BUCKET.test(name)) continue;
    for (const { key, keyNode, value } of membersOf(nodeAt(bucket, 'paths')))
      for (const [group, audience] of AUDIENCES) {
        const actions = itemsOf(nodeAt(value, group)).flatMap((item) => stringOf(item) ?? []);
        const can = [
          ...new Set(actions.flatMap((action) => (Object.hasOwn(ACTIONS, action) ? (ACTIONS[action] ?? []) : []))),
        ];
        const off = audience === 'anyone' && guests?.value === false;
        if (can.length > 0)
          declarations.push({
            kind: 's3',
            name,
            declaration: {
              path: file.path,
              ...position(keyNode.offset),
              pattern: patternOf(key),
              audience,
              can,
              state: off ? 'mitigated' : key.includes('${') ? 'conditional' : 'open',
              why: off
                ? 'The path is open to guests, but the identity pool gives guests no credentials.'
                : `Amplify’s storage access rules let ${group === 'guest' ? 'guests' : 'every signed-in account'} do this below ${key.slice(0, 100)}.`,
            },
          });
      }
  }
  return declarations;
}

/** `public/*` → `/public/{path=**}` */
function patternOf(path: string): string {
  const plain = path.replace(/\$\{[^}]{0,100}\}/g, '{identity}').replace(/^\/+/, '');
  return `/${plain.replace(/\*$/, '{path=**}')}`;
}
