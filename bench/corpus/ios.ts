import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, leave, plant, plantStorage, run, type Shelf, type Workshop, write, writeZip } from './plants.ts';
import { nibArchive } from './writers.ts';

export const LLVM = '/usr/lib/llvm-14/bin';

/** The same bundle parts in every container that holds an iOS app, each with buckets of its own. */
export function plantIos(shelf: Shelf): void {
  executable(shelf);
  const parts = { ...lists(shelf), Acme: readFileSync(join(shelf.work, 'acme-fat')) };
  writeZip(shelf, 'ios/app.ipa', below('Payload/Acme.app/', parts));
  plantExecutable(shelf, 'ios/app.ipa', 'Payload/Acme.app/');
  plantLists(shelf, 'ios/app.ipa', 'Payload/Acme.app/');
  containers(shelf);
  encrypted(shelf);
}

function below(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, data]) => [`${folder}${name}`, data]));
}

/** What swiftc emits for a string of up to 15 bytes: two registers of immediates (StringObject.swift). */
function immediates(label: string, text: string): string {
  const bytes = Buffer.alloc(16);
  bytes.write(text, 'latin1');
  bytes[15] = 0xe0 | text.length;
  const load = (register: string, at: number) =>
    [0, 1, 2, 3].map((half) => {
      const value = `#0x${bytes.readUInt16LE(at + 2 * half).toString(16)}`;
      return half === 0 ? `  movz ${register}, ${value}` : `  movk ${register}, ${value}, lsl #${16 * half}`;
    });
  return [`.globl ${label}`, `${label}:`, ...load('x0', 0), ...load('x1', 8), '  ret'].join('\n');
}

const SMALL = 'gs://acme-swf';

function executable(shelf: Shelf): void {
  const wide = `{${[...shelf.payload.text('ios-kotlin')].map((letter) => `'${letter === '\\' ? '\\\\' : letter}'`).join(',')}}`;
  leave(
    shelf,
    'main.m',
    `typedef const struct __CFString *CFStringRef;
#define CFSTR(text) ((CFStringRef)__builtin___CFStringMakeConstantString(text))
int puts(const char *);
const char packed[] __attribute__((section("__TEXT,__const"))) = "one${shelf.payload.text('ios-const')}two";
const unsigned short kotlin[] __attribute__((section("__DATA,__const"))) = ${wide};
char data[] = "${shelf.payload.text('ios-data')}";
CFStringRef wide = CFSTR("é世界 ${shelf.payload.text('ios-ustring')}");
CFStringRef plain = CFSTR("${shelf.payload.text('ios-cfstring')}");
int main(void) {
  puts("${shelf.payload.text('ios-cstring')}");
#if defined(__x86_64__)
  puts("${shelf.payload.text('ios-fat-x86')}");
#endif
  return wide == plain;
}`,
  );
  const code = `.section __TEXT,__text\n${immediates('_small', SMALL)}\n.section __TEXT,__swift5_types\n  .long 0\n`;
  leave(shelf, 'swift.s', code);
  const stub = (name: string, install: string, symbols: string) =>
    leave(
      shelf,
      `${name}.tbd`,
      `--- !tapi-tbd\ntbd-version: 4\ntargets: [ arm64-ios, x86_64-ios-simulator ]\ninstall-name: ${install}\nexports:\n  - targets: [ arm64-ios, x86_64-ios-simulator ]\n    symbols: [ ${symbols} ]\n...\n`,
    );
  stub('libSystem', '/usr/lib/libSystem.B.dylib', '_puts, dyld_stub_binder');
  stub(
    'CoreFoundation',
    '/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation',
    '___CFConstantStringClassReference',
  );
  const flags = ['-fconstant-cfstrings', '-O1', '-c'];
  run(shelf, 'clang', '--target=arm64-apple-ios15.0', ...flags, 'main.m', '-o', 'main-arm64.o');
  run(shelf, 'clang', '--target=arm64-apple-ios15.0', '-c', 'swift.s', '-o', 'swift.o');
  run(shelf, 'clang', '--target=x86_64-apple-ios15.0-simulator', ...flags, 'main.m', '-o', 'main-x86.o');
  const stubs = ['libSystem.tbd', 'CoreFoundation.tbd'];
  run(
    shelf,
    `${LLVM}/ld64.lld`,
    '-arch',
    'arm64',
    '-platform_version',
    'ios',
    '15.0',
    '15.0',
    '-o',
    'acme-arm64',
    'main-arm64.o',
    'swift.o',
    ...stubs,
  );
  run(
    shelf,
    `${LLVM}/ld64.lld`,
    '-arch',
    'x86_64',
    '-platform_version',
    'ios-simulator',
    '15.0',
    '15.0',
    '-o',
    'acme-x86',
    'main-x86.o',
    ...stubs,
  );
  run(shelf, `${LLVM}/llvm-lipo`, '-create', 'acme-arm64', 'acme-x86', '-output', 'acme-fat');
}

function plantExecutable(shelf: Shelf, artifact: string, folder: string): void {
  const put = (word: string, place: string, locator: string) =>
    plant(shelf, artifact, word, { place: `Mach-O ${place}`, entry: `${folder}Acme`, locator });
  put('ios-cstring', '__cstring', 'arm64 __TEXT,__cstring');
  put('ios-ustring', '__ustring (UTF-16)', 'arm64 __TEXT,__ustring');
  put('ios-const', '__TEXT,__const, run together', 'arm64 __TEXT,__const');
  put('ios-kotlin', 'Kotlin/Native literal (UTF-16 in __DATA,__const)', 'arm64 __DATA_CONST,__const');
  put('ios-data', '__data', 'arm64 __DATA,__data');
  put('ios-cfstring', 'CFString', 'arm64 __TEXT,__cstring');
  put('ios-fat-x86', 'slice that differs', 'x86_64 __TEXT,__cstring');
  // No credential is that short: always a bucket.
  shelf.plants.push({
    ...{ place: 'Swift string of up to 15 bytes in arm64 code', id: 'gcs:acme-swf', artifact },
    ...{ entry: `${folder}Acme`, locator: 'arm64 __TEXT,__text Swift string', needle: 'acme-swf', word: '' },
  });
}

function plistXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0"><dict>${body}</dict></plist>`;
}

export function binary(shelf: Shelf, name: string, body: string): Buffer {
  leave(shelf, `${name}.xml`, plistXml(body));
  run(shelf, 'plistutil', '-i', `${name}.xml`, '-o', `${name}.bin`, '-f', 'bin');
  return readFileSync(join(shelf.work, `${name}.bin`));
}

export function pair(key: string, value: string): string {
  return `<key>${key}</key><string>${value}</string>`;
}

/** `Info.plist` of a bundle as Xcode writes it, and what else stands in it. */
export function infoOf(shelf: Shelf, name: string, bundle: Bundle, body: string): Buffer {
  const { executable = 'Acme', id = 'com.acme.shop', type = 'APPL' } = bundle;
  const facts = Object.entries({
    CFBundleDevelopmentRegion: 'en',
    CFBundleExecutable: executable,
    CFBundleIdentifier: id,
    CFBundleInfoDictionaryVersion: '6.0',
    CFBundleName: executable,
    CFBundlePackageType: type,
    CFBundleShortVersionString: '1.4.2',
    CFBundleVersion: '42',
    DTPlatformName: 'iphoneos',
    DTSDKName: 'iphoneos15.0',
    MinimumOSVersion: '15.0',
  });
  const lists = '<key>CFBundleSupportedPlatforms</key><array><string>iPhoneOS</string></array>';
  return binary(shelf, name, `${facts.map(([key, value]) => pair(key, value)).join('')}${lists}${body}`);
}

interface Bundle {
  readonly executable?: string;
  readonly id?: string;
  /** Application, framework, or extension. */
  readonly type?: 'APPL' | 'FMWK' | 'XPC!';
}

function lists(shelf: Shelf): Files {
  const info = `<key>Api</key><dict><key>Hosts</key><array><dict>${pair('URL', shelf.payload.text('ios-info'))}</dict></array></dict>`;
  const google = (word: string) =>
    `${pair('PROJECT_ID', 'acme-shop-1')}${pair('BUNDLE_ID', 'com.acme.shop')}${pair('STORAGE_BUCKET', `${shelf.payload.storage(word)}`)}`;
  leave(
    shelf,
    'prov.xml',
    plistXml(
      `${pair('TeamName', 'Acme')}<key>Entitlements</key><dict>${pair('com.acme.url', shelf.payload.text('ios-provision'))}</dict>`,
    ),
  );
  run(
    shelf,
    'openssl',
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'k.pem',
    '-out',
    'c.pem',
    '-subj',
    '/CN=Acme',
  );
  run(
    shelf,
    'openssl',
    'cms',
    '-sign',
    '-nodetach',
    '-binary',
    '-in',
    'prov.xml',
    '-signer',
    'c.pem',
    '-inkey',
    'k.pem',
    '-outform',
    'DER',
    '-out',
    'prov.der',
  );
  const strings = (word: string) => `/* host */\n"api.url" = "${shelf.payload.text(word)}";\n`;
  const archive = `${pair('$archiver', 'NSKeyedArchiver')}<key>$objects</key><array><string>$null</string><string>${shelf.payload.text('ios-keyed')}</string></array>`;
  return {
    'Info.plist': infoOf(shelf, 'Info', {}, info),
    'Settings.plist': plistXml(pair('ApiUrl', shelf.payload.text('ios-xml'))),
    'FirebaseProd.plist': binary(shelf, 'Firebase', google('ios-google')),
    'en.lproj/Utf8.strings': strings('ios-strings8'),
    'en.lproj/Utf16.strings': Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(strings('ios-strings16'), 'utf16le'),
    ]),
    'en.lproj/Utf16be.strings': Buffer.concat([
      Buffer.from([0xfe, 0xff]),
      Buffer.from(strings('ios-strings16be'), 'utf16le').swap16(),
    ]),
    'en.lproj/Binary.strings': binary(shelf, 'Strings', pair('api.url', shelf.payload.text('ios-strings-binary'))),
    'embedded.mobileprovision': readFileSync(join(shelf.work, 'prov.der')),
    'Main.nib': nibArchive(['label', shelf.payload.text('ios-nib'), 'button']),
    'Keyed.nib': binary(shelf, 'Keyed', archive),
    'PlugIns/Share.appex/Share': plainExecutable(shelf),
    'PlugIns/Share.appex/Info.plist': infoOf(
      shelf,
      'Appex',
      { executable: 'Share', id: 'com.acme.shop.share', type: 'XPC!' },
      pair('ApiUrl', shelf.payload.text('ios-appex')),
    ),
    'Frameworks/Kit.framework/Kit': plainExecutable(shelf),
    'Frameworks/Kit.framework/Info.plist': infoOf(
      shelf,
      'Kit',
      { executable: 'Kit', id: 'com.acme.kit', type: 'FMWK' },
      pair('ApiUrl', shelf.payload.text('ios-framework')),
    ),
    'amplifyconfiguration.json': `{"storage":{"plugins":{"awsS3StoragePlugin":{"bucket":"${shelf.payload.name('ios-amplify')}","region":"eu-west-1"}}}}`,
  };
}

function plantLists(shelf: Shelf, artifact: string, folder: string): void {
  const put = (word: string, place: string, entry: string, locator: string | RegExp | undefined) =>
    plant(shelf, artifact, word, { place, entry: `${folder}${entry}`, ...(locator === undefined ? {} : { locator }) });
  put('ios-info', 'binary plist, nested', 'Info.plist', 'plist Api.Hosts[0].URL');
  put('ios-xml', 'XML plist', 'Settings.plist', 'plist ApiUrl');
  put('ios-strings8', '.strings UTF-8', 'en.lproj/Utf8.strings', 'strings api.url');
  put('ios-strings16', '.strings UTF-16', 'en.lproj/Utf16.strings', 'strings api.url');
  put('ios-strings16be', '.strings UTF-16BE', 'en.lproj/Utf16be.strings', 'strings api.url');
  put('ios-strings-binary', '.strings compiled', 'en.lproj/Binary.strings', 'plist api.url');
  put('ios-provision', 'mobileprovision', 'embedded.mobileprovision', 'mobileprovision Entitlements.com.acme.url');
  put('ios-nib', 'nib (NIBArchive)', 'Main.nib', undefined);
  put('ios-keyed', 'nib (keyed archive)', 'Keyed.nib', 'plist $objects[1]');
  put('ios-appex', 'app extension', 'PlugIns/Share.appex/Info.plist', 'plist ApiUrl');
  put('ios-framework', 'framework', 'Frameworks/Kit.framework/Info.plist', 'plist ApiUrl');
  put(
    'ios-amplify',
    'amplifyconfiguration.json',
    'amplifyconfiguration.json',
    'json storage.plugins.awsS3StoragePlugin.bucket',
  );
  plantStorage(shelf, artifact, 'ios-google', {
    place: 'GoogleService-Info under another name',
    entry: `${folder}FirebaseProd.plist`,
    locator: 'plist STORAGE_BUCKET',
  });
}

/** A program that does nothing; `executable` has to have run. */
export function plainExecutable(shelf: Workshop): Buffer {
  const platform = ['-arch', 'arm64', '-platform_version', 'ios', '15.0', '15.0'];
  leave(shelf, 'plain.c', 'int main(void) { return 0; }');
  run(shelf, 'clang', '--target=arm64-apple-ios15.0', '-O1', '-c', 'plain.c', '-o', 'plain.o');
  run(shelf, `${LLVM}/ld64.lld`, ...platform, '-o', 'plain-arm64', 'plain.o', 'libSystem.tbd');
  return readFileSync(join(shelf.work, 'plain-arm64'));
}

function containers(shelf: Shelf): void {
  const app = (word: string): Files => ({
    'Info.plist': infoOf(shelf, word, {}, pair('ApiUrl', shelf.payload.text(word))),
    Acme: plainExecutable(shelf),
  });
  const put = (artifact: string, word: string, place: string, entry: string) =>
    plant(shelf, artifact, word, { place, entry, locator: 'plist ApiUrl' });
  writeZip(shelf, 'ios/nested.ipa', below('app/Payload/Acme.app/', app('ios-ipa-nested')));
  put('ios/nested.ipa', 'ios-ipa-nested', 'IPA with Payload one folder down', 'app/Payload/Acme.app/Info.plist');
  writeZip(shelf, 'ios/Acme.app.zip', below('Acme.app/', app('ios-app-zip')));
  put('ios/Acme.app.zip', 'ios-app-zip', 'zipped .app', 'Acme.app/Info.plist');
  for (const [name, data] of Object.entries(app('ios-app-folder'))) write(shelf, `ios/Plain.app/${name}`, data);
  put('ios/Plain.app', 'ios-app-folder', 'plain .app folder', 'Info.plist');
  const inside = below('Products/Applications/Acme.app/', app('ios-xcarchive'));
  write(shelf, 'ios/Acme.xcarchive/Info.plist', plistXml(pair('Name', 'Acme')));
  for (const [name, data] of Object.entries(inside)) write(shelf, `ios/Acme.xcarchive/${name}`, data);
  put('ios/Acme.xcarchive', 'ios-xcarchive', '.xcarchive', 'Products/Applications/Acme.app/Info.plist');
}

/** An App Store download: the executable is locked, what lies beside it is not. */
function encrypted(shelf: Shelf): void {
  const locked = plainExecutable(shelf);
  // LC_ENCRYPTION_INFO_64 is 0x2c, 24 bytes; cryptid stands at +16.
  for (let at = 32; at + 20 < 4_096; at += 4) {
    if (locked.readUInt32LE(at) === 0x2c && locked.readUInt32LE(at + 4) === 24) locked.writeUInt32LE(1, at + 16);
  }
  const info = infoOf(shelf, 'Locked', {}, pair('ApiUrl', shelf.payload.text('ios-locked')));
  writeZip(shelf, 'ios/locked.ipa', below('Payload/Acme.app/', { 'Info.plist': info, Acme: locked }));
  plant(shelf, 'ios/locked.ipa', 'ios-locked', {
    place: 'plist beside an encrypted executable',
    entry: 'Payload/Acme.app/Info.plist',
    locator: 'plist ApiUrl',
  });
}
