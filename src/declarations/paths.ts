/** Paths of repo files: relative to the repo root, with `/`. */

/** The folder a file lies in; empty for the root. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

/** A reference in a file of `folder`; undefined if it leads out of the repo. */
export function resolvePath(folder: string, reference: string): string | undefined {
  const parts = reference.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of reference.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** What the nearest folder at or above `folder` has; undefined if none has any. */
export function nearest<Value>(folder: string, byFolder: ReadonlyMap<string, Value>): Value | undefined {
  for (let at = folder; ; at = directoryOf(at)) {
    const found = byFolder.get(at);
    if (found !== undefined || at === '') return found;
  }
}

const SAMPLE_FOLDERS =
  /(?:^|\/)(?:tests?|__tests__|spec|specs|fixtures?|__fixtures__|examples?|samples?|testdata|test-data|mocks?|__mocks__)\//i;

/** True for files in folders that hold examples and fixtures rather than what is deployed. */
export function isSample(path: string): boolean {
  return SAMPLE_FOLDERS.test(path);
}
