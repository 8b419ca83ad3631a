import type { Backend, Operation } from '../../model.ts';
import type { ProbeAnswer, ProbeRequest, ProbeVerdict, Probing } from '../backend.ts';
import { aclRequest, listRequest, s3Code, s3ReadSpecs } from '../shared-s3-probes.ts';
import { absent, closed, isStored, opened, undecided, unexpected } from '../verdicts.ts';
import { domainOf, isRegion } from './grammar.ts';
import { isBucketName } from './s3-grammar.ts';
import { actionsToAnyone } from './s3-policy.ts';

const HEAD_BUCKET = 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html';

/** The bucket's URL. Names that are no DNS label (dots, upper case, `_`) only work path-style with the certificate. */
function rootOf(name: string, region: string | undefined): string {
  const host = region === undefined ? 's3.amazonaws.com' : `s3.${region}.${domainOf(region)}`;
  return /^[a-z0-9-]{3,63}$/.test(name) ? `https://${name}.${host}` : `https://${host}/${name}`;
}

function plan(backend: Backend, nonce: string): readonly ProbeRequest[] {
  if (!isBucketName(backend.name)) return [];
  const region = backend.details.region;
  const bucket = { name: backend.name, nonce, hops: MAX_HOPS };
  return [headRequest(bucket, region !== undefined && isRegion(region) ? region : undefined)];
}

interface Bucket {
  readonly name: string;
  readonly nonce: string;
  /** How many more regions it may send us to. */
  readonly hops: number;
}

/** From the global endpoint to the region, or from a wrong region to the right one, takes one. */
const MAX_HOPS = 2;

/** HEAD on the bucket: whether it lists to anyone, and in which region it lives. Everything else follows from it. */
function headRequest(bucket: Bucket, region: string | undefined): ProbeRequest {
  return {
    id: 's3-head',
    method: 'HEAD',
    url: `${rootOf(bucket.name, region)}/`,
    audience: 'anyone',
    read: (answer) => readHead(answer, bucket, region),
  };
}

/** S3 names the bucket's region in every answer for a bucket that exists; what does not is something in its place. */
function readHead(answer: ProbeAnswer, bucket: Bucket, asked: string | undefined): ProbeVerdict {
  const { name, nonce, hops } = bucket;
  const told = answer.headers['x-amz-bucket-region'];
  if (answer.status === 404) {
    // HEAD has no body; whether it is S3 that answers, and what is missing, stands in the listing's.
    return undecided('the bucket seems to be missing', [listRequest('s3', rootOf(name, asked), nonce)]);
  }
  if (told === undefined || !isRegion(told)) return unexpected(answer);
  const root = rootOf(name, told);
  if (answer.status === 200) {
    return opened(
      'the bucket answers HEAD without a signature, which needs s3:ListBucket for anyone',
      ['list'],
      [listRequest('s3', root, nonce), ...deeper(root, nonce)],
    );
  }
  if ([301, 307, 400].includes(answer.status) || (answer.status === 403 && told !== asked)) {
    const isElsewhere = told !== asked && hops > 0;
    const there = isElsewhere ? [headRequest({ ...bucket, hops: hops - 1 }, told)] : [];
    return undecided('the bucket lives in another region', there);
  }
  // Requester-pays buckets refuse every anonymous request too, so this speaks of anyone only.
  if (answer.status === 403) return closed('the bucket exists and refuses to be listed', deeper(root, nonce));
  return unexpected(answer);
}

function deeper(root: string, nonce: string): readonly ProbeRequest[] {
  return [aclRequest('s3', root), policyStatusRequest(root), websiteRequest(root), writeRequest(root, nonce)];
}

function policyStatusRequest(root: string): ProbeRequest {
  return {
    id: 's3-policy-status',
    method: 'GET',
    url: `${root}/?policyStatus`,
    audience: 'anyone',
    read: (answer) => {
      const policy = [policyRequest(root)];
      if (answer.status === 200 && /<IsPublic>\s*true/i.test(answer.body)) {
        return undecided('the bucket policy is public; what it allows is in the policy', policy);
      }
      if (answer.status === 200 && /<IsPublic>\s*false/i.test(answer.body))
        return closed('the bucket policy is not public');
      // GetBucketPolicyStatus and GetBucketPolicy are permissions of their own, so a refusal of one is not the other's.
      if (answer.status === 403) return closed('the policy’s status is not shown to anyone', policy);
      return unexpected(answer);
    },
  };
}

function policyRequest(root: string): ProbeRequest {
  return {
    id: 's3-policy',
    method: 'GET',
    url: `${root}/?policy`,
    audience: 'anyone',
    read: (answer) => {
      if (answer.status === 200) return readPolicy(answer.body);
      if (answer.status === 403) return closed('the policy is not shown to anyone');
      // Only the owner's account may read the policy; this refusal comes after the permission check.
      if (answer.status === 405) return undecided('the answer hints at s3:* for anyone, but does not prove it');
      return unexpected(answer);
    },
  };
}

function readPolicy(body: string): ProbeVerdict {
  const can: readonly Operation[] | undefined = actionsToAnyone(body);
  if (can === undefined) return undecided('the policy can be read by anyone, but not understood');
  if (can.length === 0)
    return closed('the policy can be read by anyone and allows nothing to anyone without a condition');
  return opened(`the bucket policy allows ${can.join(', ')} to anyone`, can);
}

/** A bucket that serves a website is public on purpose; the website endpoint itself speaks plain HTTP only and is not asked. */
function websiteRequest(root: string): ProbeRequest {
  return {
    id: 's3-website',
    method: 'GET',
    url: `${root}/?website`,
    audience: 'anyone',
    read: (answer) => {
      const code = s3Code(answer.body);
      if (answer.status === 200 && answer.body.includes('<WebsiteConfiguration')) {
        return undecided('the bucket serves a website, so its objects are meant to be read');
      }
      if (answer.status === 404 && code === 'NoSuchWebsiteConfiguration') return closed('the bucket serves no website');
      if (answer.status === 404 && code === 'NoSuchBucket') return absent('the provider says NoSuchBucket');
      if (answer.status === 403) return closed('whether it serves a website is not shown to anyone');
      return unexpected(answer);
    },
  };
}

/**
 * An upload that must fail: it is conditional on an ETag that an absent name cannot have, and its digest is wrong. S3
 * answers 404 NoSuchKey or 412 only to a caller who may write, else 403. A digest may be looked at before the
 * permission, so BadDigest proves nothing. Only AWS: imitators were seen to ignore both headers and store the object.
 */
function writeRequest(root: string, nonce: string): ProbeRequest {
  return {
    id: 's3-write',
    method: 'PUT',
    url: `${root}/${nonce}`,
    headers: {
      'content-length': '0',
      'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==',
      'if-match': '"00000000000000000000000000000000"',
    },
    audience: 'anyone',
    read: (answer) => {
      const code = s3Code(answer.body);
      if (answer.status === 403) return closed('the upload is refused');
      if (answer.status === 412 || (answer.status === 404 && code === 'NoSuchKey')) {
        return opened('a conditional upload passed the permission check and failed only its condition', [
          'create',
          'overwrite',
        ]);
      }
      if (answer.status === 404 && code === 'NoSuchBucket') return absent('the provider says NoSuchBucket');
      if (answer.status === 400 && code === 'BadDigest')
        return undecided('the upload failed its digest; permission unknown');
      if (isStored(answer)) {
        return opened(`the upload was stored although it had to fail: delete the empty object ${nonce}`, [
          'create',
          'overwrite',
        ]);
      }
      return unexpected(answer);
    },
  };
}

export const probing: Probing = {
  hosts: ['amazonaws.com', 'amazonaws.com.cn', 'amazonaws.eu'],
  plan,
  specs: [
    {
      id: 's3-head',
      mode: 'read',
      request: 'HEAD / on the bucket without a signature',
      proves: 'anyone can list the bucket (200); it exists and refuses (403); it does not exist (404); its region',
      sideEffects: 'none, no body',
      reference: HEAD_BUCKET,
    },
    ...s3ReadSpecs('s3', 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html'),
    {
      id: 's3-policy-status',
      mode: 'read',
      request: 'GET /?policyStatus without a signature',
      proves: 'the bucket policy is public',
      sideEffects: 'none',
      reference: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicyStatus.html',
    },
    {
      id: 's3-policy',
      mode: 'read',
      request: 'GET /?policy without a signature',
      proves: 'which actions the policy allows to anyone without a condition',
      sideEffects: 'none',
      reference: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html',
    },
    {
      id: 's3-website',
      mode: 'read',
      request: 'GET /?website without a signature',
      proves: 'nothing by itself; says whether the bucket is meant to be read as a website',
      sideEffects: 'none',
      reference: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketWebsite.html',
    },
    {
      id: 's3-write',
      mode: 'write',
      request: 'PUT of an absent random name with If-Match on an impossible ETag and a wrong Content-MD5',
      proves: 'anyone can upload (404 NoSuchKey or 412: only the condition failed); 403 refused',
      sideEffects: 'none where the conditions are honoured, which AWS documents; asked only of AWS, never of imitators',
      reference: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html',
    },
  ],
};
