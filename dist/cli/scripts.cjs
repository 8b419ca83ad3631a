"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.loadChunk = loadChunk;
exports.runProgram = runProgram;
const node_fs_1 = require("node:fs");
const node_path_1 = __importDefault(require("node:path"));
const node_vm_1 = require("node:vm");
const loaded = [];
function loadChunk(meta, name) {
    const exported = runScript(meta, name);
    if (loaded.length === 1)
        process.once('exit', keepMore);
    return exported;
}
function runProgram(meta, name) {
    runScript(meta, name);
}
function runScript(meta, name) {
    const filename = node_path_1.default.join(meta.dirname, name);
    const source = (0, node_fs_1.readFileSync)(filename, 'latin1');
    const file = fileOf(source.slice(0, source.indexOf('\n')));
    const found = file === undefined ? undefined : foundIn(file);
    const script = new node_vm_1.Script(source, { filename, ...(found === undefined ? {} : { cachedData: found.code }) });
    const kept = script.cachedDataRejected === false ? found?.kept : undefined;
    if (file !== undefined)
        loaded.push({ script, file, kept });
    const run = script.runInThisContext();
    return run(meta, require, keepFirst);
}
function keepFirst() {
    if (loaded.some(({ kept }) => kept === undefined))
        keepAll();
}
const WORTH_KEEPING = 1.02;
function keepMore() {
    const density = bytecodeSize() / total(loaded.map(({ kept }) => kept?.size ?? 0));
    if (loaded.some(({ kept }) => kept === undefined || density > WORTH_KEEPING * kept.density))
        keepAll();
}
function keepAll() {
    const codes = loaded.map(({ script }) => script.createCachedData());
    const density = bytecodeSize() / total(codes.map((code) => code.length));
    for (const [index, { script, file }] of loaded.entries()) {
        const code = codes[index];
        write(file, code, density);
        loaded[index] = { script, file, kept: { size: code.length, density } };
    }
}
function total(sizes) {
    return sizes.reduce((sum, size) => sum + size, 0);
}
function bytecodeSize() {
    return process.getBuiltinModule('node:v8').getHeapCodeStatistics().bytecode_and_metadata_size;
}
function fileOf(build) {
    const { CI, NODE_DISABLE_COMPILE_CACHE, XDG_CACHE_HOME, HOME, USERPROFILE } = process.env;
    if (CI !== undefined || NODE_DISABLE_COMPILE_CACHE !== undefined)
        return undefined;
    const caches = XDG_CACHE_HOME ?? node_path_1.default.join(HOME ?? USERPROFILE ?? '', '.cache');
    if (!node_path_1.default.isAbsolute(caches))
        return undefined;
    return node_path_1.default.join(caches, 'ajar', `${process.version}-${process.arch}`, build.replace(/^\W+/, ''));
}
const BEFORE = Float64Array.BYTES_PER_ELEMENT;
function foundIn(file) {
    try {
        const bytes = (0, node_fs_1.readFileSync)(file);
        const code = bytes.subarray(BEFORE);
        return { code, kept: { size: code.length, density: bytes.readDoubleLE(0) } };
    }
    catch {
        return undefined;
    }
}
function write(file, code, density) {
    const fresh = `${file}.${process.pid}-${process.hrtime.bigint()}`;
    const before = Buffer.alloc(BEFORE);
    before.writeDoubleLE(density);
    try {
        (0, node_fs_1.mkdirSync)(node_path_1.default.dirname(file), { recursive: true, mode: 0o700 });
        (0, node_fs_1.writeFileSync)(fresh, Buffer.concat([before, code]), { mode: 0o600 });
        (0, node_fs_1.renameSync)(fresh, file);
    }
    catch {
        return;
    }
}
