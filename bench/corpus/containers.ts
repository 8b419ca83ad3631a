import { makeZip, type ZipForm, type ZipItem } from '../../__tests__/helpers/zip.ts';
import { itemsOf, plant, type Shelf, write, writeZip, zipOf } from './plants.ts';

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
    'toc.pb': Buffer.from([0x0a, 0]),
    'splits/base-master.apk': apk('apks-split'),
    'standalones/standalone.apk': apk('apks-standalone'),
  });
  put('containers/app.apks', 'apks-split', 'APKS split', 'splits/base-master.apk');
  put('containers/app.apks', 'apks-standalone', 'APKS standalone', 'standalones/standalone.apk');
  const obb = zipOf({ 'config.json': config(shelf, 'xapk-obb') });
  writeZip(shelf, 'containers/app.xapk', {
    'manifest.json': '{"package_name":"com.acme"}',
    'com.acme.apk': apk('xapk-base'),
    'Android/obb/com.acme/main.1.com.acme.obb': obb,
  });
  put('containers/app.xapk', 'xapk-base', 'XAPK base', 'com.acme.apk');
  plant(shelf, 'containers/app.xapk', 'xapk-obb', {
    place: 'XAPK expansion file',
    entry: 'Android/obb/com.acme/main.1.com.acme.obb!/config.json',
    locator: 'json api',
  });
  writeZip(shelf, 'containers/app.apkm', {
    'info.json': '{"pname":"com.acme"}',
    'base.apk': apk('apkm-base'),
    'split_config.de.apk': apk('apkm-split'),
  });
  put('containers/app.apkm', 'apkm-base', 'APKM base', 'base.apk');
  put('containers/app.apkm', 'apkm-split', 'APKM split', 'split_config.de.apk');
}

function nested(shelf: Shelf): void {
  const inner = zipOf({ 'settings/app.json': config(shelf, 'zip-in-assets') });
  writeZip(shelf, 'containers/nested.apk', { ...shelf.shell, 'assets/pack.zip': inner });
  plant(shelf, 'containers/nested.apk', 'zip-in-assets', {
    place: 'zipped assets',
    entry: 'assets/pack.zip!/settings/app.json',
    locator: 'json api',
  });
}
