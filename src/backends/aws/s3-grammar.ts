import type { BackendMention, Text } from '../../model.ts';
import { HOST_BEFORE, isPlaceholderName } from '../../shared/grammar.ts';
import { hostPattern, mentionsByPattern, pathStylePattern } from '../shared-hosts.ts';
import { backendMention, mergedByName } from '../shared-mentions.ts';
import { AREAS, isRegion, PARTITION, PATH_ANCHORS, REGION, regionAround, SUFFIX } from './grammar.ts';

/** Which strings name an S3 bucket (docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html). */

const DNS_NAME = '(?<name>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])';
const FLAVOUR = '(?:-(?<flavour>website|accelerate|external-1|fips))?(?:\\.dualstack)?';

const PATTERNS: readonly RegExp[] = [
  hostPattern(`${DNS_NAME}\\.s3${FLAVOUR}(?:[.-](?<region>${REGION}))?\\.${SUFFIX}`),
  pathStylePattern(`s3(?:-fips)?(?:\\.dualstack)?(?:[.-](?:(?<region>${REGION})|external-1))?\\.${SUFFIX}`),
  new RegExp(
    `${HOST_BEFORE}s3[an]?://(?<exact>[A-Za-z0-9][A-Za-z0-9._-]{1,253})(?=[/?#"'\\s\\\\<>),;&]|$)(?<path>/[^\\s"'<>]{0,300})?`,
    'gi',
  ),
  new RegExp(
    `(?<![A-Za-z0-9])arn:${PARTITION}:s3:::(?<exact>[A-Za-z0-9][A-Za-z0-9._-]{1,253})(?=[/"'\\s\\\\<>),;&\\]]|$)(?<path>/[^\\s"'<>]{0,300})?`,
    'gi',
  ),
];

/** One for each form that the patterns know. */
export const ANCHORS: readonly string[] = [
  ...['.s3.amazonaws.', '.s3.dualstack', '.s3-website', '.s3-accelerate', '.s3-external-1', '.s3-fips'],
  ...AREAS.flatMap((area) => [`.s3.${area}-`, `.s3-${area}-`]),
  ...PATH_ANCHORS,
  ...['s3://', 'S3://', 's3a://', 'S3a://', 'S3A://', 's3n://', 'S3n://', 'S3N://', ':s3:::'],
];

/** Names that stand in the first place of an S3 URL but are the API's own: XML namespaces, SDK documentation. */
const RESERVED = /^(?:doc|sdk-for-|aws-sdk-|elasticbeanstalk-samples|crossdomain\.xml|favicon\.ico|index\.html)/;

/**
 * docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html; upper case and `_` only in names made before
 * 2018. Aliases of access points and directory buckets are no buckets that anybody could open to the public.
 */
export function isBucketName(name: string): boolean {
  if (!/^[a-z0-9][a-z0-9._-]{1,253}[a-z0-9]$/i.test(name)) return false;
  if (name.includes('..') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name)) return false;
  if (/^(?:xn--|sthree-|s3-website|s3-accesspoint|dualstack\.)/.test(name)) return false;
  return !/-s3alias$|--ol-s3$|--x-s3$|--table-s3$|\.mrap$/.test(name) && !RESERVED.test(name);
}

/** `<prefix>-<account>-<region>-an`: only that account can ever make it, so it cannot be taken over. */
export function isAccountRegional(name: string): boolean {
  return new RegExp(`-\\d{12}-${REGION}-an$`).test(name);
}

/** Keys that say S3 themselves. */
const S3_KEYS = [
  'aws_user_files_s3_bucket',
  'aws_s3_bucket',
  'aws_s3_bucket_name',
  'aws_bucket',
  'aws_bucket_name',
  'aws_storage_bucket_name',
  's3_bucket',
  's3_bucket_name',
  's3bucket',
  's3bucketname',
  'awss3bucket',
  'awsbucket',
  'awsbucketname',
];

/** Keys that mean S3 only where an AWS region stands beside them: Amplify's `bucket`, `bucket_name`. */
const BUCKET_KEYS = ['bucket', 'bucket_name', 'bucketname', 'storage_bucket_name'];

export const KEYS: readonly string[] = [...S3_KEYS, ...BUCKET_KEYS];

/** Vendors whose buckets ship inside their SDKs. */
const VENDORS = new Set(
  'adcolony airship appboy applovin braze bugsnag chartboost crittercism flurry heyzap instabug ironsource mixpanel onesignal tapjoy unityads urbanairship vungle'.split(
    ' ',
  ),
);

export function recogniseBuckets(text: Text): readonly BackendMention[] {
  const found = [...mentionsByPattern(text, 's3', PATTERNS, isBucketName), ...byKey(text)];
  return mergedByName(found).map(withVendor);
}

function byKey(text: Text): readonly BackendMention[] {
  const key = text.key?.toLowerCase() ?? '';
  const name = text.value;
  if (!KEYS.includes(key) || !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) return [];
  if (!isBucketName(name) || isPlaceholderName(name) || isRegion(name)) return [];
  const region = regionAround(text);
  if (region === undefined) return S3_KEYS.includes(key) ? [backendMention(text, { kind: 's3', name })] : [];
  return isElsewhere(text) ? [] : [backendMention(text, { kind: 's3', name }, { details: { region } })];
}

/** True where the endpoint beside the name is another provider's, many of which borrow the names of AWS regions. */
function isElsewhere(text: Text): boolean {
  return (text.around?.() ?? []).some(
    (neighbour) =>
      /endpoint|host|url/i.test(neighbour.key ?? '') &&
      /^https?:\/\//i.test(neighbour.value) &&
      !/amazonaws\./i.test(neighbour.value),
  );
}

function withVendor(mention: BackendMention): BackendMention {
  const vendor = mention.name.split(/[-.]/, 1)[0] ?? '';
  return VENDORS.has(vendor) ? { ...mention, thirdParty: vendor } : mention;
}
