import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amplify } from '../../../src/declarations/amplify/index.ts';
import { brief, readWith } from '../read.ts';

const POOL = 'eu-west-1:3f0c2d8e-1111-4222-8333-0123456789ab';
const KEY = `da2${'-'}h4nq7zk2vx5w8ytr3fmb6cdeju`;
const API = 'https://k3jd82hf7s6d5f4g3h2j1k0l9z.appsync-api.eu-west-1.amazonaws.com/graphql';

const EXPORTS = `/* eslint-disable */
// WARNING: DO NOT EDIT.
const awsmobile = {
    "aws_project_region": "eu-west-1",
    "aws_cognito_identity_pool_id": "${POOL}",
    "aws_user_pools_id": "eu-west-1_AbCdEfGhI",
    "aws_appsync_graphqlEndpoint": "${API}",
    "aws_appsync_apiKey": "${KEY}",
    "aws_user_files_s3_bucket": "acme-prod-uploads",
    "aws_user_files_s3_bucket_region": "eu-west-1"
};
export default awsmobile;
`;

const OUTPUTS = JSON.stringify(
  {
    auth: { identity_pool_id: POOL, user_pool_id: 'eu-west-1_AbCdEfGhI', unauthenticated_identities_enabled: true },
    storage: {
      aws_region: 'eu-west-1',
      bucket_name: 'acme-prod-uploads',
      buckets: [
        {
          name: 'uploads',
          bucket_name: 'acme-prod-uploads',
          aws_region: 'eu-west-1',
          paths: {
            'public/*': { guest: ['get', 'list', 'write', 'delete'], authenticated: ['get'] },
            'private/${cognito-identity.amazonaws.com:sub}/*': { authenticated: ['read'] },
          },
        },
      ],
    },
  },
  null,
  1,
);

async function ids(path: string, text: string): Promise<string[]> {
  const { mentions } = await readWith(amplify, { [path]: text });
  return mentions.map((mention) => {
    const id = mention.type === 'backend' ? `${mention.kind}:${mention.name}` : `${mention.kind} ${mention.grade}`;
    return `${id} ${mention.place.line}:${mention.place.column}`;
  });
}

describe('Amplify client config', () => {
  it('aws-exports.js', async () => {
    expect(await ids('src/aws-exports.js', EXPORTS)).toEqual([
      `cognito-identity-pool:${POOL} 5:38`,
      'cognito-user-pool:eu-west-1_AbCdEfGhI 6:27',
      'appsync:k3jd82hf7s6d5f4g3h2j1k0l9z 7:37',
      'appsync-api-key restricted 8:28',
      's3:acme-prod-uploads 9:34',
    ]);
  });

  it('amplify_outputs.json: who may do what below which path', async () => {
    const { declarations, problems } = await readWith(amplify, { 'amplify_outputs.json': OUTPUTS });
    expect(problems).toEqual([]);
    expect(declarations.map((declared) => `${declared.kind} ${brief(declared).replace(/^\d+ /, '')}`)).toEqual([
      'cognito-identity-pool - anyone  open',
      's3 /public/{path=**} anyone read,list,create,overwrite,delete open',
      's3 /public/{path=**} any-account read open',
      's3 /private/{identity}/{path=**} any-account list,read conditional',
    ]);
  });

  it('guests are kept out where the pool gives them nothing', async () => {
    const text = OUTPUTS.replace(
      '"unauthenticated_identities_enabled": true',
      '"unauthenticated_identities_enabled": false',
    );
    const { declarations } = await readWith(amplify, { 'amplify_outputs.json': text });
    expect(
      declarations
        .filter(({ declaration }) => declaration.audience === 'anyone')
        .map(({ declaration }) => declaration.state),
    ).toEqual(['closed', 'mitigated']);
  });

  it('the JSON in a Dart file', async () => {
    const text = `const amplifyconfig = ''' {"storage":{"plugins":{"awsS3StoragePlugin":{"bucket":"acme-prod-uploads","region":"eu-west-1"}}}}''';`;
    expect(await ids('lib/amplifyconfiguration.dart', text)).toEqual(['s3:acme-prod-uploads 1:82']);
  });

  it('never throws, and says what is malformed', async () => {
    const { problems } = await readWith(amplify, { 'aws-exports.js': 'export default 1' });
    expect(problems).toMatchObject([{ kind: 'malformed', line: 1 }]);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.string({ unit: 'binary', maxLength: 4 }), async (at, inserted) => {
        const cut = at % OUTPUTS.length;
        await readWith(amplify, { 'amplify_outputs.json': OUTPUTS.slice(0, cut) + inserted + OUTPUTS.slice(cut + 1) });
      }),
    );
  });
});
