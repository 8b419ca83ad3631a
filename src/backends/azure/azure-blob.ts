import type { Backend, BackendMention, Text } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import type { BackendDefinition, ProbeAnswer, ProbeRequest, ProbeVerdict, ShippedKey } from '../backend.ts';
import { likeliest, type Pairing, partnersOf } from '../pairing.ts';
import { around } from '../recognition.ts';
import { backendMention, mergedByName } from '../shared-mentions.ts';
import { backendRule } from '../shared-rules.ts';
import { absent, closed, hasNoHost, opened, undecided, unexpected } from '../verdicts.ts';
import { connectionStringsIn } from './connection-strings.ts';
import { SAS_SPECS, sasRequests } from './sas-probes.ts';
import { errorCodeOf, VERSION } from './storage-answers.ts';
import { CLOUDS, isAccount, isContainer, storageAnchors, storageMentions } from './storage-grammar.ts';

const ANONYMOUS = 'https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent';
const CONFIGURE = 'https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-configure';
const GET_ACL = 'https://learn.microsoft.com/rest/api/storageservices/get-container-acl';

const KEYS = [
  'azure_storage_account',
  'azure_storage_account_name',
  'azurestorageaccount',
  'azurestorageaccountname',
  'storage_account_name',
  'storageaccountname',
  'azure_account_name',
  'azureaccountname',
];

const CONTAINER_ALONE = /^[a-z0-9](?:-?[a-z0-9]){2,62}$/;

function recognise(text: Text): readonly BackendMention[] {
  return mergedByName([
    ...storageMentions(text, 'azure-blob', ['blob', 'dfs']),
    ...byConnectionString(text),
    ...byKey(text),
  ]);
}

function byConnectionString(text: Text): readonly BackendMention[] {
  return connectionStringsIn(text.value, 'AccountName=')
    .filter((fields) => fields.has('accountkey') || fields.has('sharedaccesssignature'))
    .map((fields) => fields.get('accountname')?.toLowerCase() ?? '')
    .filter(isAccount)
    .map((name) => backendMention(text, { kind: 'azure-blob', name }, { details: { cloud: 'core.windows.net' } }));
}

function byKey(text: Text): readonly BackendMention[] {
  if (!KEYS.includes(text.key?.toLowerCase() ?? '') || !isAccount(text.value)) return [];
  const pairing: Pairing = {
    self: text.value,
    same: ({ key = '', value }) => (KEYS.includes(key.toLowerCase()) && isAccount(value) ? value : undefined),
    partner: ({ key = '', value }) => (/container/i.test(key) && CONTAINER_ALONE.test(value) ? value : undefined),
  };
  const container = likeliest(partnersOf(text.key, around(text), pairing));
  const name = container === undefined ? text.value : `${text.value}/${container}`;
  return [backendMention(text, { kind: 'azure-blob', name }, { details: { cloud: 'core.windows.net' } })];
}

const MAX_KNOWN_BLOBS = 2;

function plan(backend: Backend, nonce: string, keys: readonly ShippedKey[] = []): readonly ProbeRequest[] {
  const [account = '', container] = backend.name.split('/');
  const cloud = backend.details.cloud ?? 'core.windows.net';
  if (!isAccount(account) || !new RegExp(`^${CLOUDS}$`).test(cloud)) return [];
  if (container === undefined) return [accountRequest(`https://${account}.blob.${cloud}`, nonce)];
  if (!isContainer(container)) return [];
  const root = `https://${account}.blob.${cloud}/${container}`;
  return [
    containerRequest(root, nonce),
    ...backend.paths.slice(0, MAX_KNOWN_BLOBS).flatMap((path) => blobRequest(root, path)),
    ...sasRequests(root, nonce, keys),
  ];
}

/** Where the app names no container, only whether there is such an account can be asked: nobody lists one without a key. */
function accountRequest(root: string, nonce: string): ProbeRequest {
  return {
    id: 'azure-blob-account',
    method: 'GET',
    url: `${root}/?comp=list&maxresults=1&prefix=${nonce}`,
    headers: VERSION,
    audience: 'anyone',
    read: (answer) => (answer.status === 404 ? unexpected(answer) : readRefusal(answer)),
  };
}

function containerRequest(root: string, nonce: string): ProbeRequest {
  return {
    id: 'azure-blob-container',
    method: 'HEAD',
    url: `${root}?restype=container`,
    headers: VERSION,
    audience: 'anyone',
    read: (answer) => {
      if (answer.status === 200 && answer.headers['x-ms-blob-public-access'] === 'container') {
        return opened(
          'the container shows its properties to anyone and says that its public access level is “container”',
          ['list', 'read'],
          [listRequest(root, nonce)],
        );
      }
      if (answer.status === 200)
        return undecided('the container answers anyone, but does not tell its public access level', [
          listRequest(root, nonce),
        ]);
      return readRefusal(answer, [absentBlobRequest(root, nonce)]);
    },
  };
}

/** Lists the blobs that begin with a random name: there are none, so the permission is proved without a single name. */
function listRequest(root: string, nonce: string): ProbeRequest {
  return {
    id: 'azure-blob-list',
    method: 'GET',
    url: `${root}?restype=container&comp=list&maxresults=1&prefix=${nonce}`,
    headers: VERSION,
    audience: 'anyone',
    read: (answer) => {
      if (answer.status === 200 && answer.body.includes('<EnumerationResults')) {
        return opened('the container lists its blobs to anyone', ['list', 'read']);
      }
      if (answer.status === 200) return undecided('the answer is not a container listing');
      return readRefusal(answer);
    },
  };
}

/**
 * A blob that cannot exist: a private container answers like a missing one, a container whose blobs are public says
 * that the blob is what is missing.
 */
function absentBlobRequest(root: string, nonce: string): ProbeRequest {
  return {
    id: 'azure-blob-absent',
    method: 'HEAD',
    url: `${root}/${nonce}`,
    headers: VERSION,
    audience: 'anyone',
    read: (answer) => {
      if (answer.status === 404 && errorCodeOf(answer) === 'BlobNotFound') {
        return opened(
          'the container’s public access level is “blob”: whoever knows or guesses a blob’s name can read it',
          ['read'],
        );
      }
      return readRefusal(answer);
    },
  };
}

function blobRequest(root: string, path: string): readonly ProbeRequest[] {
  if (!/^\/[A-Za-z0-9._~/-]{1,200}$/.test(path) || path.includes('..')) return [];
  return [
    {
      id: 'azure-blob-known',
      method: 'HEAD',
      url: `${root}${path}`,
      headers: VERSION,
      audience: 'anyone',
      read: (answer) => {
        if (answer.status === 200 && answer.headers['x-ms-blob-type'] !== undefined)
          return opened('a blob that the app names can be read by anyone', ['read']);
        if (answer.status === 404 && errorCodeOf(answer) === 'BlobNotFound')
          return undecided('the blob is gone, but its container answers anyone');
        return readRefusal(answer);
      },
    },
  ];
}

/** Private, blob-only and missing containers look alike on purpose, so a 404 never says “absent”. */
function readRefusal(answer: ProbeAnswer, then: readonly ProbeRequest[] = []): ProbeVerdict {
  const code = errorCodeOf(answer);
  if (answer.status === 409 && code === 'PublicAccessNotPermitted')
    return closed('the account does not permit public access');
  if (answer.status === 409) return closed('the account refuses public access');
  if (answer.status === 403 && code === 'AuthorizationFailure')
    return closed(
      'anonymous requests are refused (AuthorizationFailure: no permission, or the account’s firewall)',
      then,
    );
  if (code === 'AccountIsDisabled') return undecided('the account is disabled, so nobody is answered');
  if (answer.status === 401 || answer.status === 403)
    return closed(`anonymous requests are refused${code === '' ? '' : ` (${code})`}`, then);
  if (answer.status === 404 && code === 'AccountNotFound') return absent('there is no such account');
  // Azure names a code in every refusal; a 404 without one is a proxy's.
  if (answer.status === 404 && code !== '')
    return closed('the container is private or does not exist; Azure does not tell which', then);
  return unexpected(answer);
}

export const azureBlob: BackendDefinition = {
  kind: 'azure-blob',
  title: 'Azure Blob Storage container',
  provider: 'azure',
  type: 'backend',
  docs: [ANONYMOUS, 'https://learn.microsoft.com/azure/storage/common/storage-account-overview'],
  anchors: [...storageAnchors(['blob', 'dfs']), 'AccountName='],
  keys: KEYS,
  examples: [
    {
      text: 'https://acmeprodmedia.blob.core.windows.net/photos/1.jpg',
      gives: ['azure-blob:acmeprodmedia/photos'],
      why: 'blob URL',
    },
    { text: 'https://acmeprodmedia.blob.core.windows.net/', gives: ['azure-blob:acmeprodmedia'], why: 'account alone' },
    {
      text: 'acmeprodmedia-secondary.blob.core.windows.net/photos',
      gives: ['azure-blob:acmeprodmedia/photos'],
      why: 'read-access replica',
    },
    {
      text: 'https://acmeprodmedia.z12.blob.storage.azure.net/photos?restype=container',
      gives: ['azure-blob:acmeprodmedia/photos'],
      why: 'DNS-zone endpoint',
    },
    {
      text: 'https://acmeprodmedia.blob.core.chinacloudapi.cn/photos',
      gives: ['azure-blob:acmeprodmedia/photos'],
      why: 'Azure in China',
    },
    {
      text: 'https://acmelake.dfs.core.windows.net/raw/2026',
      gives: ['azure-blob:acmelake/raw'],
      why: 'Data Lake endpoint of the same data',
    },
    {
      text: 'abfss://raw@acmelake.dfs.core.windows.net/2026',
      gives: ['azure-blob:acmelake/raw'],
      why: 'Hadoop URI: the container before the host',
    },
    {
      text: 'https://acmeprodmedia.blob.core.windows.net/$web/index.html',
      gives: ['azure-blob:acmeprodmedia/$web'],
      why: 'system container',
    },
    {
      text: 'DefaultEndpointsProtocol=https;AccountName=acmeprodmedia;AccountKey=…;EndpointSuffix=core.windows.net',
      gives: ['azure-blob:acmeprodmedia'],
      why: 'connection string',
    },
    {
      text: 'acmeprodmedia',
      key: 'azure_storage_account',
      around: [{ key: 'container', value: 'photos' }],
      gives: ['azure-blob:acmeprodmedia/photos'],
      why: 'account and container as two settings',
    },
    { text: 'blob.core.windows.net', gives: [], why: 'SDK constant' },
    { text: 'https://%s.blob.core.windows.net', gives: [], why: 'template' },
    { text: 'https://{account}.blob.core.windows.net/{container}', gives: [], why: 'template' },
    { text: 'https://myaccount.blob.core.windows.net/mycontainer', gives: [], why: 'sample of the documentation' },
    { text: 'https://devstoreaccount1.blob.core.windows.net/x', gives: [], why: 'account of the emulator' },
    {
      text: 'https://storagesample.blob.core.windows.net/sample-container',
      gives: [],
      why: 'sample of the documentation',
    },
    { text: 'https://Acme_Media.blob.core.windows.net/', gives: [], why: 'an account has no underscore' },
    { text: 'AccountName=', gives: [], why: 'SDK constant' },
  ],
  recognise,
  rules: [
    ...accessRules({
      kind: 'azure-blob',
      word: 'public',
      noun: 'Azure blob container',
      knows:
        'The app or the repository names the container. That anyone may read it comes from its public access level and the account’s allowBlobPublicAccess in the repository, or from a request without a key that it answered.',
      remediation: [
        'Forbid public access for the whole account: az storage account update -n ACCOUNT --allow-blob-public-access false',
        'Or for the container: az storage container set-permission -n CONTAINER --account-name ACCOUNT --public-access off',
        'Let the app get a user-delegation SAS from your server: one blob, minutes, HTTPS only.',
        'Look through the storage logs for anonymous requests, and treat what lay there as disclosed.',
      ],
      prove:
        'curl -I "https://ACCOUNT.blob.core.windows.net/CONTAINER?restype=container" answers 409 PublicAccessNotPermitted or 404.',
      references: [ANONYMOUS, CONFIGURE],
    }),
    backendRule({
      id: 'azure-blob-dangling',
      title: 'The app names an Azure storage account that does not exist and that anyone can register',
      severity: 'high',
      meaning:
        'Whoever creates a storage account of that name serves your users whatever they like from the address that your app trusts, and receives what the app uploads.',
      knows: 'The account’s host name does not exist in DNS, and account names are handed out to whoever asks first.',
      remediation: [
        'Create the account again in your own subscription, without public access, as long as shipped versions of the app ask for it.',
        'Remove the reference from the app.',
      ],
      prove: 'The account’s host name resolves to your own account, and the next build no longer names it.',
      cwe: [610, 672],
      mobileTop10: ['M8', 'M2'],
      references: ['https://learn.microsoft.com/azure/security/fundamentals/subdomain-takeover'],
    }),
  ],
  extra: (backend) =>
    hasNoHost(backend)
      ? [
          {
            rule: 'azure-blob-dangling',
            message: `Anyone can register the Azure storage account ${backend.name.split('/', 1)[0]}, which the app names and which does not exist.`,
          },
        ]
      : [],
  probing: {
    hosts: [
      'blob.core.windows.net',
      'blob.storage.azure.net',
      'blob.core.chinacloudapi.cn',
      'blob.core.usgovcloudapi.net',
    ],
    plan,
    specs: [
      {
        id: 'azure-blob-account',
        mode: 'read',
        request: 'GET /?comp=list&maxresults=1&prefix=<nonce> on the account, where the app names no container',
        proves: 'whether the account exists: a name that is free has no host',
        sideEffects: 'none; nobody lists an account’s containers without a key, and none has the prefix',
        reference: 'https://learn.microsoft.com/rest/api/storageservices/list-containers2',
      },
      {
        id: 'azure-blob-container',
        mode: 'read',
        request: 'HEAD /CONTAINER?restype=container',
        proves:
          'anyone can list and read the container (200 with public access level “container”); 409 PublicAccessNotPermitted is the good state',
        sideEffects: 'none, no body',
        reference: GET_ACL,
      },
      {
        id: 'azure-blob-list',
        mode: 'read',
        request: 'GET /CONTAINER?restype=container&comp=list&maxresults=1&prefix=<nonce>',
        proves: 'anyone can list the container',
        sideEffects: 'none; no blob has the prefix, so no name is received',
        reference: 'https://learn.microsoft.com/rest/api/storageservices/list-blobs',
      },
      {
        id: 'azure-blob-absent',
        mode: 'read',
        request: 'HEAD of an absent random blob',
        proves:
          'blobs can be read by anyone who knows their name (404 BlobNotFound); a private container answers otherwise',
        sideEffects: 'none, no body',
        reference: CONFIGURE,
      },
      {
        id: 'azure-blob-known',
        mode: 'read',
        request: 'HEAD of a blob that the app names',
        proves: 'this blob can be read by anyone',
        sideEffects: 'none, no body',
        reference: CONFIGURE,
      },
      ...SAS_SPECS,
    ],
  },
};
