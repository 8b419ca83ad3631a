import { isFillerWords, isPlaceholderName } from '../shared/grammar.ts';

/** Names that samples use for things of their own: `my-awesome-app`, `project-id`, `fake-bucket`, `abcdefghijkl`. */
const POSSESSIVE =
  /^(?:my|your|some|another|other)(?:[-_.]?(?:own|other|new|awesome|cool|custom|great|first|second|firebase|supabase|project|app|application|bucket|database|db|instance|site|store|id|name|default|rtdb|prod|dev|test)){1,6}$/;
const MARKED = /(?:^|[-_.])(?:fake|dummy|placeholder|changeme|replace-?me)(?:[-_.]|$)/;
const BARE = new Set(
  'project-id project_id projectid database-name bucket-name bucketname test-project test-bucket demo-project sample-project my-app'.split(
    ' ',
  ),
);
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

/** True for a name that is nobody's: a placeholder of documentation, or what samples and tests call their own. */
export function isSampleName(name: string): boolean {
  const folded = name.toLowerCase().slice(0, 128);
  if (BARE.has(folded) || MARKED.test(folded) || POSSESSIVE.test(folded)) return true;
  return (folded.length >= 8 && ALPHABET.includes(folded)) || isPlaceholderName(folded);
}

const SECRET_WORDS =
  /example|sample|placeholder|change[-_ ]?me|replace[-_ ]?me|redacted|dummy|your[-_ ]|_here\b|insert|<|>|\$\{|%s|\{\{|x{6,}|\*{3,}|\.{3}|([a-z0-9])\1{9,}/i;
const RUNS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop'];

/** True for what says itself that it only stands in: `your-password`, `<secret>`, `changeme`, `****`. */
export function saysPlaceholder(secret: string): boolean {
  return SECRET_WORDS.test(secret.slice(0, 512));
}

/**
 * True for what stands where a generated secret would: a template, a mask, a documentation sample, a keyboard run. A
 * password that somebody chose may be as poor as these.
 */
export function isPlaceholderSecret(secret: string): boolean {
  if (saysPlaceholder(secret)) return true;
  const folded = secret.slice(0, 512).toLowerCase();
  return RUNS.some((run) => folded.includes(run)) || new Set(folded).size < Math.min(6, folded.length);
}

/** Passwords of documentation and of images' defaults. */
const USUAL =
  /^(?:password|passwd|pass|pwd|secret|postgres|mysql|mongodb|redis|root|guest|admin|user|test|toor|yourpassword|mypassword|my[-_]?secret[-_]?pw|s3cr3t|p4ssw0rd|db_?pass(?:word)?)$/i;

/** What a program or a reader fills in: `<password>`, `{0}`, `$PASSWORD`, `***`, `DB_PASSWORD`. */
export function isHole(value: string): boolean {
  return /^[<[{$%(]|[>}\])]$|^[*x.]+$/i.test(value) || (/^[A-Z][A-Z0-9_]{0,64}$/.test(value) && /_/.test(value));
}

/**
 * True for a password that stands in for one. Words in a row, which as a name would, do not: people choose such passwords
 * (`OurNewCompany2024`).
 */
export function isPlaceholderPassword(password: string): boolean {
  return USUAL.test(password) || isHole(password) || saysPlaceholder(password) || isFillerWords(password);
}
