// 4fd2022954efeeb73ee2d9e9b2267d35
(function (__importMeta, require, keepCompiled) {
'use strict';
const { filename: __filename, dirname: __dirname } = __importMeta;
return { id: 241, ids: [241], modules: {

/***/ 7241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readHandedOver: () => (/* binding */ readHandedOver)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/artifacts/glob.js
var artifacts_glob = __webpack_require__(8609);
// EXTERNAL MODULE: ./lib/join/baseline.js
var join_baseline = __webpack_require__(2101);
// EXTERNAL MODULE: ./lib/model.js
var model = __webpack_require__(9814);
;// CONCATENATED MODULE: ./lib/reports/schema.js

const string = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const position = { type: 'integer', minimum: 1 };
const strings = { type: 'array', items: string };
function oneOf(values, description) {
    return { enum: values, ...(description === undefined ? {} : { description }) };
}
function listOf(name) {
    return { type: 'array', items: ref(name) };
}
function ref(name) {
    return { $ref: `#/$defs/${name}` };
}
function object(members, description) {
    const entries = Object.entries(members);
    return {
        type: 'object',
        ...(description === undefined ? {} : { description }),
        required: entries.map(([name]) => name).filter((name) => !name.endsWith('?')),
        properties: Object.fromEntries(entries.map(([name, schema]) => [name.replace(/\?$/, ''), schema])),
    };
}
const DEFINITIONS = {
    operations: { type: 'array', items: oneOf(model/* OPERATIONS */.xb) },
    audience: oneOf(['anyone', 'app-holder', 'any-account'], 'anyone: no credential; app-holder: whoever unpacks the app; any-account: whoever signs up'),
    evidence: oneOf(['observed', 'declared', 'implied', 'shipped'], 'observed: a probe saw it; declared: the repository says it; implied: a shipped credential grants it; shipped: access unknown'),
    sensitivity: {
        type: 'array',
        items: oneOf([
            'identity',
            'credentials',
            'health',
            'payment',
            'photos',
            'location',
            'messages',
            'server-config',
            'unknown',
        ]),
    },
    owner: oneOf(['yours', 'third-party', 'unknown']),
    severity: oneOf(model/* SEVERITIES */.oC),
    place: object({
        origin: oneOf(['artifact', 'repo']),
        path: string,
        'entry?': { ...string, description: 'chain of containers: app.apk!/lib/arm64-v8a/libapp.so' },
        'offset?': { ...count, description: 'byte offset in the inflated entry' },
        'locator?': string,
        'line?': position,
        'column?': position,
    }, 'where something stands; path is relative to the repository root'),
    access: object({ audience: ref('audience'), can: ref('operations'), evidence: ref('evidence') }, 'who can do what'),
    declaration: object({
        path: string,
        line: position,
        'column?': position,
        'pattern?': string,
        audience: ref('audience'),
        can: ref('operations'),
        state: oneOf(['open', 'conditional', 'closed', 'mitigated', 'unknown']),
        why: string,
        'expires?': { ...string, description: 'ISO date on which the access ends by itself' },
    }),
    observation: object({
        probe: string,
        outcome: oneOf(['open', 'closed', 'absent', 'undecided']),
        can: ref('operations'),
        'audience?': ref('audience'),
        status: { ...count, description: 'HTTP status, 0 if no answer came' },
        why: string,
    }),
    artifact: object({
        path: string,
        kind: string,
        sha256: string,
        size: count,
        app: object({ platform: oneOf(['android', 'ios', 'unknown']), 'id?': string, 'version?': string }),
        coverage: object({
            entries: count,
            read: count,
            skipped: { type: 'array', items: object({ entry: string, reason: string, 'count?': count }) },
        }),
    }),
    backend: object({
        id: string,
        kind: string,
        name: string,
        provider: string,
        owner: ref('owner'),
        ownerReason: string,
        shipped: listOf('place'),
        mentioned: listOf('place'),
        declared: listOf('declaration'),
        observed: listOf('observation'),
        access: listOf('access'),
        sensitivity: ref('sensitivity'),
        paths: strings,
        details: { type: 'object', additionalProperties: string },
        'state?': oneOf(['new', 'unchanged'], 'held against the base; absent where it does not tell its backends'),
    }),
    credential: object({
        id: string,
        kind: string,
        grade: oneOf(['public', 'restricted', 'privileged', 'administrative']),
        why: string,
        'subject?': string,
        masked: string,
        shipped: listOf('place'),
        opens: strings,
        owner: ref('owner'),
        ownerReason: string,
    }),
    finding: object({
        rule: { ...string, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
        severity: ref('severity'),
        securitySeverity: { ...string, pattern: '^\\d{1,2}(\\.\\d)?$' },
        title: string,
        message: string,
        'backend?': string,
        'credential?': string,
        access: listOf('access'),
        evidence: ref('evidence'),
        sensitivity: ref('sensitivity'),
        places: listOf('place'),
        fingerprint: string,
        state: oneOf(['new', 'unchanged', 'fixed']),
        remediation: string,
        docs: string,
    }),
    probe: object({
        backend: string,
        probe: string,
        method: string,
        host: string,
        path: string,
        status: count,
        bytes: count,
        ms: { type: 'number', minimum: 0 },
        outcome: oneOf(['open', 'closed', 'absent', 'undecided', 'planned', 'refused']),
    }),
    problem: object({
        kind: oneOf([
            'unreadable',
            'encrypted',
            'truncated',
            'limit',
            'unsupported',
            'malformed',
            'unresolved',
            'not-found',
            'note',
        ]),
        path: string,
        'entry?': string,
        'line?': position,
        reason: string,
    }),
};
const REPORT_JSON_SCHEMA = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Ajar report',
    description: 'What ajar writes with --json: every secret in it is masked.',
    ...object({
        schema: { const: model/* REPORT_SCHEMA */.DC },
        tool: object({ name: string, version: string }),
        artifacts: listOf('artifact'),
        backends: listOf('backend'),
        credentials: listOf('credential'),
        findings: listOf('finding'),
        probes: listOf('probe'),
        coverage: object({
            complete: { type: 'boolean' },
            'failed?': { type: 'boolean', description: 'something that was asked for could not be scanned at all' },
            problems: listOf('problem'),
        }),
        'comparison?': object({ gone: { ...strings, description: 'backends that the base has and this scan has not' } }, 'absent where there was no usable base to hold findings and backends against; then their state means nothing'),
    }),
    $defs: DEFINITIONS,
};

;// CONCATENATED MODULE: ./lib/shared/schema-check.js
const MAX_VALUES = 20_000_000;
function schemaProblem(root, value) {
    let left = MAX_VALUES;
    const check = (schema, item, path) => {
        left -= 1;
        if (left < 0)
            return 'too large to check';
        if (typeof schema.$ref === 'string')
            return check(definition(root, schema.$ref), item, path);
        return (wrongValue(schema, item, path) ??
            first(members(schema, item), ([name, inner, member]) => check(inner, member, `${path}/${name}`)));
    };
    return check(root, value, '');
}
function definition(root, reference) {
    const definitions = root.$defs;
    const found = isRecord(definitions) ? definitions[reference.slice('#/$defs/'.length)] : undefined;
    if (!isRecord(found))
        throw new Error(`no schema ${reference}`);
    return found;
}
function wrongValue(schema, item, path) {
    const where = path === '' ? 'it' : path;
    if ('const' in schema && item !== schema.const)
        return `${where} must be ${JSON.stringify(schema.const)}`;
    if (Array.isArray(schema.enum) && !schema.enum.includes(item))
        return `${where} must be one of ${schema.enum.join(', ')}`;
    if (typeof schema.type === 'string' && !hasType(schema.type, item))
        return `${where} must be of type ${schema.type}`;
    if (typeof schema.minimum === 'number' && typeof item === 'number' && item < schema.minimum)
        return `${where} must be at least ${schema.minimum}`;
    if (typeof schema.pattern === 'string' && typeof item === 'string' && !new RegExp(schema.pattern, 'u').test(item))
        return `${where} must match ${schema.pattern}`;
    if (!isRecord(item) || !Array.isArray(schema.required))
        return undefined;
    const missing = schema.required.find((name) => typeof name === 'string' && !Object.hasOwn(item, name));
    return missing === undefined ? undefined : `${path}/${missing} is missing`;
}
function hasType(type, item) {
    if (type === 'array')
        return Array.isArray(item);
    if (type === 'object')
        return isRecord(item);
    if (type === 'integer')
        return Number.isInteger(item);
    return typeof item === type;
}
function members(schema, item) {
    if (Array.isArray(item)) {
        const { items } = schema;
        return isRecord(items) ? item.map((member, index) => [String(index), items, member]) : [];
    }
    if (!isRecord(item))
        return [];
    const known = isRecord(schema.properties) ? schema.properties : {};
    const others = schema.additionalProperties;
    return Object.entries(item).flatMap(([name, member]) => {
        const inner = Object.hasOwn(known, name) ? known[name] : others;
        return isRecord(inner) ? [[name, inner, member]] : [];
    });
}
function first(items, find) {
    for (const item of items) {
        const found = find(item);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./lib/join/join.js + 10 modules
var join = __webpack_require__(5617);
;// CONCATENATED MODULE: ./lib/join/merge.js




function parseReport(value) {
    const isOther = typeof value === 'object' && value !== null && 'schema' in value && value.schema !== model/* REPORT_SCHEMA */.DC;
    if (isOther)
        throw new Error(`its schema is not ${model/* REPORT_SCHEMA */.DC}`);
    const problem = schemaProblem(REPORT_JSON_SCHEMA, value);
    if (problem !== undefined)
        throw new Error(problem);
    return value;
}
function merge(reports) {
    if (reports.length === 0)
        throw new Error('nothing to merge');
    return {
        schema: model/* REPORT_SCHEMA */.DC,
        tool: smallest(reports.map(({ tool }) => tool), (tool) => [tool.name, tool.version]),
        artifacts: distinct(reports.flatMap(({ artifacts }) => artifacts)),
        backends: combined(reports.flatMap(({ backends }) => backends), ({ id }) => id, combineBackends),
        credentials: combined(reports.flatMap(({ credentials }) => credentials), ({ id }) => id, combineCredentials),
        findings: worstFirst(combined(reports.flatMap(({ findings }) => findings), ({ fingerprint }) => fingerprint, combineFindings)),
        probes: distinct(reports.flatMap(({ probes }) => probes)),
        coverage: {
            complete: reports.every(({ coverage }) => coverage.complete),
            ...(reports.some(({ coverage }) => coverage.failed === true) ? { failed: true } : {}),
            problems: distinct(reports.flatMap(({ coverage }) => coverage.problems)),
        },
        ...combineComparisons(reports.map(({ comparison }) => comparison)),
    };
}
function combineComparisons(all) {
    const known = all.filter((comparison) => comparison !== undefined);
    if (known.length < all.length)
        return {};
    const gone = distinct(known.flatMap((comparison) => comparison.gone));
    return { comparison: { gone: gone.filter((id) => known.every((comparison) => comparison.gone.includes(id))) } };
}
function combineBackends(group) {
    const { state: _state, ...base } = smallest(group, ({ kind, name }) => [kind, name]);
    const { owner, ownerReason } = smallest(group, (backend) => [
        OWNER_ORDER.indexOf(backend.owner),
        backend.ownerReason,
    ]);
    const known = distinct(group.flatMap(({ sensitivity }) => sensitivity)).filter((kind) => kind !== 'unknown');
    return {
        ...base,
        owner,
        ownerReason,
        shipped: distinct(group.flatMap(({ shipped }) => shipped)),
        mentioned: distinct(group.flatMap(({ mentioned }) => mentioned)),
        declared: distinct(group.flatMap(({ declared }) => declared)),
        observed: distinct(group.flatMap(({ observed }) => observed)),
        access: (0,join/* unionOf */.Z6)(group.flatMap(({ access }) => access)),
        sensitivity: known.length > 0 ? known : ['unknown'],
        paths: distinct(group.flatMap(({ paths }) => paths)),
        details: combineDetails(group.map(({ details }) => details)),
        ...combineStates(group.map(({ state }) => state)),
    };
}
function combineStates(states) {
    if (states.includes('unchanged'))
        return { state: 'unchanged' };
    return states.every((state) => state === 'new') ? { state: 'new' } : {};
}
const OWNER_ORDER = ['yours', 'third-party', 'unknown'];
function combineDetails(all) {
    const names = distinct(all.flatMap((details) => Object.keys(details)));
    const values = (name) => all.flatMap((details) => details[name] ?? []);
    return Object.fromEntries(names.flatMap((name) => distinct(values(name))
        .slice(0, 1)
        .map((value) => [name, value])));
}
function combineCredentials(group) {
    return {
        ...smallest(group, ({ shipped: _shipped, opens: _opens, ...scalars }) => scalars),
        shipped: distinct(group.flatMap(({ shipped }) => shipped)),
        opens: distinct(group.flatMap(({ opens }) => opens)),
    };
}
function combineFindings(group) {
    const open = group.filter(({ state }) => state !== 'fixed');
    const relevant = open.length > 0 ? open : group;
    const known = group.some(({ state }) => state !== 'new');
    const state = open.length === 0 ? 'fixed' : known ? 'unchanged' : 'new';
    return {
        ...smallest(relevant, ({ access: _access, sensitivity: _sensitivity, places: _places, state: _state, ...scalars }) => scalars),
        state,
        access: (0,join/* unionOf */.Z6)(relevant.flatMap(({ access }) => access)),
        sensitivity: distinct(relevant.flatMap(({ sensitivity }) => sensitivity)),
        places: [...distinct(relevant.flatMap(({ places }) => places))].sort((left, right) => placeRank(left) - placeRank(right)),
    };
}
function placeRank(place) {
    if (place.origin === 'artifact')
        return 2;
    return place.locator === undefined ? 1 : 0;
}
function worstFirst(findings) {
    return [...findings].sort((left, right) => Number(right.securitySeverity) - Number(left.securitySeverity) || (left.fingerprint < right.fingerprint ? -1 : 1));
}
function combined(items, keyOf, combine) {
    const groups = new Map();
    for (const item of items)
        groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
    return [...groups].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, group]) => combine(group));
}
function distinct(items) {
    const texts = new Map(items.map((item) => [JSON.stringify(item), item]));
    return [...texts].sort(([left], [right]) => (left < right ? -1 : Number(left > right))).map(([, item]) => item);
}
function smallest(items, keyOf) {
    const ranked = items
        .map((item) => ({ item, key: JSON.stringify(keyOf(item)) }))
        .sort((left, right) => (left.key < right.key ? -1 : Number(left.key > right.key)));
    const first = ranked[0];
    if (first === undefined)
        throw new Error('empty group');
    return first.item;
}

// EXTERNAL MODULE: ./lib/shared/errors.js
var errors = __webpack_require__(2730);
// EXTERNAL MODULE: ./lib/shared/links.js
var links = __webpack_require__(196);
// EXTERNAL MODULE: ./lib/shared/severity.js
var severity = __webpack_require__(4946);
// EXTERNAL MODULE: ./lib/shipped.js + 24 modules
var shipped = __webpack_require__(1067);
;// CONCATENATED MODULE: ./lib/handed-over.js









const MAX_FILES = 2000;
const MAX_BYTES = 256 << 20;
async function readHandedOver(wanted) {
    const files = await filesOf(wanted);
    const reports = [];
    for (const file of files)
        reports.push(...(await readReports(external_node_path_.resolve(wanted.root, file), file)));
    const merged = inOwnWords(merge(reports), wanted.rules);
    const failed = reports.some(isFailed);
    const { baseline, noBaseline } = wanted;
    if (baseline === undefined && noBaseline === undefined)
        return { report: merged, failed };
    const open = merged.findings.filter(({ state }) => state !== 'fixed');
    const { problems, ...compared } = (0,join_baseline/* compareWithBaseline */.$_)({ findings: open, backends: merged.backends }, {
        ...(baseline === undefined ? {} : { file: external_node_path_.resolve(wanted.root, baseline) }),
        ...(noBaseline === undefined ? {} : { missing: noBaseline }),
    }, merged.coverage.complete);
    const report = compared.comparison === undefined ? merged : { ...merged, ...compared };
    const { coverage } = merged;
    return {
        report: { ...report, coverage: { ...coverage, problems: [...coverage.problems, ...problems] } },
        failed,
    };
}
async function filesOf({ files, root }) {
    const found = new Set();
    for (const pattern of files) {
        if ((0,artifacts_glob/* isGlob */.fg)(pattern))
            for (const file of await matching(pattern, root))
                found.add(file);
        else
            found.add(pattern);
    }
    if (found.size === 0)
        throw new errors/* UsageError */.eb(`no report matches ${files.join(', ')}`);
    if (found.size > MAX_FILES)
        throw new errors/* UsageError */.eb(`more than ${MAX_FILES} reports`);
    return [...found].sort();
}
async function matching(pattern, root) {
    const base = external_node_path_.isAbsolute(pattern) ? external_node_path_.parse(pattern).root : root;
    const globs = (0,artifacts_glob/* parseGlob */.qF)(external_node_path_.relative(base, external_node_path_.resolve(root, pattern)).split(external_node_path_.sep).join('/'));
    const found = await Promise.all(globs.map((glob) => (0,artifacts_glob/* globBelow */.I5)(base, glob)));
    return found.flatMap(({ paths }) => paths.map((file) => (base === root ? file : external_node_path_.join(base, file))));
}
async function readReports(location, shown) {
    const text = await textOf(location).catch((error) => {
        throw new errors/* UsageError */.eb(`${shown}: cannot be read (${(0,errors/* messageOf */.bD)(error)})`);
    });
    if (!/\.jsonl$/i.test(location))
        return [reportOf(text, shown)];
    return text
        .split('\n')
        .flatMap((line, index) => (line.trim() === '' ? [] : [reportOf(line, `${shown}:${index + 1}`)]));
}
function reportOf(text, shown) {
    try {
        return parseReport(JSON.parse(text));
    }
    catch (error) {
        const cause = error instanceof SyntaxError ? 'it is not JSON' : (0,errors/* messageOf */.bD)(error);
        throw new errors/* UsageError */.eb(`${shown}: not a report of \u201cajar scan --json\u201d (${cause})`);
    }
}
async function textOf(location) {
    const status = await (0,promises_.lstat)(location);
    if (!status.isFile())
        throw new Error('not a regular file');
    if (status.size > MAX_BYTES)
        throw new Error(`larger than ${MAX_BYTES} bytes`);
    return (0,promises_.readFile)(location, 'utf8');
}
function isFailed({ coverage, artifacts }) {
    return (coverage.failed ?? (coverage.problems.some(shipped/* isFatal */.BG) || artifacts.some((artifact) => artifact.coverage.read === 0)));
}
function inOwnWords(report, rules) {
    const known = new Map(rules.map((rule) => [rule.id, rule]));
    return { ...report, findings: report.findings.map((finding) => ownWords(finding, known.get(finding.rule))) };
}
function ownWords(finding, rule) {
    const securitySeverity = (0,severity/* securitySeverityOf */.Z2)(finding.severity);
    const docs = (0,links/* ruleDocs */.f)(finding.rule);
    if (rule === undefined)
        return { ...finding, docs, securitySeverity };
    const title = finding.state === 'fixed' ? finding.title : rule.title;
    return { ...finding, title, docs, securitySeverity, remediation: rule.remediation.join('\n') };
}


/***/ })

} };
})
