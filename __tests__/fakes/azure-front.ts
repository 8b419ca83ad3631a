import { createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { Fake, FakeRequest, Reply } from './fake.ts';

/** Azurite behind the host names of Azure: the front passes on what arrives, and keeps what it saw. */
export interface AzureFront extends Fake {
  readonly seen: readonly FakeRequest[];
}

export function createAzureFront(port: number): AzureFront {
  const seen: FakeRequest[] = [];
  const answer = (received: FakeRequest) => {
    seen.push(received);
    return forward(port, received);
  };
  // Every method but these two changes something, or tries to.
  const mutations = () => seen.filter(({ method }) => method !== 'GET' && method !== 'HEAD').length;
  return { answer, mutations, seen };
}

export function forward(port: number, { method, host, path, query, headers, body }: FakeRequest): Promise<Reply> {
  const search = query.size === 0 ? '' : `?${query}`;
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { host: '127.0.0.1', port, method, path: `${encodeURI(path)}${search}`, headers: { ...headers, host } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => {
          const { 'transfer-encoding': _chunked, ...kept } = incoming.headers;
          const named = Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, String(value)]));
          resolve({ status: incoming.statusCode ?? 0, headers: named, body: Buffer.concat(chunks).toString('utf8') });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const VERSION = '2021-10-04';
const EXPIRES = '2099-01-01T00:00:00Z';

/** An account SAS for blobs, signed as learn.microsoft.com/rest/api/storageservices/create-account-sas says. */
export function accountSas(account: string, key: string, permissions: string): URLSearchParams {
  const signed = [account, permissions, 'b', 'sco', '', EXPIRES, '', 'https,http', VERSION, '', ''].join('\n');
  const sig = createHmac('sha256', Buffer.from(key, 'base64')).update(signed).digest('base64');
  return new URLSearchParams({
    sv: VERSION,
    ss: 'b',
    srt: 'sco',
    sp: permissions,
    se: EXPIRES,
    spr: 'https,http',
    sig,
  });
}
