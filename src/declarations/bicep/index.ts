import type { BackendDeclaration, Problem } from '../../model.ts';
import { deploy } from '../arm/deployment.ts';
import { evaluate, MAX_STEPS, rounds, type Scope, truthOf } from '../arm/evaluate.ts';
import { judgeStorage } from '../arm/storage.ts';
import type { DeclarationLanguage } from '../language.ts';
import { directoryOf, resolvePath } from '../paths.ts';
import { isPlacedMap, member, type PlacedValue } from '../trees/placed.ts';
import { unknownNote } from '../unknown-note.ts';
import { type BicepFile, type ModuleCall, parseBicep } from './parse.ts';

/** Azure's language for deployments. Modules of the repository are judged with the values that they are called with. */
export const bicep: DeclarationLanguage = {
  id: 'bicep',
  title: 'Bicep',
  docs: [
    'https://learn.microsoft.com/azure/azure-resource-manager/bicep/file',
    'https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-overview',
  ],
  claims: (path) => path.endsWith('.bicep'),
  read: async (files) => {
    const parsed = new Map(files.map((file) => [file.path, parseBicep(file.path, file.text)]));
    const judged = judgeAll(parsed);
    const problems = [...parsed.values()].flatMap(parseProblems);
    const declarations = [...new Map(judged.declarations.map((one) => [JSON.stringify(one), one])).values()];
    return {
      declarations,
      mentions: [],
      problems: [...problems, ...judged.problems, ...unknownNote('Bicep', declarations)],
    };
  },
};

function parseProblems({ path, problems }: BicepFile): readonly Problem[] {
  return problems.map(({ line, reason }) => ({
    kind: 'malformed',
    path,
    line,
    reason: `The file ${reason}; the rest of it was judged.`,
  }));
}

type Files = ReadonlyMap<string, BicepFile>;

interface Judged {
  readonly declarations: BackendDeclaration[];
  readonly problems: Problem[];
}

const MAX_MODULE_DEPTH = 8;

/** Every file that no other one calls, with the modules that it calls. Where all call each other, all are judged alone. */
function judgeAll(files: Files): Judged {
  const called = new Set(
    [...files.values()].flatMap((file) => file.modules.flatMap((one) => targetOf(file, one) ?? [])),
  );
  const roots = [...files.values()].filter(({ path }) => !called.has(path));
  const judged: Judged = { declarations: [], problems: [] };
  for (const root of roots.length > 0 ? roots : files.values()) {
    const budget = { steps: MAX_STEPS, depth: 0 };
    judgeFile(files, root, undefined, budget, 0, judged);
    if (budget.steps <= 0)
      judged.problems.push({
        kind: 'limit',
        path: root.path,
        reason: 'The deployment takes too many steps to work out; what was left is not judged.',
      });
  }
  return judged;
}

function targetOf(file: BicepFile, { source }: ModuleCall): string | undefined {
  const target = source.endsWith('.bicep') ? resolvePath(directoryOf(file.path), source) : undefined;
  return target === file.path ? undefined : target;
}

function judgeFile(
  files: Files,
  file: BicepFile,
  given: ReadonlyMap<string, PlacedValue> | undefined,
  budget: Scope['budget'],
  depth: number,
  judged: Judged,
): void {
  const { resources, scope } = deploy(file, given, budget);
  judged.declarations.push(...judgeStorage(resources));
  if (depth >= MAX_MODULE_DEPTH) return;
  for (const call of file.modules) {
    const target = files.get(targetOf(file, call) ?? '');
    if (target === undefined) continue;
    // Where it is not known what a loop goes over, the module is judged once, without its item.
    for (const round of call.loop === undefined ? [scope] : (rounds(call.loop, scope) ?? [scope])) {
      if (budget.steps <= 0) return;
      if (call.condition !== undefined && truthOf(evaluate(call.condition, round)) === false) continue;
      judgeFile(files, target, parametersOf(call, round), budget, depth + 1, judged);
    }
  }
}

function parametersOf({ body }: ModuleCall, scope: Scope): ReadonlyMap<string, PlacedValue> {
  const params = member(evaluate(body, scope), 'params')?.value;
  return isPlacedMap(params) ? new Map([...params].map(([name, { value }]) => [name, value])) : new Map();
}
