import type { Rule } from '../model.ts';

type Given = Pick<Rule, 'id' | 'title' | 'severity' | 'meaning' | 'references'> & Partial<Rule>;

/** All steps out of it; or the two that differ between services, where to revoke it and what the app does instead. */
type Remedy =
  | { readonly remediation: readonly string[] }
  | { readonly revoke: string; readonly instead: string; readonly remediation?: never };

/** What a credential's rule says; the rest is the same for all of them. */
export type CredentialRuleTexts = Omit<Given, 'remediation'> & Remedy;

/** The rule of a credential that ships in an app or lies in the repo. */
export function credentialRule(texts: CredentialRuleTexts): Rule {
  return {
    precision: 'high',
    knows:
      'The string has the exact form of this credential and stands in the built app or in the repository. Ajar reads its grade from the string itself and from what stands beside it; it does not use the credential.',
    prove: 'Use the old value once: the service must refuse it. Then build again and scan the new artifact.',
    cwe: [798, 522],
    mobileTop10: ['M1'],
    masvs: ['MASVS-STORAGE', 'MASVS-AUTH'],
    ...withSteps(texts),
  };
}

function withSteps(texts: CredentialRuleTexts): Given & Pick<Rule, 'remediation'> {
  if (texts.remediation !== undefined) return texts;
  const { revoke, instead, ...given } = texts;
  const remediation = [
    revoke,
    instead,
    'Look through the service’s access log since the first release that shipped it.',
    'Take it out of the source and of the build’s inputs; what was once shipped or pushed stays known.',
  ];
  return { ...given, remediation };
}

/** A rule of a backend beside those of its access. */
export function backendRule(given: Given & Pick<Rule, 'remediation' | 'knows' | 'prove' | 'cwe'>): Rule {
  return { precision: 'high', mobileTop10: ['M8'], masvs: ['MASVS-STORAGE'], ...given };
}
