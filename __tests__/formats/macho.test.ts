import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slicesOf } from '../../src/formats/apple/macho-layout.ts';
import { macho } from '../../src/formats/macho.ts';
import { smallStrings } from '../../src/formats/swift-small.ts';
import { dartSnapshot } from '../helpers/dart.ts';
import { entryOf, fixture, lines, readAll } from '../helpers/native.ts';

const ARM64 = [
  'arm64 __TEXT,__cstring: https://acme-prod-uploads.s3.eu-central-1.amazonaws.com/photos/',
  'arm64 __TEXT,__const: rust-literal-onehttps://acme-prod-packed.s3.amazonaws.com/rust-literal-two',
  'arm64 __TEXT,__ustring: é世界 https://acme-prod-wide.s3.amazonaws.com/',
  'arm64 __TEXT,__text Swift string: gs://acme-up',
];

/** Sets cryptid of the LC_ENCRYPTION_INFO_64 command (0x2c), as a download from the App Store has it. */
function encrypted(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf(Buffer.from('2c00000018000000', 'hex'));
  copy.writeUInt32LE(1, at + 16);
  return copy;
}

describe('Mach-O', () => {
  it('gives strings by section, in UTF-16 and in code as well', () => {
    const bytes = fixture('acme-arm64.gz');
    const readings = readAll(macho, entryOf(bytes, 'Acme'));
    expect(lines(readings)).toEqual(ARM64);
    expect(readings.problems).toEqual([]);
    expect(readings.texts[0]?.place.offset).toBe(bytes.indexOf('https://acme-prod-uploads'));
  });

  it('tells where literals may stand side by side without a border', () => {
    const { texts } = readAll(macho, entryOf(fixture('acme-arm64.gz'), 'Acme'));
    expect(texts.map(({ runTogether = false }) => runTogether)).toEqual([false, true, false, false]);
  });

  it('knows the literals beside a literal, and the small strings of the same code', () => {
    const { texts } = readAll(macho, entryOf(fixture('acme-arm64.gz'), 'Acme'));
    expect(texts[0]?.around?.()).toMatchObject([
      { value: 'after the bucket' },
      { value: 'before the bucket' },
      { value: 'eu-central-1' },
    ]);
    expect(texts[3]?.around?.()).toMatchObject([{ value: 'globe' }]);
  });

  it('of a universal file gives the arm64 slice, and of the other what differs', () => {
    expect(lines(readAll(macho, entryOf(fixture('acme-fat.gz'), 'Acme')))).toEqual([
      ...ARM64,
      'x86_64 __TEXT,__cstring: https://acme-dev-simulator.s3.amazonaws.com/',
    ]);
  });

  it('reads 32-bit files', () => {
    expect(lines(readAll(macho, entryOf(fixture('acme-armv7.o'), 'Acme')))).toEqual(
      ARM64.slice(0, 3).map((line) => line.replace('arm64', 'armv7')),
    );
  });

  it('says that a slice is encrypted, and reads what is not', () => {
    const bytes = encrypted(fixture('acme-fat.gz'));
    const readings = readAll(macho, entryOf(bytes, 'Acme'));
    expect(readings.problems.map((problem) => problem.kind)).toEqual(['encrypted']);
    expect(readings.problems[0]?.reason).toContain('arm64');
    expect(lines(readings)).toContain('x86_64 __TEXT,__cstring: https://acme-dev-simulator.s3.amazonaws.com/');
    expect(lines(readings).some((line) => line.startsWith('arm64 __TEXT'))).toBe(false);
  });

  it('says that a file is cut, and reads what is there', () => {
    const bytes = fixture('acme-arm64.gz');
    const cut = bytes.subarray(0, bytes.indexOf('after the bucket'));
    const readings = readAll(macho, entryOf(cut, 'Acme'));
    expect(readings.problems.map((problem) => problem.kind)).toEqual(['truncated']);
    expect(lines(readings)).toContain(ARM64[0]);
  });

  it('reads what stands outside sections: link-edit data, and bytes behind the slices', () => {
    const bytes = Buffer.concat([fixture('acme-fat.gz'), Buffer.from('\0gs://acme-tail\0')]);
    expect(lines(readAll(macho, entryOf(bytes, 'Acme')))).toContain('outside slices: gs://acme-tail');
    const thin = fixture('acme-arm64.gz');
    const linkedit = slicesOf(thin)[0]?.segments.find((segment) => segment.name === '__LINKEDIT');
    const patched = Buffer.from(thin);
    patched.write('\0gs://a\0', linkedit?.start ?? 0, 'latin1');
    expect(lines(readAll(macho, entryOf(patched, 'Acme')))).toContain('arm64 __LINKEDIT: gs://a');
  });

  it('reads Dart strings in a section', () => {
    const snapshot = dartSnapshot('rodata64', ['before', 'https://acme-prod.firebaseio.com', 'after']);
    const bytes = machoWith('__const', snapshot);
    expect(lines(readAll(macho, entryOf(bytes, 'App')))).toEqual([
      'arm64 __TEXT,__const Dart string: https://acme-prod.firebaseio.com',
    ]);
  });

  it('is not taken for a Java class, which has the magic of a universal file', () => {
    expect(macho.sniff(Buffer.concat([Buffer.from('cafebabe00000034', 'hex'), Buffer.alloc(64)]), 'A.class')).toBe(
      false,
    );
    expect(macho.sniff(fixture('acme-fat.gz').subarray(0, 64), 'Acme')).toBe(true);
    expect(macho.sniff(fixture('acme-arm64.gz').subarray(0, 64), 'Acme')).toBe(true);
  });

  it('never throws on bent, cut or arbitrary bytes (property)', () => {
    const everything = { text: () => true, key: () => true };
    for (const name of ['acme-fat.gz', 'acme-armv7.o']) {
      const whole = fixture(name);
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat(2_000), fc.nat(255)), { maxLength: 8 }),
          fc.nat(whole.length),
          (flips, cut) => {
            const bytes = Buffer.from(whole.subarray(0, cut));
            for (const [at, value] of flips) if (at < cut) bytes[at] = value;
            readAll(macho, entryOf(bytes, 'Acme'), everything);
          },
        ),
      );
    }
    fc.assert(
      fc.property(fc.constantFrom('cffaedfe', 'cefaedfe', 'cafebabe', 'cafebabf'), fc.uint8Array(), (magic, tail) => {
        readAll(macho, entryOf(Buffer.concat([Buffer.from(magic, 'hex'), tail]), 'Acme'), everything);
      }),
    );
  });
});

/** An arm64 file of one segment with one section. */
function machoWith(section: string, content: Buffer): Buffer {
  const header = Buffer.alloc(32 + 72 + 80);
  header.writeUInt32LE(0xfeedfacf, 0);
  header.writeUInt32LE(0x0100000c, 4);
  header.writeUInt32LE(1, 16);
  header.writeUInt32LE(0x19, 32);
  header.writeUInt32LE(152, 36);
  header.write('__TEXT', 40, 'latin1');
  const start = Math.ceil(header.length / 64) * 64;
  header.writeUInt32LE(start + content.length, 32 + 48);
  header.writeUInt32LE(1, 32 + 64);
  header.write(section, 104, 'latin1');
  header.write('__TEXT', 120, 'latin1');
  header.writeUInt32LE(content.length, 104 + 40);
  header.writeUInt32LE(start, 104 + 48);
  return Buffer.concat([header, Buffer.alloc(start - header.length), content]);
}

describe('small Swift strings', () => {
  /** MOVZ and MOVK of a 64-bit value into a register, as swiftc writes them. */
  function fill(register: number, bytes: Buffer): number[] {
    const parts = [0, 1, 2, 3].map((shift) => ({ shift, value: bytes.readUInt16LE(2 * shift) }));
    const used = parts.filter(({ value }) => value !== 0);
    return (used.length === 0 ? parts.slice(0, 1) : used).map(
      ({ shift, value }, index) =>
        ((index === 0 ? 0xd2800000 : 0xf2800000) | (shift << 21) | (value << 5) | register) >>> 0,
    );
  }

  function codeOf(text: string): number[] {
    const bytes = Buffer.alloc(16);
    bytes.write(text, 'latin1');
    bytes[15] = 0xe0 + text.length;
    return [...fill(0, bytes.subarray(0, 8)), 0xd503201f, ...fill(1, bytes.subarray(8))];
  }

  function assemble(words: readonly number[]): Buffer {
    const bytes = Buffer.alloc(4 * words.length);
    for (const [index, word] of words.entries()) bytes.writeUInt32LE(word, 4 * index);
    return bytes;
  }

  it('come back for every length, wherever the code lies in memory (property)', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abcxyz-./:019'), minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(text, fc.nat(7), (value, shift) => {
        const code = assemble([0xd503201f, ...codeOf(value), 0xd65f03c0]);
        const bytes = Buffer.concat([Buffer.alloc(shift), code]);
        expect(smallStrings(bytes, { start: shift, end: bytes.length }).map((found) => found.value)).toEqual([value]);
      }),
    );
  });

  it('keep apart what follows closely', () => {
    const bytes = assemble([...codeOf('acme-prod'), ...codeOf('eu-west-1'), ...codeOf('users')]);
    expect(smallStrings(bytes, { start: 0, end: bytes.length }).map((found) => found.value)).toEqual([
      'acme-prod',
      'eu-west-1',
      'users',
    ]);
  });

  it('are not seen in arbitrary words (property)', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), (array) => {
        expect(smallStrings(Buffer.from(array), { start: 0, end: array.length })).toEqual([]);
      }),
    );
  });
});
