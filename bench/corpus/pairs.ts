import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeArsc } from '../../__tests__/formats/android/write-arsc.ts';
import { dartSnapshot } from '../../__tests__/helpers/dart.ts';
import { assembled } from './apps.ts';
import { database } from './data.ts';
import { compilers, withData } from './frameworks.ts';
import { infoOf, LLVM, pair, plainExecutable } from './ios.ts';
import { type AwsKey, awsKey } from './payloads.ts';
import { type Files, leave, plantKey, run, type Shelf, writeApp, writeZip } from './plants.ts';
import { unityAssets, unityMetadata } from './writers.ts';

/** An AWS key whose id and secret are strings of their own, side by side, under names that say nothing of AWS. */
export function plantPairs(shelf: Shelf): void {
  const android = planted(shelf, 'pairs/app.apk', ANDROID);
  writeApp(shelf, 'pairs/app.apk', { ...android, ...hermesBundle(shelf) });
  const ios = planted(shelf, 'pairs/app.ipa', IOS);
  writeZip(shelf, 'pairs/app.ipa', { ...ios, 'Payload/Acme.app/Acme': plainExecutable(shelf) });
}

interface Pair {
  readonly place: string;
  readonly entry: string;
  readonly make: (key: AwsKey, shelf: Shelf) => Buffer | string;
}

function planted(shelf: Shelf, artifact: string, pairs: readonly Pair[]): Files {
  return Object.fromEntries(
    pairs.map(({ place, entry, make }) => {
      const word = `pair ${place}`;
      plantKey(shelf, artifact, word, { place: `pair: ${place}`, entry });
      return [entry, make(awsKey(word), shelf)];
    }),
  );
}

/** As a constructor of a client is called, and as fields that it reads. */
function dex({ id, secret }: AwsKey, shelf: Shelf, kind: 'method' | 'fields'): Buffer {
  const type = `Lcom/acme/${kind === 'method' ? 'Store' : 'Keys'};`;
  const fields = `.field static final A:Ljava/lang/String; = "${id}"\n.field static final B:Ljava/lang/String; = "${secret}"\n`;
  const loads =
    kind === 'fields'
      ? `  sget-object v0, ${type}->A:Ljava/lang/String;\n  sget-object v1, ${type}->B:Ljava/lang/String;\n`
      : `  const-string v0, "${id}"\n  const-string v1, "${secret}"\n`;
  const body = `.method public load()V\n  .registers 4\n${loads}  invoke-virtual {p0, v0, v1}, ${type}->open(Ljava/lang/String;Ljava/lang/String;)V\n  return-void\n.end method\n`;
  const open =
    '.method public open(Ljava/lang/String;Ljava/lang/String;)V\n  .registers 3\n  invoke-static {p1, p2}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I\n  return-void\n.end method\n';
  const head = `.class public ${type}\n.super Ljava/lang/Object;\n`;
  const classes = { [type]: `${head}${kind === 'fields' ? fields : ''}${body}${open}` };
  return assembled(shelf, `pair-${kind}`, classes);
}

function library({ id, secret }: AwsKey, shelf: Shelf): Buffer {
  leave(shelf, 'pair.c', `const char *a(void) { return "${id}"; }\nconst char *b(void) { return "${secret}"; }\n`);
  run(shelf, 'clang', '--target=aarch64-linux-android21', '-fPIC', '-O1', '-c', 'pair.c', '-o', 'pair.o');
  run(shelf, 'ld.lld', '-shared', '-s', '-o', 'pair.so', 'pair.o');
  return readFileSync(join(shelf.work, 'pair.so'));
}

function assembly({ id, secret }: AwsKey, shelf: Shelf): Buffer {
  leave(shelf, 'Pair.cs', `public class Store { public string[] Load() { return new[] { "${id}", "${secret}" }; } }`);
  run(shelf, 'mcs', '-target:library', '-out:Pair.dll', 'Pair.cs');
  return readFileSync(join(shelf.work, 'Pair.dll'));
}

const ANDROID: readonly Pair[] = [
  { place: 'dex, one method', entry: 'classes2.dex', make: (key, shelf) => dex(key, shelf, 'method') },
  { place: 'dex, static fields', entry: 'classes3.dex', make: (key, shelf) => dex(key, shelf, 'fields') },
  {
    place: 'string resources',
    entry: 'resources.arsc',
    make: ({ id, secret }) =>
      writeArsc(
        [
          { number: 0, name: 'app_name', value: 'Acme' },
          { number: 1, name: 'key', value: id },
          { number: 2, name: 'secret', value: secret },
        ],
        { offsets: 'plain', compact: false, utf8: true },
      ),
  },
  { place: 'JSON', entry: 'assets/a.json', make: ({ id, secret }) => JSON.stringify({ store: { key: id, secret } }) },
  {
    place: 'JSON list',
    entry: 'assets/b.json',
    make: ({ id, secret }) => JSON.stringify({ keys: [id, secret] }),
  },
  { place: 'JavaScript object', entry: 'assets/a.js', make: ({ id, secret }) => `var s=f({k:"${id}",s:"${secret}"});` },
  { place: 'JavaScript variables', entry: 'assets/b.js', make: ({ id, secret }) => `var a="${id}",b="${secret}";` },
  { place: 'properties', entry: 'assets/a.properties', make: ({ id, secret }) => `key=${id}\nsecret=${secret}\n` },
  { place: 'YAML', entry: 'assets/a.yaml', make: ({ id, secret }) => `store:\n  key: ${id}\n  secret: ${secret}\n` },
  { place: 'TOML', entry: 'assets/a.toml', make: ({ id, secret }) => `[store]\nkey = "${id}"\nsecret = "${secret}"\n` },
  {
    place: 'XML preferences',
    entry: 'assets/a.xml',
    make: ({ id, secret }) =>
      `<map>\n<string name="key">${id}</string>\n<string name="secret">${secret}</string>\n</map>`,
  },
  { place: 'text, two lines', entry: 'assets/a.txt', make: ({ id, secret }) => `${id}\n${secret}\n` },
  {
    place: 'SQLite, one row',
    entry: 'assets/row.db',
    make: ({ id, secret }, shelf) =>
      database(shelf, 'row.db', [['CREATE TABLE a (b TEXT, c TEXT)'], ['INSERT INTO a VALUES (?, ?)', id, secret]]),
  },
  {
    place: 'SQLite, two rows',
    entry: 'assets/rows.db',
    make: ({ id, secret }, shelf) =>
      database(shelf, 'rows.db', [
        ['CREATE TABLE a (b TEXT, c TEXT)'],
        ['INSERT INTO a VALUES (?, ?)', 'key', id],
        ['INSERT INTO a VALUES (?, ?)', 'secret', secret],
      ]),
  },
  { place: 'ELF .rodata', entry: 'lib/arm64-v8a/libpair.so', make: library },
  {
    place: 'Dart AOT',
    entry: 'lib/arm64-v8a/libapp.so',
    make: ({ id, secret }, shelf) =>
      withData(shelf, 'libpair', 'aarch64-linux-android21', dartSnapshot('cluster', ['before', id, secret, 'after'])),
  },
  { place: '.NET user strings', entry: 'assemblies/Pair.dll', make: assembly },
  {
    place: 'IL2CPP literals',
    entry: 'assets/bin/Data/Managed/Metadata/global-metadata.dat',
    make: ({ id, secret }) => unityMetadata(29, ['menu', id, secret, 'play']),
  },
  {
    place: 'Unity .assets',
    entry: 'assets/bin/Data/sharedassets0.assets',
    make: ({ id, secret }) => unityAssets(['Config', id, secret]),
  },
];

const IOS: readonly Pair[] = [
  {
    place: 'binary plist',
    entry: 'Payload/Acme.app/Info.plist',
    make: ({ id, secret }, shelf) => infoOf(shelf, 'Pair', {}, `${pair('Key', id)}${pair('Secret', secret)}`),
  },
  {
    place: '.strings',
    entry: 'Payload/Acme.app/en.lproj/Keys.strings',
    make: ({ id, secret }) => `"key" = "${id}";\n"secret" = "${secret}";\n`,
  },
  {
    place: 'Mach-O __cstring',
    entry: 'Payload/Acme.app/Frameworks/Pair.framework/Pair',
    make: ({ id, secret }, shelf) => {
      leave(
        shelf,
        'pair-ios.c',
        `const char *a(void) { return "${id}"; }\nconst char *b(void) { return "${secret}"; }\n`,
      );
      run(shelf, 'clang', '--target=arm64-apple-ios15.0', '-O1', '-c', 'pair-ios.c', '-o', 'pair-ios.o');
      const platform = ['-platform_version', 'ios', '15.0', '15.0'];
      run(shelf, `${LLVM}/ld64.lld`, '-dylib', '-arch', 'arm64', ...platform, '-o', 'Pair', 'pair-ios.o');
      return readFileSync(join(shelf.work, 'Pair'));
    },
  },
];

/** By the newest compiler in the folder. */
function hermesBundle(shelf: Shelf): Files {
  const compiler = shelf.hermes === undefined ? undefined : compilers(shelf.hermes).at(-1);
  if (compiler === undefined) return {};
  const entry = 'assets/index.android.bundle';
  plantKey(shelf, 'pairs/app.apk', 'pair hermes', { place: 'pair: Hermes strings', entry });
  const { id, secret } = awsKey('pair hermes');
  leave(shelf, 'pair.js', `var s={k:"${id}",s:"${secret}"};print(s.k,s.s);`);
  run(shelf, compiler, '-emit-binary', '-O', '-out', 'pair.hbc', 'pair.js');
  return { [entry]: readFileSync(join(shelf.work, 'pair.hbc')) };
}
