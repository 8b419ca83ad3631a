import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleManifest, bundleTable, bundleXml } from '../../../src/formats/aab.ts';
import { parseMapping } from '../../../src/formats/android/mapping.ts';
import { arsc } from '../../../src/formats/arsc.ts';
import { androidManifest, binaryXml } from '../../../src/formats/axml.ts';
import { dex } from '../../../src/formats/dex.ts';
import type { Format, Reading, Wanted } from '../../../src/formats/format.ts';
import { javaClass } from '../../../src/formats/java-class.ts';
import { MAX_NEIGHBOURS, MAX_TEXT_LENGTH } from '../../../src/model.ts';
import { entryOf, fixture, WANTED } from './reading.ts';

const READERS: readonly (readonly [string, Format])[] = [
  ['binary/AndroidManifest.xml', androidManifest],
  ['binary/res/xml/network.xml', binaryXml],
  ['binary/resources.arsc', arsc],
  ['proto/AndroidManifest.xml', bundleManifest],
  ['proto/res/xml/network.xml', bundleXml],
  ['proto/resources.pb', bundleTable],
  ['classes.dex', dex],
  ['Store.class', javaClass],
];

const EVERYTHING: Wanted = { text: () => true, key: () => true };

/** What holds for a reading of any bytes whatever; reads what stands around as a recogniser would. */
function check(format: Format, name: string, bytes: Buffer): void {
  for (const wanted of [WANTED, EVERYTHING]) {
    for (const reading of format.read(entryOf(name, bytes), wanted)) checkReading(reading, bytes);
  }
}

function checkReading(reading: Reading, bytes: Buffer): void {
  if (reading.type === 'problem') expect(reading.reason.length).toBeGreaterThan(10);
  if (reading.type !== 'text') return;
  const { value, place, around } = reading.text;
  expect(value.length).toBeGreaterThan(0);
  expect(value.length).toBeLessThanOrEqual(MAX_TEXT_LENGTH);
  expect(place.locator).toBeTruthy();
  if (place.offset !== undefined) expect(place.offset).toBeLessThanOrEqual(bytes.length);
  const neighbours = around?.() ?? [];
  expect(neighbours.length).toBeLessThanOrEqual(MAX_NEIGHBOURS);
  expect(neighbours.every((neighbour) => neighbour.value.length <= MAX_TEXT_LENGTH)).toBe(true);
}

describe.each(READERS)('hostile bytes for the reader of %s', (name, format) => {
  const original = fixture(name);

  it('reads arbitrary bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => check(format, name, Buffer.from(bytes))));
  });

  it('reads arbitrary bytes behind a true beginning', () => {
    const property = fc.property(fc.nat(64), fc.uint8Array({ maxLength: 400 }), (keep, bytes) => {
      check(format, name, Buffer.concat([original.subarray(0, keep), bytes]));
    });
    fc.assert(property);
  });

  it('reads what is cut off', () => {
    fc.assert(fc.property(fc.nat(original.length), (end) => check(format, name, original.subarray(0, end))));
  });

  it('reads what has flipped bits', () => {
    const flip = fc.record({ at: fc.nat(original.length - 1), bit: fc.nat(7) });
    const property = fc.property(fc.array(flip, { minLength: 1, maxLength: 8 }), (flips) => {
      const bytes = Buffer.from(original);
      for (const { at, bit } of flips) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      check(format, name, bytes);
    });
    fc.assert(property, { numRuns: 200 });
  });

  it('reads lying numbers', () => {
    const lie = fc.constantFrom(0, 1, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff, original.length);
    const property = fc.property(fc.nat(Math.floor(original.length / 4) - 1), lie, (word, value) => {
      const bytes = Buffer.from(original);
      bytes.writeUInt32LE(value, 4 * word);
      check(format, name, bytes);
    });
    fc.assert(property, { numRuns: 200 });
  });
});

describe('hostile mapping files', () => {
  it('are read line by line', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.constantFrom(
        'com.acme.Api -> a.b:',
        '    1:2:void upload(int):3:4 -> a',
        '# {"id":"sourceFile","fileName":"A.kt"}',
      ),
    );
    fc.assert(fc.property(fc.array(line), (lines) => void parseMapping(lines.join('\n'))));
  });
});
