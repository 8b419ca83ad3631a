import type { Audience, DeclarationState, Operation } from '../../model.ts';
import { OPERATIONS } from '../../model.ts';

/** Where a setting stands; line and column are 1-based. */
export interface Spot {
  readonly path: string;
  readonly line: number;
  readonly column?: number;
}

/** What one setting of a service means for outsiders. Models are filled by config languages; judging knows only these. */
export interface Verdict {
  readonly spot: Spot;
  readonly pattern?: string;
  readonly audience: Audience;
  readonly can: readonly Operation[];
  readonly state: DeclarationState;
  readonly why: string;
  /** When what is open ends by itself, `2026-12-31`. */
  readonly expires?: string;
}

/** A setting that the configuration may leave open. */
export type Setting = boolean | 'unknown';

/** One verdict for each place, pattern, audience, state and reason; operations in the order of the vocabulary. */
export function merged(verdicts: readonly Verdict[]): readonly Verdict[] {
  const byKey = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    const { spot, pattern, audience, state, why } = verdict;
    const key = JSON.stringify([spot.path, spot.line, spot.column, pattern, audience, state, why]);
    const can = new Set([...(byKey.get(key)?.can ?? []), ...verdict.can]);
    byKey.set(key, { ...verdict, can: OPERATIONS.filter((operation) => can.has(operation)) });
  }
  return [...byKey.values()];
}

/** Closed, for a resource that nothing opens. */
export function closed(spot: Spot, why: string): Verdict {
  return { spot, audience: 'anyone', can: [], state: 'closed', why };
}

/** A policy document as a language hands it over. */
export interface WrittenPolicy {
  readonly spot: Spot;
  /** Where each of its statements stands, in their order, if the document is written out. */
  readonly statementSpots?: readonly Spot[];
}

/** Where a statement stands; the policy's own place if the document does not say. */
export function spotOfStatement({ spot, statementSpots }: WrittenPolicy, index: number): Spot {
  return statementSpots?.[index] ?? spot;
}
