import type { BackendMention, Text } from '../../model.ts';
import { matchesOf } from '../../shared/grammar.ts';
import type { BackendDefinition } from '../backend.ts';
import { openEndpoint } from '../open-endpoint.ts';
import { hostPattern, mentionsByPattern } from '../shared-hosts.ts';
import { backendMention } from '../shared-mentions.ts';
import { JOINED_HOST, PARTITION, PATH_ANCHORS, REGION, SUFFIX } from './grammar.ts';

/** Endpoints that run the developer's own code: listed, never called, since a call runs that code. */

const GATEWAY = [hostPattern(`(?<name>[a-z0-9]{10})\\.execute-api\\.(?<region>${REGION})\\.${SUFFIX}`)];
const GATEWAY_SAMPLES = /^(?:abcdef|a1b2c3|1234567890|0123456789|example|restapi|(.)\1{5})/;

export const apiGateway: BackendDefinition = {
  kind: 'api-gateway',
  title: 'Amazon API Gateway API',
  provider: 'aws',
  type: 'backend',
  docs: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html'],
  anchors: ['.execute-api.'],
  examples: [
    {
      text: 'https://q7x2m9k4zt.execute-api.us-east-1.amazonaws.com/prod/users',
      gives: ['api-gateway:q7x2m9k4zt'],
      why: 'REST API with stage',
    },
    {
      text: 'wss://q7x2m9k4zt.execute-api.eu-west-1.amazonaws.com/live',
      gives: ['api-gateway:q7x2m9k4zt'],
      why: 'WebSocket API',
    },
    {
      text: 'q7x2m9k4zt.execute-api.cn-north-1.amazonaws.com.cn',
      gives: ['api-gateway:q7x2m9k4zt'],
      why: 'China partition',
    },
    { text: 'https://%s.execute-api.%s.amazonaws.com/%s', gives: [], why: 'template' },
    {
      text: 'https://abcdef1234.execute-api.us-east-1.amazonaws.com/prod',
      gives: [],
      why: 'sample of the documentation',
    },
    { text: 'https://execute-api.us-east-1.amazonaws.com', gives: [], why: 'service name of the request signature' },
    {
      text: 'https://vpce-0a1b2c.execute-api.us-east-1.vpce.amazonaws.com',
      gives: [],
      why: 'endpoint inside a private network',
    },
  ],
  recognise: (text) => mentionsByPattern(text, 'api-gateway', GATEWAY, (name) => !GATEWAY_SAMPLES.test(name)),
  ...openEndpoint({
    kind: 'api-gateway',
    what: 'The API Gateway API',
    close: 'Give every method or route an authorizer (IAM, a user pool, JWT or Lambda), or a default one to the API.',
    reference: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
  }),
};

const FUNCTION = [hostPattern(`(?<name>[a-z0-9]{32})\\.lambda-url\\.(?<region>${REGION})\\.on\\.aws`)];
const functionId = 'k3f7q2mzv5xw8ytr4hnb6cdejup9saog';

export const lambdaUrl: BackendDefinition = {
  kind: 'lambda-url',
  title: 'AWS Lambda function URL',
  provider: 'aws',
  type: 'backend',
  docs: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
  anchors: ['.lambda-url.'],
  examples: [
    {
      text: `https://${functionId}.lambda-url.us-east-1.on.aws/`,
      gives: [`lambda-url:${functionId}`],
      why: 'function URL',
    },
    { text: `${functionId}.lambda-url.eu-west-3.on.aws`, gives: [`lambda-url:${functionId}`], why: 'host alone' },
    { text: 'https://<url-id>.lambda-url.us-east-1.on.aws', gives: [], why: 'placeholder' },
    { text: 'https://abc.lambda-url.us-east-1.on.aws', gives: [], why: 'the id has 32 characters' },
    { text: 'https://%s.lambda-url.%s.on.aws/', gives: [], why: 'template' },
  ],
  recognise: (text) => mentionsByPattern(text, 'lambda-url', FUNCTION, (name) => !/^(?:example|(.)\1{5})/.test(name)),
  ...openEndpoint({
    kind: 'lambda-url',
    what: 'The Lambda function URL',
    close: 'Set the URL’s AuthType to AWS_IAM, and let the app sign its calls with credentials of signed-in users.',
    reference: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  }),
};

const QUEUE = [
  hostPatternWithAccount(`sqs\\.(?<region>${REGION})\\.${SUFFIX}`),
  hostPatternWithAccount(`(?<region>${REGION})\\.queue\\.${SUFFIX}`),
];

/** Group `name` is account and queue, which together are the queue's identity in a region. */
function hostPatternWithAccount(host: string): RegExp {
  return new RegExp(
    `(?<=//)${host}(?::443)?/(?<exact>\\d{12}/[A-Za-z0-9_-]{1,80}(?:\\.fifo)?)(?=["'\\s\\\\<>),;?&]|$)`,
    'gi',
  );
}

/** Account numbers that AWS uses in its documentation. */
const SAMPLE_ACCOUNTS =
  /^(?:123456789012|111122223333|444455556666|777788889999|000000000000|111111111111|012345678901)/;

export const sqs: BackendDefinition = {
  kind: 'sqs',
  title: 'Amazon SQS queue',
  provider: 'aws',
  type: 'backend',
  docs: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html'],
  anchors: PATH_ANCHORS,
  marks: [JOINED_HOST],
  examples: [
    {
      text: 'https://sqs.us-east-1.amazonaws.com/210987654321/acme-orders',
      gives: ['sqs:210987654321/acme-orders'],
      why: 'queue URL',
    },
    {
      text: 'https://sqs.eu-west-1.amazonaws.com/210987654321/acme-orders.fifo',
      gives: ['sqs:210987654321/acme-orders.fifo'],
      why: 'FIFO queue',
    },
    { text: 'https://sqs.us-east-1.amazonaws.com', gives: [], why: 'endpoint alone' },
    {
      text: 'https://sqs.us-east-1.amazonaws.com/123456789012/MyQueue',
      gives: [],
      why: 'account of the documentation',
    },
    { text: 'https://sqs.us-east-1.amazonaws.com/%s/%s', gives: [], why: 'template' },
  ],
  recognise: (text) => mentionsByPattern(text, 'sqs', QUEUE, (name) => !SAMPLE_ACCOUNTS.test(name)),
  rules: [],
};

const ACCESS_POINT = [
  hostPattern(
    `(?<name>[a-z0-9](?:-?[a-z0-9]){1,48}-\\d{12})\\.s3-accesspoint(?:-fips)?(?:\\.dualstack)?\\.(?<region>${REGION})\\.${SUFFIX}`,
  ),
];
const ACCESS_POINT_ARN = new RegExp(
  `(?<![A-Za-z0-9])arn:${PARTITION}:s3:(?<region>${REGION}):(?<account>\\d{12}):accesspoint[:/](?<point>[a-z0-9](?:-?[a-z0-9]){1,48})(?![a-z0-9-])`,
  'g',
);

function* accessPoints(text: Text): Generator<BackendMention, void, undefined> {
  const accept = (name: string): boolean => !SAMPLE_ACCOUNTS.test(name.slice(-12));
  yield* mentionsByPattern(text, 's3-access-point', ACCESS_POINT, accept);
  for (const { groups = {} } of matchesOf(ACCESS_POINT_ARN, text.value)) {
    const { region = '', account = '', point = '' } = groups;
    const name = `${point}-${account}`;
    if (accept(name)) yield backendMention(text, { kind: 's3-access-point', name }, { details: { region } });
  }
}

/** Inventory: access points have no anonymous access, whatever their policy says. */
export const s3AccessPoint: BackendDefinition = {
  kind: 's3-access-point',
  title: 'Amazon S3 access point',
  provider: 'aws',
  type: 'backend',
  docs: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-restrictions-limitations.html'],
  anchors: ['.s3-accesspoint', ':accesspoint'],
  examples: [
    {
      text: 'https://acme-app-210987654321.s3-accesspoint.us-east-1.amazonaws.com/a.png',
      gives: ['s3-access-point:acme-app-210987654321'],
      why: 'the host of an access point',
    },
    {
      text: 'acme-app-210987654321.s3-accesspoint.dualstack.eu-west-1.amazonaws.com',
      gives: ['s3-access-point:acme-app-210987654321'],
      why: 'dual-stack',
    },
    {
      text: 'arn:aws:s3:eu-west-1:210987654321:accesspoint/acme-app',
      gives: ['s3-access-point:acme-app-210987654321'],
      why: 'ARN',
    },
    {
      text: 'arn:aws:s3:us-west-2:123456789012:accesspoint/my-access-point',
      gives: [],
      why: 'account of the documentation',
    },
    { text: 'https://%s-%s.s3-accesspoint.%s.amazonaws.com', gives: [], why: 'template' },
    { text: 's3-accesspoint.us-east-1.amazonaws.com', gives: [], why: 'endpoint alone' },
  ],
  recognise: accessPoints,
  rules: [],
};
