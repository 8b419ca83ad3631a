import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { azureBlob } from '../../src/backends/azure/azure-blob.ts';
import { azureSas } from '../../src/backends/azure/azure-sas.ts';
import type { ShippedKey } from '../../src/backends/backend.ts';
import { accountSas, serviceSas } from '../fakes/azure-sas.ts';
import { type FakeRequest, USER_DATA, USER_NAME, xml } from '../fakes/fake.ts';
import { createFront, forward } from '../fakes/front.ts';
import { type Asking, askFake, openings, provedBy } from '../fakes/serve.ts';
import { startAzurite } from '../helpers/azurite.ts';
import { credentialsIn, textOf } from '../helpers/backends.ts';

/** Microsoft's own emulator behind TLS, under the host names of Azure; it enforces the public access levels itself. */
const ACCOUNT = 'acmeprodmedia';
const HOST = `${ACCOUNT}.blob.core.windows.net`;
const KEY = Buffer.from('a key that only this test and its emulator know, 64 bytes long..').toString('base64');
const BLOB = `${USER_NAME}.jpg`;

let azurite: Awaited<ReturnType<typeof startAzurite>>;

/** As the owner, who has an account SAS. */
async function asOwner(method: string, path: string, query = '', headers: FakeRequest['headers'] = {}, body = '') {
  const all = new URLSearchParams([...new URLSearchParams(query), ...accountSas(ACCOUNT, KEY, 'rwdlacup')]);
  return forward(azurite.port, {
    method,
    host: HOST,
    path,
    query: all,
    headers: { ...headers, 'content-length': String(body.length) },
    body,
  });
}

/** Names, ETags and times of everything that the account holds. */
async function inventory(): Promise<string> {
  const containers = ['open-list', 'open-blobs', 'private'];
  const lists = await Promise.all(containers.map((one) => asOwner('GET', `/${one}`, 'restype=container&comp=list')));
  const all = await asOwner('GET', '/', 'comp=list');
  return [all, ...lists].map(({ body = '' }) => body.match(/<(Name|Etag|Last-Modified)>[^<]*/g)?.join()).join('\n');
}

beforeAll(async () => {
  azurite = await startAzurite(ACCOUNT, KEY);
  const levels: readonly (readonly [string, FakeRequest['headers']])[] = [
    ['open-list', { 'x-ms-blob-public-access': 'container' }],
    ['open-blobs', { 'x-ms-blob-public-access': 'blob' }],
    ['private', {}],
  ];
  for (const [container, access] of levels) {
    const made = await asOwner('PUT', `/${container}`, 'restype=container', access);
    const filled = await asOwner('PUT', `/${container}/${BLOB}`, '', { 'x-ms-blob-type': 'BlockBlob' }, USER_DATA);
    expect([container, made.status, filled.status]).toEqual([container, 201, 201]);
  }
}, 180_000);

afterAll(() => azurite?.stop());

async function ask(container: string, mode: 'read' | 'write') {
  const front = createFront(azurite.port);
  const before = await inventory();
  // What stands beside a container in an app: its own key and a SAS. Neither may be sent.
  const sas = accountSas(ACCOUNT, KEY, 'rwdlacup').toString();
  const facts = { paths: [`/${BLOB}`], details: { cloud: 'core.windows.net', accountKey: KEY, sas, apiKey: KEY } };
  const asked = await askFake({ definition: azureBlob, name: `${ACCOUNT}/${container}`, facts, mode }, front);
  expect(asked.problems).toEqual([]);
  expect(await inventory()).toBe(before);
  expect([front.mutations(), asked.dataBytes, asked.names]).toEqual([0, 0, 0]);
  for (const { headers, query, host } of front.seen) {
    expect([host, headers.authorization, query.get('sig'), query.get('sp')]).toEqual([HOST, undefined, null, null]);
    expect(JSON.stringify(headers)).not.toContain(KEY);
  }
  return asked.observed;
}

describe.each(['read', 'write'] as const)('an Azure blob container, asked in %s mode', (mode) => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['open-list', ['list', 'read'], ['open', 'open', 'open']],
    ['open-blobs', ['read'], ['closed', 'open', 'open']],
    ['private', [], ['closed', 'closed', 'closed']],
    ['never-made', [], ['closed', 'closed', 'closed']],
  ])('%s', async (container, can, outcomes) => {
    const observed = await ask(container, mode);
    expect(provedBy(observed)).toEqual(can);
    expect(observed.map(({ outcome }) => outcome)).toEqual(outcomes);
  });
});

/** What Azure answers and Azurite does not: github.com/Azure/azure-storage-cpp#397, rest/api/storageservices/common-rest-api-error-codes. */
describe('an Azure container, in production', () => {
  it.each([
    [409, 'PublicAccessNotPermitted', 'closed'],
    [404, 'ResourceNotFound', 'closed'],
    [401, 'NoAuthenticationInformation', 'closed'],
    [403, 'AccountIsDisabled', 'undecided'],
    [403, 'AuthorizationFailure', 'closed'],
    [503, 'ServerBusy', 'undecided'],
  ])('that answers %i %s is %s, and never absent', async (status, code, outcome) => {
    const answer = () => xml(status, `<Error><Code>${code}</Code></Error>`, { 'x-ms-error-code': code });
    const asking = { definition: azureBlob, name: `${ACCOUNT}/photos`, mode: 'write' } as const;
    const { observed } = await askFake(asking, { answer, mutations: () => 0 });
    expect(new Set(observed.map((one) => one.outcome))).toEqual(new Set([outcome]));
  });
});

/** The token as a scan finds it: out of a URL in a text. */
function foundSas(permissions: string, key = KEY): readonly ShippedKey[] {
  const url = `https://${HOST}/private?${accountSas(ACCOUNT, key, permissions)}`;
  return credentialsIn(azureSas, textOf(url)).map(({ kind, secret, details = {} }) => ({ kind, secret, details }));
}

describe('a SAS that ships with an app', () => {
  const consent = { useCredential: true };
  const askWith = async (keys: readonly ShippedKey[], asking: Partial<Asking> = {}) => {
    const front = createFront(azurite.port);
    const before = await inventory();
    const whole = {
      definition: azureBlob,
      name: `${ACCOUNT}/private`,
      mode: 'write',
      keys,
      consents: consent,
      ...asking,
    } as const;
    const asked = await askFake(whole, front);
    expect(await inventory()).toBe(before);
    expect([asked.problems, asked.dataBytes, asked.names]).toEqual([[], 0, 0]);
    return { ...asked, writes: front.mutations(), openings: openings(asked.observed) };
  };
  const list = ['list'];
  const write = ['create', 'overwrite'];

  it.each<[string, Readonly<Record<string, readonly string[]>>]>([
    ['r', {}],
    ['rl', { 'azure-blob-sas-list': list }],
    ['w', { 'azure-blob-sas-write': write }],
    ['c', { 'azure-blob-sas-write': write }],
    ['d', { 'azure-blob-sas-delete': ['delete'] }],
    ['rwdl', { 'azure-blob-sas-list': list, 'azure-blob-sas-write': write, 'azure-blob-sas-delete': ['delete'] }],
  ])('of the rights %s is shown to be valid, and nothing is changed', async (permissions, opened) => {
    const { openings: seen, observed } = await askWith(foundSas(permissions));
    expect(seen).toEqual(opened);
    expect(
      observed.filter(({ outcome }) => outcome === 'open').every(({ audience }) => audience === 'app-holder'),
    ).toBe(true);
  });

  /** As a scan finds it in the address of what it is for. */
  const foundService = (path: string, resource: 'b' | 'c' | 'd', permissions: string): readonly ShippedKey[] => {
    const url = `https://${HOST}/${path}?${serviceSas(ACCOUNT, KEY, path, resource, permissions)}`;
    return credentialsIn(azureSas, textOf(url)).map(({ kind, secret, details = {} }) => ({ kind, secret, details }));
  };

  it('of one container is shown to be valid there', async () => {
    const { openings: seen } = await askWith(foundService('private', 'c', 'rwl'));
    expect(seen).toEqual({ 'azure-blob-sas-list': list, 'azure-blob-sas-write': write });
  });

  it('of another container does not open this one', async () => {
    const { observed, openings: seen } = await askWith(foundService('open-blobs', 'c', 'rwdl'));
    expect(seen).toEqual({});
    const bySas = observed.filter(({ probe }) => probe.startsWith('azure-blob-sas'));
    expect(new Set(bySas.map(({ outcome }) => outcome))).toEqual(new Set(['closed']));
  });

  it.each([
    [`private/${BLOB}`, 'b'],
    ['private/reports', 'd'],
  ] as const)('of less than a container, %s, is not asked with: it reaches no other name', async (path, resource) => {
    const keys = foundService(path, resource, 'rwdl');
    expect(keys).toHaveLength(1);
    const { requests } = await askWith(keys);
    expect(requests.filter((line) => line.includes('sig='))).toEqual([]);
  });

  it('of a stored access policy, whose letters are on the server, is asked for all of them', async () => {
    const sig = Buffer.from('a signature that nobody has made').toString('base64');
    const query = new URLSearchParams({ sv: '2021-10-04', sr: 'c', si: 'readers', sig });
    const keys = credentialsIn(azureSas, textOf(`https://${HOST}/private?${query}`));
    expect(keys).toHaveLength(1);
    const { observed } = await askWith(keys.map(({ kind, secret, details = {} }) => ({ kind, secret, details })));
    expect(observed.filter(({ probe }) => probe.startsWith('azure-blob-sas')).map(({ probe }) => probe)).toEqual([
      'azure-blob-sas-list',
      'azure-blob-sas-write',
      'azure-blob-sas-delete',
    ]);
  });

  it('that somebody else signed is closed', async () => {
    const other = Buffer.from('another key, which the account was not made with: 64 bytes long..').toString('base64');
    const { observed } = await askWith(foundSas('rwdl', other));
    const bySas = observed.filter(({ probe }) => probe.startsWith('azure-blob-sas'));
    expect(bySas.map(({ outcome }) => outcome)).toEqual(['closed', 'closed', 'closed']);
  });

  it('is not used without consent, and does not write in read mode', async () => {
    const without = await askWith(foundSas('rwdl'), { consents: {} });
    expect(without.requests.filter((line) => line.includes('sig='))).toEqual([]);
    const reading = await askWith(foundSas('rwdl'), { mode: 'read' });
    expect([reading.writes, Object.keys(reading.openings)]).toEqual([0, ['azure-blob-sas-list']]);
  });

  it('cannot bring a parameter of its own into the request', () => {
    const query = `${accountSas(ACCOUNT, KEY, 'rl')}&comp=metadata&restype=account&timeout=0`;
    const [key] = credentialsIn(azureSas, textOf(`https://${HOST}/private?${query}`));
    expect([...new URLSearchParams(key?.details?.query).keys()].sort()).toEqual([
      'se',
      'sig',
      'sp',
      'spr',
      'srt',
      'ss',
      'sv',
    ]);
  });
});
