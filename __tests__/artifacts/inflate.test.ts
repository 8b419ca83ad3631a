import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflateInPlace, type Member } from '../../src/artifacts/inflate.ts';

const TEXTS = ['first', 'a second one '.repeat(400), '', 'third'].map((text) => Buffer.from(text));

/** Deflated texts with so many bytes before each, as the local headers of an archive, and some behind the last. */
function laid(gaps: readonly number[], behind = 8): { readonly bytes: Buffer; readonly members: readonly Member[] } {
  const deflated = TEXTS.map((text) => deflateRawSync(text));
  const bytes = Buffer.concat([
    ...deflated.flatMap((data, index) => [Buffer.alloc(gaps[index] ?? 30, 0x5a), data]),
    Buffer.alloc(behind, 0x5a),
  ]);
  let at = 0;
  const members = deflated.map((data, index) => {
    at += gaps[index] ?? 30;
    const member = { data: bytes.subarray(at, at + data.length), crc32: crc32(TEXTS[index] as Buffer) };
    at += data.length;
    return { ...member, size: (TEXTS[index] as Buffer).length };
  });
  return { bytes, members };
}

describe('inflateInPlace', () => {
  it.each([[[]], [[10, 20, 20, 20]], [[4_000, 65_555, 300, 31]]])('inflates what lies %j bytes apart', async (gaps) => {
    const { bytes, members } = laid(gaps);
    expect((await inflateInPlace(bytes, members))?.equals(Buffer.concat(TEXTS))).toBe(true);
  });

  it.each([
    ['no room before the first', [9], 8],
    ['no room between two', [30, 19], 8],
    ['more between two than an extra field holds', [30, 65_556], 8],
    ['no room behind the last', [30], 7],
  ])('writes nothing where there is %s', (_, gaps, behind) => {
    const { bytes, members } = laid(gaps, behind);
    const before = Buffer.from(bytes);
    expect(inflateInPlace(bytes, members)).toBeUndefined();
    expect(bytes.equals(before)).toBe(true);
  });

  it('writes nothing where members share their data', () => {
    const { bytes, members } = laid([]);
    const before = Buffer.from(bytes);
    expect(inflateInPlace(bytes, [...members, ...members])).toBeUndefined();
    expect(bytes.equals(before)).toBe(true);
  });

  it('gives nothing if one member is not what is said of it', async () => {
    const { bytes, members } = laid([]);
    const lying = members.map((member, index) => (index === 1 ? { ...member, crc32: member.crc32 ^ 1 } : member));
    expect(await inflateInPlace(bytes, lying)).toBeUndefined();
  });
});
