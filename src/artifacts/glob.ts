import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listed } from './walk.ts';

/** A glob cut at its slashes; `**` stands for any number of folders. */
export type Glob = readonly string[];

/** Entries of folders that are looked at for one glob. */
const MAX_VISITED = 200_000;
const MAX_DEPTH = 32;
/** Never searched unless the glob names them: they hold thousands of files and nobody's artifact. */
const LEFT_OUT = new Set(['node_modules', '.git', '.gradle', 'Pods', '.pub-cache', '.cxx']);

export function isGlob(pattern: string): boolean {
  return /[*?[{]/.test(pattern);
}

/** The globs that a pattern with braces stands for: `{a,b}/*` is `a/*` and `b/*`. Nested braces multiply, up to 64. */
export function parseGlob(pattern: string): readonly Glob[] {
  return expandBraces(pattern).map((glob) => glob.split('/').filter((part) => part !== '' && part !== '.'));
}

const MAX_ALTERNATIVES = 64;

function expandBraces(pattern: string): readonly string[] {
  let globs = [pattern];
  while (globs.length < MAX_ALTERNATIVES) {
    const index = globs.findIndex((glob) => innermostBraces(glob) !== undefined);
    const glob = globs[index];
    const braces = glob === undefined ? undefined : innermostBraces(glob);
    if (glob === undefined || braces === undefined) return globs;
    const [start, end] = braces;
    const choices = glob.slice(start + 1, end).split(',');
    const expanded = choices.map((choice) => glob.slice(0, start) + choice + glob.slice(end + 1));
    globs = [...globs.slice(0, index), ...expanded, ...globs.slice(index + 1)];
  }
  return globs;
}

function innermostBraces(glob: string): readonly [number, number] | undefined {
  const end = glob.indexOf('}');
  const start = end === -1 ? -1 : glob.lastIndexOf('{', end);
  return start === -1 ? undefined : [start, end];
}

/** Matches one name against one part of a glob (`*`, `?`, `[a-z]`, `[!a]`) in time of their product at most. */
export function matchesPart(part: string, name: string): boolean {
  let at = 0;
  let inName = 0;
  let star = -1;
  let starName = 0;
  while (inName < name.length) {
    const one = at < part.length ? matchOne(part, at, name[inName] ?? '') : undefined;
    if (part[at] === '*') {
      star = at++;
      starName = inName;
    } else if (one !== undefined) {
      at = one;
      inName++;
    } else if (star !== -1) {
      at = star + 1;
      inName = ++starName;
    } else {
      return false;
    }
  }
  while (part[at] === '*') at++;
  return at === part.length;
}

/** Where the part goes on after it matched one character; undefined if it does not match. */
function matchOne(part: string, at: number, character: string): number | undefined {
  if (part[at] === '?') return at + 1;
  const close = part[at] === '[' ? part.indexOf(']', at + 2) : -1;
  if (close === -1) return part[at] === character ? at + 1 : undefined;
  const negated = part[at + 1] === '!' || part[at + 1] === '^';
  const set = part.slice(at + (negated ? 2 : 1), close);
  return inSet(set, character) !== negated ? close + 1 : undefined;
}

function inSet(set: string, character: string): boolean {
  for (let at = 0; at < set.length; at++) {
    const last = set[at + 1] === '-' ? set[at + 2] : undefined;
    if (last === undefined) {
      if (set[at] === character) return true;
      continue;
    }
    if ((set[at] ?? '') <= character && character <= last) return true;
    at += 2;
  }
  return false;
}

/** True if the whole path matches. */
export function matchesGlob(glob: Glob, path: readonly string[]): boolean {
  const [part, ...rest] = glob;
  if (part === undefined) return path.length === 0;
  if (part === '**') {
    const next = glob.slice(glob.findIndex((other) => other !== '**'));
    if (rest.every((other) => other === '**')) return true;
    return path.some((_, index) => matchesGlob(next, path.slice(index)));
  }
  const [name, ...below] = path;
  return name !== undefined && matchesPart(part, name) && matchesGlob(rest, below);
}

export interface GlobResult {
  /** Paths that match, files and folders, below the root, with `/`, sorted. */
  readonly paths: readonly string[];
  /** There was more to look at than is looked at. */
  readonly cut: boolean;
}

/** What matches below a folder. Symbolic links to folders are followed only where the glob names them. */
export function globBelow(root: string, glob: Glob): GlobResult {
  const found = new Set<string>();
  let visited = 0;
  const queue: { path: readonly string[]; glob: Glob }[] = [{ path: [], glob }];
  const queued = new Set<string>();
  const enqueue = (path: readonly string[], rest: Glob) => {
    const key = `${path.join('/')}\n${rest.join('/')}`;
    if (path.length > MAX_DEPTH || queued.has(key)) return;
    queued.add(key);
    queue.push({ path, glob: rest });
  };
  for (let next = queue.pop(); next && visited < MAX_VISITED; next = queue.pop()) {
    const { path, glob: rest } = next;
    const [part, ...below] = rest;
    if (part === undefined) {
      found.add(path.join('/'));
      continue;
    }
    if (!isGlob(part)) {
      visited++;
      if (existsSync(join(root, ...path, part))) enqueue([...path, part], below);
      continue;
    }
    if (part === '**') enqueue(path, below);
    const children = listed(join(root, ...path));
    visited += children.length;
    for (const child of children) {
      const childPath = [...path, child.name];
      if (part !== '**') {
        if (matchesPart(part, child.name) && !isLeftOut(child.name, part)) enqueue(childPath, below);
        continue;
      }
      if (child.isDirectory() && !LEFT_OUT.has(child.name)) enqueue(childPath, rest);
      else if (below.length === 0 && child.isFile()) enqueue(childPath, below);
    }
  }
  return { paths: [...found].sort(), cut: visited >= MAX_VISITED };
}

/** As in a shell, `*` does not match `.git`. */
function isLeftOut(name: string, part: string): boolean {
  return LEFT_OUT.has(name) || (name.startsWith('.') && !part.startsWith('.'));
}
