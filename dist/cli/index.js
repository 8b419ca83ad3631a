#!/usr/bin/env node
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = process.getBuiltinModule("buffer");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:crypto");

/***/ }),

/***/ 1553:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:dns/promises");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:fs/promises");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:https");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:module");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:path");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:timers/promises");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:zlib");

/***/ }),

/***/ 8551:
/***/ ((module) => {

module.exports = process.getBuiltinModule("process");

/***/ }),

/***/ 5351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ claimed),
/* harmony export */   z: () => (/* binding */ createClaim)
/* harmony export */ });
function createClaim() {
    return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}
function claimed(claim) {
    return Atomics.compareExchange(claim, 0, 0, 1) === 0;
}


/***/ }),

/***/ 3150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ metered),
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   RQ: () => (/* binding */ addSize),
/* harmony export */   qf: () => (/* binding */ createMeter)
/* harmony export */ });
const READ = 0;
const SIZE = 1;
function createMeter() {
    return new BigUint64Array(new SharedArrayBuffer(2 * BigUint64Array.BYTES_PER_ELEMENT));
}
function addSize(meter, bytes) {
    if (meter !== undefined)
        Atomics.add(meter, SIZE, BigInt(bytes));
}
function stateOf(meter) {
    const size = Number(Atomics.load(meter, SIZE));
    return { read: Math.min(Number(Atomics.load(meter, READ)), size), size };
}
function metered(source, meter) {
    if (meter === undefined)
        return source;
    let last = [];
    return {
        ...source,
        read: async (offset, length, room) => {
            const bytes = await source.read(offset, length, room);
            const end = offset + bytes.length;
            const reached = last.find((one) => offset >= one.start && offset <= one.end);
            const known = reached?.end ?? offset;
            Atomics.add(meter, READ, BigInt(Math.max(0, end - known)));
            last = [...last.filter((one) => one !== reached).slice(-1), { start: offset, end: Math.max(end, known) }];
            return bytes;
        },
    };
}


/***/ }),

/***/ 7516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TJ: () => (/* binding */ lanesOf),
/* harmony export */   Wv: () => (/* binding */ beginReading),
/* harmony export */   rG: () => (/* binding */ ownOptions),
/* harmony export */   yM: () => (/* binding */ isShared)
/* harmony export */ });
/* harmony import */ var _artifacts_claim_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5351);
/* harmony import */ var _artifacts_meter_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3150);


async function beginReading(settings, thread) {
    if (thread === undefined)
        return undefined;
    thread.setUp({ once: lanesOf(settings) === 1 });
    const { findArtifacts } = await __nccwpck_require__.e(/* import() */ 538).then(__nccwpck_require__.bind(__nccwpck_require__, 3538));
    const found = await findArtifacts(settings.artifacts, settings.root);
    const [candidate] = found.candidates;
    if (candidate === undefined)
        return { found, thread };
    const own = ownOptions(candidate, found.candidates.length);
    return { found, thread, first: { candidate, own, thread, events: thread.read(candidate, own) } };
}
function lanesOf({ jobs = 1 }) {
    return jobs;
}
function ownOptions(candidate, count) {
    const own = { meter: (0,_artifacts_meter_js__WEBPACK_IMPORTED_MODULE_0__/* .createMeter */ .qf)(), alone: count === 1 };
    return isShared(candidate) ? { ...own, part: 'kept', digest: (0,_artifacts_claim_js__WEBPACK_IMPORTED_MODULE_1__/* .createClaim */ .z)() } : own;
}
function isShared({ form }) {
    return form === 'archive';
}


/***/ }),

/***/ 9069:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _beginning_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7516);
/* harmony import */ var _help_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1120);
/* harmony import */ var _settings_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7962);
/* harmony import */ var _settings_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3152);
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(2730);
/* harmony import */ var _thread_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5029);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3411);







async function main(args) {
    const command = (0,_settings_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .parseFlags */ .b)(args, process.cwd());
    const settings = command.name === 'scan' && !command.stream ? command.settings : undefined;
    const thread = settings === undefined ? undefined : (0,_thread_js__WEBPACK_IMPORTED_MODULE_1__/* .beginThread */ .kw)((0,_settings_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .artifactLocations */ .JY)(settings));
    process.stdout.on('error', () => process.exit(0));
    switch (command.name) {
        case 'help':
            process.stdout.write(_help_js__WEBPACK_IMPORTED_MODULE_3__/* .HELP */ ._);
            return 0;
        case 'version':
            process.stdout.write(`${_version_js__WEBPACK_IMPORTED_MODULE_4__/* .VERSION */ .x}\n`);
            return 0;
        default: {
            const begun = settings === undefined ? undefined : await (0,_beginning_js__WEBPACK_IMPORTED_MODULE_5__/* .beginReading */ .Wv)(settings, thread);
            const { runCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(538), __nccwpck_require__.e(645)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7645));
            return runCommand(command, begun);
        }
    }
}
try {
    process.exitCode = await main(process.argv.slice(2));
    if (process.stdout.writableLength + process.stderr.writableLength === 0)
        process.exit();
}
catch (error) {
    const hint = error instanceof _shared_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .eb ? '' : ' (please report this; it is a defect of ajar)';
    process.stderr.write(`ajar: ${(0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}${hint}\n`);
    process.exitCode = 2;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ HELP)
/* harmony export */ });
const HELP = `ajar: finds cloud backends that a built mobile app leaves open

  ajar scan [PATH...] [--repo DIR]    scan apps (files, folders or globs), a repository, or both
  ajar merge REPORT.json...           join the reports of several jobs
  ajar rules [--json]                 list every rule
  ajar explain RULE                   what a rule means and how to close it
  ajar --version | --help

Options of scan
  --repo DIR             repository whose rules and configuration are read too
  --probe off|read|write live checks (default off). Only for apps and backends that you own or may test:
                         read never writes; write proves write access without a write, and asks only
                         backends that .ajar.yml names as owned
  --dry-run              with --probe: show every request, send none
  --config FILE          .ajar.yml (default: the one in the repository)
  --baseline FILE        a former report (JSON or SARIF): says what is new and what is fixed
  --fail-on LEVEL        critical|high|medium|low|never (default high)
  --fail-on-state STATE  all|new (default all): new lets pass what the baseline has too
  --json FILE  --sarif FILE  --html FILE  --markdown FILE    write reports; - is standard output
  --jsonl                one JSON report a line and artifact, on standard output
  --jobs N               artifacts scanned at once
  -q, --quiet            no report on the terminal
merge takes the report files, --baseline, --fail-on, --fail-on-state and --quiet as well.

Exit code  0 nothing at or above the level · 1 findings at or above it · 2 wrong usage or configuration
           3 something that should have been scanned could not be
`;


/***/ }),

/***/ 7962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ parseFlags)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2730);
/* harmony import */ var _shared_suggest_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5355);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3152);




const COMMANDS = ['scan', 'merge', 'rules', 'explain'];
const OPTIONS = {
    repo: { type: 'string' },
    probe: { type: 'string' },
    'dry-run': { type: 'boolean' },
    config: { type: 'string' },
    baseline: { type: 'string' },
    'fail-on': { type: 'string' },
    'fail-on-state': { type: 'string' },
    json: { type: 'string' },
    sarif: { type: 'string' },
    html: { type: 'string' },
    markdown: { type: 'string' },
    jsonl: { type: 'boolean' },
    jobs: { type: 'string' },
    quiet: { type: 'boolean', short: 'q' },
};
const OUTPUT_OPTIONS = ['json', 'sarif', 'html', 'markdown'];
const ALLOWED = {
    scan: Object.keys(OPTIONS),
    merge: [...OUTPUT_OPTIONS, 'baseline', 'fail-on', 'fail-on-state', 'quiet'],
};
function parseFlags(args, root) {
    const [command, ...rest] = args;
    if (command === undefined || command === 'help' || args.includes('--help') || args.includes('-h'))
        return { name: 'help' };
    if (command === '--version' || command === '-V' || command === 'version')
        return { name: 'version' };
    switch (command) {
        case 'scan':
            return scanCommand(rest, root);
        case 'merge':
            return mergeCommand(rest);
        case 'rules':
            return { name: 'rules', json: onlyFlag(rest, '--json', 'ajar rules [--json]') };
        case 'explain':
            return explainCommand(rest);
        default:
            throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`there is no command “${command}”${(0,_shared_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(command, COMMANDS)}; “ajar --help” shows what there is`);
    }
}
function scanCommand(args, root) {
    const { values, positionals } = parse('scan', args);
    if (positionals.length === 0 && values.repo === undefined) {
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb('nothing to scan: name an app (ajar scan app.apk), a repository (ajar scan --repo .), or both');
    }
    const jobs = values.jobs === undefined ? undefined : Number(values.jobs);
    if (jobs !== undefined && !(Number.isInteger(jobs) && jobs >= 1 && jobs <= 64)) {
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`--jobs takes a whole number from 1 to 64, not “${values.jobs}”`);
    }
    const settings = {
        root,
        artifacts: positionals,
        artifactsWanted: positionals.length > 0,
        probe: choice('--probe', values.probe ?? 'off', _settings_js__WEBPACK_IMPORTED_MODULE_3__/* .PROBE_MODES */ .Kn),
        ...thresholdOf(values),
        ...(values['dry-run'] === true ? { dryRun: true } : {}),
        ...(values.repo === undefined ? {} : { repo: values.repo }),
        ...(values.config === undefined ? {} : { config: values.config }),
        ...(values.baseline === undefined ? {} : { baseline: values.baseline }),
        ...(jobs === undefined ? {} : { jobs }),
    };
    return {
        name: 'scan',
        settings,
        outputs: outputsOf(values),
        quiet: values.quiet ?? false,
        stream: values.jsonl ?? false,
    };
}
function mergeCommand(args) {
    const { values, positionals } = parse('merge', args);
    if (positionals.length === 0)
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb('nothing to merge: name the JSON reports (ajar merge a.json b.json --sarif all.sarif)');
    return {
        name: 'merge',
        files: positionals,
        outputs: outputsOf(values),
        ...thresholdOf(values),
        ...(values.baseline === undefined ? {} : { baseline: values.baseline }),
        quiet: values.quiet ?? false,
    };
}
function thresholdOf(values) {
    return {
        failOn: choice('--fail-on', values['fail-on'] ?? 'high', _settings_js__WEBPACK_IMPORTED_MODULE_3__/* .THRESHOLDS */ .Rm),
        failOnState: choice('--fail-on-state', values['fail-on-state'] ?? 'all', _settings_js__WEBPACK_IMPORTED_MODULE_3__/* .FAIL_ON_STATES */ .KB),
    };
}
function explainCommand(args) {
    const [rule, ...more] = args;
    if (rule === undefined || more.length > 0)
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb('usage: ajar explain RULE; “ajar rules” lists the rules');
    return { name: 'explain', rule };
}
function onlyFlag(args, flag, usage) {
    if (args.some((arg) => arg !== flag))
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`usage: ${usage}`);
    return args.includes(flag);
}
function parse(command, args) {
    const allowed = ALLOWED[command] ?? [];
    try {
        const parsed = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: [...args], options: OPTIONS, allowPositionals: true });
        const refused = Object.keys(parsed.values).find((name) => !allowed.includes(name));
        if (refused !== undefined)
            throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`“ajar ${command}” does not take --${refused}`);
        return parsed;
    }
    catch (error) {
        if (error instanceof _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb || !(error instanceof Error))
            throw error;
        const unknown = /Unknown option '--?([^' ]+)/.exec(error.message)?.[1];
        if (unknown !== undefined)
            throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`there is no option --${unknown}${(0,_shared_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(unknown, allowed)}; “ajar --help” shows what there is`);
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(error.message.split('\n', 1)[0] ?? error.message);
    }
}
function choice(flag, value, allowed) {
    const found = allowed.find((candidate) => candidate === value);
    if (found !== undefined)
        return found;
    throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${flag} takes ${allowed.join(', ')}; it is “${value}”${(0,_shared_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(value, allowed)}`);
}
function outputsOf(values) {
    const outputs = Object.fromEntries(OUTPUT_OPTIONS.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
    const toStdout = Object.values(outputs).filter((file) => file === '-').length;
    if (toStdout > 1)
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb('only one output can go to standard output (-)');
    return outputs;
}


/***/ }),

/***/ 3152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JY: () => (/* binding */ artifactLocations),
/* harmony export */   KB: () => (/* binding */ FAIL_ON_STATES),
/* harmony export */   Kn: () => (/* binding */ PROBE_MODES),
/* harmony export */   Rm: () => (/* binding */ THRESHOLDS)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);

const PROBE_MODES = ['off', 'read', 'write'];
const THRESHOLDS = ['critical', 'high', 'medium', 'low', 'never'];
const FAIL_ON_STATES = ['all', 'new'];
function artifactLocations({ root, artifacts }) {
    return artifacts.map((artifact) => node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(root, artifact));
}


/***/ }),

/***/ 2730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   eb: () => (/* binding */ UsageError)
/* harmony export */ });
class UsageError extends Error {
    name = 'UsageError';
}
const FILE_ERRORS = {
    EACCES: 'no permission',
    EISDIR: 'it is a folder',
    ENOENT: 'there is no such file or folder',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a part of its path is a file, not a folder',
    EPERM: 'no permission',
    EROFS: 'the disk is read-only',
};
function messageOf(error) {
    if (!(error instanceof Error))
        return String(error);
    return ('code' in error ? FILE_ERRORS[String(error.code)] : undefined) ?? error.message;
}
function codeOf(error) {
    const code = error?.code;
    return typeof code === 'string' ? code : messageOf(error);
}


/***/ }),

/***/ 5355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/* unused harmony export nearest */
function nearest(word, known) {
    const ranked = known
        .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
        .sort((left, right) => left.distance - right.distance);
    const best = ranked[0];
    return best !== undefined && best.distance <= Math.max(2, Math.floor(word.length / 3)) ? best.candidate : undefined;
}
function didYouMean(word, known) {
    const suggestion = nearest(word, known);
    return suggestion === undefined ? '' : `; did you mean “${suggestion}”?`;
}
function editDistance(left, right) {
    let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (let i = 1; i <= left.length; i += 1) {
        const current = [i];
        for (let j = 1; j <= right.length; j += 1) {
            const substitution = (previous[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
            current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
        }
        previous = current;
    }
    return previous[right.length] ?? 0;
}


/***/ }),

/***/ 5029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  eb: () => (/* binding */ THREAD_FROM),
  kw: () => (/* binding */ beginThread),
  Ov: () => (/* binding */ fileSize),
  BR: () => (/* binding */ startThread)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./lib/artifacts/parcels.js
const ROOM = (/* unused pure expression or super */ null && (1024 * 1024));
const MOST_EVENTS = 256;
const NUMBERS = 3;
function createPacker(rooms) {
    const isGiven = ({ buffer, byteOffset, length }) => length >= ROOM && byteOffset === 0 && rooms.owns(buffer);
    let events = [];
    let hits = [];
    let room;
    let filled = 0;
    return {
        isEmpty: () => events.length === 0,
        isFull: () => filled >= ROOM,
        fits: (event) => {
            if (events.length >= MOST_EVENTS)
                return false;
            return event.type !== 'entry' || room === undefined || filled + event.entry.bytes.length <= room.length;
        },
        add: (event) => {
            if (event.type !== 'entry') {
                events.push(event);
                return;
            }
            const { bytes, hits: found, ...entry } = event.entry;
            if (room === undefined && isGiven(bytes)) {
                room = Buffer.from(bytes.buffer);
                filled = bytes.length;
            }
            else {
                room ??= Buffer.from(rooms.take(bytes.length));
                filled += bytes.copy(room, filled);
            }
            for (const { offset, length, encoding } of found)
                hits.push(offset, length, encoding === 'utf16le' ? 1 : 0);
            events.push({ type: 'packed', entry, bytesEnd: filled, hitsEnd: hits.length });
        },
        take: () => {
            const parcel = { events, hits, room: (room?.buffer ?? new ArrayBuffer(0)) };
            events = [];
            hits = [];
            room = undefined;
            filled = 0;
            return parcel;
        },
    };
}
function* unpacked({ events, room, hits }) {
    let bytesStart = 0;
    let hitsStart = 0;
    for (const event of events) {
        if (event.type !== 'packed') {
            yield event;
            continue;
        }
        const { entry, bytesEnd, hitsEnd } = event;
        const bytes = Buffer.from(room, bytesStart, bytesEnd - bytesStart);
        yield { type: 'entry', entry: { ...entry, bytes, hits: hitsFrom(hits.slice(hitsStart, hitsEnd)) } };
        bytesStart = bytesEnd;
        hitsStart = hitsEnd;
    }
}
function hitsFrom(numbers) {
    return Array.from({ length: numbers.length / NUMBERS }, (_, index) => {
        const [offset = 0, length = 0, isWide = 0] = numbers.slice(NUMBERS * index, NUMBERS * (index + 1));
        return { offset, length, encoding: isWide === 1 ? 'utf16le' : 'latin1' };
    });
}

;// CONCATENATED MODULE: ./lib/artifacts/reading-thread.js

function startReading(worker) {
    const inbox = inboxOf(worker);
    worker.unref();
    const send = (message, transferred = []) => worker.postMessage(message, transferred);
    return {
        setUp: (setup) => send({ type: 'setup', setup }),
        read: (candidate, own) => {
            send({ type: 'read', candidate, own });
            return received(inbox, send, worker);
        },
        stop: () => {
            void worker.terminate();
        },
    };
}
async function* received(inbox, send, worker) {
    worker.ref();
    for (let message = await inbox(); message.type === 'parcel'; message = await inbox()) {
        const { parcel } = message;
        send({ type: 'begun', size: parcel.room.byteLength });
        yield* unpacked(parcel);
        send({ type: 'taken', room: parcel.room }, [parcel.room]);
    }
    worker.unref();
}
function inboxOf(worker) {
    const waiting = [];
    let failure;
    let wake = () => undefined;
    worker.on('message', (message) => {
        waiting.push(message);
        wake();
    });
    worker.on('error', (error) => {
        failure ??= error;
        wake();
    });
    worker.on('exit', () => {
        failure ??= new Error('the reading thread ended');
        wake();
    });
    return async () => {
        for (;;) {
            const message = waiting.shift();
            if (message !== undefined)
                return message;
            if (failure !== undefined)
                throw failure;
            await new Promise((resolve) => {
                wake = resolve;
            });
        }
    };
}

;// CONCATENATED MODULE: ./lib/thread.js



const CODE = external_node_path_.join(import.meta.dirname, 'reader.cjs');
const STREAMS = { stdin: true, stdout: true, stderr: true };
const THREAD_FROM = 4 * 1024 * 1024;
function beginThread(locations) {
    return locations.some((location) => fileSize(location) >= THREAD_FROM) ? startThread() : undefined;
}
function startThread() {
    if (!(0,external_node_fs_.existsSync)(CODE))
        return undefined;
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    try {
        return startReading(new Worker(CODE, STREAMS));
    }
    catch {
        return undefined;
    }
}
function fileSize(location) {
    try {
        const stats = (0,external_node_fs_.statSync)(location);
        return stats.isFile() ? stats.size : 0;
    }
    catch {
        return 0;
    }
}


/***/ }),

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
const VERSION = '0.1.0';


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = Promise.resolve().then(() => process.getBuiltinModule("module").createRequire(import.meta.filename)("./scripts.cjs").loadChunk(import.meta, __nccwpck_require__.u(chunkId))).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(9069);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
