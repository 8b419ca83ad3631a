import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtifactKind, Candidate } from './artifact.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { openFile } from './source.ts';
import { list } from './walk.ts';
import { looksLikeZip, readDirectory } from './zip.ts';
import { nameAt, namedEntries, type ZipTable } from './zip-table.ts';

/** What a path is, told by what it holds; names only where the content is plain text. */
export type Kind = Pick<Candidate, 'kind' | 'form'>;

/** The kind of an archive, from the names of its entries. */
export function archiveKind(names: readonly string[]): ArtifactKind {
  const has = (name: string) => names.includes(name);
  const hasLike = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has('BundleConfig.pb') || hasLike(/^[^/]{1,100}\/manifest\/AndroidManifest\.xml$/)) return 'aab';
  if (has('classes.jar') && has('AndroidManifest.xml')) return 'aar';
  if (has('AndroidManifest.xml')) return 'apk';
  if (hasLike(/(^|\/)Payload\/[^/]{1,200}\.app\//)) return 'ipa';
  if (hasLike(/^[^/]{1,200}\.xcarchive\/Info\.plist$/) || hasLike(/^Products\/Applications\/[^/]{1,200}\.app\//)) {
    return 'xcarchive';
  }
  if (hasLike(/^[^/]{1,200}\.app\/(Contents\/)?Info\.plist$/)) return 'app';
  if (hasLike(/\.apk$/i)) {
    if (has('toc.pb')) return 'apks';
    if (has('manifest.json')) return 'xapk';
    if (has('info.json')) return 'apkm';
    return 'apks';
  }
  return 'zip';
}

/** Hermes bytecode (hermes/BCGen/HBC/BytecodeFileFormat.h), Metro's RAM bundle (metro/src/shared/output/RamBundle). */
const BUNDLE_MAGICS = ['c61fbc03c103191f', 'e5d10bfb'];
/** Plain text has no magic: these are the names React Native, Expo and Cordova give. */
const BUNDLE_NAME = /(\.jsbundle|\.android\.bundle|\.ios\.bundle|\.hbc)$/;

/** An archive may have bytes before it, or be empty or cut off: then its name tells. */
const ARCHIVE_NAME = /\.(apk|aab|apks|xapk|apkm|aar|ipa|zip)$/i;

/** The kind of a file; undefined if it cannot be opened. */
export async function fileKind(location: string): Promise<Kind | undefined> {
  const head = await headOf(location).catch(() => undefined);
  if (!head) return undefined;
  const named = ARCHIVE_NAME.exec(location)?.[1]?.toLowerCase();
  if (looksLikeZip(head) || named !== undefined) {
    const known = await kindOfArchive(location).catch(() => undefined);
    // What is called an app and cannot be opened as one has to be reported as that app.
    const kind = known ?? ((named ?? 'zip') as ArtifactKind);
    return { kind, form: 'archive' };
  }
  const magic = head.toString('hex');
  const isBundle = BUNDLE_MAGICS.some((bundle) => magic.startsWith(bundle)) || BUNDLE_NAME.test(location);
  return { kind: isBundle ? 'bundle' : 'file', form: 'file' };
}

async function headOf(location: string): Promise<Buffer> {
  const handle = await open(location, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** So many entries of a large archive mostly tell what it is. */
const FIRST_ENTRIES = 1000;

/** Undefined if there is no entry in it. */
async function kindOfArchive(location: string): Promise<ArtifactKind | undefined> {
  const source = await openFile(location);
  try {
    for (const entries of [FIRST_ENTRIES, DEFAULT_LIMITS.entries]) {
      const { table } = await readDirectory(source, { ...DEFAULT_LIMITS, entries });
      const kind = archiveKind(await namesOf(table));
      if (table.count === 0) return undefined;
      if (kind !== 'zip' || table.count < entries) return kind;
    }
    return 'zip';
  } finally {
    await source.close();
  }
}

async function namesOf(table: ZipTable): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const { entries, names } of namedEntries(table)) {
    for (const index of entries) all.push(nameAt(table, index, names));
  }
  return all;
}

/** The kind of a folder that is one artifact; undefined for any other folder. */
export async function folderKind(location: string): Promise<Kind | undefined> {
  const children = await list(location).catch(() => []);
  const names = new Set(children.map((child) => child.name));
  const archive = names.has('Products') && names.has('Info.plist');
  if (archive) return { kind: 'xcarchive', form: 'folder' };
  if (
    names.has('Info.plist') &&
    (await holdsMachO(
      location,
      children.filter((child) => child.isFile()),
    ))
  ) {
    return { kind: 'app', form: 'folder' };
  }
  if (names.has('Contents') && (await isFile(join(location, 'Contents/Info.plist')))) {
    return { kind: 'app', form: 'folder' };
  }
  if (/\.app$/i.test(location) && names.has('Info.plist')) return { kind: 'app', form: 'folder' };
  if (names.has('Payload') && (await holdsApp(join(location, 'Payload')))) return { kind: 'ipa', form: 'folder' };
  if (names.has('AndroidManifest.xml') && (names.has('classes.dex') || names.has('resources.arsc'))) {
    return { kind: 'apk', form: 'folder' };
  }
  if (names.has('BundleConfig.pb') && names.has('base')) return { kind: 'aab', form: 'folder' };
  // What `adb pull` and bundletool leave behind: one app in several files.
  if (names.has('base.apk') && [...names].some((name) => /^split_.{1,200}\.apk$/.test(name))) {
    return { kind: 'apks', form: 'folder' };
  }
  return undefined;
}

/** Mach-O thin and fat (mach-o/loader.h, mach-o/fat.h). */
const MACH_O = new Set(['cffaedfe', 'cefaedfe', 'feedfacf', 'feedface', 'cafebabe', 'cafebabf']);
const MAX_LOOKED_AT = 200;

async function holdsMachO(location: string, files: readonly { readonly name: string }[]): Promise<boolean> {
  for (const file of files.slice(0, MAX_LOOKED_AT)) {
    const head = await headOf(join(location, file.name)).catch(() => Buffer.alloc(0));
    if (MACH_O.has(head.toString('hex', 0, 4))) return true;
  }
  return false;
}

async function holdsApp(payload: string): Promise<boolean> {
  const children = await list(payload).catch(() => []);
  return children.some((child) => child.isDirectory() && /\.app$/i.test(child.name));
}

async function isFile(location: string): Promise<boolean> {
  return stat(location).then(
    (stats) => stats.isFile(),
    () => false,
  );
}
