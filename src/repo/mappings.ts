import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** A mapping.txt in the build output; its text is read when it is known to be wanted. */
export interface MappingFile {
  /** Absolute. */
  readonly file: string;
  /** `pg_map_id` of its head, if it says one. */
  readonly mapId?: string;
}

const MAX_DEPTH = 6;
const MAX_FOLDERS = 5_000;
const MAX_FILES = 32;
const MAX_BYTES = 256 << 20;
const LEFT_OUT = new Set(['node_modules', 'Pods', 'Carthage', 'src', 'vendor', 'third_party']);

/** The mappings that Gradle leaves at `<module>/build/outputs/mapping/<variant>/mapping.txt`, which git does not track. */
export async function findMappings(folder: string): Promise<readonly MappingFile[]> {
  const found: string[] = [];
  let pending: readonly string[] = [folder];
  let visited = 0;
  for (let depth = 0; depth < MAX_DEPTH && pending.length > 0; depth += 1) {
    const next: string[] = [];
    for (const current of pending) {
      visited += 1;
      if (visited > MAX_FOLDERS || found.length >= MAX_FILES) return headsOf(found);
      for (const name of await foldersOf(current)) {
        if (name === 'build') found.push(...(await mappingsBelow(path.join(current, 'build', 'outputs', 'mapping'))));
        else if (!name.startsWith('.') && !LEFT_OUT.has(name)) next.push(path.join(current, name));
      }
    }
    pending = next;
  }
  return headsOf(found);
}

/** Undefined where it cannot be read or is larger than is read. */
export async function readMapping({ file }: MappingFile): Promise<string | undefined> {
  return readBytes(file, MAX_BYTES);
}

/** Variants may lie one folder deeper, by flavour. */
async function mappingsBelow(folder: string): Promise<readonly string[]> {
  const variants = await foldersOf(folder);
  const deeper = await Promise.all(
    variants.map(async (variant) =>
      (await foldersOf(path.join(folder, variant))).map((name) => path.join(variant, name)),
    ),
  );
  const candidates = [...variants, ...deeper.flat()].map((variant) => path.join(folder, variant, 'mapping.txt'));
  const present = await Promise.all(candidates.map((file) => isFile(file)));
  return candidates.filter((_, index) => present[index] === true);
}

/** Links are not followed: they could lead out of the repository. */
async function foldersOf(folder: string): Promise<readonly string[]> {
  const children = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return children.filter((child) => child.isDirectory()).map(({ name }) => name);
}

async function isFile(file: string): Promise<boolean> {
  const status = await stat(file).catch(() => undefined);
  return status?.isFile() === true;
}

const HEAD_BYTES = 8192;

async function headsOf(files: readonly string[]): Promise<readonly MappingFile[]> {
  return Promise.all(
    files.map(async (file) => {
      const handle = await open(file, 'r').catch(() => undefined);
      if (handle === undefined) return { file };
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
        const mapId = /^#\s{0,4}pg_map_id:\s{0,4}([\w-]{1,200})/m.exec(buffer.toString('latin1', 0, bytesRead))?.[1];
        return mapId === undefined ? { file } : { file, mapId };
      } finally {
        await handle.close();
      }
    }),
  );
}

async function readBytes(file: string, limit: number): Promise<string | undefined> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    const { size } = await handle.stat();
    return size > limit ? undefined : (await handle.readFile()).toString('latin1');
  } catch {
    return undefined;
  } finally {
    await handle.close();
  }
}
