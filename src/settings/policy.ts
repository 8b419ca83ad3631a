import type { GenericIssue } from 'valibot';
import type { Document } from 'yaml';
import { type Owner, SEVERITIES, type Severity } from '../model.ts';
import { messageOf, UsageError } from '../shared/errors.ts';
import { didYouMean } from '../shared/suggest.ts';

/** What `.ajar.yml` says. */
export interface Policy {
  readonly ignore: readonly IgnoreRule[];
  /** Patterns of backend ids that are the user's own (`s3:acme-*`). */
  readonly owned: readonly string[];
  readonly thirdParty: readonly string[];
  /** Backends that are meant to be read by anyone, each with a reason. */
  readonly public: readonly { readonly backend: string; readonly reason: string }[];
  readonly severity: Readonly<Record<string, Severity>>;
  readonly probe: { readonly createRecord: boolean; readonly useCredential: boolean };
  /** Repo paths that are not looked at. */
  readonly exclude: readonly string[];
}

export interface IgnoreRule {
  readonly rule?: string;
  readonly backend?: string;
  readonly path?: string;
  /** Whose backend or credential it is, as the report says. */
  readonly owner?: Owner;
  readonly reason: string;
  /** ISO date after which the finding is reported again. */
  readonly expires?: string;
}

export const EMPTY_POLICY: Policy = {
  ignore: [],
  owned: [],
  thirdParty: [],
  public: [],
  severity: {},
  probe: { createRecord: false, useCredential: false },
  exclude: [],
};

export const OWNERS: readonly Owner[] = ['yours', 'third-party', 'unknown'];
export const CONSENTS = ['create-record', 'use-credential'] as const;

/** Keys of every mapping in the file, for “did you mean”. */
const KNOWN_KEYS: Readonly<Record<string, readonly string[]>> = {
  '': ['version', 'ignore', 'owned', 'third-party', 'public', 'severity', 'probe', 'exclude'],
  ignore: ['rule', 'backend', 'path', 'owner', 'reason', 'expires'],
  public: ['backend', 'reason'],
  probe: CONSENTS,
};

/** Reads `.ajar.yml`. Throws a UsageError that names file, line, cause and way out. */
export async function parsePolicy(text: string, file: string, ruleIds: readonly string[]): Promise<Policy> {
  const [{ parseDocument, LineCounter }, v] = await Promise.all([import('yaml'), import('valibot')]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const broken = document.errors[0];
  if (broken !== undefined) {
    throw new UsageError(
      `${file}:${lines.linePos(broken.pos[0]).line}: not valid YAML: ${broken.message.split(' at line ', 1)[0]}`,
    );
  }

  const patterns = v.optional(v.array(v.string('must be a text; put it in quotes'), 'must be a list (- item)'), []);
  const reason = v.pipe(v.string('must be a text'), v.nonEmpty('reason is empty'));
  const date = v.pipe(
    v.string(),
    v.isoDate((issue) => `must be a date such as 2027-01-31, not ${issue.received}`),
  );
  const rule = v.pipe(
    v.string(),
    v.check(
      (id) => id.includes('*') || ruleIds.includes(id),
      (issue) => `there is no rule “${issue.input}”${didYouMean(issue.input, ruleIds)} (“ajar rules” lists them)`,
    ),
  );
  const ignored = v.pipe(
    v.strictObject({
      rule: v.optional(rule),
      backend: v.optional(v.string()),
      path: v.optional(v.string()),
      owner: v.optional(v.picklist(OWNERS, `must be one of ${OWNERS.join(', ')}`)),
      reason,
      expires: v.optional(date),
    }),
    v.check(
      (item) => (item.rule ?? item.backend ?? item.path ?? item.owner) !== undefined,
      'needs at least one of rule, backend, path or owner',
    ),
  );
  const consent = v.optional(v.boolean('must be true or false'), false);
  const schema = v.strictObject({
    version: v.optional(v.literal(1, 'version must be 1')),
    ignore: v.optional(v.array(ignored, 'must be a list (- item)'), []),
    owned: patterns,
    'third-party': patterns,
    public: v.optional(
      v.array(v.strictObject({ backend: v.string('backend is missing, e.g. “s3:acme-website”'), reason })),
      [],
    ),
    severity: v.optional(v.record(rule, v.picklist(SEVERITIES, `must be one of ${SEVERITIES.join(', ')}`)), {}),
    probe: v.optional(v.strictObject({ 'create-record': consent, 'use-credential': consent }), {}),
    exclude: patterns,
  });

  const parsed = v.safeParse(schema, contentOf(document, file) ?? {});
  if (!parsed.success) throw located(parsed.issues[0], document, lines, file);
  const policy = parsed.output;
  return {
    ignore: policy.ignore.map(withoutUndefined),
    owned: policy.owned,
    thirdParty: policy['third-party'],
    public: policy.public,
    severity: policy.severity,
    probe: {
      createRecord: policy.probe['create-record'],
      useCredential: policy.probe['use-credential'],
    },
    exclude: policy.exclude,
  };
}

/** An alias without its anchor, or one that multiplies what it stands for, is only found out here. */
function contentOf(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new UsageError(`${file}: not valid YAML: ${messageOf(error)}`);
  }
}

function withoutUndefined(
  item: { [K in keyof IgnoreRule]: IgnoreRule[K] | undefined } & { reason: string },
): IgnoreRule {
  const { rule, backend, path, owner, expires, reason } = item;
  return {
    reason,
    ...(owner === undefined ? {} : { owner }),
    ...(rule === undefined ? {} : { rule }),
    ...(backend === undefined ? {} : { backend }),
    ...(path === undefined ? {} : { path }),
    ...(expires === undefined ? {} : { expires }),
  };
}

/** Turns a schema issue into the line a user can act on. */
function located(
  issue: GenericIssue,
  document: { getIn: (path: readonly unknown[], keep: true) => unknown },
  lines: { linePos: (offset: number) => { line: number } },
  file: string,
): UsageError {
  const path = (issue.path ?? []).map((item) => item.key);
  const offset = offsetOf(document, path);
  const line = offset === undefined ? 1 : lines.linePos(offset).line;
  const where = path.length === 0 ? '' : `${path.join('.')}: `;
  return new UsageError(`${file}:${line}: ${where}${keyProblem(issue, path) ?? issue.message}`);
}

/** A key that is missing, or that nobody knows; undefined if the issue is about a value. */
function keyProblem(issue: GenericIssue, path: readonly unknown[]): string | undefined {
  if (issue.type !== 'strict_object') return undefined;
  const key = String(path.at(-1));
  if (issue.received === 'undefined')
    return `${key} is missing${key === 'reason' ? ': say in a sentence why this is all right' : ''}`;
  if (issue.expected !== 'never') return undefined;
  const known = KNOWN_KEYS[path.length > 1 ? String(path[0]) : ''] ?? [];
  return `unknown key${didYouMean(key, known)} (known: ${known.join(', ')})`;
}

/** Start of the value at a path, or of its nearest parent that stands in the text. */
function offsetOf(
  document: { getIn: (path: readonly unknown[], keep: true) => unknown },
  path: readonly unknown[],
): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    if (Array.isArray(range) && typeof range[0] === 'number') return range[0];
  }
  return undefined;
}
