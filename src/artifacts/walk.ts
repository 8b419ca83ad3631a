import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../shared/errors.ts';

/** A file below a folder; symbolic links are not followed. */
export interface WalkedFile {
  /** Relative to the folder, with `/`. */
  readonly name: string;
  readonly location: string;
  readonly size: number;
}

export interface Walked {
  /** Sorted by name. */
  readonly files: readonly WalkedFile[];
  readonly links: readonly string[];
  /** Folders that could not be listed, with the cause. */
  readonly failed: readonly { readonly name: string; readonly code: string }[];
  /** There are more files than were allowed. */
  readonly cut: boolean;
}

const MAX_DEPTH = 64;

/** Every regular file below a folder, at most `most`. */
export function walkFolder(folder: string, most: number): Walked {
  const files: WalkedFile[] = [];
  const links: string[] = [];
  const failed: { name: string; code: string }[] = [];
  const queue: { name: string; depth: number }[] = [{ name: '', depth: 0 }];
  let cut = false;
  for (let next = queue.pop(); next && !cut; next = queue.pop()) {
    const { name: folderName, depth } = next;
    const children = childrenOf(join(folder, folderName));
    if (typeof children === 'string') {
      failed.push({ name: folderName, code: children });
      continue;
    }
    for (const child of children) {
      const name = folderName === '' ? child.name : `${folderName}/${child.name}`;
      if (child.isSymbolicLink()) links.push(name);
      if (child.isDirectory() && depth < MAX_DEPTH) queue.push({ name, depth: depth + 1 });
      if (!child.isFile()) continue;
      if (files.length >= most) {
        cut = true;
        break;
      }
      const location = join(folder, name);
      files.push({ name, location, size: statOf(location)?.size ?? 0 });
    }
  }
  files.sort((left, right) => (left.name < right.name ? -1 : 1));
  return { files, links, failed, cut };
}

/*
 * Waits for the answer: there is nothing else to do meanwhile, and loading what would ask Node's thread pool takes a part of the time
 * that a small scan has.
 */

/** What is in a folder, nothing if it cannot be listed. */
export function listed(folder: string): readonly Dirent[] {
  const children = childrenOf(folder);
  return typeof children === 'string' ? [] : children;
}

/** Sorted, so that one folder is always read the same way; the system's code if it cannot be listed. */
function childrenOf(folder: string): readonly Dirent[] | string {
  try {
    const children = readdirSync(folder, { withFileTypes: true });
    return children.sort((left, right) => (left.name < right.name ? -1 : 1));
  } catch (error) {
    return codeOf(error);
  }
}

/** Undefined for what is not there or cannot be asked for. */
export function statOf(location: string): Stats | undefined {
  try {
    return statSync(location);
  } catch {
    return undefined;
  }
}
