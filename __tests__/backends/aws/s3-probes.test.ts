import { describe, expect, it } from 'vitest';
import { s3 } from '../../../src/backends/aws/s3.ts';
import type { BackendDefinition, ProbeAnswer } from '../../../src/backends/backend.ts';
import { wasabi } from '../../../src/backends/storage/american.ts';
import type { Backend, Observation } from '../../../src/model.ts';
import type { Sendable } from '../../../src/probes/client.ts';
import { runProbes } from '../../../src/probes/run.ts';

/** A bucket as S3 answers for it; the tables are those of docs/probes.md. */
interface Bucket {
  readonly region: string;
  readonly isMissing?: boolean;
  readonly lists?: boolean;
  readonly acl?: string;
  readonly policy?: string;
  readonly writable?: boolean;
}

let stored = 0;

function answer(status: number, body = '', headers: Record<string, string> = {}): ProbeAnswer {
  return { status, body, headers };
}

function error(status: number, code: string, headers: Record<string, string> = {}): ProbeAnswer {
  return answer(status, `<Error><Code>${code}</Code></Error>`, headers);
}

function serve(bucket: Bucket, { method, url, headers }: Sendable): ProbeAnswer {
  const region = { 'x-amz-bucket-region': bucket.region };
  const { hostname, searchParams } = new URL(url);
  const refused = error(403, 'AccessDenied', region);
  if (bucket.isMissing === true) return error(404, 'NoSuchBucket');
  if (hostname.endsWith('.amazonaws.com') && !hostname.includes(bucket.region)) {
    return error(301, 'PermanentRedirect', { ...region, location: 'https://127.0.0.1/' });
  }
  if (method === 'PUT') {
    if (bucket.writable !== true) return refused;
    if (headers?.['if-match'] !== undefined) return error(404, 'NoSuchKey');
    stored += 1;
    return answer(200);
  }
  if (searchParams.has('acl')) return bucket.acl === undefined ? refused : answer(200, bucket.acl);
  if (searchParams.has('policyStatus')) {
    return bucket.policy === undefined
      ? refused
      : answer(200, '<PolicyStatus><IsPublic>true</IsPublic></PolicyStatus>');
  }
  if (searchParams.has('policy')) return bucket.policy === undefined ? refused : answer(200, bucket.policy);
  if (bucket.lists !== true) return refused;
  return answer(200, method === 'HEAD' ? '' : '<ListBucketResult><KeyCount>1</KeyCount></ListBucketResult>', region);
}

async function observe(
  definition: BackendDefinition,
  bucket: Bucket,
  details: Record<string, string> = {},
  mode: 'read' | 'write' = 'write',
): Promise<{ observed: readonly Observation[]; backend: Backend; requests: readonly string[] }> {
  stored = 0;
  const requests: string[] = [];
  const backend: Backend = {
    id: `${definition.kind}:acme-media`,
    kind: definition.kind,
    name: 'acme-media',
    provider: definition.provider,
    owner: 'yours',
    ownerReason: '',
    shipped: [],
    mentioned: [],
    declared: [],
    observed: [],
    access: [],
    sensitivity: [],
    paths: [],
    details,
  };
  const probed = await runProbes([backend], {
    mode,
    dryRun: false,
    policy: { owned: ['*:acme-*'], probe: { createRecord: false, useCredential: false } },
    probingOf: () => definition.probing,
    log: { debug: () => {}, info: () => {}, warning: () => {} },
    transport: async (sendable) => {
      requests.push(`${sendable.method} ${sendable.url}`);
      return { type: 'answer', answer: serve(bucket, sendable), bytes: 0 };
    },
    pauseMs: 0,
  });
  expect(probed.problems).toEqual([]);
  expect(stored).toBe(0);
  const observed = probed.observations.get(backend.id) ?? [];
  return { observed, backend: { ...backend, observed }, requests };
}

function opened(observed: readonly Observation[]): Record<string, readonly string[]> {
  return Object.fromEntries(observed.filter((one) => one.outcome === 'open').map((one) => [one.probe, one.can]));
}

const acl = (group: string, permission: string) =>
  `<AccessControlPolicy><Grant><Grantee><URI>http://acs.amazonaws.com/groups/global/${group}</URI></Grantee><Permission>${permission}</Permission></Grant></AccessControlPolicy>`;

describe('an S3 bucket', () => {
  it('that is private is closed in every question', async () => {
    const { observed, requests } = await observe(s3, { region: 'eu-west-1' }, { region: 'eu-west-1' });
    expect(observed.map(({ probe, outcome }) => `${probe} ${outcome}`)).toEqual([
      's3-head closed',
      's3-acl closed',
      's3-policy-status closed',
      's3-policy closed',
      's3-website closed',
      's3-write closed',
    ]);
    expect(requests[0]).toBe('HEAD https://acme-media.s3.eu-west-1.amazonaws.com/');
  });

  it('that lists is open to list', async () => {
    const { observed } = await observe(s3, { region: 'eu-west-1', lists: true }, { region: 'eu-west-1' });
    expect(opened(observed)).toEqual({ 's3-head': ['list'], 's3-list': ['list'] });
  });

  it('is followed into its region, and only there', async () => {
    const { observed, requests } = await observe(s3, { region: 'ap-south-1', lists: true }, { region: 'eu-west-1' });
    expect(opened(observed)).toMatchObject({ 's3-list': ['list'] });
    expect(requests.slice(0, 2)).toEqual([
      'HEAD https://acme-media.s3.eu-west-1.amazonaws.com/',
      'HEAD https://acme-media.s3.ap-south-1.amazonaws.com/',
    ]);
    expect(requests.every((line) => line.includes('.amazonaws.com/'))).toBe(true);
  });

  it('tells by its ACL who may write, all accounts apart from anyone', async () => {
    const anyone = await observe(s3, { region: 'eu-west-1', acl: acl('AllUsers', 'WRITE') }, { region: 'eu-west-1' });
    expect(anyone.observed).toContainEqual(
      expect.objectContaining({ probe: 's3-acl', outcome: 'open', can: ['create'], audience: 'anyone' }),
    );
    const account = await observe(
      s3,
      { region: 'eu-west-1', acl: acl('AuthenticatedUsers', 'FULL_CONTROL') },
      { region: 'eu-west-1' },
    );
    expect(account.observed).toContainEqual(
      expect.objectContaining({ probe: 's3-acl', outcome: 'closed', audience: 'anyone' }),
    );
    expect(account.observed).toContainEqual(
      expect.objectContaining({
        probe: 's3-acl',
        outcome: 'open',
        can: ['list', 'create', 'administer'],
        audience: 'any-account',
      }),
    );
  });

  it('tells by its policy what anyone may do', async () => {
    const policy = JSON.stringify({
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:DeleteObject', Resource: '*' }],
    });
    const { observed } = await observe(s3, { region: 'eu-west-1', policy }, { region: 'eu-west-1' });
    expect(opened(observed)).toEqual({ 's3-policy': ['delete'] });
  });

  it('shows that anyone may write without a write', async () => {
    const { observed } = await observe(s3, { region: 'eu-west-1', writable: true }, { region: 'eu-west-1' });
    expect(opened(observed)).toEqual({ 's3-write': ['create', 'overwrite'] });
  });

  it('is never asked to write in read mode', async () => {
    const { requests } = await observe(s3, { region: 'eu-west-1', writable: true }, { region: 'eu-west-1' }, 'read');
    expect(requests.filter((line) => !/^(?:GET|HEAD) /.test(line))).toEqual([]);
  });

  it('that does not exist dangles, unless only its account can make it', async () => {
    const { backend } = await observe(s3, { region: 'eu-west-1', isMissing: true }, { region: 'eu-west-1' });
    expect(s3.extra?.(backend).map(({ rule }) => rule)).toEqual(['s3-dangling']);
    expect(s3.extra?.({ ...backend, name: 'acme-210987654321-eu-west-1-an' })).toEqual([]);
  });

  it('does not dangle where the host itself is unknown', () => {
    const observed = [{ probe: 's3-head', outcome: 'absent', can: [], status: 0, why: '' }] as const;
    expect(s3.extra?.({ observed, name: 'acme-media' } as unknown as Backend)).toEqual([]);
  });
});

describe('a store that imitates S3', () => {
  it('is asked to list and for its ACL, never to write', async () => {
    const bucket = { region: '', lists: true, acl: acl('AllUsers', 'FULL_CONTROL'), writable: true };
    const { observed, requests } = await observe(wasabi, bucket, { region: 'eu-central-1' });
    expect(opened(observed)).toEqual({ 'wasabi-list': ['list'], 'wasabi-acl': ['list', 'create', 'administer'] });
    expect(requests).toEqual([
      expect.stringMatching(
        /^GET https:\/\/acme-media\.s3\.eu-central-1\.wasabisys\.com\/\?list-type=2&max-keys=1&prefix=ajar-probe-[0-9a-f-]{36}$/,
      ),
      'GET https://acme-media.s3.eu-central-1.wasabisys.com/?acl',
    ]);
  });

  it('dangles by its own rule', async () => {
    const { backend } = await observe(wasabi, { region: '', isMissing: true });
    expect(wasabi.extra?.(backend).map(({ rule }) => rule)).toEqual(['wasabi-dangling']);
  });
});
