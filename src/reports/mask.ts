import { createHash } from 'node:crypto';
import type { Report } from '../model.ts';

/** Below this length what a mask shows would be most of the secret. */
const SHOWN_FROM = 10;
/** Shorter strings stand everywhere by chance; no credential that Ajar knows is so short. */
const SHORTEST = 4;
/** A base64 piece must be this long to be told from chance. */
const SHORTEST_BASE64 = 8;

/** `AKIA…LE(1a2b3c4d)`: first 4, last 2, and the start of the SHA-256, so that two reports can be compared. */
export function mask(secret: string): string {
  if (secret.length < SHOWN_FROM) return '••••';
  const hash = createHash('sha256').update(secret).digest('hex').slice(0, 8);
  return `${secret.slice(0, 4)}…${secret.slice(-2)}(${hash})`;
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

function maskerOf(secrets: readonly string[]): Replace {
  const known = [...new Set(secrets)].filter((secret) => secret.length >= SHORTEST);
  const replacements = known
    .flatMap((secret) => formsOf(secret).map((form) => ({ form, masked: mask(secret) })))
    .sort((left, right) => right.form.length - left.form.length);
  return (text) =>
    replacements.reduce((result, { form, masked }) => {
      return result.includes(form) ? result.split(form).join(masked) : result;
    }, text);
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
