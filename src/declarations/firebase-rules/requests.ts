import type { Operation } from '../../model.ts';
import type { Caller } from './callers.ts';
import type { Scope } from './evaluate.ts';
import type { Method, ServiceName } from './syntax.ts';
import { anything, constant, mapOf, NULL, something, type Value } from './values.ts';

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

/** `request` and `resource` as an expression sees them (firebase.google.com/docs/reference/rules/rules.firestore.Request). */
export function requestScope(kind: RequestKind, caller: Caller, functions: Scope['functions']): Scope {
  const time: Value = { type: 'time', offset: 0, numeric: false };
  const request = mapOf({
    auth: caller.auth,
    method: constant(kind.method),
    path: something('path'),
    query: kind.method === 'list' ? something('sent') : mapOf({}),
    resource: kind.sends ? something('sent') : NULL,
    time,
    params: anything('sent'),
  });
  const names = new Map<string, Value>([
    ['request', request],
    ['resource', kind.exists ? something('record') : NULL],
  ]);
  return { names, functions };
}
