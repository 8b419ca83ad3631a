import type { BackendDeclaration, Problem } from '../../model.ts';
import type { DeclarationLanguage, DeclarationReading, RepoFile } from '../language.ts';
import { isServiceFile, isServicePart, serviceFolders } from '../serverless/files.ts';
import { entriesOf, under } from '../trees/source.ts';
import { unknownNote } from '../unknown-note.ts';
import { judgeStack } from './judge.ts';
import { stackOf } from './stack.ts';
import { isLoop, isTemplate, templateOf } from './template.ts';
import { isTemplateText, readSource } from './text.ts';

/** CloudFormation templates, those of the Serverless Application Model, and those that CDK programs write. */
export const cloudFormation: DeclarationLanguage = {
  id: 'cloudformation',
  title: 'AWS CloudFormation, SAM and CDK output',
  docs: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-guide.html',
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  ],
  claims: (path) => /\.(?:ya?ml|json|template|cfn)$/.test(path),
  accepts: ({ text }) => isTemplateText(text),
  read: async (files, context) => {
    const readings: DeclarationReading[] = [];
    const folders = serviceFolders(context.paths);
    for (const file of files)
      if (!isServiceFile(file.path) && !isServicePart(file, folders)) readings.push(await readTemplate(file));
    const declarations = readings.flatMap((reading) => reading.declarations);
    const problems = readings.flatMap((reading) => reading.problems);
    return { declarations, mentions: [], problems: [...problems, ...unknownNote('CloudFormation', declarations)] };
  },
};

async function readTemplate(file: RepoFile): Promise<DeclarationReading> {
  const { root, problem } = await readSource(file);
  const problems: Problem[] = [];
  const declarations: BackendDeclaration[] = [];
  if (problem !== undefined)
    problems.push({
      kind: 'malformed',
      path: file.path,
      line: problem.line,
      reason: `The template ${problem.reason}; the rest of it was judged.`,
    });
  if (isTemplate(root)) {
    const stack = stackOf(templateOf(file.path, root));
    declarations.push(...judgeStack(stack));
    problems.push(
      ...limitsOf(file.path, stack.budget.steps, entriesOf(under(root, 'Resources')).find(isLoop)?.spot.line),
    );
  }
  return { declarations, mentions: [], problems };
}

function limitsOf(path: string, steps: number, loop: number | undefined): readonly Problem[] {
  const problems: Problem[] = [];
  if (steps <= 0)
    problems.push({
      kind: 'limit',
      path,
      reason: 'The template takes too many steps to work out; what was left is not judged.',
    });
  if (loop !== undefined)
    problems.push({
      kind: 'unresolved',
      path,
      line: loop,
      reason: 'Fn::ForEach is not worked out; the resources that it makes are not judged.',
    });
  return problems;
}
