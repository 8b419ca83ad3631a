import type { CredentialMention, Grade, Neighbour, Provider, Text } from '../../model.ts';
import { holdsMark, type Mark } from '../../shared/marks.ts';
import type { BackendDefinition, Example } from '../backend.ts';
import { compileNames, type Names, valuesUnder } from '../names.ts';
import { onlyIn, onlyOne, partnersOfFound } from '../pairing.ts';
import { isPlaceholderSecret } from '../placeholders.ts';
import { around, matches, TOKEN_END, TOKEN_START } from '../recognition.ts';
import { credentialMention } from '../shared-mentions.ts';
import { type CredentialRuleTexts, credentialRule } from '../shared-rules.ts';

/** What is known of a secret from its own text. */
export interface Judged {
  readonly grade: Grade;
  readonly why: string;
  /** Absent for what is public by design. */
  readonly rule?: string;
  readonly subject?: string;
}

/** A service whose key says by its form, or by the name it stands under, what it is. */
export interface KeyService {
  readonly kind: string;
  readonly title: string;
  readonly provider?: Provider;
  readonly docs: readonly string[];
  readonly anchors: readonly string[];
  readonly examples: readonly Example[];
  /** The token without its boundaries, linear; absent where only the name tells. */
  readonly form?: string;
  /** The form where literals stand side by side, if its length alone says where the token ends. */
  readonly within?: string;
  /**
   * Where the token's own text holds no anchor: a token of this form counts if it stands beside one, as the service's
   * host. It is then told at the place of the anchor.
   */
  readonly beside?: boolean;
  /** What shows a token of the form where it stands alone. */
  readonly marks?: readonly Mark[];
  /** Names (`service_api_key`, in all spellings) under which a value of this form is the key, although the form alone could be anything's. */
  readonly named?: { readonly names: readonly string[]; readonly form: RegExp };
  /** The account that the key belongs to, told by its form or by the name it stands under. */
  readonly owner?: Owner;
  /** Undefined if it is a sample, or nobody's. The owner is the account beside the key, if it is certain which. */
  readonly judge: (secret: string, text: Text, owner: string | undefined) => Judged | undefined;
  readonly rules: readonly CredentialRuleTexts[];
}

/** The account that a key belongs to; of what stands beside the key, the part that the forms show. */
interface Owner {
  /** Global; its group 1, or the whole match, is the account. */
  readonly form?: RegExp;
  /** Names under which a value of this form is the account. */
  readonly named?: { readonly names: readonly string[]; readonly form: RegExp };
}

export function keyDefinition(service: KeyService): BackendDefinition {
  const pattern =
    service.form === undefined ? undefined : new RegExp(`${TOKEN_START}(?:${service.form})${TOKEN_END}`, 'g');
  const within = service.within === undefined ? pattern : new RegExp(service.within, 'g');
  const named = service.named === undefined ? undefined : compileNames(service.named.names, service.named.form);
  const ownerOf = compileOwner(service.owner, pattern, named);
  return {
    kind: service.kind,
    title: service.title,
    provider: service.provider ?? 'other',
    type: 'credential',
    docs: service.docs,
    anchors: [...service.anchors, ...(named?.anchors ?? [])],
    ...(service.marks === undefined ? {} : { marks: service.marks }),
    ...(named === undefined ? {} : { keys: named.keys }),
    examples: service.examples,
    recognise: (text) => recognise(service, { pattern, within, named, ownerOf }, text),
    rules: service.rules.map(credentialRule),
  };
}

/** What of a service is compiled once. */
interface Compiled {
  readonly pattern: RegExp | undefined;
  readonly within: RegExp | undefined;
  readonly named: Names | undefined;
  readonly ownerOf: OwnerOf;
}

type OwnerOf = (text: Text, secret: string) => string | undefined;

function* recognise(
  service: KeyService,
  { pattern, within, named, ownerOf }: Compiled,
  text: Text,
): Generator<CredentialMention, void, undefined> {
  const sought = text.runTogether === true ? within : pattern;
  const found = sought === undefined ? [] : tokensOf(text, sought, service);
  if (named !== undefined) found.push(...valuesUnder(named, text));
  for (const secret of new Set(found)) {
    if (isPlaceholderSecret(secret)) continue;
    const owner = ownerOf(text, secret);
    const judged = service.judge(secret, text, owner);
    if (judged === undefined) continue;
    yield credentialMention(text, {
      kind: service.kind,
      secret,
      ...(owner === undefined ? {} : { subject: owner }),
      ...judged,
    });
  }
}

/** Tokens in the text; where they hold no anchor, those that a mark shows, or that stand around a text that holds one. */
function tokensOf(text: Text, pattern: RegExp, { anchors, beside, marks = [] }: KeyService): string[] {
  const own = Array.from(matches(text.value, pattern), (match) => match[0]);
  if (beside !== true) return own;
  const folded = text.value.toLowerCase();
  if (!anchors.some((anchor) => folded.includes(anchor.toLowerCase()))) {
    return own.filter((token) => marks.some((mark) => holdsMark(token, mark)));
  }
  return own.length > 0
    ? own
    : around(text).flatMap(({ value }) => Array.from(matches(value, pattern), (match) => match[0]));
}

function compileOwner(owner: Owner | undefined, pattern: RegExp | undefined, secrets: Names | undefined): OwnerOf {
  if (owner === undefined) return () => undefined;
  const owners = owner.named === undefined ? undefined : compileNames(owner.named.names, owner.named.form);
  const partner = (one: Neighbour): string | undefined =>
    valueUnder(owners, one) ?? (owner.form === undefined ? undefined : onlyIn(one.value, owner.form));
  const same = (one: Neighbour): string | undefined =>
    valueUnder(secrets, one) ?? (pattern === undefined ? undefined : onlyIn(one.value, pattern));
  const tokens = unionOf([owner.form, pattern]);
  return (text, secret) => onlyOne(partnersOfFound(text, tokens, { self: secret, same, partner }));
}

/** The value of a neighbour that stands under one of the names and has their form. */
function valueUnder(names: Names | undefined, { key, value }: Neighbour): string | undefined {
  if (names === undefined || key === undefined) return undefined;
  return names.keys.includes(key.toLowerCase()) && names.form.test(value) ? value : undefined;
}

function unionOf(patterns: readonly (RegExp | undefined)[]): RegExp {
  const sources = patterns.flatMap((pattern) => (pattern === undefined ? [] : [pattern.source]));
  // Without a form nothing in a text is told but by its name.
  return new RegExp(sources.length === 0 ? '(?!)' : sources.join('|'), 'g');
}
