import type { BackendDeclaration, Mention, Problem } from '../model.ts';

/** A file of the repository, read once, within limits. */
export interface RepoFile {
  /** Relative to the repo root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** What one language says of the whole repository. */
export interface DeclarationReading {
  readonly declarations: readonly BackendDeclaration[];
  /** Backends that the config names without ruling them: google-services.json, Amplify outputs. */
  readonly mentions: readonly Mention[];
  readonly problems: readonly Problem[];
}

/** Facts of other files that a language needs to judge, gathered before. */
export interface DeclarationContext {
  /** Date against which expiring rules are held. */
  readonly now: Date;
  /** Every path in the repo, so that a reference can be resolved or said to be missing. */
  readonly paths: readonly string[];
  /** The repo or the app calls a sign-up API (anonymous sign-in, createUser…), with the place that shows it. */
  readonly signUp?: string;
}

/**
 * One config language. It gets all the files it claimed at once, because modules, migrations and references join them.
 * Never throws on a malformed file: a located problem, and the rest is read.
 */
export interface DeclarationLanguage {
  readonly id: string;
  readonly title: string;
  readonly docs: readonly string[];
  /** By path alone, before anything is read. */
  readonly claims: (path: string) => boolean;
  /** Cheap look at a claimed file's text; false lets it go (a JSON file that is something else). */
  readonly accepts?: (file: RepoFile) => boolean;
  readonly read: (files: readonly RepoFile[], context: DeclarationContext) => Promise<DeclarationReading>;
}
