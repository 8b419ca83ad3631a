import type { BackendDeclaration, Problem } from '../model.ts';

/** One note for all that could not be decided; each of them is listed with its backend. */
export function unknownNote(language: string, declarations: readonly BackendDeclaration[]): readonly Problem[] {
  const unknown = declarations.filter(({ declaration }) => declaration.state === 'unknown');
  const [first] = unknown;
  if (first === undefined) return [];
  const { path, line } = first.declaration;
  const reason = `${unknown.length} ${language} settings depend on values that the repository does not give; they raise no finding.`;
  return [{ kind: 'note', path, line, reason }];
}
