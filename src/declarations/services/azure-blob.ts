import type { Operation } from '../../model.ts';
import type { Setting, Spot, Verdict } from './verdict.ts';

export interface BlobContainer {
  readonly spot: Spot;
  /** `blob`: blobs are read by their URL; `container`: they are listed, too. */
  readonly access: 'private' | 'blob' | 'container' | 'unknown';
  /**
   * What the account says, which overrides the container. `undeclared`: the account is not in this configuration;
   * `default-on`: nothing is written, and the default in force allows it; `default-unsure`: which default is in force is not
   * known.
   */
  readonly account: Setting | 'default-on' | 'default-unsure' | 'undeclared';
  readonly uncertain: boolean;
}

const OPERATIONS_OF: Readonly<Record<'blob' | 'container', readonly Operation[]>> = {
  blob: ['read'],
  container: ['list', 'read'],
};

/** Anonymous access needs both the account's flag and the container's level (learn.microsoft.com, "anonymous read access"). */
export function judgeBlobContainer({ spot, access, account, uncertain }: BlobContainer): Verdict {
  const verdict = { spot, audience: 'anyone' as const };
  if (access === 'private') return { ...verdict, can: [], state: 'closed', why: 'The container is private.' };
  if (access === 'unknown')
    return {
      ...verdict,
      can: [],
      state: 'unknown',
      why: 'The container’s access level is not known from the configuration.',
    };
  const can = OPERATIONS_OF[access];
  const level = `The container’s access level is “${access}”`;
  if (account === false)
    return { ...verdict, can, state: 'mitigated', why: `${level}, but its storage account forbids anonymous access.` };
  if (account === 'unknown' || uncertain)
    return {
      ...verdict,
      can,
      state: 'unknown',
      why: `${level}, but whether it takes effect depends on values that are not known.`,
    };
  const flag = {
    true: 'and its storage account allows anonymous access',
    'default-on': 'and its storage account allows anonymous access by the provider’s default',
    // Microsoft's references for one API version name both defaults.
    'default-unsure':
      'and its storage account does not forbid it (accounts of earlier years allow it where nothing is said, newer ones have to be told)',
    undeclared: 'and nothing in this configuration forbids it for the storage account',
  }[String(account) as 'true' | 'default-on' | 'default-unsure' | 'undeclared'];
  return { ...verdict, can, state: 'open', why: `${level}, ${flag}.` };
}
