import type { Text } from '../../model.ts';
import type { Mark } from '../../shared/marks.ts';

/** Regions of all public partitions (botocore data/endpoints.json and partitions.json). */
export const REGIONS: readonly string[] = (
  'us-east-1 us-east-2 us-west-1 us-west-2 af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ' +
  'ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ' +
  'ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 ' +
  'eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-gov-east-1 ' +
  'us-gov-west-1 cn-north-1 cn-northwest-1 eusc-de-east-1'
).split(' ');

/** What the name of a region begins with. */
export const AREAS: readonly string[] = ['us', 'eu', 'ap', 'sa', 'ca', 'me', 'af', 'il', 'mx', 'cn', 'eusc'];

/** The form of a region, wider than the list so that a new region's hosts are still read. */
export const REGION = `(?:${AREAS.join('|')})(?:-[a-z]{2,12}){1,2}-\\d{1,2}`;

export const SUFFIX = '(?:amazonaws\\.com(?:\\.cn)?|amazonaws\\.eu)';

/**
 * Stands where a path follows a host of any partition, also in JSON within a string. Of hosts alone SDKs and lists of public suffixes
 * hold many.
 */
export const PATH_ANCHORS: readonly string[] = ['amazonaws.com', 'amazonaws.com.cn', 'amazonaws.eu'].flatMap((domain) =>
  ['/', '\\/', ':443/', ':443\\/'].map((path) => `.${domain}${path}`),
);

/** A host that may be a part of an address only, where code puts literals together. */
export const JOINED_HOST: Mark = {
  literal: '.amazonaws.',
  context: { before: 44, pattern: /["'`]\s{0,20}\+\s{0,20}["'`]/ },
};

export const PARTITION = 'aws(?:-[a-z]{2,4}){0,2}';

const REGION_ALONE = new RegExp(`^${REGION}$`);

export function isRegion(value: string): boolean {
  return REGION_ALONE.test(value);
}

/** The ends of the region names with a separator, the shortest literals that stand in every regional id. */
export function regionAnchors(separator: string): string[] {
  return [
    ...new Set(
      REGIONS.map((region) => `${region.replace(/^.*?(east|west|south|north|central)(?=-\d)/, '$1')}${separator}`),
    ),
  ];
}

/** The region that stands beside a value: `Region`, `aws_project_region`, or a neighbour that is one. */
export function regionAround(text: Text): string | undefined {
  return text.around?.().find((neighbour) => isRegion(neighbour.value))?.value;
}

/** Domain of a partition's public hosts. */
export function domainOf(region: string): string {
  if (region.startsWith('cn-')) return 'amazonaws.com.cn';
  return region.startsWith('eusc-') ? 'amazonaws.eu' : 'amazonaws.com';
}
