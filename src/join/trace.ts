import type { Place } from '../model.ts';
import { compileAnchors } from '../shared/anchors.ts';
import { byRank } from './rank.ts';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Names shorter than this stand everywhere; a place found for one would mean nothing. */
const MIN_NEEDLE = 6;
const MAX_PLACES = 8;
/** Hits of one value in one file that are kept; generated files repeat a host thousands of times. */
const MAX_IN_FILE = 4;

/**
 * Where the same values stand in the repository, best place first. The value must stand alone (`acme-prod` is not in
 * `acme-production`), and a file that feeds the build beats documentation and tests. A value is found in the spellings
 * that config and source give it too: escaped for XML or JSON, base64, a key of several lines by its longest one.
 */
export function traceValues(
  values: readonly string[],
  files: readonly SourceFile[],
): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>();
  const spelled = new Map<string, { readonly value: string; readonly reason?: string }[]>();
  for (const value of new Set(values)) {
    for (const { needle, reason } of spellingsOf(value)) {
      const known = spelled.get(needle.toLowerCase()) ?? [];
      spelled.set(needle.toLowerCase(), [...known, { value, ...(reason === undefined ? {} : { reason }) }]);
    }
  }
  if (spelled.size === 0) return found;
  const search = compileAnchors([...spelled.keys()]);
  for (const file of files) {
    const bytes = Buffer.from(file.text);
    const inFile = new Map<string, number>();
    for (const hit of search.find(bytes)) {
      if (hit.encoding !== 'latin1' || !standsAlone(bytes, hit.offset, hit.length)) continue;
      const needle = bytes.toString('latin1', hit.offset, hit.offset + hit.length).toLowerCase();
      const count = inFile.get(needle) ?? 0;
      if (count >= MAX_IN_FILE) continue;
      inFile.set(needle, count + 1);
      const place = placeAt(file, bytes, hit.offset);
      for (const { value, reason } of spelled.get(needle) ?? []) {
        const places = found.get(value) ?? [];
        places.push(reason === undefined ? place : { ...place, locator: reason });
        found.set(value, places);
      }
    }
  }
  return new Map([...found].map(([value, places]) => [value, places.sort(byRank).slice(0, MAX_PLACES)]));
}

interface Spelling {
  readonly needle: string;
  /** Why a line that does not show the value itself is its source. */
  readonly reason?: string;
}

/** A key or token of at least this length is looked for in base64 too; a shorter text would be found by chance. */
const MIN_BASE64 = 12;

function spellingsOf(value: string): readonly Spelling[] {
  const longest = value.split(/\r?\n|\\n/).reduce((best, line) => (line.length > best.length ? line : best), '');
  const spellings: Spelling[] = [
    longest === value ? { needle: value } : { needle: longest, reason: 'a line of the same key' },
    { needle: value.replaceAll('&', '&amp;') },
    { needle: value.replaceAll('/', '\\/') },
  ];
  if (value.length >= MIN_BASE64) {
    const needle = Buffer.from(value).toString('base64').replace(/=+$/, '');
    spellings.push({ needle, reason: 'the same value in base64' });
  }
  const usable = spellings.filter(({ needle }) => needle.length >= MIN_NEEDLE && /^[\x20-\x7e]+$/.test(needle));
  return usable.filter(({ needle }, index) => usable.findIndex((other) => other.needle === needle) === index);
}

function standsAlone(bytes: Buffer, offset: number, length: number): boolean {
  return !isNamePart(bytes[offset - 1]) && !isNamePart(bytes[offset + length]);
}

/** Letters, digits, `-` and `_` continue a name; a dot may end or begin one (`acme.s3.amazonaws.com`). */
function isNamePart(byte: number | undefined): boolean {
  return byte !== undefined && /[A-Za-z0-9_-]/.test(String.fromCharCode(byte));
}

function placeAt(file: SourceFile, bytes: Buffer, offset: number): Place {
  const lineStart = bytes.lastIndexOf(0x0a, offset - 1) + 1;
  const from = offset === 0 ? 0 : lineStart;
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at !== -1 && at < offset; at = bytes.indexOf(0x0a, at + 1)) line += 1;
  return { origin: 'repo', path: file.path, line, column: bytes.toString('utf8', from, offset).length + 1 };
}
