import type { Operation } from '../../model.ts';
import type { Caller } from './callers.ts';
import type { Scope } from './evaluate.ts';
import type { Method, ServiceName } from './syntax.ts';
import { anything, chosen, constant, isText, mapOf, NULL, something, type Value } from './values.ts';

/** One thing a caller can do, as rules see it. */
export interface RequestKind {
  readonly operation: Operation;
  /** The method of an `allow` that has to grant it. */
  readonly method: Exclude<Method, 'read' | 'write'>;
  /** Something is stored at the path already. */
  readonly exists: boolean;
  /** The request carries data. */
  readonly sends: boolean;
}

const READ = { exists: true, sends: false };

/** Firestore: the methods are the operations. */
const FIRESTORE: readonly RequestKind[] = [
  { operation: 'list', method: 'list', ...READ },
  { operation: 'read', method: 'get', ...READ },
  { operation: 'create', method: 'create', exists: false, sends: true },
  { operation: 'overwrite', method: 'update', exists: true, sends: true },
  { operation: 'delete', method: 'delete', exists: true, sends: false },
];

/**
 * Cloud Storage: every upload is a `create`, also one over a file that is there (then `resource` is that file); `update` is a change of
 * metadata alone (firebase.google.com/docs/storage/security/core-syntax#granular_operations).
 */
const STORAGE: readonly RequestKind[] = [
  ...FIRESTORE,
  { operation: 'overwrite', method: 'create', exists: true, sends: true },
];

const METHODS: Readonly<Record<'read' | 'write', readonly Method[]>> = {
  read: ['get', 'list'],
  write: ['create', 'update', 'delete'],
};

/** The requests that an `allow` with these methods speaks of. Storage cannot list under rules_version 1. */
export function requestsOf(
  service: ServiceName,
  version: '1' | '2',
  methods: readonly Method[],
): readonly RequestKind[] {
  const granted = methods.flatMap((method) => (method === 'read' || method === 'write' ? METHODS[method] : [method]));
  const kinds = service === 'cloud.firestore' ? FIRESTORE : STORAGE;
  const listable = service === 'cloud.firestore' || version === '2';
  return kinds.filter((kind) => granted.includes(kind.method) && (kind.operation !== 'list' || listable));
}

/** Fields of a file that an upload sends along; a change of metadata leaves the size as it is. */
const FILE_FIELDS: readonly string[] = [
  'size',
  'contentType',
  'metadata',
  'contentDisposition',
  'contentEncoding',
  'contentLanguage',
  'cacheControl',
];

/** `request` and `resource` as an expression sees them (firebase.google.com/docs/reference/rules/rules.firestore.Request). */
export function requestScope(
  kind: RequestKind,
  caller: Caller,
  functions: Scope['functions'],
  choice: ChosenRequest = FREE,
): Scope {
  const time: Value = { type: 'time', offset: 0, numeric: false };
  const request = mapOf({
    auth: choice.auth ?? caller.auth,
    method: constant(kind.method),
    path: something('path'),
    query: kind.method === 'list' ? (choice.query ?? chosen('sent', { root: 'query', keys: [] })) : mapOf({}),
    resource: kind.sends ? (choice.resource ?? chosen('sent', { root: 'sent', keys: [] })) : NULL,
    time,
    params: anything('sent'),
  });
  const names = new Map<string, Value>([
    ['request', request],
    ['resource', kind.exists ? something('record') : NULL],
  ]);
  return { names, functions };
}

/** The parts of a request that have been chosen. */
export interface ChosenRequest {
  readonly auth?: Value;
  readonly query?: Value;
  readonly resource?: Value;
}

const FREE: ChosenRequest = {};

/** A size is a count of bytes; all else of a file are texts, and its metadata a map of them. */
function isSendable(field: string, value: Value): boolean {
  if (field === 'size') return isCount(value);
  return field === 'metadata' ? value.type === 'map' && [...value.entries.values()].every(isText) : isText(value);
}

function isCount(value: Value): boolean {
  return value.type === 'const' && typeof value.value === 'number' && Number.isInteger(value.value) && value.value >= 0;
}

/** `limit` and `offset` are counts (firebase.google.com/docs/reference/rules/rules.firestore.Request#query). */
export function isQuery(query: Value): boolean {
  return query.type === 'map' && ['limit', 'offset'].every((key) => isCount(query.entries.get(key) ?? constant(0)));
}

/** `request.resource` with what a caller sends; undefined where it cannot send that. */
export function sentResource(service: ServiceName, kind: RequestKind, sent: Value | undefined): Value | undefined {
  const fields = sent?.type === 'map' ? sent.entries : new Map<string, Value>();
  if (sent !== undefined && sent.type !== 'map') return undefined;
  const identity = { id: something('path'), __name__: something('path') };
  if (service === 'cloud.firestore') {
    if ([...fields.keys()].some((key) => key !== 'data')) return undefined;
    return mapOf({ ...identity, data: fields.get('data') ?? mapOf({}) });
  }
  const sendable = kind.method === 'create' ? FILE_FIELDS : FILE_FIELDS.filter((field) => field !== 'size');
  if ([...fields].some(([key, value]) => !sendable.includes(key) || !isSendable(key, value))) return undefined;
  const time: Value = { type: 'time', offset: 0, numeric: false };
  return mapOf({
    name: something('path'),
    bucket: something('path'),
    generation: something('record'),
    metageneration: something('record'),
    timeCreated: kind.exists ? something('record') : time,
    updated: time,
    size: kind.method === 'create' ? constant(1) : something('record'),
    contentType: constant('application/octet-stream'),
    metadata: mapOf({}),
    ...Object.fromEntries(fields),
  });
}
