import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plantEscapes } from './escapes.ts';
import { type Files, leave, plant, plantFile, plantStorage, run, type Shelf, writeApp } from './plants.ts';
import { realm } from './writers.ts';

/** Databases, plain configuration files, encodings, and files that have no place in an app. */
export function plantData(shelf: Shelf): void {
  databases(shelf);
  configuration(shelf);
  encodings(shelf);
  plantEscapes(shelf);
  misplaced(shelf);
}

/** A database by Python's sqlite3. */
export function database(
  shelf: Shelf,
  name: string,
  statements: readonly (readonly [sql: string, ...values: readonly string[]])[],
): Buffer {
  const script = [
    'import sqlite3, json, sys, os',
    `path = ${JSON.stringify(name)}`,
    'if os.path.exists(path): os.remove(path)',
    'db = sqlite3.connect(path)',
    'for sql, *values in json.load(open("statements.json")): db.execute(sql, values)',
    'db.commit(); db.close()',
  ];
  leave(shelf, 'statements.json', JSON.stringify(statements));
  leave(shelf, 'make.py', script.join('\n'));
  run(shelf, 'python3', 'make.py');
  return readFileSync(join(shelf.work, name));
}

function databases(shelf: Shelf): void {
  const artifact = 'data/databases.apk';
  const far = `${'acme '.repeat(1_500)}${shelf.payload.text('sqlite-overflow')}`;
  const across = Array.from({ length: 10 }, (_, index) => {
    const text = shelf.payload.text(`sqlite-split${index}`);
    // With pages of 4096 bytes the last 4092 of a payload fill one: its border goes through the name.
    return `${'x'.repeat(999)} ${text}${' '.repeat(4_092 - text.length + 4 * index)}`;
  });
  const rows = (word: string) =>
    [
      ['CREATE TABLE settings (id INTEGER PRIMARY KEY, name TEXT NOT NULL, url TEXT)'],
      ['INSERT INTO settings (name, url) VALUES (?, ?)', 'first', 'none'],
      ['INSERT INTO settings (name, url) VALUES (?, ?)', 'api', shelf.payload.text(word)],
    ] as const;
  const text = database(shelf, 'text.db', [
    ...rows('sqlite-row'),
    ['INSERT INTO settings (name, url) VALUES (?, ?)', 'far', far],
    ...across.map((value) => ['INSERT INTO settings (name, url) VALUES (?, ?)', 'across', value] as const),
    ['CREATE TABLE "key values" (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID'],
    ['INSERT INTO "key values" VALUES (?, ?)', 'api', shelf.payload.text('sqlite-no-rowid')],
    ['CREATE TABLE firebase (project TEXT, storage_bucket TEXT)'],
    ['INSERT INTO firebase VALUES (?, ?)', 'acme', `${shelf.payload.storage('sqlite-key')}`],
    ['CREATE TABLE documents (body BLOB)'],
    [
      'INSERT INTO documents VALUES (CAST(? AS BLOB))',
      `{"pad":"${'acme '.repeat(2_000)}","api":"${shelf.payload.text('sqlite-blob')}"}`,
    ],
    ['CREATE TABLE many (url TEXT)'],
    ...Array.from(
      { length: 500 },
      (_, index) => ['INSERT INTO many VALUES (?)', `row ${index} ${'.'.repeat(60)}`] as const,
    ),
    ['INSERT INTO many VALUES (?)', shelf.payload.text('sqlite-inner')],
    ['CREATE INDEX by_url ON many (url)'],
  ]);
  writeApp(shelf, artifact, {
    'assets/text.db': text,
    'assets/utf16le.db': database(shelf, 'utf16le.db', [['PRAGMA encoding = "UTF-16le"'], ...rows('sqlite-utf16le')]),
    'assets/utf16be.db': database(shelf, 'utf16be.db', [['PRAGMA encoding = "UTF-16be"'], ...rows('sqlite-utf16be')]),
    'assets/default.realm': realm(['acme', shelf.payload.text('realm'), 'other']),
  });
  const put = (word: string, place: string, entry: string, locator: string) =>
    plant(shelf, artifact, word, { place: `SQLite ${place}`, entry: `assets/${entry}`, locator });
  put('sqlite-row', 'row', 'text.db', 'sqlite settings.url row 2');
  put('sqlite-overflow', 'value on overflow pages', 'text.db', 'sqlite settings.url row 3');
  for (let index = 0; index < across.length; index += 1) {
    put(`sqlite-split${index}`, `value split over pages (${index})`, 'text.db', `sqlite settings.url row ${index + 4}`);
  }
  put('sqlite-no-rowid', 'table without row ids', 'text.db', 'sqlite key values.column 2');
  put('sqlite-inner', 'row of a tree of several pages, indexed', 'text.db', 'sqlite many.url row 501');
  put('sqlite-blob', 'JSON in a blob', 'text.db!/documents.body row 1', 'json api');
  put('sqlite-utf16le', 'UTF-16LE', 'utf16le.db', 'sqlite settings.url row 2');
  put('sqlite-utf16be', 'UTF-16BE', 'utf16be.db', 'sqlite settings.url row 2');
  plantStorage(shelf, artifact, 'sqlite-key', {
    place: 'SQLite column of a known name',
    entry: 'assets/text.db',
    locator: 'sqlite firebase.storage_bucket row 1',
  });
  plant(shelf, artifact, 'realm', { place: 'Realm', entry: 'assets/default.realm' });
}

function configuration(shelf: Shelf): void {
  const artifact = 'data/configuration.apk';
  writeApp(shelf, artifact, {
    'assets/config.json': `{"aws":{"s3_bucket":"${shelf.payload.name('json-key')}"},"list":[{"u":"x"},{"u":"${shelf.payload.text('json-list')}"}]}`,
    'assets/prefs.xml': `<map>\n  <string name="api_url">${shelf.payload.text('shared-prefs')}</string>\n</map>`,
    'assets/app.properties': `# comment\napi.url=${shelf.payload.text('properties').replace(':', '\\:')}\n`,
    'assets/app.ini': `[storage]\nurl = "${shelf.payload.text('ini')}"\n`,
    'assets/app.toml': `[storage]\nurl = "${shelf.payload.text('toml')}"\n`,
    'assets/app.yaml': `storage:\n  url: ${shelf.payload.text('yaml')}\n`,
    'assets/notes.txt': `first line\nthe bucket is ${shelf.payload.text('text')} for now\n`,
    'assets/blob.bin': Buffer.concat([
      Buffer.alloc(20, 1),
      Buffer.from(shelf.payload.text('binary')),
      Buffer.alloc(20, 2),
    ]),
    'assets/wide.bin': Buffer.concat([
      Buffer.alloc(20, 1),
      Buffer.from(shelf.payload.text('binary-utf16'), 'utf16le'),
      Buffer.alloc(20, 2),
    ]),
    'assets/wide.txt': Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(`one\nurl=${shelf.payload.text('text-utf16')}\n`, 'utf16le'),
    ]),
  });
  const put = (word: string, place: string, entry: string, where: { locator?: string; line?: number }) =>
    plant(shelf, artifact, word, { place, entry: `assets/${entry}`, ...where });
  put('json-key', 'JSON, bucket under a known key', 'config.json', { locator: 'json aws.s3_bucket' });
  put('json-list', 'JSON, URL in a list', 'config.json', { locator: 'json list[1].u' });
  put('shared-prefs', 'XML preferences', 'prefs.xml', { locator: 'string/api_url' });
  put('properties', 'properties, escaped', 'app.properties', { locator: 'api.url', line: 2 });
  put('ini', 'INI', 'app.ini', { locator: 'storage.url', line: 2 });
  put('toml', 'TOML', 'app.toml', { locator: 'storage.url', line: 2 });
  put('yaml', 'YAML', 'app.yaml', { line: 2 });
  put('text', 'text', 'notes.txt', { line: 2 });
  put('binary', 'unknown binary', 'blob.bin', {});
  put('binary-utf16', 'unknown binary, UTF-16', 'wide.bin', {});
  put('text-utf16', 'text in UTF-16', 'wide.txt', { line: 2 });
}

/** The first letter as JavaScript may write it. */
function hexFirst(text: string): string {
  return `\\x${text.charCodeAt(0).toString(16)}${text.slice(1)}`;
}

/** Every letter, as obfuscators write it. */
function hexAll(text: string): string {
  return [...text].map((letter) => hexFirst(letter)).join('');
}

/** Three literals joined by `+`. */
function thirds(text: string): string {
  const third = Math.ceil(text.length / 3);
  return [0, 1, 2].map((index) => `"${text.slice(index * third, (index + 1) * third)}"`).join('+');
}

function encodings(shelf: Shelf): void {
  const artifact = 'data/encodings.apk';
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const escaped = (text: string) =>
    [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  writeApp(shelf, artifact, {
    'assets/base64.json': `{"api":"${base64(shelf.payload.text('base64-json'))}","shift":"${base64(`x=${shelf.payload.text('base64-shift1')}`)}","shift2":"${base64(`xy=${shelf.payload.text('base64-shift2')}`)}"}`,
    'assets/base64.js': `var config="${base64(JSON.stringify({ storage: { s3_bucket: shelf.payload.name('base64-pair') }, api: shelf.payload.text('base64-inner') }))}";`,
    'assets/percent.json': `{"link":"https://acme.invalid/?to=${encodeURIComponent(shelf.payload.text('percent'))}"}`,
    'assets/escaped.json': `{"api":"${escaped(shelf.payload.text('escaped-json'))}"}`,
    'assets/slashes.json': `{"slashes":"${shelf.payload.text('escaped-slashes').replaceAll('/', '\\/')}"}`,
    'assets/letters.js': `var api="${hexAll(shelf.payload.text('escaped-letters'))}";`,
    'assets/escaped.js': `var api="${hexFirst(shelf.payload.text('escaped-js')).replaceAll('/', '\\u002f')}";`,
    'assets/pair.json': `{"bucket":"${shelf.payload.name('pair-json')}","region":"eu-west-1"}`,
    'assets/pair.js': `var s={bucket:"${shelf.payload.name('pair-js')}",region:"eu-west-1"},e="https://s3.eu-west-1.amazonaws.com";`,
    'assets/quoted.js': `var s={"bucket":"${shelf.payload.name('pair-quoted')}","region":"eu-west-1"},e="https://s3.eu-west-1.amazonaws.com";`,
    'assets/path.json': `{"api":"${shelf.payload.path('path-style')}"}`,
    'assets/joined.js': `var api=${thirds(shelf.payload.text('joined'))};`,
  });
  const put = (word: string, place: string, entry: string, locator: string | RegExp) =>
    plant(shelf, artifact, word, { place, entry: `assets/${entry}`, locator });
  put('base64-json', 'base64 of a URL', 'base64.json', 'json api base64');
  put('base64-shift1', 'base64, one byte on', 'base64.json', 'json shift base64');
  put('base64-shift2', 'base64, two bytes on', 'base64.json', 'json shift2 base64');
  put('base64-inner', 'base64 of JSON, URL', 'base64.js!/base64 of js line 1 column 13', 'json api');
  put('base64-pair', 'base64 of JSON, known key', 'base64.js!/base64 of js line 1 column 13', 'json storage.s3_bucket');
  put('percent', 'percent encoding', 'percent.json', 'json link');
  put('escaped-json', 'JSON, all escaped', 'escaped.json', 'json api');
  put('escaped-slashes', 'JSON, escaped slashes', 'slashes.json', 'json slashes');
  put('escaped-letters', 'JavaScript, all escaped', 'letters.js', /^js line 1 column \d+$/);
  put('escaped-js', 'JavaScript, first letter and slashes escaped', 'escaped.js', /^js line 1 column \d+$/);
  put('pair-json', 'bucket beside its region, JSON', 'pair.json', 'json bucket');
  put('pair-js', 'bucket beside its region, JavaScript', 'pair.js', /^js line 1 column \d+$/);
  put('pair-quoted', 'bucket beside its region, JavaScript, quoted names', 'quoted.js', /^js line 1 column \d+$/);
  put('path-style', 'path-style URL', 'path.json', 'json api');
  put('joined', 'string joined of literals, JavaScript', 'joined.js', /^js line 1 column \d+$/);
}

function misplaced(shelf: Shelf): void {
  const artifact = 'data/misplaced.apk';
  run(
    shelf,
    'openssl',
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'key.pem',
    '-out',
    'cert.pem',
    '-subj',
    '/CN=Acme',
  );
  run(
    shelf,
    'openssl',
    'pkcs12',
    '-export',
    '-inkey',
    'key.pem',
    '-in',
    'cert.pem',
    '-passout',
    'pass:acme',
    '-out',
    'key.p12',
  );
  run(shelf, 'rm', '-f', 'old.jks');
  run(
    shelf,
    'keytool',
    '-genkeypair',
    '-storetype',
    'JKS',
    '-keystore',
    'old.jks',
    '-storepass',
    'android',
    '-keypass',
    'android',
    '-alias',
    'a',
    '-keyalg',
    'RSA',
    '-dname',
    'CN=Acme',
  );
  const map = {
    version: 3,
    file: 'main.js',
    sources: ['../src/api.ts'],
    sourcesContent: [`const a = 1;\nexport const api = '${shelf.payload.text('source-map')}';\n`],
    names: [],
    mappings: 'AAAA',
  };
  const state = {
    version: 4,
    terraform_version: '1.9.0',
    lineage: 'a',
    resources: [{ instances: [{ attributes: { bucket_domain_name: shelf.payload.host('tfstate') } }] }],
  };
  const files: Files = {
    'assets/terraform.tfstate': JSON.stringify(state),
    'assets/key.pem': readFileSync(join(shelf.work, 'key.pem')),
    'assets/client.p12': readFileSync(join(shelf.work, 'key.p12')),
    'assets/release.jks': readFileSync(join(shelf.work, 'old.jks')),
    'assets/main.js.map': JSON.stringify(map),
    'assets/.env': `API_URL="${shelf.payload.text('env')}"\n`,
    'assets/dump.sql': `-- PostgreSQL database dump\nINSERT INTO a VALUES ('${shelf.payload.text('dump')}');\n`,
    'assets/.aws/credentials': `[default]\nregion = eu-west-1\n# ${shelf.payload.text('aws-credentials')}\n`,
  };
  writeApp(shelf, artifact, files);
  const rules: Readonly<Record<string, string>> = {
    'terraform.tfstate': 'terraform-state',
    'key.pem': 'private-key',
    'client.p12': 'keystore',
    'release.jks': 'keystore',
    'main.js.map': 'source-map',
    '.env': 'env-file',
    'dump.sql': 'database-dump',
    '.aws/credentials': 'cloud-credentials',
  };
  for (const [name, rule] of Object.entries(rules)) {
    plantFile(shelf, artifact, `misplaced-${rule}`, {
      place: `misplaced file ${name}`,
      entry: `assets/${name}`,
    });
  }
  const put = (word: string, place: string, entry: string, where: { locator?: string; line?: number }) =>
    plant(shelf, artifact, word, { place, entry: `assets/${entry}`, ...where });
  put('tfstate', 'Terraform state', 'terraform.tfstate', {
    locator: 'json resources[0].instances[0].attributes.bucket_domain_name',
  });
  put('source-map', 'source in a source map', 'main.js.map', { locator: 'json sourcesContent[0]' });
  put('env', '.env', '.env', { locator: 'API_URL', line: 1 });
  put('dump', 'SQL dump', 'dump.sql', { line: 2 });
  put('aws-credentials', 'AWS credentials file', '.aws/credentials', { line: 3 });
}
