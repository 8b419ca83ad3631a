import type { BackendMention, Text } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import { matchesOf } from '../../shared/grammar.ts';
import type { BackendDefinition } from '../backend.ts';
import { likeliest, onlyIn, type Pairing, partnersOf } from '../pairing.ts';
import { around } from '../recognition.ts';
import { backendMention, mergedByName } from '../shared-mentions.ts';
import { REGION, regionAnchors } from './grammar.ts';

const POOL = new RegExp(`(?<![A-Za-z0-9_-])(?<region>${REGION})_(?<id>[0-9A-Za-z]{9})(?![0-9A-Za-z_])`, 'g');
const POOL_ID = new RegExp(`(?<![A-Za-z0-9_-])(${REGION}_[0-9A-Za-z]{9})(?![0-9A-Za-z_])`, 'g');

const SAMPLE =
  /^(?:example|EXAMPLE|aaaaaaaaa|AAAAAAAAA|xxxxxxxxx|XXXXXXXXX|abcdefghi|123456789|ABCDEFGHI|uuuuuuuuu|abcd12345|TESTTEST|abc123def)/i;

/** A client id stands beside its pool in every config that the SDKs read. */
function clientIdOf(text: Text, pool: string): string | undefined {
  const pairing: Pairing = {
    self: pool,
    same: ({ value }) => onlyIn(value, POOL_ID),
    partner: ({ key = '', value }) => (/client_?id/i.test(key) && /^[a-z0-9]{20,32}$/.test(value) ? value : undefined),
  };
  return likeliest(partnersOf(text.key, around(text), pairing));
}

function* recognise(text: Text): Generator<BackendMention> {
  const found: BackendMention[] = [];
  for (const { groups = {} } of matchesOf(POOL, text.value)) {
    const { region = '', id = '' } = groups;
    if (SAMPLE.test(id) || !/[A-Z]|\d/.test(id)) continue;
    const name = `${region}_${id}`;
    const clientId = clientIdOf(text, name);
    const details = clientId === undefined ? { region } : { region, clientId };
    found.push(backendMention(text, { kind: 'cognito-user-pool', name }, { details }));
  }
  yield* mergedByName(found);
}

const SIGN_UP =
  'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html';

export const cognitoUserPool: BackendDefinition = {
  kind: 'cognito-user-pool',
  title: 'Amazon Cognito user pool',
  provider: 'aws',
  type: 'backend',
  docs: ['https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools.html', SIGN_UP],
  anchors: regionAnchors('_'),
  examples: [
    {
      text: 'us-east-1_aBc4Xy9Qz',
      gives: ['cognito-user-pool:us-east-1_aBc4Xy9Qz'],
      why: 'the id as the SDKs take it',
    },
    {
      text: 'eu-central-1_Zk81PmQ2w',
      key: 'aws_user_pools_id',
      gives: ['cognito-user-pool:eu-central-1_Zk81PmQ2w'],
      why: 'Amplify aws-exports',
    },
    {
      text: 'https://cognito-idp.us-west-2.amazonaws.com/us-west-2_Qw7ErTy1u/.well-known/jwks.json',
      gives: ['cognito-user-pool:us-west-2_Qw7ErTy1u'],
      why: 'the pool’s issuer address',
    },
    {
      text: '{"PoolId":"ap-northeast-1_T5gHn8kLm","AppClientId":"3k9d"}',
      gives: ['cognito-user-pool:ap-northeast-1_T5gHn8kLm'],
      why: 'awsconfiguration.json in one string',
    },
    {
      text: 'arn:aws:cognito-idp:eu-west-1:210987654321:userpool/eu-west-1_N4mQ8rT2x',
      gives: ['cognito-user-pool:eu-west-1_N4mQ8rT2x'],
      why: 'ARN of the pool',
    },
    {
      text: 'us-gov-west-1_Ab3De6Gh9',
      gives: ['cognito-user-pool:us-gov-west-1_Ab3De6Gh9'],
      why: 'GovCloud partition',
    },
    { text: 'us-east-1_EXAMPLE12', gives: [], why: 'sample of the documentation' },
    { text: 'us-east-1_xxxxxxxxx', gives: [], why: 'placeholder' },
    { text: 'us-east-1_abc', gives: [], why: 'too short' },
    { text: 'us-east-1_undefined', gives: [], why: 'a program’s word without a digit or a capital' },
    { text: 'us-east-1_aBc4Xy9Qz_suffix', gives: [], why: 'part of a longer identifier' },
    { text: 'bus-east-1_aBc4Xy9Qz', gives: [], why: 'not a region' },
  ],
  recognise,
  rules: accessRules({
    kind: 'cognito-user-pool',
    word: 'open',
    noun: 'Cognito user pool',
    knows: 'The pool’s id stands in the app, and the repository’s configuration of the pool allows it.',
    remediation: [
      'Allow only administrators to create users where nobody should sign up by themselves: AdminCreateUserConfig.AllowAdminCreateUserOnly = true.',
      'Check in a pre-sign-up Lambda who may join where self-registration is meant for some.',
      'Leave attributes that decide on rights (role, tenant) out of the client’s writable attributes.',
    ],
    prove: 'aws cognito-idp sign-up with the app’s client id answers “SignUp is not permitted for this user pool”.',
    references: [
      SIGN_UP,
      'https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html',
    ],
  }),
};
