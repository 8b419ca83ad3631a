import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ArscForm, writeArsc } from '../../__tests__/formats/android/write-arsc.ts';
import { writeDexContainer } from '../../__tests__/formats/android/write-dex.ts';
import { makeZip } from '../../__tests__/helpers/zip.ts';
import { activityOf, assembled, linked, manifestOf } from './apps.ts';
import type { Payload } from './payloads.ts';
import {
  type Files,
  itemsOf,
  leave,
  plant,
  plantStorage,
  run,
  type Shelf,
  write,
  writeApp,
  writeZip,
  zipOf,
} from './plants.ts';

/** APK and AAB from one source tree, each with buckets of its own; AAR; tables and dex files in every form. */
export function plantAndroid(shelf: Shelf): void {
  const apk = compiled(shelf, 'apk', false);
  const dex = dexFile(shelf, 'apk', 29);
  signedApk(shelf, apk, dex);
  plantSource(shelf, 'android/app.apk', 'apk', { manifest: 'AndroidManifest.xml', res: '', dex: 'classes.dex' });
  bundle(shelf);
  tables(shelf);
  dexVersions(shelf);
  tampered(shelf, apk);
  library(shelf);
}

/** What aapt2 makes of the sources, by entry name. */
function compiled(shelf: Shelf, word: string, proto: boolean): Files {
  const folder = `res-${word}`;
  const strings = `<resources>
    <string name="app_name">Acme</string>
    <string name="api_url">${shelf.payload.text(`${word}-arsc`)}</string>
    <string name="target_url">${shelf.payload.text(`${word}-arsc-reference`)}</string>
    <string name="alias_url">@string/target_url</string>
    <string name="meta_url">${shelf.payload.text(`${word}-manifest-reference`)}</string>
    <string name="google_storage_bucket">${shelf.payload.storage(`${word}-gcs`)}</string>
    <string-array name="hosts"><item>first</item><item>${shelf.payload.text(`${word}-arsc-array`)}</item></string-array>
    <plurals name="many"><item quantity="one">one</item><item quantity="other">${shelf.payload.text(`${word}-arsc-plural`)}</item></plurals>
  </resources>`;
  leave(shelf, `${folder}/res/values/strings.xml`, strings);
  leave(
    shelf,
    `${folder}/res/values-de-rDE/strings.xml`,
    `<resources><string name="api_url">${shelf.payload.text(`${word}-arsc-config`)}</string></resources>`,
  );
  const network = `<network-security-config><domain-config cleartextTrafficPermitted="true"><domain includeSubdomains="true">${shelf.payload.host(`${word}-network-config`)}</domain></domain-config></network-security-config>`;
  leave(shelf, `${folder}/res/xml/network.xml`, network);
  leave(
    shelf,
    `${folder}/res/xml/config.xml`,
    `<widget><preference name="ApiUrl" value="${shelf.payload.text(`${word}-xml-preference`)}"/></widget>`,
  );
  leave(
    shelf,
    `${folder}/res/raw/awsconfiguration.json`,
    `{"S3TransferUtility":{"Default":{"Bucket":"${shelf.payload.name(`${word}-raw-aws`)}","Region":"eu-west-1"}}}`,
  );
  const manifest = manifestOf(`
  <application android:label="@string/app_name" android:networkSecurityConfig="@xml/network">
    <meta-data android:name="com.acme.API" android:value="${shelf.payload.text(`${word}-meta-data`)}"/>
    <meta-data android:name="com.acme.REF" android:value="@string/meta_url"/>
    <activity android:name=".Main" android:exported="true"><intent-filter>
      <action android:name="android.intent.action.VIEW"/>
      <data android:scheme="https" android:host="${shelf.payload.host(`${word}-deep-link`)}"/>
    </intent-filter></activity>
    <provider android:name=".Files" android:authorities="${shelf.payload.host(`${word}-authority`)}" android:exported="false"/>
  </application>
`);
  run(shelf, 'aapt2', 'compile', '--dir', `${folder}/res`, '-o', `${folder}/res.zip`);
  return linked(shelf, folder, manifest, { resources: [`${folder}/res.zip`], proto });
}

/** Every string is used, and every method called: what is loaded for nothing a decompiler leaves out. */
function dexFile(shelf: Shelf, word: string, api: number): Buffer {
  const text = (name: string) => shelf.payload.text(`${word}-dex-${name}`);
  const open = 'invoke-static {v0}, Landroid/net/Uri;->parse(Ljava/lang/String;)Landroid/net/Uri;';
  const start = `    new-instance v0, Lcom/acme/Api;
    invoke-direct {v0}, Lcom/acme/Api;-><init>()V
    invoke-virtual {v0}, Lcom/acme/Api;->load()V
    invoke-virtual {v0}, Lcom/acme/Api;->get()V
    invoke-virtual {v0}, Lcom/acme/Api;->text()Ljava/lang/String;
    move-result-object v1
    sget-object v2, Lcom/acme/Api;->BASE:Ljava/lang/String;
    invoke-static {v1, v2}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I`;
  // More than 65,536 strings would be needed for smali to choose the jumbo form by itself; it is asked for.
  const code = `.class public Lcom/acme/Api;
.super Ljava/lang/Object;
.source "Api.kt"
.annotation runtime Lcom/acme/Endpoint;
    value = "${text('annotation')}"
.end annotation
.field public static final BASE:Ljava/lang/String; = "${text('static')}"
.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method
.method public load()V
    .registers 2
    .line 20
    const-string v0, "${text('const')}"
    ${open}
    .line 21
    const-string/jumbo v0, "${text('jumbo')}"
    ${open}
    return-void
.end method
.method public text()Ljava/lang/String;
    .registers 2
    .line 30
    const-string v0, "gr\\u00f6\\u00dfe \\ud835\\udd18\\u0000 ${text('mutf8')}"
    return-object v0
.end method
.method public get()V
    .registers 1
    .annotation runtime Lcom/acme/Get;
        value = "${text('method-annotation')}"
    .end annotation
    return-void
.end method
`;
  const classes = { 'Lcom/acme/Api;': code, ...annotation('Endpoint'), ...annotation('Get'), ...activityOf(start) };
  return assembled(shelf, `smali-${word}`, classes, api);
}

/** An annotation that code can read at run time, as Retrofit's are. */
function annotation(name: string): Readonly<Record<string, string>> {
  const type = `Lcom/acme/${name};`;
  return {
    [type]: `.class public interface abstract annotation ${type}
.super Ljava/lang/Object;
.implements Ljava/lang/annotation/Annotation;
.annotation runtime Ljava/lang/annotation/Retention;
    value = .enum Ljava/lang/annotation/RetentionPolicy;->RUNTIME:Ljava/lang/annotation/RetentionPolicy;
.end annotation
.method public abstract value()Ljava/lang/String;
.end method
`,
  };
}

function signedApk(shelf: Shelf, files: Files, dex: Buffer): void {
  leave(shelf, 'unsigned.apk', zipOf({ ...files, 'classes.dex': dex }));
  run(shelf, 'zipalign', '-f', '-p', '4', 'unsigned.apk', 'aligned.apk');
  const key = ['-keystore', 'ks.jks', '-storepass', 'android', '-keypass', 'android', '-alias', 'a'];
  run(shelf, 'rm', '-f', 'ks.jks');
  run(
    shelf,
    'keytool',
    '-genkeypair',
    ...key,
    '-keyalg',
    'RSA',
    '-keysize',
    '2048',
    '-validity',
    '10000',
    '-dname',
    'CN=Acme',
  );
  run(
    shelf,
    'apksigner',
    'sign',
    '--ks',
    'ks.jks',
    '--ks-pass',
    'pass:android',
    '--min-sdk-version',
    '24',
    '--out',
    'signed.apk',
    'aligned.apk',
  );
  write(shelf, 'android/app.apk', readFileSync(join(shelf.work, 'signed.apk')));
}

interface Layout {
  readonly manifest: string;
  readonly res: string;
  readonly dex: string;
}

/** What `compiled` and `dexFile` planted. */
function plantSource(shelf: Shelf, artifact: string, word: string, { manifest, res, dex }: Layout): void {
  const format = word === 'apk' ? 'binary' : 'protobuf';
  const table = `${res}${word === 'apk' ? 'resources.arsc' : 'resources.pb'}`;
  const put = (name: string, place: string, entry: string, locator: string) =>
    plant(shelf, artifact, `${word}-${name}`, { place: `${place} (${format})`, entry, locator });
  put('meta-data', 'manifest meta-data', manifest, 'meta-data com.acme.API');
  put('deep-link', 'manifest deep link', manifest, 'data host');
  put('authority', 'manifest provider authority', manifest, 'provider authorities');
  put('manifest-reference', 'manifest meta-data by reference', table, 'string/meta_url');
  put('network-config', 'network security config', `${res}res/xml/network.xml`, 'domain');
  put('xml-preference', 'res/xml preference', `${res}res/xml/config.xml`, 'preference ApiUrl');
  put('arsc', 'string resource', table, 'string/api_url');
  put('arsc-config', 'string resource of a configuration', table, 'string/api_url (de-rDE)');
  put('arsc-reference', 'string resource by reference', table, 'string/target_url');
  put('arsc-array', 'string array', table, 'array/hosts[1]');
  put('arsc-plural', 'plurals', table, 'plurals/many[other]');
  put(
    'raw-aws',
    'res/raw/awsconfiguration.json',
    `${res}res/raw/awsconfiguration.json`,
    'json S3TransferUtility.Default.Bucket',
  );
  plantStorage(shelf, artifact, `${word}-gcs`, {
    place: `google_storage_bucket (${format})`,
    entry: table,
    locator: 'string/google_storage_bucket',
  });
  plantDex(shelf, artifact, word, dex);
}

function plantDex(shelf: Shelf, artifact: string, word: string, entry: string): void {
  const put = (name: string, place: string, locator: string) =>
    plant(shelf, artifact, `${word}-dex-${name}`, { place: `dex ${place} (${word})`, entry, locator });
  put('const', 'const-string', 'Lcom/acme/Api;->load');
  put('jumbo', 'const-string/jumbo', 'Lcom/acme/Api;->load');
  put('static', 'static value', 'Lcom/acme/Api;->BASE');
  put('annotation', 'class annotation', 'Lcom/acme/Api;');
  put('method-annotation', 'method annotation', 'Lcom/acme/Api;->get');
  put('mutf8', 'MUTF-8 string', 'Lcom/acme/Api;->text');
}

/** A module that is installed with the app and has no code; in an APK for every device it is one with the rest. */
const FEATURE = `
  <dist:module dist:instant="false">
    <dist:delivery><dist:install-time/></dist:delivery>
    <dist:fusing dist:include="true"/>
  </dist:module>
  <application android:hasCode="false"/>
`;

/** Every entry of a bundle has its sizes behind the data, as bundletool writes it. */
function bundle(shelf: Shelf): void {
  const { 'AndroidManifest.xml': manifest, ...others } = compiled(shelf, 'aab', true);
  const feature = linked(shelf, 'feature', manifestOf(FEATURE, ' split="feature"'), { proto: true });
  const moved = Object.fromEntries(Object.entries(others).map(([name, data]) => [`base/${name}`, data]));
  const files = {
    'BundleConfig.pb': Buffer.from('0a081206312e31352e36', 'hex'),
    'base/manifest/AndroidManifest.xml': manifest ?? '',
    ...moved,
    'base/dex/classes.dex': dexFile(shelf, 'aab', 29),
    'base/assets/config.json': `{"api":"${shelf.payload.text('aab-assets')}"}`,
    'base/root/settings.properties': `api.url=${shelf.payload.text('aab-root')}\n`,
    'feature/manifest/AndroidManifest.xml': feature['AndroidManifest.xml'] ?? '',
    'feature/resources.pb': feature['resources.pb'] ?? '',
    'feature/assets/feature.json': `{"api":"${shelf.payload.text('aab-feature')}"}`,
  };
  const items = itemsOf(files).map((item) => ({ ...item, descriptor: true }));
  write(shelf, 'android/app.aab', makeZip(items));
  const layout = { manifest: 'base/manifest/AndroidManifest.xml', res: 'base/', dex: 'base/dex/classes.dex' };
  plantSource(shelf, 'android/app.aab', 'aab', layout);
  plant(shelf, 'android/app.aab', 'aab-assets', {
    place: 'AAB assets',
    entry: 'base/assets/config.json',
    locator: 'json api',
  });
  plant(shelf, 'android/app.aab', 'aab-root', {
    place: 'AAB root file',
    entry: 'base/root/settings.properties',
    locator: 'api.url',
  });
  plant(shelf, 'android/app.aab', 'aab-feature', {
    place: 'AAB feature module',
    entry: 'feature/assets/feature.json',
    locator: 'json api',
  });
}

function tables(shelf: Shelf): void {
  const forms = (['plain', 'sparse', 'offset16'] as const).flatMap((offsets) =>
    [false, true].flatMap((compact) => [true, false].map((utf8): ArscForm => ({ offsets, compact, utf8 }))),
  );
  for (const form of forms) {
    const word = `arsc-${form.offsets}-${form.compact ? 'compact' : 'full'}-${form.utf8 ? 'utf8' : 'utf16'}`;
    const artifact = `android/${word}.apk`;
    const table = writeArsc(
      [
        { number: 0, name: 'app_name', value: 'Acme' },
        { number: 3, name: 'api_url', value: shelf.payload.text(word) },
        { number: 9, name: 'other', value: 'x' },
      ],
      form,
    );
    writeApp(shelf, artifact, { 'resources.arsc': table });
    plant(shelf, artifact, word, {
      place: `resource table: ${word.slice(5)}`,
      entry: 'resources.arsc',
      locator: 'string/api_url',
    });
  }
}

function dexVersions(shelf: Shelf): void {
  for (const api of [19, 24, 26, 28]) {
    const word = `dexapi${api}`;
    const bytes = dexFile(shelf, word, api);
    const artifact = `android/${word}.apk`;
    writeApp(shelf, artifact, { 'classes.dex': bytes });
    plantDex(shelf, artifact, word, 'classes.dex');
  }
  const container = writeDexContainer([
    [{ type: 'Lcom/acme/One;', methods: [{ name: 'one', strings: [shelf.payload.text('dex041-first')] }] }],
    [{ type: 'Lcom/acme/Two;', methods: [{ name: 'two', strings: [shelf.payload.text('dex041-second')] }] }],
  ]);
  writeApp(shelf, 'android/dex041.apk', { 'classes.dex': container });
  plant(shelf, 'android/dex041.apk', 'dex041-first', {
    place: 'dex 041 container, first',
    entry: 'classes.dex',
    locator: 'Lcom/acme/One;->one',
  });
  plant(shelf, 'android/dex041.apk', 'dex041-second', {
    place: 'dex 041 container, second',
    entry: 'classes.dex',
    locator: 'Lcom/acme/Two;->two',
  });
}

/** Forms of a manifest that Android takes and some tools refuse. */
function tampered(shelf: Shelf, files: Files): void {
  const real = Buffer.from(files['AndroidManifest.xml'] ?? '');
  const forms: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
    'wrong-size': (bytes) => edited(bytes, (copy) => copy.writeUInt32LE(0x42424242, 4)),
    'root-type': (bytes) => edited(bytes, (copy) => copy.writeUInt16LE(0, 0)),
    'string-count': (bytes) => edited(bytes, (copy) => copy.writeUInt32LE(copy.readUInt32LE(16) + 1000, 16)),
    'odd-chunk': (bytes) => withChunk(bytes),
  };
  for (const [form, change] of Object.entries(forms)) {
    const word = `axml-${form}`;
    const artifact = `android/${word}.apk`;
    const manifest = change(renamed(shelf.payload, real, 'apk-meta-data', word));
    writeApp(shelf, artifact, { 'AndroidManifest.xml': manifest });
    plant(shelf, artifact, word, {
      place: `tampered manifest: ${form}`,
      entry: 'AndroidManifest.xml',
      locator: 'meta-data com.acme.API',
    });
  }
}

function edited(bytes: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

/** Something else of the same length, and none of the manifest's others. */
function renamed(payload: Payload, bytes: Buffer, from: string, to: string): Buffer {
  const swap = (copy: Buffer, old: string, now: string) => {
    for (const encoding of ['latin1', 'utf16le'] as const) {
      const needle = Buffer.from(old, encoding);
      for (let at = copy.indexOf(needle); at !== -1; at = copy.indexOf(needle))
        Buffer.from(now, encoding).copy(copy, at);
    }
  };
  return edited(bytes, (copy) => {
    swap(copy, payload.text(from), payload.fit(to, payload.text(from).length));
    for (const other of ['apk-deep-link', 'apk-authority'])
      swap(copy, payload.host(other), 'w'.repeat(payload.host(other).length));
  });
}

/** A chunk of an unknown type between string pool and elements. */
function withChunk(bytes: Buffer): Buffer {
  const poolEnd = 8 + bytes.readUInt32LE(12);
  const odd = Buffer.from('ff07080010000000deadbeefdeadbeef', 'hex');
  return Buffer.concat([bytes.subarray(0, poolEnd), odd, bytes.subarray(poolEnd)]);
}

function library(shelf: Shelf): void {
  leave(
    shelf,
    'java/com/acme/Store.java',
    `package com.acme; public class Store { static final String BASE = "${shelf.payload.text('aar-class-field')}"; public String load() { return "${shelf.payload.text('aar-class-method')}"; } }`,
  );
  run(shelf, 'javac', '-g', '--release', '11', '-d', 'java-out', 'java/com/acme/Store.java');
  const jar = zipOf({ 'com/acme/Store.class': readFileSync(join(shelf.work, 'java-out/com/acme/Store.class')) });
  const artifact = 'android/library.aar';
  writeZip(shelf, artifact, {
    'AndroidManifest.xml':
      '<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="com.acme.lib"><uses-sdk android:minSdkVersion="24"/></manifest>',
    'R.txt': 'int string lib_url 0x0\n',
    'classes.jar': jar,
    'res/values/values.xml': `<resources>\n<string name="lib_url">${shelf.payload.text('aar-values')}</string>\n</resources>`,
    'assets/lib.properties': `lib.url = ${shelf.payload.text('aar-assets')}\n`,
    'jni/arm64-v8a/liblib.so': sharedObject(shelf, 'aar-jni'),
  });
  plant(shelf, artifact, 'aar-class-field', {
    place: 'Java class field in JAR in AAR',
    entry: 'classes.jar!/com/acme/Store.class',
    locator: 'Lcom/acme/Store;->BASE',
  });
  plant(shelf, artifact, 'aar-class-method', {
    place: 'Java class method in JAR in AAR',
    entry: 'classes.jar!/com/acme/Store.class',
    locator: 'Lcom/acme/Store;->load',
  });
  plant(shelf, artifact, 'aar-values', {
    place: 'AAR values.xml',
    entry: 'res/values/values.xml',
    locator: 'string/lib_url',
  });
  plant(shelf, artifact, 'aar-assets', { place: 'AAR assets', entry: 'assets/lib.properties', locator: 'lib.url' });
  plant(shelf, artifact, 'aar-jni', { place: 'AAR jni library', entry: 'jni/arm64-v8a/liblib.so', locator: '.rodata' });
}

/** A stripped shared library whose one string is the bucket. */
export function sharedObject(shelf: Shelf, word: string, target = 'aarch64-linux-android21'): Buffer {
  leave(
    shelf,
    `${word}.c`,
    `const char *acme_${word.replaceAll('-', '_')}(void) { return "${shelf.payload.text(word)}"; }`,
  );
  run(shelf, 'clang', `--target=${target}`, '-fPIC', '-O1', '-c', `${word}.c`, '-o', `${word}.o`);
  run(shelf, 'ld.lld', '-shared', '-s', '-o', `${word}.so`, `${word}.o`);
  return readFileSync(join(shelf.work, `${word}.so`));
}
