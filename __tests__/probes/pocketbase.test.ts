import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pocketbase } from '../../src/backends/baas/pocketbase.ts';
import { type FakeRequest, USER_DATA, USER_NAME } from '../fakes/fake.ts';
import { createFront, forward } from '../fakes/front.ts';
import { createPocketBase } from '../fakes/pocketbase.ts';
import { askFake } from '../fakes/serve.ts';
import { findProgram, type Running, startProgram } from '../helpers/server-process.ts';

/** PocketBase itself, with the rules of its collections, behind the host name of its hosting; `npm run servers` installs it. */
const PROGRAM = findProgram('base', 'AJAR_POCKETBASE');
const HOST = 'acme.pockethost.io';
const OWNER = ['owner@acme.test', 'only-this-test-knows'] as const;

let folder: string;
let server: Running;
let token = '';

async function asOwner(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers: FakeRequest['headers'] = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    ...(token === '' ? {} : { authorization: token }),
  };
  const reply = await forward(server.port, {
    method,
    host: HOST,
    path,
    query: new URLSearchParams(),
    headers,
    body: text,
  });
  if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${reply.body}`);
  return JSON.parse(reply.body ?? '{}');
}

const OTHERS = '@request.auth.id != ""';

/** Rules of PocketBase: `null` superusers only, empty anybody, else who fits. */
const COLLECTIONS = {
  open: { listRule: '', deleteRule: '' },
  locked: { listRule: null, deleteRule: null },
  members: { listRule: OTHERS, deleteRule: OTHERS },
} as const;

const STOOD = {
  open: { list: 'everybody', delete: 'everybody' },
  locked: { list: null, delete: null },
  members: { list: 'nobody', delete: 'nobody' },
} as const;

const inventory = async () =>
  JSON.stringify(
    await Promise.all(Object.keys(COLLECTIONS).map((name) => asOwner('GET', `/api/collections/${name}/records`))),
  );

describe.skipIf(PROGRAM === undefined)(
  'PocketBase (missing here: go install github.com/pocketbase/pocketbase/examples/base)',
  () => {
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'ajar-pocketbase-'));
      // Its migrations lie beside the data, so both are given a place that goes with the test.
      const dir = `--dir=${path.join(folder, 'pb_data')}`;
      expect(spawnSync(PROGRAM ?? '', ['superuser', 'upsert', ...OWNER, dir]).status).toBe(0);
      server = await startProgram(PROGRAM ?? '', (port) => ['serve', `--http=127.0.0.1:${port}`, dir]);
      const signedIn = await asOwner('POST', '/api/collections/_superusers/auth-with-password', {
        identity: OWNER[0],
        password: OWNER[1],
      });
      token = String(signedIn.token);
      for (const [name, rules] of Object.entries(COLLECTIONS)) {
        await asOwner('POST', '/api/collections', {
          name,
          type: 'base',
          ...rules,
          fields: [{ name: 'note', type: 'text' }],
        });
        await asOwner('POST', `/api/collections/${name}/records`, { note: `${USER_NAME} ${USER_DATA}` });
      }
    }, 180_000);
    afterAll(async () => {
      await server?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    it.each([
      [
        'open',
        [
          ['open', 200],
          ['undecided', 404],
        ],
      ],
      [
        'locked',
        [
          ['closed', 403],
          ['closed', 403],
        ],
      ],
      [
        'members',
        [
          ['undecided', 200],
          ['undecided', 404],
        ],
      ],
      [
        'never_made',
        [
          ['absent', 404],
          ['undecided', 404],
        ],
      ],
    ])('%s: what is listed and what is deleted, and nothing is changed', async (collection, expected) => {
      const before = await inventory();
      const facts = { paths: [`/${collection}`] };
      const asking = { definition: pocketbase, name: HOST, facts, mode: 'write' } as const;
      const asked = await askFake(asking, createFront(server.port));
      expect(asked.observed.map(({ outcome, status }) => [outcome, status])).toEqual(expected);
      expect([await inventory(), asked.dataBytes, asked.names]).toEqual([before, 0, 0]);
      // The server that stands in for it where it is missing answers the same.
      const stood = await askFake(asking, createPocketBase({ [HOST]: STOOD }));
      expect(stood.observed.map(({ outcome, status }) => [outcome, status])).toEqual(expected);
    });
  },
);
