import type { CredentialMention, Grade, Provider, Text } from '../../model.ts';
import type { BackendDefinition, Example } from '../backend.ts';
import { compileNames, type Names, valuesUnder } from '../names.ts';
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
  /**
   * Where the token's own text holds no anchor: a token of this form counts if it stands beside one, as the service's
   * host. It is then told at the place of the anchor.
   */
  readonly beside?: boolean;
  /** Names (`service_api_key`, in all spellings) under which a value of this form is the key, although the form alone could be anything's. */
  readonly named?: { readonly names: readonly string[]; readonly form: RegExp };
  /** Undefined if it is a sample, or nobody's. */
  readonly judge: (secret: string, text: Text) => Judged | undefined;
  readonly rules: readonly CredentialRuleTexts[];
}

export function keyDefinition(service: KeyService): BackendDefinition {
  const pattern =
    service.form === undefined ? undefined : new RegExp(`${TOKEN_START}(?:${service.form})${TOKEN_END}`, 'g');
  const named = service.named === undefined ? undefined : compileNames(service.named.names, service.named.form);
  return {
    kind: service.kind,
    title: service.title,
    provider: service.provider ?? 'other',
    type: 'credential',
    docs: service.docs,
    anchors: [...service.anchors, ...(named?.anchors ?? [])],
    ...(named === undefined ? {} : { keys: named.keys }),
    examples: service.examples,
    recognise: (text) => recognise(service, pattern, named, text),
    rules: service.rules.map(credentialRule),
  };
}

function* recognise(
  service: KeyService,
  pattern: RegExp | undefined,
  named: Names | undefined,
  text: Text,
): Generator<CredentialMention, void, undefined> {
  const found = pattern === undefined ? [] : tokensOf(text, pattern, service.beside === true ? service.anchors : []);
  if (named !== undefined) found.push(...valuesUnder(named, text));
  for (const secret of new Set(found)) {
    if (isPlaceholderSecret(secret)) continue;
    const judged = service.judge(secret, text);
    if (judged !== undefined) yield credentialMention(text, { kind: service.kind, secret, ...judged });
  }
}

/** Tokens in the text; with anchors, also those that stand around it if it holds one of them. */
function tokensOf(text: Text, pattern: RegExp, anchors: readonly string[]): string[] {
  const own = Array.from(matches(text.value, pattern), (match) => match[0]);
  if (anchors.length === 0) return own;
  const folded = text.value.toLowerCase();
  if (!anchors.some((anchor) => folded.includes(anchor.toLowerCase()))) return [];
  return own.length > 0
    ? own
    : around(text).flatMap(({ value }) => Array.from(matches(value, pattern), (match) => match[0]));
}
