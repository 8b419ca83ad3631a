import { describe, expect, it } from 'vitest';
import { terraform } from '../../../src/declarations/terraform/index.ts';
import { brief, readWith } from '../read.ts';

async function read(text: string): Promise<string[]> {
  const { declarations } = await readWith(terraform, { 'main.tf': text });
  return declarations.map((one) => `${one.kind}:${one.name ?? '-'} ${brief(one)}`).toSorted();
}

const URL = (type: string) => `resource "aws_lambda_function" "f" { function_name = "acme-hook" }
resource "aws_lambda_function_url" "f" {
  function_name      = aws_lambda_function.f.function_name
  authorization_type = ${type}
}
`;
const INVOKE = (more: string) =>
  `resource "aws_lambda_permission" "p" {
  action        = "lambda:InvokeFunction"
  function_name = "acme-hook"
  principal     = "*"
  ${more}
}`;

describe('Lambda function URLs', () => {
  it.each([
    ['with IAM', URL('"AWS_IAM"'), 'closed'],
    ['without authorization and without the second permission', URL('"NONE"'), 'conditional'],
    ['with both permissions', URL('"NONE"') + INVOKE('function_url_auth_type = "NONE"'), 'open'],
    ['with one for an account', URL('"NONE"') + INVOKE('source_account = "123456789012"'), 'conditional'],
    ['of an unknown type', `variable "t" {}\n${URL('var.t')}`.replace('\n', ' '), 'unknown'],
  ])('%s', async (_, text, state) => {
    expect(await read(text)).toEqual([`lambda-url:- 4 - anyone  ${state}`]);
  });
});

const API = (api: string, method: string) => `resource "aws_api_gateway_rest_api" "a" { ${api} }
resource "aws_api_gateway_method" "m" {
  rest_api_id   = aws_api_gateway_rest_api.a.id
  http_method   = "GET"
  ${method}
}
`;
const LOCAL_POLICY = `policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = "*", Condition = { IpAddress = { "aws:SourceIp" = "203.0.113.0/24" } } }] })`;

describe('API Gateway', () => {
  it.each([
    ['a method without authorization', API('name = "a"', 'authorization = "NONE"'), 'anyone  open'],
    ['one with', API('name = "a"', 'authorization = "AWS_IAM"'), 'anyone  closed'],
    ['an API key', API('name = "a"', 'authorization = "NONE"\n api_key_required = true'), 'app-holder  conditional'],
    [
      'a private API',
      API('endpoint_configuration { types = ["PRIVATE"] }', 'authorization = "NONE"'),
      'anyone  mitigated',
    ],
    ['a resource policy', API(LOCAL_POLICY, 'authorization = "NONE"'), 'anyone  conditional'],
  ])('%s', async (_, text, expected) => {
    expect(await read(text)).toEqual([`api-gateway:- 5 - ${expected}`]);
  });

  it('leaves out OPTIONS, and reads the routes of HTTP APIs', async () => {
    const options = API('name = "a"', 'authorization = "NONE"').replace('"GET"', '"OPTIONS"');
    expect(await read(options)).toEqual([]);
    const route = (more: string) =>
      `resource "aws_apigatewayv2_route" "r" {\n  api_id = "x"\n  route_key = "GET /orders"\n  ${more}\n}`;
    expect(await read(route('authorization_type = "JWT"'))).toEqual(['api-gateway:- 4 - anyone  closed']);
    expect(await read(route(''))).toEqual(['api-gateway:- 1 - anyone  open']);
  });
});

describe('Firebase rules in Terraform', () => {
  const rules = (condition: string) => `resource "google_firebaserules_ruleset" "r" {
  project = "acme-prod"
  source {
    files {
      name    = "firestore.rules"
      content = <<-EOT
        rules_version = '2';
        service cloud.firestore { match /databases/{database}/documents { match /{d=**} { allow read: if ${condition}; } } }
      EOT
    }
  }
}
`;
  const release = (name: string) => `resource "google_firebaserules_release" "r" {
  name         = "${name}"
  ruleset_name = "projects/acme-prod/rulesets/\${google_firebaserules_ruleset.r.name}"
  project      = "acme-prod"
}
`;

  it('judges what a release deploys, at the content’s line', async () => {
    expect(await read(rules('true') + release('cloud.firestore'))).toEqual([
      'firestore:acme-prod 6 /{d=**} anyone list,read open',
    ]);
    expect(await read(rules('true') + release('cloud.firestore/eu'))).toEqual([
      'firestore:acme-prod/eu 6 /{d=**} anyone list,read open',
    ]);
    expect(await read(rules('false') + release('cloud.firestore'))).toEqual(
      [
        'firestore:acme-prod 6 /{d=**} anyone list,read closed',
        'firestore:acme-prod 6 /{d=**} any-account list,read closed',
      ].toSorted(),
    );
  });

  it('a ruleset without a release, or for another product, rules nothing', async () => {
    expect(await read(rules('true'))).toEqual([]);
    expect(await read(rules('true') + release('firebase.storage/acme.appspot.com'))).toEqual([]);
  });

  it('knows the bucket of Cloud Storage rules, and when test mode ends', async () => {
    const storage = rules('true')
      .replace('cloud.firestore { match /databases/{database}/documents', 'firebase.storage { match /b/{bucket}/o')
      .replace('if true', 'if request.time < timestamp.date(2026, 12, 20)');
    const { declarations } = await readWith(terraform, {
      'main.tf': storage + release('firebase.storage/acme.appspot.com'),
    });
    expect(declarations).toMatchObject([
      { kind: 'gcs', name: 'acme.appspot.com', declaration: { state: 'open', expires: '2026-12-20' } },
    ]);
  });

  it('says that rules from a variable are not known', async () => {
    const unknown = `variable "rules" {}\n${rules('true').replace(/<<-EOT[\s\S]*EOT/, 'var.rules')}${release('cloud.firestore')}`;
    expect(await read(unknown)).toEqual(['firestore:acme-prod 7 - anyone  unknown']);
  });
});

describe('Cloud Run and Cloud Functions', () => {
  const SERVICE = (more: string) => `resource "google_cloud_run_v2_service" "s" {
  name = "acme-api"
  ${more}
}
`;
  const INVOKER = (member: string) => `resource "google_cloud_run_v2_service_iam_member" "m" {
  name   = google_cloud_run_v2_service.s.name
  role   = "roles/run.invoker"
  member = "${member}"
}
`;

  it.each([
    ['allUsers', SERVICE('') + INVOKER('allUsers'), ['cloud-run:- 8 - anyone  open']],
    ['a service account', SERVICE('') + INVOKER('serviceAccount:a@b.test'), []],
    [
      'internal traffic only',
      SERVICE('ingress = "INGRESS_TRAFFIC_INTERNAL_ONLY"') + INVOKER('allUsers'),
      ['cloud-run:- 8 - anyone  mitigated'],
    ],
    ['no check of callers at all', SERVICE('invoker_iam_disabled = true'), ['cloud-run:- 3 - anyone  open']],
    [
      'a function',
      'resource "google_cloudfunctions_function_iam_member" "m" {\n  cloud_function = "f"\n  role = "roles/cloudfunctions.invoker"\n  member = "allAuthenticatedUsers"\n}',
      ['cloud-functions:- 4 - any-account  open'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await read(text)).toEqual(expected);
  });
});

describe('shared access signatures', () => {
  it('tells what their holder may do, with the account', async () => {
    const text = `resource "azurerm_storage_account" "a" { name = "acmeprod" }
data "azurerm_storage_account_sas" "s" {
  connection_string = azurerm_storage_account.a.primary_connection_string
  expiry = "2030-01-01"
  permissions {
    read = true
    list = true
    write = true
    delete = false
  }
}`;
    expect((await read(text)).filter((line) => line.includes('app-holder'))).toEqual([
      'azure-blob:acmeprod 2 - app-holder list,read,overwrite conditional',
    ]);
  });
});
