import type { Place } from '../model.ts';
import { compileAnchors } from '../shared/anchors.ts';

/** A value that ships, and the repo lines that it could come from. */
export interface Traced {
  readonly places: readonly Place[];
}

/** Names shorter than this stand everywhere; a place found for one would mean nothing. */
const MIN_NEEDLE = 6;
const MAX_PLACES = 8;

/**
 * Where the same values stand in the repository, best place first. The value must stand alone (`acme-prod` is not in
 * `acme-production`), and a file that feeds the build beats documentation and tests.
 */
export function traceValues(
  values: readonly string[],
  files: readonly { readonly path: string; readonly text: string }[],
): ReadonlyMap<string, readonly Place[]> {
  const needles = [...new Set(values)].filter((value) => value.length >= MIN_NEEDLE && /^[\x20-\x7e]+$/.test(value));
  const found = new Map<string, Place[]>();
  if (needles.length === 0) return found;
  const byFolded = new Map(needles.map((needle) => [needle.toLowerCase(), needle]));
  const search = compileAnchors([...byFolded.keys()]);
  for (const file of files) {
    const bytes = Buffer.from(file.text);
    for (const hit of search.find(bytes)) {
      if (hit.encoding !== 'latin1') continue;
      const needle = byFolded.get(bytes.toString('latin1', hit.offset, hit.offset + hit.length).toLowerCase());
      if (needle === undefined || !standsAlone(bytes, hit.offset, hit.length)) continue;
      const places = found.get(needle) ?? [];
      places.push(placeAt(file, bytes, hit.offset));
      found.set(needle, places);
    }
  }
  return new Map([...found].map(([needle, places]) => [needle, places.sort(byRank).slice(0, MAX_PLACES)]));
}

function standsAlone(bytes: Buffer, offset: number, length: number): boolean {
  return !isNamePart(bytes[offset - 1]) && !isNamePart(bytes[offset + length]);
}

/** Letters, digits, `-` and `_` continue a name; a dot may end or begin one (`acme.s3.amazonaws.com`). */
function isNamePart(byte: number | undefined): boolean {
  return byte !== undefined && /[A-Za-z0-9_-]/.test(String.fromCharCode(byte));
}

function placeAt(file: { readonly path: string; readonly text: string }, bytes: Buffer, offset: number): Place {
  const before = bytes.toString('utf8', 0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line += 1;
  return { origin: 'repo', path: file.path, line, column: before.length - lineStart + 1 };
}

function byRank(left: Place, right: Place): number {
  return (
    rank(left.path) - rank(right.path) || left.path.localeCompare(right.path) || (left.line ?? 0) - (right.line ?? 0)
  );
}

const RANKS: readonly RegExp[] = [
  /(?:^|\/)(?:google-services\.json|GoogleService-Info[^/]*\.plist|amplifyconfiguration\.json|awsconfiguration\.json|aws-exports\.js|amplify_outputs\.json)$/i,
  /(?:^|\/)(?:strings|config|values)[^/]*\.xml$|\.plist$|\.xcconfig$|(?:^|\/)\.env[^/]*$|\.properties$|app\.(?:json|config\.[jt]s)$/i,
  /\.gradle(?:\.kts)?$|\.(?:kt|java|swift|m|mm|dart|ts|tsx|js|jsx|cs|cpp|c|h)$/i,
  /\.(?:json|ya?ml|toml|xml|html|tf|tfvars)$/i,
];

function rank(path: string): number {
  const quiet =
    /(?:^|\/)(?:tests?|__tests__|spec|fixtures?|samples?|docs?|mocks?)\//i.test(path) ||
    /\.(?:md|txt|rst)$/i.test(path);
  const index = RANKS.findIndex((pattern) => pattern.test(path));
  return (quiet ? 10 : 0) + (index === -1 ? RANKS.length : index);
}
