import type { Audience, DeclarationState, Operation } from '../../model.ts';
import type { Choice } from './choice.ts';
import { type Evaluation, evaluationOf } from './evaluate.ts';
import type { Dialect } from './expression.ts';
import { isConst, type Origin, type Value } from './values.ts';
import { type Asked, requestsThatPass } from './witness.ts';

/** What one rule grants one caller for one operation. */
export interface Verdict {
  readonly state: Extract<DeclarationState, 'open' | 'conditional' | 'closed' | 'unknown'>;
  /** What a condition that could not be decided hangs on. */
  readonly origins: readonly Origin[];
  /** What an open rule asks of its caller, each of which is enough. */
  readonly choices?: readonly Choice[];
  /** When an open rule ends by itself, in epoch milliseconds. */
  readonly ends?: number;
  /** When a closed rule was open. */
  readonly ended?: number;
}

export interface Grant extends Verdict {
  readonly audience: Audience;
  readonly operation: Operation;
}

export const CLOSED: Verdict = { state: 'closed', origins: [] };

/** What a rule's value means: only `true` grants; an error denies. */
export function verdictOf(value: Value): Verdict {
  if (isConst(value, true)) return { state: 'open', origins: [] };
  if (value.type !== 'unknown') return CLOSED;
  return { state: value.origins.includes('undecided') ? 'unknown' : 'conditional', origins: value.origins };
}

/** What a request is granted: by its rule's value, or, where that depends, because a caller can choose to pass. */
function grantedTo(value: Value, asked: Asked | undefined, evaluation: Evaluation): Verdict {
  const verdict = verdictOf(value);
  if (asked === undefined || (verdict.state !== 'conditional' && verdict.state !== 'unknown')) return verdict;
  const choices = requestsThatPass(asked, evaluation.dialect, evaluation.clock.now);
  return choices.length === 0 ? verdict : { state: 'open', origins: [], choices };
}

const RANK: Readonly<Record<Verdict['state'], number>> = { closed: 0, conditional: 1, unknown: 2, open: 3 };

/** The widest of several grants of the same thing: one that allows is enough. An open rule that does not end beats one that does. */
export function widest(verdicts: readonly Verdict[]): Verdict {
  let best = CLOSED;
  for (const verdict of verdicts) {
    if (!isAsWide(best, verdict)) best = verdict;
  }
  return best;
}

/** True if whoever has `verdict` has no less than with `other`, and for no shorter. */
export function isAsWide(verdict: Verdict, other: Verdict): boolean {
  const higher = RANK[verdict.state] - RANK[other.state];
  if (higher !== 0) return higher > 0;
  if (lasts(verdict) !== lasts(other)) return lasts(verdict) > lasts(other);
  return verdict.choices === undefined || other.choices !== undefined;
}

function lasts(verdict: Verdict): number {
  if (verdict.state === 'open') return verdict.ends ?? Number.POSITIVE_INFINITY;
  return verdict.ended ?? 0;
}

/** At most this many turning points of a rule's clock are tried. */
const MAX_INSTANTS = 16;

/**
 * Judges a rule now and, where it looks at the clock, at the instants where the answer can turn: when does what is open end, was what is
 * closed open once?
 */
export function judgeOverTime(
  dialect: Dialect,
  now: number,
  run: (evaluation: Evaluation) => Value,
  asked?: Asked,
): Verdict {
  const evaluation = evaluationOf(dialect, now);
  const verdict = grantedTo(run(evaluation), asked, evaluation);
  const instants = [...evaluation.clock.instants].filter(Number.isFinite).slice(0, MAX_INSTANTS);
  const at = (time: number) => {
    const then = evaluationOf(dialect, time);
    return grantedTo(run(then), asked, then);
  };
  if (verdict.state === 'open') {
    const later = instants.filter((instant) => instant >= now).sort((left, right) => left - right);
    const ends = later.find((instant) => at(instant + 1).state !== 'open');
    return ends === undefined ? verdict : { ...verdict, ends };
  }
  if (verdict.state !== 'closed') return verdict;
  const earlier = instants.filter((instant) => instant < now).sort((left, right) => right - left);
  const ended = earlier.find((instant) => at(instant - 1).state === 'open');
  return ended === undefined ? verdict : { ...verdict, ended };
}
