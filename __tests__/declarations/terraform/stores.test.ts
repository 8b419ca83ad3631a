import { describe, expect, it } from 'vitest';
import { terraform } from '../../../src/declarations/terraform/index.ts';
import { brief, readWith } from '../read.ts';

async function read(text: string) {
  const { declarations } = await readWith(terraform, { 'main.tf': text });
  return declarations.map((one) => `${one.kind}:${one.name} ${brief(one)}`);
}

const bucket = (more = '') => `resource "google_storage_bucket" "b" {\n  name = "acme-prod-media"\n  ${more}\n}\n`;

describe('Cloud Storage buckets in Terraform', () => {
  it.each([
    ['roles/storage.objectViewer', 'allUsers', 'anyone list,read open'],
    ['roles/storage.legacyObjectReader', 'allUsers', 'anyone read open'],
    ['roles/storage.objectCreator', 'allAuthenticatedUsers', 'any-account create open'],
    ['roles/storage.admin', 'allUsers', 'anyone list,read,create,overwrite,delete,administer open'],
  ])('reads a member with %s', async (role, member, expected) => {
    const grant = `resource "google_storage_bucket_iam_member" "m" {
  bucket = google_storage_bucket.b.name
  role   = "${role}"
  member = "${member}"
}`;
    expect(await read(bucket() + grant)).toEqual([`gcs:acme-prod-media 8 - ${expected}`]);
    expect(await read(bucket('public_access_prevention = "enforced"') + grant)).toEqual([
      `gcs:acme-prod-media 8 - ${expected.replace('open', 'mitigated')}`,
    ]);
  });

  it('reads bindings and policies', async () => {
    const binding = `resource "google_storage_bucket_iam_binding" "b" {
  bucket  = google_storage_bucket.b.name
  role    = "roles/storage.objectViewer"
  members = ["user:jane@acme.example", "allUsers"]
}`;
    expect(await read(bucket() + binding)).toEqual(['gcs:acme-prod-media 8 - anyone list,read open']);
    const policy = `data "google_iam_policy" "p" {
  binding {
    role    = "roles/storage.objectAdmin"
    members = ["allAuthenticatedUsers"]
  }
}
resource "google_storage_bucket_iam_policy" "p" {
  bucket      = google_storage_bucket.b.name
  policy_data = data.google_iam_policy.p.policy_data
}`;
    expect(await read(bucket() + policy)).toEqual([
      'gcs:acme-prod-media 13 - any-account list,read,create,overwrite,delete,administer open',
    ]);
  });

  it('reads ACLs, which uniform access turns off', async () => {
    const acl = `resource "google_storage_default_object_acl" "a" {
  bucket      = google_storage_bucket.b.name
  role_entity = ["OWNER:user-jane@acme.example", "READER:allUsers"]
}`;
    expect(await read(bucket() + acl)).toEqual(['gcs:acme-prod-media 7 - anyone read open']);
    expect(await read(bucket('uniform_bucket_level_access = true') + acl)).toEqual([
      'gcs:acme-prod-media 7 - anyone read mitigated',
    ]);
  });

  it('leaves an empty binding closed', async () => {
    const binding = `resource "google_storage_bucket_iam_binding" "b" {
  bucket  = google_storage_bucket.b.name
  role    = "roles/storage.objectViewer"
  members = []
}`;
    expect(await read(bucket() + binding)).toEqual(['gcs:acme-prod-media 1 - anyone  closed']);
  });
});

const account = (more = '') => `resource "azurerm_storage_account" "a" {\n  name = "acmeprod"\n  ${more}\n}\n`;
const container = (level: string) => `resource "azurerm_storage_container" "c" {
  name                  = "photos"
  storage_account_id    = azurerm_storage_account.a.id
  container_access_type = "${level}"
}
`;
const provider = (version: string) =>
  `terraform {\n  required_providers {\n    azurerm = { source = "hashicorp/azurerm", version = "${version}" }\n  }\n}\n`;

describe('blob containers in Terraform', () => {
  it('needs the flag of the account and the level of the container', async () => {
    const on = account('allow_nested_items_to_be_public = true');
    const off = account('allow_nested_items_to_be_public = false');
    expect(await read(on + container('container'))).toEqual(['azure-blob:acmeprod/photos 8 - anyone list,read open']);
    expect(await read(on + container('blob'))).toEqual(['azure-blob:acmeprod/photos 8 - anyone read open']);
    expect(await read(on + container('private'))).toEqual(['azure-blob:acmeprod/photos 8 - anyone  closed']);
    expect(await read(off + container('blob'))).toEqual(['azure-blob:acmeprod/photos 8 - anyone read mitigated']);
  });

  it.each([
    ['~> 2.99', 'mitigated'],
    ['~> 3.0', 'open'],
    ['>= 3.0, < 5.0', 'open'],
    ['~> 4.10', 'open'],
    ['~> 5.1', 'mitigated'],
  ])('takes the default of provider version %s', async (version, state) => {
    expect(await read(account() + container('blob') + provider(version))).toEqual([
      `azure-blob:acmeprod/photos 8 - anyone read ${state}`,
    ]);
  });

  it('finds the account by its name, too, and judges without it', async () => {
    const old = container('blob').replace(
      'storage_account_id    = azurerm_storage_account.a.id',
      'storage_account_name = "acmeprod"',
    );
    expect(await read(account('allow_nested_items_to_be_public = false') + old)).toEqual([
      'azure-blob:acmeprod/photos 8 - anyone read mitigated',
    ]);
    expect(await read(old)).toEqual(['azure-blob:acmeprod/photos 4 - anyone read open']);
  });
});
