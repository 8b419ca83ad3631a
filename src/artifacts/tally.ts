import type { Problem, ProblemKind, Skipped } from '../model.ts';
import type { ArtifactEvent, ReadOptions } from './artifact.ts';
import type { Budget } from './limits.ts';

/** What the reading of one artifact carries along. */
export interface Run {
  /** Path of the artifact, as it is reported. */
  readonly path: string;
  readonly options: ReadOptions;
  readonly budget: Budget;
  read: number;
  readonly skipped: Map<string, { entry: string; count: number }>;
  /** The limit that stopped it, said once. */
  stopped: boolean;
  /** Entries of the archives that are open at the moment, one within the other. */
  listed: number;
}

export function startRun(path: string, options: ReadOptions, budget: Budget): Run {
  return { path, options, budget, read: 0, skipped: new Map(), stopped: false, listed: 0 };
}

/** Counts entries that are not read; those of one reason are reported together, with the first one's name. */
export function skip(run: Run, entry: string, reason: string, count = 1): void {
  const known = run.skipped.get(reason);
  if (known) known.count += count;
  else run.skipped.set(reason, { entry, count });
}

export function skippedOf(run: Run): readonly Skipped[] {
  return Array.from(run.skipped, ([reason, { entry, count }]) =>
    count === 1 ? { entry, reason } : { entry, reason, count },
  );
}

export function problemEvent(run: Run, entry: string | undefined, kind: ProblemKind, reason: string): ArtifactEvent {
  const problem: Problem = { kind, path: run.path, ...(entry === undefined ? {} : { entry }), reason };
  return { type: 'problem', problem };
}
