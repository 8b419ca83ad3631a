import { bucketOf, databaseOf, projectOf, readGoogleServices } from '../google-services/facts.ts';
import type { RepoFile } from '../language.ts';
import { directoryOf, nearest } from '../paths.ts';
import type { SignUp } from './callers.ts';
import type { Deployment, FirebaseConfig, Product, ProjectFacts } from './project.ts';

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
  const folder = directoryOf(rulesPath);
  const unreferenced = { project: nearest(folder, config.projects), signUp: nearest(folder, config.signUps) };
  const used = deployments.length > 0 ? deployments : [undefined];
  const targets = used.flatMap((deployment) => {
    const project = deployment?.project ?? unreferenced.project ?? onlyProject(facts);
    const signUp = deployment?.signUp ?? unreferenced.signUp;
    const names = instance === undefined ? namesOf(deployment) : [instance];
    return names.map((name) => targetOf(product, project, name, signUp, facts));
  });
  return targets.filter((target, index) => targets.findIndex((other) => sameTarget(other, target)) === index);
}

function namesOf(deployment: Deployment | undefined): readonly (string | undefined)[] {
  return deployment === undefined || deployment.names.length === 0 ? [undefined] : deployment.names;
}

function sameTarget(left: Target, right: Target): boolean {
  return left.name === right.name && left.project === right.project;
}

/** The project that all config files of the repo agree on. */
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
