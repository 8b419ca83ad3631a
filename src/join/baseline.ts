import { readFileSync } from 'node:fs';
import type { Backend, Comparison, Finding, Problem } from '../model.ts';
import { messageOf } from '../shared/errors.ts';
import { SARIF_BACKENDS } from '../shared/sarif.ts';
import { securitySeverityOf } from '../shared/severity.ts';

/** What of a former report the comparison needs. */
export interface Baseline {
  readonly findings: readonly Finding[];
  /** Ids of its backends; absent where it does not tell them. */
  readonly backends?: ReadonlySet<string>;
}

/** What is held against a base. */
export interface Seen {
  readonly findings: readonly Finding[];
  readonly backends: readonly Backend[];
}

export interface Compared extends Seen {
  /** Absent where there was no usable base. */
  readonly comparison?: Comparison;
  readonly problems: readonly Problem[];
}

const MAX_BASELINE_BYTES = 128 << 20;

/**
 * Says of each finding and backend whether the base has it already, and adds what the base had and this scan has not as
 * `fixed`. A base that is missing or broken is no base: everything is new, and a note says so. `canFix`: everything was
 * scanned, so what is missing is gone and not merely unseen.
 */
export function compareWithBaseline(
  seen: Seen,
  base: { readonly file?: string; readonly missing?: string },
  canFix: boolean,
): Compared {
  const { file, missing } = base;
  if (file === undefined) return { ...seen, problems: missing === undefined ? [] : [unusable('baseline', missing)] };
  const baseline = readBaseline(file);
  if ('reason' in baseline) return { ...seen, problems: [unusable(file, baseline.reason)] };
  return { ...compare(seen, baseline, canFix), problems: [] };
}

function unusable(path: string, cause: string): Problem {
  return { kind: 'note', path, reason: `nothing to compare with, so every finding counts as new: ${cause}` };
}

export function compare(seen: Seen, baseline: Baseline, canFix: boolean): Seen & { readonly comparison: Comparison } {
  const before = new Map(
    baseline.findings.filter(({ state }) => state !== 'fixed').map((finding) => [finding.fingerprint, finding]),
  );
  const now = new Set(seen.findings.map(({ fingerprint }) => fingerprint));
  const current = seen.findings.map((finding) => ({
    ...finding,
    state: before.has(finding.fingerprint) ? ('unchanged' as const) : ('new' as const),
  }));
  const fixed = canFix ? [...before.values()].filter(({ fingerprint }) => !now.has(fingerprint)) : [];
  return {
    findings: [...current, ...fixed.map((finding) => ({ ...finding, state: 'fixed' as const }))],
    ...compareBackends(seen.backends, baseline.backends, canFix),
  };
}

function compareBackends(
  backends: readonly Backend[],
  before: ReadonlySet<string> | undefined,
  canFix: boolean,
): { readonly backends: readonly Backend[]; readonly comparison: Comparison } {
  if (before === undefined) return { backends, comparison: { gone: [] } };
  const now = new Set(backends.map(({ id }) => id));
  return {
    backends: backends.map((backend) => ({ ...backend, state: before.has(backend.id) ? 'unchanged' : 'new' })),
    comparison: { gone: canFix ? [...before].filter((id) => !now.has(id)).sort() : [] },
  };
}

function readBaseline(file: string): Baseline | { readonly reason: string } {
  try {
    const bytes = readFileSync(file);
    if (bytes.length > MAX_BASELINE_BYTES) return { reason: `larger than ${MAX_BASELINE_BYTES} bytes` };
    return parseBaseline(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return { reason: 'there is no such file yet' };
    // A syntax error's own words quote the file.
    return { reason: error instanceof SyntaxError ? 'it is not JSON' : messageOf(error) };
  }
}

/** Takes an Ajar JSON report or a SARIF file that Ajar wrote. */
export function parseBaseline(value: unknown): Baseline | { readonly reason: string } {
  if (!isRecord(value)) return { reason: 'not a JSON object' };
  if (value.schema === 'ajar-report/1' && Array.isArray(value.findings)) {
    return { findings: value.findings.flatMap(asFinding), ...backendsOf(value.backends) };
  }
  if (!Array.isArray(value.runs)) return { reason: 'neither an ajar-report/1 nor a SARIF file' };
  const [run] = value.runs.filter(isRecord);
  const ids = isRecord(run?.properties) ? run.properties[SARIF_BACKENDS] : undefined;
  return { findings: value.runs.flatMap(fromSarifRun), ...backendsOf(ids) };
}

/** Ids, or backends that have one. */
function backendsOf(list: unknown): { readonly backends?: ReadonlySet<string> } {
  if (!Array.isArray(list)) return {};
  const ids = list.map((item: unknown) => (isRecord(item) ? item.id : item));
  return { backends: new Set(ids.filter((id) => typeof id === 'string')) };
}

function asFinding(value: unknown): Finding[] {
  if (!isRecord(value) || typeof value.fingerprint !== 'string' || typeof value.rule !== 'string') return [];
  const text = (name: string) => (typeof value[name] === 'string' ? value[name] : '');
  const severities = ['critical', 'high', 'medium', 'low', 'note'] as const;
  const severity = severities.find((candidate) => candidate === value.severity) ?? 'note';
  return [
    {
      rule: value.rule,
      severity,
      securitySeverity: securitySeverityOf(severity),
      title: text('title'),
      message: text('message'),
      ...(typeof value.backend === 'string' ? { backend: value.backend } : {}),
      ...(typeof value.credential === 'string' ? { credential: value.credential } : {}),
      access: [],
      evidence: 'shipped',
      sensitivity: [],
      places: [],
      fingerprint: value.fingerprint,
      state: value.state === 'fixed' ? 'fixed' : 'unchanged',
      remediation: text('remediation'),
      docs: text('docs'),
    },
  ];
}

function fromSarifRun(run: unknown): Finding[] {
  if (!isRecord(run) || !Array.isArray(run.results)) return [];
  return run.results.flatMap((result: unknown) => {
    if (!isRecord(result) || !isRecord(result.partialFingerprints)) return [];
    const hash = result.partialFingerprints.primaryLocationLineHash;
    if (typeof hash !== 'string') return [];
    const message = isRecord(result.message) && typeof result.message.text === 'string' ? result.message.text : '';
    return asFinding({ rule: result.ruleId, fingerprint: hash.replace(/:\d+$/, ''), message, title: message });
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
