import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleManifest, bundleTable, bundleXml } from '../../../src/formats/aab.ts';
import { lineAt } from '../../../src/formats/android/dex-debug.ts';
import { classAt, methodNameAt, readDexHeaders, typeAt } from '../../../src/formats/android/dex-file.ts';
import { budgetFor, stringsOf } from '../../../src/formats/android/dex-walk/walk.ts';
import { arsc } from '../../../src/formats/arsc.ts';
import { androidManifest, binaryXml } from '../../../src/formats/axml.ts';
import type { Format, Wanted } from '../../../src/formats/format.ts';
import { methodsOf } from './dex-reference.ts';
import { entryOf, fixture, located } from './reading.ts';

/**
 * The readers against Android's own tools. AJAR_ORACLE_APKS names a folder of further APKs; without it only an APK made
 * of the fixtures is compared.
 */
const has = (tool: string): boolean => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
const folder = process.env.AJAR_ORACLE_APKS;
const apks = folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.apk'));
const EVERYTHING: Wanted = { text: () => true, key: () => true };

let work = '';
const pathOf = (name: string): string => (name === 'fixture.apk' ? join(work, name) : join(folder ?? '', name));

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'ajar-oracle-'));
  const zip = new JSZip();
  for (const name of ['AndroidManifest.xml', 'resources.arsc']) zip.file(name, fixture(`binary/${name}`));
  for (const name of ['network.xml', 'defaults.xml']) zip.file(`res/xml/${name}`, fixture(`binary/res/xml/${name}`));
  zip.file('classes.dex', fixture('classes.dex'));
  writeFileSync(pathOf('fixture.apk'), await zip.generateAsync({ type: 'nodebuffer' }));
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Undefined if it fails or complains: older tools do not know compact entries and 16-bit offsets, and print nonsense. */
function run(tool: string, ...args: readonly string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(tool, args, { maxBuffer: 1 << 30 });
  return status === 0 && !/ E /.test(stderr.toString('utf8')) ? stdout.toString('utf8') : undefined;
}

function member(apk: string, name: string): Buffer | undefined {
  const { status, stdout } = spawnSync('unzip', ['-p', apk, name], { maxBuffer: 1 << 30 });
  return status === 0 && stdout.length > 0 ? stdout : undefined;
}

function everything(format: Format, name: string, bytes: Buffer): string[] {
  return located([...format.read(entryOf(name, bytes), EVERYTHING)]);
}

describe.skipIf(!has('aapt2') || !has('unzip')).each(['fixture.apk', ...apks])('aapt2 agrees on %s', (name) => {
  it('on every string of the table and the manifest, in both forms', ({ skip }) => {
    const apk = pathOf(name);
    const converted = join(work, `proto-${basename(apk)}`);
    if (run('aapt2', 'convert', '--output-format', 'proto', '-o', converted, apk) === undefined)
      skip('this aapt2 cannot read it');
    for (const [binaryName, binary, protoName, proto] of [
      ['resources.arsc', arsc, 'resources.pb', bundleTable],
      ['AndroidManifest.xml', androidManifest, 'AndroidManifest.xml', bundleManifest],
    ] as const) {
      const ours = member(apk, binaryName);
      const theirs = member(converted, protoName);
      if (ours === undefined || theirs === undefined) continue;
      // The protobuf table says of a file that it is one, the binary one has only its path.
      // A version of two numbers is compiled to a float, of which only the binary form keeps the text.
      const isText = (line: string): boolean =>
        !/^(?!string|array|plurals)\w+\/| = res\/|platformBuildVersionName/.test(line);
      expect(everything(binary, binaryName, ours).filter(isText)).toEqual(
        everything(proto, protoName, theirs).filter(isText),
      );
    }
  });

  it('on every string of the other compiled XML, in both forms', async ({ skip }) => {
    const apk = pathOf(name);
    const converted = join(work, `proto-xml-${basename(apk)}`);
    if (run('aapt2', 'convert', '--output-format', 'proto', '-o', converted, apk) === undefined)
      return skip('this aapt2 cannot read it');
    const [ours, theirs] = await Promise.all(
      [apk, converted].map((path) => JSZip.loadAsync(readFileSync(path)).catch(() => undefined)),
    );
    if (ours === undefined || theirs === undefined) return skip('JSZip refuses it');
    for (const file of Object.values(ours.files).filter((one) => /^res\/.*\.xml$/.test(one.name))) {
      const binary = await file.async('nodebuffer');
      const proto = await theirs.file(file.name)?.async('nodebuffer');
      if (proto === undefined || !binaryXml.sniff(binary, file.name)) continue;
      // The text of a value that is compiled to a colour or a number has gone from the protobuf form.
      const lines = new Set(everything(binaryXml, file.name, binary));
      const missing = everything(bundleXml, file.name, proto).filter((line) => !lines.has(line));
      expect(missing, file.name).toEqual([]);
    }
  });

  it('on the strings of its dump', ({ skip }) => {
    const dump = run('aapt2', 'dump', 'resources', pathOf(name));
    const bytes = member(pathOf(name), 'resources.arsc');
    if (dump === undefined || bytes === undefined) return skip('this aapt2 cannot read it');
    const ours = everything(arsc, 'resources.arsc', bytes).filter((line) => /^string\/[^ ]* = /.test(line));
    const dumped = [...dump.matchAll(/resource 0x[0-9a-f]{8} (string\/\S+).*\n\s+\(\) "([^"\n]*)"$/gm)].map(
      ([, locator, value]) => `${locator} = ${value}`,
    );
    // The dump escapes nothing: only values on one line and without quotes can be told.
    const lines = new Set(ours);
    expect(dumped.filter((line) => !line.endsWith(' = ') && !line.includes('\\') && !lines.has(line))).toEqual([]);
  });
});

describe.skipIf(!has('dexdump') || !has('unzip')).each(['fixture.apk', ...apks])('dexdump agrees on %s', (name) => {
  it('on which method loads how many strings, and on lines', ({ skip }) => {
    const bytes = member(pathOf(name), 'classes.dex');
    if (bytes === undefined) return skip('no classes.dex');
    const file = join(work, 'classes.dex');
    writeFileSync(file, bytes);
    const dump = spawnSync('dexdump', ['-d', '-l', 'plain', file], { maxBuffer: 1 << 30 });
    if (dump.status !== 0) return skip('dexdump refuses it');
    const text = dump.stdout.toString('utf8');
    expect(ourLoads(bytes)).toEqual(dumpedLoads(text));
    const dumped = dumpedLines(text);
    expect(ourLines(bytes, dumped)).toEqual(dumped);
  });
});

/** Line by address, for each method with code in the order of the file; of two lines at one address the later. */
function dumpedLines(dump: string): Map<number, number>[] {
  const methods: Map<number, number>[] = [];
  let open = false;
  for (const line of dump.split('\n')) {
    if (/^ {6}positions {5}:/.test(line)) methods.push(new Map());
    open = /^ {6}positions {5}:/.test(line) || (open && /^ {8}0x/.test(line));
    const [, pc, number] = /^ {8}0x([0-9a-f]+) line=(\d+)$/.exec(line) ?? [];
    if (open && pc !== undefined) methods.at(-1)?.set(Number.parseInt(pc, 16), Number(number));
  }
  return methods;
}

/** What the reader says at the addresses of the dump. */
function ourLines(bytes: Buffer, dumped: readonly ReadonlyMap<number, number>[]): Map<number, number>[] {
  const methods: Map<number, number>[] = [];
  const headers = readDexHeaders(bytes);
  for (const file of 'files' in headers ? headers.files : []) {
    for (const { code } of methodsOf(file)) {
      if (code === 0) continue;
      const addresses = [...(dumped[methods.length] ?? new Map<number, number>()).keys()];
      methods.push(new Map(addresses.map((pc) => [pc, lineAt(file, code, pc) ?? 0])));
    }
  }
  return methods;
}

/** Count of loaded strings by class and method, of methods that load any. */
function ourLoads(bytes: Buffer): Map<string, number> {
  const loads = new Map<string, number>();
  const headers = readDexHeaders(bytes);
  for (const file of 'files' in headers ? headers.files : []) {
    for (let index = 0; index < file.classes.count; index += 1) {
      const type = typeAt(file, classAt(file, index).type);
      for (const { kind, member } of stringsOf(file, index, budgetFor(file))) {
        if (kind !== 'loaded') continue;
        const method = `${type}->${methodNameAt(file, member)}`;
        loads.set(method, (loads.get(method) ?? 0) + 1);
      }
    }
  }
  return loads;
}

function dumpedLoads(dump: string): Map<string, number> {
  const loads = new Map<string, number>();
  let type = '';
  let name = '';
  for (const line of dump.split('\n')) {
    type = /^ {2}Class descriptor {2}: '(.*)'/.exec(line)?.[1] ?? type;
    name = /^ {6}name {10}: '(.*)'/.exec(line)?.[1] ?? name;
    if (!/\|[0-9a-f]{4,}: const-string/.test(line)) continue;
    const method = `${type}->${name}`;
    loads.set(method, (loads.get(method) ?? 0) + 1);
  }
  return loads;
}
