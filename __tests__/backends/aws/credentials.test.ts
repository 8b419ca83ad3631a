import { describe, expect, it } from 'vitest';
import { accountOf, awsAccessKey } from '../../../src/backends/aws/access-key.ts';
import { awsPresignedUrl } from '../../../src/backends/aws/presigned-url.ts';
import { actionsToAnyone } from '../../../src/backends/aws/s3-policy.ts';
import { grantedBy } from '../../../src/backends/shared-s3-probes.ts';
import type { CredentialMention, Neighbour, Text } from '../../../src/model.ts';

const ID = ['AKIA', 'QNZGKIQY56JQ7WML'].join('');
const SECRET = ['x9Tq2Lw7Vb4Nz8', 'Kc1Rf6Yh3Jd5Gm0Ps', '/aQ+eUiOv'].join('');

function text(value: string, around: readonly Neighbour[] = []): Text {
  return { value, place: { origin: 'artifact', path: 'a.apk' }, around: () => around };
}

function only(mentions: Iterable<unknown>): CredentialMention {
  const [first, ...others] = [...mentions] as CredentialMention[];
  expect(others).toEqual([]);
  if (first === undefined) throw new Error('nothing was recognised');
  return first;
}

describe('an access key', () => {
  it('tells its account without a request', () => {
    expect(accountOf(['ASIA', 'QNZGKIQY56JQ7WML'].join(''))).toBe('029608264753');
    expect(accountOf(['AKIA', 'IOSFODNN7ABCDEFG'].join(''))).toBeUndefined();
  });

  it('is paired with the neighbour that is named a secret, not with the nearest of its form', () => {
    const decoy = [...SECRET].reverse().join('');
    const mention = only(awsAccessKey.recognise(text(ID, [{ value: decoy }, { key: 'secretKey', value: SECRET }])));
    expect(mention).toMatchObject({
      secret: SECRET,
      rule: 'aws-access-key',
      grade: 'privileged',
      subject: 'account 029608264753',
    });
  });

  it('is not paired with hashes, paths and class names', () => {
    const around = [
      { value: '0123456789abcdef0123456789abcdef01234567' },
      { value: 'com/google/android/gms/internal/measureme' },
      { value: 'a'.repeat(40) },
    ];
    expect(only(awsAccessKey.recognise(text(ID, around)))).toMatchObject({
      secret: ID,
      rule: 'aws-access-key-id',
      grade: 'restricted',
    });
  });

  it('that is temporary is low', () => {
    const mention = only(awsAccessKey.recognise(text(`${ID.replace('AKIA', 'ASIA')} ${SECRET}`)));
    expect(mention).toMatchObject({ rule: 'aws-access-key-temporary', grade: 'restricted' });
  });
});

describe('a presigned URL', () => {
  const v2 = (expires: number) =>
    `https://acme-media.s3.amazonaws.com/a?AWSAccessKeyId=${ID}&Expires=${expires}&Signature=vjbyPxybdZaNmGa%2ByT272YEAiv4%3D`;

  it('that ended is public and raises nothing', () => {
    const mention = only(awsPresignedUrl.recognise(text(v2(1_300_000_000))));
    expect(mention).toMatchObject({ grade: 'public', details: { expires: '2011-03-13' } });
    expect(mention.rule).toBeUndefined();
    expect(mention.opens).toBeUndefined();
  });

  it('that is valid opens its bucket', () => {
    const mention = only(awsPresignedUrl.recognise(text(v2(4_070_908_800))));
    expect(mention).toMatchObject({ rule: 'aws-presigned-url', details: { expires: '2099-01-01' } });
    expect(mention.opens).toEqual([
      {
        backend: { kind: 's3', name: 'acme-media' },
        access: { audience: 'app-holder', can: ['read'], evidence: 'implied' },
      },
    ]);
  });
});

describe('an ACL', () => {
  const acl = (...grants: readonly [string, string][]) =>
    `<AccessControlPolicy><AccessControlList>${grants
      .map(
        ([group, permission]) =>
          `<Grant><Grantee><URI>http://acs.amazonaws.com/groups/global/${group}</URI></Grantee><Permission>${permission}</Permission></Grant>`,
      )
      .join('')}</AccessControlList></AccessControlPolicy>`;

  it.each([
    ['READ', ['list']],
    ['WRITE', ['create']],
    ['READ_ACP', []],
    ['WRITE_ACP', ['administer']],
    ['FULL_CONTROL', ['list', 'create', 'administer']],
  ])('with %s for anyone', (permission, can) => {
    expect(grantedBy(acl(['AllUsers', permission]), 'anyone')).toEqual(can);
    expect(grantedBy(acl(['AllUsers', permission]), 'any-account')).toEqual([]);
  });

  it('tells all accounts from anyone', () => {
    const both = acl(['AllUsers', 'READ'], ['AuthenticatedUsers', 'WRITE']);
    expect(grantedBy(both, 'anyone')).toEqual(['list']);
    expect(grantedBy(both, 'any-account')).toEqual(['create']);
  });

  it('of the owner alone grants nothing', () => {
    expect(
      grantedBy('<Grant><Grantee><ID>1</ID></Grantee><Permission>FULL_CONTROL</Permission></Grant>', 'anyone'),
    ).toEqual([]);
  });
});

describe('a bucket policy', () => {
  const policy = (...statements: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const allow = (Action: string | string[], more: object = {}) => ({
    Effect: 'Allow',
    Principal: '*',
    Action,
    Resource: '*',
    ...more,
  });

  it.each([
    ['one action', policy(allow('s3:GetObject')), ['read']],
    ['several actions', policy(allow(['s3:ListBucket', 's3:PutObject'])), ['list', 'create', 'overwrite']],
    ['a wildcard', policy(allow('s3:*')), ['list', 'read', 'create', 'overwrite', 'delete', 'administer']],
    ['a prefix', policy(allow('s3:Get*')), ['read']],
    ['another spelling of everyone', policy(allow('s3:GetObject', { Principal: { AWS: ['*'] } })), ['read']],
    ['a condition', policy(allow('s3:GetObject', { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } })), []],
    ['one principal', policy(allow('s3:GetObject', { Principal: { AWS: 'arn:aws:iam::210987654321:root' } })), []],
    [
      'a refusal for all',
      policy(allow('s3:*'), { ...allow('s3:DeleteObject'), Effect: 'Deny' }),
      ['list', 'read', 'create', 'overwrite', 'administer'],
    ],
  ])('with %s', (_, body, can) => {
    expect(actionsToAnyone(body)).toEqual(can);
  });

  it.each(['', '[]', 'null', '{}', '{"Statement":[]}', '{"Statement":[{"Effect":"Allow"', '<Error/>'])(
    'that is none: %s',
    (body) => {
      expect(actionsToAnyone(body)).toBeUndefined();
    },
  );
});
