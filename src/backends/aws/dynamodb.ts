import type { BackendMention, Text } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import { isPlaceholderName } from '../../shared/grammar.ts';
import type { BackendDefinition } from '../backend.ts';
import { mentionsByPattern } from '../shared-hosts.ts';
import { backendMention, mergedByName } from '../shared-mentions.ts';
import { PARTITION, REGION } from './grammar.ts';

const ARN = new RegExp(
  `(?<![A-Za-z0-9])arn:${PARTITION}:dynamodb:(?<region>${REGION}):(?<account>\\d{12}):table/(?<exact>[A-Za-z0-9_.-]{3,255})(?![A-Za-z0-9_.*-])`,
  'g',
);

const SAMPLE_ACCOUNTS = /^(?:123456789012|111122223333|444455556666|777788889999|000000000000|111111111111)$/;

const KEYS = ['aws_dynamodb_table', 'dynamodb_table', 'dynamodb_table_name', 'dynamodbtable', 'dynamodbtablename'];

function recognise(text: Text): readonly BackendMention[] {
  const byArn = mentionsByPattern(text, 'dynamodb', [ARN], (_, groups) => !SAMPLE_ACCOUNTS.test(groups.account ?? ''));
  return mergedByName([...byArn, ...byKey(text)]);
}

function byKey(text: Text): readonly BackendMention[] {
  const name = text.value;
  if (!KEYS.includes(text.key?.toLowerCase() ?? '') || !/^[A-Za-z0-9_.-]{3,255}$/.test(name)) return [];
  return isPlaceholderName(name) ? [] : [backendMention(text, { kind: 'dynamodb', name })];
}

export const dynamodb: BackendDefinition = {
  kind: 'dynamodb',
  title: 'Amazon DynamoDB table',
  provider: 'aws',
  type: 'backend',
  docs: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/security-iam.html'],
  anchors: [':dynamodb:'],
  keys: KEYS,
  examples: [
    {
      text: 'arn:aws:dynamodb:us-east-1:210987654321:table/AcmeOrders',
      gives: ['dynamodb:AcmeOrders'],
      why: 'ARN of the table',
    },
    {
      text: 'arn:aws:dynamodb:eu-west-1:210987654321:table/acme_users/index/by-mail',
      gives: ['dynamodb:acme_users'],
      why: 'ARN of an index',
    },
    {
      text: 'arn:aws-cn:dynamodb:cn-north-1:210987654321:table/acme-users',
      gives: ['dynamodb:acme-users'],
      why: 'China partition',
    },
    { text: 'AcmeOrders', key: 'dynamodb_table', gives: ['dynamodb:AcmeOrders'], why: 'named by its key' },
    { text: 'dynamodb.us-east-1.amazonaws.com', gives: [], why: 'endpoint of every table of the region' },
    { text: 'arn:aws:dynamodb:us-west-2:123456789012:table/Music', gives: [], why: 'sample of the documentation' },
    { text: 'arn:aws:dynamodb:us-east-1:210987654321:table/*', gives: [], why: 'wildcard of a policy' },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the template that has to be refused
    { text: 'arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/Orders', gives: [], why: 'template' },
    { text: 'your-table-name', key: 'dynamodb_table', gives: [], why: 'placeholder' },
    { text: 'DynamoDB_20120810.GetItem', gives: [], why: 'SDK constant' },
  ],
  recognise,
  rules: accessRules({
    kind: 'dynamodb',
    word: 'open',
    noun: 'DynamoDB table',
    knows:
      'DynamoDB has no anonymous access: the table is reached with the AWS credentials that ship in the app or that a Cognito identity pool gives to everybody, and the role or policy in the repository allows it.',
    remediation: [
      'Limit the role that the app gets to the items of its user: a dynamodb:LeadingKeys condition on the Cognito identity.',
      'Take dynamodb:Scan, DeleteItem and wildcards out of guest roles.',
      'Put an API of your own before the table.',
    ],
    prove: 'aws dynamodb scan with the guest’s credentials answers AccessDeniedException.',
    references: [
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html',
      'https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html',
    ],
  }),
};
