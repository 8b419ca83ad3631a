import type { BackendDeclaration, Problem } from '../../model.ts';
import { evaluatorOf } from '../cloudformation/evaluate.ts';
import { declarationsOf, judgeStack } from '../cloudformation/judge.ts';
import { stackOf } from '../cloudformation/stack.ts';
import { resourcesOf, type Template } from '../cloudformation/template.ts';
import { readSource } from '../cloudformation/text.ts';
import type { DeclarationLanguage, DeclarationReading, RepoFile } from '../language.ts';
import { directoryOf, resolvePath } from '../paths.ts';
import { entriesOf, entryOf, type SourceEntry, type SourceNode, scalarText, under } from '../trees/source.ts';
import { unknownNote } from '../unknown-note.ts';
import { isServiceFile, isServicePart, serviceFolders, serviceOf } from './files.ts';
import { findFunctions } from './functions.ts';
import { variables } from './variables.ts';

/** Services of the Serverless Framework on AWS: their resources, which are CloudFormation, and their functions. */
export const serverless: DeclarationLanguage = {
  id: 'serverless',
  title: 'Serverless Framework',
  docs: [
    'https://www.serverless.com/framework/docs/providers/aws/guide/serverless.yml',
    'https://www.serverless.com/framework/docs/guides/variables',
  ],
  claims: (path) => /\.(?:ya?ml|json)$/.test(path),
  accepts: ({ path, text }) =>
    isServiceFile(path) ? /^\s*["']?(?:service|functions|resources)\b/m.test(text) : text.includes('AWS::'),
  read: async (files, context) => {
    const folders = serviceFolders(context.paths);
    const parsed: ParsedFile[] = [];
    const problems: Problem[] = [];
    for (const file of files)
      if (isServiceFile(file.path) || isServicePart(file, folders)) parsed.push(await parse(file, problems));
    const services = parsed.filter(({ path }) => isServiceFile(path));
    const readings = services.map((service) => readService(service, parsed, folders));
    const declarations = distinct(readings.flatMap((reading) => reading.declarations));
    return {
      declarations,
      mentions: [],
      problems: [
        ...problems,
        ...readings.flatMap((one) => one.problems),
        ...unknownNote('Serverless Framework', declarations),
      ],
    };
  },
};

interface ParsedFile {
  readonly path: string;
  readonly root: SourceNode | undefined;
}

async function parse(file: RepoFile, problems: Problem[]): Promise<ParsedFile> {
  const { root, problem } = await readSource(file);
  if (problem !== undefined)
    problems.push({
      kind: 'malformed',
      path: file.path,
      line: problem.line,
      reason: `The file ${problem.reason}; the rest of it was judged.`,
    });
  return { path: file.path, root };
}

function readService(
  service: ParsedFile,
  files: readonly ParsedFile[],
  folders: ReadonlySet<string>,
): DeclarationReading {
  const { path, root } = service;
  if (root === undefined || isOtherProvider(root)) return { declarations: [], mentions: [], problems: [] };
  const folder = directoryOf(path);
  const parts = files.filter((file) => !isServiceFile(file.path) && serviceOf(file.path, folders) === folder);
  const template = templateOfService(path, root, parts);
  const fileAt = (reference: string) => files.find((file) => file.path === resolvePath(folder, reference))?.root;
  const substitute = variables({ service: root, fileAt });
  const stack = stackOf(template, substitute);
  const { evaluate, budget } = evaluatorOf(template, substitute);
  const placed = (...keys: readonly string[]) => {
    const node = under(root, ...keys);
    return node === undefined ? undefined : evaluate(node);
  };
  const found = findFunctions({
    functions: placed('functions'),
    provider: placed('provider'),
    appSync: placed('appSync') ?? placed('custom', 'appSync'),
  });
  const problems: Problem[] = [];
  if (stack.budget.steps <= 0 || budget.steps <= 0)
    problems.push({
      kind: 'limit',
      path,
      reason: 'The service takes too many steps to work out; what was left is not judged.',
    });
  return { declarations: [...judgeStack(stack), ...declarationsOf(found, stack)], mentions: [], problems };
}

/** The framework also deploys to other clouds, whose functions are not read here. */
function isOtherProvider(root: SourceNode): boolean {
  const provider = under(root, 'provider');
  const name = scalarText(provider) ?? scalarText(under(provider, 'name')) ?? 'aws';
  return name !== 'aws' && !name.includes('${');
}

/** What `resources` says, in one map or several, and the files that it takes in. */
function templateOfService(path: string, root: SourceNode, parts: readonly ParsedFile[]): Template {
  const written = under(root, 'resources');
  const sections = [...sectionsIn(written), ...parts.flatMap((part) => sectionsIn(part.root))];
  const section = (name: string) =>
    new Map(
      sections
        .flatMap((one) => entriesOf(under(one, name)))
        .map(({ key, value }): [string, SourceNode] => [key, value]),
    );
  const bare = parts.flatMap((part) => bareResources(part));
  return {
    path,
    parameters: section('Parameters'),
    mappings: section('Mappings'),
    conditions: section('Conditions'),
    resources: resourcesOf([...sections.flatMap((one) => entriesOf(under(one, 'Resources'))), ...bare]),
    globals: undefined,
  };
}

function sectionsIn(node: SourceNode | undefined): readonly SourceNode[] {
  if (node?.type === 'list') return node.items.flatMap(sectionsIn);
  return node === undefined ? [] : [node];
}

/** A part may hold the resources without the section's name, or be a single one. */
function bareResources({ path, root }: ParsedFile): readonly SourceEntry[] {
  if (root === undefined) return [];
  if (isResource(root)) {
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
    return [{ key: name, spot: root.spot, value: root }];
  }
  return entriesOf(root).filter(({ value }) => isResource(value));
}

function isResource(node: SourceNode): boolean {
  return scalarText(entryOf(node, 'Type')?.value)?.startsWith('AWS::') === true;
}

/** Two configurations of one folder take in the same parts. */
function distinct(declarations: readonly BackendDeclaration[]): readonly BackendDeclaration[] {
  return [...new Map(declarations.map((one) => [JSON.stringify(one), one])).values()];
}
