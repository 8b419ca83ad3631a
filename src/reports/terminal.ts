import { styleText } from 'node:util';
import type { Credential, Finding, Place, Report, Severity } from '../model.ts';
import { visibleLine } from './escape.ts';
import {
  coverageState,
  credentialName,
  fixedFindings,
  type Group,
  groupBySubject,
  headlineOf,
  inventory,
  inventoryTitle,
  isCompared,
  newFindings,
  openFindings,
  placeInWords,
  problemPlace,
  severityCounts,
  toldProblems,
} from './view.ts';
import { counted, GRADE_WORDS, joinWords, kindInWords, OWNER_WORDS } from './words.ts';

export interface TerminalOptions {
  readonly failed: boolean;
  /** Asked for by the caller, who knows whether it is a terminal. */
  readonly colour: boolean;
}

const MAX_PLACES = 3;
const MAX_ARTIFACTS = 20;
const MAX_PROBLEMS = 20;
const MAX_INVENTORY = 50;

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'green';
type Paint = (style: Style, text: string) => string;

const SEVERITY_STYLES: Readonly<Record<Severity, Style>> = {
  critical: 'red',
  high: 'red',
  medium: 'yellow',
  low: 'blue',
  note: 'dim',
};

/** The readable report. Escape sequences in it are only ours, and none without `colour`. */
export function terminalText(report: Report, options: TerminalOptions): string {
  const paint: Paint = options.colour
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_style, text) => text;
  const open = openFindings(report);
  const blocks = [
    ...groupBySubject(report, open).map((group) => groupBlock(report, group, paint)),
    fixedBlock(report, paint),
    inventoryBlock(report, paint),
    plannedBlock(report, paint),
    coverageBlock(report, options, paint),
    lastLine(report, options, paint),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function groupBlock(report: Report, group: Group, paint: Paint): string {
  const title = paint('bold', visibleLine(headlineOf(group).replaceAll('`', ''), 200));
  const { findings } = group;
  return [
    title,
    ...findings.flatMap((finding, index) => [
      ...findingLines(finding, findings[index - 1], { paint, compared: isCompared(report) }),
      // Rules of one backend are mostly closed in one way: it is said once, under the last of them.
      ...(findings.slice(index + 1).some(({ remediation }) => remediation === finding.remediation)
        ? []
        : [`            Close it: ${closing(finding)}`]),
    ]),
  ].join('\n');
}

function findingLines(
  finding: Finding,
  former: Finding | undefined,
  { paint, compared }: { readonly paint: Paint; readonly compared: boolean },
): string[] {
  const severity = paint(SEVERITY_STYLES[finding.severity], finding.severity.padEnd(8));
  const state = compared ? ` (${finding.state === 'new' ? 'new' : 'known before'})` : '';
  return [
    `  ${severity}  ${visibleLine(finding.rule, 100)}${state}`,
    `            ${visibleLine(finding.message.replaceAll('`', ''), 600)}`,
    ...newPlaceLines(finding, former).map((line) => `            ${line}`),
  ];
}

/** The places, unless the finding above has shown the same. */
function newPlaceLines(finding: Finding, former: Finding | undefined): string[] {
  const lines = placeLines(finding.places);
  const told = former === undefined ? [] : placeLines(former.places);
  return lines.length > 0 && lines.join('\n') === told.join('\n') ? ['at the same places'] : lines;
}

/** The first step; the rule's page has the others. */
function closing(finding: Finding): string {
  const [step = ''] = finding.remediation.split('\n', 1);
  const first = visibleLine(step.replaceAll('`', ''), 400);
  return `${first} (ajar explain ${visibleLine(finding.rule, 100)})`;
}

function placeLines(places: readonly Place[]): string[] {
  const shown = places.slice(0, MAX_PLACES).map((place) => `at ${visibleLine(placeInWords(place), 300)}`);
  return places.length > MAX_PLACES ? [...shown, `and ${counted(places.length - MAX_PLACES, 'more place')}`] : shown;
}

function fixedBlock(report: Report, paint: Paint): string {
  const fixed = fixedFindings(report);
  if (fixed.length === 0) return '';
  const lines = fixed.slice(0, MAX_INVENTORY).map((finding) => `  ${visibleLine(finding.title, 200)}`);
  return [paint('green', `Closed since the baseline: ${fixed.length}`), ...lines].join('\n');
}

function inventoryBlock(report: Report, paint: Paint): string {
  const { backends, credentials } = inventory(report);
  const lines = [
    ...backends.map((backend) => inventoryLine(backend.kind, backend.name, OWNER_WORDS[backend.owner])),
    ...credentials.map((credential) => inventoryLine(credential.kind, credentialName(credential), remark(credential))),
  ];
  if (lines.length === 0) return '';
  const more = lines.length > MAX_INVENTORY ? [`  and ${lines.length - MAX_INVENTORY} more`] : [];
  return [paint('bold', inventoryTitle(report)), ...lines.slice(0, MAX_INVENTORY), ...more].join('\n');
}

/** A key that goes by its project's name shows itself too, since a project has several. */
function remark({ subject, masked, grade }: Credential): string {
  return subject === undefined ? GRADE_WORDS[grade] : `${visibleLine(masked, 60)}, ${GRADE_WORDS[grade]}`;
}

function inventoryLine(kind: string, name: string, remark: string): string {
  return `  ${visibleLine(kindInWords(kind), 60)}  ${visibleLine(name, 200)}  (${remark})`;
}

/** Every request of a dry run; only a budget, not this list, bounds them. */
function plannedBlock(report: Report, paint: Paint): string {
  const planned = report.probes.filter(({ outcome }) => outcome === 'planned');
  if (planned.length === 0) return '';
  const lines = planned.map(({ probe, method, host, path }) => {
    return `  ${visibleLine(probe, 60)}  ${visibleLine(`${method} https://${host}${path}`, 600)}`;
  });
  return [paint('bold', `Would be asked (nothing was sent): ${planned.length}`), ...lines].join('\n');
}

function coverageBlock(report: Report, options: TerminalOptions, paint: Paint): string {
  const problems = toldProblems(report);
  const lines = report.artifacts.slice(0, MAX_ARTIFACTS).map(({ path, coverage }) => {
    return `  ${visibleLine(path)}: ${coverage.read} of ${counted(coverage.entries, 'entry', 'entries')} read`;
  });
  if (report.artifacts.length > MAX_ARTIFACTS)
    lines.push(`  and ${counted(report.artifacts.length - MAX_ARTIFACTS, 'more app')}`);
  const told = problems.slice(0, MAX_PROBLEMS).map((problem) => {
    return `  ${visibleLine(problemPlace(problem), 300)} (${problem.kind}): ${visibleLine(problem.reason, 400)}`;
  });
  if (lines.length + told.length === 0) return '';
  const more =
    problems.length > MAX_PROBLEMS ? [`  and ${counted(problems.length - MAX_PROBLEMS, 'more problem')}`] : [];
  const state = coverageState(report, options.failed);
  return [paint('bold', `Coverage: ${state}`), ...lines, ...told, ...more].join('\n');
}

function lastLine(report: Report, options: TerminalOptions, paint: Paint): string {
  const open = openFindings(report);
  const requests = report.probes.length === 0 ? '' : `, ${counted(report.probes.length, 'request')}`;
  const seen = `${counted(report.backends.length, 'backend')}${requests}`;
  if (open.length > 0) {
    const counts = severityCounts(open).map(({ severity, count }) => `${count} ${severity}`);
    const fresh = isCompared(report) ? `, ${newFindings(report).length || 'none'} new` : '';
    return paint('red', `${counted(open.length, 'finding')}: ${joinWords(counts)}${fresh} (${seen})`);
  }
  if (options.failed) return paint('red', `Not everything could be scanned, so nothing is called closed (${seen})`);
  return paint('green', `Nothing known to be open (${seen})`);
}
