import type { Access, Audience, Evidence, Operation, Severity } from '../model.ts';

/** What an access amounts to, worst first. Each is a rule of its own, because GitHub keeps the severity on the rule. */
export type Effect = 'erase' | 'write' | 'create' | 'read';

/** The operations that make up each effect. */
const EFFECT_OPERATIONS: Readonly<Record<Effect, readonly Operation[]>> = {
  erase: ['delete', 'administer'],
  write: ['overwrite', 'administer'],
  create: ['create'],
  read: ['list', 'read'],
};

export const EFFECTS: readonly Effect[] = ['erase', 'write', 'create', 'read'];

/** The effects of a set of operations; `create` stands alone only where overwriting is not possible. */
export function effectsOf(can: readonly Operation[]): readonly Effect[] {
  const effects = EFFECTS.filter((effect) => EFFECT_OPERATIONS[effect].some((operation) => can.includes(operation)));
  return effects.includes('write') ? effects.filter((effect) => effect !== 'create') : effects;
}

/**
 * The severity table. Rows: who. Columns: what they can do. An expiring test-mode rule and an implied access fall one
 * step; data that looks sensitive rises one step (see severityOf).
 */
const TABLE: Readonly<Record<Audience, Readonly<Record<Effect, Severity>>>> = {
  anyone: { erase: 'critical', write: 'critical', create: 'high', read: 'high' },
  'app-holder': { erase: 'critical', write: 'critical', create: 'high', read: 'high' },
  'any-account': { erase: 'high', write: 'high', create: 'medium', read: 'high' },
};

const STEPS: readonly Severity[] = ['note', 'low', 'medium', 'high', 'critical'];

function step(severity: Severity, by: number): Severity {
  const index = Math.min(Math.max(STEPS.indexOf(severity) + by, 0), STEPS.length - 1);
  return STEPS[index] ?? severity;
}

/** Severity of one effect. `sensitive`: names show data that hurts; `expires`: the access ends by itself. */
export function severityOf(question: {
  readonly audience: Audience;
  readonly effect: Effect;
  readonly evidence: Evidence;
  readonly sensitive: boolean;
  readonly expires: boolean;
}): Severity {
  if (question.evidence === 'shipped') return 'note';
  const base = TABLE[question.audience][question.effect];
  const raised = question.sensitive && question.effect === 'read' ? step(base, 1) : base;
  const lowered = (question.evidence === 'implied' ? 1 : 0) + (question.expires && raised === 'critical' ? 1 : 0);
  return step(raised, -lowered);
}

/** GitHub's bands: over 9.0 critical, 7.0–8.9 high, 4.0–6.9 medium, 0.1–3.9 low. A note has none, so it takes the least. */
const SCORES: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  note: '0.1',
};

export function securitySeverityOf(severity: Severity): string {
  return SCORES[severity];
}

/** True if `severity` is at or above `threshold`. */
export function reaches(severity: Severity, threshold: Severity): boolean {
  return STEPS.indexOf(severity) >= STEPS.indexOf(threshold);
}

export function bestEvidence(accesses: readonly Access[]): Evidence {
  const order: readonly Evidence[] = ['observed', 'declared', 'implied', 'shipped'];
  return order.find((evidence) => accesses.some((access) => access.evidence === evidence)) ?? 'shipped';
}
