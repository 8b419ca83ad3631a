import type { Audience, Rule, Severity } from '../model.ts';
import { type Effect, severityOf } from './severity.ts';

/** What a backend says once for all its access rules. */
export interface AccessRuleTexts {
  /** Kind, and prefix of the rule ids: `s3`. */
  readonly kind: string;
  /** `public` for stores (`s3-public-read`), `open` for databases (`firebase-database-open-read`). */
  readonly word: 'public' | 'open';
  /** `S3 bucket`, `Realtime Database`. */
  readonly noun: string;
  /** How Ajar knows, in one or two sentences. */
  readonly knows: string;
  readonly remediation: readonly string[];
  readonly prove: string;
  readonly references: readonly string[];
}

/** The kinds of access finding there are; the suffix of a rule id names one. */
interface Variant {
  readonly suffix: string;
  readonly audience: Audience;
  readonly effect: Effect;
  readonly sensitive: boolean;
  readonly expires: boolean;
}

const VERBS: Readonly<Record<Effect, string>> = {
  erase: 'erased',
  write: 'overwritten',
  create: 'filled with new data',
  read: 'read',
};

const MEANINGS: Readonly<Record<Effect, string>> = {
  erase: 'Somebody who never opened your app can delete your users’ data, and no copy of it may be left.',
  write:
    'Somebody who never opened your app can replace what your users get from this backend: their data, or the files that the app loads and trusts.',
  create:
    'Somebody who never opened your app can store data under your name and at your cost, and other users may be served it.',
  read: 'Whatever your app keeps there about its users can be copied by somebody who never opened the app, all of it and unnoticed.',
};

function who(audience: Audience): string {
  if (audience === 'anyone') return 'anyone on the internet';
  if (audience === 'any-account') return 'anyone who signs up';
  return 'anyone who unpacks the app';
}

const CWES: Readonly<Record<Effect, readonly number[]>> = {
  erase: [732, 306, 862],
  write: [732, 306, 862],
  create: [732, 306],
  read: [732, 200, 862],
};

function variantsOf(word: 'public' | 'open'): readonly Variant[] {
  const effects: readonly Effect[] = ['erase', 'write', 'create', 'read'];
  const plain = { sensitive: false, expires: false };
  return [
    ...effects.map((effect) => ({ suffix: `${word}-${effect}`, audience: 'anyone' as const, effect, ...plain })),
    { suffix: `${word}-read-sensitive`, audience: 'anyone', effect: 'read', sensitive: true, expires: false },
    ...effects.map((effect) => ({
      suffix: `any-account-${effect}`,
      audience: 'any-account' as const,
      effect,
      ...plain,
    })),
    { suffix: 'any-account-read-sensitive', audience: 'any-account', effect: 'read', sensitive: true, expires: false },
    { suffix: 'test-mode', audience: 'anyone', effect: 'write', sensitive: false, expires: true },
  ];
}

/** The rules for every audience and effect of one backend. */
export function accessRules(texts: AccessRuleTexts): readonly Rule[] {
  return variantsOf(texts.word).map((variant) => {
    const data = variant.sensitive ? ', and it looks like sensitive data' : '';
    const end = variant.expires ? ' until its test-mode rule ends' : '';
    return {
      id: `${texts.kind}-${variant.suffix}`,
      title: `${texts.noun} can be ${variant.expires ? 'read or overwritten' : VERBS[variant.effect]} by ${who(variant.audience)}${end}${data}`,
      severity: ruleSeverity(variant),
      precision: 'high',
      meaning: MEANINGS[variant.effect],
      knows: texts.knows,
      remediation: texts.remediation,
      prove: texts.prove,
      cwe: CWES[variant.effect],
      mobileTop10: ['M8', 'M3'],
      masvs: ['MASVS-STORAGE', 'MASVS-AUTH'],
      references: texts.references,
    };
  });
}

function ruleSeverity(variant: Variant): Severity {
  return severityOf({ ...variant, evidence: 'declared' });
}

/** The id of the rule that an access raises; the one place where suffixes are put together. */
export function accessRuleId(
  kind: string,
  word: 'public' | 'open',
  found: {
    readonly audience: Audience;
    readonly effect: Effect;
    readonly sensitive: boolean;
    readonly expires: boolean;
  },
): string {
  if (found.expires) return `${kind}-test-mode`;
  const prefix = found.audience === 'any-account' ? 'any-account' : word;
  const suffix = found.effect === 'read' && found.sensitive ? '-sensitive' : '';
  return `${kind}-${prefix}-${found.effect}${suffix}`;
}
