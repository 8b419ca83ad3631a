import type { Backend, Operation, Outcome } from '../model.ts';
import type { ProbeAnswer, ProbeRequest, ProbeVerdict } from './backend.ts';

export function opened(why: string, can: readonly Operation[], follow: readonly ProbeRequest[] = []): ProbeVerdict {
  return verdict('open', why, can, follow);
}

export function closed(why: string, follow: readonly ProbeRequest[] = []): ProbeVerdict {
  return verdict('closed', why, [], follow);
}

export function absent(why: string, follow: readonly ProbeRequest[] = []): ProbeVerdict {
  return verdict('absent', why, [], follow);
}

export function undecided(why: string, follow: readonly ProbeRequest[] = []): ProbeVerdict {
  return verdict('undecided', why, [], follow);
}

function verdict(
  outcome: Outcome,
  why: string,
  can: readonly Operation[],
  follow: readonly ProbeRequest[],
): ProbeVerdict {
  return follow.length === 0 ? { outcome, can, why } : { outcome, can, why, follow };
}

/** The sentence for an answer that no row of the provider's table explains. */
export function unexpected(answer: ProbeAnswer): ProbeVerdict {
  if (answer.status === 0) return undecided('no answer came');
  return undecided(`the answer ${answer.status} proves nothing`);
}

/** True if the provider itself answered that there is nothing of this name, and nothing else it answered speaks against it. */
export function isNowhere(backend: Backend): boolean {
  const { observed } = backend;
  const told = observed.some((one) => one.outcome === 'absent' && one.status === 404);
  return told && !observed.some((one) => one.outcome === 'open' || one.outcome === 'closed');
}

/** True if the name of the backend's host is registered by nobody. */
export function hasNoHost(backend: Backend): boolean {
  const { observed } = backend;
  return observed.length > 0 && observed.every((one) => one.outcome === 'absent' && one.status === 0);
}
