// cc56dcb79a0bb1e59f6c6b36790df93f
(function (__importMeta, require, keepCompiled) {
'use strict';
const { filename: __filename, dirname: __dirname } = __importMeta;
return { id: 386, ids: [386], modules: {

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

/***/ 4386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sarifText: () => (/* binding */ sarifText)
});

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./lib/shared/links.js
var links = __webpack_require__(196);
// EXTERNAL MODULE: ./lib/shared/sarif.js
var sarif = __webpack_require__(932);
// EXTERNAL MODULE: ./lib/reports/escape.js
var reports_escape = __webpack_require__(9300);
// EXTERNAL MODULE: ./lib/reports/evidence.js
var evidence = __webpack_require__(2);
// EXTERNAL MODULE: ./lib/shared/severity.js
var shared_severity = __webpack_require__(4946);
// EXTERNAL MODULE: ./lib/reports/view.js
var view = __webpack_require__(358);
// EXTERNAL MODULE: ./lib/reports/words.js
var words = __webpack_require__(3678);
;// CONCATENATED MODULE: ./lib/reports/sarif-rules.js





const MAX_DESCRIPTION = 1024;
const MAX_NAME = 255;
const MAX_TAGS = 10;
function descriptors(rules, findings) {
    const byRule = new Map();
    for (const finding of findings)
        byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
    const known = new Set(rules.map(({ id }) => id));
    const strangers = [...byRule].flatMap(([id, [first]]) => known.has(id) || first === undefined ? [] : [ruleOf(first)]);
    return [...rules, ...strangers].map((rule) => descriptor(rule, byRule.get(rule.id) ?? []));
}
function levelOf(severity) {
    if (severity === 'critical' || severity === 'high')
        return 'error';
    return severity === 'medium' ? 'warning' : 'note';
}
function descriptor(rule, findings) {
    const severity = (0,view/* highestSeverity */.qq)(findings) ?? rule.severity;
    return {
        id: rule.id,
        name: (0,reports_escape/* shorten */.ml)(pascalCase(rule.id), MAX_NAME),
        shortDescription: { text: (0,reports_escape/* visibleLine */.P8)(rule.title, MAX_DESCRIPTION) },
        fullDescription: { text: (0,reports_escape/* visibleLine */.P8)(`${rule.meaning} ${rule.knows}`, MAX_DESCRIPTION) },
        help: { text: helpText(rule), markdown: helpMarkdown(rule) },
        helpUri: (0,links/* ruleDocs */.f)(rule.id),
        defaultConfiguration: { level: levelOf(severity) },
        properties: {
            tags: tagsOf(rule),
            precision: rule.precision,
            'security-severity': (0,shared_severity/* securitySeverityOf */.Z2)(severity),
        },
    };
}
function tagsOf(rule) {
    return [
        'security',
        ...rule.cwe.map((cwe) => `external/cwe/cwe-${String(cwe).padStart(3, '0')}`),
        ...rule.mobileTop10.map((risk) => `owasp-mobile-${risk.toLowerCase()}`),
        ...rule.masvs.map((control) => control.toLowerCase()),
    ].slice(0, MAX_TAGS);
}
function helpText(rule) {
    return [
        rule.meaning,
        `How Ajar knows: ${rule.knows}`,
        `How to close it:\n${rule.remediation.map((step, index) => `${index + 1}. ${step}`).join('\n')}`,
        `How to prove that it is closed: ${rule.prove}`,
        ...(rule.references.length === 0 ? [] : [`More: ${rule.references.join(' ')}`]),
    ].join('\n\n');
}
function helpMarkdown(rule) {
    const links = rule.references.flatMap((reference) => (0,reports_escape/* safeLink */.o3)(reference) ?? []);
    return [
        `**${rule.title}**`,
        rule.meaning,
        `### How Ajar knows\n\n${rule.knows}`,
        `### How to close it\n\n${rule.remediation.map((step, index) => `${index + 1}. ${step}`).join('\n')}`,
        `### How to prove that it is closed\n\n${rule.prove}`,
        ...(links.length === 0 ? [] : [`### More\n\n${links.map((link) => `- <${link}>`).join('\n')}`]),
    ].join('\n\n');
}
function ruleOf(finding) {
    return {
        id: finding.rule,
        title: (0,reports_escape/* visibleLine */.P8)(finding.title, MAX_DESCRIPTION) || finding.rule,
        severity: finding.severity,
        precision: 'high',
        meaning: `${(0,reports_escape/* visibleLine */.P8)((0,words/* firstSentence */.qi)(finding.title), 500) || finding.rule}.`,
        knows: 'Another version of Ajar found it; its documentation has the details.',
        remediation: ['Follow the documentation of the rule.'],
        prove: 'Run Ajar again.',
        cwe: [],
        mobileTop10: [],
        masvs: [],
        references: [],
    };
}
function pascalCase(id) {
    return id
        .split(/[^A-Za-z0-9]+/)
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join('');
}

;// CONCATENATED MODULE: ./lib/reports/sarif.js








const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const MAX_RESULTS = 5000;
const MAX_GZIP_BYTES = 10_000_000;
const MAX_STEPS = 40;
const MAX_RELATED = 10;
const MAX_MESSAGE = 4000;
const MAX_NOTIFICATIONS = 1000;
const MAX_BACKENDS = 5000;
function sarifText(report, options) {
    if (options.failed)
        return undefined;
    let count = Math.min((0,view/* openFindings */.lb)(report).length, MAX_RESULTS);
    for (;;) {
        const text = `${JSON.stringify(sarifLog(report, options, count))}\n`;
        if (count === 0 || fits(text))
            return text;
        count = Math.floor(count / 2);
    }
}
function fits(text) {
    return Buffer.byteLength(text) < MAX_GZIP_BYTES / 2 || (0,external_node_zlib_.gzipSync)(text).byteLength < MAX_GZIP_BYTES;
}
function sarifLog(report, options, count) {
    const findings = (0,view/* openFindings */.lb)(report);
    const told = findings.slice(0, count);
    const rules = descriptors(options.rules, told);
    const index = new Map(rules.map((rule, position) => [rule.id, position]));
    return {
        $schema: SCHEMA,
        version: '2.1.0',
        runs: [
            {
                tool: { driver: { name: 'Ajar', informationUri: links/* HOME */.y, semanticVersion: report.tool.version, rules } },
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
                properties: { [sarif/* SARIF_BACKENDS */.u]: report.backends.slice(0, MAX_BACKENDS).map(({ id }) => (0,reports_escape/* visibleLine */.P8)(id)) },
            },
        ],
    };
}
function leftOut(count) {
    if (count === 0)
        return [];
    const text = `${(0,words/* counted */.hS)(count, 'finding')} left out, least severe first: GitHub takes no more. The JSON report has all.`;
    return [{ level: 'warning', message: { text } }];
}
function notification(problem) {
    const where = problem.entry ?? problem.path;
    return {
        level: problem.kind === 'note' ? 'note' : 'warning',
        message: { text: messageText(`${where}: ${problem.reason}`) },
    };
}
function result(report, finding, ruleIndex) {
    const [primary, ...others] = finding.places;
    const related = others.slice(0, MAX_RELATED);
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
function resultMessage(finding, linked, more) {
    const links = linked.map((place, index) => `[${messageText((0,view/* placeInWords */.cF)(place), 200)}](${index + 1})`);
    const rest = more > 0 ? ` and ${(0,words/* counted */.hS)(more, 'more place')}` : '';
    const found = links.length === 0 ? '' : ` Found in ${links.join(', ')}${rest}.`;
    return `${messageText(finding.message) || messageText(finding.title) || finding.rule}${found}`;
}
function messageText(text, max = MAX_MESSAGE) {
    return (0,reports_escape/* visibleLine */.P8)(text, max).replace(/[\\[\]]/g, '\\$&');
}
function primaryLocation(place) {
    if (place === undefined)
        return at('unknown', 1, 1, 1);
    if (place.origin === 'artifact')
        return at(place.path, 1, 1, 1);
    return repoLocation(place);
}
function repoLocation(place) {
    const line = positive(place.line);
    const column = positive(place.column);
    return at(place.path, line, column, column + 1);
}
function positive(value) {
    return value === undefined || !Number.isSafeInteger(value) || value < 1 ? 1 : value;
}
function at(path, line, startColumn, endColumn) {
    return {
        physicalLocation: {
            artifactLocation: { uri: (0,reports_escape/* relativeUri */.H9)(path) },
            region: { startLine: line, startColumn, endLine: line, endColumn },
        },
    };
}
function anyLocation(place) {
    return place.origin === 'artifact' ? at((0,view/* entryPath */.s3)(place), 1, 1, 1) : repoLocation(place);
}
function relatedLocation(place, index) {
    return { id: index + 1, ...anyLocation(place), message: { text: messageText((0,view/* placeInWords */.cF)(place), 500) } };
}
function codeFlow(report, finding) {
    const home = primaryLocation(finding.places[0]);
    const steps = (0,evidence/* evidenceChain */.$)(report, finding);
    const told = steps.length > MAX_STEPS ? steps.slice(0, MAX_STEPS - 1) : steps;
    const locations = told.map(({ place, text }) => step(place === undefined ? home : anyLocation(place), text));
    const more = steps.length - told.length;
    const rest = more === 0 ? [] : [step(home, `${(0,words/* counted */.hS)(more, 'more step')}: see the JSON report`)];
    return [...locations, ...rest].map((location) => ({ location }));
}
function step(location, text) {
    return { ...location, message: { text: messageText(text, 500) } };
}


/***/ })

} };
})
