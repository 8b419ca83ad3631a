import type { BackendDeclaration, Declaration, Problem } from '../../model.ts';
import { isGoogleServices } from '../google-services/facts.ts';
import type { DeclarationContext, DeclarationLanguage, DeclarationReading, RepoFile } from '../language.ts';
import { positionsOf } from '../lines.ts';
import { directoryOf, isSample } from '../paths.ts';
import type { SignUp } from './callers.ts';
import { judgeRules } from './judge.ts';
import { parseRules } from './parse.ts';
import {
  type Deployment,
  type FirebaseConfig,
  homeOf,
  isFirebaseJson,
  isNested,
  type Product,
  type ProjectFacts,
  readFirebaseConfig,
} from './project.ts';
import { judgeDatabaseRules } from './rtdb.ts';
import { parseDatabaseRules } from './rtdb-tree.ts';
import type { PathDeclaration } from './summary.ts';
import { readProjectFacts, type Target, targetsOf } from './targets.ts';

/** Firebase refuses larger sources itself (256 KB); what is much larger is not one. */
const MAX_LENGTH = 1024 * 1024;

/** Security rules of Firestore, Cloud Storage for Firebase and the Realtime Database. */
export const firebaseRules: DeclarationLanguage = {
  id: 'firebase-rules',
  title: 'Firebase Security Rules',
  docs: [
    'https://firebase.google.com/docs/rules/rules-language',
    'https://firebase.google.com/docs/rules/rules-behavior',
    'https://firebase.google.com/docs/database/security/core-syntax',
    'https://firebase.google.com/docs/rules/insecure-rules',
  ],
  claims: (path) =>
    /\.(?:rules|bolt|json|plist)$/i.test(path) ||
    /(?:^|\/)\.firebaserc$/.test(path) ||
    /(?:^|\/)[^/]*(?:firestore|storage|rules)[^/]*\.txt$/i.test(path),
  accepts: (file) => kindOf(file) !== undefined,
  read: readRules,
};

type FileKind = 'rules' | 'database' | 'bolt' | 'config' | 'facts';

/** What a claimed file is, by its name and a cheap look at its text. */
function kindOf(file: RepoFile): FileKind | undefined {
  if (isFirebaseJson(file.path) || /(?:^|\/)\.firebaserc$/.test(file.path)) return 'config';
  if (/\.bolt$/i.test(file.path))
    return /^\s*(?:path|type|isMember)\b|\bread\(\)|\bwrite\(\)/m.test(file.text) ? 'bolt' : undefined;
  if (/\bservice\s{1,20}(?:cloud\.firestore|firebase\.storage)\b/.test(file.text)) return 'rules';
  if (/"rules"\s{0,20}:/.test(file.text) && /"\.(?:read|write|validate|indexOn)"/.test(file.text)) return 'database';
  if (/(?:^|\/)(?:database\.rules\.json|(?:firestore|storage)\.rules)$/.test(file.path))
    return file.path.endsWith('.json') ? 'database' : 'rules';
  return isGoogleServices(file) ? 'facts' : undefined;
}

async function readRules(files: readonly RepoFile[], context: DeclarationContext): Promise<DeclarationReading> {
  const ofKind = (kind: FileKind) => files.filter((file) => kindOf(file) === kind);
  const config = await readFirebaseConfig(ofKind('config'));
  const facts = await readProjectFacts(ofKind('facts'));
  const declarations: BackendDeclaration[] = [];
  const problems: Problem[] = [...configProblems(config, context), ...ofKind('bolt').map(boltProblem)];
  const samples: RepoFile[] = [];
  for (const file of [...ofKind('rules'), ...ofKind('database')]) {
    const deployed = config.deployments.some((deployment) => deployment.rulesPath === file.path);
    if (deployed ? isExample(file.path, config) : isSample(file.path)) {
      samples.push(file);
      continue;
    }
    const instead = deployed ? undefined : deployedInstead(file, config, context);
    if (instead !== undefined) {
      problems.push(note(file.path, `These rules are left out: ${instead.config} deploys ${instead.rulesPath}.`));
      continue;
    }
    if (file.text.length > MAX_LENGTH) {
      problems.push({
        kind: 'limit',
        path: file.path,
        reason: 'The rules file is larger than 1 MiB and was not read.',
      });
      continue;
    }
    const judged = await judgeFile(file, kindOf(file) === 'database', config, facts, context);
    declarations.push(...judged.declarations);
    problems.push(...judged.problems);
  }
  return { declarations, mentions: [], problems: [...problems, ...sampleNotes(samples)] };
}

/** Deployed, but by an example or a template that stands within the repository's own project and names none itself. */
function isExample(path: string, config: FirebaseConfig): boolean {
  const home = homeOf(path, config);
  if (home === undefined || !isNested(home, config) || config.projects.has(home)) return false;
  return isSample(path) || /(?:^|\/)templates?\//i.test(path);
}

/** One note for all: a repository of tools can hold hundreds of them. */
function sampleNotes(samples: readonly RepoFile[]): readonly Problem[] {
  const [first] = samples;
  if (first === undefined) return [];
  const more = samples.length > 1 ? ` (and ${samples.length - 1} more such files)` : '';
  return [
    note(
      first.path,
      `Rules in a folder of tests, examples or templates that the repository’s own firebase.json does not deploy are left out${more}.`,
    ),
  ];
}

/**
 * What is deployed in the place of a rules file that is not: a draft or a former version beside the rules of the same
 * products says nothing of what is live.
 */
function deployedInstead(file: RepoFile, config: FirebaseConfig, context: DeclarationContext): Deployment | undefined {
  const rivals = productsIn(file).map((product) =>
    config.deployments.find(
      (deployment) =>
        deployment.product === product &&
        context.paths.includes(deployment.rulesPath) &&
        isBelow(file.path, directoryOf(deployment.config)),
    ),
  );
  return rivals.includes(undefined) ? undefined : rivals[0];
}

function productsIn(file: RepoFile): readonly Product[] {
  if (kindOf(file) === 'database') return ['database'];
  const firestore = /\bservice\s{1,20}cloud\.firestore\b/.test(file.text);
  const storage = /\bservice\s{1,20}firebase\.storage\b/.test(file.text);
  return [...(firestore ? (['firestore'] as const) : []), ...(storage ? (['storage'] as const) : [])];
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

function note(path: string, reason: string): Problem {
  return { kind: 'note', path, reason };
}

function boltProblem(file: RepoFile): Problem {
  const reason = 'Bolt sources are not read; commit the JSON that firebase-bolt makes of them.';
  return { kind: 'unsupported', path: file.path, reason };
}

function configProblems(config: FirebaseConfig, context: DeclarationContext): readonly Problem[] {
  const known = new Set(context.paths);
  const missing = config.deployments
    .filter((deployment) => known.size > 0 && !known.has(deployment.rulesPath))
    .map((deployment): Problem => {
      const reason = `The rules file ${deployment.rulesPath} that it deploys is not in the repository.`;
      return { kind: 'not-found', path: deployment.config, line: deployment.line, reason };
    });
  return [...config.problems.map((problem): Problem => ({ kind: 'malformed', ...problem })), ...missing];
}

interface Judged {
  readonly declarations: readonly BackendDeclaration[];
  readonly problems: readonly Problem[];
}

async function judgeFile(
  file: RepoFile,
  database: boolean,
  config: FirebaseConfig,
  facts: readonly ProjectFacts[],
  context: DeclarationContext,
): Promise<Judged> {
  const position = positionsOf(file.text);
  const now = context.now.getTime();
  const targets = (product: Product, instance: string | undefined) =>
    targetsOf(product, file.path, instance, config, facts);
  const problemOf = (problem: { readonly at: number; readonly reason: string }): Problem => ({
    kind: 'malformed',
    path: file.path,
    line: position(problem.at).line,
    reason: `Security rules: ${problem.reason}.`,
  });
  const place = (target: Target, declared: PathDeclaration): BackendDeclaration => {
    const { at, ...rest } = declared;
    const declaration: Declaration = { path: file.path, ...position(at), ...rest };
    return {
      kind: target.kind,
      ...(target.name === undefined ? {} : { name: target.name }),
      ...(target.project === undefined ? {} : { project: target.project }),
      declaration,
    };
  };
  if (database) {
    const rules = await parseDatabaseRules(file.text);
    const declarations = targets('database', undefined).flatMap((target) =>
      judgeDatabaseRules(rules, signUpOf(target, context), now).map((declared) => place(target, declared)),
    );
    return { declarations, problems: rules.problems.map(problemOf) };
  }
  const rules = parseRules(file.text);
  const problems = [...rules.problems];
  const told = new Set<number>();
  const declarations = productsOf(rules.services).flatMap((product) =>
    targets(product, undefined).flatMap((target, index) => {
      const own = { ...rules, services: rules.services.filter((service) => PRODUCTS[service.name] === product) };
      const judged = judgeRules(own, signUpOf(target, context), now);
      for (const problem of judged.problems) if (!told.has(problem.at)) problems.push(problem);
      for (const problem of judged.problems) told.add(problem.at);
      return judged.declarations.flatMap(({ service: _, instance, ...declared }) => {
        if (instance === undefined) return [place(target, declared)];
        // A path that names its own bucket or database means that one, however many the file is deployed to.
        return index > 0 ? [] : targets(product, instance).map((named) => place(named, declared));
      });
    }),
  );
  return { declarations, problems: problems.map(problemOf) };
}

const PRODUCTS = { 'cloud.firestore': 'firestore', 'firebase.storage': 'storage' } as const;

function productsOf(services: readonly { readonly name: keyof typeof PRODUCTS }[]): readonly Product[] {
  return [...new Set(services.map((service) => PRODUCTS[service.name]))];
}

/** Who can sign up: as firebase.json declares it, else as the app or the repo shows by calling a sign-up API. */
function signUpOf(target: Target, context: DeclarationContext): SignUp {
  if (target.signUp !== undefined) return target.signUp;
  const all = { anonymous: true, password: true, federated: true };
  if (context.signUp !== undefined)
    return { ...all, state: 'unknown', reason: `the app lets users sign up (${context.signUp})` };
  return { ...all, state: 'unknown', reason: 'whether strangers can sign up is not known from the repository' };
}
