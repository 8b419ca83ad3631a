/** A value that stands behind an encoding. */
export interface Decoded {
  readonly value: string;
  readonly encoding: 'base64' | 'percent' | 'escapes';
}

const MAX_INPUT = 65_536;
const MAX_CANDIDATES = 16;
/** Shorter base64 is more often a word than an encoding: the shortest value worth finding has some 12 characters. */
const MIN_BASE64 = 16;
const BASE64 = /[\w+/-]{16,65536}={0,2}/g;

/**
 * What a text says once its encoding is taken off: one level of base64 (plain or URL-safe), percent encoding, or escapes of
 * characters. Only printable results; at most 16, each no longer than the text. Linear.
 */
export function decodedForms(value: string): readonly Decoded[] {
  const text = value.length > MAX_INPUT ? value.slice(0, MAX_INPUT) : value;
  const found: Decoded[] = [];
  const add = (decoded: string | undefined, encoding: Decoded['encoding']): void => {
    if (decoded === undefined || decoded === text || found.length >= MAX_CANDIDATES) return;
    if (!found.some((other) => other.value === decoded)) found.push({ value: decoded, encoding });
  };
  if (/%[0-9A-Fa-f]{2}/.test(text)) add(percentDecoded(text), 'percent');
  if (text.includes('\\')) add(withoutEscapes(text), 'escapes');
  for (const [candidate] of text.matchAll(BASE64)) {
    if (found.length >= MAX_CANDIDATES) break;
    add(base64Decoded(candidate), 'base64');
  }
  return found;
}

/** Every well-formed sequence is decoded; what is no UTF-8 stays as it is. */
function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2}){1,4096}/g, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

function withoutEscapes(text: string): string {
  return text.replace(
    /\\(?:[uU]([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|u\{([0-9A-Fa-f]{1,4})\}|(0[4-7][0-7]|1[0-7]{2})|(\/))/g,
    (
      _,
      four: string | undefined,
      two: string | undefined,
      braced: string | undefined,
      octal: string | undefined,
      slash: string | undefined,
    ) =>
      slash ??
      String.fromCharCode(
        octal === undefined ? Number.parseInt(four ?? two ?? braced ?? '', 16) : Number.parseInt(octal, 8),
      ),
  );
}

/** Undefined unless the result is printable text; UTF-16LE, as PowerShell and .NET encode it, is text as well. */
function base64Decoded(candidate: string): string | undefined {
  const body = candidate.replace(/=+$/, '');
  if (body.length < MIN_BASE64 || body.length % 4 === 1) return undefined;
  const bytes = Buffer.from(body, 'base64');
  const text = bytes.toString('utf8');
  if (isPrintable(text)) return text;
  const wide = bytes.length % 2 === 0 && bytes[1] === 0 ? bytes.toString('utf16le') : '';
  return /^[\t\n\r\x20-\x7e]+$/.test(wide) ? wide : undefined;
}

function isPrintable(text: string): boolean {
  return !/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]/.test(text);
}
