import type { Audience, Operation } from '../model.ts';
import type { ProbeAnswer, ProbeRequest, ProbeSpec, ProbeVerdict } from './backend.ts';
import { absent, closed, opened, undecided, unexpected } from './verdicts.ts';

/** The read requests of the S3 API that AWS and its imitators share. `root` is the bucket's URL without the last slash. */

/** The error code of an S3 XML body: `NoSuchBucket`. */
export function s3Code(body: string): string {
  return /<Code>([A-Za-z]{1,60})<\/Code>/.exec(body)?.[1] ?? '';
}

/**
 * Lists the keys that begin with a random name: there are none, so the permission is proved without a single name.
 * Open needs the S3 document, because a website or a gateway answers 200 to everything.
 */
export function listRequest(
  kind: string,
  root: string,
  nonce: string,
  next: readonly ProbeRequest[] = [],
): ProbeRequest {
  return {
    id: `${kind}-list`,
    method: 'GET',
    url: `${root}/?list-type=2&max-keys=1&prefix=${nonce}`,
    audience: 'anyone',
    read: (answer) => readList(answer, next),
  };
}

function readList(answer: ProbeAnswer, next: readonly ProbeRequest[]): ProbeVerdict {
  const code = s3Code(answer.body);
  if (answer.status === 200 && answer.body.includes('<ListBucketResult')) {
    return opened('the bucket lists its objects to anyone', ['list'], next);
  }
  if (answer.status === 200) return undecided('the answer is not a bucket listing');
  if (answer.status === 404 && code === 'NoSuchBucket') return absent('the provider says NoSuchBucket');
  const state = STATES.get(code);
  if (state !== undefined) return undecided(`${state} (${code})`);
  if (answer.status === 403) return closed(`listing is refused${code === '' ? '' : ` (${code})`}`, next);
  return unexpected(answer);
}

/** Error codes that speak of the account or the load and not of access (AWS, “Error responses”; Alibaba OSS, `UserDisable`). */
const STATES: ReadonlyMap<string, string> = new Map([
  ['AccountProblem', 'the account has a problem, so nobody is answered'],
  ['AllAccessDisabled', 'the provider has disabled the bucket, so nobody is answered'],
  ['UserDisable', 'the account is disabled or overdue, so nobody is answered'],
  ['PermanentRedirect', 'the bucket lives in another region'],
  ['TemporaryRedirect', 'the bucket lives in another region'],
  ['AuthorizationHeaderMalformed', 'the bucket lives in another region'],
  ['IllegalLocationConstraintException', 'the bucket lives in another region'],
  ['RequestTimeout', 'the service timed out'],
  ['SlowDown', 'the service limits the rate of requests'],
]);

const GROUPS: Readonly<Record<string, Audience>> = { AllUsers: 'anyone', AuthenticatedUsers: 'any-account' };

/**
 * What a grant on a bucket allows to somebody who owns none of its objects. WRITE lets them add objects but not replace
 * or delete those of others (docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html).
 */
const GRANTS: Readonly<Record<string, readonly Operation[]>> = {
  READ: ['list'],
  WRITE: ['create'],
  READ_ACP: [],
  WRITE_ACP: ['administer'],
  FULL_CONTROL: ['list', 'create', 'administer'],
};

/** What an ACL document grants to an audience. */
export function grantedBy(acl: string, audience: Audience): readonly Operation[] {
  const can = new Set<Operation>();
  for (const grant of acl.split('<Grant>').slice(1)) {
    const group = /global\/(AllUsers|AuthenticatedUsers)</.exec(grant)?.[1] ?? '';
    const permission = /<Permission>([A-Z_]{4,20})</.exec(grant)?.[1] ?? '';
    if (GROUPS[group] !== audience) continue;
    for (const operation of GRANTS[permission] ?? []) can.add(operation);
  }
  return [...can];
}

/** Reads the bucket's ACL: what it grants is proved without a write. */
export function aclRequest(kind: string, root: string): ProbeRequest {
  const request = { id: `${kind}-acl`, method: 'GET', url: `${root}/?acl`, audience: 'anyone' } as const;
  // Grants to every account are an observation of their own, since the audience is another one.
  const forAccounts: ProbeRequest = {
    ...request,
    audience: 'any-account',
    read: (answer) => readAcl(answer, 'any-account', []),
  };
  return { ...request, read: (answer) => readAcl(answer, 'anyone', [forAccounts]) };
}

function readAcl(answer: ProbeAnswer, audience: Audience, forAccounts: readonly ProbeRequest[]): ProbeVerdict {
  if (answer.status === 200 && answer.body.includes('<AccessControlPolicy')) {
    const can = grantedBy(answer.body, audience);
    const then = grantedBy(answer.body, 'any-account').length > 0 ? forAccounts : [];
    const whom = audience === 'anyone' ? 'anyone' : 'every account of the provider';
    if (can.length > 0) return opened(`the bucket’s ACL grants ${can.join(', ')} to ${whom}`, can, then);
    return closed(`the bucket’s ACL can be read and grants nothing to ${whom}`, then);
  }
  if (answer.status === 404 && s3Code(answer.body) === 'NoSuchBucket') return absent('the provider says NoSuchBucket');
  if (answer.status === 403) return closed('the ACL is not shown to anyone');
  return unexpected(answer);
}

/** Rows of docs/probes.md for the shared requests. */
export function s3ReadSpecs(kind: string, reference: string): readonly ProbeSpec[] {
  return [
    {
      id: `${kind}-list`,
      mode: 'read',
      request: 'GET /?list-type=2&max-keys=1&prefix=<nonce> without a signature',
      proves: 'anyone can list the bucket (200 with an S3 listing); 403 refused; 404 NoSuchBucket absent',
      sideEffects: 'none; no object has the prefix, so no name is received',
      reference,
    },
    {
      id: `${kind}-acl`,
      mode: 'read',
      request: 'GET /?acl without a signature',
      proves: 'what the ACL grants to anyone and to every account, writing included',
      sideEffects: 'none',
      reference,
    },
  ];
}
