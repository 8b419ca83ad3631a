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
/** Those of this thread. */
const loaded = [];
/** What a chunk of the bundle exports. */
function loadChunk(meta, name) {
    const exported = runScript(meta, name);
    if (loaded.length === 1)
        process.once('exit', keepMore);
    return exported;
}
/** Runs the program of a thread. It says itself when it is done, for it may be ended at any moment. */
function runProgram(meta, name) {
    runScript(meta, name);
}
/** Runs a script that stands beside a module; its first line tells one build of it from another. */
function runScript(meta, name) {
    const filename = node_path_1.default.join(meta.dirname, name);
    // Scripts are ASCII: nothing has to be decoded.
    const source = (0, node_fs_1.readFileSync)(filename, 'latin1');
    const file = fileOf(source.slice(0, source.indexOf('\n')));
    const found = file === undefined ? undefined : keptIn(file);
    const script = new node_vm_1.Script(source, { filename, ...(found === undefined ? {} : { cachedData: found.code }) });
    const kept = script.cachedDataRejected === false ? found : undefined;
    if (file !== undefined)
        loaded.push({ script, file, kept });
    const run = script.runInThisContext();
    return run(meta, require, keepFirst);
}
/** What a thread does is much the same in all scans. */
function keepFirst() {
    if (loaded.some(({ kept }) => kept === undefined))
        keepAll();
}
/** To keep all anew takes some hundredths of a second. */
const WORTH_KEEPING = 1.02;
/** What another scan needs can be something else. */
function keepMore() {
    const density = bytecodeSize() / total(loaded.map(({ kept }) => kept?.code.length ?? 0));
    if (loaded.some(({ kept }) => kept === undefined || density > WORTH_KEEPING * kept.density))
        keepAll();
}
function keepAll() {
    const codes = loaded.map(({ script }) => script.createCachedData());
    const density = bytecodeSize() / total(codes.map((code) => code.length));
    for (const [index, { script, file }] of loaded.entries()) {
        const kept = { code: codes[index], density };
        write(file, kept);
        loaded[index] = { script, file, kept };
    }
}
function total(sizes) {
    return sizes.reduce((sum, size) => sum + size, 0);
}
/** Tells without much ado whether functions were compiled that were not kept. */
function bytecodeSize() {
    return process.getBuiltinModule('node:v8').getHeapCodeStatistics().bytecode_and_metadata_size;
}
/**
 * In the user's own cache folder, since whoever can write there decides what is run. Not in CI, where there is no next start on the
 * same machine.
 */
function fileOf(build) {
    const { CI, NODE_DISABLE_COMPILE_CACHE, XDG_CACHE_HOME, HOME, USERPROFILE } = process.env;
    if (CI !== undefined || NODE_DISABLE_COMPILE_CACHE !== undefined)
        return undefined;
    const caches = XDG_CACHE_HOME ?? node_path_1.default.join(HOME ?? USERPROFILE ?? '', '.cache');
    // Else it would lie in whatever folder Ajar is run in.
    if (!node_path_1.default.isAbsolute(caches))
        return undefined;
    // V8 itself refuses what was compiled with other flags.
    return node_path_1.default.join(caches, 'ajar', `${process.version}-${process.arch}`, build.replace(/^\W+/, ''));
}
/** The density stands before the code. */
const BEFORE = Float64Array.BYTES_PER_ELEMENT;
function keptIn(file) {
    try {
        const bytes = (0, node_fs_1.readFileSync)(file);
        return { code: bytes.subarray(BEFORE), density: bytes.readDoubleLE(0) };
    }
    catch {
        return undefined;
    }
}
/** At once as a whole, for other processes and threads may read it, or write their own. What cannot be kept is compiled again. */
function write(file, { code, density }) {
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
