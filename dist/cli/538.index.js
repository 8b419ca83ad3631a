// 26a19182ec54950ac70cda44649d9191
(function (__importMeta, require, keepCompiled) {
'use strict';
const { filename: __filename, dirname: __dirname } = __importMeta;
return { id: 538, ids: [538], modules: {

/***/ 9589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ createRows),
/* harmony export */   j: () => (/* binding */ readHeaders)
/* harmony export */ });
/* harmony import */ var _zip_row_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4481);

const SHORTEST = 46;
const ROW_BYTES = _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw * Float64Array.BYTES_PER_ELEMENT;
const LISTED_BYTES = 2 * Uint32Array.BYTES_PER_ELEMENT;
function createRows({ code, grown }, most) {
    const [window, room, rows] = [code.WINDOW.value, code.WINDOW_ROOM.value, code.ROWS.value];
    let count = 0;
    code.begin();
    return {
        count: () => count,
        window: () => Buffer.from(grown(rows), window, room),
        read: (size, isLast, base, shift) => {
            grown(rows + ROW_BYTES * Math.min(most, count + Math.ceil(size / SHORTEST)));
            const read = code.read(size, isLast, base, shift, count, most);
            count += read;
            return read === 0 ? 0 : code.consumed();
        },
        isAscending: () => code.isAscending() !== 0,
        rows: () => new Float64Array(grown(rows + (ROW_BYTES + LISTED_BYTES) * count), rows, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw * count),
    };
}
async function readHeaders(directory, shift, most, program) {
    const maker = createRows(program, most);
    let end = 0;
    while (maker.count() < most && end < directory.size) {
        const window = maker.window();
        const bytes = await directory.read(end, window.length, window);
        if (bytes.buffer !== window.buffer)
            window.set(bytes);
        const read = maker.read(bytes.length, end + bytes.length === directory.size, end, shift);
        if (read === 0)
            break;
        end += read;
    }
    return { rows: maker.rows(), end, isAscending: maker.isAscending() };
}


/***/ }),

/***/ 4209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ giveBackDirectoryProgram),
  $: () => (/* binding */ takeDirectoryProgram)
});

// EXTERNAL MODULE: ./lib/shared/wasm.js
var wasm = __webpack_require__(249);
// EXTERNAL MODULE: ./lib/artifacts/zip-row.js
var zip_row = __webpack_require__(4481);
;// CONCATENATED MODULE: ./lib/artifacts/directory/code.js
const CODE = [
    'AGFzbQEAAAABMQdgAAF/YAZ/f3x8f38Bf2AEf39/fwF/YAN/f38Bf2AGf3x8fH9/AX9gA39/fwBgAAACDwEDZW52Bm1lbW9yeQIA',
    'AAMJCAECAwQFAAAGBo0BEX8AQYAIC38AQYAgC38AQYCAEAt/AEGAoBALfAFEAAAAAAAAAAALfAFEAAAAAAAAAAALfAFEAAAAAAAA',
    'AAALfwFBAQt8AUQAAAAAAAAAAAt/AUEAC3wBRAAAAAAAAAAAC3wBRAAAAAAAAAAAC38BQQALfwFBAAt/AUEAC3wBRAAAAAAAAAAA',
    'C38BQQELB7MBEgViZWdpbgAHCGNvbnN1bWVkAAYLaXNBc2NlbmRpbmcABQRyZWFkAAAHRU5ESU5HUwMABFJPV1MDAwZXSU5ET1cD',
    'AQtXSU5ET1dfUk9PTQMCBGxlbmQABAV3ZWlnaAADCGFsbEJ5dGVzAwsDY3V0AAIHZG91YmxlcwMMC2ZpcnN0RG91YmxlAw0JcGFy',
    'dEJ5dGVzAwoLcGFydEVudHJpZXMDCQR0YWtlAAEGbWVtb3J5AgAKhRAIkwYCDn8BfCAAQYAgaiELIAVBBnRBgKAQaiEPQYAgIQkg',
    'BEEGdEGAoBBqIhAhBQNAIAUgD0kgCUEuaiALTXEEfyAJKAIAQdCWhRBGBUEACwRAIAFFIAlBLmoiBCAJLwEcaiIAIAkvAR5qIg0g',
    'C0txIAAgC0tyRQRAIAUgAiAJQdIfa7igOQMAIAUgAiAAQYAga7igOQMIIAUgCS8BCrg5AxAgBCEIAkADQCAEQQlqIABNBEAgBCgC',
    'AEHfvrWKBEcEf0EBBSAEKAIEQcOezcIFRwsEf0EBBSAELQAIQS9HC0UEQEEBIQogBCAIRgR/QQEFIARBAWstAABBL0YLDQMLIARB',
    'AWohBAwBCwtBACEKC0EQQQAgChshBkGACCEMQYAILQAAIQQDQCAEBEAgACAIayAETwRAIAAgBGshESAMQQJqIRIgBCEHAkADQCAH',
    'BEBBACEKIAcgEmpBAWstAAAiDiAHIBFqQQFrLQAAIhNHBH8gEyAOQSBrRyAOQeEASXIFQQALDQIgB0EBayEHDAELC0EBIQoLBUEA',
    'IQoLIAoEQCAGIAwtAAFyIQYLIAwgBEECamoiDC0AACEEDAELCyAFIAatIAkzAQhCAYOEuTkDGCAFIAkoAhC4OQMgIAUgCSgCFLg5',
    'AyggBSAJKAIYuDkDMCAFIAkoAiq4OQM4IA0gCyALIA1LGyEGA0AgBiAAQQRqIgdPBEACQCAALwECIAdqIQQgAC8BAEEBRgRAIAQg',
    'BiAEIAZJGyIEIAdBCGoiAEkgBUEwaisDAEQAAOD////vQWJyBH8gBwUgBSAHKQMAujkDMCAACyIAQQhqIgYgBEsgBUEoaisDAEQA',
    'AOD////vQWJyRQRAIAUgACkDALo5AyggBiEACyAEIABBCGpJIAVBOGorAwBEAADg////70Ficg0BIAUgACkDALo5AzgMAQsgBCEA',
    'DAILCwsgBSAFKwM4IAOgRAAAAAAAAAAApSIUOQM4IBQjD2MEQEEAJBALIBQkDyANIAkvASBqIQkgBUFAayEFDAILCwsgCSQOIAUg',
    'EGtBBnYL0wECBH8BfEEAJAlEAAAAAAAAAAAkCkQAAAAAAAAAACQLQQAkDCADIQQDQCAAIAVLBEAgBUEGdEGAoBBqIgYrAxj8AyEH',
    'IwsgBisDMCIIoCQLAkAgASAHcSACRw0AIwlBAWokCSMKIAigJAogCEQAAAAAAAAAAGFBACAHQQJxGwR/IAYrAyhEAAAAAAAAAEBl',
    'BUEACw0AIAdBEHEEQCMMIgZBAWokDCAGRQRAIAUkDQsFIAQgBTYCACAEQQRqIQQLCyAFQQFqIQUMAQsLIAQgA2tBAnYL7gECBX8C',
    'fCACIQNEAAAAAAAAMEEhCQNAIAEgBUsEQCAAIAVBAnRqKAIAQQZ0QYCgEGoiBysDMCAHKwMopSEIIAQgBUkEfyAFIARrQYAQRiAI',
    'IAlkcgR/QQEFIAcrAwggACAEQQJ0aigCAEEGdEGAoBBqIgYrAwChRAAAAAAAABBBZCAHKwM4IAcrAyigIAYrAzihRAAAAAAAADBB',
    'ZHILBUEACwRAIAMgBTYCAEQAAAAAAAAwQSEJIAUhBCADQQRqIQMLIAkgCKEhCSAFQQFqIQUMAQsLIAEEfyADIAE2AgAgA0EEagUg',
    'AwsgAmtBAnYLyQIBAn8gAUQAAAAAgIQuQaNEAAAAAAAAKECgJAREAAAAAACARkAkBSACJAggAyQGIARBAEckByAFIQQDQCAAIAdL',
    'BEAjBSAHQQZ0QYCgEGoiBisDMEQAAAAAgIQuQaMgBisDGPwDQQRxBHxEAAAAAAAAIEAFRAAAAAAAAD5ARJqZmZmZmck/IAYrAxj8',
    'A0HAAHEbC6JEexSuR+F6dD+goCQFIwggBisDMGQEf0EBBQJ/QQAgBisDMCIBIwZkDQAaQQEgBisDGPwDQQhxDQAaIwcEf0EABSMI',
    'IAEgBisDKKVlCwsLBEAjBCAGKwMwRAAAAACAhC5Bo0TNzMzMzMwQQERmZmZmZmb2PyAGKwMQRAAAAAAAACBAYRuiRHsUrkfhepQ/',
    'oKAkBAUgBCAHNgIAIARBBGohBAsgB0EBaiEHDAELCyAEIAVrQQJ2C70DAgN/AXwgASEDA0AgAyABIAJBAnRqSQRAIAMoAgBBBnRB',
    'gKAQaiEEIAUEf0EABSAEKwMY/ANBxABxCwRAQQEhBSAEIAQrAxj8A0Egcrg5AxgFIwUjBGQEQCMEIAQrAzBEAAAAAICELkGjRM3M',
    'zMzMzBBARGZmZmZmZvY/IAQrAxBEAAAAAAAAIEBhG6JEexSuR+F6lD+goCQEBSMFIAQrAzBEAAAAAICELkGjRM3MzMzMzBBARGZm',
    'ZmZmZvY/IAQrAxBEAAAAAAAAIEBhG6JEexSuR+F6lD+goCQFIAQgBCsDGPwDQSByuDkDGAsLIANBBGohAwwBCwsgAEEGdEGAoBBq',
    'IQADQCAAQYCgEEsjBSMEY3EEQCMIIABBQGoiACsDMGUEf0EBBQJ/QQAgACsDMCIGIwZkDQAaQQEgACsDGPwDQQhxDQAaIwcEf0EA',
    'BSMIIAYgACsDKKVlCwsLDQEjBCAAKwMwRAAAAACAhC5Bo0TNzMzMzMwQQERmZmZmZmb2PyAAKwMQRAAAAAAAACBAYRuiRHsUrkfh',
    'epQ/oCIGoSQEIwUgBqAkBSAAIAArAxj8A0Egcrg5AxgMAQsLCwQAIxALCAAjDkGAIGsLEQBEAAAAAAAAAAAkD0EBJBAL',
].join('');

;// CONCATENATED MODULE: ./lib/artifacts/directory/program.js



const ENDINGS = [
    [zip_row/* FOLDER */.L7, ['/']],
    [zip_row/* BYTECODE */.IK, ['.dex']],
    [zip_row/* SCRIPT */.Mm, ['.js', '.jsbundle', '.bundle']],
    [zip_row/* ARCHIVE */.$3, ['.apk', '.aab', '.apks', '.aar', '.jar', '.zip', '.ipa']],
];
const PAGES = 10;
const instance = (0,wasm/* instances */.V)(CODE);
const idle = [];
function takeDirectoryProgram() {
    return idle.pop() ?? prepared();
}
function giveBackDirectoryProgram(program) {
    idle.push(program);
}
function prepared() {
    const made = instance(PAGES);
    const endings = ENDINGS.flatMap(([trait, all]) => all.flatMap((ending) => [ending.length, trait, ...Buffer.from(ending)]));
    new Uint8Array(made.memory).set(endings, made.code.ENDINGS.value);
    return made;
}


/***/ }),

/***/ 3538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findArtifacts: () => (/* binding */ findArtifacts)
});

// UNUSED EXPORTS: reported

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/artifacts/glob.js
var artifacts_glob = __webpack_require__(8609);
// EXTERNAL MODULE: ./lib/artifacts/directory/program.js + 1 modules
var program = __webpack_require__(4209);
// EXTERNAL MODULE: ./lib/artifacts/limits.js + 1 modules
var limits = __webpack_require__(8170);
// EXTERNAL MODULE: ./lib/artifacts/source.js
var artifacts_source = __webpack_require__(1322);
// EXTERNAL MODULE: ./lib/artifacts/walk.js
var walk = __webpack_require__(9678);
// EXTERNAL MODULE: ./lib/artifacts/zip.js + 1 modules
var zip = __webpack_require__(3069);
// EXTERNAL MODULE: ./lib/artifacts/zip-table.js
var zip_table = __webpack_require__(929);
;// CONCATENATED MODULE: ./lib/artifacts/kind.js








function archiveKind(names) {
    const has = (name) => names.includes(name);
    const hasLike = (pattern) => names.some((name) => pattern.test(name));
    if (has('BundleConfig.pb') || hasLike(/^[^/]{1,100}\/manifest\/AndroidManifest\.xml$/))
        return 'aab';
    if (has('classes.jar') && has('AndroidManifest.xml'))
        return 'aar';
    if (has('AndroidManifest.xml'))
        return 'apk';
    if (hasLike(/(^|\/)Payload\/[^/]{1,200}\.app\//))
        return 'ipa';
    if (hasLike(/^[^/]{1,200}\.xcarchive\/Info\.plist$/) || hasLike(/^Products\/Applications\/[^/]{1,200}\.app\//)) {
        return 'xcarchive';
    }
    if (hasLike(/^[^/]{1,200}\.app\/(Contents\/)?Info\.plist$/))
        return 'app';
    if (hasLike(/\.apk$/i)) {
        if (has('toc.pb'))
            return 'apks';
        if (has('manifest.json'))
            return 'xapk';
        if (has('info.json'))
            return 'apkm';
        return 'apks';
    }
    return 'zip';
}
const BUNDLE_MAGICS = ['c61fbc03c103191f', 'e5d10bfb'];
const BUNDLE_NAME = /(\.jsbundle|\.android\.bundle|\.ios\.bundle|\.hbc)$/;
const ARCHIVE_NAME = /\.(apk|aab|apks|xapk|apkm|aar|ipa|zip)$/i;
async function fileKind(location) {
    const head = headOf(location);
    if (head === undefined)
        return undefined;
    const named = ARCHIVE_NAME.exec(location)?.[1]?.toLowerCase();
    if ((0,zip/* looksLikeZip */.fw)(head) || named !== undefined) {
        const known = await kindOfArchive(location).catch(() => undefined);
        const kind = known ?? (named ?? 'zip');
        return { kind, form: 'archive' };
    }
    const magic = head.toString('hex');
    const isBundle = BUNDLE_MAGICS.some((bundle) => magic.startsWith(bundle)) || BUNDLE_NAME.test(location);
    return { kind: isBundle ? 'bundle' : 'file', form: 'file' };
}
const HEAD_BYTES = 64;
function headOf(location) {
    let file;
    try {
        file = (0,external_node_fs_.openSync)(location, 'r');
        const head = Buffer.alloc(HEAD_BYTES);
        return head.subarray(0, (0,external_node_fs_.readSync)(file, head, 0, HEAD_BYTES, 0));
    }
    catch {
        return undefined;
    }
    finally {
        if (file !== undefined)
            (0,external_node_fs_.closeSync)(file);
    }
}
const FIRST_BYTES = 256 * 1024;
async function kindOfArchive(location) {
    const source = await (0,artifacts_source/* openFile */.Tq)(location);
    try {
        const first = await kindWithin(source, { ...limits/* DEFAULT_LIMITS */.dR, directoryBytes: FIRST_BYTES });
        if (first.isWhole || (first.kind !== undefined && first.kind !== 'zip'))
            return first.kind;
        return (await kindWithin(source, limits/* DEFAULT_LIMITS */.dR)).kind;
    }
    finally {
        await source.close();
    }
}
async function kindWithin(source, limits) {
    const { table, problems } = await (0,zip/* readDirectory */.gZ)(source, limits);
    const kind = table.count === 0 ? undefined : await kindOfTable(table);
    (0,program/* giveBackDirectoryProgram */.m)(table.program);
    return { kind, isWhole: problems.length === 0 };
}
const TELLING = /AndroidManifest\.xml|BundleConfig\.pb|classes\.jar|\.app\/|\.xcarchive\/|\.apk|toc\.pb|manifest\.json|info\.json/gi;
const BESIDE = new Set(['classes.jar', 'toc.pb', 'manifest.json', 'info.json']);
function tells(name) {
    return BESIDE.has(name) || archiveKind([name]) !== 'zip';
}
async function kindOfTable(table) {
    const telling = new Set();
    let last;
    for await (const { names } of (0,zip_table/* namedEntries */.ix)(table)) {
        for (const match of names.bytes.toString('latin1').matchAll(TELLING)) {
            const index = (0,zip_table/* entryNamedAt */.TX)(table, names.start + match.index);
            if (index === undefined || index === last)
                continue;
            last = index;
            const name = (0,zip_table/* nameAt */.Dc)(table, index, names);
            if (tells(name))
                telling.add(name);
        }
        const kind = archiveKind([...telling]);
        if (kind !== 'zip')
            return kind;
    }
    return 'zip';
}
function folderKind(location) {
    const children = (0,walk/* listed */.KE)(location);
    const names = new Set(children.map((child) => child.name));
    const archive = names.has('Products') && names.has('Info.plist');
    if (archive)
        return { kind: 'xcarchive', form: 'folder' };
    if (names.has('Info.plist') &&
        holdsMachO(location, children.filter((child) => child.isFile()))) {
        return { kind: 'app', form: 'folder' };
    }
    if (names.has('Contents') && isFile((0,external_node_path_.join)(location, 'Contents/Info.plist'))) {
        return { kind: 'app', form: 'folder' };
    }
    if (/\.app$/i.test(location) && names.has('Info.plist'))
        return { kind: 'app', form: 'folder' };
    if (names.has('Payload') && holdsApp((0,external_node_path_.join)(location, 'Payload')))
        return { kind: 'ipa', form: 'folder' };
    if (names.has('AndroidManifest.xml') && (names.has('classes.dex') || names.has('resources.arsc'))) {
        return { kind: 'apk', form: 'folder' };
    }
    if (names.has('BundleConfig.pb') && names.has('base'))
        return { kind: 'aab', form: 'folder' };
    if (names.has('base.apk') && [...names].some((name) => /^split_.{1,200}\.apk$/.test(name))) {
        return { kind: 'apks', form: 'folder' };
    }
    return undefined;
}
const MACH_O = new Set(['cffaedfe', 'cefaedfe', 'feedfacf', 'feedface', 'cafebabe', 'cafebabf']);
const MAX_LOOKED_AT = 200;
function holdsMachO(location, files) {
    for (const file of files.slice(0, MAX_LOOKED_AT)) {
        if (MACH_O.has(headOf((0,external_node_path_.join)(location, file.name))?.toString('hex', 0, 4) ?? ''))
            return true;
    }
    return false;
}
function holdsApp(payload) {
    return (0,walk/* listed */.KE)(payload).some((child) => child.isDirectory() && /\.app$/i.test(child.name));
}
function isFile(location) {
    return (0,walk/* statOf */._N)(location)?.isFile() ?? false;
}

;// CONCATENATED MODULE: ./lib/artifacts/find.js





async function findArtifacts(patterns, root) {
    const without = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
    const found = new Map();
    const problems = [];
    for (const pattern of patterns) {
        if (pattern.startsWith('!') || pattern === '')
            continue;
        const result = await findOne(normal(pattern), root);
        problems.push(...result.problems);
        for (const candidate of result.candidates) {
            if (without.some((excluded) => isExcluded(candidate.path, normal(excluded))))
                continue;
            const real = realOf(candidate.location);
            if (!found.has(real))
                found.set(real, candidate);
        }
    }
    const candidates = [...found.values()];
    if (candidates.length === 0 && problems.length === 0) {
        problems.push({ kind: 'not-found', path: '.', reason: 'no artifact is left after the patterns with `!`' });
    }
    return { candidates, problems };
}
function normal(pattern) {
    return external_node_path_.sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
}
function isExcluded(path, pattern) {
    const parts = path.split('/');
    return (0,artifacts_glob/* parseGlob */.qF)(pattern).some((glob) => (0,artifacts_glob/* matchesGlob */.kt)(glob, parts) || (0,artifacts_glob/* matchesGlob */.kt)([...glob, '**'], parts));
}
async function findOne(pattern, root) {
    const literal = (0,external_node_path_.resolve)(root, pattern);
    const known = (0,walk/* statOf */._N)(literal);
    if (known || !(0,artifacts_glob/* isGlob */.fg)(pattern))
        return findAt(literal, root, pattern);
    const base = (0,external_node_path_.isAbsolute)(pattern) ? (0,external_node_path_.resolve)('/') : root;
    const candidates = [];
    const problems = [];
    for (const glob of (0,artifacts_glob/* parseGlob */.qF)(pattern)) {
        const { paths, cut } = (0,artifacts_glob/* globBelow */.I5)(base, glob);
        if (cut)
            problems.push({ kind: 'limit', path: pattern, reason: 'too many files to look at; use a narrower pattern' });
        for (const path of outermost(paths)) {
            const result = await findAt((0,external_node_path_.join)(base, path), root, path);
            candidates.push(...result.candidates);
            problems.push(...result.problems.filter((problem) => problem.kind !== 'not-found'));
        }
    }
    if (candidates.length === 0) {
        problems.push({ kind: 'not-found', path: pattern, reason: 'the pattern matches no artifact; is the app built?' });
    }
    return { candidates, problems };
}
function outermost(paths) {
    const kept = [];
    for (const path of paths) {
        const last = kept.at(-1);
        if (last === undefined || (last !== '' && !path.startsWith(`${last}/`)))
            kept.push(path);
    }
    return kept;
}
async function findAt(location, root, asked) {
    const stats = (0,walk/* statOf */._N)(location);
    if (!stats) {
        return nothing({ kind: 'not-found', path: asked, reason: 'there is no such file or folder' });
    }
    const path = reported(location, root);
    if (!stats.isDirectory())
        return findFile(location, path, stats.isFile());
    const kind = folderKind(location);
    if (kind)
        return { candidates: [{ path, location, ...kind }], problems: [] };
    return searchFolder(location, root);
}
async function findFile(location, path, regular) {
    if (!regular)
        return nothing({ kind: 'unreadable', path, reason: 'neither a file nor a folder' });
    const kind = await fileKind(location);
    if (!kind)
        return nothing({ kind: 'unreadable', path, reason: 'the file cannot be opened' });
    return { candidates: [{ path, location, ...kind }], problems: [] };
}
function nothing(problem) {
    return { candidates: [], problems: [problem] };
}
function reported(location, root) {
    const path = (0,external_node_path_.relative)(root, location);
    const outside = path.startsWith('..') || (0,external_node_path_.isAbsolute)(path);
    return (outside ? location : path || '.').split(external_node_path_.sep).join('/');
}
function realOf(location) {
    try {
        return external_node_fs_.realpathSync.native(location);
    }
    catch {
        return location;
    }
}
const MAX_FILES = 50_000;
const MAX_DEPTH = 16;
const LEFT_OUT = new Set(['node_modules', '.git', '.gradle', 'Pods', 'intermediates']);
const MAY_BE_ARTIFACT = /\.(apk|aab|apks|xapk|apkm|aar|ipa|zip|jsbundle|bundle|hbc)$/i;
async function searchFolder(folder, root) {
    const candidates = [];
    const queue = [{ location: folder, depth: 0 }];
    let looked = 0;
    for (let next = queue.shift(); next && looked < MAX_FILES; next = queue.shift()) {
        for (const child of (0,walk/* listed */.KE)(next.location)) {
            looked++;
            const location = (0,external_node_path_.join)(next.location, child.name);
            if (child.isFile() && MAY_BE_ARTIFACT.test(child.name)) {
                const kind = await fileKind(location);
                if (kind && kind.kind !== 'zip' && kind.kind !== 'file') {
                    candidates.push({ path: reported(location, root), location, ...kind });
                }
            }
            if (!child.isDirectory() || LEFT_OUT.has(child.name) || next.depth >= MAX_DEPTH)
                continue;
            const kind = folderKind(location);
            if (kind)
                candidates.push({ path: reported(location, root), location, ...kind });
            else
                queue.push({ location, depth: next.depth + 1 });
        }
    }
    const path = reported(folder, root);
    const problems = [];
    if (looked >= MAX_FILES) {
        problems.push({ kind: 'limit', path, reason: `more than ${MAX_FILES} files; name the artifacts instead` });
    }
    if (candidates.length === 0) {
        problems.push({ kind: 'not-found', path, reason: 'no artifact in this folder; is the app built?' });
    }
    return { candidates, problems };
}


/***/ }),

/***/ 8609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I5: () => (/* binding */ globBelow),
/* harmony export */   fg: () => (/* binding */ isGlob),
/* harmony export */   kt: () => (/* binding */ matchesGlob),
/* harmony export */   qF: () => (/* binding */ parseGlob)
/* harmony export */ });
/* unused harmony export matchesPart */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9678);



const MAX_VISITED = 200_000;
const MAX_DEPTH = 32;
const LEFT_OUT = new Set(['node_modules', '.git', '.gradle', 'Pods', '.pub-cache', '.cxx']);
function isGlob(pattern) {
    return /[*?[{]/.test(pattern);
}
function parseGlob(pattern) {
    return expandBraces(pattern).map((glob) => glob.split('/').filter((part) => part !== '' && part !== '.'));
}
const MAX_ALTERNATIVES = 64;
function expandBraces(pattern) {
    let globs = [pattern];
    while (globs.length < MAX_ALTERNATIVES) {
        const index = globs.findIndex((glob) => innermostBraces(glob) !== undefined);
        const glob = globs[index];
        const braces = glob === undefined ? undefined : innermostBraces(glob);
        if (glob === undefined || braces === undefined)
            return globs;
        const [start, end] = braces;
        const choices = glob.slice(start + 1, end).split(',');
        const expanded = choices.map((choice) => glob.slice(0, start) + choice + glob.slice(end + 1));
        globs = [...globs.slice(0, index), ...expanded, ...globs.slice(index + 1)];
    }
    return globs;
}
function innermostBraces(glob) {
    const end = glob.indexOf('}');
    const start = end === -1 ? -1 : glob.lastIndexOf('{', end);
    return start === -1 ? undefined : [start, end];
}
function matchesPart(part, name) {
    let at = 0;
    let inName = 0;
    let star = -1;
    let starName = 0;
    while (inName < name.length) {
        const one = at < part.length ? matchOne(part, at, name[inName] ?? '') : undefined;
        if (part[at] === '*') {
            star = at++;
            starName = inName;
        }
        else if (one !== undefined) {
            at = one;
            inName++;
        }
        else if (star !== -1) {
            at = star + 1;
            inName = ++starName;
        }
        else {
            return false;
        }
    }
    while (part[at] === '*')
        at++;
    return at === part.length;
}
function matchOne(part, at, character) {
    if (part[at] === '?')
        return at + 1;
    const close = part[at] === '[' ? part.indexOf(']', at + 2) : -1;
    if (close === -1)
        return part[at] === character ? at + 1 : undefined;
    const negated = part[at + 1] === '!' || part[at + 1] === '^';
    const set = part.slice(at + (negated ? 2 : 1), close);
    return inSet(set, character) !== negated ? close + 1 : undefined;
}
function inSet(set, character) {
    for (let at = 0; at < set.length; at++) {
        const last = set[at + 1] === '-' ? set[at + 2] : undefined;
        if (last === undefined) {
            if (set[at] === character)
                return true;
            continue;
        }
        if ((set[at] ?? '') <= character && character <= last)
            return true;
        at += 2;
    }
    return false;
}
function matchesGlob(glob, path) {
    const [part, ...rest] = glob;
    if (part === undefined)
        return path.length === 0;
    if (part === '**') {
        const next = glob.slice(glob.findIndex((other) => other !== '**'));
        if (rest.every((other) => other === '**'))
            return true;
        return path.some((_, index) => matchesGlob(next, path.slice(index)));
    }
    const [name, ...below] = path;
    return name !== undefined && matchesPart(part, name) && matchesGlob(rest, below);
}
function globBelow(root, glob) {
    const found = new Set();
    let visited = 0;
    const queue = [{ path: [], glob }];
    const queued = new Set();
    const enqueue = (path, rest) => {
        const key = `${path.join('/')}\n${rest.join('/')}`;
        if (path.length > MAX_DEPTH || queued.has(key))
            return;
        queued.add(key);
        queue.push({ path, glob: rest });
    };
    for (let next = queue.pop(); next && visited < MAX_VISITED; next = queue.pop()) {
        const { path, glob: rest } = next;
        const [part, ...below] = rest;
        if (part === undefined) {
            found.add(path.join('/'));
            continue;
        }
        if (!isGlob(part)) {
            visited++;
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, ...path, part)))
                enqueue([...path, part], below);
            continue;
        }
        if (part === '**')
            enqueue(path, below);
        const children = (0,_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, ...path));
        visited += children.length;
        for (const child of children) {
            const childPath = [...path, child.name];
            if (part !== '**') {
                if (matchesPart(part, child.name) && !isLeftOut(child.name, part))
                    enqueue(childPath, below);
                continue;
            }
            if (child.isDirectory() && !LEFT_OUT.has(child.name))
                enqueue(childPath, rest);
            else if (below.length === 0 && child.isFile())
                enqueue(childPath, below);
        }
    }
    return { paths: [...found].sort(), cut: visited >= MAX_VISITED };
}
function isLeftOut(name, part) {
    return LEFT_OUT.has(name) || (name.startsWith('.') && !part.startsWith('.'));
}


/***/ }),

/***/ 8170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LS: () => (/* binding */ DEDUPE_FROM),
  dR: () => (/* binding */ DEFAULT_LIMITS),
  Pg: () => (/* binding */ entryAllowance),
  uW: () => (/* binding */ exhausted),
  Pu: () => (/* binding */ hasRoomFor),
  ix: () => (/* binding */ megabytes),
  tC: () => (/* binding */ shareOf),
  cg: () => (/* binding */ startBudget)
});

;// CONCATENATED MODULE: ./lib/shared/clock.js
function milliseconds() {
    return Number(process.hrtime.bigint()) / 1e6;
}

;// CONCATENATED MODULE: ./lib/artifacts/limits.js

const MiB = 1024 * 1024;
const DEDUPE_FROM = 64 * 1024;
const DEFAULT_LIMITS = {
    entries: 500_000,
    entryBytes: 8192 * MiB,
    ratio: 200,
    ratioFloor: 64 * MiB,
    totalBytes: 16_384 * MiB,
    depth: 4,
    milliseconds: 15 * 60_000,
    wholeBytes: 16 * MiB,
    alwaysBytes: 64 * MiB,
    nestedBytes: 128 * MiB,
    directoryBytes: 128 * MiB,
};
function startBudget(limits, fileBytes) {
    const deadline = milliseconds() + limits.milliseconds;
    return { limits, deadline, fileBytes, most: mostOf(limits, fileBytes), entries: 0, bytes: 0 };
}
function mostOf(limits, fileBytes) {
    return { entries: limits.entries, bytes: Math.min(limits.totalBytes, ratioBytes(limits, fileBytes)) };
}
function shareOf(most, part, all) {
    if (part.entries === all.entries)
        return most;
    const share = (what) => all[what] <= most[what] ? part[what] + Math.floor((most[what] - all[what]) / 2) : Math.floor(most[what] / 2);
    return { entries: share('entries'), bytes: share('bytes') };
}
function exhausted(budget) {
    const { limits, most } = budget;
    if (budget.entries > most.entries)
        return `more than ${most.entries} entries (${ownLimit(budget, 'entry count')})`;
    if (budget.bytes > most.bytes)
        return bytesReason(budget);
    if (milliseconds() > budget.deadline)
        return timeReason(limits);
    return undefined;
}
function hasRoomFor({ most, entries, bytes }, moreEntries, moreBytes) {
    return entries + moreEntries <= most.entries && bytes + moreBytes <= most.bytes;
}
function entryAllowance(limits, compressedSize) {
    const byRatio = Math.max(limits.ratioFloor, limits.ratio * compressedSize);
    if (byRatio < limits.entryBytes) {
        return { bytes: byRatio, reason: `inflates to more than ${limits.ratio} times its size (ratio limit)` };
    }
    return { bytes: limits.entryBytes, reason: `larger than ${megabytes(limits.entryBytes)} (entry size limit)` };
}
function ratioBytes(limits, fileBytes) {
    return 8 * limits.ratioFloor + 2 * limits.ratio * fileBytes;
}
function isShared({ limits, fileBytes, most }) {
    return most.bytes < mostOf(limits, fileBytes).bytes;
}
function ownLimit(budget, limit) {
    return isShared(budget) ? `its share of the ${limit} limit` : `${limit} limit`;
}
function bytesReason(budget) {
    const { limits, fileBytes, most } = budget;
    const byRatio = ratioBytes(limits, fileBytes) < limits.totalBytes;
    if (byRatio && !isShared(budget)) {
        return `the artifact inflates to more than ${2 * limits.ratio} times its size (ratio limit)`;
    }
    return `more than ${megabytes(most.bytes)} inflated (${ownLimit(budget, byRatio ? 'ratio' : 'total size')})`;
}
function timeReason(limits) {
    return `took longer than ${limits.milliseconds / 1000} s (time limit)`;
}
function megabytes(bytes) {
    return bytes >= MiB ? `${Math.round(bytes / MiB)} MiB` : `${bytes} bytes`;
}


/***/ }),

/***/ 1322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tq: () => (/* binding */ openFile),
/* harmony export */   du: () => (/* binding */ viewOf),
/* harmony export */   kq: () => (/* binding */ bufferSource),
/* harmony export */   qq: () => (/* binding */ windowSource)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

async function openFile(path) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'r');
    const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file);
    return {
        size,
        read: async (offset, length, room) => {
            await othersTurn();
            return readFully(file, offset, length, size, room);
        },
        file: { location: path, start: 0 },
        close: async () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file),
    };
}
function othersTurn() {
    return new Promise((resolve) => {
        setImmediate(resolve);
    });
}
function readFully(file, offset, length, size, room) {
    const wanted = Math.max(0, Math.min(length, size - offset));
    const buffer = room !== undefined && wanted <= room.length ? room : Buffer.allocUnsafeSlow(wanted);
    let filled = 0;
    while (filled < wanted) {
        const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, buffer, filled, wanted - filled, offset + filled);
        if (read === 0)
            break;
        filled += read;
    }
    return buffer.subarray(0, filled);
}
function viewOf(source, ahead) {
    let room = Buffer.alloc(0);
    let window = room;
    let start = 0;
    return async (position, least) => {
        if (position < start || Math.min(position + least, source.size) > start + window.length) {
            if (room.length < least + ahead)
                room = Buffer.allocUnsafeSlow(least + ahead);
            window = await source.read(position, least + ahead, room);
            start = position;
        }
        return window.subarray(position - start);
    };
}
function bufferSource(bytes) {
    return {
        size: bytes.length,
        read: async (offset, length) => bytes.subarray(Math.min(offset, bytes.length), Math.max(offset, offset + length)),
    };
}
function windowSource(source, start, length) {
    const size = Math.max(0, Math.min(length, source.size - start));
    const { file } = source;
    return {
        size,
        read: (offset, wanted, room) => source.read(start + offset, Math.max(0, Math.min(wanted, size - offset)), room),
        ...(file === undefined ? {} : { file: { location: file.location, start: file.start + start } }),
    };
}


/***/ }),

/***/ 9678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   _N: () => (/* binding */ statOf),
/* harmony export */   aI: () => (/* binding */ walkFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2730);



const MAX_DEPTH = 64;
function walkFolder(folder, most) {
    const files = [];
    const links = [];
    const failed = [];
    const queue = [{ name: '', depth: 0 }];
    let cut = false;
    for (let next = queue.pop(); next && !cut; next = queue.pop()) {
        const { name: folderName, depth } = next;
        const children = childrenOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, folderName));
        if (typeof children === 'string') {
            failed.push({ name: folderName, code: children });
            continue;
        }
        for (const child of children) {
            const name = folderName === '' ? child.name : `${folderName}/${child.name}`;
            if (child.isSymbolicLink())
                links.push(name);
            if (child.isDirectory() && depth < MAX_DEPTH)
                queue.push({ name, depth: depth + 1 });
            if (!child.isFile())
                continue;
            if (files.length >= most) {
                cut = true;
                break;
            }
            const location = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
            files.push({ name, location, size: statOf(location)?.size ?? 0 });
        }
    }
    files.sort((left, right) => (left.name < right.name ? -1 : 1));
    return { files, links, failed, cut };
}
function listed(folder) {
    const children = childrenOf(folder);
    return typeof children === 'string' ? [] : children;
}
function childrenOf(folder) {
    try {
        const children = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { withFileTypes: true });
        return children.sort((left, right) => (left.name < right.name ? -1 : 1));
    }
    catch (error) {
        return (0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error);
    }
}
function statOf(location) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(location);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 2441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nh: () => (/* binding */ namesApart),
/* harmony export */   Yt: () => (/* binding */ namesInOrder),
/* harmony export */   e4: () => (/* binding */ decodeName),
/* harmony export */   mo: () => (/* binding */ namesInDisorder)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _zip_row_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4481);


function namesInOrder(directory, rows) {
    return async (entries) => {
        const { start, end } = extentOf(rows, entries);
        return { start, bytes: await directory.read(start, end - start) };
    };
}
const AHEAD = 4096;
const LONGEST_NAME = 0xffff;
function namesApart(source, rows, placeOf) {
    return async (entries) => gathered(source, rows, entries, placeOf, AHEAD, Buffer.alloc(sizeOf(rows, entries)));
}
const HELD = 8 * 1024 * 1024;
const SWEPT_AT_A_TIME = 256 * 1024;
function namesInDisorder(directory, rows, places) {
    const placeOf = (index) => places[index];
    let room = Buffer.alloc(0);
    let held = { start: 0, bytes: room };
    return async (entries) => {
        const { start, end } = extentOf(rows, entries);
        if (start < held.start || end > held.start + held.bytes.length) {
            const group = from(rows, entries[0], Math.max(end, start + HELD));
            const size = sizeOf(rows, group);
            if (room.length < size)
                room = Buffer.allocUnsafeSlow(size);
            held = await gathered(directory, rows, group, placeOf, SWEPT_AT_A_TIME, room);
        }
        return { start, bytes: held.bytes.subarray(start - held.start, end - held.start) };
    };
}
function from(rows, first, end) {
    const count = rows.length / _zip_row_js__WEBPACK_IMPORTED_MODULE_1__/* .ROW */ .nw;
    let behind = first;
    while (behind < count && rows[_zip_row_js__WEBPACK_IMPORTED_MODULE_1__/* .ROW */ .nw * behind + _zip_row_js__WEBPACK_IMPORTED_MODULE_1__/* .NAME_END */ ._E] <= end)
        behind++;
    return Uint32Array.from({ length: behind - first }, (_, index) => first + index);
}
async function gathered(source, rows, entries, placeOf, ahead, target) {
    const { start, end } = extentOf(rows, entries);
    const bytes = target.subarray(0, end - start);
    const room = Buffer.allocUnsafeSlow(LONGEST_NAME + ahead);
    const ordered = entries.toSorted((left, right) => placeOf(left) - placeOf(right));
    let window = room.subarray(0, 0);
    let windowStart = 0;
    for (const index of ordered) {
        const [nameStart, nameEnd] = nameExtent(rows, index);
        const [place, length] = [placeOf(index), nameEnd - nameStart];
        if (place + length > windowStart + window.length) {
            window = await source.read(place, length + ahead, room);
            windowStart = place;
        }
        bytes.set(window.subarray(place - windowStart, place - windowStart + length), nameStart - start);
    }
    return { start, bytes };
}
function extentOf(rows, entries) {
    const [start] = nameExtent(rows, entries[0]);
    const [, end] = nameExtent(rows, entries.at(-1));
    return { start, end };
}
function sizeOf(rows, entries) {
    const { start, end } = extentOf(rows, entries);
    return end - start;
}
function nameExtent(rows, index) {
    return [rows[_zip_row_js__WEBPACK_IMPORTED_MODULE_1__/* .ROW */ .nw * index + _zip_row_js__WEBPACK_IMPORTED_MODULE_1__/* .NAME_START */ .PJ], rows[_zip_row_js__WEBPACK_IMPORTED_MODULE_1__/* .ROW */ .nw * index + _zip_row_js__WEBPACK_IMPORTED_MODULE_1__/* .NAME_END */ ._E]];
}
const CP437 = '\u00c7\u00fc\u00e9\u00e2\u00e4\u00e0\u00e5\u00e7\u00ea\u00eb\u00e8\u00ef\u00ee\u00ec\u00c4\u00c5\u00c9\u00e6\u00c6\u00f4\u00f6\u00f2\u00fb\u00f9\u00ff\u00d6\u00dc\u00a2\u00a3\u00a5\u20a7\u0192\u00e1\u00ed\u00f3\u00fa\u00f1\u00d1\u00aa\u00ba\u00bf\u2310\u00ac\u00bd\u00bc\u00a1\u00ab\u00bb\u2591\u2592\u2593\u2502\u2524\u2561\u2562\u2556\u2555\u2563\u2551\u2557\u255d\u255c\u255b\u2510\u2514\u2534\u252c\u251c\u2500\u253c\u255e\u255f\u255a\u2554\u2569\u2566\u2560\u2550\u256c\u2567\u2568\u2564\u2565\u2559\u2558\u2552\u2553\u256b\u256a\u2518\u250c\u2588\u2584\u258c\u2590\u2580\u03b1\u00df\u0393\u03c0\u03a3\u03c3\u00b5\u03c4\u03a6\u0398\u03a9\u03b4\u221e\u03c6\u03b5\u2229\u2261\u00b1\u2265\u2264\u2320\u2321\u00f7\u2248\u00b0\u2219\u00b7\u221a\u207f\u00b2\u25a0\u00a0';
const BEYOND_ASCII = /[\x80-\xff]/;
function decodeName(latin1) {
    if (!BEYOND_ASCII.test(latin1))
        return latin1;
    const bytes = Buffer.from(latin1, 'latin1');
    if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        return bytes.toString('utf8');
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (CP437[byte - 0x80] ?? '?'))).join('');
}


/***/ }),

/***/ 4481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $3: () => (/* binding */ ARCHIVE),
/* harmony export */   Ep: () => (/* binding */ LENT),
/* harmony export */   GS: () => (/* binding */ TRAITS),
/* harmony export */   IK: () => (/* binding */ BYTECODE),
/* harmony export */   L7: () => (/* binding */ FOLDER),
/* harmony export */   Mm: () => (/* binding */ SCRIPT),
/* harmony export */   Mx: () => (/* binding */ METHOD),
/* harmony export */   PJ: () => (/* binding */ NAME_START),
/* harmony export */   SD: () => (/* binding */ STORED),
/* harmony export */   SK: () => (/* binding */ SIZE),
/* harmony export */   _E: () => (/* binding */ NAME_END),
/* harmony export */   aE: () => (/* binding */ DEFLATED),
/* harmony export */   e$: () => (/* binding */ OFFSET),
/* harmony export */   gr: () => (/* binding */ CRC32),
/* harmony export */   nw: () => (/* binding */ ROW),
/* harmony export */   ye: () => (/* binding */ COMPRESSED_SIZE),
/* harmony export */   z: () => (/* binding */ ENCRYPTED)
/* harmony export */ });
/* unused harmony export APPLE_DOUBLE */
const NAME_START = 0;
const NAME_END = 1;
const METHOD = 2;
const TRAITS = 3;
const CRC32 = 4;
const COMPRESSED_SIZE = 5;
const SIZE = 6;
const OFFSET = 7;
const ROW = 8;
const ENCRYPTED = 1;
const FOLDER = 2;
const BYTECODE = 4;
const ARCHIVE = 8;
const APPLE_DOUBLE = 16;
const SCRIPT = 64;
const LENT = 32;
const STORED = 0;
const DEFLATED = 8;


/***/ }),

/***/ 929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ nameAt),
/* harmony export */   E_: () => (/* binding */ CENTRAL_HEADER),
/* harmony export */   Et: () => (/* binding */ LOCAL_HEADER),
/* harmony export */   FD: () => (/* binding */ endAt),
/* harmony export */   TX: () => (/* binding */ entryNamedAt),
/* harmony export */   _0: () => (/* binding */ LOCAL_HEADER_SIZE),
/* harmony export */   _d: () => (/* binding */ emptyTable),
/* harmony export */   _f: () => (/* binding */ entryAt),
/* harmony export */   ix: () => (/* binding */ namedEntries),
/* harmony export */   tk: () => (/* binding */ numberAt),
/* harmony export */   xz: () => (/* binding */ readTable),
/* harmony export */   yX: () => (/* binding */ CENTRAL_HEADER_SIZE)
/* harmony export */ });
/* unused harmony export hasTrait */
/* harmony import */ var _directory_headers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9589);
/* harmony import */ var _zip_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2441);
/* harmony import */ var _zip_row_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4481);



const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_SIZE = 30;
const CENTRAL_HEADER = 0x02014b50;
const CENTRAL_HEADER_SIZE = 46;
function emptyTable(program) {
    const readNames = async () => ({ start: 0, bytes: Buffer.alloc(0) });
    return { rows: new Float64Array(0), program, count: 0, readNames, end: 0 };
}
function numberAt({ rows }, index, place) {
    return rows[_zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw * index + place];
}
function hasTrait(table, index, trait) {
    return (numberAt(table, index, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .TRAITS */ .GS) & trait) !== 0;
}
function nameAt(table, index, names) {
    return (0,_zip_names_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeName */ .e4)(rawNameAt(table, index, names).toString('latin1'));
}
function rawNameAt(table, index, { start, bytes }) {
    return bytes.subarray(numberAt(table, index, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_START */ .PJ) - start, numberAt(table, index, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_END */ ._E) - start);
}
const NAMES_AT_A_TIME = 256 * 1024;
async function* namedEntries(table) {
    for (let first = 0, end = 0; first < table.count; first = end) {
        const most = numberAt(table, first, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_START */ .PJ) + NAMES_AT_A_TIME;
        end = Math.min(table.count, Math.max(first + 1, firstAbove(table, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_END */ ._E, most)));
        const entries = new Uint32Array(end - first);
        for (let place = 0; place < entries.length; place++)
            entries[place] = first + place;
        yield { entries, names: await table.readNames(entries) };
    }
}
function entryAt(table, index, names) {
    const rawName = rawNameAt(table, index, names);
    return {
        name: (0,_zip_names_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeName */ .e4)(rawName.toString('latin1')),
        rawName,
        method: numberAt(table, index, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .METHOD */ .Mx),
        encrypted: hasTrait(table, index, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ENCRYPTED */ .z),
        crc32: numberAt(table, index, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .CRC32 */ .gr),
        compressedSize: numberAt(table, index, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .COMPRESSED_SIZE */ .ye),
        size: numberAt(table, index, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .SIZE */ .SK),
        offset: numberAt(table, index, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .OFFSET */ .e$),
        end: endAt(table, index),
    };
}
function entryNamedAt(table, position) {
    const index = firstAbove(table, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_START */ .PJ, position) - 1;
    return index >= 0 && position < numberAt(table, index, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_END */ ._E) ? index : undefined;
}
function endAt(table, index) {
    const offset = numberAt(table, index, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .OFFSET */ .e$);
    const next = table.rows[_zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw * firstAbove(table, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .OFFSET */ .e$, offset) + _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .OFFSET */ .e$] ?? Number.POSITIVE_INFINITY;
    return Math.max(offset, Math.min(table.end, next));
}
function firstAbove({ rows }, place, number) {
    let low = 0;
    let high = rows.length / _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if (rows[_zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw * middle + place] <= number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
async function readTable(directory, { shift, end, most }, program) {
    const { rows, end: read, isAscending } = await (0,_directory_headers_js__WEBPACK_IMPORTED_MODULE_2__/* .readHeaders */ .j)(directory, shift, most, program);
    const readNames = isAscending ? (0,_zip_names_js__WEBPACK_IMPORTED_MODULE_1__/* .namesInOrder */ .Yt)(directory, rows) : sorted(directory, rows);
    return { table: { rows, program, count: rows.length / _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw, readNames, end }, read };
}
function sorted(directory, rows) {
    const offsetOf = (index) => rows[_zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw * index + _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .OFFSET */ .e$];
    const order = new Uint32Array(rows.length / _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw);
    for (let index = 0; index < order.length; index++)
        order[index] = index;
    order.sort((left, right) => offsetOf(left) - offsetOf(right) || left - right);
    permute(rows, order);
    const places = new Float64Array(order.length);
    let at = 0;
    for (let index = 0; index < order.length; index++) {
        const start = rows[_zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw * index + _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_START */ .PJ];
        const length = rows[_zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw * index + _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_END */ ._E] - start;
        places[index] = start;
        rows[_zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw * index + _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_START */ .PJ] = at;
        at += length;
        rows[_zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw * index + _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_END */ ._E] = at;
    }
    return (0,_zip_names_js__WEBPACK_IMPORTED_MODULE_1__/* .namesInDisorder */ .mo)(directory, rows, places);
}
function permute(rows, order) {
    const held = new Float64Array(_zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw);
    for (let first = 0; first < order.length; first++) {
        if (order[first] === first)
            continue;
        held.set(rows.subarray(_zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw * first, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw * (first + 1)));
        let to = first;
        for (let from = order[to]; from !== first; from = order[to]) {
            rows.copyWithin(_zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw * to, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw * from, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw * (from + 1));
            order[to] = to;
            to = from;
        }
        rows.set(held, _zip_row_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW */ .nw * to);
        order[to] = to;
    }
}


/***/ }),

/***/ 3069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C6: () => (/* binding */ BEGINNING),
  fw: () => (/* binding */ looksLikeZip),
  gZ: () => (/* binding */ readDirectory)
});

// EXTERNAL MODULE: ./lib/artifacts/directory/program.js + 1 modules
var directory_program = __webpack_require__(4209);
// EXTERNAL MODULE: ./lib/artifacts/limits.js + 1 modules
var artifacts_limits = __webpack_require__(8170);
// EXTERNAL MODULE: ./lib/artifacts/source.js
var artifacts_source = __webpack_require__(1322);
// EXTERNAL MODULE: ./lib/artifacts/zip-table.js
var zip_table = __webpack_require__(929);
// EXTERNAL MODULE: ./lib/artifacts/directory/headers.js
var headers = __webpack_require__(9589);
// EXTERNAL MODULE: ./lib/artifacts/zip-names.js
var zip_names = __webpack_require__(2441);
// EXTERNAL MODULE: ./lib/artifacts/zip-row.js
var zip_row = __webpack_require__(4481);
;// CONCATENATED MODULE: ./lib/artifacts/zip-walk.js






const SIGNATURE = Buffer.from('PK\x03\x04', 'latin1');
const WINDOW = 1024 * 1024;
const LONGEST_HEADER = zip_table/* LOCAL_HEADER_SIZE */._0 + 0xffff;
const SIZES_FOLLOW = 0x0008;
const SATURATED = 0xffffffff;
async function walkLocalHeaders(source, limits, program) {
    const walked = { rows: (0,headers/* createRows */.O)(program, limits.entries + 1), bytes: 0 };
    const problems = [];
    const view = (0,artifacts_source/* viewOf */.du)(source, WINDOW);
    let position = 0;
    let directoryStart = source.size;
    while (position < source.size && walked.rows.count() <= limits.entries) {
        const bytes = await view(position, LONGEST_HEADER);
        if (bytes.length < zip_table/* LOCAL_HEADER_SIZE */._0)
            break;
        const at = bytes.indexOf(SIGNATURE);
        if (at === -1 || (at > 0 && at + LONGEST_HEADER > bytes.length)) {
            position += at === -1 ? bytes.length - SIGNATURE.length + 1 : at;
            continue;
        }
        const nameLength = nameLengthAt(bytes, at);
        if (walked.bytes + zip_table/* CENTRAL_HEADER_SIZE */.yX + nameLength > limits.directoryBytes) {
            const reason = `local headers larger than ${(0,artifacts_limits/* megabytes */.ix)(limits.directoryBytes)}; the rest was not read`;
            problems.push({ kind: 'limit', reason });
            directoryStart = position + at;
            break;
        }
        if (nameLength > 0)
            add(walked, bytes.subarray(at), position + at);
        position += at + (nameLength > 0 ? headerLength(bytes, at) + knownSize(bytes, at) : SIGNATURE.length);
        const next = await view(position, SIGNATURE.length);
        if (next.length >= SIGNATURE.length && next.readUInt32LE(0) === zip_table/* CENTRAL_HEADER */.E_) {
            directoryStart = position;
            break;
        }
    }
    return { table: tableOf(source, walked.rows.rows(), program, directoryStart), problems };
}
function nameLengthAt(bytes, at) {
    if (at + zip_table/* LOCAL_HEADER_SIZE */._0 > bytes.length)
        return 0;
    const length = bytes.readUInt16LE(at + 26);
    return at + zip_table/* LOCAL_HEADER_SIZE */._0 + length > bytes.length ? 0 : length;
}
function headerLength(bytes, at) {
    return zip_table/* LOCAL_HEADER_SIZE */._0 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
}
function knownSize(bytes, at) {
    const size = bytes.readUInt32LE(at + 18);
    return (bytes.readUInt16LE(at + 6) & SIZES_FOLLOW) === 0 && size !== SATURATED ? size : 0;
}
function add(walked, local, offset) {
    const nameLength = local.readUInt16LE(26);
    const header = walked.rows.window().subarray(0, zip_table/* CENTRAL_HEADER_SIZE */.yX + nameLength);
    header.fill(0, 0, zip_table/* CENTRAL_HEADER_SIZE */.yX);
    header.writeUInt32LE(zip_table/* CENTRAL_HEADER */.E_);
    local.copy(header, 6, 4, 28);
    local.copy(header, zip_table/* CENTRAL_HEADER_SIZE */.yX, zip_table/* LOCAL_HEADER_SIZE */._0, zip_table/* LOCAL_HEADER_SIZE */._0 + nameLength);
    walked.bytes += walked.rows.read(header.length, true, walked.bytes, offset);
}
function tableOf(source, rows, program, end) {
    const count = rows.length / zip_row/* ROW */.nw;
    for (let index = 0; index < count; index++) {
        const row = rows.subarray(zip_row/* ROW */.nw * index, zip_row/* ROW */.nw * (index + 1));
        if (row[zip_row/* COMPRESSED_SIZE */.ye] !== 0 && row[zip_row/* COMPRESSED_SIZE */.ye] !== SATURATED)
            continue;
        const next = rows[zip_row/* ROW */.nw * (index + 1) + zip_row/* OFFSET */.e$] ?? end;
        const nameLength = row[zip_row/* NAME_END */._E] - row[zip_row/* NAME_START */.PJ];
        const room = Math.max(0, next - row[zip_row/* OFFSET */.e$] - zip_table/* LOCAL_HEADER_SIZE */._0 - nameLength);
        row[zip_row/* COMPRESSED_SIZE */.ye] = room;
        if (row[zip_row/* METHOD */.Mx] !== zip_row/* DEFLATED */.aE)
            row[zip_row/* SIZE */.SK] = room;
    }
    const placeOf = (index) => rows[zip_row/* ROW */.nw * index + zip_row/* OFFSET */.e$] + zip_table/* LOCAL_HEADER_SIZE */._0;
    return { rows, program, count, readNames: (0,zip_names/* namesApart */.Nh)(source, rows, placeOf), end };
}

;// CONCATENATED MODULE: ./lib/artifacts/zip.js





const END_RECORD = Buffer.from('PK\x05\x06', 'latin1');
const END_RECORD_SIZE = 22;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_SIZE = 20;
const ZIP64_END_RECORD = 0x06064b50;
const ZIP64_END_RECORD_SIZE = 56;
const BEGINNING = 'PK';
const TAILS = [END_RECORD_SIZE + 0xffff, 16 * 1024 * 1024];
const MAX_END_RECORDS = 64;
function looksLikeZip(head) {
    if (head.length < 4 || head[0] !== BEGINNING.charCodeAt(0))
        return false;
    return head.readUInt32LE(0) === zip_table/* LOCAL_HEADER */.Et || head.subarray(0, 4).equals(END_RECORD);
}
async function readDirectory(source, limits) {
    const program = (0,directory_program/* takeDirectoryProgram */.$)();
    for (const length of TAILS) {
        const start = Math.max(0, source.size - length);
        const tail = await source.read(start, length);
        const found = await directoryFromTail({ source, limits, program }, tail, start);
        if (found)
            return capped(found, limits);
        if (start === 0)
            break;
    }
    const { table, problems } = await walkLocalHeaders(source, limits, program);
    if (table.count === 0)
        return {
            table,
            problems: [
                {
                    kind: 'malformed',
                    reason: 'not a ZIP archive, which every app is: was it built, downloaded or checked out whole?',
                },
            ],
        };
    const reason = 'the central directory is missing or broken (file cut off?); entries were found by their local headers';
    return capped({ table, problems: [{ kind: 'truncated', reason }, ...problems] }, limits);
}
function capped({ table, problems }, limits) {
    if (table.count <= limits.entries)
        return { table, problems };
    const reason = `more than ${limits.entries} entries (entry count limit); the rest was not read`;
    return { table: { ...table, count: limits.entries }, problems: [...problems, { kind: 'limit', reason }] };
}
async function directoryFromTail(reading, tail, tailStart) {
    let at = tail.lastIndexOf(END_RECORD);
    let empty;
    for (let tried = 0; at !== -1 && tried < MAX_END_RECORDS; tried++) {
        if (at + END_RECORD_SIZE <= tail.length) {
            const directory = await directoryAt(reading, tail, at, tailStart);
            if (directory && directory.table.count > 0)
                return directory;
            empty ??= directory;
        }
        at = at === 0 ? -1 : tail.lastIndexOf(END_RECORD, at - 1);
    }
    if (!empty || reading.source.size > 4096)
        return undefined;
    return empty;
}
async function directoryAt(reading, tail, at, tailStart) {
    const { source, program } = reading;
    const record = tailStart + at;
    const zip64 = await zip64Record(source, record);
    const count = zip64?.count ?? tail.readUInt16LE(at + 10);
    const size = zip64?.size ?? tail.readUInt32LE(at + 12);
    const declared = zip64?.offset ?? tail.readUInt32LE(at + 16);
    if (count === 0 && size === 0)
        return { table: (0,zip_table/* emptyTable */._d)(program), problems: [] };
    const end = zip64?.at ?? record;
    for (const start of [declared, end - size]) {
        if (start < 0 || start >= end)
            continue;
        const head = await source.read(start, 4);
        if (head.length < 4 || head.readUInt32LE(0) !== zip_table/* CENTRAL_HEADER */.E_)
            continue;
        return readEntries(reading, start, end, start - declared);
    }
    return undefined;
}
async function zip64Record(source, record) {
    if (record < ZIP64_LOCATOR_SIZE)
        return undefined;
    const locator = await source.read(record - ZIP64_LOCATOR_SIZE, ZIP64_LOCATOR_SIZE);
    if (locator.length < ZIP64_LOCATOR_SIZE || locator.readUInt32LE(0) !== ZIP64_LOCATOR)
        return undefined;
    const beforeLocator = record - ZIP64_LOCATOR_SIZE - ZIP64_END_RECORD_SIZE;
    for (const at of [Number(locator.readBigUInt64LE(8)), beforeLocator]) {
        if (at < 0 || at >= record)
            continue;
        const bytes = await source.read(at, ZIP64_END_RECORD_SIZE);
        if (bytes.length < ZIP64_END_RECORD_SIZE || bytes.readUInt32LE(0) !== ZIP64_END_RECORD)
            continue;
        return {
            at,
            count: Number(bytes.readBigUInt64LE(32)),
            size: Number(bytes.readBigUInt64LE(40)),
            offset: Number(bytes.readBigUInt64LE(48)),
        };
    }
    return undefined;
}
async function readEntries({ source, limits, program }, start, end, shift) {
    const directory = (0,artifacts_source/* windowSource */.qq)(source, start, Math.min(end - start, limits.directoryBytes));
    const { table, read } = await (0,zip_table/* readTable */.xz)(directory, { shift, end: start, most: limits.entries + 1 }, program);
    const problems = [];
    if (end - start > limits.directoryBytes) {
        const reason = `central directory larger than ${(0,artifacts_limits/* megabytes */.ix)(limits.directoryBytes)}; the rest was not read`;
        problems.push({ kind: 'limit', reason });
    }
    else if (table.count <= limits.entries && (await isEntryLost(directory, read))) {
        problems.push({ kind: 'malformed', reason: 'the central directory is broken; the entries behind that are lost' });
    }
    return { table, problems };
}
const ENTRY = Buffer.from('PK\x01\x02', 'latin1');
const LOOKED_AT_AT_A_TIME = 1024 * 1024;
async function isEntryLost(directory, from) {
    for (let at = from; at < directory.size; at += LOOKED_AT_AT_A_TIME) {
        const bytes = await directory.read(at, LOOKED_AT_AT_A_TIME + ENTRY.length - 1);
        if (bytes.includes(ENTRY))
            return true;
    }
    return false;
}


/***/ }),

/***/ 249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ PAGE),
/* harmony export */   V: () => (/* binding */ instances)
/* harmony export */ });
const PAGE = 64 * 1024;
function instances(base64) {
    let compiled;
    return (pages) => {
        compiled ??= new WebAssembly.Module(Buffer.from(base64, 'base64'));
        const memory = new WebAssembly.Memory({ initial: pages });
        const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
        const grown = (bytes) => {
            const missing = Math.ceil((bytes - memory.buffer.byteLength) / PAGE);
            if (missing > 0)
                memory.grow(missing);
            return memory.buffer;
        };
        return { code: exports, memory: memory.buffer, grown };
    };
}


/***/ })

} };
})
