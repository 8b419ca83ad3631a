import { describe, expect, it } from 'vitest';
import { azureSas } from '../../../src/backends/azure/azure-sas.ts';
import { azureServiceBusKey } from '../../../src/backends/azure/azure-service-bus-key.ts';
import { azureStorageKey } from '../../../src/backends/azure/azure-storage-key.ts';
import type { CredentialMention, Neighbour, Text } from '../../../src/model.ts';

const SIGNATURE = ['h3Kq9vXw2Lr7Tb5Nz8Yc1Mf6Pd4Gs0Ja', '%2BuE%2FiRoWxk4%3D'].join('');
const URL_ROOT = 'https://acmeprodmedia.blob.core.windows.net';

function text(value: string, around: readonly Neighbour[] = []): Text {
  return { value, place: { origin: 'artifact', path: 'a.apk' }, around: () => around };
}

function recognised(value: string, around: readonly Neighbour[] = []): CredentialMention {
  const [first, ...others] = [...azureSas.recognise(text(value, around))] as CredentialMention[];
  expect(others).toEqual([]);
  if (first === undefined) throw new Error(`nothing was recognised in ${value}`);
  return first;
}

function sas(parameters: string, path = '/photos'): string {
  return `${URL_ROOT}${path}?sv=2022-11-02&${parameters}&sig=${SIGNATURE}`;
}

const soon = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString();

describe('a SAS token', () => {
  it.each([
    ['sr=b&sp=r', '/photos/1.jpg', 'azure-sas-blob-read', ['read']],
    ['sr=b&sp=rw', '/photos/1.jpg', 'azure-sas-write', ['read', 'create', 'overwrite']],
    ['sr=b&sp=d', '/photos/1.jpg', 'azure-sas-write', ['delete']],
    ['sr=c&sp=r', '/photos', 'azure-sas-read', ['read']],
    ['sr=c&sp=l', '/photos', 'azure-sas-read', ['list']],
    ['sr=c&sp=c', '/photos', 'azure-sas-write', ['create']],
    ['sr=c&sp=a', '/photos', 'azure-sas-write', ['create']],
    ['sr=c&sp=rwdl', '/photos', 'azure-sas-erase', ['list', 'read', 'create', 'overwrite', 'delete']],
    ['sr=c&sp=x', '/photos', 'azure-sas-erase', ['delete']],
    ['sr=c&sp=op', '/photos', 'azure-sas-erase', ['administer']],
    ['ss=b&srt=o&sp=r', '', 'azure-sas-read', ['read']],
    ['ss=b&srt=sco&sp=rwdl', '', 'azure-sas-erase', ['list', 'read', 'create', 'overwrite', 'delete']],
    ['ss=b&srt=o&sp=l', '', undefined, []],
    ['ss=b&srt=s&sp=rwd', '', undefined, []],
  ])('with %s', (parameters, path, rule, can) => {
    const mention = recognised(sas(`${parameters}&se=${soon}`, path));
    expect(mention.rule).toBe(rule);
    expect(mention.opens?.[0]?.access.can ?? []).toEqual(can);
  });

  it('for a container is worse if it lasts for years', () => {
    expect(recognised(sas('sr=c&sp=rl&se=2099-01-01')).rule).toBe('azure-sas-read-long-lived');
    expect(recognised(sas(`sr=c&sp=rl&se=${soon}`)).rule).toBe('azure-sas-read');
  });

  it('that ended is public, raises nothing and opens nothing', () => {
    const mention = recognised(sas('sr=c&sp=rwdl&se=2019-06-01T00:00:00Z'));
    expect(mention).toMatchObject({ grade: 'public', details: { expires: '2019-06-01', permissions: 'rwdl' } });
    expect([mention.rule, mention.opens]).toEqual([undefined, undefined]);
    expect(mention.why).toContain('2019-06-01');
  });

  it('with a stored access policy says that the server knows the rest', () => {
    expect(recognised(sas('sr=c&si=mobile'))).toMatchObject({ rule: 'azure-sas-stored-policy', grade: 'restricted' });
  });

  it('is its decoded signature, and names what it opens', () => {
    const mention = recognised(sas('sr=c&sp=l&se=2099-01-01'));
    expect(mention.secret).toBe(decodeURIComponent(SIGNATURE));
    expect(mention.subject).toBe('acmeprodmedia/photos');
    expect(mention.opens?.map(({ backend }) => `${backend.kind}:${backend.name}`)).toEqual([
      'azure-blob:acmeprodmedia/photos',
    ]);
  });

  it('for the account opens each service that it names', () => {
    const mention = recognised(sas('ss=bqtf&srt=sco&sp=rl&se=2099-01-01', ''));
    expect(mention.opens?.map(({ backend }) => `${backend.kind}:${backend.name}`)).toEqual([
      'azure-blob:acmeprodmedia',
      'azure-queue:acmeprodmedia',
      'azure-table:acmeprodmedia',
      'azure-file:acmeprodmedia',
    ]);
  });

  it('without an address takes it from what stands beside it', () => {
    const token = `sv=2022-11-02&sr=c&sp=l&se=2099-01-01&sig=${SIGNATURE}`;
    expect(recognised(token, [{ value: 'https://acmelogs.blob.core.windows.net/daily' }]).subject).toBe(
      'acmelogs/daily',
    );
    expect(recognised(token).opens).toBeUndefined();
  });

  it('is found whatever the order of its parameters', () => {
    expect(recognised(`${URL_ROOT}/photos?sig=${SIGNATURE}&se=2099-01-01&sp=d&sr=c&sv=2022-11-02`).rule).toBe(
      'azure-sas-erase',
    );
  });

  it('says that plain HTTP will do, where it will', () => {
    expect(recognised(sas('sr=c&sp=r&se=2099-01-01&spr=https,http')).why).toContain('plain HTTP');
    expect(recognised(sas('sr=c&sp=r&se=2099-01-01&spr=https')).why).not.toContain('plain HTTP');
  });
});

const KEY = [
  'kX8vQ2mZ7tR4wL9nB3cH6jD1fG5sP0aY',
  '+uE/iOxKqWzVbTrNyMhJlCdFgSpA2e4U',
  '6I8o0Q1w3R5t7Y9zXcVbNm',
  '==',
].join('');

describe('an account key', () => {
  it('belongs to the account beside it and opens all of it', () => {
    const [mention] = [
      ...azureStorageKey.recognise({
        ...text(KEY, [{ key: 'accountName', value: 'acmeprodmedia' }]),
        key: 'storageAccountKey',
      }),
    ] as CredentialMention[];
    expect(mention).toMatchObject({
      secret: KEY,
      subject: 'acmeprodmedia',
      grade: 'administrative',
      rule: 'azure-storage-account-key',
    });
    expect(mention?.opens?.[0]?.access).toMatchObject({ audience: 'app-holder', evidence: 'implied' });
    expect(mention?.opens?.[0]?.access.can).toContain('administer');
  });
});

describe('a Service Bus key', () => {
  const key = ['q7Zx2Vb9Lm4Kt8Wc1Rf6', 'Yh3Jd5Gm0PsNaEuIoQwErTy', '='].join('');
  const graded = (rule: string, tail = '') =>
    (
      [
        ...azureServiceBusKey.recognise(
          text(`Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=${rule};SharedAccessKey=${key}${tail}`),
        ),
      ] as CredentialMention[]
    )[0];

  it.each([
    ['RootManageSharedAccessKey', 'administrative', 'azure-service-bus-key'],
    ['DefaultFullSharedAccessSignature', 'administrative', 'azure-service-bus-key'],
    ['DefaultListenSharedAccessSignature', 'public', undefined],
    ['mobile-listen', 'restricted', 'azure-service-bus-key-custom'],
    ['SendListen', 'privileged', 'azure-service-bus-key-custom'],
    ['orders', 'privileged', 'azure-service-bus-key-custom'],
  ])('of rule %s is %s', (rule, grade, id) => {
    expect(graded(rule)?.grade).toBe(grade);
    expect(graded(rule)?.rule).toBe(id);
  });

  it('says whether it reaches the namespace or one entity', () => {
    expect(graded('orders')?.why).toContain('whole namespace');
    expect(graded('orders', ';EntityPath=orders')?.why).toContain('one entity');
  });
});
