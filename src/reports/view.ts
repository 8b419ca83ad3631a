import type { Backend, Credential, Finding, FindingState, Place, Problem, Report, Severity } from '../model.ts';
import { SEVERITIES } from '../model.ts';
import { securitySeverityOf } from '../shared/severity.ts';
import { accessInWords, firstSentence, kindInWords } from './words.ts';

/** A report as its readers want it: worst and newest first, grouped by what is open. */

const STATE_ORDER: readonly FindingState[] = ['new', 'unchanged', 'fixed'];

/** Worst first; within a severity new before known. Stable. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (left, right) =>
      SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
      STATE_ORDER.indexOf(left.state) - STATE_ORDER.indexOf(right.state),
  );
}

export function openFindings(report: Report): Finding[] {
  return bySeverity(report.findings.filter((finding) => finding.state !== 'fixed'));
}

export function fixedFindings(report: Report): Finding[] {
  return bySeverity(report.findings.filter((finding) => finding.state === 'fixed'));
}

export function newFindings(report: Report): Finding[] {
  return openFindings(report).filter((finding) => finding.state === 'new');
}

export function highestSeverity(findings: readonly Finding[]): Severity | undefined {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
}

/** How many of each severity, worst first, none left out but zeros. */
export function severityCounts(findings: readonly Finding[]): { severity: Severity; count: number }[] {
  return SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
}

/** What findings are about: a backend, a credential, or neither. */
export interface Subject {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

export interface Group {
  readonly subject: Subject;
  readonly findings: readonly Finding[];
}

export function subjectOf(report: Report, finding: Finding): Subject {
  const backend = report.backends.find((candidate) => candidate.id === finding.backend);
  if (backend !== undefined) return backend;
  const credential = report.credentials.find((candidate) => candidate.id === finding.credential);
  if (credential !== undefined) return { id: credential.id, kind: credential.kind, name: credentialName(credential) };
  return subjectOfId(finding.backend ?? finding.credential ?? finding.rule);
}

/** An id alone, of a fixed finding whose backend is gone: `s3:acme-prod`. */
function subjectOfId(id: string): Subject {
  const colon = id.indexOf(':');
  return colon === -1 ? { id, kind: id, name: '' } : { id, kind: id.slice(0, colon), name: id.slice(colon + 1) };
}

export function credentialName(credential: Credential): string {
  return credential.subject ?? credential.masked;
}

/**
 * Findings about the same thing together. Groups stand in the order of their worst finding; of equals, the one with more
 * such findings first: who can read, overwrite and erase is worse than who can only overwrite. Where there was a base, what
 * is new stands before what it knows.
 */
export function groupBySubject(report: Report, findings: readonly Finding[]): Group[] {
  const groups = new Map<string, { subject: Subject; findings: Finding[] }>();
  for (const finding of findings) {
    const subject = subjectOf(report, finding);
    const group = groups.get(subject.id) ?? { subject, findings: [] };
    group.findings.push(finding);
    groups.set(subject.id, group);
  }
  const score = (of: readonly Finding[]) =>
    Math.max(0, ...of.map(({ severity }) => Number(securitySeverityOf(severity))));
  const fresh = (group: Group) => score(group.findings.filter(({ state }) => !isCompared(report) || state === 'new'));
  const worst = (group: Group) => score(group.findings);
  const atWorst = (group: Group) =>
    group.findings.filter(({ severity }) => Number(securitySeverityOf(severity)) === worst(group)).length;
  return [...groups.values()].sort(
    (left, right) => fresh(right) - fresh(left) || worst(right) - worst(left) || atWorst(right) - atWorst(left),
  );
}

/** The findings were held against a former report, so new and known mean something. */
export function isCompared(report: Report): boolean {
  return report.comparison !== undefined;
}

export interface Headline {
  readonly severity: Severity;
  /** A name from the app stands in backticks. */
  readonly text: string;
}

/** The worst that is open, the new before the known; undefined if nothing is. */
export function worstHeadline(report: Report, findings: readonly Finding[]): Headline | undefined {
  const fresh = isCompared(report) ? findings.filter(({ state }) => state === 'new') : findings;
  const isKnown = fresh.length === 0;
  const [worst] = groupBySubject(report, isKnown ? findings : fresh);
  const severity = worst === undefined ? undefined : highestSeverity(worst.findings);
  if (worst === undefined || severity === undefined) return undefined;
  return { severity, text: `${isKnown ? 'Nothing new. Known: ' : ''}${headlineOf(worst)}` };
}

/** What an outsider can do, in words; a name from the app stands in backticks. */
export function headlineOf(group: Group): string {
  const doing = accessInWords(group.findings.flatMap((finding) => finding.access));
  const isBackend = group.findings.some((finding) => finding.backend !== undefined);
  if (doing === undefined || !isBackend || group.subject.name === '') {
    return firstSentence(group.findings[0]?.message ?? '');
  }
  return `${doing} \`${group.subject.name.replaceAll('`', '')}\` (${kindInWords(group.subject.kind)})`;
}

/** The heading over the inventory: without an app, it stands in the repository alone. */
export function inventoryTitle(report: Report): string {
  const where = report.artifacts.length > 0 ? 'app' : 'repository';
  return `Also in the ${where}, nothing known to be open`;
}

/** Backends without a finding: what the app talks to, nothing more. */
export function inventory(report: Report): { backends: Backend[]; credentials: Credential[] } {
  const told = new Set(openFindings(report).flatMap(({ backend, credential }) => [backend, credential]));
  return {
    backends: report.backends.filter(({ id }) => !told.has(id)),
    credentials: report.credentials.filter(({ id }) => !told.has(id)),
  };
}

/** `app/google-services.json:4`, or the entry inside the artifact with its locator. */
export function placeInWords(place: Place): string {
  if (place.entry === undefined) {
    const line = place.line === undefined ? '' : `:${place.line}`;
    return `${place.path}${line}`;
  }
  return place.locator === undefined ? entryPath(place) : `${entryPath(place)} · ${place.locator}`;
}

/** Path of the artifact with the chain of its entry: `build/app.apk!/lib/arm64-v8a/libapp.so`. */
export function entryPath(place: Place): string {
  if (place.entry === undefined) return place.path;
  const slash = place.path.lastIndexOf('/');
  const folder = slash === -1 ? '' : place.path.slice(0, slash + 1);
  const name = place.path.slice(slash + 1);
  return place.entry === name || place.entry.startsWith(`${name}!`)
    ? `${folder}${place.entry}`
    : `${place.path}!/${place.entry}`;
}

/**
 * Problems as a reader wants them: what was not read before what is only worth knowing, and what several entries of one
 * artifact share told once.
 */
export function toldProblems(report: Report): readonly Problem[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of report.coverage.problems) {
    const key =
      problem.entry === undefined ? JSON.stringify(problem) : `${problem.path}\0${problem.kind}\0${problem.reason}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  const told = [...groups.values()].flatMap(([first, ...more]): Problem[] => {
    if (first === undefined) return [];
    return more.length === 0 ? [first] : [{ ...first, reason: `${first.reason} (the same in ${more.length} more)` }];
  });
  return told.sort((left, right) => Number(left.kind === 'note') - Number(right.kind === 'note'));
}

/** `app/firebase.json:5`, or the entry inside the artifact. */
export function problemPlace({ path, entry, line }: Problem): string {
  const place = placeInWords({ origin: 'artifact', path, ...(entry === undefined ? {} : { entry }) });
  return line === undefined ? place : `${place}:${line}`;
}

export type CoverageState = 'complete' | 'partial' | 'failed';

/** `failed`: something that should have been scanned was not, so nothing may be called closed. */
export function coverageState(report: Report, failed: boolean): CoverageState {
  if (failed) return 'failed';
  return report.coverage.complete ? 'complete' : 'partial';
}
