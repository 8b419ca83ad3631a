import { judgeSearchDomain } from '../services/opensearch.ts';
import type { Setting } from '../services/verdict.ts';
import { settingOf } from '../trees/placed.ts';
import { UNKNOWN } from '../values.ts';
import type { Found, Stack, StackResource } from './stack.ts';
import { ofType, policyOf, property, shownName } from './stack.ts';

/** OpenSearch and Elasticsearch domains by their access policies. */
export function findOpenSearch(stack: Stack): readonly Found[] {
  return ofType(stack, 'AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain').map((domain) => {
    const vpc = property(domain, 'VPCOptions')?.value;
    const policies = policyOf(domain, property(domain, 'AccessPolicies'));
    const verdicts = judgeSearchDomain({
      spot: domain.spot,
      policies: policies.map((policy) => ({ ...policy, uncertain: policy.uncertain || vpc === UNKNOWN })),
      vpc: vpc !== undefined && vpc !== UNKNOWN,
      signIn: signInOf(domain),
    });
    return { kind: 'elasticsearch', name: shownName(stack, domain.name, domain), verdicts };
  });
}

/** Fine-grained access control: enabled, and without anonymous access for a transition. */
function signInOf(domain: StackResource): Setting {
  const options = property(domain, 'AdvancedSecurityOptions');
  if (options === undefined) return false;
  const enabled = settingOf(property(domain, 'AdvancedSecurityOptions', 'Enabled'), false);
  const anonymous = settingOf(property(domain, 'AdvancedSecurityOptions', 'AnonymousAuthEnabled'), false);
  if (enabled === false || anonymous === true) return false;
  return enabled === true && anonymous === false ? true : 'unknown';
}
