import type { BackendDeclaration, Mention, Problem } from '../model.ts';
import { messageOf } from '../shared/errors.ts';
import type { DeclarationContext, DeclarationLanguage, DeclarationReading, RepoFile } from './language.ts';

/** What all languages together say of the repository. A language that fails costs its own files only. */
export async function readDeclarations(
  languages: readonly DeclarationLanguage[],
  files: readonly RepoFile[],
  context: DeclarationContext,
): Promise<DeclarationReading> {
  const declarations: BackendDeclaration[] = [];
  const mentions: Mention[] = [];
  const problems: Problem[] = [];
  for (const language of languages) {
    const claimed = files.filter((file) => language.claims(file.path) && (language.accepts?.(file) ?? true));
    if (claimed.length === 0) continue;
    const reading = await readGuarded(language, claimed, context);
    declarations.push(...reading.declarations);
    mentions.push(...reading.mentions);
    problems.push(...reading.problems);
  }
  return { declarations, mentions, problems };
}

async function readGuarded(
  language: DeclarationLanguage,
  files: readonly RepoFile[],
  context: DeclarationContext,
): Promise<DeclarationReading> {
  try {
    return await language.read(files, context);
  } catch (error) {
    // Readers must not throw; if one does, it is our defect, and the user is told what was lost.
    const reason = `${language.title} reader failed: ${messageOf(error)}`;
    return { declarations: [], mentions: [], problems: files.map(({ path }) => ({ kind: 'malformed', path, reason })) };
  }
}
