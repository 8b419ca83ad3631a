import type { SourceFile } from './trace.ts';

/** A third-party package that the repository's build names. */
export interface Dependency {
  readonly ecosystem: 'maven' | 'cocoapods' | 'swift' | 'pub' | 'npm';
  /** `com.onesignal:OneSignal`, `FirebaseStorage`, `purchases-ios`, `@supabase/supabase-js`. */
  readonly name: string;
  /** Absent where a platform (BOM) or a variable gives it. */
  readonly version?: string;
  readonly path: string;
}

const MAX_DEPENDENCIES = 20_000;

/** What lock files and build scripts name; a locked version comes before one that a script asks for. */
export function readDependencies(files: readonly SourceFile[]): readonly Dependency[] {
  const found = new Map<string, Dependency>();
  const named = READERS.flatMap(({ path, read }) =>
    files
      .filter((file) => path.test(file.path))
      .flatMap((file) => read(file).map((one) => ({ ...one, path: file.path }))),
  );
  for (const dependency of named.slice(0, MAX_DEPENDENCIES)) {
    const key = `${dependency.ecosystem}\0${dependency.name}`;
    if (found.get(key)?.version === undefined && (dependency.version !== undefined || !found.has(key))) {
      found.set(key, dependency);
    }
  }
  return [...found.values()];
}

type Named = Omit<Dependency, 'path'>;

interface Reader {
  readonly path: RegExp;
  readonly read: (file: SourceFile) => readonly Named[];
}

/** Locks first. */
const READERS: readonly Reader[] = [
  { path: /(?:^|\/)(?:[\w-]{0,60}gradle\.lockfile|[\w-]{1,60}\.lockfile)$/, read: gradleLock },
  { path: /(?:^|\/)Podfile\.lock$/, read: podfileLock },
  { path: /(?:^|\/)Package\.resolved$/, read: swiftResolved },
  { path: /(?:^|\/)pubspec\.lock$/, read: pubspecLock },
  { path: /(?:^|\/)package-lock\.json$/, read: npmLock },
  { path: /(?:^|\/)[\w.-]{0,60}versions\.toml$/, read: versionCatalog },
  { path: /\.gradle(?:\.kts)?$/, read: gradleScript },
];

function named(
  ecosystem: Dependency['ecosystem'],
  name: string | undefined,
  version: string | undefined,
): readonly Named[] {
  if (name === undefined) return [];
  return [{ ecosystem, name, ...(version === undefined ? {} : { version }) }];
}

const GROUP = String.raw`[A-Za-z][\w.-]{1,120}`;
const ARTIFACT = String.raw`[A-Za-z][\w.-]{0,120}`;
const VERSION = String.raw`\d[\w.+-]{0,60}`;

/** `group:artifact:version=configuration,…`; https://docs.gradle.org/current/userguide/dependency_locking.html */
function gradleLock({ text }: SourceFile): readonly Named[] {
  const line = new RegExp(`^(${GROUP}:${ARTIFACT}):(${VERSION})=`, 'gm');
  return [...text.matchAll(line)].flatMap(([, name, version]) => named('maven', name, version));
}

/** `implementation 'group:artifact:version'`; the version may come from a platform or a variable. */
function gradleScript({ text }: SourceFile): readonly Named[] {
  const coordinates = new RegExp(`["'](${GROUP}:${ARTIFACT})(?::([^"'\\s]{1,80}))?["']`, 'g');
  return [...text.matchAll(coordinates)].flatMap(([, name, asked]) =>
    named('maven', name, asked === undefined || !new RegExp(`^${VERSION}$`).test(asked) ? undefined : asked),
  );
}

/** `[libraries]` of a version catalog, with the versions that they refer to. */
function versionCatalog({ text }: SourceFile): readonly Named[] {
  const versions = new Map(
    [...text.matchAll(new RegExp(`^([\\w.-]{1,80})\\s{0,20}=\\s{0,20}"(${VERSION})"`, 'gm'))].map(
      ([, key = '', version = '']) => [key, version],
    ),
  );
  return text.split('\n').flatMap((line) => {
    const module =
      /\bmodule\s{0,8}=\s{0,8}"([\w.-]{1,120}:[\w.-]{1,120})"/.exec(line)?.[1] ??
      /=\s{0,20}"([\w.-]{1,120}:[\w.-]{1,120})(?::[^"]{1,60})?"/.exec(line)?.[1] ??
      joined(
        /\bgroup\s{0,8}=\s{0,8}"([\w.-]{1,120})"/.exec(line)?.[1],
        /\bname\s{0,8}=\s{0,8}"([\w.-]{1,120})"/.exec(line)?.[1],
      );
    const reference = /\bversion\.ref\s{0,8}=\s{0,8}"([\w.-]{1,80})"/.exec(line)?.[1];
    const version =
      reference === undefined
        ? /(?:\bversion\s{0,8}=\s{0,8}"|:)(\d[\w.+-]{0,60})"/.exec(line)?.[1]
        : versions.get(reference);
    return named('maven', module, version);
  });
}

function joined(group: string | undefined, name: string | undefined): string | undefined {
  return group === undefined || name === undefined ? undefined : `${group}:${name}`;
}

/** `  - FirebaseStorage (10.1.0):` below `PODS:`; subspecs (`Firebase/Core`) count as their pod. */
function podfileLock({ text }: SourceFile): readonly Named[] {
  const pods = /^PODS:\n((?:[ ]{2}.{0,300}\n){1,20000})/m.exec(text.replaceAll('\r\n', '\n'))?.[1] ?? '';
  return [...pods.matchAll(/^ {2}- "?([\w.+-]{1,100})[^ \n]{0,100} \((\d[^)\n]{0,60})\)/gm)].flatMap(
    ([, name, version]) => named('cocoapods', name, version),
  );
}

/** Versions 1 (`object.pins`, `package`) to 3 (`pins`, `identity`). */
function swiftResolved({ text }: SourceFile): readonly Named[] {
  const json = parseJson(text);
  const pins = arrayOf(memberOf(json, 'pins')) ?? arrayOf(memberOf(memberOf(json, 'object'), 'pins')) ?? [];
  return pins.flatMap((pin) =>
    named(
      'swift',
      stringOf(memberOf(pin, 'identity')) ?? stringOf(memberOf(pin, 'package')),
      stringOf(memberOf(memberOf(pin, 'state'), 'version')),
    ),
  );
}

/** `  name:` at two blanks, its `version: "1.2.3"` at four. */
function pubspecLock({ text }: SourceFile): readonly Named[] {
  const found: Named[] = [];
  let name: string | undefined;
  for (const line of text.split('\n')) {
    name = /^ {2}([\w]{1,100}):\s{0,4}$/.exec(line)?.[1] ?? name;
    const version = /^ {4}version: "([^"]{1,60})"/.exec(line)?.[1];
    if (version === undefined) continue;
    found.push(...named('pub', name, version));
  }
  return found;
}

/** Versions 2 and 3 have `packages`, by their path below node_modules; version 1 has `dependencies`. */
function npmLock({ text }: SourceFile): readonly Named[] {
  const json = parseJson(text);
  const packages = Object.entries(recordOf(memberOf(json, 'packages'))).flatMap(([path, value]) => {
    const name = path.split('node_modules/').at(-1);
    return path.includes('node_modules/') ? named('npm', name, stringOf(memberOf(value, 'version'))) : [];
  });
  if (packages.length > 0) return packages;
  return Object.entries(recordOf(memberOf(json, 'dependencies'))).flatMap(([name, value]) =>
    named('npm', name, stringOf(memberOf(value, 'version'))),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function memberOf(value: unknown, name: string): unknown {
  return recordOf(value)[name];
}

function arrayOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Maven groups of packages that do not begin with their group; https://central.sonatype.com names both. */
const GROUPS: readonly { readonly prefix: string; readonly group: string }[] = [
  { prefix: 'okhttp3', group: 'com.squareup.okhttp3' },
  { prefix: 'okio', group: 'com.squareup.okio' },
  { prefix: 'retrofit2', group: 'com.squareup.retrofit2' },
  { prefix: 'com.facebook', group: 'com.facebook.android' },
  { prefix: 'io.supabase', group: 'io.github.jan-tennert.supabase' },
  { prefix: 'io.github.jan.supabase', group: 'io.github.jan-tennert.supabase' },
  { prefix: 'com.parse', group: 'com.github.parse-community.Parse-SDK-Android' },
  { prefix: 'com.unity3d.ads', group: 'com.unity3d.ads' },
  { prefix: 'com.amazonaws', group: 'com.amazonaws' },
  { prefix: 'kotlinx', group: 'org.jetbrains.kotlinx' },
  { prefix: 'kotlin', group: 'org.jetbrains.kotlin' },
];

/**
 * The dependency that brings a class or framework: Maven groups are compared with the package, and of several artifacts
 * of the group the one whose name repeats most of the package is meant; pods by the framework's name.
 */
export function dependencyOf(holder: string, dependencies: readonly Dependency[]): Dependency | undefined {
  const framework =
    /([\w-]{1,100})\.framework(?:\/|$)/.exec(holder)?.[1] ?? (holder.includes('.') ? undefined : holder);
  if (framework !== undefined) {
    return dependencies.find(
      ({ ecosystem, name }) =>
        (ecosystem === 'cocoapods' || ecosystem === 'swift') && name.toLowerCase() === framework.toLowerCase(),
    );
  }
  const known = GROUPS.find(({ prefix }) => isWithin(holder, prefix))?.group;
  const labels = new Set(holder.toLowerCase().split(/[.$]/));
  const scored = dependencies
    .filter(({ ecosystem }) => ecosystem === 'maven')
    .map((dependency) => ({ dependency, score: scoreOf(dependency, holder, known, labels) }))
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score);
  return scored[0]?.dependency;
}

/** Longest group first (two labels at least), then the artifact that shares most words with the package. */
function scoreOf({ name }: Dependency, holder: string, known: string | undefined, labels: ReadonlySet<string>): number {
  const [group = '', artifact = ''] = name.split(':');
  const fits = group === known || (group.includes('.') && isWithin(holder, group));
  if (!fits) return 0;
  const shared = artifact
    .toLowerCase()
    .split(/[-_.]/)
    .filter((word) => labels.has(word)).length;
  return group.length * 100 + shared;
}

function isWithin(holder: string, prefix: string): boolean {
  return holder === prefix || holder.startsWith(`${prefix}.`);
}

/** `com.onesignal:OneSignal 4.8.6 (app/build.gradle)`. */
export function dependencyInWords({ name, version, path }: Dependency): string {
  return `${name}${version === undefined ? '' : ` ${version}`} (${path})`;
}
