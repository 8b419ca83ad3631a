import { createHash, createHmac } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { s3 } from '../../src/backends/aws/s3.ts';
import { type FakeRequest, type Reply, USER_DATA, USER_NAME } from '../fakes/fake.ts';
import { createFront, forward } from '../fakes/front.ts';
import { askFake, openings, provedBy } from '../fakes/serve.ts';
import { findProgram, type Running, startProgram } from '../helpers/server-process.ts';

/**
 * VersityGW, an S3 server that decides on bucket policies and ACLs itself, conditions and digests included, under the host
 * names of AWS. It is a Go program; `npm run servers` installs it and runs this.
 */
const PROGRAM = findProgram('versitygw', 'AJAR_VERSITYGW');
const REGION = 'eu-west-1';
const DOMAIN = `s3.${REGION}.amazonaws.com`;
const ACCESS = 'ajar-owner';
const SECRET = 'only-this-test-and-its-server-know';

let folder: string;
let server: Running;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** As the owner: docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
async function asOwner(
  method: string,
  bucket: string,
  key = '',
  query = '',
  body = '',
  extra: FakeRequest['headers'] = {},
) {
  const host = `${bucket}.${DOMAIN}`;
  const now = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
  const headers: Record<string, string> = { ...extra, host, 'x-amz-content-sha256': sha256(body), 'x-amz-date': now };
  const names = Object.keys(headers).sort();
  const canonical = [
    method,
    `/${key}`,
    query === '' ? '' : `${query}=`,
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    sha256(body),
  ].join('\n');
  const scope = `${now.slice(0, 8)}/${REGION}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', now, scope, sha256(canonical)].join('\n');
  const signingKey = [now.slice(0, 8), REGION, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${SECRET}`);
  const signature = hmac(signingKey, toSign).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${ACCESS}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  const sent = { ...headers, authorization, 'content-length': String(body.length) };
  const reply = await forward(server.port, {
    method,
    host,
    path: `/${key}`,
    query: new URLSearchParams(query),
    headers: sent,
    body,
  });
  if (reply.status >= 300) throw new Error(`${method} ${bucket} ${query}: ${reply.status} ${reply.body}`);
}

interface Bucket {
  readonly actions?: readonly string[];
  readonly acl?: string;
}

const BUCKETS: Readonly<Record<string, Bucket>> = {
  private: {},
  'policy-list': { actions: ['s3:ListBucket'] },
  'policy-get': { actions: ['s3:GetObject'] },
  'policy-put': { actions: ['s3:PutObject'] },
  'policy-delete': { actions: ['s3:DeleteObject'] },
  'policy-all': { actions: ['s3:*'] },
  'acl-read': { acl: 'public-read' },
  'acl-read-write': { acl: 'public-read-write' },
};

async function make(bucket: string, { actions, acl }: Bucket): Promise<void> {
  await asOwner('PUT', bucket, '', '', '', { 'x-amz-object-ownership': 'BucketOwnerPreferred' });
  await asOwner('PUT', bucket, `${USER_NAME}.jpg`, '', USER_DATA);
  if (acl !== undefined) await asOwner('PUT', bucket, '', 'acl', '', { 'x-amz-acl': acl });
  if (actions === undefined) return;
  const ofObjects = actions.filter((action) => /Object$|\*/.test(action));
  const ofBucket = actions.filter((action) => /Bucket|\*/.test(action));
  const statement = (allowed: readonly string[], resource: string) =>
    allowed.length === 0 ? [] : [{ Effect: 'Allow', Principal: '*', Action: allowed, Resource: resource }];
  const arn = `arn:aws:s3:::${bucket}`;
  const policy = { Statement: [...statement(ofBucket, arn), ...statement(ofObjects, `${arn}/*`)] };
  await asOwner('PUT', bucket, '', 'policy', JSON.stringify(policy));
}

/** Names, contents and times of all that the server keeps. */
async function inventory(): Promise<readonly string[]> {
  const entries = await readdir(path.join(folder, 'data'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const lines = files.map(
    async (file) => `${file} ${(await stat(file)).mtimeMs} ${sha256(await readFile(file, 'utf8'))}`,
  );
  return (await Promise.all(lines)).sort();
}

/** AWS names the bucket's region in every answer for one that exists; this server only where HEAD succeeds. */
const withRegion = (reply: Reply): Reply =>
  reply.status === 404 ? reply : { ...reply, headers: { ...reply.headers, 'x-amz-bucket-region': REGION } };

async function ask(bucket: string, mode: 'read' | 'write') {
  const before = await inventory();
  const front = createFront(server.port, withRegion);
  const facts = { details: { region: REGION } };
  const asked = await askFake({ definition: s3, name: bucket, facts, mode }, front);
  expect(asked.problems).toEqual([]);
  expect([asked.dataBytes, asked.names]).toEqual([0, 0]);
  expect(await inventory()).toEqual(before);
  return { ...asked, writes: front.mutations() };
}

describe.skipIf(PROGRAM === undefined)(
  'VersityGW (missing here: go install github.com/versity/versitygw/cmd/versitygw@latest)',
  () => {
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'ajar-versitygw-'));
      await mkdir(path.join(folder, 'data'));
      server = await startProgram(
        PROGRAM ?? '',
        (port) => [
          '-p',
          `127.0.0.1:${port}`,
          '--region',
          REGION,
          '--virtual-domain',
          DOMAIN,
          '--quiet',
          'posix',
          path.join(folder, 'data'),
        ],
        { ROOT_ACCESS_KEY: ACCESS, ROOT_SECRET_KEY: SECRET },
      );
      for (const [name, bucket] of Object.entries(BUCKETS)) await make(name, bucket);
    }, 180_000);
    afterAll(async () => {
      await server?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    it.each<[string, readonly string[], readonly string[]]>([
      ['private', [], []],
      ['policy-list', ['list'], ['list']],
      ['policy-get', [], []],
      ['policy-put', [], ['create', 'overwrite']],
      ['policy-delete', [], []],
      ['policy-all', ['list'], ['create', 'list', 'overwrite']],
      ['acl-read', ['list'], ['list']],
      ['acl-read-write', ['list'], ['create', 'list', 'overwrite']],
    ])('%s: reading proves %j, writing %j, and nothing is changed', async (bucket, byReading, byWriting) => {
      const read = await ask(bucket, 'read');
      expect([provedBy(read.observed), read.writes]).toEqual([byReading, 0]);
      const written = await ask(bucket, 'write');
      expect([provedBy(written.observed), written.writes]).toEqual([byWriting, 1]);
    });

    it('asks the permission before the condition: the same upload is refused where nobody may write', async () => {
      const statuses = await Promise.all(
        ['private', 'policy-put'].map(
          async (bucket) => (await ask(bucket, 'write')).observed.find(({ probe }) => probe === 's3-write')?.status,
        ),
      );
      expect(statuses).toEqual([403, 404]);
    });

    it('a bucket that is missing is absent, and nothing is tried on it', async () => {
      const { observed, writes } = await ask('never-made', 'write');
      expect([observed.at(-1)?.outcome, openings(observed), writes]).toEqual(['absent', {}, 0]);
    });
  },
);
