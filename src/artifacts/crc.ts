/** CRC-32 as ZIP archives have it. What computes it is loaded with the first one: many an app needs none here. */
export function crc32(bytes: Buffer): number {
  return process.getBuiltinModule('node:zlib').crc32(bytes);
}
