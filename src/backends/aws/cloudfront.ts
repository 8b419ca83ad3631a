import type { Backend } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import type { BackendDefinition, ProbeAnswer, ProbeRequest, ProbeVerdict } from '../backend.ts';
import { hostPattern, mentionsByPattern } from '../shared-hosts.ts';
import { backendRule } from '../shared-rules.ts';
import { s3Code } from '../shared-s3-probes.ts';
import { absent, closed, isNowhere, opened, undecided, unexpected } from '../verdicts.ts';
import { isAccountRegional } from './s3-grammar.ts';

const RESTRICT =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html';

const PATTERNS = [hostPattern('(?<name>d[a-z0-9]{12,13})\\.cloudfront\\.net')];

const SAMPLES = new Set([
  'd111111abcdef8',
  'd604721fxaaqy9',
  'd3rs7c2vhk0ivx',
  'dexampleexampl',
  'd1234567890abc',
  'd123456abcdef8',
]);

function plan(backend: Backend, nonce: string): readonly ProbeRequest[] {
  if (!/^d[a-z0-9]{12,13}$/.test(backend.name)) return [];
  return [
    {
      id: 'cloudfront-list',
      method: 'GET',
      url: `https://${backend.name}.cloudfront.net/?list-type=2&max-keys=1&prefix=${nonce}`,
      audience: 'anyone',
      read: readList,
    },
  ];
}

function readList(answer: ProbeAnswer): ProbeVerdict {
  if (answer.status === 200 && answer.body.includes('<ListBucketResult')) {
    return opened('the distribution passes the listing of its bucket on to anyone', ['list']);
  }
  if (answer.status === 200) return closed('the distribution’s root is no bucket listing');
  if (answer.status === 403) return closed('the distribution refuses the listing');
  if (answer.status === 404 && s3Code(answer.body) === 'NoSuchBucket') {
    const bucket = /<BucketName>([A-Za-z0-9._-]{3,255})<\/BucketName>/.exec(answer.body)?.[1];
    // Only its own account can make a bucket of the account’s regional namespace.
    return bucket !== undefined && isAccountRegional(bucket)
      ? undecided('the distribution’s bucket does not exist, and only its own account can make it again')
      : absent(`the distribution’s bucket${bucket === undefined ? '' : ` ${bucket}`} does not exist`);
  }
  if (answer.status === 404) return undecided('the distribution has nothing at its root');
  return unexpected(answer);
}

export const cloudfront: BackendDefinition = {
  kind: 'cloudfront',
  title: 'Amazon CloudFront distribution',
  provider: 'aws',
  type: 'backend',
  docs: [RESTRICT],
  anchors: ['.cloudfront.net'],
  examples: [
    {
      text: 'https://d3k9q7x2m4ztv8.cloudfront.net/assets/logo.png',
      gives: ['cloudfront:d3k9q7x2m4ztv8'],
      why: 'distribution host',
    },
    { text: 'd2xk47qmvz91tr.cloudfront.net', gives: ['cloudfront:d2xk47qmvz91tr'], why: 'host alone' },
    {
      text: 'https://d1f5g8h2j4k6m.cloudfront.net/',
      gives: ['cloudfront:d1f5g8h2j4k6m'],
      why: 'older names are a character shorter',
    },
    { text: 'https://d111111abcdef8.cloudfront.net/', gives: [], why: 'sample of the documentation' },
    { text: 'cloudfront.net', gives: [], why: 'domain alone, as in the public suffix list' },
    { text: 'https://%s.cloudfront.net/', gives: [], why: 'template' },
    { text: 'https://www.d3k9q7x2m4ztv8.cloudfront.net/', gives: [], why: 'no such host is handed out' },
  ],
  recognise: (text) =>
    mentionsByPattern(
      text,
      'cloudfront',
      PATTERNS,
      (name) => !SAMPLES.has(name) && /\d.*[a-z]|[a-z].*\d/.test(name.slice(1)),
    ),
  rules: [
    ...accessRules({
      kind: 'cloudfront',
      word: 'public',
      noun: 'CloudFront distribution',
      knows: 'The app names the distribution, and its root answered with the listing of the S3 bucket behind it.',
      remediation: [
        'Take s3:ListBucket away from the distribution’s identity and from everyone: origin access control needs s3:GetObject only.',
        'Set a default root object.',
        'Use signed URLs or signed cookies where the objects are not for everyone.',
      ],
      prove: 'curl "https://NAME.cloudfront.net/?list-type=2" answers 403.',
      references: [
        RESTRICT,
        'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html',
      ],
    }),
    backendRule({
      id: 'cloudfront-dangling',
      title:
        'The bucket behind a CloudFront distribution that the app names does not exist, and anyone can register it',
      severity: 'high',
      meaning:
        'Whoever creates a bucket of that name serves your users whatever they like through the distribution that your app trusts.',
      knows: 'The distribution passed on the answer NoSuchBucket of its origin, which names the bucket.',
      remediation: [
        'Create the bucket again in your own account, empty and private, as long as the distribution points to it.',
        'Remove the origin from the distribution, or the distribution, and the reference from the app.',
      ],
      prove: 'curl https://NAME.cloudfront.net/ no longer answers NoSuchBucket.',
      cwe: [610, 672],
      mobileTop10: ['M8', 'M2'],
      references: [
        RESTRICT,
        'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-404-not-found.html',
      ],
    }),
  ],
  extra: (backend) =>
    isNowhere(backend)
      ? [
          {
            rule: 'cloudfront-dangling',
            message: `Anyone can register the S3 bucket behind the CloudFront distribution ${backend.name}, which the app names; the bucket does not exist.`,
          },
        ]
      : [],
  probing: {
    hosts: ['cloudfront.net'],
    plan,
    specs: [
      {
        id: 'cloudfront-list',
        mode: 'read',
        request: 'GET /?list-type=2&max-keys=1&prefix=<nonce>',
        proves:
          'the distribution lists the bucket behind it (200 with an S3 listing); the bucket behind it is missing (404 NoSuchBucket)',
        sideEffects: 'none; no object has the prefix, so no name is received',
        reference: RESTRICT,
      },
    ],
  },
};
