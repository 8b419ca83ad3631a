import { createHash } from 'node:crypto';
import type { Backend, Credential, Finding, Problem, Report } from '../model.ts';
import { html, safeLink, visibleLine } from './escape.ts';
import { type EvidenceStep, evidenceChain } from './evidence.ts';
import { mapSvg } from './html-map.ts';
import { STYLE } from './html-style.ts';
import {
  coverageState,
  credentialName,
  fixedFindings,
  type Group,
  groupBySubject,
  inventory,
  inventoryTitle,
  isCompared,
  openFindings,
  placeInWords,
  problemPlace,
  severityCounts,
  toldProblems,
  worstHeadline,
} from './view.ts';
import { bytesInWords, counted, joinWords, kindInWords, OWNER_WORDS, SENSITIVITY_WORDS } from './words.ts';

const MAX_FINDINGS = 2000;
const MAX_STEPS = 25;
const MAX_ROWS = 2000;

/**
 * One page that stands alone: no script, no request to anywhere, readable on a phone and on paper. Every text of the report
 * goes through `text`, so nothing of an artifact is ever markup.
 */
export function htmlPage(report: Report, options: { readonly failed: boolean }): string {
  const open = openFindings(report);
  const groups = groupBySubject(report, open.slice(0, MAX_FINDINGS));
  const title = headline(report, open, options.failed);
  const hash = createHash('sha256').update(STYLE).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const map = mapSvg(report);
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${text(title.replaceAll('`', ''), 200)} – Ajar</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<p class="soft">Ajar report</p>`,
    `<h1>${withCode(title)}</h1>`,
    `<p>${tally(report, open, options.failed)}</p>`,
    ...(map === '' ? [] : [`<div class="card scroll">\n${map}\n</div>`]),
    ...(open.length === 0 ? [] : ['<h2>What is open</h2>', ...groups.map((group) => groupCard(report, group))]),
    ...(open.length > MAX_FINDINGS ? [`<p>and ${open.length - MAX_FINDINGS} more, in the JSON report</p>`] : []),
    fixedCard(report),
    inventoryCard(report),
    coverageCard(report, options.failed),
    ledgerCard(report),
    `<footer>Ajar ${text(report.tool.version, 40)}. For apps and backends that are yours or that you may test.</footer>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ]
    .filter((part, index, all) => part !== '' || index === all.length - 1)
    .join('\n');
}

function text(value: string, max?: number): string {
  return html(visibleLine(value, max));
}

function code(value: string, max?: number): string {
  return `<code>${text(value, max)}</code>`;
}

/** A sentence; what stands between backticks is a name. */
function withCode(value: string, max?: number): string {
  const parts = visibleLine(value, max).split('`');
  if (parts.length % 2 === 0) return html(parts.join('`'));
  return parts.map((part, index) => (index % 2 === 1 ? `<code>${html(part)}</code>` : html(part))).join('');
}

function headline(report: Report, open: readonly Finding[], failed: boolean): string {
  const worst = worstHeadline(report, open);
  if (worst !== undefined) return worst.text;
  if (failed) return 'Not everything could be scanned, so nothing is called closed';
  const ending = report.coverage.complete ? '' : ', as far as could be read';
  return `${fixedFindings(report).length > 0 ? 'All closed' : 'Nothing stands open'}${ending}`;
}

function tally(report: Report, open: readonly Finding[], failed: boolean): string {
  const counts = severityCounts(open).map(({ severity, count }) => badge(severity, `${count} ${severity}`));
  const fixed = fixedFindings(report).length;
  const closed = fixed === 0 ? '' : badge('closed', `${fixed} closed`);
  const state = coverageState(report, failed);
  const coverage = state === 'complete' ? '' : badge('high', `coverage ${state}`);
  const seen = `${counted(report.artifacts.length, 'artifact')}, ${counted(report.backends.length, 'backend')}`;
  return `${counts.join('')}${closed}${coverage}<span class="soft">${seen}</span>`;
}

/** `style` is a class of the style sheet, `words` our own. */
function badge(style: string, words: string): string {
  return `<span class="badge ${style}">${words}</span>`;
}

// --- findings -------------------------------------------------------------------------------------------------------

function groupCard(report: Report, group: Group): string {
  const { subject, findings } = group;
  const name = subject.name === '' ? '' : `${code(subject.name, 200)} `;
  return [
    '<section class="card">',
    `<h3>${name}<span class="soft">${text(kindInWords(subject.kind), 80)}</span></h3>`,
    ...findings.map((finding, index) =>
      findingPart(report, finding, findings.slice(0, index), findings.slice(index + 1)),
    ),
    '</section>',
  ].join('\n');
}

/** What findings of one backend share is told once: the evidence with the first of them, the steps with the last. */
function findingPart(report: Report, finding: Finding, before: readonly Finding[], after: readonly Finding[]): string {
  const evidence = chain(evidenceChain(report, finding));
  const isTold = before.some((other) => chain(evidenceChain(report, other)) === evidence);
  const isToldLater = after.some(({ remediation }) => remediation === finding.remediation);
  const sensitive = finding.sensitivity.filter((kind) => kind !== 'unknown').map((kind) => SENSITIVITY_WORDS[kind]);
  const state = isCompared(report) ? badge('note', finding.state === 'new' ? 'new' : 'known before') : '';
  const docs = safeLink(finding.docs);
  const link = docs === undefined ? '' : ` · <a href="${html(docs)}" rel="noreferrer">documentation</a>`;
  return [
    '<div class="finding">',
    `<p>${badge(finding.severity, finding.severity)}${state}</p>`,
    `<h4>${text(finding.title)}</h4>`,
    `<p>${withCode(finding.message, 2000)}</p>`,
    ...(sensitive.length === 0 ? [] : [`<p>Names look like ${joinWords(sensitive)}.</p>`]),
    isTold ? '<p class="soft">The evidence is the same as above.</p>' : evidence,
    ...(isToldLater ? [] : [steps(finding.remediation)]),
    `<p class="soft">${code(finding.rule, 120)} · ${code(finding.fingerprint, 120)}${link}</p>`,
    '</div>',
  ].join('\n');
}

function steps(remediation: string): string {
  const [first = '', ...more] = remediation.split('\n').filter((line) => line.trim() !== '');
  if (more.length === 0) return `<p><b>Close it:</b> ${withCode(first, 2000)}</p>`;
  const items = [first, ...more].slice(0, MAX_STEPS).map((line) => `<li>${withCode(line, 1000)}</li>`);
  return `<p><b>Close it</b></p>\n<ol class="steps">\n${items.join('\n')}\n</ol>`;
}

const VIEW_WORDS: Readonly<Record<EvidenceStep['view'], string>> = {
  shipped: 'Shipped',
  named: 'Named',
  declared: 'Declared',
  observed: 'Seen live',
};

function chain(steps: readonly EvidenceStep[]): string {
  const items = steps.slice(0, MAX_STEPS).map(({ view, place, text: words }) => {
    const at = view === 'declared' && place !== undefined ? ` ${code(placeInWords(place), 300)}` : '';
    return `<li><b>${VIEW_WORDS[view]}</b>${text(words, 600)}${at}</li>`;
  });
  const more = steps.length > MAX_STEPS ? [`<li class="soft">and ${steps.length - MAX_STEPS} more</li>`] : [];
  return `<ol class="chain">\n${[...items, ...more].join('\n')}\n</ol>`;
}

function fixedCard(report: Report): string {
  const fixed = fixedFindings(report);
  if (fixed.length === 0) return '';
  const items = fixed.slice(0, MAX_ROWS).map((finding) => `<li>${withCode(finding.title, 300)}</li>`);
  return folded(`Closed since the baseline: ${fixed.length}`, `<ul>\n${items.join('\n')}\n</ul>`);
}

// --- the rest -------------------------------------------------------------------------------------------------------

function folded(summary: string, body: string): string {
  return `<details class="card"><summary>${summary}</summary>\n${body}\n</details>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const told = rows.slice(0, MAX_ROWS).map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  const more = rows.length > MAX_ROWS ? `<p>and ${rows.length - MAX_ROWS} more, in the JSON report</p>` : '';
  const top = head.map((word) => `<th>${word}</th>`).join('');
  return `<div class="scroll"><table><thead><tr>${top}</tr></thead><tbody>\n${told.join('\n')}\n</tbody></table></div>${more}`;
}

function inventoryCard(report: Report): string {
  const { backends, credentials } = inventory(report);
  const rows = [...backends.map(backendRow), ...credentials.map(credentialRow)];
  if (rows.length === 0) return '';
  const summary = `${inventoryTitle(report)}: ${rows.length}`;
  return folded(summary, table(['Kind', 'Name', 'Owner', 'Known'], rows));
}

function backendRow(backend: Backend): string[] {
  const seen = backend.observed.map(({ outcome, why }) => `${outcome}: ${text(why)}`).join('<br>');
  return [
    text(kindInWords(backend.kind), 80),
    code(backend.name),
    `${OWNER_WORDS[backend.owner]}<br><span class="soft">${text(backend.ownerReason)}</span>`,
    seen === '' ? 'named only' : seen,
  ];
}

function credentialRow(credential: Credential): string[] {
  return [
    text(kindInWords(credential.kind), 80),
    code(credentialName(credential)),
    OWNER_WORDS[credential.owner],
    `${credential.grade}: ${text(credential.why)}`,
  ];
}

function coverageCard(report: Report, failed: boolean): string {
  const artifacts = report.artifacts.map(({ path, kind, size, sha256, app, coverage }) => [
    `${code(path)}<br><span class="soft">SHA-256 ${code(sha256, 80)}</span>`,
    `${text(kind, 40)}, ${bytesInWords(size)}`,
    `${text(app.id ?? '–')} ${text(app.version ?? '')}`,
    `${coverage.read} of ${counted(coverage.entries, 'entry', 'entries')}`,
  ]);
  const skipped = report.artifacts.flatMap(({ coverage }) =>
    coverage.skipped.map(({ entry, reason, count }) => [code(entry), text(reason), String(count ?? 1)]),
  );
  const problems = toldProblems(report).map(problemRow);
  const parts = [
    ...(artifacts.length === 0 ? [] : [table(['Artifact', 'Kind', 'App', 'Read'], artifacts)]),
    ...(problems.length === 0 ? [] : [table(['Where', 'Problem', 'Reason'], problems)]),
    ...(skipped.length === 0 ? [] : [table(['Skipped', 'Reason', 'Entries'], skipped)]),
  ];
  if (parts.length === 0) return '';
  return folded(`Coverage: ${coverageState(report, failed)}`, parts.join('\n'));
}

function problemRow(problem: Problem): string[] {
  return [code(problemPlace(problem)), problem.kind, text(problem.reason, 600)];
}

function ledgerCard(report: Report): string {
  if (report.probes.length === 0) return '';
  const rows = report.probes.map((line) => [
    code(line.backend),
    code(`${line.method} ${line.host}${line.path}`, 400),
    line.status === 0 ? '–' : String(line.status),
    `${line.bytes} B, ${Math.round(line.ms)} ms`,
    line.outcome,
  ]);
  return folded(`Requests: ${rows.length}`, table(['Backend', 'Request', 'Status', 'Answer', 'Outcome'], rows));
}
