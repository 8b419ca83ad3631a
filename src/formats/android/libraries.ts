/**
 * Packages of the platform and of libraries that most apps carry. Only the order of places goes by it: what the app
 * itself says comes first.
 */
const LIBRARY_PREFIXES: readonly string[] = [
  'android.',
  'androidx.',
  'com.android.',
  'com.google.android.',
  'com.google.common.',
  'com.google.firebase.',
  'com.google.gson.',
  'com.google.protobuf.',
  'com.amazonaws.',
  'com.amplifyframework.',
  'com.bumptech.glide.',
  'com.facebook.',
  'com.fasterxml.jackson.',
  'com.microsoft.',
  'com.squareup.',
  'dagger.',
  'io.flutter.',
  'io.grpc.',
  'io.ktor.',
  'io.reactivex.',
  'io.sentry.',
  'java.',
  'javax.',
  'kotlin.',
  'kotlinx.',
  'okhttp3.',
  'okio.',
  'org.apache.',
  'org.intellij.',
  'org.jetbrains.',
  'org.json.',
  'org.slf4j.',
  'retrofit2.',
  'rx.',
];

/** True for a dotted class name that belongs to such a package. */
export function isLibraryClass(name: string): boolean {
  return LIBRARY_PREFIXES.some((prefix) => name.startsWith(prefix));
}
