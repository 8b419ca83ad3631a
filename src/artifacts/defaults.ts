import type { Candidate } from './artifact.ts';
import { findArtifacts } from './find.ts';

/** Where a build tool leaves what it built. */
export interface OutputFolder {
  readonly tool: 'Gradle' | 'Flutter' | 'React Native' | 'Expo' | 'Xcode' | 'Capacitor';
  readonly pattern: string;
}

/** Relative to the repository's root. */
export const OUTPUT_FOLDERS: readonly OutputFolder[] = [
  // The Android Gradle plugin writes <module>/build/outputs/{apk,bundle}/<variant>/; projects have one or two levels.
  { tool: 'Gradle', pattern: '{*,*/*}/build/outputs/apk/**/*.apk' },
  { tool: 'Gradle', pattern: '{*,*/*}/build/outputs/bundle/**/*.aab' },
  { tool: 'Gradle', pattern: 'build/outputs/{apk,bundle}/**/*.{apk,aab}' },
  { tool: 'Flutter', pattern: 'build/app/outputs/flutter-apk/*.apk' },
  { tool: 'Flutter', pattern: 'build/app/outputs/{apk,bundle}/**/*.{apk,aab}' },
  { tool: 'Flutter', pattern: 'build/ios/ipa/*.ipa' },
  { tool: 'Flutter', pattern: 'build/ios/{iphoneos,archive,Release-iphoneos}/*.{app,xcarchive}' },
  { tool: 'React Native', pattern: 'android/app/build/outputs/{apk,bundle}/**/*.{apk,aab}' },
  { tool: 'React Native', pattern: 'ios/build/**/*.{ipa,app,xcarchive}' },
  { tool: 'Capacitor', pattern: 'android/app/build/outputs/{apk,bundle}/**/*.{apk,aab}' },
  // `expo export` writes dist/_expo/static/js/{android,ios}; `eas build --local` writes into the root.
  { tool: 'Expo', pattern: 'dist/_expo/static/js/{android,ios}/*.{hbc,js}' },
  { tool: 'Expo', pattern: 'dist/bundles/{android,ios}-*.{js,hbc}' },
  { tool: 'Expo', pattern: '*.{apk,aab,ipa}' },
  { tool: 'Xcode', pattern: '{.,ios}/build/*.xcarchive' },
  { tool: 'Xcode', pattern: '{.,ios}/{build,output,export}/**/*.ipa' },
  { tool: 'Xcode', pattern: '{.,ios}/{build,DerivedData}/**/Build/Products/*-iphoneos/*.app' },
  { tool: 'Xcode', pattern: '{.,ios}/build/Release-iphoneos/*.app' },
];

export interface DefaultArtifacts {
  readonly candidates: readonly Candidate[];
  /** The patterns that found something, and what, so that the run can say so. */
  readonly found: readonly { readonly output: OutputFolder; readonly paths: readonly string[] }[];
}

/** What lies in the usual output folders. Empty if nothing was built. */
export async function defaultArtifacts(root: string): Promise<DefaultArtifacts> {
  const candidates = new Map<string, Candidate>();
  const found: DefaultArtifacts['found'][number][] = [];
  for (const output of OUTPUT_FOLDERS) {
    const result = await findArtifacts([output.pattern], root);
    const fresh = result.candidates.filter((candidate) => !candidates.has(candidate.location));
    for (const candidate of fresh) candidates.set(candidate.location, candidate);
    if (fresh.length > 0) found.push({ output, paths: fresh.map((candidate) => candidate.path) });
  }
  return { candidates: [...candidates.values()], found };
}
