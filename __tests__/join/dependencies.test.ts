import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dependencyInWords, dependencyOf, readDependencies } from '../../src/join/dependencies.ts';

const read = (files: Readonly<Record<string, string>>) =>
  readDependencies(Object.entries(files).map(([path, text]) => ({ path, text })));

const named = (files: Readonly<Record<string, string>>) =>
  read(files).map(({ name, version }) => `${name} ${version ?? '?'}`);

describe('readDependencies', () => {
  it('reads gradle.lockfile', () => {
    const text = '# This is a Gradle generated file\ncom.onesignal:OneSignal:4.8.6=releaseRuntimeClasspath\nempty=\n';
    expect(named({ 'app/gradle.lockfile': text })).toEqual(['com.onesignal:OneSignal 4.8.6']);
  });

  it('reads build scripts, with versions of a platform or variable left open', () => {
    const groovy = `implementation 'com.google.firebase:firebase-storage:20.0.1'\napi "com.squareup.okhttp3:okhttp:$ok"\n`;
    const kotlin =
      'implementation(platform("com.google.firebase:firebase-bom:33.1.0"))\nimplementation(project(":core"))';
    expect(named({ 'app/build.gradle': groovy, 'b/build.gradle.kts': kotlin })).toEqual([
      'com.google.firebase:firebase-storage 20.0.1',
      'com.squareup.okhttp3:okhttp ?',
      'com.google.firebase:firebase-bom 33.1.0',
    ]);
  });

  it('reads the three ways of a version catalog', () => {
    const text = [
      '[versions]',
      'okhttp = "4.12.0"',
      '[libraries]',
      'okhttp = { module = "com.squareup.okhttp3:okhttp", version.ref = "okhttp" }',
      'branch = "io.branch.sdk.android:library:5.8.0"',
      'moe = { group = "com.moengage", name = "moe-android-sdk", version = "13.0.0" }',
    ].join('\n');
    expect(named({ 'gradle/libs.versions.toml': text })).toEqual([
      'com.squareup.okhttp3:okhttp 4.12.0',
      'io.branch.sdk.android:library 5.8.0',
      'com.moengage:moe-android-sdk 13.0.0',
    ]);
  });

  it('reads Podfile.lock, below PODS alone', () => {
    const text =
      'PODS:\n  - Firebase/Core (10.1.0):\n    - Firebase/CoreOnly\n  - "GoogleUtilities/Environment (7.1.0)"\n  - Sentry (8.0.0)\n\nDEPENDENCIES:\n  - Sentry (~> 8.0)\n';
    expect(named({ 'ios/Podfile.lock': text })).toEqual(['Firebase 10.1.0', 'GoogleUtilities 7.1.0', 'Sentry 8.0.0']);
  });

  it('reads Package.resolved of versions 1 and 2', () => {
    const two = { pins: [{ identity: 'purchases-ios', state: { version: '4.1.0' } }], version: 2 };
    const one = { object: { pins: [{ package: 'Amplify', state: { version: '1.2.0' } }] }, version: 1 };
    expect(named({ 'Package.resolved': JSON.stringify(two), 'a/Package.resolved': JSON.stringify(one) })).toEqual([
      'purchases-ios 4.1.0',
      'Amplify 1.2.0',
    ]);
  });

  it('reads pubspec.lock and package-lock.json of versions 1 to 3', () => {
    const pub =
      'packages:\n  firebase_core:\n    dependency: "direct main"\n    description:\n      name: firebase_core\n    version: "2.1.0"\nsdks:\n  dart: ">=2.18.0"\n';
    const three = {
      packages: { '': { version: '1.0.0' }, 'node_modules/@supabase/supabase-js': { version: '2.3.0' } },
    };
    const one = { dependencies: { 'aws-amplify': { version: '5.0.0' } } };
    expect(named({ 'pubspec.lock': pub })).toEqual(['firebase_core 2.1.0']);
    expect(named({ 'package-lock.json': JSON.stringify(three) })).toEqual(['@supabase/supabase-js 2.3.0']);
    expect(named({ 'package-lock.json': JSON.stringify(one) })).toEqual(['aws-amplify 5.0.0']);
  });

  it('believes the lock before the script', () => {
    const files = {
      'app/build.gradle': "implementation 'com.onesignal:OneSignal:4.0.0'",
      'app/gradle.lockfile': 'com.onesignal:OneSignal:4.8.6=a',
    };
    expect(read(files).map(dependencyInWords)).toEqual(['com.onesignal:OneSignal 4.8.6 (app/gradle.lockfile)']);
  });

  it('never fails on any text', () => {
    const names = [
      'package-lock.json',
      'Podfile.lock',
      'pubspec.lock',
      'Package.resolved',
      'build.gradle',
      'libs.versions.toml',
    ];
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        read(Object.fromEntries(names.map((name) => [name, text])));
      }),
    );
    fc.assert(fc.property(fc.json(), (text) => void read({ 'package-lock.json': text, 'Package.resolved': text })));
  });
});

describe('dependencyOf', () => {
  const dependencies = read({
    'app/build.gradle': [
      "implementation 'com.google.firebase:firebase-database:20.0.0'",
      "implementation 'com.google.firebase:firebase-storage:20.1.0'",
      "implementation 'com.squareup.okhttp3:okhttp:4.12.0'",
      "implementation 'com.facebook.android:facebook-core:16.0.0'",
      "implementation 'junit:junit:4.13'",
    ].join('\n'),
    'ios/Podfile.lock': 'PODS:\n  - Sentry (8.0.0)\n',
  });

  it.each([
    ['com.google.firebase.storage.StorageReference', 'com.google.firebase:firebase-storage'],
    ['com.google.firebase.database.core.Repo', 'com.google.firebase:firebase-database'],
    ['okhttp3.internal.Util', 'com.squareup.okhttp3:okhttp'],
    ['com.facebook.internal.ServerProtocol', 'com.facebook.android:facebook-core'],
    ['Frameworks/Sentry.framework/Sentry', 'Sentry'],
    ['com.google.firebasex.A', undefined],
    ['com.acme.Api', undefined],
  ])('%s comes with %s', (holder, name) => {
    expect(dependencyOf(holder, dependencies)?.name).toBe(name);
  });
});
