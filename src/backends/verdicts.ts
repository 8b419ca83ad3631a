import type { Operation } from '../model.ts';
import type { ProbeAnswer, ProbeRequest, ProbeVerdict } from './backend.ts';

export function open(can: readonly Operation[], why: string, follow?: readonly ProbeRequest[]): ProbeVerdict {
  return { outcome: 'open', can, why, ...(follow === undefined ? {} : { follow }) };
}

export function closed(why: string, follow?: readonly ProbeRequest[]): ProbeVerdict {
  return { outcome: 'closed', can: [], why, ...(follow === undefined ? {} : { follow }) };
}

export function absent(why: string): ProbeVerdict {
  return { outcome: 'absent', can: [], why };
}

export function undecided(why: string, follow?: readonly ProbeRequest[]): ProbeVerdict {
  return { outcome: 'undecided', can: [], why, ...(follow === undefined ? {} : { follow }) };
}

/** For every answer that the service's documentation does not speak of. */
export function unexpected(answer: ProbeAnswer): ProbeVerdict {
  return undecided(
    answer.status === 429
      ? 'The service limits the rate of requests.'
      : `Answer ${answer.status} says nothing about access.`,
  );
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
