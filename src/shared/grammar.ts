/**
 * What the recognisers of all backends share: where a host name begins and ends in a text, which names are
 * documentation's, how random a string is. All patterns are bounded, so they stay linear on hostile text.
 */

/**
 * Stands before the first label of a host name. Refuses the rest of a longer name and what a template left over
 * (`%s-uploads.s3…`, `${env}-uploads.s3…`, `-uploads.s3…`); accepts a percent-encoded slash.
 */
export const HOST_BEFORE = '(?:(?<=%2[Ff])|(?<![A-Za-z0-9._\\-%$#{}>)\\]*+\\\\]))';

/** Stands after the last label of a host name: neither a longer label nor a further one. */
export const HOST_AFTER = '(?![A-Za-z0-9_-]|\\.[A-Za-z0-9])';

/** Stands before a token that is not part of a longer word, for keys and ids. */
export const WORD_BEFORE = '(?<![A-Za-z0-9_/+.-])';

export const WORD_AFTER = '(?![A-Za-z0-9_/+-])';

/** One hostile text must not give a million mentions; no honest text of 64 KiB names more. */
export const MAX_MATCHES = 2_000;

/** All matches of a global pattern, at most MAX_MATCHES. */
export function matchesOf(pattern: RegExp, value: string): readonly RegExpExecArray[] {
  return matchesWithin(pattern, value, MAX_MATCHES);
}

const NONE: readonly RegExpExecArray[] = [];

/** The first matches of a global pattern. `matchAll` copies the pattern each time, and most texts hold no match. */
export function matchesWithin(pattern: RegExp, value: string, limit: number): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  const first = pattern.exec(value);
  if (first === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (let match: RegExpExecArray | null = first; match !== null && found.length < limit; match = pattern.exec(value)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  pattern.lastIndex = 0;
  return found;
}

const FILLER_WORDS = new Set(
  (
    'my your our the a an some this that test sample samples example examples demo foo bar baz dummy fake placeholder ' +
    'bucket buckets bucketname container containername account accountname storage storageaccount blob table database db ' +
    'instance project projectid projectname domain endpoint host hostname server name id here aws amazon s3 gcs azure ' +
    'doc docs documentation insert enter replace change todo tbd none null undefined nil unknown default redacted removed ' +
    'region key secret token password abc xyz xxx subdomain tenant ref reference url myapp yourapp app'
  ).split(' '),
);

/** Words that name a thing of the app, so that a name made of filler alone but for them is real (`app-storage`). */
const FILLER_MARKS = new Set(
  (
    'my your our the some sample example dummy fake placeholder foo bar baz doc docs documentation insert enter replace ' +
    'change todo tbd none null undefined nil bucketname containername accountname projectid projectname name here ' +
    'redacted removed xxx abc xyz myapp yourapp'
  ).split(' '),
);

/** However many words: none of them begins another, so there is one way to read them, in linear time. */
const GLUED_FILLER =
  /^(?:aws|doc|my|your|our|the|some|example|sample|dummy|test|s3|new|unique)+(?:bucket|container|account|storage|project|database|domain|host|app|instance|server|company|name)(?:name|id|account)?\d{0,4}$/;

/** Names that AWS, Google and Microsoft reserve for their documentation, whatever follows. */
const DOCUMENTATION_PREFIX =
  /^(?:amzn-s3-demo-|doc-example-|docexample|awsexamplebucket|aws-doc-|examplebucket|example-bucket|yourbucket|your-|your_|<|\[|\{)/;

/**
 * True for a name that only stands in for one: every word of it is filler and at least one says so (`my-bucket`,
 * `YOUR_PROJECT_ID`, `storagesample`), or it is one of the providers' documentation names.
 */
export function isPlaceholderName(name: string): boolean {
  const folded = name.toLowerCase();
  if (isTemplate(name) || DOCUMENTATION_PREFIX.test(folded) || GLUED_FILLER.test(folded)) return true;
  return /^x{3,}$|^\*{2,}$|^0+$|^\.+$/.test(folded) || isFillerWords(folded);
}

/** True for filler between marks or digits of which at least one word says so: `my-secret-password`, `YOUR_PROJECT_ID`. */
export function isFillerWords(text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/[-_.\s\d]+/)
    .filter((word) => word !== '');
  return words.length > 0 && words.every(isFiller) && words.some((word) => FILLER_MARKS.has(word));
}

function isFiller(word: string): boolean {
  return FILLER_WORDS.has(word) || /^x{2,}$/.test(word);
}

/** True if a value has a hole that the program fills: `%s`, `%1$s`, `{0}`, `${x}`, `#{x}`, `<x>`, `\(x)`, `[x]`, `*`. */
export function isTemplate(value: string): boolean {
  return /%[sd@]|%\d{1,2}\$[sd@]|[{}<>*]|\\\(|\[[A-Za-z_-]{1,40}\]/.test(value);
}

/** Shannon entropy in bits for each character; 0 for the empty string. */
export function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

/** `decodeURIComponent` that leaves malformed text as it is. */
export function percentDecoded(value: string): string {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** What JSON writers escape without need (`\/`, `\u0026`, `\u003d`), written plainly, for JSON that stands inside a string. */
export function plainJson(value: string): string {
  if (!value.includes('\\')) return value;
  return value.replace(/\\(?:\/|u0026|u003d)/gi, (written) => PLAIN[written.toLowerCase()] ?? written);
}

const PLAIN: Readonly<Record<string, string>> = { '\\/': '/', '\\u0026': '&', '\\u003d': '=' };

/** True for hosts that only the developer's own machine answers: emulators, loopback, private networks. */
export function isLocalHost(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|\[?::1\]?|host\.docker\.internal)$|\.(?:local|localhost|test|invalid|example|internal)$/i.test(
    host,
  );
}
