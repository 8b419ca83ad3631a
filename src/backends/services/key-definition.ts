import type { CredentialMention, Grade, Provider, Text } from '../../model.ts';
import type { BackendDefinition, Example } from '../backend.ts';
import { type CredentialRuleTexts, credentialRule } from '../credential-rule.ts';
import { isPlaceholderSecret } from '../placeholders.ts';
import { isNamed, matches, TOKEN_END, TOKEN_START } from '../recognition.ts';
import { credentialMention } from '../shared-mentions.ts';

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
  /** Names under which a value of this form is the key, although the form alone could be anything's. */
  readonly named?: { readonly keys: readonly string[]; readonly form: RegExp };
  /** Undefined if it is a sample, or nobody's. */
  readonly judge: (secret: string, text: Text) => Judged | undefined;
  readonly rules: readonly CredentialRuleTexts[];
}

export function keyDefinition(service: KeyService): BackendDefinition {
  const pattern =
    service.form === undefined ? undefined : new RegExp(`${TOKEN_START}(?:${service.form})${TOKEN_END}`, 'g');
  return {
    kind: service.kind,
    title: service.title,
    provider: service.provider ?? 'other',
    type: 'credential',
    docs: service.docs,
    anchors: service.anchors,
    ...(service.named === undefined ? {} : { keys: service.named.keys }),
    examples: service.examples,
    recognise: (text) => recognise(service, pattern, text),
    rules: service.rules.map(credentialRule),
  };
}

function* recognise(
  service: KeyService,
  pattern: RegExp | undefined,
  text: Text,
): Generator<CredentialMention, void, undefined> {
  const found = pattern === undefined ? [] : Array.from(matches(text.value, pattern), (match) => match[0]);
  const named = service.named;
  if (named !== undefined && isNamed(text, named.keys) && named.form.test(text.value)) found.push(text.value);
  for (const secret of new Set(found)) {
    if (isPlaceholderSecret(secret)) continue;
    const judged = service.judge(secret, text);
    if (judged !== undefined) yield credentialMention(text, { kind: service.kind, secret, ...judged });
  }
}
