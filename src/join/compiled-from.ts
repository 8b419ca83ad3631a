import type { Place } from '../model.ts';
import type { SourceFile } from './trace.ts';

/** What a mention knows of the class that holds it. */
export interface Compiled {
  /** `Api.kt:24` or `Api.kt`. */
  readonly source?: string;
  /** `com.acme.Api$Companion`. */
  readonly holder?: string;
}

/** Files that classes are compiled from, by their names without folders. */
export type SourcesByName = ReadonlyMap<string, readonly SourceFile[]>;

export function sourcesByName(files: readonly SourceFile[]): SourcesByName {
  const sources = new Map<string, SourceFile[]>();
  for (const file of files) {
    if (!/\.(?:kt|java|scala|groovy)$/.test(file.path)) continue;
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const same = sources.get(name);
    if (same === undefined) sources.set(name, [file]);
    else same.push(file);
  }
  return sources;
}

/**
 * The repo file that a class was compiled from, with the line that the compiler recorded, else that of the class's
 * declaration. Kotlin and Java keep a file under its package's folders; Kotlin may leave out the common root package.
 */
export function compiledFrom({ source, holder }: Compiled, sources: SourcesByName): Place | undefined {
  if (holder === undefined) return undefined;
  const [, recorded, line] = /^([^:/\\]{1,200}\.(?:kt|java|scala|groovy))(?::(\d{1,7}))?$/.exec(source ?? '') ?? [];
  const labels = holder.split('.');
  const outer = (labels.at(-1) ?? '').split('$', 1)[0] ?? '';
  const folders = labels.slice(0, -1);
  const names = recorded === undefined ? [`${outer}.kt`, `${outer}.java`] : [recorded];
  const candidates = names.flatMap((name) => sources.get(name) ?? []);
  const file = bestOf(candidates, folders);
  if (file === undefined) return undefined;
  const lines = file.text.split('\n');
  const recordedLine = line === undefined ? 0 : Number(line);
  if (recordedLine > 0 && recordedLine <= lines.length) {
    return { origin: 'repo', path: file.path, line: recordedLine, locator: `${outer} was compiled from here` };
  }
  const declared = lines.findIndex((text) =>
    new RegExp(`\\b(?:class|object|interface)\\s{1,8}${wordOf(outer)}\\b`).test(text),
  );
  const at = declared === -1 ? {} : { line: declared + 1 };
  return { origin: 'repo', path: file.path, ...at, locator: `${outer} was compiled from this file` };
}

function wordOf(name: string): string {
  return name.replaceAll(/\W/g, '\\$&');
}

/** The file below the longest part of the package's folders; one that shares none counts only if there is no other. */
function bestOf(candidates: readonly SourceFile[], folders: readonly string[]): SourceFile | undefined {
  const scored = candidates.map((file) => ({ file, shared: sharedFolders(file.path, folders) }));
  const best = scored.reduce((most, { shared }) => Math.max(most, shared), 0);
  const top = scored.filter(({ shared }) => shared === best);
  if (best === 0 && folders.length > 0 && !declaresPackage(top[0]?.file, folders)) return undefined;
  return top.length === 1 || best === folders.length ? top[0]?.file : undefined;
}

/** How many of the package's folders, from the innermost, stand before the file's name. */
function sharedFolders(path: string, folders: readonly string[]): number {
  const parents = path.split('/').slice(0, -1).reverse();
  const wanted = [...folders].reverse();
  const differs = wanted.findIndex((folder, index) => parents[index] !== folder);
  return differs === -1 ? wanted.length : differs;
}

function declaresPackage(file: SourceFile | undefined, folders: readonly string[]): boolean {
  return (
    file !== undefined &&
    new RegExp(`^\\s{0,8}package\\s{1,8}${folders.map(wordOf).join('\\.')}\\b`, 'm').test(file.text)
  );
}
