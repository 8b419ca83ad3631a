import { accessRules } from '../../shared/access-rules.ts';
import type { BackendDefinition, Example } from '../backend.ts';
import { backendRule } from '../shared-rules.ts';
import { isNowhere } from '../verdicts.ts';
import { JOINED_HOST } from './grammar.ts';
import { ANCHORS, isAccountRegional, KEYS, recogniseBuckets } from './s3-grammar.ts';
import { probing } from './s3-probes.ts';

const BLOCK_PUBLIC_ACCESS =
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html';

const trueExamples: readonly Example[] = [
  {
    text: 'https://acme-prod-uploads.s3.amazonaws.com/avatars/1.png',
    gives: ['s3:acme-prod-uploads'],
    why: 'virtual-hosted, global endpoint',
  },
  {
    text: 'acme-prod-uploads.s3.eu-west-1.amazonaws.com',
    gives: ['s3:acme-prod-uploads'],
    why: 'virtual-hosted, regional, no scheme',
  },
  {
    text: 'https://acme-prod-uploads.s3-us-west-2.amazonaws.com/',
    gives: ['s3:acme-prod-uploads'],
    why: 'legacy dash before the region',
  },
  {
    text: 'https://s3.eu-central-1.amazonaws.com/acme-prod-uploads/x.json',
    gives: ['s3:acme-prod-uploads'],
    why: 'path-style',
  },
  {
    text: 'https://s3.amazonaws.com/Acme_Legacy/report.csv',
    gives: ['s3:Acme_Legacy'],
    why: 'path-style name from before 2018, with upper case and underscore',
  },
  {
    text: 'https://acme-media.s3.dualstack.ap-south-1.amazonaws.com/v.mp4',
    gives: ['s3:acme-media'],
    why: 'dual-stack endpoint',
  },
  {
    text: 'https://acme-media.s3-accelerate.amazonaws.com/v.mp4',
    gives: ['s3:acme-media'],
    why: 'transfer acceleration',
  },
  {
    text: 'http://www.acme-shop.org.s3-website.eu-central-1.amazonaws.com',
    gives: ['s3:www.acme-shop.org'],
    why: 'website endpoint; the bucket has dots',
  },
  { text: 'https://acme-data.s3.cn-north-1.amazonaws.com.cn/a', gives: ['s3:acme-data'], why: 'China partition' },
  {
    text: '{"u":"https:\\/\\/s3.amazonaws.com\\/acme-prod-uploads\\/a"}',
    gives: ['s3:acme-prod-uploads'],
    why: 'JSON with escaped slashes inside a string',
  },
  { text: 's3://acme-prod-uploads/config/app.json', gives: ['s3:acme-prod-uploads'], why: 's3 URI' },
  { text: 'arn:aws:s3:::acme-prod-uploads/*', gives: ['s3:acme-prod-uploads'], why: 'ARN of the objects' },
  {
    text: 'redirect=https%3A%2F%2Facme-prod.s3.amazonaws.com%2Fa',
    gives: ['s3:acme-prod'],
    why: 'percent-encoded inside another URL',
  },
  {
    text: 'acme-prod-uploads',
    key: 'aws_user_files_s3_bucket',
    gives: ['s3:acme-prod-uploads'],
    why: 'Amplify aws-exports',
  },
  {
    text: 'acme-prod-uploads',
    key: 'bucket',
    around: [{ key: 'region', value: 'us-east-1' }],
    gives: ['s3:acme-prod-uploads'],
    why: 'Amplify amplifyconfiguration.json: the region stands beside the bucket',
  },
];

const falseExamples: readonly Example[] = [
  { text: 'https://s3.amazonaws.com', gives: [], why: 'endpoint alone, an SDK constant' },
  { text: 's3.dualstack.us-east-1.amazonaws.com', gives: [], why: 'regional endpoint as in the public suffix list' },
  { text: 'http://s3.amazonaws.com/doc/2006-03-01/', gives: [], why: 'XML namespace of the API' },
  { text: 'https://%s.s3.amazonaws.com/%s', gives: [], why: 'template' },
  { text: 'https://%1$s-uploads.s3.amazonaws.com/', gives: [], why: 'template with a tail' },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the template that has to be refused
  { text: 'https://${bucket}.s3.${region}.amazonaws.com', gives: [], why: 'template of a shell or Kotlin string' },
  { text: 'https://acme-{env}.s3.amazonaws.com', gives: [], why: 'only half of the name is known' },
  { text: '-uploads.s3.amazonaws.com', gives: [], why: 'tail of a string that the program puts together' },
  {
    text: 'https://amzn-s3-demo-bucket.s3.us-west-2.amazonaws.com/photo',
    gives: [],
    why: 'name of the AWS documentation',
  },
  { text: 'https://my-bucket.s3.amazonaws.com/key', gives: [], why: 'placeholder' },
  {
    text: 'https://acme-ap-123456789012.s3-accesspoint.us-east-1.amazonaws.com',
    gives: [],
    why: 'access points have no anonymous access',
  },
  { text: 's3://acme-point-metadata-a1b2c3d4-s3alias/key', gives: [], why: 'alias of an access point' },
  { text: 'https://192.168.1.10.s3.amazonaws.com/', gives: [], why: 'an IPv4 address is no bucket name' },
  { text: 'acme-photos', key: 'bucket', gives: [], why: 'nothing beside it says that the bucket is on AWS' },
  {
    text: 'acme-photos',
    key: 'bucket',
    around: [
      { key: 'region', value: 'us-east-1' },
      { key: 'endpoint', value: 'https://s3.wasabisys.com' },
    ],
    gives: [],
    why: 'the endpoint beside it is another provider’s',
  },
];

export const s3: BackendDefinition = {
  kind: 's3',
  title: 'Amazon S3 bucket',
  provider: 'aws',
  type: 'backend',
  docs: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html', BLOCK_PUBLIC_ACCESS],
  anchors: ANCHORS,
  marks: [JOINED_HOST],
  keys: KEYS,
  examples: [...trueExamples, ...falseExamples],
  recognise: recogniseBuckets,
  rules: [
    ...accessRules({
      kind: 's3',
      word: 'public',
      noun: 'S3 bucket',
      knows:
        'The app or the repository names the bucket. That anyone may use it comes from the bucket’s policy, ACL and Block Public Access settings in the repository, or from an unsigned request that the bucket answered.',
      remediation: [
        'Turn on Block Public Access for the bucket and the account: aws s3api put-public-access-block --bucket NAME --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
        'Remove statements with Principal "*" from the bucket policy and grants to AllUsers and AuthenticatedUsers from the ACL.',
        'Let the app reach objects through presigned URLs of your server, through CloudFront with origin access control, or with credentials of a signed-in Cognito user that are limited to that user’s prefix.',
        'Look through the server access log or CloudTrail data events for strangers, and treat what lay there as disclosed.',
      ],
      prove:
        'curl -I https://NAME.s3.amazonaws.com/ answers 403, and so does curl "https://NAME.s3.amazonaws.com/?acl".',
      references: [
        BLOCK_PUBLIC_ACCESS,
        'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
        'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html',
      ],
    }),
    backendRule({
      id: 's3-dangling',
      title: 'The app names an S3 bucket that does not exist and that anyone can register',
      severity: 'high',
      meaning:
        'Whoever creates a bucket of that name serves your users whatever they like from the address that your app trusts, and receives what the app uploads.',
      knows: 'An unsigned request for the bucket was answered NoSuchBucket.',
      remediation: [
        'Create the bucket again in your own account, empty and private, as long as shipped versions of the app ask for it.',
        'Remove the reference from the app.',
      ],
      prove:
        'curl -I https://NAME.s3.amazonaws.com/ answers 403 from your own bucket, and the next build no longer names it.',
      cwe: [610, 672],
      mobileTop10: ['M8', 'M2'],
      references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html'],
    }),
  ],
  probing,
  extra: (backend) =>
    isNowhere(backend) && !isAccountRegional(backend.name)
      ? [
          {
            rule: 's3-dangling',
            message: `Anyone can register the S3 bucket ${backend.name}, which the app names and which does not exist.`,
          },
        ]
      : [],
};
