import type { Fake, FakeRequest, Reply } from './fake.ts';
import { createS3, type FakeBucket } from './s3.ts';

/** A distribution in front of an S3 bucket (docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide). */
export interface FakeDistribution {
  readonly bucket: string;
  /** Answered at the root whatever the query says, once a default root object is set. */
  readonly rootObject?: string;
}

export function createCloudFront(
  distributions: Readonly<Record<string, FakeDistribution>>,
  buckets: Readonly<Record<string, FakeBucket>>,
): Fake {
  const origin = createS3(buckets);
  const answer = (request: FakeRequest): Reply | Promise<Reply> => {
    const distribution = distributions[request.host.split('.', 1)[0] ?? ''];
    // The edge knows no such host: an error page of its own.
    if (distribution === undefined)
      return { status: 403, headers: { 'x-cache': 'Error from cloudfront' }, body: '<H1>403 ERROR</H1>' };
    if (request.path === '/' && distribution.rootObject !== undefined) {
      return { status: 200, headers: { 'content-type': 'text/html' }, body: distribution.rootObject };
    }
    const region = buckets[distribution.bucket]?.region ?? 'eu-west-1';
    return origin.answer({ ...request, host: `${distribution.bucket}.s3.${region}.amazonaws.com` });
  };
  return { answer, mutations: origin.mutations };
}
