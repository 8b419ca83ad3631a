import { gzipSync } from 'node:zlib';
import type { Location, Log, Notification, Result, ThreadFlowLocation } from 'sarif';
import type { Finding, Place, Problem, Report, Rule } from '../model.ts';
import { HOME } from '../shared/links.ts';
import { SARIF_BACKENDS } from '../shared/sarif.ts';
import { relativeUri, visibleLine } from './escape.ts';
import { evidenceChain } from './evidence.ts';
import { descriptors, levelOf } from './sarif-rules.ts';
import { entryPath, openFindings, placeInWords } from './view.ts';
import { counted } from './words.ts';

/**
 * SARIF 2.1.0 as GitHub code scanning takes it in.
 * https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support
 */
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** GitHub keeps this many results of a run, and refuses the file above 25,000. */
const MAX_RESULTS = 5000;
/** Refused above it. */
const MAX_GZIP_BYTES = 10_000_000;
/** GitHub keeps 1,000 steps; nobody reads more than this. */
const MAX_STEPS = 40;
const MAX_RELATED = 10;
const MAX_MESSAGE = 4000;
const MAX_NOTIFICATIONS = 1000;
const MAX_BACKENDS = 5000;

export interface SarifOptions {
  /** Tells uploads of one commit apart: `android`, `ios`. */
  readonly category: string;
  readonly rules: readonly Rule[];
  /**
   * Something that should have been scanned was not. GitHub closes every alert of the category that an upload leaves out, so
   * such a run has no SARIF at all.
   */
  readonly failed: boolean;
}

/**
 * The file's text, or undefined if coverage failed. Results are cut worst-first to what GitHub takes (5,000, 10 MB of
 * gzip); a notification in the file says how many were left out.
 */
export function sarifText(report: Report, options: SarifOptions): string | undefined {
  if (options.failed) return undefined;
  let count = Math.min(openFindings(report).length, MAX_RESULTS);
  for (;;) {
    const text = `${JSON.stringify(sarifLog(report, options, count))}\n`;
    if (count === 0 || fits(text)) return text;
    count = Math.floor(count / 2);
  }
}

/** Gzip never makes a text much larger, so one that fits as it is need not be tried. */
function fits(text: string): boolean {
  return Buffer.byteLength(text) < MAX_GZIP_BYTES / 2 || gzipSync(text).byteLength < MAX_GZIP_BYTES;
}

function sarifLog(report: Report, options: SarifOptions, count: number): Log {
  const findings = openFindings(report);
  const told = findings.slice(0, count);
  const rules = descriptors(options.rules, told);
  const index = new Map(rules.map((rule, position) => [rule.id, position]));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Ajar', informationUri: HOME, semanticVersion: report.tool.version, rules } },
        automationDetails: { id: `ajar/${options.category}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: [
              ...leftOut(findings.length - count),
              ...report.coverage.problems.slice(0, MAX_NOTIFICATIONS).map(notification),
            ],
          },
        ],
        results: told.map((finding) => result(report, finding, index.get(finding.rule) ?? 0)),
        // A later run reads its base out of this file, and SARIF has no place for what is no finding.
        properties: { [SARIF_BACKENDS]: report.backends.slice(0, MAX_BACKENDS).map(({ id }) => visibleLine(id)) },
      },
    ],
  };
}

function leftOut(count: number): Notification[] {
  if (count === 0) return [];
  const text = `${counted(count, 'finding')} left out, least severe first: GitHub takes no more. The JSON report has all.`;
  return [{ level: 'warning', message: { text } }];
}

function notification(problem: Problem): Notification {
  const where = problem.entry ?? problem.path;
  return {
    level: problem.kind === 'note' ? 'note' : 'warning',
    message: { text: messageText(`${where}: ${problem.reason}`) },
  };
}

// --- results --------------------------------------------------------------------------------------------------------

function result(report: Report, finding: Finding, ruleIndex: number): Result {
  const [primary, ...others] = finding.places;
  const related = others.slice(0, MAX_RELATED);
  // An alert on a line of the repo leads on to the artifact, and the artifact itself to its entry.
  const entry = primary?.entry === undefined ? [] : [primary];
  const linked = [...entry, ...related];
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levelOf(finding.severity),
    message: { text: resultMessage(finding, linked, others.length - related.length) },
    locations: [primaryLocation(primary)],
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint },
    ...(linked.length === 0 ? {} : { relatedLocations: linked.map(relatedLocation) }),
    codeFlows: [{ threadFlows: [{ locations: codeFlow(report, finding) }] }],
  };
}

/** GitHub shows a related location only if the message links to its id. */
function resultMessage(finding: Finding, linked: readonly Place[], more: number): string {
  const links = linked.map((place, index) => `[${messageText(placeInWords(place), 200)}](${index + 1})`);
  const rest = more > 0 ? ` and ${counted(more, 'more place')}` : '';
  const found = links.length === 0 ? '' : ` Found in ${links.join(', ')}${rest}.`;
  return `${messageText(finding.message) || messageText(finding.title) || finding.rule}${found}`;
}

/** Plain text of a SARIF message: brackets would make links (section 3.11.6). */
function messageText(text: string, max = MAX_MESSAGE): string {
  return visibleLine(text, max).replace(/[\\[\]]/g, '\\$&');
}

/** Exactly what the alert points at: a line of the repo, else the artifact's first line. */
function primaryLocation(place: Place | undefined): Location {
  if (place === undefined) return at('unknown', 1, 1, 1);
  if (place.origin === 'artifact') return at(place.path, 1, 1, 1);
  return repoLocation(place);
}

/** One line only: GitHub annotates a pull request if every line of the region is in its diff. */
function repoLocation(place: Pick<Place, 'path' | 'line' | 'column'>): Location {
  const line = positive(place.line);
  const column = positive(place.column);
  return at(place.path, line, column, column + 1);
}

function positive(value: number | undefined): number {
  return value === undefined || !Number.isSafeInteger(value) || value < 1 ? 1 : value;
}

function at(path: string, line: number, startColumn: number, endColumn: number): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: relativeUri(path) },
      region: { startLine: line, startColumn, endLine: line, endColumn },
    },
  };
}

function anyLocation(place: Place): Location {
  return place.origin === 'artifact' ? at(entryPath(place), 1, 1, 1) : repoLocation(place);
}

function relatedLocation(place: Place, index: number): Location {
  return { id: index + 1, ...anyLocation(place), message: { text: messageText(placeInWords(place), 500) } };
}

// --- the evidence chain ---------------------------------------------------------------------------------------------

/**
 * GitHub shows a code flow as steps (“Show paths”), which serves for any chain of evidence. Each location stands inline,
 * because GitHub does not follow an index. What has no place of its own points at the alert's.
 */
function codeFlow(report: Report, finding: Finding): ThreadFlowLocation[] {
  const home = primaryLocation(finding.places[0]);
  const steps = evidenceChain(report, finding);
  const told = steps.length > MAX_STEPS ? steps.slice(0, MAX_STEPS - 1) : steps;
  const locations = told.map(({ place, text }) => step(place === undefined ? home : anyLocation(place), text));
  const more = steps.length - told.length;
  const rest = more === 0 ? [] : [step(home, `${counted(more, 'more step')}: see the JSON report`)];
  return [...locations, ...rest].map((location) => ({ location }));
}

function step(location: Location, text: string): Location {
  return { ...location, message: { text: messageText(text, 500) } };
}
