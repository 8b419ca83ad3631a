import { matchesOf, plainJson } from '../../shared/grammar.ts';

/** `Name=value;Name=value` as Azure's SDKs take it; names in lower case. */
export type Fields = ReadonlyMap<string, string>;

const REACH = 1_000;
/** A member's name may stand behind prose, so only its last two words count. */
const LONGEST_NAME = 45;

/**
 * The connection strings around each place where a literal such as `SharedAccessKey=` stands. A string ends at quotes,
 * angle brackets, backslashes and line ends, and at blanks unless its values hold some (`User ID`).
 */
export function connectionStringsIn(raw: string, literal: string, end: RegExp = /["'\s<>\\`|]/): Fields[] {
  const value = plainJson(raw);
  const found: Fields[] = [];
  let after = 0;
  for (const match of matchesOf(new RegExp(`(?<![A-Za-z])${literal}`, 'gi'), value)) {
    if (match.index < after) continue;
    const start = Math.max(after, match.index - REACH);
    const before = lastPartOf(value.slice(start, match.index), end);
    const rest = value.slice(match.index, match.index + REACH);
    const length = rest.search(end);
    const tail = length === -1 ? rest : rest.slice(0, length);
    found.push(fieldsOf(before + tail));
    after = match.index + tail.length;
  }
  return found;
}

function lastPartOf(value: string, end: RegExp): string {
  for (let at = value.length - 1; at >= 0; at -= 1) {
    if (end.test(value[at] ?? '')) return value.slice(at + 1);
  }
  return value;
}

/** A name of two words (`User ID`) is kept under both and under its last, since prose may stand before the first name. */
function fieldsOf(value: string): Fields {
  const fields = new Map<string, string>();
  for (const part of value.split(';')) {
    const equals = part.indexOf('=');
    if (equals === -1) continue;
    const words = part
      .slice(Math.max(0, equals - LONGEST_NAME), equals)
      .toLowerCase()
      .trim()
      .split(/\s+/);
    for (const name of [words.slice(-2).join(' '), words.slice(-1).join(' ')]) {
      if (name !== '' && !fields.has(name)) fields.set(name, part.slice(equals + 1));
    }
  }
  return fields;
}

/** The host of a URL, or of a bare host with or without a port. */
export function hostOf(url: string | undefined): string {
  return /^(?:[a-z]{2,8}:\/\/)?(?:tcp:)?([a-z0-9.-]{1,253})/i.exec(url ?? '')?.[1]?.toLowerCase() ?? '';
}
