/** Writes resource tables in the forms that the installed aapt2 does not (`ResTable_*` in AOSP's ResourceTypes.h). */

export interface ArscEntry {
  readonly number: number;
  readonly name: string;
  /** A string, or the id of a resource that it refers to. */
  readonly value: string | number;
}

export interface ArscForm {
  readonly offsets: 'plain' | 'sparse' | 'offset16';
  readonly compact: boolean;
  readonly utf8: boolean;
}

function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, 2 * index);
  return bytes;
}

function u32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, 4 * index);
  return bytes;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

/** A chunk of the given header (without its first eight bytes) and body. */
function chunk(type: number, header: Buffer, body: Buffer): Buffer {
  const headerSize = 8 + header.length;
  return Buffer.concat([u16(type, headerSize), u32(headerSize + body.length), header, body]);
}

function length8(value: number): Buffer {
  return value < 0x80 ? Buffer.from([value]) : Buffer.from([0x80 | (value >> 8), value & 0xff]);
}

function pooled(value: string, utf8: boolean): Buffer {
  if (!utf8) {
    const long = value.length > 0x7fff;
    const length = long ? u16(0x8000 | (value.length >>> 16), value.length & 0xffff) : u16(value.length);
    return Buffer.concat([length, Buffer.from(value, 'utf16le'), u16(0)]);
  }
  const bytes = Buffer.from(value, 'utf8');
  // Lengths of more than 15 bits are cut, as aapt does.
  return Buffer.concat([length8(value.length & 0x7fff), length8(bytes.length & 0x7fff), bytes, Buffer.from([0])]);
}

export function writePool(strings: readonly string[], utf8: boolean): Buffer {
  const parts = strings.map((value) => pooled(value, utf8));
  let offset = 0;
  const offsets = parts.map((part) => {
    const at = offset;
    offset += part.length;
    return at;
  });
  const header = u32(strings.length, 0, utf8 ? 0x100 : 0, 28 + 4 * strings.length, 0);
  return chunk(0x0001, header, Buffer.concat([u32(...offsets), padded(Buffer.concat(parts))]));
}

/** One package 0x7f with one type, `string`, in the default configuration. */
export function writeArsc(entries: readonly ArscEntry[], form: ArscForm): Buffer {
  const values = entries.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  const written = entries.map((entry, key) => {
    const string = typeof entry.value === 'string';
    const type = string ? 0x03 : 0x01;
    const data = typeof entry.value === 'string' ? values.indexOf(entry.value) : entry.value;
    if (form.compact) return Buffer.concat([u16(key, (type << 8) | 0x0008), u32(data)]);
    return Buffer.concat([u16(8, 0), u32(key), u16(8), Buffer.from([0, type]), u32(data)]);
  });
  const size = form.compact ? 8 : 16;
  const count = Math.max(...entries.map((entry) => entry.number)) + 1;
  const rankOf = (number: number): number => entries.findIndex((entry) => entry.number === number);
  const slots = Array.from({ length: count }, (_, number) => rankOf(number));
  const offsets = {
    plain: () => u32(...slots.map((rank) => (rank === -1 ? 0xffffffff : rank * size))),
    offset16: () => padded(u16(...slots.map((rank) => (rank === -1 ? 0xffff : (rank * size) / 4)))),
    sparse: () => Buffer.concat(entries.map((entry, rank) => u16(entry.number, (rank * size) / 4))),
  }[form.offsets]();
  const flags = { plain: 0, sparse: 1, offset16: 2 }[form.offsets];
  const config = Buffer.concat([u32(64), Buffer.alloc(60)]);
  const entriesStart = 20 + config.length + offsets.length;
  const slotCount = form.offsets === 'sparse' ? entries.length : count;
  const type = chunk(
    0x0201,
    Buffer.concat([Buffer.from([1, flags, 0, 0]), u32(slotCount, entriesStart), config]),
    Buffer.concat([offsets, ...written]),
  );
  const typePool = writePool(['string'], form.utf8);
  const keyPool = writePool(
    entries.map((entry) => entry.name),
    form.utf8,
  );
  const name = Buffer.alloc(256);
  name.write('com.acme', 'utf16le');
  const header = Buffer.concat([u32(0x7f), name, u32(288, 1, 288 + typePool.length, entries.length, 0)]);
  const inPackage = chunk(0x0200, header, Buffer.concat([typePool, keyPool, type]));
  return chunk(0x0002, u32(1), Buffer.concat([writePool(values, form.utf8), inPackage]));
}
