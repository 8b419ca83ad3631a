import {
  type Fake,
  type FakeRequest,
  mutationsOf,
  type Reply,
  type Store,
  storeOf,
  USER_DATA,
  USER_NAME,
  xml,
} from './fake.ts';

/**
 * Azure Blob Storage as production answers strangers, where it differs from Microsoft's emulator: a container that is
 * private, one whose blobs alone are public and one that is missing look alike, an account that permits no public access
 * says so, and an account that is missing has no host name. SAS tokens are told by their `sig`; conditions are looked at
 * after the permission (learn.microsoft.com/rest/api/storageservices, pages common-rest-api-error-codes and
 * specifying-conditional-headers-for-blob-service-operations).
 */
export interface FakeAccount {
  readonly permitsPublicAccess: boolean;
  readonly containers: Readonly<Record<string, 'container' | 'blob' | 'private'>>;
  /** Letters of each valid token, by its signature. */
  readonly tokens?: Readonly<Record<string, string>>;
  readonly isDisabled?: boolean;
}

export const BLOB = `${USER_NAME}.jpg`;

export function createAzureBlob(accounts: Readonly<Record<string, FakeAccount>>): Fake {
  const stores = new Map(
    Object.entries(accounts).flatMap(([account, { containers }]) =>
      Object.keys(containers).map((container) => [`${account}/${container}`, storeOf({ [BLOB]: USER_DATA })] as const),
    ),
  );
  const accountOf = (host: string) => accounts[host.split('.', 1)[0] ?? ''];
  const answer = (request: FakeRequest): Reply => {
    const account = accountOf(request.host);
    if (account === undefined) return error(404, 'AccountNotFound');
    if (account.isDisabled === true) return error(403, 'AccountIsDisabled');
    const [, container = '', blob = ''] = /^\/([^/]*)\/?(.*)$/.exec(request.path) ?? [];
    const level = account.containers[container];
    const blobs = stores.get(`${request.host.split('.', 1)[0]}/${container}`);
    const signature = request.query.get('sig');
    if (signature !== null) {
      const letters = account.tokens?.[signature];
      if (letters === undefined) return error(403, 'AuthenticationFailed');
      if (blobs === undefined) return error(404, 'ContainerNotFound');
      return blob === '' ? listed(request, blobs, letters.includes('l')) : onBlob(request, blob, blobs, letters);
    }
    if (container === '') return error(409, 'PublicAccessNotPermitted');
    if (!account.permitsPublicAccess) return error(409, 'PublicAccessNotPermitted');
    if (level === undefined || level === 'private' || blobs === undefined) return error(404, 'ResourceNotFound');
    if (blob !== '') return onBlob(request, blob, blobs, 'r');
    if (level === 'blob') return error(404, 'ResourceNotFound');
    return request.query.get('comp') === 'list'
      ? listed(request, blobs, true)
      : { status: 200, headers: { 'x-ms-blob-public-access': level } };
  };
  const isHost = (host: string) => accountOf(host) !== undefined;
  return { answer, mutations: () => mutationsOf(stores), isHost };
}

function listed(request: FakeRequest, blobs: Store<string>, isAllowed: boolean): Reply {
  if (!isAllowed) return error(403, 'AuthorizationPermissionMismatch');
  const prefix = request.query.get('prefix') ?? '';
  const names = blobs.keys().filter((name) => name.startsWith(prefix));
  return xml(
    200,
    `<EnumerationResults><Blobs>${names.map((name) => `<Blob><Name>${name}</Name></Blob>`).join('')}</Blobs></EnumerationResults>`,
  );
}

function onBlob({ method, headers, body }: FakeRequest, name: string, blobs: Store<string>, letters: string): Reply {
  const stored = blobs.get(name);
  const needed = { GET: 'r', HEAD: 'r', PUT: stored === undefined ? 'cw' : 'w', DELETE: 'd' }[method] ?? '!';
  if (![...needed].some((letter) => letters.includes(letter))) return error(403, 'AuthorizationPermissionMismatch');
  if (method === 'GET' || method === 'HEAD') {
    return stored === undefined
      ? error(404, 'BlobNotFound')
      : { status: 200, headers: { 'x-ms-blob-type': 'BlockBlob' }, body: stored };
  }
  if (headers['if-match'] !== undefined) return error(412, 'ConditionNotMet');
  if (method === 'PUT') blobs.set(name, body);
  else if (!blobs.remove(name)) return error(404, 'BlobNotFound');
  return { status: method === 'PUT' ? 201 : 202 };
}

function error(status: number, code: string): Reply {
  return xml(status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`, { 'x-ms-error-code': code });
}
