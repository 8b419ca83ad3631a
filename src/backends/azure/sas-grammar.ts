import type { Operation } from '../../model.ts';
import { matchesOf, plainJson } from '../../shared/grammar.ts';
import { type StorageUrl, storageUrlsIn } from './storage-grammar.ts';

/** Shared access signatures (learn.microsoft.com/rest/api/storageservices/create-account-sas, -service-sas). */
export interface Sas {
  /** Base64 of the HMAC, decoded from its percent form. */
  readonly signature: string;
  readonly permissions: string;
  /** Milliseconds since 1970; undefined if a stored access policy says it. */
  readonly expires?: number;
  readonly scope: SasScope;
  readonly policy?: string;
  readonly allowsHttp: boolean;
  /** The token as it goes into a URL: what belongs to a SAS and nothing else that stood beside it. */
  readonly query: string;
  /** Where it applies, if the URL stands with it. */
  readonly url?: StorageUrl;
}

/** An account SAS names services (`b q t f`) and levels (`s c o`); a service SAS the kind of its one resource. */
export type SasScope =
  | { readonly of: 'account'; readonly services: string; readonly levels: string }
  | { readonly of: 'container' | 'blob' | 'file' | 'queue' | 'table' };

const REACH = 2_000;
const STOP = /["'\s<>\\`;{}]/;

/** Every SAS of a value. The parameters may come in any order, raw or as XML (`&amp;`). */
export function sasTokensIn(raw: string): Sas[] {
  const value = plainJson(raw);
  const found: Sas[] = [];
  let after = 0;
  for (const match of matchesOf(/(?<![A-Za-z0-9])sig=/g, value)) {
    if (match.index < after) continue;
    const head = lastPart(value.slice(Math.max(after, match.index - REACH), match.index));
    const rest = value.slice(match.index, match.index + REACH);
    const length = rest.search(STOP);
    const tail = length === -1 ? rest : rest.slice(0, length);
    after = match.index + tail.length;
    const sas = parsed(`${head}${tail}`.replaceAll('&amp', '&').replaceAll('&;', '&'));
    if (sas !== undefined) found.push(sas);
  }
  return found;
}

/** What stands before `sig=` without a stop; the `;` of `&amp;` is none. */
function lastPart(value: string): string {
  for (let at = value.length - 1; at >= 0; at -= 1) {
    if (STOP.test(value[at] ?? '') && !value.slice(0, at + 1).endsWith('&amp;')) return value.slice(at + 1);
  }
  return value;
}

function parsed(value: string): Sas | undefined {
  const question = value.indexOf('?');
  const raw = value
    .slice(question + 1)
    .replace(/^(?:SharedAccessSignature|[A-Za-z_]{1,40}(?:sas|token|signature))=(?=[a-z]{2,5}=)/i, '');
  const query = new URLSearchParams(raw.replace(/#.*$/, ''));
  const signature = (query.get('sig') ?? '').replaceAll(' ', '+');
  if (!/^[A-Za-z0-9+/]{43}=$/.test(signature) || !/^\d{4}-\d\d-\d\d$/.test(query.get('sv') ?? '')) return undefined;
  const url = question === -1 ? undefined : storageUrlsIn(value.slice(0, question))[0];
  const permissions = query.get('sp') ?? '';
  const policy = query.get('si') ?? '';
  const expires = Date.parse(query.get('se') ?? '');
  if (Number.isNaN(expires) && policy === '') return undefined;
  if (!/^[racwdxyltfmeopui]{0,15}$/.test(permissions)) return undefined;
  return {
    signature,
    permissions,
    scope: scopeOf(query, url),
    allowsHttp: query.get('spr') !== 'https',
    query: tokenOf(query, signature),
    ...(Number.isNaN(expires) ? {} : { expires }),
    ...(policy === '' ? {} : { policy }),
    ...(url === undefined ? {} : { url }),
  };
}

/** Parameters of account, service and user delegation SAS; another one beside them would change what is asked. */
const PARAMETERS = /^(?:sv|ss|srt|sr|sp|st|se|si|spr|sip|ses|skoid|sktid|skt|ske|sks|skv|saoid|suoid|scid|sdd)$/;

function tokenOf(query: URLSearchParams, signature: string): string {
  const token = new URLSearchParams([...query].filter(([name]) => PARAMETERS.test(name)));
  token.set('sig', signature);
  return token.toString();
}

function scopeOf(query: URLSearchParams, url: StorageUrl | undefined): SasScope {
  const levels = query.get('srt');
  if (levels !== null) return { of: 'account', services: query.get('ss') ?? '', levels };
  if (query.has('tn') || url?.service === 'table') return { of: 'table' };
  const resource = query.get('sr') ?? '';
  if (['b', 'bs', 'bv'].includes(resource)) return { of: 'blob' };
  if (resource === 'f') return { of: 'file' };
  return resource === '' && url?.service === 'queue' ? { of: 'queue' } : { of: 'container' };
}

/** What each letter of `sp` allows on the objects of a store. */
const RIGHTS: Readonly<Record<string, readonly Operation[]>> = {
  r: ['read'],
  l: ['list'],
  f: ['list'],
  a: ['create'],
  c: ['create'],
  w: ['create', 'overwrite'],
  u: ['overwrite'],
  m: ['overwrite'],
  d: ['delete'],
  x: ['delete'],
  y: ['delete'],
  o: ['administer'],
  p: ['administer'],
  i: ['administer'],
};

/** In a queue, `p` takes messages out: it reads and removes them. */
const QUEUE_RIGHTS: Readonly<Record<string, readonly Operation[]>> = { ...RIGHTS, p: ['read', 'delete'] };

const ORDER: readonly Operation[] = ['list', 'read', 'create', 'overwrite', 'delete', 'administer'];

const OF_OBJECTS: readonly Operation[] = ['read', 'create', 'overwrite', 'administer'];

/**
 * What a SAS allows. An account SAS reaches objects only with level `o`, and lists only with `c` or `s`; with `c` it
 * deletes whole containers.
 */
export function rightsOf(sas: Pick<Sas, 'permissions' | 'scope'>): readonly Operation[] {
  const { scope } = sas;
  const isQueue = scope.of === 'queue' || (scope.of === 'account' && scope.services === 'q');
  const table = isQueue ? QUEUE_RIGHTS : RIGHTS;
  const can = new Set([...sas.permissions].flatMap((letter) => table[letter] ?? []));
  if (scope.of === 'account') {
    if (!/[cs]/.test(scope.levels)) can.delete('list');
    if (!/o/.test(scope.levels)) for (const operation of OF_OBJECTS) can.delete(operation);
    if (!/[co]/.test(scope.levels)) can.delete('delete');
  }
  return ORDER.filter((operation) => can.has(operation));
}
