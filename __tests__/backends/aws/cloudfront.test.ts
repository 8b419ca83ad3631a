import { describe, expect, it } from 'vitest';
import { cloudfront } from '../../../src/backends/aws/cloudfront.ts';
import type { ProbeVerdict } from '../../../src/backends/backend.ts';
import type { Backend, Observation } from '../../../src/model.ts';

const BACKEND: Backend = {
  id: 'cloudfront:d3k9q7x2m4ztv8',
  kind: 'cloudfront',
  name: 'd3k9q7x2m4ztv8',
  provider: 'aws',
  owner: 'unknown',
  ownerReason: '',
  details: {},
  paths: [],
  mentioned: [],
  shipped: [],
  declared: [],
  observed: [],
  access: [],
  sensitivity: [],
};

function asked(status: number, body: string): ProbeVerdict {
  const [request] = cloudfront.probing?.plan(BACKEND, 'ajar-probe-1') ?? [];
  if (request === undefined) throw new Error('nothing is asked');
  return request.read({ status, headers: {}, body });
}

const noSuchBucket = (bucket: string) =>
  `<?xml version="1.0"?><Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message><BucketName>${bucket}</BucketName></Error>`;

function raised(verdict: ProbeVerdict, status: number): readonly string[] {
  const observation: Observation = { probe: 'cloudfront-list', ...verdict, status };
  return (cloudfront.extra?.({ ...BACKEND, observed: [observation] }) ?? []).map(({ rule }) => rule);
}

describe('a CloudFront distribution', () => {
  it('whose bucket does not exist can be taken over by whoever creates it', () => {
    const verdict = asked(404, noSuchBucket('acme-media'));
    expect(verdict).toMatchObject({ outcome: 'absent', can: [] });
    expect(verdict.why).toContain('acme-media');
    expect(raised(verdict, 404)).toEqual(['cloudfront-dangling']);
  });

  it('whose bucket’s name belongs to an account is nobody’s to take', () => {
    const verdict = asked(404, noSuchBucket('acme-210987654321-eu-west-1-an'));
    expect(verdict.outcome).toBe('undecided');
    expect(raised(verdict, 404)).toEqual([]);
  });

  it.each([
    [200, '<ListBucketResult></ListBucketResult>', 'open'],
    [200, '<html></html>', 'closed'],
    [403, '<Error><Code>AccessDenied</Code></Error>', 'closed'],
    [404, '<Error><Code>NoSuchKey</Code></Error>', 'undecided'],
    [503, '', 'undecided'],
  ] as const)('%i %s: %s', (status, body, outcome) => {
    const verdict = asked(status, body);
    expect(verdict.outcome).toBe(outcome);
    expect(raised(verdict, status)).toEqual([]);
  });
});
