/**
 * An example credential, put together from pieces: nothing in this repository may look like a real one to the secret
 * scanners that watch over it.
 */
export function pieces(...parts: readonly string[]): string {
  return parts.join('');
}
