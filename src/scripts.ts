import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';

/*
 * Loads the files of the bundle that scripts/build.mjs has made scripts of, with what V8 compiled of them before. Node's own compile
 * cache keeps what is compiled when a file is loaded; most of a program is compiled later, function by function, as each is called,
 * and a scan of a small app takes not much longer than that.
 *
 * Runs as it is beside the bundle, as CommonJS: nothing of the project is imported, and of Node only what is there anyway.
 */

/** What a script is called with: what a module has of its own. */
type Run = (meta: Meta, require: NodeJS.Require, keep: () => void) => unknown;

/** What a program is given of its `import.meta`. */
type Meta = Pick<ImportMeta, 'filename' | 'dirname' | 'url'>;

interface Kept {
  /** Bytes of the code. */
  readonly size: number;
  /** Bytes of bytecode in the thread, when it was kept, for each byte of what all its scripts kept. */
  readonly density: number;
}

interface Loaded {
  readonly script: Script;
  readonly file: string;
  /** What V8 took over. */
  readonly kept: Kept | undefined;
}

/** Those of this thread. */
const loaded: Loaded[] = [];

/** What a chunk of the bundle exports. */
export function loadChunk(meta: Meta, name: string): unknown {
  const exported = runScript(meta, name);
  if (loaded.length === 1) process.once('exit', keepMore);
  return exported;
}

/** Runs the program of a thread. It says itself when it is done, for it may be ended at any moment. */
export function runProgram(meta: Meta, name: string): void {
  runScript(meta, name);
}

/** Runs a script that stands beside a module; its first line tells one build of it from another. */
function runScript(meta: Meta, name: string): unknown {
  const filename = path.join(meta.dirname, name);
  // Scripts are ASCII: nothing has to be decoded.
  const source = readFileSync(filename, 'latin1');
  const file = fileOf(source.slice(0, source.indexOf('\n')));
  const found = file === undefined ? undefined : foundIn(file);
  const script = new Script(source, { filename, ...(found === undefined ? {} : { cachedData: found.code }) });
  // The code itself is done with.
  const kept = script.cachedDataRejected === false ? found?.kept : undefined;
  if (file !== undefined) loaded.push({ script, file, kept });
  const run: Run = script.runInThisContext();
  return run(meta, require, keepFirst);
}

/** What a thread does is much the same in all scans. */
function keepFirst(): void {
  if (loaded.some(({ kept }) => kept === undefined)) keepAll();
}

/** To keep all anew takes some hundredths of a second. */
const WORTH_KEEPING = 1.02;

/** What another scan needs can be something else. */
function keepMore(): void {
  const density = bytecodeSize() / total(loaded.map(({ kept }) => kept?.size ?? 0));
  if (loaded.some(({ kept }) => kept === undefined || density > WORTH_KEEPING * kept.density)) keepAll();
}

function keepAll(): void {
  const codes = loaded.map(({ script }) => script.createCachedData());
  const density = bytecodeSize() / total(codes.map((code) => code.length));
  for (const [index, { script, file }] of loaded.entries()) {
    const code = codes[index] as Buffer;
    write(file, code, density);
    loaded[index] = { script, file, kept: { size: code.length, density } };
  }
}

function total(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Tells without much ado whether functions were compiled that were not kept. */
function bytecodeSize(): number {
  return process.getBuiltinModule('node:v8').getHeapCodeStatistics().bytecode_and_metadata_size;
}

/**
 * In the user's own cache folder, since whoever can write there decides what is run. Not in CI, where there is no next start on the
 * same machine.
 */
function fileOf(build: string): string | undefined {
  const { CI, NODE_DISABLE_COMPILE_CACHE, XDG_CACHE_HOME, HOME, USERPROFILE } = process.env;
  if (CI !== undefined || NODE_DISABLE_COMPILE_CACHE !== undefined) return undefined;
  const caches = XDG_CACHE_HOME ?? path.join(HOME ?? USERPROFILE ?? '', '.cache');
  // Else it would lie in whatever folder Ajar is run in.
  if (!path.isAbsolute(caches)) return undefined;
  // V8 itself refuses what was compiled with other flags.
  return path.join(caches, 'ajar', `${process.version}-${process.arch}`, build.replace(/^\W+/, ''));
}

/** The density stands before the code. */
const BEFORE = Float64Array.BYTES_PER_ELEMENT;

function foundIn(file: string): { readonly code: Buffer; readonly kept: Kept } | undefined {
  try {
    const bytes = readFileSync(file);
    const code = bytes.subarray(BEFORE);
    return { code, kept: { size: code.length, density: bytes.readDoubleLE(0) } };
  } catch {
    return undefined;
  }
}

/** At once as a whole, for other processes and threads may read it, or write their own. What cannot be kept is compiled again. */
function write(file: string, code: Buffer, density: number): void {
  const fresh = `${file}.${process.pid}-${process.hrtime.bigint()}`;
  const before = Buffer.alloc(BEFORE);
  before.writeDoubleLE(density);
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(fresh, Buffer.concat([before, code]), { mode: 0o600 });
    renameSync(fresh, file);
  } catch {
    return;
  }
}
