import type { Grade, Neighbour, Text } from '../../model.ts';
import { entropy, isPlaceholderName, isTemplate, matchesOf } from '../../shared/grammar.ts';
import type { BackendDefinition, Example, Mention } from '../backend.ts';
import { compileNames, type Names, valuesUnder } from '../names.ts';
import { likeliest, onlyIn, onlyOne, type Pairing, partnersOf, partnersOfFound } from '../pairing.ts';
import { around } from '../recognition.ts';
import { credentialMention } from '../shared-mentions.ts';
import { connectionStringsIn, type Fields, hostOf } from './connection-strings.ts';
import type { Marked } from './identifiable-keys.ts';

export interface Verdict {
  readonly grade: Grade;
  readonly why: string;
  readonly rule?: string;
}

/**
 * A key of an Azure account: a member of a connection string whose host says the service, a value under its name or beside
 * the host, or one that says itself whose it is.
 */
export interface ConnectionKey {
  readonly kind: string;
  readonly title: string;
  readonly docs: string;
  /** The member of a connection string that holds the secret, with its equals sign; absent where the service has none. */
  readonly literal?: string;
  readonly hostMembers?: readonly string[];
  /** End of the host; the label before it is the account. */
  readonly host: RegExp;
  readonly secret: RegExp;
  readonly end?: RegExp;
  /** True for what stands in for a secret; what is generated has none of a name's words. */
  readonly isPlaceholder?: (secret: string) => boolean;
  /** Names under which a value of the secret's form is the key by itself. */
  readonly names?: readonly string[];
  /** Forms by which a key shows wherever it stands whose it is, and what it may. */
  readonly marked?: readonly Marked<Verdict>[];
  /** Literals of the host, where a value of the secret's form beside it is the key. */
  readonly besideHost?: readonly string[];
  /** False where a member that every such string has is missing. */
  readonly accepts?: (fields: Fields) => boolean;
  readonly judge: (fields: Fields) => Verdict;
  readonly rules: BackendDefinition['rules'];
  readonly examples: readonly Example[];
}

export function connectionKey(given: ConnectionKey): BackendDefinition {
  const names = given.names === undefined ? undefined : compileNames(given.names, given.secret);
  const literals = given.literal === undefined ? [] : [given.literal];
  const marks = (given.marked ?? []).map(({ mark }) => mark);
  return {
    kind: given.kind,
    title: given.title,
    provider: 'azure',
    type: 'credential',
    docs: [given.docs],
    anchors: [...literals, ...(given.besideHost ?? []), ...marks, ...(names?.anchors ?? [])],
    ...(names === undefined ? {} : { keys: names.keys }),
    examples: [...given.examples, ...literals.map((text) => ({ text, gives: [], why: 'SDK constant' }))],
    recognise: (text) => recognise(text, given, names),
    rules: given.rules,
  };
}

interface Found {
  readonly secret: string;
  readonly account: string | undefined;
  readonly fields: Fields;
}

function* recognise(text: Text, given: ConnectionKey, names: Names | undefined): Generator<Mention> {
  const seen = new Set<string>();
  for (const { secret, account, fields } of [
    ...byConnectionString(text, given),
    ...byItself(text, given, names),
    ...byHost(text, given),
  ]) {
    if (seen.has(secret)) continue;
    seen.add(secret);
    yield credentialMention(text, {
      kind: given.kind,
      secret,
      ...(account === undefined ? {} : { subject: account }),
      ...(ownVerdict(given, secret) ?? given.judge(fields)),
    });
  }
}

/** What the key's own text says goes before what stands around it. */
function ownVerdict({ marked = [] }: ConnectionKey, secret: string): Verdict | undefined {
  return marked.flatMap(({ keysIn }) => keysIn(secret))[0]?.says;
}

/** A file may hold nothing but the string: its first member is then taken for the name of the rest. */
function wholeOf(text: Text, given: ConnectionKey): string {
  const key = text.key ?? '';
  return given.hostMembers?.includes(key.toLowerCase()) === true ? `${key}=${text.value}` : text.value;
}

function* byConnectionString(text: Text, given: ConnectionKey): Generator<Found> {
  const { literal, hostMembers = [], isPlaceholder = isPlaceholderKey } = given;
  if (literal === undefined) return;
  for (const fields of connectionStringsIn(wholeOf(text, given), literal, given.end)) {
    const secret = given.secret.exec(fields.get(memberOf(given)) ?? '')?.[0] ?? '';
    const host = hostMembers.map((name) => hostOf(fields.get(name))).find((one) => given.host.test(one));
    if (host === undefined || secret === '' || given.accepts?.(fields) === false) continue;
    const account = host.split('.', 1)[0] ?? '';
    if (isPlaceholder(secret) || isPlaceholderName(account)) continue;
    yield { secret, account, fields };
  }
}

function isPlaceholderKey(secret: string): boolean {
  return isTemplate(secret) || isPlaceholderName(secret);
}

function memberOf({ literal = 'key=' }: ConnectionKey): string {
  return literal.slice(0, -1).toLowerCase();
}

/** By the name it stands under, or by a form that no other key has. */
function byItself(text: Text, given: ConnectionKey, names: Names | undefined): readonly Found[] {
  const named = names === undefined ? [] : valuesUnder(names, text).filter(isRandom);
  const marked = (given.marked ?? []).flatMap(({ keysIn }) => keysIn(text.value).map(({ secret }) => secret));
  return [...named, ...marked].map((secret) => alone(given, secret, accountOf(text, given, secret)));
}

function alone(given: ConnectionKey, secret: string, account: string | undefined): Found {
  return { secret, account, fields: new Map([[memberOf(given), secret]]) };
}

/** The account whose address stands beside a key. */
function accountOf(text: Text, given: ConnectionKey, secret: string): string | undefined {
  const hosts = hostsOf(given);
  const pairing: Pairing = {
    self: secret,
    same: (one) => secretIn(given, one),
    partner: ({ value }) => onlyIn(value, hosts)?.toLowerCase(),
  };
  return onlyOne(partnersOfFound(text, hosts, pairing));
}

/** A key without a name beside the account's address. */
function byHost(text: Text, given: ConnectionKey): readonly Found[] {
  const { besideHost = [] } = given;
  const folded = text.value.toLowerCase();
  if (!besideHost.some((literal) => folded.includes(literal))) return [];
  const hosts = hostsOf(given);
  const account = onlyIn(text.value, hosts)?.toLowerCase();
  if (account === undefined || isPlaceholderName(account)) return [];
  const pairing: Pairing = {
    self: account,
    same: ({ value }) => onlyIn(value, hosts)?.toLowerCase(),
    partner: (one) => secretIn(given, one),
  };
  const secret = likeliest(partnersOf(text.key, around(text), pairing), /key|secret/i);
  return secret === undefined ? [] : [alone(given, secret, account)];
}

/** A line of a file; what is longer is no name with its value. */
const LONGEST_LINE = 512;
const BASE64 = /(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/]{40,120}={0,2}(?![A-Za-z0-9+/=_-])/g;

/** Said of nobody else: a `storageKey` is another service's. */
const SAYS_KEY = /(?<![A-Za-z0-9_.-])(?:key|secret)(?![A-Za-z0-9_-])/i;

/** A key by itself, or the only one in a line that calls it key or secret, as a connection string does not. */
function secretIn(given: ConnectionKey, { key = '', value }: Neighbour): string | undefined {
  const isSecret = (one: string) => given.secret.exec(one)?.[0] === one && isRandom(one);
  if (isSecret(value)) return value;
  if (value.length > LONGEST_LINE) return undefined;
  const [only, another] = new Set(Array.from(matchesOf(BASE64, value), ([one]) => one).filter(isSecret));
  if (only === undefined || another !== undefined) return undefined;
  return SAYS_KEY.test(`${key} ${value.replaceAll(only, '')}`) ? only : undefined;
}

/** The accounts in a text: the label before the service's domain. */
function hostsOf({ host }: ConnectionKey): RegExp {
  return new RegExp(
    `(?<![A-Za-z0-9.-])([a-z0-9][a-z0-9-]{0,62})${host.source.replace(/\$$/, '')}(?![A-Za-z0-9-])`,
    'gi',
  );
}

function isRandom(value: string): boolean {
  return entropy(value) >= 4;
}
