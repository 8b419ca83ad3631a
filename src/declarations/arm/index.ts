import type { BackendDeclaration, Problem } from '../../model.ts';
import type { DeclarationLanguage, RepoFile } from '../language.ts';
import { readJsonTree, type SourceNode, scalarText, under } from '../trees/source.ts';
import { unknownNote } from '../unknown-note.ts';
import { deploy } from './deployment.ts';
import { judgeStorage } from './storage.ts';
import { deploymentOf } from './template.ts';

/** Azure Resource Manager templates in JSON. */
export const arm: DeclarationLanguage = {
  id: 'arm',
  title: 'Azure Resource Manager templates',
  docs: [
    'https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax',
    'https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-overview',
  ],
  claims: (path) => /\.jsonc?$/.test(path),
  // The schema's name is in every template; of those only the ones with storage say something here.
  accepts: ({ text }) => text.includes('deploymentTemplate.json') && /microsoft\.storage/i.test(text),
  read: async (files) => {
    const declarations: BackendDeclaration[] = [];
    const problems: Problem[] = [];
    for (const file of files) await readTemplate(file, declarations, problems);
    return { declarations, mentions: [], problems: [...problems, ...unknownNote('ARM template', declarations)] };
  },
};

async function readTemplate(file: RepoFile, declarations: BackendDeclaration[], problems: Problem[]): Promise<void> {
  const { root, problem } = await readJsonTree(file.path, file.text);
  if (problem !== undefined)
    problems.push({
      kind: 'malformed',
      path: file.path,
      line: problem.line,
      reason: `The template ${problem.reason}; the rest of it was judged.`,
    });
  if (root === undefined) return;
  for (const template of [root, ...inlineTemplates(root, 0)]) {
    const { resources, scope } = deploy(deploymentOf(file.path, template));
    declarations.push(...judgeStorage(resources));
    if (scope.budget.steps <= 0)
      problems.push({
        kind: 'limit',
        path: file.path,
        reason: 'The template takes too many steps to work out; what was left is not judged.',
      });
  }
}

const MAX_INLINE_DEPTH = 5;

/** Templates of nested deployments; values that are handed to them are not followed. */
function inlineTemplates(root: SourceNode, depth: number): readonly SourceNode[] {
  const resources = under(root, 'resources');
  if (resources === undefined || depth > MAX_INLINE_DEPTH) return [];
  const items =
    resources.type === 'list'
      ? resources.items
      : resources.type === 'map'
        ? resources.entries.map(({ value }) => value)
        : [];
  return items.flatMap((item) => {
    const inner = under(item, 'properties', 'template');
    if (inner === undefined || scalarText(under(item, 'type'))?.toLowerCase() !== 'microsoft.resources/deployments')
      return [];
    return [inner, ...inlineTemplates(inner, depth + 1)];
  });
}
