import type { Backend, Operation } from '../../model.ts';
import type { ProbeAnswer, ProbeRequest, ProbeVerdict, Probing } from '../backend.ts';
import { absent, closed, jsonObject, opened, undecided, unexpected } from '../verdicts.ts';
import { isBucket } from './gcs-names.ts';

const JSON_API = 'https://storage.googleapis.com/storage/v1/b';
const FIREBASE_API = 'https://firebasestorage.googleapis.com/v0/b';

/** Cloud IAM permissions that are asked for, and what each lets a caller do. */
const PERMISSIONS: ReadonlyMap<string, readonly Operation[]> = new Map([
  ['storage.objects.list', ['list']],
  ['storage.objects.get', ['read']],
  ['storage.objects.create', ['create']],
  ['storage.objects.delete', ['delete']],
  ['storage.objects.setIamPolicy', ['administer']],
  ['storage.buckets.update', ['administer']],
  ['storage.buckets.delete', ['administer']],
  ['storage.buckets.setIamPolicy', ['administer']],
]);

function plan(backend: Backend, nonce: string): readonly ProbeRequest[] {
  const bucket = backend.name;
  if (!isBucket(bucket)) return [];
  const iam = [permissionsRequest(bucket), listRequest(bucket)];
  return isFirebaseBucket(backend)
    ? [...iam, firebaseListRequest(bucket, nonce), firebaseExistsRequest(bucket, nonce)]
    : iam;
}

function isFirebaseBucket(backend: Backend): boolean {
  return backend.details.service === 'firebase' || /\.(?:appspot\.com|firebasestorage\.app)$/.test(backend.name);
}

/** Asks IAM what a caller without credentials may do: documented to need no permission, and it changes nothing. */
function permissionsRequest(bucket: string): ProbeRequest {
  const query = Array.from(PERMISSIONS.keys(), (permission) => `permissions=${permission}`);
  return {
    id: 'gcs-permissions',
    method: 'GET',
    url: `${JSON_API}/${bucket}/iam/testPermissions?${query.join('&')}`,
    audience: 'anyone',
    read: (answer) => {
      if (answer.status !== 200) return notStored(answer);
      const { kind, permissions: granted = [] } = jsonObject(answer.body) ?? {};
      if (kind !== 'storage#testIamPermissionsResponse' || !Array.isArray(granted))
        return undecided('The answer holds no list of permissions.');
      const can = operationsOf(granted.filter((permission) => typeof permission === 'string'));
      if (can.length === 0)
        return closed(
          'IAM grants nothing to callers without credentials; ACLs of single objects are not part of that.',
        );
      return opened(
        `IAM grants to anybody: ${granted.filter((permission) => PERMISSIONS.has(permission)).join(', ')}.`,
        can,
      );
    },
  };
}

/** Creating over a name that exists needs `delete` as well; both together are what overwriting takes. */
function operationsOf(granted: readonly string[]): readonly Operation[] {
  const can = new Set(granted.flatMap((permission) => PERMISSIONS.get(permission) ?? []));
  if (can.has('create') && can.has('delete')) can.add('overwrite');
  return [...can];
}

function listRequest(bucket: string): ProbeRequest {
  return {
    id: 'gcs-list',
    method: 'GET',
    url: `${JSON_API}/${bucket}/o?maxResults=1&fields=kind`,
    audience: 'anyone',
    read: (answer) => {
      if (answer.status !== 200) return notStored(answer);
      return jsonObject(answer.body)?.kind === 'storage#objects'
        ? opened('Anybody can list the bucket.', ['list'])
        : undecided('The answer is not a listing.');
    },
  };
}

/** Lists a folder that nobody has ever used, so that no name is shown. */
function listUrl(bucket: string, nonce: string): string {
  return `${FIREBASE_API}/${bucket}/o?prefix=${nonce}%2F&delimiter=%2F&maxResults=1`;
}

function isListing(answer: ProbeAnswer): boolean {
  const { items, prefixes } = jsonObject(answer.body) ?? {};
  return answer.status === 200 && (Array.isArray(items) || Array.isArray(prefixes));
}

function firebaseListRequest(bucket: string, nonce: string): ProbeRequest {
  return {
    id: 'gcs-firebase-list',
    method: 'GET',
    url: listUrl(bucket, nonce),
    audience: 'anyone',
    read: (answer) => {
      const get = [missingObject(bucket, nonce, 'GET')];
      if (isListing(answer))
        return opened('The Security Rules let anybody list a folder that nobody has ever used.', ['list'], get);
      if (answer.status === 403 || answer.status === 401)
        return closed('The Security Rules deny listing; folders of their own may have other rules.', get);
      if (answer.status === 400) return undecided('Rules of version 1 never allow listing; reading may be open.', get);
      return notLinked(answer);
    },
  };
}

/** A missing bucket and a missing object both answer 404; only for a bucket that exists does the second prove anything. */
function firebaseExistsRequest(bucket: string, nonce: string): ProbeRequest {
  return {
    id: 'gcs-firebase-exists',
    method: 'GET',
    url: listUrl(bucket, nonce),
    audience: 'anyone',
    read: (answer) =>
      isListing(answer) || [400, 401, 403].includes(answer.status)
        ? undecided('The bucket exists; what may be changed is asked next.', [
            missingObject(bucket, nonce, 'DELETE'),
            missingObject(bucket, nonce, 'PATCH'),
          ])
        : notLinked(answer),
  };
}

const OBJECT_PROBES = {
  GET: { id: 'gcs-firebase-get', can: 'read', verb: 'read' },
  DELETE: { id: 'gcs-firebase-delete', can: 'delete', verb: 'delete' },
  PATCH: { id: 'gcs-firebase-update', can: 'overwrite', verb: 'change' },
} as const;

/** Rules are asked before existence: 404 means that they let the request pass, 403 that they did not. */
function missingObject(bucket: string, nonce: string, method: keyof typeof OBJECT_PROBES): ProbeRequest {
  const probe = OBJECT_PROBES[method];
  return {
    id: probe.id,
    method,
    url: `${FIREBASE_API}/${bucket}/o/${nonce}`,
    ...(method === 'PATCH' ? { headers: { 'content-type': 'application/json' }, body: '{}' } : {}),
    audience: 'anyone',
    read: (answer) => {
      if (isMissing(answer)) {
        return opened(
          `The Security Rules let anybody ${probe.verb} objects; the one asked for does not exist, so nothing changed.`,
          [probe.can],
        );
      }
      if (answer.status === 401 || answer.status === 403)
        return closed(`The Security Rules deny strangers to ${probe.verb} objects at the root.`);
      return unexpected(answer);
    },
  };
}

/** A 404 of Google's own: `{"error":{"code":404,…}}`; a proxy's page says nothing. */
function isMissing(answer: ProbeAnswer): boolean {
  return answer.status === 404 && jsonObject(answer.body)?.error !== undefined;
}

function notLinked(answer: ProbeAnswer): ProbeVerdict {
  if (isMissing(answer)) return absent('Cloud Storage for Firebase knows no such bucket.');
  if (answer.status === 412) return undecided('The bucket is not linked to Firebase.');
  if (answer.status === 402) return undecided('The project has no billing, so the bucket answers nobody.');
  return unexpected(answer);
}

function notStored(answer: ProbeAnswer): ProbeVerdict {
  if (answer.status === 401) return closed('Callers without credentials are refused.');
  if (isMissing(answer)) return absent('There is no bucket of this name.');
  if (answer.status === 403) {
    return /billing|accountDisabled/i.test(answer.body)
      ? undecided('The project’s billing is off.')
      : closed('Callers without credentials are refused.');
  }
  if (answer.status === 400)
    return undecided('The bucket asks for a paying project (Requester Pays) or refuses the request.');
  return unexpected(answer);
}

export const gcsProbing: Probing = {
  hosts: ['storage.googleapis.com', 'firebasestorage.googleapis.com'],
  specs: [
    {
      id: 'gcs-permissions',
      mode: 'read',
      request: 'GET /storage/v1/b/<bucket>/iam/testPermissions',
      proves: 'which of eight permissions everybody has',
      sideEffects: 'none: documented to need no permission and to change nothing',
      reference: 'https://cloud.google.com/storage/docs/json_api/v1/buckets/testIamPermissions',
    },
    {
      id: 'gcs-list',
      mode: 'read',
      request: 'GET /storage/v1/b/<bucket>/o?maxResults=1&fields=kind',
      proves: 'that anybody can list',
      sideEffects: 'none: the answer holds no name',
      reference: 'https://cloud.google.com/storage/docs/json_api/v1/objects/list',
    },
    {
      id: 'gcs-firebase-list',
      mode: 'read',
      request: 'GET /v0/b/<bucket>/o?prefix=<random>/&delimiter=/&maxResults=1',
      proves: 'that the Security Rules let anybody list',
      sideEffects: 'none: the folder does not exist, so no name is shown',
      reference: 'https://firebase.google.com/docs/storage/security',
    },
    {
      id: 'gcs-firebase-get',
      mode: 'read',
      request: 'GET /v0/b/<bucket>/o/<random>, once the bucket is known to exist',
      proves: 'that the Security Rules let anybody read',
      sideEffects: 'none: the object does not exist',
      reference: 'https://firebase.google.com/docs/storage/security',
    },
    {
      id: 'gcs-firebase-exists',
      mode: 'write',
      request: 'GET /v0/b/<bucket>/o?prefix=<random>/&delimiter=/&maxResults=1',
      proves: 'that the bucket exists, before the next two',
      sideEffects: 'none',
      reference: 'https://firebase.google.com/docs/storage/security',
    },
    {
      id: 'gcs-firebase-delete',
      mode: 'write',
      request: 'DELETE /v0/b/<bucket>/o/<random>',
      proves: 'that the Security Rules let anybody delete',
      sideEffects: 'none: the object does not exist',
      reference: 'https://firebase.google.com/docs/storage/security',
    },
    {
      id: 'gcs-firebase-update',
      mode: 'write',
      request: 'PATCH /v0/b/<bucket>/o/<random>',
      proves: 'that the Security Rules let anybody change metadata, which is `update`',
      sideEffects: 'none: the object does not exist',
      reference: 'https://firebase.google.com/docs/storage/security',
    },
  ],
  plan,
};
