import type { RepoFile } from '../language.ts';
import { readJsonTree, type SourceTree } from '../trees/source.ts';
import { readYamlTree } from '../trees/yaml.ts';
import { TAGS } from './tags.ts';

/** The words that every template holds; most files of a repository lack the first. */
export function isTemplateText(text: string): boolean {
  return text.includes('AWS::') && /^[\s{]*["']?Resources["']?\s*:|"Resources"\s*:/m.test(text);
}

export async function readSource({ path, text }: RepoFile): Promise<SourceTree> {
  return /^\s*\{/.test(text) ? readJsonTree(path, text) : readYamlTree(path, text, TAGS);
}
