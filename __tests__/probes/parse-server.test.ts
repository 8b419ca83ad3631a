import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../../src/backends/baas/parse.ts';
import { type FakeRequest, USER_DATA } from '../fakes/fake.ts';
import { createFront, forward } from '../fakes/front.ts';
import type { FakeClass } from '../fakes/parse.ts';
import { createParse } from '../fakes/parse.ts';
import { askFake } from '../fakes/serve.ts';
import { type Running, startProgram } from '../helpers/server-process.ts';

/** Parse Server itself, over PGlite, behind the host name of Back4App; `npm run servers` installs it. */
const FOLDER = process.env.AJAR_PARSE ?? path.join(homedir(), '.cache', 'ajar-servers');
const IS_HERE = existsSync(path.join(FOLDER, 'node_modules', 'parse-server'));
const SCRIPT = fileURLToPath(new URL('../helpers/parse-server.mjs', import.meta.url));
const HOST = 'acmeprod.b4a.io';
const APP_ID = 'Qw3rTy7UiOpAsDfGhJk2'.repeat(2);
const CLIENT_KEY = 'Zk81PmQ2w'.repeat(4);
const MASTER_KEY = 'only-this-test-and-its-server-know';

let server: Running;

async function asOwner(method: string, at: string, body: object = {}): Promise<Record<string, unknown>> {
  const text = method === 'GET' ? '' : JSON.stringify(body);
  const headers: FakeRequest['headers'] = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    'x-parse-application-id': APP_ID,
    'x-parse-client-key': CLIENT_KEY,
    'x-parse-master-key': MASTER_KEY,
  };
  const asked = { method, host: HOST, path: `/parse${at}`, query: new URLSearchParams(), headers, body: text };
  const reply = await forward(server.port, asked);
  if (reply.status >= 300) throw new Error(`${method} ${at}: ${reply.status} ${reply.body}`);
  return JSON.parse(reply.body ?? '{}');
}

const OPERATIONS = ['find', 'count', 'get', 'create', 'update', 'delete'] as const;

/** The same classes for both servers. */
const CLASSES: Readonly<Record<string, FakeClass>> = {
  Open: { everybody: ['find', 'count', 'get', 'delete'], objects: { a: true } },
  Hidden: { everybody: ['find', 'count', 'get', 'delete'], objects: { a: false } },
  Kept: { everybody: ['find', 'count', 'get'], objects: { a: true } },
  OneByOne: { everybody: ['get'], objects: { a: true } },
  Uncounted: { everybody: ['find', 'get'], objects: { a: true } },
  Locked: { everybody: [], objects: { a: true } },
  Empty: { everybody: ['find', 'count', 'delete'], objects: {} },
};

async function make(className: string, { everybody, objects }: FakeClass): Promise<void> {
  const allowed = OPERATIONS.map((one) => [one, everybody.some((other) => other === one) ? { '*': true } : {}]);
  await asOwner('POST', `/schemas/${className}`, {
    className,
    fields: { email: { type: 'String' } },
    classLevelPermissions: Object.fromEntries(allowed),
  });
  for (const isReadable of Object.values(objects)) {
    await asOwner('POST', `/classes/${className}`, {
      email: USER_DATA,
      ACL: isReadable ? { '*': { read: true } } : {},
    });
  }
}

const inventory = async () =>
  JSON.stringify(await Promise.all(Object.keys(CLASSES).map((name) => asOwner('GET', `/classes/${name}`))));

describe.skipIf(!IS_HERE)('Parse Server (missing here: npm run servers)', () => {
  beforeAll(async () => {
    const environment = { PARSE_APP_ID: APP_ID, PARSE_CLIENT_KEY: CLIENT_KEY, PARSE_MASTER_KEY: MASTER_KEY };
    server = await startProgram(process.execPath, (port) => [SCRIPT, FOLDER, String(port)], environment);
    for (const [name, one] of Object.entries(CLASSES)) await make(name, one);
  }, 180_000);
  afterAll(() => server?.stop());

  it.each(Object.keys(CLASSES))(
    '%s: answers like the server that stands in for it, and nothing is changed',
    async (name) => {
      const before = await inventory();
      const facts = { details: { host: HOST, appId: APP_ID, clientKey: CLIENT_KEY }, paths: [`/classes/${name}`] };
      const asking = { definition: parse, name: 'acmeprod', facts, mode: 'write' } as const;
      const real = await askFake(asking, createFront(server.port));
      const fake = createParse({ [APP_ID]: { mount: '/parse', clientKey: CLIENT_KEY, classes: CLASSES } });
      const stood = await askFake(asking, fake);
      const seen = real.observed.map(({ probe, outcome, status }) => [probe, outcome, status]);
      expect(seen).toEqual(stood.observed.map(({ probe, outcome, status }) => [probe, outcome, status]));
      expect([await inventory(), real.dataBytes, real.names]).toEqual([before, 0, 0]);
    },
  );

  it('refuses keys of another app', async () => {
    const facts = { details: { host: HOST, appId: 'B'.repeat(40) }, paths: ['/classes/Open'] };
    const { observed } = await askFake(
      { definition: parse, name: 'acmeprod', facts, mode: 'write' },
      createFront(server.port),
    );
    expect(observed.map(({ outcome, status }) => [outcome, status])).toEqual([
      ['closed', 403],
      ['closed', 403],
      ['closed', 403],
    ]);
  });
});
