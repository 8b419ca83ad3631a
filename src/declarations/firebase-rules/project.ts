import type { Node } from 'jsonc-parser';
import { itemsOf, membersOf, nodeAt, parseJson, stringOf } from '../json.ts';
import type { RepoFile } from '../language.ts';
import { positionsOf } from '../lines.ts';
import { directoryOf, nearest, resolvePath } from '../paths.ts';
import type { SignUp } from './callers.ts';

export type Product = 'database' | 'firestore' | 'storage';

/** Where one `firebase.json` deploys one rules file. */
export interface Deployment {
  readonly product: Product;
  readonly rulesPath: string;
  /** Database instances, buckets or Firestore databases; empty: the project's default one. */
  readonly names: readonly string[];
  readonly project?: string;
  readonly signUp?: SignUp;
  readonly config: string;
  readonly line: number;
}

/** What `google-services.json` and its like say of a project. */
export interface ProjectFacts {
  readonly path: string;
  readonly project: string;
  readonly instance?: string;
  readonly bucket?: string;
}

export interface FirebaseConfig {
  readonly deployments: readonly Deployment[];
  /** Default project of each folder that has a `.firebaserc`. */
  readonly projects: ReadonlyMap<string, string>;
  /** Folders that are a Firebase project's: they hold a `firebase.json` or a `.firebaserc`. */
  readonly homes: ReadonlySet<string>;
  /** Sign-up as the `firebase.json` of each folder declares it. */
  readonly signUps: ReadonlyMap<string, SignUp>;
  readonly problems: readonly { readonly path: string; readonly line: number; readonly reason: string }[];
}

interface Firebaserc {
  readonly project?: string;
  readonly targets: Node | undefined;
}

/** Reads every `firebase.json` with its `.firebaserc` (schema: firebase-tools schema/firebase-config.json). */
export async function readFirebaseConfig(files: readonly RepoFile[]): Promise<FirebaseConfig> {
  const deployments: Deployment[] = [];
  const problems: { path: string; line: number; reason: string }[] = [];
  const projects = new Map<string, string>();
  const signUps = new Map<string, SignUp>();
  const rcs = new Map<string, Firebaserc>();
  for (const file of files.filter((candidate) => isNamed(candidate, '.firebaserc'))) {
    const { root, problem } = await parseJson(file.text);
    if (problem !== undefined) problems.push(problemAt(file, problem));
    const rc = firebasercOf(root);
    rcs.set(directoryOf(file.path), rc);
    if (rc.project !== undefined) projects.set(directoryOf(file.path), rc.project);
  }
  for (const file of files.filter((candidate) => isFirebaseJson(candidate.path))) {
    const { root, problem } = await parseJson(file.text);
    if (problem !== undefined) problems.push(problemAt(file, problem));
    const folder = directoryOf(file.path);
    const signUp = signUpOf(nodeAt(root, 'auth', 'providers'), file.path);
    if (signUp !== undefined) signUps.set(folder, signUp);
    deployments.push(...deploymentsOf(root, file, rcs.get(folder), signUp));
  }
  const homes = new Set(files.map((file) => directoryOf(file.path)));
  return { deployments, projects, homes, signUps, problems };
}

/** The folder of the project that a file belongs to: the nearest with a config, as the Firebase CLI looks for it. */
export function homeOf(path: string, { homes }: FirebaseConfig): string | undefined {
  return nearest(directoryOf(path), new Map([...homes].map((home) => [home, home])));
}

/** A project within another's folder: an example, a template, an app of its own. */
export function isNested(home: string, config: FirebaseConfig): boolean {
  return home !== '' && homeOf(home, config) !== undefined;
}

export function isFirebaseJson(path: string): boolean {
  return /(?:^|\/)firebase(?:\.[\w-]+)?\.json$/.test(path);
}

function isNamed(file: RepoFile, name: string): boolean {
  return file.path === name || file.path.endsWith(`/${name}`);
}

function problemAt(file: RepoFile, problem: { readonly at: number; readonly reason: string }) {
  const { line } = positionsOf(file.text)(problem.at);
  return { path: file.path, line, reason: `not well-formed JSON: ${problem.reason}` };
}

/** The project under the alias `default`, or the only one there is. */
function firebasercOf(root: Node | undefined): Firebaserc {
  const aliases = membersOf(nodeAt(root, 'projects'));
  const chosen = aliases.find((alias) => alias.key === 'default') ?? (aliases.length === 1 ? aliases[0] : undefined);
  const project = stringOf(chosen?.value);
  return { ...(project === undefined ? {} : { project }), targets: nodeAt(root, 'targets') };
}

const NAME_KEYS: Readonly<Record<Product, string>> = { database: 'instance', storage: 'bucket', firestore: 'database' };

function deploymentsOf(
  root: Node | undefined,
  file: RepoFile,
  rc: Firebaserc | undefined,
  signUp: SignUp | undefined,
): Deployment[] {
  const position = positionsOf(file.text);
  const products: readonly Product[] = ['database', 'firestore', 'storage'];
  return products.flatMap((product) => {
    const node = nodeAt(root, product);
    const entries = node?.type === 'array' ? itemsOf(node) : node === undefined ? [] : [node];
    return entries.flatMap((entry) => {
      const rules = nodeAt(entry, 'rules');
      const path = stringOf(rules);
      const rulesPath = path === undefined ? undefined : resolvePath(directoryOf(file.path), path);
      if (rules === undefined || rulesPath === undefined) return [];
      return [
        {
          product,
          rulesPath,
          names: namesOf(entry, product, rc),
          ...(rc?.project === undefined ? {} : { project: rc.project }),
          ...(signUp === undefined ? {} : { signUp }),
          config: file.path,
          line: position(rules.offset).line,
        },
      ];
    });
  });
}

function namesOf(entry: Node, product: Product, rc: Firebaserc | undefined): readonly string[] {
  const name = stringOf(nodeAt(entry, NAME_KEYS[product]));
  if (name !== undefined) return [name];
  const target = stringOf(nodeAt(entry, 'target'));
  if (target === undefined || rc?.project === undefined) return [];
  return itemsOf(nodeAt(rc.targets, rc.project, product, target)).flatMap((item) => stringOf(item) ?? []);
}

/** `auth.providers` of firebase.json tells which sign-in methods are on. */
function signUpOf(providers: Node | undefined, path: string): SignUp | undefined {
  const members = membersOf(providers);
  if (members.length === 0) return undefined;
  const isOn = (key: string) => {
    const node = members.find((member) => member.key === key)?.value;
    return node !== undefined && (node.type === 'object' || node.value === true);
  };
  const [anonymous, password, federated] = [isOn('anonymous'), isOn('emailPassword'), isOn('googleSignIn')];
  const on = [anonymous && 'anonymous', password && 'e-mail and password', federated && 'Google'].filter(Boolean);
  const open = on.length > 0;
  const reason = open ? `${path} turns on sign-in with ${on.join(', ')}` : `${path} turns every sign-in method off`;
  return { state: open ? 'open' : 'closed', anonymous, password, federated, reason };
}
