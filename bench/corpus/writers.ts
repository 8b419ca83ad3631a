import { execFileSync } from 'node:child_process';
// @ts-expect-error: the package has no types
import { compressBlock, compressBound, makeBuffer } from 'lz4js';

/** Files that no toolchain at hand makes, byte by byte; each names the page that tells its layout. */

function le(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, 4 * index);
  return bytes;
}

function be(...values: readonly number[]): Buffer {
  return le(...values).swap32();
}

function be64(value: number): Buffer {
  return be(Math.floor(value / 2 ** 32), value);
}

/** The bytes with zeros up to a multiple of `width`. */
export function padded(bytes: Buffer, width: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((width - (bytes.length % width)) % width)]);
}

export function lz4(bytes: Buffer): Buffer {
  const target = makeBuffer(compressBound(bytes.length));
  const size = compressBlock(bytes, target, 0, bytes.length, new Uint32Array(1 << 16));
  if (size > 0) return Buffer.from(target.subarray(0, size));
  // Too small or too varied to gain anything: one sequence of literals.
  const length = bytes.length;
  const extra = length < 15 ? [] : [...Array(Math.floor((length - 15) / 255)).fill(255), (length - 15) % 255];
  return Buffer.concat([Buffer.from([Math.min(15, length) << 4, ...extra]), bytes]);
}

/** Properties and stream, without the size that stands between them in a `.lzma` file. */
function lzma(bytes: Buffer): Buffer {
  const file = execFileSync('xz', ['--format=lzma', '-c'], { input: bytes });
  return Buffer.concat([file.subarray(0, 5), file.subarray(13)]);
}

export type UnityCompression = 'none' | 'lzma' | 'lz4';
const CODES = { none: 0, lzma: 1, lz4: 3 } as const;

/** UnityFS, format 6 and later (UnityPy, files/BundleFile.py). */
export function unityFs(path: string, content: Buffer, compression: UnityCompression, version: number): Buffer {
  const pack = { none: (bytes: Buffer) => bytes, lzma, lz4 }[compression];
  const size = compression === 'lz4' ? 131_072 : Math.max(1, content.length);
  const blocks = Array.from({ length: Math.ceil(content.length / size) }, (_, index) => {
    const plain = content.subarray(index * size, (index + 1) * size);
    return { plain, packed: pack(plain) };
  });
  const flags = Buffer.from([0, CODES[compression]]);
  const info = Buffer.concat([
    Buffer.alloc(16),
    be(blocks.length),
    ...blocks.map(({ plain, packed }) => Buffer.concat([be(plain.length, packed.length), flags])),
    be(1),
    be64(0),
    be64(content.length),
    be(4),
    Buffer.from(`${path}\0`),
  ]);
  const table = compression === 'none' ? info : lz4(info);
  const head = Buffer.concat([Buffer.from('UnityFS\0'), be(version), Buffer.from('5.x.x\x002021.3.5f1\0')]);
  const data = Buffer.concat(blocks.map(({ packed }) => packed));
  const start = head.length + 20;
  const behind = version >= 7 ? start + ((16 - (start % 16)) % 16) : start;
  const sizes = Buffer.concat([be64(behind + table.length + data.length), be(table.length, info.length)]);
  const combined = be(0x40 | (compression === 'none' ? 0 : CODES.lz4));
  return Buffer.concat([head, sizes, combined, Buffer.alloc(behind - start), table, data]);
}

/** A serialized file with strings as every object writes them: u32 length, UTF-8, padding to four bytes. */
export function unityAssets(strings: readonly string[]): Buffer {
  const data = Buffer.concat(
    strings.map((text) => padded(Buffer.concat([le(Buffer.byteLength(text)), Buffer.from(text)]), 4)),
  );
  const head = padded(Buffer.concat([Buffer.alloc(48), Buffer.from('2021.3.5f1\0')]), 16);
  be(0, 0, 22).copy(head, 0);
  return Buffer.concat([head, data]);
}

/** global-metadata.dat with nothing but literals (LibCpp2IL, Il2CppGlobalMetadataHeader.cs). */
export function unityMetadata(version: number, literals: readonly string[]): Buffer {
  const width = version >= 35 ? 4 : 8;
  const data = literals.map((literal) => Buffer.from(literal));
  let at = 0;
  const table = data.map((literal) => {
    const row = width === 8 ? le(literal.length, at) : le(at);
    at += literal.length;
    return row;
  });
  const size = width * data.length;
  const fields = version >= 38 ? [256, size, data.length, 256 + size, at, at] : [256, size, 256 + size, at];
  const header = Buffer.alloc(256);
  le(0xfab11baf, version, ...fields).copy(header);
  return Buffer.concat([header, ...table, ...data]);
}

/** dotnet/android, AssemblyStores.md: `XABA`, versions 1 to 4. */
export function assemblyStore(
  version: number,
  assemblies: readonly { readonly name: string; readonly bytes: Buffer }[],
): Buffer {
  const count = assemblies.length;
  const width = version === 2 ? 12 : 13;
  const names = assemblies.map(({ name }) => Buffer.concat([le(name.length), Buffer.from(name)]));
  const header = version === 4 ? 28 : 20;
  const start = version === 1 ? 20 + 24 * count : header + width * count + 28 * count + Buffer.concat(names).length;
  let at = start;
  const rows = assemblies.map(({ bytes }, index) => {
    const row = version === 1 ? le(at, bytes.length, 0, 0, 0, 0) : le(index, at, bytes.length, 0, 0, 0, 0);
    at += bytes.length;
    return row;
  });
  const data = assemblies.map(({ bytes }) => bytes);
  if (version === 1) return Buffer.concat([Buffer.from('XABA'), le(1, count, count, 0), ...rows, ...data]);
  const head = [Buffer.from('XABA'), le((0x8001_0000 + version) >>> 0, count, count, width * count)];
  const contentId = version === 4 ? [Buffer.alloc(8, 0x5a)] : [];
  return Buffer.concat([...head, ...contentId, Buffer.alloc(width * count), ...rows, ...names, ...data]);
}

/** `XALZ`, u32 index, u32 size, LZ4 block (ApkSharedLibraries.md). */
export function compressedAssembly(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from('XALZ'), le(0, bytes.length), lz4(bytes)]);
}

/** Indexed RAM bundle (metro, RamBundle): start-up code and modules, each NUL-terminated. */
export function ramBundle(startup: string, modules: readonly string[]): Buffer {
  const parts = [startup, ...modules].map((code) => Buffer.from(`${code}\0`));
  let at = parts[0]?.length ?? 0;
  const rows = parts.slice(1).map((part) => {
    const row = le(at, part.length);
    at += part.length;
    return row;
  });
  return Buffer.concat([le(0xfb0bd1e5, modules.length, parts[0]?.length ?? 0), ...rows, ...parts]);
}

function uint(value: number): Buffer {
  if (value < 0x80) return Buffer.from([value]);
  return value < 0x4000 ? Buffer.from([0x80 | (value >> 8), value & 255]) : be((0xc000_0000 | value) >>> 0);
}

/**
 * A Dart kernel component with a source table and a string table (dart-lang/sdk, pkg/kernel/binary.md): with the index of the
 * page, or as newer compilers write it, with the constants before the names.
 */
export function dartKernel(
  sources: Readonly<Record<string, string>>,
  strings: readonly string[],
  index: 'page' | 'newer' = 'newer',
): Buffer {
  const list = (text: string) => Buffer.concat([uint(Buffer.byteLength(text)), Buffer.from(text)]);
  const head = Buffer.concat([be(0x90abcdef, index === 'page' ? 57 : 75), Buffer.from('0123456789'), uint(0)]);
  const rows = Object.entries(sources).map(([uri, code]) =>
    Buffer.concat([list(uri), list(code), uint(0), uint(0), uint(0)]),
  );
  let at = head.length + 4;
  const offsets = rows.map((row) => {
    const start = at;
    at += row.length;
    return start;
  });
  const sourceTable = Buffer.concat([be(rows.length), ...rows, be(...offsets)]);
  const encoded = strings.map((text) => Buffer.from(text));
  let end = 0;
  const ends = encoded.map((text) => {
    end += text.length;
    return uint(end);
  });
  const stringTable = Buffer.concat([uint(strings.length), ...ends, ...encoded]);
  const atNames = head.length + sourceTable.length;
  const atStrings = atNames + 1;
  const body = padded(Buffer.concat([head, sourceTable, uint(0), stringTable, uint(0)]), 8);
  const behind = atStrings + stringTable.length;
  const fields =
    index === 'page'
      ? [head.length, atNames, atStrings, atStrings, atStrings, behind, 0, 0]
      : [head.length, atNames, atNames, atNames, atStrings, atStrings, atStrings, behind, 0, 0];
  const tail = be(...fields, head.length, 0);
  return Buffer.concat([body, tail, be(body.length + tail.length + 4)]);
}

/** The head of a Realm file and strings as its leaves hold them, NUL-terminated (realm-core, file format). */
export function realm(strings: readonly string[]): Buffer {
  const head = Buffer.alloc(24);
  head.write('T-DB', 16, 'latin1');
  return Buffer.concat([head, ...strings.map((text) => padded(Buffer.from(`${text}\0`), 8))]);
}

/** `NIBArchive`: strings stand inline among its values. */
export function nibArchive(strings: readonly string[]): Buffer {
  const values = strings.map((text) => Buffer.concat([Buffer.from([0x0a]), uint(text.length), Buffer.from(text)]));
  return Buffer.concat([Buffer.from('NIBArchive'), le(1, 10, 0, 50), ...values]);
}
