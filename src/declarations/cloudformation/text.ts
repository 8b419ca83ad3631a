import type { RepoFile } from '../language.ts';
import { readJsonTree, type SourceTree } from '../trees/source.ts';
import { readYamlTree } from '../trees/yaml.ts';
import { TAGS } from './tags.ts';

/** The services whose resources are judged; IAM's are read where one of these points at them. */
const JUDGED =
  /AWS::(?:S3|Cognito|AppSync|ApiGateway|ApiGatewayV2|Lambda::Url|Serverless|OpenSearchService|Elasticsearch)\b/;

/** A look at the bytes: most files of a repository lack the first word, and most templates have no such resource. */
export function isTemplateText(text: string): boolean {
  return text.includes('AWS::') && JUDGED.test(text) && /^[\s{]*["']?Resources["']?\s*:|"Resources"\s*:/m.test(text);
}

export async function readSource({ path, text }: RepoFile): Promise<SourceTree> {
  return /^\s*\{/.test(text) ? readJsonTree(path, text) : readYamlTree(path, text, TAGS);
}
