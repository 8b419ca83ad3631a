import type { Node } from 'jsonc-parser';
import type { Problem } from '../../model.ts';
import { itemsOf, membersOf, nodeAt, parseJson, stringOf } from '../json.ts';
import type { RepoFile } from '../language.ts';
import { positionsOf } from '../lines.ts';
import { parseYaml } from '../yaml.ts';
import type { Variables } from './shell.ts';

/** A piece of shell text in a file of another kind, with what its names stand for. */
export interface Script {
  readonly text: string;
  /** Offset in the file of an offset in the text. */
  readonly offsetOf: (at: number) => number;
  readonly variables: Variables;
}

interface Kind {
  readonly path: RegExp;
  readonly read: (file: RepoFile, problems: Problem[]) => Promise<readonly Script[]> | readonly Script[];
}

const KINDS: readonly Kind[] = [
  { path: /\.(?:sh|bash|zsh)$/, read: ({ text }) => [whole(text)] },
  { path: /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$|(?:^|\/)action\.ya?ml$/, read: workflowScripts },
  {
    path: /(?:^|\/)(?:bitbucket-pipelines|\.gitlab-ci|codemagic|bitrise|cloudbuild)\.ya?ml$|(?:^|\/)\.circleci\/config\.ya?ml$/,
    read: pipelineScripts,
  },
  { path: /(?:^|\/)(?:GNUm|M|m)akefile$|\.mk$/, read: ({ text }) => makeScripts(text) },
  { path: /(?:^|\/)(?:Dockerfile|Containerfile)[\w.-]{0,40}$/, read: ({ text }) => dockerScripts(text) },
  { path: /(?:^|\/)package\.json$/, read: packageScripts },
  { path: /(?:^|\/)[Ff]astlane\/[\w-]{0,40}[Ff]astfile$|(?:^|\/)Fastfile$/, read: ({ text }) => rubyScripts(text) },
];

export function holdsScripts(path: string): boolean {
  return KINDS.some((kind) => kind.path.test(path));
}

export async function scriptsIn(file: RepoFile, problems: Problem[]): Promise<readonly Script[]> {
  return (await KINDS.find(({ path }) => path.test(file.path))?.read(file, problems)) ?? [];
}

function whole(text: string): Script {
  return { text, offsetOf: (at) => at, variables: new Map() };
}

function malformed(file: RepoFile, at: number, reason: string): Problem {
  const { line } = positionsOf(file.text)(at);
  return {
    kind: 'malformed',
    path: file.path,
    line,
    reason: `The file is malformed, its commands are not all read: ${reason}.`,
  };
}

/** `run:` of steps. Names in `env:` count if the workflow gives them one literal only. */
async function workflowScripts(file: RepoFile, problems: Problem[]): Promise<readonly Script[]> {
  return yamlScripts(file, problems, (key) => key === 'run');
}

async function pipelineScripts(file: RepoFile, problems: Problem[]): Promise<readonly Script[]> {
  return yamlScripts(file, problems, (key) =>
    /^(?:run|script|scripts|before_script|after_script|command|content|args)$/.test(key),
  );
}

async function yamlScripts(
  file: RepoFile,
  problems: Problem[],
  isScript: (key: string) => boolean,
): Promise<readonly Script[]> {
  const { root, problem } = await parseYaml(file.text);
  if (problem !== undefined) problems.push(malformed(file, problem.at, problem.reason));
  const scripts: Node[] = [];
  const environment: Variables = new Map();
  const visit = (node: Node | undefined, depth: number) => {
    if (node === undefined || depth > 60) return;
    for (const item of itemsOf(node)) visit(item, depth + 1);
    for (const { key, value } of membersOf(node)) {
      if (key === 'env' || key === 'variables') gather(value, environment);
      if (isScript(key))
        scripts.push(...(value.type === 'string' ? [value] : itemsOf(value).filter(({ type }) => type === 'string')));
      visit(value, depth + 1);
    }
  };
  visit(root, 0);
  return scripts.map((node) => {
    const raw = file.text.slice(node.offset, node.offset + node.length);
    // The raw lines of a block keep their offsets; their indentation means nothing to a shell.
    const header = /^[|>][^\n]*\n/.exec(raw)?.[0].length ?? 0;
    const quoted = /^["']/.test(raw);
    const text = quoted ? String(node.value) : raw.slice(header);
    const start = node.offset + header;
    return { text, offsetOf: (at) => (quoted ? start : start + at), variables: new Map(environment) };
  });
}

function gather(node: Node, into: Variables): void {
  for (const { key, value } of membersOf(node)) {
    const text = stringOf(value);
    const literal = text === undefined || text.includes('${{') ? undefined : text;
    into.set(key, !into.has(key) || into.get(key) === literal ? literal : undefined);
  }
}

/** Recipes: lines behind a tab, each a command of its own unless it goes on; `$$` is the shell's `$`, so columns behind one are off by as many. */
function makeScripts(text: string): readonly Script[] {
  const variables: Variables = new Map();
  for (const [, name = '', operator, value = ''] of text.matchAll(
    /^([A-Za-z_]\w{0,60})[ \t]*(\?|:{1,2})?=[ \t]*([^\n#]*)/gm,
  )) {
    const literal = operator === '?' || /[$`]/.test(value) ? undefined : value.trim();
    variables.set(name, variables.has(name) ? undefined : literal);
  }
  const recipes: Script[] = [];
  for (const match of text.matchAll(/^\t[@+-]*((?:[^\n\\]|\\[\s\S])*)/gm)) {
    const start = match.index + match[0].length - (match[1]?.length ?? 0);
    const body = (match[1] ?? '').replaceAll('$$', '$');
    recipes.push({ text: body, offsetOf: (at) => start + at, variables: new Map(variables) });
  }
  return recipes;
}

function dockerScripts(text: string): readonly Script[] {
  const variables: Variables = new Map();
  for (const [, name = '', value = ''] of text.matchAll(/^ENV[ \t]+([A-Za-z_]\w{0,60})[= \t]["']?([^\s"']*)/gm))
    variables.set(name, /[$]/.test(value) ? undefined : value);
  return [...text.matchAll(/^(?:RUN|CMD|ENTRYPOINT)[ \t]+((?:[^\n\\]|\\[\s\S])*)/gim)].map((match) => {
    const start = match.index + match[0].length - (match[1]?.length ?? 0);
    return { text: match[1] ?? '', offsetOf: (at: number) => start + at, variables: new Map(variables) };
  });
}

async function packageScripts(file: RepoFile, problems: Problem[]): Promise<readonly Script[]> {
  const { root, problem } = await parseJson(file.text);
  if (problem !== undefined) problems.push(malformed(file, problem.at, problem.reason));
  return membersOf(nodeAt(root, 'scripts')).flatMap(({ value }) => {
    const text = stringOf(value);
    return text === undefined ? [] : [{ text, offsetOf: () => value.offset, variables: new Map() }];
  });
}

/** Fastlane's `sh("…")`; what Ruby puts in with `#{…}` is not known. */
function rubyScripts(text: string): readonly Script[] {
  return [
    ...text.matchAll(/^[^#\n]{0,200}?\bsh(?:\(|[ \t])[ \t]*(?:command:[ \t]*)?(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')/gm),
  ].map((match) => {
    const body = (match[1] ?? match[2] ?? '').replace(/#\{[^}]*\}/g, '$UNKNOWN_TO_AJAR').replace(/\\"/g, '"');
    return { text: body, offsetOf: () => match.index + match[0].search(/\bsh/), variables: new Map() };
  });
}
