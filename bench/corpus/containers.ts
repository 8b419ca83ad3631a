import { makeZip, type ZipForm, type ZipItem } from '../../__tests__/helpers/zip.ts';
import { linked, manifestOf, PACKAGE, VERSION } from './apps.ts';
import { itemsOf, leave, plant, run, type Shelf, write, writeApp, writeZip, zipOf } from './plants.ts';

/** Every container, and every form of ZIP archive that Android or a store installs. */
export function plantContainers(shelf: Shelf): void {
  archives(shelf);
  splits(shelf);
  nested(shelf);
}

function config(shelf: Shelf, word: string): Buffer {
  return Buffer.from(`{"pad":"${'acme '.repeat(40)}","api":"${shelf.payload.text(word)}"}`);
}

/** Name, entry and form of one archive; the entry's data is the same JSON always. */
const ARCHIVES: Readonly<Record<string, { readonly item?: Partial<ZipItem>; readonly form?: ZipForm }>> = {
  deflated: {},
  stored: { item: { method: 0 } },
  'unknown-method-stored': { item: { method: 0, central: { method: 0x4242 }, local: { method: 0x4242 } } },
  'unknown-method-deflated': { item: { central: { method: 0x4242 }, local: { method: 0x4242 } } },
  'encryption-bit': { item: { central: { flags: 1 }, local: { flags: 1 } } },
  'encryption-bit-local': { item: { local: { flags: 1 } } },
  'local-method-lies': { item: { local: { method: 0 } } },
  'local-sizes-lie': { item: { local: { compressedSize: 1, size: 1 } } },
  'data-descriptor': { item: { descriptor: true } },
  'odd-local-extra': { item: { localExtra: Buffer.alloc(3, 0x5a) } },
  zip64: { item: { zip64: true }, form: { zip64End: true } },
  'prepended-bytes': { form: { prefix: Buffer.alloc(1_000, 0x23) } },
  'trailing-bytes': { form: { suffix: Buffer.alloc(100, 0x23) } },
  'long-comment': { form: { comment: Buffer.alloc(65_535, 0x23) } },
  'wrong-crc': { item: { central: { crc32: 1 } } },
  'repeated-end': { form: { repeatedEnd: true } },
};

function archives(shelf: Shelf): void {
  for (const [name, { item = {}, form = {} }] of Object.entries(ARCHIVES)) {
    const word = `zip-${name}`;
    const artifact = `containers/${word}.apk`;
    const items = [...itemsOf(shelf.shell), { name: 'assets/config.json', data: config(shelf, word), ...item }];
    write(shelf, artifact, makeZip(items, form));
    plant(shelf, artifact, word, { place: `ZIP: ${name}`, entry: 'assets/config.json', locator: 'json api' });
  }
  const twice = ['first', 'second'].map((word) => ({
    name: 'assets/config.json',
    data: config(shelf, `zip-twice-${word}`),
  }));
  write(shelf, 'containers/zip-twice.apk', makeZip([...itemsOf(shelf.shell), ...twice]));
  for (const word of ['first', 'second']) {
    const where = { place: `ZIP: the same name twice, ${word}`, entry: 'assets/config.json', locator: 'json api' };
    plant(shelf, 'containers/zip-twice.apk', `zip-twice-${word}`, where);
  }
}

function splits(shelf: Shelf): void {
  const apk = (word: string) => zipOf({ ...shelf.shell, 'assets/config.json': config(shelf, word) });
  const put = (artifact: string, word: string, place: string, inner: string) =>
    plant(shelf, artifact, word, { place, entry: `${inner}!/assets/config.json`, locator: 'json api' });
  writeZip(shelf, 'containers/app.apks', {
    'toc.pb': TOC,
    'splits/base-master.apk': apk('apks-split'),
    'standalones/standalone.apk': apk('apks-standalone'),
  });
  put('containers/app.apks', 'apks-split', 'APKS split', 'splits/base-master.apk');
  put('containers/app.apks', 'apks-standalone', 'APKS standalone', 'standalones/standalone.apk');
  xapk(shelf, apk);
  put('containers/app.xapk', 'xapk-base', 'XAPK base', `${PACKAGE}.apk`);
  put('containers/app.xapk', 'xapk-split', 'XAPK split', 'config.de.apk');
  writeZip(shelf, 'containers/app.apkm', {
    'info.json': JSON.stringify(APKM),
    'icon.png': ICON,
    'base.apk': apk('apkm-base'),
    'split_config.de.apk': split(shelf, 'config.de', 'apkm-split'),
  });
  put('containers/app.apkm', 'apkm-base', 'APKM base', 'base.apk');
  put('containers/app.apkm', 'apkm-split', 'APKM split', 'split_config.de.apk');
}

/** What a split of an app is: a manifest and a table of its own, no code. */
function split(shelf: Shelf, name: string, word: string): Buffer {
  leave(shelf, `${word}/values-de/strings.xml`, '<resources><string name="app_name">Acme</string></resources>');
  run(shelf, 'aapt2', 'compile', '--dir', word, '-o', `${word}.zip`);
  const manifest = manifestOf('<application android:hasCode="false"/>', ` split="${name}"`);
  const files = linked(shelf, `${word}-linked`, manifest, { resources: [`${word}.zip`] });
  return zipOf({ ...files, 'assets/config.json': config(shelf, word) });
}

/** BuildApksResult of bundletool: one variant, its bundletool, the package (commands.proto, fields 1, 2 and 4). */
const TOC = Buffer.concat([
  Buffer.from('0a00', 'hex'),
  Buffer.from('\x12\x08\x12\x061.15.6', 'latin1'),
  Buffer.from([0x22, PACKAGE.length]),
  Buffer.from(PACKAGE),
]);

/** One transparent pixel. */
const ICON = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Keys and their types as APKMirror writes them. */
const APKM = {
  apkm_version: 5,
  apk_title: `Acme ${VERSION.name}`,
  app_name: 'Acme',
  pname: PACKAGE,
  release_version: VERSION.name,
  versioncode: VERSION.code,
  languages: ['en', 'de'],
  arches: [],
  dpis: ['nodpi'],
  min_api: '24',
};

/** `manifest.json` with keys and types as APKPure writes them; numbers are strings there. */
function xapk(shelf: Shelf, apk: (word: string) => Buffer): void {
  const obb = `Android/obb/${PACKAGE}/main.${VERSION.code}.${PACKAGE}.obb`;
  const apks = { [`${PACKAGE}.apk`]: apk('xapk-base'), 'config.de.apk': split(shelf, 'config.de', 'xapk-split') };
  const expansion = zipOf({ 'config.json': config(shelf, 'xapk-obb') });
  const manifest = {
    xapk_version: 2,
    package_name: PACKAGE,
    name: 'Acme',
    version_code: String(VERSION.code),
    version_name: VERSION.name,
    min_sdk_version: '24',
    target_sdk_version: '34',
    permissions: [],
    split_configs: ['config.de'],
    total_size: [...Object.values(apks), expansion].reduce((sum, { length }) => sum + length, 0),
    icon: 'icon.png',
    expansions: [{ file: obb, install_location: 'EXTERNAL_STORAGE', install_path: obb }],
    split_apks: [
      { file: `${PACKAGE}.apk`, id: 'base' },
      { file: 'config.de.apk', id: 'config.de' },
    ],
  };
  const files = { 'manifest.json': JSON.stringify(manifest), 'icon.png': ICON, ...apks, [obb]: expansion };
  writeZip(shelf, 'containers/app.xapk', files);
  plant(shelf, 'containers/app.xapk', 'xapk-obb', {
    place: 'XAPK expansion file',
    entry: `${obb}!/config.json`,
    locator: 'json api',
  });
}

function nested(shelf: Shelf): void {
  const inner = zipOf({ 'settings/app.json': config(shelf, 'zip-in-assets') });
  writeApp(shelf, 'containers/nested.apk', { 'assets/pack.zip': inner });
  plant(shelf, 'containers/nested.apk', 'zip-in-assets', {
    place: 'zipped assets',
    entry: 'assets/pack.zip!/settings/app.json',
    locator: 'json api',
  });
}
