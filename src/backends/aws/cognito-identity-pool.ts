import type { Backend, BackendMention, Text } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import { matchesOf } from '../../shared/grammar.ts';
import type { BackendDefinition, ProbeAnswer, ProbeRequest, ProbeVerdict } from '../backend.ts';
import { backendMention, mergedByName } from '../shared-mentions.ts';
import { backendRule } from '../shared-rules.ts';
import { absent, closed, jsonObject, opened, unexpected } from '../verdicts.ts';
import { domainOf, isRegion, REGION, regionAnchors } from './grammar.ts';

const ROLES = 'https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html';
const GET_CREDENTIALS =
  'https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetCredentialsForIdentity.html';
const GET_ID = 'https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html';

const POOL = new RegExp(
  `(?<![A-Za-z0-9:/_-])(?<region>${REGION}):(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9A-Za-z-])`,
  'gi',
);

const POOL_ARN = new RegExp(
  `(?<![A-Za-z0-9])arn:aws[a-z-]{0,8}:cognito-identity:(?<region>${REGION}):\\d{12}:identitypool/[a-z0-9-]{9,24}:(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9A-Za-z-])`,
  'gi',
);

/** UUIDs that people type: one digit over and over, or counting up. */
const TYPED = /^(?:(.)\1{7}-|12345678-|01234567-|abcdef|1a2b3c4d-|a1b2c3d4-|deadbeef-)/i;

function* recognise(text: Text): Generator<BackendMention> {
  // An identity's id has the very form of a pool's; only its name tells them apart.
  if (/^(?:cognito_?)?identity_?id$/i.test(text.key ?? '')) return;
  const found: BackendMention[] = [];
  for (const pattern of [POOL, POOL_ARN]) {
    for (const { groups = {} } of matchesOf(pattern, text.value)) {
      const region = groups.region?.toLowerCase() ?? '';
      const id = groups.id?.toLowerCase() ?? '';
      if (!TYPED.test(id)) {
        found.push(
          backendMention(text, { kind: 'cognito-identity-pool', name: `${region}:${id}` }, { details: { region } }),
        );
      }
    }
  }
  yield* mergedByName(found);
}

function plan(backend: Backend): readonly ProbeRequest[] {
  const region = backend.name.split(':', 1)[0] ?? '';
  if (!isRegion(region)) return [];
  return [
    request(region, 'cognito-get-id', 'GetId', { IdentityPoolId: backend.name }, (answer) => readGetId(answer, region)),
  ];
}

function request(
  region: string,
  id: string,
  operation: string,
  body: Readonly<Record<string, string>>,
  read: ProbeRequest['read'],
): ProbeRequest {
  return {
    id,
    method: 'POST',
    url: `https://cognito-identity.${region}.${domainOf(region)}/`,
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityService.${operation}`,
    },
    body: JSON.stringify(body),
    audience: 'anyone',
    read,
  };
}

const IDENTITY = /^[a-z0-9-]{6,20}:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readGetId(answer: ProbeAnswer, region: string): ProbeVerdict {
  const identity = jsonObject(answer.body)?.IdentityId;
  if (answer.status === 200 && typeof identity === 'string' && IDENTITY.test(identity)) {
    return opened(
      'the pool gave an identity to a guest',
      [],
      [
        request(
          region,
          'cognito-guest-credentials',
          'GetCredentialsForIdentity',
          { IdentityId: identity },
          readCredentials,
        ),
      ],
    );
  }
  if (answer.status === 400 && answer.body.includes('NotAuthorizedException')) {
    return closed('the pool refuses guests; nothing was created');
  }
  if (answer.status === 400 && answer.body.includes('ResourceNotFoundException'))
    return absent('there is no such pool');
  return unexpected(answer);
}

/** That there are credentials is all that is read; they are neither kept nor used. */
function readCredentials(answer: ProbeAnswer): ProbeVerdict {
  if (answer.status === 200 && /"AccessKeyId"\s*:\s*"ASIA/.test(answer.body)) {
    return opened('the pool gave temporary AWS credentials of its guest role to a guest', []);
  }
  if (answer.status === 400 && answer.body.includes('InvalidIdentityPoolConfigurationException')) {
    return closed('the pool has no role for guests, so an identity gets no credentials');
  }
  if (answer.status === 400 && answer.body.includes('NotAuthorizedException')) {
    return closed('the pool refuses credentials to guests');
  }
  return unexpected(answer);
}

const uuid = '7d3f0c52-91be-4c0a-8e55-2b6a4f9d1e03';

export const cognitoIdentityPool: BackendDefinition = {
  kind: 'cognito-identity-pool',
  title: 'Amazon Cognito identity pool',
  provider: 'aws',
  type: 'backend',
  docs: ['https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html', ROLES],
  anchors: regionAnchors(':'),
  examples: [
    {
      text: `us-east-1:${uuid}`,
      gives: [`cognito-identity-pool:us-east-1:${uuid}`],
      why: 'the id as the SDKs take it',
    },
    {
      text: `eu-west-1:${uuid.toUpperCase()}`,
      gives: [`cognito-identity-pool:eu-west-1:${uuid}`],
      why: 'hexadecimal digits in upper case',
    },
    {
      text: `ap-southeast-2:${uuid}`,
      key: 'aws_cognito_identity_pool_id',
      gives: [`cognito-identity-pool:ap-southeast-2:${uuid}`],
      why: 'Amplify aws-exports',
    },
    {
      text: `{"PoolId":"us-west-2:${uuid}","Region":"us-west-2"}`,
      gives: [`cognito-identity-pool:us-west-2:${uuid}`],
      why: 'awsconfiguration.json in one string',
    },
    {
      text: `us-gov-west-1:${uuid}`,
      gives: [`cognito-identity-pool:us-gov-west-1:${uuid}`],
      why: 'GovCloud partition',
    },
    {
      text: `arn:aws:cognito-identity:us-east-1:210987654321:identitypool/us-east-1:${uuid}`,
      gives: [`cognito-identity-pool:us-east-1:${uuid}`],
      why: 'ARN of the pool',
    },
    { text: 'us-east-1:12345678-1234-1234-1234-123456789012', gives: [], why: 'sample of the documentation' },
    { text: 'us-east-1:00000000-0000-0000-0000-000000000000', gives: [], why: 'placeholder' },
    { text: 'us-east-1:xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx', gives: [], why: 'placeholder' },
    { text: `us-east-1:${uuid}`, key: 'identityId', gives: [], why: 'the id of one user, which has the same form' },
    { text: uuid, gives: [], why: 'a UUID without a region' },
    { text: `cache-east-1:${uuid}`, gives: [], why: 'not a region' },
    { text: 'arn:aws:sns:us-east-1:210987654321:alerts', gives: [], why: 'another ARN with region and digits' },
  ],
  recognise,
  rules: [
    ...accessRules({
      kind: 'cognito-identity-pool',
      word: 'open',
      noun: 'What the roles of the Cognito identity pool reach',
      knows:
        'The pool’s id stands in the app. The repository lets the pool give credentials to guests, or to whoever signs up, and the role behind them allows it.',
      remediation: [
        'Turn guest access off: aws cognito-identity update-identity-pool … --no-allow-unauthenticated-identities, allow_unauthenticated_identities = false in Terraform.',
        'If guests are needed, give their role only the few actions and resources the app needs before sign-in; never a wildcard.',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an IAM policy variable, written so
        'Limit what signed-in users reach by ${cognito-identity.amazonaws.com:sub} in the resource or condition.',
        'Turn the classic (basic) flow off.',
      ],
      prove:
        'aws cognito-identity get-id --identity-pool-id POOL --no-sign-request answers “Unauthenticated access is not supported for this identity pool”.',
      references: [ROLES, 'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html'],
    }),
    backendRule({
      id: 'cognito-identity-pool-guest-credentials',
      title: 'Cognito identity pool gives AWS credentials to guests',
      severity: 'medium',
      meaning:
        'Anybody can take the pool’s id out of the app and use AWS with the rights of its guest role, outside the app and without an account.',
      knows:
        'The pool gave a guest an identity and temporary credentials, unsigned. They were not used: what the guest role allows was not tried.',
      remediation: [
        'Turn guest access off if the app does not need it before sign-in.',
        'Else read the guest role’s policies as if they stood on a public web page, because they do.',
      ],
      prove:
        'aws cognito-identity get-id --identity-pool-id POOL --no-sign-request answers NotAuthorizedException, or the guest role’s policies are as narrow as you mean them.',
      cwe: [732, 250],
      mobileTop10: ['M3', 'M8'],
      masvs: ['MASVS-AUTH'],
      references: [ROLES, GET_ID],
    }),
  ],
  probing: {
    hosts: ['amazonaws.com', 'amazonaws.com.cn', 'amazonaws.eu'],
    plan,
    specs: [
      {
        id: 'cognito-get-id',
        mode: 'write',
        consent: 'create-record',
        request: 'POST GetId with the pool id, unsigned',
        proves:
          'guests get an identity (200); refused (400 NotAuthorizedException); no such pool (400 ResourceNotFoundException)',
        sideEffects:
          'on success one guest identity is created in the pool, so it needs probe.create-record in .ajar.yml',
        reference: GET_ID,
      },
      {
        id: 'cognito-guest-credentials',
        mode: 'write',
        consent: 'create-record',
        request: 'POST GetCredentialsForIdentity with that identity, unsigned',
        proves:
          'guests get temporary AWS credentials (200); no role for guests (400 InvalidIdentityPoolConfigurationException)',
        sideEffects: 'credentials for an hour are issued; they are neither kept nor used',
        reference: GET_CREDENTIALS,
      },
    ],
  },
  extra: (backend) =>
    backend.observed.some((one) => one.outcome === 'open' && one.probe === 'cognito-guest-credentials')
      ? [
          {
            rule: 'cognito-identity-pool-guest-credentials',
            message: `Anyone on the internet can get AWS credentials of the guest role of the Cognito identity pool ${backend.name}.`,
          },
        ]
      : [],
};
