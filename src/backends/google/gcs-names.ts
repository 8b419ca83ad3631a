/** Bucket names: 3–63 characters, or up to 222 with dots; lower case, begin and end with a letter or digit. */
export const BUCKET = '[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]';
/** The older default bucket of a Firebase project. */
export const DEFAULT_BUCKET = '[a-z][a-z0-9-]{4,28}[a-z0-9]\\.appspot\\.com';
export const WHOLE_BUCKET = new RegExp(`^${BUCKET}$`);
/** Names of the API’s documentation. */
const DOCUMENTATION =
  /^(?:my-?bucket|bucket-?name|your-?bucket.*|my-awesome-bucket|bucket|example-bucket|b|o|storage|ajax|maps|fonts|static)$/;

/** True for a name that a bucket can have and that is not one of the documentation. */
export function isBucket(name: string): boolean {
  if (!WHOLE_BUCKET.test(name) || name.includes('..') || DOCUMENTATION.test(name)) return false;
  if (!name.includes('.') && name.length > 63) return false;
  return !/^\d{1,3}(?:\.\d{1,3}){3}$/.test(name) && !/\.googleapis\.com$/.test(name);
}
