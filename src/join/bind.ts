import type { BackendDeclaration, BackendMention } from '../model.ts';

export type BoundDeclaration = BackendDeclaration & { readonly name: string };

/**
 * Gives every declaration the backend it speaks of. A rules file alone names none: the project that the config around it
 * names decides; else the backends of that kind that app and repository name (one set of rules is deployed to all
 * environments); else the file stands for the backend, so that nothing open is lost.
 */
export function bind(
  declarations: readonly BackendDeclaration[],
  mentions: readonly BackendMention[],
): readonly BoundDeclaration[] {
  return declarations.flatMap((declaration) =>
    namesFor(declaration, mentions).map((name) => ({ ...declaration, name })),
  );
}

/** Declarations of one file bind to at most this many backends. */
const MAX_BOUND = 8;

function namesFor(declaration: BackendDeclaration, mentions: readonly BackendMention[]): readonly string[] {
  if (declaration.name !== undefined) return [declaration.name];
  const known = mentions.filter((mention) => mention.kind === declaration.kind && mention.thirdParty === undefined);
  if (declaration.project !== undefined) {
    const ofProject = known.filter((mention) => belongsTo(mention, declaration.project ?? ''));
    return ofProject.length > 0 ? distinct(ofProject) : [defaultName(declaration.kind, declaration.project)];
  }
  const inRepo = known.filter((mention) => mention.place.origin === 'repo');
  const { stem } = declaration;
  const candidates = distinct(inRepo.length > 0 ? inRepo : known).filter(
    (name) => stem === undefined || name.includes(stem),
  );
  return candidates.length > 0 ? candidates : [standIn(declaration)];
}

/** What stands for a backend that nothing names: its project's folder, else the file. */
function standIn({ folder, declaration }: BackendDeclaration): string {
  return folder ?? declaration.path;
}

function distinct(mentions: readonly BackendMention[]): readonly string[] {
  return [...new Set(mentions.map((mention) => mention.name))].sort().slice(0, MAX_BOUND);
}

/** A Firebase project's own database, bucket or store carries its id in front; what the app says goes first. */
function belongsTo(mention: BackendMention, project: string): boolean {
  if (mention.details?.project === project) return true;
  return (
    mention.name === project || mention.name === `${project}-default-rtdb` || mention.name.startsWith(`${project}.`)
  );
}

/** firebase.google.com/docs/projects: the names a project's default resources get. */
function defaultName(kind: string, project: string): string {
  if (kind === 'firebase-database') return `${project}-default-rtdb`;
  if (kind === 'gcs') return `${project}.appspot.com`;
  return project;
}
