import { readFileSync } from 'node:fs';
import * as zlib from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotnetAssembly } from '../../src/formats/dotnet-assembly.ts';
import { dotnetStore } from '../../src/formats/dotnet-store.ts';
import type { Format } from '../../src/formats/format.ts';
import { lz4Block } from '../../src/formats/lz4.ts';
import { survivesHostileBytes } from '../helpers/hostile.ts';
import { problemsOf, readAll, textsOf } from '../helpers/reading.ts';

const fixture = (name: string) => readFileSync(new URL(`./fixtures/dotnet/${name}`, import.meta.url));
const APP = fixture('App.dll');

const entriesOf = (format: Format, bytes: Buffer, name: string) =>
  readAll(format, bytes, name).flatMap((reading) => (reading.type === 'entry' ? [reading] : []));

describe('dotnet-assembly', () => {
  it('reads user strings exactly, with their tokens', () => {
    expect(dotnetAssembly.sniff(APP.subarray(0, 64), 'App.dll')).toBe(true);
    const texts = textsOf(readAll(dotnetAssembly, APP, 'App.dll'));
    const users = texts.filter(({ place }) => place.locator !== undefined);
    expect(users.map(({ value, place }) => [value, place.locator])).toEqual([
      ['https://acme-prod-uploads.s3.eu-west-3.amazonaws.com/', '#US 0x70000015 in Acme.Backend::Upload'],
      ['größe 世界 https://acme-default-rtdb.firebaseio.com', '#US 0x70000081 in Acme.Backend::Database'],
    ]);
    expect(users[0]?.around?.()).toContainEqual({ value: 'eu-west-3', at: -6 });
    const offset = users[0]?.place.offset ?? 0;
    expect(APP.toString('utf16le', offset, offset + 16)).toBe('https://');
  });

  it('reads constants as runs', () => {
    const constants = textsOf(readAll(dotnetAssembly, APP, 'App.dll')).filter(
      ({ place }) => place.locator === undefined,
    );
    expect(constants.map(({ value }) => value)).toEqual(['https://acme-const.s3.amazonaws.com/']);
  });

  it('hands on embedded resources', () => {
    expect(entriesOf(dotnetAssembly, APP, 'App.dll')).toEqual([
      { type: 'entry', name: 'resource 0', bytes: fixture('appsettings.json') },
    ]);
  });

  it('reads a native DLL as runs', () => {
    const native = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100), Buffer.from('https://acme.firebaseio.com\0')]);
    expect(textsOf(readAll(dotnetAssembly, native, 'x.dll')).map(({ value }) => value)).toEqual([
      'https://acme.firebaseio.com',
    ]);
  });

  it('survives hostile bytes', () => survivesHostileBytes(dotnetAssembly, APP, 'App.dll'));
});

describe('dotnet-store', () => {
  it('decompresses LZ4', () => {
    const bytes = fixture('App.dll.lz4');
    expect(dotnetStore.sniff(bytes.subarray(0, 64), 'assemblies/App.dll')).toBe(true);
    expect(entriesOf(dotnetStore, bytes, 'assemblies/App.dll')).toEqual([
      { type: 'entry', name: 'App.dll', bytes: APP },
    ]);
  });

  it('decompresses Zstandard where Node has it and says so where not', () => {
    const readings = readAll(dotnetStore, fixture('App.dll.zst'), 'App.dll');
    if ('zstdDecompressSync' in zlib) expect(readings).toEqual([{ type: 'entry', name: 'App.dll', bytes: APP }]);
    else expect(problemsOf(readings)[0]).toMatch(/^unsupported: assembly App.dll is compressed with Zstandard/);
  });

  it.each(['arm64-v8a', 'armeabi-v7a'])('opens the ELF file of %s', (abi) => {
    const name = `lib/${abi}/libassemblies.${abi}.blob.so`;
    const bytes = fixture(`libassemblies.${abi}.blob.so`);
    expect(dotnetStore.sniff(bytes.subarray(0, 64), name)).toBe(true);
    expect(dotnetStore.sniff(bytes.subarray(0, 64), `lib/${abi}/libfoo.so`)).toBe(false);
    expect(entriesOf(dotnetStore, bytes, name)).toEqual([{ type: 'entry', name: 'App.dll', bytes: APP }]);
  });

  it.each([1, 2, 3, 4])('reads a store of version %i with plain and compressed assemblies', (version) => {
    const bytes = storeOf(version, [
      ['App.dll', fixture('App.dll.lz4')],
      ['Core.dll', APP],
    ]);
    const names = version === 1 ? ['assembly 0.dll', 'assembly 1.dll'] : ['App.dll', 'Core.dll'];
    expect(entriesOf(dotnetStore, bytes, 'assemblies/assemblies.blob')).toEqual(
      names.map((name) => ({ type: 'entry', name, bytes: APP })),
    );
  });

  it('names what it cannot read', () => {
    const newer = storeOf(2, []);
    newer.writeUInt32LE(9, 4);
    expect(problemsOf(readAll(dotnetStore, newer, 'x'))[0]).toMatch(/^unsupported:/);
    const huge = fixture('App.dll.lz4');
    huge.writeUInt32LE(0x7fff_ffff, 8);
    expect(problemsOf(readAll(dotnetStore, huge, 'App.dll'))[0]).toMatch(/^limit: compressed assembly App.dll/);
    const broken = fixture('App.dll.lz4');
    broken.writeUInt32LE(10, 8);
    expect(problemsOf(readAll(dotnetStore, broken, 'App.dll'))[0]).toMatch(/^malformed: compressed assembly App.dll/);
  });

  it('survives hostile bytes', () => {
    survivesHostileBytes(dotnetStore, fixture('App.dll.lz4'), 'App.dll');
    survivesHostileBytes(
      dotnetStore,
      fixture('libassemblies.arm64-v8a.blob.so'),
      'lib/a/libassemblies.arm64-v8a.blob.so',
    );
    survivesHostileBytes(dotnetStore, storeOf(4, [['App.dll', fixture('App.dll.lz4')]]), 'lib/a/libassembly-store.so');
  });
});

describe('lz4Block', () => {
  it('never gives more than was declared', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(300), (bytes, size) => {
        const plain = lz4Block(Buffer.from(bytes), size);
        return plain === undefined || plain.length <= size;
      }),
    );
  });

  it('repeats overlapping matches', () => {
    // Token 0x1f: one literal and a match of 15 + 4 + the next byte, one back.
    expect(lz4Block(Buffer.from([0x1f, 0x61, 1, 0, 5, 0x10, 0x62]), 64)?.toString()).toBe(`${'a'.repeat(25)}b`);
  });
});

/** A store as AssemblyStores.md lays it out. */
function storeOf(version: number, assemblies: readonly (readonly [string, Buffer])[]): Buffer {
  const names = assemblies.map(([name]) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(name.length);
    return Buffer.concat([length, Buffer.from(name)]);
  });
  const header = Buffer.alloc(version === 4 ? 28 : 20);
  const index = Buffer.alloc(version === 1 ? 0 : assemblies.length * 2 * (version === 2 ? 12 : 13));
  header.write('XABA');
  header.writeUInt32LE(version === 1 ? 1 : (0x8001_0000 | version) >>> 0, 4);
  header.writeUInt32LE(assemblies.length, 8);
  header.writeUInt32LE(version === 1 ? assemblies.length : assemblies.length * 2, 12);
  header.writeUInt32LE(version === 1 ? 0 : index.length, 16);
  const width = version === 1 ? 24 : 28;
  const first = version === 1 ? 0 : 4;
  const tail = version === 1 ? [] : names;
  let offset = header.length + index.length + width * assemblies.length + Buffer.concat(tail).length;
  const descriptors = assemblies.map(([, bytes]) => {
    const descriptor = Buffer.alloc(width);
    descriptor.writeUInt32LE(offset, first);
    descriptor.writeUInt32LE(bytes.length, first + 4);
    offset += bytes.length;
    return descriptor;
  });
  return Buffer.concat([header, index, ...descriptors, ...tail, ...assemblies.map(([, bytes]) => bytes)]);
}
