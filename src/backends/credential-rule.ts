import type { Rule, Severity } from '../model.ts';

/** What a credential's rule says; the rest is the same for all of them. */
export interface CredentialRuleTexts {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly title: string;
  readonly severity: Severity;
  readonly precision?: Rule['precision'];
  readonly meaning: string;
  readonly knows: string;
  /** Where to revoke it; the steps that every credential shares follow. */
  readonly revoke: string;
  /** What the app does instead. */
  readonly instead: string;
  readonly references: readonly string[];
}

/** Rule for a secret that ships in the app or lies in the repository. */
export function credentialRule(texts: CredentialRuleTexts): Rule {
  return {
    id: texts.id,
    ...(texts.aliases === undefined ? {} : { aliases: texts.aliases }),
    title: texts.title,
    severity: texts.severity,
    precision: texts.precision ?? 'high',
    meaning: texts.meaning,
    knows: texts.knows,
    remediation: [
      texts.revoke,
      texts.instead,
      'Look through the service’s access log since the first release that shipped it.',
      'Take it out of the source and of the build’s inputs; what was once shipped or pushed stays known.',
    ],
    prove: 'Use the old value once: the service must refuse it. Then scan the new build again.',
    cwe: [798, 522],
    mobileTop10: ['M1'],
    masvs: ['MASVS-STORAGE', 'MASVS-AUTH'],
    references: texts.references,
  };
}
