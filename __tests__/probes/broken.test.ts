import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { BACKENDS } from '../../src/backends/registry.ts';
import { isNowhere } from '../../src/backends/verdicts.ts';
import type { Backend } from '../../src/model.ts';
import { runProbes } from '../../src/probes/run.ts';
import { type Handler, QUIET } from '../fakes/serve.ts';
import { startProbeServer } from '../helpers/https-server.ts';
import { KEYS, PROBED } from './probed.ts';

/** Servers that are not the provider's, or not well: what they answer proves nothing about the backend. */
const PAGE = '<!doctype html><html><head><title>Sign in to the Wi-Fi</title></head><body>Welcome</body></html>';
const page =
  (status: number): Handler =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html' }).end(PAGE);
  };

const BROKEN: readonly (readonly [string, Handler])[] = [
  [
    'answers 500',
    (_request, response) => void response.writeHead(500).end('<Error><Code>InternalError</Code></Error>'),
  ],
  ['answers 503', (_request, response) => void response.writeHead(503).end()],
  ['answers 429', (_request, response) => void response.writeHead(429).end()],
  ['answers everything with a page', page(200)],
  ['finds nothing, with a page', page(404)],
  ['answers nothing', (_request, response) => void response.writeHead(200).end()],
  [
    'answers an empty object',
    (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
  ],
  ['answers half of a document', (_request, response) => void response.writeHead(200).end('{"kind":"storage#obj')],
  [
    'redirects to this machine',
    (_request, response) => void response.writeHead(302, { location: 'https://127.0.0.1/latest/meta-data/' }).end(),
  ],
  [
    'redirects to another host',
    (_request, response) => void response.writeHead(307, { location: 'https://evil.example/?q=' }).end(),
  ],
  ['sends a gigabyte', gigabyte],
  [
    'sends headers without end',
    (_request, response) => void response.writeHead(200, { 'x-much': 'y'.repeat(60_000) }).end(),
  ],
  ['drips', drip],
  ['breaks off', (request) => void request.socket.destroy()],
];

/** A byte now and then: no idle timeout would ever end it. */
function drip(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write('x'), 20);
  response.on('close', () => clearInterval(timer));
}

/** As fast as it is taken; whoever reads on gets all of it. */
function gigabyte(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-length': String(2 ** 30) });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const block = Buffer.alloc(65_536, 'x');
  const timer = setInterval(() => response.writableNeedDrain || response.write(block), 1);
  response.on('close', () => clearInterval(timer));
}

const definitions = new Map(BACKENDS.map((definition) => [definition.kind, definition]));

/** All backends at once in one run, as in a scan. */
async function askAll(handler: Handler, backends: readonly Backend[], timeoutMs: number) {
  const server = await startProbeServer(handler, timeoutMs);
  try {
    const probed = await runProbes(backends, {
      mode: 'write',
      dryRun: false,
      policy: { owned: ['**'], probe: { createRecord: true, useCredential: true } },
      probingOf: (kind) => definitions.get(kind)?.probing,
      keysOf: () => KEYS,
      log: QUIET,
      transport: server.transport,
      pauseMs: 0,
    });
    return { ...probed, requests: server.requests };
  } finally {
    await server.close();
  }
}

describe.each(BROKEN)('a server that %s', (_name, handler) => {
  it('opens nothing, and proves of no backend that it is free to be taken', async () => {
    const probed = await askAll(handler, PROBED, handler === drip ? 120 : 5_000);
    const wrong = PROBED.flatMap((backend) => {
      const observed = probed.observations.get(backend.id) ?? [];
      const isWrong = observed.some(({ outcome }) => outcome === 'open') || isNowhere({ ...backend, observed });
      return isWrong
        ? [`${backend.id} ${observed.map(({ probe, outcome, status }) => `${probe} ${status} ${outcome}`).join(', ')}`]
        : [];
    });
    expect(wrong).toEqual([]);
    // Nor is a door closed because a server is not well; only CloudFront's root may be a page instead of a listing.
    const shut = [...probed.observations].filter(([, observed]) =>
      observed.some(({ outcome }) => outcome === 'closed'),
    );
    expect(shut.map(([id]) => id).filter((id) => !id.startsWith('cloudfront:'))).toEqual([]);
    for (const backend of PROBED) {
      const observed = probed.observations.get(backend.id) ?? [];
      expect([backend.id, observed.length > 0]).toEqual([backend.id, true]);
    }
    // Nobody is led anywhere: every request went to a host that the backend's probes declare.
    for (const line of probed.ledger) {
      expect(
        definitions
          .get(line.backend.split(':', 1)[0] ?? '')
          ?.probing?.hosts.some((host) => line.host === host || line.host.endsWith(`.${host}`)),
      ).toBe(true);
      expect(line.bytes).toBeLessThan(256 * 1024);
    }
    expect(probed.requests.some((line) => /127\.0\.0\.1|evil/.test(line))).toBe(false);
  });
});
