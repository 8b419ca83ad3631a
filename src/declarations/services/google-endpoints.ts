import type { GcsBinding } from './gcs.ts';
import { merged, type Setting, type Spot, type Verdict } from './verdict.ts';

/** A Cloud Run service or a Cloud Function with who may call it. */
export interface Invocable {
  /** The bindings of invoker roles. */
  readonly bindings: readonly Omit<GcsBinding, 'folder'>[];
  /** Cloud Run's switch that turns the check of callers off, and where it stands. */
  readonly unchecked: { readonly value: Setting; readonly spot: Spot } | undefined;
  /** Only callers within the project's networks reach it. */
  readonly internal: Setting;
}

/** Calling is often what strangers are meant to do, and the code decides what comes of it: an entry of the inventory. */
export function judgeInvocable({ bindings, unchecked, internal }: Invocable): readonly Verdict[] {
  const granted = bindings.flatMap((binding): readonly Verdict[] => {
    const { spot, uncertain, conditional } = binding;
    return binding.audiences.map((audience) => {
      const who = audience === 'anyone' ? 'allUsers' : 'allAuthenticatedUsers';
      const state = uncertain ? 'unknown' : conditional ? 'conditional' : 'open';
      return { spot, audience, can: [], state, why: `IAM lets ${who} call it.` };
    });
  });
  const open = unchecked !== undefined && unchecked.value !== false ? [uncheckedVerdict(unchecked)] : [];
  return merged([...granted, ...open].map((verdict) => within(verdict, internal)));
}

function uncheckedVerdict({ value, spot }: { readonly value: Setting; readonly spot: Spot }): Verdict {
  const state = value === true ? 'open' : 'unknown';
  return { spot, audience: 'anyone', can: [], state, why: 'Callers are not checked (invoker_iam_disabled).' };
}

function within(verdict: Verdict, internal: Setting): Verdict {
  if (internal === false) return verdict;
  if (internal === 'unknown') return verdict.state === 'open' ? { ...verdict, state: 'unknown' } : verdict;
  return { ...verdict, state: 'mitigated', why: `${verdict.why} But only internal traffic reaches it.` };
}
