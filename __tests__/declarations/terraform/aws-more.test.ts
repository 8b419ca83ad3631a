import { describe, expect, it } from 'vitest';
import { terraform } from '../../../src/declarations/terraform/index.ts';
import { brief, readWith } from '../read.ts';

async function read(text: string): Promise<string[]> {
  const { declarations } = await readWith(terraform, { 'main.tf': text });
  return declarations.map((one) => `${one.kind}:${one.name ?? '-'} ${brief(one)}`).toSorted();
}

function pool(guests: string, policy: string, more = '') {
  return `resource "aws_cognito_identity_pool" "p" {
  identity_pool_name               = "acme"
  allow_unauthenticated_identities = ${guests}
  ${more}
}
resource "aws_iam_role" "guest" { name = "acme-guest" }
resource "aws_cognito_identity_pool_roles_attachment" "p" {
  identity_pool_id = aws_cognito_identity_pool.p.id
  roles            = { unauthenticated = aws_iam_role.guest.arn }
}
resource "aws_iam_role_policy" "guest" {
  role   = aws_iam_role.guest.id
  policy = jsonencode({ Statement = [${policy}] })
}
`;
}

const BUCKET_WIDE = `{ Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket"], Resource = ["arn:aws:s3:::acme-media", "arn:aws:s3:::acme-media/*"] }`;
const OWN_PREFIX = `{ Effect = "Allow", Action = "s3:*", Resource = "arn:aws:s3:::acme-media/$\${cognito-identity.amazonaws.com:sub}/*" }`;

describe('identity pools in Terraform', () => {
  it('opens what the role of guests may do, and the bucket that it names', async () => {
    expect(await read(pool('true', BUCKET_WIDE))).toEqual([
      'cognito-identity-pool:- 13 - anyone list,read open',
      's3:acme-media 13 - anyone list,read open',
    ]);
  });

  it('is closed without guests, without data, and where everybody reaches only their own', async () => {
    expect(await read(pool('false', BUCKET_WIDE))).toEqual(['cognito-identity-pool:- 1 - anyone  closed']);
    expect(await read(pool('true', OWN_PREFIX))).toEqual(['cognito-identity-pool:- 1 - anyone  closed']);
    const analytics = `{ Effect = "Allow", Action = "mobileanalytics:PutEvents", Resource = "*" }`;
    expect(await read(pool('true', analytics))).toEqual(['cognito-identity-pool:- 1 - anyone  closed']);
  });

  it('knows what the enhanced flow keeps from guests', async () => {
    const secrets = `{ Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = "*" }`;
    expect(await read(pool('true', secrets))).toEqual(['cognito-identity-pool:- 1 - anyone  closed']);
    expect(await read(pool('true', secrets, 'allow_classic_flow = true'))).toEqual([
      'cognito-identity-pool:- 13 - anyone read open',
    ]);
  });

  it('leaves an unknown switch unknown', async () => {
    expect(await read(pool('var.guests', `{ Effect = "Allow", Action = "dynamodb:Scan", Resource = "*" }`))).toEqual([
      'cognito-identity-pool:- 13 - anyone list,read unknown',
    ]);
  });

  it('reads attached policies, and the role of whoever signs up', async () => {
    const text = `resource "aws_cognito_user_pool" "u" { name = "acme" }
resource "aws_cognito_identity_pool" "p" {
  allow_unauthenticated_identities = false
}
resource "aws_iam_role" "member" { name = "acme-member" }
resource "aws_cognito_identity_pool_roles_attachment" "p" {
  identity_pool_id = aws_cognito_identity_pool.p.id
  roles            = { authenticated = aws_iam_role.member.arn }
}
resource "aws_iam_role_policy_attachment" "m" {
  role       = aws_iam_role.member.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess"
}`;
    expect(await read(text)).toEqual(['cognito-identity-pool:- 12 - any-account list,read open']);
    expect(
      await read(
        text.replace('name = "acme" }', 'admin_create_user_config { allow_admin_create_user_only = true }\n}'),
      ),
    ).toEqual(['cognito-identity-pool:- 3 - anyone  closed']);
  });
});

describe('search domains in Terraform', () => {
  const domain = (more: string) => `resource "aws_opensearch_domain" "d" {
  domain_name     = "acme-search"
  access_policies = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "es:ESHttpGet", Resource = "*" }] })
  ${more}
}`;

  it('is open where everybody may pass and the endpoint is public', async () => {
    expect(await read(domain(''))).toEqual(['elasticsearch:acme-search 3 - anyone list,read open']);
    expect(await read(domain('vpc_options {}'))).toEqual(['elasticsearch:acme-search 3 - anyone list,read mitigated']);
    expect(await read(domain('advanced_security_options { enabled = true }'))).toEqual([
      'elasticsearch:acme-search 3 - anyone list,read mitigated',
    ]);
  });
});

describe('AppSync in Terraform', () => {
  it('says that the API takes a key which ships in the app', async () => {
    expect(await read('resource "aws_appsync_graphql_api" "a" {\n  authentication_type = "API_KEY"\n}')).toEqual([
      'appsync:- 2 - app-holder  conditional',
    ]);
    expect(await read('resource "aws_appsync_graphql_api" "a" {\n  authentication_type = "AWS_IAM"\n}')).toEqual([]);
  });
});
