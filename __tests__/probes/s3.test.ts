import { describe, expect, it } from 'vitest';
import { s3 } from '../../src/backends/aws/s3.ts';
import { BACKENDS } from '../../src/backends/registry.ts';
import { createS3, type FakeBucket } from '../fakes/s3.ts';
import { type Asking, askFake, openings, provedBy } from '../fakes/serve.ts';

const REGION = 'eu-west-1';

async function ask(bucket: FakeBucket | undefined, asking: Partial<Asking> = {}) {
  const fake = createS3(bucket === undefined ? {} : { 'acme-media': bucket });
  const facts = { details: { region: REGION } };
  const asked = await askFake({ definition: s3, name: 'acme-media', facts, mode: 'write', ...asking }, fake);
  expect(asked.problems).toEqual([]);
  expect([fake.mutations(), asked.dataBytes, asked.names]).toEqual([0, 0, 0]);
  return asked;
}

const group = (permission: string, to: 'AllUsers' | 'AuthenticatedUsers' = 'AllUsers') => ({ group: to, permission });

describe('an S3 bucket', () => {
  it.each<[string, FakeBucket, readonly string[], readonly string[]]>([
    ['private', { region: REGION }, [], []],
    ['private and empty', { region: REGION, objects: {} }, [], []],
    ['listed by its policy', { region: REGION, policy: ['s3:ListBucket'] }, ['list'], ['list']],
    ['listed by its policy, and empty', { region: REGION, policy: ['s3:ListBucket'], objects: {} }, ['list'], ['list']],
    ['listed by its ACL', { region: REGION, acl: [group('READ')] }, ['list'], ['list']],
    ['written by its policy', { region: REGION, policy: ['s3:PutObject'] }, [], ['create', 'overwrite']],
    ['written by its ACL, which it hides', { region: REGION, acl: [group('WRITE')] }, [], ['create', 'overwrite']],
    [
      'written by its ACL, which it shows',
      { region: REGION, acl: [group('WRITE'), group('READ_ACP')] },
      ['create'],
      ['create', 'overwrite'],
    ],
    [
      'everybody’s by its ACL',
      { region: REGION, acl: [group('FULL_CONTROL')] },
      ['administer', 'create', 'list'],
      ['administer', 'create', 'list', 'overwrite'],
    ],
    ['everybody’s by its policy', { region: REGION, policy: ['s3:*'] }, ['list'], ['create', 'list', 'overwrite']],
    ['read object by object', { region: REGION, policy: ['s3:GetObject'] }, [], []],
  ])('that is %s', async (_name, bucket, byReading, byWriting) => {
    expect(provedBy((await ask(bucket, { mode: 'read' })).observed)).toEqual(byReading);
    expect(provedBy((await ask(bucket)).observed)).toEqual(byWriting);
    expect(provedBy((await ask(bucket, { owned: ['s3:other'] })).observed)).toEqual(byReading);
  });

  it('that grants to every account is not open to anyone', async () => {
    const { observed } = await ask({
      region: REGION,
      acl: [group('FULL_CONTROL', 'AuthenticatedUsers'), group('READ_ACP')],
    });
    const open = observed.filter(({ outcome }) => outcome === 'open');
    expect(open.map(({ probe, audience, can }) => [probe, audience, can])).toEqual([
      ['s3-acl', 'any-account', ['list', 'create', 'administer']],
    ]);
  });

  it('that serves a website says so, where it shows that to anyone', async () => {
    const policy = ['s3:GetBucketWebsite'];
    for (const website of [true, false]) {
      const { observed } = await ask({ region: REGION, website, policy });
      const seen = observed.find(({ probe }) => probe === 's3-website');
      expect([seen?.outcome, seen?.status]).toEqual(website ? ['undecided', 200] : ['closed', 404]);
    }
  });

  it('that is missing is absent, and nothing else', async () => {
    const { observed } = await ask(undefined);
    expect(observed.map(({ probe, outcome }) => [probe, outcome])).toEqual([
      ['s3-head', 'undecided'],
      ['s3-list', 'absent'],
    ]);
  });

  it('is followed into its region, from another one and from the global endpoint, and nowhere else', async () => {
    const bucket = { region: 'ap-south-1', policy: ['s3:ListBucket'] };
    for (const details of [{ region: REGION }, {}]) {
      const { observed, requests } = await ask(bucket, { facts: { details } });
      expect(openings(observed)['s3-head']).toEqual(['list']);
      expect(requests.slice(1).every((line) => line.includes(' acme-media.s3.ap-south-1.amazonaws.com/'))).toBe(true);
    }
  });

  it('that a server sends from region to region is given up', async () => {
    const regions = ['eu-west-1', 'eu-west-2'];
    let turn = 0;
    const fake = {
      mutations: () => 0,
      answer: () => {
        turn += 1;
        return { status: 301, headers: { 'x-amz-bucket-region': regions[turn % 2] ?? '' } };
      },
    };
    const asked = await askFake(
      { definition: s3, name: 'acme-media', facts: { details: { region: REGION } }, mode: 'write' },
      fake,
    );
    expect(asked.requests.length).toBeLessThanOrEqual(4);
    expect(asked.observed.every(({ outcome }) => outcome === 'undecided')).toBe(true);
  });

  it('behind an imitator that stores what must fail is told at once', async () => {
    const fake = createS3(
      { 'acme-media': { region: REGION } },
      { host: /^(?<bucket>.+)\.s3\.eu-west-1\.amazonaws\.com$/, isDangerousClone: true },
    );
    const facts = { details: { region: REGION } };
    const write = { definition: s3, name: 'acme-media', facts, mode: 'write' } as const;
    expect((await askFake({ ...write, mode: 'read' }, fake)).dataBytes).toBe(0);
    expect(fake.mutations()).toBe(0);
    // An imitator shows no region of AWS, so it is not taken for AWS and not written to.
    const asked = await askFake(write, fake);
    expect(asked.requests.filter((line) => !/^(?:GET|HEAD) /.test(line))).toEqual([]);
    expect(fake.mutations()).toBe(0);
  });

  it('that stores what must fail is reported, with the name of what it stored', async () => {
    const stored: string[] = [];
    const fake = {
      mutations: () => stored.length,
      answer: ({ method, path }: { readonly method: string; readonly path: string }) => {
        if (method !== 'PUT') return { status: 403, headers: { 'x-amz-bucket-region': REGION } };
        stored.push(path.slice(1));
        return { status: 200 };
      },
    };
    const asked = await askFake(
      { definition: s3, name: 'acme-media', facts: { details: { region: REGION } }, mode: 'write' },
      fake,
    );
    expect(stored).toHaveLength(1);
    expect(asked.observed.at(-1)).toMatchObject({ probe: 's3-write', outcome: 'open', can: ['create', 'overwrite'] });
    expect(asked.observed.at(-1)?.why).toContain(stored[0]);
  });
});

/** A host of each store that speaks the S3 API, as its grammar makes it from a region. */
const STORES: Readonly<Record<string, string>> = {
  'digitalocean-spaces': 'fra1',
  wasabi: 'eu-central-1',
  'backblaze-b2': 'us-west-004',
  linode: 'us-east-1',
};

describe('a store that imitates S3', () => {
  const stores = BACKENDS.filter(
    ({ kind, probing }) => kind !== 's3' && probing?.specs.some(({ id }) => id.endsWith('-acl')) === true,
  );

  it.each(stores.map((definition) => [definition.kind, definition] as const))(
    '%s is never written to, whoever owns it',
    async (kind, definition) => {
      const fake = createS3(
        { 'acme-media': { region: 'x' } },
        { host: /^(?<bucket>acme-media)\.(?<region>.+)$|^(?<none>.+)$/, isDangerousClone: true },
      );
      const region = STORES[kind] ?? 'eu-central-1';
      const asked = await askFake(
        { definition, name: 'acme-media', facts: { details: { region, cluster: region } }, mode: 'write' },
        fake,
      );
      expect(asked.requests.length).toBeGreaterThan(0);
      expect(asked.requests.filter((line) => !/^(?:GET|HEAD) /.test(line))).toEqual([]);
      expect([fake.mutations(), asked.dataBytes, asked.names]).toEqual([0, 0, 0]);
      expect(openings(asked.observed)[`${kind}-list`]).toContain('list');
    },
  );
});
