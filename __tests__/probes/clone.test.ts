import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { BACKENDS } from '../../src/backends/registry.ts';
import { askHandler, type Handler } from '../fakes/serve.ts';
import { KEYS, PROBED } from './probed.ts';

/**
 * Whose servers are asked in write mode, and why that changes nothing there. All others are never sent a method that
 * writes: a store that only imitates S3 may look at no condition.
 */
const HONOURED: Readonly<Record<string, readonly [hosts: readonly string[], why: string]>> = {
  s3: [['amazonaws.com', 'amazonaws.com.cn', 'amazonaws.eu'], 'AWS documents If-Match and Content-MD5'],
  'azure-blob': [
    ['blob.core.windows.net', 'blob.storage.azure.net', 'blob.core.chinacloudapi.cn', 'blob.core.usgovcloudapi.net'],
    'Azure documents If-Match',
  ],
  'firebase-database': [['firebaseio.com', 'firebasedatabase.app'], 'Google documents if-match'],
  firestore: [['firestore.googleapis.com'], 'Google documents currentDocument.exists'],
  gcs: [
    ['storage.googleapis.com', 'firebasestorage.googleapis.com'],
    'what does not exist is neither changed nor removed',
  ],
  pocketbase: [['pockethost.io'], 'what does not exist is not removed'],
  parse: [['back4app.com', 'b4a.io', 'b4a.app'], 'what does not exist is not removed'],
  'firebase-project': [
    ['firebaseremoteconfig.googleapis.com', 'identitytoolkit.googleapis.com', 'generativelanguage.googleapis.com'],
    'no account has that address; an anonymous user needs a consent of its own',
  ],
  'cognito-identity-pool': [['amazonaws.com', 'amazonaws.com.cn', 'amazonaws.eu'], 'needs a consent of its own'],
};

const definitions = BACKENDS.filter(({ probing }) => probing !== undefined);

interface Received {
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
  readonly url: string;
  readonly body: string;
}

/** Carries out whatever it is told, whatever the conditions say; `removes` is how it answers what removes. */
function cloneThat(removes: number, received: Received[]): Handler {
  return (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const body = Buffer.concat(chunks).toString('utf8');
      received.push({ method, url, headers, body });
      if (method === 'PUT' || method === 'PATCH') return void response.writeHead(method === 'PUT' ? 201 : 200).end();
      if (method === 'DELETE') return void response.writeHead(removes).end();
      if (method === 'POST') return void response.writeHead(200).end('{"writeResults":[{}]}');
      response.writeHead(403, { 'x-amz-bucket-region': 'eu-west-1' }).end('{"error":{"code":403}}');
    });
  };
}

it('only providers whose documents say that nothing happens are asked in a way that writes', () => {
  const writing = definitions.filter(({ probing }) => probing?.specs.some(({ mode }) => mode === 'write'));
  expect(Object.fromEntries(writing.map(({ kind, probing }) => [kind, [...(probing?.hosts ?? [])].sort()]))).toEqual(
    Object.fromEntries(Object.entries(HONOURED).map(([kind, [hosts]]) => [kind, [...hosts].sort()])),
  );
});

describe.each([204, 401])('a clone that ignores every condition, and answers %i to what removes', (removes) => {
  it.each(PROBED.map((backend) => [backend.kind, backend] as const))(
    '%s: is sent nothing that is not conditional or of a name that cannot exist, and tells what was stored',
    async (kind, { name, details, paths }) => {
      const definition = definitions.find((one) => one.kind === kind);
      if (definition === undefined) throw new Error(kind);
      const received: Received[] = [];
      const consents = { useCredential: true };
      const facts = { details, paths };
      const asking = { definition, name, facts, keys: KEYS, mode: 'write', consents } as const;
      const { observed } = await askHandler(asking, cloneThat(removes, received));
      const writes = received.filter(({ method }) => ['PUT', 'PATCH', 'DELETE'].includes(method));
      if (HONOURED[kind] === undefined) expect(writes).toEqual([]);
      for (const { url } of writes) expect(decodeURIComponent(url)).toMatch(/ajar-probe-[0-9a-f-]{36}/);
      for (const { headers } of writes.filter(({ method }) => method === 'PUT')) {
        expect(headers['if-match']).toMatch(/^"0+"$|^"0x8D0+"$|^ajar-never$/);
      }
      const commits = received.filter(({ url }) => url.endsWith(':commit'));
      for (const { body } of commits) expect(JSON.parse(body).writes[0].currentDocument).toEqual({ exists: true });
      // Whatever it stored, or says that it stored, stands in the report with its name, so that it can be removed.
      const stored = writes.filter(({ method }) => method === 'PUT').length + commits.length;
      const told = observed.filter(({ outcome, why }) => outcome === 'open' && /ajar-probe-[0-9a-f-]{36}/.test(why));
      expect(told).toHaveLength(stored);
    },
  );
});
