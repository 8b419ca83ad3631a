import fc from 'fast-check';
import type { Format } from '../../src/formats/format.ts';
import { entryOf, WANTED } from './reading.ts';

/** Reads everything and asks every text for what stands around it; returns how much came. */
function exhaust(format: Format, bytes: Buffer, name: string): number {
  let count = 0;
  format.sniff(bytes.subarray(0, 4_096), name);
  for (const reading of format.read(entryOf(bytes, name), WANTED)) {
    count += 1;
    if (reading.type === 'text') reading.text.around?.();
  }
  return count;
}

/** Throws if the reader throws on arbitrary bytes, or on a real file cut off, with bits flipped or words overwritten. */
export function survivesHostileBytes(format: Format, real: Buffer, name: string): void {
  exhaust(format, real, name);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_048 }), (bytes) => exhaust(format, Buffer.from(bytes), name) >= 0),
    {
      numRuns: 200,
    },
  );
  fc.assert(
    fc.property(fc.nat(real.length), (length) => exhaust(format, real.subarray(0, length), name) >= 0),
    {
      numRuns: 100,
    },
  );
  const places = fc.array(fc.tuple(fc.nat(real.length - 1), fc.nat(7)), { minLength: 1, maxLength: 16 });
  fc.assert(
    fc.property(places, (flips) => {
      const bytes = Buffer.from(real);
      for (const [at, bit] of flips) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      return exhaust(format, bytes, name) >= 0;
    }),
    { numRuns: 200 },
  );
  const word = fc.constantFrom(0, 1, 0x7f, 0xff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff);
  fc.assert(
    fc.property(fc.nat(Math.min(real.length, 256)), word, (at, value) => {
      const bytes = Buffer.from(real);
      if (at + 4 <= bytes.length) bytes.writeUInt32LE(value, at);
      return exhaust(format, bytes, name) >= 0;
    }),
    { numRuns: 200 },
  );
}
