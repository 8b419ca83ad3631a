import { UsageError } from '../shared/errors.ts';
import { didYouMean } from '../shared/suggest.ts';
import { FAIL_ON_STATES, type FailOnState, PROBE_MODES, type Settings, THRESHOLDS } from './settings.ts';

/** When a pull request gets its comment; one that is there already is kept up to date but for `never`. */
export type CommentMode = 'always' | 'on-findings' | 'never';
export const COMMENT_MODES: readonly CommentMode[] = ['always', 'on-findings', 'never'];

/** Where the former report comes from: the base branch's upload, nowhere, or a file. */
export type BaselineInput = { readonly from: 'auto' | 'none' } | { readonly from: 'file'; readonly file: string };

/** Everything that the action is told, checked. */
export interface ActionInputs {
  readonly settings: Settings;
  /** Reports of other jobs or runs that are published in place of a scan; files or globs. Empty: scan. */
  readonly reports: readonly string[];
  /** Paths as given, relative to the workspace; absent: not written. */
  readonly files: { readonly sarif?: string; readonly json?: string; readonly html?: string };
  readonly comment: CommentMode;
  readonly baseline: BaselineInput;
  readonly category: string;
  readonly token: string;
}

/** Names and defaults; action.yml is held equal by a test. */
export const ACTION_INPUTS = {
  artifacts: '',
  report: '',
  repo: '.',
  probe: 'off',
  'probe-forks': 'false',
  'fail-on': 'high',
  'fail-on-state': 'auto',
  config: '',
  'sarif-file': 'ajar.sarif',
  'json-file': '',
  'html-file': '',
  comment: 'always',
  baseline: 'auto',
  category: 'app',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub Actions
  token: '${{ github.token }}',
} as const;

export const ACTION_OUTPUTS = [
  'findings',
  'new-findings',
  'highest-severity',
  'backends',
  'sarif-file',
  'json-file',
  'html-file',
  'comment-url',
  'coverage',
] as const;

export type ActionInputName = keyof typeof ACTION_INPUTS;
export type ActionOutputName = (typeof ACTION_OUTPUTS)[number];

/** `auto` asks of a change only what it brings; whoever owns the branch is told of all that stands open. */
const FAIL_ON_STATE_INPUTS = ['auto', ...FAIL_ON_STATES] as const;

/** What the inputs have to know of the run. */
export interface RunFacts {
  readonly workspace: string;
  readonly fork: boolean;
  /** The run checks a change on its way into a branch: a pull request, a merge queue. */
  readonly change: boolean;
}

/** It stands in a hidden HTML comment and in SARIF's automationDetails.id. */
const CATEGORY = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/;

/**
 * Reads all inputs once. `read` is `core.getInput`; an input that a workflow passes on empty means its default, only the
 * report files are left out by an empty name. Throws a UsageError that says what is allowed.
 */
export function readActionInputs(read: (name: ActionInputName) => string, run: RunFacts): ActionInputs {
  const value = (name: ActionInputName) => read(name).trim() || ACTION_INPUTS[name];
  const artifacts = linesOf(read('artifacts'));
  const artifactsWanted = !(artifacts.length === 1 && artifacts[0] === 'none');
  const config = read('config').trim();
  return {
    settings: {
      root: run.workspace,
      artifacts: artifactsWanted ? artifacts : [],
      artifactsWanted,
      repo: value('repo'),
      probe: oneOf('probe', value('probe'), PROBE_MODES),
      failOn: oneOf('fail-on', value('fail-on'), THRESHOLDS),
      failOnState: failOnStateOf(oneOf('fail-on-state', value('fail-on-state'), FAIL_ON_STATE_INPUTS), run),
      fork: run.fork,
      probeForks: oneOf('probe-forks', value('probe-forks'), ['true', 'false']) === 'true',
      ...(config === '' ? {} : { config }),
    },
    reports: linesOf(read('report')),
    files: {
      ...file('sarif', read('sarif-file')),
      ...file('json', read('json-file')),
      ...file('html', read('html-file')),
    },
    comment: oneOf('comment', value('comment'), COMMENT_MODES),
    baseline: baselineOf(value('baseline')),
    category: categoryOf(value('category')),
    token: read('token').trim(),
  };
}

function failOnStateOf(input: (typeof FAIL_ON_STATE_INPUTS)[number], { change }: RunFacts): FailOnState {
  if (input !== 'auto') return input;
  return change ? 'new' : 'all';
}

function linesOf(input: string): string[] {
  return input
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function oneOf<const T extends string>(input: ActionInputName, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  // YAML 1.1 readers turn an unquoted `off` into false before GitHub hands it on.
  const hint = value === 'false' && input === 'probe' ? '; put off in quotes' : didYouMean(value, allowed);
  throw new UsageError(`input “${input}” must be one of ${allowed.join(', ')}, not “${value}”${hint}`);
}

function file(name: 'sarif' | 'json' | 'html', input: string): Record<string, string> {
  const path = input.trim();
  return path === '' ? {} : { [name]: path };
}

function baselineOf(value: string): BaselineInput {
  if (value === 'auto' || value === 'none') return { from: value };
  return { from: 'file', file: value };
}

function categoryOf(value: string): string {
  if (CATEGORY.test(value) && !value.includes('--') && !value.includes('//') && !value.endsWith('/')) return value;
  throw new UsageError(
    `input “category” must be letters, digits, “.”, “_”, “-” and “/” (at most 100), such as android or ios, not “${value}”`,
  );
}
