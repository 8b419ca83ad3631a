import type { Operation } from '../../model.ts';
import type { ProbeAnswer, ProbeRequest, ProbeSpec, ProbeVerdict, ShippedKey } from '../backend.ts';
import { closed, opened, undecided, unexpected } from '../verdicts.ts';
import { errorCodeOf, VERSION } from './storage-answers.ts';

const CONDITIONS =
  'https://learn.microsoft.com/rest/api/storageservices/specifying-conditional-headers-for-blob-service-operations';

/** An ETag has the form of Azure's own, and no blob has it, least of all one that does not exist. */
const NEVER = '"0x8D000000000000"';

/**
 * What a SAS that ships still opens: its own letters say what it was made for, only the service whether it is still valid.
 * One for a single blob or a directory reaches neither the container's list nor another name, so it is not asked.
 */
export function sasRequests(root: string, nonce: string, keys: readonly ShippedKey[]): readonly ProbeRequest[] {
  const sas = keys.find(({ kind, details }) => kind === 'azure-sas' && isWide(details) && isQuery(details.query));
  if (sas === undefined) return [];
  const { permissions = '', query = '' } = sas.details;
  // A stored access policy keeps the letters on the server.
  const may = (letters: RegExp) => permissions === '' || letters.test(permissions);
  return [
    ...(may(/l/) ? [listRequest(root, nonce, query)] : []),
    ...(may(/[cw]/) ? [changeRequest('PUT', root, nonce, query)] : []),
    ...(may(/d/) ? [changeRequest('DELETE', root, nonce, query)] : []),
  ];
}

function isWide({ scope, query = '' }: ShippedKey['details']): boolean {
  return (scope === 'account' || scope === 'container') && new URLSearchParams(query).get('sr') !== 'd';
}

/** As the grammar of SAS tokens writes it out: nothing but names and percent-encoded values. */
const isQuery = (query: string | undefined) =>
  query !== undefined && /^[a-z]+=[A-Za-z0-9%._~*+-]+(?:&[a-z]+=[A-Za-z0-9%._~*+-]*)*$/.test(query);

function listRequest(root: string, nonce: string, query: string): ProbeRequest {
  return {
    id: 'azure-blob-sas-list',
    method: 'GET',
    url: `${root}?restype=container&comp=list&maxresults=1&prefix=${nonce}&${query}`,
    headers: VERSION,
    audience: 'app-holder',
    read: (answer) => {
      if (answer.status === 200 && answer.body.includes('<EnumerationResults')) {
        return opened('the SAS that ships is valid and lists the container', ['list']);
      }
      return answer.status === 200 ? undecided('the answer is not a container listing') : readRefusal(answer);
    },
  };
}

const CHANGES = {
  PUT: { id: 'azure-blob-sas-write', can: ['create', 'overwrite'], words: 'upload to' },
  DELETE: { id: 'azure-blob-sas-delete', can: ['delete'], words: 'delete from' },
} as const;

/** The service looks at signature and letters first: only who may change something learns that the condition failed. */
function changeRequest(method: keyof typeof CHANGES, root: string, nonce: string, query: string): ProbeRequest {
  const { id, can, words } = CHANGES[method];
  const upload = { 'content-length': '0', 'x-ms-blob-type': 'BlockBlob' };
  return {
    id,
    method,
    url: `${root}/${nonce}?${query}`,
    headers: { ...VERSION, 'if-match': NEVER, ...(method === 'PUT' ? upload : {}) },
    audience: 'app-holder',
    read: (answer) => readChange(answer, can, words, nonce),
  };
}

function readChange(answer: ProbeAnswer, can: readonly Operation[], words: string, nonce: string): ProbeVerdict {
  if (answer.status === 412 && errorCodeOf(answer) === 'ConditionNotMet') {
    return opened(`the SAS that ships is valid and may ${words} the container; only the condition failed`, can);
  }
  // Put Blob answers 201 and nothing else; what has to fail may be carried out by an imitator only.
  if (answer.status === 201) {
    return opened(`the upload was stored although it had to fail: delete the empty blob ${nonce}`, can);
  }
  return readRefusal(answer);
}

/** learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes */
function readRefusal(answer: ProbeAnswer): ProbeVerdict {
  const code = errorCodeOf(answer);
  if (answer.status === 403 && code === 'AuthorizationSourceIPMismatch') {
    return undecided('the SAS is restricted to other addresses');
  }
  if (code === 'AccountIsDisabled') return undecided('the account is disabled, so nobody is answered');
  if (answer.status === 403 && /^Authorization(?:Permission|Service|ResourceType)Mismatch$/.test(code)) {
    return closed('the SAS is valid, but does not allow this');
  }
  if (answer.status === 401 || answer.status === 403) {
    return closed(
      `the SAS is refused: it ended or was revoked, or a firewall is in the way${code === '' ? '' : ` (${code})`}`,
    );
  }
  if (answer.status === 404) return undecided('the container or the account is not there');
  return unexpected(answer);
}

export const SAS_SPECS: readonly ProbeSpec[] = [
  {
    id: 'azure-blob-sas-list',
    mode: 'read',
    consent: 'use-credential',
    request: 'GET /CONTAINER?restype=container&comp=list&maxresults=1&prefix=<nonce>&<SAS>',
    proves: 'the SAS that ships is still valid and lists the container',
    sideEffects: 'none; no blob has the prefix, so no name is received',
    reference: 'https://learn.microsoft.com/rest/api/storageservices/list-blobs',
  },
  {
    id: 'azure-blob-sas-write',
    mode: 'write',
    consent: 'use-credential',
    request: 'PUT /CONTAINER/<nonce>?<SAS> with If-Match on an ETag that no blob has',
    proves: 'the SAS that ships may upload (412 ConditionNotMet); 403 refused',
    sideEffects: 'none: a failed condition changes nothing',
    reference: CONDITIONS,
  },
  {
    id: 'azure-blob-sas-delete',
    mode: 'write',
    consent: 'use-credential',
    request: 'DELETE /CONTAINER/<nonce>?<SAS> with If-Match on an ETag that no blob has',
    proves: 'the SAS that ships may delete (412 ConditionNotMet); 403 refused',
    sideEffects: 'none: the blob does not exist, and a failed condition changes nothing',
    reference: CONDITIONS,
  },
];
