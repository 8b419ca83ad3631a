import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Begun } from './beginning.ts';
import type { Logger, Report } from './model.ts';
import { isWatched, type StatusLine, statusLine } from './progress.ts';
import { jsonText } from './reports/json.ts';
import { terminalText } from './reports/terminal.ts';
import { RULES, scan } from './scan.ts';
import type { Command, Outputs } from './settings/flags.ts';
import type { Settings } from './settings/settings.ts';
import { messageOf, UsageError } from './shared/errors.ts';
import { didYouMean } from './shared/suggest.ts';
import { type FailOn, failing } from './shared/threshold.ts';
import { artifactPaths } from './shipped.ts';

type Heavy = Exclude<Command, { name: 'help' | 'version' }>;

/** Runs a command that needs more than its flags; gives the exit code. `begun`: what a scan has been begun with. */
export async function runCommand(command: Heavy, begun?: Begun): Promise<number> {
  switch (command.name) {
    case 'scan':
      return command.stream ? streamCommand(command) : scanCommand(command, begun);
    case 'merge':
      return mergeCommand(command);
    case 'rules':
      return listRules(command.json);
    case 'explain':
      return explain(command.rule);
  }
}

const SARIF = { category: 'ajar', rules: RULES };

/** Progress and warnings go to standard error, so that a report on standard output stays clean. */
function consoleLog(quiet: boolean, status?: StatusLine): Logger {
  const tell = status?.above ?? ((line: string) => process.stderr.write(`${line}\n`));
  return { debug: () => {}, info: quiet || !process.stderr.isTTY ? () => {} : tell, warning: tell };
}

async function scanCommand(command: Extract<Command, { name: 'scan' }>, begun?: Begun): Promise<number> {
  const { settings, outputs, quiet } = command;
  const progress = !quiet && isWatched(process.stderr, process.env) ? statusLine(process.stderr) : undefined;
  const result = await scan(settings, { log: consoleLog(quiet, progress), now: new Date(), begun, progress });
  return publish(result.report, {
    outputs,
    quiet,
    failed: result.failed,
    failOn: thresholdOf(settings),
    root: settings.root,
  });
}

/** One report a line and artifact, for a job queue or another program; the worst exit code of all. */
async function streamCommand(command: Extract<Command, { name: 'scan' }>): Promise<number> {
  const { settings } = command;
  const paths = await artifactPaths(settings);
  const one = (artifact: string): Settings => ({ ...settings, artifacts: [artifact] });
  const runs = paths.length === 0 ? [settings] : paths.map(one);
  const codes: number[] = [];
  for (const run of runs) {
    const result = await scan(run, { log: consoleLog(true), now: new Date() });
    process.stdout.write(`${JSON.stringify(result.report)}\n`);
    codes.push(exitCode(result.report, result.failed, thresholdOf(settings)));
  }
  return codes.includes(1) ? 1 : Math.max(...codes);
}

async function mergeCommand(command: Extract<Command, { name: 'merge' }>): Promise<number> {
  const root = process.cwd();
  const { files, outputs, quiet, baseline } = command;
  const handedOver = { root, files, rules: RULES, ...(baseline === undefined ? {} : { baseline }) };
  const { readHandedOver } = await import('./handed-over.ts');
  const { report, failed } = await readHandedOver(handedOver);
  return publish(report, { outputs, quiet, failOn: thresholdOf(command), root, failed });
}

function thresholdOf({ failOn, failOnState }: Pick<Settings, 'failOn' | 'failOnState'>): FailOn {
  return { level: failOn, state: failOnState ?? 'all' };
}

interface Publishing {
  readonly outputs: Outputs;
  readonly quiet: boolean;
  readonly failed: boolean;
  readonly failOn: FailOn;
  readonly root: string;
}

async function publish(report: Report, options: Publishing): Promise<number> {
  const { outputs, failed } = options;
  // Each is loaded only where it is asked for: a scan of a small app takes less time than loading them all.
  const written: readonly (readonly [string | undefined, () => string | Promise<string | undefined>])[] = [
    [outputs.json, () => jsonText(report)],
    [outputs.sarif, async () => (await import('./reports/sarif.ts')).sarifText(report, { ...SARIF, failed })],
    [outputs.html, async () => (await import('./reports/html.ts')).htmlPage(report, { failed })],
    [outputs.markdown, async () => (await import('./reports/summary.ts')).summaryMarkdown(report, { failed })],
  ];
  for (const [file, render] of written) {
    if (file === undefined) continue;
    const text = await render();
    if (text === undefined)
      process.stderr.write(
        `ajar: ${file} was not written: an upload would close alerts of what could not be scanned\n`,
      );
    else writeOutput(file, text, options.root);
  }
  const onStdout = Object.values(outputs).includes('-');
  if (!options.quiet && !onStdout) {
    process.stdout.write(
      terminalText(report, { failed, colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined }),
    );
  }
  return exitCode(report, failed, options.failOn);
}

function writeOutput(file: string, text: string, root: string): void {
  if (file === '-') {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(path.resolve(root, file), text);
  } catch (error) {
    throw new UsageError(`${file}: cannot be written (${messageOf(error)})`);
  }
}

/** A finding beats failed coverage: 1 before 3. */
export function exitCode(report: Report, failed: boolean, failOn: FailOn): number {
  if (failing(report, failOn).length > 0) return 1;
  return failed ? 3 : 0;
}

function listRules(json: boolean): number {
  const rules = [...RULES].sort((left, right) => (left.id < right.id ? -1 : 1));
  if (json) process.stdout.write(`${JSON.stringify(rules, null, 2)}\n`);
  else
    for (const { id, severity, title } of rules)
      process.stdout.write(`${id.padEnd(48)} ${severity.padEnd(9)} ${title}\n`);
  return 0;
}

function explain(id: string): number {
  const rule = RULES.find((candidate) => candidate.id === id || candidate.aliases?.includes(id));
  if (rule === undefined) {
    const known = RULES.map((candidate) => candidate.id);
    throw new UsageError(`there is no rule “${id}”${didYouMean(id, known)}; “ajar rules” lists them`);
  }
  const lines = [
    `${rule.id} (${rule.severity})`,
    rule.title,
    '',
    `What it means   ${rule.meaning}`,
    `How Ajar knows  ${rule.knows}`,
    '',
    'How to close it',
    ...rule.remediation.map((step) => `  - ${step}`),
    '',
    `How to prove it ${rule.prove}`,
    `CWE             ${rule.cwe.map((number) => `CWE-${number}`).join(', ')}`,
    `OWASP           ${[...rule.mobileTop10, ...rule.masvs].join(', ')}`,
    ...rule.references.map((reference) => `See             ${reference}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}
