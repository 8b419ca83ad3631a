import { lz4Block } from '../lz4.ts';
import { lzmaStream } from '../lzma.ts';

/**
 * The archive in which Unity packs assets: `data.unity3d`, asset bundles. Header, a block table that is compressed itself,
 * then the blocks; the files lie in the blocks put together. Layout: AssetStudio, BundleFile.cs (MIT); UnityPy (MIT).
 */
export interface ArchiveFile {
  readonly path: string;
  readonly bytes: Buffer;
}

export type Archive =
  | { readonly type: 'files'; readonly files: readonly ArchiveFile[]; readonly missing: readonly string[] }
  | { readonly type: 'malformed'; readonly reason: string }
  | { readonly type: 'unsupported'; readonly reason: string }
  | { readonly type: 'limit'; readonly reason: string };

const INFO_AT_END = 0x80;
const PADDED = 0x200;
const COMPRESSION = 0x3f;
const MAX_INFO = 16 * 1024 * 1024;
const MAX_TOTAL = 512 * 1024 * 1024;
/** LZMA decodes at some megabytes a second. */
const MAX_LZMA = 96 * 1024 * 1024;
const MAX_BLOCKS = 1_000_000;
const MAX_FILES = 100_000;

interface Header {
  readonly version: number;
  readonly size: number;
  readonly infoPacked: number;
  readonly infoSize: number;
  readonly flags: number;
  readonly end: number;
}

interface Block {
  readonly size: number;
  readonly packed: number;
  readonly compression: number;
}

interface Info {
  readonly blocks: readonly Block[];
  readonly files: readonly { readonly path: string; readonly offset: number; readonly size: number }[];
}

export function openArchive(bytes: Buffer): Archive {
  const header = headerOf(bytes);
  if (header === undefined) return { type: 'malformed', reason: 'Unity archive with a header that does not add up' };
  if (header.infoPacked > bytes.length || header.infoSize > MAX_INFO) {
    return { type: 'malformed', reason: 'Unity archive with a block table larger than it can be' };
  }
  // From version 7 on, what follows the header is aligned.
  const behind = header.version >= 7 ? align16(header.end) : header.end;
  const atEnd = (header.flags & INFO_AT_END) !== 0;
  const infoAt = atEnd ? bytes.length - header.infoPacked : behind;
  const packed = bytes.subarray(infoAt, infoAt + header.infoPacked);
  const table = unpacked(packed, header.infoSize, header.flags & COMPRESSION);
  const info = table === undefined ? undefined : infoOf(table);
  if (info === undefined) {
    return { type: 'unsupported', reason: 'Unity archive whose block table is encrypted or of an unknown compression' };
  }
  const after = atEnd ? behind : infoAt + header.infoPacked;
  return filesOf(bytes, (header.flags & PADDED) === 0 ? after : align16(after), info);
}

function align16(at: number): number {
  return (at + 15) & ~15;
}

/** Signature, u32 version, two versions of Unity, i64 size, sizes of the block table, flags; big-endian. */
function headerOf(bytes: Buffer): Header | undefined {
  const version = stringEnd(bytes, 12, 64);
  const revision = version === undefined ? undefined : stringEnd(bytes, version, 64);
  if (revision === undefined || revision + 20 > bytes.length) return undefined;
  return {
    version: bytes.readUInt32BE(8),
    size: Number(bytes.readBigUInt64BE(revision)),
    infoPacked: bytes.readUInt32BE(revision + 8),
    infoSize: bytes.readUInt32BE(revision + 12),
    flags: bytes.readUInt32BE(revision + 16),
    end: revision + 20,
  };
}

/** Index behind the NUL that ends a string. */
function stringEnd(bytes: Buffer, from: number, most: number): number | undefined {
  const nul = bytes.indexOf(0, from);
  return nul === -1 || nul - from > most ? undefined : nul + 1;
}

/** Hash of 16 bytes, blocks {u32 size, u32 packed, u16 flags}, files {i64 offset, i64 size, u32 flags, path}. */
function infoOf(table: Buffer): Info | undefined {
  if (table.length < 20) return undefined;
  const blockCount = table.readUInt32BE(16);
  let at = 20 + 10 * blockCount;
  if (blockCount > MAX_BLOCKS || at + 4 > table.length) return undefined;
  const blocks = Array.from({ length: blockCount }, (_, index) => ({
    size: table.readUInt32BE(20 + 10 * index),
    packed: table.readUInt32BE(24 + 10 * index),
    compression: table.readUInt16BE(28 + 10 * index) & COMPRESSION,
  }));
  const fileCount = table.readUInt32BE(at);
  at += 4;
  if (fileCount > MAX_FILES) return undefined;
  const files: { path: string; offset: number; size: number }[] = [];
  for (let index = 0; index < fileCount; index += 1) {
    const end = at + 20 > table.length ? undefined : stringEnd(table, at + 20, 1_024);
    if (end === undefined) return undefined;
    files.push({
      offset: Number(table.readBigUInt64BE(at)),
      size: Number(table.readBigUInt64BE(at + 8)),
      path: table.toString('utf8', at + 20, end - 1),
    });
    at = end;
  }
  return { blocks, files };
}

function filesOf(bytes: Buffer, start: number, { blocks, files }: Info): Archive {
  const total = blocks.reduce((sum, block) => sum + block.size, 0);
  const lzma = blocks.reduce((sum, block) => sum + (block.compression === 1 ? block.size : 0), 0);
  if (total > MAX_TOTAL || lzma > MAX_LZMA) {
    const most = total > MAX_TOTAL ? MAX_TOTAL : MAX_LZMA;
    return { type: 'limit', reason: `Unity archive of ${total} bytes unpacked, more than ${most}: not opened` };
  }
  const content = Buffer.alloc(total);
  const missing: { readonly start: number; readonly end: number }[] = [];
  let from = start;
  let to = 0;
  for (const block of blocks) {
    const plain = unpacked(bytes.subarray(from, from + block.packed), block.size, block.compression);
    if (plain === undefined) missing.push({ start: to, end: to + block.size });
    else plain.copy(content, to);
    from += block.packed;
    to += block.size;
  }
  const isWhole = (file: Info['files'][number]) =>
    file.offset + file.size <= total &&
    !missing.some((gap) => gap.start < file.offset + file.size && gap.end > file.offset);
  return {
    type: 'files',
    files: files.map(({ path, offset, size }) => ({ path, bytes: content.subarray(offset, offset + size) })),
    missing: files.filter((file) => !isWhole(file)).map(({ path }) => path),
  };
}

/** 0 none, 1 LZMA behind its five bytes of properties, 2 and 3 LZ4. */
function unpacked(packed: Buffer, size: number, compression: number): Buffer | undefined {
  if (compression === 0) return packed.length >= size ? packed.subarray(0, size) : undefined;
  const plain =
    compression === 1
      ? lzmaStream(packed.subarray(0, 5), packed.subarray(5), size)
      : compression <= 3
        ? lz4Block(packed, size)
        : undefined;
  return plain?.length === size ? plain : undefined;
}
