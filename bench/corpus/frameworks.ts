import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DartForm, dartSnapshot } from '../../__tests__/helpers/dart.ts';
import { sharedObject } from './android.ts';
import { plantCalls, scriptWithCalls } from './calls.ts';
import { infoOf, plainExecutable } from './ios.ts';
import { leave, plant, plantFile, run, type Shelf, writeApp, writeZip } from './plants.ts';
import {
  assemblyStore,
  compressedAssembly,
  dartKernel,
  ramBundle,
  type UnityCompression,
  unityAssets,
  unityFs,
  unityMetadata,
} from './writers.ts';

/** React Native, Flutter, .NET, Unity, web shells, native libraries. */
export function plantFrameworks(shelf: Shelf): void {
  reactNative(shelf);
  hermes(shelf);
  flutter(shelf);
  dotnet(shelf);
  unity(shelf);
  webShells(shelf);
  nativeLibraries(shelf);
}

function reactNative(shelf: Shelf): void {
  const code = (word: string) =>
    `__d(function(g,r,i,a,m,e,d){m.exports={api:"${shelf.payload.text(word)}",n:1}},0,[]);`;
  const prelude = 'var __BUNDLE_START_TIME__=this.nativePerformanceNow?nativePerformanceNow():Date.now();';
  const artifact = 'frameworks/react-native.apk';
  writeApp(shelf, artifact, {
    'assets/index.android.bundle': prelude + code('rn-plain'),
    'assets/ram.bundle': ramBundle(prelude + code('rn-ram-startup'), ['var a=1;', code('rn-ram-module')]),
    'assets/js-modules/UNBUNDLE': Buffer.from([0xe5, 0xd1, 0x0b, 0xfb]),
    'assets/js-modules/7.js': code('rn-ram-file'),
  });
  plant(shelf, artifact, 'rn-plain', {
    place: 'React Native bundle, plain',
    entry: 'assets/index.android.bundle',
    locator: /^js line 1 column \d+$/,
  });
  plant(shelf, artifact, 'rn-ram-startup', {
    place: 'RAM bundle, start-up code',
    entry: 'assets/ram.bundle',
    locator: /^js startup line 1 column \d+$/,
  });
  plant(shelf, artifact, 'rn-ram-module', {
    place: 'RAM bundle, module',
    entry: 'assets/ram.bundle',
    locator: /^js module 1 line 1 column \d+$/,
  });
  plant(shelf, artifact, 'rn-ram-file', {
    place: 'file RAM bundle',
    entry: 'assets/js-modules/7.js',
    locator: /^js line 1 column \d+$/,
  });
}

/** Every compiler in the folder, with the bytecode version that it writes. */
export function compilers(folder: string): readonly string[] {
  const paths = [
    'package/linux64-bin/hermesc',
    'package/sdks/hermesc/linux64-bin/hermesc',
    'package/hermesc/linux64-bin/hermesc',
  ];
  const found = readdirSync(folder).flatMap((name) => paths.map((path) => join(folder, name, path)));
  return found.filter((path) => existsSync(path));
}

function hermes(shelf: Shelf): void {
  if (shelf.hermes === undefined) return;
  const done = new Set<number>();
  for (const compiler of compilers(shelf.hermes)) {
    leave(shelf, 'probe.js', 'print(1);');
    run(shelf, compiler, '-emit-binary', '-O', '-out', 'probe.hbc', 'probe.js');
    const version = readFileSync(join(shelf.work, 'probe.hbc')).readUInt32LE(8);
    if (done.has(version)) continue;
    done.add(version);
    hermesVersion(shelf, compiler, version);
  }
}

function hermesVersion(shelf: Shelf, compiler: string, version: number): void {
  const word = (name: string) => `hbc${version}-${name}`;
  // Strings that hold one another are packed into one another: only the table tells them apart.
  leave(
    shelf,
    'app.js',
    `var a={x:"${shelf.payload.text(word('plain'))}",y:"acme",z:"amazonaws.com"};var w="größe 世界 ${shelf.payload.text(word('wide'))}";var l="${shelf.payload.text(word('long'))}?${'0123456789abcdef'.repeat(20)}";print(a.x,a.y,a.z,w,l);`,
  );
  run(shelf, compiler, '-emit-binary', '-O', '-out', 'app.hbc', 'app.js');
  const artifact = `frameworks/hermes-${version}.apk`;
  writeApp(shelf, artifact, { 'assets/index.android.bundle': readFileSync(join(shelf.work, 'app.hbc')) });
  const put = (name: string, place: string) =>
    plant(shelf, artifact, word(name), {
      place: `Hermes ${version}, ${place}`,
      entry: 'assets/index.android.bundle',
      locator: /^hermes string \d+ in global$/,
    });
  put('plain', 'string');
  put('wide', 'UTF-16 string');
  put('long', 'string of more than 254 characters');
  leave(shelf, 'calls.js', scriptWithCalls(1_000 + version));
  run(shelf, compiler, '-w', '-emit-binary', '-O', '-out', 'calls.hbc', 'calls.js');
  writeApp(shelf, `frameworks/hermes-${version}-calls.apk`, {
    'assets/index.android.bundle': readFileSync(join(shelf.work, 'calls.hbc')),
  });
  plantCalls(shelf, `frameworks/hermes-${version}-calls.apk`, 1_000 + version, {
    place: `Hermes ${version}, calls`,
    entry: 'assets/index.android.bundle',
    locator: /^hermes string \d+ in function \d+$/,
  });
  leave(shelf, 'old.js', `var a={x:"${shelf.payload.text(word('delta'))}"};print(a.x);`);
  leave(shelf, 'new.js', 'print("hello");');
  run(shelf, compiler, '-emit-binary', '-O', '-out', 'old.hbc', 'old.js');
  run(shelf, compiler, '-emit-binary', '-O', '-base-bytecode=old.hbc', '-out', 'new.hbc', 'new.js');
  const update = readFileSync(join(shelf.work, 'new.hbc'));
  if (!update.includes(shelf.payload.needle(word('delta')))) return;
  writeApp(shelf, `frameworks/hermes-${version}-delta.apk`, { 'assets/update.hbc': update });
  plant(shelf, `frameworks/hermes-${version}-delta.apk`, word('delta'), {
    place: `Hermes ${version}, string of the base bundle in an update`,
    entry: 'assets/update.hbc',
    locator: /^hermes string \d+$/,
  });
}

const ABIS: Readonly<Record<DartForm, { readonly abi: string; readonly target: string }>> = {
  cluster: { abi: 'arm64-v8a', target: 'aarch64-linux-android21' },
  rodata64: { abi: 'x86_64', target: 'x86_64-linux-android21' },
  rodata32: { abi: 'armeabi-v7a', target: 'armv7a-linux-androideabi21' },
  'rodata32-hash-last': { abi: 'x86', target: 'i686-linux-android21' },
};

function flutter(shelf: Shelf): void {
  const artifact = 'frameworks/flutter.apk';
  const files: Record<string, Buffer | string> = {
    'assets/flutter_assets/.env': `# settings\nAPI_URL=${shelf.payload.text('flutter-env')}\n`,
    'assets/flutter_assets/assets/config.json': `{"api":"${shelf.payload.text('flutter-assets')}"}`,
    'assets/flutter_assets/isolate_snapshot_data': dartSnapshot('rodata64', [
      'first',
      shelf.payload.text('flutter-jit'),
    ]),
    'assets/flutter_assets/kernel_blob.bin': dartKernel(
      { 'package:acme/api.dart': `class Api {\n  final base = '${shelf.payload.text('flutter-kernel-source')}';\n}\n` },
      ['acme', shelf.payload.text('flutter-kernel-string'), 'upload'],
    ),
  };
  for (const form of Object.keys(ABIS) as DartForm[]) {
    const { abi, target } = ABIS[form];
    const texts = [
      'before',
      shelf.payload.text(`flutter-${form}`),
      'after',
      `größe 世界 ${shelf.payload.text(`flutter-${form}-wide`)}`,
    ];
    const entry = `lib/${abi}/libapp.so`;
    files[entry] = withData(
      shelf,
      `libapp-${form}`,
      target,
      dartSnapshot(form, form === 'cluster' ? texts : texts.slice(0, 3)),
    );
    const where = { entry, locator: '.rodata Dart string' };
    plant(shelf, artifact, `flutter-${form}`, { ...where, place: `Dart AOT string, ${form}` });
    if (form === 'cluster')
      plant(shelf, artifact, `flutter-${form}-wide`, { ...where, place: 'Dart AOT two-byte string' });
  }
  writeApp(shelf, artifact, files);
  const put = (word: string, place: string, entry: string, locator: string) =>
    plant(shelf, artifact, word, { place, entry: `assets/flutter_assets/${entry}`, locator });
  put('flutter-env', 'flutter_assets/.env', '.env', 'API_URL');
  plantFile(shelf, artifact, 'misplaced-env-file', {
    place: '.env (misplaced file)',
    entry: 'assets/flutter_assets/.env',
  });
  put('flutter-assets', 'flutter_assets', 'assets/config.json', 'json api');
  put('flutter-jit', 'Dart snapshot of a debug build', 'isolate_snapshot_data', 'Dart string');
  put('flutter-kernel-string', 'Dart kernel, string table', 'kernel_blob.bin', 'kernel string 1');
  plant(shelf, artifact, 'flutter-kernel-source', {
    place: 'Dart kernel, source',
    entry: 'assets/flutter_assets/kernel_blob.bin!/acme/api.dart',
    line: 2,
  });
  const app = machoWithData(shelf, dartSnapshot('rodata64', ['first', shelf.payload.text('flutter-ios')]));
  writeZip(shelf, 'frameworks/flutter.ipa', {
    'Payload/Runner.app/Info.plist': infoOf(shelf, 'Runner', { executable: 'Runner' }, ''),
    'Payload/Runner.app/Runner': plainExecutable(shelf),
    'Payload/Runner.app/Frameworks/App.framework/App': app,
  });
  plant(shelf, 'frameworks/flutter.ipa', 'flutter-ios', {
    place: 'Dart AOT string in App.framework',
    entry: 'Payload/Runner.app/Frameworks/App.framework/App',
    locator: 'arm64 __TEXT,__const Dart string',
  });
}

/** A shared library with the data in `.rodata`. */
export function withData(shelf: Shelf, name: string, target: string, data: Buffer): Buffer {
  leave(shelf, `${name}.bin`, data);
  leave(
    shelf,
    `${name}.s`,
    `.section .rodata\n.balign 64\n.globl _kDartIsolateSnapshotData\n_kDartIsolateSnapshotData:\n.incbin "${name}.bin"\n`,
  );
  run(shelf, 'clang', `--target=${target}`, '-c', `${name}.s`, '-o', `${name}.o`);
  run(shelf, 'ld.lld', '-shared', '-s', '-o', `${name}.so`, `${name}.o`);
  return readFileSync(join(shelf.work, `${name}.so`));
}

function machoWithData(shelf: Shelf, data: Buffer): Buffer {
  leave(shelf, 'app.bin', data);
  leave(
    shelf,
    'app.s',
    '.section __TEXT,__const\n.balign 64\n.globl _kDartIsolateSnapshotData\n_kDartIsolateSnapshotData:\n.incbin "app.bin"\n',
  );
  run(shelf, 'clang', '--target=arm64-apple-ios15.0', '-c', 'app.s', '-o', 'app.o');
  run(
    shelf,
    '/usr/lib/llvm-14/bin/ld64.lld',
    '-dylib',
    '-arch',
    'arm64',
    '-platform_version',
    'ios',
    '15.0',
    '15.0',
    '-o',
    'App',
    'app.o',
  );
  return readFileSync(join(shelf.work, 'App'));
}

function assembly(shelf: Shelf, word: string): Buffer {
  leave(shelf, 'appsettings.json', `{"Api":{"Url":"${shelf.payload.text(`${word}-settings`)}"}}`);
  leave(
    shelf,
    `${word}.cs`,
    `public class Api { const string Fixed = "${shelf.payload.text(`${word}-const`)}"; public string Load() { return "${shelf.payload.text(word)}"; } }`,
  );
  run(shelf, 'mcs', '-target:library', '-resource:appsettings.json', `-out:${word}.dll`, `${word}.cs`);
  return readFileSync(join(shelf.work, `${word}.dll`));
}

function dotnet(shelf: Shelf): void {
  const artifact = 'frameworks/dotnet.apk';
  const files: Record<string, Buffer> = {};
  const put = (word: string, place: string, entry: string) => {
    plant(shelf, artifact, word, {
      place: `.NET user string: ${place}`,
      entry,
      locator: /^#US 0x70[0-9a-f]{6} in Api::Load$/,
    });
    plant(shelf, artifact, `${word}-const`, { place: `.NET constant: ${place}`, entry });
    plant(shelf, artifact, `${word}-settings`, {
      place: `.NET appsettings.json: ${place}`,
      entry: `${entry}!/resource 0`,
      locator: 'json Api.Url',
    });
  };
  files['assemblies/Plain.dll'] = assembly(shelf, 'net-plain');
  put('net-plain', 'loose DLL', 'assemblies/Plain.dll');
  files['assemblies/Lz4.dll'] = compressedAssembly(assembly(shelf, 'net-lz4'));
  put('net-lz4', 'XALZ', 'assemblies/Lz4.dll!/Lz4.dll');
  files['assemblies/Zstd.dll'] = zstdAssembly(shelf, assembly(shelf, 'net-zstd'));
  put('net-zstd', 'XAZS', 'assemblies/Zstd.dll!/Zstd.dll');
  files['assemblies/assemblies.blob'] = assemblyStore(1, [
    { name: 'App.dll', bytes: compressedAssembly(assembly(shelf, 'net-store1')) },
  ]);
  put('net-store1', 'store version 1', 'assemblies/assemblies.blob!/assembly 0.dll');
  for (const version of [2, 3, 4]) {
    const word = `net-store${version}`;
    const store = assemblyStore(version, [
      { name: `App${version}.dll`, bytes: compressedAssembly(assembly(shelf, word)) },
    ]);
    const entry =
      version === 4
        ? 'lib/arm64-v8a/libassembly-store.so'
        : `lib/${version === 2 ? 'arm64-v8a' : 'x86_64'}/libassemblies.${version === 2 ? 'arm64-v8a' : 'x86_64'}.blob.so`;
    files[entry] = wrapped(shelf, word, store);
    put(word, `store version ${version} in ELF`, `${entry}!/App${version}.dll`);
  }
  files['lib/arm64-v8a/lib_Wrapped.dll.so'] = wrapped(shelf, 'net-wrapped', assembly(shelf, 'net-wrapped'));
  put('net-wrapped', 'ELF-wrapped DLL', 'lib/arm64-v8a/lib_Wrapped.dll.so!/Wrapped.dll');
  writeApp(shelf, artifact, files);
}

function zstdAssembly(shelf: Shelf, bytes: Buffer): Buffer {
  leave(shelf, 'zstd.dll', bytes);
  run(shelf, 'zstd', '-qf', 'zstd.dll', '-o', 'zstd.out');
  const head = Buffer.from('XAZS\0\0\0\0\0\0\0\0', 'latin1');
  head.writeUInt32LE(bytes.length, 8);
  return Buffer.concat([head, readFileSync(join(shelf.work, 'zstd.out'))]);
}

/** ApkSharedLibraries.md: the data is a section of its own in an empty library. */
function wrapped(shelf: Shelf, word: string, payload: Buffer): Buffer {
  leave(shelf, 'payload.bin', payload);
  leave(shelf, 'empty.c', 'int x;');
  run(
    shelf,
    'clang',
    '--target=aarch64-linux-android21',
    '-shared',
    '-nostdlib',
    '-fuse-ld=lld',
    '-s',
    '-o',
    'empty.so',
    'empty.c',
  );
  run(
    shelf,
    '/usr/lib/llvm-14/bin/llvm-objcopy',
    '--add-section=payload=payload.bin',
    '--set-section-flags=payload=readonly,data',
    '--set-section-alignment=payload=16384',
    'empty.so',
    `${word}.so`,
  );
  return readFileSync(join(shelf.work, `${word}.so`));
}

function unity(shelf: Shelf): void {
  const artifact = 'frameworks/unity.apk';
  const data = 'assets/bin/Data';
  const files: Record<string, Buffer> = { [`${data}/Managed/Assembly-CSharp.dll`]: assembly(shelf, 'unity-mono') };
  plant(shelf, artifact, 'unity-mono', {
    place: 'Unity Mono assembly',
    entry: `${data}/Managed/Assembly-CSharp.dll`,
    locator: /^#US 0x70/,
  });
  plant(shelf, artifact, 'unity-mono-const', {
    place: 'Unity Mono assembly, constant',
    entry: `${data}/Managed/Assembly-CSharp.dll`,
  });
  plant(shelf, artifact, 'unity-mono-settings', {
    place: 'Unity Mono assembly, resource',
    entry: `${data}/Managed/Assembly-CSharp.dll!/resource 0`,
    locator: 'json Api.Url',
  });
  files[`${data}/sharedassets0.assets`] = unityAssets(['Config', shelf.payload.text('unity-bare'), 'x']);
  plant(shelf, artifact, 'unity-bare', {
    place: 'Unity .assets, string',
    entry: `${data}/sharedassets0.assets`,
    locator: 'unity string',
  });
  for (const compression of ['none', 'lz4', 'lzma'] as const satisfies readonly UnityCompression[]) {
    const word = `unity-${compression}`;
    const json = JSON.stringify({ pad: 'acme '.repeat(40_000), api: shelf.payload.text(`${word}-text`) });
    const content = unityAssets(['Settings', shelf.payload.text(word), 'config', json]);
    const entry = `${data}/${compression}.unity3d`;
    files[entry] = unityFs(`CAB-${word}`, content, compression, compression === 'none' ? 6 : 7);
    plant(shelf, artifact, word, {
      place: `UnityFS ${compression}: ScriptableObject string`,
      entry: `${entry}!/CAB-${word}`,
      locator: 'unity string',
    });
    plant(shelf, artifact, `${word}-text`, {
      place: `UnityFS ${compression}: JSON text asset`,
      entry: `${entry}!/CAB-${word}!/config`,
      locator: 'json api',
    });
  }
  writeApp(shelf, artifact, files);
  for (const version of [24, 27, 29, 31, 35, 38, 39]) {
    const word = `il2cpp${version}`;
    writeApp(shelf, `frameworks/${word}.apk`, {
      [`${data}/Managed/Metadata/global-metadata.dat`]: unityMetadata(version, [
        'menu',
        shelf.payload.text(word),
        'play',
      ]),
    });
    plant(shelf, `frameworks/${word}.apk`, word, {
      place: `Unity IL2CPP metadata ${version}`,
      entry: `${data}/Managed/Metadata/global-metadata.dat`,
      locator: 'il2cpp literal 1',
    });
  }
}

function webShells(shelf: Shelf): void {
  const artifact = 'frameworks/web.apk';
  writeApp(shelf, artifact, {
    'assets/www/js/index.js': `const api = '${shelf.payload.text('cordova-www')}';\n`,
    'assets/www/index.html': `<html>\n<img src="${shelf.payload.text('cordova-html')}?logo.png">\n</html>`,
    'assets/public/main.js': `(self.webpackChunk=self.webpackChunk||[]).push([[1],{7:(e,t)=>{t.api="${shelf.payload.text('capacitor-public')}"}}]);`,
    'assets/capacitor.config.json': `{"appId":"com.acme","server":{"url":"${shelf.payload.text('capacitor-config')}"}}`,
    'assets/app.config': `{"name":"acme","extra":{"api":"${shelf.payload.text('expo-config')}"}}`,
    'assets/app/bundle.js': `module.exports={api:"${shelf.payload.text('nativescript')}"};`,
    'res/raw/config.xml': `<widget><access origin="${shelf.payload.text('cordova-config')}"/></widget>`,
  });
  const put = (word: string, place: string, entry: string, where: { locator?: string | RegExp; line?: number }) =>
    plant(shelf, artifact, word, { place, entry, ...where });
  put('cordova-www', 'Cordova www', 'assets/www/js/index.js', { locator: 'js line 1 column 14' });
  put('cordova-html', 'Cordova page', 'assets/www/index.html', { line: 2 });
  put('cordova-config', 'Cordova config.xml as text', 'res/raw/config.xml', { locator: 'access@origin' });
  put('capacitor-public', 'Capacitor public', 'assets/public/main.js', { locator: /^js line 1 column \d+$/ });
  put('capacitor-config', 'Capacitor config', 'assets/capacitor.config.json', { locator: 'json server.url' });
  put('expo-config', 'Expo app.config', 'assets/app.config', { locator: 'json extra.api' });
  put('nativescript', 'NativeScript', 'assets/app/bundle.js', { locator: /^js line 1 column \d+$/ });
}

function nativeLibraries(shelf: Shelf): void {
  const artifact = 'frameworks/native.apk';
  leave(
    shelf,
    'wide.c',
    `const unsigned short acme_wide[] = {${[...shelf.payload.text('elf-utf16')].map((letter) => `'${letter}'`).join(',')},0}; const char acme_packed[] = "one${shelf.payload.text('elf-packed')}two";`,
  );
  run(shelf, 'clang', '--target=aarch64-linux-android21', '-fPIC', '-O1', '-c', 'wide.c', '-o', 'wide.o');
  run(shelf, 'ld.lld', '-shared', '-s', '-o', 'wide.so', 'wide.o');
  leave(shelf, 'stripped-in.so', sharedObject(shelf, 'elf-stripped'));
  run(shelf, '/usr/lib/llvm-14/bin/llvm-objcopy', '--strip-sections', 'stripped-in.so', 'stripped.so');
  writeApp(shelf, artifact, {
    'lib/arm64-v8a/libplain.so': sharedObject(shelf, 'elf-rodata'),
    'lib/armeabi-v7a/libplain.so': sharedObject(shelf, 'elf-rodata32', 'armv7a-linux-androideabi21'),
    'lib/arm64-v8a/libwide.so': readFileSync(join(shelf.work, 'wide.so')),
    'lib/arm64-v8a/libstripped.so': readFileSync(join(shelf.work, 'stripped.so')),
  });
  const put = (word: string, place: string, entry: string, locator: string | RegExp) =>
    plant(shelf, artifact, word, { place: `ELF ${place}`, entry: `lib/${entry}`, locator });
  put('elf-rodata', '.rodata', 'arm64-v8a/libplain.so', '.rodata');
  put('elf-rodata32', '.rodata, 32 bits', 'armeabi-v7a/libplain.so', '.rodata');
  put('elf-utf16', 'UTF-16', 'arm64-v8a/libwide.so', '.rodata');
  put('elf-packed', 'literals run together', 'arm64-v8a/libwide.so', '.rodata');
  put('elf-stripped', 'without section headers', 'arm64-v8a/libstripped.so', /^segment \d$/);
}
