import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { globBelow, isGlob, parseGlob } from './artifacts/glob.ts';
import { compareWithBaseline } from './join/baseline.ts';
import { merge, parseReport } from './join/merge.ts';
import type { Finding, Report, Rule } from './model.ts';
import { messageOf, UsageError } from './shared/errors.ts';
import { ruleDocs } from './shared/links.ts';
import { securitySeverityOf } from './shared/severity.ts';
import { isFatal } from './shipped.ts';

/** Reports that other jobs or runs wrote with --json, in place of a scan. */
export interface HandedOver {
  readonly root: string;
  /** Files or globs, relative to the root. */
  readonly files: readonly string[];
  /** A former report to compare the merged one with; without one the states of the reports stay. */
  readonly baseline?: string;
  readonly noBaseline?: string;
  readonly rules: readonly Rule[];
}

export interface Merged {
  readonly report: Report;
  readonly failed: boolean;
}

const MAX_FILES = 2000;
const MAX_BYTES = 256 << 20;

/**
 * One report of several. They may come from a stranger's run: each must be a regular file of bounded size that fits the
 * schema, and whatever a rule says of itself (title, remediation, link) is said in our own words and not in theirs.
 * Throws a UsageError that names the file.
 */
export async function readHandedOver(wanted: HandedOver): Promise<Merged> {
  const files = await filesOf(wanted);
  const reports: Report[] = [];
  for (const file of files) reports.push(...(await readReports(path.resolve(wanted.root, file), file)));
  const merged = inOwnWords(merge(reports), wanted.rules);
  const failed = reports.some(isFailed);
  const { baseline, noBaseline } = wanted;
  if (baseline === undefined && noBaseline === undefined) return { report: merged, failed };
  const open = merged.findings.filter(({ state }) => state !== 'fixed');
  const { problems, ...compared } = compareWithBaseline(
    { findings: open, backends: merged.backends },
    {
      ...(baseline === undefined ? {} : { file: path.resolve(wanted.root, baseline) }),
      ...(noBaseline === undefined ? {} : { missing: noBaseline }),
    },
    merged.coverage.complete,
  );
  // What the reports themselves were compared with still holds where there is no base for all of them.
  const report = compared.comparison === undefined ? merged : { ...merged, ...compared };
  const { coverage } = merged;
  return {
    report: { ...report, coverage: { ...coverage, problems: [...coverage.problems, ...problems] } },
    failed,
  };
}

async function filesOf({ files, root }: HandedOver): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const pattern of files) {
    if (isGlob(pattern)) for (const file of await matching(pattern, root)) found.add(file);
    else found.add(pattern);
  }
  if (found.size === 0) throw new UsageError(`no report matches ${files.join(', ')}`);
  if (found.size > MAX_FILES) throw new UsageError(`more than ${MAX_FILES} reports`);
  return [...found].sort();
}

async function matching(pattern: string, root: string): Promise<readonly string[]> {
  const base = path.isAbsolute(pattern) ? path.parse(pattern).root : root;
  const globs = parseGlob(path.relative(base, path.resolve(root, pattern)).split(path.sep).join('/'));
  const found = await Promise.all(globs.map((glob) => globBelow(base, glob)));
  return found.flatMap(({ paths }) => paths.map((file) => (base === root ? file : path.join(base, file))));
}

/** A `.jsonl` file, as `ajar scan --jsonl` streams it, holds one report a line. */
async function readReports(location: string, shown: string): Promise<readonly Report[]> {
  const text = await textOf(location).catch((error: unknown) => {
    throw new UsageError(`${shown}: cannot be read (${messageOf(error)})`);
  });
  if (!/\.jsonl$/i.test(location)) return [reportOf(text, shown)];
  return text
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [reportOf(line, `${shown}:${index + 1}`)]));
}

function reportOf(text: string, shown: string): Report {
  try {
    return parseReport(JSON.parse(text));
  } catch (error) {
    // A syntax error's own words quote the file.
    const cause = error instanceof SyntaxError ? 'it is not JSON' : messageOf(error);
    throw new UsageError(`${shown}: not a report of “ajar scan --json” (${cause})`);
  }
}

async function textOf(location: string): Promise<string> {
  const status = await lstat(location);
  if (!status.isFile()) throw new Error('not a regular file');
  if (status.size > MAX_BYTES) throw new Error(`larger than ${MAX_BYTES} bytes`);
  return readFile(location, 'utf8');
}

/** A report that does not say it (an older one) is judged by its problems. */
function isFailed({ coverage, artifacts }: Report): boolean {
  return (
    coverage.failed ?? (coverage.problems.some(isFatal) || artifacts.some((artifact) => artifact.coverage.read === 0))
  );
}

/** A rule of a newer version is told as it came, but leads nowhere else. */
function inOwnWords(report: Report, rules: readonly Rule[]): Report {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  return { ...report, findings: report.findings.map((finding) => ownWords(finding, known.get(finding.rule))) };
}

function ownWords(finding: Finding, rule: Rule | undefined): Finding {
  const securitySeverity = securitySeverityOf(finding.severity);
  const docs = ruleDocs(finding.rule);
  if (rule === undefined) return { ...finding, docs, securitySeverity };
  // What a SARIF base said of a fixed finding stands in its title, for it has nothing else to be told by.
  const title = finding.state === 'fixed' ? finding.title : rule.title;
  return { ...finding, title, docs, securitySeverity, remediation: rule.remediation.join('\n') };
}
