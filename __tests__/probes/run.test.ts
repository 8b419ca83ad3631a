import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Consent, ProbeRequest, ProbeSpec, Probing } from '../../src/backends/backend.ts';
import type { Backend, Logger } from '../../src/model.ts';
import { createTransport } from '../../src/probes/client.ts';
import { FIRST_LINE, type ProbeSettings, runProbes } from '../../src/probes/run.ts';
import { type ProbeServer, startProbeServer } from '../helpers/https-server.ts';

let server: ProbeServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const lines: string[] = [];
const log: Logger = { debug: () => {}, info: () => {}, warning: (line) => lines.push(line) };

const backend: Backend = {
  id: 's3:acme',
  kind: 's3',
  name: 'acme',
  provider: 'aws',
  owner: 'yours',
  ownerReason: '',
  shipped: [],
  mentioned: [],
  declared: [],
  observed: [],
  access: [],
  sensitivity: ['unknown'],
  paths: [],
  details: {},
};

function request(changes: Partial<ProbeRequest> = {}): ProbeRequest {
  return {
    id: 'test-read',
    method: 'GET',
    url: 'https://a.probe.test/x',
    audience: 'anyone',
    read: ({ status, body }) => ({
      outcome: status === 200 ? 'open' : 'closed',
      can: status === 200 ? ['read'] : [],
      why: `body of ${body.length}`,
    }),
    ...changes,
  };
}

const spec = (id: string, mode: ProbeSpec['mode'], consent?: Consent): ProbeSpec => ({
  id,
  mode,
  ...(consent === undefined ? {} : { consent }),
  request: '',
  proves: '',
  sideEffects: '',
  reference: '',
});

const SPECS: readonly ProbeSpec[] = [
  spec('test-read', 'read'),
  spec('test-away', 'read'),
  spec('test-write', 'write'),
  spec('test-record', 'write', 'create-record'),
  spec('test-key', 'read', 'use-credential'),
];

function settings(requests: readonly ProbeRequest[], changes: Partial<ProbeSettings> = {}): ProbeSettings {
  const probing: Probing = { hosts: ['probe.test'], specs: SPECS, plan: () => requests };
  return {
    mode: 'read',
    dryRun: false,
    policy: { owned: [], probe: { createRecord: false, useCredential: false } },
    probingOf: () => probing,
    log,
    pauseMs: 0,
    ...(server === undefined ? {} : { transport: server.transport }),
    ...changes,
  };
}

describe('runProbes', () => {
  it('asks, reads the answer and writes the ledger', async () => {
    server = await startProbeServer((_request, response) => response.end('hello'));
    const probed = await runProbes([backend], settings([request()]));
    expect(probed.observations.get('s3:acme')).toEqual([
      { probe: 'test-read', audience: 'anyone', outcome: 'open', can: ['read'], status: 200, why: 'body of 5' },
    ]);
    expect(probed.ledger).toMatchObject([
      { backend: 's3:acme', method: 'GET', host: 'a.probe.test', path: '/x', status: 200, bytes: 5, outcome: 'open' },
    ]);
    expect(lines).toContain(FIRST_LINE);
  });

  it('sends a key that stands in the URL, and leaves it out of the ledger', async () => {
    server = await startProbeServer((_request, response) => response.end('x'));
    const keyed = request({ url: 'https://a.probe.test/1/keys/0a1b2c3d?k=0a1b2c3d', hides: '0a1b2c3d' });
    const probed = await runProbes([backend], settings([keyed]));
    expect(server.requests).toEqual(['GET a.probe.test/1/keys/0a1b2c3d?k=0a1b2c3d']);
    expect(probed.ledger.map(({ path }) => path)).toEqual(['/1/keys/…?k=…']);
  });

  it('does not follow a redirect', async () => {
    server = await startProbeServer((_request, response) =>
      response.writeHead(302, { location: 'https://b.probe.test/stolen' }).end(),
    );
    await runProbes([backend], settings([request()]));
    expect(server.requests).toHaveLength(1);
  });

  it('refuses a follow-up off the list of hosts', async () => {
    server = await startProbeServer((_request, response) => response.end('x'));
    const away = request({ id: 'test-away', url: 'https://metadata.internal.test/' });
    const first = request({
      read: () =>
        Object.fromEntries([
          ['outcome', 'open'],
          ['can', []],
          ['why', ''],
          ['follow', [away]],
        ]) as ReturnType<ProbeRequest['read']>,
    });
    const probed = await runProbes([backend], settings([first]));
    expect(server.requests).toHaveLength(1);
    expect(probed.ledger.map(({ outcome }) => outcome)).toEqual(['open', 'refused']);
    expect(probed.problems[0]?.reason).toMatch(/not a host of this backend/);
  });

  it('stops reading an endless body after 8 KiB', async () => {
    server = await startProbeServer((_request, response) => {
      const timer = setInterval(() => response.write(Buffer.alloc(65_536, 120)), 1);
      response.on('close', () => clearInterval(timer));
    });
    const probed = await runProbes([backend], settings([request()]));
    expect(probed.observations.get('s3:acme')?.[0]?.why).toBe('body of 8192');
  });

  it('gives up on a slow drip, and calls it undecided', async () => {
    server = await startProbeServer((_request, response) => {
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    }, 200);
    const probed = await runProbes([backend], settings([request()]));
    expect(probed.observations.get('s3:acme')?.[0]).toMatchObject({ outcome: 'undecided', status: 0, can: [] });
  });

  it('sends nothing in a dry run, and says what it would have sent', async () => {
    server = await startProbeServer((_request, response) => response.end());
    const probed = await runProbes([backend], settings([request()], { dryRun: true }));
    expect(server.requests).toEqual([]);
    expect(probed.ledger).toMatchObject([{ outcome: 'planned', host: 'a.probe.test' }]);
  });

  const both = { createRecord: true, useCredential: true };
  const none = { createRecord: false, useCredential: false };
  const consenting = (consents: Partial<typeof both>, owned: readonly string[] = ['s3:ac*']) => ({
    mode: 'write' as const,
    policy: { owned, probe: { ...none, ...consents } },
  });

  it.each<[string, Backend, string, Partial<ProbeSettings>]>([
    ['a third party’s backend', { ...backend, owner: 'third-party' }, 'test-read', consenting(both)],
    ['a write probe in read mode', backend, 'test-write', { ...consenting(both), mode: 'read' }],
    ['a write probe to a backend not named as owned', backend, 'test-write', consenting(both, ['s3:other'])],
    ['a record-making probe in read mode', backend, 'test-record', { ...consenting(both), mode: 'read' }],
    ['a record-making probe without consent', backend, 'test-record', consenting({ useCredential: true })],
    ['a record-making probe to what is not owned', backend, 'test-record', consenting(both, [])],
    ['a probe with a found credential without consent', backend, 'test-key', consenting({ createRecord: true })],
    ['a probe that nothing says the safety of', backend, 'test-unknown', consenting(both)],
  ])('does not send: %s', async (_name, target, id, changes) => {
    server = await startProbeServer((_request, response) => response.end());
    await runProbes([target], settings([request({ id })], changes));
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['test-write', consenting({})],
    ['test-record', consenting({ createRecord: true })],
    ['test-key', { ...consenting({ useCredential: true }, []), mode: 'read' as const }],
  ])('sends %s where its mode, its owner and its consent are given', async (id, changes) => {
    server = await startProbeServer((_request, response) => response.end());
    await runProbes([backend], settings([request({ id, method: 'DELETE' })], changes));
    expect(server.requests).toEqual(['DELETE a.probe.test/x']);
  });

  it('names in a dry run what would follow from the answers, and nothing that is not allowed', async () => {
    const probed = await runProbes([backend], settings([request()], { dryRun: true, ...consenting({}) }));
    expect(probed.problems.map(({ reason }) => reason)).toEqual([
      'depending on the answers, also asked would be: test-away, test-write (docs/probes.md)',
    ]);
  });

  it('keeps the budget of one backend', async () => {
    server = await startProbeServer((_request, response) => response.end());
    const probed = await runProbes([backend], settings(Array.from({ length: 40 }, () => request())));
    expect(server.requests).toHaveLength(24);
    expect(probed.problems[0]?.reason).toMatch(/16 live checks were not made/);
  });
});

describe('the client itself', () => {
  it('gives up on what cannot be sent at all', async () => {
    const headers = { 'x-key': 'a\r\nhost: evil.example' };
    const sent = await createTransport()({ method: 'GET', url: 'https://a.probe.test/', headers });
    expect(sent).toMatchObject({ type: 'failed' });
    expect(JSON.stringify(sent)).not.toContain('evil');
  });

  it('asks for a name once, and connects to the address that was checked: a second answer changes nothing', async () => {
    server = await startProbeServer((_request, response) => response.end('x'));
    let asked = 0;
    const sent = await server.transportBy(async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }];
    })({ method: 'GET', url: 'https://a.probe.test/' });
    expect([asked, sent.type]).toEqual([1, 'answer']);
  });

  it('refuses a name with one private address among public ones', async () => {
    const resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    const sent = await createTransport({ resolve })({ method: 'GET', url: 'https://a.probe.test/' });
    expect(sent).toMatchObject({ type: 'failed', why: expect.stringMatching(/10\.0\.0\.1.*no public address/) });
  });

  it('believes no server whose certificate nobody vouches for', async () => {
    server = await startProbeServer((_request, response) => response.end('x'));
    const strict = createTransport({
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      isAllowedAddress: () => true,
      port: server.port,
    });
    const sent = await strict({ method: 'GET', url: 'https://a.probe.test/' });
    expect(sent).toMatchObject({ type: 'failed', why: expect.stringMatching(/certificate/) });
    expect(server.requests).toEqual([]);
  });

  it('gives up on a name server that never answers', async () => {
    const never = createTransport({ resolve: () => new Promise(() => {}), timeoutMs: 50 });
    expect(await never({ method: 'GET', url: 'https://a.probe.test/' })).toMatchObject({ type: 'failed' });
  });

  it('gives up on interim answers without end', async () => {
    server = await startProbeServer((_request, response) => {
      const timer = setInterval(() => response.writeEarlyHints({ link: '</x>; rel=preload' }), 5);
      response.on('close', () => clearInterval(timer));
    }, 300);
    expect(await server.transport({ method: 'GET', url: 'https://a.probe.test/' })).toMatchObject({ type: 'failed' });
  });

  it('does not unpack what a server packed, so nothing can swell', async () => {
    const packed = gzipSync(Buffer.alloc(4 << 20, 'x'));
    server = await startProbeServer((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed),
    );
    const sent = await server.transport({ method: 'GET', url: 'https://a.probe.test/' });
    expect(sent.type === 'answer' ? sent.answer.body.length : -1).toBeLessThanOrEqual(8 * 1024);
  });

  it('does not connect to a private address that a public name resolves to', async () => {
    const resolve = async () => [{ address: '169.254.169.254', family: 4 }];
    const sent = await createTransport({ resolve })({ method: 'GET', url: 'https://a.probe.test/' });
    expect(sent).toMatchObject({ type: 'failed', why: expect.stringMatching(/no public address/) });
  });
});
