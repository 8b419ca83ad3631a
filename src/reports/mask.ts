import type { Report } from '../model.ts';
import { sha256 } from '../shared/hash.ts';

/** Below this length what a mask shows would be most of the secret. */
const SHOWN_FROM = 10;
/** Shorter strings stand everywhere by chance; no credential that Ajar knows is so short. */
const SHORTEST = 4;
/** A base64 piece must be this long to be told from chance. */
const SHORTEST_BASE64 = 8;

/** `AKIA…LE(1a2b3c4d)`: first 4, last 2, and the start of the SHA-256, so that two reports can be compared. */
export function mask(secret: string): string {
  if (secret.length < SHOWN_FROM) return '••••';
  return `${secret.slice(0, 4)}…${secret.slice(-2)}(${sha256(secret, 8)})`;
}

/**
 * The report with every occurrence of every secret masked: as it is, percent-encoded, JSON- or XML-escaped, in base64 at
 * any alignment. Fields with a closed vocabulary of our own are left alone, so that a “secret” named `critical` cannot make
 * a severity unreadable. Secrets of fewer than 4 characters cannot be told from other text and are left.
 */
export function maskReport(report: Report, secrets: readonly string[]): Report {
  const replace = maskerOf(secrets);
  return maskValue(report, replace, false) as Report;
}

/** The same for one text: a log line, an error message. */
export function maskText(text: string, secrets: readonly string[]): string {
  return maskerOf(secrets)(text);
}

type Replace = (text: string) => string;

interface Form {
  readonly form: string;
  readonly masked: string;
}

/**
 * Forms by their first characters, the longest first, so that one pass over a text finds all of them: thousands of secrets
 * cost no more than one.
 */
function maskerOf(secrets: readonly string[]): Replace {
  const byStart = new Map<string, Form[]>();
  const known = [...new Set(secrets)].filter((secret) => secret.length >= SHORTEST);
  for (const secret of known) {
    const masked = mask(secret);
    for (const form of formsOf(secret)) {
      const start = form.slice(0, SHORTEST);
      byStart.set(start, [...(byStart.get(start) ?? []), { form, masked }]);
    }
  }
  for (const forms of byStart.values()) forms.sort((left, right) => right.form.length - left.form.length);
  return byStart.size === 0 ? (text) => text : (text) => replaceForms(text, byStart);
}

/** Leftmost first, longest first. A mask's hash stands between it and what follows, so no secret can arise anew. */
function replaceForms(text: string, byStart: ReadonlyMap<string, readonly Form[]>): string {
  const parts: string[] = [];
  let kept = 0;
  let at = 0;
  while (at + SHORTEST <= text.length) {
    const found = byStart.get(text.slice(at, at + SHORTEST))?.find(({ form }) => text.startsWith(form, at));
    if (found === undefined) {
      at += 1;
      continue;
    }
    parts.push(text.slice(kept, at), found.masked);
    at += found.form.length;
    kept = at;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(kept);
}

function formsOf(secret: string): readonly string[] {
  const percent = encodeURIComponent(secret.replace(/\p{Cs}/gu, '\ufffd'));
  const base64 = [0, 1, 2].map((shift) => base64Core(secret, shift)).filter((form) => form.length >= SHORTEST_BASE64);
  const forms = [
    secret,
    percent,
    percent.replace(/%[0-9A-F]{2}/g, (escaped) => escaped.toLowerCase()),
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    ...base64,
    ...base64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_')),
  ];
  return [...new Set(forms)];
}

/** What base64 makes of the secret when it starts `shift` bytes into a group, without the digits that its neighbours share. */
function base64Core(secret: string, shift: number): string {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret, 'utf8')]);
  const digits = bytes.toString('base64').replace(/=+$/, '');
  const start = shift === 0 ? 0 : shift + 1;
  const end = Math.floor((bytes.length * 8) / 6);
  return digits.slice(start, end);
}

/** Members that only ever hold words of our own. */
const CLOSED: ReadonlySet<string> = new Set([
  'schema',
  'tool',
  'origin',
  'platform',
  'kind',
  'provider',
  'owner',
  'sha256',
  'audience',
  'can',
  'evidence',
  'state',
  'expires',
  'outcome',
  'grade',
  'severity',
  'securitySeverity',
  'sensitivity',
  'rule',
  'fingerprint',
  'probe',
  'method',
]);

function maskValue(value: unknown, replace: Replace, open: boolean): unknown {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value)) return value.map((item) => maskValue(item, replace, open));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      if (!open && CLOSED.has(key)) return [key, member];
      // `details` has free names, so nothing below it is a vocabulary of ours.
      return [key, maskValue(member, replace, open || key === 'details')];
    }),
  );
}
