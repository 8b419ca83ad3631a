import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { Script } from 'node:vm';
/** Runs a script that stands beside a module; its first line tells one build of it from another. */
export function loadScript(meta, name) {
    const file = path.join(meta.dirname, name);
    // Scripts are ASCII: nothing has to be decoded.
    const source = readFileSync(file, 'latin1');
    const kept = keptOf(source.slice(0, source.indexOf('\n')));
    const cachedData = kept === undefined ? undefined : bytesOf(kept);
    const script = new Script(source, { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
    let isKept = cachedData !== undefined && script.cachedDataRejected !== true;
    const keep = () => {
        if (kept === undefined || isKept)
            return;
        isKept = true;
        write(kept, script.createCachedData());
    };
    // A thread is ended from outside, without this event: it has to say itself when it is done.
    process.once('exit', keep);
    const run = script.runInThisContext();
    return run(meta, createRequire, keep);
}
/**
 * In the user's own cache folder, since whoever can write there decides what is run. Not in CI, where there is no next start on the
 * same machine.
 */
function keptOf(build) {
    const { CI, NODE_DISABLE_COMPILE_CACHE, XDG_CACHE_HOME } = process.env;
    if (CI !== undefined || NODE_DISABLE_COMPILE_CACHE !== undefined)
        return undefined;
    const caches = XDG_CACHE_HOME ?? path.join(homedir(), '.cache');
    // V8 itself refuses what was compiled with other flags.
    return path.join(caches, 'ajar', `${process.version}-${process.arch}`, build.replace(/^\W+/, ''));
}
function bytesOf(file) {
    try {
        return readFileSync(file);
    }
    catch {
        return undefined;
    }
}
/** At once as a whole, for other processes and threads may read it, or write their own. What cannot be kept is compiled again. */
function write(file, bytes) {
    const fresh = `${file}.${process.pid}-${process.hrtime.bigint()}`;
    try {
        mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
        writeFileSync(fresh, bytes, { mode: 0o600 });
        renameSync(fresh, file);
    }
    catch {
        return;
    }
}
