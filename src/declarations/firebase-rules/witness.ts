import { type Choice, choiceFor } from './choice.ts';
import { type Constraint, waysTo } from './constraints.ts';
import { type Documents, type Evaluation, evaluate, evaluationOf, type Source } from './evaluate.ts';
import type { Dialect } from './expression.ts';
import { isConst } from './values.ts';

/** A request whose rules all have to be true, in two views. */
export interface Asked {
  /** The conditions while nothing is chosen; with a choice also those that what is sent brings with it. */
  readonly free: (choice: Choice | undefined) => readonly Source[];
  /** The same conditions when the choice is made; undefined if it is not the caller's to make. */
  readonly bound: (choice: Choice) => readonly Source[] | undefined;
  /** Shared by all requests of a file, so that a file made to be hard is given up. */
  readonly effort: Effort;
  /** Whether the caller may write documents like these before it asks. */
  readonly canWrite?: (documents: Documents, constraints: readonly Constraint[]) => boolean;
}

/** Nodes that may still be evaluated in the search; what is not found within stays as conditional as it was. */
export interface Effort {
  left: number;
}

export function effortForFile(): Effort {
  return { left: 1_000_000 };
}

/** Ways that are tried, and rounds in which what is sent brings further conditions. */
const MAX_TRIES = 40;
const MAX_ROUNDS = 4;
/** Paths that are told one by one. */
const MAX_PATHS = 10;

/**
 * Requests that pass whatever is stored. A rule that asks for no more than what its caller sends is no door: an outsider sends just that.
 * Every choice was tried on the rules themselves, so that nothing is called open that no request can pass. Several are told only where
 * they ask for different paths. `wanted`: what has to be sent in any case.
 */
export function requestsThatPass(
  asked: Asked,
  dialect: Dialect,
  now: number,
  wanted: readonly Constraint[] = [],
): readonly Choice[] {
  const { effort } = asked;
  if (effort.left <= 0) return [];
  const evaluation = evaluationOf(dialect, now);
  const steps = evaluation.steps;
  const found = search(asked, evaluation, wanted);
  effort.left -= steps - evaluation.steps + 1;
  return found;
}

function search(asked: Asked, evaluation: Evaluation, wanted: readonly Constraint[]): readonly Choice[] {
  const found: Choice[] = [];
  let tries = 0;
  for (const constraints of waysToAllOf(asked.free(undefined), evaluation)) {
    if (++tries > MAX_TRIES || asked.effort.left <= 0) break;
    const choice = completed(asked, [...wanted, ...constraints], evaluation);
    if (choice === undefined || !passes(asked, choice, evaluation)) continue;
    found.push(choice);
    if (choice.path.size === 0) return [choice];
    if (found.length >= MAX_PATHS) break;
  }
  return found;
}

/** Fields that are sent can have conditions of their own; they are met as well, or the choice is given up. */
function completed(asked: Asked, constraints: readonly Constraint[], evaluation: Evaluation): Choice | undefined {
  let choice = choiceFor(constraints);
  const known = asked.free(undefined).length;
  for (let round = 0; round < MAX_ROUNDS && choice !== undefined; round++) {
    const further = asked.free(choice).slice(known);
    if (further.length === 0) return choice;
    const [way] = waysToAllOf(further, evaluation);
    if (way === undefined) return undefined;
    const next = choiceFor([...constraints, ...way]);
    if (next !== undefined && asked.free(next).length === known + further.length) return next;
    choice = next;
  }
  return choice;
}

function* waysToAllOf(sources: readonly Source[], evaluation: Evaluation, from = 0): Generator<readonly Constraint[]> {
  const first = sources[from];
  if (first === undefined) yield [];
  else
    for (const way of waysTo({ ...first, want: true }, evaluation))
      for (const others of waysToAllOf(sources, evaluation, from + 1)) yield [...way, ...others];
}

function passes(asked: Asked, choice: Choice, { dialect, clock }: Evaluation): boolean {
  const conditions = asked.bound(choice);
  if (conditions === undefined) return false;
  const isTrue = ({ expression, scope }: Source) => {
    const evaluation = evaluationOf(dialect, clock.now, choice.documents);
    const steps = evaluation.steps;
    const value = evaluate(expression, scope, evaluation);
    asked.effort.left -= steps - evaluation.steps;
    return isConst(value, true);
  };
  if (!conditions.every(isTrue)) return false;
  return choice.documents.size === 0 || asked.canWrite?.(choice.documents, choice.constraints) === true;
}
