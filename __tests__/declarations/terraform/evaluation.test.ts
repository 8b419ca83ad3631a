import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { terraform } from '../../../src/declarations/terraform/index.ts';
import { brief, readWith } from '../read.ts';

async function read(files: Readonly<Record<string, string>>) {
  const { declarations } = await readWith(terraform, files);
  return declarations.map((one) => `${one.kind}:${one.name} ${one.declaration.path}:${brief(one)}`);
}

/** The name that an expression gives a public bucket; what is not known shows as the address. */
async function nameFrom(expression: string, more = ''): Promise<string | undefined> {
  const text = `resource "aws_s3_bucket" "b" {\n  acl = "public-read"\n  bucket = ${expression}\n}\n${more}`;
  const { declarations } = await readWith(terraform, { 'main.tf': text });
  return declarations[0]?.name;
}

describe('expressions of Terraform', () => {
  it.each([
    ['"acme-${"prod"}-x"', 'acme-prod-x'],
    ['"a\\u0062c\\n"', 'abc\n'],
    ['format("acme-%s-%03d", "prod", 7)', 'acme-prod-007'],
    ['join("-", ["acme", "prod"])', 'acme-prod'],
    ['lower("ACME")', 'acme'],
    ['replace("acme_prod", "_", "-")', 'acme-prod'],
    ['lookup({ prod = "acme-prod" }, "prod", "none")', 'acme-prod'],
    ['lookup({}, "prod", "acme-none")', 'acme-none'],
    ['try(var.absent.name, "acme-try")', 'acme-try'],
    ['coalesce(null, "", "acme-coalesce")', 'acme-coalesce'],
    ['merge({ a = "x" }, { a = "acme-merge" }).a', 'acme-merge'],
    ['concat(["a"], ["acme-concat"])[1]', 'acme-concat'],
    ['element(split(",", "a,acme-split"), 1)', 'acme-split'],
    ['true ? "acme-yes" : "acme-no"', 'acme-yes'],
    ['1 + 1 == 2 && !false ? "acme-sum" : "acme-no"', 'acme-sum'],
    ['[for k, v in { a = "acme-for" } : v if k == "a"][0]', 'acme-for'],
    ['{ for v in ["x"] : v => "acme-${v}" }["x"]', 'acme-x'],
    ['one([{ n = "acme-splat" }][*].n)', 'acme-splat'],
    ['jsondecode("{\\"a\\": \\"acme-json\\"}").a', 'acme-json'],
    ['"%{ if true }acme-if%{ else }acme-else%{ endif }"', 'acme-if'],
    ['trimspace(<<-EOT\n    acme-heredoc\n  EOT\n)', 'acme-heredoc'],
    ['unheard_of("x")', 'aws_s3_bucket.b'],
    ['var.absent', 'aws_s3_bucket.b'],
    ['"acme-${random_id.suffix.hex}"', 'aws_s3_bucket.b'],
    ['var.absent ? "acme-a" : "acme-b"', 'aws_s3_bucket.b'],
    ['var.absent ? "acme-same" : "acme-same"', 'acme-same'],
  ])('%s', async (expression, expected) => {
    expect(await nameFrom(expression)).toBe(expected);
  });

  it('follows locals and variables, and stops at cycles', async () => {
    expect(
      await nameFrom('local.name', 'locals {\n  name = "acme-${var.env}"\n}\nvariable "env" { default = "prod" }'),
    ).toBe('acme-prod');
    expect(await nameFrom('local.a', 'locals {\n  a = local.b\n  b = local.a\n}')).toBe('aws_s3_bucket.b');
  });

  it('stops at chains too long to follow', async () => {
    const chain = Array.from({ length: 5000 }, (_, index) => `  l${index} = local.l${index + 1}`).join('\n');
    expect(await nameFrom('local.l0', `locals {\n${chain}\n  l5000 = "acme"\n}`)).toBe('aws_s3_bucket.b');
  });

  it('stops at values that double themselves', async () => {
    const doubling = Array.from(
      { length: 60 },
      (_, index) => `  l${index + 1} = "\${local.l${index}}\${local.l${index}}"`,
    ).join('\n');
    expect(await nameFrom('local.l60', `locals {\n  l0 = "acme"\n${doubling}\n}`)).toBe('aws_s3_bucket.b');
  });
});

const MODULE = `variable "name" {}
variable "acl" { default = "private" }
resource "aws_s3_bucket" "this" {
  bucket = var.name
  acl    = var.acl
}
output "bucket" { value = aws_s3_bucket.this.id }
`;

describe('configurations of Terraform', () => {
  it('reads variable files: the automatic ones always, each other one as an environment', async () => {
    const main =
      'variable "env" {}\nvariable "acl" { default = "private" }\nresource "aws_s3_bucket" "b" {\n  bucket = "acme-${var.env}"\n  acl    = var.acl\n}';
    expect(await read({ 'main.tf': main, 'terraform.tfvars': 'env = "prod"\nacl = "public-read"' })).toEqual([
      's3:acme-prod main.tf:5 - anyone list open',
    ]);
    expect(
      await read({
        'infra/main.tf': main,
        'infra/envs/dev.tfvars': 'env = "dev"\nacl = "public-read"',
        'infra/envs/prod.tfvars': 'env = "prod"',
      }),
    ).toEqual(['s3:acme-dev infra/main.tf:5 - anyone list open', 's3:acme-prod infra/main.tf:3 - anyone  closed']);
  });

  it('reads a local module once for each of its calls, with its inputs and outputs', async () => {
    const main = `module "open" {
  source   = "./store"
  for_each = toset(["one", "two"])
  name     = "acme-\${each.key}"
  acl      = "public-read"
}
module "private" {
  source = "./store"
  name   = "acme-private"
}
resource "aws_s3_bucket_public_access_block" "b" {
  bucket             = module.open["two"].bucket
  ignore_public_acls = true
}`;
    const found = await read({ 'main.tf': main, 'store/main.tf': MODULE });
    expect(found.toSorted()).toEqual([
      's3:acme-one store/main.tf:5 - anyone list open',
      's3:acme-private store/main.tf:3 - anyone  closed',
      's3:acme-two store/main.tf:5 - anyone list mitigated',
    ]);
  });

  it('follows for_each of a resource over another one', async () => {
    const main = `resource "aws_s3_bucket" "b" {
  for_each = { media = "public-read", logs = "private" }
  bucket   = "acme-\${each.key}"
}
resource "aws_s3_bucket_acl" "b" {
  for_each = aws_s3_bucket.b
  bucket   = each.value.id
  acl      = each.key == "media" ? "public-read" : "private"
}`;
    expect(await read({ 'main.tf': main })).toEqual([
      's3:acme-media main.tf:8 - anyone list open',
      's3:acme-logs main.tf:1 - anyone  closed',
    ]);
  });

  it('leaves out what count switches off, and keeps what it may switch on unknown', async () => {
    const main = (count: string) =>
      `variable "on" {}\nresource "aws_s3_bucket" "b" {\n  count = ${count}\n  bucket = "acme"\n  acl = "public-read"\n}`;
    expect(await read({ 'main.tf': main('0') })).toEqual([]);
    expect(await read({ 'main.tf': main('1') })).toEqual(['s3:acme main.tf:5 - anyone list open']);
    expect(await read({ 'main.tf': main('var.on ? 1 : 0') })).toEqual(['s3:acme main.tf:5 - anyone list unknown']);
  });

  it('reads policies of data sources, files, templates and heredocs', async () => {
    const bucket = 'resource "aws_s3_bucket" "b" {\n  bucket = "acme"\n}\nvariable "name" {}\n';
    const attach = (value: string) =>
      `resource "aws_s3_bucket_policy" "b" {\n  bucket = aws_s3_bucket.b.id\n  policy = ${value}\n}\n`;
    const json =
      '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::${name}/*"}]}';
    const data = `data "aws_iam_policy_document" "d" {
  dynamic "statement" {
    for_each = ["s3:PutObject"]
    content {
      actions   = [statement.value]
      resources = ["\${aws_s3_bucket.b.arn}/*"]
      principals {
        type        = "*"
        identifiers = ["*"]
      }
    }
  }
}
`;
    const expected = ['s3:acme main.tf:7 - anyone create,overwrite open'];
    expect(await read({ 'main.tf': bucket + attach('data.aws_iam_policy_document.d.json') + data })).toEqual(expected);
    expect(
      await read({
        'main.tf': bucket + attach('file("${path.module}/p.json")'),
        'p.json': json.replace('${name}', 'acme'),
      }),
    ).toEqual(expected);
    expect(
      await read({ 'main.tf': bucket + attach('templatefile("p.tpl", { name = "acme" })'), 'p.tpl': json }),
    ).toEqual(expected);
    expect(
      await read({ 'main.tf': bucket + attach(`<<POLICY\n${json.replace('${name}', '${var.name}')}\nPOLICY`) }),
    ).toEqual(expected);
    expect(await read({ 'main.tf': bucket + attach('file("absent.json")') })).toEqual([
      's3:acme main.tf:7 - anyone  unknown',
    ]);
  });

  it('knows the defaults of the public S3 module by its version', async () => {
    const call = (version: string) =>
      `module "s3" {\n  source  = "terraform-aws-modules/s3-bucket/aws"\n  version = "${version}"\n  bucket  = "acme"\n  acl     = "public-read"\n}`;
    expect(await read({ 'main.tf': call('3.7.0') })).toEqual(['s3:acme main.tf:5 - anyone list open']);
    expect(await read({ 'main.tf': call('3.9.0') })).toEqual(['s3:acme main.tf:5 - anyone list mitigated']);
    expect(await read({ 'main.tf': call('~> 4.0') })).toEqual(['s3:acme main.tf:5 - anyone list mitigated']);
  });

  it('says where a file is broken and judges the rest', async () => {
    const text =
      'resource "aws_s3_bucket" "a" {\n  bucket = "acme-a"\n  acl = "public-read"\n}\nresource "aws_s3_bucket" "b" {\n  bucket = = "x"\n}\n';
    const { declarations, problems } = await readWith(terraform, { 'main.tf': text });
    expect(declarations.map(({ name }) => name)).toContain('acme-a');
    expect(problems).toContainEqual(expect.objectContaining({ kind: 'malformed', path: 'main.tf', line: 6 }));
  });

  it('counts what it could not decide in one note', async () => {
    const { problems } = await readWith(terraform, {
      'main.tf':
        'variable "a" {}\nresource "aws_s3_bucket" "b" {\n  acl = var.a\n}\nresource "aws_s3_bucket" "c" {\n  acl = var.a\n}',
    });
    expect(problems).toEqual([
      expect.objectContaining({ kind: 'note', line: 3, reason: expect.stringContaining('2 Terraform settings') }),
    ]);
  });

  it('reads thousands of small files', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 4000 }, (_, index) => [
        `m${index % 400}/f${index}.tf`,
        `resource "aws_s3_bucket" "b${index}" {\n  bucket = "acme-${index}"\n  acl = "public-read"\n}`,
      ]),
    );
    expect(await read(files)).toHaveLength(4000);
  }, 120_000);
});

describe('hostile Terraform', () => {
  const pieces = [
    'resource "aws_s3_bucket" "b" {',
    '}',
    'bucket = ',
    'acl = "public-read"',
    '"${',
    '}"',
    '[for x in ',
    ' : ',
    'var.a',
    'local.b',
    '(',
    ')',
    '<<EOT\n',
    '\nEOT\n',
    'jsonencode({',
    '\n',
    'a = ',
    '?',
    '*',
    '%{ if ',
    '\u{1f600}',
    'dynamic "grant" {',
    'for_each = ',
    '{}',
    '[]',
    'module "m" { source = "./" }\n',
  ];

  it('never throws on any mix of its words', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })), { maxLength: 40 }),
        async (parts) => {
          const { declarations } = await readWith(terraform, { 'main.tf': parts.join('') });
          expect(Array.isArray(declarations)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never throws on a truncated configuration', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(MODULE.length), async (length) => {
        const { problems } = await readWith(terraform, { 'main.tf': MODULE.slice(0, length) });
        expect(problems.every(({ path }) => path === 'main.tf')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses nesting that would exhaust the stack', async () => {
    const deep = `resource "aws_s3_bucket" "b" {\n  bucket = ${'['.repeat(50_000)}\n}`;
    const { problems } = await readWith(terraform, { 'main.tf': deep });
    expect(problems[0]?.reason).toContain('nested too deeply');
    const long = `resource "aws_s3_bucket" "b" {\n  bucket = ${'1 + '.repeat(20_000)}1\n}`;
    expect((await readWith(terraform, { 'main.tf': long })).declarations).toHaveLength(1);
  });
});
