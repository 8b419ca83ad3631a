import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

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
export async function walkFolder(folder: string, most: number): Promise<Walked> {
  const files: WalkedFile[] = [];
  const links: string[] = [];
  const failed: { name: string; code: string }[] = [];
  const queue: { name: string; depth: number }[] = [{ name: '', depth: 0 }];
  let cut = false;
  for (let next = queue.pop(); next && !cut; next = queue.pop()) {
    const { name: folderName, depth } = next;
    const children = await list(join(folder, folderName)).catch((error: NodeJS.ErrnoException) => {
      failed.push({ name: folderName, code: error.code ?? 'error' });
      return [];
    });
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
      const size = await stat(location).then(
        (stats) => stats.size,
        () => 0,
      );
      files.push({ name, location, size });
    }
  }
  files.sort((left, right) => (left.name < right.name ? -1 : 1));
  return { files, links, failed, cut };
}

/** Sorted, so that one folder is always read the same way. */
export async function list(folder: string): Promise<Dirent[]> {
  const children = await readdir(folder, { withFileTypes: true });
  return children.sort((left, right) => (left.name < right.name ? -1 : 1));
}
