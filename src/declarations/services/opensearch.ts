import type { Operation } from '../../model.ts';
import { deniesStrangers, limitsOf, matchesAny, parsePolicy } from './iam-policy.ts';
import {
  closed,
  merged,
  type Setting,
  type Spot,
  spotOfStatement,
  type Verdict,
  type WrittenPolicy,
} from './verdict.ts';

/** A search domain and its resource policy. */
export interface SearchDomain {
  readonly spot: Spot;
  readonly policies: readonly SearchPolicy[];
  /** Its endpoint is in a VPC: not reachable from the internet. */
  readonly vpc: boolean;
  /** Users have to sign in even where the policy lets everyone pass (fine-grained access control without anonymous access). */
  readonly signIn: Setting;
}

export interface SearchPolicy extends WrittenPolicy {
  readonly text: string | undefined;
  readonly uncertain: boolean;
}

/** HTTP methods are what the policy rules (Amazon OpenSearch Service developer guide, "Identity and Access Management"). */
const ACTIONS: readonly { readonly name: string; readonly can: readonly Operation[] }[] = [
  { name: 'es:eshttpget', can: ['list', 'read'] },
  { name: 'es:eshttppost', can: ['list', 'read', 'create', 'overwrite'] },
  { name: 'es:eshttpput', can: ['create', 'overwrite'] },
  { name: 'es:eshttppatch', can: ['overwrite'] },
  { name: 'es:eshttpdelete', can: ['delete'] },
  { name: 'es:updatedomainconfig', can: ['administer'] },
];

export function judgeSearchDomain(domain: SearchDomain): readonly Verdict[] {
  const verdicts = merged(domain.policies.flatMap((policy) => judgePolicy(policy, domain)));
  if (verdicts.length > 0) return verdicts;
  return [closed(domain.spot, 'Nothing in the configuration opens this domain to strangers.')];
}

function judgePolicy(policy: SearchPolicy, { vpc, signIn }: SearchDomain): readonly Verdict[] {
  const parsed = policy.text === undefined ? undefined : parsePolicy(policy.text);
  const verdict = { spot: policy.spot, audience: 'anyone' as const };
  if (parsed?.type !== 'policy')
    return [{ ...verdict, can: [], state: 'unknown', why: 'The access policy is not known from the configuration.' }];
  const denies = parsed.statements.filter(deniesStrangers);
  return parsed.statements.flatMap((statement, index): readonly Verdict[] => {
    if (statement.effect !== 'Allow' || (statement.principal !== 'everyone' && statement.principal !== 'unknown'))
      return [];
    const limits = limitsOf(statement);
    if (limits === 'limited') return [];
    const can = ACTIONS.filter(
      ({ name }) => matchesAny(statement.actions, name) && !denies.some((deny) => matchesAny(deny.actions, name)),
    ).flatMap((action) => action.can);
    if (can.length === 0) return [];
    const open = { ...verdict, spot: spotOfStatement(policy, index), can };
    if (vpc)
      return [
        {
          ...open,
          state: 'mitigated',
          why: 'The access policy allows everyone, but the domain is reachable from its VPC only.',
        },
      ];
    if (signIn === true)
      return [
        {
          ...open,
          state: 'mitigated',
          why: 'The access policy allows everyone, but fine-grained access control asks them to sign in.',
        },
      ];
    if (policy.uncertain || limits === 'unknown' || signIn === 'unknown' || statement.principal === 'unknown')
      return [
        {
          ...open,
          state: 'unknown',
          why: 'Whether the access policy lets strangers in depends on values that are not known.',
        },
      ];
    return [
      {
        ...open,
        state: 'open',
        why: 'The access policy allows this to everyone, and the domain’s endpoint is public.',
      },
    ];
  });
}
