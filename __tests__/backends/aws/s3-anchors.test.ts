import { describe, expect, it } from 'vitest';
import { sqs } from '../../../src/backends/aws/endpoints.ts';
import { s3 } from '../../../src/backends/aws/s3.ts';
import { compileRecogniser, searchTables } from '../../../src/backends/recognise.ts';
import { searchWith } from '../../../src/shared/anchors.ts';

const REGIONS = [
  'us-east-1',
  'eu-central-1',
  'ap-southeast-3',
  'cn-north-1',
  'us-gov-west-1',
  'eusc-de-east-1',
  'mx-central-1',
];
const DOMAINS = ['amazonaws.com', 'amazonaws.com.cn', 'amazonaws.eu'];

/** Everything after the name of a bucket, or before it, that docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html knows. */
function hosts(flavours: readonly string[]): readonly string[] {
  const places = ['', ...REGIONS.flatMap((region) => [`.${region}`, `-${region}`])];
  return flavours.flatMap((flavour) =>
    ['', '.dualstack'].flatMap((stack) =>
      places.flatMap((place) => DOMAINS.map((domain) => `s3${flavour}${stack}${place}.${domain}`)),
    ),
  );
}

const virtual = hosts(['', '-website', '-accelerate', '-external-1', '-fips']).map(
  (host) => `https://acme-prod.${host}`,
);
const paths = hosts(['', '-fips']).flatMap((host) =>
  ['/acme-prod', ':443/acme-prod/a', '\\/acme-prod\\/a'].map((path) => `https://${host}${path}`),
);
const queues = DOMAINS.flatMap((domain) =>
  REGIONS.flatMap((region) => [`sqs.${region}.${domain}`, `${region}.queue.${domain}`]).flatMap((host) =>
    ['/210987654321/acme', ':443/210987654321/acme', '\\/210987654321\\/acme'].map((path) => `https://${host}${path}`),
  ),
);

describe('the anchors of S3 and SQS', () => {
  const recognise = compileRecogniser([s3, sqs]);
  const search = searchWith(searchTables([s3, sqs]));
  const cases = (url: string) => [url, url.toUpperCase().replace('ACME-PROD', 'acme-prod')];

  it.each([
    ['virtual-hosted', virtual.flatMap(cases)],
    ['path-style', paths.flatMap(cases)],
    ['queue', queues],
  ])('stand in every %s address', (_, urls) => {
    expect(urls.length).toBeGreaterThan(100);
    for (const value of urls) {
      const text = { value, place: { origin: 'artifact', path: 'app.apk' } } as const;
      const names = recognise(text).map((mention) => (mention.type === 'backend' ? mention.name : ''));
      expect(names, value).toEqual([value.includes('210987654321') ? '210987654321/acme' : 'acme-prod']);
      expect(search.find(Buffer.from(value)), value).not.toEqual([]);
      expect(search.find(Buffer.from(value, 'utf16le')), value).not.toEqual([]);
    }
  });

  it('do not stand in hosts that name none', () => {
    for (const value of [
      's3.eu-west-1.amazonaws.com',
      's3-us-west-2.amazonaws.com',
      'emr.ap-south-1.amazonaws.com.cn',
    ]) {
      expect(search.find(Buffer.from(`"${value}"`)), value).toEqual([]);
    }
  });

  it('or show a host that is put together with a name', () => {
    const code = 'x'.repeat(60);
    const parts = [
      '"https://s3.amazonaws.com" + "/acme-prod/a"',
      '"https://acme-prod." +\n        "s3.eu-west-1.amazonaws.com"',
      "'https://acme-prod.s3.'+'eu-west-1.amazonaws.com'",
      '"https://acme-prod.s3" + ".us-east-1" + ".amazonaws.com"',
      '"https://sqs.us-east-1.amazonaws.com"+"/210987654321/acme"',
    ];
    for (const part of parts) expect(search.find(Buffer.from(`${code};f(${part})`)), part).not.toEqual([]);
  });
});
