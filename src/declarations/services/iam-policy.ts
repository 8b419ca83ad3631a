/** AWS policy documents: who a statement speaks of, and whether its conditions keep strangers out. */

import { ADDRESS_MARK, UNKNOWN_PART } from '../values.ts';

/** A text that stands for something unknown holds this character; see the languages that fill it in. */
export const UNKNOWN_MARK = UNKNOWN_PART;

export interface Statement {
  readonly effect: 'Allow' | 'Deny' | 'unknown';
  readonly principal: PrincipalKind;
  /** Action patterns, lower case; `not` inverts them. */
  readonly actions: Patterns;
  readonly resources: Patterns;
  readonly conditions: readonly Condition[];
}

export interface Patterns {
  readonly not: boolean;
  readonly patterns: readonly string[];
}

/**
 * `everyone` includes callers without credentials; `federated`: whoever has an account with a public identity provider;
 * `fixed`: named accounts, roles or services; `none`: the statement names no principal (identity-based).
 */
export type PrincipalKind = 'everyone' | 'federated' | 'fixed' | 'none' | 'unknown';

export interface Condition {
  /** Lower case, without `ForAnyValue:` and `IfExists`. */
  readonly operator: string;
  /** Lower case. */
  readonly key: string;
  readonly values: readonly string[];
  /** `…IfExists` and `ForAllValues:` hold for requests that lack the key. */
  readonly holdsWithoutKey: boolean;
}

export type Policy =
  | { readonly type: 'policy'; readonly statements: readonly Statement[] }
  | { readonly type: 'unreadable' };

const MAX_STATEMENTS = 1000;

/** Reads a policy document's text; unreadable if it is no JSON object. */
export function parsePolicy(text: string): Policy {
  try {
    const document: unknown = JSON.parse(text);
    if (!isRecord(document)) return { type: 'unreadable' };
    const statements = listOf(document.Statement).slice(0, MAX_STATEMENTS);
    return { type: 'policy', statements: statements.map(statementOf) };
  } catch {
    return { type: 'unreadable' };
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function textsOf(value: unknown): readonly string[] {
  return listOf(value).map((item) => (typeof item === 'object' ? UNKNOWN_MARK : String(item)));
}

function statementOf(raw: unknown): Statement {
  if (!isRecord(raw)) return { effect: 'unknown', principal: 'unknown', actions: ANY, resources: ANY, conditions: [] };
  return {
    effect: effectOf(raw.Effect),
    principal: principalOf(raw),
    actions: patternsOf(raw.Action, raw.NotAction, (text) => text.toLowerCase()),
    resources: patternsOf(raw.Resource, raw.NotResource, (text) => text),
    conditions: conditionsOf(raw.Condition),
  };
}

const ANY: Patterns = { not: false, patterns: ['*'] };

function effectOf(value: unknown): Statement['effect'] {
  const effect = String(value).toLowerCase();
  if (effect === 'allow') return 'Allow';
  return effect === 'deny' ? 'Deny' : 'unknown';
}

function patternsOf(plain: unknown, inverted: unknown, fold: (text: string) => string): Patterns {
  if (plain === undefined && inverted !== undefined) return { not: true, patterns: textsOf(inverted).map(fold) };
  return plain === undefined ? ANY : { not: false, patterns: textsOf(plain).map(fold) };
}

function principalOf(statement: Record<string, unknown>): PrincipalKind {
  const { Principal: principal, NotPrincipal: others } = statement;
  // With Allow, everybody but those named: anonymous callers too (IAM user guide, "NotPrincipal").
  if (principal === undefined) return others === undefined ? 'none' : 'everyone';
  if (!isRecord(principal)) return ofIdentifiers(textsOf(principal));
  const kinds = Object.entries(principal).map(([type, value]) => ofType(type.toLowerCase(), textsOf(value)));
  return ORDER.find((kind) => kinds.includes(kind)) ?? 'fixed';
}

const ORDER: readonly PrincipalKind[] = ['everyone', 'federated', 'unknown', 'fixed'];

function ofType(type: string, identifiers: readonly string[]): PrincipalKind {
  if (type === 'aws' || type === '*') return ofIdentifiers(identifiers);
  if (type !== 'federated') return identifiers.some((one) => one === UNKNOWN_MARK) ? 'unknown' : 'fixed';
  // Providers where anybody can make an account; SAML and OIDC providers of an own account are ARNs.
  return identifiers.some((one) => PUBLIC_PROVIDERS.has(one)) ? 'federated' : 'fixed';
}

const PUBLIC_PROVIDERS = new Set([
  'graph.facebook.com',
  'accounts.google.com',
  'www.amazon.com',
  'cognito-identity.amazonaws.com',
  'api.twitter.com',
]);

function ofIdentifiers(identifiers: readonly string[]): PrincipalKind {
  if (identifiers.includes('*')) return 'everyone';
  return identifiers.includes(UNKNOWN_MARK) ? 'unknown' : 'fixed';
}

function conditionsOf(raw: unknown): readonly Condition[] {
  if (raw === undefined || raw === null) return [];
  if (!isRecord(raw)) return [{ operator: UNKNOWN_MARK, key: UNKNOWN_MARK, values: [], holdsWithoutKey: false }];
  return Object.entries(raw).flatMap(([name, keys]) => {
    const operator = name.toLowerCase();
    const shared = {
      operator: operator.replace(/^for(?:any|all)values?:/, '').replace(/ifexists$/, ''),
      holdsWithoutKey: operator.endsWith('ifexists') || operator.startsWith('forallvalue'),
    };
    if (!isRecord(keys)) return [{ ...shared, key: UNKNOWN_MARK, values: [] }];
    return Object.entries(keys).map(([key, values]) => ({
      ...shared,
      key: key.toLowerCase(),
      values: textsOf(values),
    }));
  });
}

/**
 * Keys whose fixed values make a statement non-public (Amazon S3 user guide, "The meaning of public"), and those that name
 * the caller's account or role, which are principals by another way.
 */
const LIMITING_KEYS = new Set([
  'aws:sourceip',
  'aws:vpcsourceip',
  'aws:sourcearn',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
  'aws:sourceowner',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:userid',
  'aws:username',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalservicename',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
  's3:dataaccesspointarn',
  's3:dataaccesspointaccount',
  'kms:calleraccount',
  'lambda:functionurlauthtype',
]);

const POSITIVE = new Set(['stringequals', 'stringequalsignorecase', 'stringlike', 'arnequals', 'arnlike', 'ipaddress']);
const NEGATIVE = new Set([
  'stringnotequals',
  'stringnotequalsignorecase',
  'stringnotlike',
  'arnnotequals',
  'arnnotlike',
  'notipaddress',
]);

export type Limits = 'limited' | 'open' | 'unknown';

/** Whether the conditions of an Allow keep all but fixed callers out. All of them have to hold, so one that limits is enough. */
export function limitsOf(statement: Statement): Limits {
  const results = statement.conditions.map(limitOf);
  if (results.includes('limited')) return 'limited';
  return results.includes('unknown') ? 'unknown' : 'open';
}

function limitOf(condition: Condition): Limits {
  const { operator, key, values, holdsWithoutKey } = condition;
  if (operator.includes(UNKNOWN_MARK) || key.includes(UNKNOWN_MARK)) return 'unknown';
  if (operator === 'bool' && (key === 'aws:principalisawsservice' || key === 'aws:viaawsservice'))
    return values.every((value) => value.toLowerCase() === 'true') ? 'limited' : 'open';
  if (!POSITIVE.has(operator) || !LIMITING_KEYS.has(key) || holdsWithoutKey || values.length === 0) return 'open';
  const results = values.map((value) => fixedness(key, value));
  // The values are alternatives: one broad one is enough to let everybody in.
  if (results.includes('open')) return 'open';
  return results.includes('unknown') ? 'unknown' : 'limited';
}

function fixedness(key: string, value: string): Limits {
  if (key === 'aws:sourceip' || key === 'aws:vpcsourceip') return addressRange(value);
  // A wildcard for the access point's name does no harm while its account is fixed (same page).
  if (key === 's3:dataaccesspointarn') return accountOf(value, /^s3$/) ?? unfixed(value);
  // `AROAEXAMPLE:*`: any session of one role, but the id is of a role, and that is fixed.
  if (key === 'aws:userid') return /^[A-Z0-9]{16,32}:/.test(value) ? 'limited' : unfixed(value);
  if (key === 'aws:principalarn') return accountOf(value, /^(?:iam|sts)$/) ?? unfixed(value);
  // Amazon's check for public policies wants no wildcard here at all; but no stranger can act as a resource of that account.
  if (key === 'aws:sourcearn') return accountOf(value, /^[^*?]+$/) ?? unfixed(value);
  return unfixed(value);
}

/** Whether an ARN is of one account: by its number, or by what stands for the account that the template is used in. */
function accountOf(arn: string, service: RegExp): Limits | undefined {
  const [prefix, partition = '*', name = '', , account = '', ...rest] = arn.split(':');
  if (prefix !== 'arn' || /[*?]/.test(partition) || !service.test(name) || rest.length === 0) return undefined;
  if (account.includes(UNKNOWN_MARK)) return 'unknown';
  return /^\d{12}$/.test(account) || account.startsWith(ADDRESS_MARK) ? 'limited' : undefined;
}

function unfixed(value: string): Limits {
  if (/[*?]|\$\{/.test(value)) return 'open';
  return value.includes(UNKNOWN_MARK) ? 'unknown' : 'limited';
}

/** Ranges wider than /8 (IPv6: /32) are public (same page). Private ranges never match a caller from the internet. */
function addressRange(value: string): Limits {
  if (value.includes(UNKNOWN_MARK)) return 'unknown';
  const [address, bits] = value.split('/');
  const prefix = bits === undefined ? Number.POSITIVE_INFINITY : Number(bits);
  if (address?.includes(':')) return prefix >= 32 ? 'limited' : 'open';
  return prefix >= 8 ? 'limited' : 'open';
}

/** True for a Deny that hits every stranger: of everyone, without a condition or only for who is not among fixed callers. */
export function deniesStrangers(statement: Statement): boolean {
  if (statement.effect !== 'Deny' || statement.principal !== 'everyone') return false;
  return statement.conditions.every(
    ({ operator, key, values }) =>
      NEGATIVE.has(operator) &&
      LIMITING_KEYS.has(key) &&
      values.length > 0 &&
      values.every((value) => fixedness(key, value) !== 'open'),
  );
}

export function matchesAny(patterns: Patterns, text: string): boolean {
  return patterns.patterns.some((pattern) => globMatches(pattern, text)) !== patterns.not;
}

/** `*` and `?` as in IAM; walks back to the last `*` only, so the time is bounded by the product of the lengths. */
export function globMatches(pattern: string, text: string): boolean {
  let at = 0;
  let place = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    const wanted = pattern[place];
    if (wanted === '*') {
      star = place++;
      resume = at;
    } else if (wanted !== undefined && (wanted === '?' || wanted === text[at])) {
      place++;
      at++;
    } else if (star >= 0) {
      place = star + 1;
      at = ++resume;
    } else return false;
  }
  while (pattern[place] === '*') place++;
  return place === pattern.length;
}
