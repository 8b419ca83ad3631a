import type { Audience, BackendDeclaration, DeclarationState, Operation } from '../../model.ts';

/** Who a rule of an Amplify data model lets in, of those that are no particular person. */
export type DataCaller = 'api-key' | 'guest' | 'account';

export interface DataRule {
  readonly caller: DataCaller;
  readonly model: string;
  readonly can: readonly Operation[];
  readonly spot: { readonly path: string; readonly line: number; readonly column: number };
}

/** What the rest of the project says of those callers; undefined where it says nothing. */
export interface Backdrop {
  readonly apiKey: boolean | undefined;
  readonly guests: boolean | undefined;
  readonly signUp: boolean | undefined;
}

export const NOTHING_KNOWN: Backdrop = { apiKey: undefined, guests: undefined, signUp: undefined };

/** Operations of a rule; none given means all of them. `read` stands for get, list, sync, listen and search. */
export const DATA_OPERATIONS: ReadonlyMap<string, readonly Operation[]> = new Map([
  ['create', ['create']],
  ['update', ['overwrite']],
  ['delete', ['delete']],
  ['read', ['list', 'read']],
  ['get', ['read']],
  ['list', ['list', 'read']],
  ['sync', ['list', 'read']],
  ['search', ['list', 'read']],
  ['listen', ['read']],
] as const);

export const ALL_DATA: readonly Operation[] = ['list', 'read', 'create', 'overwrite', 'delete'];

export function dataOperations(names: readonly string[]): readonly Operation[] {
  const can = new Set(names.flatMap((name) => DATA_OPERATIONS.get(name) ?? []));
  return ALL_DATA.filter((operation) => can.has(operation));
}

export function audienceOf(caller: DataCaller): Audience {
  return caller === 'account' ? 'any-account' : 'anyone';
}

/** What lets a caller in at all: the key, the identity pool, or signing up. */
export function gateOf(
  caller: DataCaller,
  backdrop: Backdrop,
): { readonly state: DeclarationState; readonly why: string } {
  switch (caller) {
    case 'api-key':
      return backdrop.apiKey === false
        ? { state: 'unknown', why: 'whoever has the API’s key, but no API key is configured' }
        : { state: 'open', why: 'whoever has the API’s key, which its clients ship' };
    case 'guest':
      if (backdrop.guests === false)
        return { state: 'mitigated', why: 'guests, but the identity pool gives them no credentials' };
      return backdrop.guests === true
        ? { state: 'open', why: 'guests, to whom the identity pool gives credentials' }
        : { state: 'unknown', why: 'guests; whether the identity pool gives them credentials is not known' };
    case 'account':
      return backdrop.signUp === false
        ? { state: 'mitigated', why: 'every signed-in account, but only administrators make accounts' }
        : { state: 'open', why: 'every signed-in account, and strangers can sign up by default' };
  }
}

export function declareRule(rule: DataRule, backdrop: Backdrop, folder: string): BackendDeclaration {
  const { state, why } = gateOf(rule.caller, backdrop);
  return {
    kind: 'appsync',
    folder,
    declaration: {
      ...rule.spot,
      pattern: `/${rule.model}`,
      audience: audienceOf(rule.caller),
      can: rule.can,
      state,
      why: `The model’s authorization rule lets in ${why}.`,
    },
  };
}
