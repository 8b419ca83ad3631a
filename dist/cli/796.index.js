// 0f69808b4e0621af181f608ca0e47d30
(function (__importMeta, require, keepCompiled) {
'use strict';
const { filename: __filename, dirname: __dirname } = __importMeta;
return { id: 796, ids: [796], modules: {

/***/ 6796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MAX_SUMMARY_BYTES: () => (/* binding */ MAX_SUMMARY_BYTES),
  summaryMarkdown: () => (/* binding */ summaryMarkdown)
});

// EXTERNAL MODULE: ./lib/reports/escape.js
var reports_escape = __webpack_require__(9300);
// EXTERNAL MODULE: ./lib/reports/view.js
var view = __webpack_require__(358);
// EXTERNAL MODULE: ./lib/reports/words.js
var reports_words = __webpack_require__(3678);
;// CONCATENATED MODULE: ./lib/reports/markdown.js



const MAX_STEPS = 10;
const DETAILS = [
    { findings: 1000, remediation: 200, fixed: 200, inventory: 1000, problems: 500, ledger: 500 },
    { findings: 200, remediation: 50, fixed: 50, inventory: 200, problems: 100, ledger: 50 },
    { findings: 100, remediation: 20, fixed: 20, inventory: 50, problems: 40, ledger: 20 },
    { findings: 50, remediation: 10, fixed: 10, inventory: 20, problems: 20, ledger: 0 },
    { findings: 20, remediation: 5, fixed: 5, inventory: 0, problems: 10, ledger: 0 },
    { findings: 5, remediation: 0, fixed: 0, inventory: 0, problems: 3, ledger: 0 },
];
function fittingMarkdown(report, options, fits) {
    let text = '';
    for (const detail of DETAILS) {
        text = markdown(report, options, detail);
        if (fits(text))
            return text;
    }
    return text;
}
function markdown(report, options, detail) {
    const open = (0,view/* openFindings */.lb)(report);
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
function headline(report, options, open) {
    const worst = (0,view/* worstHeadline */._W)(report, open);
    if (worst !== undefined)
        return `## ${reports_words/* SEVERITY_MARKS */.ru[worst.severity]} ${(0,reports_escape/* prose */.CS)(worst.text)}`;
    const fixed = (0,view/* fixedFindings */.DU)(report).length;
    const words = {
        failed: '\u26a0\ufe0f Ajar could not scan everything, so nothing here is called closed',
        partial: fixed > 0 ? '\u2705 All closed, as far as could be read' : '\u2705 Nothing stands open, as far as could be read',
        complete: fixed > 0 ? '\u2705 All closed' : '\u2705 Nothing stands open',
    };
    return `## ${words[(0,view/* coverageState */.yI)(report, options.failed)]}`;
}
function tally(report) {
    const open = (0,view/* openFindings */.lb)(report);
    const fixed = (0,view/* fixedFindings */.DU)(report).length;
    const counts = (0,view/* severityCounts */.ur)(open).map(({ severity, count }) => `${count} ${severity}`);
    const fresh = (0,view/* newFindings */.FN)(report).length;
    const change = [
        ...((0,view/* isCompared */.uQ)(report) && open.length > 0 ? [fresh === 0 ? 'none of them new' : `**${fresh} new**`] : []),
        ...(fixed > 0 ? [`**${fixed} closed**`] : []),
    ];
    const looked = lookedAt(report);
    const found = open.length === 0 ? '' : `**${(0,reports_words/* counted */.hS)(open.length, 'finding')}**: ${(0,reports_words/* joinWords */.yZ)(counts)}`;
    const sentence = [found, ...change].filter((part) => part !== '').join(' \u00b7 ');
    return [...(sentence === '' ? [] : [sentence]), ...(looked === '' ? [] : [looked])].join('  \n');
}
function lookedAt(report) {
    const apps = report.artifacts.slice(0, 5).map((artifact) => `${(0,reports_escape/* code */.aY)(artifact.path, 120)}${appName(artifact)}`);
    const more = report.artifacts.length > 5 ? [(0,reports_words/* counted */.hS)(report.artifacts.length - 5, 'more artifact')] : [];
    const backends = `${(0,reports_words/* counted */.hS)(report.backends.length, 'backend')} seen${moved(report)}`;
    if (apps.length === 0)
        return report.backends.length === 0 ? '' : `Scanned the repository: ${backends}.`;
    return `Scanned ${(0,reports_words/* joinWords */.yZ)([...apps, ...more])}: ${backends}.`;
}
function moved(report) {
    const fresh = report.backends.filter(({ state }) => state === 'new').map(({ id }) => id);
    const gone = report.comparison?.gone ?? [];
    return [
        ...(fresh.length === 0 ? [] : [`, ${fresh.length} new (${named(fresh)})`]),
        ...(gone.length === 0 ? [] : [`, ${gone.length} gone (${named(gone)})`]),
    ].join('');
}
const MAX_MOVED = 3;
function named(ids) {
    const shown = ids.slice(0, MAX_MOVED).map((id) => (0,reports_escape/* code */.aY)(id, 100));
    return [...shown, ...(ids.length > MAX_MOVED ? ['\u2026'] : [])].join(', ');
}
function appName(artifact) {
    const words = [artifact.app.id, artifact.app.version].filter((word) => word !== undefined).join(' ');
    return words === '' ? '' : ` (${(0,reports_escape/* code */.aY)(words, 120)})`;
}
function findingsTable(report, options, open, max) {
    if (open.length === 0)
        return '';
    const groups = (0,view/* groupBySubject */.R9)(report, open.slice(0, max));
    const rows = groups.flatMap((group) => group.findings.map((finding, index) => {
        const fresh = (0,view/* isCompared */.uQ)(report) && finding.state === 'new';
        return row(finding, { subject: index === 0 ? subjectCell(group) : '', fresh }, options);
    }));
    const more = open.length - Math.min(max, open.length);
    return [
        '| Severity | Backend | What is open | Where |\n| :-- | :-- | :-- | :-- |',
        ...rows,
        ...(more === 0 ? [] : [`\n${pointer(`${(0,reports_words/* counted */.hS)(more, 'more finding')}`, options)}`]),
    ].join('\n');
}
function subjectCell(group) {
    const kind = (0,reports_escape/* prose */.CS)((0,reports_words/* kindInWords */.bh)(group.subject.kind), 60);
    return group.subject.name === '' ? kind : `${(0,reports_escape/* code */.aY)(group.subject.name, 100)}<br>${kind}`;
}
function row(finding, { subject, fresh }, options) {
    const severity = `${reports_words/* SEVERITY_MARKS */.ru[finding.severity]}&nbsp;${finding.severity}${fresh ? '<br>**new**' : ''}`;
    return `| ${severity} | ${subject} | ${whatIsOpen(finding)} | ${placesCell(finding.places, options)} |`;
}
function whatIsOpen(finding) {
    const data = finding.sensitivity.filter((kind) => kind !== 'unknown').map((kind) => reports_words/* SENSITIVITY_WORDS */.aV[kind]);
    const looks = data.length === 0 ? '' : ` Names look like ${(0,reports_words/* joinWords */.yZ)(data)}.`;
    const doing = (0,reports_words/* accessInWords */.lS)(finding.access);
    const told = finding.backend !== undefined && doing !== undefined ? `${doing} it` : (0,reports_words/* firstSentence */.qi)(finding.message);
    const rule = docsLink(finding, finding.rule);
    return `${(0,reports_escape/* prose */.CS)(told, 240)}.${looks}<br><sub>${reports_words/* EVIDENCE_WORDS */.MY[finding.evidence]} \u00b7 ${rule}</sub>`;
}
function docsLink(finding, label) {
    const link = (0,reports_escape/* safeLink */.o3)(finding.docs);
    return link === undefined ? (0,reports_escape/* code */.aY)(label, 100) : `[${(0,reports_escape/* code */.aY)(label, 100)}](${link})`;
}
function placesCell(places, options) {
    const shown = places.slice(0, 2).map((place) => placeLink(place, options));
    const more = places.length > 2 ? [`<sub>and ${places.length - 2} more</sub>`] : [];
    return [...shown, ...more].join('<br>');
}
function placeLink(place, options) {
    const { entry } = place;
    const text = (0,reports_escape/* code */.aY)((0,view/* placeInWords */.cF)(entry === undefined ? place : { ...place, path: entry.split('!', 1)[0] ?? '' }), 160);
    if (options.blob === undefined || place.origin === 'artifact')
        return text;
    const line = place.line === undefined ? '' : `#L${place.line}`;
    return `[${text}](${options.blob}/${(0,reports_escape/* relativeUri */.H9)(place.path).slice(0, 1000)}${line})`;
}
function remediations(open, max) {
    if (open.length === 0 || max === 0)
        return '';
    const rules = [...new Map(open.map((finding) => [finding.rule, finding])).values()];
    const steps = [...new Set(rules.map(({ remediation }) => remediation))];
    const items = steps.slice(0, max).map((step) => {
        const closed = rules.filter(({ remediation }) => remediation === step);
        const lines = step
            .split('\n')
            .slice(0, MAX_STEPS)
            .map((line) => (0,reports_escape/* prose */.CS)(line, 400));
        return `- ${closed.map((finding) => docsLink(finding, finding.rule)).join(', ')}:<br>${lines.join('<br>')}`;
    });
    return details(`How to close ${open.length === 1 ? 'it' : 'them'}`, items, steps.length - items.length);
}
function fixedList(report, max) {
    const fixed = (0,view/* fixedFindings */.DU)(report);
    if (fixed.length === 0)
        return '';
    const items = fixed
        .slice(0, max)
        .map((finding) => `- ${(0,reports_escape/* prose */.CS)((0,reports_words/* firstSentence */.qi)(finding.title), 200)}${about(report, finding)}`);
    return details(`\u2705 Closed: ${fixed.length}`, items, fixed.length - items.length);
}
function about(report, finding) {
    if (finding.backend === undefined && finding.credential === undefined)
        return '';
    const { name, kind } = (0,view/* subjectOf */.et)(report, finding);
    return ` \u00b7 ${(0,reports_escape/* code */.aY)(name, 100)} (${(0,reports_escape/* prose */.CS)((0,reports_words/* kindInWords */.bh)(kind), 60)})`;
}
function details(summary, items, more, table = '') {
    if (items.length === 0)
        return more > 0 ? `${summary} (listed in the full report)` : '';
    const rest = more > 0 ? `\n\nand ${more.toLocaleString('en')} more, in the full report` : '';
    const head = table === '' ? '' : `${table}\n`;
    return `<details><summary>${summary}</summary>\n\n${head}${items.join('\n')}${rest}\n\n</details>`;
}
function coverageSection(report, options, max) {
    const state = (0,view/* coverageState */.yI)(report, options.failed);
    const problems = (0,view/* toldProblems */.WW)(report);
    const artifacts = report.artifacts.slice(0, max).map(artifactItem);
    const items = [...artifacts, ...problems.slice(0, max).map(problemItem)];
    const more = problems.length + report.artifacts.length - items.length;
    const words = {
        complete: 'Coverage: complete',
        partial: `\u26a0\ufe0f Coverage: partial, ${(0,reports_words/* counted */.hS)(problems.length, 'problem')}`,
        failed: '\u26a0\ufe0f Coverage: failed',
    };
    const why = options.failed && max > 0
        ? problems
            .filter(({ kind }) => kind !== 'note')
            .slice(0, 3)
            .map(problemItem)
        : [];
    const folded = details(words[state], items, more);
    return [...why, ...(folded === '' ? [] : [`${why.length === 0 ? '' : '\n'}${folded}`])].join('\n');
}
function artifactItem(artifact) {
    const { entries, read, skipped } = artifact.coverage;
    const left = skipped.reduce((sum, { count }) => sum + (count ?? 1), 0);
    const reasons = skipped.slice(0, 5).map(({ entry, reason, count }) => {
        const many = count === undefined || count === 1 ? '' : ` and ${count - 1} like it`;
        return `${(0,reports_escape/* code */.aY)(entry, 100)}${many}: ${(0,reports_escape/* prose */.CS)(reason, 200)}`;
    });
    const why = reasons.length === 0 ? '' : `<br>${reasons.join('<br>')}${skipped.length > 5 ? '<br>\u2026' : ''}`;
    return `- ${(0,reports_escape/* code */.aY)(artifact.path, 160)}: ${read} of ${(0,reports_words/* counted */.hS)(entries, 'entry', 'entries')} read, ${left} skipped${why}`;
}
function problemItem(problem) {
    return `- ${(0,reports_escape/* code */.aY)((0,view/* problemPlace */.NT)(problem), 200)} (${problem.kind}): ${(0,reports_escape/* prose */.CS)(problem.reason, 300)}`;
}
function inventorySection(report, max) {
    const { backends, credentials } = (0,view/* inventory */.pf)(report);
    const all = [...backends.map(backendRow), ...credentials.map(credentialRow)];
    if (all.length === 0)
        return '';
    const parts = [
        ...(backends.length === 0 ? [] : [(0,reports_words/* counted */.hS)(backends.length, 'backend')]),
        ...(credentials.length === 0 ? [] : [(0,reports_words/* counted */.hS)(credentials.length, 'key')]),
    ];
    const items = all.slice(0, max);
    return details(`${(0,view/* inventoryTitle */.dd)(report)}: ${(0,reports_words/* joinWords */.yZ)(parts)}`, items, all.length - items.length, '| Kind | Name | Owner | Known |\n| :-- | :-- | :-- | :-- |');
}
function backendRow(backend) {
    const known = [...new Set(backend.observed.map(({ outcome }) => `probed: ${outcome}`))].join(', ');
    const declared = backend.declared.length === 0 ? '' : 'declared in the repo';
    const words = [known, declared].filter((part) => part !== '').join(' \u00b7 ') || 'named only';
    return inventoryRow(backend, backend.name, words);
}
function credentialRow(credential) {
    return inventoryRow(credential, (0,view/* credentialName */.b4)(credential), `${credential.grade}: ${credential.why}`);
}
function inventoryRow(item, name, known) {
    return `| ${(0,reports_escape/* prose */.CS)((0,reports_words/* kindInWords */.bh)(item.kind), 60)} | ${(0,reports_escape/* code */.aY)(name, 120)} | ${reports_words/* OWNER_WORDS */.qB[item.owner]} | ${(0,reports_escape/* prose */.CS)(known, 160)} |`;
}
function ledgerSection(report, max) {
    if (report.probes.length === 0)
        return '';
    const items = report.probes.slice(0, max).map(ledgerRow);
    return details(`Requests: ${report.probes.length}`, items, report.probes.length - items.length, '| Backend | Request | Status | Outcome |\n| :-- | :-- | :-- | :-- |');
}
function ledgerRow(line) {
    const request = (0,reports_escape/* code */.aY)(`${line.method} ${line.host}${line.path}`, 200);
    return `| ${(0,reports_escape/* code */.aY)(line.backend, 100)} | ${request} | ${line.status === 0 ? '\u2013' : line.status} | ${line.outcome} |`;
}
function footer(report, options) {
    const run = options.run === undefined ? undefined : (0,reports_escape/* safeLink */.o3)(options.run);
    const full = run === undefined ? '' : ` \u00b7 [full report](${run})`;
    const whose = options.stranger === true ? ' \u00b7 as the pull request\u2019s own run reported it' : '';
    return `<sub>Ajar ${(0,reports_escape/* prose */.CS)(report.tool.version, 40)}${full}${whose} \u00b7 for apps and backends that are yours or that you may test</sub>`;
}
function pointer(what, options) {
    const run = options.run === undefined ? undefined : (0,reports_escape/* safeLink */.o3)(options.run);
    return run === undefined ? `and ${what}, in the full report` : `and ${what}, in the [full report](${run})`;
}

;// CONCATENATED MODULE: ./lib/reports/summary.js

const MAX_SUMMARY_BYTES = 1024 * 1024;
function summaryMarkdown(report, options) {
    return fittingMarkdown(report, options, (text) => Buffer.byteLength(text) < MAX_SUMMARY_BYTES);
}


/***/ })

} };
})
