import type { Operation, Outcome } from '../model.ts';
import type { ProbeAnswer, ProbeRequest, ProbeVerdict } from './backend.ts';

export function opened(why: string, can: readonly Operation[], then: readonly ProbeRequest[] = []): ProbeVerdict {
  return verdict('open', why, can, then);
}

export function closed(why: string, then: readonly ProbeRequest[] = []): ProbeVerdict {
  return verdict('closed', why, [], then);
}

export function absent(why: string, then: readonly ProbeRequest[] = []): ProbeVerdict {
  return verdict('absent', why, [], then);
}

export function undecided(why: string, then: readonly ProbeRequest[] = []): ProbeVerdict {
  return verdict('undecided', why, [], then);
}

function verdict(
  outcome: Outcome,
  why: string,
  can: readonly Operation[],
  then: readonly ProbeRequest[],
): ProbeVerdict {
  return then.length === 0 ? { outcome, can, why } : { outcome, can, why, then };
}

/** The sentence for an answer that no row of the provider's table explains. */
export function unexpected(answer: ProbeAnswer): ProbeVerdict {
  if (answer.status === 0) return undecided('no answer came');
  return undecided(`the answer ${answer.status} proves nothing`);
}
