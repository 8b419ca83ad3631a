import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createTransport, type Resolve, type Transport } from '../../src/probes/client.ts';
import { createAuthority } from './certificate.ts';

const authority = createAuthority();

export interface ProbeServer {
  /** The real client, with every host name leading to this server on the loopback address. */
  readonly transport: Transport;
  /** The same with another resolver. */
  readonly transportBy: (resolve: Resolve) => Transport;
  readonly port: number;
  /** What arrived, in order: `GET probe.test/path`. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

export async function startProbeServer(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  timeoutMs = 2_000,
): Promise<ProbeServer> {
  const requests: string[] = [];
  const sniCallback = (host: string, done: (error: null, context: ReturnType<typeof authority.contextOf>) => void) =>
    done(null, authority.contextOf(host));
  const server = createServer({ SNICallback: sniCallback }, (request, response) => {
    requests.push(`${request.method} ${request.headers.host}${request.url}`);
    handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const transportBy = (resolve: Resolve) =>
    createTransport({ resolve, isAllowedAddress: () => true, port, ca: authority.certificate, timeoutMs });
  const transport = transportBy(async () => [{ address: '127.0.0.1', family: 4 }]);
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { transport, transportBy, port, requests, close };
}
