/** SHA-256 as lower-case hex, cut to `length` characters. The module is loaded with the first, while the artifact is being read. */
export function sha256(text: string, length = 64): string {
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
