import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { ArtifactKind, Candidate } from './artifact.ts';
import { giveBackDirectoryProgram } from './directory/program.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { type ByteSource, openFile } from './source.ts';
import { listed, statOf } from './walk.ts';
import { looksLikeZip, readDirectory } from './zip.ts';
import { entryNamedAt, nameAt, namedEntries, type ZipTable } from './zip-table.ts';

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
  const head = headOf(location);
  if (head === undefined) return undefined;
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

const HEAD_BYTES = 64;

/** Undefined if it cannot be opened. */
function headOf(location: string): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(location, 'r');
    const head = Buffer.alloc(HEAD_BYTES);
    return head.subarray(0, readSync(file, head, 0, HEAD_BYTES, 0));
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** What of a directory is looked at first: that mostly tells it, and all of it is read once the kind is known. */
const FIRST_BYTES = 256 * 1024;

/** Undefined if there is no entry in it. */
async function kindOfArchive(location: string): Promise<ArtifactKind | undefined> {
  const source = await openFile(location);
  try {
    const first = await kindWithin(source, { ...DEFAULT_LIMITS, directoryBytes: FIRST_BYTES });
    if (first.isWhole || (first.kind !== undefined && first.kind !== 'zip')) return first.kind;
    return (await kindWithin(source, DEFAULT_LIMITS)).kind;
  } finally {
    await source.close();
  }
}

async function kindWithin(
  source: ByteSource,
  limits: Limits,
): Promise<{ readonly kind: ArtifactKind | undefined; readonly isWhole: boolean }> {
  const { table, problems } = await readDirectory(source, limits);
  const kind = table.count === 0 ? undefined : await kindOfTable(table);
  giveBackDirectoryProgram(table.program);
  return { kind, isWhole: problems.length === 0 };
}

/** What is in each name that archiveKind asks for. */
const TELLING =
  /AndroidManifest\.xml|BundleConfig\.pb|classes\.jar|\.app\/|\.xcarchive\/|\.apk|toc\.pb|manifest\.json|info\.json/gi;

/** Tell nothing alone, but another kind together with others. */
const BESIDE = new Set(['classes.jar', 'toc.pb', 'manifest.json', 'info.json']);

function tells(name: string): boolean {
  return BESIDE.has(name) || archiveKind([name]) !== 'zip';
}

/** The first names mostly tell it. Of the others none is made unless one of those that stand together can tell. */
async function kindOfTable(table: ZipTable): Promise<ArtifactKind> {
  const telling = new Set<string>();
  let last: number | undefined;
  for await (const { names } of namedEntries(table)) {
    for (const match of names.bytes.toString('latin1').matchAll(TELLING)) {
      const index = entryNamedAt(table, names.start + match.index);
      if (index === undefined || index === last) continue;
      last = index;
      const name = nameAt(table, index, names);
      if (tells(name)) telling.add(name);
    }
    const kind = archiveKind([...telling]);
    if (kind !== 'zip') return kind;
  }
  return 'zip';
}

/** The kind of a folder that is one artifact; undefined for any other folder. */
export function folderKind(location: string): Kind | undefined {
  const children = listed(location);
  const names = new Set(children.map((child) => child.name));
  const archive = names.has('Products') && names.has('Info.plist');
  if (archive) return { kind: 'xcarchive', form: 'folder' };
  if (
    names.has('Info.plist') &&
    holdsMachO(
      location,
      children.filter((child) => child.isFile()),
    )
  ) {
    return { kind: 'app', form: 'folder' };
  }
  if (names.has('Contents') && isFile(join(location, 'Contents/Info.plist'))) {
    return { kind: 'app', form: 'folder' };
  }
  if (/\.app$/i.test(location) && names.has('Info.plist')) return { kind: 'app', form: 'folder' };
  if (names.has('Payload') && holdsApp(join(location, 'Payload'))) return { kind: 'ipa', form: 'folder' };
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

function holdsMachO(location: string, files: readonly { readonly name: string }[]): boolean {
  for (const file of files.slice(0, MAX_LOOKED_AT)) {
    if (MACH_O.has(headOf(join(location, file.name))?.toString('hex', 0, 4) ?? '')) return true;
  }
  return false;
}

function holdsApp(payload: string): boolean {
  return listed(payload).some((child) => child.isDirectory() && /\.app$/i.test(child.name));
}

function isFile(location: string): boolean {
  return statOf(location)?.isFile() ?? false;
}
