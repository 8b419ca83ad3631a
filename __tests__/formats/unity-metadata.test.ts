import { describe, expect, it } from 'vitest';
import { unityMetadata } from '../../src/formats/unity-metadata.ts';
import { survivesHostileBytes } from '../helpers/hostile.ts';
import { problemsOf, readAll, textsOf } from '../helpers/reading.ts';

const NAME = 'assets/bin/Data/Managed/Metadata/global-metadata.dat';
const LITERALS = ['menu', 'https://acme.firebaseio.com', 'größe', 'https://acme.s3.amazonaws.com/a', 'b'];

/** A metadata file with nothing but its literals: UTF-8 data without separators, and the table of its version. */
function metadata(version: number, literals: readonly string[] = LITERALS): Buffer {
  const data = literals.map((literal) => Buffer.from(literal));
  const width = version >= 35 ? 4 : 8;
  const table = Buffer.alloc(width * data.length);
  let at = 0;
  for (const [index, literal] of data.entries()) {
    if (width === 8) table.writeUInt32LE(literal.length, 8 * index);
    table.writeUInt32LE(at, width * index + width - 4);
    at += literal.length;
  }
  const header = Buffer.alloc(256);
  header.writeUInt32LE(0xfab11baf, 0);
  header.writeInt32LE(version, 4);
  const fields =
    version >= 38
      ? [256, table.length, data.length, 256 + table.length, at, at]
      : [256, table.length, 256 + table.length, at];
  for (const [index, field] of fields.entries()) header.writeUInt32LE(field, 8 + 4 * index);
  return Buffer.concat([header, table, ...data]);
}

describe('unity-metadata', () => {
  it.each([15, 24, 29, 31, 35, 38, 39])('reads the literals of version %i', (version) => {
    const bytes = metadata(version);
    expect(unityMetadata.sniff(bytes.subarray(0, 64), 'x')).toBe(true);
    const texts = textsOf(readAll(unityMetadata, bytes, NAME));
    expect(texts.map(({ value, place }) => [value, place.locator])).toEqual([
      ['https://acme.firebaseio.com', 'il2cpp literal 1'],
      ['https://acme.s3.amazonaws.com/a', 'il2cpp literal 3'],
    ]);
    expect(texts[0]?.around?.().slice(0, 2)).toEqual([{ value: 'menu' }, { value: 'größe' }]);
  });

  it('does not trust the version', () => {
    for (const [real, claimed] of [
      [24, 39],
      [39, 24],
      [35, 29],
    ] as const) {
      const bytes = metadata(real);
      bytes.writeInt32LE(claimed, 4);
      expect(textsOf(readAll(unityMetadata, bytes, NAME)).map(({ value }) => value)).toContain(
        'https://acme.firebaseio.com',
      );
    }
  });

  it('says that an encrypted file is one', () => {
    expect(problemsOf(readAll(unityMetadata, Buffer.alloc(64, 0x5a), NAME))[0]).toMatch(/^encrypted:/);
  });

  it('falls back to runs', () => {
    const bytes = metadata(24);
    bytes.writeUInt32LE(0xffff_fff0, 16);
    const readings = readAll(unityMetadata, bytes, NAME);
    expect(problemsOf(readings)[0]).toMatch(/^unsupported: .*version 24/);
    expect(textsOf(readings).some(({ value }) => value.includes('acme.firebaseio.com'))).toBe(true);
  });

  it('survives hostile bytes', () => {
    survivesHostileBytes(unityMetadata, metadata(24), NAME);
    survivesHostileBytes(unityMetadata, metadata(39), NAME);
  });
});
