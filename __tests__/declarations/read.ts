import type { DeclarationLanguage, DeclarationReading, RepoFile } from '../../src/declarations/language.ts';
import type { BackendDeclaration } from '../../src/model.ts';

export const NOW = new Date('2026-11-22T12:00:00Z');

/** Reads files as the pipeline does: what is claimed and accepted, all at once. */
export async function readWith(
  language: DeclarationLanguage,
  files: Readonly<Record<string, string>>,
  context: { readonly signUp?: string; readonly now?: Date } = {},
): Promise<DeclarationReading> {
  const all = Object.entries(files).map(([path, text]): RepoFile => ({ path, text }));
  const claimed = all.filter((file) => language.claims(file.path) && (language.accepts?.(file) ?? true));
  return language.read(claimed, { now: NOW, paths: all.map((file) => file.path), ...context });
}

/** `line pattern audience operations state`, the part of a declaration that most tests look at. */
export function brief({ declaration }: BackendDeclaration): string {
  const { line, pattern, audience, can, state } = declaration;
  return `${line} ${pattern ?? '-'} ${audience} ${can.join(',')} ${state}`;
}
