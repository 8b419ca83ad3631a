import type { Place } from '../model.ts';
import type { SourceFile } from './trace.ts';

/**
 * Where the repository defines the name under which a value ships, when the value itself stands nowhere: it is put in by
 * the build, kept out of git, or composed. Names are those of the formats' locators.
 */
export function traceName(shipped: Place, files: readonly SourceFile[]): readonly Place[] {
  const locator = shipped.locator ?? '';
  const resource = /^string\/([\w.]{1,200})/.exec(locator)?.[1];
  if (resource !== undefined) return resourceDefinitions(resource, files);
  const plistKey = /^plist ([\w.-]{1,200})$/.exec(locator)?.[1];
  if (plistKey !== undefined) return plistDefinitions(plistKey, files);
  const metaData = /^meta-data ([\w.-]{1,200})$/.exec(locator)?.[1];
  if (metaData !== undefined) return manifestDefinitions(metaData, files);
  const field = /(?:^|\/)BuildConfig;->(\w{1,200})$/.exec(locator)?.[1];
  if (field !== undefined) return gradleDefinitions(`buildConfigField`, field, files);
  return [];
}

/** Resources that the google-services Gradle plugin makes, and the member of google-services.json each comes from. */
// https://developers.google.com/android/guides/google-services-plugin
const GENERATED: Readonly<Record<string, string>> = {
  google_app_id: 'mobilesdk_app_id',
  gcm_defaultSenderId: 'project_number',
  default_web_client_id: 'client_id',
  firebase_database_url: 'firebase_url',
  google_api_key: 'current_key',
  google_crash_reporting_api_key: 'current_key',
  google_storage_bucket: 'storage_bucket',
  project_id: 'project_id',
  ga_trackingId: 'tracking_id',
};

function resourceDefinitions(name: string, files: readonly SourceFile[]): readonly Place[] {
  const inXml = linesWith(files, /(?:^|\/)res\/values[^/]*\/[^/]+\.xml$/, `name="${name}"`, `string/${name}`);
  const resolved = inXml.flatMap((place) => [place, ...placeholderDefinitions(place, files)]);
  const inGradle = gradleDefinitions('resValue', name, files);
  if (resolved.length + inGradle.length > 0) return [...resolved, ...inGradle];
  const member = GENERATED[name];
  if (member === undefined) return [];
  // google-services.json is often kept out of git; then the line that applies the plugin is what feeds the build.
  const reason = `the google-services plugin makes string/${name} of ${member} in google-services.json`;
  return linesWith(files, /\.gradle(?:\.kts)?$/, 'com.google.gms.google-services', reason).filter(
    ({ line, path }) => !/\bapply\s{1,4}false\b|\bclasspath\b/.test(lineOf(files, path, line ?? 0)),
  );
}

/** `buildConfigField "String", "API", …`, `resValue("string", "api", …)`. */
function gradleDefinitions(method: string, name: string, files: readonly SourceFile[]): readonly Place[] {
  const scripts = files.filter(({ path }) => /\.gradle(?:\.kts)?$/.test(path));
  const quoted = new RegExp(`\\b${method}\\b.{0,200}["']${escaped(name)}["']`);
  return scripts.flatMap((file) => linesMatching(file, quoted, `${method} ${name}`));
}

function plistDefinitions(key: string, files: readonly SourceFile[]): readonly Place[] {
  const plists = files.filter(({ path }) => /\.plist$/i.test(path));
  const inPlist = plists.flatMap((file) =>
    linesMatching(file, new RegExp(`<key>${escaped(key)}</key>`), `plist ${key}`),
  );
  return inPlist.flatMap((place) => [...buildSettings(place, files), place]);
}

/** `<string>$(API_HOST)</string>` below the key leads to `API_HOST = …` of an .xcconfig. */
function buildSettings(place: Place, files: readonly SourceFile[]): readonly Place[] {
  const below = lineOf(files, place.path, (place.line ?? 0) + 1);
  const names = [...`${lineOf(files, place.path, place.line ?? 0)}${below}`.matchAll(/\$[({](\w{1,100})/g)];
  return names.flatMap(([, name]) => (name === undefined ? [] : settingDefinitions(name, files)));
}

function settingDefinitions(name: string, files: readonly SourceFile[]): readonly Place[] {
  const settings = files.filter(({ path }) => /\.xcconfig$|(?:^|\/)\.env[^/]*$|\.properties$/.test(path));
  const assignment = new RegExp(`^\\s{0,40}(?:export )?${escaped(name)}\\s{0,40}(?:\\[[^\\]]{1,80}\\]\\s{0,4})?=`);
  return settings.flatMap((file) => linesMatching(file, assignment, `sets ${name}`));
}

function manifestDefinitions(name: string, files: readonly SourceFile[]): readonly Place[] {
  const inManifest = linesWith(files, /AndroidManifest\.xml$/, `android:name="${name}"`, `meta-data ${name}`);
  return inManifest.flatMap((place) => [...placeholderDefinitions(place, files), place]);
}

/** `${apiHost}` of a manifest is `manifestPlaceholders` of a Gradle script; `@string/x` is the resource. */
function placeholderDefinitions(place: Place, files: readonly SourceFile[]): readonly Place[] {
  const line = place.line ?? 0;
  const text = `${lineOf(files, place.path, line)}\n${lineOf(files, place.path, line + 1)}`;
  const placeholders = [...text.matchAll(/\$\{(\w{1,100})\}/g)].flatMap(([, name]) =>
    name === undefined ? [] : gradleDefinitions('manifestPlaceholders', name, files),
  );
  const resource = /(?:android:value|android:host)="@string\/([\w.]{1,200})"/.exec(text)?.[1];
  return resource === undefined ? placeholders : [...placeholders, ...resourceDefinitions(resource, files)];
}

/** Code that reads a variable of an .env, .properties or .xcconfig file, by the accessors of the platforms. */
export function readersOf(definition: Place, files: readonly SourceFile[]): readonly Place[] {
  if (!/(?:^|\/)\.env[^/]*$|\.properties$|\.xcconfig$|dart[_-]defines?[^/]*\.json$/i.test(definition.path)) return [];
  const line = lineOf(files, definition.path, definition.line ?? 0);
  const name = /^\s{0,40}(?:export )?"?([A-Za-z_][\w.]{2,100})"?\s{0,40}[=:]/.exec(line)?.[1];
  if (name === undefined) return [];
  // process.env.X and env.X, Config.X (react-native-config), environment["X"], fromEnvironment('X'), getenv("X"),
  // dotenv.env['X'], BuildConfig.X, properties["X"], $(X)
  const access = new RegExp(`(?:\\benv\\.|\\bConfig\\.|\\bBuildConfig\\.|["'({])${escaped(name)}(?:["')}]|\\b)`);
  return files
    .filter(({ path }) => /\.(?:kts?|java|swift|mm?|dart|[cm]?[jt]sx?|cs|gradle|plist)$/.test(path))
    .flatMap((file) => linesMatching(file, access, `reads ${name}`))
    .slice(0, MAX_READERS);
}

const MAX_READERS = 2;
const MAX_IN_FILE = 4;

function linesWith(files: readonly SourceFile[], path: RegExp, needle: string, locator: string): readonly Place[] {
  const pattern = new RegExp(escaped(needle));
  return files.filter((file) => path.test(file.path)).flatMap((file) => linesMatching(file, pattern, locator));
}

function linesMatching({ path, text }: SourceFile, pattern: RegExp, locator: string): readonly Place[] {
  if (!pattern.test(text) && !/\^/.test(pattern.source)) return [];
  const places: Place[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (places.length >= MAX_IN_FILE) break;
    const at = line.length > MAX_LINE ? -1 : line.search(pattern);
    if (at !== -1) places.push({ origin: 'repo', path, line: index + 1, column: at + 1, locator });
  }
  return places;
}

/** A longer line is minified or generated. */
const MAX_LINE = 4096;

function lineOf(files: readonly SourceFile[], path: string, line: number): string {
  const text = files.find((file) => file.path === path)?.text ?? '';
  return (text.split('\n')[line - 1] ?? '').slice(0, MAX_LINE);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
