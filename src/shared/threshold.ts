import type { Finding, Report, Severity } from '../model.ts';
import { reaches } from './severity.ts';

/** Lowest severity that fails, and whether a finding that the base has too fails as well. */
export interface FailOn {
  readonly level: Exclude<Severity, 'note'> | 'never';
  readonly state: 'all' | 'new';
}

/** The open findings that fail a run. Without a base every finding is new. */
export function failing(report: Report, { level, state }: FailOn): readonly Finding[] {
  if (level === 'never') return [];
  const all = state === 'all' || report.comparison === undefined;
  return report.findings.filter(
    (finding) => finding.state !== 'fixed' && reaches(finding.severity, level) && (all || finding.state === 'new'),
  );
}
