import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BackendDefinition, ShippedKey } from '../../src/backends/backend.ts';
import type { Backend, LedgerLine, Observation, Problem } from '../../src/model.ts';
import { type Probed, type ProbeSettings, runProbes } from '../../src/probes/run.ts';
import { backendOf } from '../helpers/backends.ts';
import { startProbeServer } from '../helpers/https-server.ts';
import { type Fake, type FakeRequest, type Reply, USER_DATA, USER_NAME } from './fake.ts';

/** What a run of the real probes against a server on the loopback address came to. */
export interface Outcome {
  readonly backend: Backend;
  readonly observed: readonly Observation[];
  readonly ledger: readonly LedgerLine[];
  readonly problems: readonly Problem[];
  /** `HEAD acme.s3.eu-west-1.amazonaws.com/`, in order. */
  readonly requests: readonly string[];
  /** Bytes of the users' contents, and names of the users' things, that left the service. */
  readonly dataBytes: number;
  readonly names: number;
}

export interface Asking {
  readonly definition: BackendDefinition;
  readonly name: string;
  readonly facts?: Partial<Pick<Backend, 'details' | 'paths'>>;
  readonly mode: 'read' | 'write';
  /** Patterns of `.ajar.yml`; everything is the user's own if absent. */
  readonly owned?: readonly string[];
  readonly consents?: { readonly createRecord?: boolean; readonly useCredential?: boolean };
  readonly timeoutMs?: number;
  readonly keys?: readonly ShippedKey[];
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export const QUIET = { debug: () => {}, info: () => {}, warning: () => {} };

/** How the runner is set up for what is asked. */
function settingsOf(asking: Asking): Omit<ProbeSettings, 'dryRun' | 'transport'> {
  return {
    mode: asking.mode,
    policy: {
      owned: asking.owned ?? ['**'],
      probe: { createRecord: false, useCredential: false, ...asking.consents },
    },
    probingOf: () => asking.definition.probing,
    keysOf: () => asking.keys ?? [],
    log: QUIET,
    pauseMs: 0,
  };
}

/** What a dry run says it would send, with a client that breaks the test if it is used. */
export function plan(asking: Asking): Promise<Probed> {
  const backend = backendOf(asking.definition, asking.name, asking.facts);
  const transport = () => {
    throw new Error('a dry run sent something');
  };
  return runProbes([backend], { ...settingsOf(asking), dryRun: true, transport });
}

/** Sends a backend's probes to a handler, through the real client, over TLS. */
export async function askHandler(
  asking: Asking,
  handler: Handler,
  isHost: (host: string) => boolean = () => true,
): Promise<Omit<Outcome, 'dataBytes' | 'names'>> {
  const server = await startProbeServer(handler, asking.timeoutMs);
  const backend = backendOf(asking.definition, asking.name, asking.facts);
  const transport = server.transportBy(async (host) => {
    if (!isHost(host)) throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
    return [{ address: '127.0.0.1', family: 4 }];
  });
  try {
    const probed = await runProbes([backend], { ...settingsOf(asking), dryRun: false, transport });
    const observed = probed.observations.get(backend.id) ?? [];
    const { ledger, problems } = probed;
    return { backend: { ...backend, observed }, observed, ledger, problems, requests: server.requests };
  } finally {
    await server.close();
  }
}

/** The same with a fake service, whose answers are searched for its users' names and contents. */
export async function askFake(asking: Asking, fake: Fake): Promise<Outcome> {
  const sent: string[] = [];
  const handler: Handler = (request, response) => {
    void received(request).then(async (complete) => {
      const reply = await fake.answer(complete);
      const body = request.method === 'HEAD' ? undefined : reply.body;
      sent.push(JSON.stringify(reply.headers ?? {}), body ?? '');
      send(response, { ...reply, ...(body === undefined ? {} : { body }) });
    });
  };
  const asked = await askHandler(asking, handler, fake.isHost);
  const all = sent.join('\n');
  const count = (needle: string) => all.split(needle).length - 1;
  return { ...asked, dataBytes: count(USER_DATA) * USER_DATA.length, names: count(USER_NAME) };
}

async function received(request: IncomingMessage): Promise<FakeRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const host = request.headers.host ?? '';
  const url = new URL(`https://${host}${request.url}`);
  return {
    method: request.method ?? '',
    host,
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { ...reply.headers });
  response.end(reply.body);
}

/** What every probe opened, probe by probe. */
export function openings(observed: readonly Observation[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(observed.filter(({ outcome }) => outcome === 'open').map(({ probe, can }) => [probe, can]));
}

/** All that was proved, sorted. */
export function provedBy(observed: readonly Observation[]): readonly string[] {
  return [...new Set(Object.values(openings(observed)).flat())].sort();
}
