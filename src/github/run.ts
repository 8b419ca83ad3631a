import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger, Report, Rule } from '../model.ts';
import { annotationsOf } from '../reports/annotations.ts';
import { commentMarkdown, commentMarker } from '../reports/comment.ts';
import { logLine } from '../reports/escape.ts';
import { htmlPage } from '../reports/html.ts';
import { jsonText } from '../reports/json.ts';
import type { MarkdownOptions } from '../reports/markdown.ts';
import { sarifText } from '../reports/sarif.ts';
import { summaryMarkdown } from '../reports/summary.ts';
import { coverageState, highestSeverity, newFindings, openFindings, worstHeadline } from '../reports/view.ts';
import { counted } from '../reports/words.ts';
import {
  type ActionInputName,
  type ActionInputs,
  type ActionOutputName,
  readActionInputs,
} from '../settings/action-inputs.ts';
import type { Settings, Threshold } from '../settings/settings.ts';
import { messageOf, UsageError } from '../shared/errors.ts';
import { failing } from '../shared/threshold.ts';
import { type Api, withRetries } from './api.ts';
import { baseReport } from './base-report.ts';
import { findPullRequest, publishComment } from './comment.ts';
import type { RunContext } from './context.ts';
import { isChange } from './event.ts';

/** What a scan gives to whoever publishes it. */
export interface Scanned {
  /** Masked; safe to write anywhere. */
  readonly report: Report;
  readonly rules: readonly Rule[];
  /** What was masked, for the runner to mask as well. */
  readonly secrets: readonly string[];
  /** Something that should have been scanned could not be. */
  readonly failed: boolean;
}

/** What the action needs of the world; `@actions/core` is a Toolkit. */
export interface ActionDeps {
  readonly toolkit: Toolkit;
  readonly context: RunContext;
  readonly scan: (settings: Settings, deps: { readonly log: Logger; readonly now: Date }) => Promise<Scanned>;
  /** In place of a scan: joins what other jobs or runs wrote. */
  readonly merge: (wanted: {
    readonly root: string;
    readonly files: readonly string[];
    readonly baseline?: string;
    readonly noBaseline?: string;
  }) => Promise<Scanned>;
  readonly api: (token: string) => Api;
  readonly now: Date;
}

interface Annotated {
  title?: string;
  file?: string;
  startLine?: number;
  startColumn?: number;
}

export interface Toolkit {
  readonly getInput: (name: string) => string;
  readonly setOutput: (name: string, value: string | number) => void;
  readonly setSecret: (secret: string) => void;
  readonly setFailed: (message: string) => void;
  readonly debug: (message: string) => void;
  readonly info: (message: string) => void;
  readonly notice: (message: string, properties?: Annotated) => void;
  readonly warning: (message: string, properties?: Annotated) => void;
  readonly error: (message: string, properties?: Annotated) => void;
  readonly writeSummary: (markdown: string) => Promise<void>;
}

/** The whole action: read inputs once, scan, publish, set outputs. Never throws; what goes wrong fails the step. */
export async function runAction(deps: ActionDeps): Promise<void> {
  const toolkit = inert(deps.toolkit);
  try {
    const { workspace, event } = deps.context;
    const read = (name: ActionInputName) => deps.toolkit.getInput(name);
    const inputs = readActionInputs(read, { workspace, fork: event.fork, change: isChange(event) });
    const base = await baseOf(deps, inputs, toolkit);
    const scanned = await (inputs.reports.length > 0
      ? deps.merge({ root: workspace, files: inputs.reports, ...base })
      : deps.scan({ ...inputs.settings, ...base }, { log: toolkit, now: deps.now }));
    scanned.secrets.filter((secret) => secret.length >= 4).forEach(toolkit.setSecret);
    await publish(deps, toolkit, inputs, scanned);
  } catch (error) {
    const prefix = error instanceof UsageError ? '' : 'Ajar stopped: ';
    toolkit.setFailed(`${prefix}${messageOf(error)}`);
  }
}

/** Text of an artifact goes through here into the log, and must not become a workflow command. */
function inert(toolkit: Toolkit): Toolkit {
  return {
    ...toolkit,
    setFailed: (message) => toolkit.setFailed(logLine(message)),
    debug: (message) => toolkit.debug(logLine(message)),
    info: (message) => toolkit.info(logLine(message)),
    notice: (message, properties) => toolkit.notice(logLine(message), properties),
    warning: (message, properties) => toolkit.warning(logLine(message), properties),
    error: (message, properties) => toolkit.error(logLine(message), properties),
  };
}

type Base = Pick<Settings, 'baseline' | 'noBaseline'>;

/** The report to compare with, or why there is none; neither where none is wanted. */
async function baseOf(deps: ActionDeps, inputs: ActionInputs, log: Logger): Promise<Base> {
  const { baseline, category, token } = inputs;
  if (baseline.from === 'none') return {};
  if (baseline.from === 'file') return { baseline: path.resolve(deps.context.workspace, baseline.file) };
  const { repository, event, temp } = deps.context;
  if (repository === undefined || event.baseRef === undefined) return {};
  if (token === '') return { noBaseline: 'input “token” is empty' };
  const found = await baseReport(withRetries(deps.api(token)), repository, event.baseRef, category);
  if ('why' in found) {
    log.info(`No baseline: ${found.why}.`);
    return { noBaseline: found.why };
  }
  const folder = await mkdtemp(path.join(temp, 'ajar-'));
  const file = path.join(folder, 'baseline.sarif');
  await writeFile(file, found.sarif);
  log.info(`Baseline: the last report of ${event.baseRef}.`);
  return { baseline: file };
}

async function publish(deps: ActionDeps, toolkit: Toolkit, inputs: ActionInputs, scanned: Scanned): Promise<void> {
  const { report, failed } = scanned;
  const open = openFindings(report);
  const { blob, run } = deps.context;
  const markdown: MarkdownOptions = {
    failed,
    ...(inputs.reports.length > 0 && deps.context.event.fork ? { stranger: true } : {}),
    ...(blob === undefined ? {} : { blob }),
    ...(run === undefined ? {} : { run }),
  };
  const output = (name: ActionOutputName, value: string | number) => toolkit.setOutput(name, value);
  output('findings', open.length);
  output('new-findings', newFindings(report).length);
  output('highest-severity', highestSeverity(open) ?? 'none');
  output('backends', report.backends.length);
  output('coverage', coverageState(report, failed));

  await writeReports(deps, toolkit, inputs, scanned);
  annotate(toolkit, report);
  await summarise(toolkit, summaryMarkdown(report, markdown));
  output('comment-url', await comment(deps, toolkit, inputs, report, markdown));
  conclude(toolkit, report, inputs.settings, failed);
}

/** Writes the files that were asked for; an output names a file only if it was written. */
async function writeReports(deps: ActionDeps, toolkit: Toolkit, inputs: ActionInputs, scanned: Scanned): Promise<void> {
  const { report, rules, failed } = scanned;
  const { files, category } = inputs;
  const sarif = files.sarif === undefined ? undefined : sarifText(report, { category, rules, failed });
  if (files.sarif !== undefined && sarif === undefined) {
    toolkit.warning(
      'No SARIF was written: not everything could be scanned, and an upload would close alerts that may still be open.',
    );
  }
  const wanted = [
    ['sarif-file', files.sarif, sarif],
    ['json-file', files.json, jsonText(report)],
    ['html-file', files.html, files.html === undefined ? undefined : htmlPage(report, { failed })],
  ] as const;
  for (const [name, file, text] of wanted) {
    const written = file !== undefined && text !== undefined;
    if (file !== undefined) await writeReport(path.resolve(deps.context.workspace, file), text);
    toolkit.setOutput(name, written ? file : '');
  }
}

/** Without a text, what a former run on the same machine left is removed, so that nobody uploads it as this run's. */
async function writeReport(file: string, text: string | undefined): Promise<void> {
  if (text === undefined) {
    await rm(file, { force: true });
    return;
  }
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

function annotate(toolkit: Toolkit, report: Report): void {
  for (const { level, title, message, file, line, column } of annotationsOf(report)) {
    toolkit[level](message, {
      title,
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { startLine: line }),
      ...(column === undefined ? {} : { startColumn: column }),
    });
  }
}

async function summarise(toolkit: Toolkit, markdown: string): Promise<void> {
  try {
    await toolkit.writeSummary(markdown);
  } catch (error) {
    toolkit.warning(`The job summary was not written: ${messageOf(error)}`);
  }
}

/** Address of the comment, empty if there is none. */
async function comment(
  deps: ActionDeps,
  toolkit: Toolkit,
  inputs: ActionInputs,
  report: Report,
  markdown: MarkdownOptions,
): Promise<string> {
  const { repository, event } = deps.context;
  const wantsPullRequest = event.pullRequest !== undefined || event.head !== undefined;
  if (inputs.comment === 'never' || repository === undefined || !wantsPullRequest) return '';
  if (inputs.token === '') {
    toolkit.warning('The comment was not written: input “token” is empty.');
    return '';
  }
  const api = withRetries(deps.api(inputs.token));
  const pullRequest =
    event.pullRequest ?? (await findPullRequest(api, repository, event.head ?? '', event.headSha ?? ''));
  if (pullRequest === undefined) return '';
  const result = await publishComment(api, {
    repository,
    pullRequest,
    marker: commentMarker(inputs.category),
    body: commentMarkdown(report, { ...markdown, category: inputs.category }),
    mode: inputs.comment,
    hasFindings: openFindings(report).length > 0,
  });
  if (result.posted) return result.url;
  if (result.why !== undefined) toolkit.warning(result.why);
  return '';
}

/** Red if a finding reaches the threshold, or if something that should have been scanned was not. */
function conclude(toolkit: Toolkit, report: Report, settings: Settings, failed: boolean): void {
  const level = settings.failOn;
  const state = settings.failOnState ?? 'all';
  const reaching = failing(report, { level, state });
  const worst = worstHeadline(report, reaching);
  if (worst !== undefined) {
    const more = reaching.length > 1 ? ` (${counted(reaching.length, 'finding')} at or above ${level})` : '';
    if (failed) toolkit.warning(incomplete(report));
    toolkit.setFailed(`${worst.text.replaceAll('`', '')}${more}`);
    return;
  }
  if (failed) toolkit.setFailed(incomplete(report));
  else toolkit.info(passed(report, level));
}

function passed(report: Report, level: Threshold): string {
  const open = openFindings(report);
  if (open.length === 0) return 'Nothing known to be open.';
  const known = failing(report, { level, state: 'all' }).length;
  if (known === 0) return `${counted(open.length, 'finding')} below ${level}.`;
  return `${counted(known, 'finding')} at or above ${level}, none of them new (fail-on-state: all would fail on them).`;
}

function incomplete(report: Report): string {
  const problem = report.coverage.problems.find(({ kind }) => kind !== 'note');
  const cause = problem === undefined ? '' : `: ${problem.entry ?? problem.path}: ${problem.reason}`;
  return `Not everything could be scanned${cause}`;
}
