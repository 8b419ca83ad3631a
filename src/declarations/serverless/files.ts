import type { RepoFile } from '../language.ts';
import { directoryOf } from '../paths.ts';

/** `serverless.yml`, and the ones that are chosen with `--config serverless-api.yml`. */
export function isServiceFile(path: string): boolean {
  return /(?:^|\/)serverless(?:[.-][\w-]{1,64})?\.(?:ya?ml|json)$/.test(path);
}

/** Folders that hold a service, from the paths of the repository. */
export function serviceFolders(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.filter(isServiceFile).map(directoryOf));
}

/** The folder of the service that a file is a part of: the nearest one at or above it. */
export function serviceOf(path: string, folders: ReadonlySet<string>): string | undefined {
  for (let folder = directoryOf(path); ; folder = directoryOf(folder)) {
    if (folders.has(folder)) return folder;
    if (folder === '') return undefined;
  }
}

/**
 * True for a file with resources that a service takes in (`${file(resources/s3.yml)}`): it lies below a service and does not
 * say of itself that it is a template.
 */
export function isServicePart({ path, text }: RepoFile, folders: ReadonlySet<string>): boolean {
  if (isServiceFile(path) || serviceOf(path, folders) === undefined) return false;
  return !/^["']?(?:AWSTemplateFormatVersion|Transform)["']?\s*:|^\s*\{?\s*"AWSTemplateFormatVersion"/m.test(text);
}
