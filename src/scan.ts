import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BACKENDS } from './backends/registry.ts';
import type { DeclarationContext, DeclarationReading } from './declarations/language.ts';
import { compareWithBaseline } from './join/baseline.ts';
import { type Joined, join, withObservations } from './join/join.ts';
import { judge } from './judge/judge.ts';
import { applyPolicy } from './judge/policy.ts';
import { REPORT_SCHEMA, type Report, type Rule } from './model.ts';
import { withOriginalNames } from './original-names.ts';
import type { Repo, RepoText } from './repo/files.ts';
import { readRepoMentions, signUpIn } from './repo/mentions.ts';
import { mask, maskReport } from './reports/mask.ts';
import { EMPTY_POLICY, type Policy, parsePolicy } from './settings/policy.ts';
import type { Settings } from './settings/settings.ts';
import { messageOf, UsageError } from './shared/errors.ts';
import { type ReadingDeps, readShipped } from './shipped.ts';
import { VERSION } from './version.ts';

export interface ScanDeps extends ReadingDeps {
  readonly now: Date;
}

export interface ScanResult {
  /** Masked; safe to write anywhere. */
  readonly report: Report;
  /** Every rule that a finding can name. */
  readonly rules: readonly Rule[];
  /** What was masked, for `core.setSecret`. */
  readonly secrets: readonly string[];
  /** Something that should have been scanned could not be: never green. */
  readonly failed: boolean;
}

export const RULES: readonly Rule[] = BACKENDS.flatMap((definition) => definition.rules);

const DEFINITIONS = new Map(BACKENDS.map((definition) => [definition.kind, definition]));

/** The whole way of the data, from settings to the report. Throws a UsageError on a broken configuration. */
export async function scan(settings: Settings, deps: ScanDeps): Promise<ScanResult> {
  const { policy, file: policyFile } = await loadPolicy(settings);
  const shipped = await readShipped(settings, deps);
  const repo = await repoOf(settings, policy);
  const files = repo?.files ?? [];
  const isEmpty = !settings.artifactsWanted && repo?.paths.length === 0;
  const renamed = await withOriginalNames(
    shipped,
    settings.repo === undefined ? undefined : path.resolve(settings.root, settings.repo),
  );
  const signUp = signUpIn(files);
  const declared = await declaredIn(files, {
    now: deps.now,
    paths: repo?.paths ?? [],
    ...(signUp === undefined ? {} : { signUp }),
  });
  const inRepo = readRepoMentions(files);

  const joined = join({
    mentions: [...renamed.mentions, ...declared.mentions, ...inRepo],
    declarations: declared.declarations,
    apps: shipped.artifacts.map(({ app }) => app),
    files,
    policy,
    providerOf: (kind) => DEFINITIONS.get(kind)?.provider ?? 'other',
  });
  const probed = await probe(settings, policy, joined, deps);
  const backends = joined.backends.map((backend) =>
    withObservations(backend, probed.observations.get(backend.id) ?? []),
  );

  const judged = judge({
    backends,
    credentials: joined.credentials,
    definitionOf: (kind) => DEFINITIONS.get(kind),
    severityOverrides: policy.severity,
  });
  const owners = new Map([...backends, ...joined.credentials].map(({ id, owner }) => [id, owner]));
  const kept = applyPolicy(judged, policy, {
    now: deps.now,
    file: policyFile ?? '.ajar.yml',
    ownerOf: ({ backend, credential }) => owners.get(backend ?? credential ?? ''),
  });
  const problems = [
    ...shipped.problems,
    ...renamed.problems,
    ...(repo?.problems ?? []),
    ...declared.problems,
    ...probed.problems,
    ...kept.notes,
  ];
  const complete = problems.every(({ kind }) => kind === 'note' || kind === 'unresolved');
  const failed = shipped.failed || isEmpty;
  const compared = compareWithBaseline({ findings: kept.findings, backends }, baseOf(settings), complete);

  const report: Report = {
    schema: REPORT_SCHEMA,
    tool: { name: 'ajar', version: VERSION },
    artifacts: shipped.artifacts,
    backends: compared.backends,
    credentials: joined.credentials.map(
      ({ secret, rule: _rule, access: _access, details: _details, ...credential }) => ({
        ...credential,
        masked: mask(secret),
      }),
    ),
    findings: compared.findings,
    probes: probed.ledger,
    coverage: { complete, ...(failed ? { failed } : {}), problems: [...problems, ...compared.problems] },
    ...(compared.comparison === undefined ? {} : { comparison: compared.comparison }),
  };
  const secrets = [...new Set(joined.credentials.map(({ secret }) => secret))];
  return { report: maskReport(report, secrets), rules: RULES, secrets, failed };
}

function baseOf({ root, baseline, noBaseline }: Settings): { readonly file?: string; readonly missing?: string } {
  if (baseline !== undefined) return { file: path.resolve(root, baseline) };
  return noBaseline === undefined ? {} : { missing: noBaseline };
}

/** What reads a repository is loaded only where there is one. */
async function repoOf({ root, repo }: Settings, { exclude }: Policy): Promise<Repo | undefined> {
  if (repo === undefined) return undefined;
  const { readRepo } = await import('./repo/files.ts');
  return readRepo(root, repo, exclude);
}

/** The config languages are loaded only where there are files to read. */
async function declaredIn(files: readonly RepoText[], context: DeclarationContext): Promise<DeclarationReading> {
  if (files.length === 0) return { declarations: [], mentions: [], problems: [] };
  const [{ readDeclarations }, { LANGUAGES }] = await Promise.all([
    import('./declarations/read.ts'),
    import('./declarations/registry.ts'),
  ]);
  return readDeclarations(LANGUAGES, files, context);
}

/** Probes are loaded only when somebody asked for them: without them, nothing that could speak to the network is there. */
async function probe(settings: Settings, policy: Policy, { backends, credentials }: Joined, deps: ScanDeps) {
  const nothing = { observations: new Map<string, Report['backends'][number]['observed']>(), ledger: [], problems: [] };
  if (settings.probe === 'off') return nothing;
  const fork = settings.fork ?? false;
  if (fork && settings.probeForks !== true) {
    const reason =
      'no live checks on a pull request from a fork (the input probe-forks allows those that leave no trace)';
    return { ...nothing, problems: [{ kind: 'note' as const, path: '.', reason }] };
  }
  const { runProbes } = await import('./probes/run.ts');
  return runProbes(backends, {
    mode: settings.probe,
    dryRun: settings.dryRun ?? false,
    // What a fork brings is a stranger's word: its .ajar.yml gives no consent.
    policy: fork ? EMPTY_POLICY : policy,
    probingOf: (kind) => DEFINITIONS.get(kind)?.probing,
    keysOf: ({ id }) => credentials.filter(({ opens }) => opens.includes(id)),
    log: deps.log,
  });
}

const MAX_POLICY_BYTES = 1 << 20;

/**
 * The file comes with the pull request: a link could lead to an endless device, or put another file's lines into an error.
 * Undefined where nobody asked for it and there is none.
 */
function policyText(location: string, shown: string, asked: boolean): string | undefined {
  try {
    const status = lstatSync(location);
    if (!status.isFile()) throw new UsageError(`${shown}: must be a regular file, not a link or a folder`);
    if (status.size > MAX_POLICY_BYTES) throw new UsageError(`${shown}: larger than ${MAX_POLICY_BYTES} bytes`);
    return readFileSync(location, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (!asked && (code === 'ENOENT' || code === 'ENOTDIR')) return undefined;
    throw new UsageError(`${shown}: cannot be read (${messageOf(error)})`);
  }
}

async function loadPolicy(settings: Settings): Promise<{ readonly policy: Policy; readonly file?: string }> {
  const file = settings.config ?? path.join(settings.repo ?? '.', '.ajar.yml');
  const text = policyText(path.resolve(settings.root, file), file, settings.config !== undefined);
  if (text === undefined) return { policy: EMPTY_POLICY };
  return {
    policy: await parsePolicy(
      text,
      file,
      RULES.map(({ id }) => id),
    ),
    file,
  };
}
