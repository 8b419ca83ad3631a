// 038f4bb9f5d3e938937fc1d4246278fd
(function (__importMeta, require, keepCompiled) {
'use strict';
const { filename: __filename, dirname: __dirname } = __importMeta;
return { id: 763, ids: [763], modules: {

/***/ 7763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readRepo: () => (/* binding */ readRepo)
/* harmony export */ });
/* unused harmony export REPO_LIMITS */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2730);
/* harmony import */ var _shared_glob_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(979);




const REPO_LIMITS = { files: 20_000, fileBytes: 2 << 20, totalBytes: 256 << 20 };
const LEFT_OUT = new Set([
    '.git',
    'node_modules',
    'Pods',
    'Carthage',
    'DerivedData',
    '.gradle',
    '.dart_tool',
    '.terraform',
    '.next',
    '.expo',
    '.idea',
    '.venv',
    'venv',
    '__pycache__',
    'vendor',
    'third_party',
    'bower_components',
]);
const BUILD_OUTPUT = new Set(['build', 'dist', 'out', 'target', 'bin', 'obj']);
const BINARY = /\.(?:png|jpe?g|gif|webp|ico|icns|pdf|mp[34]|m4a|mov|wav|ogg|ttf|otf|woff2?|zip|gz|jar|aar|apk|aab|apks|xapk|ipa|so|dylib|a|o|dex|class|keystore|jks|p12|db|sqlite|realm|wasm|bin)$|(?<!(?:^|\/)(?:Podfile|pubspec))\.lock$/i;
const LOCK = /(?:^|\/)(?:package-lock|npm-shrinkwrap|Package\.resolved|pnpm-lock|packages\.lock|deno\.lock)(?:\.json|\.yaml)?$/;
async function readRepo(root, repo, exclude, limits = REPO_LIMITS) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(root, repo);
    await demandFolder(folder, repo);
    const problems = [];
    const listed = (await listTracked(folder)) ?? (await listFolder(folder, problems, limits));
    const below = node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, folder).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
    const prefix = below.startsWith('..') ? '' : below;
    const shown = (name) => (prefix === '' ? name : `${prefix}/${name}`);
    const kept = listed.filter((name) => !isLeftOut(name) && !exclude.some((pattern) => (0,_shared_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .matchesGlob */ .k)(pattern, name)));
    const leftOut = listed.length - kept.length;
    if (listed.length === 0) {
        const reason = 'no file in this folder; is the repository checked out here?';
        problems.push({ kind: 'not-found', path: prefix === '' ? '.' : prefix, reason });
    }
    if (leftOut > 0) {
        problems.push({
            kind: 'note',
            path: prefix === '' ? '.' : prefix,
            reason: `${leftOut} files in dependency, vendored or excluded folders were left out`,
        });
    }
    if (kept.length > limits.files) {
        problems.push({
            kind: 'limit',
            path: prefix === '' ? '.' : prefix,
            reason: `${kept.length} files; only the first ${limits.files} were read (exclude: in .ajar.yml leaves folders out)`,
        });
    }
    const files = [];
    let total = 0;
    for (const name of kept.slice(0, limits.files).filter(isReadable)) {
        const read = await readText(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, name), Math.min(limits.fileBytes, limits.totalBytes - total));
        if (read.type === 'text') {
            total += read.text.length;
            files.push({ path: shown(name), text: read.text });
        }
        else if (read.type === 'problem') {
            problems.push({ kind: read.kind, path: shown(name), reason: read.reason });
        }
    }
    return { files, paths: kept.map(shown), problems };
}
async function demandFolder(folder, shown) {
    const status = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(folder).catch((error) => {
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb(`repository ${shown}: cannot be read (${(0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}); --repo takes a folder`);
    });
    if (!status.isDirectory())
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb(`repository ${shown}: it is a file; --repo takes the folder of the repository`);
}
function isReadable(name) {
    return !BINARY.test(name) && !LOCK.test(name);
}
function isLeftOut(name) {
    return name
        .split('/')
        .slice(0, -1)
        .some((folder) => LEFT_OUT.has(folder));
}
async function listTracked(folder) {
    const safe = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'safe.directory=*'];
    const command = [...safe, 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
    const { execFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1421, 19));
    return new Promise((resolve) => {
        execFile('git', command, { cwd: folder, maxBuffer: 64 << 20, encoding: 'utf8' }, (error, output) => {
            resolve(error === null
                ? output
                    .split('\0')
                    .filter((name) => name !== '')
                    .sort()
                : undefined);
        });
    });
}
async function listFolder(folder, problems, limits) {
    const names = [];
    const pending = [''];
    for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
        const children = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, current), { withFileTypes: true }).catch((error) => {
            problems.push({ kind: 'unreadable', path: current === '' ? folder : current, reason: (0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error) });
            return [];
        });
        for (const child of children) {
            const name = current === '' ? child.name : `${current}/${child.name}`;
            if (child.isDirectory()) {
                if (!LEFT_OUT.has(child.name) && !BUILD_OUTPUT.has(child.name))
                    pending.push(name);
            }
            else if (child.isFile())
                names.push(name);
            if (names.length > limits.files * 2)
                return names.sort();
        }
    }
    return names.sort();
}
async function readText(file, limit) {
    try {
        const status = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(file);
        if (!status.isFile())
            return { type: 'binary' };
        if (status.size > limit)
            return {
                type: 'problem',
                kind: 'limit',
                reason: `too large to be read (${megabytes(status.size)}, the limit is ${megabytes(limit)}); exclude: in .ajar.yml leaves it out`,
            };
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, 'r');
        try {
            const bytes = await handle.readFile();
            return bytes.subarray(0, 8192).includes(0)
                ? { type: 'binary' }
                : { type: 'text', text: withoutMark(bytes.toString('utf8')) };
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return { type: 'binary' };
        return { type: 'problem', kind: 'unreadable', reason: (0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error) };
    }
}
function megabytes(bytes) {
    return `${(bytes / 1e6).toFixed(1)} MB`;
}
function withoutMark(text) {
    return text.startsWith('\ufeff') ? text.slice(1) : text;
}


/***/ })

} };
})
