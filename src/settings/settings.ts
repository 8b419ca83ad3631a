import type { Severity } from '../model.ts';

export type ProbeMode = 'off' | 'read' | 'write';
export type Threshold = Exclude<Severity, 'note'> | 'never';

export const PROBE_MODES: readonly ProbeMode[] = ['off', 'read', 'write'];
export const THRESHOLDS: readonly Threshold[] = ['critical', 'high', 'medium', 'low', 'never'];

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
  /** The run was started by a pull request from a fork: probes need a second consent, in `.ajar.yml`. */
  readonly fork?: boolean;
  readonly failOn: Threshold;
  /** Path of `.ajar.yml`; absent: the one in the repo folder, if there is one. */
  readonly config?: string;
  /** A former report (JSON or SARIF) to compare with. */
  readonly baseline?: string;
  readonly jobs?: number;
}
