import type { BackendRef, CredentialMention, Grade, Operation, Rule, Text } from '../../model.ts';
import type { BackendDefinition, Mention } from '../backend.ts';
import { onlyOne, type Pairing, partnersOf } from '../pairing.ts';
import { around } from '../recognition.ts';
import { pieces } from '../shared-examples.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';
import { rightsOf, type Sas, sasTokensIn } from './sas-grammar.ts';
import { nameOf, type StorageService, type StorageUrl, storageUrlsIn } from './storage-grammar.ts';

const OVERVIEW = 'https://learn.microsoft.com/azure/storage/common/storage-sas-overview';
const YEAR = 365 * 24 * 3600 * 1000;

/** Signatures of Microsoft's own documentation. */
const SAMPLES = new Set(['Z/RHIX5Xcg0Mq2rqI3OlWTjEg2tYkboXr1P9ZUXDtkk=', 'F+z/example/signature']);

function* recognise(text: Text): Generator<Mention> {
  const seen = new Set<string>();
  for (const sas of sasTokensIn(text.value)) {
    if (seen.has(sas.signature) || SAMPLES.has(sas.signature) || /^(.)\1{10}/.test(sas.signature)) continue;
    seen.add(sas.signature);
    yield mentionOf(text, { ...sas, ...urlOf(text, sas) });
  }
}

/** Where a token stands without its URL, the account's address may stand in the same text or beside it. */
function urlOf(text: Text, sas: Sas): { readonly url?: StorageUrl } {
  if (sas.url !== undefined) return { url: sas.url };
  const own = storageUrlsIn(text.value);
  const pairing: Pairing = {
    self: sas.signature,
    same: ({ value }) => sasTokensIn(value)[0]?.signature,
    partner: ({ value }) => urlsIn(value).map(({ account }) => account)[0],
  };
  const account = own[0]?.account ?? onlyOne(partnersOf(text.key, around(text), pairing));
  const urls = own.length > 0 ? own : around(text).flatMap(({ value }) => urlsIn(value));
  const isCertain = own.every((one) => one.account === account);
  const url = isCertain ? urls.find((one) => one.account === account) : undefined;
  return url === undefined ? {} : { url };
}

/** Addresses without a token of their own. */
function urlsIn(value: string): readonly StorageUrl[] {
  return value.includes('.core.') && !value.includes('sig=') ? storageUrlsIn(value) : [];
}

function mentionOf(text: Text, sas: Sas): CredentialMention {
  const can = rightsOf(sas);
  const backends = backendsOf(sas);
  const subject = backends[0]?.name;
  const common = {
    kind: 'azure-sas',
    secret: sas.signature,
    ...(subject === undefined ? {} : { subject }),
    details: detailsOf(sas),
  };
  if (sas.expires !== undefined && sas.expires <= Date.now()) {
    return credentialMention(text, {
      ...common,
      grade: 'public',
      why: `The SAS ended on ${dateOf(sas.expires)}, so it opens nothing any more.`,
    });
  }
  const verdict = verdictOf(sas, can);
  const opens = backends.map((backend) => ({
    backend,
    access: { audience: 'app-holder', can, evidence: 'implied' } as const,
  }));
  return credentialMention(text, { ...common, ...verdict, ...(can.length > 0 && opens.length > 0 ? { opens } : {}) });
}

function detailsOf(sas: Sas): Record<string, string> {
  return {
    permissions: sas.permissions,
    scope: sas.scope.of,
    query: sas.query,
    ...(sas.expires === undefined ? {} : { expires: dateOf(sas.expires) }),
    ...(sas.policy === undefined ? {} : { policy: sas.policy.slice(0, 64) }),
  };
}

function dateOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** From rights and scope to grade, rule and the reason for both. */
function verdictOf(sas: Sas, can: readonly Operation[]): { grade: Grade; why: string; rule?: string } {
  const scope = scopeInWords(sas);
  const until = sas.expires === undefined ? 'as long as its stored access policy says' : `until ${dateOf(sas.expires)}`;
  const http = sas.allowsHttp ? ', over plain HTTP too' : '';
  const why = (what: string): string => `The SAS allows its holder to ${what} in ${scope} ${until}${http}.`;
  if (sas.permissions === '') {
    return {
      grade: 'restricted',
      why: `What the SAS allows in ${scope} is kept in the stored access policy “${sas.policy?.slice(0, 64) ?? ''}” on the server.`,
      rule: 'azure-sas-stored-policy',
    };
  }
  if (can.length === 0) return { grade: 'public', why: `The rights of the SAS (${sas.permissions}) reach no data.` };
  const single = sas.scope.of === 'blob' || sas.scope.of === 'file';
  const what = can.join(', ');
  if (can.includes('administer') || (can.includes('delete') && !single)) {
    return {
      grade: sas.scope.of === 'account' ? 'administrative' : 'privileged',
      why: why(what),
      rule: 'azure-sas-erase',
    };
  }
  if (can.some((operation) => operation === 'create' || operation === 'overwrite' || operation === 'delete')) {
    return { grade: 'privileged', why: why(what), rule: 'azure-sas-write' };
  }
  if (single) return { grade: 'restricted', why: why(what), rule: 'azure-sas-blob-read' };
  const isLong = sas.expires !== undefined && sas.expires - Date.now() > YEAR;
  return { grade: 'restricted', why: why(what), rule: isLong ? 'azure-sas-read-long-lived' : 'azure-sas-read' };
}

function scopeInWords(sas: Sas): string {
  const { scope } = sas;
  if (scope.of !== 'account') return scope.of === 'container' ? 'a whole container or share' : `one ${scope.of}`;
  const services = [...scope.services].map((letter) => SERVICES[letter]?.words).filter((one) => one !== undefined);
  return `the whole account (${services.join(', ')})`;
}

const SERVICES: Readonly<Record<string, { readonly words: string; readonly kind: string }>> = {
  b: { words: 'blobs', kind: 'azure-blob' },
  q: { words: 'queues', kind: 'azure-queue' },
  t: { words: 'tables', kind: 'azure-table' },
  f: { words: 'files', kind: 'azure-file' },
};

const KINDS: Readonly<Record<StorageService, string>> = {
  blob: 'azure-blob',
  dfs: 'azure-blob',
  web: 'azure-blob',
  file: 'azure-file',
  queue: 'azure-queue',
  table: 'azure-table',
};

function backendsOf(sas: Sas): readonly BackendRef[] {
  const { url, scope } = sas;
  if (url === undefined) return [];
  if (scope.of !== 'account') return [{ kind: KINDS[url.service], name: nameOf(url) }];
  return [...scope.services].flatMap((letter) => {
    const service = SERVICES[letter];
    return service === undefined ? [] : [{ kind: service.kind, name: url.account }];
  });
}

const signature = pieces('h3Kq9vXw2Lr7Tb5Nz8Yc1Mf6Pd4Gs0Ja', '%2BuE%2FiRoWxk4', '%3D');
const sas = (parameters: string): string => `sv=2022-11-02&${parameters}&sig=${signature}`;
const blobUrl = 'https://acmeprodmedia.blob.core.windows.net/photos';

const REMEDIATION: readonly string[] = [
  'End the SAS now: rotate the account key that signed it, revoke the user delegation key, or change the stored access policy it names.',
  'Let your server hand out a user-delegation SAS for one blob, for minutes, HTTPS only, after it has checked who asks.',
  'Look through the storage logs for what was done with it, from when the first version shipped.',
];

function rule(given: Pick<Rule, 'id' | 'title' | 'severity' | 'meaning'> & Partial<Rule>): Rule {
  return credentialRule({
    remediation: REMEDIATION,
    cwe: [613, 732, 798],
    references: [OVERVIEW, 'https://learn.microsoft.com/rest/api/storageservices/create-account-sas'],
    ...given,
  });
}

export const azureSas: BackendDefinition = {
  kind: 'azure-sas',
  title: 'Azure shared access signature',
  provider: 'azure',
  type: 'credential',
  docs: [OVERVIEW],
  anchors: ['sig=', 'sig\\u003d'],
  examples: [
    {
      text: `${blobUrl}?${sas('sr=c&sp=rl&se=2099-01-01T00:00:00Z&spr=https')}`,
      gives: ['azure-sas'],
      why: 'container, read and list',
    },
    {
      text: `${blobUrl}/logo.png?${sas('sr=b&sp=r&se=2099-01-01T00%3A00%3A00Z')}`,
      gives: ['azure-sas'],
      why: 'one blob, read',
    },
    {
      text: `?${sas('ss=bfqt&srt=sco&sp=rwdlacupiytfx&se=2099-01-01T00:00:00Z')}`,
      gives: ['azure-sas'],
      why: 'account SAS without its URL',
    },
    {
      text: `${blobUrl}?${sas('sr=c&sp=rwd&se=2019-01-01T00:00:00Z')}`,
      gives: ['azure-sas'],
      why: 'expired: listed only',
    },
    { text: `${blobUrl}?${sas('sr=c&si=mobile-policy')}`, gives: ['azure-sas'], why: 'stored access policy' },
    {
      text: `BlobEndpoint=https://acmeprodmedia.blob.core.windows.net/;SharedAccessSignature=${sas('ss=b&srt=o&sp=w&se=2099-01-01')}`,
      gives: ['azure-sas'],
      why: 'connection string',
    },
    {
      text: `${blobUrl}?${sas('sr=c&sp=r&se=2099-01-01').replaceAll('&', '&amp;')}`,
      gives: ['azure-sas'],
      why: 'written as XML',
    },
    {
      text: `{"u":"${blobUrl}?${sas('sr=c&sp=r&se=2099-01-01').replaceAll('&', '\\u0026').replaceAll('=', '\\u003d')}"}`,
      gives: ['azure-sas'],
      why: 'JSON of a writer that escapes & and =',
    },
    { text: '?sv=2022-11-02&ss=b&srt=sco&sp=rl&se=2099-01-01&sig=%s', gives: [], why: 'template' },
    { text: 'sig=', gives: [], why: 'SDK constant' },
    {
      text: `https://acme.example.org/pay?${`sig=${signature}`}`,
      gives: [],
      why: 'another service’s signature: no version',
    },
    { text: '?sv=2022-11-02&sp=r&se=2099-01-01&sig=REDACTED', gives: [], why: 'signature removed' },
    {
      text: `https://prod-1.logic.azure.com/workflows/a?api-version=1&sp=%2Ftriggers&sv=1.0&sig=${signature}`,
      gives: [],
      why: 'a Logic Apps address, another credential',
    },
    { text: `?sv=2022-11-02&sr=c&sp=rl&sig=${signature}`, gives: [], why: 'neither an end nor a policy: no valid SAS' },
  ],
  recognise,
  rules: [
    rule({
      id: 'azure-sas-erase',
      title: 'Shipped SAS token lets its holder delete from Azure storage',
      severity: 'critical',
      meaning:
        'Whoever unpacks the app can delete or take over what lies in the container or account, your users’ files included, until the token ends.',
    }),
    rule({
      id: 'azure-sas-write',
      title: 'Shipped SAS token lets its holder write to Azure storage',
      severity: 'high',
      meaning:
        'Whoever unpacks the app can upload to your storage at your cost and, where the right to write is among it, replace files that your users get.',
    }),
    rule({
      id: 'azure-sas-read-long-lived',
      title: 'Shipped SAS token lets its holder read an Azure container or account for more than a year',
      severity: 'high',
      meaning: 'Whoever unpacks the app can copy all that lies there, now and for years, whatever is added later.',
    }),
    rule({
      id: 'azure-sas-read',
      title: 'Shipped SAS token lets its holder read an Azure container or account',
      severity: 'medium',
      meaning:
        'Whoever unpacks the app can copy all that lies there, other users’ files included, until the token ends.',
    }),
    rule({
      id: 'azure-sas-blob-read',
      title: 'Shipped SAS token lets its holder read one blob of Azure storage',
      severity: 'low',
      meaning:
        'Whoever unpacks the app can read this one blob until the token ends. That is meant if the blob is an asset of the app.',
    }),
    rule({
      id: 'azure-sas-stored-policy',
      title: 'Shipped SAS token whose rights a stored access policy decides',
      severity: 'medium',
      precision: 'medium',
      meaning:
        'Whoever unpacks the app can do in the container what the policy on the server allows, which the token does not show and which can be changed to more.',
    }),
  ],
};
