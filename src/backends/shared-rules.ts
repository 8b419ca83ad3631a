import type { Rule } from '../model.ts';

type Given = Pick<Rule, 'id' | 'title' | 'severity' | 'meaning' | 'remediation' | 'references'>;

/** The rule of a credential that ships in an app or lies in the repo; what is the same for all of them is said here. */
export function credentialRule(given: Given & Partial<Rule>): Rule {
  return {
    precision: 'high',
    knows:
      'The string has the exact form of this credential and stands in the built app or in the repository. Ajar reads its grade from the string itself and from what stands beside it; it does not use the credential.',
    prove:
      'Build again and scan the new artifact: the credential is gone. Then try the old one against the provider: it has to be refused.',
    cwe: [798, 522, 321],
    mobileTop10: ['M1'],
    masvs: ['MASVS-AUTH', 'MASVS-STORAGE'],
    ...given,
  };
}

/** A rule of a backend beside those of its access. */
export function backendRule(given: Given & Pick<Rule, 'knows' | 'prove' | 'cwe'> & Partial<Rule>): Rule {
  return { precision: 'high', mobileTop10: ['M8'], masvs: ['MASVS-STORAGE'], ...given };
}
