import type { Node } from 'jsonc-parser';
import type { Audience, BackendDeclaration, DeclarationState, Operation, Problem } from '../../model.ts';
import { itemsOf, nodeAt, parseJson, stringOf } from '../json.ts';
import type { DeclarationReading, RepoFile } from '../language.ts';
import { positionsOf } from '../lines.ts';
import { type Backdrop, declareRule } from './data-access.ts';
import { parseGraphQl } from './graphql.ts';
import { callerOfMode, rulesIn, type TransformerFacts } from './schema-rules.ts';

const FILE =
  /^((?:.*\/)?amplify\/)(?:cli\.json|backend\/(?:backend-config\.json|(auth|api|storage)\/([^/]+)\/(?:cli-inputs\.json|parameters\.json|storage-params\.json|override\.ts|schema\.graphql|schema\/(?:.*\/)?[^/]+\.graphql)))$/;

/** Files of `amplify/` as the first generation of the CLI writes them; the copy of what is deployed is left out. */
export function isGen1File(path: string): boolean {
  return FILE.test(path);
}

interface Parsed extends RepoFile {
  readonly root: Node | undefined;
  readonly position: ReturnType<typeof positionsOf>;
}

/** One resource of a project: `backend/storage/photos/`. */
interface Resource {
  readonly category: string;
  readonly name: string;
  readonly folder: string;
  readonly files: readonly Parsed[];
}

interface Project {
  readonly resources: readonly Resource[];
  readonly own: readonly Parsed[];
}

export async function readGen1(files: readonly RepoFile[]): Promise<DeclarationReading> {
  const problems: Problem[] = [];
  const parsed: Parsed[] = [];
  for (const file of files) {
    const position = positionsOf(file.text);
    const { root, problem } = file.path.endsWith('.json') ? await parseJson(file.text) : {};
    if (problem !== undefined)
      problems.push({
        kind: 'malformed',
        path: file.path,
        line: position(problem.at).line,
        reason: `The Amplify config is malformed: ${problem.reason}.`,
      });
    parsed.push({ ...file, root, position });
  }
  const declarations = projectsOf(parsed).flatMap((project) => readProject(project, problems));
  return { declarations, mentions: [], problems };
}

function projectsOf(files: readonly Parsed[]): readonly Project[] {
  const located = files.map((file) => {
    const [, folder = '', category = '', name = ''] = FILE.exec(file.path) ?? [];
    return { file, folder, category, name, resource: `${folder}backend/${category}/${name}` };
  });
  return [...new Set(located.map(({ folder }) => folder))].map((folder) => {
    const within = located.filter((one) => one.folder === folder);
    const resources = [...new Set(within.filter(({ name }) => name !== '').map(({ resource }) => resource))];
    return {
      own: within.filter(({ name }) => name === '').map(({ file }) => file),
      resources: resources.flatMap((resource) => {
        const members = within.filter((one) => one.resource === resource);
        const [first] = members;
        if (first === undefined) return [];
        return [
          { category: first.category, name: first.name, folder: resource, files: members.map(({ file }) => file) },
        ];
      }),
    };
  });
}

function readProject(project: Project, problems: Problem[]): readonly BackendDeclaration[] {
  const of = (category: string) => project.resources.filter((resource) => resource.category === category);
  const pools = of('auth').flatMap((resource) => guestSetting(resource) ?? []);
  const guests = pools.length === 0 ? undefined : pools.some(({ value }) => value.value === true);
  return [
    ...pools.map(declarePool),
    ...of('storage').flatMap((resource) => readStorage(resource, guests)),
    ...of('api').flatMap((resource) => readApi(project, resource, guests, problems)),
  ];
}

function fileOf({ files }: Resource, ...names: readonly string[]): Parsed | undefined {
  for (const name of names) {
    const found = files.find(({ path, root }) => path.endsWith(`/${name}`) && root !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface GuestSetting {
  readonly resource: Resource;
  readonly file: Parsed;
  readonly value: Node;
}

/** `allowUnauthenticatedIdentities`, which older parameters write as text. */
function guestSetting(resource: Resource): GuestSetting | undefined {
  const file = fileOf(resource, 'cli-inputs.json', 'parameters.json');
  const key = 'allowUnauthenticatedIdentities';
  const value = nodeAt(file?.root, 'cognitoConfig', key) ?? nodeAt(file?.root, key);
  return file === undefined || typeof value?.value !== 'boolean' ? undefined : { resource, file, value };
}

function declarePool({ resource, file, value }: GuestSetting): BackendDeclaration {
  const open = value.value === true;
  return {
    kind: 'cognito-identity-pool',
    folder: resource.folder,
    declaration: {
      path: file.path,
      ...file.position(value.offset),
      audience: 'anyone',
      can: [],
      state: open ? 'open' : 'closed',
      why: open
        ? 'The pool gives AWS credentials to guests; what they may do is up to the role for guests.'
        : 'The pool gives no credentials to guests.',
    },
  };
}

interface Grant {
  readonly audience: Audience;
  readonly prefix: 'public' | 'protected' | 'uploads';
  readonly can: readonly Operation[];
  readonly at: Node;
}

/**
 * What the CLI makes of `READ`, `CREATE_AND_UPDATE`, `DELETE` for the two roles (amplify-category-storage, s3-stack-builder.ts):
 * `protected/` is for everyone to read and for its owner to write, `private/` for its owner alone.
 */
const ACCESS: ReadonlyMap<string, readonly (readonly [Grant['prefix'], readonly Operation[]])[]> = new Map([
  [
    'READ',
    [
      ['public', ['list', 'read']],
      ['protected', ['list', 'read']],
    ],
  ],
  [
    'CREATE_AND_UPDATE',
    [
      ['public', ['create', 'overwrite']],
      ['uploads', ['create', 'overwrite']],
    ],
  ],
  ['DELETE', [['public', ['delete']]]],
]);

function readStorage(resource: Resource, guests: boolean | undefined): readonly BackendDeclaration[] {
  const file = fileOf(resource, 'cli-inputs.json', 'parameters.json', 'storage-params.json');
  if (file?.root === undefined) return [];
  const bucket = stringOf(nodeAt(file.root, 'bucketName'));
  const overridden = resource.files.some(
    ({ path, text }) => path.endsWith('/override.ts') && /\bresources\s*\./.test(text),
  );
  return grantsIn(file.root).map(({ audience, prefix, can, at }) => {
    const { state, why } = storageState(audience, guests, overridden);
    return {
      kind: 's3',
      stem: bucket === undefined || bucket === '' ? 'amplify' : bucket.toLowerCase(),
      folder: resource.folder,
      declaration: {
        path: file.path,
        ...file.position(at.offset),
        pattern: `/${prefix}/{path=**}`,
        audience,
        can,
        state,
        why,
      },
    };
  });
}

function storageState(
  audience: Audience,
  guests: boolean | undefined,
  overridden: boolean,
): { readonly state: DeclarationState; readonly why: string } {
  const who = audience === 'anyone' ? 'guests' : 'every signed-in account';
  if (overridden)
    return { state: 'conditional', why: `The storage lets ${who} do this, unless override.ts changes it.` };
  if (audience === 'anyone' && guests === false)
    return {
      state: 'mitigated',
      why: 'The storage is open to guests, but the identity pool gives them no credentials.',
    };
  return audience === 'anyone'
    ? { state: 'open', why: 'The storage lets guests do this, whom the identity pool gives credentials.' }
    : { state: 'open', why: 'The storage lets every signed-in account do this, and strangers can sign up by default.' };
}

function grantsIn(root: Node): readonly Grant[] {
  const access = stringOf(nodeAt(root, 'storageAccess'));
  const listed = (key: string, audience: Audience): readonly Grant[] =>
    itemsOf(nodeAt(root, key)).flatMap((at) =>
      (ACCESS.get(stringOf(at) ?? '') ?? []).map(([prefix, can]) => ({ audience, prefix, can, at })),
    );
  const older = (key: string, audience: Audience, prefix: Grant['prefix']): readonly Grant[] => {
    const at = nodeAt(root, key);
    const can = actionsIn(stringOf(at) ?? '');
    return at === undefined || can.length === 0 ? [] : [{ audience, prefix, can, at }];
  };
  const all = [
    ...(access === 'authAndGuest' ? listed('guestAccess', 'anyone') : []),
    ...listed('authAccess', 'any-account'),
    ...older('s3PermissionsGuestPublic', 'anyone', 'public'),
    ...older('s3PermissionsGuestUploads', 'anyone', 'uploads'),
    ...older('s3PermissionsAuthenticatedPublic', 'any-account', 'public'),
  ];
  return all;
}

/** `s3:PutObject,s3:GetObject` as older parameters write it; `DISALLOW` for nothing. */
function actionsIn(text: string): readonly Operation[] {
  const can: Operation[] = [];
  if (text.includes('s3:GetObject')) can.push('list', 'read');
  if (text.includes('s3:PutObject')) can.push('create', 'overwrite');
  if (text.includes('s3:DeleteObject')) can.push('delete');
  return can;
}

function readApi(
  project: Project,
  resource: Resource,
  guests: boolean | undefined,
  problems: Problem[],
): readonly BackendDeclaration[] {
  const modes = modesOf(project, resource);
  const facts: TransformerFacts = { version: transformerVersion(project), defaultCaller: callerOfMode(modes?.[0]) };
  const backdrop: Backdrop = { apiKey: modes?.includes('API_KEY'), guests, signUp: undefined };
  return resource.files
    .filter(({ path }) => path.endsWith('.graphql'))
    .flatMap((file) => {
      const schema = parseGraphQl(file.text);
      if (schema.problem !== undefined)
        problems.push({
          kind: 'malformed',
          path: file.path,
          line: file.position(schema.problem.at).line,
          reason: `The GraphQL schema is malformed: ${schema.problem.reason}.`,
        });
      const spotOf = (at: number) => ({ path: file.path, ...file.position(at) });
      return rulesIn(schema, facts, spotOf).map((rule) => declareRule(rule, backdrop, resource.folder));
    });
}

/** The authorization modes of an API, its default first; undefined where no file tells. */
function modesOf(project: Project, resource: Resource): readonly string[] | undefined {
  const inputs = nodeAt(fileOf(resource, 'cli-inputs.json')?.root, 'serviceConfiguration');
  const own = [nodeAt(inputs, 'defaultAuthType'), ...itemsOf(nodeAt(inputs, 'additionalAuthTypes'))];
  const modes = own.flatMap((node) => stringOf(nodeAt(node, 'mode')) ?? []);
  if (modes.length > 0) return modes;
  const [config] = project.own.filter(({ path }) => path.endsWith('/backend-config.json'));
  const output = nodeAt(config?.root, 'api', resource.name, 'output');
  const authentication = nodeAt(output, 'authConfig');
  const older = [
    nodeAt(authentication, 'defaultAuthentication'),
    ...itemsOf(nodeAt(authentication, 'additionalAuthenticationProviders')),
  ].flatMap((node) => stringOf(nodeAt(node, 'authenticationType')) ?? []);
  const oldest = stringOf(nodeAt(output, 'securityType'));
  if (older.length > 0) return older;
  return oldest === undefined ? undefined : [oldest];
}

/** `features.graphqltransformer.transformerversion`; projects without the feature, or from before features, use the first version. */
function transformerVersion(project: Project): 1 | 2 | undefined {
  const [cli] = project.own.filter(({ path }) => path.endsWith('/cli.json'));
  if (cli !== undefined && cli.root === undefined) return undefined;
  const version = nodeAt(cli?.root, 'features', 'graphqltransformer', 'transformerversion')?.value;
  if (version === undefined) return 1;
  return version === 1 || version === 2 ? version : undefined;
}
