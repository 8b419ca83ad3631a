import { setTimeout as sleep } from 'node:timers/promises';

/** The little of an Octokit that Ajar uses; `getOctokit(token)` of @actions/github is one. */
export interface Api {
  readonly request: (
    route: string,
    parameters: Readonly<Record<string, unknown>>,
  ) => Promise<{ readonly status: number; readonly data: unknown }>;
}

export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

const MAX_TRIES = 4;
/** Waits before the second, third and fourth try, in milliseconds. */
const WAITS: readonly number[] = [500, 2000, 8000];
/** A limit that asks for a longer pause than this is not waited for. */
const MAX_WAIT = 30_000;

/** HTTP status of an Octokit error; undefined for anything else (no network, a bug). */
export function statusOf(error: unknown): number | undefined {
  if (!isRecord(error) || typeof error.status !== 'number') return undefined;
  return error.status;
}

/** The API, asked again on 429, on a rate limit that names its pause, and on 5xx; at most four times. */
export function withRetries(api: Api, wait: (ms: number) => Promise<unknown> = sleep): Api {
  return {
    request: async (route, parameters) => {
      for (let attempt = 0; ; attempt += 1) {
        try {
          return await api.request(route, parameters);
        } catch (error) {
          const pause = attempt + 1 < MAX_TRIES ? pauseBefore(attempt, error) : undefined;
          if (pause === undefined) throw error;
          await wait(pause);
        }
      }
    },
  };
}

/** Undefined if asking again cannot help. */
function pauseBefore(attempt: number, error: unknown): number | undefined {
  const status = statusOf(error);
  if (status === undefined) return undefined;
  const asked = retryAfter(error);
  if (status === 429 || (status === 403 && asked !== undefined)) {
    const pause = asked ?? WAITS[attempt];
    return pause !== undefined && pause <= MAX_WAIT ? pause : undefined;
  }
  return status >= 500 ? WAITS[attempt] : undefined;
}

/** Milliseconds; GitHub sends whole seconds. */
function retryAfter(error: unknown): number | undefined {
  if (!isRecord(error) || !isRecord(error.response) || !isRecord(error.response.headers)) return undefined;
  const header = error.response.headers['retry-after'];
  const seconds = Number(header);
  return header === undefined || !Number.isFinite(seconds) || seconds < 0 ? undefined : seconds * 1000;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
