/** The user can mend it: a wrong flag, input or config file. Exit code 2; the message names file, cause and way out. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the usual codes of the file system mean (`man 3 errno`), for people who never met one. */
const FILE_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
};

export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return ('code' in error ? FILE_ERRORS[String(error.code)] : undefined) ?? error.message;
}

/** The system's code where there is one: its message would hold the whole path of the machine. */
export function codeOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return typeof code === 'string' ? code : messageOf(error);
}
