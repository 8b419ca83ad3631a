import type { Grade, Provider, Severity, Text } from '../model.ts';
import { entropy, matchesOf } from '../shared/grammar.ts';
import type { BackendDefinition, Example, Mention } from './backend.ts';
import { compileNames, type Names, valuesUnder } from './names.ts';
import { likeliest, type Pairing, partnersAt } from './pairing.ts';
import { isPlaceholderSecret } from './placeholders.ts';
import { credentialMention } from './shared-mentions.ts';
import { credentialRule } from './shared-rules.ts';

/** Keys whose id has a known form and whose secret, which has none, stands beside it. */
interface KeyPair {
  readonly kind: string;
  readonly title: string;
  readonly provider: Provider;
  readonly docs: string;
  readonly anchors: readonly string[];
  readonly id: RegExp;
  readonly secret: RegExp;
  /** True for what may be the secret among values of its form; the default wants letters of both cases and a digit. */
  readonly isSecret?: (value: string) => boolean;
  /** Names that say the service themselves: a secret under one of them counts without its id. */
  readonly names?: readonly string[];
  readonly grade?: Grade;
  readonly severity?: Severity;
  readonly meaning?: string;
  readonly remediation: readonly string[];
  readonly examples: readonly Example[];
}

export function keyPair(given: KeyPair): BackendDefinition {
  const names =
    given.names === undefined ? undefined : compileNames(given.names, new RegExp(`^(?:${given.secret.source})$`));
  return {
    kind: given.kind,
    title: given.title,
    provider: given.provider,
    type: 'credential',
    docs: [given.docs],
    anchors: [...given.anchors, ...(names?.anchors ?? [])],
    ...(names === undefined ? {} : { keys: names.keys }),
    examples: given.examples,
    recognise: (text) => recognise(text, given, names),
    rules: [
      credentialRule({
        id: given.kind,
        title: `${given.title} with its secret ships in the app`,
        severity: given.severity ?? 'critical',
        meaning:
          given.meaning ??
          'Whoever unpacks the app can act in your cloud account with all the rights of this key: read and erase buckets and databases, start machines at your cost.',
        remediation: given.remediation,
        references: [given.docs],
      }),
    ],
  };
}

function* recognise(text: Text, given: KeyPair, names: Names | undefined): Generator<Mention> {
  const seen = new Set<string>();
  for (const secret of [...besideIds(text, given), ...(names === undefined ? [] : valuesUnder(names, text))]) {
    if (seen.has(secret) || isPlaceholderSecret(secret)) continue;
    seen.add(secret);
    yield credentialMention(text, {
      kind: given.kind,
      secret,
      grade: given.grade ?? 'privileged',
      why: 'Id and secret stand together, so whoever unpacks the app can sign requests with all rights of the key.',
      rule: given.kind,
    });
  }
}

function* besideIds(text: Text, given: KeyPair): Generator<string> {
  const both = new RegExp(`${given.id.source}|${given.secret.source}`, 'g');
  const seen = new Set<string>();
  for (const { 0: id, index } of matchesOf(given.id, text.value)) {
    if (seen.has(id) || entropy(id) < 3) continue;
    seen.add(id);
    const secret = likeliest(partnersAt(text, index, both, pairingOf(given, id)));
    if (secret !== undefined) yield secret;
  }
}

function pairingOf(given: KeyPair, id: string): Pairing {
  const { isSecret = isMixed } = given;
  const isId = new RegExp(`^(?:${given.id.source})$`);
  const alone = new RegExp(`^(?:${given.secret.source})$`);
  return {
    self: id,
    same: ({ value }) => (isId.test(value) ? value : undefined),
    partner: ({ value }) => (alone.test(value) && !isId.test(value) && isSecret(value) ? value : undefined),
  };
}

function isMixed(value: string): boolean {
  return entropy(value) >= 3.8 && /[A-Z]/.test(value) && /[a-z]/.test(value) && /\d/.test(value);
}
