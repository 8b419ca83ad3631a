import { styleText } from 'node:util';
import type { Finding, Place, Report, Severity } from '../model.ts';
import { visibleLine } from './escape.ts';
import {
  coverageState,
  credentialName,
  fixedFindings,
  type Group,
  groupBySubject,
  headlineOf,
  inventory,
  openFindings,
  placeInWords,
  severityCounts,
} from './view.ts';
import { counted, EVIDENCE_WORDS, joinWords, kindInWords, OWNER_WORDS } from './words.ts';

export interface TerminalOptions {
  readonly failed: boolean;
  /** Asked for by the caller, who knows whether it is a terminal. */
  readonly colour: boolean;
}

const MAX_PLACES = 5;
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
    ...groupBySubject(report, open).map((group) => groupBlock(group, paint)),
    fixedBlock(report, paint),
    inventoryBlock(report, paint),
    coverageBlock(report, options, paint),
    lastLine(report, options, paint),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function groupBlock(group: Group, paint: Paint): string {
  const title = paint('bold', visibleLine(headlineOf(group).replaceAll('`', ''), 200));
  return [title, ...group.findings.map((finding) => findingLines(finding, paint))].join('\n');
}

function findingLines(finding: Finding, paint: Paint): string {
  const severity = paint(SEVERITY_STYLES[finding.severity], finding.severity.padEnd(8));
  const state = finding.state === 'new' ? '' : ` (${finding.state})`;
  return [
    `  ${severity}  ${visibleLine(finding.rule, 100)}${state}`,
    `            ${visibleLine(finding.message.replaceAll('`', ''), 600)}`,
    paint('dim', `            Known because ${EVIDENCE_WORDS[finding.evidence]}.`),
    ...placeLines(finding.places).map((line) => `            ${line}`),
    `            Close it: ${visibleLine(finding.remediation.replaceAll('`', ''), 600)}`,
  ].join('\n');
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
    ...credentials.map((credential) => inventoryLine(credential.kind, credentialName(credential), credential.grade)),
  ];
  if (lines.length === 0) return '';
  const more = lines.length > MAX_INVENTORY ? [`  and ${lines.length - MAX_INVENTORY} more`] : [];
  return [paint('bold', 'Also in the app, nothing known to be open'), ...lines.slice(0, MAX_INVENTORY), ...more].join(
    '\n',
  );
}

function inventoryLine(kind: string, name: string, remark: string): string {
  return `  ${visibleLine(kindInWords(kind), 60)}  ${visibleLine(name, 200)}  (${remark})`;
}

function coverageBlock(report: Report, options: TerminalOptions, paint: Paint): string {
  const { problems } = report.coverage;
  const lines = report.artifacts.map(({ path, coverage }) => {
    return `  ${visibleLine(path)}: ${coverage.read} of ${counted(coverage.entries, 'entry', 'entries')} read`;
  });
  const told = problems.slice(0, MAX_PROBLEMS).map((problem) => {
    return `  ${visibleLine(problem.entry ?? problem.path)} (${problem.kind}): ${visibleLine(problem.reason, 400)}`;
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
    return paint('red', `${counted(open.length, 'finding')}: ${joinWords(counts)} (${seen})`);
  }
  if (options.failed) return paint('red', `Not everything could be scanned, so nothing is called closed (${seen})`);
  return paint('green', `Nothing known to be open (${seen})`);
}
