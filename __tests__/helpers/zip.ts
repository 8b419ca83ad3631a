import { crc32, deflateRawSync } from 'node:zlib';

/** An entry to be written; what is not given is as it should be. The tampered fields tell what to lie about. */
export interface ZipItem {
  readonly name: string | Buffer;
  readonly data: Buffer;
  /** What the data really is: 0 stored, 8 deflated. */
  readonly method?: 0 | 8;
  readonly central?: Partial<ZipFields>;
  readonly local?: Partial<ZipFields>;
  readonly localExtra?: Buffer;
  /** Sizes behind the data (bit 3), none in the local header. */
  readonly descriptor?: boolean;
  /** Sizes and offset in a Zip64 extra field. */
  readonly zip64?: boolean;
  /** Cuts the compressed data off after so many bytes, or replaces it. */
  readonly raw?: (compressed: Buffer) => Buffer;
}

export interface ZipFields {
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
}

export interface ZipForm {
  readonly comment?: Buffer;
  /** Bytes before the archive, which its offsets do not count. */
  readonly prefix?: Buffer;
  readonly suffix?: Buffer;
  readonly zip64End?: boolean;
  readonly noDirectory?: boolean;
  readonly repeatedEnd?: boolean;
  readonly directoryOffset?: number;
}

/** Writes a ZIP archive byte by byte, right or wrong as the test wants it. */
export function makeZip(items: readonly ZipItem[], form: ZipForm = {}): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const item of items) {
    const written = writeItem(item, at);
    parts.push(written.local);
    central.push(written.central);
    at += written.local.length;
  }
  const directory = Buffer.concat(central);
  const end = endRecords(items.length, directory.length, form.directoryOffset ?? at, at, form);
  const tail = form.noDirectory ? [] : [directory, end, ...(form.repeatedEnd ? [end] : [])];
  return Buffer.concat([form.prefix ?? Buffer.alloc(0), ...parts, ...tail, form.suffix ?? Buffer.alloc(0)]);
}

function writeItem(item: ZipItem, offset: number): { local: Buffer; central: Buffer } {
  const method = item.method ?? 8;
  const name = Buffer.isBuffer(item.name) ? item.name : Buffer.from(item.name);
  const compressed = method === 8 ? deflateRawSync(item.data) : item.data;
  const data = item.raw ? item.raw(compressed) : compressed;
  const fields: ZipFields = {
    flags: item.descriptor ? 8 : 0,
    method,
    crc32: crc32(item.data),
    compressedSize: compressed.length,
    size: item.data.length,
    offset,
  };
  const inLocal = item.descriptor ? { ...fields, crc32: 0, compressedSize: 0, size: 0 } : fields;
  const local = localHeader({ ...inLocal, ...item.local }, name, item.localExtra ?? Buffer.alloc(0));
  const central = { ...fields, ...item.central };
  return {
    local: Buffer.concat([local, data, item.descriptor ? descriptor(fields) : Buffer.alloc(0)]),
    central: centralHeader(central, name, item.zip64 ?? false),
  };
}

function localHeader(fields: ZipFields, name: Buffer, extra: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(fields.flags, 6);
  header.writeUInt16LE(fields.method, 8);
  header.writeUInt32LE(fields.crc32, 14);
  header.writeUInt32LE(fields.compressedSize, 18);
  header.writeUInt32LE(fields.size, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra]);
}

function descriptor(fields: ZipFields): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(fields.crc32, 4);
  bytes.writeUInt32LE(fields.compressedSize, 8);
  bytes.writeUInt32LE(fields.size, 12);
  return bytes;
}

/** One entry of a central directory. */
export function centralHeader(fields: ZipFields, name: Buffer, zip64: boolean): Buffer {
  const extra = zip64 ? Buffer.alloc(28) : Buffer.alloc(0);
  if (zip64) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    extra.writeBigUInt64LE(BigInt(fields.size), 4);
    extra.writeBigUInt64LE(BigInt(fields.compressedSize), 12);
    extra.writeBigUInt64LE(BigInt(fields.offset), 20);
  }
  const narrow = (value: number) => (zip64 ? 0xffffffff : value);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(fields.flags, 8);
  header.writeUInt16LE(fields.method, 10);
  header.writeUInt32LE(fields.crc32, 16);
  header.writeUInt32LE(narrow(fields.compressedSize), 20);
  header.writeUInt32LE(narrow(fields.size), 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(narrow(fields.offset), 42);
  return Buffer.concat([header, name, extra]);
}

function endRecords(count: number, size: number, offset: number, at: number, form: ZipForm): Buffer {
  const comment = form.comment ?? Buffer.alloc(0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(form.zip64End ? 0xffff : count, 8);
  end.writeUInt16LE(form.zip64End ? 0xffff : count, 10);
  end.writeUInt32LE(form.zip64End ? 0xffffffff : size, 12);
  end.writeUInt32LE(form.zip64End ? 0xffffffff : offset, 16);
  end.writeUInt16LE(comment.length, 20);
  if (!form.zip64End) return Buffer.concat([end, comment]);
  const wide = Buffer.alloc(56);
  wide.writeUInt32LE(0x06064b50, 0);
  wide.writeBigUInt64LE(44n, 4);
  wide.writeBigUInt64LE(BigInt(count), 24);
  wide.writeBigUInt64LE(BigInt(count), 32);
  wide.writeBigUInt64LE(BigInt(size), 40);
  wide.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(at + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([wide, locator, end, comment]);
}
