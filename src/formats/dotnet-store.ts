import type { Format, Reading } from './format.ts';
import { lz4Block } from './lz4.ts';

/**
 * How .NET for Android ships assemblies: one by one or in a store, plain or compressed, bare or wrapped in an ELF.
 * dotnet/android, Documentation/project-docs/AssemblyStores.md and ApkSharedLibraries.md.
 */
const STORE_MAGIC = Buffer.from('XABA');
const LZ4_MAGIC = Buffer.from('XALZ');
const ZSTD_MAGIC = Buffer.from('XAZS');
const ELF_MAGIC = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);
/** Names that the build gives to ELF files which only carry assemblies. */
const WRAPPER_NAMES =
  /(?:^|\/)(?:libassemblies\.[\w-]{1,40}\.blob\.so|libassembly-store\.so|lib_[^/]{1,200}\.dll\.so)$/;

const MAX_ASSEMBLIES = 10_000;
const MAX_ASSEMBLY = 64 * 1024 * 1024;
/** All decompressed assemblies of one entry together. */
const MAX_TOTAL = 1024 * 1024 * 1024;

export const dotnetStore: Format = {
  id: 'dotnet-store',
  title: '.NET assembly store and compressed assemblies',
  docs: {
    reads:
      'Stores of versions 1 to 4 (also inside their ELF file), LZ4 and, where Node has it, Zstandard; each assembly is read in its turn.',
    locator: 'the assembly’s name as an entry of its own',
    blind: 'Zstandard assemblies on a Node without it; names in version 1 stores, which stand in another file.',
    source: ['https://github.com/dotnet/android/blob/main/Documentation/project-docs/AssemblyStores.md'],
  },
  hint: { begins: ['XA', '\x7fE'] },
  sniff: (head, name) =>
    startsWith(head, STORE_MAGIC) ||
    startsWith(head, LZ4_MAGIC) ||
    startsWith(head, ZSTD_MAGIC) ||
    (startsWith(head, ELF_MAGIC) && WRAPPER_NAMES.test(name)),
  when: 'always',
  read: (entry) => readAny(entry.bytes, baseName(entry.name)),
};

function startsWith(bytes: Buffer, magic: Buffer): boolean {
  return bytes[0] === magic[0] && bytes.subarray(0, magic.length).equals(magic);
}

function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function* readAny(bytes: Buffer, name: string): Generator<Reading, void, undefined> {
  if (!startsWith(bytes, ELF_MAGIC)) {
    yield* readStoreOrAssembly(bytes, name);
    return;
  }
  const payload = elfPayload(bytes);
  if (payload !== undefined) yield* readStoreOrAssembly(payload, name);
  else yield problem('malformed', 'an ELF file for .NET assemblies has no payload section');
}

function* readStoreOrAssembly(bytes: Buffer, name: string): Generator<Reading, void, undefined> {
  if (startsWith(bytes, STORE_MAGIC)) yield* readStore(bytes);
  else yield assembly(bytes, name.replace(/\.so$/, '').replace(/^lib_/, ''));
}

function problem(kind: 'malformed' | 'unsupported' | 'limit', reason: string): Reading {
  return { type: 'problem', kind, reason };
}

/** One assembly as an entry, decompressed if need be. Header: magic, u32 descriptor index, u32 size. */
function assembly(bytes: Buffer, name: string): Reading {
  const compressed = startsWith(bytes, LZ4_MAGIC) || startsWith(bytes, ZSTD_MAGIC);
  if (!compressed) return { type: 'entry', name, bytes };
  if (bytes.length < 12) return problem('malformed', `compressed assembly ${name} is shorter than its header`);
  const size = bytes.readUInt32LE(8);
  if (size > MAX_ASSEMBLY)
    return problem('limit', `compressed assembly ${name} declares ${size} bytes, more than ${MAX_ASSEMBLY}`);
  const plain = startsWith(bytes, LZ4_MAGIC) ? lz4Block(bytes.subarray(12), size) : unzstd(bytes.subarray(12), size);
  if (plain === 'unsupported') {
    return problem(
      'unsupported',
      `assembly ${name} is compressed with Zstandard, which this Node cannot read; use Node 22.15 or later`,
    );
  }
  if (plain === undefined) return problem('malformed', `compressed assembly ${name} cannot be decompressed`);
  return { type: 'entry', name, bytes: plain };
}

type Decompress = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Buffer;

function unzstd(bytes: Buffer, size: number): Buffer | undefined | 'unsupported' {
  // Loaded when it is needed: that takes longer than many an app.
  const zlib: { readonly zstdDecompressSync?: Decompress } = process.getBuiltinModule('node:zlib');
  const decompress = zlib.zstdDecompressSync;
  if (decompress === undefined) return 'unsupported';
  try {
    return decompress(bytes, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
}

interface Stored {
  readonly name: string;
  readonly offset: number;
  readonly size: number;
}

function* readStore(bytes: Buffer): Generator<Reading, void, undefined> {
  const stored = bytes.length < 20 ? undefined : storedIn(bytes);
  if (stored === undefined) {
    yield problem('unsupported', 'a .NET assembly store has an unknown version or a layout that does not add up');
    return;
  }
  let total = 0;
  for (const one of stored) {
    if (one.size === 0) continue;
    if (one.offset + one.size > bytes.length) {
      yield problem('malformed', `assembly ${one.name} lies outside of its store`);
      continue;
    }
    const reading = assembly(bytes.subarray(one.offset, one.offset + one.size), one.name);
    total += reading.type === 'entry' ? reading.bytes.length : 0;
    if (total > MAX_TOTAL) {
      yield problem('limit', `the assemblies of a store take more than ${MAX_TOTAL} bytes; the rest was not read`);
      return;
    }
    yield reading;
  }
}

function storedIn(bytes: Buffer): readonly Stored[] | undefined {
  const version = bytes.readUInt32LE(4) & 0xffff;
  const count = bytes.readUInt32LE(8);
  if (count > MAX_ASSEMBLIES) return undefined;
  if (version === 1) return storedInFirst(bytes, count);
  return version >= 2 && version <= 4 ? storedInLater(bytes, count, version) : undefined;
}

/** Version 1: header of 20 bytes, then {data offset, data size, debug, config}, 24 bytes each. */
function storedInFirst(bytes: Buffer, count: number): readonly Stored[] | undefined {
  if (20 + 24 * count > bytes.length) return undefined;
  return Array.from({ length: count }, (_, index) => ({
    name: `assembly ${index}.dll`,
    offset: bytes.readUInt32LE(20 + 24 * index),
    size: bytes.readUInt32LE(24 + 24 * index),
  }));
}

/** Versions 2 to 4: header (version 4 has a content id more), index by hash, descriptors of 28 bytes, names. */
function storedInLater(bytes: Buffer, count: number, version: number): readonly Stored[] | undefined {
  const header = version === 4 ? 28 : 20;
  const descriptors = header + bytes.readUInt32LE(16);
  let at = descriptors + 28 * count;
  if (at > bytes.length) return undefined;
  const stored: Stored[] = [];
  for (let index = 0; index < count; index += 1) {
    const length = at + 4 <= bytes.length ? bytes.readUInt32LE(at) : Number.POSITIVE_INFINITY;
    if (length > 1_024 || at + 4 + length > bytes.length) return undefined;
    stored.push({
      name: bytes.toString('utf8', at + 4, at + 4 + length),
      offset: bytes.readUInt32LE(descriptors + 28 * index + 4),
      size: bytes.readUInt32LE(descriptors + 28 * index + 8),
    });
    at += 4 + length;
  }
  return stored;
}

/** Field offsets in an ELF header and section header (gABI, chapters 4 and 5). */
const ELF64 = { shoff: 0x28, shentsize: 0x3a, sectionOffset: 0x18, sectionSize: 0x20, wide: true } as const;
const ELF32 = { shoff: 0x20, shentsize: 0x2e, sectionOffset: 0x10, sectionSize: 0x14, wide: false } as const;

/** The section named `payload`. */
function elfPayload(bytes: Buffer): Buffer | undefined {
  if (bytes.length < 0x40 || bytes[5] !== 1) return undefined;
  const fields = bytes[4] === 2 ? ELF64 : ELF32;
  const word = (at: number) => (fields.wide ? Number(bytes.readBigUInt64LE(at)) : bytes.readUInt32LE(at));
  const table = word(fields.shoff);
  const size = bytes.readUInt16LE(fields.shentsize);
  const count = bytes.readUInt16LE(fields.shentsize + 2);
  const namesIndex = bytes.readUInt16LE(fields.shentsize + 4);
  if (size < (fields.wide ? 0x40 : 0x28) || table + size * count > bytes.length || namesIndex >= count)
    return undefined;
  const names = word(table + size * namesIndex + fields.sectionOffset);
  for (let index = 0; index < count; index += 1) {
    const section = table + size * index;
    const nameAt = names + bytes.readUInt32LE(section);
    if (nameAt + 8 > bytes.length || bytes.toString('latin1', nameAt, nameAt + 8) !== 'payload\0') continue;
    const start = word(section + fields.sectionOffset);
    return bytes.subarray(start, start + word(section + fields.sectionSize));
  }
  return undefined;
}
