// af6a3e13bda61d2cacd75afb98ca94a4
(function (__importMeta, require, keepCompiled) {
'use strict';
const { filename: __filename, dirname: __dirname } = __importMeta;
return { id: 92, ids: [92], modules: {

/***/ 2:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ evidenceChain)
/* harmony export */ });
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(358);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3678);


function evidenceChain(report, finding) {
    const backend = report.backends.find(({ id }) => id === finding.backend);
    const credential = report.credentials.find(({ id }) => id === finding.credential);
    const subject = (0,_view_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectOf */ .et)(report, finding);
    const name = `${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .kindInWords */ .bh)(subject.kind)} ${subject.name}`.trim();
    const shipped = [...(credential?.shipped ?? []), ...(backend?.shipped ?? [])];
    const steps = [
        ...shipped.map((place) => placeStep(place.origin === 'artifact' ? 'shipped' : 'named', place, name)),
        ...(backend?.mentioned ?? []).map((place) => placeStep('named', place, name)),
        ...(backend?.declared ?? []).filter((declaration) => grants(declaration, finding)).map(declarationStep),
        ...(backend?.observed ?? []).filter(({ outcome }) => outcome === 'open').map(observationStep),
    ];
    return steps.length > 0 ? steps : [lastResort(finding, name)];
}
function lastResort(finding, name) {
    const [place] = finding.places;
    const text = `${name}: ${_words_js__WEBPACK_IMPORTED_MODULE_1__/* .EVIDENCE_WORDS */ .MY[finding.evidence]}`;
    return { view: 'named', text, ...(place === undefined ? {} : { place }) };
}
function placeStep(view, place, name) {
    const verb = view === 'shipped' ? 'The app ships' : 'The repository names';
    return { view, place, text: `${verb} ${name}: ${(0,_view_js__WEBPACK_IMPORTED_MODULE_0__/* .placeInWords */ .cF)(place)}` };
}
function grants(declaration, finding) {
    if (declaration.state !== 'open')
        return false;
    return (finding.access.length === 0 ||
        finding.access.some(({ audience, can }) => audience === declaration.audience && declaration.can.some((operation) => can.includes(operation))));
}
function declarationStep(declaration) {
    const { path, line, column, pattern, audience, can, why } = declaration;
    const who = can.length === 0 ? '' : `${_words_js__WEBPACK_IMPORTED_MODULE_1__/* .AUDIENCE_WORDS */ .LR[audience]} can ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .operationsInWords */ .TF)(can)}`;
    const where = pattern === undefined ? '' : ` ${pattern}`;
    const what = `${who}${where}`.trim();
    return {
        view: 'declared',
        place: { origin: 'repo', path, line, ...(column === undefined ? {} : { column }) },
        text: what === '' ? why : `${what}: ${why}`,
    };
}
function observationStep(observation) {
    return { view: 'observed', text: `Probe ${observation.probe} (HTTP ${observation.status}): ${observation.why}` };
}


/***/ }),

/***/ 2092:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  htmlPage: () => (/* binding */ htmlPage)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/reports/escape.js
var reports_escape = __webpack_require__(9300);
// EXTERNAL MODULE: ./lib/reports/evidence.js
var reports_evidence = __webpack_require__(2);
// EXTERNAL MODULE: ./lib/reports/view.js
var reports_view = __webpack_require__(358);
// EXTERNAL MODULE: ./lib/reports/words.js
var words = __webpack_require__(3678);
;// CONCATENATED MODULE: ./lib/reports/html-map.js



const WIDTH = 760;
const ROW = 56;
const BOX = 44;
const MAX_ROWS = 24;
const MAX_APPS = 6;
const APP = { x: 8, width: 160 };
const BACKEND = { x: 226, width: 208 };
const ACCESS = { x: 490, width: 262 };
function mapSvg(report) {
    const all = rowsOf(report);
    const rows = all.slice(0, MAX_ROWS);
    if (rows.length === 0)
        return '';
    const picture = { rows, apps: appsOf(report), more: all.length - rows.length, label: label(report, all) };
    return `${wide(picture)}\n${narrow(picture)}`;
}
function svg(layout, picture, height, parts) {
    const width = layout === 'wide' ? WIDTH : NARROW_WIDTH;
    const x = layout === 'wide' ? BACKEND.x : 8;
    const more = picture.more > 0 ? [`<text class="small" x="${x}" y="${height - 8}">and ${picture.more} more, below</text>`] : [];
    return [
        `<svg class="${layout}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${(0,reports_escape/* html */.qy)(picture.label)}">`,
        ...parts,
        ...more,
        '</svg>',
    ].join('\n');
}
function wide(picture) {
    const { rows, apps, more } = picture;
    const height = Math.max(rows.length, apps.length) * ROW + (more > 0 ? 28 : 8);
    const appTop = (index) => 4 + (height / apps.length) * (index + 0.5) - BOX / 2;
    const rowTop = (index) => 4 + index * ROW;
    return svg('wide', picture, height, [
        ...rows.flatMap((row, index) => [
            ...apps.flatMap((app, at) => app.ships(row) ? [edge(APP.x + APP.width, appTop(at), BACKEND.x, rowTop(index), 'note')] : []),
            ...(row.severity === undefined
                ? []
                : [edge(BACKEND.x + BACKEND.width, rowTop(index), ACCESS.x, rowTop(index), row.severity)]),
        ]),
        ...apps.map(({ name, detail }, index) => box(APP, appTop(index), name, detail, 'note')),
        ...rows.map((row, index) => box(BACKEND, rowTop(index), row.name, row.kind, row.severity ?? 'note')),
        ...rows.flatMap((row, index) => row.severity === undefined ? [] : [box(ACCESS, rowTop(index), row.who, row.can, row.severity)]),
    ]);
}
const NARROW_WIDTH = 360;
const LINE = 8;
function narrow(picture) {
    const { rows, apps, more } = picture;
    const backend = columnFrom(apps.length * LINE + 16);
    const access = columnFrom(backend.x + 28);
    const first = apps.length * ROW + 8;
    const heights = rows.map(({ severity }) => (severity === undefined ? ROW : 2 * ROW));
    const tops = heights.map((_, index) => first + heights.slice(0, index).reduce((sum, height) => sum + height, 0));
    const height = first + heights.reduce((sum, one) => sum + one, 0) + (more > 0 ? 28 : 0);
    return svg('narrow', picture, height, [
        ...apps.flatMap((app, at) => rows.flatMap((row, index) => app.ships(row) ? [bend(LINE * (at + 1), at * ROW + 4 + BOX, tops[index] ?? 0, backend.x, 'note')] : [])),
        ...apps.map(({ name, detail }, at) => box(columnFrom(LINE * at + 4), at * ROW + 4, name, detail, 'note')),
        ...rows.flatMap(({ name, kind, severity, who, can }, index) => {
            const top = tops[index] ?? 0;
            const own = box(backend, top, name, kind, severity ?? 'note');
            if (severity === undefined)
                return [own];
            return [
                bend(backend.x + 14, top + BOX, top + ROW, access.x, severity),
                own,
                box(access, top + ROW, who, can, severity),
            ];
        }),
    ]);
}
function columnFrom(x) {
    return { x, width: NARROW_WIDTH - 8 - x };
}
function bend(x, top, boxTop, toX, severity) {
    return `<path class="s-${severity}" d="M${x} ${top}V${boxTop + BOX / 2}H${toX}"/>`;
}
function rowsOf(report) {
    const open = (0,reports_view/* groupBySubject */.R9)(report, (0,reports_view/* openFindings */.lb)(report)).map(({ subject, findings }) => {
        const widest = (0,words/* widestAccess */.nQ)(findings.flatMap(({ access }) => access));
        return {
            name: subject.name || subject.id,
            kind: (0,words/* kindInWords */.bh)(subject.kind),
            severity: (0,reports_view/* highestSeverity */.qq)(findings),
            who: widest === undefined ? words/* AUDIENCE_WORDS */.LR['app-holder'] : words/* AUDIENCE_WORDS */.LR[widest.audience],
            can: widest === undefined ? 'can use it' : `can ${(0,words/* operationsInWords */.TF)(widest.can)} it`,
            shippedIn: shippedIn(report, subject.id),
        };
    });
    const rest = (0,reports_view/* inventory */.pf)(report).backends.map(({ id, name, kind }) => {
        return { name, kind: (0,words/* kindInWords */.bh)(kind), severity: undefined, who: '', can: '', shippedIn: shippedIn(report, id) };
    });
    return [...open, ...rest];
}
function shippedIn(report, id) {
    const holders = [...report.backends, ...report.credentials].filter((holder) => holder.id === id);
    return holders.flatMap(({ shipped }) => shipped.map(({ path }) => path));
}
function appsOf(report) {
    if (report.artifacts.length === 0)
        return [{ name: 'Repository', detail: 'its configuration', ships: () => true }];
    const apps = report.artifacts.map(({ path, app }) => {
        const file = path.slice(path.lastIndexOf('/') + 1);
        const ships = (row) => row.shippedIn.includes(path);
        return app.id === undefined ? { name: file, detail: app.platform, ships } : { name: app.id, detail: file, ships };
    });
    if (apps.length <= MAX_APPS)
        return apps;
    const others = apps.slice(MAX_APPS - 1);
    const ships = (row) => others.some((app) => app.ships(row));
    return [...apps.slice(0, MAX_APPS - 1), { name: `${others.length} more apps`, detail: '', ships }];
}
function label(report, rows) {
    const open = rows.filter(({ severity }) => severity !== undefined).length;
    return `${report.artifacts.length} scanned artifacts, ${rows.length} backends and keys, ${open} of them open`;
}
function edge(fromX, fromTop, toX, toTop, severity) {
    const [y1, y2] = [fromTop + BOX / 2, toTop + BOX / 2];
    const middle = (fromX + toX) / 2;
    return `<path class="s-${severity}" d="M${fromX} ${y1}C${middle} ${y1} ${middle} ${y2} ${toX} ${y2}"/>`;
}
function box(column, top, name, detail, severity) {
    const fits = (unit) => Math.floor((column.width - 20) / unit);
    return [
        `<g><title>${(0,reports_escape/* html */.qy)((0,reports_escape/* visibleLine */.P8)(`${name} ${detail}`, 500))}</title>`,
        `<rect class="s-${severity}" x="${column.x}" y="${top}" width="${column.width}" height="${BOX}" rx="8"/>`,
        `<text x="${column.x + 10}" y="${top + 19}">${(0,reports_escape/* html */.qy)((0,reports_escape/* visibleLine */.P8)(name, fits(7.8)))}</text>`,
        `<text class="small" x="${column.x + 10}" y="${top + 35}">${(0,reports_escape/* html */.qy)((0,reports_escape/* visibleLine */.P8)(detail, fits(6)))}</text></g>`,
    ].join('');
}

;// CONCATENATED MODULE: ./lib/reports/html-style.js
const STYLE = `
:root{color-scheme:light dark;--ink:#1c2128;--soft:#57606a;--line:#d8dee4;--card:#fff;--page:#f6f8fa;--red:#c4281c;--orange:#b54708;--yellow:#8a6100;--blue:#1f5fbf;--green:#1a7f37}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9aa4af;--line:#30363d;--card:#161b22;--page:#0d1117;--red:#ff7b72;--orange:#ffa657;--yellow:#e3b341;--blue:#79c0ff;--green:#56d364}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);overflow-wrap:anywhere;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.25rem 1rem 3rem}
h1{font-size:1.6rem;line-height:1.25;margin:.25rem 0 .5rem;overflow-wrap:anywhere}
h2{font-size:1.2rem;margin:2rem 0 .75rem}
h3{font-size:1.05rem;margin:0 0 .5rem;overflow-wrap:anywhere}
h4{font-size:1rem;margin:0;overflow-wrap:anywhere}
p{margin:.4rem 0}
code{font:.88em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.soft{color:var(--soft)}
.card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem;margin:0 0 1rem}
.finding{border-top:1px solid var(--line);padding-top:.8rem;margin-top:.8rem}
.badge{display:inline-block;font-size:.75rem;font-weight:600;border:1px solid currentColor;border-radius:1rem;padding:0 .6em;margin:0 .4em .2em 0;text-transform:uppercase;letter-spacing:.03em}
.critical,.high{color:var(--red)}.high{color:var(--orange)}.medium{color:var(--yellow)}.low{color:var(--blue)}.note{color:var(--soft)}.closed{color:var(--green)}
ol.steps{margin:.2rem 0 .6rem;padding-left:1.4rem}
ol.chain{list-style:none;margin:.6rem 0;padding:0 0 0 1rem;border-left:2px solid var(--line)}
ol.chain li{margin:.35rem 0;overflow-wrap:anywhere}
ol.chain b{font-weight:600;margin-right:.35em}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere;min-width:4rem}
details>summary{cursor:pointer;font-weight:600}
a{color:var(--blue)}
svg{display:block;width:100%;height:auto}
svg.wide{min-width:36rem}svg.narrow{display:none}
@media(max-width:38rem){svg.wide{display:none}svg.narrow{display:block}}
svg text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--ink)}
svg .small{font-size:11px;fill:var(--soft)}
svg rect{fill:var(--card);stroke:var(--line)}
svg path{fill:none;stroke:var(--line);stroke-width:2}
svg .s-critical{stroke:var(--red)}svg .s-high{stroke:var(--orange)}svg .s-medium{stroke:var(--yellow)}svg .s-low{stroke:var(--blue)}svg .s-note{stroke:var(--line)}
footer{margin-top:2.5rem;color:var(--soft);font-size:.85rem}
@media print{body{background:#fff}.card{break-inside:avoid}}
`;

;// CONCATENATED MODULE: ./lib/reports/html.js







const MAX_FINDINGS = 2000;
const MAX_STEPS = 25;
const html_MAX_ROWS = 2000;
function htmlPage(report, options) {
    const open = (0,reports_view/* openFindings */.lb)(report);
    const groups = (0,reports_view/* groupBySubject */.R9)(report, open.slice(0, MAX_FINDINGS));
    const title = headline(report, open, options.failed);
    const hash = (0,external_node_crypto_.createHash)('sha256').update(STYLE).digest('base64');
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
        `<title>${html_text(title.replaceAll('`', ''), 200)} \u2013 Ajar</title>`,
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
        `<footer>Ajar ${html_text(report.tool.version, 40)}. For apps and backends that are yours or that you may test.</footer>`,
        '</main>',
        '</body>',
        '</html>',
        '',
    ]
        .filter((part, index, all) => part !== '' || index === all.length - 1)
        .join('\n');
}
function html_text(value, max) {
    return (0,reports_escape/* html */.qy)((0,reports_escape/* visibleLine */.P8)(value, max));
}
function code(value, max) {
    return `<code>${html_text(value, max)}</code>`;
}
function withCode(value, max) {
    const parts = (0,reports_escape/* visibleLine */.P8)(value, max).split('`');
    if (parts.length % 2 === 0)
        return (0,reports_escape/* html */.qy)(parts.join('`'));
    return parts.map((part, index) => (index % 2 === 1 ? `<code>${(0,reports_escape/* html */.qy)(part)}</code>` : (0,reports_escape/* html */.qy)(part))).join('');
}
function headline(report, open, failed) {
    const worst = (0,reports_view/* worstHeadline */._W)(report, open);
    if (worst !== undefined)
        return worst.text;
    if (failed)
        return 'Not everything could be scanned, so nothing is called closed';
    const ending = report.coverage.complete ? '' : ', as far as could be read';
    return `${(0,reports_view/* fixedFindings */.DU)(report).length > 0 ? 'All closed' : 'Nothing stands open'}${ending}`;
}
function tally(report, open, failed) {
    const counts = (0,reports_view/* severityCounts */.ur)(open).map(({ severity, count }) => badge(severity, `${count} ${severity}`));
    const fixed = (0,reports_view/* fixedFindings */.DU)(report).length;
    const closed = fixed === 0 ? '' : badge('closed', `${fixed} closed`);
    const state = (0,reports_view/* coverageState */.yI)(report, failed);
    const coverage = state === 'complete' ? '' : badge('high', `coverage ${state}`);
    const seen = `${(0,words/* counted */.hS)(report.artifacts.length, 'artifact')}, ${(0,words/* counted */.hS)(report.backends.length, 'backend')}`;
    return `${counts.join('')}${closed}${coverage}<span class="soft">${seen}</span>`;
}
function badge(style, words) {
    return `<span class="badge ${style}">${words}</span>`;
}
function groupCard(report, group) {
    const { subject, findings } = group;
    const name = subject.name === '' ? '' : `${code(subject.name, 200)} `;
    return [
        '<section class="card">',
        `<h3>${name}<span class="soft">${html_text((0,words/* kindInWords */.bh)(subject.kind), 80)}</span></h3>`,
        ...findings.map((finding, index) => findingPart(report, finding, findings.slice(0, index), findings.slice(index + 1))),
        '</section>',
    ].join('\n');
}
function findingPart(report, finding, before, after) {
    const evidence = chain((0,reports_evidence/* evidenceChain */.$)(report, finding));
    const isTold = before.some((other) => chain((0,reports_evidence/* evidenceChain */.$)(report, other)) === evidence);
    const isToldLater = after.some(({ remediation }) => remediation === finding.remediation);
    const sensitive = finding.sensitivity.filter((kind) => kind !== 'unknown').map((kind) => words/* SENSITIVITY_WORDS */.aV[kind]);
    const state = (0,reports_view/* isCompared */.uQ)(report) ? badge('note', finding.state === 'new' ? 'new' : 'known before') : '';
    const docs = (0,reports_escape/* safeLink */.o3)(finding.docs);
    const link = docs === undefined ? '' : ` \u00b7 <a href="${(0,reports_escape/* html */.qy)(docs)}" rel="noreferrer">documentation</a>`;
    return [
        '<div class="finding">',
        `<p>${badge(finding.severity, finding.severity)}${state}</p>`,
        `<h4>${html_text(finding.title)}</h4>`,
        `<p>${withCode(finding.message, 2000)}</p>`,
        ...(sensitive.length === 0 ? [] : [`<p>Names look like ${(0,words/* joinWords */.yZ)(sensitive)}.</p>`]),
        isTold ? '<p class="soft">The evidence is the same as above.</p>' : evidence,
        ...(isToldLater ? [] : [steps(finding.remediation)]),
        `<p class="soft">${code(finding.rule, 120)} \u00b7 ${code(finding.fingerprint, 120)}${link}</p>`,
        '</div>',
    ].join('\n');
}
function steps(remediation) {
    const [first = '', ...more] = remediation.split('\n').filter((line) => line.trim() !== '');
    if (more.length === 0)
        return `<p><b>Close it:</b> ${withCode(first, 2000)}</p>`;
    const items = [first, ...more].slice(0, MAX_STEPS).map((line) => `<li>${withCode(line, 1000)}</li>`);
    return `<p><b>Close it</b></p>\n<ol class="steps">\n${items.join('\n')}\n</ol>`;
}
const VIEW_WORDS = {
    shipped: 'Shipped',
    named: 'Named',
    declared: 'Declared',
    observed: 'Seen live',
};
function chain(steps) {
    const items = steps.slice(0, MAX_STEPS).map(({ view, place, text: words }) => {
        const at = view === 'declared' && place !== undefined ? ` ${code((0,reports_view/* placeInWords */.cF)(place), 300)}` : '';
        return `<li><b>${VIEW_WORDS[view]}</b>${html_text(words, 600)}${at}</li>`;
    });
    const more = steps.length > MAX_STEPS ? [`<li class="soft">and ${steps.length - MAX_STEPS} more</li>`] : [];
    return `<ol class="chain">\n${[...items, ...more].join('\n')}\n</ol>`;
}
function fixedCard(report) {
    const fixed = (0,reports_view/* fixedFindings */.DU)(report);
    if (fixed.length === 0)
        return '';
    const items = fixed.slice(0, html_MAX_ROWS).map((finding) => `<li>${withCode(finding.title, 300)}</li>`);
    return folded(`Closed since the baseline: ${fixed.length}`, `<ul>\n${items.join('\n')}\n</ul>`);
}
function folded(summary, body) {
    return `<details class="card"><summary>${summary}</summary>\n${body}\n</details>`;
}
function table(head, rows) {
    const told = rows.slice(0, html_MAX_ROWS).map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
    const more = rows.length > html_MAX_ROWS ? `<p>and ${rows.length - html_MAX_ROWS} more, in the JSON report</p>` : '';
    const top = head.map((word) => `<th>${word}</th>`).join('');
    return `<div class="scroll"><table><thead><tr>${top}</tr></thead><tbody>\n${told.join('\n')}\n</tbody></table></div>${more}`;
}
function inventoryCard(report) {
    const { backends, credentials } = (0,reports_view/* inventory */.pf)(report);
    const rows = [...backends.map(backendRow), ...credentials.map(credentialRow)];
    if (rows.length === 0)
        return '';
    const summary = `${(0,reports_view/* inventoryTitle */.dd)(report)}: ${rows.length}`;
    return folded(summary, table(['Kind', 'Name', 'Owner', 'Known'], rows));
}
function backendRow(backend) {
    const seen = backend.observed.map(({ outcome, why }) => `${outcome}: ${html_text(why)}`).join('<br>');
    return [
        html_text((0,words/* kindInWords */.bh)(backend.kind), 80),
        code(backend.name),
        `${words/* OWNER_WORDS */.qB[backend.owner]}<br><span class="soft">${html_text(backend.ownerReason)}</span>`,
        seen === '' ? 'named only' : seen,
    ];
}
function credentialRow(credential) {
    return [
        html_text((0,words/* kindInWords */.bh)(credential.kind), 80),
        code((0,reports_view/* credentialName */.b4)(credential)),
        words/* OWNER_WORDS */.qB[credential.owner],
        `${credential.grade}: ${html_text(credential.why)}`,
    ];
}
function coverageCard(report, failed) {
    const artifacts = report.artifacts.map(({ path, kind, size, sha256, app, coverage }) => [
        `${code(path)}<br><span class="soft">SHA-256 ${code(sha256, 80)}</span>`,
        `${html_text(kind, 40)}, ${(0,words/* bytesInWords */.ob)(size)}`,
        `${html_text(app.id ?? '\u2013')} ${html_text(app.version ?? '')}`,
        `${coverage.read} of ${(0,words/* counted */.hS)(coverage.entries, 'entry', 'entries')}`,
    ]);
    const skipped = report.artifacts.flatMap(({ coverage }) => coverage.skipped.map(({ entry, reason, count }) => [code(entry), html_text(reason), String(count ?? 1)]));
    const problems = (0,reports_view/* toldProblems */.WW)(report).map(problemRow);
    const parts = [
        ...(artifacts.length === 0 ? [] : [table(['Artifact', 'Kind', 'App', 'Read'], artifacts)]),
        ...(problems.length === 0 ? [] : [table(['Where', 'Problem', 'Reason'], problems)]),
        ...(skipped.length === 0 ? [] : [table(['Skipped', 'Reason', 'Entries'], skipped)]),
    ];
    if (parts.length === 0)
        return '';
    return folded(`Coverage: ${(0,reports_view/* coverageState */.yI)(report, failed)}`, parts.join('\n'));
}
function problemRow(problem) {
    return [code((0,reports_view/* problemPlace */.NT)(problem)), problem.kind, html_text(problem.reason, 600)];
}
function ledgerCard(report) {
    if (report.probes.length === 0)
        return '';
    const rows = report.probes.map((line) => [
        code(line.backend),
        code(`${line.method} ${line.host}${line.path}`, 400),
        line.status === 0 ? '\u2013' : String(line.status),
        `${line.bytes} B, ${Math.round(line.ms)} ms`,
        line.outcome,
    ]);
    return folded(`Requests: ${rows.length}`, table(['Backend', 'Request', 'Status', 'Answer', 'Outcome'], rows));
}


/***/ })

} };
})
