import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elf } from '../../src/formats/elf.ts';
import { entryOf, fixture, lines, readAll } from '../helpers/native.ts';

const VALUES = [
  'acme-prod-ndk.blob.core.windows.net',
  'https://acme-prod-ndk.s3.amazonaws.com/',
  'go-literal-onehttps://acme-prod-go.firebaseio.com/go-literal-two',
];

describe('ELF', () => {
  it.each(['libacme.so.gz', 'libacme32.so.gz'])('gives strings by section: %s', (name) => {
    const bytes = fixture(name);
    expect(elf.sniff(bytes.subarray(0, 64), 'x')).toBe(true);
    const readings = readAll(elf, entryOf(bytes, 'lib/arm64-v8a/libacme.so'));
    expect(lines(readings)).toEqual(VALUES.map((value) => `.rodata: ${value}`));
    expect(readings.texts[0]?.place.offset).toBe(bytes.indexOf(VALUES[0] ?? ''));
    expect(readings.texts[0]?.around?.()[0]).toMatchObject({ value: VALUES[1], at: expect.any(Number) });
  });

  it('gives strings by segment where the section headers are stripped', () => {
    const readings = readAll(elf, entryOf(fixture('libacme-stripped.so.gz'), 'libacme.so'));
    expect(lines(readings)).toEqual(VALUES.map((value) => `segment 1: ${value}`));
    // Nothing says of a segment that its strings end with NUL, as the flags of a section do.
    for (const { runTogether } of readings.texts) expect(runTogether).toBe(true);
  });

  it('reads what no section covers', () => {
    const bytes = Buffer.concat([fixture('libacme.so.gz'), Buffer.from('\0gs://acme-tail\0')]);
    expect(lines(readAll(elf, entryOf(bytes, 'a.so')))).toContain('outside sections: gs://acme-tail');
  });

  it('reads a big-endian file without its sections', () => {
    const bytes = Buffer.from(fixture('libacme.so.gz'));
    bytes[5] = 2;
    expect(readAll(elf, entryOf(bytes, 'a.so')).texts.map((text) => text.value)).toEqual(VALUES);
  });

  it('loses no hit, whatever its headers say (property)', () => {
    const whole = fixture('libacme.so.gz');
    const table = Number(whole.readBigUInt64LE(40));
    const places = fc.oneof(fc.integer({ min: 4, max: 63 }), fc.integer({ min: table, max: whole.length - 1 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(places, fc.nat(255)), { maxLength: 8 }), (flips) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of flips) bytes[at] = value;
        const values = new Set(readAll(elf, entryOf(bytes, 'a.so')).texts.map((text) => text.value));
        const joined = [...values].join('\n');
        for (const anchor of ['windows.net', 'amazonaws.com', 'firebaseio.com']) expect(joined).toContain(anchor);
      }),
    );
  });

  it('reads bytes that thousands of sections name only once', () => {
    const content = Buffer.from('gs://acme\0'.repeat(1_000));
    const header = Buffer.alloc(64);
    header.write('\x7fELF\x02\x01\x01', 'latin1');
    header.writeBigUInt64LE(BigInt(64 + content.length), 40);
    header.writeUInt16LE(64, 58);
    header.writeUInt16LE(4_000, 60);
    const section = Buffer.alloc(64);
    section.writeUInt32LE(1, 4);
    section.writeBigUInt64LE(64n, 24);
    section.writeBigUInt64LE(BigInt(content.length), 32);
    const bytes = Buffer.concat([header, content, ...Array<Buffer>(4_000).fill(section)]);
    expect(readAll(elf, entryOf(bytes, 'a.so')).texts).toHaveLength(1_000);
  });

  it('never throws on cut or arbitrary bytes (property)', () => {
    const whole = fixture('libacme32.so.gz');
    fc.assert(fc.property(fc.nat(whole.length), (cut) => void readAll(elf, entryOf(whole.subarray(0, cut), 'a.so'))));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (tail) => {
        const bytes = Buffer.concat([Buffer.from('7f454c46020101', 'hex'), tail, Buffer.from('gs://')]);
        readAll(elf, entryOf(bytes, 'a.so'));
      }),
    );
  });
});
