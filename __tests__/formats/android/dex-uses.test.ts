import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDexHeaders } from '../../../src/formats/android/dex-file.ts';
import { findUses } from '../../../src/formats/android/dex-uses.ts';
import { loadsOf } from './dex-reference.ts';
import { fixture } from './reading.ts';

function check(bytes: Buffer): void {
  const headers = readDexHeaders(bytes);
  for (const dex of 'files' in headers ? headers.files : []) {
    const strings = Array.from({ length: dex.strings.count }, (_, index) => index);
    const uses = findUses(dex, strings, new Set());
    if (!uses.complete) continue;
    const loads = new Map<number, Set<string>>();
    for (const [string, place] of loadsOf(dex)) loads.set(string, (loads.get(string) ?? new Set()).add(place));
    for (const string of strings) {
      const expected = loads.get(string) ?? new Set<string>();
      const found = uses.of(string).filter(({ code }) => code !== undefined);
      const places = found.map(
        ({ classIndex, member, code, pc, field }) => `${classIndex} ${member} ${code} ${pc} ${field ?? '-'}`,
      );
      expect(expected).toEqual(new Set([...expected, ...places]));
      expect(places.length > 0).toBe(expected.size > 0);
    }
  }
}

describe.each(['classes.dex', 'calls.dex', 'calls-r8.dex'])('uses of strings in %s', (name) => {
  const original = fixture(name);

  it('are those of the instructions', () => {
    check(original);
  });

  it('are those of the instructions in a damaged file', () => {
    const flip = fc.record({ at: fc.integer({ min: 0x70, max: original.length - 1 }), byte: fc.nat(255) });
    const property = fc.property(fc.array(flip, { minLength: 1, maxLength: 20 }), (flips) => {
      const bytes = Buffer.from(original);
      for (const { at, byte } of flips) bytes[at] = byte;
      check(bytes);
    });
    fc.assert(property, { numRuns: 200 });
  });
});
