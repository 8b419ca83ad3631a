import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultArtifacts } from '../../src/artifacts/defaults.ts';
import { findArtifacts } from '../../src/artifacts/find.ts';
import { archiveKind, fileKind } from '../../src/artifacts/kind.ts';
import { makeZip } from '../helpers/zip.ts';
import { inFolder } from './reading.ts';

const archive = (...names: readonly string[]) => makeZip(names.map((name) => ({ name, data: Buffer.from(name) })));
const apk = archive('AndroidManifest.xml', 'classes.dex');
const machO = Buffer.from('cffaedfe0c0000010000000002000000', 'hex');

/** Puts files into a fresh folder. */
async function withFiles<Result>(
  files: Readonly<Record<string, Buffer>>,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  return inFolder(async (folder) => {
    for (const [name, bytes] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), bytes);
    }
    return use(folder);
  });
}

describe('archiveKind', () => {
  it.each([
    ['apk', ['AndroidManifest.xml', 'classes.dex']],
    ['aab', ['BundleConfig.pb', 'base/manifest/AndroidManifest.xml']],
    ['aab', ['feature/manifest/AndroidManifest.xml']],
    ['aar', ['AndroidManifest.xml', 'classes.jar', 'R.txt']],
    ['apks', ['toc.pb', 'splits/base-master.apk']],
    ['xapk', ['manifest.json', 'com.acme.apk', 'Android/obb/main.obb']],
    ['apkm', ['info.json', 'base.apk', 'split_config.en.apk']],
    ['ipa', ['Payload/Acme.app/Info.plist']],
    ['ipa', ['app/Payload/Acme.app/Info.plist']],
    ['app', ['Acme.app/Info.plist', 'Acme.app/Acme']],
    ['xcarchive', ['Acme.xcarchive/Info.plist', 'Acme.xcarchive/Products/Applications/Acme.app/Info.plist']],
    ['zip', ['readme.txt']],
  ])('%s', (kind, names) => {
    expect(archiveKind(names)).toBe(kind);
  });
});

describe('fileKind', () => {
  const many = Array.from({ length: 1200 }, (_, index) => `res/${index}.xml`);

  it.each([
    ['apk', [...many, 'AndroidManifest.xml']],
    ['aar', ['classes.jar', ...many, 'AndroidManifest.xml']],
    ['ipa', [...many, 'Payload/Acme.app/Info.plist']],
    ['xapk', ['manifest.json', ...many, 'com.acme.APK']],
    ['zip', [...many, 'manifest.json']],
    ['zip', [...many, 'old/AndroidManifest.xml']],
  ])('finds what tells an %s among thousands of names', async (kind, names) => {
    await withFiles({ 'some.bin': archive(...names) }, async (folder) => {
      expect((await fileKind(join(folder, 'some.bin')))?.kind).toBe(kind);
    });
  });

  it('goes by content, and by name where there is none', async () => {
    const files = {
      'renamed.bin': apk,
      'prefixed.apk': Buffer.concat([Buffer.alloc(99, 0x2e), apk]),
      'empty.apk': Buffer.alloc(0),
      'index.android.bundle': Buffer.from('c61fbc03c103191f', 'hex'),
      'x.hermes': Buffer.from('c61fbc03c103191f', 'hex'),
      'main.jsbundle': Buffer.from('var a'),
      'libapp.so': Buffer.from('\x7fELF'),
    };
    await withFiles(files, async (folder) => {
      const kinds = await Promise.all(Object.keys(files).map((name) => fileKind(join(folder, name))));
      expect(kinds.map((kind) => `${kind?.kind} ${kind?.form}`)).toEqual([
        'apk archive',
        'apk archive',
        'apk archive',
        'bundle file',
        'bundle file',
        'bundle file',
        'file file',
      ]);
      expect(await fileKind(join(folder, 'absent'))).toBeUndefined();
    });
  });
});

describe('findArtifacts', () => {
  const files = {
    'out/release/app.apk': apk,
    'out/debug/app-debug.apk': apk,
    'out/notes.txt': Buffer.from('x'),
    'out/symbols.zip': archive('a.txt'),
    'ios/Acme.app/Info.plist': Buffer.from('bplist00'),
    'ios/Acme.app/Acme': machO,
    'ios/Acme.app/PlugIns/Share.appex/Info.plist': Buffer.from('bplist00'),
    'ios/Acme.app/PlugIns/Share.appex/Share': machO,
    'ios/Acme.xcarchive/Info.plist': Buffer.from('bplist00'),
    'ios/Acme.xcarchive/Products/Applications/Acme.app/Info.plist': Buffer.from('bplist00'),
    'pulled/base.apk': apk,
    'pulled/split_config.en.apk': apk,
    'unpacked/AndroidManifest.xml': Buffer.from('x'),
    'unpacked/classes.dex': Buffer.from('dex\n'),
    'nothing/readme.md': Buffer.from('x'),
  };
  const find = (patterns: readonly string[]) =>
    withFiles(files, async (folder) => {
      const { candidates, problems } = await findArtifacts(patterns, folder);
      return {
        found: candidates.map((candidate) => `${candidate.path} ${candidate.kind} ${candidate.form}`),
        problems: problems.map((problem) => `${problem.kind} ${problem.path}`),
      };
    });

  it.each([
    [['out/release/app.apk'], ['out/release/app.apk apk archive']],
    [['out'], ['out/debug/app-debug.apk apk archive', 'out/release/app.apk apk archive']],
    [['out/**/*.apk', '!**/*-debug.apk'], ['out/release/app.apk apk archive']],
    [
      ['out/**', 'out'],
      ['out/debug/app-debug.apk apk archive', 'out/release/app.apk apk archive'],
    ],
    [['ios'], ['ios/Acme.app app folder', 'ios/Acme.xcarchive xcarchive folder']],
    [['ios/*.{app,xcarchive}'], ['ios/Acme.app app folder', 'ios/Acme.xcarchive xcarchive folder']],
    [['pulled'], ['pulled apks folder']],
    [['unpacked'], ['unpacked apk folder']],
    [['out/notes.txt'], ['out/notes.txt file file']],
    [['out/symbols.zip'], ['out/symbols.zip zip archive']],
  ])('%j', async (patterns, found) => {
    expect(await find(patterns)).toEqual({ found, problems: [] });
  });

  it.each([
    [['absent.apk'], ['not-found absent.apk']],
    [['**/*.ipa'], ['not-found **/*.ipa']],
    [['nothing'], ['not-found nothing']],
    [['out/*.apk', '!**'], ['not-found out/*.apk']],
    [['out/release/app.apk', '!**'], ['not-found .']],
  ])('reports that %j gives nothing', async (patterns, problems) => {
    expect(await find(patterns)).toEqual({ found: [], problems });
  });

  it('takes each file once, by whatever path, and does not walk through links', async () => {
    await withFiles({ 'a/app.apk': apk }, async (folder) => {
      await symlink('..', join(folder, 'a/up'));
      await symlink('app.apk', join(folder, 'a/again.apk'));
      const inside = await findArtifacts(['a', 'a/*.apk', join(folder, 'a/app.apk')], folder);
      expect(inside.candidates.map((candidate) => candidate.path)).toEqual(['a/app.apk']);
    });
  });

  it('looks into the usual output folders and says which', async () => {
    const built = {
      'app/build/outputs/apk/release/app-release.apk': apk,
      'app/build/outputs/bundle/release/app.aab': archive('BundleConfig.pb'),
      'app/build/intermediates/apk/debug/x.apk': apk,
      'build/app/outputs/flutter-apk/app-release.apk': apk,
      'android/app/build/outputs/apk/release/app-release.apk': apk,
      'node_modules/x/build/outputs/apk/a.apk': apk,
      'ios/build/App.xcarchive/Info.plist': Buffer.from('x'),
      'ios/build/App.xcarchive/Products/x': Buffer.from('x'),
      'dist/_expo/static/js/ios/index-1.hbc': Buffer.from('c61fbc03c103191f', 'hex'),
      'build/ios/ipa/acme.ipa': archive('Payload/A.app/Info.plist'),
    };
    await withFiles(built, async (folder) => {
      const { candidates, found } = await defaultArtifacts(folder);
      expect(candidates.map((candidate) => candidate.path).sort()).toEqual([
        'android/app/build/outputs/apk/release/app-release.apk',
        'app/build/outputs/apk/release/app-release.apk',
        'app/build/outputs/bundle/release/app.aab',
        'build/app/outputs/flutter-apk/app-release.apk',
        'build/ios/ipa/acme.ipa',
        'dist/_expo/static/js/ios/index-1.hbc',
        'ios/build/App.xcarchive',
      ]);
      expect(found.every(({ paths }) => paths.length > 0)).toBe(true);
      expect(found.map(({ output }) => output.tool)).toContain('Flutter');
    });
    await withFiles({}, async (folder) => {
      expect(await defaultArtifacts(folder)).toEqual({ candidates: [], found: [] });
    });
  });
});
