import { describe, expect, it } from 'vitest';
import type { ProbeAnswer, ProbeRequest } from '../../../src/backends/backend.ts';
import { gcs } from '../../../src/backends/google/gcs.ts';
import { answer, ask, backendOf, backendsIn, proved, textOf } from '../../helpers/backends.ts';

describe('recognising', () => {
  it('keeps the folder of an object, not its name', () => {
    const urls = [
      'https://firebasestorage.googleapis.com/v0/b/acme.appspot.com/o/avatars%2F42%2Fme.png?alt=media',
      'https://storage.googleapis.com/acme-prod-uploads/invoices/2026/1.pdf',
      'gs://acme-prod-uploads/backups/',
    ];
    const paths = urls.map((url) => backendsIn(gcs, textOf(url))[0]?.paths);
    expect(paths).toEqual([['/avatars/42'], ['/invoices/2026'], ['/backups']]);
  });

  it('knows that a Firebase bucket has a second set of rules', () => {
    expect(backendsIn(gcs, textOf('gs://acme-prod.appspot.com'))[0]?.details).toEqual({
      project: 'acme-prod',
      service: 'firebase',
    });
    expect(backendsIn(gcs, textOf('gs://acme-prod-uploads'))[0]?.details).toBeUndefined();
  });

  it('says whose a published bucket is', () => {
    expect(backendsIn(gcs, textOf('gs://gtv-videos-bucket/sample'))[0]?.thirdParty).toContain('Google');
  });

  it('names a bucket once where key and form both tell it', () => {
    expect(backendsIn(gcs, textOf('gs://acme-prod.appspot.com', 'storageBucket')).map(({ name }) => name)).toEqual([
      'acme-prod.appspot.com',
    ]);
  });
});

interface Bucket {
  readonly exists: boolean;
  readonly iam: readonly string[];
  readonly rules: { readonly list?: boolean; readonly read?: boolean; readonly write?: boolean };
}

/** Both doors of a bucket: IAM at storage.googleapis.com, Security Rules at firebasestorage.googleapis.com. */
function serviceWith(bucket: Bucket) {
  const denied = answer(403, { error: { code: 403, message: 'Permission denied.' } });
  return ({ url, method }: ProbeRequest): ProbeAnswer => {
    if (!bucket.exists) return answer(404, { error: { code: 404, message: 'Not Found.' } });
    if (url.includes('/iam/testPermissions?')) {
      return answer(200, {
        kind: 'storage#testIamPermissionsResponse',
        ...(bucket.iam.length > 0 ? { permissions: bucket.iam } : {}),
      });
    }
    if (url.startsWith('https://storage.')) {
      return bucket.iam.includes('storage.objects.list') ? answer(200, { kind: 'storage#objects' }) : answer(401);
    }
    if (url.includes('/o?prefix=')) return bucket.rules.list === true ? answer(200, { items: [] }) : denied;
    const allowed = method === 'GET' ? bucket.rules.read : bucket.rules.write;
    return allowed === true ? answer(404, { error: { code: 404, message: 'Not Found.' } }) : denied;
  };
}

const CLOSED: Bucket = { exists: true, iam: [], rules: {} };

describe('probing', () => {
  const firebase = backendOf(gcs, 'acme-prod.appspot.com');

  it.each<readonly [string, Bucket, readonly string[], readonly string[]]>([
    ['a closed bucket', CLOSED, [], []],
    ['a missing bucket, whose 404 proves nothing', { ...CLOSED, exists: false }, [], []],
    ['rules that let anybody list and read', { ...CLOSED, rules: { list: true, read: true } }, ['list', 'read'], []],
    ['rules that let anybody read by name', { ...CLOSED, rules: { read: true } }, ['read'], []],
    ['rules that let anybody write', { ...CLOSED, rules: { write: true } }, [], ['delete', 'overwrite']],
    ['IAM that lets anybody read by name', { ...CLOSED, iam: ['storage.objects.get'] }, ['read'], []],
    ['IAM that lets anybody create', { ...CLOSED, iam: ['storage.objects.create'] }, ['create'], []],
    [
      'IAM that lets anybody create and delete',
      { ...CLOSED, iam: ['storage.objects.create', 'storage.objects.delete'] },
      ['create', 'delete', 'overwrite'],
      [],
    ],
    ['IAM that lets anybody take over', { ...CLOSED, iam: ['storage.buckets.setIamPolicy'] }, ['administer'], []],
  ])('proves of %s what it allows', (_, bucket, read, write) => {
    expect(proved(ask(gcs, firebase, 'read', serviceWith(bucket)))).toEqual(read);
    expect(proved(ask(gcs, firebase, 'write', serviceWith(bucket)))).toEqual(write);
  });

  it('changes nothing of a bucket without asking whether it exists', () => {
    const asked = ask(gcs, firebase, 'write', serviceWith({ ...CLOSED, exists: false }));
    expect(asked.map(({ request }) => request.method)).toEqual(['GET']);
  });

  it('asks a bucket without Firebase through IAM only', () => {
    const hosts = ask(gcs, backendOf(gcs, 'acme-prod-uploads'), 'read', serviceWith(CLOSED)).map(
      ({ request }) => new URL(request.url).host,
    );
    expect(new Set(hosts)).toEqual(new Set(['storage.googleapis.com']));
  });

  it('ignores permissions it did not ask for, also inherited names', () => {
    const asked = ask(gcs, firebase, 'read', () =>
      answer(200, {
        kind: 'storage#testIamPermissionsResponse',
        permissions: ['constructor', 'toString', 7, 'storage.objects.magic'],
      }),
    );
    expect(asked[0]?.verdict.outcome).toBe('closed');
  });

  it.each([
    ['list', 400, 'undecided'],
    ['list', 412, 'undecided'],
    ['list', 402, 'undecided'],
    ['list', 404, 'absent'],
  ])('takes an answer to %s with %s as %s', (_, status, outcome) => {
    const asked = ask(gcs, firebase, 'read', ({ id }) =>
      answer(id === 'gcs-firebase-list' ? status : 503, { error: { code: status } }),
    );
    expect(asked.find(({ request }) => request.id === 'gcs-firebase-list')?.verdict.outcome).toBe(outcome);
  });
});
