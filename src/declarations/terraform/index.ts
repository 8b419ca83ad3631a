import type { BackendDeclaration, Problem } from '../../model.ts';
import { messageOf } from '../../shared/errors.ts';
import type { DeclarationContext, DeclarationLanguage, DeclarationReading, RepoFile } from '../language.ts';
import { positionsOf } from '../lines.ts';
import { unknownNote } from '../unknown-note.ts';
import { findAppSync, findIdentityPools } from './aws-cognito.ts';
import { findApis, findFunctionUrls } from './aws-endpoints.ts';
import { findOpenSearch } from './aws-opensearch.ts';
import { findS3 } from './aws-s3.ts';
import { findSas } from './azure-sas.ts';
import { findAzureBlob } from './azure-storage.ts';
import { findInvocables } from './gcp-endpoints.ts';
import { findFirebaseRules } from './gcp-firebase-rules.ts';
import { findGcs } from './gcp-storage.ts';
import { type HclParser, loadHclParser } from './parse.ts';
import {
  allModules,
  type Environment,
  environmentsOf,
  foldersOf,
  type Project,
  rootsOf,
  type SourceFile,
} from './project.ts';
import { majorVersions } from './providers.ts';
import type { Found, World } from './world.ts';

/** Terraform and OpenTofu configurations: the storage, identities and endpoints that they open to strangers. */
export const terraform: DeclarationLanguage = {
  id: 'terraform',
  title: 'Terraform',
  docs: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://cloud.google.com/storage/docs/access-control/making-data-public',
    'https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-overview',
  ],
  claims: (path) => isConfiguration(path) || isVariables(path) || isLockFile(path) || isText(path),
  accepts: (file) =>
    !isText(file.path) ||
    /"(?:Statement|bindings)"|\bservice\s+(?:firebase\.storage|cloud\.firestore)\b/.test(file.text),
  read: readTerraform,
};

const FINDERS: readonly ((world: World) => readonly Found[])[] = [
  findS3,
  findGcs,
  findAzureBlob,
  findIdentityPools,
  findAppSync,
  findOpenSearch,
  findFunctionUrls,
  findApis,
  findFirebaseRules,
  findInvocables,
  findSas,
];

function isConfiguration(path: string): boolean {
  return /\.(?:tf|tofu)$/.test(path);
}

function isVariables(path: string): boolean {
  return path.endsWith('.tfvars');
}

function isLockFile(path: string): boolean {
  return /(?:^|\/)\.terraform\.lock\.hcl$/.test(path);
}

/** What `file()` and `templatefile()` may read a policy from. */
function isText(path: string): boolean {
  return /\.(?:json|tpl|tftpl|rules)$/.test(path) && !/\.tf\.json$/.test(path);
}

async function readTerraform(files: readonly RepoFile[], { now }: DeclarationContext): Promise<DeclarationReading> {
  const configuration = files.filter(({ path }) => isConfiguration(path));
  if (configuration.length === 0) return { declarations: [], mentions: [], problems: [] };
  const problems: Problem[] = [];
  const parser = await load(configuration, problems);
  if (parser === undefined) return { declarations: [], mentions: [], problems };
  const parse = (file: RepoFile): SourceFile => ({ path: file.path, parsed: parser.parse(file.text) });
  const parsed = configuration.map(parse);
  const variables = files.filter(({ path }) => isVariables(path)).map(parse);
  const positions = lazily(new Map(files.map(({ path, text }) => [path, text])));
  for (const file of [...parsed, ...variables]) problems.push(...parseProblems(file, positions));
  const project: Project = {
    folders: foldersOf(parsed),
    variables,
    texts: new Map(files.filter(({ path }) => isText(path)).map(({ path, text }) => [path, text])),
    parser,
  };
  const locks = new Map(
    files.filter(({ path }) => isLockFile(path)).map((file) => [file.path, parser.parse(file.text).body]),
  );
  const declarations = new Map<string, BackendDeclaration>();
  for (const root of rootsOf(project.folders))
    for (const environment of environmentsOf(project, root)) {
      const world = worldOf(environment, positions, majorVersions(root, locks), now);
      for (const found of FINDERS.flatMap((find) => find(world)))
        for (const declaration of declarationsOf(found)) declarations.set(JSON.stringify(declaration), declaration);
      if (environment.budget.steps <= 0)
        problems.push({
          kind: 'limit',
          path: root.path || '.',
          reason: 'The Terraform configuration takes too many steps to work out; what was left is not judged.',
        });
    }
  const all = [...declarations.values()];
  return { declarations: all, mentions: [], problems: [...problems, ...unknownNote('Terraform', all)] };
}

async function load(files: readonly RepoFile[], problems: Problem[]): Promise<HclParser | undefined> {
  try {
    return await loadHclParser();
  } catch (error) {
    const reason = `The Terraform parser could not be loaded, so no configuration was judged: ${messageOf(error)}`;
    problems.push({ kind: 'unreadable', path: files[0]?.path ?? '.', reason });
    return undefined;
  }
}

type Positions = (path: string) => ReturnType<typeof positionsOf>;

/** Line tables are made for the files that need one. */
function lazily(texts: ReadonlyMap<string, string>): Positions {
  const made = new Map<string, ReturnType<typeof positionsOf>>();
  return (path) => {
    const known = made.get(path);
    if (known !== undefined) return known;
    const table = positionsOf(texts.get(path) ?? '');
    made.set(path, table);
    return table;
  };
}

function parseProblems({ path, parsed }: SourceFile, positions: Positions): readonly Problem[] {
  return parsed.problems.map(({ at, reason }) => ({
    kind: 'malformed',
    path,
    line: positions(path)(at).line,
    reason: `The file ${reason}; the rest of it was judged.`,
  }));
}

function worldOf({ module }: Environment, positions: Positions, majors: ReadonlyMap<string, number>, now: Date): World {
  const modules = allModules(module);
  return {
    resources: modules.flatMap((one) => one.resources()),
    calls: modules.flatMap((one) => one.calls()),
    now,
    spotOf: (file, at) => ({ path: file, ...positions(file)(at) }),
    majorOf: (provider) => majors.get(provider),
  };
}

function declarationsOf({ kind, name, verdicts }: Found): readonly BackendDeclaration[] {
  return verdicts.map(({ spot, ...verdict }) => ({
    kind,
    ...(name === undefined ? {} : { name }),
    declaration: { ...spot, ...verdict },
  }));
}
