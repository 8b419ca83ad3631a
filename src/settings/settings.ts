import path from 'node:path';
import type { Severity } from '../model.ts';

export type ProbeMode = 'off' | 'read' | 'write';
export type Threshold = Exclude<Severity, 'note'> | 'never';
/** Whether findings that the base has too reach the threshold. */
export type FailOnState = 'all' | 'new';

export const PROBE_MODES: readonly ProbeMode[] = ['off', 'read', 'write'];
export const THRESHOLDS: readonly Threshold[] = ['critical', 'high', 'medium', 'low', 'never'];
export const FAIL_ON_STATES: readonly FailOnState[] = ['all', 'new'];

/** What one scan is told, whether it comes from flags or from action inputs; checked before it is made. */
export interface Settings {
  /** Directory against which all paths are taken and shown. */
  readonly root: string;
  /** Files, folders or globs; empty with `artifactsWanted` means: look in the usual build output folders. */
  readonly artifacts: readonly string[];
  /** False for a scan of the repository alone. */
  readonly artifactsWanted: boolean;
  /** Repository folder; absent: artifacts alone. */
  readonly repo?: string;
  readonly probe: ProbeMode;
  /** Plan every request, send none. */
  readonly dryRun?: boolean;
  /**
   * A pull request from a fork started the run. What it brings is a stranger's word: its `.ajar.yml` gives no consent, and
   * probes need a second one of the workflow (`probeForks`).
   */
  readonly fork?: boolean;
  readonly probeForks?: boolean;
  readonly failOn: Threshold;
  /** Absent: `all`. */
  readonly failOnState?: FailOnState;
  /** Path of `.ajar.yml`; absent: the one in the repo folder, if there is one. */
  readonly config?: string;
  /** A former report (JSON or SARIF) to compare with. */
  readonly baseline?: string;
  /** Why there is none, where one was looked for. */
  readonly noBaseline?: string;
  readonly jobs?: number;
}

/** Where the named artifacts are; a glob is no place. */
export function artifactLocations({ root, artifacts }: Settings): readonly string[] {
  return artifacts.map((artifact) => path.resolve(root, artifact));
}
