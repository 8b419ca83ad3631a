import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTENT_ANCHORS, mayBeMisplaced, misplaced } from '../../src/formats/misplaced.ts';

const key = (kind: string) => `-----BEGIN ${kind}PRIVATE ${'KEY'}-----\nMII`;
const bytes = (hex: string) => Buffer.from(hex, 'hex').toString('latin1');
/** JKS: magic, version 2, one entry with this tag. */
const jks = (tag: string) => bytes(`feedfeed0000000200000001000000${tag}0003616c69`);

describe('misplaced', () => {
  it.each([
    ['assets/terraform.tfstate', '{"version":4,"terraform_version":"1.5.0","lineage":"x"}', 'terraform-state'],
    ['assets/state.json', '{"version":4,"terraform_version":"1.5.0","serial":1,"lineage":"x"}', 'terraform-state'],
    [
      'assets/admin.json',
      '{"type": "service_account", "project_id": "acme", "private_key": "-----BEGIN',
      'service-account-key',
    ],
    ['res/raw/server.pem', key(''), 'private-key'],
    ['res/raw/server.key', key('RSA '), 'private-key'],
    ['assets/id', key('OPENSSH '), 'private-key'],
    ['res/raw/client.p12', bytes('30820a2f020103308209f5'), 'keystore'],
    ['assets/release.keystore', bytes('30820a2f020103308209f5'), 'keystore'],
    ['assets/upload.jks', jks('01'), 'keystore'],
    ['assets/index.android.bundle.map', '{"version":3,"sources":["a.js"],"mappings":"AAAA"}', 'source-map'],
    ['assets/flutter_assets/.env', 'API_KEY=abc\n', 'env-file'],
    ['.env.production', '# main\nexport DB=1', 'env-file'],
    ['assets/.aws/credentials', '[default]\n', 'cloud-credentials'],
    ['assets/adc.json', '{"client_id":"x","refresh_token":"y","type":"authorized_user"}', 'cloud-credentials'],
    ['assets/users.sql', '-- MySQL dump 10.13\n', 'database-dump'],
    ['res/raw/a', key('PGP ').replace('KEY-', 'KEY BLOCK-'), 'private-key'],
    ['res/raw/b', jks('01'), 'keystore'],
    ['res/raw/c', jks('01').replace(bytes('feedfeed'), bytes('cececece')), 'keystore'],
    ['res/raw/d', 'PGDMP', 'database-dump'],
    ['res/raw/e', '[default]\naws_secret_access_key = x', 'cloud-credentials'],
  ])('%s: %#', (name, head, what) => {
    const found = misplaced(name, Buffer.from(head, 'latin1'));
    expect(found).toBe(what);
    const folded = head.toLowerCase();
    const anchored = CONTENT_ANCHORS.some((anchor) => folded.includes(anchor.toLowerCase()));
    expect(mayBeMisplaced(name, Buffer.from(head, 'latin1')) || anchored, 'would not be looked at').toBe(true);
  });

  it.each([
    ['res/raw/ca.pem', '-----BEGIN CERTIFICATE-----\nMII', 'a certificate is public'],
    ['res/raw/trust.jks', jks('02'), 'a trust store holds certificates alone'],
    ['assets/geo.map', '{"tiles":[]}', 'another kind of map'],
    ['assets/google-services.json', '{"project_info":{}}', 'meant to ship'],
    ['assets/.env.example', 'A=b', 'an example'],
    ['assets/app.config', '{"name":"Acme"}', 'public config'],
    ['assets/schema.sql', 'CREATE TABLE users (id int);', 'a schema is no dump'],
    ['x.p12', 'not really', 'a name alone is not enough'],
  ])('lets %s go', (name, head, why) => {
    expect(misplaced(name, Buffer.from(head, 'latin1')), why).toBeUndefined();
  });

  it('survives arbitrary bytes under every name', () => {
    const names = fc.constantFrom('a.p12', 'b.jks', '.env', 'c.map', 'd.tfstate', 'e.sql', 'f');
    fc.assert(
      fc.property(names, fc.uint8Array({ maxLength: 200 }), (name, head) => {
        misplaced(name, Buffer.from(head));
      }),
    );
  });
});
