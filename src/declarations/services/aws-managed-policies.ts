/** AWS's own policies that grant data to whoever holds them, by the end of their ARN. */
const AWS_MANAGED: Readonly<Record<string, readonly string[]>> = {
  AdministratorAccess: ['*'],
  PowerUserAccess: ['s3:*', 'dynamodb:*', 'sqs:*', 'sdb:*', 'logs:*'],
  ReadOnlyAccess: ['s3:Get*', 's3:List*', 'dynamodb:Get*', 'dynamodb:BatchGet*', 'dynamodb:Query', 'dynamodb:Scan'],
  AmazonS3FullAccess: ['s3:*'],
  AmazonS3ReadOnlyAccess: ['s3:Get*', 's3:List*'],
  AmazonDynamoDBFullAccess: ['dynamodb:*'],
  AmazonDynamoDBReadOnlyAccess: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:Scan'],
  AmazonSQSFullAccess: ['sqs:*'],
};

/** `arn:aws:iam::aws:policy/service-role/Name`: the account is AWS's own, in every partition. */
const AWS_ARN = /^arn:[^:]{1,30}:iam::aws:policy\/(?:[\w-]{1,64}\/){0,4}([\w+=,.@-]{1,128})$/;

export function isAwsManaged(arn: string): boolean {
  return AWS_ARN.test(arn);
}

/** The document of a policy that AWS keeps, as far as it grants data; undefined for one that is not known to. */
export function awsManagedPolicy(arn: string): string | undefined {
  const name = AWS_ARN.exec(arn)?.[1] ?? '';
  const actions = Object.hasOwn(AWS_MANAGED, name) ? AWS_MANAGED[name] : undefined;
  if (actions === undefined) return undefined;
  return JSON.stringify({ Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] });
}
