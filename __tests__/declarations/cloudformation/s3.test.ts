import { describe, expect, it } from 'vitest';
import { cloudFormation } from '../../../src/declarations/cloudformation/index.ts';
import { brief, readWith } from '../read.ts';

const HEAD = "AWSTemplateFormatVersion: '2010-09-09'\n";
const PATH = 'infra/stack.yaml';

async function read(text: string) {
  const { declarations } = await readWith(cloudFormation, { [PATH]: HEAD + text });
  return declarations.map((one) => `${one.kind}:${one.name} ${brief(one)}`);
}

const bucket = (...properties: readonly string[]) => `Resources:
  Uploads:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: acme-prod-uploads
${properties.map((one) => `      ${one}\n`).join('')}`;

const policy = (statement: string, before = bucket()) => `${before}  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Uploads
      PolicyDocument:
        Statement:
          - ${statement}
`;
const OPEN = "{ Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: !Sub '${Uploads.Arn}/*'";

describe('S3 buckets in CloudFormation', () => {
  it.each([
    ['PublicRead', 'anyone list open'],
    ['PublicReadWrite', 'anyone list,create,overwrite,delete open'],
    ['AuthenticatedRead', 'any-account list open'],
  ])('reads the canned ACL %s at its own line', async (name, expected) => {
    expect(await read(bucket(`AccessControl: ${name}`))).toEqual([`s3:acme-prod-uploads 7 - ${expected}`]);
  });

  it('lets private ACLs and missing ones be', async () => {
    for (const acl of ['AccessControl: Private', 'AccessControl: LogDeliveryWrite', ''])
      expect(await read(bucket(acl))).toEqual(['s3:acme-prod-uploads 3 - anyone  closed']);
  });

  it.each([
    ['ownership that turns ACLs off', 'OwnershipControls: { Rules: [{ ObjectOwnership: BucketOwnerEnforced }] }'],
    ['a block that ignores public ACLs', 'PublicAccessBlockConfiguration: { IgnorePublicAcls: true }'],
    ['a block that refuses public ACLs', 'PublicAccessBlockConfiguration: { BlockPublicAcls: "true" }'],
    ['YAML’s other word for true', 'PublicAccessBlockConfiguration: { IgnorePublicAcls: yes }'],
  ])('sees a public ACL voided by %s', async (_, part) => {
    expect(await read(bucket('AccessControl: PublicRead', part))).toEqual([
      's3:acme-prod-uploads 7 - anyone list mitigated',
    ]);
  });

  it('does not take the policy switches for a block of ACLs', async () => {
    const part = 'PublicAccessBlockConfiguration: { BlockPublicPolicy: true, RestrictPublicBuckets: true }';
    expect(await read(bucket('AccessControl: PublicRead', part))).toEqual([
      's3:acme-prod-uploads 7 - anyone list open',
    ]);
  });

  it('reads a public policy at the line of the statement, and what voids it', async () => {
    expect(await read(policy(`${OPEN} }`))).toEqual(['s3:acme-prod-uploads 13 - anyone read open']);
    const block = bucket('PublicAccessBlockConfiguration: { RestrictPublicBuckets: true }');
    expect(await read(policy(`${OPEN} }`, block))).toEqual(['s3:acme-prod-uploads 14 - anyone read mitigated']);
    const acls = bucket('PublicAccessBlockConfiguration: { BlockPublicAcls: true, IgnorePublicAcls: true }');
    expect(await read(policy(`${OPEN} }`, acls))).toEqual(['s3:acme-prod-uploads 14 - anyone read open']);
  });

  it.each([
    ['an account', "{ Effect: Allow, Principal: { AWS: !Ref AWS::AccountId }, Action: 's3:*', Resource: '*' }"],
    ['a role', "{ Effect: Allow, Principal: { AWS: !GetAtt Role.Arn }, Action: 's3:*', Resource: '*' }"],
    [
      'an access identity',
      "{ Effect: Allow, Principal: { CanonicalUser: !GetAtt OAI.S3CanonicalUserId }, Action: 's3:GetObject', Resource: '*' }",
    ],
    ['a Deny', "{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*' }"],
    [
      'the load balancers of a region',
      "{ Effect: Allow, Principal: { AWS: !FindInMap [Elb, !Ref AWS::Region, Account] }, Action: 's3:PutObject', Resource: '*' }",
    ],
  ])('leaves a policy for %s closed', async (_, statement) => {
    const more = `  Role: { Type: AWS::IAM::Role }
  OAI: { Type: AWS::CloudFront::CloudFrontOriginAccessIdentity }
Mappings:
  Elb:
    us-east-1: { Account: '127311923021' }
    us-west-2: { Account: '797873946194' }
`;
    expect(await read(policy(statement) + more)).toEqual(['s3:acme-prod-uploads 3 - anyone  closed']);
  });

  // The four cases of the Amazon S3 user guide, "The meaning of public", and what else limits or does not.
  it.each([
    ['conditional', 'StringEquals: { aws:SourceVpc: vpc-91237329 }'],
    ['conditional', 'StringEquals: { aws:SourceAccount: !Ref AWS::AccountId }'],
    [
      'conditional',
      "StringLike: { aws:SourceArn: !Sub 'arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/*' }",
    ],
    ['conditional', 'IpAddress: { aws:SourceIp: [203.0.113.0/24, 198.51.100.7] }'],
    ['open', "StringLike: { aws:SourceVpc: 'vpc-*' }"],
    ['open', "Bool: { aws:SecureTransport: 'true' }"],
    ['open', "StringLike: { aws:Referer: ['https://acme.example/*'] }"],
    ['unknown', 'StringEquals: { aws:SourceAccount: !ImportValue trusted }'],
  ])('calls a policy for everybody %s with %s', async (state, condition) => {
    expect(await read(policy(`${OPEN}, Condition: { ${condition} } }`))).toEqual([
      `s3:acme-prod-uploads 13 - anyone read ${state}`,
    ]);
  });

  it('takes whoever has an account with a public identity provider for a stranger', async () => {
    const statement =
      "{ Effect: Allow, Principal: { Federated: graph.facebook.com }, Action: 's3:PutObject', Resource: '*' }";
    expect(await read(policy(statement))).toEqual(['s3:acme-prod-uploads 13 - any-account create,overwrite open']);
  });

  it('joins a policy to its bucket by name, by ARN, and by the same expression', async () => {
    const named = (name: string, reference: string) => `Parameters: { Stage: { Type: String } }
Resources:
  Uploads:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: ${name}
      PublicAccessBlockConfiguration: { RestrictPublicBuckets: true }
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: ${reference}
      PolicyDocument: { Statement: { Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: '*' } }
`;
    expect(await read(named('acme-media', 'acme-media'))).toEqual(['s3:acme-media 13 - anyone read mitigated']);
    expect(await read(named('acme-media', '!Select [1, !Split [":::", !GetAtt Uploads.Arn]]'))).toEqual([
      's3:acme-media 13 - anyone read mitigated',
    ]);
    expect(await read(named("!Sub '${Stage}-media'", "!Sub '${Stage}-media'"))).toEqual([
      's3:infra/stack.yaml#Uploads 13 - anyone read mitigated',
    ]);
    expect(await read(named("!Sub '${AWS::AccountId}-media'", '!Join ["", [!Ref AWS::AccountId, -media]]'))).toEqual([
      's3:infra/stack.yaml#Uploads 13 - anyone read mitigated',
    ]);
  });

  it('names a bucket whose name AWS makes by its template and logical id', async () => {
    const text =
      'Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      AccessControl: PublicRead\n';
    expect(await read(text)).toEqual(['s3:infra/stack.yaml#Uploads 6 - anyone list open']);
  });

  it('keeps segments that AWS fills in out of the pattern', async () => {
    const statement =
      "{ Effect: Allow, Principal: '*', Action: 's3:PutObject', Resource: !Sub 'arn:aws:s3:::${Uploads}/logs/${AWS::AccountId}/*' }";
    expect(await read(policy(statement))).toEqual([
      's3:acme-prod-uploads 13 /logs/{name}/{key=**} anyone create,overwrite open',
    ]);
  });

  it('lets strangers through an access point only where the bucket delegates', async () => {
    const point = (more: string) => `  Point:
    Type: AWS::S3::AccessPoint
    Properties:
      Bucket: !Ref Uploads
      ${more}
      Policy: { Statement: [{ Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: '*' }] }
`;
    const off = `PublicAccessBlockConfiguration: { BlockPublicAcls: false, IgnorePublicAcls: false, BlockPublicPolicy: false, RestrictPublicBuckets: false }`;
    const delegating = policy(
      "{ Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: '*', Condition: { StringEquals: { s3:DataAccessPointAccount: !Ref AWS::AccountId } } }",
    );
    expect(await read(delegating + point(off))).toContain('s3:acme-prod-uploads 19 - anyone read open');
    expect(await read(bucket() + point(off))).toEqual(['s3:acme-prod-uploads 12 - anyone read mitigated']);
    expect(await read(delegating + point(''))).toContain('s3:acme-prod-uploads 19 - anyone read mitigated');
    expect(await read(delegating + point('VpcConfiguration: { VpcId: vpc-1 }'))).toEqual([
      's3:acme-prod-uploads 13 - anyone read conditional',
    ]);
  });
});
