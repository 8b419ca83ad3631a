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

/** States of a project, or of the way to it, that a status names whatever the service; none speaks of access. */
const STATES: ReadonlyMap<number, string> = new Map([
  [402, 'the project’s billing is off or a quota is used up (402)'],
  [407, 'a proxy on the way asks for credentials (407)'],
  [423, 'the resource is locked or deactivated (423)'],
  [429, 'the service limits the rate of requests (429)'],
  [451, 'the service withholds the resource for legal reasons (451)'],
  [503, 'the service is overloaded or limits the rate of requests (503)'],
  [511, 'the network asks for a sign-in before it lets requests through (511)'],
  // supabase.com/docs/guides/platform/http-status-codes
  [540, 'the project is paused (540)'],
  [544, 'the project’s gateway timed out (544)'],
]);

/** The sentence for an answer that no row of the provider's table explains. */
export function unexpected({ status }: ProbeAnswer): ProbeVerdict {
  if (status === 0) return undecided('no answer came');
  const state = STATES.get(status);
  if (state !== undefined) return undecided(state);
  if (status >= 300 && status < 400) return undecided(`the answer ${status} leads elsewhere, and was not followed`);
  return undecided(`the answer ${status} says nothing about access`);
}

/** True if what had to fail was carried out: success without a body; a page with status 200 is somebody else's. */
export function isStored({ status, body }: ProbeAnswer): boolean {
  return status >= 200 && status < 300 && body.trim() === '';
}

/** The JSON of a body that is an object; undefined otherwise, also for one that was cut off. */
export function jsonObject(body: string): Readonly<Record<string, unknown>> | undefined {
  const value = jsonOf(body);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
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
