import { bucketOf, databaseOf, projectOf, readGoogleServices } from '../google-services/facts.ts';
import type { RepoFile } from '../language.ts';
import { directoryOf, nearest } from '../paths.ts';
import type { SignUp } from './callers.ts';
import { type Deployment, type FirebaseConfig, homeOf, isNested, type Product, type ProjectFacts } from './project.ts';

/** The backend that a rules file rules, as far as the repo tells. */
export interface Target {
  readonly kind: 'firebase-database' | 'firestore' | 'gcs';
  readonly name?: string;
  readonly project?: string;
  readonly signUp?: SignUp;
}

const KINDS: Readonly<Record<Product, Target['kind']>> = {
  database: 'firebase-database',
  firestore: 'firestore',
  storage: 'gcs',
};

/** What the mobile config files of the repo say of their projects. */
export async function readProjectFacts(files: readonly RepoFile[]): Promise<readonly ProjectFacts[]> {
  const read = await Promise.all(files.map(async (file) => ({ file, services: await readGoogleServices(file) })));
  return read.flatMap(({ file, services }) => {
    const project = services.project === undefined ? undefined : projectOf(services.project.value);
    if (project === undefined) return [];
    const instance = databaseOf(services.databaseUrl?.value ?? '')?.instance;
    const bucket = bucketOf(services.bucket?.value ?? '');
    return [
      {
        path: file.path,
        project,
        ...(instance === undefined ? {} : { instance }),
        ...(bucket === undefined ? {} : { bucket }),
      },
    ];
  });
}

/**
 * What a rules file rules: where a `firebase.json` deploys it, each database or bucket named there; else the default one of the nearest
 * project. `instance` is what the match path itself names.
 */
export function targetsOf(
  product: Product,
  rulesPath: string,
  instance: string | undefined,
  config: FirebaseConfig,
  facts: readonly ProjectFacts[],
): readonly Target[] {
  const deployments = config.deployments.filter(
    (deployment) => deployment.product === product && deployment.rulesPath === rulesPath,
  );
  const used = deployments.length > 0 ? deployments : [undefined];
  const targets = used.flatMap((deployment) => {
    const home = homeOf(deployment?.config ?? rulesPath, config);
    const project = deployment?.project ?? projectIn(home, config, facts);
    const signUp = deployment?.signUp ?? nearest(directoryOf(rulesPath), config.signUps);
    const names = instance === undefined ? namesOf(deployment) : [instance];
    if (project === undefined && home !== undefined && isNested(home, config))
      return names.map((name) => {
        const target = targetOf(product, undefined, name, signUp, facts);
        return { ...target, name: target.name ?? rulesPath };
      });
    return names.map((name) => targetOf(product, project, name, signUp, facts));
  });
  return targets.filter((target, index) => targets.findIndex((other) => sameTarget(other, target)) === index);
}

/**
 * The project of a folder: what its own `.firebaserc` says, or the mobile config files below it. A project within another's folder
 * that says nothing is not that other one, and its rules file stands for the backend.
 */
function projectIn(
  home: string | undefined,
  config: FirebaseConfig,
  facts: readonly ProjectFacts[],
): string | undefined {
  if (home === undefined) return onlyProject(facts);
  const own = config.projects.get(home) ?? onlyProject(facts.filter(({ path }) => homeOf(path, config) === home));
  return own ?? (isNested(home, config) ? undefined : onlyProject(facts));
}

function namesOf(deployment: Deployment | undefined): readonly (string | undefined)[] {
  return deployment === undefined || deployment.names.length === 0 ? [undefined] : deployment.names;
}

function sameTarget(left: Target, right: Target): boolean {
  return left.name === right.name && left.project === right.project;
}

/** The project that all config files agree on. */
function onlyProject(facts: readonly ProjectFacts[]): string | undefined {
  const projects = new Set(facts.map((fact) => fact.project));
  return projects.size === 1 ? facts[0]?.project : undefined;
}

function targetOf(
  product: Product,
  project: string | undefined,
  given: string | undefined,
  signUp: SignUp | undefined,
  facts: readonly ProjectFacts[],
): Target {
  const name = backendName(product, project, given, facts);
  return {
    kind: KINDS[product],
    ...(name === undefined ? {} : { name }),
    ...(project === undefined ? {} : { project }),
    ...(signUp === undefined ? {} : { signUp }),
  };
}

function backendName(
  product: Product,
  project: string | undefined,
  given: string | undefined,
  facts: readonly ProjectFacts[],
): string | undefined {
  if (product === 'firestore') {
    if (project === undefined) return undefined;
    return given === undefined || given === '(default)' ? project : `${project}/${given}`;
  }
  if (given !== undefined) return product === 'storage' ? bucketOf(given) : given;
  const own = facts.filter((fact) => fact.project === project);
  return own.map((fact) => (product === 'database' ? fact.instance : fact.bucket)).find((name) => name !== undefined);
}
