import type {
  Access,
  AppInfo,
  Audience,
  Backend,
  BackendDeclaration,
  BackendMention,
  Credential,
  CredentialMention,
  Declaration,
  Evidence,
  Mention,
  Observation,
  Operation,
  Place,
  Provider,
} from '../model.ts';
import { OPERATIONS } from '../model.ts';
import type { Policy } from '../settings/policy.ts';
import { sha256 } from '../shared/hash.ts';
import { bind } from './bind.ts';
import { type Dependency, readDependencies } from './dependencies.ts';
import { type Subject, traceOrigins } from './origins.ts';
import { ownerOf } from './owner.ts';
import { uniquePlaces } from './rank.ts';
import { sensitivityOf } from './sensitivity.ts';

export interface JoinInput {
  readonly mentions: readonly Mention[];
  readonly declarations: readonly BackendDeclaration[];
  readonly apps: readonly AppInfo[];
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly policy: Policy;
  readonly providerOf: (kind: string) => Provider;
}

export interface Joined {
  readonly backends: readonly Backend[];
  readonly credentials: readonly JoinedCredential[];
}

/** A credential with what judging and masking still need. */
export interface JoinedCredential extends Omit<Credential, 'masked'> {
  readonly secret: string;
  readonly rule?: string;
  readonly access: readonly Access[];
  readonly details: Readonly<Record<string, string>>;
}

export function backendId(ref: { readonly kind: string; readonly name: string }): string {
  return `${ref.kind}:${ref.name}`;
}

/** The three views meet: what the app names, what the repository rules, what shipped keys open. Observations come later. */
export function join(input: JoinInput): Joined {
  const dependencies = readDependencies(input.files);
  const credentials = joinCredentials(input, dependencies);
  const bound = bind(
    input.declarations,
    input.mentions.filter((mention) => mention.type === 'backend'),
  );
  const mentions = groupBy(
    input.mentions.filter((mention) => mention.type === 'backend'),
    backendId,
  );
  const declarations = groupBy(bound, backendId);
  const opened = groupBy(
    credentials.flatMap((credential) => credential.opens.map((id) => ({ id, credential }))),
    ({ id }) => id,
  );
  const ids = [...new Set([...mentions.keys(), ...declarations.keys(), ...opened.keys()])].sort();
  const subjects: readonly Subject[] = ids.map((id) => ({
    id,
    values: namesOf(id),
    mentions: mentions.get(id) ?? [],
  }));
  const origins = traceOrigins(subjects, input.files);
  const backends = ids.map((id) =>
    joinBackend(input, id, {
      mentions: mentions.get(id) ?? [],
      declarations: (declarations.get(id) ?? []).map(({ declaration }) => declaration),
      implied: (opened.get(id) ?? []).flatMap(({ credential }) => credential.access),
      origins: origins.get(id) ?? [],
      dependencies,
    }),
  );
  return { backends, credentials };
}

/** `azure-blob:account/container` can stand in the repo as a whole or by its account. */
function namesOf(id: string): readonly string[] {
  const name = id.slice(id.indexOf(':') + 1);
  const account = name.split('/', 1)[0] ?? name;
  return account === name ? [name] : [name, account];
}

interface Views {
  readonly mentions: readonly BackendMention[];
  readonly declarations: readonly Declaration[];
  readonly implied: readonly Access[];
  readonly origins: readonly Place[];
  readonly dependencies: readonly Dependency[];
}

function joinBackend(input: JoinInput, id: string, views: Views): Backend {
  const kind = id.slice(0, id.indexOf(':'));
  const name = id.slice(kind.length + 1);
  const paths = [...unique(views.mentions.flatMap((mention) => mention.paths ?? []))].sort();
  const { owner, ownerReason } = ownerOf({
    id,
    mentions: views.mentions,
    declaredIn: views.declarations[0]?.path,
    apps: input.apps,
    policy: input.policy,
    dependencies: views.dependencies,
  });
  const open = views.declarations.filter((declaration) => declaration.state === 'open');
  return {
    id,
    kind,
    name,
    provider: input.providerOf(kind),
    owner,
    ownerReason,
    shipped: uniquePlaces(
      views.mentions.filter((mention) => mention.place.origin === 'artifact').map((mention) => mention.place),
    ),
    mentioned: views.origins,
    declared: [...views.declarations].sort(byPlace),
    observed: [],
    access: unionOf([...declaredAccess(open), ...views.implied]),
    sensitivity: sensitivityOf([name, ...paths, ...open.flatMap((declaration) => declaration.pattern ?? [])]),
    paths,
    details: Object.assign({}, ...views.mentions.map((mention) => mention.details ?? {})),
  };
}

/** The backend with what probes saw. */
export function withObservations(backend: Backend, observed: readonly Observation[]): Backend {
  const seen = observed
    .filter((observation) => observation.outcome === 'open' && observation.can.length > 0)
    .map((observation) => ({
      audience: observation.audience ?? 'anyone',
      can: observation.can,
      evidence: 'observed' as const,
    }));
  return { ...backend, observed, access: unionOf([...backend.access, ...seen]) };
}

function declaredAccess(open: readonly Declaration[]): readonly Access[] {
  return open.map(({ audience, can }) => ({ audience, can, evidence: 'declared' }));
}

/** One entry for each audience and evidence, operations in the order of the vocabulary. */
export function unionOf(accesses: readonly Access[]): readonly Access[] {
  const audiences: readonly Audience[] = ['anyone', 'app-holder', 'any-account'];
  const evidences: readonly Evidence[] = ['observed', 'declared', 'implied', 'shipped'];
  return audiences.flatMap((audience) =>
    evidences.flatMap((evidence) => {
      const can = new Set<Operation>(
        accesses
          .filter((access) => access.audience === audience && access.evidence === evidence)
          .flatMap((access) => access.can),
      );
      return can.size === 0 ? [] : [{ audience, can: OPERATIONS.filter((operation) => can.has(operation)), evidence }];
    }),
  );
}

function joinCredentials(input: JoinInput, dependencies: readonly Dependency[]): readonly JoinedCredential[] {
  const mentions = input.mentions.filter((mention) => mention.type === 'credential');
  const groups = groupBy(mentions, credentialId);
  const origins = traceOrigins(
    [...groups].map(([id, group]) => ({
      id,
      values: [...new Set(group.map(({ secret }) => secret))],
      mentions: group,
    })),
    input.files,
  );
  return [...groups]
    .map(([id, group]) => joinCredential(input, group, { id, origins: origins.get(id) ?? [], dependencies }))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

/** From the secret itself, so that a rotated key is a new finding and a rebuilt app is not. */
function credentialId(mention: CredentialMention): string {
  return `${mention.kind}:${sha256(mention.secret, 12)}`;
}

const GRADE_ORDER = ['administrative', 'privileged', 'restricted', 'public'] as const;

function joinCredential(
  input: JoinInput,
  group: readonly CredentialMention[],
  { id, origins, dependencies }: Pick<Views, 'origins' | 'dependencies'> & { readonly id: string },
): JoinedCredential {
  const worst =
    [...group].sort((left, right) => GRADE_ORDER.indexOf(left.grade) - GRADE_ORDER.indexOf(right.grade))[0] ?? group[0];
  if (worst === undefined) throw new Error(`credential ${id} without a mention`);
  const opens = group.flatMap((mention) => mention.opens ?? []);
  return {
    id,
    kind: worst.kind,
    grade: worst.grade,
    why: worst.why,
    ...(worst.subject === undefined ? {} : { subject: worst.subject }),
    ...(worst.rule === undefined ? {} : { rule: worst.rule }),
    secret: worst.secret,
    shipped: uniquePlaces([...origins, ...group.map((mention) => mention.place)]),
    opens: unique(opens.map((opened) => backendId(opened.backend))),
    access: unionOf(opens.map((opened) => opened.access)),
    details: Object.assign({}, ...group.map((mention) => mention.details ?? {})),
    ...ownerOf({ id, mentions: group, declaredIn: undefined, apps: input.apps, policy: input.policy, dependencies }),
  };
}

function byPlace(left: Declaration, right: Declaration): number {
  return left.path.localeCompare(right.path) || left.line - right.line || (left.column ?? 0) - (right.column ?? 0);
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
