/** Names that documentation, samples and unset variables use; nobody's backend. */
const NAMES = new Set(
  (
    'undefined null none nil false true example examples sample samples demo test foo bar baz foobar placeholder changeme ' +
    'dummy fake todo project projectid project-id project_id app-id appid app database databasename database-name db-name ' +
    'instance bucket bucketname bucket-name name host hostname localhost default domain subdomain ref id org company ' +
    'demo-project demo-test demo-app demo-example test-project sample-project firebase-project www api console abc abcd xyz'
  ).split(' '),
);

const OWNERS = '(?:your|my|some|the|an?|insert|enter|replace|put)';
const THINGS =
  '(?:own|real|new|awesome|cool|firebase|gcp|google|cloud|supabase|algolia|hasura|appwrite|aws|project|app|application|bucket|database|db|instance|name|id|ref|org|domain|storage|site|host|hostname|subdomain|company|account|api|key|token|secret|password|pass|user|username|backend|server|url|here|with|default|rtdb|realtime|function|region|cluster|test|prod|dev)';
/** `your-project-id`, `my_awesome_app_default_rtdb`: a possessive and nothing but general words. */
const POSSESSIVE = new RegExp(`^${OWNERS}(?:[-_. ]?${THINGS}){1,6}[-_. ]?\\d{0,4}$`);
const MARKED = /(?:^|[-_. ])(?:example|examples|placeholder|changeme|replaceme|todo|fixme|xxx+|yyy+|zzz+)(?:$|[-_. ])/;

/** True for a resource name that stands for the reader's own: `your-project-id`, `my-bucket`, `xxxx`. */
export function isPlaceholderName(name: string): boolean {
  const folded = name.toLowerCase().slice(0, 128);
  return NAMES.has(folded) || MARKED.test(folded) || POSSESSIVE.test(folded) || isRepetitive(folded);
}

function isRepetitive(name: string): boolean {
  return name.length >= 3 && new Set(name.replaceAll(/[-_.]/g, '')).size <= 1;
}

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

/** Shannon entropy in bits per character. */
export function entropyOf(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  const total = Array.from(value).length;
  let bits = 0;
  for (const count of counts.values()) bits -= (count / total) * Math.log2(count / total);
  return bits;
}
