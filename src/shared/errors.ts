/** The user can mend it: a wrong flag, input or config file. Exit code 2; the message names file, cause and way out. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
