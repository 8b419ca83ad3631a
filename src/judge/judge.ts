import type { JoinedCredential } from '../join/join.ts';
import { sensitivityOf } from '../join/sensitivity.ts';
import type {
  Access,
  Audience,
  Backend,
  Declaration,
  Evidence,
  Finding,
  Operation,
  Place,
  Rule,
  Sensitivity,
  Severity,
} from '../model.ts';
import { accessRuleId } from '../shared/access-rules.ts';
import { sha256 } from '../shared/hash.ts';
import { ruleDocs } from '../shared/links.ts';
import { bestEvidence, type Effect, effectsOf, securitySeverityOf } from '../shared/severity.ts';
import { credentialMessage, headline, howKnown } from './sentences.ts';

/** What a backend's definition gives to judging. */
export interface Judged {
  readonly title: string;
  readonly rules: readonly Rule[];
  readonly extra?: (backend: Backend) => readonly {
    readonly rule: string;
    readonly message: string;
    readonly declarations?: readonly Declaration[];
  }[];
}

export interface JudgeInput {
  readonly backends: readonly Backend[];
  readonly credentials: readonly JoinedCredential[];
  readonly definitionOf: (kind: string) => Judged | undefined;
  readonly severityOverrides: Readonly<Record<string, Severity>>;
}

/** All findings, worst first; fingerprints tell the same finding in another build. */
export function judge(input: JudgeInput): readonly Finding[] {
  const findings = [
    ...input.backends.flatMap((backend) => judgeBackend(input, backend)),
    ...input.credentials.flatMap((credential) => judgeCredential(input, credential)),
  ];
  return findings.sort(
    (left, right) =>
      Number(right.securitySeverity) - Number(left.securitySeverity) ||
      compare(left.rule, right.rule) ||
      compare(left.fingerprint, right.fingerprint),
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

/** A rule that a backend's access raises, with the part of the access that raises it. */
interface Raised {
  readonly rule: Rule;
  readonly access: readonly Access[];
  readonly declarations: readonly Declaration[];
  readonly sensitivity: readonly Sensitivity[];
}

function judgeBackend(input: JudgeInput, backend: Backend): readonly Finding[] {
  const definition = input.definitionOf(backend.kind);
  // A stranger's backend is not the reader's to close: it stays inventory.
  if (definition === undefined || backend.owner === 'third-party') return [];
  const raised = raisedBy(backend, definition.rules);
  const own = definition.extra?.(backend) ?? [];
  return [
    ...raised.map(({ rule, access, declarations, sensitivity }) => {
      const until = declarations.map((declaration) => declaration.expires).find((date) => date !== undefined);
      return finding(input, rule, {
        backend: backend.id,
        access,
        evidence: bestEvidence(access),
        sensitivity,
        message: [
          headline(access, backend.name, definition.title, until),
          ...howKnown(access, backend, declarations),
        ].join(' '),
        places: placesOf(backend, access, declarations),
      });
    }),
    ...own.flatMap(({ rule: id, message, declarations = [] }) => {
      const rule = definition.rules.find((candidate) => candidate.id === id);
      if (rule === undefined) return [];
      const declared = declarations.length > 0;
      const places = declared
        ? [...declarations.map(placeOfDeclaration), ...backend.mentioned, ...backend.shipped]
        : placesOf(backend, [], []);
      return [
        finding(input, rule, {
          backend: backend.id,
          access: [],
          evidence: declared ? ('declared' as const) : ('observed' as const),
          sensitivity: backend.sensitivity,
          message,
          places,
        }),
      ];
    }),
  ];
}

/**
 * Evidence that is only implied by a credential is told by the credential's own finding; only what was declared or
 * observed raises a finding of the backend.
 */
function raisedBy(backend: Backend, rules: readonly Rule[]): readonly Raised[] {
  const seen = new Map<string, Raised>();
  const audiences: readonly Audience[] = ['anyone', 'any-account'];
  const anyone = effectsOf(operationsOf(backend, 'anyone'));
  for (const audience of audiences) {
    for (const effect of effectsOf(operationsOf(backend, audience))) {
      if (audience === 'any-account' && anyone.includes(effect)) continue;
      const raised = raise(backend, rules, audience, effect);
      if (raised !== undefined && !seen.has(raised.rule.id)) seen.set(raised.rule.id, raised);
    }
  }
  return [...seen.values()];
}

function operationsOf(backend: Backend, audience: Audience): readonly Operation[] {
  return proven(backend)
    .filter((access) => access.audience === audience)
    .flatMap((access) => access.can);
}

function proven(backend: Backend): readonly Access[] {
  return backend.access.filter((access) => access.evidence === 'observed' || access.evidence === 'declared');
}

function raise(backend: Backend, rules: readonly Rule[], audience: Audience, effect: Effect): Raised | undefined {
  const isOfEffect = (can: readonly Operation[]) => effectsOf(can).includes(effect);
  const declarations = backend.declared.filter(
    (declaration) => declaration.state === 'open' && declaration.audience === audience && isOfEffect(declaration.can),
  );
  const observed = proven(backend).some(
    (access) => access.evidence === 'observed' && access.audience === audience && isOfEffect(access.can),
  );
  const expires =
    !observed &&
    audience === 'anyone' &&
    declarations.length > 0 &&
    declarations.every(({ expires: date }) => date !== undefined);
  const sensitivity = observed ? backend.sensitivity : sensitivityWithin(backend, declarations);
  const sensitive = isSensitive(sensitivity);
  const word = rules.some(({ id }) => id === `${backend.kind}-open-read`) ? 'open' : 'public';
  const id = accessRuleId(backend.kind, word, { audience, effect, sensitive, expires });
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) return undefined;
  // A test-mode rule is one finding for all that it opens.
  const told = expires ? proven(backend) : proven(backend).map((access) => narrowed(access, effect));
  return {
    rule,
    access: told.filter((access) => access.audience === audience && access.can.length > 0),
    declarations,
    sensitivity,
  };
}

function narrowed(access: Access, effect: Effect): Access {
  return { ...access, can: access.can.filter((operation) => effectsOf([operation]).includes(effect)) };
}

/** A rule that opens one path says nothing of its neighbours: `/settings` is not `/patients`. */
function sensitivityWithin(backend: Backend, declarations: readonly Declaration[]): readonly Sensitivity[] {
  const patterns = declarations.map(({ pattern }) => pattern ?? '/');
  const narrow = patterns.every((pattern) => /^\/[^/{]/.test(pattern));
  if (!narrow || patterns.length === 0) return backend.sensitivity;
  const within = sensitivityOf(patterns);
  return DATABASES.has(backend.kind) && within.every((kind) => kind === 'server-config') ? ['unknown'] : within;
}

/**
 * Where a node, collection or table called `config` holds what the app reads before anybody signs in; in a bucket the
 * same word is a server's file.
 */
const DATABASES: ReadonlySet<string> = new Set([
  'firebase-database',
  'firestore',
  'supabase',
  'appsync',
  'hasura',
  'appwrite',
  'pocketbase',
  'parse',
]);

export function isSensitive(sensitivity: readonly Sensitivity[]): boolean {
  return sensitivity.some((kind) => kind !== 'unknown');
}

/**
 * Best place first. What the config opens is mended at its own line; what was only observed, where the repo names the
 * backend; else the file that ships it.
 */
function placesOf(backend: Backend, access: readonly Access[], declarations: readonly Declaration[]): readonly Place[] {
  const declared = access.some(({ evidence }) => evidence === 'declared') ? declarations.map(placeOfDeclaration) : [];
  return [
    ...declared,
    ...backend.mentioned,
    ...backend.shipped,
    ...(declared.length > 0 ? [] : backend.declared.slice(0, 1).map(placeOfDeclaration)),
  ];
}

function placeOfDeclaration({ path, line, column, pattern }: Declaration): Place {
  return {
    origin: 'repo',
    path,
    line,
    ...(column === undefined ? {} : { column }),
    ...(pattern === undefined ? {} : { locator: pattern }),
  };
}

function judgeCredential(input: JudgeInput, credential: JoinedCredential): readonly Finding[] {
  if (credential.rule === undefined || credential.owner === 'third-party') return [];
  const definition = input.definitionOf(credential.kind);
  const rule = definition?.rules.find(({ id }) => id === credential.rule);
  if (definition === undefined || rule === undefined) return [];
  return [
    finding(input, rule, {
      credential: credential.id,
      access: credential.access,
      evidence: 'implied',
      sensitivity: ['unknown'],
      message: credentialMessage(credential, definition.title, rule.title),
      places: credential.shipped,
    }),
  ];
}

interface Facts {
  readonly backend?: string;
  readonly credential?: string;
  readonly access: readonly Access[];
  readonly evidence: Evidence;
  readonly sensitivity: readonly Sensitivity[];
  readonly message: string;
  readonly places: readonly Place[];
}

function finding(input: JudgeInput, rule: Rule, facts: Facts): Finding {
  const severity = input.severityOverrides[rule.id] ?? rule.severity;
  return {
    rule: rule.id,
    severity,
    securitySeverity: securitySeverityOf(severity),
    title: rule.title,
    ...facts,
    fingerprint: sha256(`${rule.id}\0${facts.backend ?? facts.credential ?? ''}`, 32),
    state: 'new',
    remediation: rule.remediation.join('\n'),
    docs: ruleDocs(rule.id),
  };
}
