import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Problem } from '../model.ts';
import type { Candidate } from './artifact.ts';
import { globBelow, isGlob, matchesGlob, parseGlob } from './glob.ts';
import { fileKind, folderKind } from './kind.ts';
import { listed, statOf } from './walk.ts';

export interface FoundArtifacts {
  /** Each once, in the order of the patterns, those of one pattern sorted. */
  readonly candidates: readonly Candidate[];
  /** A pattern that matched nothing, a path that is not there: what should have been scanned and was not. */
  readonly problems: readonly Problem[];
}

/**
 * What files, folders and globs stand for. A folder that is one artifact (an `.app`, an unpacked APK) is one; any other
 * is searched for artifacts. `!pattern` takes out again. Reported paths are relative to `root`, patterns to `root`, too.
 */
export async function findArtifacts(patterns: readonly string[], root: string): Promise<FoundArtifacts> {
  const without = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const found = new Map<string, Candidate>();
  const problems: Problem[] = [];
  for (const pattern of patterns) {
    if (pattern.startsWith('!') || pattern === '') continue;
    const result = await findOne(normal(pattern), root);
    problems.push(...result.problems);
    for (const candidate of result.candidates) {
      if (without.some((excluded) => isExcluded(candidate.path, normal(excluded)))) continue;
      const real = realOf(candidate.location);
      if (!found.has(real)) found.set(real, candidate);
    }
  }
  const candidates = [...found.values()];
  if (candidates.length === 0 && problems.length === 0) {
    problems.push({ kind: 'not-found', path: '.', reason: 'no artifact is left after the patterns with `!`' });
  }
  return { candidates, problems };
}

/** Windows users write backslashes; a glob has none. */
function normal(pattern: string): string {
  return sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
}

function isExcluded(path: string, pattern: string): boolean {
  const parts = path.split('/');
  return parseGlob(pattern).some((glob) => matchesGlob(glob, parts) || matchesGlob([...glob, '**'], parts));
}

async function findOne(pattern: string, root: string): Promise<FoundArtifacts> {
  const literal = resolve(root, pattern);
  const known = statOf(literal);
  if (known || !isGlob(pattern)) return findAt(literal, root, pattern);
  const base = isAbsolute(pattern) ? resolve('/') : root;
  const candidates: Candidate[] = [];
  const problems: Problem[] = [];
  for (const glob of parseGlob(pattern)) {
    const { paths, cut } = globBelow(base, glob);
    if (cut)
      problems.push({ kind: 'limit', path: pattern, reason: 'too many files to look at; use a narrower pattern' });
    for (const path of outermost(paths)) {
      const result = await findAt(join(base, path), root, path);
      // A glob may well match a folder without any artifact in it.
      candidates.push(...result.candidates);
      problems.push(...result.problems.filter((problem) => problem.kind !== 'not-found'));
    }
  }
  if (candidates.length === 0) {
    problems.push({ kind: 'not-found', path: pattern, reason: 'the pattern matches no artifact; is the app built?' });
  }
  return { candidates, problems };
}

/** `**` matches a folder and all that is in it: the folder is enough. */
function outermost(paths: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const path of paths) {
    const last = kept.at(-1);
    if (last === undefined || (last !== '' && !path.startsWith(`${last}/`))) kept.push(path);
  }
  return kept;
}

async function findAt(location: string, root: string, asked: string): Promise<FoundArtifacts> {
  const stats = statOf(location);
  if (!stats) {
    return nothing({ kind: 'not-found', path: asked, reason: 'there is no such file or folder' });
  }
  const path = reported(location, root);
  if (!stats.isDirectory()) return findFile(location, path, stats.isFile());
  const kind = folderKind(location);
  if (kind) return { candidates: [{ path, location, ...kind }], problems: [] };
  return searchFolder(location, root);
}

async function findFile(location: string, path: string, regular: boolean): Promise<FoundArtifacts> {
  if (!regular) return nothing({ kind: 'unreadable', path, reason: 'neither a file nor a folder' });
  const kind = await fileKind(location);
  if (!kind) return nothing({ kind: 'unreadable', path, reason: 'the file cannot be opened' });
  return { candidates: [{ path, location, ...kind }], problems: [] };
}

function nothing(problem: Problem): FoundArtifacts {
  return { candidates: [], problems: [problem] };
}

/** Relative to the root; what lies outside keeps its whole path. */
export function reported(location: string, root: string): string {
  const path = relative(root, location);
  const outside = path.startsWith('..') || isAbsolute(path);
  return (outside ? location : path || '.').split(sep).join('/');
}

/** The same for a file that links lead to from several places. */
function realOf(location: string): string {
  try {
    return realpathSync.native(location);
  } catch {
    return location;
  }
}

const MAX_FILES = 50_000;
const MAX_DEPTH = 16;
const LEFT_OUT = new Set(['node_modules', '.git', '.gradle', 'Pods', 'intermediates']);
/** Files in a folder that are opened to see what they are. */
const MAY_BE_ARTIFACT = /\.(apk|aab|apks|xapk|apkm|aar|ipa|zip|jsbundle|bundle|hbc)$/i;

/** The artifacts within a folder of build output. Links are not followed. */
async function searchFolder(folder: string, root: string): Promise<FoundArtifacts> {
  const candidates: Candidate[] = [];
  const queue = [{ location: folder, depth: 0 }];
  let looked = 0;
  for (let next = queue.shift(); next && looked < MAX_FILES; next = queue.shift()) {
    for (const child of listed(next.location)) {
      looked++;
      const location = join(next.location, child.name);
      if (child.isFile() && MAY_BE_ARTIFACT.test(child.name)) {
        const kind = await fileKind(location);
        if (kind && kind.kind !== 'zip' && kind.kind !== 'file') {
          candidates.push({ path: reported(location, root), location, ...kind });
        }
      }
      if (!child.isDirectory() || LEFT_OUT.has(child.name) || next.depth >= MAX_DEPTH) continue;
      const kind = folderKind(location);
      if (kind) candidates.push({ path: reported(location, root), location, ...kind });
      else queue.push({ location, depth: next.depth + 1 });
    }
  }
  const path = reported(folder, root);
  const problems: Problem[] = [];
  if (looked >= MAX_FILES) {
    problems.push({ kind: 'limit', path, reason: `more than ${MAX_FILES} files; name the artifacts instead` });
  }
  if (candidates.length === 0) {
    problems.push({ kind: 'not-found', path, reason: 'no artifact in this folder; is the app built?' });
  }
  return { candidates, problems };
}
