import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceOrigins } from '../../src/join/origins.ts';
import type { BackendMention, Place } from '../../src/model.ts';

const ARTIFACT: Place = { origin: 'artifact', path: 'app.apk', entry: 'app.apk!/classes.dex' };

function shippedAt(place: Partial<Place>, holder?: string): BackendMention {
  const mention = { type: 'backend' as const, kind: 's3', name: 'acme-prod-uploads', place: { ...ARTIFACT, ...place } };
  return holder === undefined ? mention : { ...mention, holder };
}

function originsOf(files: Readonly<Record<string, string>>, ...mentions: readonly BackendMention[]) {
  const subject = { id: 's3:acme-prod-uploads', values: ['acme-prod-uploads'], mentions };
  const origins = traceOrigins(
    [subject],
    Object.entries(files).map(([path, text]) => ({ path, text })),
  );
  return (origins.get(subject.id) ?? []).map(({ path, line, locator }) => `${path}:${line} ${locator ?? ''}`.trim());
}

describe('the value itself', () => {
  it('puts the file of the class that ships it first', () => {
    const files = {
      'app/src/main/res/values/strings.xml': '<string name="bucket">acme-prod-uploads</string>',
      'app/src/main/java/com/acme/Api.kt': 'package com.acme\nclass Api {\n  val bucket = "acme-prod-uploads"\n}',
    };
    expect(originsOf(files, shippedAt({ source: 'Api.kt:3' }, 'com.acme.Api'))[0]).toBe(
      'app/src/main/java/com/acme/Api.kt:3',
    );
  });

  it('drops a bare name from a file in which the backend was recognised', () => {
    const files = {
      'app/google-services.json': '{\n "project_id": "acme-prod-uploads",\n "bucket": "acme-prod-uploads"}',
    };
    const recognised: BackendMention = {
      type: 'backend',
      kind: 's3',
      name: 'acme-prod-uploads',
      place: { origin: 'repo', path: 'app/google-services.json', line: 3, locator: 'bucket' },
    };
    expect(originsOf(files, recognised)).toEqual(['app/google-services.json:3 bucket']);
  });

  it('never lists a file with and without a line', () => {
    const bare: BackendMention = { ...shippedAt({}), place: { origin: 'repo', path: 'src/Api.kt' } };
    expect(originsOf({ 'src/Api.kt': '\n"acme-prod-uploads"' }, bare)).toEqual(['src/Api.kt:2']);
  });

  it.each([
    ['process.env', 'src/api.ts', 'const b = process.env.UPLOAD_BUCKET;'],
    ['react-native-config', 'src/api.ts', 'const b = Config.UPLOAD_BUCKET;'],
    ['Swift', 'ios/Api.swift', 'let b = ProcessInfo.processInfo.environment["UPLOAD_BUCKET"]'],
    ['Dart', 'lib/api.dart', "const b = String.fromEnvironment('UPLOAD_BUCKET');"],
    ['flutter_dotenv', 'lib/api.dart', "final b = dotenv.env['UPLOAD_BUCKET'];"],
  ])('leads from an .env file to the code that reads it: %s', (_name, path, code) => {
    const files = { '.env': 'A=1\nUPLOAD_BUCKET=acme-prod-uploads\n', [path]: `// x\n${code}\n` };
    expect(originsOf(files, shippedAt({}))).toEqual(['.env:2', `${path}:2 reads UPLOAD_BUCKET`]);
  });
});

describe('the name that it ships under', () => {
  it('finds the string resource that holds a reference', () => {
    const files = {
      'app/src/main/res/values/strings.xml': '<resources>\n<string name="upload_bucket">@string/other</string>\n',
      'app/build.gradle': "android {\n  manifestPlaceholders = [uploadBucket: 'x']\n}",
      'lib/other.xml': '<string name="upload_bucket"/>',
    };
    expect(originsOf(files, shippedAt({ locator: 'string/upload_bucket (de-rDE)' }))).toEqual([
      'app/src/main/res/values/strings.xml:2 string/upload_bucket',
    ]);
  });

  it.each([
    ['Groovy', 'app/build.gradle', `resValue "string", "upload_bucket", System.getenv("B")`],
    ['Kotlin', 'app/build.gradle.kts', `resValue("string", "upload_bucket", bucket)`],
  ])('finds resValue of a %s script', (_name, path, code) => {
    expect(originsOf({ [path]: `android {\n  ${code}\n}` }, shippedAt({ locator: 'string/upload_bucket' }))).toEqual([
      `${path}:2 resValue upload_bucket`,
    ]);
  });

  it('finds buildConfigField of a BuildConfig constant', () => {
    const files = { 'app/build.gradle.kts': 'android {\n  buildConfigField("String", "BUCKET", bucket)\n}' };
    const shipped = shippedAt({ locator: 'Lcom/acme/BuildConfig;->BUCKET' }, 'com.acme.BuildConfig');
    expect(originsOf(files, shipped)).toEqual(['app/build.gradle.kts:2 buildConfigField BUCKET']);
  });

  it('leads from Info.plist to the .xcconfig line', () => {
    const files = {
      'ios/App/Info.plist': '<dict>\n<key>UploadBucket</key>\n<string>$(UPLOAD_BUCKET)</string>\n</dict>',
      'ios/Prod.xcconfig': 'A = 1\nUPLOAD_BUCKET[config=Release] = acme-$(STAGE)-uploads\n',
    };
    expect(originsOf(files, shippedAt({ locator: 'plist UploadBucket' }))).toEqual([
      'ios/Prod.xcconfig:2 sets UPLOAD_BUCKET',
      'ios/App/Info.plist:2 plist UploadBucket',
    ]);
  });

  it('names the plugin line where google-services.json is kept out of git', () => {
    const files = {
      'build.gradle': "plugins {\n  id 'com.google.gms.google-services' version '4.4.0' apply false\n}",
      'app/build.gradle': "plugins {\n  id 'com.google.gms.google-services'\n}",
    };
    expect(originsOf(files, shippedAt({ locator: 'string/google_storage_bucket' }))).toEqual([
      'app/build.gradle:2 the google-services plugin makes string/google_storage_bucket of storage_bucket in google-services.json',
    ]);
  });

  it('is not asked where the value itself stands', () => {
    const files = {
      'app/src/main/res/values/strings.xml': '<string name="upload_bucket">old</string>',
      'app/build.gradle': 'resValue "string", "upload_bucket", "acme-prod-uploads"',
    };
    expect(originsOf(files, shippedAt({ locator: 'string/upload_bucket' }))).toEqual(['app/build.gradle:1']);
  });
});

describe('a name put together', () => {
  it.each([
    ['Kotlin', 'a/Api.kt', 'const val BASE = "acme-prod"\n\nval bucket = "$BASE-uploads"'],
    ['JavaScript', 'a/api.js', 'const BASE = "acme-prod";\n\nconst bucket = `$' + '{BASE}-uploads`;'],
    ['Swift', 'a/Api.swift', 'let base = "acme-prod"\n\nlet bucket = "\\(base)-uploads"'],
    ['a sum', 'a/Api.java', 'String base = "acme-";\n\nString bucket = base + "prod-uploads";'],
    ['a format', 'a/api.dart', "const base = 'acme-prod';\n\nfinal url = 'https://$base-uploads.s3.amazonaws.com/';"],
  ])('is found at the line that composes it: %s', (_name, path, text) => {
    const [first] = originsOf({ [path]: text }, shippedAt({}));
    expect(first).toMatch(`${path}:3 put together from "acme-`);
  });

  it('needs an expression, and literals near each other', () => {
    expect(originsOf({ 'a.kt': 'val a = "acme-prod"\nval b = "-uploads"' }, shippedAt({}))).toEqual([]);
    const far = `val a = "acme-prod"\n${'\n'.repeat(200)}val b = "$a-uploads"`;
    expect(originsOf({ 'a.kt': far }, shippedAt({}))).toEqual([]);
  });
});

describe('the file that a class was compiled from', () => {
  const shipped = shippedAt({ source: 'Api.kt:2' }, 'com.acme.net.Api$Companion');

  it('is the one below its package', () => {
    const files = { 'a/com/acme/net/Api.kt': 'x\ny\nz', 'b/org/other/Api.kt': 'x\ny\nz' };
    expect(originsOf(files, shipped)).toEqual(['a/com/acme/net/Api.kt:2 Api was compiled from here']);
  });

  it('is the declared package, where Kotlin leaves its folders out', () => {
    expect(originsOf({ 'src/Api.kt': 'package com.acme.net\ny' }, shipped)).toEqual([
      'src/Api.kt:2 Api was compiled from here',
    ]);
    expect(originsOf({ 'src/Api.kt': 'package org.other\ny' }, shipped)).toEqual([]);
  });

  it('is guessed from the class without debug information', () => {
    const files = { 'a/com/acme/net/Api.java': 'package com.acme.net;\n\npublic class Api {}' };
    expect(originsOf(files, shippedAt({}, 'com.acme.net.Api'))).toEqual([
      'a/com/acme/net/Api.java:3 Api was compiled from this file',
    ]);
  });

  it('is not told between two that fit alike', () => {
    const files = { 'a/net/Api.kt': 'x\ny', 'b/net/Api.kt': 'x\ny' };
    expect(originsOf(files, shipped)).toEqual([]);
  });
});

it('never fails on odd files and names', () => {
  const odd = fc.stringMatching(/^[\w"'${}()<>=.+:/\\\n -]{0,80}$/);
  fc.assert(
    fc.property(odd, odd, odd, (text, locator, source) => {
      const files = { 'a.kt': text, 'Info.plist': text, '.env': text, 'res/values/a.xml': text, 'b.gradle': text };
      originsOf(files, shippedAt({ locator: `string/${locator}`, source }, locator));
      originsOf(files, shippedAt({ locator: `plist ${locator}`, source: `${source}.kt:1` }, source));
    }),
  );
});
