import { request as httpRequest } from 'node:http';
import type { Fake, FakeRequest, Reply } from './fake.ts';

/** A real server behind the host names of its provider: the front passes on what arrives, and keeps what it saw. */
export interface Front extends Fake {
  readonly seen: readonly FakeRequest[];
}

/** `dress` adds to the answer what the provider's own front has and the server has not. */
export function createFront(port: number, dress: (reply: Reply) => Reply = (reply) => reply): Front {
  const seen: FakeRequest[] = [];
  const answer = async (received: FakeRequest) => {
    seen.push(received);
    return dress(await forward(port, received));
  };
  // Every method but these two changes something, or tries to; that nothing was changed is for the test to see.
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
