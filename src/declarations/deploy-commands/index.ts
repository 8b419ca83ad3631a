import type { BackendDeclaration, Problem } from '../../model.ts';
import type { DeclarationLanguage, DeclarationReading, RepoFile } from '../language.ts';
import { positionsOf } from '../lines.ts';
import { isSample } from '../paths.ts';
import { type Effect, effectsOf } from './commands.ts';
import { holdsScripts, scriptsIn } from './scripts.ts';
import { parseShell } from './shell.ts';

/** Commands that open a store, in scripts, workflows, makefiles, Dockerfiles and the like. */
export const deployCommands: DeclarationLanguage = {
  id: 'deploy-commands',
  title: 'Deploy commands in scripts and workflows',
  docs: [
    'https://cloud.google.com/storage/docs/access-control/making-data-public',
    'https://docs.aws.amazon.com/cli/latest/reference/s3api/put-bucket-acl.html',
    'https://learn.microsoft.com/cli/azure/storage/container',
  ],
  claims: holdsScripts,
  accepts: ({ path, text }) => !isSample(path) && HINT.test(text),
  read: readCommands,
};

/** Cheap look: a file without one of these words opens nothing. */
const HINT =
  /\ball(?:Authenticated)?Users\b|public-?read|authenticated-read|put-bucket-policy|--public-access|--grant-(?:read|write|full)|\bpsql\b[^\n]{0,400}\bgrant\b/i;

async function readCommands(files: readonly RepoFile[]): Promise<DeclarationReading> {
  const problems: Problem[] = [];
  const declarations: BackendDeclaration[] = [];
  for (const file of files) declarations.push(...(await readFile(file, problems)));
  return { declarations, mentions: [], problems };
}

async function readFile(file: RepoFile, problems: Problem[]): Promise<readonly BackendDeclaration[]> {
  const position = positionsOf(file.text);
  const scripts = await scriptsIn(file, problems);
  const effects = scripts.flatMap(({ text, offsetOf, variables }) =>
    parseShell(text, variables).flatMap((command) =>
      effectsOf(command).map((effect) => ({ ...effect, ...position(offsetOf(command.at)) })),
    ),
  );
  return effects.flatMap(({ name, kind, takesBack, line, column, ...said }, index) => {
    if (takesBack === true) return [];
    if (name === undefined && kind !== 'supabase') {
      problems.push({
        kind: 'unresolved',
        path: file.path,
        line,
        reason: `A command opens a store (${kind}) to strangers, but its name is only known at run time.`,
      });
      return [];
    }
    const later = effects
      .slice(index + 1)
      .some((other) => other.takesBack === true && takesBackFrom(other, kind, name));
    return [
      {
        kind,
        ...(name === undefined ? {} : { name }),
        folder: file.path,
        declaration: {
          path: file.path,
          line,
          column,
          ...said,
          ...(later ? { state: 'mitigated' as const, why: 'A later command of the same file takes it back.' } : {}),
        },
      },
    ];
  });
}

/** An account's flag rules all of its containers. */
function takesBackFrom(other: Effect, kind: Effect['kind'], name: string | undefined): boolean {
  if (other.kind !== kind || other.name === undefined || name === undefined) return false;
  return other.name === name || (other.name.endsWith('/') && name.startsWith(other.name));
}
