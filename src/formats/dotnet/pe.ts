/** Where the parts of a .NET assembly stand in its file (ECMA-335 II.24 and II.25). */

export interface Range {
  readonly start: number;
  readonly end: number;
}

const MAX_SECTIONS = 96;
const MAX_STREAMS = 32;

/** File offset of the CLI header: data directory 14 of the PE header (ECMA-335 II.25.2.3.3). */
export function cliHeader(bytes: Buffer): number | undefined {
  const pe = u32(bytes, 0x3c);
  if (u32(bytes, pe) !== 0x4550) return undefined;
  const optional = pe + 24;
  const directories = optional + (u16(bytes, optional) === 0x20b ? 112 : 96);
  return fileOffset(bytes, u32(bytes, directories + 14 * 8));
}

/** CLI header → metadata root → streams by name (ECMA-335 II.24.2.1). */
export function metadataStreams(bytes: Buffer): ReadonlyMap<string, Range> {
  const streams = new Map<string, Range>();
  const cli = cliHeader(bytes);
  const root = cli === undefined ? undefined : fileOffset(bytes, u32(bytes, cli + 8));
  if (root === undefined || u32(bytes, root) !== 0x424a_5342) return streams;
  const version = u32(bytes, root + 12);
  if (version > 255) return streams;
  let at = root + 20 + version;
  for (let index = 0; index < Math.min(u16(bytes, root + 18 + version), MAX_STREAMS); index += 1) {
    const start = root + u32(bytes, at);
    const end = Math.min(bytes.length, start + u32(bytes, at + 4));
    const nul = bytes.indexOf(0, at + 8);
    if (nul === -1 || nul - at > 40) return streams;
    if (start < end) streams.set(bytes.toString('latin1', at + 8, nul), { start, end });
    // Names are padded to four bytes, their NUL included.
    at += 8 + ((nul - at - 8 + 4) & ~3);
  }
  return streams;
}

/** The place in the file of a relative virtual address. */
export function fileOffset(bytes: Buffer, address: number): number | undefined {
  const pe = u32(bytes, 0x3c);
  if (address === 0) return undefined;
  const sections = pe + 24 + u16(bytes, pe + 20);
  for (let index = 0; index < Math.min(u16(bytes, pe + 6), MAX_SECTIONS); index += 1) {
    const section = sections + 40 * index;
    const start = u32(bytes, section + 12);
    const size = Math.max(u32(bytes, section + 8), u32(bytes, section + 16));
    if (address >= start && address < start + size) return address - start + u32(bytes, section + 20);
  }
  return undefined;
}

/** Beyond the end everything is zero, which no check accepts. */
export function u32(bytes: Buffer, at: number): number {
  return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0;
}

export function u16(bytes: Buffer, at: number): number {
  return at + 2 <= bytes.length ? bytes.readUInt16LE(at) : 0;
}
