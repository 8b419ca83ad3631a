import { describe, expect, it } from 'vitest';
import { terraform } from '../../../src/declarations/terraform/index.ts';
import { brief, readWith } from '../read.ts';

const OFF = `resource "aws_s3_bucket_public_access_block" "b" {
  bucket                  = aws_s3_bucket.b.id
  block_public_acls       = false
  ignore_public_acls      = false
  block_public_policy     = false
  restrict_public_buckets = false
}`;

const BUCKET = 'resource "aws_s3_bucket" "b" {\n  bucket = "acme-prod-uploads"\n}';

async function read(...parts: readonly string[]) {
  const { declarations } = await readWith(terraform, { 'main.tf': parts.join('\n') });
  return declarations.map((one) => `${one.kind}:${one.name} ${brief(one)}`);
}

const acl = (name: string) =>
  `resource "aws_s3_bucket_acl" "b" {\n  bucket = aws_s3_bucket.b.id\n  acl    = "${name}"\n}`;
const owner = (ownership: string) =>
  `resource "aws_s3_bucket_ownership_controls" "b" {\n  bucket = aws_s3_bucket.b.id\n  rule { object_ownership = "${ownership}" }\n}`;
const block = (...on: readonly string[]) =>
  `resource "aws_s3_bucket_public_access_block" "b" {\n  bucket = aws_s3_bucket.b.id\n${on.map((name) => `  ${name} = true`).join('\n')}\n}`;
const policy = (statement: string) =>
  `resource "aws_s3_bucket_policy" "b" {\n  bucket = aws_s3_bucket.b.id\n  policy = jsonencode({ Version = "2012-10-17", Statement = [{ ${statement} }] })\n}`;
const OPEN = `Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "\${aws_s3_bucket.b.arn}/*"`;

describe('S3 buckets in Terraform', () => {
  it.each([
    ['public-read', 'anyone list open'],
    ['public-read-write', 'anyone list,create,overwrite,delete open'],
    ['authenticated-read', 'any-account list open'],
  ])('reads the canned ACL %s', async (name, expected) => {
    expect(await read(BUCKET, acl(name), owner('ObjectWriter'), OFF)).toEqual([`s3:acme-prod-uploads 6 - ${expected}`]);
  });

  it('lets private ACLs and missing ones be', async () => {
    expect(await read(BUCKET, acl('private'))).toEqual(['s3:acme-prod-uploads 1 - anyone  closed']);
    expect(await read(BUCKET)).toEqual(['s3:acme-prod-uploads 1 - anyone  closed']);
  });

  it.each([
    ['ownership that turns ACLs off', owner('BucketOwnerEnforced')],
    ['a block that ignores public ACLs', block('ignore_public_acls')],
    ['a block that refuses public ACLs', block('block_public_acls')],
    ['a block of the account', 'resource "aws_s3_account_public_access_block" "a" {\n ignore_public_acls = true\n}'],
  ])('sees a public ACL voided by %s', async (_, part) => {
    expect(await read(BUCKET, acl('public-read'), part)).toEqual(['s3:acme-prod-uploads 6 - anyone list mitigated']);
  });

  it('does not take the policy switches for a block of ACLs', async () => {
    expect(await read(BUCKET, acl('public-read'), block('block_public_policy', 'restrict_public_buckets'))).toEqual([
      's3:acme-prod-uploads 6 - anyone list open',
    ]);
  });

  it('reads grants to groups', async () => {
    const grants = `resource "aws_s3_bucket_acl" "b" {
  bucket = aws_s3_bucket.b.id
  access_control_policy {
    grant {
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AllUsers"
      }
      permission = "WRITE_ACP"
    }
    owner { id = "x" }
  }
}`;
    expect(await read(BUCKET, grants)).toEqual(['s3:acme-prod-uploads 12 - anyone administer open']);
  });

  it('reads a public policy, and what voids it', async () => {
    expect(await read(BUCKET, policy(OPEN), OFF)).toEqual(['s3:acme-prod-uploads 6 - anyone read open']);
    expect(await read(BUCKET, policy(OPEN), block('restrict_public_buckets'))).toEqual([
      's3:acme-prod-uploads 6 - anyone read mitigated',
    ]);
    expect(await read(BUCKET, policy(OPEN), block('ignore_public_acls', 'block_public_acls'))).toEqual([
      's3:acme-prod-uploads 6 - anyone read open',
    ]);
  });

  it.each([
    [
      'a fixed account',
      'Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Action = "s3:*", Resource = "*"',
    ],
    [
      'a service',
      'Effect = "Allow", Principal = { Service = "logging.s3.amazonaws.com" }, Action = "s3:PutObject", Resource = "*"',
    ],
    ['a fixed VPC', `${OPEN}, Condition = { StringEquals = { "aws:SourceVpc" = "vpc-91237329" } }`],
    ['an organization', `${OPEN}, Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-abc" } }`],
    ['an address range', `${OPEN}, Condition = { IpAddress = { "aws:SourceIp" = "203.0.113.0/24" } }`],
    ['a Deny', 'Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "*"'],
  ])('leaves a policy for %s closed', async (_, statement) => {
    expect(await read(BUCKET, policy(statement), OFF)).toEqual(['s3:acme-prod-uploads 1 - anyone  closed']);
  });

  it.each([
    ['TLS only', `${OPEN}, Condition = { Bool = { "aws:SecureTransport" = "true" } }`],
    ['any VPC', `${OPEN}, Condition = { StringLike = { "aws:SourceVpc" = "vpc-*" } }`],
    ['half of the internet', `${OPEN}, Condition = { IpAddress = { "aws:SourceIp" = "0.0.0.0/1" } }`],
    ['a referer', `${OPEN}, Condition = { StringLike = { "aws:Referer" = "https://acme.example/*" } }`],
  ])('keeps a policy limited to %s open', async (_, statement) => {
    expect(await read(BUCKET, policy(statement), OFF)).toEqual(['s3:acme-prod-uploads 6 - anyone read open']);
  });

  it('takes what a Deny forbids to everyone away', async () => {
    const statements = `${OPEN} }, { Effect = "Deny", Principal = "*", Action = "s3:Get*", Resource = "*"`;
    expect(await read(BUCKET, policy(statements), OFF)).toEqual(['s3:acme-prod-uploads 1 - anyone  closed']);
  });

  it('stays silent where a value is not known', async () => {
    const unknown =
      'variable "acl" {}\nresource "aws_s3_bucket" "b" {\n  bucket = "acme-prod-uploads"\n  acl    = var.acl\n}';
    expect(await read(unknown)).toEqual(['s3:acme-prod-uploads 4 - anyone  unknown']);
    const flag =
      'variable "block" {}\nresource "aws_s3_bucket_public_access_block" "b" {\n  bucket = aws_s3_bucket.b.id\n  restrict_public_buckets = var.block\n}';
    expect(await read(BUCKET, policy(OPEN), flag)).toEqual(['s3:acme-prod-uploads 6 - anyone read unknown']);
  });

  it('names a bucket without a known name by its address', async () => {
    const text =
      'variable "name" {}\nresource "aws_s3_bucket" "uploads" {\n  bucket = var.name\n  acl = "public-read"\n}';
    expect(await read(text)).toEqual(['s3:aws_s3_bucket.uploads 4 - anyone list open']);
  });
});
