import type { Place } from '../model.ts';

/** Files that feed a value into the build, best first. */
const RANKS: readonly RegExp[] = [
  /(?:^|\/)(?:google-services\.json|GoogleService-Info[^/]*\.plist|amplifyconfiguration\.json|awsconfiguration\.json|aws-exports\.js|amplify_outputs\.json)$/i,
  /(?:^|\/)(?:strings|config|values)[^/]*\.xml$|\.plist$|\.xcconfig$|(?:^|\/)\.env[^/]*$|\.properties$|app\.(?:json|config\.[jt]s)$/i,
  /\.gradle(?:\.kts)?$|\.(?:kt|java|swift|m|mm|dart|ts|tsx|js|jsx|cs|cpp|c|h)$/i,
  /\.(?:json|ya?ml|toml|xml|html|tf|tfvars)$/i,
];

const QUIET_FOLDER = /(?:^|\/)(?:tests?|__tests__|spec|fixtures?|samples?|docs?|mocks?)\//i;
/** Documentation, and the manifests of packages, whose own name may be that of a project. */
const QUIET_FILE =
  /\.(?:md|txt|rst)$|(?:^|\/)(?:package(?:-lock)?\.json|pubspec\.(?:yaml|lock)|Podfile\.lock|mkdocs\.yml)$/i;

/** True if the file is documentation, a test or the like: nothing of it reaches the app. */
export function isQuiet(path: string): boolean {
  return QUIET_FOLDER.test(path) || QUIET_FILE.test(path);
}

/** 0 is best; a quiet file comes after all others. */
function rankOf(path: string): number {
  const index = RANKS.findIndex((pattern) => pattern.test(path));
  return (isQuiet(path) ? 10 : 0) + (index === -1 ? RANKS.length : index);
}

/** Orders repo places, best for a developer to act on first. */
export function byRank(left: Place, right: Place): number {
  return (
    rankOf(left.path) - rankOf(right.path) ||
    compare(left.path, right.path) ||
    (left.line ?? Number.MAX_SAFE_INTEGER) - (right.line ?? Number.MAX_SAFE_INTEGER)
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

/**
 * One place for each spot. A place without a line says nothing once the same file has one with a line; the byte offset
 * alone makes no other spot of a structural locator.
 */
export function uniquePlaces(places: readonly Place[]): readonly Place[] {
  const lined = new Set(places.filter(({ line }) => line !== undefined).map(fileOf));
  const seen = new Map<string, Place>();
  for (const place of places) {
    if (place.origin === 'repo' && place.line === undefined && lined.has(fileOf(place))) continue;
    const key = `${fileOf(place)}\0${place.line ?? place.locator ?? place.offset ?? ''}`;
    if (!seen.has(key)) seen.set(key, place);
  }
  return [...seen.values()];
}

function fileOf({ path, entry }: Place): string {
  return `${path}\0${entry ?? ''}`;
}
