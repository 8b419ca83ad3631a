/**
 * The vocabulary of Ajar as types. Everything that passes from one room to the next is made of these; this file imports
 * nothing.
 */

/** Where a text, a mention or a declaration stands. */
export interface Place {
  readonly origin: 'artifact' | 'repo';
  /** Path of the artifact or of the repo file, relative to the repo root (else to the working directory), with `/`. */
  readonly path: string;
  /** Chain of containers down to the entry, starting with the artifact's own name: `app.apk!/lib/arm64-v8a/libapp.so`. */
  readonly entry?: string;
  /** Byte offset in the inflated entry. */
  readonly offset?: number;
  /** Structural locator: `string/firebase_database_url`, `Lcom/acme/Api;->upload`, `plist STORAGE_BUCKET`. */
  readonly locator?: string;
  /** Source file and line as the compiler recorded them: `Api.kt:24`, `Api.kt`. */
  readonly source?: string;
  /** 1-based, UTF-16 columns as SARIF and editors count them. */
  readonly line?: number;
  readonly column?: number;
}

/** A string beside another one: same object, class, resource table or run of a string table. */
export interface Neighbour {
  readonly value: string;
  readonly key?: string;
  /** Signed distance within the same object, method or table (negative: before the text); absent where it stands in another. */
  readonly at?: number;
}

/** A piece of text read out of an entry or a repo file. At most MAX_TEXT_LENGTH UTF-16 units long. */
export interface Text {
  readonly value: string;
  /** The name it stands under, if the format has names: resource name, plist key, JSON member, manifest meta-data name. */
  readonly key?: string;
  readonly place: Place;
  /** Class or package that holds it (`com.acme.Api`), if the format knows; tells an SDK's strings from the app's own. */
  readonly holder?: string;
  /** Literals may stand side by side in it without a border, as Go and Rust store theirs. */
  readonly runTogether?: boolean;
  /** What stands around it, nearest first, at most MAX_NEIGHBOURS; only valid while the text is being looked at. */
  readonly around?: () => readonly Neighbour[];
}

export const MAX_TEXT_LENGTH = 65_536;
export const MAX_NEIGHBOURS = 256;

export type Platform = 'android' | 'ios' | 'unknown';

export interface AppInfo {
  readonly platform: Platform;
  /** Application id or bundle identifier. */
  readonly id?: string;
  readonly version?: string;
}

/** Why something was not, or not wholly, read. `note` is for facts that hide nothing. */
export type ProblemKind =
  | 'unreadable'
  | 'encrypted'
  | 'truncated'
  | 'limit'
  | 'unsupported'
  | 'malformed'
  | 'unresolved'
  | 'not-found'
  | 'note';

/** Something that a user has to know of what was (not) looked at. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly path: string;
  readonly entry?: string;
  readonly line?: number;
  /** One sentence: the cause, and where there is one, the way out. */
  readonly reason: string;
}

export type Audience = 'anyone' | 'app-holder' | 'any-account';
export type Operation = 'list' | 'read' | 'create' | 'overwrite' | 'delete' | 'administer';
export type Evidence = 'observed' | 'declared' | 'implied' | 'shipped';

export const OPERATIONS: readonly Operation[] = ['list', 'read', 'create', 'overwrite', 'delete', 'administer'];

/** The heart of a finding: who can do what, and how that is known. */
export interface Access {
  readonly audience: Audience;
  readonly can: readonly Operation[];
  readonly evidence: Evidence;
}

export type Provider =
  | 'aws'
  | 'google'
  | 'azure'
  | 'supabase'
  | 'cloudflare'
  | 'digitalocean'
  | 'alibaba'
  | 'tencent'
  | 'oracle'
  | 'other';

export type Grade = 'public' | 'restricted' | 'privileged' | 'administrative';

/** A backend's identity: its kind and name make its id, `s3:acme-prod`. */
export interface BackendRef {
  readonly kind: string;
  readonly name: string;
}

/** A text in which a backend was recognised. */
export interface BackendMention extends BackendRef {
  readonly type: 'backend';
  readonly place: Place;
  readonly holder?: string;
  /** What else the text says of it, for probes, judging and the reader: `region`, `host`, `project`, `apiKey` … */
  readonly details?: Readonly<Record<string, string>>;
  /** Paths below the service's root that the app uses: `/users`, `/uploads/`; for joins, probes and sensitivity. */
  readonly paths?: readonly string[];
  /** Set if the text itself says that it is not the app's own: the vendor or product it belongs to. */
  readonly thirdParty?: string;
}

/** A text in which a credential was recognised. */
export interface CredentialMention {
  readonly type: 'credential';
  readonly kind: string;
  /** The secret itself; masked before anything leaves the process. */
  readonly secret: string;
  /** What may be shown of it: account name, project ref, client e-mail. Part of the identity. */
  readonly subject?: string;
  readonly grade: Grade;
  /** One sentence for the developer: why this grade. */
  readonly why: string;
  /** The rule it raises; absent for what is public by design. */
  readonly rule?: string;
  /** The backends that it opens, and what it allows there. */
  readonly opens?: readonly { readonly backend: BackendRef; readonly access: Access }[];
  readonly details?: Readonly<Record<string, string>>;
  readonly place: Place;
  readonly holder?: string;
  readonly thirdParty?: string;
}

export type Mention = BackendMention | CredentialMention;

export type DeclarationState = 'open' | 'conditional' | 'closed' | 'mitigated' | 'unknown';

/** What the repository's config says of a backend, or of a path in it. */
export interface Declaration {
  readonly path: string;
  readonly line: number;
  readonly column?: number;
  /** Path pattern below the service's root, wildcards as `{name}` and `{name=**}`. */
  readonly pattern?: string;
  readonly audience: Audience;
  readonly can: readonly Operation[];
  readonly state: DeclarationState;
  /** One sentence: how this follows from the config. */
  readonly why: string;
  /** ISO date on which the declared access ends by itself (test-mode rules). */
  readonly expires?: string;
}

/** A declaration together with the backend it speaks of. */
export interface BackendDeclaration {
  readonly kind: string;
  /** Absent where the config does not name it (a rules file alone); join binds it to the backend it must mean. */
  readonly name?: string;
  /** Files, in order of trust, that may name the backend for join: `google-services.json` beside the rules … */
  readonly project?: string;
  /** Text that the deployed name contains, where the config gives it a name of its own: only such backends can be meant. */
  readonly stem?: string;
  /** Stands for the backend where nothing names it: the folder of the project that the declaration belongs to. */
  readonly folder?: string;
  readonly declaration: Declaration;
  readonly details?: Readonly<Record<string, string>>;
}

export type Outcome = 'open' | 'closed' | 'absent' | 'undecided';

/** What a probe saw. */
export interface Observation {
  readonly probe: string;
  readonly outcome: Outcome;
  readonly can: readonly Operation[];
  /** Who the probe was: without any credential, with what the app ships, or with an account anybody can make. */
  readonly audience?: Audience;
  /** HTTP status, 0 if no answer came. */
  readonly status: number;
  readonly why: string;
}

export type Sensitivity =
  | 'identity'
  | 'credentials'
  | 'health'
  | 'payment'
  | 'photos'
  | 'location'
  | 'messages'
  | 'server-config'
  | 'unknown';

export type Owner = 'yours' | 'third-party' | 'unknown';

/** One cloud resource with all three views of it: shipped, declared, observed. */
export interface Backend extends BackendRef {
  readonly id: string;
  readonly provider: Provider;
  readonly owner: Owner;
  readonly ownerReason: string;
  readonly shipped: readonly Place[];
  /** Where the repo's own config or source names it (not what rules it). */
  readonly mentioned: readonly Place[];
  readonly declared: readonly Declaration[];
  readonly observed: readonly Observation[];
  readonly access: readonly Access[];
  readonly sensitivity: readonly Sensitivity[];
  readonly paths: readonly string[];
  readonly details: Readonly<Record<string, string>>;
  /** Held against the base; absent where there is none, or where it does not tell its backends. */
  readonly state?: Exclude<FindingState, 'fixed'>;
}

export interface Credential {
  readonly id: string;
  readonly kind: string;
  readonly grade: Grade;
  readonly why: string;
  readonly subject?: string;
  readonly masked: string;
  readonly shipped: readonly Place[];
  readonly opens: readonly string[];
  readonly owner: Owner;
  readonly ownerReason: string;
}

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'note';
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'note'];

/** What a rule says to a developer. Everything its docs page and the SARIF help need. */
export interface Rule {
  /** kebab-case, `<backend>-<what>`; never reused, never renamed. */
  readonly id: string;
  readonly aliases?: readonly string[];
  /** Headline, no full stop: `S3 bucket can be listed or read by anyone`. */
  readonly title: string;
  readonly severity: Severity;
  readonly precision: 'very-high' | 'high' | 'medium' | 'low';
  /** What it means for the users of the app. */
  readonly meaning: string;
  /** How Ajar knows. */
  readonly knows: string;
  /** How to close it: steps, each one sentence or a code line. */
  readonly remediation: readonly string[];
  /** How to prove that it is closed. */
  readonly prove: string;
  readonly cwe: readonly number[];
  /** OWASP Mobile Top 10 2024: `M8`. */
  readonly mobileTop10: readonly string[];
  /** OWASP MASVS control groups: `MASVS-STORAGE`. */
  readonly masvs: readonly string[];
  readonly references: readonly string[];
}

export type FindingState = 'new' | 'unchanged' | 'fixed';

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** GitHub's number for the severity, as a string: `9.5`. */
  readonly securitySeverity: string;
  readonly title: string;
  /** Sentences; the first says what an outsider can do and stands alone. */
  readonly message: string;
  readonly backend?: string;
  readonly credential?: string;
  readonly access: readonly Access[];
  readonly evidence: Evidence;
  readonly sensitivity: readonly Sensitivity[];
  /** Best place first: the first is where alert, annotation and comment point. */
  readonly places: readonly Place[];
  readonly fingerprint: string;
  readonly state: FindingState;
  readonly remediation: string;
  readonly docs: string;
}

export interface Skipped {
  readonly entry: string;
  readonly reason: string;
  /** How many entries share this reason, if they are counted together. */
  readonly count?: number;
}

export interface ArtifactReport {
  readonly path: string;
  readonly kind: string;
  readonly sha256: string;
  readonly size: number;
  readonly app: AppInfo;
  readonly coverage: { readonly entries: number; readonly read: number; readonly skipped: readonly Skipped[] };
}

/** One line of the ledger: a request that was sent (or, in a dry run, would have been). */
export interface LedgerLine {
  readonly backend: string;
  readonly probe: string;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly status: number;
  readonly bytes: number;
  readonly ms: number;
  readonly outcome: Outcome | 'planned' | 'refused';
}

export interface Coverage {
  /** True only if everything that should have been scanned was. */
  readonly complete: boolean;
  /** Something that was asked for could not be scanned at all; absent: false. */
  readonly failed?: boolean;
  readonly problems: readonly Problem[];
}

/** What findings and backends were held against. */
export interface Comparison {
  /** Backends that the base has and this scan has not; empty where the base does not tell, or not all was scanned. */
  readonly gone: readonly string[];
}

export const REPORT_SCHEMA = 'ajar-report/1';

/** The report as it is written: every secret in it is masked. */
export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly tool: { readonly name: string; readonly version: string };
  readonly artifacts: readonly ArtifactReport[];
  readonly backends: readonly Backend[];
  readonly credentials: readonly Credential[];
  readonly findings: readonly Finding[];
  readonly probes: readonly LedgerLine[];
  readonly coverage: Coverage;
  /** Absent where there was no usable base; then `new` means nothing. */
  readonly comparison?: Comparison;
}

/** Where Ajar tells what it does while it runs; never carries a secret. */
export interface Logger {
  readonly debug: (message: string) => void;
  readonly info: (message: string) => void;
  readonly warning: (message: string) => void;
}
