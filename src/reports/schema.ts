import { OPERATIONS, REPORT_SCHEMA, SEVERITIES } from '../model.ts';

/** JSON Schema (2020-12) of `ajar-report/1`; docs/ajar-report-1.schema.json is this, held equal by a test. */

type Schema = Readonly<Record<string, unknown>>;

const string: Schema = { type: 'string' };
const count: Schema = { type: 'integer', minimum: 0 };
const position: Schema = { type: 'integer', minimum: 1 };
const strings: Schema = { type: 'array', items: string };

function oneOf(values: readonly string[], description?: string): Schema {
  return { enum: values, ...(description === undefined ? {} : { description }) };
}

function listOf(name: string): Schema {
  return { type: 'array', items: ref(name) };
}

function ref(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

/** An object; members whose name ends in `?` may be absent. Others may be added by later versions of the same major. */
function object(members: Readonly<Record<string, Schema>>, description?: string): Schema {
  const entries = Object.entries(members);
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    required: entries.map(([name]) => name).filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(entries.map(([name, schema]) => [name.replace(/\?$/, ''), schema])),
  };
}

const DEFINITIONS: Readonly<Record<string, Schema>> = {
  operations: { type: 'array', items: oneOf(OPERATIONS) },
  audience: oneOf(
    ['anyone', 'app-holder', 'any-account'],
    'anyone: no credential; app-holder: whoever unpacks the app; any-account: whoever signs up',
  ),
  evidence: oneOf(
    ['observed', 'declared', 'implied', 'shipped'],
    'observed: a probe saw it; declared: the repository says it; implied: a shipped credential grants it; shipped: access unknown',
  ),
  sensitivity: {
    type: 'array',
    items: oneOf([
      'identity',
      'credentials',
      'health',
      'payment',
      'photos',
      'location',
      'messages',
      'server-config',
      'unknown',
    ]),
  },
  owner: oneOf(['yours', 'third-party', 'unknown']),
  severity: oneOf(SEVERITIES),
  place: object(
    {
      origin: oneOf(['artifact', 'repo']),
      path: string,
      'entry?': { ...string, description: 'chain of containers: app.apk!/lib/arm64-v8a/libapp.so' },
      'offset?': { ...count, description: 'byte offset in the inflated entry' },
      'locator?': string,
      'line?': position,
      'column?': position,
    },
    'where something stands; path is relative to the repository root',
  ),
  access: object({ audience: ref('audience'), can: ref('operations'), evidence: ref('evidence') }, 'who can do what'),
  declaration: object({
    path: string,
    line: position,
    'column?': position,
    'pattern?': string,
    audience: ref('audience'),
    can: ref('operations'),
    state: oneOf(['open', 'conditional', 'closed', 'mitigated', 'unknown']),
    why: string,
    'expires?': { ...string, description: 'ISO date on which the access ends by itself' },
  }),
  observation: object({
    probe: string,
    outcome: oneOf(['open', 'closed', 'absent', 'undecided']),
    can: ref('operations'),
    'audience?': ref('audience'),
    status: { ...count, description: 'HTTP status, 0 if no answer came' },
    why: string,
  }),
  artifact: object({
    path: string,
    kind: string,
    sha256: string,
    size: count,
    app: object({ platform: oneOf(['android', 'ios', 'unknown']), 'id?': string, 'version?': string }),
    coverage: object({
      entries: count,
      read: count,
      skipped: { type: 'array', items: object({ entry: string, reason: string, 'count?': count }) },
    }),
  }),
  backend: object({
    id: string,
    kind: string,
    name: string,
    provider: string,
    owner: ref('owner'),
    ownerReason: string,
    shipped: listOf('place'),
    mentioned: listOf('place'),
    declared: listOf('declaration'),
    observed: listOf('observation'),
    access: listOf('access'),
    sensitivity: ref('sensitivity'),
    paths: strings,
    details: { type: 'object', additionalProperties: string },
    'state?': oneOf(['new', 'unchanged'], 'held against the base; absent where it does not tell its backends'),
  }),
  credential: object({
    id: string,
    kind: string,
    grade: oneOf(['public', 'restricted', 'privileged', 'administrative']),
    why: string,
    'subject?': string,
    masked: string,
    shipped: listOf('place'),
    opens: strings,
    owner: ref('owner'),
    ownerReason: string,
  }),
  finding: object({
    rule: { ...string, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
    severity: ref('severity'),
    securitySeverity: { ...string, pattern: '^\\d{1,2}(\\.\\d)?$' },
    title: string,
    message: string,
    'backend?': string,
    'credential?': string,
    access: listOf('access'),
    evidence: ref('evidence'),
    sensitivity: ref('sensitivity'),
    places: listOf('place'),
    fingerprint: string,
    state: oneOf(['new', 'unchanged', 'fixed']),
    remediation: string,
    docs: string,
  }),
  probe: object({
    backend: string,
    probe: string,
    method: string,
    host: string,
    path: string,
    status: count,
    bytes: count,
    ms: { type: 'number', minimum: 0 },
    outcome: oneOf(['open', 'closed', 'absent', 'undecided', 'planned', 'refused']),
  }),
  problem: object({
    kind: oneOf([
      'unreadable',
      'encrypted',
      'truncated',
      'limit',
      'unsupported',
      'malformed',
      'unresolved',
      'not-found',
      'note',
    ]),
    path: string,
    'entry?': string,
    'line?': position,
    reason: string,
  }),
};

export const REPORT_JSON_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Ajar report',
  description: 'What ajar writes with --json: every secret in it is masked.',
  ...object({
    schema: { const: REPORT_SCHEMA },
    tool: object({ name: string, version: string }),
    artifacts: listOf('artifact'),
    backends: listOf('backend'),
    credentials: listOf('credential'),
    findings: listOf('finding'),
    probes: listOf('probe'),
    coverage: object({
      complete: { type: 'boolean' },
      'failed?': { type: 'boolean', description: 'something that was asked for could not be scanned at all' },
      problems: listOf('problem'),
    }),
    'comparison?': object(
      { gone: { ...strings, description: 'backends that the base has and this scan has not' } },
      'absent where there was no usable base to hold findings and backends against; then their state means nothing',
    ),
  }),
  $defs: DEFINITIONS,
};
