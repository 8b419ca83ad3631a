import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { azureBlob } from '../../../src/backends/azure/azure-blob.ts';
import { rightsOf } from '../../../src/backends/azure/sas-grammar.ts';
import type { Backend, Observation, Operation } from '../../../src/model.ts';
import type { Sendable } from '../../../src/probes/client.ts';
import { runProbes } from '../../../src/probes/run.ts';

/** Microsoft's own emulator as the judge of what Ajar concludes; all requests stay on the loopback address. */

const ACCOUNT = 'acmeprodmedia';
const KEY = Buffer.from('a key that only this test and its emulator know, 64 bytes long..').toString('base64');
const HOST = `${ACCOUNT}.blob.core.windows.net`;
const BLOB = { 'x-ms-blob-type': 'BlockBlob' };

let emulator: ChildProcess;
let port = 0;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends to the emulator what is meant for Azure. */
function send({ method, url, headers = {}, body = '' }: Sendable): Promise<Answer> {
  const { hostname, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path: `${pathname}${search}`,
        headers: { host: hostname, 'content-length': body.length, ...headers },
      },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (chunk: string) => {
          text += chunk;
        });
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers as Record<string, string>,
            body: text,
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const EXPIRES = '2099-01-01T00:00:00Z';

/** An account SAS, signed as learn.microsoft.com/rest/api/storageservices/create-account-sas says. */
function accountSas(permissions: string, levels: string): string {
  const version = '2021-10-04';
  const signed = `${[ACCOUNT, permissions, 'b', levels, '', EXPIRES, '', 'https,http', version, '', ''].join('\n')}`;
  const signature = createHmac('sha256', Buffer.from(KEY, 'base64')).update(signed).digest('base64');
  return new URLSearchParams({
    sv: version,
    ss: 'b',
    srt: levels,
    sp: permissions,
    se: EXPIRES,
    spr: 'https,http',
    sig: signature,
  }).toString();
}

const OWNER = accountSas('rwdlacup', 'sco');

async function prepare(container: string, access?: string): Promise<void> {
  const made = await send({
    method: 'PUT',
    url: `https://${HOST}/${container}?restype=container&${OWNER}`,
    headers: access === undefined ? {} : { 'x-ms-blob-public-access': access },
  });
  const filled = await send({
    method: 'PUT',
    url: `https://${HOST}/${container}/1.jpg?${OWNER}`,
    headers: BLOB,
    body: 'x',
  });
  expect([container, made.status, filled.status]).toEqual([container, 201, 201]);
}

beforeAll(async () => {
  port = await freePort();
  const main = fileURLToPath(new URL('../../../node_modules/azurite/dist/src/blob/main.js', import.meta.url));
  emulator = spawn(
    process.execPath,
    [
      main,
      '--blobPort',
      String(port),
      '--inMemoryPersistence',
      '--skipApiVersionCheck',
      '--disableTelemetry',
      '--silent',
    ],
    { env: { ...process.env, AZURITE_ACCOUNTS: `${ACCOUNT}:${KEY}` }, stdio: 'ignore' },
  );
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const isUp = await send({ method: 'GET', url: `https://${HOST}/?comp=list` }).then(
      () => true,
      () => false,
    );
    if (isUp) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await prepare('open-list', 'container');
  await prepare('open-blobs', 'blob');
  await prepare('private');
}, 60_000);

afterAll(() => {
  emulator.kill();
});

async function observe(container: string, paths: readonly string[] = []): Promise<readonly Observation[]> {
  const methods: string[] = [];
  const backend: Backend = {
    id: `azure-blob:${ACCOUNT}/${container}`,
    kind: 'azure-blob',
    name: `${ACCOUNT}/${container}`,
    provider: 'azure',
    owner: 'yours',
    ownerReason: '',
    shipped: [],
    mentioned: [],
    declared: [],
    observed: [],
    access: [],
    sensitivity: [],
    paths,
    details: {},
  };
  const probed = await runProbes([backend], {
    mode: 'write',
    dryRun: false,
    policy: { owned: ['*'], probe: { createRecord: true, useCredential: true } },
    probingOf: () => azureBlob.probing,
    log: { debug: () => {}, info: () => {}, warning: () => {} },
    transport: async (sendable) => {
      methods.push(sendable.method);
      const answer = await send(sendable);
      return { type: 'answer', answer, bytes: answer.body.length };
    },
    pauseMs: 0,
  });
  expect(probed.problems).toEqual([]);
  expect(methods.filter((method) => method !== 'GET' && method !== 'HEAD')).toEqual([]);
  return probed.observations.get(backend.id) ?? [];
}

describe('the probes of a container, asked of Azurite', () => {
  it('find that a container lists and reads', async () => {
    const observed = await observe('open-list');
    expect(observed.map(({ probe, outcome, can }) => [probe, outcome, can])).toEqual([
      ['azure-blob-container', 'open', ['list', 'read']],
      ['azure-blob-list', 'open', ['list', 'read']],
    ]);
  });

  it('find that blobs are public although the container does not list', async () => {
    const observed = await observe('open-blobs', ['/1.jpg']);
    expect(observed.filter(({ outcome }) => outcome === 'open').map(({ probe, can }) => [probe, can])).toEqual([
      ['azure-blob-absent', ['read']],
      ['azure-blob-known', ['read']],
    ]);
  });

  it.each(['private', 'never-made'])('find nothing open in %s', async (container) => {
    const observed = await observe(container, ['/1.jpg']);
    expect(observed.length).toBeGreaterThan(0);
    expect(observed.filter(({ outcome }) => outcome !== 'closed')).toEqual([]);
  });
});

/** What an account SAS can really do, tried operation by operation on blobs of its own. */
async function tried(permissions: string, levels: string): Promise<readonly Operation[]> {
  const sas = accountSas(permissions, levels);
  const at = (blob: string, key: string) => `https://${HOST}/private/${blob}?${key}`;
  await send({ method: 'PUT', url: at('victim', OWNER), headers: BLOB, body: 'x' });
  await send({ method: 'DELETE', url: at('fresh', OWNER) });
  const attempts: readonly [Operation, Sendable][] = [
    ['list', { method: 'GET', url: `https://${HOST}/private?restype=container&comp=list&${sas}` }],
    ['read', { method: 'GET', url: at('victim', sas) }],
    ['create', { method: 'PUT', url: at('fresh', sas), headers: BLOB, body: 'x' }],
    ['overwrite', { method: 'PUT', url: at('victim', sas), headers: BLOB, body: 'y' }],
    ['delete', { method: 'DELETE', url: at('victim', sas) }],
  ];
  const can: Operation[] = [];
  for (const [operation, sendable] of attempts) {
    if ((await send(sendable)).status < 300) can.push(operation);
  }
  // Whole containers count as much as the blobs in them.
  await send({ method: 'PUT', url: `https://${HOST}/victims?restype=container&${OWNER}` });
  const gone = await send({ method: 'DELETE', url: `https://${HOST}/victims?restype=container&${sas}` });
  return gone.status < 300 && !can.includes('delete') ? [...can, 'delete'] : can;
}

describe('the rights of an account SAS', () => {
  const sets = ['r', 'w', 'd', 'l', 'c', 'rwdl'].flatMap((permissions) =>
    ['o', 'c', 'sco'].map((levels) => [permissions, levels] as const),
  );

  it.each(sets)('sp=%s srt=%s are what Azurite lets its holder do with blobs', async (permissions, levels) => {
    const said = rightsOf({ permissions, scope: { of: 'account', services: 'b', levels } });
    const blobs: readonly Operation[] = ['list', 'read', 'create', 'overwrite', 'delete'];
    expect(blobs.filter((operation) => said.includes(operation))).toEqual(await tried(permissions, levels));
  });
});
