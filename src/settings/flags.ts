import { parseArgs } from 'node:util';
import { UsageError } from '../shared/errors.ts';
import { didYouMean } from '../shared/suggest.ts';
import { FAIL_ON_STATES, type FailOnState, PROBE_MODES, type Settings, THRESHOLDS } from './settings.ts';

/** Where the command line writes what; `-` is standard output. */
export interface Outputs {
  readonly json?: string;
  readonly sarif?: string;
  readonly html?: string;
  readonly markdown?: string;
}

export type Command =
  | {
      readonly name: 'scan';
      readonly settings: Settings;
      readonly outputs: Outputs;
      readonly quiet: boolean;
      readonly stream: boolean;
    }
  | {
      readonly name: 'merge';
      readonly files: readonly string[];
      readonly outputs: Outputs;
      readonly failOn: Settings['failOn'];
      readonly failOnState: FailOnState;
      readonly baseline?: string;
      readonly quiet: boolean;
    }
  | { readonly name: 'rules'; readonly json: boolean }
  | { readonly name: 'explain'; readonly rule: string }
  | { readonly name: 'version' }
  | { readonly name: 'help' };

const COMMANDS = ['scan', 'merge', 'rules', 'explain'];

const OPTIONS = {
  repo: { type: 'string' },
  probe: { type: 'string' },
  'dry-run': { type: 'boolean' },
  config: { type: 'string' },
  baseline: { type: 'string' },
  'fail-on': { type: 'string' },
  'fail-on-state': { type: 'string' },
  json: { type: 'string' },
  sarif: { type: 'string' },
  html: { type: 'string' },
  markdown: { type: 'string' },
  jsonl: { type: 'boolean' },
  jobs: { type: 'string' },
  quiet: { type: 'boolean', short: 'q' },
} as const;

const OUTPUT_OPTIONS = ['json', 'sarif', 'html', 'markdown'] as const;

/** Options of each command beside the output files. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  scan: Object.keys(OPTIONS),
  merge: [...OUTPUT_OPTIONS, 'baseline', 'fail-on', 'fail-on-state', 'quiet'],
};

/** Reads the command line. Throws a UsageError that says what is allowed. */
export function parseFlags(args: readonly string[], root: string): Command {
  const [command, ...rest] = args;
  if (command === undefined || command === 'help' || args.includes('--help') || args.includes('-h'))
    return { name: 'help' };
  if (command === '--version' || command === '-V' || command === 'version') return { name: 'version' };
  switch (command) {
    case 'scan':
      return scanCommand(rest, root);
    case 'merge':
      return mergeCommand(rest);
    case 'rules':
      return { name: 'rules', json: onlyFlag(rest, '--json', 'ajar rules [--json]') };
    case 'explain':
      return explainCommand(rest);
    default:
      throw new UsageError(
        `there is no command “${command}”${didYouMean(command, COMMANDS)}; “ajar --help” shows what there is`,
      );
  }
}

function scanCommand(args: readonly string[], root: string): Command {
  const { values, positionals } = parse('scan', args);
  if (positionals.length === 0 && values.repo === undefined) {
    throw new UsageError(
      'nothing to scan: name an app (ajar scan app.apk), a repository (ajar scan --repo .), or both',
    );
  }
  const jobs = values.jobs === undefined ? undefined : Number(values.jobs);
  if (jobs !== undefined && !(Number.isInteger(jobs) && jobs >= 1 && jobs <= 64)) {
    throw new UsageError(`--jobs takes a whole number from 1 to 64, not “${values.jobs}”`);
  }
  const settings: Settings = {
    root,
    artifacts: positionals,
    artifactsWanted: positionals.length > 0,
    probe: choice('--probe', values.probe ?? 'off', PROBE_MODES),
    ...thresholdOf(values),
    ...(values['dry-run'] === true ? { dryRun: true } : {}),
    ...(values.repo === undefined ? {} : { repo: values.repo }),
    ...(values.config === undefined ? {} : { config: values.config }),
    ...(values.baseline === undefined ? {} : { baseline: values.baseline }),
    ...(jobs === undefined ? {} : { jobs }),
  };
  return {
    name: 'scan',
    settings,
    outputs: outputsOf(values),
    quiet: values.quiet ?? false,
    stream: values.jsonl ?? false,
  };
}

function mergeCommand(args: readonly string[]): Command {
  const { values, positionals } = parse('merge', args);
  if (positionals.length === 0)
    throw new UsageError('nothing to merge: name the JSON reports (ajar merge a.json b.json --sarif all.sarif)');
  return {
    name: 'merge',
    files: positionals,
    outputs: outputsOf(values),
    ...thresholdOf(values),
    ...(values.baseline === undefined ? {} : { baseline: values.baseline }),
    quiet: values.quiet ?? false,
  };
}

/** On the command line `new` means what it says; without a base every finding is new. */
function thresholdOf(values: { readonly 'fail-on'?: string; readonly 'fail-on-state'?: string }) {
  return {
    failOn: choice('--fail-on', values['fail-on'] ?? 'high', THRESHOLDS),
    failOnState: choice('--fail-on-state', values['fail-on-state'] ?? 'all', FAIL_ON_STATES),
  };
}

function explainCommand(args: readonly string[]): Command {
  const [rule, ...more] = args;
  if (rule === undefined || more.length > 0)
    throw new UsageError('usage: ajar explain RULE; “ajar rules” lists the rules');
  return { name: 'explain', rule };
}

function onlyFlag(args: readonly string[], flag: string, usage: string): boolean {
  if (args.some((arg) => arg !== flag)) throw new UsageError(`usage: ${usage}`);
  return args.includes(flag);
}

function parse(command: string, args: readonly string[]) {
  const allowed = ALLOWED[command] ?? [];
  try {
    const parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const refused = Object.keys(parsed.values).find((name) => !allowed.includes(name));
    if (refused !== undefined) throw new UsageError(`“ajar ${command}” does not take --${refused}`);
    return parsed;
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof Error)) throw error;
    const unknown = /Unknown option '--?([^' ]+)/.exec(error.message)?.[1];
    if (unknown !== undefined)
      throw new UsageError(
        `there is no option --${unknown}${didYouMean(unknown, allowed)}; “ajar --help” shows what there is`,
      );
    throw new UsageError(error.message.split('\n', 1)[0] ?? error.message);
  }
}

function choice<T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new UsageError(`${flag} takes ${allowed.join(', ')}; it is “${value}”${didYouMean(value, allowed)}`);
}

function outputsOf(values: { readonly [K in (typeof OUTPUT_OPTIONS)[number]]?: string | undefined }): Outputs {
  const outputs = Object.fromEntries(
    OUTPUT_OPTIONS.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
  const toStdout = Object.values(outputs).filter((file) => file === '-').length;
  if (toStdout > 1) throw new UsageError('only one output can go to standard output (-)');
  return outputs;
}
