const SECRET_WORDS =
  /example|sample|placeholder|change[-_ ]?me|replace[-_ ]?me|redacted|dummy|your[-_ ]|_here\b|insert|<|>|\$\{|%s|\{\{|x{6,}|\*{3,}|\.{3}|0{10,}|1{10,}/i;
const RUNS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop'];

/** True for what stands where a secret would: a template, a mask, a documentation sample, a keyboard run. */
export function isPlaceholderSecret(secret: string): boolean {
  const part = secret.slice(0, 512);
  if (SECRET_WORDS.test(part)) return true;
  const folded = part.toLowerCase();
  return RUNS.some((run) => folded.includes(run)) || new Set(folded).size < Math.min(6, folded.length);
}
