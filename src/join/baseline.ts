import { readFile } from 'node:fs/promises';
import type { Finding, Problem } from '../model.ts';
import { messageOf } from '../shared/errors.ts';
import { securitySeverityOf } from '../shared/severity.ts';

/** What of a former report the comparison needs. */
export interface Baseline {
  readonly findings: readonly Finding[];
}

export interface Compared {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

const MAX_BASELINE_BYTES = 128 << 20;

/**
 * Says of each finding whether the base has it already, and adds what the base had and this scan has not as `fixed`.
 * A base that is missing or broken is no base: everything is new, and a note says so.
 */
export async function compareWithBaseline(
  findings: readonly Finding[],
  file: string | undefined,
  canFix: boolean,
): Promise<Compared> {
  if (file === undefined) return { findings, problems: [] };
  const baseline = await readBaseline(file);
  if ('reason' in baseline) {
    return {
      findings,
      problems: [
        {
          kind: 'note',
          path: file,
          reason: `not usable as a baseline, so every finding counts as new: ${baseline.reason}`,
        },
      ],
    };
  }
  return { findings: compare(findings, baseline, canFix), problems: [] };
}

/** `canFix`: everything was scanned, so what is missing is gone and not merely unseen. */
export function compare(findings: readonly Finding[], baseline: Baseline, canFix: boolean): readonly Finding[] {
  const before = new Map(
    baseline.findings.filter(({ state }) => state !== 'fixed').map((finding) => [finding.fingerprint, finding]),
  );
  const now = new Set(findings.map(({ fingerprint }) => fingerprint));
  const current = findings.map((finding) => ({
    ...finding,
    state: before.has(finding.fingerprint) ? ('unchanged' as const) : ('new' as const),
  }));
  const gone = canFix ? [...before.values()].filter(({ fingerprint }) => !now.has(fingerprint)) : [];
  return [...current, ...gone.map((finding) => ({ ...finding, state: 'fixed' as const }))];
}

async function readBaseline(file: string): Promise<Baseline | { readonly reason: string }> {
  try {
    const bytes = await readFile(file);
    if (bytes.length > MAX_BASELINE_BYTES) return { reason: `larger than ${MAX_BASELINE_BYTES} bytes` };
    return parseBaseline(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    // A syntax error's own words quote the file.
    return { reason: error instanceof SyntaxError ? 'it is not JSON' : messageOf(error) };
  }
}

/** Takes an Ajar JSON report or a SARIF file that Ajar wrote. */
export function parseBaseline(value: unknown): Baseline | { readonly reason: string } {
  if (!isRecord(value)) return { reason: 'not a JSON object' };
  if (value.schema === 'ajar-report/1' && Array.isArray(value.findings))
    return { findings: value.findings.flatMap(asFinding) };
  if (Array.isArray(value.runs)) return { findings: value.runs.flatMap(fromSarifRun) };
  return { reason: 'neither an ajar-report/1 nor a SARIF file' };
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
