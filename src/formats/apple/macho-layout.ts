/** Layout of Mach-O files (mach-o/fat.h, mach-o/loader.h): slices, segments, sections, encrypted range. */

export interface Slice {
  /** `arm64`, `x86_64` … */
  readonly arch: string;
  /** Bytes of the slice in the file. */
  readonly start: number;
  readonly end: number;
  readonly sections: readonly Section[];
  readonly segments: readonly Segment[];
  /** Range of the file that App Store encryption covers. */
  readonly encrypted?: { readonly start: number; readonly end: number };
  /** The load commands or a section reach beyond the end of the file. */
  readonly cut: boolean;
}

export interface Segment {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface Section {
  readonly segment: string;
  readonly name: string;
  /** Bytes in the file; empty for zero-filled sections. */
  readonly start: number;
  readonly end: number;
  /** Virtual address of `start`. */
  readonly address: number;
  /** S_CSTRING_LITERALS: nothing but NUL-terminated strings. */
  readonly literals: boolean;
}

const FAT_MAGIC = 0xcafebabe;
const FAT_MAGIC_64 = 0xcafebabf;
/** A Java class has the same magic; what it has for a count is its version, 45 and up. */
const MAX_ARCHS = 20;
const MAX_COMMANDS = 4_096;
const MAX_SECTIONS = 4_096;

const LC_SEGMENT = 0x1;
const LC_SEGMENT_64 = 0x19;
const LC_ENCRYPTION_INFO = 0x21;
const LC_ENCRYPTION_INFO_64 = 0x2c;

const S_CSTRING_LITERALS = 0x2;
const S_ZEROFILL = 0x1;
const S_GB_ZEROFILL = 0xc;
const S_THREAD_LOCAL_ZEROFILL = 0x12;

const CPU_TYPES: Readonly<Record<number, string>> = {
  7: 'i386',
  12: 'armv7',
  16777223: 'x86_64',
  16777228: 'arm64',
  33554444: 'arm64_32',
};

export function isMachO(head: Buffer): boolean {
  if (head.length < 28) return false;
  const magic = head.readUInt32BE(0);
  if (magic === FAT_MAGIC || magic === FAT_MAGIC_64) {
    const count = head.readUInt32BE(4);
    return count > 0 && count <= MAX_ARCHS && CPU_TYPES[head.readUInt32BE(8)] !== undefined;
  }
  return formOf(head, 0) !== undefined;
}

/** Every slice that can be laid out; an unknown architecture keeps its number as name. */
export function slicesOf(bytes: Buffer): Slice[] {
  if (bytes.length < 28) return [];
  const magic = bytes.readUInt32BE(0);
  if (magic !== FAT_MAGIC && magic !== FAT_MAGIC_64)
    return [sliceAt(bytes, 0, bytes.length)].filter((slice) => slice !== undefined);
  const wide = magic === FAT_MAGIC_64;
  const size = wide ? 32 : 20;
  const slices: Slice[] = [];
  const count = Math.min(bytes.readUInt32BE(4), MAX_ARCHS);
  for (let index = 0; index < count; index += 1) {
    const at = 8 + index * size;
    if (at + size > bytes.length) break;
    const start = wide ? wideBE(bytes, at + 8) : bytes.readUInt32BE(at + 8);
    const length = wide ? wideBE(bytes, at + 16) : bytes.readUInt32BE(at + 12);
    const slice = start < bytes.length ? sliceAt(bytes, start, start + length) : undefined;
    if (slice !== undefined) slices.push(slice);
  }
  return slices;
}

/** 64-bit fields beyond 2^53 lose precision, and are beyond any file's end all the same. */
function wideBE(bytes: Buffer, at: number): number {
  return bytes.readUInt32BE(at) * 0x1_0000_0000 + bytes.readUInt32BE(at + 4);
}

function wideLE(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at + 4) * 0x1_0000_0000 + bytes.readUInt32LE(at);
}

/** Header length by magic; only little-endian files, as every Apple platform since 2006 has them. */
function formOf(bytes: Buffer, at: number): { wide: boolean; header: number } | undefined {
  const magic = bytes.readUInt32LE(at);
  if (magic === 0xfeedfacf) return { wide: true, header: 32 };
  return magic === 0xfeedface ? { wide: false, header: 28 } : undefined;
}

function sliceAt(bytes: Buffer, start: number, declaredEnd: number): Slice | undefined {
  const end = Math.min(declaredEnd, bytes.length);
  if (start + 32 > end) return undefined;
  const form = formOf(bytes, start);
  if (form === undefined) return undefined;
  const cpu = bytes.readUInt32LE(start + 4);
  const sections: Section[] = [];
  const segments: Segment[] = [];
  let encrypted: Slice['encrypted'];
  let cut = declaredEnd > bytes.length;
  let at = start + form.header;
  const commands = Math.min(bytes.readUInt32LE(start + 16), MAX_COMMANDS);
  for (let index = 0; index < commands; index += 1) {
    if (at + 8 > end) {
      cut = true;
      break;
    }
    const command = bytes.readUInt32LE(at);
    const length = bytes.readUInt32LE(at + 4);
    if (length < 8 || at + length > end) {
      cut = true;
      break;
    }
    const body = bytes.subarray(at, at + length);
    if (command === LC_SEGMENT_64 || command === LC_SEGMENT) {
      const segment = segmentOf(body, command === LC_SEGMENT_64, start, end, MAX_SECTIONS - sections.length);
      if (segment !== undefined) {
        segments.push(segment);
        sections.push(...segment.sections);
        cut ||= segment.cut;
      }
    } else if ((command === LC_ENCRYPTION_INFO || command === LC_ENCRYPTION_INFO_64) && length >= 20) {
      const from = start + body.readUInt32LE(8);
      if (body.readUInt32LE(16) !== 0) encrypted = { start: from, end: Math.min(from + body.readUInt32LE(12), end) };
    }
    at += length;
  }
  const arch = CPU_TYPES[cpu] ?? `cpu ${cpu}`;
  return { arch, start, end, sections, segments, cut, ...(encrypted && { encrypted }) };
}

function segmentOf(
  body: Buffer,
  wide: boolean,
  start: number,
  end: number,
  room: number,
): (Segment & { sections: Section[]; cut: boolean }) | undefined {
  const header = wide ? 72 : 56;
  const size = wide ? 80 : 68;
  if (body.length < header) return undefined;
  const offset = start + (wide ? wideLE(body, 40) : body.readUInt32LE(32));
  const length = wide ? wideLE(body, 48) : body.readUInt32LE(36);
  const count = Math.min(body.readUInt32LE(wide ? 64 : 48), Math.floor((body.length - header) / size), room);
  const sections: Section[] = [];
  for (let index = 0; index < count; index += 1) {
    sections.push(sectionOf(body.subarray(header + index * size, header + (index + 1) * size), wide, start, end));
  }
  return {
    name: nameAt(body, 8),
    start: Math.min(offset, end),
    end: Math.min(offset + length, end),
    sections,
    cut: offset + length > end,
  };
}

function sectionOf(body: Buffer, wide: boolean, start: number, end: number): Section {
  const offset = start + body.readUInt32LE(wide ? 48 : 40);
  const length = wide ? wideLE(body, 40) : body.readUInt32LE(36);
  const type = body.readUInt32LE(wide ? 64 : 56) & 0xff;
  const filled = type !== S_ZEROFILL && type !== S_GB_ZEROFILL && type !== S_THREAD_LOCAL_ZEROFILL;
  return {
    name: nameAt(body, 0),
    segment: nameAt(body, 16),
    start: Math.min(offset, end),
    end: filled ? Math.min(offset + length, end) : Math.min(offset, end),
    address: wide ? wideLE(body, 32) : body.readUInt32LE(32),
    literals: type === S_CSTRING_LITERALS,
  };
}

/** Names of 16 bytes, padded with NUL. */
function nameAt(body: Buffer, at: number): string {
  const raw = body.toString('latin1', at, at + 16);
  return raw.replace(/\0.*$/s, '').replace(/[^\x21-\x7e]/g, '?');
}
