import { directoryOf, resolvePath } from '../paths.ts';
import { isMap, textOf, UNKNOWN, type Value } from '../values.ts';
import type { Budget } from './evaluate.ts';
import { evaluate, MAX_STEPS, type Scope } from './evaluate.ts';
import { type Folder, type Module, openModule, type Surroundings } from './module.ts';
import type { HclParser, ParsedFile } from './parse.ts';

export interface SourceFile {
  readonly path: string;
  readonly parsed: ParsedFile;
}

/** Every folder with configuration, and the files that give its variables values or are read by `file()`. */
export interface Project {
  readonly folders: ReadonlyMap<string, Folder>;
  /** Variable files by folder: `*.tfvars`. */
  readonly variables: readonly SourceFile[];
  readonly texts: ReadonlyMap<string, string>;
  readonly parser: HclParser;
}

/** One configuration with one set of variable values. */
export interface Environment {
  readonly root: Folder;
  readonly module: Module;
  readonly budget: Budget;
}

const MAX_ENVIRONMENTS = 8;

export function foldersOf(files: readonly SourceFile[]): ReadonlyMap<string, Folder> {
  const blocks = new Map<string, { block: ParsedFile['body']['blocks'][number]; file: string }[]>();
  for (const { path, parsed } of files) {
    const folder = directoryOf(path);
    const known = blocks.get(folder) ?? [];
    blocks.set(folder, known);
    for (const block of parsed.body.blocks) known.push({ block, file: path });
  }
  return new Map([...blocks].map(([path, own]) => [path, { path, blocks: own }]));
}

/** Folders that no other folder calls as a module. Where all call each other, all are roots. */
export function rootsOf(folders: ReadonlyMap<string, Folder>): readonly Folder[] {
  const called = new Set<string>();
  for (const folder of folders.values())
    for (const { block } of folder.blocks) {
      const source = block.type === 'module' ? block.body.attributes.get('source')?.value : undefined;
      const target =
        source?.type === 'literal' && typeof source.value === 'string'
          ? localFolder(folder.path, source.value)
          : undefined;
      if (target !== undefined && target !== folder.path) called.add(target);
    }
  const roots = [...folders.values()].filter(({ path }) => !called.has(path));
  return roots.length > 0 ? roots : [...folders.values()];
}

function localFolder(from: string, source: string): string | undefined {
  return /^\.{1,2}(?:\/|$)/.test(source) ? resolvePath(from, source) : undefined;
}

/**
 * A root once for each set of values that it is meant to be used with: `terraform.tfvars` and `*.auto.tfvars` always apply,
 * every other variable file is one environment (developer.hashicorp.com/terraform/language/values/variables).
 */
export function environmentsOf(project: Project, root: Folder): readonly Environment[] {
  const own = project.variables.filter(({ path }) => belongsTo(path, root.path, project.folders));
  const always = own.filter(({ path }) => directoryOf(path) === root.path && isAutomatic(path)).toSorted(inLoadOrder);
  const chosen = own.filter((file) => !always.includes(file)).slice(0, MAX_ENVIRONMENTS);
  const sets = chosen.length === 0 ? [always] : chosen.map((file) => [...always, file]);
  return sets.map((files) => environmentOf(project, root, files));
}

/** A variable file serves the nearest configuration: beside it, or above its folder of environments (`envs/prod.tfvars`). */
function belongsTo(path: string, root: string, folders: ReadonlyMap<string, Folder>): boolean {
  const folder = directoryOf(path);
  let owner = folder;
  while (owner !== '' && !folders.has(owner)) owner = directoryOf(owner);
  if (owner !== root) return false;
  return folder === root || /(?:^|\/)(?:env|var|tfvar)[\w-]{0,20}(?:\/|$)/i.test(folder.slice(root.length));
}

function isAutomatic(path: string): boolean {
  return /(?:^|\/)terraform\.tfvars$|\.auto\.tfvars$/.test(path);
}

function inLoadOrder(left: SourceFile, right: SourceFile): number {
  const first = (path: string) => (path.endsWith('terraform.tfvars') ? 0 : 1);
  return first(left.path) - first(right.path) || (left.path < right.path ? -1 : 1);
}

function environmentOf(project: Project, root: Folder, files: readonly SourceFile[]): Environment {
  const budget: Budget = { steps: MAX_STEPS, depth: 0 };
  const values = new Map<string, Value>();
  const scope = constantScope(budget, new Map());
  for (const { parsed } of files)
    for (const { name, value } of parsed.body.attributes.values()) values.set(name, evaluate(value, scope));
  const around: Surroundings = {
    budget,
    folderAt: (from, source) => project.folders.get(localFolder(from, source) ?? '\0'),
    readFile: (folder, name, args) => readFile(project, budget, folder, name, args),
  };
  return { root, budget, module: openModule(root, '', (name) => values.get(name), around) };
}

function constantScope(budget: Budget, locals: ReadonlyMap<string, Value>): Scope {
  return { budget, locals, refer: () => ({ value: UNKNOWN, used: 0 }), readFile: () => UNKNOWN };
}

/** `file(path)` and `templatefile(path, vars)`; paths begin with `/` where they were made of `path.module`. */
function readFile(project: Project, budget: Budget, folder: string, name: string, args: readonly Value[]): Value {
  const [written, variables] = args;
  const reference = written === undefined ? undefined : textOf(written);
  const path = reference === undefined ? undefined : resolvePath(folder, reference);
  const text = path === undefined ? undefined : project.texts.get(path);
  if (text === undefined) return UNKNOWN;
  if (name === 'file') return text;
  if (!isMap(variables)) return UNKNOWN;
  const parsed = project.parser.parse(`template = <<${END}\n${text}\n${END}\n`);
  const template = parsed.body.attributes.get('template');
  return template === undefined ? UNKNOWN : evaluate(template.value, constantScope(budget, variables));
}

const END = 'AJAR_END_OF_TEMPLATE';

/** A module with all modules that it calls. */
export function allModules(module: Module): readonly Module[] {
  const found: Module[] = [];
  const pending = [module];
  for (let next = pending.pop(); next !== undefined && found.length < 1000; next = pending.pop()) {
    found.push(next);
    pending.push(...next.children());
  }
  return found;
}
