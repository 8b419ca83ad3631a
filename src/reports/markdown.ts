import type { ArtifactReport, Backend, Credential, Finding, LedgerLine, Place, Problem, Report } from '../model.ts';
import { code, prose, relativeUri, safeLink } from './escape.ts';
import {
  type CoverageState,
  coverageState,
  credentialName,
  fixedFindings,
  type Group,
  groupBySubject,
  inventory,
  inventoryTitle,
  isCompared,
  newFindings,
  openFindings,
  placeInWords,
  problemPlace,
  severityCounts,
  subjectOf,
  toldProblems,
  worstHeadline,
} from './view.ts';
import {
  accessInWords,
  counted,
  EVIDENCE_WORDS,
  firstSentence,
  joinWords,
  kindInWords,
  OWNER_WORDS,
  SENSITIVITY_WORDS,
  SEVERITY_MARKS,
} from './words.ts';

/** Markdown for the pull request comment and the job summary: headline first, one glance, details folded away. */
export interface MarkdownOptions {
  /** Something that should have been scanned was not. */
  readonly failed: boolean;
  /** The report is another run's, which the author of the pull request could have changed. */
  readonly stranger?: boolean;
  /** `https://github.com/acme/app/blob/<commit>`: places in the repo become links. */
  readonly blob?: string;
  /** Page of the workflow run, where the full report is. */
  readonly run?: string;
}

/** How many items of each section are written out; the rest is counted. */
export interface Detail {
  readonly findings: number;
  readonly remediation: number;
  readonly fixed: number;
  readonly inventory: number;
  readonly problems: number;
  readonly ledger: number;
}

const MAX_STEPS = 10;

/** Most detail first; the last always fits into a comment, because every item is bounded. */
const DETAILS: readonly Detail[] = [
  { findings: 1000, remediation: 200, fixed: 200, inventory: 1000, problems: 500, ledger: 500 },
  { findings: 200, remediation: 50, fixed: 50, inventory: 200, problems: 100, ledger: 50 },
  { findings: 100, remediation: 20, fixed: 20, inventory: 50, problems: 40, ledger: 20 },
  { findings: 50, remediation: 10, fixed: 10, inventory: 20, problems: 20, ledger: 0 },
  { findings: 20, remediation: 5, fixed: 5, inventory: 0, problems: 10, ledger: 0 },
  { findings: 5, remediation: 0, fixed: 0, inventory: 0, problems: 3, ledger: 0 },
];

/** The most detailed text that `fits`; where nothing does, the least detailed. */
export function fittingMarkdown(report: Report, options: MarkdownOptions, fits: (text: string) => boolean): string {
  let text = '';
  for (const detail of DETAILS) {
    text = markdown(report, options, detail);
    if (fits(text)) return text;
  }
  return text;
}

export function markdown(report: Report, options: MarkdownOptions, detail: Detail): string {
  const open = openFindings(report);
  const sections = [
    headline(report, options, open),
    tally(report),
    findingsTable(report, options, open, detail.findings),
    remediations(open, detail.remediation),
    fixedList(report, detail.fixed),
    coverageSection(report, options, detail.problems),
    inventorySection(report, detail.inventory),
    ledgerSection(report, detail.ledger),
    footer(report, options),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

// --- headline -------------------------------------------------------------------------------------------------------

function headline(report: Report, options: MarkdownOptions, open: readonly Finding[]): string {
  const worst = worstHeadline(report, open);
  if (worst !== undefined) return `## ${SEVERITY_MARKS[worst.severity]} ${prose(worst.text)}`;
  const fixed = fixedFindings(report).length;
  const words: Readonly<Record<CoverageState, string>> = {
    failed: '⚠️ Ajar could not scan everything, so nothing here is called closed',
    partial: fixed > 0 ? '✅ All closed, as far as could be read' : '✅ Nothing stands open, as far as could be read',
    complete: fixed > 0 ? '✅ All closed' : '✅ Nothing stands open',
  };
  return `## ${words[coverageState(report, options.failed)]}`;
}

function tally(report: Report): string {
  const open = openFindings(report);
  const fixed = fixedFindings(report).length;
  const counts = severityCounts(open).map(({ severity, count }) => `${count} ${severity}`);
  const fresh = newFindings(report).length;
  const change = [
    ...(isCompared(report) && open.length > 0 ? [fresh === 0 ? 'none of them new' : `**${fresh} new**`] : []),
    ...(fixed > 0 ? [`**${fixed} closed**`] : []),
  ];
  const looked = lookedAt(report);
  const found = open.length === 0 ? '' : `**${counted(open.length, 'finding')}**: ${joinWords(counts)}`;
  const sentence = [found, ...change].filter((part) => part !== '').join(' · ');
  return [...(sentence === '' ? [] : [sentence]), ...(looked === '' ? [] : [looked])].join('  \n');
}

function lookedAt(report: Report): string {
  const apps = report.artifacts.slice(0, 5).map((artifact) => `${code(artifact.path, 120)}${appName(artifact)}`);
  const more = report.artifacts.length > 5 ? [counted(report.artifacts.length - 5, 'more artifact')] : [];
  const backends = `${counted(report.backends.length, 'backend')} seen${moved(report)}`;
  if (apps.length === 0) return report.backends.length === 0 ? '' : `Scanned the repository: ${backends}.`;
  return `Scanned ${joinWords([...apps, ...more])}: ${backends}.`;
}

/** `, 1 new (\`s3:acme-b\`), 1 gone (\`s3:acme-a\`)`: what the app talks to is worth a word even where nothing is open. */
function moved(report: Report): string {
  const fresh = report.backends.filter(({ state }) => state === 'new').map(({ id }) => id);
  const gone = report.comparison?.gone ?? [];
  return [
    ...(fresh.length === 0 ? [] : [`, ${fresh.length} new (${named(fresh)})`]),
    ...(gone.length === 0 ? [] : [`, ${gone.length} gone (${named(gone)})`]),
  ].join('');
}

const MAX_MOVED = 3;

function named(ids: readonly string[]): string {
  const shown = ids.slice(0, MAX_MOVED).map((id) => code(id, 100));
  return [...shown, ...(ids.length > MAX_MOVED ? ['…'] : [])].join(', ');
}

function appName(artifact: ArtifactReport): string {
  const words = [artifact.app.id, artifact.app.version].filter((word) => word !== undefined).join(' ');
  return words === '' ? '' : ` (${code(words, 120)})`;
}

// --- findings -------------------------------------------------------------------------------------------------------

function findingsTable(report: Report, options: MarkdownOptions, open: readonly Finding[], max: number): string {
  if (open.length === 0) return '';
  const groups = groupBySubject(report, open.slice(0, max));
  const rows = groups.flatMap((group) =>
    group.findings.map((finding, index) => {
      const fresh = isCompared(report) && finding.state === 'new';
      return row(finding, { subject: index === 0 ? subjectCell(group) : '', fresh }, options);
    }),
  );
  const more = open.length - Math.min(max, open.length);
  return [
    '| Severity | Backend | What is open | Where |\n| :-- | :-- | :-- | :-- |',
    ...rows,
    ...(more === 0 ? [] : [`\n${pointer(`${counted(more, 'more finding')}`, options)}`]),
  ].join('\n');
}

function subjectCell(group: Group): string {
  const kind = prose(kindInWords(group.subject.kind), 60);
  return group.subject.name === '' ? kind : `${code(group.subject.name, 100)}<br>${kind}`;
}

function row(
  finding: Finding,
  { subject, fresh }: { readonly subject: string; readonly fresh: boolean },
  options: MarkdownOptions,
): string {
  const severity = `${SEVERITY_MARKS[finding.severity]}&nbsp;${finding.severity}${fresh ? '<br>**new**' : ''}`;
  return `| ${severity} | ${subject} | ${whatIsOpen(finding)} | ${placesCell(finding.places, options)} |`;
}

function whatIsOpen(finding: Finding): string {
  const data = finding.sensitivity.filter((kind) => kind !== 'unknown').map((kind) => SENSITIVITY_WORDS[kind]);
  const looks = data.length === 0 ? '' : ` Names look like ${joinWords(data)}.`;
  const doing = accessInWords(finding.access);
  const told = finding.backend !== undefined && doing !== undefined ? `${doing} it` : firstSentence(finding.message);
  const rule = docsLink(finding, finding.rule);
  return `${prose(told, 240)}.${looks}<br><sub>${EVIDENCE_WORDS[finding.evidence]} · ${rule}</sub>`;
}

function docsLink(finding: Finding, label: string): string {
  const link = safeLink(finding.docs);
  return link === undefined ? code(label, 100) : `[${code(label, 100)}](${link})`;
}

function placesCell(places: readonly Place[], options: MarkdownOptions): string {
  const shown = places.slice(0, 2).map((place) => placeLink(place, options));
  const more = places.length > 2 ? [`<sub>and ${places.length - 2} more</sub>`] : [];
  return [...shown, ...more].join('<br>');
}

/** The folder of an artifact stands above the table; here it would only squeeze the other columns. */
function placeLink(place: Place, options: MarkdownOptions): string {
  const { entry } = place;
  const text = code(placeInWords(entry === undefined ? place : { ...place, path: entry.split('!', 1)[0] ?? '' }), 160);
  if (options.blob === undefined || place.origin === 'artifact') return text;
  const line = place.line === undefined ? '' : `#L${place.line}`;
  return `[${text}](${options.blob}/${relativeUri(place.path).slice(0, 1000)}${line})`;
}

function remediations(open: readonly Finding[], max: number): string {
  if (open.length === 0 || max === 0) return '';
  const rules = [...new Map(open.map((finding) => [finding.rule, finding])).values()];
  const steps = [...new Set(rules.map(({ remediation }) => remediation))];
  const items = steps.slice(0, max).map((step) => {
    const closed = rules.filter(({ remediation }) => remediation === step);
    const lines = step
      .split('\n')
      .slice(0, MAX_STEPS)
      .map((line) => prose(line, 400));
    return `- ${closed.map((finding) => docsLink(finding, finding.rule)).join(', ')}:<br>${lines.join('<br>')}`;
  });
  return details(`How to close ${open.length === 1 ? 'it' : 'them'}`, items, steps.length - items.length);
}

function fixedList(report: Report, max: number): string {
  const fixed = fixedFindings(report);
  if (fixed.length === 0) return '';
  const items = fixed
    .slice(0, max)
    .map((finding) => `- ${prose(firstSentence(finding.title), 200)}${about(report, finding)}`);
  return details(`✅ Closed: ${fixed.length}`, items, fixed.length - items.length);
}

/** A finding that only a SARIF baseline knows names its backend in its title alone. */
function about(report: Report, finding: Finding): string {
  if (finding.backend === undefined && finding.credential === undefined) return '';
  const { name, kind } = subjectOf(report, finding);
  return ` · ${code(name, 100)} (${prose(kindInWords(kind), 60)})`;
}

// --- the folded sections --------------------------------------------------------------------------------------------

function details(summary: string, items: readonly string[], more: number, table = ''): string {
  if (items.length === 0) return more > 0 ? `${summary} (listed in the full report)` : '';
  const rest = more > 0 ? `\n\nand ${more.toLocaleString('en')} more, in the full report` : '';
  const head = table === '' ? '' : `${table}\n`;
  return `<details><summary>${summary}</summary>\n\n${head}${items.join('\n')}${rest}\n\n</details>`;
}

function coverageSection(report: Report, options: MarkdownOptions, max: number): string {
  const state = coverageState(report, options.failed);
  const problems = toldProblems(report);
  const artifacts = report.artifacts.slice(0, max).map(artifactItem);
  const items = [...artifacts, ...problems.slice(0, max).map(problemItem)];
  const more = problems.length + report.artifacts.length - items.length;
  const words: Readonly<Record<CoverageState, string>> = {
    complete: 'Coverage: complete',
    partial: `⚠️ Coverage: partial, ${counted(problems.length, 'problem')}`,
    failed: '⚠️ Coverage: failed',
  };
  // A scan that failed says why before anybody has to unfold anything.
  const why =
    options.failed && max > 0
      ? problems
          .filter(({ kind }) => kind !== 'note')
          .slice(0, 3)
          .map(problemItem)
      : [];
  const folded = details(words[state], items, more);
  return [...why, ...(folded === '' ? [] : [`${why.length === 0 ? '' : '\n'}${folded}`])].join('\n');
}

function artifactItem(artifact: ArtifactReport): string {
  const { entries, read, skipped } = artifact.coverage;
  const left = skipped.reduce((sum, { count }) => sum + (count ?? 1), 0);
  const reasons = skipped.slice(0, 5).map(({ entry, reason, count }) => {
    const many = count === undefined || count === 1 ? '' : ` and ${count - 1} like it`;
    return `${code(entry, 100)}${many}: ${prose(reason, 200)}`;
  });
  const why = reasons.length === 0 ? '' : `<br>${reasons.join('<br>')}${skipped.length > 5 ? '<br>…' : ''}`;
  return `- ${code(artifact.path, 160)}: ${read} of ${counted(entries, 'entry', 'entries')} read, ${left} skipped${why}`;
}

function problemItem(problem: Problem): string {
  return `- ${code(problemPlace(problem), 200)} (${problem.kind}): ${prose(problem.reason, 300)}`;
}

function inventorySection(report: Report, max: number): string {
  const { backends, credentials } = inventory(report);
  const all = [...backends.map(backendRow), ...credentials.map(credentialRow)];
  if (all.length === 0) return '';
  const parts = [
    ...(backends.length === 0 ? [] : [counted(backends.length, 'backend')]),
    ...(credentials.length === 0 ? [] : [counted(credentials.length, 'key')]),
  ];
  const items = all.slice(0, max);
  return details(
    `${inventoryTitle(report)}: ${joinWords(parts)}`,
    items,
    all.length - items.length,
    '| Kind | Name | Owner | Known |\n| :-- | :-- | :-- | :-- |',
  );
}

function backendRow(backend: Backend): string {
  const known = [...new Set(backend.observed.map(({ outcome }) => `probed: ${outcome}`))].join(', ');
  const declared = backend.declared.length === 0 ? '' : 'declared in the repo';
  const words = [known, declared].filter((part) => part !== '').join(' · ') || 'named only';
  return inventoryRow(backend, backend.name, words);
}

function credentialRow(credential: Credential): string {
  return inventoryRow(credential, credentialName(credential), `${credential.grade}: ${credential.why}`);
}

function inventoryRow(item: Backend | Credential, name: string, known: string): string {
  return `| ${prose(kindInWords(item.kind), 60)} | ${code(name, 120)} | ${OWNER_WORDS[item.owner]} | ${prose(known, 160)} |`;
}

function ledgerSection(report: Report, max: number): string {
  if (report.probes.length === 0) return '';
  const items = report.probes.slice(0, max).map(ledgerRow);
  return details(
    `Requests: ${report.probes.length}`,
    items,
    report.probes.length - items.length,
    '| Backend | Request | Status | Outcome |\n| :-- | :-- | :-- | :-- |',
  );
}

function ledgerRow(line: LedgerLine): string {
  const request = code(`${line.method} ${line.host}${line.path}`, 200);
  return `| ${code(line.backend, 100)} | ${request} | ${line.status === 0 ? '–' : line.status} | ${line.outcome} |`;
}

// --- the end --------------------------------------------------------------------------------------------------------

function footer(report: Report, options: MarkdownOptions): string {
  const run = options.run === undefined ? undefined : safeLink(options.run);
  const full = run === undefined ? '' : ` · [full report](${run})`;
  const whose = options.stranger === true ? ' · as the pull request’s own run reported it' : '';
  return `<sub>Ajar ${prose(report.tool.version, 40)}${full}${whose} · for apps and backends that are yours or that you may test</sub>`;
}

function pointer(what: string, options: MarkdownOptions): string {
  const run = options.run === undefined ? undefined : safeLink(options.run);
  return run === undefined ? `and ${what}, in the full report` : `and ${what}, in the [full report](${run})`;
}
