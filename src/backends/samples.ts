/**
 * Well-formed values that belong to nobody, for the examples of a definition. They are computed, so that no secret
 * scanner takes this repository's own text for a leak.
 */
const ALPHABETS = {
  hex: '0123456789abcdef',
  lower: 'abcdefghijklmnopqrstuvwxyz',
  base32: 'abcdefghijklmnopqrstuvwxyz234567',
  alnum: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
} as const;

/** Numerical Recipes' linear congruential generator: the same text at every run, without a pattern to the eye. */
export function sample(alphabet: keyof typeof ALPHABETS, length: number, seed = 1): string {
  const letters = ALPHABETS[alphabet];
  let state = (seed * 2_654_435_761) >>> 0;
  let text = '';
  for (let index = 0; index < length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += letters[(state >>> 16) % letters.length];
  }
  return text;
}

export function sampleJwt(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${sample('alnum', 43)}`;
}
