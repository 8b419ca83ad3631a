/** What has to hold of the text around a literal: a pattern tried from `before` characters before it on. */
export interface Context {
  readonly before: number;
  readonly pattern: RegExp;
}

/** A literal of 3 characters, too short to say much, that counts where the text around it is as it has to be. */
export interface Mark {
  readonly literal: string;
  readonly context: Context;
}

/** Characters that a context may speak of. */
export const CONTEXT_LENGTH = 100;

/** True if the text holds the literal in its context. */
export function holdsMark(value: string, { literal, context: { before, pattern } }: Mark): boolean {
  for (let at = value.indexOf(literal); at !== -1; at = value.indexOf(literal, at + 1)) {
    const start = at - before;
    if (start >= 0 && pattern.test(value.slice(start, start + CONTEXT_LENGTH))) return true;
  }
  return false;
}
