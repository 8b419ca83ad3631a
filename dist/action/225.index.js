// dcdc67eb2ca5a4ce81efa644963f987a
(function (__importMeta, require, keepCompiled) {
'use strict';
const { filename: __filename, dirname: __dirname } = __importMeta;
return { id: 225, ids: [225], modules: {

/***/ 5225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findMappings: () => (/* binding */ findMappings),
/* harmony export */   readMapping: () => (/* binding */ readMapping)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


const MAX_DEPTH = 6;
const MAX_FOLDERS = 5_000;
const MAX_FILES = 32;
const MAX_BYTES = 256 << 20;
const LEFT_OUT = new Set(['node_modules', 'Pods', 'Carthage', 'src', 'vendor', 'third_party']);
async function findMappings(folder) {
    const found = [];
    let pending = [folder];
    let visited = 0;
    for (let depth = 0; depth < MAX_DEPTH && pending.length > 0; depth += 1) {
        const next = [];
        for (const current of pending) {
            visited += 1;
            if (visited > MAX_FOLDERS || found.length >= MAX_FILES)
                return headsOf(found);
            for (const name of await foldersOf(current)) {
                if (name === 'build')
                    found.push(...(await mappingsBelow(node_path__WEBPACK_IMPORTED_MODULE_1__.join(current, 'build', 'outputs', 'mapping'))));
                else if (!name.startsWith('.') && !LEFT_OUT.has(name))
                    next.push(node_path__WEBPACK_IMPORTED_MODULE_1__.join(current, name));
            }
        }
        pending = next;
    }
    return headsOf(found);
}
async function readMapping({ file }) {
    return readBytes(file, MAX_BYTES);
}
async function mappingsBelow(folder) {
    const variants = await foldersOf(folder);
    const deeper = await Promise.all(variants.map(async (variant) => (await foldersOf(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, variant))).map((name) => node_path__WEBPACK_IMPORTED_MODULE_1__.join(variant, name))));
    const candidates = [...variants, ...deeper.flat()].map((variant) => node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, variant, 'mapping.txt'));
    const present = await Promise.all(candidates.map((file) => isFile(file)));
    return candidates.filter((_, index) => present[index] === true);
}
async function foldersOf(folder) {
    const children = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true }).catch(() => []);
    return children.filter((child) => child.isDirectory()).map(({ name }) => name);
}
async function isFile(file) {
    const status = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file).catch(() => undefined);
    return status?.isFile() === true;
}
const HEAD_BYTES = 8192;
async function headsOf(files) {
    return Promise.all(files.map(async (file) => {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, 'r').catch(() => undefined);
        if (handle === undefined)
            return { file };
        try {
            const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
            const mapId = /^#\s{0,4}pg_map_id:\s{0,4}([\w-]{1,200})/m.exec(buffer.toString('latin1', 0, bytesRead))?.[1];
            return mapId === undefined ? { file } : { file, mapId };
        }
        finally {
            await handle.close();
        }
    }));
}
async function readBytes(file, limit) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, 'r').catch(() => undefined);
    if (handle === undefined)
        return undefined;
    try {
        const { size } = await handle.stat();
        return size > limit ? undefined : (await handle.readFile()).toString('latin1');
    }
    catch {
        return undefined;
    }
    finally {
        await handle.close();
    }
}


/***/ })

} };
})
