import { lookup } from 'node:dns/promises';
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { ProbeAnswer } from '../backends/backend.ts';
import { messageOf } from '../shared/errors.ts';
import { VERSION } from '../version.ts';
import { isPublicAddress } from './guard.ts';

/** The part of a request that goes over the wire. */
export interface Sendable {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Sent =
  | { readonly type: 'answer'; readonly answer: ProbeAnswer; readonly bytes: number }
  | { readonly type: 'absent'; readonly why: string }
  | { readonly type: 'failed'; readonly why: string };

export type Transport = (sendable: Sendable) => Promise<Sent>;

export type Resolve = (hostname: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

export interface ClientOptions {
  /** For tests against servers on this machine: another resolver, port and authority. Never set by the pipeline. */
  readonly resolve?: Resolve;
  readonly isAllowedAddress?: (address: string) => boolean;
  readonly port?: number;
  readonly ca?: string;
  readonly timeoutMs?: number;
}

const MAX_BODY = 8 * 1024;
const MAX_HEADER = 16 * 1024;
const TIMEOUT_MS = 10_000;

/**
 * Sends one HTTPS request and reads at most 8 KiB of its answer. Never follows a redirect, keeps no connection, sends no
 * cookie. The address that was checked is the address that is connected to, so a name cannot change in between.
 */
export function createTransport(options: ClientOptions = {}): Transport {
  const resolveName = options.resolve ?? ((hostname) => lookup(hostname, { all: true }));
  const checked = guardedLookup(resolveName, options.isAllowedAddress ?? isPublicAddress);
  return (sendable) =>
    new Promise<Sent>((resolve) => {
      const url = new URL(sendable.url);
      const body = sendable.body === undefined ? undefined : Buffer.from(sendable.body);
      const outgoing = request({
        method: sendable.method,
        hostname: url.hostname,
        servername: url.hostname,
        path: `${url.pathname}${url.search}`,
        headers: {
          'user-agent': `ajar/${VERSION} (exposure check)`,
          accept: '*/*',
          host: url.hostname,
          ...(body === undefined ? {} : { 'content-length': String(body.length) }),
          ...sendable.headers,
        },
        agent: false,
        lookup: checked,
        maxHeaderSize: MAX_HEADER,
        ...(options.port === undefined ? {} : { port: options.port }),
        ...(options.ca === undefined ? {} : { ca: options.ca }),
      });
      const settle = (sent: Sent) => {
        clearTimeout(timer);
        resolve(sent);
        outgoing.destroy();
      };
      // One deadline for all of it: a server that drips a byte a second would never trip an idle timeout.
      const timeout = options.timeoutMs ?? TIMEOUT_MS;
      const timer = setTimeout(() => settle({ type: 'failed', why: `no whole answer within ${timeout} ms` }), timeout);
      outgoing.on('error', (error) => settle(failureOf(error)));
      outgoing.on('response', (incoming) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        const finish = () => {
          const headers = Object.fromEntries(
            Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
          );
          const text = Buffer.concat(chunks).subarray(0, MAX_BODY).toString('utf8');
          settle({ type: 'answer', answer: { status: incoming.statusCode ?? 0, headers, body: text }, bytes });
        };
        incoming.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          bytes += chunk.length;
          if (bytes >= MAX_BODY) finish();
        });
        incoming.on('end', finish);
        incoming.on('error', (error) => settle(failureOf(error)));
      });
      outgoing.end(body);
      // Node throws at once for what cannot be sent at all, a header with a line break say.
    }).catch((error: unknown) => failureOf(error));
}

function failureOf(error: unknown): Sent {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOTFOUND') return { type: 'absent', why: 'the host name does not exist' };
  return { type: 'failed', why: messageOf(error) };
}

function guardedLookup(resolve: Resolve, isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const refused = addresses.find(({ address }) => !isAllowed(address));
        const first = addresses[0];
        if (refused !== undefined || first === undefined) {
          callback(
            new Error(`${hostname} resolves to ${refused?.address ?? 'nothing'}, which is no public address`),
            '',
            4,
          );
        } else if (options.all === true) {
          callback(null, [...addresses]);
        } else {
          callback(null, first.address, first.family);
        }
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 4),
    );
  };
}
